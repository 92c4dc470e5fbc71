// What a change of the text does to what the program prints: both texts are run on the virtual
// clock and their lines compared.
//
// It proves for this program with these settings, not for every program: what depends on the real
// clock or on the world is said to be unknown, never assumed.
#pragma once

#include <cstdint>
#include <string>

#include "session/run.hpp"

namespace simul::session {

struct Proof {
  enum class Kind : std::uint8_t {
    kSame,        // the same lines in the same order, the same ending
    kOtherOrder,  // the same lines in another order
    kOther,       // other lines or another ending
    kUnknown,     // one of the two does not come to its end here
  };
  Kind kind = Kind::kUnknown;
  std::size_t lines = 0;       // of the text before
  std::int64_t before_ns = 0;  // when each ended
  std::int64_t after_ns = 0;
  // One sentence for the person: "Same 4 lines; 3.0 s became 1.0 s."
  std::string sentence;
};

// instructions: the most that each of the two may run.
[[nodiscard]] Proof prove(const std::string& before,
                          const std::string& after,
                          const Settings& settings,
                          std::int64_t instructions = 4'000'000);

// Seconds as short as they are told: "1.0 s", "0.75 s", "0.001 s".
[[nodiscard]] std::string short_seconds(std::int64_t ns);

// {"kind":"same|other order|other|unknown","sentence":"...","lines":n,"before_s":x,"after_s":x}
[[nodiscard]] std::string proof_json(const Proof& proof);

}  // namespace simul::session

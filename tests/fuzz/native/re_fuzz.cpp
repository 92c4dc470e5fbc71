// libFuzzer's door to PatternMachine; see tests/fuzz/native/native.cmake. The matcher is Python, of
// which libFuzzer sees nothing: what a pattern became is counted beside the machine's own branches.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "support/hostile_patterns.hpp"

__attribute__((used, section("__libfuzzer_extra_counters"))) static std::array<std::uint8_t, 16384>
    counters;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static simul::testing::PatternMachine machine;
  machine.match({reinterpret_cast<const char*>(bytes), size}, [](std::uint32_t number) {
    std::uint8_t& counter = counters[number % counters.size()];
    if (counter < 255) ++counter;
  });
  return 0;
}

// Values that glide to where they are wanted, so that a person sees what became of what: 120 ms for
// a state, 180 ms for a layout, slowing down at the end.
//
// Holds no clock: a frame says when it is. Always holds: a value that is seen for the first time
// stands at its target; a still picture (reduced motion, tests) is always at its targets; what
// nobody asked for in a frame is forgotten.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <unordered_map>

namespace simul::ui {

inline constexpr double kStateMotion_ms = 120, kLayoutMotion_ms = 180;

class Motion {
 public:
  using Key = std::size_t;
  static Key key(std::string_view name) { return std::hash<std::string_view>()(name); }

  void begin_frame(std::int64_t host_ns, bool still);
  void end_frame();
  // Where the value that is wanted at `target` stands in this frame.
  double to(Key key, double target, double within_ms);
  // Puts it there at once: what a hand drags does not lag behind it.
  double jump(Key key, double value);
  // Some value is still on its way: another frame is wanted.
  bool moving() const { return moving_; }
  bool still() const { return still_; }
  std::int64_t now_ns() const { return now_ns_; }

 private:
  struct Value {
    double from = 0, target = 0, shown = 0;
    std::int64_t since_ns = 0;
    std::uint64_t frame = 0;
  };
  std::unordered_map<Key, Value> values_;
  std::int64_t now_ns_ = 0;
  std::uint64_t frame_ = 0;
  bool still_ = true, moving_ = false;
};

}  // namespace simul::ui

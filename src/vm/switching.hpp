// When a thread gives up the GIL although it does not block, and who gets it: drawn from a seed.
// Mirrors the effect of CPython 3.13's Python/ceval_gil.c: whoever waits for the GIL asks for it
// after the switch interval, and whoever has it hands it over at the next check of the eval
// breaker: at a backward jump, at a function's entry, after a call of something written in C.
//
// The seed stands for what a program cannot know: where the interval ends, and whom the system
// wakes. Intervals are drawn short and long, because faults differ in what they need: a switch
// inside one line, or a thread that comes far before another goes on. Seed 0 draws nothing: threads
// give way where they block, by rule.
//
// Always holds: the same seed and the same program make the same run, however the run is cut into
// slices.
#pragma once

#include <cstddef>
#include <cstdint>

namespace simul::vm {

class Switching {
 public:
  explicit Switching(std::uint64_t seed = 0);

  [[nodiscard]] bool on() const { return on_; }
  // Instructions until the GIL is asked for; <= 0: it is asked for.
  [[nodiscard]] std::int64_t left() const { return left_; }
  void used(std::int64_t instructions) { left_ -= instructions; }
  // It was handed over, or nobody wanted it.
  void next_interval();
  // What the interpreter tells: the last preemption was where CPython looks at the eval breaker,
  // and stop_now() ended the slice.
  bool at_breaker = false;
  bool stopped = false;
  // One of so many.
  [[nodiscard]] std::size_t among(std::size_t count);

 private:
  std::uint64_t draw();

  std::uint64_t state_;
  bool on_;
  std::uint64_t scale_ = 1;
  std::int64_t left_ = 0;
};

}  // namespace simul::vm

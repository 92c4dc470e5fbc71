// Everything the trace knows of one task at an instant: its state, since when, why, what led to it,
// and what happened right before and after.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

// One link of the chain back: this happened because of the next.
struct Cause {
  std::int64_t time_ns = 0;
  std::size_t event = 0;   // index in the trace; the moment after it is Model::after(event + 1)
  Id task = 0;             // whose doing it was, 0: the loop's
  std::uint32_t line = 0;  // where, 0: not known
  std::string sentence;    // "Timer 7 fired, due at 1.000."
};

// An event in words.
struct Neighbour {
  std::size_t event = 0;
  std::int64_t time_ns = 0;
  Id task = 0;  // whom it is about, 0: the loop
  std::uint32_t line = 0;
  bool happened = false;  // before the moment
  std::string text;       // "A goes to sleep until 1.000"
};

struct Inspection {
  Id task = 0;  // 0: the loop
  std::string name, task_name, coroutine;
  State state = State::kIdle;
  std::int64_t since_ns = kNone;
  std::int64_t until_ns = kNone;  // when the state ended, or a sleep's deadline; kNone: not known
  std::uint32_t line = 0;
  Id parent = 0;
  std::uint32_t created_line = 0;
  std::string why;                    // one sentence
  std::vector<Cause> causes;          // the latest first
  std::vector<Neighbour> neighbours;  // events about this task, a few before and after, in order
};

Inspection inspect(const Model& model, LoopHistory& history, Id task, const Moment& moment);

// One event in words; of every kind.
std::string say(const Model& model, std::size_t event);

}  // namespace simul::timeline

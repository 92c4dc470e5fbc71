// Where stepping stops, forwards and backwards, and what the next step is.
//
// Positions are numbers of events (Moment::events). A callback stops after its kHandleEnded, a turn
// after its last callback, a task's event right behind it. Backwards stops at the same places.
#pragma once

#include <optional>
#include <string>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

enum class StepKind : std::uint8_t { kCallback, kTurn, kTaskEvent };

// The next stop after `events`; nullopt: the trace has no more (run on, if the program still runs).
// `task` is for kTaskEvent.
std::optional<std::size_t> next_stop(
    const Model& model, LoopHistory& history, StepKind kind, Id task, std::size_t events);
// The stop before `events`; 0 is always one.
std::size_t previous_stop(
    const Model& model, LoopHistory& history, StepKind kind, Id task, std::size_t events);

// What happens next, named before it happens.
struct NextStep {
  bool known = false;            // there is one: else everything has ended, or nobody can go on
  Id task = 0;                   // whose step it is, 0: the loop's own work or a plain callback
  std::uint32_t line = 0;        // where the task goes on, 0: not known
  std::int64_t time_ns = kNone;  // when, if the loop must wait first
  std::uint32_t turn = 0;        // the number of the turn it belongs to
  bool new_turn = false;         // a turn begins with it
  std::string sentence;  // "Next: turn 5 begins with the step of A, which goes on at line 7."
};
NextStep next_step(const Model& model, LoopHistory& history, const Moment& moment);

}  // namespace simul::timeline

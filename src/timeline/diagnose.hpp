// What a run did wrong, with the evidence and a way to mend it. From the trace alone.
//
// Says only what the trace shows: no finding without events to point at, none about how a good
// program works (the gallery's good examples have none). Findings come in the order of their harm.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

enum class FindingKind : std::uint8_t {
  kBlocked,        // one step held the loop for more than 50 ms
  kStarved,        // a task was ready or due for long while others ran again and again
  kNeverAwaited,   // a coroutine was made and never ran
  kNeverFinished,  // a task was still pending when its loop ended
  kUnseenError,    // an exception that nobody retrieved
  kSwallowed,      // a cancelled task went on as if nothing had been
  kConvoy,         // tasks spend most of their time in line for one lock
  kDeadlock,       // a cycle, or waits that nobody can end
  kQueueGrowth,    // a queue without a bound that is filled faster than it is emptied
  kCouldOverlap,   // awaits one after the other that do not need each other
};
std::string_view word(FindingKind kind);  // "loop-blocked", "starvation", ... stable names

enum class Severity : std::uint8_t { kError, kWarning, kHint };

struct Evidence {
  std::int64_t time_ns = 0;
  std::size_t event = 0;  // index in the trace
  Id task = 0;
  std::uint32_t line = 0;
  std::string text;  // "A was due at 1.000 and ran at 1.500"
};

struct Finding {
  FindingKind kind = FindingKind::kBlocked;
  Severity severity = Severity::kWarning;
  std::string title;        // one sentence: "Line 13 blocks the event loop for 1.000 s."
  std::string explanation;  // one or two sentences more
  std::string fix;          // what to write instead
  std::uint32_t line = 0;   // the line to look at first, 0: none
  std::int64_t start_ns = 0, end_ns = 0;
  std::vector<Id> tasks;           // whom it concerns, the culprit first
  std::vector<Evidence> evidence;  // in order of time
  std::int64_t saved_ns = 0;       // kCouldOverlap, kBlocked: how much sooner it could be over
};

struct DiagnoseOptions {
  std::int64_t blocked_ns = 50'000'000;
  bool finished = true;  // the run is over: what is pending now stays so
};
// Linear in the number of events. `history` belongs to `model`.
std::vector<Finding> diagnose(const Model& model,
                              LoopHistory& history,
                              const DiagnoseOptions& options = {});

}  // namespace simul::timeline

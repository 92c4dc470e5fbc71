// Why a run stopped although it could go on, and where it was asked to.
#pragma once

#include <cstdint>
#include <string>

#include "timeline/model.hpp"

namespace simul::session {

struct Breakpoint {
  enum class Kind : std::uint8_t {
    kLine,     // before the line runs
    kState,    // a task comes into a state
    kBlocked,  // one step holds the loop for longer than longer_ns (a time.sleep: before it begins)
  };
  Kind kind = Kind::kLine;
  std::uint32_t line = 0;
  std::string task = {};  // what people call it ("A"), or "Task-2"; empty: any
  timeline::State state = timeline::State::kRunning;
  std::int64_t longer_ns = 50'000'000;
};

// Where a run stands still, and why.
struct Stop {
  enum class Reason : std::uint8_t {
    kNone,        // it does not
    kStep,        // the step that was asked for is done
    kBreakpoint,  // `breakpoint` says which
    kPause,       // somebody pressed pause
  };
  Reason reason = Reason::kNone;
  std::size_t breakpoint = 0;  // index among the session's breakpoints
  timeline::Moment at;
  timeline::Id task = 0;
  std::uint32_t line = 0;
  std::string sentence;  // "Stopped before line 7, in A."
};

}  // namespace simul::session

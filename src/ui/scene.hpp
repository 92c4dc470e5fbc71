// What there is to draw, as the views see it: pictures of the run and of its forecast, and what the
// session says.
//
// Plain values and pointers that live for the frame; the page fills it from a session, tests from a
// trace written by hand.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "composer/cards.hpp"
#include "models/compare.hpp"
#include "timeline/diagnose.hpp"
#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::ui {

enum class Phase : std::uint8_t { kIdle, kRunning, kPaused, kHidden, kFinished, kStopped };

// A frame of a task's stack, the outermost first, with its locals as text.
struct StackFrame {
  std::string function;
  std::uint32_t line = 0;
  std::vector<std::pair<std::string, std::string>> locals;
};

// What became of the gesture that goes on: as the program's text has it.
struct Pending {
  struct Line {
    char sign = ' ';  // '+' comes, '-' goes
    std::string text;
  };
  std::string refusal;      // why it cannot be; empty: it can
  std::vector<Line> lines;  // what would be written, as a diff
  // What the program would then do otherwise: the more telling first; empty: nothing, or not known
  // yet.
  std::vector<std::string> consequences;
  std::uint32_t line_after = 0;  // where what is new begins in the text after it; 0: nowhere
};

// What may be done about the slice that was asked about.
struct Offers {
  struct Offer {
    std::string id, title;
    std::string refusal;  // why not; empty: it may be done
    int count = 0;        // it asks how many at once; this many unless another is chosen
  };
  std::string about;  // "B, sleeping on line 7"
  std::vector<Offer> all;
};

struct Scene {
  const timeline::Model* run = nullptr;  // nullptr before the first run
  timeline::LoopHistory* history = nullptr;
  // The same text on the virtual clock; nullptr when there is none or when the text is no longer
  // the run's.
  const timeline::Model* forecast = nullptr;
  std::int64_t forecast_end_ns = 0;
  bool forecast_done = false;
  // Why there is none although there was one, or in what it may be wrong; empty: nothing to say.
  bool revised = false;  // the run stands paused, and the forecast is that of an edited text
  std::string forecast_note;
  // The run before the text was edited, to be drawn beneath; nullptr: there is none.
  const timeline::Model* ghost = nullptr;
  std::int64_t ghost_end_ns = 0;

  // A gesture is tried: the forecast is that of the text it would write, the ghost what the text as
  // it is does, and there is no run.
  std::uint32_t wrote_line = 0;  // where the last gesture's news stands; 0: none yet
  const Pending* pending = nullptr;
  // As long as somebody looks at what may be done about a slice.
  const Offers* offers = nullptr;

  // The program's text as cards; nullptr while nobody looks at them.
  std::shared_ptr<const composer::Cards> cards;

  Phase phase = Phase::kIdle;
  bool compiles = true;
  bool instant = false;  // what the next run will be
  double speed = 1;
  std::int64_t now_ns = 0;
  bool asking = false;  // now: input() waits for somebody to answer
  std::string
      stopped;  // why it stands still at what is shown: "Stopped: A is ready now."; or empty
  std::string
      ending;  // of a finished run that did not end well: "ValueError: ..." or what is blocked
  std::int64_t one_by_one_ns =
      -1;  // of a finished run: the same work one after another; -1: not known
  // What went wrong so far; nullptr: nobody has looked.
  const std::vector<timeline::Finding>* findings = nullptr;
  // Of the chosen task where the picture stands; nullptr or empty: not known, and the note says
  // why.
  const std::vector<StackFrame>* stack = nullptr;
  std::string stack_note;
  // The run, or its forecast, under other models; nullptr: nobody has asked, or nothing has ended.
  const models::Comparison* comparison = nullptr;
  std::uint64_t comparison_version = 0;  // another number, another comparison
  models::Options compare_options;
  std::string scene;    // what the text asks to be drawn: "hall", "home", or empty
  double late_ms = -1;  // how late the timers were in the middle, less than 0: nothing to say
};

}  // namespace simul::ui

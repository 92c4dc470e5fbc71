// tests/support/loop_events.hpp - an Instrument that writes what happens as text, for goldens.
//
// One line an event: "time kind subject ...", times in seconds, ids as the loop gave them.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "asyncio/instrument.hpp"

namespace simul::testing {

class LoopEvents final : public asyncio::Instrument {
 public:
  void on_event(const asyncio::Event& event, std::string_view text) override {
    char line[160];
    std::snprintf(line,
                  sizeof line,
                  "%.9g %s %u",
                  static_cast<double>(event.time_ns) / 1e9,
                  name(event.kind),
                  event.subject);
    text_ += line;
    if (event.object != 0) text_ += " of " + std::to_string(event.object);
    if (event.cause != 0) text_ += " by " + std::to_string(event.cause);
    if (event.due_ns != 0) {
      std::snprintf(line, sizeof line, " due %.9g", static_cast<double>(event.due_ns) / 1e9);
      text_ += line;
    }
    if (event.detail != 0) text_ += " ~" + std::to_string(event.detail);
    if (!text.empty()) text_ += " '" + std::string(text) + "'";
    text_ += "\n";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  static const char* name(asyncio::EventKind kind) {
    static constexpr const char* kNames[] = {
        "loop_started", "loop_stopped", "turn",    "task",        "labelled",    "queued",
        "began",        "ended",        "waits",   "task_done",   "future_done", "callback",
        "cancel_asked", "armed",        "fired",   "disarmed",    "clock",       "block",
        "unblock",      "output",       "failure", "uncancelled", "made",        "in_line",
        "held",         "released",     "sized",   "depends"};
    return kNames[static_cast<int>(kind)];
  }
  std::string text_;
};

}  // namespace simul::testing

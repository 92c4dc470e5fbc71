#include "session/forecast_check.hpp"

#include "timeline/why.hpp"

namespace simul::session {

namespace {

using asyncio::EventKind;

bool counts(const asyncio::Event& event) {
  return event.kind == EventKind::kTaskWaits || event.kind == EventKind::kTaskDone;
}

}  // namespace

void ForecastCheck::update(const timeline::Model& run,
                           const timeline::Model& forecast,
                           bool complete) {
  if (!holds()) return;
  const auto& said = forecast.trace().events;
  for (; next_said_ < said.size(); ++next_said_) {
    const asyncio::Event& event = said[next_said_];
    const timeline::Track* track = counts(event) ? forecast.track_of(event.subject) : nullptr;
    if (track != nullptr) said_[track->task_name].push_back({event.kind, event.detail, event.line});
  }
  const auto& done = run.trace().events;
  for (; next_done_ < done.size(); ++next_done_) {
    const asyncio::Event& event = done[next_done_];
    const timeline::Track* track = counts(event) ? run.track_of(event.subject) : nullptr;
    if (track == nullptr) continue;
    const std::vector<Deed>& expected = said_[track->task_name];
    std::size_t& at = done_[track->task_name];
    if (at >= expected.size()) {
      if (!complete) return;  // the forecast has not come so far: look again later
    } else if (expected[at] == Deed{event.kind, event.detail, event.line}) {
      ++at;
      continue;
    }
    why_not_ = "The run has left the forecast at " + timeline::seconds(event.time_ns) + ", where " +
               track->name + (event.kind == EventKind::kTaskDone ? " ended" : " came to wait") +
               timeline::at_line(event.line) + ": real time or chance decided.";
    return;
  }
}

void ForecastCheck::asked(const std::string& when_s) {
  if (holds())
    why_not_ = "The program asked with input() at " + when_s +
               " s: what comes after that depends on what is typed.";
}

}  // namespace simul::session

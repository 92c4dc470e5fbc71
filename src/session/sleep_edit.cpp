#include "session/sleep_edit.hpp"

#include "composer/outline.hpp"
#include "syntax/parse.hpp"

namespace simul::session {

using timeline::State;
using timeline::Track;

SleepEdit sleep_edit(const timeline::Model& model,
                     std::string_view source,
                     timeline::Id task,
                     std::size_t slice) {
  SleepEdit edit;
  const Track* track = model.track_of(task);
  if (track == nullptr || slice >= track->slices.size() ||
      track->slices[slice].state != State::kSleeping) {
    edit.refusal = "This sleep is no longer there.";
    return edit;
  }
  edit.title = "Dragging the end of " + track->name + "'s sleep";
  const std::uint32_t line = track->slices[slice].line;
  const syntax::ParseResult parsed = syntax::parse(source);
  for (const composer::Card& card : composer::outline(parsed.module, source)) {
    for (const composer::Step& step : card.steps) {
      if (step.kind != composer::StepKind::kSleep || step.line != line || !step.seconds) continue;
      edit.literal = step.seconds->range;
      edit.line = line;
      edit.sentence = "The number stands in line " + std::to_string(line) + ".";
      return edit;
    }
  }
  edit.refusal = "What decides it is computed: see line " + std::to_string(line) + ".";
  return edit;
}

}  // namespace simul::session

#include "session/sleep_edit.hpp"

#include "composer/cards.hpp"

namespace simul::session {

namespace {

// The number of the sleep that stands on the line; nullptr for none.
const composer::Slot* sleep_number(const composer::Body& body, std::uint32_t line) {
  for (const composer::Block& block : body.blocks) {
    if (block.kind == composer::BlockKind::kSleep && block.line == line && !block.slots.empty() &&
        block.slots[0].kind == composer::SlotKind::kNumber)
      return &block.slots[0];
    for (const composer::Body& inner : block.bodies) {
      if (const composer::Slot* found = sleep_number(inner, line)) return found;
    }
  }
  return nullptr;
}

}  // namespace

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
  const composer::Cards all = composer::cards(source);
  for (const composer::Card& card : all.cards) {
    const composer::Slot* number = sleep_number(card.body, line);
    if (number == nullptr) continue;
    edit.literal = number->range;
    edit.line = line;
    edit.sentence = "The number stands in line " + std::to_string(line) + ".";
    return edit;
  }
  edit.refusal = "What decides it is computed: see line " + std::to_string(line) + ".";
  return edit;
}

}  // namespace simul::session

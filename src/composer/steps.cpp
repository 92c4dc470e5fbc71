// Move, Duplicate and Delete: whole statements.
#include "composer/gestures.hpp"
#include "composer/places.hpp"

namespace simul::composer {
namespace {

Error gone() {
  return Error{"that step is not in the text any more", {}};
}

}  // namespace

Result<TextEdits> move(Draft& draft, const Move& gesture) {
  const Program& program = draft.program();
  if (program.step(gesture.block) == nullptr) return gone();
  const Suite* target = program.suite(gesture.place);
  if (target == nullptr) return Error{"that place is not in the text any more", {}};
  const Cards cards = deal(program);
  const Block* block = cards.block(gesture.block);
  const Body* body = cards.body(gesture.place);
  if (block == nullptr || body == nullptr) return gone();
  const Suite& home = program.suite_of(gesture.block);
  const int index = program.at(gesture.block).index;
  const bool same = target == &home;
  if (same && (gesture.place.index == index || gesture.place.index == index + 1))
    return TextEdits();
  if (target->owner >= 0 && program.contains(gesture.block, target->owner))
    return Error{"a block cannot be moved into itself", block->range};
  if (gesture.place.index < target->first)
    return Error{"nothing may stand above that", block->range};
  if (target->kind == SuiteKind::kClass && !same)
    return Error{"a class body holds definitions, not steps", block->range};
  if (std::string reason = why_not(*body, *block); !reason.empty())
    return Error{std::move(reason), block->range};
  const std::size_t before = program.steps().size();
  const int first = draft.insert(gesture.place, draft.lines_of(gesture.block));
  if (first < 0) return Error{"the block does not fit there", block->range};
  const auto added = static_cast<int>(draft.program().steps().size() - before);
  // Where `pass` gave way to it, one statement less was added; its number is that of `pass`.
  draft.remove(gesture.block >= first ? gesture.block + added : gesture.block);
  return draft.finish();
}

Result<TextEdits> duplicate(Draft& draft, const Duplicate& gesture) {
  const Program& program = draft.program();
  if (program.step(gesture.block) == nullptr) return gone();
  const Cards cards = deal(program);
  const Block* block = cards.block(gesture.block);
  Place place;
  if (block == nullptr || !cards.find(gesture.block, &place)) return gone();
  if (block->fixed) return Error{"this statement stands once", block->range};
  if (block->kind == BlockKind::kPass) return Error{"one `pass` is enough", block->range};
  ++place.index;
  draft.insert(place, draft.lines_of(gesture.block));
  return draft.finish();
}

Result<TextEdits> remove(Draft& draft, const Delete& gesture) {
  const Program& program = draft.program();
  const Step* step = program.step(gesture.block);
  if (step == nullptr) return gone();
  const Suite& suite = program.suite_of(gesture.block);
  if (suite.owner >= 0 && suite.steps.size() == 1 && step->stmt->kind == syntax::NodeKind::kPass)
    return Error{"a body needs at least one statement", program.range(gesture.block)};
  draft.remove(gesture.block);
  return draft.finish();
}

}  // namespace simul::composer

// SetSeconds and EditSlot: one piece of a statement becomes another text.
//
// A new text must be the piece it stands for: the tree after the edit is the tree before it with
// exactly that node exchanged. Where an operator around it would take it apart, it gets
// parentheses.
#include <cmath>

#include "base/float_text.hpp"
#include "composer/gestures.hpp"
#include "composer/rewrite.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

const Constant* number_at(const Program& program, TextRange range) {
  const Constant* found = nullptr;
  for (const Stmt* stmt : program.module().body) {
    if (program.text().begin(*stmt) > range.begin) break;
    walk(*stmt, [&](const Node& node) {
      const auto* constant = try_as<Constant>(&node);
      if (constant != nullptr && program.text().range(*constant) == range &&
          (constant->constant_kind == ConstantKind::kInt ||
           constant->constant_kind == ConstantKind::kFloat))
        found = constant;
      return found == nullptr;
    });
  }
  return found;
}

// The slot at this place of the text, and which block's which slot it is.
struct SlotPath {
  int block = -1;
  std::size_t index = 0;
  int item = -1;
  const Slot* slot = nullptr;
};
void find_slot(const Body& body, TextRange range, SlotPath& path) {
  for (const Block& block : body.blocks) {
    for (std::size_t i = 0; i < block.slots.size(); ++i) {
      if (block.slots[i].range == range) path = {block.id, i, -1, &block.slots[i]};
    }
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      if (path.slot == nullptr && block.items[i].arguments.range == range)
        path = {block.id, 0, static_cast<int>(i), &block.items[i].arguments};
    }
    for (const Body& inner : block.bodies) find_slot(inner, range, path);
  }
}
SlotPath find_slot(const Cards& cards, TextRange range) {
  SlotPath path;
  for (const Card& card : cards.cards) find_slot(card.body, range, path);
  return path;
}

const Slot* slot_of(const Cards& cards, const SlotPath& path) {
  const Block* block = cards.block(path.block);
  if (block == nullptr) return nullptr;
  if (path.item >= 0) {
    const auto item = static_cast<std::size_t>(path.item);
    return item < block->items.size() ? &block->items[item].arguments : nullptr;
  }
  return path.index < block->slots.size() ? &block->slots[path.index] : nullptr;
}

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return "";
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace

double snapped(double seconds) {
  if (!(seconds > 0)) return 0;
  const double step = seconds < 0.095   ? 0.01
                      : seconds < 0.975 ? 0.05
                      : seconds < 9.95  ? 0.1
                      : seconds < 59.75 ? 0.5
                                        : 1.0;
  return std::round(std::round(seconds / step) * step * 1000) / 1000;
}

std::string delay_text(double seconds, bool was_whole) {
  if (was_whole && seconds == std::floor(seconds))
    return std::to_string(static_cast<std::int64_t>(seconds));
  std::string text = shortest_text(std::round(seconds * 1000) / 1000);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

Result<TextEdits> set_seconds(const Program& program, const SetSeconds& gesture) {
  if (!std::isfinite(gesture.seconds) || gesture.seconds < 0 || gesture.seconds > 1e6) {
    return Error{"a delay is between 0 and 1,000,000 seconds", gesture.range};
  }
  if (number_at(program, gesture.range) == nullptr)
    return Error{"no delay is written there any more: the text has changed", gesture.range};
  const std::string_view before = program.text().text(gesture.range);
  const bool was_whole = before.find_first_not_of("0123456789_") == std::string_view::npos;
  const double seconds = gesture.exact ? gesture.seconds : snapped(gesture.seconds);
  return TextEdits::make({{gesture.range, delay_text(seconds, was_whole)}});
}

Result<TextEdits> edit_slot(const Program& program, const EditSlot& gesture) {
  const Cards before = deal(program);
  const SlotPath path = find_slot(before, gesture.range);
  if (path.slot == nullptr)
    return Error{"nothing to edit stands there any more: the text has changed", gesture.range};
  const std::string text = trimmed(gesture.text);
  const std::string_view source = program.text().source();
  if (text == path.slot->text) return TextEdits();
  if (text.empty() && path.slot->kind != SlotKind::kArguments)
    return Error{"this needs a value", gesture.range};
  // A star is for the arguments of a call and the elements of a tuple.
  const std::string& label = path.slot->label;
  const bool in_call = label == "seconds" || label == "values" || label == "item" ||
                       label == "arguments" || path.slot->kind == SlotKind::kStatement;
  if (text.starts_with('*') && !in_call && text.find(',') == std::string::npos)
    return Error{"a star has no place here", gesture.range};
  std::string reason;
  const bool may_wrap =
      path.slot->kind != SlotKind::kArguments && path.slot->kind != SlotKind::kStatement;
  for (const bool wrap : {false, true}) {
    if (wrap && !may_wrap) break;
    Result<TextEdits> edits = TextEdits::make({{gesture.range, wrap ? "(" + text + ")" : text}});
    if (!edits.ok()) return edits;
    const std::string after = edits.value().apply(source).value();
    const Program changed(after);
    if (!changed.parses() &&
        (program.parses() || changed.diagnostics().size() > program.diagnostics().size())) {
      if (reason.empty()) reason = changed.diagnostics()[0].message;
      continue;
    }
    // The same statements, the same slots, and the new text exactly where it was put.
    const Cards now = deal(changed);
    if (now.blocks != before.blocks) continue;
    const Slot* slot = slot_of(now, path);
    const std::uint32_t begin = gesture.range.begin + (wrap ? 1 : 0);
    const TextRange expected{begin, begin + static_cast<std::uint32_t>(text.size())};
    // A kind of statement may have changed with the text (a print is no print any more).
    const bool statement = path.slot->kind == SlotKind::kStatement;
    if (statement && changed.range(path.block) == expected) return edits;
    if (slot != nullptr && slot->range == expected) return edits;
    if (text.empty() && slot != nullptr && slot->range.empty()) return edits;
    // One argument became several, or the other way round: another kind of slot, the same place.
    if (slot != nullptr && slot->label == path.slot->label && slot->text == text) return edits;
  }
  return Error{reason.empty() ? "this is not one value" : reason, gesture.range};
}

}  // namespace simul::composer

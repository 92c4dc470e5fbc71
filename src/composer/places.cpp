#include "composer/places.hpp"

#include "composer/palette.hpp"
#include "composer/rewrite.hpp"

namespace simul::composer {
namespace {

bool awaits(PaletteKind kind) {
  switch (kind) {
    case PaletteKind::kPrint:
    case PaletteKind::kTry:
    case PaletteKind::kLoop:
    case PaletteKind::kBlocking:
    case PaletteKind::kCoroutine: return false;
    default: return true;
  }
}

// Calls visit(body, owner, number) for every body of the text.
template <typename Visit>
void each_body(const Body& body, int owner, int number, Visit& visit) {
  visit(body, owner, number);
  for (const Block& block : body.blocks) {
    for (std::size_t i = 0; i < block.bodies.size(); ++i)
      each_body(block.bodies[i], block.id, static_cast<int>(i), visit);
  }
}
template <typename Visit>
void each_body(const Cards& cards, Visit visit) {
  for (const Card& card : cards.cards) each_body(card.body, card.block, 0, visit);
}

bool is_around(const Cards& cards, int outer, int inner) {
  // Preorder: what is inside a block has the numbers behind it, up to its text's end.
  const Block* a = cards.block(outer);
  const Block* b = cards.block(inner);
  return a != nullptr && b != nullptr && a->range.begin <= b->range.begin &&
         b->range.end <= a->range.end;
}

}  // namespace

std::string why_not(const Body& body, PaletteKind kind) {
  if (body.in_class) return "a class body holds definitions, not steps";
  if (awaits(kind) && !body.in_coroutine) return "`await` is only allowed in an `async def`";
  return "";
}

std::string why_not(const Body& body, const Block& block) {
  if (block.fixed) return "this statement must stay where it is";
  if (block.needs_coroutine && !body.in_coroutine)
    return "it awaits, and `await` is only allowed in an `async def`";
  if (block.needs_function && !body.in_function) return "it returns, and this is no function";
  if (block.returns && !body.may_return) return "`return` is not allowed in an `except*`";
  if (block.needs_loop && !body.in_loop) return "it belongs to a loop, and here is none";
  if (block.yields && body.function != block.function)
    return "a `yield` makes its function a generator, so it must stay in it";
  if (block.returns_value && body.in_async_generator)
    return "an asynchronous generator cannot return a value";
  return "";
}

std::string why_not_around(const Body& body, const Block& block, PaletteKind kind) {
  if (!entry(kind).wraps) return "this goes between steps, not around one";
  if (std::string reason = why_not(body, kind); !reason.empty()) return reason;
  if (block.fixed) return "this statement must stay where it is";
  if (block.kind == BlockKind::kDefinition || block.kind == BlockKind::kClass ||
      block.kind == BlockKind::kImport)
    return "definitions and imports stay outside";
  if (kind == PaletteKind::kLoop && block.needs_loop)
    return "its `break` or `continue` would belong to the new loop";
  return "";
}

std::vector<Place> places(const Cards& cards, PaletteKind kind) {
  std::vector<Place> out;
  if (kind == PaletteKind::kCoroutine) return out;
  each_body(cards, [&](const Body& body, int owner, int number) {
    if (!why_not(body, kind).empty()) return;
    for (int i = body.first; i <= static_cast<int>(body.blocks.size()); ++i)
      out.push_back({owner, number, i});
  });
  return out;
}

std::vector<Place> places(const Cards& cards, int block) {
  std::vector<Place> out;
  const Block* moved = cards.block(block);
  Place now;
  if (moved == nullptr || !cards.find(block, &now)) return out;
  each_body(cards, [&](const Body& body, int owner, int number) {
    if (!why_not(body, *moved).empty() || is_around(cards, block, owner)) return;
    const bool same = owner == now.owner && number == now.body;
    if (body.in_class && !same) return;
    for (int i = body.first; i <= static_cast<int>(body.blocks.size()); ++i) {
      if (same && (i == now.index || i == now.index + 1)) continue;
      out.push_back({owner, number, i});
    }
  });
  return out;
}

std::vector<int> hosts(const Cards& cards, PaletteKind kind) {
  std::vector<int> out;
  if (!entry(kind).wraps) return out;
  each_body(cards, [&](const Body& body, int, int) {
    for (const Block& block : body.blocks) {
      if (why_not_around(body, block, kind).empty()) out.push_back(block.id);
    }
  });
  return out;
}

bool legal(const Cards& cards, std::string_view source, const Gesture& gesture) {
  return rewrite(source, gesture, cards.stamp).ok();
}

}  // namespace simul::composer

#include "ui/compose_layout.hpp"

#include <algorithm>
#include <map>

namespace simul::ui {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Card;
using composer::Cards;
using composer::Place;
using composer::Slot;
using composer::Wire;
using composer::WireKind;

namespace {

constexpr double kHead_px = 36, kPad_px = 12, kRow_px = 28, kItem_px = 26, kGap_px = 6;
constexpr double kItemGap_px = 3, kSlot_px = 20, kIndent_px = 12, kLabel_px = 20, kEmpty_px = 18;
constexpr double kLeast_px = 230, kMost_px = 360, kMostSlot_px = 190;
constexpr double kColumn_px = 112, kBetween_px = 24, kMargin_px = 24;
constexpr double kBrokenLine_px = 18;
constexpr std::size_t kMostShown = 60;  // bytes of a title
constexpr std::size_t kMostBrokenLines = 6;

// The first line, cut to what anybody reads.
std::string first_line(std::string_view text) {
  std::string line(text.substr(0, text.find_first_of("\r\n")));
  const bool more = line.size() < text.size() || line.size() > kMostShown;
  std::size_t end = std::min(line.size(), kMostShown);
  while (end > 0 && end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
    --end;
  line.resize(end);
  return more ? line + " …" : line;
}

// As they are written, without the indentation that all of them share; the rest in a word.
std::vector<std::string> broken_lines(const composer::Broken& broken) {
  std::vector<std::string> lines;
  std::size_t indent = std::string::npos;
  for (std::string_view rest = broken.text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines.emplace_back(rest.substr(0, end));
    if (lines.back().ends_with('\r')) lines.back().pop_back();
    const std::size_t at = lines.back().find_first_not_of(" \t");
    // The first begins where its code does.
    if (lines.size() > 1 && at != std::string::npos) indent = std::min(indent, at);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  for (std::size_t i = 1; i < lines.size(); ++i)
    lines[i].erase(0, std::min(indent, lines[i].size()));
  if (lines.size() > kMostBrokenLines) {
    const std::size_t more = lines.size() - kMostBrokenLines + 1;
    lines.resize(kMostBrokenLines - 1);
    lines.push_back("… " + std::to_string(more) + " more lines");
  }
  return lines;
}

bool own_text(const Block& block) {
  return block.kind == BlockKind::kOther || block.kind == BlockKind::kImport ||
         block.kind == BlockKind::kPass || block.kind == BlockKind::kClass;
}

// What a card is about is told by itself; a function inside is a card of its own.
bool hidden(const Card& card, const Block& block) {
  return card.block == -1 &&
         (block.kind == BlockKind::kImport || block.kind == BlockKind::kDefinition);
}

class Placer {
 public:
  Placer(const Cards& cards,
         const TextWidth& width,
         bool narrow,
         double room_px,
         const std::optional<Place>& open)
      : cards_(cards), width_(width), narrow_(narrow), room_px_(room_px), open_(open) {}

  ComposeLayout place() {
    for (std::size_t i = 0; i < cards_.cards.size(); ++i) {
      const int card = static_cast<int>(i);
      own(cards_.cards[i].body, card);
    }
    const std::vector<std::vector<int>> columns = in_columns();
    double x = kMargin_px;
    for (const std::vector<int>& column : columns) {
      double y = kMargin_px - 4, wide = 0;
      for (int card : column) {
        const double w =
            narrow_ ? std::max(kLeast_px, room_px_ - 2 * kMargin_px) : card_width(card);
        y = place_card(card, x, y, w) + kBetween_px;
        wide = std::max(wide, w);
      }
      out_.height = std::max(out_.height, y);
      x += wide + (narrow_ ? 0 : kColumn_px);
      out_.width = std::max(out_.width, x - (narrow_ ? 0 : kColumn_px) + kMargin_px);
    }
    if (!narrow_) wires();
    return std::move(out_);
  }

 private:
  // ---- which card calls which

  void own(const Body& body, int card) {
    for (const Block& block : body.blocks) {
      card_of_[block.id] = card;
      for (const Body& inner : block.bodies) own(inner, card);
    }
  }

  // What is broken between the functions has its place in the module's card.
  bool shown(const Card& card) const {
    if (shows_card(card)) return true;
    return std::any_of(cards_.broken.begin(), cards_.broken.end(), [&](const auto& broken) {
      return broken.place.owner == card.block;
    });
  }

  std::vector<std::vector<int>> in_columns() {
    const int count = static_cast<int>(cards_.cards.size());
    std::vector<std::vector<int>> calls(static_cast<std::size_t>(count));
    std::vector<bool> called(static_cast<std::size_t>(count));
    for (const Wire& wire : cards_.wires) {
      auto from = card_of_.find(wire.block);
      if (wire.card < 0 || wire.card >= count || from == card_of_.end()) continue;
      if (from->second == wire.card) continue;
      calls[static_cast<std::size_t>(from->second)].push_back(wire.card);
      if (shown(cards_.cards[static_cast<std::size_t>(from->second)]))
        called[static_cast<std::size_t>(wire.card)] = true;
    }
    std::vector<int> level(static_cast<std::size_t>(count), -1);
    std::vector<int> order;
    auto begin = [&](int root) {
      if (level[static_cast<std::size_t>(root)] >= 0) return;
      level[static_cast<std::size_t>(root)] = 0;
      std::vector<int> queue = {root};
      for (std::size_t i = 0; i < queue.size(); ++i) {
        order.push_back(queue[i]);
        for (int next : calls[static_cast<std::size_t>(queue[i])]) {
          if (level[static_cast<std::size_t>(next)] >= 0) continue;
          level[static_cast<std::size_t>(next)] = level[static_cast<std::size_t>(queue[i])] + 1;
          queue.push_back(next);
        }
      }
    };
    auto each = [&](auto wanted) {
      for (int i = 0; i < count; ++i) {
        const Card& card = cards_.cards[static_cast<std::size_t>(i)];
        if (shown(card) && wanted(i, card)) begin(i);
      }
    };
    each([](int, const Card& card) { return card.is_entry; });
    each([&](int i, const Card& card) {
      return card.block != -1 && !called[static_cast<std::size_t>(i)];
    });
    each([](int, const Card&) { return true; });
    std::vector<std::vector<int>> columns;
    for (int card : order) {
      if (!shown(cards_.cards[static_cast<std::size_t>(card)])) continue;
      const auto column = narrow_ ? std::size_t{0}
                                  : static_cast<std::size_t>(level[static_cast<std::size_t>(card)]);
      if (columns.size() <= column) columns.resize(column + 1);
      columns[column].push_back(card);
    }
    std::erase_if(columns, [](const auto& column) { return column.empty(); });
    return columns;
  }

  // ---- how wide

  static std::string title(const Block& block) {
    if (own_text(block)) return first_line(block.text);
    std::string words = first_line(block.title);
    // Whose task it is says more than how it is started.
    const std::size_t at = words.find("create_task");
    if (at != std::string::npos && block.items.size() == 1 && !block.items[0].callee.empty())
      words.replace(at, 11, "task of " + block.items[0].callee);
    return words;
  }
  // A single call stands in the row of its block.
  static bool single(const Block& block) {
    return block.items.size() == 1 && block.kind != BlockKind::kGather &&
           block.kind != BlockKind::kGroup;
  }
  static Type title_type(const Block& block) {
    return own_text(block) ? Type::kNumberBig : Type::kButton;
  }
  double slot_width(const Slot& slot) const {
    return std::clamp(width_(Type::kNumberBig, first_line(slot.text)) + 16, 26.0, kMostSlot_px);
  }
  // Of what is its own text the slot says the same again.
  static bool has_slots(const Block& block) { return !own_text(block); }

  double block_width(const Block& block) const {
    double wide = 14 + width_(title_type(block), title(block)) + 12;
    if (has_slots(block)) {
      for (const Slot& slot : block.slots) wide += slot_width(slot) + 6;
    }
    for (const composer::Item& item : block.items) {
      if (single(block)) {
        if (block.slots.empty()) wide += slot_width(item.arguments) + 20;
        break;
      }
      double row =
          10 + 12 + width_(Type::kNote, item.callee) + 12 + slot_width(item.arguments) + 24;
      wide = std::max(wide, row);
    }
    int number = 0;
    for (const Body& body : block.bodies)
      wide = std::max(wide, body_width(body, block.id, number++) + kIndent_px + 6);
    return wide;
  }
  double body_width(const Body& body, int owner, int number) const {
    double wide = width_(Type::kSmall, body.label) + 12;
    for (const Block& block : body.blocks) wide = std::max(wide, block_width(block));
    for (const composer::Broken& broken : cards_.broken) {
      if (broken.place.owner != owner || broken.place.body != number) continue;
      for (const std::string& line : broken_lines(broken))
        wide = std::max(wide, width_(Type::kNumberBig, line) + 28);
    }
    return wide;
  }
  double card_width(int index) const {
    const Card& card = cards_.cards[static_cast<std::size_t>(index)];
    double head = width_(Type::kStrong, name(card)) + 10 +
                  width_(Type::kNumberBig, "(" + first_line(card.parameters) + ")") + 2 * 14;
    return std::clamp(
        std::max(head, body_width(card.body, card.block, 0) + 2 * kPad_px), kLeast_px, kMost_px);
  }
  static std::string name(const Card& card) { return card.name.empty() ? "program" : card.name; }

  // ---- where

  double place_card(int index, double x, double y, double w) {
    const Card& card = cards_.cards[static_cast<std::size_t>(index)];
    const std::size_t at = out_.cards.size();
    out_.cards.push_back({{x, y, w, 0}, {x, y, w, kHead_px}, index, name(card)});
    double bottom = place_body(
        card.body, card.block, 0, index, x + kPad_px, y + kHead_px + kPad_px - 2, w - 2 * kPad_px);
    bottom += kPad_px - 2;
    out_.cards[at].rect.h = bottom - y;
    return bottom;
  }

  double place_body(
      const Body& body, int owner, int number, int card, double x, double y, double w) {
    const Card& of = cards_.cards[static_cast<std::size_t>(card)];
    // The room that it takes.
    auto gap = [&](int index, double at) {
      if (index < body.first) return 0.0;
      const Place place{owner, number, index};
      const double more = open_ == place ? kOpened_px : 0;
      out_.gaps.push_back({place, x, at + more / 2, w, card});
      return more;
    };
    bool any = false;
    int index = 0;
    // What is broken stands before the place behind it.
    auto broken = [&] {
      for (const composer::Broken& one : cards_.broken) {
        if (!(one.place == Place{owner, number, index})) continue;
        PlacedBroken placed{{x, y, w, 0}, &one, card, broken_lines(one)};
        placed.rect.h =
            2 * kBrokenPad_px + kBrokenLine_px * static_cast<double>(placed.lines.size());
        y = placed.rect.bottom() + kGap_px;
        out_.broken.push_back(std::move(placed));
        any = true;
      }
    };
    for (const Block& block : body.blocks) {
      broken();
      if (owner == -1 && hidden(of, block)) {
        ++index;
        continue;
      }
      y += gap(index++, y - kGap_px / 2);
      y = place_block(block, card, x, y, w) + kGap_px;
      any = true;
    }
    broken();
    if (!any) {
      gap(index, y + kEmpty_px / 2);
      return y + kEmpty_px;
    }
    y += gap(index, y - kGap_px / 2);
    return y - kGap_px;
  }

  double place_block(const Block& block, int card, double x, double y, double w) {
    const std::size_t at = out_.blocks.size();
    PlacedBlock placed;
    placed.block = &block;
    placed.card = card;
    placed.title = title(block);
    placed.code = own_text(block);
    placed.head = {x, y, w, kRow_px};
    double right = x + w - 6;
    if (has_slots(block)) {
      // From the right, so that a row of cards has its numbers below each other.
      const double words = 14 + width_(title_type(block), placed.title) + 10;
      double room = std::max(40.0, w - words - 6);
      for (auto slot = block.slots.rbegin(); slot != block.slots.rend(); ++slot) {
        const double wide = std::min(slot_width(*slot), room);
        if (wide < 26) break;
        right -= wide;
        room -= wide + 4;
        placed.slots.push_back({{right, y + (kRow_px - kSlot_px) / 2, wide, kSlot_px}, &*slot});
        right -= 4;
      }
      std::reverse(placed.slots.begin(), placed.slots.end());
    }
    double bottom = y + kRow_px;
    int index = 0;
    for (const composer::Item& item : block.items) {
      PlacedItem row;
      row.index = index++;
      const bool alone = single(block);
      if (alone) {
        row.rect = placed.head;
      } else {
        row.rect = {x + 14, bottom, w - 14 - 8, kItem_px};
        bottom += kItem_px + kItemGap_px;
      }
      if (!alone || placed.slots.empty()) {
        const double words = alone ? 14 + width_(title_type(block), placed.title)
                                   : 10 + width_(Type::kNote, item.callee);
        const double wide = std::min(slot_width(item.arguments), row.rect.w - words - 30);
        // What is no call is its own text.
        const double left = item.callee.empty() && !alone
                                ? row.rect.x + 6
                                : row.rect.right() - wide - (alone ? 10 : 12);
        if (wide >= 26 && (!item.callee.empty() || !item.arguments.text.empty()))
          row.arguments = {{left, row.rect.y + (row.rect.h - kSlot_px) / 2, wide, kSlot_px},
                           &item.arguments};
      }
      placed.items.push_back(row);
    }
    if (bottom > y + kRow_px) bottom += 3;
    out_.blocks.push_back(std::move(placed));
    out_.at[block.id] = at;
    int number = 0;
    for (const Body& body : block.bodies) {
      if (!body.label.empty()) {
        out_.labels.push_back({x + kIndent_px + 2, bottom, w - kIndent_px - 8, body.label});
        bottom += kLabel_px;
      }
      bottom = place_body(
                   body, block.id, number++, card, x + kIndent_px, bottom + 1, w - kIndent_px - 6) +
               kGap_px;
    }
    out_.blocks[at].rect = {x, y, w, bottom - y};
    return bottom;
  }

  void wires() {
    std::map<int, int> into, done;
    for (const Wire& wire : cards_.wires) ++into[wire.card];
    for (const Wire& wire : cards_.wires) {
      const PlacedBlock* from = out_.block(wire.block);
      if (from == nullptr) continue;
      PlacedWire placed;
      placed.wire = &wire;
      placed.x0 = from->head.right();
      placed.y0 = from->head.middle_y();
      for (const PlacedItem& item : from->items) {
        if (item.index != wire.item) continue;
        placed.x0 = item.rect.right();
        placed.y0 = item.rect.middle_y();
      }
      if (wire.card >= 0) {
        auto to = std::find_if(out_.cards.begin(), out_.cards.end(), [&](const PlacedCard& card) {
          return card.card == wire.card;
        });
        if (to == out_.cards.end()) continue;
        const int count = into[wire.card], nth = done[wire.card]++;
        const double apart = std::min(10.0, 22.0 / std::max(1, count - 1));
        // From beside or behind the card the wire comes round its right side.
        placed.x1 = placed.x0 > to->rect.x ? to->rect.right() : to->rect.x;
        placed.y1 = to->head.middle_y() + apart * (nth - (count - 1) / 2.0);
      } else {
        const PlacedBlock* task = out_.block(wire.task);
        if (task == nullptr) continue;
        placed.x1 = task->head.right();
        placed.y1 = task->head.middle_y();
      }
      out_.wires.push_back(placed);
    }
  }

  const Cards& cards_;
  const TextWidth& width_;
  bool narrow_;
  double room_px_;
  const std::optional<Place>& open_;
  std::map<int, int> card_of_;
  ComposeLayout out_;
};

}  // namespace

bool shows_card(const Card& card) {
  if (card.block != -1) return true;
  return std::any_of(card.body.blocks.begin(), card.body.blocks.end(), [](const Block& block) {
    if (block.kind == BlockKind::kImport || block.kind == BlockKind::kDefinition) return false;
    return block.text.find("asyncio.run(") == std::string::npos;
  });
}

const PlacedBlock* ComposeLayout::block(int id) const {
  auto found = at.find(id);
  return found == at.end() ? nullptr : &blocks[found->second];
}

const PlacedGap* ComposeLayout::gap(const Place& place) const {
  for (const PlacedGap& each : gaps) {
    if (each.place == place) return &each;
  }
  return nullptr;
}

ComposeLayout place_cards(const Cards& cards,
                          const TextWidth& width,
                          bool narrow,
                          double room_px,
                          const std::optional<Place>& open) {
  return Placer(cards, width, narrow, room_px, open).place();
}

}  // namespace simul::ui

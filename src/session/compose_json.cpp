#include "session/compose_json.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "base/flat_json.hpp"
#include "base/json.hpp"
#include "base/utf16.hpp"
#include "composer/cards.hpp"
#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"

namespace simul::session {

namespace {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Card;
using composer::Cards;
using composer::PaletteKind;
using composer::Place;
using composer::SlotKind;

constexpr std::size_t kMostTargets = 120;

// Both ways between the bytes of a text and an editor's units.
class Units {
 public:
  explicit Units(std::string_view text) : at_(text.size() + 1) {
    std::uint32_t units = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      at_[i] = units;
      const auto byte = static_cast<unsigned char>(text[i]);
      // The units of a character are counted at its first byte.
      if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    at_[text.size()] = units;
  }
  [[nodiscard]] std::int64_t of(std::uint32_t byte) const {
    return at_[std::min<std::size_t>(byte, at_.size() - 1)];
  }
  [[nodiscard]] std::uint32_t byte(std::int64_t unit) const {
    const auto found = std::lower_bound(
        at_.begin(), at_.end(), unit, [](std::uint32_t a, std::int64_t b) { return a < b; });
    return static_cast<std::uint32_t>(
        std::min<std::size_t>(static_cast<std::size_t>(found - at_.begin()), at_.size() - 1));
  }

 private:
  std::vector<std::uint32_t> at_;  // of each byte
};

const char* kind_word(BlockKind kind) {
  switch (kind) {
    case BlockKind::kSleep: return "sleep";
    case BlockKind::kBlocking: return "blocking";
    case BlockKind::kPrint: return "print";
    case BlockKind::kCall: return "call";
    case BlockKind::kCreateTask: return "task";
    case BlockKind::kGather: return "gather";
    case BlockKind::kGroup: return "group";
    case BlockKind::kTimeout: return "timeout";
    case BlockKind::kLock: return "lock";
    case BlockKind::kQueuePut: return "queue-put";
    case BlockKind::kQueueGet: return "queue-get";
    case BlockKind::kTry: return "try";
    case BlockKind::kLoop: return "loop";
    case BlockKind::kIf: return "if";
    case BlockKind::kWith: return "with";
    case BlockKind::kMatch: return "match";
    case BlockKind::kReturn: return "return";
    case BlockKind::kPass: return "pass";
    case BlockKind::kImport: return "import";
    case BlockKind::kDefinition: return "def";
    case BlockKind::kClass: return "class";
    case BlockKind::kOther: return "code";
  }
  return "code";
}

const char* slot_word(SlotKind kind) {
  switch (kind) {
    case SlotKind::kNumber: return "number";
    case SlotKind::kString: return "string";
    case SlotKind::kName: return "name";
    case SlotKind::kExpression: return "expression";
    case SlotKind::kArguments: return "arguments";
    case SlotKind::kStatement: return "statement";
  }
  return "expression";
}

// One line, not too long to listen to.
std::string heard(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out;
  for (const char c : text.substr(0, text.find('\n'))) out += c;
  if (out.size() > kMost) {
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out = out.substr(0, end) + " …";
  }
  return out;
}

std::string line_of(const Block& block, const Card& card) {
  std::string out = "line " + std::to_string(block.line);
  return card.name.empty() ? out : out + " of " + card.name;
}

// "sleep, 1.0 seconds, line 6 of worker"
std::string name_of(const Block& block, const Card& card) {
  std::string out = block.title;
  for (const composer::Slot& slot : block.slots) {
    if (slot.text.empty() || slot.text == block.title) continue;
    out += ", " + heard(slot.text);
    if (slot.kind == SlotKind::kNumber && !slot.label.empty()) out += " " + slot.label;
  }
  for (const composer::Item& item : block.items) {
    out += ", ";
    out += item.callee.empty() ? heard(item.arguments.text)
                               : item.callee + "(" + heard(item.arguments.text) + ")";
  }
  return out + ", " + line_of(block, card);
}

std::string name_of(const composer::Broken& broken, const Card& card) {
  Block at;
  at.line = broken.line;
  return "does not parse: " + heard(broken.text) + ", " + line_of(at, card);
}

class CardsWriter {
 public:
  CardsWriter(std::string_view source, const Cards& cards) : units_(source), cards_(cards) {}

  std::string write() {
    json_.begin_object().key("parses").value(cards_.parses);
    json_.key("stamp").value(cards_.stamp).key("blocks").value(cards_.blocks);
    json_.key("cards").begin_array();
    for (const Card& card : cards_.cards) {
      json_.begin_object().key("name").value(card.name);
      json_.key("parameters").value(card.parameters);
      json_.key("coroutine").value(card.is_coroutine).key("entry").value(card.is_entry);
      json_.key("line").value(card.line).key("block").value(card.block).key("body");
      body(card.body, card, card.block, 0);
      json_.end_object();
    }
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void range(TextRange range) {
    json_.key("from").value(units_.of(range.begin)).key("to").value(units_.of(range.end));
  }
  void slot(const composer::Slot& slot) {
    json_.begin_object().key("label").value(slot.label);
    range(slot.range);
    json_.key("kind").value(slot_word(slot.kind)).key("text").value(slot.text).end_object();
  }
  void body(const Body& body, const Card& card, int owner, int number) {
    json_.begin_object().key("label").value(body.label);
    json_.key("owner").value(owner).key("body").value(number).key("first").value(body.first);
    json_.key("coroutine").value(body.in_coroutine).key("blocks").begin_array();
    for (const Block& block : body.blocks) this->block(block, card);
    json_.end_array().key("broken").begin_array();
    for (const composer::Broken& one : cards_.broken) {
      if (one.place.owner != owner || one.place.body != number) continue;
      json_.begin_object().key("index").value(one.place.index).key("line").value(one.line);
      range(one.range);
      json_.key("text").value(one.text).key("name").value(name_of(one, card)).end_object();
    }
    json_.end_array().end_object();
  }
  void block(const Block& block, const Card& card) {
    json_.begin_object().key("id").value(block.id).key("kind").value(kind_word(block.kind));
    json_.key("title").value(block.title).key("name").value(name_of(block, card));
    json_.key("line").value(block.line);
    range(block.range);
    json_.key("slots").begin_array();
    for (const composer::Slot& one : block.slots) slot(one);
    json_.end_array().key("items").begin_array();
    for (const composer::Item& item : block.items) {
      json_.begin_object().key("callee").value(item.callee);
      range(item.range);
      json_.key("slot");
      slot(item.arguments);
      json_.key("card").value(item.card).end_object();
    }
    json_.end_array().key("bodies").begin_array();
    for (std::size_t i = 0; i < block.bodies.size(); ++i)
      body(block.bodies[i], card, block.id, static_cast<int>(i));
    json_.end_array().key("card").value(block.card).key("fixed").value(block.fixed).end_object();
  }

  Units units_;
  const Cards& cards_;
  JsonWriter json_;
};

int number_of(const FlatJson& json, std::string_view name, int usual = -1) {
  return static_cast<int>(json.count(name, usual));
}
Place place_of(const FlatJson& json) {
  return {number_of(json, "owner"), number_of(json, "body", 0), number_of(json, "index", 0)};
}
TextRange range_of(const FlatJson& json, const Units& units) {
  const std::int64_t from = json.count("from"), to = std::max(from, json.count("to"));
  return {units.byte(from), units.byte(to)};
}

const composer::PaletteEntry* palette_entry(std::string_view id) {
  for (const composer::PaletteEntry& entry : composer::palette())
    if (entry.id == id) return &entry;
  return nullptr;
}

// The new lines of an edit without the indent that they share and the blank lines around them.
std::string dedented(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const auto blank = [](std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
  };
  while (!lines.empty() && blank(lines.front())) lines.erase(lines.begin());
  while (!lines.empty() && blank(lines.back())) lines.pop_back();
  std::size_t indent = std::string_view::npos;
  for (const std::string_view line : lines)
    if (!blank(line)) indent = std::min(indent, line.find_first_not_of(" \t"));
  std::string out;
  for (const std::string_view line : lines) {
    if (!out.empty()) out += '\n';
    if (!blank(line)) out += line.substr(indent);
  }
  return out;
}

// What a gesture's JSON says, or a sentence why it says nothing.
Result<composer::Gesture> read_gesture(const FlatJson& json, const Units& units) {
  const std::string what = json.text("do");
  const int block = number_of(json, "block");
  if (what == "insert") {
    const composer::PaletteEntry* entry = palette_entry(json.text("entry"));
    if (entry == nullptr) return Error{"The palette has no “" + json.text("entry") + "”.", {}};
    composer::Insert insert;
    insert.kind = entry->kind;
    insert.place = place_of(json);
    insert.onto = number_of(json, "onto");
    insert.coroutine = json.text("coroutine");
    return composer::Gesture(std::move(insert));
  }
  if (what == "move") return composer::Gesture(composer::Move{block, place_of(json)});
  if (what == "duplicate") return composer::Gesture(composer::Duplicate{block});
  if (what == "delete") return composer::Gesture(composer::Delete{block});
  if (what == "slot")
    return composer::Gesture(composer::EditSlot{range_of(json, units), json.text("text")});
  if (what == "coroutine") return composer::Gesture(composer::NewCoroutine{json.text("name")});
  if (what == "task") {
    composer::StartTask start;
    start.coroutine = json.text("coroutine");
    start.place = place_of(json);
    return composer::Gesture(std::move(start));
  }
  if (what == "wire") {
    composer::DrawWire wire;
    const std::string blocks = json.text("blocks");
    for (const char* at = blocks.c_str(); *at != '\0';) {
      char* end = nullptr;
      wire.from.push_back(static_cast<int>(std::strtol(at, &end, 10)));
      if (end == at) return Error{"A wire begins at a step.", {}};
      at = end;
    }
    wire.to = number_of(json, "to");
    wire.place = place_of(json);
    if (json.text("join") == "gather") wire.join = composer::DrawWire::Join::kGather;
    if (json.text("join") == "group") wire.join = composer::DrawWire::Join::kGroup;
    return composer::Gesture(std::move(wire));
  }
  if (what == "cut") return composer::Gesture(composer::CutWire{block, number_of(json, "item")});
  if (what == "seconds") {
    composer::SetSeconds set;
    set.range = range_of(json, units);
    set.seconds = json.number("seconds");
    return composer::Gesture(set);
  }
  if (what == "start") {
    composer::SetStart start;
    start.line = static_cast<std::uint32_t>(number_of(json, "line", 0));
    start.column = static_cast<std::uint32_t>(number_of(json, "column", 0));
    start.tasks = number_of(json, "tasks", 1);
    start.seconds = json.number("seconds");
    return composer::Gesture(start);
  }
  if (what == "refactor") {
    for (const composer::Refactoring& one : composer::refactorings()) {
      if (one.id != json.text("kind")) continue;
      composer::Refactor refactor;
      refactor.kind = one.kind;
      refactor.block = block;
      refactor.last = number_of(json, "last");
      if (json.has("from")) refactor.name = range_of(json, units);
      refactor.text = json.text("text");
      refactor.number = json.number("number");
      return composer::Gesture(std::move(refactor));
    }
    return Error{"There is no refactoring “" + json.text("kind") + "”.", {}};
  }
  return Error{"There is no gesture “" + what + "”.", {}};
}

std::string refusal(const std::string& why) {
  JsonWriter json;
  json.begin_object().key("refused").value(sentence_of(why)).end_object();
  return json.take();
}

void write_offer(JsonWriter& json,
                 std::string_view source,
                 const composer::PaletteEntry& entry,
                 const composer::Insert& insert,
                 const std::string& word) {
  const Result<TextEdits> edits = composer::rewrite(source, insert);
  if (!edits.ok()) return;
  json.begin_object().key("entry").value(entry.id).key("coroutine").value(insert.coroutine);
  json.key("word").value(word).key("code").value(code_of(edits.value())).end_object();
}

// The card whose body, or an inner one of it, this is.
const Card& home_of(const Cards& cards, const Body& body) {
  for (const Card& card : cards.cards)
    if (card.block >= 0 && card.block == body.function) return card;
  return cards.cards.front();
}

}  // namespace

std::string place_words(const Cards& cards, const Place& place) {
  const Body* body = cards.body(place);
  if (body == nullptr) return "";
  const Card* home = &home_of(cards, *body);
  if (place.index > 0 && place.index <= static_cast<int>(body->blocks.size())) {
    const Block& before = body->blocks[static_cast<std::size_t>(place.index) - 1];
    return "after " + before.title + ", " + line_of(before, *home);
  }
  const Block* owner = cards.block(place.owner);
  if (owner == nullptr) return "first in the program";
  if (owner->kind == BlockKind::kDefinition) return "first in " + home->name;
  const std::string& label = body->label;
  return "first in " + (label.empty() ? owner->title : label) + ", " + line_of(*owner, *home);
}

std::string block_words(const Cards& cards, int block) {
  Place place;
  const Block* one = cards.block(block);
  if (one == nullptr || !cards.find(block, &place)) return "";
  return one->title + ", " + line_of(*one, home_of(cards, *cards.body(place)));
}

std::string code_of(const TextEdits& edits) {
  std::string out;
  for (const TextEdit& edit : edits.edits()) {
    const std::string code = dedented(edit.text);
    if (!code.empty()) out += (out.empty() ? "" : "\n…\n") + code;
  }
  return out;
}

std::string sentence_of(std::string why) {
  if (!why.empty() && why.front() >= 'a' && why.front() <= 'z')
    why.front() = static_cast<char>(why.front() - 'a' + 'A');
  if (!why.empty() && std::string_view(".!?").find(why.back()) == std::string_view::npos)
    why += '.';
  return why;
}

std::string cards_json(std::string_view source) {
  const Cards cards = composer::cards(source);
  return CardsWriter(source, cards).write();
}

std::string offers_json(std::string_view source, std::string_view place) {
  JsonWriter json;
  json.begin_object().key("offers").begin_array();
  if (const std::optional<FlatJson> asked = FlatJson::read(place)) {
    const Cards cards = composer::cards(source);
    const Place at = place_of(*asked);
    const int onto = number_of(*asked, "onto");
    const Body* body = cards.body(at);
    for (const composer::PaletteEntry& entry : composer::palette()) {
      if (body == nullptr || entry.kind == PaletteKind::kCoroutine) continue;
      if (onto >= 0 && !entry.wraps) continue;
      composer::Insert insert;
      insert.kind = entry.kind;
      insert.place = at;
      insert.onto = onto;
      const bool calls = entry.kind == PaletteKind::kCall || entry.kind == PaletteKind::kTask;
      bool named = false;
      for (const Card& card : cards.cards) {
        // Whoever calls itself without an end is no help, and main is started by asyncio.run.
        const bool own = card.block >= 0 && card.block == body->function;
        const bool plain = card.name.find('.') == std::string::npos;
        if (!calls || !card.is_coroutine || card.is_entry || own || !plain) continue;
        insert.coroutine = card.name;
        named = true;
        write_offer(json,
                    source,
                    entry,
                    insert,
                    (entry.kind == PaletteKind::kCall ? "call " : "start a task of ") + card.name);
      }
      if (!named) write_offer(json, source, entry, insert, std::string(entry.word));
    }
  }
  json.end_array().end_object();
  return json.take();
}

std::string targets_json(std::string_view source, int block) {
  const Cards cards = composer::cards(source);
  JsonWriter json;
  json.begin_object().key("targets").begin_array();
  std::size_t count = 0;
  if (cards.block(block) != nullptr) {
    for (const Place& place : composer::places(cards, block)) {
      if (++count > kMostTargets) break;
      json.begin_object().key("owner").value(place.owner).key("body").value(place.body);
      json.key("index").value(place.index).key("words").value(place_words(cards, place));
      json.end_object();
    }
  }
  json.end_array().end_object();
  return json.take();
}

std::string refactorings_json(std::string_view source, std::string_view about) {
  static constexpr const char* kAbout[] = {
      "What it prints stays the same, at the same times.",
      "It prints the same lines, at other times and so perhaps in another order.",
      "It is there to change what happens.",
  };
  JsonWriter json;
  json.begin_object().key("refactorings").begin_array();
  if (const std::optional<FlatJson> asked = FlatJson::read(about)) {
    const Units units(source);
    const Cards cards = composer::cards(source);
    const int block = number_of(*asked, "block");
    std::vector<composer::RefactorKind> kinds;
    if (cards.block(block) != nullptr) kinds = composer::offered(cards, block);
    const auto rename = std::find(kinds.begin(), kinds.end(), composer::RefactorKind::kRename);
    // A name is renamed where it stands, whatever the step.
    if (asked->has("from") && rename == kinds.end())
      kinds.push_back(composer::RefactorKind::kRename);
    if (!asked->has("from") && rename != kinds.end()) kinds.erase(rename);
    for (const composer::RefactorKind kind : kinds) {
      const composer::Refactoring& one = composer::refactoring(kind);
      composer::Refactor refactor;
      refactor.kind = kind;
      refactor.block = block;
      if (asked->has("from")) refactor.name = range_of(*asked, units);
      // Whether it goes at all: a name that nobody has is as good as any.
      if (one.asks_name) refactor.text = "a_name_that_is_free";
      const Result<TextEdits> tried = composer::rewrite(source, refactor);
      json.begin_object().key("kind").value(one.id).key("title").value(one.title);
      json.key("about").value(kAbout[static_cast<std::size_t>(one.expectation)]);
      json.key("parameter");
      json.value(one.asks_name                                 ? "name"
                 : !one.asks_number                            ? "none"
                 : kind == composer::RefactorKind::kAddTimeout ? "seconds"
                                                               : "count");
      json.key("refused");
      tried.ok() ? json.null() : json.value(sentence_of(tried.error().message));
      json.end_object();
    }
  }
  json.end_array().end_object();
  return json.take();
}

std::string gesture_json(std::string_view source, std::string_view gesture) {
  const std::optional<FlatJson> asked = FlatJson::read(gesture);
  if (!asked) return refusal("That is no gesture.");
  const Units units(source);
  Result<composer::Gesture> read = read_gesture(*asked, units);
  if (!read.ok()) return refusal(read.error().message);
  const auto stamp = static_cast<std::uint32_t>(asked->number("stamp"));
  const Result<TextEdits> edits = composer::rewrite(source, read.value(), stamp);
  if (!edits.ok()) return refusal(edits.error().message);
  JsonWriter json;
  json.begin_object().key("edits").begin_array();
  for (const TextEdit& edit : edits.value().edits()) {
    json.begin_object().key("from").value(units.of(edit.range.begin));
    json.key("to").value(units.of(edit.range.end)).key("text").value(edit.text).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string proof_json(const Proof& proof) {
  static constexpr const char* kKinds[] = {"same", "other order", "other", "unknown"};
  JsonWriter json;
  json.begin_object().key("kind").value(kKinds[static_cast<std::size_t>(proof.kind)]);
  json.key("sentence").value(proof.sentence);
  json.key("lines").value(static_cast<std::int64_t>(proof.lines));
  json.key("before_s").value(static_cast<double>(proof.before_ns) / 1e9);
  json.key("after_s").value(static_cast<double>(proof.after_ns) / 1e9).end_object();
  return json.take();
}

}  // namespace simul::session

// simul-gestures SEED COUNT FILE...: random gestures on the files' programs, one JSON line each.
//
// A chain begins with {"text": ...}: a file as it is, or with other newlines, other indentation,
// statements joined on a line. Each further line is one gesture on what the one before left, with
// its edits or its refusal. Three laws are checked here: the text after the edits parses, the edits
// undone give the same bytes, and a gesture made on another text is refused. The last line counts.
//
// Where a text has a line that is no Python the gestures go on as if it were not there, and leave
// no further mistake.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "base/json.hpp"
#include "composer/cards.hpp"
#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "composer/program.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"
#include "composer/tools/gesture_texts.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {
namespace {

std::string read(const char* path) {
  std::string out;
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) return out;
  char buffer[65536];
  for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) out.append(buffer, n);
  std::fclose(file);
  return out;
}

bool parses(std::string_view text) {
  return syntax::parse(text).ok();
}

std::size_t mistakes(std::string_view text) {
  return syntax::parse(text).diagnostics.size();
}

const std::vector<std::string> kTexts = {
    "1",           "2.5",
    "0x10",        "\"\xc3\xa9\"",
    "x + 1",       "lambda: 0",
    "a, b",        "f(x)",
    "(1,\n  2)",   "x if y else z",
    "\"# no\"",    "*a",
    "a := 1",      "",
    ")",           "1 # c",
    "\"open",      "await x",
    "not x",       "x: int",
    "pass",        "print(1); print(2)",
    "n\xc3\xa4me", "f\"{x!r:>{w}}\"",
    "x.y[1:2]",    "key=1",
    "*a, **k",     "-1",
    "a\n",         "1, 2, key=3",
    "return",      "x = 1",
    "\\",          "yield",
    "'''a\nb'''",  "x for x in y",
};

class Player {
 public:
  Player(std::string text, std::uint64_t seed) : text_(std::move(text)), chance_(seed) {}

  struct Made {
    Gesture gesture;
    JsonWriter json;
  };

  // One gesture; its JSON line. False when the text is to be left.
  bool play(std::string& out, long& refused, long& wrong) {
    const Cards all = cards(text_);
    if (all.blocks == 0) return false;
    JsonWriter json;
    json.begin_object();
    const Gesture gesture = choose(all, json);
    json.key("gesture").value(to_text(gesture));
    Result<TextEdits> edits = rewrite(text_, gesture, all.stamp);
    if (!edits.ok()) {
      ++refused;
      json.key("refused").value(edits.error().message);
    } else {
      json.key("edits").begin_array();
      for (const TextEdit& edit : edits.value().edits()) {
        json.begin_array()
            .value(edit.range.begin)
            .value(edit.range.end)
            .value(edit.text)
            .end_array();
      }
      json.end_array();
      Result<std::string> after = edits.value().apply(text_);
      std::string fault;
      if (!after.ok()) {
        fault = "the edits do not fit";
      } else {
        if (mistakes(after.value()) > mistakes(text_)) fault = "the text does not parse any more";
        Result<std::string> back = edits.value().invert(text_).apply(after.value());
        if (!back.ok() || back.value() != text_) fault = "undone, the text is another";
        if (after.value() != text_ && rewrite(after.value(), gesture, all.stamp).ok())
          fault = "a gesture on another text is not refused";
      }
      if (!fault.empty()) {
        ++wrong;
        json.key("fault").value(fault);
      } else {
        text_ = after.value();
      }
    }
    json.end_object();
    out = json.take();
    return text_.size() < 20000;
  }

 private:
  int block(const Cards& all) { return chance_.below(all.blocks); }

  Place place(const Cards& all, const std::vector<Place>& good) {
    if (good.empty() || chance_.one_in(12)) {
      // Anywhere, also where nothing may stand.
      return {chance_.below(all.blocks + 1) - 1, chance_.below(3), chance_.below(6)};
    }
    return chance_.of(good);
  }

  static void tell(JsonWriter& json, const Place& place) {
    json.key("place")
        .begin_array()
        .value(place.owner)
        .value(place.body)
        .value(place.index)
        .end_array();
  }
  static void tell(JsonWriter& json, TextRange range) {
    json.key("range").begin_array().value(range.begin).value(range.end).end_array();
  }

  void slots(const Body& body, std::vector<Slot>& out) const {
    for (const Block& block : body.blocks) {
      out.insert(out.end(), block.slots.begin(), block.slots.end());
      for (const Item& item : block.items) out.push_back(item.arguments);
      for (const Body& inner : block.bodies) slots(inner, out);
    }
  }

  std::vector<int> blocks_of(const Cards& all, BlockKind kind) const {
    std::vector<int> out;
    for (int id = 0; id < all.blocks; ++id) {
      const Block* block = all.block(id);
      if (block != nullptr && block->kind == kind) out.push_back(id);
    }
    return out;
  }

  static std::vector<int> offering(const Cards& all, RefactorKind kind) {
    std::vector<int> out;
    for (int id = 0; id < all.blocks; ++id) {
      const std::vector<RefactorKind> kinds = offered(all, id);
      if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) out.push_back(id);
    }
    return out;
  }

  Gesture choose(const Cards& all, JsonWriter& json) {
    switch (chance_.below(24)) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4: return insert(all, json);
      case 5:
      case 6: {
        Insert gesture;
        static constexpr PaletteKind kWraps[] = {
            PaletteKind::kTimeout, PaletteKind::kLock, PaletteKind::kTry, PaletteKind::kLoop};
        gesture.kind = kWraps[chance_.below(4)];
        const std::vector<int> hosts = composer::hosts(all, gesture.kind);
        gesture.onto = hosts.empty() || chance_.one_in(12) ? block(all) : chance_.of(hosts);
        json.key("op").value("wrap").key("kind").value(entry(gesture.kind).id);
        json.key("onto").value(gesture.onto);
        return gesture;
      }
      case 7:
      case 8:
      case 9:
      case 10: {
        const int id = block(all);
        const Move gesture{id, place(all, places(all, id))};
        json.key("op").value("move").key("block").value(id);
        tell(json, gesture.place);
        return gesture;
      }
      case 11: {
        const Duplicate gesture{block(all)};
        json.key("op").value("duplicate").key("block").value(gesture.block);
        return gesture;
      }
      case 12:
      case 13: {
        const Delete gesture{block(all)};
        json.key("op").value("delete").key("block").value(gesture.block);
        return gesture;
      }
      case 14:
      case 15:
      case 16: return edit(all, json);
      case 17:
      case 18: return wire(all, json);
      case 19:
      case 20:
      case 21: return refactor(all, json);
      case 22: return start(json);
      default: return seconds(json);
    }
  }

  Gesture insert(const Cards& all, JsonWriter& json) {
    Insert gesture;
    gesture.kind = static_cast<PaletteKind>(chance_.below(kPaletteKinds));
    gesture.place = place(all, places(all, gesture.kind));
    if (chance_.one_in(8))
      gesture.coroutine = chance_.one_in(2) ? "fresh_one" : all.cards.back().name;
    json.key("op").value("insert").key("kind").value(entry(gesture.kind).id);
    json.key("coroutine").value(gesture.coroutine);
    tell(json, gesture.place);
    return gesture;
  }

  Gesture edit(const Cards& all, JsonWriter& json) {
    std::vector<Slot> found;
    for (const Card& card : all.cards) slots(card.body, found);
    EditSlot gesture;
    static constexpr const char* kKinds[] = {
        "number", "string", "name", "expression", "arguments", "statement"};
    json.key("op").value("edit");
    if (!found.empty()) {
      const Slot slot = chance_.of(found);
      gesture.range = slot.range;
      json.key("kind").value(kKinds[static_cast<int>(slot.kind)]);
    }
    gesture.text = chance_.of(kTexts);
    tell(json, gesture.range);
    json.key("text").value(gesture.text);
    return gesture;
  }

  Gesture wire(const Cards& all, JsonWriter& json) {
    const std::vector<int> gathers = blocks_of(all, BlockKind::kGather);
    const std::vector<int> tasks = blocks_of(all, BlockKind::kCreateTask);
    if (!gathers.empty() && chance_.one_in(2)) {
      std::vector<int> wired = gathers;
      wired.insert(wired.end(), tasks.begin(), tasks.end());
      const CutWire gesture{chance_.of(wired), chance_.below(3)};
      json.key("op").value("cut").key("block").value(gesture.block).key("item").value(gesture.item);
      return gesture;
    }
    DrawWire gesture;
    const std::vector<int> pairs = offering(all, RefactorKind::kSequentialToGather);
    if (tasks.empty() && pairs.empty() && !chance_.one_in(12)) return insert(all, json);
    Place at;
    if (!tasks.empty() && (pairs.empty() || !chance_.one_in(3))) {
      gesture.from.push_back(chance_.of(tasks));
    } else if (!pairs.empty() && all.find(chance_.of(pairs), &at)) {
      // From one awaited call to the next.
      const auto& blocks = all.body(at)->blocks;
      const auto index = static_cast<std::size_t>(at.index);
      gesture.from.push_back(blocks[index].id);
      gesture.to = blocks[index + 1].id;
      if (chance_.one_in(3)) gesture.from.push_back(std::exchange(gesture.to, -1));
    }
    if (gesture.from.empty() || chance_.one_in(12)) gesture.from.push_back(block(all));
    const Block* first = all.block(gesture.from[0]);
    // Of the same function and behind it.
    const auto near = [&](std::vector<int> ids) {
      std::erase_if(ids, [&](int id) {
        const Block* other = all.block(id);
        return id <= gesture.from[0] || first == nullptr || other->function != first->function;
      });
      return ids;
    };
    if (first != nullptr && first->kind == BlockKind::kCreateTask) {
      if (const std::vector<int> more = near(tasks); !more.empty() && chance_.one_in(3))
        gesture.from.push_back(chance_.of(more));
      std::vector<int> ends = near(gathers);
      for (int id : near(blocks_of(all, BlockKind::kGroup))) ends.push_back(id);
      for (int id : near(blocks_of(all, BlockKind::kCall))) {
        if (all.block(id)->items.empty() || all.block(id)->items[0].callee.empty())
          ends.push_back(id);
      }
      if (!ends.empty() && chance_.one_in(2)) gesture.to = chance_.of(ends);
    }
    std::vector<Place> good = places(all, PaletteKind::kSleep);
    std::erase_if(good, [&](const Place& place) {
      const Body* body = all.body(place);
      return first == nullptr || body == nullptr || body->function != first->function;
    });
    gesture.place = place(all, good);
    gesture.join = static_cast<DrawWire::Join>(chance_.below(3));
    static constexpr const char* kJoins[] = {"await", "gather", "group"};
    json.key("op").value("draw").key("from").begin_array();
    for (int id : gesture.from) json.value(id);
    json.end_array().key("to").value(gesture.to);
    json.key("join").value(kJoins[static_cast<int>(gesture.join)]);
    tell(json, gesture.place);
    return gesture;
  }

  // Of the task that some call makes; mostly a coroutine of the text.
  Gesture start(JsonWriter& json) {
    const Program program(text_);
    std::vector<const syntax::Call*> all, coroutines;
    std::vector<std::string> names;
    for (const Step& step : program.steps()) {
      if (const auto* def = syntax::try_as<syntax::AsyncFunctionDef>(step.stmt))
        names.emplace_back(def->name);
    }
    for (const syntax::Stmt* stmt : program.module().body) {
      syntax::walk(*stmt, [&](const syntax::Node& node) {
        const auto* call = syntax::try_as<syntax::Call>(&node);
        if (call == nullptr) return true;
        all.push_back(call);
        std::string name = dotted(call->func);
        name = name.substr(name.rfind('.') + 1);
        if (std::find(names.begin(), names.end(), name) != names.end()) coroutines.push_back(call);
        return true;
      });
    }
    SetStart gesture;
    const auto& from = coroutines.empty() || chance_.one_in(12) ? all : coroutines;
    if (!from.empty()) {
      const syntax::Call* call = chance_.of(from);
      gesture.line = static_cast<std::uint32_t>(call->lineno);
      gesture.column = static_cast<std::uint32_t>(call->col_offset) + 1;
    }
    gesture.tasks = chance_.one_in(12) ? 2 : 1;
    gesture.seconds = chance_.one_in(5) ? 0 : static_cast<double>(chance_.below(4000)) / 1000;
    json.key("op").value("start").key("line").value(gesture.line);
    json.key("column").value(gesture.column).key("seconds").value(gesture.seconds);
    return gesture;
  }

  Gesture refactor(const Cards& all, JsonWriter& json) {
    Refactor gesture;
    gesture.block = block(all);
    gesture.kind = static_cast<RefactorKind>(chance_.below(14));
    // Mostly where the command is offered.
    if (!chance_.one_in(12)) {
      std::vector<int> fitting;
      for (int tries = 0; tries < 13 && fitting.empty(); ++tries) {
        fitting = offering(all, gesture.kind);
        if (fitting.empty()) gesture.kind = static_cast<RefactorKind>(chance_.below(14));
      }
      if (!fitting.empty()) gesture.block = chance_.of(fitting);
    }
    if (chance_.one_in(3)) gesture.last = gesture.block + chance_.below(3);
    if (chance_.one_in(8) || gesture.kind == RefactorKind::kRename) {
      gesture.kind = RefactorKind::kRename;
      gesture.text = "fresh_name";
      std::vector<TextRange> names;
      const Program program(text_);
      for (const syntax::Stmt* stmt : program.module().body) {
        syntax::walk(*stmt, [&](const syntax::Node& node) {
          if (node.kind == syntax::NodeKind::kName || node.kind == syntax::NodeKind::kArg) {
            TextRange range = program.text().range(node);
            if (const auto* arg = syntax::try_as<syntax::Arg>(&node))
              range.end = range.begin + static_cast<std::uint32_t>(arg->arg.size());
            names.push_back(range);
          }
          return true;
        });
      }
      if (!names.empty()) gesture.name = chance_.of(names);
    }
    json.key("op").value("refactor").key("kind").value(refactoring(gesture.kind).id);
    json.key("block").value(gesture.block).key("last").value(gesture.last);
    json.key("text").value(gesture.text);
    tell(json, gesture.name);
    return gesture;
  }

  Gesture seconds(JsonWriter& json) {
    SetSeconds gesture;
    std::vector<TextRange> numbers;
    const Program program(text_);
    for (const syntax::Stmt* stmt : program.module().body) {
      syntax::walk(*stmt, [&](const syntax::Node& node) {
        if (node.kind == syntax::NodeKind::kConstant) numbers.push_back(program.text().range(node));
        return true;
      });
    }
    if (!numbers.empty()) gesture.range = chance_.of(numbers);
    gesture.seconds = static_cast<double>(chance_.below(9000)) / 1000;
    gesture.exact = chance_.one_in(2);
    json.key("op").value("seconds");
    tell(json, gesture.range);
    return gesture;
  }

  std::string text_;
  Chance chance_;
};

}  // namespace

int main_of(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: simul-gestures SEED COUNT FILE...\n");
    return 2;
  }
  const std::uint64_t seed = std::strtoull(argv[1], nullptr, 10);
  const long count = std::strtol(argv[2], nullptr, 10);
  std::vector<std::string> texts;
  for (int i = 3; i < argc; ++i) {
    std::string text = read(argv[i]);
    if (!text.empty() && text.size() < 12000 && parses(text)) texts.push_back(std::move(text));
  }
  if (texts.empty()) return 2;
  // Those with several tasks have the wires, and are few.
  std::vector<std::string> wired;
  for (const std::string& text : texts) {
    if (text.find("create_task(") != std::string::npos || text.find("gather(") != std::string::npos)
      wired.push_back(text);
  }
  Chance chance(seed);
  long made = 0;
  long refused = 0;
  long wrong = 0;
  while (made < count) {
    const std::string& file =
        wired.empty() || !chance.one_in(3) ? chance.of(texts) : chance.of(wired);
    std::string text = variant(file, chance.below(kVariants), chance);
    if (!parses(text) && text.find("ooops") == std::string::npos) text = file;
    JsonWriter begin;
    begin.begin_object().key("text").value(text).end_object();
    std::printf("%s\n", begin.text().c_str());
    Player player(std::move(text), chance.next());
    const int length = 1 + chance.below(8);
    for (int i = 0; i < length && made < count; ++i) {
      std::string line;
      const bool goes_on = player.play(line, refused, wrong);
      if (line.empty()) break;
      ++made;
      std::printf("%s\n", line.c_str());
      if (!goes_on) break;
    }
  }
  std::printf("{\"made\": %ld, \"refused\": %ld, \"wrong\": %ld}\n", made, refused, wrong);
  return wrong == 0 ? 0 : 1;
}

}  // namespace simul::composer

int main(int argc, char** argv) {
  return simul::composer::main_of(argc, argv);
}

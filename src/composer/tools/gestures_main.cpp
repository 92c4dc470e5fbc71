// simul-gestures SEED COUNT FILE...: random gestures on the files' programs, one JSON line each.
//
// A chain begins with {"text": ...}: a file as it is, or with other newlines, other indentation,
// statements joined on a line. Each further line is one gesture on what the one before left, with
// its edits or its refusal. Three laws are checked here: the text after the edits parses, the edits
// undone give the same bytes, and a gesture made on another text is refused. The last line counts.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "composer/cards.hpp"
#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "composer/program.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {
namespace {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ull;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return z ^ (z >> 31);
  }
  int below(int n) { return n <= 0 ? 0 : static_cast<int>(next() % static_cast<std::uint64_t>(n)); }
  bool one_in(int n) { return below(n) == 0; }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
  }

 private:
  std::uint64_t state_;
};

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

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, from.size()) == from) {
      out += to;
      at += from.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

// Each level of four spaces as another one.
std::string indented(std::string_view text, std::string_view unit) {
  std::string out;
  bool at_start = true;
  for (std::size_t i = 0; i < text.size();) {
    if (at_start && text.substr(i, 4) == "    ") {
      out += unit;
      i += 4;
      continue;
    }
    at_start = text[i] == '\n';
    out += text[i++];
  }
  return out;
}

bool is_simple(const syntax::Stmt* stmt) {
  switch (stmt->kind) {
    case syntax::NodeKind::kFunctionDef:
    case syntax::NodeKind::kAsyncFunctionDef:
    case syntax::NodeKind::kClassDef:
    case syntax::NodeKind::kFor:
    case syntax::NodeKind::kAsyncFor:
    case syntax::NodeKind::kWhile:
    case syntax::NodeKind::kIf:
    case syntax::NodeKind::kWith:
    case syntax::NodeKind::kAsyncWith:
    case syntax::NodeKind::kMatch:
    case syntax::NodeKind::kTry:
    case syntax::NodeKind::kTryStar: return false;
    default: return true;
  }
}

// Statements joined by semicolons, bodies behind their colons, where only space stands between.
std::string joined(std::string_view source, Chance& chance) {
  const Program program(source);
  std::vector<TextEdit> edits;
  const auto space = [&](std::uint32_t begin, std::uint32_t end) {
    return source.substr(begin, end - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  for (const Suite& suite : program.suites()) {
    if (suite.steps.empty()) continue;
    const bool all_simple = std::all_of(suite.steps.begin(), suite.steps.end(), [&](int id) {
      return is_simple(program.at(id).stmt);
    });
    const bool inlined = suite.owner >= 0 && all_simple && chance.one_in(3);
    std::vector<TextEdit> here;
    bool fits = true;
    for (std::size_t i = 0; i < suite.steps.size(); ++i) {
      const std::uint32_t begin = program.range(suite.steps[i]).begin;
      if (i == 0) {
        if (!inlined) continue;
        const std::size_t colon = source.rfind(':', begin);
        if (colon == std::string_view::npos) continue;
        const auto at = static_cast<std::uint32_t>(colon) + 1;
        fits = fits && space(at, begin);
        here.push_back({{at, begin}, " "});
        continue;
      }
      const std::uint32_t end = program.range(suite.steps[i - 1]).end;
      const bool simple = is_simple(program.at(suite.steps[i - 1]).stmt) &&
                          is_simple(program.at(suite.steps[i]).stmt);
      if (!inlined && (!simple || !space(end, begin) || !chance.one_in(3))) continue;
      fits = fits && space(end, begin);
      here.push_back({{end, begin}, chance.one_in(2) ? "; " : ";"});
    }
    if (fits) edits.insert(edits.end(), here.begin(), here.end());
  }
  Result<TextEdits> made = TextEdits::make(std::move(edits));
  if (!made.ok()) return std::string(source);
  Result<std::string> text = made.value().apply(source);
  return text.ok() ? text.value() : std::string(source);
}

std::string variant(const std::string& text, int which, Chance& chance) {
  switch (which) {
    case 1: return replaced(text, "\n", "\r\n");
    case 2: return indented(text, "\t");
    case 3: return indented(text, "  ");
    case 4: return text.substr(0, text.find_last_not_of("\r\n") + 1);
    case 5:
    case 6: return joined(text, chance);
    case 7: return "\xef\xbb\xbf" + text;
    case 8: return replaced(joined(text, chance), "\n", "\r\n");
    default: return text;
  }
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
        if (!parses(after.value())) fault = "the text does not parse any more";
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

  Gesture choose(const Cards& all, JsonWriter& json) {
    switch (chance_.below(20)) {
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
      case 17: return wire(all, json);
      case 18: return refactor(all, json);
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
      const CutWire gesture{chance_.of(gathers), chance_.below(3)};
      json.key("op").value("cut").key("block").value(gesture.block).key("item").value(gesture.item);
      return gesture;
    }
    DrawWire gesture;
    json.key("op").value("draw");
    if (!tasks.empty()) gesture.from.push_back(chance_.of(tasks));
    if (!tasks.empty() && chance_.one_in(3)) gesture.from.push_back(chance_.of(tasks));
    if (gesture.from.empty() || chance_.one_in(6)) gesture.from.push_back(block(all));
    if (chance_.one_in(2)) gesture.to = gathers.empty() ? block(all) : chance_.of(gathers);
    gesture.place = place(all, places(all, PaletteKind::kSleep));
    gesture.join = static_cast<DrawWire::Join>(chance_.below(3));
    return gesture;
  }

  Gesture refactor(const Cards& all, JsonWriter& json) {
    Refactor gesture;
    gesture.block = block(all);
    const std::vector<RefactorKind> fitting = offered(all, gesture.block);
    if (fitting.empty() || chance_.one_in(4)) {
      gesture.kind = static_cast<RefactorKind>(chance_.below(13));
    } else {
      gesture.kind = chance_.of(fitting);
    }
    if (chance_.one_in(3)) gesture.last = gesture.block + chance_.below(3);
    if (chance_.one_in(3) || gesture.kind == RefactorKind::kRename) {
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
  Chance chance(seed);
  long made = 0;
  long refused = 0;
  long wrong = 0;
  while (made < count) {
    const std::string& file = chance.of(texts);
    std::string text = variant(file, chance.below(10), chance);
    if (!parses(text)) text = file;
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

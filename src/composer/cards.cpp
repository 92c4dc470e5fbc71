#include "composer/cards.hpp"

#include <algorithm>
#include <utility>

#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/program.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

class Dealer {
 public:
  explicit Dealer(const Program& program) : program_(program), text_(program.text()) {}

  Cards run() {
    result_.parses = program_.parses();
    result_.stamp = stamp_of(text_.source());
    result_.blocks = static_cast<int>(program_.steps().size());
    name_cards();
    result_.cards[0].range = {0, text_.size()};
    for (std::size_t i = 0; i < result_.cards.size(); ++i) {
      const int block = result_.cards[i].block;
      const Suite& suite =
          block < 0 ? program_.suites()[0] : suite_at(program_.at(block).suites[0]);
      Body made = body(suite);
      result_.cards[i].body = std::move(made);
    }
    for (Card& card : result_.cards) wires(card.body);
    if (!program_.parses()) broken();
    return std::move(result_);
  }

 private:
  const Suite& suite_at(int index) const {
    return program_.suites()[static_cast<std::size_t>(index)];
  }

  // The names of the functions and classes that a step is in, as Python's __qualname__ joins them.
  std::string qualified(int id) const {
    std::string name;
    for (int at = id; at >= 0; at = program_.suite_of(at).owner) {
      const Stmt* stmt = program_.at(at).stmt;
      const std::string_view own = defined_name(stmt);
      if (!own.empty()) name = std::string(own) + (name.empty() ? "" : "." + name);
    }
    return name;
  }

  void name_cards() {
    result_.cards.emplace_back();
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      const Stmt* stmt = program_.steps()[i].stmt;
      const FunctionDefBase* def = definition(stmt);
      if (def == nullptr) continue;
      Card card;
      card.block = static_cast<int>(i);
      card.name = qualified(card.block);
      card.is_coroutine = stmt->kind == NodeKind::kAsyncFunctionDef;
      card.line = static_cast<std::uint32_t>(stmt->lineno);
      card.range = program_.range(card.block);
      card.parameters = parameters_text(text_, *def);
      result_.cards.push_back(std::move(card));
    }
    const std::string entry = entry_name(program_);
    for (Card& card : result_.cards) card.is_entry = !entry.empty() && card.name == entry;
  }

  int card_of(const std::string& callee, int from) const {
    if (callee.empty()) return -1;
    // A function of the same or an outer scope first, then the method of that name if only one is.
    for (int at = from; at >= -1; at = at < 0 ? -2 : program_.suite_of(at).owner) {
      const std::string prefix = at < 0 ? "" : qualified(at) + ".";
      for (std::size_t i = 1; i < result_.cards.size(); ++i) {
        if (result_.cards[i].name == prefix + callee) return static_cast<int>(i);
      }
    }
    const std::size_t dot = callee.rfind('.');
    if (dot == std::string::npos) return -1;
    int found = -1;
    for (std::size_t i = 1; i < result_.cards.size(); ++i) {
      if (!result_.cards[i].name.ends_with(callee.substr(dot))) continue;
      if (found >= 0) return -1;
      found = static_cast<int>(i);
    }
    return found;
  }

  Body body(const Suite& suite) {
    Body out;
    out.label = label_of(text_, suite);
    out.in_function = suite.in_function;
    out.in_coroutine = suite.in_coroutine;
    out.in_loop = suite.in_loop;
    out.may_return = suite.may_return;
    out.in_class = suite.kind == SuiteKind::kClass;
    out.in_async_generator = suite.in_coroutine && is_generator(program_, suite.function);
    out.function = suite.function;
    out.first = suite.first;
    out.line = suite.header == nullptr ? 1 : suite.header->lineno;
    for (int id : suite.steps) out.blocks.push_back(block(id, suite));
    return out;
  }

  Block block(int id, const Suite& suite) {
    const Step& step = program_.at(id);
    Block out;
    out.id = id;
    out.line = static_cast<std::uint32_t>(step.stmt->lineno);
    out.range = program_.range(id);
    out.text = std::string(text_.text(out.range));
    out.function = suite.function;
    classify(program_, id, out);
    for (Item& item : out.items) item.card = card_of(item.callee, suite.owner);
    out.fixed = out.fixed || step.index < suite.first;
    if (out.kind == BlockKind::kDefinition) {
      for (std::size_t i = 0; i < result_.cards.size(); ++i) {
        if (result_.cards[i].block == id) out.card = static_cast<int>(i);
      }
      return out;
    }
    for (int inner : step.suites) out.bodies.push_back(body(suite_at(inner)));
    return out;
  }

  void wires(const Body& body) {
    for (const Block& block : body.blocks) {
      for (std::size_t i = 0; i < block.items.size(); ++i) {
        const Item& item = block.items[i];
        Wire wire;
        wire.block = block.id;
        wire.item = static_cast<int>(i);
        wire.card = item.card;
        wire.kind = block.kind == BlockKind::kGather       ? WireKind::kGathers
                    : block.kind == BlockKind::kCreateTask ? WireKind::kStarts
                                                           : WireKind::kAwaits;
        if (item.card < 0) {
          if (!item.callee.empty() || block.kind == BlockKind::kCreateTask) continue;
          wire.kind = WireKind::kJoins;
          wire.task = started_as(program_, block.id, item.arguments.text);
          if (wire.task < 0) continue;
        }
        result_.wires.push_back(wire);
      }
      for (const Body& inner : block.bodies) wires(inner);
    }
  }

  // A bracket is open, or a backslash stands, where this line begins.
  bool goes_on_into(int first, int line) const {
    int open = 0;
    for (int at = first; at < line; ++at) {
      for (const char c : text_.line(at)) {
        if (c == '(' || c == '[' || c == '{') ++open;
        if (c == ')' || c == ']' || c == '}') --open;
      }
    }
    const std::string_view before = text_.line(line - 1);
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    return open != 0 || (last != std::string_view::npos && before[last] == '\\');
  }

  // Lines of code that no statement covers.
  void broken() {
    std::vector<bool> covered(static_cast<std::size_t>(text_.lines()) + 2);
    const auto cover = [&](int first, int last) {
      for (int line = std::max(first, 1); line <= std::min(last, text_.lines()); ++line)
        covered[static_cast<std::size_t>(line)] = true;
    };
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      const Step& step = program_.steps()[i];
      const int first = text_.line_of(program_.range(static_cast<int>(i)).begin);
      if (step.suites.empty()) {
        cover(first, step.stmt->end_lineno);
        continue;
      }
      // Its own line, and those of else, except and the like.
      cover(first, step.stmt->lineno);
      for (int index : step.suites) {
        const Suite& suite = suite_at(index);
        if (suite.header != nullptr && suite.header->lineno > 0)
          cover(suite.header->lineno, suite.header->lineno);
        if (suite.steps.empty()) continue;
        const int begin = program_.at(suite.steps[0]).stmt->lineno;
        for (int line = begin - 1; line > first; --line) {
          if (text_.is_blank(line) || text_.is_comment(line)) continue;
          const std::string_view code = text_.line(line);
          const std::size_t last = code.find_last_not_of(" \t");
          // As deep as the body it is a header's only where the header goes on over lines.
          const bool deep = text_.indent_of(line).size() >= text_.indent_of(begin).size();
          if (last != std::string_view::npos && code[last] == ':' &&
              (!deep || goes_on_into(first, line)))
            cover(line, line);
          break;
        }
      }
    }
    for (int line = 1; line <= text_.lines(); ++line) {
      if (covered[static_cast<std::size_t>(line)] || text_.is_blank(line) || text_.is_comment(line))
        continue;
      const TextRange range{
          text_.line_begin(line) + static_cast<std::uint32_t>(text_.indent_of(line).size()),
          text_.line_end(line)};
      const Place place = place_of(line);
      const bool goes_on = !result_.broken.empty() && result_.broken.back().place == place &&
                           text_.line_of(result_.broken.back().range.end) == line - 1;
      if (goes_on)
        result_.broken.back().range.end = range.end;
      else
        result_.broken.push_back({range, static_cast<std::uint32_t>(line), "", place});
      result_.broken.back().text = std::string(text_.text(result_.broken.back().range));
    }
  }

  // Where a line stands that is no statement: in the innermost body before it that is not indented
  // deeper than it is, or that goes on behind it.
  Place place_of(int line) const {
    const std::uint32_t begin = text_.line_begin(line);
    const std::size_t indent = text_.indent_of(line).size();
    int before = -1;
    const int count = static_cast<int>(program_.steps().size());
    while (before + 1 < count && program_.range(before + 1).begin < begin) ++before;
    const int behind = before + 1 < count ? program_.at(before + 1).suite : -1;
    const auto indent_of = [&](int id) {
      return text_.indent_of(text_.line_of(program_.range(id).begin)).size();
    };
    if (before < 0) return {};
    const Step& step = program_.at(before);
    // A body of which nothing could be read is behind its header.
    if (!step.suites.empty() && suite_at(step.suites.back()).steps.empty() &&
        indent > indent_of(before))
      return {before, static_cast<int>(step.suites.size()) - 1, 0};
    int at = before;
    while (program_.suite_of(at).owner >= 0 && indent_of(at) > indent &&
           program_.at(at).suite != behind)
      at = program_.suite_of(at).owner;
    const Suite& suite = program_.suite_of(at);
    return {suite.owner, suite.number, program_.at(at).index + 1};
  }

  const Program& program_;
  const Text& text_;
  Cards result_;
};

const Block* find_block(const Body& body, int id) {
  for (const Block& block : body.blocks) {
    if (block.id == id) return &block;
    for (const Body& inner : block.bodies) {
      if (const Block* found = find_block(inner, id)) return found;
    }
  }
  return nullptr;
}

bool find_place(const Body& body, int owner, int number, int id, Place* place) {
  for (std::size_t i = 0; i < body.blocks.size(); ++i) {
    const Block& block = body.blocks[i];
    if (block.id == id) {
      *place = {owner, number, static_cast<int>(i)};
      return true;
    }
    for (std::size_t k = 0; k < block.bodies.size(); ++k) {
      if (find_place(block.bodies[k], block.id, static_cast<int>(k), id, place)) return true;
    }
  }
  return false;
}

}  // namespace

const Block* Cards::block(int id) const {
  for (const Card& card : cards) {
    if (const Block* found = find_block(card.body, id)) return found;
  }
  return nullptr;
}

const Card* Cards::card(std::string_view name) const {
  for (const Card& card : cards) {
    if (card.name == name) return &card;
  }
  return nullptr;
}

const Body* Cards::body(const Place& place) const {
  for (const Card& card : cards) {
    if (card.block == place.owner) return place.body == 0 ? &card.body : nullptr;
  }
  const Block* owner = block(place.owner);
  if (owner == nullptr || place.body < 0 || place.body >= static_cast<int>(owner->bodies.size()))
    return nullptr;
  return &owner->bodies[static_cast<std::size_t>(place.body)];
}

bool Cards::find(int id, Place* place) const {
  for (const Card& card : cards) {
    if (find_place(card.body, card.block, 0, id, place)) return true;
  }
  return false;
}

Cards deal(const Program& program) {
  return Dealer(program).run();
}

Cards cards(const Module& module, std::string_view source) {
  return Dealer(Program(module, source, true)).run();
}

Cards cards(const ParseResult& parsed, std::string_view source) {
  return Dealer(Program(parsed.module, source, parsed.ok())).run();
}

Cards cards(std::string_view source) {
  return Dealer(Program(source)).run();
}

std::uint32_t stamp_of(std::string_view source) {
  std::uint32_t hash = 2166136261u;
  for (const char c : source) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

std::string_view word(BlockKind kind) {
  static constexpr std::string_view kWords[] = {
      "sleep",   "blocking work", "print",     "call",      "create task", "gather", "task group",
      "timeout", "lock",          "queue put", "queue get", "try",         "loop",   "if",
      "with",    "match",         "return",    "pass",      "import",      "def",    "class",
      "code"};
  return kWords[static_cast<std::size_t>(kind)];
}

}  // namespace simul::composer

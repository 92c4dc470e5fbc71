#include "composer/calls.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "composer/classify.hpp"
#include "composer/names.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

bool returns_value(const AsyncFunctionDef& def) {
  for (const Stmt* stmt : def.body) {
    for (const Node* node : own_nodes(*stmt)) {
      const auto* found = try_as<syntax::Return>(node);
      if (found != nullptr && found->value != nullptr) return true;
    }
  }
  return false;
}

Callee callee_of(const Program& program, int id) {
  const auto* def = as<AsyncFunctionDef>(program.at(id).stmt);
  return {std::string(def->name), def, returns_value(*def)};
}

// Async functions that a name alone reaches from the place, innermost scope first.
std::vector<int> reachable(const Program& program, const Place& place) {
  std::vector<int> scopes;
  for (int at = place.owner; at >= 0; at = program.suite_of(at).owner) {
    const NodeKind kind = program.at(at).stmt->kind;
    if (kind == NodeKind::kFunctionDef || kind == NodeKind::kAsyncFunctionDef) scopes.push_back(at);
  }
  scopes.push_back(-1);
  std::vector<int> out;
  for (int scope : scopes) {
    for (std::size_t i = 0; i < program.steps().size(); ++i) {
      const auto id = static_cast<int>(i);
      if (program.steps()[i].stmt->kind != NodeKind::kAsyncFunctionDef) continue;
      const Suite& suite = program.suite_of(id);
      if (suite.function != scope || suite.kind == SuiteKind::kClass) continue;
      if (!is_generator(program, id)) out.push_back(id);
    }
  }
  return out;
}

bool is_plain(const Expr* expr) {
  if (const auto* minus = try_as<UnaryOp>(expr)) return is_plain(minus->operand);
  return expr->kind == NodeKind::kConstant;
}

// "A" -> "B", "x1" -> "x2", 1.0 -> 2.0: what the next of a row would be.
std::string next_value(const std::string& text, int nth) {
  if (nth == 0 || text.size() < 1) return text;
  const char quote = text.back();
  if ((quote == '"' || quote == '\'') && text.size() == 3 && text[0] == quote && text[1] >= 'A' &&
      text[1] + nth <= 'Z') {
    return std::string{quote, static_cast<char>(text[1] + nth), quote};
  }
  if ((quote == '"' || quote == '\'') && text.size() >= 3) {
    const char last = text[text.size() - 2];
    if (last >= '0' && last + nth <= '9')
      return text.substr(0, text.size() - 2) + static_cast<char>(last + nth) + quote;
  }
  return text;
}

std::string value_for(std::string_view parameter, int nth) {
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return parameter == word || parameter.ends_with("_" + std::string(word));
    });
  };
  if (is({"delay",
          "seconds",
          "duration",
          "timeout",
          "wait",
          "pause",
          "secs",
          "interval",
          "period"}))
    return std::to_string(nth + 1) + ".0";
  if (is({"name", "who", "label", "title", "text", "message", "key", "tag", "word", "what"}))
    return "\"" + std::string(1, static_cast<char>('A' + nth % 26)) + "\"";
  if (is({"url"})) return "\"https://example.com/" + std::to_string(nth + 1) + "\"";
  if (is({"n", "i", "count", "number", "index", "size", "id", "num", "x", "y", "limit", "times"}))
    return std::to_string(nth + 1);
  return "None";
}

}  // namespace

Result<Callee> choose_callee(const Program& program, const Place& place, std::string_view wanted) {
  const std::vector<int> found = reachable(program, place);
  if (!wanted.empty()) {
    for (int id : found) {
      const Callee callee = callee_of(program, id);
      if (callee.name == wanted || wanted.ends_with("." + callee.name)) return callee;
    }
    if (!is_identifier(wanted))
      return Error{"no coroutine " + std::string(wanted) + " can be called from here", {}};
    if (names_in(program).contains(wanted))
      return Error{std::string(wanted) + " is something else here", {}};
    return Callee{std::string(wanted), nullptr, false};
  }
  const std::string entry = entry_name(program);
  for (int id : found) {
    const Callee callee = callee_of(program, id);
    const bool is_caller = program.contains(id, place.owner);
    if (!is_caller && callee.name != entry && callee.name != "main") return callee;
  }
  return Callee{free_name(names_in(program), "worker"), nullptr, false};
}

std::string choose_arguments(const Program& program, const Callee& callee, int nth) {
  if (callee.def == nullptr) return "\"" + std::string(1, static_cast<char>('A' + nth % 26)) + "\"";
  const Text& text = program.text();
  // As another call has it.
  const Call* model = nullptr;
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      const auto* call = try_as<Call>(&node);
      if (call != nullptr && dotted(call->func) == callee.name &&
          std::all_of(call->args.begin(),
                      call->args.end(),
                      [](const Expr* each) { return is_plain(each); }) &&
          std::all_of(call->keywords.begin(), call->keywords.end(), [](const Keyword* each) {
            return is_set(each->arg) && is_plain(each->value);
          }))
        model = call;
      return true;
    });
  }
  std::string out;
  const auto add = [&](const std::string& piece) { out += (out.empty() ? "" : ", ") + piece; };
  if (model != nullptr) {
    for (const Expr* each : model->args) add(next_value(std::string(text.text(*each)), nth));
    for (const Keyword* each : model->keywords)
      add(std::string(each->arg) + "=" + next_value(std::string(text.text(*each->value)), nth));
    return out;
  }
  const Arguments& parameters = *callee.def->args;
  std::vector<const Arg*> positional(parameters.posonlyargs.begin(), parameters.posonlyargs.end());
  positional.insert(positional.end(), parameters.args.begin(), parameters.args.end());
  const std::size_t required = positional.size() - parameters.defaults.size();
  for (std::size_t i = 0; i < required; ++i) add(value_for(positional[i]->arg, nth));
  for (std::size_t i = 0; i < parameters.kwonlyargs.size(); ++i) {
    if (parameters.kw_defaults[i] != nullptr) continue;
    const std::string name(parameters.kwonlyargs[i]->arg);
    add(name + "=" + value_for(name, nth));
  }
  return out;
}

std::vector<TextEdit> one_more_argument(const Text& text,
                                        const Call& call,
                                        const std::string& argument) {
  std::uint32_t last = 0;
  for (const Expr* each : call.args) last = std::max(last, text.end(*each));
  for (const Keyword* each : call.keywords) last = std::max(last, text.end(*each));
  if (last == 0) {
    const std::uint32_t open = text.offset(call.paren_lineno, call.paren_col) + 1;
    return {{{open, open}, argument}};
  }
  if (last < text.end(call)) return {{{last, last}, ", " + argument}};
  const std::uint32_t begin = text.begin(*call.args[0]);
  return {{{begin, begin}, "("}, {{last, last}, ", " + argument + ")"}};
}

int outermost(const Program& program, const Place& place) {
  if (place.owner < 0) {
    const Suite& top = program.suites()[0];
    return place.index < static_cast<int>(top.steps.size())
               ? top.steps[static_cast<std::size_t>(place.index)]
               : -1;
  }
  int at = place.owner;
  while (program.suite_of(at).owner >= 0) at = program.suite_of(at).owner;
  return at;
}

int starter(const Program& program) {
  for (int id : program.suites()[0].steps) {
    const Stmt* stmt = program.at(id).stmt;
    for (const Node* node : own_nodes(*stmt)) {
      const auto* call = try_as<Call>(node);
      if (call != nullptr && dotted(call->func) == "asyncio.run") return id;
    }
  }
  return -1;
}

void write_coroutine(Draft& draft, const std::string& name, int above) {
  const Program& program = draft.program();
  const Suite& top = program.suites()[0];
  const int index = above < 0 ? static_cast<int>(top.steps.size()) : program.at(above).index;
  // The first of a program that nothing starts yet: its main, started at the end.
  const bool starts = name == "main" && starter(program) < 0;
  std::string code = "async def " + name + (starts ? "():" : "(name):\n\tprint(name)");
  code += "\n\tawait asyncio.sleep(1.0)";
  if (starts) code += "\n\n\nasyncio.run(main())";
  draft.insert({-1, 0, std::max(index, top.first)}, lines_from(code));
}

}  // namespace simul::composer

#include "composer/shared.hpp"

#include <algorithm>

#include "composer/calls.hpp"
#include "composer/classify.hpp"
#include "composer/names.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

using Makers = std::initializer_list<std::string_view>;

// The name in this function (-1: the module) that one of the makers gave a value to; "" for none.
// `before`: only above this place of the text.
std::string made_in(const Program& program, int function, Makers makers, std::uint32_t before) {
  for (std::size_t i = 0; i < program.steps().size(); ++i) {
    const auto id = static_cast<int>(i);
    const Suite& suite = program.suite_of(id);
    if (suite.function != function || suite.kind == SuiteKind::kClass) continue;
    const Called found = called(*program.at(id).stmt);
    if (found.target.empty() || found.call == nullptr || found.await != nullptr) continue;
    if (program.range(id).end <= before &&
        std::find(makers.begin(), makers.end(), found.name) != makers.end())
      return found.target;
  }
  return "";
}

std::string known(const Program& program,
                  const Place& place,
                  Makers makers,
                  std::string_view word) {
  const std::uint32_t everywhere = program.text().size();
  for (int at = place.owner; at >= 0; at = program.suite_of(at).owner) {
    const FunctionDefBase* def = definition(program.at(at).stmt);
    if (def == nullptr) continue;
    for (const auto& list : {def->args->posonlyargs, def->args->args, def->args->kwonlyargs}) {
      for (const Arg* arg : list) {
        if (arg->arg == word || arg->arg.ends_with("_" + std::string(word)))
          return std::string(arg->arg);
      }
    }
    if (std::string name = made_in(program, at, makers, everywhere); !name.empty()) return name;
  }
  return made_in(program, -1, makers, everywhere);
}

struct Callers {
  bool clear = false;  // every mention is a call, all in one function
  int function = -1;
  std::uint32_t first = 0;  // where the first call begins
};

Callers callers_of(const Program& program, std::string_view name) {
  Callers out;
  std::vector<const Node*> calls;
  std::vector<const Node*> mentions;
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      if (const auto* call = try_as<Call>(&node)) {
        const auto* callee = try_as<Name>(call->func);
        if (callee != nullptr && callee->id == name) calls.push_back(callee);
      }
      const auto* use = try_as<Name>(&node);
      if (use != nullptr && use->id == name) mentions.push_back(use);
      return true;
    });
  }
  if (calls.empty() || calls.size() != mentions.size()) return out;
  for (const Node* call : calls) {
    const std::uint32_t begin = program.text().begin(*call);
    const int step = program.step_at(begin);
    if (step < 0) return out;
    const int function = program.suite_of(step).function;
    if (call == calls.front()) {
      out.function = function;
      out.first = begin;
    }
    if (function != out.function || definition(program.at(step).stmt) != nullptr) return out;
    out.first = std::min(out.first, begin);
  }
  out.clear = out.function >= 0;
  return out;
}

int function_named(const Program& program, std::string_view name) {
  for (int id : program.suites()[0].steps) {
    const FunctionDefBase* def = definition(program.at(id).stmt);
    if (def != nullptr && def->name == name) return id;
  }
  return -1;
}

// How many functions and classes of the text have this name: a call may mean any of them.
int defined(const Program& program, std::string_view name) {
  int count = 0;
  for (const Step& step : program.steps()) {
    const FunctionDefBase* def = definition(step.stmt);
    const auto* type = try_as<ClassDef>(step.stmt);
    count += (def != nullptr && def->name == name) || (type != nullptr && type->name == name);
  }
  return count;
}

// The parameter at the end of the list, and the argument in every call.
std::vector<TextEdit> handed(const Program& program,
                             const std::string& function,
                             const std::string& name) {
  const Text& text = program.text();
  std::vector<TextEdit> edits;
  const FunctionDefBase& def = *definition(program.at(function_named(program, function)).stmt);
  const Arguments& parameters = *def.args;
  const bool by_keyword = !parameters.defaults.empty() || !parameters.kwonlyargs.empty();
  std::vector<const Node*> below;
  children(parameters, below);
  std::uint32_t end = 0;
  for (const Node* node : below) end = std::max(end, text.end(*node));
  if (below.empty()) {
    const auto open = static_cast<std::uint32_t>(text.source().find('(', text.begin(def)));
    edits.push_back({{open + 1, open + 1}, name});
  } else {
    const bool star = by_keyword && parameters.kwonlyargs.empty();
    edits.push_back({{end, end}, (star ? ", *, " : ", ") + name});
  }
  const std::size_t positional = parameters.args.size() + parameters.posonlyargs.size();
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      const auto* call = try_as<Call>(&node);
      const auto* callee = call == nullptr ? nullptr : try_as<Name>(call->func);
      if (callee == nullptr || callee->id != function) return true;
      const bool plain = !by_keyword && call->keywords.empty() && call->args.size() == positional &&
                         std::none_of(call->args.begin(), call->args.end(), [](const Expr* each) {
                           return each->kind == NodeKind::kStarred;
                         });
      const std::string argument = plain ? name : name + "=" + name;
      for (TextEdit& each : one_more_argument(text, *call, argument))
        edits.push_back(std::move(each));
      return true;
    });
  }
  return edits;
}

// Makes `name = maker` in a function, above its step that holds the place `above` (in bytes), or
// first of all.
void make_in(Draft& draft, int function, std::uint32_t above, const Sharing& sharing) {
  const Program& program = draft.program();
  const Suite& body = program.suites()[static_cast<std::size_t>(program.at(function).suites[0])];
  int index = body.first;
  for (std::size_t i = static_cast<std::size_t>(body.first); i < body.steps.size(); ++i) {
    if (program.range(body.steps[i]).end < above) index = static_cast<int>(i) + 1;
  }
  draft.insert({function, 0, index}, lines_from(sharing.name + " = " + sharing.maker));
}

}  // namespace

Sharing share(const Program& program, const Place& place, Makers makers, std::string_view word) {
  Sharing out;
  out.maker = std::string(*makers.begin()) + "()";
  out.name = known(program, place, makers, word);
  out.known = !out.name.empty();
  if (out.known) return out;
  out.name = free_name(names_in(program), word);
  const Suite* suite = program.suite(place);
  const int function = suite == nullptr ? -1 : suite->function;
  if (function < 0 || program.suite_of(function).owner >= 0) return out;
  const FunctionDefBase& def = *definition(program.at(function).stmt);
  const std::string entry = entry_name(program);
  if (def.name == entry) {
    out.owner = function;
    return out;
  }
  // From the function that starts the program to this one.
  const Callers callers = callers_of(program, def.name);
  if (defined(program, def.name) > 1 || !callers.clear || def.args->vararg != nullptr ||
      def.args->kwarg != nullptr || !def.decorator_list.empty() || entry.empty() ||
      callers.function != function_named(program, entry))
    return out;
  out.function = std::string(def.name);
  out.owner = callers.function;
  const std::string theirs = made_in(program, callers.function, makers, callers.first);
  if (!theirs.empty()) {
    // It is handed on already, under the name it has there.
    for (const auto& list : {def.args->posonlyargs, def.args->args, def.args->kwonlyargs}) {
      for (const Arg* arg : list) out.known = out.known || arg->arg == theirs;
    }
    out.name = theirs;
    out.made = true;
  }
  return out;
}

void make_shared(Draft& draft, const Sharing& sharing) {
  if (sharing.known) return;
  if (!sharing.function.empty()) {
    draft.apply(handed(draft.program(), sharing.function, sharing.name));
    if (sharing.made) return;
    const std::string entry = entry_name(draft.program());
    const Callers callers = callers_of(draft.program(), sharing.function);
    return make_in(draft, function_named(draft.program(), entry), callers.first, sharing);
  }
  if (sharing.owner >= 0) {
    const std::string entry = entry_name(draft.program());
    return make_in(draft, function_named(draft.program(), entry), 0, sharing);
  }
  const Program& program = draft.program();
  const Suite& top = program.suites()[0];
  // Behind the imports.
  int index = top.first;
  for (std::size_t i = 0; i < top.steps.size(); ++i) {
    const NodeKind kind = program.at(top.steps[i]).stmt->kind;
    if (kind == NodeKind::kImport || kind == NodeKind::kImportFrom)
      index = static_cast<int>(i) + 1;
    else if (static_cast<int>(i) >= index)
      break;
  }
  Lines lines = lines_from(sharing.name + " = " + sharing.maker);
  if (index > 0) lines.insert(lines.begin(), Line{});
  draft.insert({-1, 0, index}, lines);
}

}  // namespace simul::composer

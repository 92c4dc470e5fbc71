// Extract a coroutine from some steps, and put a coroutine's steps back in the place of its call.
#include <algorithm>

#include "composer/calls.hpp"
#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/refactor_ways.hpp"
#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

// In the order in which the steps speak of them.
std::vector<std::string> in_order(const Program& program,
                                  const std::vector<int>& steps,
                                  const NameSet& names) {
  std::vector<std::string> out;
  for (int id : steps) {
    walk(*program.at(id).stmt, [&](const Node& node) {
      const auto* name = try_as<Name>(&node);
      if (name != nullptr && names.contains(name->id) &&
          std::find(out.begin(), out.end(), name->id) == out.end())
        out.emplace_back(name->id);
      return true;
    });
  }
  return out;
}

}  // namespace

Result<TextEdits> extract(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  const std::vector<int> steps =
      selection(program, gesture.block, gesture.last < 0 ? gesture.block : gesture.last);
  if (steps.empty()) return Error{"those steps are not in the text any more", {}};
  const TextRange range{program.range(steps[0]).begin, program.range(steps.back()).end};
  const Suite& suite = program.suite_of(steps[0]);
  if (suite.function < 0)
    return Error{"only steps of a function can become one of their own", range};
  const auto taken = names_in(program);
  const std::string name = gesture.text.empty() ? free_name(taken, "step") : gesture.text;
  if (!is_identifier(name)) return Error{"`" + name + "` is no name", range};
  if (taken.contains(name)) return Error{name + " is taken", range};

  const Cards cards = deal(program);
  bool awaits = false;
  for (int id : steps) {
    const Block* block = cards.block(id);
    if (block == nullptr) return Error{"those steps are gone", range};
    if (block->kind == BlockKind::kReturn || block->returns_value ||
        (block->needs_function && !block->needs_coroutine && !block->yields))
      return Error{"it returns from the function", block->range};
    if (block->yields) return Error{"a `yield` makes its function a generator", block->range};
    if (block->needs_loop) return Error{"it leaves the loop around it", block->range};
    if (block->fixed) return Error{"this statement must stay where it is", block->range};
    if (!draft.has_own_lines(id)) return Error{"several statements share a line", block->range};
    awaits = awaits || block->needs_coroutine;
    bool leaves = false;
    for (const Node* node : own_nodes(*program.at(id).stmt)) {
      leaves = leaves || node->kind == NodeKind::kReturn || node->kind == NodeKind::kDelete ||
               (node->kind == NodeKind::kName && as<Name>(node)->id == "super");
    }
    if (leaves) return Error{"it returns, deletes a name, or calls super()", block->range};
  }

  // Names: what it needs from the function, what the function needs from it.
  const FunctionDefBase& def = *definition(program.at(suite.function).stmt);
  NameSet reads;
  NameSet binds;
  NameSet surely;  // bound whatever happens inside
  for (int id : steps) {
    const Stmt* stmt = program.at(id).stmt;
    reads.merge(names_read(*stmt));
    NameSet bound = names_bound(*stmt);
    if (stmt->kind == NodeKind::kAssign || stmt->kind == NodeKind::kAnnAssign ||
        stmt->kind == NodeKind::kAugAssign || definition(stmt) != nullptr ||
        stmt->kind == NodeKind::kImport || stmt->kind == NodeKind::kImportFrom)
      surely.insert(bound.begin(), bound.end());
    binds.merge(bound);
  }
  NameSet locals;  // of the function, outside the steps
  std::vector<const Node*> parameters;
  children(*def.args, parameters);
  for (const Node* node : parameters) {
    if (const auto* arg = try_as<Arg>(node)) locals.emplace(arg->arg);
  }
  for (const Stmt* stmt : def.body) {
    for (const Node* node : own_nodes(*stmt)) {
      if (node->kind == NodeKind::kGlobal || node->kind == NodeKind::kNonlocal)
        return Error{"the function shares names with others (global, nonlocal)", range};
      const bool inside = draft.text().begin(*node) >= range.begin &&
                          draft.text().end(*node) <= range.end && node->lineno > 0;
      if (inside) continue;
      const auto* bound = try_as<Name>(node);
      if (bound != nullptr && bound->ctx != ExprContext::kLoad) locals.emplace(bound->id);
      const auto* handler = try_as<ExceptHandler>(node);
      if (handler != nullptr && is_set(handler->name)) locals.emplace(handler->name);
      const std::string_view captured = name_captured(*node);
      if (!captured.empty()) locals.emplace(captured);
      const FunctionDefBase* inner = definition(node);
      if (inner != nullptr && draft.text().begin(*inner) < range.begin) locals.emplace(inner->name);
      if (const auto* alias = try_as<Alias>(node))
        locals.emplace(is_set(alias->asname) ? alias->asname
                                             : alias->name.substr(0, alias->name.find('.')));
    }
  }
  // A function around this one: its names cannot be reached from the new place.
  for (int at = program.suite_of(suite.function).function; at >= 0;
       at = program.suite_of(at).function) {
    const FunctionDefBase& around = *definition(program.at(at).stmt);
    NameSet bound;
    for (const Stmt* stmt : around.body) bound.merge(names_bound(*stmt));
    std::vector<const Node*> below;
    children(*around.args, below);
    for (const Node* node : below) {
      if (const auto* arg = try_as<Arg>(node)) bound.emplace(arg->arg);
    }
    for (const std::string& each : reads) {
      if (bound.contains(each)) locals.insert(each);
    }
  }
  NameSet needed;
  for (const std::string& each : reads) {
    if (locals.contains(each)) needed.insert(each);
  }
  NameSet given;
  bool in_loop = false;
  for (int at = suite.owner; at >= 0 && at != suite.function; at = program.suite_of(at).owner) {
    const NodeKind kind = program.at(at).stmt->kind;
    in_loop = in_loop || kind == NodeKind::kFor || kind == NodeKind::kWhile ||
              kind == NodeKind::kAsyncFor;
  }
  for (const std::string& each : binds) {
    for (const Name* use : uses_of(program, suite.function, each, steps)) {
      const bool behind = draft.text().begin(*use) > range.end;
      if ((behind || in_loop) && use->ctx == ExprContext::kLoad) given.insert(each);
    }
  }
  for (const std::string& each : given) {
    for (int id : steps) {
      const NodeKind kind = program.at(id).stmt->kind;
      const bool imports = kind == NodeKind::kImport || kind == NodeKind::kImportFrom;
      if (imports && names_bound(*program.at(id).stmt).contains(each))
        return Error{each + " is imported here and used further down", range};
    }
    if (!surely.contains(each) && !needed.contains(each))
      return Error{each + " is used further down, and may not be bound here", range};
  }
  // A name that is bound here and outside is needed if it may keep its old value.
  for (const std::string& each : given) {
    if (locals.contains(each) && !surely.contains(each)) needed.insert(each);
  }

  const std::vector<std::string> ins = in_order(program, steps, needed);
  std::vector<std::string> outs = in_order(program, steps, given);
  // A function or class is bound without a Name.
  for (const std::string& each : given) {
    if (std::find(outs.begin(), outs.end(), each) == outs.end()) outs.push_back(each);
  }
  Lines body = lines_from((awaits ? "async def " : "def ") + name + "(" + joined(ins) + "):");
  for (int id : steps) {
    for (Line line : draft.lines_of(id)) {
      if (!line.raw) ++line.depth;
      body.push_back(std::move(line));
    }
  }
  if (!outs.empty()) body.push_back({1, "return " + joined(outs), false});
  const std::string left = outs.empty() ? "" : joined(outs) + " = ";
  int above = suite.function;
  while (program.suite_of(above).owner >= 0) above = program.suite_of(above).owner;
  const Place place{-1, 0, program.at(above).index};
  // The comment above the first step goes with it.
  for (std::size_t i = steps.size(); i-- > 1;) draft.remove(steps[i]);
  draft.replace(steps[0],
                {{0, left + (awaits ? "await " : "") + name + "(" + joined(ins) + ")", false}});
  draft.drop_comment_above(steps[0]);
  draft.insert(place, body);
  return draft.finish();
}

Result<TextEdits> inline_call(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  const TextRange range = program.range(gesture.block);
  const Stmt* stmt = program.at(gesture.block).stmt;
  const Called found = called(*stmt);
  if (found.await == nullptr || found.call == nullptr ||
      (stmt->kind != NodeKind::kExpr && stmt->kind != NodeKind::kAssign) ||
      (found.has_target && found.target.empty()))
    return Error{"only `await f()` or `x = await f()` can be replaced by what f does", range};
  if (!draft.has_own_lines(gesture.block)) return Error{"several statements share a line", range};
  const AsyncFunctionDef* def = nullptr;
  int function = -1;
  int count = 0;
  for (int id : program.suites()[0].steps) {
    if (const auto* each = definition(program.at(id).stmt);
        each != nullptr && each->name == found.name) {
      ++count;
      def = try_as<AsyncFunctionDef>(program.at(id).stmt);
      function = id;
    }
  }
  if (def == nullptr || count != 1)
    return Error{(found.name.empty() ? "what is called" : found.name) +
                     " is no coroutine at the top of this text",
                 range};
  if (program.contains(function, gesture.block)) return Error{"it calls itself", range};
  if (!def->decorator_list.empty()) return Error{"its decorators do more than call it", range};
  const Arguments& parameters = *def->args;
  if (parameters.vararg != nullptr || parameters.kwarg != nullptr ||
      !parameters.posonlyargs.empty())
    return Error{"its parameters take any number of arguments", range};
  // What each parameter gets, as text.
  std::vector<std::pair<std::string, const Expr*>> given;
  for (std::size_t i = 0; i < parameters.args.size(); ++i) {
    const std::size_t without = parameters.args.size() - parameters.defaults.size();
    const Expr* value = i < found.call->args.size() ? found.call->args[i]
                        : i >= without              ? parameters.defaults[i - without]
                                                    : nullptr;
    given.emplace_back(std::string(parameters.args[i]->arg), value);
  }
  for (std::size_t i = 0; i < parameters.kwonlyargs.size(); ++i)
    given.emplace_back(std::string(parameters.kwonlyargs[i]->arg), parameters.kw_defaults[i]);
  if (found.call->args.size() > parameters.args.size())
    return Error{"it gets too many arguments", range};
  for (const Keyword* keyword : found.call->keywords) {
    const auto at = std::find_if(given.begin(), given.end(), [&](const auto& each) {
      return is_set(keyword->arg) && each.first == keyword->arg;
    });
    if (at == given.end()) return Error{"its arguments are not all written out", range};
    at->second = keyword->value;
  }
  const auto starred = [](const Expr* each) { return each->kind == NodeKind::kStarred; };
  if (std::any_of(found.call->args.begin(), found.call->args.end(), starred))
    return Error{"its arguments are not all written out", range};

  const Suite& body = program.suites()[static_cast<std::size_t>(program.at(function).suites[0])];
  NameSet bound;
  for (const Node* child : [&] {
         std::vector<const Node*> nodes;
         for (const Stmt* each : def->body)
           for (const Node* node : own_nodes(*each)) nodes.push_back(node);
         return nodes;
       }()) {
    const bool last = child == def->body.back();
    switch (child->kind) {
      case NodeKind::kReturn:
        if (!last) return Error{found.name + " returns before its end", range};
        break;
      case NodeKind::kYield:
      case NodeKind::kYieldFrom: return Error{found.name + " is a generator", range};
      case NodeKind::kGlobal:
      case NodeKind::kNonlocal: return Error{found.name + " shares names with others", range};
      case NodeKind::kLambda:
      case NodeKind::kFunctionDef:
      case NodeKind::kAsyncFunctionDef:
      case NodeKind::kClassDef: return Error{found.name + " makes functions of its own", range};
      default: break;
    }
  }
  for (const Stmt* each : def->body) bound.merge(names_bound(*each));
  // The caller's names: what is bound in both would be one name.
  const int caller = program.suite_of(gesture.block).function;
  NameSet callers;
  if (caller >= 0) {
    const FunctionDefBase& around = *definition(program.at(caller).stmt);
    for (const Stmt* each : around.body) {
      callers.merge(names_bound(*each));
      callers.merge(names_read(*each));
    }
    std::vector<const Node*> below;
    children(*around.args, below);
    for (const Node* node : below) {
      if (const auto* arg = try_as<Arg>(node)) callers.emplace(arg->arg);
    }
  }
  NameSet own = bound;
  for (const auto& [name, value] : given) own.insert(name);
  for (const std::string& each : bound) {
    if (callers.contains(each)) return Error{each + " is a name of the caller too", range};
  }
  for (const Stmt* each : def->body) {
    for (const std::string& name : names_read(*each)) {
      if (!own.contains(name) && callers.contains(name) && caller >= 0) {
        NameSet theirs;
        for (const Stmt* line : definition(program.at(caller).stmt)->body)
          theirs.merge(names_bound(*line));
        if (theirs.contains(name))
          return Error{name + " means something else in the caller", range};
      }
    }
  }
  // Plain values go where the parameter stood; others keep the parameter as a name.
  Lines lines;
  std::vector<TextEdit> swaps;
  for (const auto& [name, value] : given) {
    if (value == nullptr) return Error{"it gets no argument for " + name, range};
    const std::string text(draft.text().text(*value));
    const bool plain = value->kind == NodeKind::kName || value->kind == NodeKind::kConstant;
    if (text.find_first_of("\r\n") != std::string::npos)
      return Error{"an argument goes over several lines", range};
    if (plain && !bound.contains(name)) {
      for (const Name* use : uses_of(program, function, name, {})) {
        const TextRange at = draft.text().range(*use);
        if (draft.text().text(at) != name) return Error{name + " stands inside a string", range};
        swaps.push_back({at, text});
      }
    } else if (callers.contains(name)) {
      return Error{name + " is a name of the caller too", range};
    } else {
      lines.push_back({0, name + " = " + text, false});
    }
  }
  // The body as it reads with the values, taken from a copy of the text.
  Draft copy(draft.text().source());
  copy.apply(swaps);
  if (copy.program().steps().size() != program.steps().size())
    return Error{"its parameters cannot be replaced", range};
  for (std::size_t i = static_cast<std::size_t>(body.first); i < body.steps.size(); ++i) {
    const int id = body.steps[i];
    if (!copy.has_own_lines(id)) return Error{"several statements share a line", range};
    const auto* result = try_as<syntax::Return>(copy.program().at(id).stmt);
    if (result == nullptr) {
      if (copy.program().at(id).stmt->kind == NodeKind::kPass) continue;
      for (Line& line : copy.lines_of(id)) lines.push_back(std::move(line));
      continue;
    }
    const std::string value =
        result->value == nullptr ? "None" : std::string(copy.text().text(*result->value));
    if (value.find_first_of("\r\n") != std::string::npos)
      return Error{"what it returns goes over several lines", range};
    const bool acts = result->value != nullptr && result->value->kind != NodeKind::kName &&
                      result->value->kind != NodeKind::kConstant;
    if (!found.target.empty())
      lines.push_back({0, found.target + " = " + value, false});
    else if (acts)
      lines.push_back({0, value, false});
  }
  const bool returns = try_as<syntax::Return>(def->body.back()) != nullptr;
  if (!found.target.empty() && !returns) lines.push_back({0, found.target + " = None", false});
  if (lines.empty()) lines.push_back({0, "pass", false});
  draft.replace(gesture.block, lines);
  return draft.finish();
}

}  // namespace simul::composer

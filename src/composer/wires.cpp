// DrawWire and CutWire: what is waited for where.
#include <algorithm>

#include "base/sort.hpp"
#include "composer/calls.hpp"
#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/refactor_ways.hpp"
#include "composer/uses.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

Error gone() {
  return Error{"that step is not in the text any more", {}};
}

bool starts_task(const Called& found) {
  return found.await == nullptr && found.call != nullptr && !found.call->args.empty() &&
         (found.name.ends_with("create_task") || found.name.ends_with("ensure_future"));
}

// Does the coroutine that the task runs return something?
bool gives_value(const Program& program, const Called& task) {
  const auto* call = try_as<Call>(task.call->args[0]);
  if (call == nullptr) return false;
  for (std::size_t i = 0; i < program.steps().size(); ++i) {
    const auto* def = try_as<AsyncFunctionDef>(program.steps()[i].stmt);
    if (def == nullptr || def->name != dotted(call->func)) continue;
    for (const Stmt* stmt : def->body) {
      for (const Node* node : own_nodes(*stmt)) {
        const auto* found = try_as<syntax::Return>(node);
        if (found != nullptr && found->value != nullptr) return true;
      }
    }
  }
  return false;
}

// Adds an argument behind the positional ones of a call, on a line of its own if the last has one.
std::vector<TextEdit> with_argument(const Text& text,
                                    const Call& call,
                                    const std::string& argument) {
  if (call.args.empty()) {
    const std::uint32_t at = text.offset(call.paren_lineno, call.paren_col) + 1;
    return {{{at, at}, argument + (call.keywords.empty() ? "" : ", ")}};
  }
  const Expr& last = *call.args.back();
  const std::uint32_t end = text.end(last);
  if (text.begins_line(text.begin(last)) && last.lineno != call.lineno) {
    const std::string indent(text.indent_of(last.lineno));
    return {{{end, end}, "," + text.newline() + indent + argument}};
  }
  return {{{end, end}, ", " + argument}};
}

// A name for each task; those without one get one.
Result<std::vector<std::string>> task_names(Draft& draft, const std::vector<int>& from) {
  std::vector<std::string> names;
  for (int id : from) {
    const Called found = called(*draft.program().at(id).stmt);
    if (!starts_task(found))
      return Error{
          "line " + std::to_string(draft.program().at(id).stmt->lineno) + " starts no task",
          draft.program().range(id)};
    if (!found.target.empty()) {
      names.push_back(found.target);
      continue;
    }
    if (found.has_target)
      return Error{"the task goes to more than a name", draft.program().range(id)};
    const std::string name = free_name(names_in(draft.program()), "task");
    const std::uint32_t begin = draft.program().range(id).begin;
    draft.apply({{{begin, begin}, name + " = "}});
    names.push_back(name);
  }
  return names;
}

Result<TextEdits> join_at(Draft& draft, const DrawWire& gesture) {
  const Suite* suite = draft.program().suite(gesture.place);
  if (suite == nullptr) return Error{"that place is not in the text any more", {}};
  if (!suite->in_coroutine) return Error{"`await` is only allowed in an `async def`", {}};
  const int function = suite->function;
  bool value = false;
  for (int id : gesture.from) {
    const Program& program = draft.program();
    const Suite& home = program.suite_of(id);
    if (home.function != function)
      return Error{"the task is started in another function", program.range(id)};
    const int next = gesture.place.index < static_cast<int>(suite->steps.size())
                         ? suite->steps[static_cast<std::size_t>(gesture.place.index)]
                         : -1;
    if ((next >= 0 && id >= next) || gesture.place.owner > id)
      if (next >= 0 ? id >= next : !program.contains(home.owner, gesture.place.owner))
        return Error{"here the task has not been started yet", program.range(id)};
    const Called found = called(*program.at(id).stmt);
    value = value || (starts_task(found) && gives_value(program, found));
  }
  Result<std::vector<std::string>> made = task_names(draft, gesture.from);
  if (!made.ok()) return made.error();
  const std::vector<std::string>& names = made.value();
  const auto taken = names_in(draft.program());
  std::string code;
  if (names.size() == 1 && gesture.join == DrawWire::Join::kAwait) {
    code = (value ? free_name(taken, "result") + " = " : std::string()) + "await " + names[0];
  } else {
    code = (value ? free_name(taken, "results") + " = " : std::string()) + "await asyncio.gather(";
    for (std::size_t i = 0; i < names.size(); ++i) code += (i > 0 ? ", " : "") + names[i];
    code += ")";
  }
  draft.insert(gesture.place, lines_from(code));
  add_import(draft, "asyncio");
  return draft.finish();
}

// Calls that are awaited one after the other, from the first to the last of `from`.
Result<TextEdits> run_together(Draft& draft, const DrawWire& gesture) {
  std::vector<int> from = gesture.from;
  sort_stably(from);
  Refactor command;
  command.kind = gesture.join == DrawWire::Join::kGroup ? RefactorKind::kSequentialToGroup
                                                        : RefactorKind::kSequentialToGather;
  command.block = from.front();
  command.last = from.back();
  if (selection(draft.program(), command.block, command.last).size() != from.size())
    return Error{"other steps stand between them", draft.program().range(command.block)};
  return together(draft, command);
}

Result<TextEdits> join_to(Draft& draft, const DrawWire& gesture) {
  const Program& program = draft.program();
  const Called target = called(*program.at(gesture.to).stmt);
  const TextRange range = program.range(gesture.to);
  const bool gathers = target.await != nullptr && target.name == "asyncio.gather";
  const bool awaits_task = target.await != nullptr && target.call == nullptr;
  const auto* with = try_as<AsyncWith>(program.at(gesture.to).stmt);
  if (with == nullptr && !gathers && !awaits_task)
    return Error{"a wire ends at a gather, a task group, or the await of a task", range};
  for (int id : gesture.from) {
    const Suite& home = program.suite_of(id);
    if (home.function != program.suite_of(gesture.to).function)
      return Error{"it is started in another function", program.range(id)};
    if (id == gesture.to || program.contains(gesture.to, id))
      return Error{"it is part of it already", program.range(id)};
    if (id > gesture.to) return Error{"it is started behind that", program.range(id)};
  }
  if (with != nullptr) {
    const auto* made =
        with->items.size() == 1 ? try_as<Call>(with->items[0]->context_expr) : nullptr;
    const auto* name = made == nullptr ? nullptr : try_as<Name>(with->items[0]->optional_vars);
    if (name == nullptr || dotted(made->func) != "asyncio.TaskGroup")
      return Error{"this is no task group with a name", range};
    if (gesture.from.size() != 1) return Error{"one wire at a time", range};
    const int id = gesture.from[0];
    const Called found = called(*program.at(id).stmt);
    const bool task = starts_task(found);
    if (!task && (found.await == nullptr || found.call == nullptr || found.has_target))
      return Error{
          "only a task, or an awaited call whose result nobody keeps, can run in the group",
          program.range(id)};
    if (found.has_target && found.target.empty())
      return Error{"the task goes to more than a name", program.range(id)};
    // What stands between would no longer find the task started.
    for (const Name* use :
         found.target.empty() ? std::vector<const Name*>()
                              : uses_of(program, program.suite_of(id).function, found.target, {})) {
      if (use->ctx == ExprContext::kLoad && draft.text().begin(*use) < range.begin)
        return Error{found.target + " is used before the group", draft.text().range(*use)};
    }
    const Expr& call = task ? *found.call->args[0] : static_cast<const Expr&>(*found.call);
    const std::string code = (found.target.empty() ? "" : found.target + " = ") +
                             std::string(name->id) + ".create_task(" +
                             std::string(draft.text().text(call)) + ")";
    if (code.find_first_of("\r\n") != std::string::npos)
      return Error{"the call goes over several lines", program.range(id)};
    const Suite& body =
        program.suites()[static_cast<std::size_t>(program.at(gesture.to).suites[0])];
    draft.insert({gesture.to, 0, static_cast<int>(body.steps.size())}, lines_from(code));
    draft.remove(id);
    return draft.finish();
  }
  if (gathers && target.has_target && target.target.empty())
    return Error{"its results are unpacked: a further one would have no name", range};
  Result<std::vector<std::string>> made = task_names(draft, gesture.from);
  if (!made.ok()) return made.error();
  for (const std::string& name : made.value()) {
    const Called now = called(*draft.program().at(gesture.to).stmt);
    if (now.call == nullptr) {
      const TextRange what = draft.text().range(*now.value);
      draft.apply({{{what.begin, what.begin}, "asyncio.gather("},
                   {{what.end, what.end}, ", " + name + ")"}});
    } else {
      draft.apply(with_argument(draft.text(), *now.call, name));
    }
  }
  add_import(draft, "asyncio");
  return draft.finish();
}

Result<TextEdits> cut_item(Draft& draft, int id, int item) {
  const Program& program = draft.program();
  const Called found = called(*program.at(id).stmt);
  const auto& args = found.call->args;
  const TextRange range = program.range(id);
  const auto at = static_cast<std::size_t>(item);
  if (item < 0 || at >= args.size()) return Error{"that wire is not there any more", range};
  if (args.size() == 1) {
    if (found.has_target) return Error{"its result is kept: delete the step instead", range};
    draft.remove(id);
    return draft.finish();
  }
  const Text& text = draft.text();
  std::vector<TextEdit> edits;
  const auto cut = [&](std::span<Expr* const> list) {
    const TextRange gone = at > 0 ? TextRange{text.end(*list[at - 1]), text.end(*list[at])}
                                  : TextRange{text.begin(*list[0]), text.begin(*list[1])};
    // Only the comma, or the item could have parentheses or comments of its own.
    const std::string_view between = at > 0 ? text.text({gone.begin, text.begin(*list[at])})
                                            : text.text({text.end(*list[0]), gone.end});
    edits.push_back({gone, ""});
    return between.find_first_not_of(" \t\r\n,") == std::string_view::npos;
  };
  bool plain = cut(args);
  if (found.has_target && found.target.empty()) {
    const auto* assign = try_as<Assign>(program.at(id).stmt);
    const auto* tuple = assign == nullptr || assign->targets.size() != 1
                            ? nullptr
                            : try_as<Tuple>(assign->targets[0]);
    const auto* name = tuple == nullptr || tuple->elts.size() != args.size()
                           ? nullptr
                           : try_as<Name>(tuple->elts[at]);
    if (name == nullptr || tuple->elts.size() < 3)
      return Error{"its results are unpacked, and would not fit any more", range};
    const int only[] = {id};
    for (const Name* use : uses_of(program, program.suite_of(id).function, name->id, only)) {
      if (use->ctx == ExprContext::kLoad)
        return Error{std::string(name->id) + " is used in line " + std::to_string(use->lineno),
                     range};
    }
    plain = cut(tuple->elts) && plain;
  }
  if (!plain) return Error{"comments or parentheses stand around it", range};
  draft.apply(std::move(edits));
  return draft.finish();
}

}  // namespace

Result<TextEdits> draw_wire(Draft& draft, const DrawWire& gesture) {
  const Program& program = draft.program();
  if (gesture.from.empty()) return Error{"a wire begins at a task or a call", {}};
  bool tasks = true;
  bool calls = true;
  for (int id : gesture.from) {
    if (program.step(id) == nullptr) return gone();
    if (std::count(gesture.from.begin(), gesture.from.end(), id) > 1)
      return Error{"a wire from here is drawn already", program.range(id)};
    const Called found = called(*program.at(id).stmt);
    tasks = tasks && starts_task(found);
    calls = calls && found.await != nullptr && found.call != nullptr;
  }
  if (gesture.to >= 0) {
    if (program.step(gesture.to) == nullptr) return gone();
    const Called target = called(*program.at(gesture.to).stmt);
    // From one awaited call to another: run them together.
    if (calls && target.await != nullptr && target.call != nullptr &&
        target.name != "asyncio.gather") {
      DrawWire both = gesture;
      both.from.push_back(gesture.to);
      both.join = gesture.join == DrawWire::Join::kAwait ? DrawWire::Join::kGather : gesture.join;
      return run_together(draft, both);
    }
    return join_to(draft, gesture);
  }
  if (calls && gesture.from.size() > 1) return run_together(draft, gesture);
  if (!tasks) return Error{"a wire begins at a task", program.range(gesture.from[0])};
  return join_at(draft, gesture);
}

Result<TextEdits> cut_wire(Draft& draft, const CutWire& gesture) {
  const Program& program = draft.program();
  if (program.step(gesture.block) == nullptr) return gone();
  const Called found = called(*program.at(gesture.block).stmt);
  const TextRange range = program.range(gesture.block);
  if (found.await != nullptr && found.call != nullptr && found.name == "asyncio.gather")
    return cut_item(draft, gesture.block, gesture.item);
  const NodeKind kind = program.at(gesture.block).stmt->kind;
  if (kind != NodeKind::kExpr && kind != NodeKind::kAssign)
    return Error{"this step does more than wait", range};
  if (found.await == nullptr && !starts_task(found)) return Error{"no wire begins here", range};
  if (found.has_target) {
    if (found.target.empty()) return Error{"its result goes to more than a name", range};
    const int only[] = {gesture.block};
    for (const Name* use :
         uses_of(program, program.suite_of(gesture.block).function, found.target, only)) {
      if (use->ctx == ExprContext::kLoad)
        return Error{found.target + " is used in line " + std::to_string(use->lineno), range};
    }
  }
  draft.remove(gesture.block);
  return draft.finish();
}

}  // namespace simul::composer

// The same calls as awaits one after the other, as a gather, or as a TaskGroup.
//
// All three are read into one form, a list of calls with the names that get their results, and
// written from it. Refused is what cannot be read so, or what would mean something else: a call
// that needs the result of an earlier one, arguments that a call computes (they would be computed
// before the first runs), failures as results.
#include <algorithm>
#include <optional>

#include "composer/classify.hpp"
#include "composer/names.hpp"
#include "composer/refactor_ways.hpp"
#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

enum class Form { kSequential, kGather, kGroup };

struct Part {
  std::string call;
  std::string target;                 // "" for none
  std::vector<std::string> comments;  // above it
  std::string remark;                 // behind it: "# ..."
};

struct Work {
  std::vector<int> steps;  // the statements it is read from
  std::vector<Part> parts;
  std::string list;  // the one name that gets all results as a list; "" for none
  // `name.result()` of a group's tasks, which become the names alone.
  std::vector<TextRange> results;
};

struct Forms {
  Form from, to;
};

Forms forms(RefactorKind kind) {
  switch (kind) {
    case RefactorKind::kSequentialToGather: return {Form::kSequential, Form::kGather};
    case RefactorKind::kGatherToSequential: return {Form::kGather, Form::kSequential};
    case RefactorKind::kGatherToGroup: return {Form::kGather, Form::kGroup};
    case RefactorKind::kGroupToGather: return {Form::kGroup, Form::kGather};
    case RefactorKind::kSequentialToGroup: return {Form::kSequential, Form::kGroup};
    default: return {Form::kGroup, Form::kSequential};
  }
}

class Reader {
 public:
  explicit Reader(const Draft& draft)
      : draft_(draft), program_(draft.program()), text_(draft.text()) {}

  Result<Work> sequential(int first, int last) {
    Work work;
    const Suite& suite = program_.suite_of(first);
    const auto begin = static_cast<std::size_t>(program_.at(first).index);
    std::string reason = "this is no await of a call";
    NameSet bound;
    for (std::size_t i = begin; i < suite.steps.size(); ++i) {
      const int id = suite.steps[i];
      if (last >= 0 && id > last) break;
      const Called found = called(*program_.at(id).stmt);
      const NodeKind kind = program_.at(id).stmt->kind;
      std::string why;
      if (found.await == nullptr || found.call == nullptr ||
          (kind != NodeKind::kExpr && kind != NodeKind::kAssign)) {
        why = "line " + std::to_string(program_.at(id).stmt->lineno) + " is no await of a call";
      } else if (found.has_target && found.target.empty()) {
        why = "the result in line " + std::to_string(program_.at(id).stmt->lineno) +
              " goes to more than a name";
      } else if (found.name == "asyncio.gather") {
        why = "line " + std::to_string(program_.at(id).stmt->lineno) + " gathers already";
      } else if (bound.contains(found.target)) {
        why = found.target + " gets two results";
      } else {
        why = hindered(*found.call, bound, i > begin);
      }
      if (!why.empty()) {
        if (last >= 0 || work.parts.size() < 2) reason = why;
        if (last >= 0) return Error{reason, program_.range(id)};
        break;
      }
      if (!draft_.has_own_lines(id))
        return Error{"several statements share a line", program_.range(id)};
      Part part;
      part.call = std::string(text_.text(*found.call));
      part.target = found.target;
      if (!work.parts.empty()) part.comments = comments_above(id);
      part.remark = remark_behind(id);
      if (!found.target.empty()) bound.insert(found.target);
      work.parts.push_back(std::move(part));
      work.steps.push_back(id);
    }
    if (work.parts.size() < 2)
      return Error{
          work.parts.empty() ? reason : "there is no second await to run with it: " + reason,
          program_.range(first)};
    return work;
  }

  Result<Work> gather(int id) {
    const Called found = called(*program_.at(id).stmt);
    const TextRange range = program_.range(id);
    if (found.await == nullptr || found.call == nullptr || found.name != "asyncio.gather")
      return Error{"this is no gather", range};
    if (program_.at(id).stmt->kind != NodeKind::kExpr &&
        program_.at(id).stmt->kind != NodeKind::kAssign)
      return Error{"its result is used at once", range};
    if (!found.call->keywords.empty())
      return Error{"its failures are results, which only gather can do", range};
    if (found.call->args.empty()) return Error{"there is nothing in it", range};
    Work work;
    work.steps.push_back(id);
    work.list = found.target;
    std::vector<std::string> targets;
    if (found.has_target && found.target.empty()) {
      const auto* assign = try_as<Assign>(program_.at(id).stmt);
      const auto* tuple = assign == nullptr || assign->targets.size() != 1
                              ? nullptr
                              : try_as<Tuple>(assign->targets[0]);
      if (tuple == nullptr || tuple->elts.size() != found.call->args.size())
        return Error{"its results go to more than names", range};
      for (const Expr* each : tuple->elts) {
        const auto* name = try_as<Name>(each);
        if (name == nullptr) return Error{"its results go to more than names", range};
        targets.push_back(name->id == "_" ? "" : std::string(name->id));
      }
    }
    for (std::size_t i = 0; i < found.call->args.size(); ++i) {
      const Expr& arg = *found.call->args[i];
      if (arg.kind == NodeKind::kStarred)
        return Error{"how many there are is computed", text_.range(arg)};
      const auto* call = try_as<Call>(&arg);
      if (call == nullptr)
        return Error{std::string(text_.text(arg)) + " was started before", text_.range(arg)};
      const std::string name = dotted(call->func);
      if (name.ends_with("create_task") || name.ends_with("ensure_future"))
        return Error{"a task that is started in it would start later", text_.range(arg)};
      Part part;
      part.call = std::string(text_.text(arg));
      if (!targets.empty()) part.target = targets[i];
      const std::uint32_t end = i + 1 < found.call->args.size()
                                    ? text_.begin(*found.call->args[i + 1])
                                    : text_.end(*found.call);
      const std::string_view between = text_.text({text_.end(arg), end});
      if (between.find('#') != std::string_view::npos)
        return Error{"a comment stands between its calls", text_.range(arg)};
      work.parts.push_back(std::move(part));
    }
    return work;
  }

  Result<Work> group(int id) {
    const auto* with = try_as<AsyncWith>(program_.at(id).stmt);
    const TextRange range = program_.range(id);
    const auto* made = with == nullptr || with->items.size() != 1
                           ? nullptr
                           : try_as<Call>(with->items[0]->context_expr);
    const auto* name = made == nullptr ? nullptr : try_as<Name>(with->items[0]->optional_vars);
    if (made == nullptr || dotted(made->func) != "asyncio.TaskGroup" || name == nullptr)
      return Error{"this is no TaskGroup with a name", range};
    const int function = program_.suite_of(id).function;
    const int only[] = {id};
    for (const Name* use : uses_of(program_, function, name->id, only)) {
      if (use->ctx == ExprContext::kLoad)
        return Error{std::string(name->id) + " is used in line " + std::to_string(use->lineno),
                     text_.range(*use)};
    }
    Work work;
    work.steps.push_back(id);
    const Suite& suite = program_.suites()[static_cast<std::size_t>(program_.at(id).suites[0])];
    NameSet bound;
    for (int inner : suite.steps) {
      const Called found = called(*program_.at(inner).stmt);
      const std::string line = std::to_string(program_.at(inner).stmt->lineno);
      if (found.await != nullptr || found.call == nullptr || found.call->args.size() != 1 ||
          !found.call->keywords.empty() || found.name != std::string(name->id) + ".create_task" ||
          (found.has_target && found.target.empty()))
        return Error{"line " + line + " does more than start a task", program_.range(inner)};
      const auto* call = try_as<Call>(found.call->args[0]);
      if (call == nullptr) return Error{"line " + line + " calls nothing", program_.range(inner)};
      if (std::string why = hindered(*call, bound, true); !why.empty())
        return Error{why, program_.range(inner)};
      Part part;
      part.call = std::string(text_.text(*call));
      part.target = found.target;
      if (!work.parts.empty()) part.comments = comments_above(inner);
      part.remark = remark_behind(inner);
      if (!found.target.empty()) {
        if (std::string why = only_results(found.target, function, id, work); !why.empty())
          return Error{why, program_.range(inner)};
        bound.insert(found.target);
      }
      work.parts.push_back(std::move(part));
    }
    return work;
  }

 private:
  // Why the call could not be made together with those before it; "" when it can.
  std::string hindered(const Call& call, const NameSet& bound, bool later) const {
    for (const std::string& name : names_read(call)) {
      if (bound.contains(name))
        return "line " + std::to_string(call.lineno) + " needs " + name +
               ", which an earlier one gives";
    }
    std::string why;
    walk(call, [&](const Node& node) {
      if (&node == &call || !why.empty()) return why.empty();
      if (node.kind == NodeKind::kAwait || node.kind == NodeKind::kYield)
        why = "the arguments in line " + std::to_string(node.lineno) + " await something";
      if (node.kind == NodeKind::kNamedExpr)
        why = "the arguments in line " + std::to_string(node.lineno) + " bind a name";
      if (later && node.kind == NodeKind::kCall && !inside_callee(call, node))
        why = "the arguments in line " + std::to_string(node.lineno) +
              " are computed by a call, which would happen before the first has ended";
      return why.empty();
    });
    return why;
  }

  bool inside_callee(const Call& call, const Node& node) const {
    return text_.end(node) <= text_.end(*call.func);
  }

  // A task of the group may be read only as `name.result()` behind the group.
  std::string only_results(const std::string& name, int function, int id, Work& work) const {
    const int only[] = {id};
    const std::vector<const Name*> uses = uses_of(program_, function, name, only);
    for (const Name* use : uses) {
      const std::uint32_t end = text_.end(*use);
      constexpr std::string_view kResult = ".result()";
      if (use->ctx != ExprContext::kLoad || text_.begin(*use) < program_.range(id).end ||
          text_.source().substr(end, kResult.size()) != kResult)
        return name + " is used as a task in line " + std::to_string(use->lineno);
      work.results.push_back({end, end + static_cast<std::uint32_t>(kResult.size())});
    }
    return "";
  }

  std::vector<std::string> comments_above(int id) const {
    std::vector<std::string> out;
    for (const Line& line : draft_.lines_of(id)) {
      if (line.raw || !line.text.starts_with('#')) break;
      out.push_back(line.text);
    }
    return out;
  }

  std::string remark_behind(int id) const {
    const std::uint32_t end = program_.range(id).end;
    const std::string_view rest = text_.text({end, text_.line_end(text_.line_of(end))});
    const std::size_t at = rest.find('#');
    return at == std::string_view::npos ? "" : std::string(rest.substr(at));
  }

  const Draft& draft_;
  const Program& program_;
  const Text& text_;
};

bool has_remarks(const Work& work) {
  return std::any_of(work.parts.begin(), work.parts.end(), [](const Part& part) {
    return !part.comments.empty() || !part.remark.empty();
  });
}

std::string remark(const Part& part) {
  return part.remark.empty() ? "" : "  " + part.remark;
}

Lines as_gather(const Work& work, std::size_t indent) {
  std::string left = work.list;
  const bool named = std::any_of(
      work.parts.begin(), work.parts.end(), [](const Part& part) { return !part.target.empty(); });
  if (named) {
    for (const Part& part : work.parts)
      left += (left.empty() ? "" : ", ") + (part.target.empty() ? "_" : part.target);
    if (work.parts.size() == 1) left += ",";
  }
  if (!left.empty()) left += " = ";
  std::string one = left + "await asyncio.gather(";
  bool plain = !has_remarks(work);
  for (const Part& part : work.parts) {
    plain = plain && part.call.find_first_of("\r\n") == std::string::npos;
    one += (&part == &work.parts.front() ? "" : ", ") + part.call;
  }
  if (plain && indent + one.size() + 1 <= 79) return {{0, one + ")", false}};
  Lines out = {{0, left + "await asyncio.gather(", false}};
  for (const Part& part : work.parts) {
    for (const std::string& comment : part.comments) out.push_back({1, comment, false});
    out.push_back({1, part.call + "," + remark(part), false});
  }
  out.push_back({0, ")", false});
  return out;
}

Lines as_sequential(const Work& work) {
  Lines out;
  if (!work.list.empty()) {
    std::string one = work.list + " = [";
    for (const Part& part : work.parts)
      one += (&part == &work.parts.front() ? "await " : ", await ") + part.call;
    return {{0, one + "]", false}};
  }
  for (const Part& part : work.parts) {
    for (const std::string& comment : part.comments) out.push_back({0, comment, false});
    const std::string left = part.target.empty() ? "" : part.target + " = ";
    out.push_back({0, left + "await " + part.call + remark(part), false});
  }
  return out;
}

Lines as_group(const Work& work, NameSet taken) {
  const std::string group = free_name(taken, "group");
  taken.insert(group);
  Lines out = {{0, "async with asyncio.TaskGroup() as " + group + ":", false}};
  Lines results;
  std::string list;
  for (const Part& part : work.parts) {
    for (const std::string& comment : part.comments) out.push_back({1, comment, false});
    std::string left;
    if (!part.target.empty() || !work.list.empty()) {
      const std::string task =
          free_name(taken, part.target.empty() ? "task" : part.target + "_task");
      taken.insert(task);
      left = task + " = ";
      if (!part.target.empty())
        results.push_back({0, part.target + " = " + task + ".result()", false});
      list += (list.empty() ? "" : ", ") + task + ".result()";
    }
    out.push_back({1, left + group + ".create_task(" + part.call + ")" + remark(part), false});
  }
  if (!work.list.empty()) results.push_back({0, work.list + " = [" + list + "]", false});
  out.insert(out.end(), results.begin(), results.end());
  return out;
}

}  // namespace

Result<TextEdits> together(Draft& draft, const Refactor& gesture) {
  const auto [from, to] = forms(gesture.kind);
  Reader reader(draft);
  Result<Work> read = from == Form::kSequential ? reader.sequential(gesture.block, gesture.last)
                      : from == Form::kGather   ? reader.gather(gesture.block)
                                                : reader.group(gesture.block);
  if (!read.ok()) return read.error();
  Work& work = read.value();
  const Program& program = draft.program();
  if (!program.suite_of(gesture.block).in_coroutine)
    return Error{"this is not in an `async def`", program.range(gesture.block)};
  for (const Part& part : work.parts) {
    // Lines of a call would be indented anew, and a string would change.
    if (part.call.find_first_of("\r\n") != std::string::npos)
      return Error{"a call goes over several lines", program.range(gesture.block)};
  }
  // A group's results in a list: only gather gives them so.
  const std::size_t indent = draft.indent_of(program.suite_of(gesture.block)).size();
  const NameSet taken = names_in(program);
  Lines lines = to == Form::kGather       ? as_gather(work, indent)
                : to == Form::kSequential ? as_sequential(work)
                                          : as_group(work, taken);
  // From behind, so that numbers stay: the results, the further statements, the first.
  if (!work.results.empty()) {
    std::vector<TextEdit> edits;
    for (TextRange range : work.results) edits.push_back({range, ""});
    draft.apply(std::move(edits));
  }
  draft.replace_all(work.steps, lines);
  add_import(draft, "asyncio");
  return draft.finish();
}

}  // namespace simul::composer

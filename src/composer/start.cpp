// SetStart: the first step of a task's coroutine.
#include "composer/start.hpp"

#include <algorithm>
#include <cmath>

#include "composer/calls.hpp"
#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/rewrite.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

// How the start is written now, or how it will be.
struct Found {
  enum class Way {
    kNothing,   // no sleep stands first
    kNumber,    // a sleep with a number, of a coroutine that is called once
    kArgument,  // a parameter, and the call gives a number
    kDefault,   // a parameter with a number, and the call gives nothing
    kShared     // a sleep with a number, of a coroutine that is called more often
  };
  Way way = Way::kNothing;
  int function = -1;             // the coroutine's step
  int sleep = -1;                // the first step's
  const Call* call = nullptr;    // that made the coroutine
  const Expr* number = nullptr;  // what decides, but for kNothing
  std::string parameter;         // kArgument, kDefault
  int calls = 0;
  std::string refusal;
};

std::string line_word(int line) {
  return "line " + std::to_string(line);
}

std::string last_part(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? name : name.substr(dot + 1);
}

const Expr* as_number(const Expr* expr) {
  const auto* constant = try_as<Constant>(expr);
  const bool number = constant != nullptr &&
                      (constant->constant_kind == ConstantKind::kFloat ||
                       (constant->constant_kind == ConstantKind::kInt && constant->fits_int64));
  return number ? expr : nullptr;
}

double value_of(const Expr* number) {
  const auto* constant = try_as<Constant>(number);
  if (constant == nullptr) return 0;
  return constant->constant_kind == ConstantKind::kInt ? static_cast<double>(constant->int_value)
                                                       : constant->number;
}

class Finder {
 public:
  Finder(const Program& program, const SetStart& start)
      : program_(program), text_(program.text()), start_(start) {}

  Found find() {
    look_for_call();
    if (!out_.refusal.empty()) return out_;
    look_for_function();
    if (out_.refusal.empty()) look_for_sleep();
    return out_;
  }

 private:
  void refuse(std::string why) { out_.refusal = std::move(why); }

  void look_for_call() {
    each_call([&](const Call& call) {
      if (call.lineno == static_cast<int>(start_.line) &&
          call.col_offset + 1 == static_cast<int>(start_.column) && out_.call == nullptr)
        out_.call = &call;
    });
    if (out_.call == nullptr) return refuse("the call that makes it is not in the text");
    if (start_.tasks > 1)
      refuse(line_word(out_.call->lineno) + " makes " + std::to_string(start_.tasks) +
             " tasks with one call: a delay there would hold all of them back");
  }

  void look_for_function() {
    const std::string name = last_part(dotted(out_.call->func));
    if (name.empty()) return refuse("what is called in " + here() + " is computed");
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      const auto* def = try_as<AsyncFunctionDef>(program_.steps()[i].stmt);
      if (def == nullptr || def->name != name) continue;
      if (out_.function >= 0) return refuse("several coroutines have the name " + name);
      out_.function = static_cast<int>(i);
    }
    if (out_.function < 0)
      return refuse(dotted(out_.call->func) + " in " + here() + " is not written in this program");
    if (!def().decorator_list.empty()) return refuse(name + " is decorated: nobody knows by what");
    each_call([&](const Call& call) {
      if (last_part(dotted(call.func)) == name) ++out_.calls;
    });
  }

  void look_for_sleep() {
    const Suite& body =
        program_.suites()[static_cast<std::size_t>(program_.at(out_.function).suites[0])];
    const auto first = static_cast<std::size_t>(body.first);
    if (first >= body.steps.size() || !is_start(body.steps[first])) return;
    const Stmt& stmt = *program_.at(body.steps[first]).stmt;
    const Call& sleep = *called(stmt).call;
    if (sleep.args.size() != 1 || !sleep.keywords.empty()) return;
    out_.sleep = body.steps[first];
    const Expr* delay = sleep.args[0];
    if (as_number(delay) != nullptr) {
      out_.number = delay;
      out_.way = out_.calls == 1 ? Found::Way::kNumber : Found::Way::kShared;
      return;
    }
    const auto* name = try_as<Name>(delay);
    if (name == nullptr || !parameter(*name))
      return refuse("computed in " + line_word(stmt.lineno) + ": " +
                    std::string(text_.text(*delay)));
  }

  // A sleep as a step of its own, and the coroutine waits for something else after it.
  bool is_start(int id) const {
    const Called found = called(*program_.at(id).stmt);
    if (found.await == nullptr || found.name != "asyncio.sleep" || found.has_target ||
        program_.at(id).stmt->kind != NodeKind::kExpr)
      return false;
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      const auto other = static_cast<int>(i);
      if (other == id || other == out_.function || !program_.contains(out_.function, other))
        continue;
      const NodeKind kind = program_.at(other).stmt->kind;
      if (kind == NodeKind::kAsyncFor || kind == NodeKind::kAsyncWith) return true;
      for (const Node* node : own_nodes(*program_.at(other).stmt)) {
        if (node->kind == NodeKind::kAwait) return true;
      }
    }
    return false;
  }

  // What the call gives for the parameter `name`.
  bool parameter(const Name& name) {
    const Arguments& all = *def().args;
    std::size_t at = 0;
    const Expr* usual = nullptr;
    bool known = false, positional = false;
    std::vector<const Arg*> places(all.posonlyargs.begin(), all.posonlyargs.end());
    places.insert(places.end(), all.args.begin(), all.args.end());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i]->arg != name.id) continue;
      known = positional = true;
      at = i;
      const std::size_t without = places.size() - all.defaults.size();
      if (i >= without) usual = all.defaults[i - without];
    }
    for (std::size_t i = 0; i < all.kwonlyargs.size(); ++i) {
      if (all.kwonlyargs[i]->arg != name.id) continue;
      known = true;
      usual = all.kw_defaults[i];
    }
    if (!known) return false;
    out_.parameter = std::string(name.id);
    // A method's first parameter is not among the arguments of its call.
    const bool method = program_.suite_of(out_.function).kind == SuiteKind::kClass;
    const Expr* given = nullptr;
    for (const Keyword* keyword : out_.call->keywords) {
      if (!is_set(keyword->arg)) return false;
      if (keyword->arg == name.id) given = keyword->value;
    }
    for (const Expr* each : out_.call->args) {
      if (each->kind == NodeKind::kStarred) return false;
    }
    if (method && at == 0 && positional) return false;
    const std::size_t index = method && positional ? at - 1 : at;
    if (given == nullptr && positional && index < out_.call->args.size())
      given = out_.call->args[index];
    out_.way = given != nullptr ? Found::Way::kArgument : Found::Way::kDefault;
    out_.number = as_number(given != nullptr ? given : usual);
    return out_.number != nullptr;
  }

  const AsyncFunctionDef& def() const {
    return *as<AsyncFunctionDef>(program_.at(out_.function).stmt);
  }
  std::string here() const { return line_word(out_.call->lineno); }

  template <typename Look>
  void each_call(Look look) const {
    for (const Stmt* stmt : program_.module().body) {
      walk(*stmt, [&](const Node& node) {
        if (const auto* call = try_as<Call>(&node)) look(*call);
        return true;
      });
    }
  }

  const Program& program_;
  const Text& text_;
  const SetStart& start_;
  Found out_;
};

// `, start=0` behind the last parameter.
Result<TextEdit> new_parameter(const Program& program, int function, const std::string& parameter) {
  const Text& text = program.text();
  const auto& def = *as<AsyncFunctionDef>(program.at(function).stmt);
  const Arguments& all = *def.args;
  if (all.kwarg != nullptr)
    return Error{std::string(def.name) + " takes any keyword, so a new one may be in its way", {}};
  if (!all.posonlyargs.empty() && all.args.empty() && all.kwonlyargs.empty() &&
      all.vararg == nullptr)
    return Error{"the parameters of " + std::string(def.name) + " end with a slash", {}};
  std::vector<const Node*> below;
  children(all, below);
  std::uint32_t end = 0;
  for (const Node* node : below) end = std::max(end, text.end(*node));
  if (!below.empty()) return TextEdit{{end, end}, ", " + parameter};
  const std::size_t open = text.source().find('(', text.begin(def));
  if (open == std::string_view::npos) return Error{"its parameters are not found", {}};
  const auto at = static_cast<std::uint32_t>(open) + 1;
  return TextEdit{{at, at}, parameter};
}

Result<TextEdits> by_parameter(Draft& draft, const Found& found, const std::string& seconds) {
  const Program& program = draft.program();
  const Text& text = draft.text();
  if (found.way == Found::Way::kDefault) {
    draft.apply(one_more_argument(text, *found.call, found.parameter + "=" + seconds));
    return draft.finish();
  }
  const std::string name = free_name(names_in(program), "start");
  const bool shared = found.way == Found::Way::kShared;
  const std::string usual = shared ? std::string(text.text(*found.number)) : "0";
  Result<TextEdit> parameter = new_parameter(program, found.function, name + "=" + usual);
  if (!parameter.ok()) return parameter.error();
  std::vector<TextEdit> edits = one_more_argument(text, *found.call, name + "=" + seconds);
  edits.push_back(parameter.value());
  if (shared) edits.push_back({text.range(*found.number), name});
  draft.apply(std::move(edits));
  if (!shared) {
    const Suite& body =
        draft.program()
            .suites()[static_cast<std::size_t>(draft.program().at(found.function).suites[0])];
    draft.insert({found.function, 0, body.first}, lines_from("await asyncio.sleep(" + name + ")"));
    add_import(draft, "asyncio");
  }
  return draft.finish();
}

}  // namespace

Result<TextEdits> set_start(Draft& draft, const SetStart& gesture) {
  if (!std::isfinite(gesture.seconds) || gesture.seconds > 1e6)
    return Error{"a delay is between 0 and 1,000,000 seconds", {}};
  const Program& program = draft.program();
  const Found found = Finder(program, gesture).find();
  if (!found.refusal.empty()) return Error{found.refusal, {}};
  const double seconds = std::max(0.0, gesture.seconds);
  if (std::abs(seconds - value_of(found.number)) < 1e-9) return TextEdits();
  const std::string text = delay_text(seconds, false);
  switch (found.way) {
    case Found::Way::kNumber:
      if (seconds == 0) {
        draft.remove(found.sleep);
        return draft.finish();
      }
      return set_seconds(program, {draft.text().range(*found.number), seconds, true});
    case Found::Way::kArgument:
      return set_seconds(program, {draft.text().range(*found.number), seconds, true});
    case Found::Way::kNothing:
      if (found.calls > 1) return by_parameter(draft, found, text);
      {
        const Suite& body =
            program.suites()[static_cast<std::size_t>(program.at(found.function).suites[0])];
        draft.insert({found.function, 0, body.first},
                     lines_from("await asyncio.sleep(" + text + ")"));
        add_import(draft, "asyncio");
        return draft.finish();
      }
    case Found::Way::kDefault:
    case Found::Way::kShared: break;
  }
  return by_parameter(draft, found, text);
}

StartDelay start_delay(std::string_view source, const SetStart& start) {
  const Program program(source);
  const Found found = Finder(program, start).find();
  StartDelay out;
  out.line = start.line;
  out.refusal = found.refusal;
  if (!out.refusal.empty()) return out;
  out.seconds = value_of(found.number);
  if (found.number != nullptr) {
    out.line = static_cast<std::uint32_t>(found.number->lineno);
    out.sentence = "the number in " + line_word(found.number->lineno) + " holds it back";
    if (found.way == Found::Way::kDefault || found.way == Found::Way::kShared)
      out.sentence = "the call in " + line_word(found.call->lineno) + " says how long it waits";
    return out;
  }
  const int line = program.at(found.function).stmt->lineno;
  out.line = static_cast<std::uint32_t>(line);
  out.sentence = found.calls > 1 ? "its coroutine in " + line_word(line) +
                                       " gets a parameter, and only this call gives it"
                                 : "its coroutine in " + line_word(line) + " begins with a sleep";
  return out;
}

}  // namespace simul::composer

#include "lints/calls.hpp"

#include <algorithm>
#include <utility>

#include "lints/tasks.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

// Is the expression that ends here the beginning of a longer one, as f() is of f().x?
bool goes_on_after(std::string_view source, std::uint32_t end) {
  const std::size_t next = source.find_first_not_of(" \t", end);
  return next != std::string_view::npos &&
         (source[next] == '.' || source[next] == '[' || source[next] == '(');
}

bool is_sequence(const Expr* expr) {
  return expr->kind == NodeKind::kList || expr->kind == NodeKind::kTuple ||
         expr->kind == NodeKind::kSet || expr->kind == NodeKind::kListComp ||
         expr->kind == NodeKind::kSetComp || expr->kind == NodeKind::kGeneratorExp;
}

bool needs_arguments(const AsyncFunctionDef& def) {
  const std::size_t positional = def.args->posonlyargs.size() + def.args->args.size();
  if (positional > def.args->defaults.size()) return true;
  for (const Expr* fallback : def.args->kw_defaults) {
    if (fallback == nullptr) return true;
  }
  return false;
}

bool is_blocking(std::string_view name) {
  static constexpr std::string_view kNames[] = {"httpx.get",
                                                "httpx.post",
                                                "httpx.put",
                                                "httpx.patch",
                                                "httpx.delete",
                                                "httpx.head",
                                                "httpx.request",
                                                "requests.get",
                                                "requests.post",
                                                "requests.put",
                                                "requests.patch",
                                                "requests.delete",
                                                "requests.head",
                                                "requests.request",
                                                "subprocess.run",
                                                "subprocess.call",
                                                "subprocess.check_output",
                                                "subprocess.check_call",
                                                "os.system",
                                                "urllib.request.urlopen",
                                                "input"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

void blocking(Remarks& file, const Call& call) {
  const std::string shown(file.at.text(*call.func));
  const bool bare = call.args.empty() && call.keywords.empty();
  const std::uint32_t open = file.at.offset(call.paren_lineno, call.paren_col);
  const std::string begin = "await asyncio.to_thread(" + shown + (bare ? "" : ", ");
  std::vector<TextEdit> edits{{{file.at.begin(call), open + 1}, begin}};
  // await binds more loosely than what may follow the call: its .json(), its [0].
  if (goes_on_after(file.source, file.at.end(call))) {
    edits = {{{file.at.begin(call), open + 1}, "(" + begin},
             {{file.at.end(call), file.at.end(call)}, ")"}};
  }
  file.say("blocking-call",
           Severity::kWarning,
           call,
           shown + "() stops the whole loop",
           "It waits without giving the loop back; a thread can wait in its place.",
           fix("Call it in a thread", std::move(edits)));
}

void run_inside(Remarks& file, const Call& call) {
  std::optional<Fix> mend;
  if (call.args.size() == 1 && call.keywords.empty()) {
    mend = fix("Await it",
               {{{file.at.begin(call), file.at.begin(*call.args[0])}, "await "},
                {{file.at.end(*call.args[0]), file.at.end(call)}, ""}});
  }
  file.say("run-inside-loop",
           Severity::kWarning,
           call,
           "asyncio.run() cannot be called from a running event loop",
           "A loop runs this coroutine already: it can await the other one.",
           std::move(mend));
}

// Is the name given lists only, in this scope?
bool is_list_variable(const std::vector<const Node*>& nodes, const Expr& expr) {
  auto* wanted = try_as<Name>(&expr);
  if (wanted == nullptr) return false;
  bool found = false;
  for (const Node* node : nodes) {
    auto* assign = try_as<Assign>(node);
    if (assign == nullptr) continue;
    for (const Expr* target : assign->targets) {
      auto* name = try_as<Name>(target);
      if (name == nullptr || name->id != wanted->id) continue;
      if (assign->value->kind != NodeKind::kList && assign->value->kind != NodeKind::kListComp)
        return false;
      found = true;
    }
  }
  return found;
}

void uncalled(Remarks& file, const Expr& arg, const std::string& taker) {
  const AsyncFunctionDef* def = file.names.coroutine_function(&arg);
  if (def == nullptr) return;
  std::optional<Fix> mend;
  if (!needs_arguments(*def)) mend = fix("Call it", {{{file.at.end(arg), file.at.end(arg)}, "()"}});
  file.say("function-not-called",
           Severity::kWarning,
           arg,
           std::string(def->name) + " is a function here, not a coroutine",
           taker.substr(taker.find('.') + 1) + "() wants what the call gives: " +
               std::string(def->name) + (needs_arguments(*def) ? "(...)" : "()") + ".",
           std::move(mend));
}

void gather(Remarks& file, const std::vector<const Node*>& nodes, const Call& call) {
  if (call.args.size() == 1 && call.args[0]->kind != NodeKind::kStarred) {
    const Expr& only = *call.args[0];
    if (is_sequence(&only) || is_list_variable(nodes, only)) {
      file.say("gather-list",
               Severity::kWarning,
               only,
               "gather() takes awaitables one by one, not a list",
               "A list cannot be awaited: TypeError. A star hands on its items.",
               fix("Unpack it", {{{file.at.begin(only), file.at.begin(only)}, "*"}}));
      return;
    }
  }
  for (const Expr* arg : call.args) uncalled(file, *arg, "asyncio.gather");
}

void waits_for_coroutines(Remarks& file, const Scope& scope, const Expr& arg) {
  std::span<Expr*> items;
  if (auto* list = try_as<List>(&arg)) items = list->elts;
  if (auto* set = try_as<Set>(&arg)) items = set->elts;
  if (auto* tuple = try_as<Tuple>(&arg)) items = tuple->elts;
  std::vector<TextEdit> edits;
  for (const Expr* item : items) {
    auto* made = try_as<Call>(item);
    if (made == nullptr || !file.names.makes_coroutine(*made, scope.owner)) continue;
    edits.push_back({{file.at.begin(*made), file.at.begin(*made)}, "asyncio.create_task("});
    edits.push_back({{file.at.end(*made), file.at.end(*made)}, ")"});
  }
  if (edits.empty()) return;
  file.say("wait-coroutines",
           Severity::kWarning,
           arg,
           "wait() takes tasks, not coroutines",
           "Since Python 3.11 it raises TypeError for a coroutine.",
           fix("Make tasks of them", std::move(edits)));
}

}  // namespace

// A call whose result goes nowhere.
void unused_result(Remarks& file, const Scope& scope, const ExprStmt& stmt) {
  auto* call = try_as<Call>(stmt.value);
  if (call == nullptr) return;
  const std::string name = file.names.of(call->func);
  if (file.names.makes_coroutine(*call, scope.owner)) {
    const std::string shown(file.at.text(*call->func));
    std::optional<Fix> mend;
    if (scope.coroutine != nullptr) {
      mend = fix("Await it", {{{file.at.begin(*call), file.at.begin(*call)}, "await "}});
    } else if (scope.is_module) {
      mend = fix("Run it with asyncio.run",
                 {{{file.at.begin(*call), file.at.begin(*call)}, "asyncio.run("},
                  {{file.at.end(*call), file.at.end(*call)}, ")"}});
    }
    file.say("missing-await",
             Severity::kWarning,
             *call,
             shown + "() is not awaited",
             "The call only makes a coroutine object; nothing of its body runs.",
             std::move(mend));
  } else if (scope.coroutine != nullptr &&
             (name == "asyncio.create_task" || name == "asyncio.ensure_future")) {
    lost_task(file, scope, *call);
  }
}

void call(Remarks& file, const Scope& scope, const Call& call) {
  const std::string name = file.names.of(call.func);
  if (scope.coroutine != nullptr) {
    if (name == "time.sleep") {
      file.say("blocking-sleep",
               Severity::kWarning,
               call,
               "time.sleep() stops the whole loop",
               "While it sleeps no other task can run, whatever is ready.",
               fix("Sleep without blocking", {{file.at.range(*call.func), "await asyncio.sleep"}}));
    } else if (is_blocking(name)) {
      blocking(file, call);
    } else if (name == "asyncio.run") {
      run_inside(file, call);
    }
  }
  if (name == "asyncio.gather") gather(file, scope.nodes, call);
  const bool takes_one = name == "asyncio.create_task" || name == "asyncio.ensure_future" ||
                         name == "asyncio.run" || name == "asyncio.wait_for" ||
                         name == "asyncio.shield";
  if (takes_one && !call.args.empty()) uncalled(file, *call.args[0], name);
  if (name == "asyncio.wait" && !call.args.empty())
    waits_for_coroutines(file, scope, *call.args[0]);
}

}  // namespace simul::lints

#include "lints/lint.hpp"

#include <algorithm>
#include <utility>

#include "lints/names.hpp"
#include "syntax/places.hpp"
#include "syntax/walk.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

// Is the expression that ends here the beginning of a longer one, as f() is of f().x?
bool goes_on_after(std::string_view source, std::uint32_t end) {
  const std::size_t next = source.find_first_not_of(" \t", end);
  return next != std::string_view::npos &&
         (source[next] == '.' || source[next] == '[' || source[next] == '(');
}

std::optional<Fix> fix(std::string title, std::vector<TextEdit> edits) {
  Result<TextEdits> made = TextEdits::make(std::move(edits));
  if (!made.ok()) return std::nullopt;
  return Fix{std::move(title), made.value()};
}

// A body of statements that runs as one: the file's own, or a function's.
struct Scope {
  std::span<Stmt* const> body;
  const AsyncFunctionDef* coroutine = nullptr;  // null: not in an async def
  const ClassDef* owner = nullptr;              // of a method
  bool is_module = false;
};

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

class Linter {
 public:
  Linter(const Module& module, std::string_view source)
      : names_(module), at_(source), source_(source) {
    Scope file;
    file.body = module.body;
    file.is_module = true;
    scope(file);
  }

  std::vector<Lint> take() {
    std::sort(found_.begin(), found_.end(), [](const Lint& a, const Lint& b) {
      return std::pair(a.range.begin, a.code) < std::pair(b.range.begin, b.code);
    });
    return std::move(found_);
  }

 private:
  void say(std::string code,
           Severity severity,
           const Node& node,
           std::string message,
           std::string why,
           std::optional<Fix> mend) {
    found_.push_back({std::move(code),
                      severity,
                      std::move(message),
                      std::move(why),
                      static_cast<std::uint32_t>(std::max(node.lineno, 1)),
                      at_.range(node),
                      std::move(mend)});
  }

  void scope(const Scope& scope) {
    const std::vector<const Node*> nodes = own_nodes(scope.body);
    for (const Node* node : nodes) {
      if (auto* stmt = try_as<ExprStmt>(node)) statement(scope, *stmt);
      if (auto* call = try_as<Call>(node)) this->call(scope, nodes, *call);
      if (auto* import = try_as<Import>(node)) {
        for (const Alias* alias : import->names) modelled(*node, alias->name);
      }
      if (auto* from = try_as<ImportFrom>(node); from != nullptr && is_set(from->module))
        modelled(*node, from->module);
      if (auto* loop = try_as<While>(node); loop != nullptr && scope.coroutine != nullptr)
        endless_catch(*loop);
      if (auto* attempt = try_as<Try>(node); attempt != nullptr && scope.coroutine != nullptr)
        catches_all(*attempt);
      if (scope.coroutine != nullptr) bodies(*node);
    }
    if (scope.coroutine != nullptr) {
      sequential(scope.body);
      forgotten_tasks(scope, nodes);
    }
    for (const Node* node : nodes) inner(scope, *node);
  }

  void inner(const Scope& outer, const Node& node) {
    Scope next;
    next.owner = outer.owner;
    if (auto* def = try_as<AsyncFunctionDef>(&node)) {
      next.body = def->body;
      next.coroutine = def;
      return scope(next);
    }
    if (auto* plain = try_as<FunctionDef>(&node)) {
      next.body = plain->body;
      return scope(next);
    }
    if (auto* cls = try_as<ClassDef>(&node)) {
      next.body = cls->body;
      next.owner = cls;
      return scope(next);
    }
  }

  // A library that Simul models: who has not said how its network is (simul.net) may not know.
  void modelled(const Node& import, std::string_view module) {
    const std::string name(module.substr(0, module.find('.')));
    if ((name != "aiohttp" && name != "httpx" && name != "requests") || names_.imports("simul"))
      return;
    say("modelled-network",
        Severity::kInfo,
        import,
        name + " is a model here: no request leaves the page",
        "Every host answers after 0.1 s with the question as JSON. import simul, then "
        "simul.net.serve(url, answer), "
        "simul.net.latency and simul.net.failure_rate say otherwise.",
        std::nullopt);
  }

  // A call whose result goes nowhere.
  void statement(const Scope& scope, const ExprStmt& stmt) {
    auto* call = try_as<Call>(stmt.value);
    if (call == nullptr) return;
    const std::string name = names_.of(call->func);
    if (names_.makes_coroutine(*call, scope.owner)) {
      const std::string shown(at_.text(*call->func));
      std::optional<Fix> mend;
      if (scope.coroutine != nullptr) {
        mend = fix("Await it", {{{at_.begin(*call), at_.begin(*call)}, "await "}});
      } else if (scope.is_module) {
        mend = fix("Run it with asyncio.run",
                   {{{at_.begin(*call), at_.begin(*call)}, "asyncio.run("},
                    {{at_.end(*call), at_.end(*call)}, ")"}});
      }
      say("missing-await",
          Severity::kWarning,
          *call,
          shown + "() is not awaited",
          "The call only makes a coroutine object; nothing of its body runs.",
          std::move(mend));
    } else if (scope.coroutine != nullptr &&
               (name == "asyncio.create_task" || name == "asyncio.ensure_future")) {
      say("lost-task",
          Severity::kInfo,
          *call,
          "Nobody keeps this task",
          "The loop holds tasks only weakly: one that nobody keeps may vanish half-way, nobody can "
          "wait for it, and its exception "
          "goes unseen.",
          fix("Keep it in a variable",
              {{{at_.begin(*call), at_.begin(*call)}, free_name(scope, "task") + " = "}}));
    }
  }

  // `word`, or word_2, word_3 if the scope knows that name.
  std::string free_name(const Scope& scope, const std::string& word) const {
    std::vector<std::string_view> used;
    for (const Node* node : own_nodes(scope.body)) {
      if (auto* name = try_as<Name>(node)) used.push_back(name->id);
    }
    std::string name = word;
    for (int i = 2; std::find(used.begin(), used.end(), name) != used.end(); ++i)
      name = word + "_" + std::to_string(i);
    return name;
  }

  void call(const Scope& scope, const std::vector<const Node*>& nodes, const Call& call) {
    const std::string name = names_.of(call.func);
    if (scope.coroutine != nullptr) {
      if (name == "time.sleep") {
        say("blocking-sleep",
            Severity::kWarning,
            call,
            "time.sleep() stops the whole loop",
            "While it sleeps no other task can run, whatever is ready.",
            fix("Sleep without blocking", {{at_.range(*call.func), "await asyncio.sleep"}}));
      } else if (is_blocking(name)) {
        blocking(call);
      } else if (name == "asyncio.run") {
        run_inside(call);
      }
    }
    if (name == "asyncio.gather") gather(nodes, call);
    const bool takes_one = name == "asyncio.create_task" || name == "asyncio.ensure_future" ||
                           name == "asyncio.run" || name == "asyncio.wait_for" ||
                           name == "asyncio.shield";
    if (takes_one && !call.args.empty()) uncalled(*call.args[0], name);
    if (name == "asyncio.wait" && !call.args.empty()) waits_for_coroutines(scope, *call.args[0]);
  }

  void blocking(const Call& call) {
    const std::string shown(at_.text(*call.func));
    const bool bare = call.args.empty() && call.keywords.empty();
    const std::uint32_t open = at_.offset(call.paren_lineno, call.paren_col);
    const std::string begin = "await asyncio.to_thread(" + shown + (bare ? "" : ", ");
    std::vector<TextEdit> edits{{{at_.begin(call), open + 1}, begin}};
    // await binds more loosely than what may follow the call: its .json(), its [0].
    if (goes_on_after(source_, at_.end(call))) {
      edits = {{{at_.begin(call), open + 1}, "(" + begin}, {{at_.end(call), at_.end(call)}, ")"}};
    }
    say("blocking-call",
        Severity::kWarning,
        call,
        shown + "() stops the whole loop",
        "It waits without giving the loop back; a thread can wait in its place.",
        fix("Call it in a thread", std::move(edits)));
  }

  void run_inside(const Call& call) {
    std::optional<Fix> mend;
    if (call.args.size() == 1 && call.keywords.empty()) {
      mend = fix("Await it",
                 {{{at_.begin(call), at_.begin(*call.args[0])}, "await "},
                  {{at_.end(*call.args[0]), at_.end(call)}, ""}});
    }
    say("run-inside-loop",
        Severity::kWarning,
        call,
        "asyncio.run() cannot be called from a running event loop",
        "A loop runs this coroutine already: it can await the other one.",
        std::move(mend));
  }

  void gather(const std::vector<const Node*>& nodes, const Call& call) {
    if (call.args.size() == 1 && call.args[0]->kind != NodeKind::kStarred) {
      const Expr& only = *call.args[0];
      if (is_sequence(&only) || is_list_variable(nodes, only)) {
        say("gather-list",
            Severity::kWarning,
            only,
            "gather() takes awaitables one by one, not a list",
            "A list cannot be awaited: TypeError. A star hands on its items.",
            fix("Unpack it", {{{at_.begin(only), at_.begin(only)}, "*"}}));
        return;
      }
    }
    for (const Expr* arg : call.args) uncalled(*arg, "asyncio.gather");
  }

  // Is the name given lists only, in this scope?
  bool is_list_variable(const std::vector<const Node*>& nodes, const Expr& expr) const {
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

  void uncalled(const Expr& arg, const std::string& taker) {
    const AsyncFunctionDef* def = names_.coroutine_function(&arg);
    if (def == nullptr) return;
    std::optional<Fix> mend;
    if (!needs_arguments(*def)) mend = fix("Call it", {{{at_.end(arg), at_.end(arg)}, "()"}});
    say("function-not-called",
        Severity::kWarning,
        arg,
        std::string(def->name) + " is a function here, not a coroutine",
        taker.substr(taker.find('.') + 1) + "() wants what the call gives: " +
            std::string(def->name) + (needs_arguments(*def) ? "(...)" : "()") + ".",
        std::move(mend));
  }

  void waits_for_coroutines(const Scope& scope, const Expr& arg) {
    std::span<Expr*> items;
    if (auto* list = try_as<List>(&arg)) items = list->elts;
    if (auto* set = try_as<Set>(&arg)) items = set->elts;
    if (auto* tuple = try_as<Tuple>(&arg)) items = tuple->elts;
    std::vector<TextEdit> edits;
    for (const Expr* item : items) {
      auto* made = try_as<Call>(item);
      if (made == nullptr || !names_.makes_coroutine(*made, scope.owner)) continue;
      edits.push_back({{at_.begin(*made), at_.begin(*made)}, "asyncio.create_task("});
      edits.push_back({{at_.end(*made), at_.end(*made)}, ")"});
    }
    if (edits.empty()) return;
    say("wait-coroutines",
        Severity::kWarning,
        arg,
        "wait() takes tasks, not coroutines",
        "Since Python 3.11 it raises TypeError for a coroutine.",
        fix("Make tasks of them", std::move(edits)));
  }

  // --- cancellation

  static bool leaves(std::span<Stmt* const> body, bool by_loop) {
    for (const Node* node : own_nodes(body)) {
      if (node->kind == NodeKind::kRaise) return true;
      if (by_loop && (node->kind == NodeKind::kReturn || node->kind == NodeKind::kBreak))
        return true;
    }
    return false;
  }
  static bool awaits(std::span<Stmt* const> body) {
    for (const Node* node : own_nodes(body)) {
      if (node->kind == NodeKind::kAwait || node->kind == NodeKind::kAsyncFor ||
          node->kind == NodeKind::kAsyncWith)
        return true;
    }
    return false;
  }

  void catches_all(const Try& attempt) {
    if (!awaits(attempt.body)) return;
    for (const ExceptHandler* handler : attempt.handlers) {
      const bool bare = handler->type == nullptr;
      if ((!bare && names_.of(handler->type) != "BaseException") || leaves(handler->body, false))
        continue;
      const std::uint32_t begin = at_.begin(*handler);
      Lint lint{
          "swallowed-cancel",
          Severity::kWarning,
          bare ? "A bare except also catches CancelledError"
               : "except BaseException also catches CancelledError",
          "Who cancels this task is not obeyed: it goes on, and timeouts around it do not end it.",
          static_cast<std::uint32_t>(handler->lineno),
          {begin, bare ? begin + 6 : at_.end(*handler->type)},
          bare ? fix("Catch Exception", {{{begin + 6, begin + 6}, " Exception"}})
               : fix("Catch Exception", {{at_.range(*handler->type), "Exception"}})};
      found_.push_back(std::move(lint));
    }
  }

  bool catches_cancelled(const ExceptHandler& handler) const {
    if (handler.type == nullptr) return false;
    const auto is_it = [&](const Expr* type) {
      return names_.of(type) == "asyncio.CancelledError";
    };
    if (auto* several = try_as<Tuple>(handler.type))
      return std::any_of(several->elts.begin(), several->elts.end(), is_it);
    return is_it(handler.type);
  }

  void endless_catch(const While& loop) {
    auto* test = try_as<Constant>(loop.test);
    if (test == nullptr || test->constant_kind != ConstantKind::kTrue) return;
    for (const Stmt* stmt : loop.body) {
      auto* attempt = try_as<Try>(stmt);
      if (attempt == nullptr || !awaits(attempt->body)) continue;
      for (const ExceptHandler* handler : attempt->handlers) {
        if (!catches_cancelled(*handler) || leaves(handler->body, true)) continue;
        say("swallowed-cancel",
            Severity::kWarning,
            *handler->type,
            "This loop goes on after it was cancelled",
            "Nothing else ends it: cancel() and asyncio.run at the end wait for it in vain. Raise "
            "again, or leave the loop.",
            std::nullopt);
      }
    }
  }

  // --- what could overlap, what is left behind

  void bodies(const Node& node) {
    if (auto* branch = try_as<If>(&node)) {
      sequential(branch->body);
      sequential(branch->orelse);
    }
    if (auto* loop = try_as<For>(&node)) sequential(loop->body);
    if (auto* loop = try_as<AsyncFor>(&node)) sequential(loop->body);
    if (auto* loop = try_as<While>(&node)) sequential(loop->body);
    if (auto* with = try_as<With>(&node)) sequential(with->body);
    if (auto* with = try_as<AsyncWith>(&node)) sequential(with->body);
    if (auto* attempt = try_as<Try>(&node)) sequential(attempt->body);
  }

  // `x = await f(...)` of this file's f, or null.
  const Call* awaited_call(const Stmt* stmt, std::string& target) const {
    auto* assign = try_as<Assign>(stmt);
    if (assign == nullptr || assign->targets.size() != 1) return nullptr;
    auto* name = try_as<Name>(assign->targets[0]);
    auto* await = try_as<Await>(assign->value);
    auto* call = await == nullptr ? nullptr : try_as<Call>(await->value);
    if (name == nullptr || call == nullptr || names_.coroutine_function(call->func) == nullptr)
      return nullptr;
    target = std::string(name->id);
    return call;
  }

  static bool uses(const Call& call, const std::vector<std::string>& targets) {
    bool used = false;
    walk(call, [&](const Node& node) {
      auto* name = try_as<Name>(&node);
      used =
          used || node.kind == NodeKind::kAwait ||
          (name != nullptr && std::find(targets.begin(), targets.end(), name->id) != targets.end());
      return !used;
    });
    return used;
  }

  void sequential(std::span<Stmt* const> body) {
    for (std::size_t begin = 0; begin < body.size();) {
      std::vector<std::string> targets;
      std::vector<const Call*> calls;
      std::size_t end = begin;
      for (; end < body.size(); ++end) {
        std::string target;
        const Call* call = awaited_call(body[end], target);
        if (call == nullptr || uses(*call, targets) ||
            std::find(targets.begin(), targets.end(), target) != targets.end())
          break;
        targets.push_back(target);
        calls.push_back(call);
      }
      if (calls.size() >= 2) overlap(body, begin, end, targets, calls);
      begin = std::max(end, begin + 1);
    }
  }

  void overlap(std::span<Stmt* const> body,
               std::size_t begin,
               std::size_t end,
               const std::vector<std::string>& targets,
               const std::vector<const Call*>& calls) {
    std::string left;
    std::string right;
    bool only_space = true;
    for (std::size_t i = begin; i < end; ++i) {
      left += (i > begin ? ", " : "") + targets[i - begin];
      right += (i > begin ? ", " : "") + std::string(at_.text(*calls[i - begin]));
      if (i > begin) {
        const std::string_view gap = at_.text({at_.end(*body[i - 1]), at_.begin(*body[i])});
        only_space = only_space && gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
      }
    }
    const TextRange range{at_.begin(*body[begin]), at_.end(*body[end - 1])};
    std::optional<Fix> mend;
    if (only_space)
      mend = fix("Gather them", {{range, left + " = await asyncio.gather(" + right + ")"}});
    Lint lint{"sequential-awaits",
              Severity::kInfo,
              std::to_string(calls.size()) + " awaits in a row that do not need each other",
              "Each begins only when the one before has ended. Gathered, their waits overlap.",
              static_cast<std::uint32_t>(body[begin]->lineno),
              range,
              std::move(mend)};
    found_.push_back(std::move(lint));
  }

  void forgotten_tasks(const Scope& scope, const std::vector<const Node*>& nodes) {
    for (const Node* node : nodes) {
      auto* assign = try_as<Assign>(node);
      if (assign == nullptr || assign->targets.size() != 1) continue;
      auto* target = try_as<Name>(assign->targets[0]);
      auto* call = try_as<Call>(assign->value);
      if (target == nullptr || call == nullptr || names_.of(call->func) != "asyncio.create_task")
        continue;
      bool used = false;
      for (const Stmt* stmt : scope.body) {
        walk(*stmt, [&](const Node& each) {
          auto* name = try_as<Name>(&each);
          used = used ||
                 (name != nullptr && name->id == target->id && name->ctx == ExprContext::kLoad);
          // Somebody outside may wait for it.
          if (auto* shared = try_as<Global>(&each); shared != nullptr)
            used = used || std::find(shared->names.begin(), shared->names.end(), target->id) !=
                               shared->names.end();
          if (auto* shared = try_as<Nonlocal>(&each); shared != nullptr)
            used = used || std::find(shared->names.begin(), shared->names.end(), target->id) !=
                               shared->names.end();
          return !used;
        });
      }
      if (used) continue;
      const bool is_entry = scope.coroutine == names_.entry();
      const std::string name(target->id);
      std::optional<Fix> mend;
      const Stmt* last = scope.body.back();
      const bool plain_end = last->kind != NodeKind::kReturn && last->kind != NodeKind::kRaise &&
                             last->lineno != scope.coroutine->lineno;
      if (plain_end) {
        const std::string indent(static_cast<std::size_t>(last->col_offset), ' ');
        mend = fix("Await it at the end",
                   {{{at_.end(*last), at_.end(*last)}, "\n" + indent + "await " + name}});
      }
      say("unawaited-task",
          Severity::kInfo,
          *call,
          "Nobody waits for " + name,
          is_entry ? "When " + std::string(scope.coroutine->name) +
                         "() ends before it, asyncio.run cancels it."
                   : "It may still run when " + std::string(scope.coroutine->name) +
                         "() has ended, and its exception goes unseen.",
          std::move(mend));
    }
  }

  Names names_;
  Places at_;
  std::string_view source_;
  std::vector<Lint> found_;
};

}  // namespace

std::vector<Lint> lint(const Module& module, std::string_view source) {
  return Linter(module, source).take();
}

}  // namespace simul::lints

#include "lints/tasks.hpp"

#include <algorithm>
#include <utility>

#include "syntax/walk.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

// `word`, or word_2, word_3 if the scope knows that name.
std::string free_name(const Scope& scope, const std::string& word) {
  std::vector<std::string_view> used;
  for (const Node* node : scope.nodes) {
    if (auto* name = try_as<Name>(node)) used.push_back(name->id);
  }
  std::string name = word;
  for (int i = 2; std::find(used.begin(), used.end(), name) != used.end(); ++i)
    name = word + "_" + std::to_string(i);
  return name;
}

}  // namespace

void lost_task(Remarks& file, const Scope& scope, const Call& call) {
  file.say(
      "lost-task",
      Severity::kInfo,
      call,
      "Nobody keeps this task",
      "The loop holds tasks only weakly: one that nobody keeps may vanish half-way, nobody can "
      "wait for it, and its exception "
      "goes unseen.",
      fix("Keep it in a variable",
          {{{file.at.begin(call), file.at.begin(call)}, free_name(scope, "task") + " = "}}));
}

void forgotten_tasks(Remarks& file, const Scope& scope) {
  for (const Node* node : scope.nodes) {
    auto* assign = try_as<Assign>(node);
    if (assign == nullptr || assign->targets.size() != 1) continue;
    auto* target = try_as<Name>(assign->targets[0]);
    auto* call = try_as<Call>(assign->value);
    if (target == nullptr || call == nullptr || file.names.of(call->func) != "asyncio.create_task")
      continue;
    bool used = false;
    for (const Stmt* stmt : scope.body) {
      walk(*stmt, [&](const Node& each) {
        auto* name = try_as<Name>(&each);
        used =
            used || (name != nullptr && name->id == target->id && name->ctx == ExprContext::kLoad);
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
    const bool is_entry = scope.coroutine == file.names.entry();
    const std::string name(target->id);
    std::optional<Fix> mend;
    const Stmt* last = scope.body.back();
    const bool plain_end = last->kind != NodeKind::kReturn && last->kind != NodeKind::kRaise &&
                           last->lineno != scope.coroutine->lineno;
    if (plain_end) {
      const std::string indent(static_cast<std::size_t>(last->col_offset), ' ');
      mend = fix("Await it at the end",
                 {{{file.at.end(*last), file.at.end(*last)}, "\n" + indent + "await " + name}});
    }
    file.say("unawaited-task",
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

}  // namespace simul::lints

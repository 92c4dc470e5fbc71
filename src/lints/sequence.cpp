#include "lints/sequence.hpp"

#include <algorithm>
#include <utility>

#include "syntax/walk.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

// `x = await f(...)` of this file's f, or null.
const Call* awaited_call(const Remarks& file, const Stmt* stmt, std::string& target) {
  auto* assign = try_as<Assign>(stmt);
  if (assign == nullptr || assign->targets.size() != 1) return nullptr;
  auto* name = try_as<Name>(assign->targets[0]);
  auto* await = try_as<Await>(assign->value);
  auto* call = await == nullptr ? nullptr : try_as<Call>(await->value);
  if (name == nullptr || call == nullptr || file.names.coroutine_function(call->func) == nullptr)
    return nullptr;
  target = std::string(name->id);
  return call;
}

bool uses(const Call& call, const std::vector<std::string>& targets) {
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

void overlap(Remarks& file,
             std::span<Stmt* const> body,
             std::size_t begin,
             std::size_t end,
             const std::vector<std::string>& targets,
             const std::vector<const Call*>& calls) {
  std::string left;
  std::string right;
  bool only_space = true;
  for (std::size_t i = begin; i < end; ++i) {
    left += (i > begin ? ", " : "") + targets[i - begin];
    right += (i > begin ? ", " : "") + std::string(file.at.text(*calls[i - begin]));
    if (i > begin) {
      const std::string_view gap =
          file.at.text({file.at.end(*body[i - 1]), file.at.begin(*body[i])});
      only_space = only_space && gap.find_first_not_of(" \t\r\n") == std::string_view::npos;
    }
  }
  const TextRange range{file.at.begin(*body[begin]), file.at.end(*body[end - 1])};
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
  file.say(std::move(lint));
}

}  // namespace

void sequential(Remarks& file, std::span<Stmt* const> body) {
  for (std::size_t begin = 0; begin < body.size();) {
    std::vector<std::string> targets;
    std::vector<const Call*> calls;
    std::size_t end = begin;
    for (; end < body.size(); ++end) {
      std::string target;
      const Call* call = awaited_call(file, body[end], target);
      if (call == nullptr || uses(*call, targets) ||
          std::find(targets.begin(), targets.end(), target) != targets.end())
        break;
      targets.push_back(target);
      calls.push_back(call);
    }
    if (calls.size() >= 2) overlap(file, body, begin, end, targets, calls);
    begin = std::max(end, begin + 1);
  }
}

void sequential_in(Remarks& file, const Node& node) {
  if (auto* branch = try_as<If>(&node)) {
    sequential(file, branch->body);
    sequential(file, branch->orelse);
  }
  if (auto* loop = try_as<For>(&node)) sequential(file, loop->body);
  if (auto* loop = try_as<AsyncFor>(&node)) sequential(file, loop->body);
  if (auto* loop = try_as<While>(&node)) sequential(file, loop->body);
  if (auto* with = try_as<With>(&node)) sequential(file, with->body);
  if (auto* with = try_as<AsyncWith>(&node)) sequential(file, with->body);
  if (auto* attempt = try_as<Try>(&node)) sequential(file, attempt->body);
}

}  // namespace simul::lints

#include "lints/cancellation.hpp"

#include <algorithm>

namespace simul::lints {

using namespace syntax;

namespace {

bool leaves(std::span<Stmt* const> body, bool by_loop) {
  for (const Node* node : own_nodes(body)) {
    if (node->kind == NodeKind::kRaise) return true;
    if (by_loop && (node->kind == NodeKind::kReturn || node->kind == NodeKind::kBreak)) return true;
  }
  return false;
}

bool awaits(std::span<Stmt* const> body) {
  for (const Node* node : own_nodes(body)) {
    if (node->kind == NodeKind::kAwait || node->kind == NodeKind::kAsyncFor ||
        node->kind == NodeKind::kAsyncWith)
      return true;
  }
  return false;
}

bool catches_cancelled(const Remarks& file, const ExceptHandler& handler) {
  if (handler.type == nullptr) return false;
  const auto is_it = [&](const Expr* type) {
    return file.names.of(type) == "asyncio.CancelledError";
  };
  if (auto* several = try_as<Tuple>(handler.type))
    return std::any_of(several->elts.begin(), several->elts.end(), is_it);
  return is_it(handler.type);
}

}  // namespace

void catches_all(Remarks& file, const Try& attempt) {
  if (!awaits(attempt.body)) return;
  for (const ExceptHandler* handler : attempt.handlers) {
    const bool bare = handler->type == nullptr;
    if ((!bare && file.names.of(handler->type) != "BaseException") || leaves(handler->body, false))
      continue;
    const std::uint32_t begin = file.at.begin(*handler);
    Lint lint{
        "swallowed-cancel",
        Severity::kWarning,
        bare ? "A bare except also catches CancelledError"
             : "except BaseException also catches CancelledError",
        "Who cancels this task is not obeyed: it goes on, and timeouts around it do not end it.",
        static_cast<std::uint32_t>(handler->lineno),
        {begin, bare ? begin + 6 : file.at.end(*handler->type)},
        bare ? fix("Catch Exception", {{{begin + 6, begin + 6}, " Exception"}})
             : fix("Catch Exception", {{file.at.range(*handler->type), "Exception"}})};
    file.say(std::move(lint));
  }
}

void endless_catch(Remarks& file, const While& loop) {
  auto* test = try_as<Constant>(loop.test);
  if (test == nullptr || test->constant_kind != ConstantKind::kTrue) return;
  for (const Stmt* stmt : loop.body) {
    auto* attempt = try_as<Try>(stmt);
    if (attempt == nullptr || !awaits(attempt->body)) continue;
    for (const ExceptHandler* handler : attempt->handlers) {
      if (!catches_cancelled(file, *handler) || leaves(handler->body, true)) continue;
      file.say(
          "swallowed-cancel",
          Severity::kWarning,
          *handler->type,
          "This loop goes on after it was cancelled",
          "Nothing else ends it: cancel() and asyncio.run at the end wait for it in vain. Raise "
          "again, or leave the loop.",
          std::nullopt);
    }
  }
}

}  // namespace simul::lints

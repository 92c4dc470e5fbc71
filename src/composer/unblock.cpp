// A call that blocks the loop, made to wait without it: time.sleep as asyncio.sleep, any other in a
// thread. An import that nothing needs any more goes along.
#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/refactor_ways.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

Result<TextEdits> sleep_without_blocking(Draft& draft, const Call& call) {
  draft.apply({{draft.text().range(*call.func), "await asyncio.sleep"}});
  add_import(draft, "asyncio");
  drop_import(draft, "time");
  return draft.finish();
}

}  // namespace

// The call of a statement that blocks, to be made in a thread; or time.sleep.
Result<TextEdits> unblock(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  if (program.step(gesture.block) == nullptr)
    return Error{"that step is not in the text any more", {}};
  const Called found = called(*program.at(gesture.block).stmt);
  const TextRange range = program.range(gesture.block);
  if (found.call == nullptr || found.await != nullptr)
    return Error{"no call that could block is made here", range};
  if (!program.suite_of(gesture.block).in_coroutine)
    return Error{"this is not in an `async def`, where `await` is not allowed", range};
  const Text& text = draft.text();
  const Call& call = *found.call;
  if (found.name == "time.sleep" && gesture.kind != RefactorKind::kToThread)
    return sleep_without_blocking(draft, call);
  bool awaits = false;
  walk(call, [&](const Node& node) {
    awaits = awaits || node.kind == NodeKind::kAwait || node.kind == NodeKind::kYield;
    return true;
  });
  if (found.name.empty()) return Error{"what is called here is computed", range};
  if (awaits) return Error{"its arguments await something", range};
  if (found.name.starts_with("asyncio.") || found.name == "print")
    return Error{found.name + "() does not block", range};
  for (const Stmt* stmt : program.module().body) {
    const auto* def = try_as<AsyncFunctionDef>(stmt);
    if (def != nullptr && def->name == found.name)
      return Error{found.name + " is a coroutine: await it", range};
  }
  const std::uint32_t open = text.offset(call.paren_lineno, call.paren_col);
  const bool bare = call.args.empty() && call.keywords.empty();
  draft.apply({{{text.begin(call), text.begin(call)}, "await asyncio.to_thread("},
               {{text.end(*call.func), open + 1}, bare ? "" : ", "}});
  add_import(draft, "asyncio");
  return draft.finish();
}

Result<TextEdits> unblock_line(Draft& draft, std::uint32_t line) {
  const Program& program = draft.program();
  for (std::size_t i = 0; i < program.steps().size(); ++i) {
    const Called found = called(*program.steps()[i].stmt);
    if (found.name != "time.sleep" || found.await != nullptr ||
        program.steps()[i].stmt->lineno != static_cast<int>(line))
      continue;
    const auto id = static_cast<int>(i);
    if (!program.suite_of(id).in_coroutine) {
      return Error{"line " + std::to_string(line) +
                       " is not in an `async def`, where `await` is not allowed",
                   program.range(id)};
    }
    return sleep_without_blocking(draft, *found.call);
  }
  return Error{"no time.sleep() stands on line " + std::to_string(line), {}};
}

}  // namespace simul::composer

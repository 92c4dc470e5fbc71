// The commands by name, and the small ones: a timeout, failures as results, a limit.
#include "composer/refactor.hpp"

#include <cmath>
#include <iterator>

#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/places.hpp"
#include "composer/refactor_ways.hpp"
#include "composer/rewrite.hpp"
#include "composer/uses.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

constexpr Refactoring kRefactorings[] = {
    {RefactorKind::kSequentialToGather,
     "sequential-to-gather",
     "Run them together with gather",
     Expectation::kOtherTimes},
    {RefactorKind::kGatherToSequential,
     "gather-to-sequential",
     "Run them one after the other",
     Expectation::kOtherTimes},
    {RefactorKind::kGatherToGroup,
     "gather-to-group",
     "Use a TaskGroup instead of gather",
     Expectation::kOtherTimes},
    {RefactorKind::kGroupToGather,
     "group-to-gather",
     "Use gather instead of a TaskGroup",
     Expectation::kOtherTimes},
    {RefactorKind::kSequentialToGroup,
     "sequential-to-group",
     "Run them together in a TaskGroup",
     Expectation::kOtherTimes},
    {RefactorKind::kGroupToSequential,
     "group-to-sequential",
     "Run the group's tasks one by one",
     Expectation::kOtherTimes},
    {RefactorKind::kAddTimeout,
     "add-timeout",
     "Add a timeout",
     Expectation::kMayDiffer,
     false,
     true},
    {RefactorKind::kReturnExceptions,
     "return-exceptions",
     "Get failures as results",
     Expectation::kMayDiffer},
    {RefactorKind::kLimit,
     "limit",
     "Limit how many run at once",
     Expectation::kOtherTimes,
     false,
     true},
    {RefactorKind::kUnblock, "unblock", "Wait without blocking the loop", Expectation::kOtherTimes},
    {RefactorKind::kExtract, "extract", "Extract a coroutine", Expectation::kSame, true},
    {RefactorKind::kInline, "inline", "Inline the coroutine", Expectation::kSame},
    {RefactorKind::kRename, "rename", "Rename", Expectation::kSame, true},
    {RefactorKind::kToThread, "to-thread", "Run it in a thread", Expectation::kOtherTimes},
};

Result<TextEdits> add_timeout(Draft& draft, const Refactor& gesture) {
  const double seconds = gesture.number > 0 ? gesture.number : 1.5;
  if (!std::isfinite(seconds) || seconds > 1e6)
    return Error{"a timeout is between 0 and 1,000,000 seconds", {}};
  const int last = gesture.last < 0 ? gesture.block : gesture.last;
  const std::vector<int> steps = selection(draft.program(), gesture.block, last);
  if (steps.empty()) return Error{"those steps are not in the text any more", {}};
  const Cards cards = deal(draft.program());
  Place place;
  cards.find(gesture.block, &place);
  const Body* body = cards.body(place);
  bool awaits = false;
  for (int id : steps) {
    const Block* block = cards.block(id);
    if (block == nullptr || body == nullptr) return Error{"those steps are gone", {}};
    if (std::string reason = why_not_around(*body, *block, PaletteKind::kTimeout); !reason.empty())
      return Error{reason, block->range};
    awaits = awaits || block->needs_coroutine;
  }
  if (!awaits)
    return Error{"nothing in it awaits, so a timeout could not cut it off",
                 draft.program().range(gesture.block)};
  const std::string header = "async with asyncio.timeout(" + delay_text(seconds, false) + "):";
  draft.wrap(steps, header);
  if (gesture.text == "caught")
    draft.wrap({steps[0]}, "try:", "except TimeoutError:\n\tprint(\"too late\")");
  add_import(draft, "asyncio");
  return draft.finish();
}

const Call* gather_call(const Program& program, int id) {
  if (program.step(id) == nullptr) return nullptr;
  const Called found = called(*program.at(id).stmt);
  return found.await != nullptr && found.name == "asyncio.gather" ? found.call : nullptr;
}

Result<TextEdits> return_exceptions(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  const Call* call = gather_call(program, gesture.block);
  if (call == nullptr) return Error{"this is no gather", {}};
  const TextRange range = program.range(gesture.block);
  for (const Keyword* keyword : call->keywords) {
    if (!is_set(keyword->arg)) return Error{"its keywords are computed", range};
    if (keyword->arg == "return_exceptions")
      return Error{"it says already what becomes of failures", range};
  }
  if (!called(*program.at(gesture.block).stmt).has_target)
    return Error{"its results are thrown away, so failures would go unseen", range};
  if (call->args.empty()) return Error{"there is nothing to gather", range};
  const Text& text = draft.text();
  const Expr& last = *call->args.back();
  const std::uint32_t end = text.end(*call) - 1;
  // Behind the last argument, on a line of its own if that one has one.
  std::uint32_t at = text.end(last);
  while (at < end && text.source()[at] == ')') ++at;
  const bool own_line = text.begins_line(text.begin(last)) && call->lineno != last.lineno;
  const bool comma = at < end && text.source()[at] == ',';
  if (own_line) {
    const std::string indent(text.indent_of(last.lineno));
    const std::uint32_t line_end = text.line_end(last.end_lineno);
    std::vector<TextEdit> edits;
    if (!comma) edits.push_back({{at, at}, ","});
    edits.push_back({{line_end, line_end},
                     text.newline() + indent + "return_exceptions=True" + (comma ? "," : "")});
    draft.apply(std::move(edits));
  } else {
    draft.apply({{{at, at}, ", return_exceptions=True"}});
  }
  return draft.finish();
}

Result<TextEdits> limit(Draft& draft, const Refactor& gesture) {
  const Program& program = draft.program();
  const Call* call = gather_call(program, gesture.block);
  if (call == nullptr) return Error{"only the calls of a gather can be limited", {}};
  const TextRange range = program.range(gesture.block);
  const int count = gesture.number >= 1 ? static_cast<int>(std::min(gesture.number, 1e6)) : 2;
  const NameSet taken = names_in(program);
  const std::string semaphore = free_name(taken, "limit");
  const std::string limited = free_name(taken, "limited");
  const Text& text = draft.text();
  std::vector<TextEdit> edits;
  for (const Expr* arg : call->args) {
    const Expr* made = arg;
    if (const auto* starred = try_as<Starred>(arg)) {
      made = starred->value;
      if (const auto* comp = try_as<GeneratorExp>(made)) made = comp->elt;
      if (const auto* comp = try_as<ListComp>(starred->value)) made = comp->elt;
      if (made == starred->value)
        return Error{"the calls are made somewhere else: limit them there", text.range(*arg)};
    }
    if (made->kind != NodeKind::kCall || dotted(as<Call>(made)->func).ends_with("create_task"))
      return Error{"a task that was started already cannot be held back", text.range(*made)};
    const std::uint32_t begin = text.begin(*made);
    const std::uint32_t end = text.end(*made);
    edits.push_back({{begin, begin}, limited + "("});
    edits.push_back({{end, end}, ")"});
  }
  if (edits.empty()) return Error{"there is nothing to limit", range};
  const Suite& suite = program.suite_of(gesture.block);
  const Place place{suite.owner, suite.number, program.at(gesture.block).index};
  draft.apply(std::move(edits));
  draft.insert(
      place,
      lines_from(semaphore + " = asyncio.Semaphore(" + std::to_string(count) + ")\n\nasync def " +
                 limited + "(call):\n\tasync with " + semaphore + ":\n\t\treturn await call\n\n"));
  add_import(draft, "asyncio");
  return draft.finish();
}

}  // namespace

std::span<const Refactoring> refactorings() {
  return kRefactorings;
}

const Refactoring& refactoring(RefactorKind kind) {
  return kRefactorings[static_cast<std::size_t>(kind)];
}

std::vector<RefactorKind> offered(const Cards& cards, int id) {
  const Block* block = cards.block(id);
  std::vector<RefactorKind> out;
  if (block == nullptr) return out;
  Place place;
  cards.find(id, &place);
  const Body* body = cards.body(place);
  const auto is_await = [](const Block& each) {
    return each.kind == BlockKind::kCall || each.kind == BlockKind::kSleep;
  };
  if (is_await(*block) && body != nullptr &&
      place.index + 1 < static_cast<int>(body->blocks.size()) &&
      is_await(body->blocks[static_cast<std::size_t>(place.index) + 1])) {
    out.push_back(RefactorKind::kSequentialToGather);
    out.push_back(RefactorKind::kSequentialToGroup);
  }
  if (block->kind == BlockKind::kGather) {
    for (RefactorKind kind : {RefactorKind::kGatherToSequential,
                              RefactorKind::kGatherToGroup,
                              RefactorKind::kReturnExceptions,
                              RefactorKind::kLimit})
      out.push_back(kind);
  }
  if (block->kind == BlockKind::kGroup) {
    out.push_back(RefactorKind::kGroupToGather);
    out.push_back(RefactorKind::kGroupToSequential);
  }
  if (block->needs_coroutine && !block->fixed) out.push_back(RefactorKind::kAddTimeout);
  if (block->kind == BlockKind::kBlocking) {
    out.push_back(RefactorKind::kUnblock);
    out.push_back(RefactorKind::kToThread);
  }
  if (!block->fixed && !block->yields && !block->returns_value && !block->needs_loop &&
      body != nullptr && body->in_function)
    out.push_back(RefactorKind::kExtract);
  if (block->kind == BlockKind::kCall && !block->items.empty() && block->items[0].card > 0)
    out.push_back(RefactorKind::kInline);
  return out;
}

Result<TextEdits> refactor(Draft& draft, const Refactor& gesture) {
  if (gesture.kind != RefactorKind::kRename && draft.program().step(gesture.block) == nullptr)
    return Error{"that step is not in the text any more", {}};
  switch (gesture.kind) {
    case RefactorKind::kAddTimeout: return add_timeout(draft, gesture);
    case RefactorKind::kReturnExceptions: return return_exceptions(draft, gesture);
    case RefactorKind::kLimit: return limit(draft, gesture);
    case RefactorKind::kUnblock:
    case RefactorKind::kToThread: return unblock(draft, gesture);
    case RefactorKind::kExtract: return extract(draft, gesture);
    case RefactorKind::kInline: return inline_call(draft, gesture);
    case RefactorKind::kRename: return rename(draft, gesture);
    default: return together(draft, gesture);
  }
}

}  // namespace simul::composer

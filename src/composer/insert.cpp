// Insert: a palette entry becomes code at its place, or around a step.
//
// The code comes first, then what it needs, upwards: a lock or queue, a coroutine to call, the
// import. So no number of a statement is needed after it has changed.
#include <algorithm>

#include "composer/calls.hpp"
#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "composer/shared.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

// Code, and what it needs to run.
struct Written {
  std::string code;  // tabs are depth
  std::string footer;
  std::string module = "asyncio";  // to import; "" for none
  std::string coroutine;           // to be written anew; "" for none
  Sharing shared;                  // a lock or queue it uses
  bool shares = false;
};

std::string call_text(const Program& program,
                      const Callee& callee,
                      const Insert& gesture,
                      int nth) {
  const std::string arguments =
      gesture.arguments.empty() ? choose_arguments(program, callee, nth) : gesture.arguments;
  return callee.name + "(" + arguments + ")";
}

Result<Written> calls(const Program& program,
                      const Insert& gesture,
                      const std::set<std::string, std::less<>>& taken) {
  Result<Callee> chosen = choose_callee(program, gesture.place, gesture.coroutine);
  if (!chosen.ok()) return chosen.error();
  const Callee& callee = chosen.value();
  const auto call = [&](int nth) { return call_text(program, callee, gesture, nth); };
  Written out;
  if (callee.def == nullptr) out.coroutine = callee.name;
  switch (gesture.kind) {
    case PaletteKind::kCall:
      out.module = callee.def == nullptr ? "asyncio" : "";
      out.code = (callee.returns ? free_name(taken, "result") + " = await " : "await ") + call(0);
      break;
    case PaletteKind::kTask:
      out.code = free_name(taken, "task") + " = asyncio.create_task(" + call(0) + ")";
      break;
    case PaletteKind::kGather:
      out.code = (callee.returns ? free_name(taken, "results") + " = " : std::string()) +
                 "await asyncio.gather(\n\t" + call(0) + ",\n\t" + call(1) + ",\n)";
      break;
    default: {
      const std::string group = free_name(taken, "group");
      out.code = "async with asyncio.TaskGroup() as " + group + ":\n\t" + group + ".create_task(" +
                 call(0) + ")\n\t" + group + ".create_task(" + call(1) + ")";
      break;
    }
  }
  return out;
}

// The last loop's name around the place, else a text.
std::string item_to_put(const Program& program, const Place& place) {
  for (int at = place.owner; at >= 0; at = program.suite_of(at).owner) {
    const Stmt* stmt = program.at(at).stmt;
    const Expr* target = nullptr;
    if (const auto* loop = try_as<For>(stmt)) target = loop->target;
    if (const auto* loop = try_as<AsyncFor>(stmt)) target = loop->target;
    if (const auto* name = try_as<Name>(target)) return std::string(name->id);
    if (stmt->kind == NodeKind::kFunctionDef || stmt->kind == NodeKind::kAsyncFunctionDef) break;
  }
  return "\"item\"";
}

Result<Written> write(const Program& program, const Insert& gesture, const Body& body) {
  const auto taken = names_in(program);
  const bool wraps = gesture.onto >= 0;
  Written out;
  const auto shared = [&](std::initializer_list<std::string_view> makers, std::string_view word) {
    out.shared = share(program, gesture.place, makers, word);
    out.shares = true;
    if (out.shared.known || out.shared.made) out.module = "";
    return out.shared.name;
  };
  switch (gesture.kind) {
    case PaletteKind::kSleep: out.code = "await asyncio.sleep(1.0)"; break;
    case PaletteKind::kPrint:
      out.code = "print(\"hello\")";
      out.module = "";
      break;
    case PaletteKind::kCall:
    case PaletteKind::kTask:
    case PaletteKind::kGather:
    case PaletteKind::kGroup: return calls(program, gesture, taken);
    case PaletteKind::kTimeout:
      out.code = "async with asyncio.timeout(1.5):";
      if (!wraps) out.code += "\n\tawait asyncio.sleep(1.0)";
      break;
    case PaletteKind::kLock: {
      const std::string lock =
          shared({"asyncio.Lock", "asyncio.Semaphore", "asyncio.BoundedSemaphore"}, "lock");
      out.code = "async with " + lock + ":";
      if (!wraps) {
        out.code += "\n\tawait asyncio.sleep(1.0)";
        out.module = "asyncio";
      }
      break;
    }
    case PaletteKind::kQueuePut:
    case PaletteKind::kQueueGet: {
      const std::string queue =
          shared({"asyncio.Queue", "asyncio.PriorityQueue", "asyncio.LifoQueue"}, "queue");
      out.code = gesture.kind == PaletteKind::kQueuePut
                     ? "await " + queue + ".put(" + item_to_put(program, gesture.place) + ")"
                     : free_name(taken, "item") + " = await " + queue + ".get()";
      break;
    }
    case PaletteKind::kTry: {
      const std::string error = free_name(taken, "error");
      out.code = "try:";
      out.footer = "except Exception as " + error + ":\n\tprint(\"failed:\", " + error + ")";
      out.module = "";
      if (!wraps) {
        out.code += body.in_coroutine ? "\n\tawait asyncio.sleep(1.0)" : "\n\tprint(\"hello\")";
        if (body.in_coroutine) out.module = "asyncio";
      }
      break;
    }
    case PaletteKind::kLoop: {
      const std::string each = free_name(taken, "i");
      out.code = "for " + each + " in range(3):";
      out.module = "";
      if (!wraps) {
        out.code += body.in_coroutine ? "\n\tawait asyncio.sleep(1.0)" : "\n\tprint(" + each + ")";
        if (body.in_coroutine) out.module = "asyncio";
      }
      break;
    }
    case PaletteKind::kBlocking:
      out.code = "time.sleep(0.5)";
      out.module = "time";
      break;
    case PaletteKind::kCoroutine: break;
  }
  return out;
}

void add_what_it_needs(Draft& draft, const Written& written, int above) {
  if (!written.coroutine.empty()) write_coroutine(draft, written.coroutine, above);
  if (written.shares) make_shared(draft, written.shared);
  if (!written.module.empty()) add_import(draft, written.module);
}

}  // namespace

Result<TextEdits> insert(Draft& draft, const Insert& asked) {
  if (asked.kind == PaletteKind::kCoroutine) return new_coroutine(draft, {asked.coroutine});
  const Program& program = draft.program();
  const Cards cards = deal(program);
  Insert gesture = asked;
  const Block* host = nullptr;
  if (gesture.onto >= 0) {
    host = cards.block(gesture.onto);
    if (host == nullptr || !cards.find(gesture.onto, &gesture.place))
      return Error{"that step is not in the text any more", {}};
  }
  const Body* body = cards.body(gesture.place);
  const Suite* suite = program.suite(gesture.place);
  if (body == nullptr || suite == nullptr)
    return Error{"that place is not in the text any more", {}};
  const std::string reason =
      host == nullptr ? why_not(*body, gesture.kind) : why_not_around(*body, *host, gesture.kind);
  if (!reason.empty()) return Error{reason, host == nullptr ? TextRange{} : host->range};
  if (host == nullptr && gesture.place.index < suite->first)
    return Error{"nothing may stand above that", {}};
  Result<Written> made = write(program, gesture, *body);
  if (!made.ok()) return made.error();
  const Written& written = made.value();
  const int above = outermost(program, gesture.place);
  if (host != nullptr) {
    Lines lines = lines_from(written.code);
    for (Line& line : draft.code_of(gesture.onto)) {
      if (!line.raw) ++line.depth;
      lines.push_back(std::move(line));
    }
    for (Line& line : lines_from(written.footer)) lines.push_back(std::move(line));
    draft.replace(gesture.onto, lines);
  } else {
    const std::string footer = written.footer.empty() ? "" : "\n" + written.footer;
    draft.insert(gesture.place, lines_from(written.code + footer));
  }
  add_what_it_needs(draft, written, above);
  return draft.finish();
}

Result<TextEdits> new_coroutine(Draft& draft, const NewCoroutine& gesture) {
  const Program& program = draft.program();
  const auto taken = names_in(program);
  std::string name = !gesture.name.empty()                             ? gesture.name
                     : starter(program) < 0 && !taken.contains("main") ? std::string("main")
                                                                       : free_name(taken, "worker");
  if (!is_identifier(name)) return Error{"`" + name + "` is no name", {}};
  if (taken.contains(name)) return Error{name + " is taken", {}};
  int above = starter(program);
  const std::string entry = entry_name(program);
  for (int id : program.suites()[0].steps) {
    const auto* def = try_as<AsyncFunctionDef>(program.at(id).stmt);
    if (def != nullptr && def->name == entry) {
      above = id;
      break;
    }
  }
  write_coroutine(draft, name, above);
  add_import(draft, "asyncio");
  return draft.finish();
}

}  // namespace simul::composer

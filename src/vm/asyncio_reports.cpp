// What the loop says of failures that nobody else sees, and of steps that took long. Mirrors
// default_exception_handler() and call_exception_handler() of Lib/asyncio/base_events.py. What
// CPython gives to the "asyncio" logger goes there if the program has imported logging; else to
// stderr, as the logger of last resort would write it.
#include <algorithm>
#include <cstdio>
#include <iterator>
#include <limits>
#include <tuple>

#include "base/sort.hpp"
#include "vm/asyncio_log.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/context.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/source_lines.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

constexpr std::string_view kFolded = "  [frames in asyncio]\n";

const Origin* origin_of(AsyncioState& state, const Value& subject) {
  if (!subject) return nullptr;
  if (state.future_of(subject) != nullptr) return subject.as<FutureObject>()->origin.get();
  if (!state.vm.is_kind_of(subject, state.handle_type)) return nullptr;
  const auto* handle = subject.as<HandleObject>();
  return handle->timer ? static_cast<CallHandle<asyncio::TimerHandle>&>(*handle->core).origin.get()
                       : static_cast<CallHandle<asyncio::Handle>&>(*handle->core).origin.get();
}

Value failed_handler_context(AsyncioState& state, const Value& error, const Value& context) {
  Vm& vm = state.vm;
  state.add_folded(error);
  Value wrapped = vm.dict();
  Table& table = wrapped.as<DictObject>()->table;
  table.set(vm.name("message"), vm.str("Unhandled error in exception handler"));
  table.set(vm.name("exception"), error);
  table.set(vm.name("context"), context);
  return wrapped;
}

// The context in which a handler is called: that of the task, future or handle it is about.
Value* context_of_subject(AsyncioState& state, const Value& subject) {
  if (!subject) return nullptr;
  if (asyncio::FutureBase* core = state.future_of(subject))
    return core->is_task() ? &static_cast<PyTask*>(core)->context : nullptr;
  if (!state.vm.is_kind_of(subject, state.handle_type)) return nullptr;
  const auto* handle = subject.as<HandleObject>();
  return handle->timer ? &static_cast<CallHandle<asyncio::TimerHandle>&>(*handle->core).context
                       : &static_cast<CallHandle<asyncio::Handle>&>(*handle->core).context;
}

}  // namespace

namespace {

struct Place {
  const char* module;
  int line;
  const char* function;
};
// The lines of those parts of our library that make tasks, by the names of their code.
constexpr std::tuple<std::string_view, const char*, int> kMakingParts[] = {
    {"connection_made", "streams.py", 255},
    {"_accept", "selector_events.py", 211},
    {"create_task", "taskgroups.py", 196},
};

struct FrameRow {
  LibraryFrame frame;
  Place place;
};
constexpr FrameRow kLibraryFrames[] = {
    {LibraryFrame::kNone, {"", 0, ""}},
    {LibraryFrame::kAny, {"tasks.py", 0, ""}},
    {LibraryFrame::kFactory, {"tasks.py", 1027, "factory"}},
    {LibraryFrame::kLoopCreateFuture, {"base_events.py", 459, "create_future"}},
    {LibraryFrame::kLoopCreateTask, {"base_events.py", 471, "create_task"}},
    {LibraryFrame::kLoopNameTask, {"base_events.py", 475, "create_task"}},
    {LibraryFrame::kCreateTask, {"tasks.py", 410, "create_task"}},
    {LibraryFrame::kCreateTaskInContext, {"tasks.py", 412, "create_task"}},
    {LibraryFrame::kGroupCreateTask, {"taskgroups.py", 196, "create_task"}},
    {LibraryFrame::kGroupCreateTaskInContext, {"taskgroups.py", 198, "create_task"}},
    {LibraryFrame::kEnsureFuture, {"tasks.py", 748, "ensure_future"}},
    {LibraryFrame::kShieldInner, {"tasks.py", 951, "shield"}},
    {LibraryFrame::kShieldOuter, {"tasks.py", 956, "shield"}},
    {LibraryFrame::kGatheringFuture, {"tasks.py", 765, "__init__"}},
    {LibraryFrame::kGatherChild, {"tasks.py", 884, "gather"}},
    {LibraryFrame::kGatherOuter, {"tasks.py", 907, "gather"}},
    {LibraryFrame::kWaitForNow, {"tasks.py", 495, "wait_for"}},
    {LibraryFrame::kWaitFor, {"tasks.py", 507, "wait_for"}},
    {LibraryFrame::kRunUntilComplete, {"base_events.py", 704, "run_until_complete"}},
    {LibraryFrame::kRunnerRun, {"runners.py", 100, "run"}},
    {LibraryFrame::kGeneratorHook, {"base_events.py", 565, "_asyncgen_finalizer_hook"}},
};
static_assert(std::size(kLibraryFrames) == static_cast<std::size_t>(LibraryFrame::kCount));
static_assert(std::ranges::is_sorted(kLibraryFrames, {}, &FrameRow::frame));

constexpr const Place& place_at(LibraryFrame frame) {
  return kLibraryFrames[static_cast<std::size_t>(frame)].place;
}

// Where the program, or a part of asyncio that is written in Python, is.
std::string place_here(Vm& vm) {
  const Fiber* const fiber = vm.running();
  for (Activation* each = fiber != nullptr ? fiber->top : nullptr; each != nullptr;
       each = each->below) {
    if (each->kind != Activation::Kind::kPython) {
      const auto stands_at = LibraryFrame{static_cast<NativeFrame*>(each)->folded};
      if (stands_at > LibraryFrame::kAny) return place_of(stands_at);
      continue;
    }
    const auto* frame = static_cast<Frame*>(each);
    if (!frame->code->code->filename.starts_with(kAsyncioFolder)) break;
    for (const auto& [name, file, line] : kMakingParts)
      if (frame->code->code->name == name) return cat(kAsyncioFolder, file, ":", line);
    return cat(frame->code->code->filename, ":", frame->line());
  }
  return cat(vm.options().filename, ":", vm.running_line());
}

// Lib/asyncio's frames between a step and the program that started the loop, innermost first.
constexpr Place kDrivers[] = {{"base_events.py", 683, "run_forever"},
                              {"base_events.py", 712, "run_until_complete"},
                              {"runners.py", 118, "run"},
                              {"runners.py", 195, "run"}};

// Frames as (file, line, function), innermost first, at most `depth`: what goes on now, down to
// the program's first line. asyncio's own frames have CPython's lines; 0: one that is a native.
class OriginFrames {
 public:
  OriginFrames(Vm& vm, std::size_t depth) : vm_(vm), depth_(depth) {}
  void add(std::string_view file, std::int64_t line, std::string_view function) {
    if (rows_.size() < depth_)
      rows_.push_back(vm_.tuple({vm_.str(file), vm_.integer(line), vm_.str(function)}));
  }
  void add(const Place& place) {
    add(cat(kAsyncioFolder, place.module), place.line, place.function);
    last_ = {rows_.size(), place.line};
  }
  void add(const Fiber& fiber) {
    for (Activation* each = fiber.top; each != nullptr; each = each->below) {
      if (each->kind == Activation::Kind::kNative) {
        const auto stands_at = LibraryFrame{static_cast<NativeFrame*>(each)->folded};
        if (each->below == nullptr || stands_at == LibraryFrame::kNone) continue;
        if (rows_.empty() && stands_at == LibraryFrame::kAny) continue;
        // It may be the very place at which something was made.
        const Place& place = place_at(stands_at);
        if (place.line == 0 || last_ != std::pair(rows_.size(), place.line)) add(place);
        continue;
      }
      add(*static_cast<Frame*>(each));
    }
  }
  void add_running() {
    add(*vm_.running());
    if (vm_.extension(ExtensionId::kAsyncio) == nullptr) return;
    const AsyncioState& state = AsyncioState::of(vm_);
    if (vm_.running() == state.steps) add_loop();
  }
  void add_loop() {
    const AsyncioState& state = AsyncioState::of(vm_);
    if (state.running_loop == nullptr) return;
    add({"events.py", 89, "_run"});
    add({"base_events.py", state.running_loop->debug ? 2034 : 2042, "_run_once"});
    for (int each = 0; each < state.running_loop->driver_frames; ++each) add(kDrivers[each]);
    for (Activation* each = state.threads->current()->fiber->top; each != nullptr;
         each = each->below) {
      if (each->kind == Activation::Kind::kPython) add(*static_cast<Frame*>(each));
    }
  }
  Value take() { return vm_.tuple(std::move(rows_)); }

 private:
  void add(const Frame& frame) {
    if (frame.code->kind == FrameKind::kHidden) return;
    add(frame.code->code->filename, frame.line(), frame.code->code->name);
  }

  Vm& vm_;
  std::size_t depth_;
  std::vector<Value> rows_;
  std::pair<std::size_t, int> last_;  // of asyncio's: how many rows there were with it, its line
};

// The lines of a traceback, outermost frame first; asyncio's frames are one line for each run.
std::string frame_lines(Vm& vm, const Value& frames) {
  std::string text;
  const auto* rows = frames.as<TupleObject>();
  bool folded = false;
  // A frame that comes more than three times running is counted, as StackSummary.format() does.
  std::string before;
  int times = 0;
  constexpr int kShown = 3;
  const auto end_repeats = [&text, &times] {
    if (times > kShown)
      text += cat("  [Previous line repeated ",
                  times - kShown,
                  " more time",
                  times - kShown > 1 ? "s]\n" : "]\n");
    times = 0;
  };
  for (auto row = rows->end(); row != rows->begin();) {
    const auto* parts = (--row)->as<TupleObject>();
    const std::string_view file = vm.text(parts->begin()[0]);
    if (file.starts_with(kAsyncioFolder)) {
      end_repeats();
      before.clear();
      if (!std::exchange(folded, true)) text += kFolded;
      continue;
    }
    folded = false;
    const std::int64_t line = parts->begin()[1].as_small();
    std::string shown =
        cat("  File \"", file, "\", line ", line, ", in ", vm.text(parts->begin()[2]), "\n");
    if (shown != before) {
      end_repeats();
      before = shown;
    }
    if (++times > kShown) continue;
    text += shown;
    if (file != vm.options().filename) continue;
    std::string_view source = source_line(vm, static_cast<std::uint32_t>(line));
    source.remove_prefix(std::min(source.find_first_not_of(" \t"), source.size()));
    if (!source.empty()) text += cat("    ", source, "\n");
  }
  end_repeats();
  return text;
}

constexpr std::size_t kDepth = 10;  // of a handle; Lib/asyncio/constants.py: DEBUG_STACK_DEPTH

}  // namespace

void stand_at(Vm& vm, LibraryFrame frame) {
  static_cast<NativeFrame*>(vm.running()->top)->folded = static_cast<std::uint8_t>(frame);
}

std::string place_of(LibraryFrame frame) {
  const Place& place = place_at(frame);
  return cat(kAsyncioFolder, place.module, ":", place.line);
}

std::unique_ptr<Origin> origin_here(Vm& vm, LibraryFrame within, LibraryFrame inner) {
  OriginFrames frames(vm, std::numeric_limits<std::size_t>::max());
  auto origin = std::make_unique<Origin>();
  for (const LibraryFrame each : {inner, within})
    if (each != LibraryFrame::kNone) frames.add(place_at(each));
  const LibraryFrame innermost = inner != LibraryFrame::kNone ? inner : within;
  if (innermost != LibraryFrame::kNone) {
    origin->place = place_of(innermost);
  } else {
    origin->place = place_here(vm);
    // CPython has what is there in tasks.py: the future behind a gather().
    if (origin->place.starts_with(cat(kAsyncioFolder, "_derived.py")))
      origin->place = place_of(LibraryFrame::kGatheringFuture);
  }
  frames.add_running();
  // Through linecache, which has the program's lines from then on.
  static_cast<void>(cached_line(vm, 1));
  origin->frames = frames.take();
  origin->stack = frame_lines(vm, origin->frames);
  return origin;
}

std::unique_ptr<Origin> deadline_origin_here(Vm& vm, int line, bool in_enter) {
  constexpr std::size_t kHidden = 2;
  OriginFrames frames(vm, kDepth - kHidden);
  frames.add({"timeouts.py", line, "reschedule"});
  if (in_enter) frames.add({"timeouts.py", 94, "__aenter__"});
  frames.add_running();
  Value rows = frames.take();
  std::string lines = frame_lines(vm, rows);
  return std::make_unique<Origin>(
      cat(kAsyncioFolder, "timeouts.py:", line), std::move(lines), std::move(rows));
}

std::unique_ptr<Origin> call_origin_here(Vm& vm, int hidden) {
  OriginFrames frames(vm, kDepth - static_cast<std::size_t>(hidden));
  frames.add_running();
  Value rows = frames.take();
  std::string lines = frame_lines(vm, rows);
  return std::make_unique<Origin>(place_here(vm), std::move(lines), std::move(rows));
}

std::unique_ptr<Origin> origin_in_loop(Vm& vm) {
  OriginFrames frames(vm, 8);
  frames.add_loop();
  Value rows = frames.take();
  std::string lines = frame_lines(vm, rows);
  return std::make_unique<Origin>(
      cat(kAsyncioFolder, "events.py:89"), std::move(lines), std::move(rows));
}

Value coroutine_origin(Vm& vm, std::int64_t depth) {
  OriginFrames frames(vm, static_cast<std::size_t>(depth));
  frames.add_running();
  return frames.take();
}

std::string origin_text(Vm& vm, const Value& origin) {
  std::string text = "\nCoroutine created at (most recent call last)\n" + frame_lines(vm, origin);
  text.pop_back();
  return text;
}

Native log_message(Vm& vm, int level, std::string text, Value exception) {
  const bool failed = exception && !exception.is_none();
  if (const Value logger = asyncio_logger(vm)) {
    // An error without an exception has exc_info=False, other messages have None.
    if (!failed) exception = level == kError ? Value::boolean(false) : Value::none();
    const Value said[] = {Value::small(level), vm.str(text), exception};
    co_await vm.call(logger, CallArgs(said, 3));
    co_return Value::none();
  }
  if (level < kWarning) co_return Value::none();
  text += '\n';
  if (failed) text += vm.format_exception(exception);
  vm.write(2, text);
  co_return Value::none();
}

namespace {

// What traceback.extract_stack() gave where something was made: outermost first.
Native stack_summary(Vm& vm, Value frames) {
  Value module = co_await vm.import_module(vm.name("traceback"));
  Value summary = co_await vm.get_attr(module, vm.name("StackSummary"));
  Value made = co_await vm.call(summary, CallArgs());
  Value frame_type = co_await vm.get_attr(module, vm.name("FrameSummary"));
  const auto* rows = frames.as<TupleObject>();
  for (auto row = rows->end(); row != rows->begin();) {
    const auto* parts = (--row)->as<TupleObject>();
    Value frame = co_await vm.call(frame_type, CallArgs(parts->begin(), 3));
    made.as<ListObject>()->items.push_back(frame);
  }
  co_return made;
}

// The rows of OriginFrames again.
Native frames_of_summary(Vm& vm, Value summary) {
  std::vector<Value> rows;
  const std::vector<Value> items = summary.as<ListObject>()->items;
  for (auto item = items.rbegin(); item != items.rend(); ++item) {
    Value file = co_await vm.get_attr(*item, vm.name("filename"));
    Value line = co_await vm.get_attr(*item, vm.name("lineno"));
    Value name = co_await vm.get_attr(*item, vm.name("name"));
    rows.push_back(vm.tuple({file, line, name}));
  }
  co_return vm.tuple(std::move(rows));
}

Origin* origin_of_task(const PyTask& task) {
  const auto* shown = static_cast<const FutureObject*>(task.view());
  return shown != nullptr ? shown->origin.get() : nullptr;
}

// A task's first step is scheduled where the task is made: eight frames, of which the innermost is
// the loop's create_task().
void remember_first_step(Vm& vm, const PyTask& task) {
  constexpr std::size_t kFrames = 8;
  Origin* const made = origin_of_task(task);
  const Value& coroutine = task.coroutine();
  if (made == nullptr || made->settled || !vm.is_exactly(coroutine, vm.types().coroutine)) return;
  if (coroutine.as<GeneratorObject>()->state != GeneratorObject::State::kCreated) return;
  std::vector<Value> rows = {vm.tuple(
      {vm.str(cat(kAsyncioFolder, "base_events.py")), Value::small(468), vm.str("create_task")})};
  const auto* frames = made->frames.as<TupleObject>();
  for (const Value* row = frames->begin(); row != frames->end() && rows.size() < kFrames; ++row)
    rows.push_back(*row);
  Value taken = vm.tuple(std::move(rows));
  std::string lines = frame_lines(vm, taken);
  made->settled = std::make_unique<Origin>(made->place, std::move(lines), std::move(taken));
}

bool says_where(std::string_view key) {
  return key == "source_traceback" || key == "handle_traceback";
}

}  // namespace

// Of a dict, sorted by key: "message", then "key: repr(value)" lines, then the traceback.
Native default_exception_handler(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value context = args[1];
  if (!is_dict(vm, context)) co_return vm.raise_attribute_error(context, vm.name("get"));
  std::string text;
  std::vector<std::pair<std::string, Value>> rest;
  Value exception;
  const Origin* origin = nullptr;
  Value said;  // a report's own source_traceback, which a handler may have passed on
  std::string_view said_key;
  const bool is_own = context.is(state.reported);
  const Value* const given = table_of(vm, context).get(vm.name("exception"));
  if (given != nullptr && !given->is_none() && !vm.type_of(*given)->is_exception)
    co_return vm.raise_attribute_error(*given, vm.name("__traceback__"));
  for (const Table::Entry& entry : table_of(vm, context).entries()) {
    if (!entry.key || !vm.is_str(entry.key)) continue;
    const std::string key(vm.text(entry.key));
    if (key == "message" && vm.is_str(entry.value))
      text = vm.text(entry.value);
    else if (key == "exception")
      exception = entry.value;
    else if (says_where(key) && vm.is_kind_of(entry.value, vm.types().list)) {
      said = entry.value;
      said_key =
          key == "source_traceback" ? "source_traceback: Object" : "handle_traceback: Handle";
    } else if (key != "message")
      rest.emplace_back(key, entry.value);
    if (is_own && (key == "future" || key == "task" || key == "handle"))
      origin = origin_of(state, entry.value);
  }
  const char* const origin_key =
      origin != nullptr ? "source_traceback: Object" : "handle_traceback: Handle";
  std::string said_lines;
  std::unique_ptr<Origin> scheduled;
  if (said) {
    origin = nullptr;
    Value rows = co_await frames_of_summary(vm, said);
    said_lines = frame_lines(vm, rows);
    rest.emplace_back(said_key, Value());
  } else if (origin == nullptr && loop_of(args[0])->timed.handle) {
    // What runs now may be a callback that knows where it was scheduled.
    const asyncio::Ref<asyncio::Handle> running = loop_of(args[0])->timed.handle;
    origin = origin_of(state, handle_object(state, *running, running->timed()));
  } else if (origin == nullptr && loop_of(args[0])->timed.task) {
    // Or a step, which the loop has scheduled where nobody else has.
    const Origin* const made = origin_of_task(*loop_of(args[0])->timed.task);
    origin = made != nullptr ? made->settled.get() : nullptr;
    if (origin == nullptr) {
      scheduled = origin_in_loop(vm);
      origin = scheduled.get();
    }
  }
  if (origin != nullptr) rest.emplace_back(origin_key, Value());
  if (text.empty()) text = "Unhandled exception in event loop";
  sort_stably(rest, [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [key, value] : rest) {
    if (!value) {
      text += cat("\n",
                  key,
                  " created at (most recent call last):\n",
                  origin != nullptr ? origin->stack : said_lines);
      text.pop_back();
      continue;
    }
    Value shown = co_await vm.repr(value);
    text += cat("\n", key, ": ", vm.text(shown));
  }
  co_return log_message(vm, kError, std::move(text), exception);
}

namespace {

// In the context of what the report is about, if that has one.
Native call_handler(Vm& vm, Value handler, Value loop, Value context, Value subject) {
  const Value given[] = {loop, context};
  Value* const slot = context_of_subject(AsyncioState::of(vm), subject);
  if (slot == nullptr || (*slot && !is_context(vm, *slot))) {
    co_await vm.call(handler, CallArgs(given, 2));
    co_return Value::none();
  }
  // The one that runs now shows itself as entered.
  if (vm.running()->context_slot == slot) context_in(vm, *slot, true);
  if (already_entered(vm, *slot)) co_return Raised{};
  const ContextScope scope(*vm.running(), slot);
  co_await vm.call(handler, CallArgs(given, 2));
  co_return Value::none();
}

// "task", else "future", else "handle" of a context.
Value subject_of(Vm& vm, const Value& context) {
  if (!is_dict(vm, context)) return {};
  for (const char* key : {"task", "future", "handle"}) {
    const Value* found = table_of(vm, context).get(vm.name(key));
    if (found != nullptr && !found->is_none()) return *found;
  }
  return {};
}

}  // namespace

Native loop_call_exception_handler(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value handler = loop_of(args[0])->exception_handler;
  Value context = args[1];
  if (handler) {
    const Value subject = subject_of(vm, context);
    Attempt attempt = co_await vm.attempt(call_handler(vm, handler, args[0], context, subject));
    if (attempt.ok()) co_return Value::none();
    if (state.wrap(attempt.exception)->kind() == asyncio::ExceptionKind::kExit)
      co_return vm.raise_exception(std::move(attempt.exception));
    if (!is_dict(vm, context)) co_return vm.raise_attribute_error(context, vm.name("get"));
    context = failed_handler_context(state, attempt.exception, context);
  }
  // A class of the program's own may have another default.
  const Value given[] = {context};
  Attempt attempt = co_await vm.attempt(
      vm.call_method(args[0], vm.name("default_exception_handler"), CallArgs(given, 1)));
  if (attempt.ok()) co_return Value::none();
  if (state.wrap(attempt.exception)->kind() == asyncio::ExceptionKind::kExit)
    co_return vm.raise_exception(std::move(attempt.exception));
  std::string said = handler
                         ? "Exception in default exception handler while handling an unexpected "
                           "error in custom exception handler"
                         : "Exception in default exception handler";
  co_await log_message(vm, kError, std::move(said), attempt.exception);
  co_return Value::none();
}

void AsyncioState::report_callback(asyncio::EventLoop& loop,
                                   const Value& failure,
                                   const Value& handle) {
  // CPython's traceback begins in Handle._run.
  add_folded(failure);
  // And that frame keeps what it reports, so that the two keep each other.
  failure.as<ExceptionObject>()->traceback.as<TracebackObject>()->held =
      vm.tuple({failure, handle});
  const auto source = [this](auto& call) {
    if (!call.callable) return std::string("None()");
    return callback_source(vm,
                           call.callable,
                           call.debug ? arguments_text(*this, call.args) : std::string("()"),
                           call.debug);
  };
  const auto* object = handle.as<HandleObject>();
  const std::string text =
      object->timer ? source(static_cast<CallHandle<asyncio::TimerHandle>&>(*object->core))
                    : source(static_cast<CallHandle<asyncio::Handle>&>(*object->core));
  report(loop, "Exception in callback " + text, failure, "handle", handle);
}

Value asyncio_logger(Vm& vm) {
  const Value* logging = vm.modules().get(vm.name("logging"));
  const DictObject* names = logging != nullptr ? vm.instance_dict(*logging, false) : nullptr;
  const Value* found = names != nullptr ? names->table.get(vm.name("_asyncio")) : nullptr;
  return found != nullptr ? *found : Value();
}

void AsyncioState::report(asyncio::EventLoop& loop,
                          std::string message,
                          const Value& exception,
                          const char* key,
                          const Value& subject) {
  if (silent) return;
  LoopObject* object = object_of(loop);
  if (object == nullptr) {
    vm.write(2, message + "\n");
    return;
  }
  Value context = vm.dict();
  Table& table = context.as<DictObject>()->table;
  table.set(vm.name("message"), vm.str(message));
  if (exception) table.set(vm.name("exception"), exception);
  if (subject) table.set(vm.name(key), subject);
  StrObject* const name = vm.name("call_exception_handler");
  const Value* const by_class = vm.lookup(vm.type_of(Value::share(object)), name);
  if (by_class == nullptr) return;
  const Value own = own_attribute(vm, object, name->text());  // put there by the program
  const Value method = own ? own : *by_class;
  // The end of asyncio.run() tells of a task as a program would.
  const bool is_own = !message.starts_with("unhandled exception");
  Value outer = std::exchange(reported, is_own ? context : Value());
  // The default handler looks for itself.
  const Origin* const origin = is_own ? origin_of(*this, subject) : nullptr;
  const bool own_handler = object->exception_handler || object->type != loop_type || own;
  if (origin != nullptr && origin->frames && own_handler)
    if (const Value summary = run_now(vm, stack_summary(vm, origin->frames)))
      table.set(vm.name("source_traceback"), summary);
  // Handle._run() reports while it handles what its callback raised.
  const bool of_handle = std::string_view(key) == "handle";
  std::vector<Value> given;
  if (!own) given.push_back(Value::share(object));
  given.push_back(context);
  call_now(method, given, of_handle ? exception : Value());
  reported = std::move(outer);
}

void AsyncioState::call_exception_handler(const asyncio::ExceptionContext& context) {
  if (silent) return;
  const bool is_future = context.future != nullptr && !context.future->is_task();
  if (is_future && untold.count(context.future->id()) != 0) return;
  if (instrument != nullptr) {
    std::string text(context.message);
    if (context.exception) text += cat("\x1f", context.exception->summary());
    const asyncio::FutureBase* about = context.task != nullptr ? context.task : context.future;
    tell({.subject = about->id(), .kind = asyncio::EventKind::kFailure}, text);
  }
  std::string message(context.message);
  Value exception;
  if (context.exception) exception = exception_value(context.exception);
  asyncio::FutureBase& future = context.task != nullptr ? *context.task : *context.future;
  const Value shown = view(future);
  if (context.task == nullptr && context.exception)
    message = cat(bare_name(vm, shown), " exception was never retrieved");
  report(future.loop(),
         std::move(message),
         exception,
         context.task != nullptr ? "task" : "future",
         shown);
}

void AsyncioState::step_began(TimedStep step) {
  vm.flush_charge();
  step.began_ns = clock.now_ns();
  if (step.task) remember_first_step(vm, *step.task);
  driven->timed = std::move(step);
}

void AsyncioState::step_ended(LoopObject& loop) {
  const TimedStep step = std::exchange(loop.timed, {});
  if (step.task)
    if (Origin* const made = origin_of_task(*step.task)) made->settled.reset();
  vm.flush_charge();
  // As CPython reads its clock twice: two numbers, each of them rounded.
  const double seconds = asyncio::to_seconds(clock.now_ns()) - asyncio::to_seconds(step.began_ns);
  double limit_s = 0;
  if (silent || !plain_seconds(vm, loop.slow_callback_duration, limit_s) || seconds < limit_s)
    return;
  std::string what;
  if (step.task)
    what = repr_now(view(*step.task));
  else
    what = repr_now(handle_object(*this, *step.handle, step.handle->timed()));
  char took[32];
  std::snprintf(took, sizeof took, "%.3f", seconds);
  log(kWarning, cat("Executing ", what, " took ", took, " seconds"));
}

}  // namespace simul::vm

// asyncio.Task as Python sees it: its own methods, and the stack it shows. Mirrors the class Task
// of Lib/asyncio/tasks.py and Lib/asyncio/base_tasks.py.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/source_lines.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;

PyTask& task_of(const Value& self) {
  return static_cast<PyTask&>(*self.as<FutureObject>()->core);
}

Answer not_initialised(Vm& vm) {
  return vm.raise(vm.exceptions().RuntimeError, "Task object is not initialized.");
}
template <Answer (*kMethod)(Vm&, const CallArgs&)>
Answer checked(Vm& vm, const CallArgs& args) {
  return args[0].as<FutureObject>()->core ? kMethod(vm, args) : not_initialised(vm);
}
template <Answer (*kGetter)(Vm&, const Value&)>
Answer checked_get(Vm& vm, const Value& self) {
  return self.as<FutureObject>()->core ? kGetter(vm, self) : not_initialised(vm);
}

Native init_task(Vm& vm, Value self, LoopObject* loop, OwnedArgs slots, bool eager) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value coroutine = std::move(slots.values[0]);
  co_await state.make_task(*loop, coroutine, slots[1], slots[2], eager, self);
  co_return Value::none();
}

SIMUL_RARE Answer task_init(Vm& vm, const Value& self, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "Task", {"coro", "loop", "name", "context", "eager_start"}, 1, 1};
  AsyncioState& state = AsyncioState::of(vm);
  Value slots[5];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  const bool eager = slots[4] && slots[4].is_true();
  // CPython 3.13 asks the loop that was given, and not the one that runs.
  if (eager && (!slots[1] || slots[1].is_none()))
    return vm.raise_attribute_error(Value::none(), vm.name("is_running"));
  LoopObject* loop = state.current_or_set(slots[1]);
  if (loop == nullptr) return Raised{};
  return init_task(vm, self, loop, OwnedArgs({slots[0], slots[2], slots[3]}), eager);
}

// ---- small methods

Answer task_get_name(Vm& vm, const CallArgs& args) {
  return vm.str(task_of(args[0]).name());
}
SIMUL_RARE Native set_name_native(Vm& vm, OwnedArgs args) {
  Value name = co_await vm.str_of(args[1]);
  task_of(args[0]).set_name(std::string(vm.text(name)));
  co_return Value::none();
}
Answer task_set_name(Vm& vm, const CallArgs& args) {
  return set_name_native(vm, OwnedArgs(args));
}
Answer task_get_coro(Vm&, const CallArgs& args) {
  const Value& coroutine = task_of(args[0]).coroutine();
  return coroutine ? coroutine : Value::none();
}
Answer task_get_context(Vm& vm, const CallArgs& args) {
  PyTask& task = task_of(args[0]);
  const Fiber* fiber = vm.running();
  return context_in(vm, task.context, fiber != nullptr && fiber->context_slot == &task.context);
}
Answer task_cancelling(Vm& vm, const CallArgs& args) {
  return vm.integer(task_of(args[0]).cancelling());
}
Answer task_uncancel(Vm& vm, const CallArgs& args) {
  return vm.integer(task_of(args[0]).uncancel());
}
Answer task_set_result(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().RuntimeError, "Task does not support set_result operation");
}
Answer task_set_exception(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().RuntimeError, "Task does not support set_exception operation");
}

Answer get_fut_waiter(Vm& vm, const Value& self) {
  FutureBase* waits = task_of(self).waits_for();
  return waits == nullptr ? Value::none() : AsyncioState::of(vm).view(*waits);
}
Answer get_must_cancel(Vm&, const Value& self) {
  return Value::boolean(task_of(self).must_cancel());
}
Answer get_coro(Vm&, const Value& self) {
  const Value& coroutine = task_of(self).coroutine();
  return coroutine ? coroutine : Value::none();
}
Answer get_log_destroy_pending(Vm&, const Value& self) {
  return Value::boolean(task_of(self).log_destroy_pending());
}
Answer set_log_destroy_pending(Vm&, const Value& self, const Value& value) {
  if (self.as<FutureObject>()->core)
    task_of(self).set_log_destroy_pending(!(value.is_false() || value.is_none()));
  return Value::none();
}

// ---- the stack

// The frames of a suspended or running coroutine, or of the exception that ended it; oldest first.
SIMUL_RARE std::vector<Value> stack_of(Vm& vm, PyTask& task, std::int64_t limit) {
  std::vector<Value> frames;
  const auto full = [&] { return static_cast<std::int64_t>(frames.size()) >= limit; };
  const Value& coroutine = task.coroutine();
  Frame* frame = coroutine && vm.is_exactly(coroutine, vm.types().coroutine)
                     ? coroutine.as<GeneratorObject>()->frame()
                     : nullptr;
  if (frame != nullptr) {
    for (Activation* each = frame; each != nullptr && !full(); each = each->below)
      if (each->kind == Activation::Kind::kPython)
        frames.push_back(Value::share(static_cast<Frame*>(each)));
    std::reverse(frames.begin(), frames.end());
    return frames;
  }
  if (!task.done() || task.cancelled() || !task.peek_exception()) return frames;
  const Value exception = AsyncioState::of(vm).exception_value(task.peek_exception());
  Value link = exception.as<ExceptionObject>()->traceback;
  while (link && vm.is_exactly(link, vm.types().traceback) && !full()) {
    const auto* traceback = link.as<TracebackObject>();
    if (traceback->frame) frames.push_back(traceback->frame);
    link = traceback->next;
  }
  return frames;
}

bool stack_limit(Vm& vm, const Value& value, std::int64_t* limit) {
  *limit = INT64_MAX;
  if (!value || value.is_none() || vm.to_int64(value, *limit)) return true;
  static_cast<void>(vm.raise_type_error(
      cat("'<=' not supported between instances of '", vm.type_name(value), "' and 'int'")));
  return false;
}

Answer task_get_stack(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"get_stack", {"limit"}, 0};
  Value slot;
  std::int64_t limit = 0;
  if (!vm.parse(args.tail(), kParameters, &slot) || !stack_limit(vm, slot, &limit)) return Raised{};
  return vm.list(stack_of(vm, task_of(args[0]), limit));
}

std::string_view without_margin(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

SIMUL_RARE Native print_stack_native(Vm& vm, Value self, Value limit_value, Value file) {
  const asyncio::Ref<PyTask> task(&task_of(self));
  std::int64_t limit = 0;
  if (!stack_limit(vm, limit_value, &limit)) co_return Raised{};
  const std::vector<Value> frames = stack_of(vm, *task, limit);
  Value exception;
  if (task->done() && !task->cancelled() && task->peek_exception())
    exception = AsyncioState::of(vm).exception_value(task->peek_exception());
  Value shown = co_await vm.repr(self);
  std::string head;
  if (frames.empty())
    head = cat("No stack for ", vm.text(shown), "\n");
  else
    head = cat(
        exception ? "Traceback for " : "Stack for ", vm.text(shown), " (most recent call last):\n");
  std::string lines;
  for (const Value& each : frames) {
    const auto* frame = each.as<Frame>();
    lines += cat("  File \"",
                 frame->code->code->filename,
                 "\", line ",
                 frame->line(),
                 ", in ",
                 frame->code->code->name,
                 "\n");
    const std::string_view source = without_margin(cached_line(vm, frame->line()));
    if (!source.empty()) lines += cat("    ", source, "\n");
  }
  std::string tail;
  if (exception) tail = vm.exception_line(exception) + "\n";
  if (file && !file.is_none()) {
    const Value text[] = {vm.str(head + lines + tail)};
    co_await vm.call_method(file, vm.name("write"), CallArgs(text, 1));
  } else {
    // print() means stdout by None, traceback.print_list() stderr.
    vm.write(1, head);
    vm.write(2, lines);
    vm.write(1, tail);
  }
  co_return Value::none();
}

Answer task_print_stack(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"print_stack", {"limit", "file"}, 0};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  return print_stack_native(vm, args[0], slots[0], slots[1]);
}

// ---- eager tasks

// args: loop, coro, name, context
Answer eager_task_factory(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = state.current_or_set(args[0]);
  if (loop == nullptr) return Raised{};
  return state.make_task(*loop, args[1], args[2], args[3], true, {}, LibraryFrame::kFactory);
}

// args: the constructor it was made with, then as above.
SIMUL_RARE Native custom_factory(Vm& vm, OwnedArgs args) {
  stand_at(vm, LibraryFrame::kFactory);
  static constexpr Parameters kParameters{
      "create_eager_task_factory.<locals>.factory", {"loop", "coro", "name", "context"}, 2, 2};
  Value slots[4];
  if (!vm.parse(args.view().tail(), kParameters, slots)) co_return Raised{};
  for (Value& each : slots)
    if (!each) each = Value::none();
  const std::vector<Value> values = {slots[1], slots[0], slots[2], slots[3], Value::boolean(true)};
  const Value names =
      vm.tuple({vm.str("loop"), vm.str("name"), vm.str("context"), vm.str("eager_start")});
  const Value constructor = args[0];
  Value task = co_await vm.call(constructor, CallArgs(values.data(), 1, names.as<TupleObject>()));
  co_return task;
}

SIMUL_RARE Answer create_eager_task_factory(Vm& vm, const CallArgs& args) {
  Value made = vm.make_function({"factory", custom_factory, 0, -1, kKeywords}, "asyncio.tasks");
  made.as<NativeFunction>()->self = args[0];
  return made;
}

// ---- what a task of another make tells the loop about itself

bool task_and_loop(Vm& vm, const CallArgs& args, LoopObject** loop, asyncio::TaskBase** task) {
  AsyncioState& state = AsyncioState::of(vm);
  *loop = state.current_or_set(args[0]);
  if (*loop == nullptr) return false;
  FutureBase* core = state.future_of(args[1]);
  if (core != nullptr && core->is_task()) {
    *task = static_cast<asyncio::TaskBase*>(core);
    return true;
  }
  static_cast<void>(vm.raise_type_error("Simul needs an asyncio.Task here"));
  return false;
}

SIMUL_RARE Native wrong_task(Vm& vm, const char* what, Value task, Value loop, Value other) {
  Value task_text = co_await vm.repr(task);
  Value loop_text = co_await vm.repr(loop);
  Value other_text = co_await vm.repr(other);
  if (*what == 'C')
    co_return vm.raise(vm.exceptions().RuntimeError,
                       cat("Cannot enter into task ",
                           vm.text(task_text),
                           " while another task ",
                           vm.text(other_text),
                           " is being executed."));
  co_return vm.raise(vm.exceptions().RuntimeError,
                     cat("Leaving task ",
                         vm.text(task_text),
                         " does not match the current task ",
                         vm.text(other_text),
                         "."));
}

Value current_of(AsyncioState& state, const LoopObject* loop) {
  asyncio::TaskBase* now = loop->core->current_task();
  return now == nullptr ? Value::none() : state.view(*now);
}

Answer enter_task(Vm& vm, const CallArgs& args) {
  LoopObject* loop = nullptr;
  asyncio::TaskBase* task = nullptr;
  if (!task_and_loop(vm, args, &loop, &task)) return Raised{};
  if (loop->core->current_task() != nullptr)
    return wrong_task(vm, "C", args[1], args[0], current_of(AsyncioState::of(vm), loop));
  loop->core->set_current_task(task);
  return Value::none();
}
Answer leave_task(Vm& vm, const CallArgs& args) {
  LoopObject* loop = nullptr;
  asyncio::TaskBase* task = nullptr;
  if (!task_and_loop(vm, args, &loop, &task)) return Raised{};
  if (loop->core->current_task() != task)
    return wrong_task(vm, "I", args[1], args[0], current_of(AsyncioState::of(vm), loop));
  loop->core->set_current_task(nullptr);
  return Value::none();
}
// Every Task registers itself when it is made and leaves when it is done.
Answer register_task(Vm& vm, const CallArgs& args, bool known) {
  FutureBase* core = AsyncioState::of(vm).future_of(args[0]);
  if (core == nullptr || !core->is_task())
    return vm.raise_type_error("Simul needs an asyncio.Task here");
  auto* task = static_cast<asyncio::TaskBase*>(core);
  if (known)
    task->enter_registry();
  else
    task->leave_registry();
  return Value::none();
}
Answer register_task(Vm& vm, const CallArgs& args) {
  return register_task(vm, args, true);
}
Answer unregister_task(Vm& vm, const CallArgs& args) {
  return register_task(vm, args, false);
}

}  // namespace

void install_task_type(AsyncioState& state, const Value& module) {
  state.vm.add_functions(module,
                         {{"eager_task_factory", eager_task_factory, 2, 4, kFoldedFrame},
                          {"create_eager_task_factory", create_eager_task_factory, 1, 1},
                          {"_enter_task", enter_task, 2, 2},
                          {"_leave_task", leave_task, 2, 2},
                          {"_register_task", register_task, 1, 1},
                          {"_unregister_task", unregister_task, 1, 1}});
  state.task_type =
      state.vm.make_type({.name = "Task",
                          .module = "_asyncio",
                          .base = state.future_type,
                          .flags = kSubclassable,
                          .slots = {.init = task_init},
                          .methods = {{"get_name", checked<task_get_name>, 0, 0},
                                      {"set_name", checked<task_set_name>, 1, 1},
                                      {"get_coro", checked<task_get_coro>, 0, 0},
                                      {"get_context", checked<task_get_context>, 0, 0},
                                      {"cancelling", checked<task_cancelling>, 0, 0},
                                      {"uncancel", checked<task_uncancel>, 0, 0},
                                      {"set_result", task_set_result, 1, 1},
                                      {"set_exception", task_set_exception, 1, 1},
                                      {"get_stack", checked<task_get_stack>, 0, -1, kKeywords},
                                      {"print_stack", checked<task_print_stack>, 0, -1, kKeywords}},
                          .getters = {{"_fut_waiter", checked_get<get_fut_waiter>},
                                      {"_must_cancel", checked_get<get_must_cancel>},
                                      {"_coro", checked_get<get_coro>},
                                      {"_log_destroy_pending",
                                       checked_get<get_log_destroy_pending>,
                                       set_log_destroy_pending}}});
}

}  // namespace simul::vm

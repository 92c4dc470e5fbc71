// asyncio.Future, asyncio.Task and the object behind gather(), as Python sees them. Mirrors
// Lib/asyncio/futures.py and the methods of Lib/asyncio/tasks.py's Task (in CPython both are
// Modules/_asynciomodule.c).
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;

FutureBase& core_of(const Value& self) {
  return *self.as<FutureObject>()->core;
}
PyTask& task_of(const Value& self) {
  return static_cast<PyTask&>(core_of(self));
}

void future_destroy(Object* object) {
  auto* future = static_cast<FutureObject*>(object);
  if (future->core && future->core->view() == future) future->core->set_view(nullptr);
  future->~FutureObject();
}

// While nobody but this view holds the core, what the core holds belongs to the view.
void future_traverse(Object* object, Visitor& visitor) {
  auto* future = static_cast<FutureObject*>(object);
  visitor.visit(future->dict);
  if (!future->core || future->core->references() != 1) return;
  visitor.visit(future->core->value_as<Value>());
  if (future->core->is_task()) visitor.visit(static_cast<PyTask&>(*future->core).coroutine());
}

void future_clear(Object* object) {
  static_cast<FutureObject*>(object)->dict.reset();
}

Answer future_repr_slot(Vm& vm, const Value& self) {
  return future_repr(vm, OwnedArgs({self}));
}

// ---- callbacks

class PyDoneCallback final : public asyncio::DoneCallback {
 public:
  PyDoneCallback(Vm& vm, Value callable, Value context)
      : vm_(vm), callable_(std::move(callable)), context_(std::move(context)) {}

  asyncio::Ran run(asyncio::EventLoop& loop, FutureBase& future, bool resumed) override {
    AsyncioState& state = AsyncioState::of(vm_);
    Value failure;
    std::vector<Value> args;
    if (!resumed) args.push_back(state.view(future));
    const asyncio::Ran ran = state.run_callback(loop, resumed, callable_, args, &failure);
    if (ran == asyncio::Ran::kDone && failure) {
      auto handle =
          asyncio::make_counted<CallHandle<asyncio::Handle>>(vm_, callable_, std::vector<Value>());
      auto* object = vm_.instantiate<HandleObject>(state.handle_type);
      object->core = handle;
      state.report_callback(loop, callable_, failure, Value::adopt(object));
    }
    return ran;
  }
  [[nodiscard]] std::string name() const override { return callback_source(vm_, callable_); }
  [[nodiscard]] const void* program_callback() const override { return &callable_; }

 private:
  Vm& vm_;
  Value callable_;
  Value context_;
};

// As == compares functions and bound methods.
bool same_callable(Vm& vm, const Value& a, const Value& b) {
  if (a.is(b)) return true;
  const Types& types = vm.types();
  if (vm.is_exactly(a, types.method) && vm.is_exactly(b, types.method))
    return a.as<MethodObject>()->self.is(b.as<MethodObject>()->self) &&
           a.as<MethodObject>()->function.is(b.as<MethodObject>()->function);
  if (vm.is_exactly(a, types.builtin_function) && vm.is_exactly(b, types.builtin_function))
    return a.as<NativeFunction>()->self &&
           a.as<NativeFunction>()->self.is(b.as<NativeFunction>()->self) &&
           std::string_view(a.as<NativeFunction>()->def.name) == b.as<NativeFunction>()->def.name;
  return false;
}

Answer future_add_done_callback(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"add_done_callback", {"fn", "context"}, 1, 1, 1};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  core_of(args[0]).add_done_callback(
      asyncio::make_counted<PyDoneCallback>(vm, std::move(slots[0]), std::move(slots[1])));
  return Value::none();
}

Answer future_remove_done_callback(Vm& vm, const CallArgs& args) {
  struct Wanted {
    Vm& vm;
    const Value& callable;
  } wanted{vm, args[1]};
  const std::size_t removed = core_of(args[0]).remove_done_callbacks(
      [](asyncio::DoneCallback& callback, void* data) {
        auto& sought = *static_cast<Wanted*>(data);
        const void* tag = callback.program_callback();
        return tag != nullptr &&
               same_callable(sought.vm, *static_cast<const Value*>(tag), sought.callable);
      },
      &wanted);
  return Value::small(static_cast<std::intptr_t>(removed));
}

// ---- states

Answer future_result(Vm& vm, const CallArgs& args) {
  return AsyncioState::of(vm).result_of(core_of(args[0]));
}

Answer future_exception(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  FutureBase& core = core_of(args[0]);
  if (core.cancelled()) return vm.raise_exception(state.to_raise(core.make_cancelled_error()));
  if (!core.done()) return vm.raise(state.invalid_state_error, "Exception is not set.");
  core.mark_retrieved();
  return core.peek_exception() ? state.exception_value(core.peek_exception()) : Value::none();
}

Answer future_done(Vm&, const CallArgs& args) {
  return Value::boolean(core_of(args[0]).done());
}
Answer future_cancelled(Vm&, const CallArgs& args) {
  return Value::boolean(core_of(args[0]).cancelled());
}

Answer future_cancel(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"cancel", {"msg"}, 1};
  Value message;
  if (!vm.parse(args.tail(), kParameters, &message)) return Raised{};
  asyncio::Ref<asyncio::CancelMessage> core_message;
  if (message && !message.is_none())
    core_message = asyncio::make_counted<ValueMessage>(std::move(message));
  const asyncio::Ref<FutureBase> held(&core_of(args[0]));
  return Value::boolean(held->cancel(std::move(core_message)));
}

Answer future_set_result(Vm& vm, const CallArgs& args) {
  if (!static_cast<PyFuture&>(core_of(args[0])).set_result(args[1]))
    return vm.raise(AsyncioState::of(vm).invalid_state_error, "invalid state");
  return Value::none();
}

Native future_set_exception(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  FutureBase& core = core_of(args[0]);
  if (core.done()) co_return vm.raise(state.invalid_state_error, "invalid state");
  Value exception = args[1];
  if (vm.is_kind_of(exception, vm.types().type)) exception = co_await vm.call(exception);
  if (!vm.is_kind_of(exception, vm.exceptions().BaseException))
    co_return vm.raise_type_error("invalid exception object");
  if (vm.is_kind_of(exception, vm.exceptions().StopIteration)) {
    Value wrapped = vm.make_exception(
        vm.exceptions().RuntimeError,
        "StopIteration interacts badly with generators and cannot be raised into a Future");
    wrapped.as<ExceptionObject>()->cause = exception;
    wrapped.as<ExceptionObject>()->context = exception;
    exception = std::move(wrapped);
  }
  core.set_exception(state.wrap(exception));
  co_return Value::none();
}

Answer future_get_loop(Vm& vm, const CallArgs& args) {
  LoopObject* loop = AsyncioState::of(vm).object_of(core_of(args[0]).loop());
  return Value::share(loop);
}

Answer get_blocking(Vm&, const Value& self) {
  return Value::boolean(self.as<FutureObject>()->blocking);
}
Answer set_blocking(Vm&, const Value& self, const Value& value) {
  self.as<FutureObject>()->blocking = value.is_true();
  return Value::none();
}
Answer get_state(Vm& vm, const Value& self) {
  constexpr const char* kStates[] = {"PENDING", "CANCELLED", "FINISHED"};
  return vm.str(kStates[static_cast<int>(core_of(self).state())]);
}
Answer get_loop_attr(Vm& vm, const Value& self) {
  return Value::share(AsyncioState::of(vm).object_of(core_of(self).loop()));
}
Answer get_fut_waiter(Vm& vm, const Value& self) {
  FutureBase* waits = task_of(self).waits_for();
  return waits == nullptr ? Value::none() : AsyncioState::of(vm).view(*waits);
}
Answer get_must_cancel(Vm&, const Value& self) {
  return Value::boolean(task_of(self).must_cancel());
}

Answer future_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"Future", {"loop"}, 0};
  AsyncioState& state = AsyncioState::of(vm);
  Value loop_value;
  if (!cls->has(kUserClass) && !vm.parse(args, kParameters, &loop_value)) return Raised{};
  LoopObject* loop =
      loop_value && !loop_value.is_none() ? loop_value.as<LoopObject>() : state.current_or_set();
  if (loop == nullptr) return Raised{};
  asyncio::Ref<PyFuture> core = state.new_future(*loop->core);
  auto* object = vm.instantiate<FutureObject>(cls);
  object->core = core;
  core->set_view(object);
  return Value::adopt(object);
}

// ---- await

struct FutureIterator : Container {
  Value future;
};

Answer future_await(Vm& vm, const Value& self) {
  auto* iterator = vm.instantiate<FutureIterator>(AsyncioState::of(vm).future_iter_type);
  iterator->future = self;
  return Value::adopt(iterator);
}

Answer iterator_self(Vm&, const Value& self) {
  return self;
}

Answer iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<FutureIterator>();
  if (!iterator->future) return vm.raise_stop_iteration({});
  auto* future = iterator->future.as<FutureObject>();
  if (!future->core->done()) {
    if (future->blocking)
      return vm.raise(vm.exceptions().RuntimeError, "await wasn't used with future");
    future->blocking = true;
    return iterator->future;
  }
  const Value held = std::move(iterator->future);
  Answer result = AsyncioState::of(vm).result_of(*held.as<FutureObject>()->core);
  if (result.raised()) return result;
  vm.stop_value() = result.take();
  return Answer::stop();
}

Answer iterator_send(Vm& vm, const CallArgs& args) {
  Answer next = iterator_next(vm, args[0]);
  if (next.is_stop()) return vm.raise_stop_iteration(std::move(vm.stop_value()));
  return next;
}

Answer iterator_throw(Vm& vm, const CallArgs& args) {
  args[0].as<FutureIterator>()->future.reset();
  const Value& what = args[args.size() > 2 && !args[2].is_none() ? 2 : 1];
  if (vm.is_kind_of(what, vm.types().type)) return vm.raise(what.as<Type>());
  return vm.raise_exception(what);
}

Answer iterator_close(Vm&, const CallArgs& args) {
  args[0].as<FutureIterator>()->future.reset();
  return Value::none();
}

// ---- Task

Answer task_create(Vm& vm, Type* /*cls*/, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "Task", {"coro", "loop", "name", "context", "eager_start"}, 1, 1};
  AsyncioState& state = AsyncioState::of(vm);
  Value slots[5];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!state.is_coroutine(slots[0]))
    return vm.raise_type_error(cat("a coroutine was expected, got ", state.repr_now(slots[0])));
  LoopObject* loop =
      slots[1] && !slots[1].is_none() ? slots[1].as<LoopObject>() : state.current_or_set();
  if (loop == nullptr) return Raised{};
  return state.create_task(*loop, slots[0], slots[2], slots[3]);
}

Answer nothing_to_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

Answer task_get_name(Vm& vm, const CallArgs& args) {
  return vm.str(task_of(args[0]).name());
}
Native task_set_name(Vm& vm, OwnedArgs args) {
  Value name = co_await vm.str_of(args[1]);
  task_of(args[0]).set_name(std::string(vm.text(name)));
  co_return Value::none();
}
Answer task_get_coro(Vm&, const CallArgs& args) {
  return task_of(args[0]).coroutine();
}
Answer task_get_context(Vm&, const CallArgs& args) {
  const Value& context = task_of(args[0]).context;
  return context ? context : Value::none();
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
Answer task_get_stack(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().AttributeError, "Simul does not have Task.get_stack yet");
}

}  // namespace

void install_future_types(AsyncioState& state) {
  Vm& vm = state.vm;
  state.future_iter_type = vm.make_type(
      {.name = "FutureIter",
       .module = "_asyncio",
       .instance_size = sizeof(FutureIterator),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<FutureIterator>,
                 .traverse =
                     [](Object* self, Visitor& visitor) {
                       visitor.visit(static_cast<FutureIterator*>(self)->future);
                     },
                 .clear = [](Object* self) { static_cast<FutureIterator*>(self)->future.reset(); },
                 .iter = iterator_self,
                 .next = iterator_next},
       .methods = {{"send", iterator_send, 1, 1},
                   {"throw", iterator_throw, 1, 3},
                   {"close", iterator_close, 0, 0}}});
  state.future_type =
      vm.make_type({.name = "Future",
                    .module = "_asyncio",
                    .instance_size = sizeof(FutureObject),
                    .flags = kSubclassable,
                    .slots = {.destroy = future_destroy,
                              .traverse = future_traverse,
                              .clear = future_clear,
                              .repr = future_repr_slot,
                              .iter = future_await,
                              .create = future_create,
                              .init = nothing_to_init,
                              .await = future_await},
                    .methods = {{"result", future_result, 0, 0},
                                {"exception", future_exception, 0, 0},
                                {"set_result", future_set_result, 1, 1},
                                {"set_exception", future_set_exception, 1, 1},
                                {"add_done_callback", future_add_done_callback, 0, -1, kKeywords},
                                {"remove_done_callback", future_remove_done_callback, 1, 1},
                                {"cancel", future_cancel, 0, -1, kKeywords},
                                {"cancelled", future_cancelled, 0, 0},
                                {"done", future_done, 0, 0},
                                {"get_loop", future_get_loop, 0, 0}},
                    .getters = {{"_asyncio_future_blocking", get_blocking, set_blocking},
                                {"_state", get_state},
                                {"_loop", get_loop_attr}}});
  state.task_type = vm.make_type(
      {.name = "Task",
       .module = "_asyncio",
       .base = state.future_type,
       .flags = 0,
       .slots = {.create = task_create, .init = nothing_to_init},
       .methods = {{"get_name", task_get_name, 0, 0},
                   {"set_name", task_set_name, 1, 1},
                   {"get_coro", task_get_coro, 0, 0},
                   {"get_context", task_get_context, 0, 0},
                   {"cancelling", task_cancelling, 0, 0},
                   {"uncancel", task_uncancel, 0, 0},
                   {"set_result", task_set_result, 1, 1},
                   {"set_exception", task_set_exception, 1, 1},
                   {"get_stack", task_get_stack, 0, -1, kKeywords},
                   {"print_stack", task_get_stack, 0, -1, kKeywords}},
       .getters = {{"_fut_waiter", get_fut_waiter}, {"_must_cancel", get_must_cancel}}});
  state.gathering_type = vm.make_type({.name = "_GatheringFuture",
                                       .module = "asyncio.tasks",
                                       .base = state.future_type,
                                       .flags = kAbstract});
}

}  // namespace simul::vm

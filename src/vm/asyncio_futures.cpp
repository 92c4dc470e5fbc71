// asyncio.Future and the object behind gather(), as Python sees them. Mirrors
// Lib/asyncio/futures.py (in CPython Modules/_asynciomodule.c).
//
// Always holds: a method runs only on a future that was initialised; a subclass may call a method
// before Future.__init__(), and is told so.
#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/context.hpp"
#include "vm/function.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;

FutureBase& core_of(const Value& self) {
  return *self.as<FutureObject>()->core;
}

void future_destroy(Object* object) {
  auto* future = static_cast<FutureObject*>(object);
  const bool was_view = future->core && future->core->view() == future;
  if (was_view) future->core->set_view(nullptr);
  // Attributes go last, but first where the class is one in Python: a gather's children are one.
  const bool is_gather = future->core && future->core->wait_kind() == asyncio::WaitKind::kGather;
  if (is_gather && future->core->references() == 1)
    static_cast<asyncio::GatheringFuture<Value>&>(*future->core).forget_children();
  // For its last words; not before its children have had theirs.
  AsyncioState::Handed* handed = nullptr;
  if (was_view && future->origin && future->core->references() == 1) {
    handed = &static_cast<AsyncioState&>(future->core->loop().hooks()).handed;
    *handed = {future->core.get(), std::move(future->origin)};
  }
  if (!object->type->has(kUserClass) && !is_gather) future->core = nullptr;
  future->~FutureObject();
  if (handed != nullptr) *handed = {};
}

// Nobody could tell a new view from this one. Only what asyncio makes for one wait, and only while
// it is waited for: tasks and the program's own futures are looked for by their views in the end.
bool is_replaceable(const FutureObject& future) {
  switch (future.core->wait_kind()) {
    case asyncio::WaitKind::kSleep:
    case asyncio::WaitKind::kLock:
    case asyncio::WaitKind::kEvent:
    case asyncio::WaitKind::kSemaphore:
    case asyncio::WaitKind::kQueueGet:
    case asyncio::WaitKind::kQueuePut: break;
    default: return false;
  }
  return !future.core->done() && !future.dict && !future.blocking && !future.origin &&
         (future.bits & (kSeenBit | kWeakBit)) == 0;
}

// The program lets go of the view; if the core lives on, it keeps it. Else what the core has to say
// is said of this very object, which a handler of reports may keep.
bool future_survive(Object* object) {
  auto* future = static_cast<FutureObject*>(object);
  if (!future->core || future->core->view() != future) return false;
  if (future->core->references() == 1) {
    if (object->type->has_finalizer) {
      if ((object->bits & kFinalizedBit) != 0) AsyncioState::silence(*future->core);
    } else if (object->type->has(kUserClass)) {
      future->refcount = 1;
      future->core->say_last_words();
      if (--future->refcount > 0) return true;
    }
    return false;
  }
  if (is_replaceable(*future)) return false;
  future->refcount = 1;
  future->core->keep_view(true);
  future->kept_by = future->core.get();
  future->core = nullptr;
  return true;
}

// While nobody but one holder has the core, what the core holds belongs to that one: to a view, or
// to the view of a gather whose child it is. What lies deeper is not looked for: gathers may be
// nested as deep as there is memory.
void traverse_core(FutureBase& core, Visitor& visitor, int depth = 0) {
  constexpr int kDeepest = 20;
  if (core.references() != 1 || depth > kDeepest) return;
  visitor.visit(core.value_as<Value>());
  if (const asyncio::Exception& error = core.peek_exception();
      error && error->references() == 1 && error->payload() != nullptr) {
    const auto* exception = static_cast<const ValueException*>(error->payload());
    visitor.visit(exception->exception());
    visitor.visit(exception->traceback());
  }
  if (core.is_task()) {
    visitor.visit(static_cast<PyTask&>(core).coroutine());
  } else if (core.wait_kind() == asyncio::WaitKind::kGather) {
    for (const asyncio::Ref<FutureBase>& child :
         static_cast<asyncio::GatheringFuture<Value>&>(core).children())
      if (child) traverse_core(*child, visitor, depth + 1);
  }
}

void future_traverse(Object* object, Visitor& visitor) {
  auto* future = static_cast<FutureObject*>(object);
  visitor.visit(future->dict);
  if (future->core) traverse_core(*future->core, visitor);
}

void future_clear(Object* object) {
  static_cast<FutureObject*>(object)->dict.reset();
}

Answer not_initialised(Vm& vm) {
  return vm.raise(vm.exceptions().RuntimeError, "Future object is not initialized.");
}

Answer no_result(Vm& vm) {
  return vm.raise(AsyncioState::of(vm).invalid_state_error, "Future object is not initialized.");
}

// A method, getter or slot of an initialised future.
template <Answer (*kMethod)(Vm&, const CallArgs&)>
Answer checked(Vm& vm, const CallArgs& args) {
  return args[0].as<FutureObject>()->core ? kMethod(vm, args) : not_initialised(vm);
}

// These methods of CPython's take their class beside their arguments, and count those in words that
// no others have. `kCount`: 0 or 1.
template <Answer (*kMethod)(Vm&, const CallArgs&), const char* kName, std::size_t kCount>
Answer counted(Vm& vm, const CallArgs& args) {
  const std::size_t given = args.size() - 1, all = given + args.keywords();
  if (kCount == 0 && all > 0) return vm.raise_type_error(cat(kName, "() takes no arguments"));
  if (given < kCount)
    return vm.raise_type_error(cat(kName, "() takes exactly 1 positional argument (0 given)"));
  if (all > kCount)
    return vm.raise_type_error(cat(kName, "() takes at most 1 argument (", all, " given)"));
  return kMethod(vm, args);
}
constexpr char kSetResult[] = "set_result", kSetException[] = "set_exception";
constexpr char kRemoveDoneCallback[] = "remove_done_callback";
constexpr char kException[] = "exception", kGetLoop[] = "get_loop";

template <Answer (*kGetter)(Vm&, const Value&)>
Answer checked_get(Vm& vm, const Value& self) {
  return self.as<FutureObject>()->core ? kGetter(vm, self) : not_initialised(vm);
}

SIMUL_RARE Answer future_repr_slot(Vm& vm, const Value& self) {
  return future_repr(vm, OwnedArgs({self}));
}

// ---- callbacks

class PyDoneCallback final : public asyncio::DoneCallback {
 public:
  PyDoneCallback(Vm& vm, Value callable, Value context)
      : vm_(vm), callable_(std::move(callable)), context_(std::move(context)) {}

  asyncio::Ran run(asyncio::EventLoop& loop, FutureBase& future, bool resumed) override {
    AsyncioState& state = AsyncioState::of(vm_);
    if (PyTask* const task = woken_by(state, callable_))
      return wake(state, *task, state.view(future), resumed);
    Value failure;
    std::vector<Value> args;
    if (!resumed) args.push_back(state.view(future));
    if (!resumed && state.times_steps()) state.step_began({.handle = as_handle(state, future)});
    const asyncio::Ran ran =
        state.run_callback(loop, resumed, callable_, args, &context_, &failure);
    if (ran == asyncio::Ran::kDone && failure)
      state.report_callback(loop, failure, handle_object(state, *as_handle(state, future), false));
    return ran;
  }
  [[nodiscard]] std::string name() const override { return callback_source(vm_, callable_); }
  [[nodiscard]] const void* program_callback() const override { return &callable_; }
  [[nodiscard]] asyncio::TaskBase* wakes() const override {
    return woken_by(AsyncioState::of(vm_), callable_);
  }

 private:
  // What stands in the ready queue of CPython's loop.
  asyncio::Ref<CallHandle<asyncio::Handle>> as_handle(AsyncioState& state, FutureBase& future) {
    const Value view = state.view(future);
    auto handle = asyncio::make_counted<CallHandle<asyncio::Handle>>(
        vm_, callable_, std::vector<Value>{view}, context_);
    const LoopObject* loop = state.object_of(future.loop());
    handle->debug = loop != nullptr && loop->debug;
    if (!handle->debug) return handle;
    Origin* const made = view.as<FutureObject>()->origin.get();
    const bool settled = made != nullptr && made->settled != nullptr;
    handle->origin = settled ? std::make_unique<Origin>(made->settled->place, made->settled->stack)
                             : origin_in_loop(vm_);
    return handle;
  }

  Vm& vm_;
  Value callable_;
  Value context_;
};

Answer future_add_done_callback(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"add_done_callback", {"fn", "context"}, 1, 1, 1};
  Value slots[2];
  if (args.size() == 1)
    return vm.raise_type_error("add_done_callback() takes exactly 1 positional argument (0 given)");
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  if (!slots[1] || slots[1].is_none()) slots[1] = copy_of_current_context(vm);
  core_of(args[0]).add_done_callback(
      asyncio::make_counted<PyDoneCallback>(vm, std::move(slots[0]), std::move(slots[1])));
  return AsyncioState::of(vm).unless_refused(Value::none());
}

// Those that are, or compare, equal.
SIMUL_RARE Native remove_callbacks(Vm& vm, OwnedArgs args) {
  const asyncio::Ref<FutureBase> core(&core_of(args[0]));
  std::vector<asyncio::Ref<asyncio::DoneCallback>> candidates;
  for (asyncio::DoneCallback* each : core->callbacks())
    if (each != nullptr && each->program_callback() != nullptr) candidates.emplace_back(each);
  std::intptr_t removed = 0;
  for (const asyncio::Ref<asyncio::DoneCallback>& each : candidates) {
    const Value callable = *static_cast<const Value*>(each->program_callback());
    Value same = co_await vm.equal(callable, args[1]);
    if (same.is_true()) removed += static_cast<std::intptr_t>(core->remove_done_callback(*each));
  }
  co_return Value::small(removed);
}
Answer future_remove_done_callback(Vm& vm, const CallArgs& args) {
  return remove_callbacks(vm, OwnedArgs(args));
}

// ---- states

Answer future_result(Vm& vm, const CallArgs& args) {
  if (!args[0].as<FutureObject>()->core) return no_result(vm);
  return AsyncioState::of(vm).result_of(core_of(args[0]));
}

Answer future_exception(Vm& vm, const CallArgs& args) {
  if (!args[0].as<FutureObject>()->core) return no_result(vm);
  AsyncioState& state = AsyncioState::of(vm);
  FutureBase& core = core_of(args[0]);
  if (core.cancelled()) return vm.raise_exception(state.to_raise(core.make_cancelled_error()));
  if (!core.done()) return vm.raise(state.invalid_state_error, "Exception is not set.");
  core.mark_retrieved();
  return core.peek_exception() ? state.exception_value(core.peek_exception()) : Value::none();
}

Answer future_done(Vm&, const CallArgs& args) {
  const FutureObject* future = args[0].as<FutureObject>();
  return Value::boolean(future->core && future->core->done());
}
Answer future_cancelled(Vm&, const CallArgs& args) {
  const FutureObject* future = args[0].as<FutureObject>();
  return Value::boolean(future->core && future->core->cancelled());
}

// The steps of whoever waits for it, too.
void remember_wakeups(const FutureBase& core, const Origin& settled) {
  const std::size_t count = core.callbacks().size();
  for (std::size_t index = 0; index < count; ++index) {
    const asyncio::TaskBase* const task = core.waiter(index);
    const auto* shown = task != nullptr ? static_cast<FutureObject*>(task->view()) : nullptr;
    if (shown != nullptr && shown->origin)
      shown->origin->settled =
          std::make_unique<Origin>(settled.place, settled.stack, settled.frames);
  }
}

// In debug mode: its callbacks are about to be scheduled from here.
void remember_settling(Vm& vm, const Value& self) {
  Origin* const made = self.as<FutureObject>()->origin.get();
  if (made == nullptr || core_of(self).done()) return;
  made->settled = call_origin_here(vm, 2);
  remember_wakeups(core_of(self), *made->settled);
}

// The same of a task that is cancelled: what it waits for at last ends here and now.
void remember_cancelling(Vm& vm, const Value& self) {
  if (!self.as<FutureObject>()->origin) return;
  FutureBase* awaited = &core_of(self);
  while (awaited != nullptr && awaited->is_task())
    awaited = static_cast<asyncio::TaskBase*>(awaited)->waits_for();
  if (awaited != nullptr && !awaited->done()) remember_wakeups(*awaited, *call_origin_here(vm, 2));
}

Answer future_cancel(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"cancel", {"msg"}, 1};
  Value message;
  if (!vm.parse(args.tail(), kParameters, &message)) return Raised{};
  asyncio::Ref<asyncio::CancelMessage> core_message;
  if (message && !message.is_none())
    core_message = asyncio::make_counted<ValueMessage>(std::move(message));
  const asyncio::Ref<FutureBase> held(&core_of(args[0]));
  if (held->is_task())
    remember_cancelling(vm, args[0]);
  else
    remember_settling(vm, args[0]);
  bool asked = false;  // here the method is asyncio's own, whatever a derived class has
  if (held->is_task())
    asked = static_cast<PyTask&>(*held).TaskBase::cancel(std::move(core_message));
  else if (held->derived())
    asked = held->FutureBase::cancel(std::move(core_message));
  else
    asked = held->cancel(std::move(core_message));
  return AsyncioState::of(vm).unless_refused(Value::boolean(asked));
}

// For a class of the program's own that has a __del__() and passes it on.
Answer future_del(Vm&, const CallArgs& args) {
  if (!args[0].as<FutureObject>()->core) return Value::none();
  FutureBase& core = core_of(args[0]);
  auto* const task = core.is_task() ? static_cast<PyTask*>(&core) : nullptr;
  const bool says_pending = task != nullptr && task->log_destroy_pending();
  core.say_last_words();
  if (says_pending) task->set_log_destroy_pending(true);
  return Value::none();
}

Answer future_set_result(Vm& vm, const CallArgs& args) {
  FutureBase& core = core_of(args[0]);
  remember_settling(vm, args[0]);
  if (core.is_task()) [[unlikely]] {  // Future.set_result(task, …): its own refuses
    if (!core.done()) core.value_as<Value>() = args[1];
    if (!static_cast<asyncio::TaskBase&>(core).settle({}))
      return vm.raise(AsyncioState::of(vm).invalid_state_error, "invalid state");
  } else if (!static_cast<PyFuture&>(core).set_result(args[1]))
    return vm.raise(AsyncioState::of(vm).invalid_state_error, "invalid state");
  return AsyncioState::of(vm).unless_refused(Value::none());
}

SIMUL_RARE Native set_exception_native(Vm& vm, OwnedArgs args) {
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
  remember_settling(vm, args[0]);
  if (core.is_task())
    static_cast<asyncio::TaskBase&>(core).settle(state.wrap(exception));
  else
    core.set_exception(state.wrap(exception));
  co_return state.unless_refused(Value::none());
}
Answer future_set_exception(Vm& vm, const CallArgs& args) {
  return set_exception_native(vm, OwnedArgs(args));
}

Answer future_get_loop(Vm& vm, const CallArgs& args) {
  LoopObject* loop = AsyncioState::of(vm).object_of(core_of(args[0]).loop());
  return Value::share(loop);
}

Answer future_make_cancelled_error(Vm& vm, const CallArgs& args) {
  return AsyncioState::of(vm).to_raise(core_of(args[0]).make_cancelled_error());
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
Answer get_result(Vm&, const Value& self) {
  FutureBase& core = core_of(self);
  if (core.state() != asyncio::FutureState::kFinished || core.peek_exception())
    return Value::none();
  const Value& value = core.value_as<Value>();
  return value ? value : Value::none();
}
Answer get_exception(Vm& vm, const Value& self) {
  FutureBase& core = core_of(self);
  if (core.cancelled() || !core.peek_exception()) return Value::none();
  return AsyncioState::of(vm).exception_value(core.peek_exception());
}
Answer get_cancel_message(Vm&, const Value& self) {
  const asyncio::Ref<asyncio::CancelMessage>& message = core_of(self).cancel_message();
  return message ? static_cast<ValueMessage&>(*message).value : Value::none();
}
SIMUL_RARE Answer set_cancel_message(Vm&, const Value& self, const Value& value) {
  asyncio::Ref<asyncio::CancelMessage> message;
  if (value && !value.is_none()) message = asyncio::make_counted<ValueMessage>(Value(value));
  core_of(self).change_cancel_message(std::move(message));
  return Value::none();
}
Answer get_log_traceback(Vm&, const Value& self) {
  return Value::boolean(core_of(self).log_traceback());
}
Answer set_log_traceback(Vm& vm, const Value& self, const Value& value) {
  if (!value.is_false()) return vm.raise_value_error("_log_traceback can only be set to False");
  core_of(self).mark_retrieved();
  return Value::none();
}

// The object alone: its core comes with __init__().
Answer future_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<FutureObject>(cls));
}

SIMUL_RARE Answer future_init(Vm& vm, const Value& self, const CallArgs& args) {
  static constexpr Parameters kParameters{"Future", {"loop"}, 0};
  AsyncioState& state = AsyncioState::of(vm);
  Value loop_value;
  if (!vm.parse(args, kParameters, &loop_value)) return Raised{};
  LoopObject* loop = state.current_or_set(loop_value);
  if (loop == nullptr) return Raised{};
  auto* object = self.as<FutureObject>();
  asyncio::Ref<PyFuture> core;
  if (object->type == state.future_type)
    core = state.new_future(*loop->core);
  else
    core = asyncio::make_counted<ProgramsFuture>(*loop->core);
  object->core = core;
  core->set_view(object);
  if (loop->debug) object->origin = origin_here(vm);
  return Value::none();
}

// ---- await

struct FutureIterator : Container {
  Value future;
};

Answer future_await(Vm& vm, const Value& self) {
  if (!self.as<FutureObject>()->core) return not_initialised(vm);
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

SIMUL_RARE Native throw_by_parts(Vm& vm, OwnedArgs args) {
  if (args.size() > 2) {
    const Value module = co_await vm.import_module(vm.name("warnings"));
    const Value warn = co_await vm.get_attr(module, vm.name("warn"));
    const Value words = vm.str(
        "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature "
        "instead.");
    co_await call_with(vm, warn, words, vm.type_value(vm.exceptions().DeprecationWarning));
  }
  const Value none = Value::none();
  const Value value = args.size() > 2 ? args[2] : none;
  if (args.size() > 3 && !args[3].is_none() && !vm.is_exactly(args[3], vm.types().traceback))
    co_return vm.raise_type_error("throw() third argument must be a traceback");
  Value exception = args[1];
  if (vm.type_of(exception)->is_exception) {
    if (!value.is_none())
      co_return vm.raise_type_error("instance exception may not have a separate value");
  } else if (vm.is_kind_of(exception, vm.types().type) && exception.as<Type>()->is_exception) {
    if (vm.is_kind_of(value, exception.as<Type>()))
      exception = value;
    else if (value.is_none())
      exception = co_await vm.call(exception);
    else if (vm.is_exactly(value, vm.types().tuple))
      exception = co_await vm.call(
          exception, CallArgs(value.as<TupleObject>()->begin(), value.as<TupleObject>()->size));
    else
      exception = co_await call_with(vm, exception, value);
  } else {
    co_return vm.raise_type_error(
        "exceptions must be classes deriving BaseException or instances of such a class");
  }
  args[0].as<FutureIterator>()->future.reset();
  vm.set_raised(std::move(exception));
  co_return Raised{};
}
Answer iterator_throw(Vm& vm, const CallArgs& args) {
  if (args.size() != 2 || !vm.type_of(args[1])->is_exception)
    return throw_by_parts(vm, OwnedArgs(args));
  args[0].as<FutureIterator>()->future.reset();
  vm.set_raised(args[1]);  // as it is: whoever it is thrown into gives it a context
  return Raised{};
}

Answer iterator_close(Vm&, const CallArgs& args) {
  args[0].as<FutureIterator>()->future.reset();
  return Value::none();
}

}  // namespace

SIMUL_RARE void install_future_types(AsyncioState& state) {
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
  state.future_type = vm.make_type(
      {.name = "Future",
       .module = "_asyncio",
       .instance_size = sizeof(FutureObject),
       .flags = kSubclassable,
       .slots = {.destroy = future_destroy,
                 .survive = future_survive,
                 .traverse = future_traverse,
                 .clear = future_clear,
                 .repr = checked_get<future_repr_slot>,
                 .iter = future_await,
                 .create = future_create,
                 .init = future_init,
                 .await = future_await},
       .methods =
           {{"result", future_result, 0, 0},
            {kException, counted<future_exception, kException, 0>, 0, -1, kKeywords},
            {kSetResult, counted<checked<future_set_result>, kSetResult, 1>, 0, -1, kKeywords},
            {kSetException,
             counted<checked<future_set_exception>, kSetException, 1>,
             0,
             -1,
             kKeywords},
            {"add_done_callback", checked<future_add_done_callback>, 0, -1, kKeywords},
            {kRemoveDoneCallback,
             counted<checked<future_remove_done_callback>, kRemoveDoneCallback, 1>,
             0,
             -1,
             kKeywords},
            {"cancel", checked<future_cancel>, 0, -1, kKeywords},
            {"cancelled", future_cancelled, 0, 0},
            {"done", future_done, 0, 0},
            {kGetLoop, counted<checked<future_get_loop>, kGetLoop, 0>, 0, -1, kKeywords},
            {"__del__", future_del, 0, 0},
            {"_make_cancelled_error", checked<future_make_cancelled_error>, 0, 0}},
       .getters = {{"_asyncio_future_blocking", get_blocking, set_blocking},
                   {"_state", checked_get<get_state>},
                   {"_result", checked_get<get_result>},
                   {"_exception", checked_get<get_exception>},
                   {"_cancel_message", checked_get<get_cancel_message>, set_cancel_message},
                   {"_log_traceback", checked_get<get_log_traceback>, set_log_traceback},
                   {"_loop", checked_get<get_loop_attr>},
                   dict_getter()}});
  state.future_type->flags |= kHasDict;
  state.future_type->dict_offset = offset_of(&FutureObject::dict);
  state.gathering_type = vm.make_type({.name = "_GatheringFuture",
                                       .module = "asyncio.tasks",
                                       .base = state.future_type,
                                       .flags = kAbstract});
}

}  // namespace simul::vm

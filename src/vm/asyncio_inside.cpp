// What asyncio's locks, queues and barriers keep under names that begin with an underscore, for
// programs that look inside. Mirrors the attributes of Lib/asyncio/locks.py and queues.py.
//
// Always holds: a line of waiters is a copy, so a program that changes it changes nothing; whatever
// else can be set here has the effect that it has in CPython, and the rest cannot be set.
#include "asyncio/locks.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

SIMUL_RARE Native deque_of(Vm& vm, std::vector<Value> items) {
  const Value collections = co_await vm.import_module(vm.name("collections"));
  const Value deque = co_await vm.get_attr(collections, vm.name("deque"));
  const Value given = vm.list(std::move(items));
  Value made = co_await vm.call(deque, CallArgs(&given, 1));
  co_return std::move(made);
}

Answer line_of(AsyncioState& state, const asyncio::Waiters& waiters) {
  std::vector<Value> views;
  waiters.for_each([&](asyncio::FutureBase& waiter) { views.push_back(state.view(waiter)); });
  return deque_of(state.vm, std::move(views));
}

namespace {

template <typename T>
T& core_of(const Value& self) {
  return static_cast<T&>(*self.as<LockObject>()->core);
}

Value loop_value(AsyncioState& state, const asyncio::EventLoop* loop) {
  return loop != nullptr ? Value::share(state.object_of(*loop)) : Value::none();
}
template <typename Object>
Answer get_loop(Vm& vm, const Value& self) {
  return loop_value(AsyncioState::of(vm), self.as<Object>()->loop);
}
// _LoopBoundMixin._get_loop()
template <typename Object>
Answer ask_loop(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (state.running_loop == nullptr)
    return vm.raise(vm.exceptions().RuntimeError, "no running event loop");
  const LoopObject* loop = waiting_loop<Object>(state, args[0]);
  if (loop == nullptr) return Raised{};
  return Value::share(loop);
}

// What a program gives one of these attributes; false: raised.
bool takes(Vm& vm, const char* name, const Value& value, bool& given) {
  given = value && value.is_true();
  if (given || (value && value.is_false())) return true;
  static_cast<void>(vm.raise(vm.exceptions().NotImplementedError,
                             cat("Simul sets ", name, " to True or False only")));
  return false;
}
bool takes(Vm& vm, const char* name, const Value& value, std::int64_t& given) {
  if (value && vm.to_int64(value, given)) return true;
  static_cast<void>(
      vm.raise(vm.exceptions().NotImplementedError, cat("Simul sets ", name, " to an int only")));
  return false;
}

// ---- locks

template <typename Core>
Answer get_line(Vm& vm, const Value& self) {
  return line_of(AsyncioState::of(vm), core_of<Core>(self).line());
}
// Of those that make the line when somebody waits for the first time.
template <typename Core>
Answer get_late_line(Vm& vm, const Value& self) {
  if (self.as<LockObject>()->loop == nullptr) return Value::none();
  return get_line<Core>(vm, self);
}

Answer get_locked(Vm&, const Value& self) {
  return Value::boolean(core_of<asyncio::Lock>(self).locked());
}
Answer set_locked(Vm& vm, const Value& self, const Value& value) {
  bool locked = false;
  if (!takes(vm, "Lock._locked", value, locked)) return Raised{};
  core_of<asyncio::Lock>(self).set_locked(locked);
  return Value::none();
}
Answer wake_first(Vm& vm, const CallArgs& args) {
  core_of<asyncio::Lock>(args[0]).wake_first();
  return AsyncioState::of(vm).unless_refused(Value::none());
}

Answer get_set(Vm&, const Value& self) {
  return Value::boolean(core_of<asyncio::EventFlag>(self).is_set());
}
Answer set_set(Vm& vm, const Value& self, const Value& value) {
  bool set = false;
  if (!takes(vm, "Event._value", value, set)) return Raised{};
  core_of<asyncio::EventFlag>(self).put(set);
  return Value::none();
}

Answer get_condition_lock(Vm&, const Value& self) {
  return self.as<LockObject>()->lock;
}

Answer get_value(Vm& vm, const Value& self) {
  return vm.integer(core_of<asyncio::Semaphore>(self).value());
}
Answer set_value(Vm& vm, const Value& self, const Value& value) {
  std::int64_t number = 0;
  if (!takes(vm, "Semaphore._value", value, number)) return Raised{};
  core_of<asyncio::Semaphore>(self).set_value(number);
  return Value::none();
}
Answer wake_next(Vm& vm, const CallArgs& args) {
  const bool woken = core_of<asyncio::Semaphore>(args[0]).wake_next();
  return AsyncioState::of(vm).unless_refused(Value::boolean(woken));
}
Answer get_bound(Vm& vm, const Value& self) {
  return vm.integer(self.as<LockObject>()->bound);
}
Answer set_bound(Vm& vm, const Value& self, const Value& value) {
  if (!takes(vm, "BoundedSemaphore._bound_value", value, self.as<LockObject>()->bound))
    return Raised{};
  return Value::none();
}

// ---- queues

template <asyncio::Waiters QueueObject::* kLine>
Answer get_queue_line(Vm& vm, const Value& self) {
  return line_of(AsyncioState::of(vm), self.as<QueueObject>()->*kLine);
}
Answer get_shut_down(Vm&, const Value& self) {
  return Value::boolean(self.as<QueueObject>()->shutdown);
}
Answer set_shut_down(Vm& vm, const Value& self, const Value& value) {
  if (!takes(vm, "Queue._is_shutdown", value, self.as<QueueObject>()->shutdown)) return Raised{};
  return Value::none();
}
Answer get_unfinished(Vm& vm, const Value& self) {
  return vm.integer(self.as<QueueObject>()->unfinished);
}
Answer set_unfinished(Vm& vm, const Value& self, const Value& value) {
  if (!takes(vm, "Queue._unfinished_tasks", value, self.as<QueueObject>()->unfinished))
    return Raised{};
  return Value::none();
}
Answer get_finished(Vm& vm, const Value& self) {
  auto* queue = self.as<QueueObject>();
  if (!queue->finished_view) {
    auto* event = vm.instantiate<LockObject>(AsyncioState::of(vm).event_type);
    event->core = queue->finished;
    event->loop = queue->joined_in;
    queue->finished_view = Value::adopt(event);
  }
  return queue->finished_view;
}

}  // namespace

std::vector<NativeDef> inside_methods(asyncio::WaitKind kind) {
  std::vector<NativeDef> methods;
  if (kind == asyncio::WaitKind::kQueueGet) return {{"_get_loop", ask_loop<QueueObject>, 0, 0}};
  methods.push_back({"_get_loop", ask_loop<LockObject>, 0, 0});
  if (kind == asyncio::WaitKind::kLock) methods.push_back({"_wake_up_first", wake_first, 0, 0});
  if (kind == asyncio::WaitKind::kSemaphore) methods.push_back({"_wake_up_next", wake_next, 0, 0});
  return methods;
}

SIMUL_RARE std::vector<GetterDef> inside_getters(asyncio::WaitKind kind) {
  switch (kind) {
    case asyncio::WaitKind::kLock:
      return {{"_loop", get_loop<LockObject>},
              {"_locked", get_locked, set_locked},
              {"_waiters", get_late_line<asyncio::Lock>}};
    case asyncio::WaitKind::kEvent:
      return {{"_loop", get_loop<LockObject>},
              {"_value", get_set, set_set},
              {"_waiters", get_line<asyncio::EventFlag>}};
    case asyncio::WaitKind::kCondition:
      return {{"_loop", get_loop<LockObject>},
              {"_lock", get_condition_lock},
              {"_waiters", get_line<asyncio::Condition>}};
    case asyncio::WaitKind::kSemaphore:
      return {{"_loop", get_loop<LockObject>},
              {"_value", get_value, set_value},
              {"_waiters", get_late_line<asyncio::Semaphore>}};
    case asyncio::WaitKind::kQueueGet:
      return {{"_loop", get_loop<QueueObject>},
              {"_getters", get_queue_line<&QueueObject::getters>},
              {"_putters", get_queue_line<&QueueObject::putters>},
              {"_finished", get_finished},
              {"_is_shutdown", get_shut_down, set_shut_down},
              {"_unfinished_tasks", get_unfinished, set_unfinished}};
    default: return {};
  }
}
std::vector<GetterDef> bound_getters() {
  return {{"_bound_value", get_bound, set_bound}};
}

}  // namespace simul::vm

// asyncio.Lock, Event, Condition, Semaphore and BoundedSemaphore, as Python sees them. Mirrors
// Lib/asyncio/locks.py; who is woken when is src/asyncio/locks.cpp's business.
#include <algorithm>

#include "asyncio/locks.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

void tell_held(AsyncioState& state, const Value& self, asyncio::WaitKind kind) {
  const asyncio::TaskBase* task =
      state.running_loop != nullptr ? state.running_loop->core->current_task() : nullptr;
  self.as<LockObject>()->holders.push_back(task != nullptr ? task->id() : 0);
  if (const asyncio::Id id = self.as<LockObject>()->id; id != 0)
    state.tell({.subject = id,
                .kind = asyncio::EventKind::kHeld,
                .detail = static_cast<std::uint8_t>(kind)});
}

// Before the waiters are woken.
void tell_released(AsyncioState& state, const Value& self, std::int64_t still_held) {
  self.as<LockObject>()->release_by(
      state.running_loop != nullptr ? state.running_loop->core->current_task() : nullptr);
  if (const asyncio::Id id = self.as<LockObject>()->id; id != 0)
    state.tell({.subject = id,
                .cause = static_cast<asyncio::Id>(std::clamp<std::int64_t>(still_held, 0, 1 << 30)),
                .kind = asyncio::EventKind::kReleased});
}

void tell_in_line(AsyncioState& state, const Value& self, const asyncio::FutureBase& waiter) {
  if (const asyncio::Id id = self.as<LockObject>()->id; id != 0)
    state.tell({.subject = waiter.id(),
                .object = id,
                .kind = asyncio::EventKind::kInLine,
                .detail = static_cast<std::uint8_t>(waiter.wait_kind())});
}

template <typename T>
T& core_of(const Value& self) {
  return static_cast<T&>(*self.as<LockObject>()->core);
}

SIMUL_RARE Value object_repr(Vm& vm,
                             const Value& self,
                             const std::string& extra,
                             std::size_t waiters) {
  std::string text = cat("<",
                         vm.text(self.object()->type->module),
                         ".",
                         self.object()->type->qualname,
                         " object at ",
                         quoted_address(self.object()),
                         " [",
                         extra);
  if (waiters > 0) text += cat(", waiters:", waiters);
  return vm.str(text + "]>");
}

// ---- Lock

Answer lock_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<LockObject>(cls);
  object->core = asyncio::make_counted<asyncio::Lock>();
  object->id = AsyncioState::of(vm).tell_made(asyncio::WaitKind::kLock);
  return Value::adopt(object);
}

Answer lock_init(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  if (!bind_init(AsyncioState::of(vm), "Lock", self, args, slots)) return Raised{};
  return Value::none();
}

// Of a condition, its lock.
Value lock_behind(const Value& self) {
  const Value& lock = self.as<LockObject>()->lock;
  return lock ? lock : self;
}

template <typename L>
constexpr asyncio::WaitKind kKind = asyncio::WaitKind::kLock;
template <>
constexpr asyncio::WaitKind kKind<asyncio::Semaphore> = asyncio::WaitKind::kSemaphore;

asyncio::Waited how_waited(AsyncioState& state, const Attempt& woken) {
  if (woken.ok()) return asyncio::Waited::kWoken;
  const bool cancelled = state.vm.matches(woken.exception, state.cancelled_error);
  return cancelled ? asyncio::Waited::kCancelled : asyncio::Waited::kLeft;
}

constexpr const char* kAcquire = "acquire";
constexpr const char* kRelease = "release";
constexpr const char* kWait = "wait";
constexpr const char* kNotify = "notify";

// acquire(), or __aenter__() which gives None. Only the body of a coroutine can yield: no native in
// between.
template <typename L, bool kEnter>
Native acquire_native(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = lock_behind(args[0]);
  if ((kEnter || !self.is(args[0])) && has_own_method(vm, self, kAcquire)) {
    Value acquiring = co_await vm.call_method(self, kAcquire);
    Value iterator = co_await vm.get_awaitable(acquiring);
    Value acquired = co_await vm.await_on(std::move(iterator));
    co_return kEnter ? Value::none() : std::move(acquired);
  }
  const Ref<L> core(&core_of<L>(self));
  if (!core->acquire_now()) {
    LoopObject* loop = waiting_loop<LockObject>(state, self);
    if (loop == nullptr) co_return Raised{};
    const Ref<FutureBase> waiter = core->wait(*loop->core);
    tell_in_line(state, self, *waiter);
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
    core->waited(*waiter, how_waited(state, woken));
    if (!woken.ok() && state.counters.refusing())
      co_return refused_while(state, std::move(woken.exception));
    if (!woken.ok()) co_return raise_again(vm, std::move(woken.exception));
  }
  tell_held(state, self, kKind<L>);
  co_return kEnter ? Value::none() : Value::boolean(true);
}

Answer lock_release(Vm& vm, const CallArgs& args) {
  const Value lock = lock_behind(args[0]);
  if (!lock.is(args[0]) && has_own_method(vm, lock, kRelease))
    return vm.call_method(lock, kRelease);
  auto& core = core_of<asyncio::Lock>(lock);
  if (core.locked()) tell_released(AsyncioState::of(vm), lock, 0);
  if (!core.release()) return vm.raise(vm.exceptions().RuntimeError, "Lock is not acquired.");
  return AsyncioState::of(vm).unless_refused(Value::none());
}
Answer lock_locked(Vm&, const CallArgs& args) {
  return Value::boolean(core_of<asyncio::Lock>(lock_behind(args[0])).locked());
}
Native lock_exit(Vm& vm, OwnedArgs args) {
  if (has_own_method(vm, lock_behind(args[0]), kRelease)) {
    co_await vm.call_method(lock_behind(args[0]), kRelease);
    co_return Value::none();
  }
  co_return lock_release(vm, CallArgs(args.values.data(), 1));
}
SIMUL_RARE Answer lock_repr(Vm& vm, const Value& self) {
  const auto& core = core_of<asyncio::Lock>(self);
  return object_repr(vm, self, core.locked() ? "locked" : "unlocked", core.waiters());
}

// ---- Event

Answer event_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<LockObject>(cls);
  object->core = asyncio::make_counted<asyncio::EventFlag>();
  object->id = AsyncioState::of(vm).tell_made(asyncio::WaitKind::kEvent);
  return Value::adopt(object);
}
Answer event_init(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  if (!bind_init(AsyncioState::of(vm), "Event", self, args, slots)) return Raised{};
  return Value::none();
}
Answer event_set(Vm& vm, const CallArgs& args) {
  core_of<asyncio::EventFlag>(args[0]).set();
  return AsyncioState::of(vm).unless_refused(Value::none());
}
Answer event_clear(Vm&, const CallArgs& args) {
  core_of<asyncio::EventFlag>(args[0]).clear();
  return Value::none();
}
Answer event_is_set(Vm&, const CallArgs& args) {
  return Value::boolean(core_of<asyncio::EventFlag>(args[0]).is_set());
}
SIMUL_RARE Native event_wait(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Ref<asyncio::EventFlag> core(&core_of<asyncio::EventFlag>(args[0]));
  if (core->is_set()) co_return Value::boolean(true);
  LoopObject* loop = waiting_loop<LockObject>(state, args[0]);
  if (loop == nullptr) co_return Raised{};
  const Ref<FutureBase> waiter = core->wait(*loop->core);
  tell_in_line(state, args[0], *waiter);
  Attempt woken;
  SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
  core->waited(*waiter);
  if (!woken.ok()) co_return raise_again(vm, std::move(woken.exception));
  co_return Value::boolean(true);
}
Answer event_repr(Vm& vm, const Value& self) {
  const auto& core = core_of<asyncio::EventFlag>(self);
  return object_repr(vm, self, core.is_set() ? "set" : "unset", core.waiters());
}

// ---- Condition

Answer condition_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<LockObject>(cls);
  object->core = asyncio::make_counted<asyncio::Condition>();
  return Value::adopt(object);
}
Answer condition_init(Vm& vm, const Value& self, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<Value> slots;
  if (!bind_init(state, "Condition", self, args, slots)) return Raised{};
  Value lock = std::move(slots[1]);
  if (!lock || lock.is_none()) {
    auto* own = vm.instantiate<LockObject>(state.lock_type);
    own->core = asyncio::make_counted<asyncio::Lock>();
    own->id = state.tell_made(asyncio::WaitKind::kLock);
    lock = Value::adopt(own);
  } else if (!vm.is_kind_of(lock, state.lock_type)) {
    return vm.raise_type_error("Simul's Condition needs an asyncio.Lock");
  }
  auto* object = self.as<LockObject>();
  object->id = state.tell_made(asyncio::WaitKind::kCondition);
  object->lock = std::move(lock);
  return Value::none();
}

SIMUL_RARE Native condition_wait(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = args[0];
  const Ref<asyncio::Lock> lock(&core_of<asyncio::Lock>(lock_behind(self)));
  if (!lock->locked())
    co_return vm.raise(vm.exceptions().RuntimeError, "cannot wait on un-acquired lock");
  LoopObject* loop = waiting_loop<LockObject>(state, self);
  if (loop == nullptr) co_return Raised{};
  const Ref<asyncio::Condition> core(&core_of<asyncio::Condition>(self));
  const Ref<FutureBase> waiter = core->wait(*loop->core);
  tell_in_line(state, self, *waiter);
  const Value own_lock = lock_behind(self);
  if (has_own_method(vm, own_lock, kRelease)) {
    co_await vm.call_method(own_lock, kRelease);
  } else {
    tell_released(state, own_lock, 0);
    lock->release();
  }
  Attempt woken;
  SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
  core->waited(*waiter);
  Value failure = std::move(woken.exception);
  bool raised_here = false;  // what cancelled the waiting for the lock is raised when that is over
  const bool own_acquire = has_own_method(vm, own_lock, kAcquire);
  while (own_acquire) {
    Value acquiring = co_await vm.call_method(own_lock, kAcquire);
    Value iterator = co_await vm.get_awaitable(acquiring);
    Attempt acquired = co_await vm.attempt(vm.await_on(std::move(iterator)));
    if (acquired.ok()) break;
    raised_here = vm.matches(acquired.exception, state.cancelled_error);
    failure = std::move(acquired.exception);
    if (!raised_here) break;
  }
  while (!own_acquire && !lock->acquire_now()) {  // it is ours again, whatever happens
    if (waiting_loop<LockObject>(state, lock_behind(self)) == nullptr) {  // closed without a loop
      Value refused = vm.take_raised();
      if (failure) Vm::Internals::set_context(refused, failure);
      failure = std::move(refused);
      break;
    }
    const Ref<FutureBase> turn = lock->wait(*loop->core);
    tell_in_line(state, lock_behind(self), *turn);
    Attempt acquired;
    SIMUL_AWAIT_FUTURE(acquired, vm, state, turn);
    const asyncio::Waited how = how_waited(state, acquired);
    lock->waited(*turn, how);
    if (how == asyncio::Waited::kWoken) break;
    failure = std::move(acquired.exception);
    raised_here = how == asyncio::Waited::kCancelled;
    if (!raised_here) break;
  }
  if (!own_acquire && lock->locked()) tell_held(state, own_lock, asyncio::WaitKind::kLock);
  if (failure) {
    core->notify(1);  // it may have been for us: somebody else gets it
    if (state.counters.refusing()) co_return refused_while(state, std::move(failure));
    if (!raised_here) co_return raise_again(vm, std::move(failure));
    co_return vm.raise_exception(std::move(failure));
  }
  co_return Value::boolean(true);
}

SIMUL_RARE Native condition_wait_for(Vm& vm, OwnedArgs args) {
  for (;;) {
    Value result = co_await vm.call(args[1]);
    Value truth = co_await vm.truth(result);
    if (truth.is_true()) co_return result;
    Value wait;
    if (has_own_method(vm, args[0], kWait)) {
      Value waiting = co_await vm.call_method(args[0], kWait);
      wait = co_await vm.get_awaitable(waiting);
    } else {
      wait = vm.make_coroutine(condition_wait(vm, OwnedArgs({args[0]})), kWait, "Condition.wait");
    }
    co_await vm.await_on(std::move(wait));
  }
}

Answer condition_notify(Vm& vm, const CallArgs& args) {
  std::int64_t count = 1;
  if (args[1] && !vm.to_int64(args[1], count)) return vm.raise_type_error("an integer is required");
  if (!core_of<asyncio::Lock>(lock_behind(args[0])).locked())
    return vm.raise(vm.exceptions().RuntimeError, "cannot notify on un-acquired lock");
  core_of<asyncio::Condition>(args[0]).notify(count > 0 ? static_cast<std::size_t>(count) : 0);
  return AsyncioState::of(vm).unless_refused(Value::none());
}
Answer condition_notify_all(Vm& vm, const CallArgs& args) {
  auto& core = core_of<asyncio::Condition>(args[0]);
  if (has_own_method(vm, args[0], kNotify))
    return vm.call_method(
        args[0], kNotify, {vm.integer(static_cast<std::int64_t>(core.waiters()))});
  if (!core_of<asyncio::Lock>(lock_behind(args[0])).locked())
    return vm.raise(vm.exceptions().RuntimeError, "cannot notify on un-acquired lock");
  core.notify(core.waiters());
  return AsyncioState::of(vm).unless_refused(Value::none());
}
SIMUL_RARE Answer condition_repr(Vm& vm, const Value& self) {
  const bool locked = core_of<asyncio::Lock>(lock_behind(self)).locked();
  return object_repr(
      vm, self, locked ? "locked" : "unlocked", core_of<asyncio::Condition>(self).waiters());
}

// ---- Semaphore

Answer semaphore_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<LockObject>(cls);
  object->core = asyncio::make_counted<asyncio::Semaphore>(1);
  return Value::adopt(object);
}
SIMUL_RARE Answer semaphore_init(Vm& vm, const Value& self, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  const bool bounded = vm.is_kind_of(self, state.bounded_semaphore_type);
  std::vector<Value> slots;
  if (!bind_init(state, bounded ? "BoundedSemaphore" : "Semaphore", self, args, slots))
    return Raised{};
  const Value& slot = slots[1];
  std::int64_t value = 1;
  if (slot && !vm.to_int64(slot, value))
    return vm.raise_type_error(
        cat("'<' not supported between instances of '", vm.type_name(slot), "' and 'int'"));
  if (value < 0) return vm.raise_value_error("Semaphore initial value must be >= 0");
  auto* object = self.as<LockObject>();
  object->core = asyncio::make_counted<asyncio::Semaphore>(value);
  object->id = state.tell_made(asyncio::WaitKind::kSemaphore);
  object->initial = value;
  if (bounded) object->bound = value;
  return Value::none();
}
Answer semaphore_release(Vm& vm, const CallArgs& args) {
  auto& core = core_of<asyncio::Semaphore>(args[0]);
  const std::int64_t bound = args[0].as<LockObject>()->bound;
  if (bound >= 0 && core.value() >= bound)
    return vm.raise_value_error("BoundedSemaphore released too many times");
  tell_released(
      AsyncioState::of(vm), args[0], args[0].as<LockObject>()->initial - core.value() - 1);
  core.release();
  return AsyncioState::of(vm).unless_refused(Value::none());
}
Answer semaphore_locked(Vm&, const CallArgs& args) {
  return Value::boolean(core_of<asyncio::Semaphore>(args[0]).locked());
}
Native semaphore_exit(Vm& vm, OwnedArgs args) {
  if (has_own_method(vm, args[0], kRelease)) {
    co_await vm.call_method(args[0], kRelease);
    co_return Value::none();
  }
  co_return semaphore_release(vm, CallArgs(args.values.data(), 1));
}
SIMUL_RARE Answer semaphore_repr(Vm& vm, const Value& self) {
  const auto& core = core_of<asyncio::Semaphore>(self);
  return object_repr(
      vm, self, core.locked() ? "locked" : cat("unlocked, value:", core.value()), core.waiters());
}

Slots lock_slots(Answer (*create)(Vm&, Type*, const CallArgs&),
                 Answer (*init)(Vm&, const Value&, const CallArgs&),
                 Answer (*repr)(Vm&, const Value&)) {
  Slots slots;
  slots.destroy = destroy_as<LockObject>;
  slots.traverse = [](Object* self, Visitor& visitor) {
    visitor.visit(static_cast<LockObject*>(self)->lock);
    visitor.visit(static_cast<LockObject*>(self)->dict);
  };
  slots.clear = [](Object* self) {
    static_cast<LockObject*>(self)->lock.reset();
    static_cast<LockObject*>(self)->dict.reset();
  };
  slots.repr = repr;
  slots.create = create;
  slots.init = init;
  return slots;
}

}  // namespace

SIMUL_RARE void install_lock_types(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  constexpr std::uint32_t kAsync = kFoldedFrame | kMakesCoroutine;
  const auto make = [&](const char* name,
                        Type* base,
                        Slots slots,
                        asyncio::WaitKind kind,
                        std::vector<NativeDef> methods) {
    std::vector<GetterDef> getters = base == nullptr ? inside_getters(kind) : bound_getters();
    if (base == nullptr)
      for (const NativeDef& method : inside_methods(kind)) methods.push_back(method);
    getters.push_back(dict_getter());
    Type* type = vm.make_type({.name = name,
                               .module = "asyncio.locks",
                               .base = base,
                               .instance_size = sizeof(LockObject),
                               .flags = kSubclassable | kHasDict,
                               .slots = slots,
                               .methods = std::move(methods),
                               .getters = std::move(getters)});
    type->dict_offset = offset_of(&LockObject::dict);
    vm.set_module_attr(module, name, vm.type_value(type));
    return type;
  };
  state.lock_type = make("Lock",
                         nullptr,
                         lock_slots(lock_create, lock_init, lock_repr),
                         asyncio::WaitKind::kLock,
                         {{"acquire", acquire_native<asyncio::Lock, false>, 0, 0, kAsync},
                          {"release", lock_release, 0, 0, kFoldedFrame},
                          {"locked", lock_locked, 0, 0},
                          {"__aenter__", acquire_native<asyncio::Lock, true>, 0, 0, kAsync},
                          {"__aexit__", lock_exit, 3, 3, kAsync}});
  state.event_type = make("Event",
                          nullptr,
                          lock_slots(event_create, event_init, event_repr),
                          asyncio::WaitKind::kEvent,
                          {{"set", event_set, 0, 0},
                           {"clear", event_clear, 0, 0},
                           {"is_set", event_is_set, 0, 0},
                           {"wait", event_wait, 0, 0, kAsync}});
  state.condition_type = make("Condition",
                              nullptr,
                              lock_slots(condition_create, condition_init, condition_repr),
                              asyncio::WaitKind::kCondition,
                              {{"acquire", acquire_native<asyncio::Lock, false>, 0, 0, kAsync},
                               {"release", lock_release, 0, 0, kFoldedFrame},
                               {"locked", lock_locked, 0, 0},
                               {"__aenter__", acquire_native<asyncio::Lock, true>, 0, 0, kAsync},
                               {"__aexit__", lock_exit, 3, 3, kAsync},
                               {"wait", condition_wait, 0, 0, kAsync},
                               {"wait_for", condition_wait_for, 1, 1, kAsync},
                               {"notify", condition_notify, 0, 1, kFoldedFrame},
                               {"notify_all", condition_notify_all, 0, 0, kFoldedFrame}});
  Type* semaphore = make("Semaphore",
                         nullptr,
                         lock_slots(semaphore_create, semaphore_init, semaphore_repr),
                         asyncio::WaitKind::kSemaphore,
                         {{"acquire", acquire_native<asyncio::Semaphore, false>, 0, 0, kAsync},
                          {"release", semaphore_release, 0, 0, kFoldedFrame},
                          {"locked", semaphore_locked, 0, 0},
                          {"__aenter__", acquire_native<asyncio::Semaphore, true>, 0, 0, kAsync},
                          {"__aexit__", semaphore_exit, 3, 3, kAsync}});
  state.bounded_semaphore_type = make("BoundedSemaphore",
                                      semaphore,
                                      lock_slots(semaphore_create, semaphore_init, semaphore_repr),
                                      asyncio::WaitKind::kSemaphore,
                                      {});
}

bool has_own_method(Vm& vm, const Value& self, std::string_view method) {
  Type* const type = self.object()->type;
  const DictObject* const dict = vm.instance_dict(self, false);
  if (dict != nullptr && dict->table.get(vm.name(method)) != nullptr) return true;
  if (!type->has(kUserClass)) return false;
  Type* usual = type;
  while (usual->has(kUserClass)) usual = usual->base;
  const Value* const found = vm.lookup(type, vm.name(method));
  const Value* const original = vm.lookup(usual, vm.name(method));
  return found != nullptr && (original == nullptr || !found->is(*original));
}

bool waits_in(const AsyncioState& state,
              const LockObject& lock,
              const asyncio::FutureBase& future) {
  if (!lock.core) return false;
  const asyncio::Counted& core = *lock.core;
  switch (future.wait_kind()) {
    case asyncio::WaitKind::kLock:
      return lock.type->is_subtype_of(state.lock_type) &&
             static_cast<const asyncio::Lock&>(core).has(future);
    case asyncio::WaitKind::kCondition:
      return lock.lock && static_cast<const asyncio::Condition&>(core).has(future);
    case asyncio::WaitKind::kEvent:
      return lock.type->name == "Event" && static_cast<const asyncio::EventFlag&>(core).has(future);
    case asyncio::WaitKind::kSemaphore:
      return (lock.type->name == "Semaphore" ||
              lock.type->is_subtype_of(state.bounded_semaphore_type)) &&
             static_cast<const asyncio::Semaphore&>(core).has(future);
    default: return false;
  }
}

}  // namespace simul::vm

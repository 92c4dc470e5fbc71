// The _thread module: locks, threads and what they have of their own. Mirrors
// Modules/_threadmodule.c. Library modules in Python (threading, queue, concurrent.futures) stand
// on this.
//
// A lock that is released while somebody waits for it is handed over to who waited longest: it
// never becomes free in between. With a seed it does, as in CPython: whoever comes first takes it,
// and who was woken for it may have to wait again.
#include <cmath>

#include "vm/asyncio_state.hpp"
#include "vm/blocking.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"
#include "vm/internals.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {

namespace {

constexpr double kTimeoutMax = 9223372036.0;

struct LockObject : Object {
  bool locked = false;
  std::deque<std::shared_ptr<Thread>> waiters;
  // Of an RLock.
  std::shared_ptr<Thread> owner;
  std::int64_t count = 0;
};

struct ThreadHandle : Object {
  std::shared_ptr<Thread> thread;  // null: not started
  bool set_done = false;
};

struct LocalObject : Container {
  Value dict;               // of the thread that looked last
  std::vector<Value> args;  // of the constructor, for each thread's own __init__
  Value names;
  std::uint32_t count = 0;
};

struct ThreadTypes {
  Type* lock = nullptr;
  Type* rlock = nullptr;
  Type* handle = nullptr;
  Type* local = nullptr;
};

Threads& threads(Vm& vm) {
  return *AsyncioState::of(vm).threads;
}

// ---- locks

struct Patience {
  bool blocking = true;
  std::int64_t due_ns = kNever;
};

// blocking=True, timeout=-1
bool parse_patience(Vm& vm, const CallArgs& args, Patience& patience) {
  static constexpr Parameters kParameters{"acquire", {"blocking", "timeout"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return false;
  if (slots[0]) {
    std::int64_t number = 0;
    patience.blocking = slots[0].is_true() || (vm.to_int64(slots[0], number) && number != 0);
  }
  double seconds = -1;
  if (slots[1] && !plain_seconds(vm, slots[1], seconds)) {
    vm.raise_type_error(
        cat("'", vm.type_name(slots[1]), "' object cannot be interpreted as an integer"));
    return false;
  }
  if (std::isnan(seconds)) {
    vm.raise_value_error("Invalid value NaN (not a number)");
    return false;
  }
  if (!patience.blocking && seconds != -1) {
    vm.raise_value_error("can't specify a timeout for a non-blocking call");
    return false;
  }
  if (seconds < 0 && seconds != -1) {
    vm.raise_value_error("timeout value must be a non-negative number");
    return false;
  }
  if (seconds > kTimeoutMax) {
    static_cast<void>(vm.raise(vm.exceptions().OverflowError, "timeout value is too large"));
    return false;
  }
  if (seconds != -1) {
    vm.flush_charge();
    patience.due_ns = threads(vm).deadline(seconds);
  }
  return true;
}

// A place in a line of threads, left however the wait ends: also when its fiber is thrown away.
class Place {
 public:
  Place(std::deque<std::shared_ptr<Thread>>& line, std::shared_ptr<Thread> who)
      : line_(line), who_(std::move(who)) {
    line_.push_back(who_);
  }
  ~Place() { std::erase(line_, who_); }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;

 private:
  std::deque<std::shared_ptr<Thread>>& line_;
  std::shared_ptr<Thread> who_;
};

Native wait_for_lock(Vm& vm, Value self, std::int64_t due_ns) {
  auto* lock = self.as<LockObject>();
  const std::shared_ptr<Thread> me = threads(vm).current();
  const Place place(lock->waiters, me);
  AsyncioState& state = AsyncioState::of(vm);
  vm.flush_charge();
  const Blocking blocking =
      begin_blocking(state, "waiting for a lock", due_ns == kNever ? 0 : due_ns);
  co_await vm.block_until(due_ns);
  // Without a seed release() has handed it over.
  while (me->woken && threads(vm).switching().on()) {
    if (!lock->locked) {
      lock->locked = true;
      lock->owner = me;
      lock->count = 1;
      break;
    }
    co_await vm.block_until(due_ns);
  }
  end_blocking(state, blocking);
  co_return Value::boolean(me->woken);
}

Answer lock_acquire(Vm& vm, const CallArgs& args) {
  Patience patience;
  if (!parse_patience(vm, args, patience)) return Raised{};
  auto* lock = args[0].as<LockObject>();
  if (!lock->locked) {
    lock->locked = true;
    return Value::boolean(true);
  }
  if (!patience.blocking) return Value::boolean(false);
  return wait_for_lock(vm, args[0], patience.due_ns);
}

// The lock goes to who waited longest, or becomes free.
void pass_on(Vm& vm, LockObject* lock) {
  Switching& switching = threads(vm).switching();
  if (lock->waiters.empty() || switching.on()) {
    lock->locked = false;
    lock->owner.reset();
    lock->count = 0;
    if (!lock->waiters.empty())
      threads(vm).wake(lock->waiters[switching.among(lock->waiters.size())]);
    return;
  }
  const std::shared_ptr<Thread> next = std::move(lock->waiters.front());
  lock->waiters.pop_front();
  lock->owner = next;
  lock->count = 1;
  threads(vm).wake(next);
}

Answer lock_release(Vm& vm, const CallArgs& args) {
  auto* lock = args[0].as<LockObject>();
  if (!lock->locked) return vm.raise(vm.exceptions().RuntimeError, "release unlocked lock");
  pass_on(vm, lock);
  return Value::none();
}

Answer lock_locked(Vm&, const CallArgs& args) {
  return Value::boolean(args[0].as<LockObject>()->locked);
}

Answer lock_enter(Vm& vm, const CallArgs& args) {
  return lock_acquire(vm, CallArgs(args.values, 1));
}
Answer lock_exit(Vm& vm, const CallArgs& args) {
  Answer released = lock_release(vm, CallArgs(args.values, 1));
  if (released.raised()) return released;
  return Value::none();
}

Answer lock_repr(Vm& vm, const Value& self) {
  return vm.str(cat("<",
                    self.as<LockObject>()->locked ? "locked" : "unlocked",
                    " _thread.lock object at ",
                    quoted_address(self.object()),
                    ">"));
}

Answer lock_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.total() > 0) return vm.raise_type_error("lock() takes no arguments");
  return Value::adopt(vm.instantiate<LockObject>(cls));
}

// ---- RLock

Answer rlock_acquire(Vm& vm, const CallArgs& args) {
  Patience patience;
  if (!parse_patience(vm, args, patience)) return Raised{};
  auto* lock = args[0].as<LockObject>();
  const std::shared_ptr<Thread>& me = threads(vm).current();
  if (lock->locked && lock->owner == me) {
    ++lock->count;
    return Value::boolean(true);
  }
  if (!lock->locked) {
    lock->locked = true;
    lock->owner = me;
    lock->count = 1;
    return Value::boolean(true);
  }
  if (!patience.blocking) return Value::boolean(false);
  return wait_for_lock(vm, args[0], patience.due_ns);
}

Answer rlock_release(Vm& vm, const CallArgs& args) {
  auto* lock = args[0].as<LockObject>();
  if (!lock->locked || lock->owner != threads(vm).current())
    return vm.raise(vm.exceptions().RuntimeError, "cannot release un-acquired lock");
  if (--lock->count == 0) pass_on(vm, lock);
  return Value::none();
}

Answer rlock_enter(Vm& vm, const CallArgs& args) {
  return rlock_acquire(vm, CallArgs(args.values, 1));
}
Answer rlock_exit(Vm& vm, const CallArgs& args) {
  return rlock_release(vm, CallArgs(args.values, 1));
}

Answer rlock_is_owned(Vm& vm, const CallArgs& args) {
  const auto* lock = args[0].as<LockObject>();
  return Value::boolean(lock->locked && lock->owner == threads(vm).current());
}
Answer rlock_recursion_count(Vm& vm, const CallArgs& args) {
  const auto* lock = args[0].as<LockObject>();
  return vm.integer(lock->locked && lock->owner == threads(vm).current() ? lock->count : 0);
}

// For Condition: lets go of all levels at once, and takes them back.
Answer rlock_release_save(Vm& vm, const CallArgs& args) {
  auto* lock = args[0].as<LockObject>();
  if (!lock->locked)
    return vm.raise(vm.exceptions().RuntimeError, "cannot release un-acquired lock");
  Value state = vm.integer(lock->count);
  pass_on(vm, lock);
  return state;
}
Native rlock_acquire_restore(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  std::int64_t count = 1;
  static_cast<void>(vm.to_int64(args[1], count));
  co_await rlock_acquire(vm, CallArgs(&self, 1));
  self.as<LockObject>()->count = count;
  co_return Value::none();
}

Answer rlock_repr(Vm& vm, const Value& self) {
  const auto* lock = self.as<LockObject>();
  return vm.str(cat("<",
                    lock->locked ? "locked" : "unlocked",
                    " ",
                    vm.type_name(self),
                    " object owner=",
                    lock->locked && lock->owner ? lock->owner->ident : 0,
                    " count=",
                    lock->locked ? lock->count : 0,
                    " at ",
                    quoted_address(self.object()),
                    ">"));
}

Answer rlock_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<LockObject>(cls));
}

// ---- threads

Answer get_ident(Vm& vm, const CallArgs&) {
  return vm.integer(threads(vm).current()->ident);
}

Answer main_thread_ident(Vm& vm, const CallArgs&) {
  return vm.integer(threads(vm).main()->ident);
}

Answer thread_count(Vm& vm, const CallArgs&) {
  return vm.integer(static_cast<std::int64_t>(threads(vm).alive().size()) - 1);
}

Answer start_joinable_thread(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "start_joinable_thread", {"function", "handle", "daemon"}, 1, 1};
  Value slots[3];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  Value handle = std::move(slots[1]);
  if (!handle || handle.is_none()) return vm.raise_type_error("a thread handle is needed");
  auto* object = handle.as<ThreadHandle>();
  if (object->thread) return vm.raise(vm.exceptions().RuntimeError, "thread already started");
  object->thread = threads(vm).start(std::move(slots[0]), {}, {});
  return handle;
}

// start_new_thread(function, args[, kwargs]): the ident.
Native start_new_thread(Vm& vm, OwnedArgs args) {
  if (vm.type_of(args[0])->slots.call == nullptr)
    co_return vm.raise_type_error("first arg must be callable");
  if (!vm.is_kind_of(args[1], vm.types().tuple))
    co_return vm.raise_type_error("2nd arg must be a tuple");
  const auto* positional = args[1].as<TupleObject>();
  std::vector<Value> values(positional->items(), positional->items() + positional->size);
  co_return vm.integer(threads(vm).start(args[0], std::move(values), {})->ident);
}

Answer thread_exit(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().SystemExit);
}

Answer handle_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<ThreadHandle>(cls));
}
Answer handle_ident(Vm& vm, const Value& self) {
  const auto* handle = self.as<ThreadHandle>();
  return handle->thread ? vm.integer(handle->thread->ident) : vm.integer(0);
}
bool handle_done(const ThreadHandle* handle) {
  return handle->set_done || (handle->thread && handle->thread->done);
}
Answer handle_is_done(Vm&, const CallArgs& args) {
  return Value::boolean(handle_done(args[0].as<ThreadHandle>()));
}
Answer handle_set_done(Vm&, const CallArgs& args) {
  args[0].as<ThreadHandle>()->set_done = true;
  return Value::none();
}
Answer handle_set_name(Vm& vm, const CallArgs& args) {
  auto* handle = args[0].as<ThreadHandle>();
  if (handle->thread && vm.is_str(args[1])) handle->thread->name = vm.text(args[1]);
  return Value::none();
}
// The handle of the thread that runs, whoever started it.
Answer handle_adopt(Vm& vm, const CallArgs& args) {
  args[0].as<ThreadHandle>()->thread = threads(vm).current();
  return Value::none();
}

Native handle_join(Vm& vm, OwnedArgs args) {
  auto* handle = args[0].as<ThreadHandle>();
  std::int64_t due_ns = kNever;
  if (args.size() > 1 && !args[1].is_none()) {
    double seconds = -1;
    if (!plain_seconds(vm, args[1], seconds))
      co_return vm.raise_type_error(
          cat("'", vm.type_name(args[1]), "' object cannot be interpreted as an integer"));
    vm.flush_charge();
    if (seconds >= 0) due_ns = threads(vm).deadline(seconds);
  }
  if (handle_done(handle)) co_return Value::none();
  if (!handle->thread) co_return vm.raise(vm.exceptions().RuntimeError, "thread not started");
  const std::shared_ptr<Thread> me = threads(vm).current();
  const std::shared_ptr<Thread> other = handle->thread;
  if (me == other) co_return vm.raise(vm.exceptions().RuntimeError, "Cannot join current thread");
  const Place place(other->joiners, me);
  AsyncioState& state = AsyncioState::of(vm);
  const std::string what = "joining " + other->name;
  const Blocking blocking = begin_blocking(state, what, due_ns == kNever ? 0 : due_ns);
  co_await vm.block_until(due_ns);
  end_blocking(state, blocking);
  co_return Value::none();
}

Answer handle_repr(Vm& vm, const Value& self) {
  const auto* handle = self.as<ThreadHandle>();
  return vm.str(cat(
      "<_thread._ThreadHandle object: ident=", handle->thread ? handle->thread->ident : 0, ">"));
}

// ---- local

// The dict of the thread that runs. A thread that comes here first gets its own, and then
// __init__ is called as it was when the object was made.
Native local_first_use(Vm& vm, Value self, Value then_name, Value value, bool set) {
  auto* local = self.as<LocalObject>();
  const Value* init = vm.lookup(vm.type_of(self), Vm::Internals::names_of(vm).__init__);
  if (init != nullptr && !local->args.empty()) {
    OwnedArgs args;
    args.values = local->args;
    args.values.insert(args.values.begin(), self);
    args.count = local->count + 1;
    args.names = local->names;
    const Value function = *init;
    co_await vm.call(function, args);
  } else if (init != nullptr && vm.type_of(self)->has(kUserClass)) {
    const Value function = *init;
    co_await vm.call(function, CallArgs(&self, 1));
  }
  StrObject* name = then_name.as<StrObject>();
  if (set) co_return co_await vm.set_attr(self, name, value);
  co_return co_await vm.get_attr(self, name);
}

// False: this thread has no dict here yet.
bool load_local(Vm& vm, const Value& self) {
  Value* slot = vm.dict_slot(self.object());
  Thread& me = *threads(vm).current();
  Value& mine = me.locals[self.object()];
  const bool known = static_cast<bool>(mine);
  if (!known) mine = vm.dict();
  if (slot != nullptr && !slot->is(mine)) *slot = mine;
  return known;
}

Answer local_get_attr(Vm& vm, const Value& self, StrObject* name) {
  if (!load_local(vm, self)) return local_first_use(vm, self, Value::share(name), {}, false);
  Answer found = generic_get_attr(vm, self, name);
  // The type's whole name, as for what C makes from a spec.
  if (found.raised() && !vm.type_of(self)->has(kUserClass) &&
      vm.matches(vm.raised_exception(), vm.exceptions().AttributeError)) {
    static_cast<void>(vm.take_raised());
    return vm.raise(vm.exceptions().AttributeError,
                    cat("'_thread._local' object has no attribute '", name->text(), "'"));
  }
  return found;
}
Answer local_set_attr(Vm& vm, const Value& self, StrObject* name, const Value& value) {
  if (name->text() == "__dict__")
    return vm.raise(vm.exceptions().AttributeError,
                    cat("'", vm.type_name(self), "' object attribute '__dict__' is read-only"));
  if (!load_local(vm, self)) return local_first_use(vm, self, Value::share(name), value, true);
  return generic_set_attr(vm, self, name, value);
}

Answer local_create(Vm& vm, Type* cls, const CallArgs& args) {
  const Value* init = vm.lookup(cls, Vm::Internals::names_of(vm).__init__);
  const bool own_init = init != nullptr && !vm.is_exactly(*init, vm.types().slot_wrapper);
  if (args.total() > 0 && !own_init)
    return vm.raise_type_error("Initialization arguments are not supported");
  auto* local = vm.instantiate<LocalObject>(cls);
  local->args.assign(args.values, args.values + args.total());
  local->count = args.count;
  if (args.names != nullptr) local->names = Value::share(args.names);
  Value self = Value::adopt(local);
  // type() calls __init__ for the thread that makes it.
  threads(vm).current()->locals[local] = vm.dict();
  static_cast<void>(load_local(vm, self));
  return self;
}
Answer local_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}

void local_destroy(Object* object) {
  auto* local = static_cast<LocalObject*>(object);
  Vm& vm = *object->type->vm;
  if (vm.extension(ExtensionId::kAsyncio) != nullptr) {
    std::vector<Value> dying;  // an entry that dies may look at this map
    for (const std::shared_ptr<Thread>& thread : threads(vm).alive()) {
      auto found = thread->locals.find(object);
      if (found == thread->locals.end()) continue;
      dying.push_back(std::move(found->second));
      thread->locals.erase(found);
    }
  }
  local->~LocalObject();
}
void local_traverse(Object* object, Visitor& visitor) {
  auto* local = static_cast<LocalObject*>(object);
  for (Value& each : local->args) visitor.visit(each);
  visitor.visit(local->names);
  visitor.visit(local->dict);
}
void local_clear(Object* object) {
  static_cast<LocalObject*>(object)->args.clear();
  static_cast<LocalObject*>(object)->dict.reset();
}

// ---- reports

// (headline, exception): both on stderr.
Answer report(Vm& vm, const CallArgs& args) {
  vm.write(2, cat(vm.text(args[0]), "\n", vm.format_exception(args[1])));
  return Value::none();
}

void init_thread(Vm& vm, const Value& module) {
  ThreadTypes types;
  const std::vector<NativeDef> lock_methods = {{"acquire", lock_acquire, 0, 2, kKeywords},
                                               {"acquire_lock", lock_acquire, 0, 2, kKeywords},
                                               {"release", lock_release, 0, 0},
                                               {"release_lock", lock_release, 0, 0},
                                               {"locked", lock_locked, 0, 0},
                                               {"locked_lock", lock_locked, 0, 0},
                                               {"__enter__", lock_enter, 0, 0},
                                               {"__exit__", lock_exit, 0, 3}};
  types.lock = vm.make_type(
      {.name = "lock",
       .module = "_thread",
       .instance_size = sizeof(LockObject),
       .slots = {.destroy = destroy_as<LockObject>, .repr = lock_repr, .create = lock_create},
       .methods = lock_methods});
  types.rlock = vm.make_type(
      {.name = "RLock",
       .module = "_thread",
       .instance_size = sizeof(LockObject),
       .flags = kSubclassable,
       .slots = {.destroy = destroy_as<LockObject>, .repr = rlock_repr, .create = rlock_create},
       .methods = {{"acquire", rlock_acquire, 0, 2, kKeywords},
                   {"release", rlock_release, 0, 0},
                   {"__enter__", rlock_enter, 0, 0},
                   {"__exit__", rlock_exit, 0, 3},
                   {"_is_owned", rlock_is_owned, 0, 0},
                   {"_recursion_count", rlock_recursion_count, 0, 0},
                   {"_release_save", rlock_release_save, 0, 0},
                   {"_acquire_restore", rlock_acquire_restore, 1, 1}}});
  types.handle = vm.make_type(
      {.name = "_ThreadHandle",
       .module = "_thread",
       .instance_size = sizeof(ThreadHandle),
       .slots = {.destroy = destroy_as<ThreadHandle>, .repr = handle_repr, .create = handle_create},
       .methods = {{"join", handle_join, 0, 1},
                   {"is_done", handle_is_done, 0, 0},
                   {"_set_done", handle_set_done, 0, 0},
                   {"_set_name", handle_set_name, 1, 1},
                   {"_adopt", handle_adopt, 0, 0}},
       .getters = {{"ident", handle_ident}}});
  types.local = vm.make_type({.name = "_local",
                              .module = "_thread",
                              .instance_size = sizeof(LocalObject),
                              .flags = kSubclassable | kHasDict,
                              .slots = {.destroy = local_destroy,
                                        .traverse = local_traverse,
                                        .clear = local_clear,
                                        .get_attr = local_get_attr,
                                        .set_attr = local_set_attr,
                                        .create = local_create,
                                        .init = local_init},
                              .getters = {dict_getter()}});
  types.local->dict_offset = offset_of(&LocalObject::dict);
  vm.set_module_attr(module, "lock", vm.type_value(types.lock));
  vm.set_module_attr(module, "LockType", vm.type_value(types.lock));
  vm.set_module_attr(module, "RLock", vm.type_value(types.rlock));
  vm.set_module_attr(module, "_ThreadHandle", vm.type_value(types.handle));
  vm.set_module_attr(module, "_local", vm.type_value(types.local));
  vm.set_module_attr(module, "allocate_lock", vm.type_value(types.lock));
  vm.set_module_attr(module, "error", vm.type_value(vm.exceptions().RuntimeError));
  vm.set_module_attr(module, "TIMEOUT_MAX", vm.real(kTimeoutMax));
  vm.add_functions(module,
                   {{"get_ident", get_ident, 0, 0},
                    {"get_native_id", get_ident, 0, 0},
                    {"_get_main_thread_ident", main_thread_ident, 0, 0},
                    {"_count", thread_count, 0, 0},
                    {"start_joinable_thread", start_joinable_thread, 1, -1, kKeywords},
                    {"start_new_thread", start_new_thread, 2, 3},
                    {"start_new", start_new_thread, 2, 3},
                    {"exit", thread_exit, 0, 0},
                    {"exit_thread", thread_exit, 0, 0},
                    {"_report", report, 2, 2}});
}

}  // namespace

void register_thread_module(Vm& vm) {
  vm.register_module("_thread", init_thread);
}

}  // namespace simul::vm

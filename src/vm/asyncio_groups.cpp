// asyncio.TaskGroup and as_completed(), as Python sees them. Mirrors Lib/asyncio/taskgroups.py and
// as_completed() of Lib/asyncio/tasks.py.
#include <deque>

#include "asyncio/locks.hpp"
#include "asyncio/taskgroups.hpp"
#include "asyncio/timeouts.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

// ---- TaskGroup

struct GroupObject : Container {
  Ref<asyncio::TaskGroup> core;
  Value program;  // what it goes on as, once it has met a task with methods anew; empty: the core
};

asyncio::TaskGroup& group_of(const Value& self) {
  return *self.as<GroupObject>()->core;
}

SIMUL_RARE std::string group_text(const asyncio::TaskGroup& group) {
  std::string text = "<TaskGroup";
  if (group.tasks() > 0) text += cat(" tasks=", group.tasks());
  if (group.errors() > 0) text += cat(" errors=", group.errors());
  if (group.aborting())
    text += " cancelling";
  else if (group.entered())
    text += " entered";
  return text + ">";
}

Answer group_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<GroupObject>(cls);
  object->core = asyncio::make_counted<asyncio::TaskGroup>();
  return Value::adopt(object);
}
Answer group_init(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  if (!bind_init(AsyncioState::of(vm), "TaskGroup", self, args, slots)) return Raised{};
  return Value::none();
}
SIMUL_RARE Answer group_repr(Vm& vm, const Value& self) {
  if (const Value& program = self.as<GroupObject>()->program) return vm.repr(program);
  return vm.str(group_text(group_of(self)));
}

Raised group_error(Vm& vm, const asyncio::TaskGroup& group, const char* why) {
  return vm.raise(vm.exceptions().RuntimeError, cat("TaskGroup ", group_text(group), " ", why));
}

// From here on its methods are those of asyncio._derived.TaskGroup.
SIMUL_RARE Native go_on_by_program(Vm& vm, Value self, Value parent, std::vector<Value> tasks) {
  const Value list = vm.list(std::move(tasks));
  OwnedArgs given({parent, list});
  Value program = co_await by_program(vm, "TaskGroup", std::move(given));
  self.as<GroupObject>()->program = program;
  co_return program;
}

SIMUL_RARE Native group_enter(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return Raised{};
  if (const char* why = group_of(args[0]).enter(*loop->core))
    co_return group_error(vm, group_of(args[0]), why);
  const Value parent = state.view(*loop->core->current_task());
  if (is_strange(state, parent)) {
    static_cast<void>(group_of(args[0]).hand_over());
    co_await go_on_by_program(vm, args[0], parent, {});
  }
  co_return args[0];
}

Native group_create_task(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (const Value program = args[0].as<GroupObject>()->program) {
    const Value create = co_await vm.get_attr(program, vm.name("create_task"));
    const Value names = vm.tuple({vm.str("name"), vm.str("context")});
    const Value given[] = {
        args[1], args[2] ? args[2] : Value::none(), args[3] ? args[3] : Value::none()};
    Value task = co_await vm.call(create, CallArgs(given, 1, names.as<TupleObject>()));
    co_return task;
  }
  if (const char* why = group_of(args[0]).may_create()) {
    co_await vm.call_method(args[1], "close");
    co_return group_error(vm, group_of(args[0]), why);
  }
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return Raised{};
  const bool in_context = args[3] && !args[3].is_none();
  const auto within =
      in_context ? LibraryFrame::kGroupCreateTaskInContext : LibraryFrame::kGroupCreateTask;
  stand_at(vm, within);
  const Value name = args[2] ? args[2] : Value::none();
  Value task = co_await state.create_task(*loop, args[1], name, args[3], within);
  const asyncio::FutureBase* const made = state.future_of(task);
  // A task factory may give anything.
  if (made == nullptr || !made->is_task() || is_strange(state, task)) {
    const Value parent = state.view(*group_of(args[0]).parent());
    std::vector<Value> tasks;
    for (const Ref<asyncio::TaskBase>& each : group_of(args[0]).hand_over())
      tasks.push_back(state.view(*each));
    const Value program = co_await go_on_by_program(vm, args[0], parent, std::move(tasks));
    co_await call_method_with(vm, program, "_add", task);
    co_return task;
  }
  group_of(args[0]).add(static_cast<asyncio::TaskBase*>(state.future_of(task)));
  co_return task;
}

// Also where the coroutine is closed while it waits for the group's tasks.
class LetsGo {
 public:
  explicit LetsGo(Ref<asyncio::TaskGroup> group) : group_(std::move(group)) {}
  ~LetsGo() { group_->let_go(); }
  LetsGo(const LetsGo&) = delete;
  LetsGo& operator=(const LetsGo&) = delete;

 private:
  Ref<asyncio::TaskGroup> group_;
};

SIMUL_RARE Native group_exit(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (const Value program = args[0].as<GroupObject>()->program) {
    const Value leaving = co_await vm.call_method(
        program, vm.name("__aexit__"), CallArgs(args.values.data() + 1, args.size() - 1));
    for (std::size_t index = 1; index < args.size(); ++index) args.values[index] = Value::none();
    Value iterator = co_await vm.get_awaitable(leaving);
    Value left = co_await vm.await_on(std::move(iterator));
    co_return left;
  }
  const Ref<asyncio::TaskGroup> group(&group_of(args[0]));
  const LetsGo lets_go(group);
  asyncio::Exception error;
  if (!args[2].is_none()) error = state.wrap(args[2]);
  // Its frames let go of the exception, which would keep itself by them as it is raised again.
  for (std::size_t index = 1; index < args.size(); ++index) args.values[index] = Value::none();
  group->finish_begin(error);
  if (state.counters.refusing()) co_return state.unless_refused(Value());
  while (const Ref<FutureBase> waiter = group->pending()) {
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
    if (!woken.ok()) {
      if (!vm.matches(woken.exception, state.cancelled_error))
        co_return raise_again(vm, std::move(woken.exception));
      group->interrupted(state.wrap(woken.exception));
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
    }
    group->waited();
  }
  asyncio::TaskGroup::Verdict verdict = group->finish_end(error);
  if (verdict.raise) co_return vm.raise_exception(state.exception_value(verdict.raise));
  if (verdict.errors.empty()) co_return Value::none();
  std::vector<Value> errors;
  for (const asyncio::Exception& each : verdict.errors)
    errors.push_back(state.exception_value(each));
  Value kind = vm.type_value(vm.exceptions().BaseExceptionGroup);
  Value message = vm.str("unhandled errors in a TaskGroup");
  Value list = vm.list(std::move(errors));
  Value made = co_await call_with(vm, kind, message, list);
  made.as<ExceptionObject>()->suppress_context = true;
  co_return vm.raise_exception(std::move(made));
}

// ---- as_completed

struct CompletedObject;

// What the callbacks, the timer and the iterator share.
class Completed final : public asyncio::Counted {
 public:
  std::vector<Ref<FutureBase>> todo;
  std::deque<Ref<FutureBase>> done;  // null: timed out
  asyncio::Waiters getters;
  asyncio::TimerKey timer;
  std::size_t left = 0;
  CompletedObject* has_timer = nullptr;  // the iterator, while it and its timer's handle keep it

  [[nodiscard]] std::vector<FutureBase*> known() const {
    std::vector<FutureBase*> found;
    for (const Ref<FutureBase>& each : todo) found.push_back(each.get());
    for (const Ref<FutureBase>& each : done)
      if (each) found.push_back(each.get());
    if (!getters.empty()) found.push_back(&getters.front());
    return found;
  }
  void put(Ref<FutureBase> future) {
    done.push_back(std::move(future));
    getters.wake_next_and_forget();
  }
  void cancel_timer(asyncio::EventLoop& loop);
};

struct CompletedObject : Container {
  Ref<Completed> core;
  // Itself, by the handle of its timer: a circle that only cancel() opens, or a collection.
  Value handle;
  ~CompletedObject() {
    if (core && core->has_timer == this) core->has_timer = nullptr;
  }
};

void Completed::cancel_timer(asyncio::EventLoop& loop) {
  loop.cancel_timer(timer);
  if (has_timer == nullptr) return;
  const Value maybe_last = std::exchange(std::exchange(has_timer, nullptr)->handle, {});
}

// What lies in the loop's heap: the iterator's own method.
class CompletedTimer final : public asyncio::Counted {
 public:
  explicit CompletedTimer(CompletedObject* iterator) : iterator_(Value::share(iterator)) {}
  [[nodiscard]] Completed& completed() const { return *iterator_.as<CompletedObject>()->core; }

 private:
  Value iterator_;
};

class CompletedOne final : public asyncio::DoneCallback {
 public:
  explicit CompletedOne(Completed& completed) : completed_(&completed) {}
  asyncio::Ran run(asyncio::EventLoop& loop, FutureBase& future, bool) override {
    Completed& completed = *completed_;
    if (completed.todo.empty()) return asyncio::Ran::kDone;  // the timeout was first
    std::erase_if(completed.todo,
                  [&](const Ref<FutureBase>& each) { return each.get() == &future; });
    completed.put(&future);
    if (completed.todo.empty()) completed.cancel_timer(loop);
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override {
    return "_AsCompletedIterator._handle_completion";
  }
  // Is this callback one for `completed`?
  static bool is_of(asyncio::DoneCallback& callback, void* completed) {
    return callback.name() == "_AsCompletedIterator._handle_completion" &&
           static_cast<CompletedOne&>(callback).completed_.get() == completed;
  }
  [[nodiscard]] std::vector<FutureBase*> knows() const override { return completed_->known(); }
  [[nodiscard]] FutureBase* completes() const override {
    return completed_->getters.empty() ? nullptr : &completed_->getters.front();
  }

 private:
  Ref<Completed> completed_;
};

asyncio::Ran completed_timeout(asyncio::EventLoop&, asyncio::Counted& self, bool) {
  Completed& completed = static_cast<CompletedTimer&>(self).completed();
  const std::vector<Ref<FutureBase>> todo = std::exchange(completed.todo, {});
  for (const Ref<FutureBase>& future : todo) {
    future->remove_done_callbacks(CompletedOne::is_of, &completed);
    completed.put(nullptr);
  }
  return asyncio::Ran::kDone;
}

SIMUL_RARE Native wait_for_one(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Ref<Completed> completed = args[0].as<CompletedObject>()->core;
  const bool resolve = args[1].is_true();
  while (completed->done.empty()) {
    LoopObject* loop = state.require_running();
    if (loop == nullptr) co_return Raised{};
    const Ref<FutureBase> getter =
        completed->getters.add(*loop->core, asyncio::WaitKind::kQueueGet);
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, getter);
    if (!woken.ok()) {
      getter->cancel();
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
      completed->getters.remove(*getter);
      if (!completed->done.empty() && !getter->cancelled())
        completed->getters.wake_next_and_forget();
      co_return raise_again(vm, std::move(woken.exception));
    }
  }
  const Ref<FutureBase> future = std::move(completed->done.front());
  completed->done.pop_front();
  if (!future) co_return vm.raise(vm.exceptions().TimeoutError);
  if (!resolve) co_return state.view(*future);
  Answer result = state.result_of(*future);
  if (result.raised() && vm.has_raised()) {  // its frame has the future, which has the error
    const Value held = state.view(*future);
    Vm::Internals::add_folded(vm, &held, 1);
  }
  co_return result;
}

Answer completed_self(Vm&, const Value& self) {
  return self;
}

Answer completed_step(Vm& vm, const Value& self, bool resolve) {
  Completed& completed = *self.as<CompletedObject>()->core;
  --completed.left;
  Value made = vm.make_coroutine(wait_for_one(vm, OwnedArgs({self, Value::boolean(resolve)})),
                                 "_wait_for_one",
                                 "_AsCompletedIterator._wait_for_one");
  static_cast<NativeFrame*>(made.as<GeneratorObject>()->body)->folded = true;
  return made;
}
Answer completed_next(Vm& vm, const Value& self) {
  if (self.as<CompletedObject>()->core->left == 0) return Answer::stop();
  return completed_step(vm, self, true);
}
Answer completed_anext(Vm& vm, const Value& self) {
  if (self.as<CompletedObject>()->core->left == 0)
    return vm.raise(vm.exceptions().StopAsyncIteration);
  return completed_step(vm, self, false);
}

SIMUL_RARE Native as_completed(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const std::vector<Value>& slots = args.values;
  if (vm.type_of(slots[0])->slots.await != nullptr)
    co_return vm.raise_type_error(
        cat("expects an iterable of awaitables, not ", bare_name(vm, slots[0])));
  Value listed = co_await vm.to_list(slots[0]);
  LoopObject* loop = state.current_or_set();
  if (loop == nullptr) co_return Raised{};
  auto completed = asyncio::make_counted<Completed>();
  std::vector<Value> seen;
  std::vector<Value> futures;
  bool strange = false;
  for (const Value& item : std::vector<Value>(listed.as<ListObject>()->items)) {
    co_await vm.hash(item);
    bool again = false;
    for (const Value& each : seen) again = again || each.is(item);
    if (again) continue;
    seen.push_back(item);
    Value future = co_await state.ensure_future(item, loop);
    strange = strange || is_strange(state, future);
    if (FutureBase* core = state.future_of(future); core != nullptr && !future.is(item))
      state.keep_with_failure(*core, future);
    futures.push_back(future);
  }
  if (strange) {
    const Value list = vm.list(std::move(futures));
    const Value timeout = slots[1] ? slots[1] : Value::none();
    OwnedArgs given({list, timeout, Value::share(loop)});
    Value iterator = co_await by_program(vm, "_AsCompletedIterator", std::move(given));
    co_return iterator;
  }
  for (const Value& future : futures) completed->todo.emplace_back(state.future_of(future));
  completed->left = completed->todo.size();
  for (const Ref<FutureBase>& future : completed->todo) {
    const auto callback = asyncio::make_counted<CompletedOne>(*completed);
    future->add_done_callback(callback);
  }
  auto* object = vm.instantiate<CompletedObject>(state.as_completed_type);
  object->core = completed;
  double timeout_s = 0;
  if (slots[1] && plain_seconds(vm, slots[1], timeout_s) && !completed->todo.empty()) {
    const auto timer = asyncio::make_counted<CompletedTimer>(object);
    completed->timer =
        loop->core->add_timer(loop->core->time() + timeout_s, completed_timeout, *timer, 0);
    completed->has_timer = object;
    object->handle = Value::share(object);
  }
  co_return Value::adopt(object);
}

}  // namespace

std::vector<FutureBase*> known_to(const Container& object) {
  if (object.type->slots.destroy == destroy_as<GroupObject>)
    return static_cast<const GroupObject&>(object).core->known();
  if (object.type->slots.destroy == destroy_as<CompletedObject>)
    return static_cast<const CompletedObject&>(object).core->known();
  if (FutureBase* task = task_of_timeout(object)) return {task};
  return {};
}

std::vector<FutureBase*> known_to_timer(asyncio::RunFn run, asyncio::Counted& self) {
  if (run == completed_timeout) return static_cast<CompletedTimer&>(self).completed().known();
  if (run == release_waiter) return {static_cast<FutureBase*>(&self)};
  if (FutureBase* task = asyncio::Timeout::task_of(run, self)) return {task};
  return {};
}

namespace {

// ---- what a TaskGroup keeps under names with an underscore

SIMUL_RARE Native set_of(Vm& vm, std::vector<Value> members) {
  const Value listed = vm.list(std::move(members));
  Value made = co_await vm.call(vm.type_value(vm.types().set), CallArgs(&listed, 1));
  co_return std::move(made);
}
SIMUL_RARE Answer group_tasks(Vm& vm, const Value& self) {
  if (const Value& program = self.as<GroupObject>()->program)
    return vm.get_attr(program, vm.name("_tasks"));
  std::vector<Value> tasks;
  for (const Ref<asyncio::TaskBase>& each : group_of(self).children())
    tasks.push_back(AsyncioState::of(vm).view(*each));
  return set_of(vm, std::move(tasks));
}
SIMUL_RARE Answer group_errors(Vm& vm, const Value& self) {
  if (const Value& program = self.as<GroupObject>()->program)
    return vm.get_attr(program, vm.name("_errors"));
  std::vector<Value> errors;
  for (const asyncio::Exception& each : group_of(self).failures())
    errors.push_back(AsyncioState::of(vm).exception_value(each));
  return vm.list(std::move(errors));
}
SIMUL_RARE Answer group_parent(Vm& vm, const Value& self) {
  asyncio::TaskBase* parent = group_of(self).parent();
  return parent != nullptr ? AsyncioState::of(vm).view(*parent) : Value::none();
}
template <bool (asyncio::TaskGroup::*kFlag)() const>
Answer group_flag(Vm&, const Value& self) {
  return Value::boolean((group_of(self).*kFlag)());
}
SIMUL_RARE Answer group_abort(Vm& vm, const CallArgs& args) {
  if (const Value& program = args[0].as<GroupObject>()->program)
    return vm.call_method(program, "_abort");
  group_of(args[0]).abort();
  return AsyncioState::of(vm).unless_refused(Value::none());
}

}  // namespace

SIMUL_RARE void install_group_types(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  constexpr std::uint32_t kAsync = kFoldedFrame | kMakesCoroutine;
  Type* group = vm.make_type(
      {.name = "TaskGroup",
       .module = "asyncio.taskgroups",
       .instance_size = sizeof(GroupObject),
       .flags = kSubclassable | kHasDict,
       .slots = {.destroy = destroy_as<GroupObject>,
                 .traverse =
                     [](Object* self, Visitor& visitor) {
                       visitor.visit(static_cast<GroupObject*>(self)->program);
                     },
                 .clear = [](Object* self) { static_cast<GroupObject*>(self)->program.reset(); },
                 .repr = group_repr,
                 .create = group_create,
                 .init = group_init},
       .methods = {{"__aenter__", group_enter, 0, 0, kAsync},
                   {"__aexit__", group_exit, 3, 3, kAsync},
                   {"create_task", group_create_task, 0, -1, kKeywords | kFoldedFrame},
                   {"_abort", group_abort, 0, 0, kFoldedFrame}},
       .getters = {{"_tasks", group_tasks},
                   {"_errors", group_errors},
                   {"_parent_task", group_parent},
                   {"_entered", group_flag<&asyncio::TaskGroup::entered>},
                   {"_exiting", group_flag<&asyncio::TaskGroup::exiting>},
                   {"_aborting", group_flag<&asyncio::TaskGroup::aborting>}}});
  vm.set_module_attr(module, "TaskGroup", vm.type_value(group));
  state.as_completed_type = vm.make_type(
      {.name = "_AsCompletedIterator",
       .module = "asyncio.tasks",
       .instance_size = sizeof(CompletedObject),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<CompletedObject>,
                 .traverse =
                     [](Object* self, Visitor& visitor) {
                       visitor.visit(static_cast<CompletedObject*>(self)->handle);
                     },
                 .clear = [](Object* self) { static_cast<CompletedObject*>(self)->handle.reset(); },
                 .iter = completed_self,
                 .next = completed_next,
                 .aiter = completed_self,
                 .anext = completed_anext}});
  vm.add_functions(module, {{"as_completed", as_completed, 0, -1, kKeywords | kFoldedFrame}});
}

}  // namespace simul::vm

// asyncio.timeout() and timeout_at(), as Python sees them. Mirrors Lib/asyncio/timeouts.py; the
// states are asyncio::Timeout's.
#include <cmath>
#include <optional>

#include "asyncio/timeouts.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/cat.hpp"

namespace simul::vm {

namespace {

struct TimeoutObject : Container {
  asyncio::Ref<asyncio::Timeout> core;
  bool whole = false;  // its deadline was given as an int, and is shown so
};

asyncio::Timeout& core_of(const Value& self) {
  return *self.as<TimeoutObject>()->core;
}

Value make_timeout(AsyncioState& state, std::optional<double> when_s) {
  auto* object = state.vm.instantiate<TimeoutObject>(state.timeout_type);
  object->core = asyncio::make_counted<asyncio::Timeout>(when_s);
  return Value::adopt(object);
}

enum class Seconds : std::uint8_t { kDelay, kDeadline };

// None, or seconds; false: raised, as CPython's arithmetic on a delay or on a deadline does.
bool optional_seconds(Vm& vm, const Value& value, Seconds what, std::optional<double>* seconds) {
  if (value.is_none()) return true;
  double number = 0;
  if (!plain_seconds(vm, value, number)) {
    const std::string_view type = vm.type_name(value);
    static_cast<void>(vm.raise_type_error(
        what == Seconds::kDelay
            ? cat("unsupported operand type(s) for +: 'float' and '", type, "'")
            : cat("'<=' not supported between instances of '", type, "' and 'float'")));
    return false;
  }
  *seconds = number;
  return true;
}

bool is_whole(Vm& vm, const Value& value) {
  return vm.is_kind_of(value, vm.types().int_);
}
// The deadline as the program gave it.
Value shown_when(Vm& vm, const Value& self, double when_s) {
  if (!self.as<TimeoutObject>()->whole) return vm.real(when_s);
  return vm.integer(static_cast<std::int64_t>(when_s));
}

Answer timeout_function(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = state.require_running();
  std::optional<double> delay_s;
  if (loop == nullptr || !optional_seconds(vm, args[0], Seconds::kDelay, &delay_s)) return Raised{};
  vm.flush_charge();
  if (delay_s) delay_s = loop->core->time() + *delay_s;
  return make_timeout(state, delay_s);
}

Answer timeout_at_function(Vm& vm, const CallArgs& args) {
  std::optional<double> when_s;
  if (!optional_seconds(vm, args[0], Seconds::kDeadline, &when_s)) return Raised{};
  Value made = make_timeout(AsyncioState::of(vm), when_s);
  made.as<TimeoutObject>()->whole = is_whole(vm, args[0]);
  return made;
}

// Timeout(when)
Answer timeout_create(Vm& vm, Type* cls, const CallArgs&) {
  auto* object = vm.instantiate<TimeoutObject>(cls);
  object->core = asyncio::make_counted<asyncio::Timeout>(std::nullopt);
  return Value::adopt(object);
}
Answer timeout_init(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  std::optional<double> when_s;
  if (!bind_init(AsyncioState::of(vm), "Timeout", self, args, slots) ||
      !optional_seconds(vm, slots[1], Seconds::kDeadline, &when_s))
    return Raised{};
  auto* object = self.as<TimeoutObject>();
  object->core = asyncio::make_counted<asyncio::Timeout>(when_s);
  object->whole = is_whole(vm, slots[1]);
  return Value::none();
}

SIMUL_RARE Native timeout_enter(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return Raised{};
  if (asyncio::Exception error = core_of(args[0]).enter(*loop->core))
    co_return vm.raise_exception(state.to_raise(error));
  remember_deadline(vm, core_of(args[0]), false);
  if (const Value task = state.view(*core_of(args[0]).task()); is_strange(state, task)) {
    const Value requests = co_await number_by_program(vm, task, "cancelling");
    core_of(args[0]).set_cancelling(requests.is_small() ? requests.as_small() : 0);
  }
  co_return args[0];
}

// A TimeoutError takes the place of a CancelledError that something else was raised from.
SIMUL_RARE void insert_timeout_error(Vm& vm, AsyncioState& state, const Value& exception) {
  Value current = exception;
  for (;;) {
    auto* object = current.as<ExceptionObject>();
    const Value context = object->context;
    if (!context || context.is_none()) return;
    if (vm.matches(context, state.cancelled_error)) {
      Value timeout = vm.make_exception_with(vm.exceptions().TimeoutError, {});
      auto* inserted = timeout.as<ExceptionObject>();
      inserted->context = context;
      inserted->cause = context;
      inserted->suppress_context = true;
      object->context = timeout;
      return;
    }
    current = context;
  }
}

SIMUL_RARE Native timeout_exit(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value exception = args[2];
  const asyncio::TimeoutState reached = core_of(args[0]).state();
  if (reached != asyncio::TimeoutState::kEntered && reached != asyncio::TimeoutState::kExpiring)
    co_return vm.raise(vm.exceptions().AssertionError);
  asyncio::Exception failure;
  if (!exception.is_none()) failure = state.wrap(exception);
  bool timed_out = false;
  if (core_of(args[0]).is_expiring()) {
    const Value task = state.view(*core_of(args[0]).task());
    if (is_strange(state, task)) {
      const Value left = co_await number_by_program(vm, task, "uncancel");
      core_of(args[0]).set_uncancelled(left.is_small() ? left.as_small() : 0);
    }
  }
  if (core_of(args[0]).exit(failure, &timed_out)) co_return raise_timeout(vm, exception);
  if (timed_out) insert_timeout_errors(state, exception);
  co_return Value::none();
}

Answer timeout_when(Vm& vm, const CallArgs& args) {
  const std::optional<double> when_s = core_of(args[0]).when_s();
  return when_s ? shown_when(vm, args[0], *when_s) : Value::none();
}
Answer timeout_expired(Vm&, const CallArgs& args) {
  return Value::boolean(core_of(args[0]).expired());
}
Answer timeout_reschedule(Vm& vm, const CallArgs& args) {
  std::optional<double> when_s;
  if (!optional_seconds(vm, args[1], Seconds::kDeadline, &when_s)) return Raised{};
  AsyncioState& state = AsyncioState::of(vm);
  if (asyncio::Exception error = core_of(args[0]).reschedule(when_s))
    return vm.raise_exception(state.to_raise(error));
  remember_deadline(vm, core_of(args[0]), false);
  args[0].as<TimeoutObject>()->whole = is_whole(vm, args[1]);
  return Value::none();
}

Answer get_when(Vm& vm, const Value& self) {
  return timeout_when(vm, CallArgs(&self, 1));
}
Answer get_task(Vm& vm, const Value& self) {
  asyncio::TaskBase* task = core_of(self).task();
  return task != nullptr ? AsyncioState::of(vm).view(*task) : Value::none();
}

SIMUL_RARE Answer timeout_repr(Vm& vm, const Value& self) {
  const asyncio::Timeout& core = core_of(self);
  std::string text = cat("<Timeout [", asyncio::state_name(core.state()), "]");
  if (core.state() == asyncio::TimeoutState::kEntered) {
    text += " when=";
    text += core.when_s() ? AsyncioState::of(vm).repr_now(
                                shown_when(vm, self, std::round(*core.when_s() * 1000) / 1000))
                          : "None";
  }
  return vm.str(text + ">");
}

}  // namespace

asyncio::FutureBase* task_of_timeout(const Container& object) {
  if (object.type->slots.destroy != destroy_as<TimeoutObject>) return nullptr;
  return static_cast<const TimeoutObject&>(object).core->task();
}

void remember_deadline(Vm& vm, asyncio::Timeout& timeout, bool in_enter) {
  constexpr int kSoon = 69, kAt = 71;  // Lib/asyncio/timeouts.py
  asyncio::EventLoop& loop = timeout.task()->loop();
  const LoopObject* const object = AsyncioState::of(vm).object_of(loop);
  if (object == nullptr || !object->debug || !timeout.when_s()) return;
  const int line = *timeout.when_s() <= loop.time() ? kSoon : kAt;
  timeout.set_origin(asyncio::make_counted<KeptOrigin>(deadline_origin_here(vm, line, in_enter)));
}

SIMUL_RARE Raised raise_timeout(Vm& vm, const Value& cause) {
  Value error = vm.make_exception_with(vm.exceptions().TimeoutError, {});
  auto* object = error.as<ExceptionObject>();
  object->cause = cause;
  object->context = cause;
  object->suppress_context = true;
  return vm.raise_exception(std::move(error));
}

void insert_timeout_errors(AsyncioState& state, const Value& exception) {
  Vm& vm = state.vm;
  insert_timeout_error(vm, state, exception);
  if (!vm.matches(exception, vm.exceptions().ExceptionGroup)) return;
  const Value members = exception.as<ExceptionObject>()->second;
  if (!members || !vm.is_exactly(members, vm.types().tuple)) return;
  for (const Value& member : *members.as<TupleObject>()) insert_timeout_error(vm, state, member);
}

SIMUL_RARE void install_timeout_type(AsyncioState& state) {
  constexpr std::uint32_t kAsync = kFoldedFrame | kMakesCoroutine;
  state.timeout_type =
      state.vm.make_type({.name = "Timeout",
                          .module = "asyncio.timeouts",
                          .instance_size = sizeof(TimeoutObject),
                          .flags = kSubclassable,
                          .slots = {.destroy = destroy_as<TimeoutObject>,
                                    .repr = timeout_repr,
                                    .create = timeout_create,
                                    .init = timeout_init},
                          .methods = {{"__aenter__", timeout_enter, 0, 0, kAsync},
                                      {"__aexit__", timeout_exit, 3, 3, kAsync},
                                      {"when", timeout_when, 0, 0},
                                      {"expired", timeout_expired, 0, 0},
                                      {"reschedule", timeout_reschedule, 1, 1, kFoldedFrame}},
                          .getters = {{"_when", get_when}, {"_task", get_task}}});
}

void add_timeout_functions(AsyncioState& state, const Value& module) {
  state.vm.add_functions(module,
                         {{"timeout", timeout_function, 1, 1, kFoldedFrame},
                          {"timeout_at", timeout_at_function, 1, 1, kFoldedFrame}});
}

}  // namespace simul::vm

// sleep, gather, wait, wait_for, shield and the small functions about tasks. Mirrors
// Lib/asyncio/tasks.py.
#include <cmath>
#include <optional>
#include <unordered_set>

#include "asyncio/gather.hpp"
#include "asyncio/timeouts.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_derived.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/suggestions.hpp"

namespace simul::vm {

asyncio::Ran release_waiter(asyncio::EventLoop&, asyncio::Counted& waiter, bool) {
  static_cast<PyFuture&>(waiter).set_result(Value::none());
  return asyncio::Ran::kDone;
}

namespace {

using asyncio::FutureBase;

// ---- sleep

class PySleep final : public PyFuture {
 public:
  PySleep(asyncio::EventLoop& loop, double when_s, Value result)
      : PyFuture(loop, asyncio::WaitKind::kSleep), when_s_(when_s) {
    value_as<Value>() = std::move(result);  // nobody looks before it is done
  }
  [[nodiscard]] asyncio::WaitInfo wait_info() const override {
    return {asyncio::WaitKind::kSleep, asyncio::to_ns(when_s_), {}};
  }
  static asyncio::Ran fire(asyncio::EventLoop&, asyncio::Counted& self, bool) {
    auto& sleep = static_cast<PySleep&>(self);
    sleep.set_result(std::move(sleep.value_as<Value>()));
    return asyncio::Ran::kDone;
  }

 private:
  double when_s_;
};

// The body of sleep(), written by hand: nothing is awaited and asked for as often, and a frame made
// by the compiler would have room for all that a strange delay needs. Where it stands is what
// `resume` is.
class SleepBody {
 public:
  SleepBody(Vm& vm, double delay_s, const Value& result) : result_(result), delay_s_(delay_s) {
    native_.vm = &vm;
    native_.kind = Activation::Kind::kNative;
    native_.direct = true;
    native_.handle = std::coroutine_handle<>::from_address(this);
  }
  [[nodiscard]] NativeFrame* native() { return &native_; }
  // As if it had begun and given up its turn.
  void have_begun() {
    native_.folded = native_.started = true;
    head_.resume = yielded;
  }

 private:
  static void begin(void* frame) { static_cast<SleepBody*>(frame)->begin(); }
  static void yielded(void* frame) {
    auto* self = static_cast<SleepBody*>(frame);
    self->end(std::move(self->result_));
  }
  static void woken(void* frame) { static_cast<SleepBody*>(frame)->woken(); }
  static void destroy(void* frame) {
    auto* self = static_cast<SleepBody*>(frame);
    Heap& heap = self->native_.vm->heap();
    self->~SleepBody();
    heap.deallocate(self, sizeof(SleepBody));
  }

  void begin() {
    native_.state = NativeFrame::State::kYielded;
    native_.value = Value::none();
    head_.resume = yielded;
    if (delay_s_ > 0 || std::isnan(delay_s_)) set_timer();
  }

  void set_timer() {
    Vm& vm = *native_.vm;
    if (std::isnan(delay_s_)) return end(vm.raise_value_error("Invalid delay: NaN (not a number)"));
    LoopObject* loop = AsyncioState::of(vm).require_running();
    if (loop == nullptr) return end(Raised{});
    vm.flush_charge();
    const double when_s = loop->core->time() + delay_s_;
    future_ = asyncio::make_counted<PySleep>(*loop->core, when_s, std::move(result_));
    std::construct_at(&timer_,
                      loop->core->add_timer(when_s, PySleep::fire, *future_, future_->id()));
    head_.resume = woken;
    wait();
  }

  void wait() {
    native_.state = NativeFrame::State::kYielded;
    native_.catching = true;
    native_.value = AsyncioState::of(*native_.vm).yielded(*future_);
  }

  void woken() {
    native_.catching = false;
    if (native_.state == NativeFrame::State::kRaised) {
      Value exception = std::move(native_.value);
      future_->loop().cancel_timer(timer_);
      return end(raise_again(*native_.vm, std::move(exception)));
    }
    AsyncioState& state = AsyncioState::of(*native_.vm);
    if (!future_->done()) {
      // Whoever else drives the same coroutine resumes it too early, and is given the future again
      // if it has seen to it.
      if (!state.view(*future_).as<FutureObject>()->blocking) return wait();
      future_->loop().cancel_timer(timer_);
      return end(
          state.vm.raise(state.vm.exceptions().RuntimeError, "await wasn't used with future"));
    }
    future_->loop().cancel_timer(timer_);
    end(state.result_of(*future_));
  }

  void end(Answer answer) {
    head_.resume = nullptr;
    native_.state = answer.raised() ? NativeFrame::State::kRaised : NativeFrame::State::kDone;
    native_.stopped = false;
    native_.value = answer.take();
  }

  asyncio::FrameHead head_{begin, destroy};
  NativeFrame native_;
  Value result_;
  asyncio::Ref<PySleep> future_;  // once the timer is set
  union {
    double delay_s_;  // before
    asyncio::TimerKey timer_;
  };
};

// Of any delay and result.
SIMUL_RARE Native sleep_slowly(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<Value> slots = std::move(args.values);
  Value result = slots[1] ? slots[1] : Value::none();
  double delay_s = 0;
  bool at_once = false;
  if (plain_seconds(vm, slots[0], delay_s)) {
    at_once = delay_s <= 0;
  } else {
    Value compared = co_await vm.compare(slots[0], Value::small(0), CompareOp::kLe);
    Value truth = co_await vm.truth(compared);
    at_once = truth.is_true();
    const auto to_float = vm.type_of(slots[0])->slots.to_float;
    if (!at_once && to_float == nullptr)
      co_return vm.raise_type_error(
          cat("unsupported operand type(s) for +: 'float' and '", vm.type_name(slots[0]), "'"));
    if (!at_once) {
      Value number = co_await to_float(vm, slots[0]);
      delay_s = number.as<FloatObject>()->number;
    }
  }
  if (at_once) {
    co_await vm.yield_value(Value::none());
    co_return result;
  }
  if (std::isnan(delay_s)) co_return vm.raise_value_error("Invalid delay: NaN (not a number)");
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return Raised{};
  vm.flush_charge();
  const double when_s = loop->core->time() + delay_s;
  auto future = asyncio::make_counted<PySleep>(*loop->core, when_s, std::move(result));
  const asyncio::TimerKey timer =
      loop->core->add_timer(when_s, PySleep::fire, *future, future->id());
  Attempt woken;
  SIMUL_AWAIT_FUTURE(woken, vm, state, future);
  future->loop().cancel_timer(timer);
  if (!woken.ok()) co_return raise_again(vm, std::move(woken.exception));
  co_return state.result_of(*future);
}

// sleep(): a coroutine that has not started.
Answer asyncio_sleep(Vm& vm, const CallArgs& args) {
  const Value name = Value::share(AsyncioState::of(vm).sleep_name);
  double delay_s = 0;
  bool plain = true;
  if (args[0].is_small())
    delay_s = static_cast<double>(args[0].as_small());
  else if (vm.is_exactly(args[0], vm.types().float_))
    delay_s = args[0].as<FloatObject>()->number;
  else
    plain = false;
  // What a result reaches is looked for in what a native has as its arguments.
  const Value& result = args[1];
  if (result.is_object() && (result.object()->bits & kContainerBit) != 0) plain = false;
  NativeFrame* body = nullptr;
  if (plain) {
    void* const memory = vm.heap().allocate(sizeof(SleepBody));
    body = (new (memory) SleepBody(vm, delay_s, result ? result : Value::none()))->native();
  } else {
    body = sleep_slowly(vm, OwnedArgs(args)).release();
  }
  body->folded = true;
  return vm.make_coroutine(body, name, name);
}

// The coroutine of a sleep(0) that the interpreter did without, see kTurnGivenBits.
Value make_turn_given(Vm& vm) {
  auto* body = new (vm.heap().allocate(sizeof(SleepBody))) SleepBody(vm, 0, Value::none());
  body->have_begun();
  const Value name = Value::share(AsyncioState::of(vm).sleep_name);
  Value made = vm.make_coroutine(body->native(), name, name);
  auto* coroutine = made.as<GeneratorObject>();
  coroutine->awaited = true;
  coroutine->state = GeneratorObject::State::kSuspended;
  coroutine->origin().reset();  // nobody wanted to know then
  return made;
}

// ---- gather

class PyGather final : public asyncio::GatheringFuture<Value> {
 public:
  PyGather(Vm& vm, asyncio::EventLoop& loop, bool return_exceptions)
      : GatheringFuture<Value>(loop, return_exceptions), vm_(vm) {}

 private:
  void set_results() override {
    AsyncioState& state = AsyncioState::of(vm_);
    std::vector<Value> results;
    results.reserve(children().size());
    for (const asyncio::Ref<FutureBase>& child : children()) {
      if (child->cancelled()) {
        const asyncio::Ref<asyncio::CancelMessage>& message = child->cancel_message();
        results.push_back(vm_.make_exception_with(
            state.cancelled_error,
            {message ? static_cast<ValueMessage&>(*message).value : vm_.str("")}));
        continue;
      }
      asyncio::Outcome<Value> outcome = asyncio::gathered<Value>(*child);
      if (!outcome.ok())
        results.push_back(state.exception_value(outcome.error()));
      else
        results.push_back(outcome.value() ? std::move(outcome.value()) : Value::none());
    }
    set_result(vm_.list(std::move(results)));
  }
  Vm& vm_;
};

// The callback that a gather which raised has left with its first children.
class OrphanDone final : public asyncio::DoneCallback {
 public:
  asyncio::Ran run(asyncio::EventLoop&, FutureBase& future, bool) override {
    if (!future.cancelled()) future.mark_retrieved();
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "gather.<locals>._done_callback"; }
};

void leave_orphans(const std::vector<asyncio::Ref<FutureBase>>& children) {
  const asyncio::Ref<asyncio::DoneCallback> callback = asyncio::make_counted<OrphanDone>();
  for (const asyncio::Ref<FutureBase>& child : children)
    if (!child->done() && !child->has_callback(*callback)) child->add_done_callback(callback);
}

// gather() has met a future with methods of its own: `children` are the futures of the first
// arguments, `met` is that of the next one, if it has been asked for.
SIMUL_RARE Native gather_by_program(Vm& vm,
                                    OwnedArgs args,
                                    bool return_exceptions,
                                    std::vector<asyncio::Ref<FutureBase>> children,
                                    Value met) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<Value> made;
  for (std::size_t index = 0; index < children.size(); ++index) {
    bool again = false;
    for (std::size_t before = 0; before < index; ++before)
      again = again || args[before].is(args[index]);
    if (!again) made.push_back(state.view(*children[index]));
  }
  if (met) made.push_back(std::move(met));
  std::vector<Value> values = {Value::boolean(return_exceptions), vm.list(std::move(made))};
  for (std::uint32_t index = 0; index < args.size(); ++index) values.push_back(args[index]);
  OwnedArgs given;
  given.count = static_cast<std::uint32_t>(values.size());
  given.values = std::move(values);
  children.clear();
  Value outer = co_await by_program(vm, "gather", std::move(given));
  co_return outer;
}

SIMUL_RARE Native asyncio_gather(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const CallArgs call = args.view();
  bool return_exceptions = false;
  for (std::size_t index = 0; index < call.keywords(); ++index) {
    const std::string_view name = call.keyword_name(index)->text();
    if (name != "return_exceptions")
      co_return vm.raise_type_error(cat("gather() got an unexpected keyword argument '",
                                        name,
                                        closest_name(name, {"return_exceptions"}).empty()
                                            ? "'"
                                            : "'. Did you mean 'return_exceptions'?"));
    Value truth = co_await vm.truth(call.keyword_value(index));
    return_exceptions = truth.is_true();
  }
  stand_at(vm, LibraryFrame::kGatherChild);
  LoopObject* loop = nullptr;
  std::vector<asyncio::Ref<FutureBase>> children;
  std::vector<std::pair<Value, asyncio::Ref<FutureBase>>> made;
  // What a factory makes may begin at once, and then sees who watches those before it.
  std::unique_ptr<asyncio::GatherChildren> watched;
  const auto add = [&](FutureBase* child) {
    if (children.empty() && loop->task_factory)
      watched = std::make_unique<asyncio::GatherChildren>();
    children.emplace_back(child);
    if (watched) watched->add(children.back());
  };
  // An error keeps the frame, and that the futures so far.
  const auto leave = [&](Raised raised) {
    if (!watched) leave_orphans(children);
    if (children.empty()) return raised;
    std::vector<Value> views;
    for (const asyncio::Ref<FutureBase>& child : children) views.push_back(state.view(*child));
    const Value kept = vm.tuple(std::move(views));
    Vm::Internals::add_folded(vm, &kept, 1);
    return raised;
  };
  for (std::uint32_t index = 0; index < args.size(); ++index) {
    const Value argument = args[index];
    Attempt hash = co_await vm.attempt(vm.hash(argument));
    if (!hash.ok()) co_return leave(vm.raise_exception(std::move(hash.exception)));
    if (!vm.is_exactly(argument, vm.types().coroutine) && is_strange(state, argument)) {
      if (watched) watched->withdraw();
      Value outer = co_await gather_by_program(
          vm, std::move(args), return_exceptions, std::move(children), {});
      co_return outer;
    }
    if (FutureBase* given = state.future_of(argument); given != nullptr) {
      if (loop == nullptr) loop = state.object_of(given->loop());
      if (&given->loop() != loop->core)
        co_return leave(vm.raise_value_error(
            "The future belongs to a different loop than the one specified as the loop argument"));
      add(given);
      continue;
    }
    FutureBase* again = nullptr;
    for (const auto& [key, core] : made)
      if (key.is(argument)) again = core.get();
    if (again != nullptr) {
      add(again);
      continue;
    }
    Attempt ensured = co_await vm.attempt(state.ensure_future(argument, loop));
    if (!ensured.ok()) co_return leave(vm.raise_exception(std::move(ensured.exception)));
    const Value future = std::move(ensured.value);
    if (is_strange(state, future)) {
      if (watched) watched->withdraw();
      Value outer = co_await gather_by_program(
          vm, std::move(args), return_exceptions, std::move(children), future);
      co_return outer;
    }
    FutureBase* core = state.future_of(future);
    if (loop == nullptr) loop = state.object_of(core->loop());
    if (core->is_task()) static_cast<PyTask*>(core)->set_log_destroy_pending(false);
    // Only a coroutine that comes twice needs to be found again.
    if (args.size() <= 64) made.emplace_back(argument, core);
    add(core);
  }
  if (loop == nullptr) loop = state.current_or_set();
  if (loop == nullptr) co_return Raised{};
  if (children.empty()) {
    const asyncio::Ref<PyFuture> done = state.new_future(*loop->core);
    done->set_result(vm.list({}));
    co_return state.view(*done);
  }
  auto outer = asyncio::make_counted<PyGather>(vm, *loop->core, return_exceptions);
  if (!watched) {
    outer->begin(*outer, std::move(children));
    stand_at(vm, LibraryFrame::kGatherOuter);
    co_return state.shown_here(*outer, LibraryFrame::kGatheringFuture);
  }
  outer->begin(*outer, std::move(*watched));
  stand_at(vm, LibraryFrame::kGatherOuter);
  Value shown = state.shown_here(*outer, LibraryFrame::kGatheringFuture);
  for (const auto& each : made) state.keep_with_failure(*each.second, shown);
  co_return shown;
}

// ---- shield

// Hands the inner future's end on to the outer one.
class ShieldInner final : public asyncio::DoneCallback {
 public:
  explicit ShieldInner(asyncio::Ref<PyFuture> outer) : outer_(std::move(outer)) {}
  asyncio::Ran run(asyncio::EventLoop&, FutureBase& inner, bool) override {
    if (outer_->cancelled()) {
      if (!inner.cancelled()) inner.mark_retrieved();
    } else if (inner.cancelled()) {
      outer_->cancel();
    } else if (inner.mark_retrieved(); inner.peek_exception()) {
      outer_->set_exception(outer_->loop().hooks().handed_on(inner.peek_exception()));
    } else {
      outer_->set_result(inner.value_as<Value>());
    }
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "shield.<locals>._inner_done_callback"; }
  [[nodiscard]] FutureBase* completes() const override { return outer_.get(); }

 private:
  asyncio::Ref<PyFuture> outer_;
};

class ShieldOuter final : public asyncio::DoneCallback {
 public:
  ShieldOuter(asyncio::Ref<FutureBase> inner, asyncio::Ref<asyncio::DoneCallback> callback)
      : inner_(std::move(inner)), callback_(std::move(callback)) {}
  asyncio::Ran run(asyncio::EventLoop&, FutureBase&, bool) override {
    if (!inner_->done()) inner_->remove_done_callback(*callback_);
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "shield.<locals>._outer_done_callback"; }
  [[nodiscard]] std::vector<FutureBase*> knows() const override { return {inner_.get()}; }

 private:
  asyncio::Ref<FutureBase> inner_;
  asyncio::Ref<asyncio::DoneCallback> callback_;
};

SIMUL_RARE Native asyncio_shield(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  stand_at(vm, LibraryFrame::kShieldInner);
  Value inner_value = co_await state.ensure_future(args[0], nullptr);
  if (is_strange(state, inner_value)) {
    OwnedArgs given({inner_value});
    Value outer = co_await by_program(vm, "shield", std::move(given));
    co_return outer;
  }
  FutureBase& inner = *state.future_of(inner_value);
  if (inner.done()) {
    if (!args[0].is(inner_value)) state.keep_with_failure(inner, inner_value);
    co_return inner_value;
  }
  asyncio::Ref<PyFuture> outer = state.new_future(inner.loop());
  outer->set_wait_kind(asyncio::WaitKind::kShield);
  outer->tell_depends_on(inner);
  const asyncio::Ref<asyncio::DoneCallback> callback = asyncio::make_counted<ShieldInner>(outer);
  inner.add_done_callback(callback);
  outer->add_done_callback(asyncio::make_counted<ShieldOuter>(&inner, callback));
  stand_at(vm, LibraryFrame::kShieldOuter);
  co_return state.shown_here(*outer, LibraryFrame::kLoopCreateFuture);
}

// ---- wait

enum class ReturnWhen : std::uint8_t { kAll, kFirst, kFirstException };

// What the callbacks of one wait() share.
class WaitCounter final : public asyncio::Counted {
 public:
  WaitCounter(asyncio::Ref<PyFuture> the_waiter, std::size_t count, ReturnWhen when)
      : waiter(std::move(the_waiter)), left(count), return_when(when) {}
  asyncio::Ref<PyFuture> waiter;
  std::size_t left;
  ReturnWhen return_when;
  asyncio::TimerKey timer;
};

class WaitDone final : public asyncio::DoneCallback {
 public:
  explicit WaitDone(asyncio::Ref<WaitCounter> counter) : counter_(std::move(counter)) {}
  asyncio::Ran run(asyncio::EventLoop& loop, FutureBase& future, bool) override {
    WaitCounter& counter = *counter_;
    if (counter.left > 0) --counter.left;
    bool failed = false;
    // The last one's exception is not asked for, and so still counts as never retrieved.
    if (counter.left > 0 && counter.return_when == ReturnWhen::kFirstException &&
        !future.cancelled()) {
      future.mark_retrieved();
      failed = static_cast<bool>(future.peek_exception());
    }
    if (counter.left == 0 || counter.return_when == ReturnWhen::kFirst || failed) {
      loop.cancel_timer(counter.timer);
      counter.waiter->set_result(Value::none());
    }
    return asyncio::Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "_wait.<locals>._on_completion"; }
  [[nodiscard]] FutureBase* completes() const override { return counter_->waiter.get(); }

 private:
  asyncio::Ref<WaitCounter> counter_;
};

SIMUL_RARE Native asyncio_wait(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<Value>& slots = args.values;
  if (state.future_of(slots[0]) != nullptr || state.is_coroutine(slots[0]))
    co_return vm.raise_type_error(cat("expect a list of futures, not ", bare_name(vm, slots[0])));
  Value some = co_await vm.truth(slots[0]);
  if (!some.is_true()) co_return vm.raise_value_error("Set of Tasks/Futures is empty.");
  ReturnWhen when = ReturnWhen::kAll;
  if (slots[2]) {
    const std::string word = vm.is_str(slots[2]) ? std::string(vm.text(slots[2])) : "";
    if (word == "FIRST_COMPLETED")
      when = ReturnWhen::kFirst;
    else if (word == "FIRST_EXCEPTION")
      when = ReturnWhen::kFirstException;
    else if (word != "ALL_COMPLETED") {
      Value shown = co_await vm.str_of(slots[2]);
      co_return vm.raise_value_error(cat("Invalid return_when value: ", vm.text(shown)));
    }
  }
  // As in CPython, which lets go of what it was given; here it dies last, in the order of adding.
  const Value all = vm.set();
  co_await set_add_all(vm, all, slots[0]);
  slots[0] = all;
  std::vector<asyncio::Ref<FutureBase>> futures;
  std::unordered_set<const FutureBase*> seen;
  bool coroutine_seen = false;
  bool strange = false;  // is one of them to be asked by its own methods?
  Value stranger;  // the first that is no future: those before it have their callbacks by then
  for (const Table::Entry& entry : all.as<SetObject>()->table.entries()) {
    const Value& item = entry.key;
    if (!item) continue;
    if (state.is_coroutine(item)) coroutine_seen = true;
    strange = strange || is_strange(state, item);
    FutureBase* core = state.future_of(item);
    if (core == nullptr && !stranger) stranger = item;
    if (core != nullptr && !stranger && seen.insert(core).second) futures.emplace_back(core);
  }
  if (coroutine_seen)
    co_return vm.raise_type_error("Passing coroutines is forbidden, use tasks explicitly.");
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return Raised{};
  if (strange) {
    const Value timeout = slots[1] ? slots[1] : Value::none();
    const Value until = slots[2] ? slots[2] : vm.str("ALL_COMPLETED");
    OwnedArgs given({all, timeout, until});
    const Value waiting = co_await by_program(vm, "wait", std::move(given));
    Value iterator = co_await vm.get_awaitable(waiting);
    Value sets = co_await vm.await_on(std::move(iterator));
    co_return sets;
  }

  asyncio::Ref<PyFuture> waiter = state.new_future(*loop->core);
  waiter->set_wait_kind(asyncio::WaitKind::kWait);
  auto counter = asyncio::make_counted<WaitCounter>(waiter, futures.size(), when);
  if (slots[1] && !slots[1].is_none()) {
    double timeout_s = 0;
    if (!plain_seconds(vm, slots[1], timeout_s))
      co_return vm.raise_type_error(
          cat("unsupported operand type(s) for +: 'float' and '", vm.type_name(slots[1]), "'"));
    vm.flush_charge();
    counter->timer = loop->core->add_timer(
        loop->core->time() + timeout_s, release_waiter, *waiter, waiter->id());
  }
  std::vector<asyncio::Ref<asyncio::DoneCallback>> callbacks;
  for (const auto& future : futures) {
    waiter->tell_depends_on(*future);
    callbacks.push_back(asyncio::make_counted<WaitDone>(counter));
    future->add_done_callback(callbacks.back());
    if (state.counters.refusing()) co_return state.unless_refused(Value());
  }
  if (stranger)
    co_return vm.raise(
        vm.exceptions().AttributeError,
        cat("'", vm.type_name(stranger), "' object has no attribute 'add_done_callback'"));
  Attempt woken;
  SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
  waiter->loop().cancel_timer(counter->timer);
  for (std::size_t index = 0; index < futures.size(); ++index)
    futures[index]->remove_done_callback(*callbacks[index]);
  if (!woken.ok()) co_return raise_again(vm, std::move(woken.exception));

  Value done = vm.set();
  Value pending = vm.set();
  for (const auto& future : futures) {
    const Value view = state.view(*future);
    const Value& where = future->done() ? done : pending;
    co_await set_add(vm, where, view);
  }
  co_return vm.tuple({done, pending});
}

// ---- wait_for

SIMUL_RARE Native asyncio_wait_for(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<Value> slots = std::move(args.values);
  std::optional<double> timeout_s;
  if (!slots[1].is_none()) {
    double seconds = 0;
    if (!plain_seconds(vm, slots[1], seconds)) {
      co_await vm.compare(slots[1], Value::small(0), CompareOp::kLe);
      co_return vm.raise_type_error(
          cat("unsupported operand type(s) for +: 'float' and '", vm.type_name(slots[1]), "'"));
    }
    timeout_s = seconds;
  }
  // A refusal keeps what was to be awaited, as the frame in its traceback does.
  const auto refused = [&vm, &slots](Raised raised) {
    Vm::Internals::add_folded(vm, slots.data(), 1);
    return raised;
  };
  if (timeout_s && *timeout_s <= 0) {
    stand_at(vm, LibraryFrame::kWaitForNow);
    Attempt ensured = co_await vm.attempt(state.ensure_future(slots[0], nullptr));
    if (!ensured.ok()) co_return refused(raise_again(vm, std::move(ensured.exception)));
    Value future = std::move(ensured.value);
    const bool made = !future.is(slots[0]);
    slots[0].reset();
    if (is_strange(state, future)) {
      OwnedArgs given({future});
      const Value waiting = co_await by_program(vm, "wait_for", std::move(given));
      Value iterator = co_await vm.get_awaitable(waiting);
      Value result = co_await vm.await_on(std::move(iterator));
      co_return result;
    }
    const asyncio::Ref<FutureBase> core(state.future_of(future));
    if (made) state.keep_with_failure(*core, future);
    if (!core->done()) {
      asyncio::Ref<PyFuture> waiter = state.new_future(core->loop());
      waiter->tell_depends_on(*core);
      const auto callback = asyncio::make_counted<asyncio::ReleaseWaiter<PyFuture>>(waiter);
      core->add_done_callback(callback);
      core->cancel();
      if (state.counters.refusing()) {
        core->remove_done_callback(*callback);
        co_return state.unless_refused(Value());
      }
      Attempt woken;
      SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
      core->remove_done_callback(*callback);
      if (!woken.ok()) {
        const Raised raised = raise_again(vm, std::move(woken.exception));
        Vm::Internals::add_folded(vm, &future, 1);
        co_return raised;
      }
      if (core->cancelled()) {
        const Value cancelled = state.to_raise(core->make_cancelled_error());
        Vm::Internals::set_context(vm, cancelled);
        state.add_folded(cancelled);  // raised here, as what result() gives
        co_return raise_timeout(vm, cancelled);
      }
      Answer result = state.result_of(*core);
      if (result.raised() && vm.has_raised()) {
        // A gather() whose child was cancelled has failed with a CancelledError, and is not itself
        // cancelled. The error keeps the frame of wait_for(), which has the future, which has the
        // error; and the frame keeps the one that awaits.
        const Value held[] = {future, Vm::Internals::caller(vm, *vm.running())};
        Vm::Internals::add_folded(vm, held, 2);
        const Value error = vm.take_raised();
        if (vm.is_kind_of(error, state.cancelled_error)) co_return raise_timeout(vm, error);
        co_return vm.raise_exception(error);
      }
      co_return result;
    }
    co_return state.result_of(*core);
  }
  LoopObject* loop = state.require_running();
  if (loop == nullptr) co_return refused(Raised{});
  vm.flush_charge();
  std::optional<double> when_s;
  if (timeout_s) when_s = loop->core->time() + *timeout_s;
  const auto timeout = asyncio::make_counted<asyncio::Timeout>(when_s);
  if (asyncio::Exception error = timeout->enter(*loop->core))
    co_return refused(vm.raise_exception(state.to_raise(error)));
  remember_deadline(vm, *timeout, true);
  const Value task = state.view(*loop->core->current_task());
  const bool strange = is_strange(state, task);
  if (strange) {
    const Value requests = co_await number_by_program(vm, task, "cancelling");
    timeout->set_cancelling(requests.is_small() ? requests.as_small() : 0);
  }
  stand_at(vm, LibraryFrame::kWaitFor);
  Value iterator;
  // Its frame's variables, as long as a traceback shows it, and the timeout knows its task.
  const Value held[] = {slots[0], task};
  Attempt result = co_await vm.attempt(vm.get_awaitable(slots[0]));
  slots[0].reset();
  if (result.ok()) {
    iterator = std::move(result.value);
    result = co_await vm.attempt(vm.await_on(std::move(iterator)));
  }
  asyncio::Exception failure;
  if (!result.ok()) {
    failure = state.wrap(result.exception);
    // What a gather failed with keeps that gather: a circle, until somebody collects.
    vm.set_raised(result.exception);
    Vm::Internals::add_folded(vm, held, 1);
    result.exception = vm.take_raised();
  }
  bool timed_out = false;
  if (strange && timeout->is_expiring()) {
    const Value left = co_await number_by_program(vm, task, "uncancel");
    timeout->set_uncancelled(left.is_small() ? left.as_small() : 0);
  }
  if (timeout->exit(failure, &timed_out)) {
    const Raised raised = raise_timeout(vm, result.exception);
    Vm::Internals::add_folded(vm, held, 2);
    co_return raised;
  }
  if (timed_out) insert_timeout_errors(state, result.exception);
  if (!result.ok()) {
    const Raised raised = raise_again(vm, std::move(result.exception));
    Vm::Internals::add_folded(vm, held, 1);
    co_return raised;
  }
  co_return std::move(result.value);
}

// ---- small functions

LibraryFrame frame_of_create_task(bool in_context) {
  return in_context ? LibraryFrame::kCreateTaskInContext : LibraryFrame::kCreateTask;
}

SIMUL_RARE Native create_task_by_factory(Vm& vm, OwnedArgs args, bool in_context) {
  stand_at(vm, frame_of_create_task(in_context));
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* const loop = state.running_loop;
  const Value name = args[1] ? args[1] : Value::none();
  co_return co_await state.create_task(*loop, args[0], name, args[2], {}, true);
}

Answer asyncio_create_task(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  LoopObject* loop = state.require_running();
  if (loop == nullptr) return Raised{};
  const bool in_context = args[2] && !args[2].is_none();
  if (loop->task_factory || has_own_method(vm, *loop, "create_task"))
    return create_task_by_factory(vm, OwnedArgs(args), in_context);
  return state.create_task(*loop, args[0], args[1], args[2], frame_of_create_task(in_context));
}

Answer asyncio_ensure_future(Vm& vm, const CallArgs& args) {
  AsyncioState& state = AsyncioState::of(vm);
  if (!args[1] || args[1].is_none()) return state.ensure_future(args[0], nullptr);
  LoopObject* loop = state.current_or_set(args[1]);
  if (loop == nullptr) return Raised{};
  return state.ensure_future(args[0], loop);
}

// The loop given as an optional argument, or the running one. Null: raised, or `other`: it is
// something else, and has no tasks.
LoopObject* loop_or_running(AsyncioState& state, const Value& given, bool* other) {
  *other = false;
  if (!given || given.is_none()) return state.require_running();
  if (state.vm.is_kind_of(given, state.loop_type)) return given.as<LoopObject>();
  *other = true;
  return nullptr;
}

Answer asyncio_current_task(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"current_task", {"loop"}, 1};
  AsyncioState& state = AsyncioState::of(vm);
  Value given;
  if (!vm.parse(args, kParameters, &given)) return Raised{};
  bool other = false;
  LoopObject* loop = loop_or_running(state, given, &other);
  if (other) return Value::none();
  if (loop == nullptr) return Raised{};
  asyncio::TaskBase* task = loop->core->current_task();
  return task == nullptr ? Value::none() : state.view(*task);
}

SIMUL_RARE Native asyncio_all_tasks(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  bool other = false;
  LoopObject* loop = loop_or_running(state, args[0], &other);
  Value tasks = vm.set();
  if (other) co_return tasks;
  if (loop == nullptr) co_return Raised{};
  for (const asyncio::Ref<PyTask>& task : state.tasks_to_ask(*loop->core)) {
    if (state.untold.count(task->id()) != 0) continue;
    const Value view = state.view(*task);
    if (!task->derived() || !is_strange(state, view)) {
      if (task->done() || &task->loop() != loop->core) continue;
    } else {
      const Value own_loop = co_await loop_of_future(vm, view);
      if (!own_loop.is_object() || own_loop.object() != loop) continue;
      const Value done = co_await vm.call_method(view, vm.name("done"), CallArgs());
      const Value is_done = co_await vm.truth(done);
      if (is_done.is_true()) continue;
    }
    co_await set_add(vm, tasks, view);
  }
  co_return tasks;
}

Answer asyncio_iscoroutine(Vm& vm, const CallArgs& args) {
  return Value::boolean(AsyncioState::of(vm).is_coroutine(args[0]));
}
// Also what says that it is one, by an attribute of that name in its class.
SIMUL_RARE Native looks_like_future(Vm& vm, Value object) {
  StrObject* const name = vm.name("_asyncio_future_blocking");
  const Value cls = co_await vm.get_attr(object, vm.name("__class__"));  // a mock says another one
  Value has = co_await vm.find_attr(cls, name);
  if (!has) co_return Value::boolean(false);
  Value blocking = co_await vm.get_attr(object, name);
  co_return Value::boolean(!blocking.is_none());
}
Answer asyncio_isfuture(Vm& vm, const CallArgs& args) {
  if (AsyncioState::of(vm).future_of(args[0]) != nullptr) return Value::boolean(true);
  if (!args[0].is_object()) return Value::boolean(false);
  return looks_like_future(vm, args[0]);
}
// What says of itself that it is one, and a partial of one.
SIMUL_RARE Native ask_inspect(Vm& vm, Value callable) {
  const Value inspect = co_await vm.import_module(vm.name("inspect"));
  const Value ask = co_await vm.get_attr(inspect, vm.name("iscoroutinefunction"));
  co_return vm.call(ask, CallArgs(&callable, 1));
}
Answer asyncio_iscoroutinefunction(Vm& vm, const CallArgs& args) {
  if (is_coroutine_function(vm, args[0])) return Value::boolean(true);
  const Type* type = vm.type_of(args[0]);
  const bool marked =
      type->has(kUserClass) || (type == vm.types().function && vm.instance_dict(args[0], false));
  return marked ? ask_inspect(vm, args[0]) : Answer(Value::boolean(false));
}

}  // namespace

bool is_coroutine_function(Vm& vm, const Value& callable) {
  const Value function =
      vm.is_exactly(callable, vm.types().method) ? callable.as<MethodObject>()->function : callable;
  if (vm.is_exactly(function, vm.types().builtin_function) ||
      vm.is_exactly(function, vm.types().method_descriptor))
    return (function.as<NativeFunction>()->def.flags & kMakesCoroutine) != 0;
  if (!vm.is_exactly(function, vm.types().function)) return false;
  return (function.as<FunctionObject>()->code->code->flags & bytecode::kCoroutine) != 0;
}

void add_wait_functions(AsyncioState& state, const Value& module) {
  state.sleep_name = state.vm.name("sleep");
  Vm& vm = state.vm;
  constexpr std::uint32_t kAsync = kKeywords | kFoldedFrame | kMakesCoroutine;
  vm.add_functions(module,
                   {{"sleep", asyncio_sleep, 0, -1, kAsync},
                    {"wait", asyncio_wait, 0, -1, kAsync},
                    {"wait_for", asyncio_wait_for, 0, -1, kAsync},
                    {"gather", asyncio_gather, 0, -1, kKeywords | kFoldedFrame},
                    {"shield", asyncio_shield, 1, 1, kFoldedFrame},
                    {"create_task", asyncio_create_task, 0, -1, kKeywords | kFoldedFrame},
                    {"ensure_future", asyncio_ensure_future, 0, -1, kKeywords | kFoldedFrame},
                    {"current_task", asyncio_current_task, 0, -1, kKeywords},
                    {"all_tasks", asyncio_all_tasks, 0, -1, kKeywords | kFoldedFrame},
                    {"iscoroutine", asyncio_iscoroutine, 1, 1},
                    {"isfuture", asyncio_isfuture, 1, 1},
                    {"iscoroutinefunction", asyncio_iscoroutinefunction, 1, 1}});
  state.sleep_function = *vm.instance_dict(module, true)->table.get(state.sleep_name);
  Vm::Internals::sleep_function_of(vm) = state.sleep_function.object();
  Vm::Internals::make_turn_given_of(vm) = make_turn_given;
  for (const char* name : {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"})
    vm.set_module_attr(module, name, vm.str(name));
}

}  // namespace simul::vm

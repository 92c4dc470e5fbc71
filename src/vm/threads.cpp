// The thread scheduler: see threads.hpp.
#include "vm/threads.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "vm/asyncio_state.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

// Idents are addresses in CPython; these look alike and are the same in every run.
constexpr std::int64_t kFirstIdent = 140'243'168'839'680;
constexpr std::int64_t kIdentStep = 8'392'704;
// No system wakes threads more exactly than this.
constexpr std::int64_t kWakesWithin_ns = 100'000;

}  // namespace

bool Threads::Sleeper::operator<(const Sleeper& other) const {
  return std::tie(due_ns, loop, generation, serial) >
         std::tie(other.due_ns, other.loop, other.generation, other.serial);
}

Threads::Threads(AsyncioState& state) : state_(state), next_ident_(kFirstIdent) {
  main_ = std::make_shared<Thread>();
  main_->ident = next_ident_;
  main_->name = "MainThread";
  main_->started = true;
  main_->fiber = &main_->own_fiber;
  main_->loop.steps = &main_->own_steps;
  threads_.push_back(main_);
  current_ = main_;
}

Threads::~Threads() = default;

void Threads::shut_down() {
  running_ = false;
  switch_to(main_);
  for (const std::shared_ptr<Thread>& thread : threads_) {
    state_.vm.abandon(thread->own_steps);
    state_.vm.abandon(thread->own_fiber);
    thread->target.reset();
    thread->args.clear();
    thread->kwargs.reset();
    thread->locals.clear();
    thread->joiners.clear();
    thread->loop.set_loop.reset();
    for (Fiber* fiber : {&thread->own_fiber, &thread->own_steps}) {
      fiber->context_slot = &fiber->context;
      fiber->context.reset();
    }
    thread->loop.hooks = {};
  }
  runnable_.clear();
  sleepers_.clear();
  threads_.resize(1);
}

std::shared_ptr<Thread> Threads::start(Value target, std::vector<Value> args, Value kwargs) {
  auto thread = std::make_shared<Thread>();
  thread->ident = next_ident_ -= kIdentStep;
  thread->fiber = &thread->own_fiber;
  thread->loop.steps = &thread->own_steps;
  thread->target = std::move(target);
  thread->args = std::move(args);
  thread->kwargs = std::move(kwargs);
  threads_.push_back(thread);
  queue(thread);
  return thread;
}

void Threads::switch_to(std::shared_ptr<Thread> thread) {
  if (thread == current_) return;
  Thread::LoopState& old = current_->loop;
  old.driven = state_.driven;
  old.running_loop = state_.running_loop;
  old.set_loop = std::move(state_.set_loop);
  old.hooks = std::exchange(state_.vm.async_generator_hooks(), {});
  old.origin_depth = Vm::Internals::origin_depth_of(state_.vm);
  current_ = std::move(thread);
  Thread::LoopState& next = current_->loop;
  state_.steps = next.steps;
  state_.driven = next.driven;
  state_.running_loop = next.running_loop;
  state_.set_loop = std::move(next.set_loop);
  state_.vm.async_generator_hooks() = std::exchange(next.hooks, {});
  Vm::Internals::origin_depth_of(state_.vm) = next.origin_depth;
}

void Threads::pop_sleeper() {
  std::pop_heap(sleepers_.begin(), sleepers_.end());
  sleepers_.pop_back();
}

void Threads::queue(const std::shared_ptr<Thread>& thread) {
  if (std::exchange(thread->queued, true)) return;
  runnable_.push_back(thread);
}

void Threads::drop_stale() {
  while (!sleepers_.empty() && sleepers_.front().wait != sleepers_.front().thread->wait)
    pop_sleeper();
}

// Whoever waits until then can run.
void Threads::wake_until(std::int64_t due_ns) {
  for (drop_stale(); !sleepers_.empty() && sleepers_.front().due_ns <= due_ns; drop_stale()) {
    const Sleeper first = sleepers_.front();
    pop_sleeper();
    state_.clock.wait_until(first.due_ns, first.generation);
    ++first.thread->wait;
    queue(first.thread);
  }
}

Threads::Pick Threads::draw() {
  wake_until(state_.clock.now_ns());
  if (runnable_.empty()) {
    if (sleepers_.empty()) return {};
    // All that wake about then, so that any of them may be the first.
    Sleeper last = sleepers_.front();
    const std::int64_t until_ns = std::min(last.due_ns, kNever - kWakesWithin_ns) + kWakesWithin_ns;
    for (const Sleeper& each : sleepers_)
      if (each.wait == each.thread->wait && each.due_ns <= until_ns && each.due_ns > last.due_ns)
        last = each;
    return {Next::kWaits, last.due_ns, last.generation, last.loop};
  }
  const auto chosen =
      runnable_.begin() + static_cast<std::ptrdiff_t>(switching_.among(runnable_.size()));
  switch_to(std::move(*chosen));
  runnable_.erase(chosen);
  running_ = true;
  current_->queued = false;
  current_->selecting = nullptr;
  switching_.next_interval();
  return {.next = Next::kRuns};
}

void Threads::hand_over() {
  wake_until(state_.clock.now_ns());
  switching_.next_interval();
  if (runnable_.empty()) return;
  // It is never the one who gives way that is next: CPython waits until another has the GIL.
  const std::shared_ptr<Thread> me = current_;
  running_ = false;
  static_cast<void>(draw());
  queue(me);
}

Threads::Pick Threads::pick() {
  if (switching_.on()) return draw();
  if (!runnable_.empty()) {
    switch_to(std::move(runnable_.front()));
    runnable_.pop_front();
    running_ = true;
    current_->queued = false;
    current_->selecting = nullptr;
    return {.next = Next::kRuns};
  }
  drop_stale();
  if (sleepers_.empty()) return {};
  const Sleeper& first = sleepers_.front();
  if (state_.clock.now_ns() < first.due_ns)
    return {Next::kWaits, first.due_ns, first.generation, first.loop};
  // The instant is there; that a wait has ended is part of the time too (see clock.hpp).
  state_.clock.wait_until(first.due_ns, first.generation);
  ++first.thread->wait;
  switch_to(first.thread);
  pop_sleeper();
  running_ = true;
  current_->selecting = nullptr;
  return {.next = Next::kRuns};
}

void Threads::block(std::int64_t due_ns, bool loop, std::int32_t generation) {
  running_ = false;
  current_->woken = false;
  ++current_->wait;
  if (due_ns == kNever) return;
  const std::int64_t now_ns = state_.clock.now_ns();
  sleepers_.push_back(
      {std::max(due_ns, now_ns), loop, generation, ++serial_, current_, current_->wait});
  std::push_heap(sleepers_.begin(), sleepers_.end());
}

bool Threads::others_can_run() {
  if (!runnable_.empty()) return true;
  if (alone()) return false;
  // The running thread has computed past somebody's deadline.
  drop_stale();
  const std::int64_t now_ns = state_.clock.now_ns();
  if (switching_.on()) wake_until(now_ns);
  while (!sleepers_.empty() && sleepers_.front().due_ns < now_ns) {
    ++sleepers_.front().thread->wait;
    queue(sleepers_.front().thread);
    pop_sleeper();
    drop_stale();
  }
  return !runnable_.empty();
}

void Threads::give_way() {
  running_ = false;
  queue(current_);
}

void Threads::follow_first_sleeper() {
  drop_stale();
  if (sleepers_.empty()) {
    give_way();
    return;
  }
  block(sleepers_.front().due_ns, true, sleepers_.front().generation);
}

void Threads::end() {
  running_ = false;
  current_->done = true;
  current_->locals.clear();
  for (const std::shared_ptr<Thread>& joiner : std::exchange(current_->joiners, {})) wake(joiner);
  threads_.erase(std::find(threads_.begin(), threads_.end(), current_));
}

void Threads::wake(const std::shared_ptr<Thread>& thread) {
  if (thread->woken || thread->done) return;
  thread->woken = true;
  ++thread->wait;
  queue(thread);
}

void Threads::wake_loop(const LoopObject* loop) {
  for (const std::shared_ptr<Thread>& thread : threads_) {
    if (thread->selecting != loop) continue;
    wake(thread);
    return;
  }
  loop->core->note_wakeup();
}

bool Threads::drives(const LoopObject* loop) const {
  return std::any_of(threads_.begin(), threads_.end(), [&](const auto& each) {
    return each != current_ && each->loop.driven == loop;
  });
}

std::int64_t Threads::deadline(double seconds) {
  const std::int64_t now_ns = state_.clock.now_ns();
  const std::int64_t ns = asyncio::to_ns(std::max(0.0, seconds));
  return ns > kNever - 1 - now_ns ? kNever - 1 : now_ns + ns;
}

}  // namespace simul::vm

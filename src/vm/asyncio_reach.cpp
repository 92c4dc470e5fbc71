// What the program's names reach: see asyncio_reach.hpp. CPython's collector finds it by counting
// references; here the loop's core holds some of them, so it is found by following them.
//
// Always holds: what is not followed (what the core's own timers wake) only makes more look
// unreachable, and that speaks a moment earlier than it would have.
#include "vm/asyncio_reach.hpp"

#include "vm/asyncio_sync.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/traverse.hpp"

namespace simul::vm {

using asyncio::FutureBase;
using asyncio::WaitKind;

Reach::Reach(AsyncioState& state, const Value& also, From from) : state_(state) {
  for (const AsyncioState::Loop& loop : state.loops)
    for (const asyncio::Ref<asyncio::TaskBase>& task : loop.core->all_tasks()) {
      // One that is done has no callbacks any more: the loop has them, unless it was closed.
      if (task->waits_for() != nullptr && !task->waits_for()->done())
        waiting_.emplace(task->waits_for(), static_cast<PyTask*>(task.get()));
      for (const asyncio::DoneCallback* callback : task->callbacks())
        if (callback != nullptr && callback->completes() != nullptr)
          parts_.emplace(callback->completes(), task.get());
    }
  note_waiters();
  if (from == From::kNames)
    for (const Table::Entry& each : state.vm.modules().entries()) visit(each.value);
  visit(state.set_loop);
  visit(state.policy);
  visit(also);
  while (!objects_todo_.empty() || !futures_todo_.empty()) {
    if (!futures_todo_.empty()) {
      FutureBase* const next = futures_todo_.back();
      futures_todo_.pop_back();
      follow(*next);
    } else {
      Container* const next = objects_todo_.back();
      objects_todo_.pop_back();
      follow(next);
    }
  }
}

void Reach::visit_reference(Object* object) {
  if ((object->bits & kContainerBit) == 0 || !objects_.insert(object).second) return;
  objects_todo_.push_back(static_cast<Container*>(object));
}

void Reach::visit_future(FutureBase* future) {
  if (futures_.insert(future).second) futures_todo_.push_back(future);
}

void Reach::note_waiters() {
  std::vector<FutureBase*> unowned;
  for (const auto& each : waiting_) {
    const WaitKind kind = each.first->wait_kind();
    if (!each.first->is_task() && kind != WaitKind::kSleep && kind != WaitKind::kGather)
      unowned.push_back(const_cast<FutureBase*>(each.first));
  }
  if (unowned.empty()) return;
  Container* const end = state_.vm.heap().containers();
  for (Container* each = end->gc_next; each != end; each = each->gc_next) {
    if (each->type->slots.destroy == destroy_as<QueueObject>) {
      const auto* queue = static_cast<QueueObject*>(each);
      for (FutureBase* future : unowned)
        if (queue->getters.has(*future) || queue->putters.has(*future) ||
            (queue->finished && queue->finished->has(*future)))
          waiters_.emplace(each, future);
    } else if (each->type->slots.destroy == destroy_as<LockObject>) {
      for (FutureBase* future : unowned)
        if (waits_in(state_, *static_cast<LockObject*>(each), *future))
          waiters_.emplace(each, future);
    }
  }
}

void Reach::follow(Container* object) {
  traverse(object, *this);
  if (object->type->is_subtype_of(state_.future_type)) {
    const auto* view = static_cast<FutureObject*>(object);
    if (view->core) visit_future(view->core.get());
  } else if (object->type == state_.vm.types().coroutine) {
    follow_coroutine(object);
  }
  for (FutureBase* each : known_to(*object)) visit_future(each);
  for (auto [each, last] = waiters_.equal_range(object); each != last; ++each)
    visit_future(each->second);
  for (const AsyncioState::Loop& loop : state_.loops)
    if (loop.object.object() == object) follow_loop(*loop.core);
}

// A native's parameters lie in its C++ frame.
void Reach::follow_coroutine(const Object* object) {
  const auto* generator = static_cast<const GeneratorObject*>(object);
  if (generator->body == nullptr || generator->frame() != nullptr) return;
  const auto* native = static_cast<NativeFrame*>(generator->body);
  visit(native->delegate);
  if (native->args == nullptr) return;
  for (const Value& each : native->args->values) visit(each);
}

void Reach::follow(const asyncio::DoneCallback* callback) {
  if (callback == nullptr) return;
  if (callback->program_callback() != nullptr)
    visit(*static_cast<const Value*>(callback->program_callback()));
  if (callback->completes() != nullptr) visit_future(callback->completes());
  for (FutureBase* each : callback->knows()) visit_future(each);
}

void Reach::follow(FutureBase& future) {
  if (future.view() != nullptr) {
    auto* view = static_cast<FutureObject*>(future.view());
    visit_object(view);
    if (future.done()) visit(future.value_as<Value>());
  }
  if (const asyncio::Exception& error = future.peek_exception();
      error && error->payload() != nullptr) {
    const auto* exception = static_cast<const ValueException*>(error->payload());
    visit(exception->exception());
    visit(exception->traceback());
  }
  for (const asyncio::DoneCallback* callback : future.callbacks()) follow(callback);
  for (auto [each, last] = waiting_.equal_range(&future); each != last; ++each)
    visit_future(each->second);
  visit_object(state_.object_of(future.loop()));
  if (!future.is_task()) {
    for (auto [each, last] = parts_.equal_range(&future); each != last; ++each)
      visit_future(each->second);
    if (future.wait_kind() == WaitKind::kGather)
      for (const asyncio::Ref<FutureBase>& child :
           static_cast<asyncio::GatheringFuture<Value>&>(future).children())
        visit_future(child.get());
    return;
  }
  auto& task = static_cast<PyTask&>(future);
  visit(task.coroutine());
  visit(task.context);
  if (task.waits_for() != nullptr) visit_future(task.waits_for());
}

namespace {

// Is the gather told in the loop's next turn that a child is done?
bool is_due(FutureBase& future) {
  if (future.wait_kind() != WaitKind::kGather || future.done()) return false;
  bool all = true;
  for (const asyncio::Ref<FutureBase>& child :
       static_cast<asyncio::GatheringFuture<Value>&>(future).children()) {
    all = all && child->done();
    if (!child->done()) continue;
    for (const asyncio::DoneCallback* callback : child->callbacks())
      if (callback != nullptr && callback->completes() == &future) return true;
  }
  return all;
}

}  // namespace

// Its timers and what is ready.
void Reach::follow_loop(const asyncio::EventLoop& loop) {
  if (loop.is_closed()) return;
  for (const asyncio::Handle* handle : loop.queued_handles()) {
    if (handle->program_call() == nullptr) continue;
    const auto& call = *static_cast<const HandleCall*>(handle->program_call());
    visit(call.callable);
    for (const Value& each : call.args) visit(each);
    visit(call.context);
  }
  for (const auto& [future, callback] : loop.queued_futures()) {
    visit_future(future);
    follow(callback);
  }
  for (const auto& [run, self] : loop.own_timers())
    for (FutureBase* each : known_to_timer(run, *self)) visit_future(each);
  for (const asyncio::Ref<asyncio::TaskBase>& task : loop.all_tasks()) {
    FutureBase* waits = task->waits_for();
    if (waits == nullptr || waits->done() || waits->wait_kind() == WaitKind::kSleep ||
        is_due(*waits))
      visit_future(task.get());
  }
}

}  // namespace simul::vm

// The end of a program for what asyncio still has: loops that nobody closed, tasks that wait,
// exceptions that nobody has seen. Mirrors BaseEventLoop.__del__, Task.__del__ and Future.__del__
// in the order in which CPython's last collection calls them.
//
// When the program's names are gone, all of this is one great circle (a future knows its loop, the
// loop its timers). CPython has walked it once before, when the names were still there, and that
// walk has left its list in this order: what something older refers to stays where it was made;
// what is found only later goes to the end of the list. So a loop comes before its tasks and closes
// itself, which frees whoever waited for its timers; a task comes before its coroutine, says that
// it is pending, and then the coroutine is closed and its finally blocks run.
#include <algorithm>
#include <map>

#include "asyncio/gather.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/program_loop.hpp"
#include "vm/threads.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

// A daemon thread stands still for ever, with all that it holds.
bool stands_still(const AsyncioState& state, const AsyncioState::Loop& loop) {
  return state.threads->drives(loop.object.as<LoopObject>());
}

// One object of the circle, as far as the walk is concerned.
struct Node {
  double made = 0;  // when, in ids
  Ref<FutureBase> future;
  Value coroutine;  // a coroutine's own node
  std::vector<std::size_t> refers;
  bool root = false;  // something older than all of these refers to it
  bool reached = false;
  bool listed = false;
};

class Walk {
 public:
  explicit Walk(AsyncioState& state) {
    for (const AsyncioState::Loop& loop : state.loops) {
      if (stands_still(state, loop)) continue;
      for (const Ref<asyncio::TaskBase>& task : loop.core->all_tasks()) add(*task);
    }
    Container* const end = state.vm.heap().containers();
    for (Container* each = end->gc_next; each != end; each = each->gc_next) {
      if (!each->type->is_subtype_of(state.future_type)) continue;
      const auto* view = static_cast<FutureObject*>(each);
      if (view->core && view->core->log_traceback()) add(*view->core);
    }
    for (const Ref<FutureBase>& task : state.escaped)
      if (task->log_traceback()) add(*task);
  }

  // Finalisers' order.
  std::vector<Node*> order() {
    std::vector<std::size_t> list(nodes_.size());
    for (std::size_t index = 0; index < list.size(); ++index) list[index] = index;
    std::sort(list.begin(), list.end(), [this](std::size_t a, std::size_t b) {
      return nodes_[a].made != nodes_[b].made ? nodes_[a].made < nodes_[b].made : a < b;
    });
    const std::vector<std::size_t> by_age = list;
    std::vector<Node*> lost, found;
    for (std::size_t at = 0; at < list.size(); ++at) {
      Node& node = nodes_[list[at]];
      node.listed = true;
      if (!node.root && !node.reached) continue;
      found.push_back(&node);
      for (const std::size_t other : node.refers) {
        Node& next = nodes_[other];
        if (next.root || next.reached) continue;
        next.reached = true;
        if (next.listed) list.push_back(other);
      }
    }
    for (const std::size_t each : by_age)
      if (!nodes_[each].root && !nodes_[each].reached) lost.push_back(&nodes_[each]);
    lost.insert(lost.end(), found.begin(), found.end());
    return lost;
  }

 private:
  std::size_t add(FutureBase& future) {
    if (const auto known = numbers_.find(&future); known != numbers_.end()) return known->second;
    const std::size_t number = nodes_.size();
    numbers_.emplace(&future, number);
    nodes_.emplace_back();
    nodes_[number].made = future.id();
    nodes_[number].future = &future;
    if (!future.is_task()) {
      // A lock, a queue or a name has it; gather's own and the loop's timers are nobody's any more.
      nodes_[number].root = future.wait_kind() != asyncio::WaitKind::kGather &&
                            future.wait_kind() != asyncio::WaitKind::kSleep;
      if (future.wait_kind() == asyncio::WaitKind::kGather && !future.done())
        for (const Ref<FutureBase>& child :
             static_cast<asyncio::GatheringFuture<Value>&>(future).children())
          refer(number, add(*child));
      return number;
    }
    auto& task = static_cast<PyTask&>(future);
    const auto* view = static_cast<const FutureObject*>(task.view());
    nodes_[number].root = view != nullptr && view->core;  // else only the core keeps it
    if (task.done()) return number;
    const std::size_t coroutine = nodes_.size();
    nodes_.emplace_back();
    nodes_[coroutine].made = future.id() - 0.5;
    nodes_[coroutine].coroutine = task.coroutine();
    refer(number, coroutine);
    if (FutureBase* waits = task.waits_for()) {
      const std::size_t other = add(*waits);
      refer(number, other);
      // What wakes the task was made when it began to wait, and refers to it.
      const std::size_t wakeup = nodes_.size();
      nodes_.emplace_back();
      nodes_[wakeup].made = std::max(future.id(), waits->id()) + 0.25;
      refer(wakeup, number);
      refer(other, wakeup);
    }
    return number;
  }
  void refer(std::size_t from, std::size_t to) { nodes_[from].refers.push_back(to); }

  std::vector<Node> nodes_;
  std::map<const FutureBase*, std::size_t> numbers_;
};

Native end_coroutine(Vm& vm, Value coroutine) {
  auto* generator = coroutine.as<GeneratorObject>();
  if (generator->state == GeneratorObject::State::kCreated) {
    warn_never_awaited(vm, generator);
  } else if (generator->state == GeneratorObject::State::kSuspended) {
    Attempt closed = co_await vm.attempt(close_generator(vm, coroutine));
    if (!closed.ok()) vm.write_unraisable(closed.exception, coroutine);
  }
  co_return Value::none();
}

}  // namespace

Native end_tasks(Vm& vm) {
  AsyncioState& state = AsyncioState::of(vm);
  for (std::size_t index = 0; index < state.loops.size(); ++index) {
    asyncio::EventLoop& loop = *state.loops[index].core;
    if (loop.is_closed() || stands_still(state, state.loops[index])) continue;
    loop.refuse();
    while (loop.drop_next())
      if (vm.has_finalizers()) co_await vm.run_finalizers();
    loop.close();
  }
  Walk walk(state);
  for (Node* node : walk.order()) {
    if (node->future)
      node->future->say_last_words();
    else if (node->coroutine && vm.is_exactly(node->coroutine, vm.types().coroutine))
      co_await end_coroutine(vm, node->coroutine);
    if (vm.has_finalizers()) co_await vm.run_finalizers();
  }
  co_return Value::none();
}

}  // namespace simul::vm

// asyncio.Queue, LifoQueue and PriorityQueue. Mirrors Lib/asyncio/queues.py.
//
// Always holds: whoever puts or gets wakes at most one waiter on the other side; a waiter that was
// woken and cannot use it wakes the next. A class derived from these may keep its items its own
// way: where it has one of _init, _put, _get, qsize, empty and full anew, these are called.
#include <algorithm>
#include <cmath>
#include <deque>

#include "asyncio/locks.hpp"
#include "base/rare.hpp"
#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::Ref;

void tell_size(Vm& vm, const QueueObject& queue, asyncio::WaitKind kind) {
  if (queue.id != 0)
    AsyncioState::of(vm).tell(
        {.due_ns = queue.maxsize,
         .subject = queue.id,
         .cause = static_cast<asyncio::Id>(queue.own_items ? queue.inside : queue.items.size()),
         .kind = asyncio::EventKind::kQueueSized,
         .detail = static_cast<std::uint8_t>(kind)});
}

void tell_in_line(AsyncioState& state, const QueueObject& queue, const FutureBase& waiter) {
  if (queue.id != 0)
    state.tell({.subject = waiter.id(),
                .object = queue.id,
                .kind = asyncio::EventKind::kInLine,
                .detail = static_cast<std::uint8_t>(waiter.wait_kind())});
}

struct QueueErrors {
  Type *empty = nullptr, *full = nullptr, *shut_down = nullptr;
};
QueueErrors errors_of(Vm& vm) {
  const AsyncioState& state = AsyncioState::of(vm);
  return {state.queue_empty, state.queue_full, state.queue_shut_down};
}

QueueObject* queue_of(const Value& self) {
  return self.as<QueueObject>();
}

// Does the class have a method of its own in place of one that a queue calls itself?
bool has_own_way(Vm& vm, Type* cls) {
  Type* base = AsyncioState::of(vm).lifo_queue_type->base;
  if (cls == base) return false;  // as most are
  for (const char* name : {"_init", "_put", "_get", "qsize", "empty", "full"})
    if (vm.lookup(cls, vm.name(name)) != vm.lookup(base, vm.name(name))) return true;
  return false;
}

SIMUL_RARE Native own_init(Vm& vm, Value self) {
  const Value size[] = {queue_of(self)->given_size ? queue_of(self)->given_size : Value::small(0)};
  co_await vm.call_method(self, vm.name("_init"), CallArgs(size, 1));
  co_return Value::none();
}

Answer create_queue(Vm& vm, Type* cls, const CallArgs&) {
  auto* queue = vm.instantiate<QueueObject>(cls);
  queue->heap = &vm.heap();
  Value object = Value::adopt(queue);
  const AsyncioState& state = AsyncioState::of(vm);
  if (cls->is_subtype_of(state.lifo_queue_type)) queue->order = Order::kLifo;
  if (cls->is_subtype_of(state.priority_queue_type)) queue->order = Order::kPriority;
  queue->id = AsyncioState::of(vm).tell_made(asyncio::WaitKind::kQueueGet);
  queue->finished = asyncio::make_counted<asyncio::EventFlag>();
  queue->finished->set();
  queue->derived = has_own_way(vm, cls);
  return object;
}
Answer init_queue(Vm& vm, const Value& self, const CallArgs& args) {
  std::vector<Value> slots;
  if (!bind_init(AsyncioState::of(vm), "Queue", self, args, slots)) return Raised{};
  QueueObject* queue = queue_of(self);
  double size = 0;
  if (slots[1] && !vm.to_int64(slots[1], queue->maxsize)) {
    if (!plain_seconds(vm, slots[1], size))
      return vm.raise_type_error(
          cat("'<=' not supported between instances of '", vm.type_name(slots[1]), "' and 'int'"));
    constexpr double kMost = 1e18;
    queue->maxsize = size > kMost ? INT64_MAX : static_cast<std::int64_t>(std::ceil(size));
  }
  queue->given_size = slots[1];
  if (queue->derived) return own_init(vm, self);
  return Value::none();
}

// ---- the heap of a priority queue, as heapq keeps it (a program can see the order of equal items)

SIMUL_RARE Native sift_towards_root(Vm& vm, Value self, std::size_t start, std::size_t position) {
  Value item = queue_of(self)->items[position];
  while (position > start) {
    const std::size_t parent = (position - 1) / 2;
    const Value above = queue_of(self)->items[parent];
    Value less = co_await vm.less(item, above);
    if (!less.is_true()) break;
    queue_of(self)->items[position] = above;
    position = parent;
  }
  queue_of(self)->items[position] = item;
  co_return Value::none();
}

SIMUL_RARE Native sift_to_leaf(Vm& vm, Value self) {
  const std::size_t size = queue_of(self)->items.size();
  Value item = queue_of(self)->items[0];
  std::size_t position = 0;
  for (std::size_t child = 1; child < size; child = 2 * position + 1) {
    if (child + 1 < size) {
      const Value left = queue_of(self)->items[child];
      const Value right = queue_of(self)->items[child + 1];
      Value less = co_await vm.less(left, right);
      if (!less.is_true()) ++child;
    }
    queue_of(self)->items[position] = Value(queue_of(self)->items[child]);
    position = child;
  }
  queue_of(self)->items[position] = item;
  co_await sift_towards_root(vm, self, 0, position);
  co_return Value::none();
}

// The first of a queue, the last of a stack or a heap.
Value take_end(QueueObject& queue) {
  Value item;
  if (queue.order == Order::kFifo) {
    item = std::move(queue.items.front());
    queue.items.pop_front();
  } else {
    item = std::move(queue.items.back());
    queue.items.pop_back();
  }
  return item;
}

// The item joins those inside.
Answer store(Vm& vm, const Value& self, Value item) {
  QueueObject* queue = queue_of(self);
  queue->items.push_back(std::move(item));
  queue->count_items();
  if (queue->order == Order::kPriority)
    return sift_towards_root(vm, self, 0, queue->items.size() - 1);
  return Value::none();
}

// The next item leaves those inside; there is one.
SIMUL_RARE Native take_smallest(Vm& vm, Value self) {
  Value item = take_end(*queue_of(self));
  if (!queue_of(self)->items.empty()) {
    std::swap(item, queue_of(self)->items.front());
    co_await sift_to_leaf(vm, self);
  }
  queue_of(self)->count_items();
  co_return std::move(item);
}
Answer take(Vm& vm, const Value& self) {
  QueueObject* queue = queue_of(self);
  if (queue->order == Order::kPriority) return take_smallest(vm, self);
  Value item = take_end(*queue);
  queue->count_items();
  return item;
}

// ---- what a derived class may do its own way

Answer queue_init_hook(Vm&, const CallArgs&) {
  return Value::none();
}

// What asyncio.queues calls, by its names there.
SIMUL_RARE Native call_heapq(Vm& vm, const char* name, OwnedArgs args) {
  const Value heapq = co_await vm.import_module(vm.name("heapq"));
  const Value function = co_await vm.get_attr(heapq, vm.name(name));
  Value result = co_await vm.call(function, args);
  co_return std::move(result);
}

SIMUL_RARE Native queue_put_hook(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  QueueObject* queue = queue_of(self);
  if (queue->own_items) {
    Value own = queue->own_items;
    if (queue->order == Order::kPriority) {
      const Value pushed[] = {own, args[1]};
      co_await call_heapq(vm, "heappush", OwnedArgs(CallArgs(pushed, 2)));
    } else {
      co_await vm.call_method(own, vm.name("append"), CallArgs(&args[1], 1));
    }
    co_return Value::none();
  }
  co_await store(vm, self, args[1]);
  co_return Value::none();
}

SIMUL_RARE Native queue_get_hook(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  QueueObject* queue = queue_of(self);
  if (queue->own_items && queue->order == Order::kPriority) {
    const Value heap = queue->own_items;
    co_return co_await call_heapq(vm, "heappop", OwnedArgs(CallArgs(&heap, 1)));
  }
  if (queue->own_items) {
    const char* take = queue->order == Order::kFifo ? "popleft" : "pop";
    Value own = co_await vm.call_method(queue->own_items, take);
    co_return std::move(own);
  }
  if (queue->items.empty())
    co_return vm.raise(vm.exceptions().IndexError, "pop from an empty deque");
  co_return take(vm, self);
}

SIMUL_RARE Native ask_truth(Vm& vm, Value self, const char* method) {
  Value said = co_await vm.call_method(self, method);
  Value truth = co_await vm.truth(said);
  co_return std::move(truth);
}
Answer is_empty(Vm& vm, const Value& self) {
  if (queue_of(self)->derived) return ask_truth(vm, self, "empty");
  return Value::boolean(queue_of(self)->items.empty());
}
Answer is_full(Vm& vm, const Value& self) {
  if (queue_of(self)->derived) return ask_truth(vm, self, "full");
  return Value::boolean(queue_of(self)->full());
}

// ---- without waiting

Native put_now(Vm& vm, Value self, Value item) {
  QueueObject* queue = queue_of(self);
  if (queue->shutdown) co_return vm.raise(errors_of(vm).shut_down);
  if (queue->derived) {
    Value full = co_await is_full(vm, self);
    if (full.is_true()) co_return vm.raise(errors_of(vm).full);
    co_await vm.call_method(self, vm.name("_put"), CallArgs(&item, 1));
    ++queue->inside;
  } else {
    if (queue->full()) co_return vm.raise(errors_of(vm).full);
    co_await store(vm, self, std::move(item));
  }
  ++queue->unfinished;
  tell_size(vm, *queue, asyncio::WaitKind::kQueuePut);
  queue->finished->clear();
  queue->getters.wake_next_and_forget();
  co_return AsyncioState::of(vm).unless_refused(Value::none());
}

Native get_now(Vm& vm, Value self) {
  QueueObject* queue = queue_of(self);
  bool empty = queue->items.empty();
  if (queue->derived) {
    Value said = co_await is_empty(vm, self);
    empty = said.is_true();
  }
  if (empty) co_return vm.raise(queue->shutdown ? errors_of(vm).shut_down : errors_of(vm).empty);
  Value item;
  if (queue->derived) {
    item = co_await vm.call_method(self, "_get");
    if (queue->inside > 0) --queue->inside;
  } else {
    item = co_await take(vm, self);
  }
  tell_size(vm, *queue, asyncio::WaitKind::kQueueGet);
  queue->putters.wake_next_and_forget();
  co_return AsyncioState::of(vm).unless_refused(item);
}

SIMUL_RARE Native queue_put_nowait(Vm& vm, OwnedArgs args) {
  co_return co_await put_now(vm, args[0], args[1]);
}
SIMUL_RARE Native queue_get_nowait(Vm& vm, OwnedArgs args) {
  co_return co_await get_now(vm, args[0]);
}

// ---- with waiting

constexpr const char* kPutNow = "put_nowait";
constexpr const char* kGetNow = "get_nowait";

Native queue_put(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = args[0];
  QueueObject* queue = queue_of(self);
  while (queue->derived || queue->full()) {
    if (queue->derived) {
      Value full = co_await is_full(vm, self);
      if (!full.is_true()) break;
    }
    if (queue->shutdown) co_return vm.raise(errors_of(vm).shut_down);
    LoopObject* loop = waiting_loop<QueueObject>(state, self);
    if (loop == nullptr) co_return Raised{};
    const Ref<FutureBase> putter = queue->putters.add(*loop->core, asyncio::WaitKind::kQueuePut);
    tell_in_line(state, *queue, *putter);
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, putter);
    if (!woken.ok()) {
      putter->cancel();
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
      queue->putters.remove(*putter);
      Value still_full = co_await is_full(vm, self);
      if (!still_full.is_true() && !putter->cancelled()) queue->putters.wake_next_and_forget();
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
      co_return raise_again(vm, std::move(woken.exception));
    }
  }
  if (has_own_method(vm, self, kPutNow))
    co_return co_await vm.call_method(self, vm.name(kPutNow), CallArgs(&args[1], 1));
  co_return co_await put_now(vm, self, args[1]);
}

Native queue_get(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = args[0];
  QueueObject* queue = queue_of(self);
  while (queue->derived || queue->items.empty()) {
    if (queue->derived) {
      Value empty = co_await is_empty(vm, self);
      if (!empty.is_true()) break;
    }
    if (queue->shutdown) co_return vm.raise(errors_of(vm).shut_down);
    LoopObject* loop = waiting_loop<QueueObject>(state, self);
    if (loop == nullptr) co_return Raised{};
    const Ref<FutureBase> getter = queue->getters.add(*loop->core, asyncio::WaitKind::kQueueGet);
    tell_in_line(state, *queue, *getter);
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, getter);
    if (!woken.ok()) {
      getter->cancel();
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
      queue->getters.remove(*getter);
      Value still_empty = co_await is_empty(vm, self);
      if (!still_empty.is_true() && !getter->cancelled()) queue->getters.wake_next_and_forget();
      if (state.counters.refusing()) co_return refused_while(state, std::move(woken.exception));
      co_return raise_again(vm, std::move(woken.exception));
    }
  }
  if (has_own_method(vm, self, kGetNow)) co_return co_await vm.call_method(self, kGetNow);
  co_return co_await get_now(vm, self);
}

SIMUL_RARE Native queue_join(Vm& vm, OwnedArgs args) {
  AsyncioState& state = AsyncioState::of(vm);
  const Value self = args[0];
  QueueObject* queue = queue_of(self);
  if (queue->unfinished > 0 && !queue->finished->is_set()) {
    const auto describe = [queue] {
      std::string text = cat("<asyncio.locks.Event object at ", quoted_address(queue), " [unset");
      if (const std::size_t waiters = queue->finished->waiters(); waiters > 0)
        text += cat(", waiters:", waiters);
      return text + "]>";
    };
    LoopObject* loop = waiting_loop(state, queue->joined_in, describe);
    if (loop == nullptr) co_return Raised{};
    const Ref<FutureBase> waiter = queue->finished->wait(*loop->core);
    waiter->set_wait_kind(asyncio::WaitKind::kQueueJoin);
    tell_in_line(state, *queue, *waiter);
    Attempt woken;
    SIMUL_AWAIT_FUTURE(woken, vm, state, waiter);
    queue->finished->waited(*waiter);
    if (!woken.ok()) co_return raise_again(vm, std::move(woken.exception));
  }
  co_return Value::none();
}

// ---- the rest

Answer queue_task_done(Vm& vm, const CallArgs& args) {
  QueueObject* queue = queue_of(args[0]);
  if (queue->unfinished <= 0) return vm.raise_value_error("task_done() called too many times");
  if (--queue->unfinished == 0) queue->finished->set();
  return AsyncioState::of(vm).unless_refused(Value::none());
}
Answer queue_qsize(Vm& vm, const CallArgs& args) {
  const QueueObject* queue = queue_of(args[0]);
  if (queue->own_items) return vm.length(queue->own_items);
  return vm.integer(static_cast<std::int64_t>(queue->items.size()));
}
SIMUL_RARE Native own_empty(Vm& vm, Value own_items) {
  Value some = co_await vm.truth(own_items);
  co_return Value::boolean(!some.is_true());
}
Answer queue_empty(Vm& vm, const CallArgs& args) {
  const QueueObject* queue = queue_of(args[0]);
  if (queue->own_items) return own_empty(vm, queue->own_items);
  return Value::boolean(queue->items.empty());
}
SIMUL_RARE Native own_full(Vm& vm, Value self) {
  if (queue_of(self)->maxsize <= 0) co_return Value::boolean(false);
  Value size = co_await vm.call_method(self, "qsize");
  Value less = co_await vm.less(size, vm.integer(queue_of(self)->maxsize));
  co_return Value::boolean(!less.is_true());
}
Answer queue_full(Vm& vm, const CallArgs& args) {
  if (queue_of(args[0])->derived) return own_full(vm, args[0]);
  return Value::boolean(queue_of(args[0])->full());
}
Answer queue_maxsize(Vm&, const Value& self) {
  const Value& given = queue_of(self)->given_size;
  return given ? given : Value::small(0);
}
// From here on the items are where the program can reach them.
void hand_over(QueueObject& queue, Value to) {
  queue.inside = queue.items.size();
  std::deque<Value>().swap(queue.items);
  queue.count_items();
  queue.own_items = std::move(to);
  queue.derived = true;
}
SIMUL_RARE Native hand_over_deque(Vm& vm, Value self) {
  const auto& items = queue_of(self)->items;
  Value deque = co_await deque_of(vm, std::vector<Value>(items.begin(), items.end()));
  hand_over(*queue_of(self), deque);
  co_return std::move(deque);
}
SIMUL_RARE Answer queue_items(Vm& vm, const Value& self) {
  QueueObject* queue = queue_of(self);
  if (queue->own_items) return queue->own_items;
  if (queue->order == Order::kFifo) return hand_over_deque(vm, self);
  hand_over(*queue, vm.list(std::vector<Value>(queue->items.begin(), queue->items.end())));
  return queue->own_items;
}
Answer set_queue_items(Vm& vm, const Value& self, const Value& value) {
  if (!value)
    return vm.raise(vm.exceptions().NotImplementedError, "Simul does not delete Queue._queue");
  hand_over(*queue_of(self), value);
  return Value::none();
}
Answer set_queue_maxsize(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.to_int64(value, queue_of(self)->maxsize))
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul sets Queue._maxsize to an int only");
  queue_of(self)->given_size = value;
  return Value::none();
}

// A closed loop refuses to wake the first of them, and the others are left alone.
Answer wake_all(Vm& vm, QueueObject& queue, bool finished) {
  AsyncioState& state = AsyncioState::of(vm);
  const asyncio::Counters& counters = state.counters;
  if (finished) queue.finished->set();
  while (!counters.refusing() && !queue.getters.empty()) queue.getters.wake_next_and_forget();
  while (!counters.refusing() && !queue.putters.empty()) queue.putters.wake_next_and_forget();
  return state.unless_refused(Value::none());
}

SIMUL_RARE Native drop_items_own_way(Vm& vm, Value self) {
  QueueObject* queue = queue_of(self);
  while (true) {
    Value empty = co_await is_empty(vm, self);
    if (empty.is_true()) break;
    co_await vm.call_method(self, "_get");
    if (queue->unfinished > 0) --queue->unfinished;
  }
  co_return wake_all(vm, *queue, queue->unfinished == 0);
}

Answer queue_shutdown(Vm& vm, const CallArgs& args) {
  const Value& immediate = args[1];
  QueueObject* queue = queue_of(args[0]);
  queue->shutdown = true;
  bool finished = false;
  if (immediate && immediate.is_true()) {
    if (queue->derived) return drop_items_own_way(vm, args[0]);
    std::deque<Value> dropped;
    dropped.swap(queue->items);
    queue->unfinished =
        std::max<std::int64_t>(0, queue->unfinished - static_cast<std::int64_t>(dropped.size()));
    finished = queue->unfinished == 0;
  }
  return wake_all(vm, *queue, finished);
}

// _format(), and before and behind it what repr() and str() say.
enum class Around : std::uint8_t { kNothing, kName, kNameAndAddress };
SIMUL_RARE Native queue_text(Vm& vm, Value self, Around around) {
  QueueObject* queue = queue_of(self);
  std::string text;
  if (around != Around::kNothing) text = cat("<", vm.type_name(self));
  if (around == Around::kNameAndAddress) {
    char address[32];
    std::snprintf(address,
                  sizeof address,
                  " at 0x%llx",
                  static_cast<unsigned long long>(Heap::steady_address(self.object())));
    text += address;
  }
  Value size = co_await vm.repr(queue->given_size ? queue->given_size : Value::small(0));
  text += cat(around == Around::kNothing ? "maxsize=" : " maxsize=", vm.text(size));
  if (queue->own_items) {
    Value some = co_await vm.truth(queue->own_items);
    if (some.is_true()) {
      const Value items[] = {queue->own_items};
      Value listed = co_await vm.call(vm.type_value(vm.types().list), CallArgs(items, 1));
      Value shown = co_await vm.repr(listed);
      text += cat(" _queue=", vm.text(shown));
    }
  } else if (!queue->items.empty()) {
    Value shown =
        co_await vm.repr(vm.list(std::vector<Value>(queue->items.begin(), queue->items.end())));
    text += cat(" _queue=", vm.text(shown));
  }
  if (!queue->getters.empty()) text += cat(" _getters[", queue->getters.size(), "]");
  if (!queue->putters.empty()) text += cat(" _putters[", queue->putters.size(), "]");
  if (queue->unfinished > 0) text += cat(" tasks=", queue->unfinished);
  if (queue->shutdown) text += " shutdown";
  if (around != Around::kNothing) text += '>';
  co_return vm.str(text);
}
Answer queue_repr(Vm& vm, const Value& self) {
  return queue_text(vm, self, Around::kNameAndAddress);
}
Answer queue_str(Vm& vm, const Value& self) {
  return queue_text(vm, self, Around::kName);
}
SIMUL_RARE Native queue_format(Vm& vm, OwnedArgs args) {
  co_return co_await queue_text(vm, args[0], Around::kNothing);
}

}  // namespace

void install_queue_types(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  constexpr std::uint32_t kAsync = kFoldedFrame | kMakesCoroutine;
  const auto error = [&](const char* name) {
    Type* type = vm.make_type({.name = name,
                               .module = "asyncio.queues",
                               .base = vm.exceptions().Exception,
                               .flags = kSubclassable | kHasDict});
    vm.set_module_attr(module, name, vm.type_value(type));
    return type;
  };
  state.queue_empty = error("QueueEmpty");
  state.queue_full = error("QueueFull");
  state.queue_shut_down = error("QueueShutDown");
  const auto make = [&](const char* name, TypeSpec spec) {
    spec.name = name;
    spec.module = "asyncio.queues";
    spec.instance_size = sizeof(QueueObject);
    spec.flags = kSubclassable | kHasDict;
    spec.slots.create = create_queue;
    spec.slots.init = init_queue;
    spec.slots.repr = queue_repr;
    spec.slots.str = queue_str;
    spec.slots.destroy = destroy_as<QueueObject>;
    spec.slots.traverse = [](Object* self, Visitor& visitor) {
      for (const Value& item : static_cast<QueueObject*>(self)->items) visitor.visit(item);
      visitor.visit(static_cast<QueueObject*>(self)->own_items);
      visitor.visit(static_cast<QueueObject*>(self)->finished_view);
      visitor.visit(static_cast<QueueObject*>(self)->dict);
    };
    spec.slots.clear = [](Object* self) {
      static_cast<QueueObject*>(self)->items.clear();
      static_cast<QueueObject*>(self)->own_items.reset();
      static_cast<QueueObject*>(self)->finished_view.reset();
      static_cast<QueueObject*>(self)->dict.reset();
    };
    spec.getters.push_back(dict_getter());
    Type* type = vm.make_type(spec);
    type->dict_offset = offset_of(&QueueObject::dict);
    vm.set_module_attr(module, name, vm.type_value(type));
    return type;
  };
  TypeSpec queue{.name = "Queue",
                 .methods = {{"put", queue_put, 1, 1, kAsync},
                             {"get", queue_get, 0, 0, kAsync},
                             {"join", queue_join, 0, 0, kAsync},
                             {kPutNow, queue_put_nowait, 1, 1, kFoldedFrame},
                             {kGetNow, queue_get_nowait, 0, 0, kFoldedFrame},
                             {"task_done", queue_task_done, 0, 0, kFoldedFrame},
                             {"qsize", queue_qsize, 0, 0},
                             {"empty", queue_empty, 0, 0},
                             {"full", queue_full, 0, 0},
                             {"shutdown", queue_shutdown, 0, 1},
                             {"_format", queue_format, 0, 0},
                             {"_init", queue_init_hook, 1, 1},
                             {"_put", queue_put_hook, 1, 1},
                             {"_get", queue_get_hook, 0, 0}},
                 .getters = {{"maxsize", queue_maxsize},
                             {"_maxsize", queue_maxsize, set_queue_maxsize},
                             {"_queue", queue_items, set_queue_items}}};
  for (const GetterDef& getter : inside_getters(asyncio::WaitKind::kQueueGet))
    queue.getters.push_back(getter);
  for (const NativeDef& method : inside_methods(asyncio::WaitKind::kQueueGet))
    queue.methods.push_back(method);
  Type* base = make("Queue", queue);
  state.lifo_queue_type = make("LifoQueue", {.name = "", .base = base});
  state.priority_queue_type = make("PriorityQueue", {.name = "", .base = base});
}

}  // namespace simul::vm

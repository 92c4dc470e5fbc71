// Heap and the death of objects: see heap.hpp. The cycle collection mirrors Python/gc.c: what no
// reference from outside reaches is unreachable; finalisers first, then clear.
#include "vm/heap.hpp"

#include <algorithm>
#include <cstring>
#include <new>
#include <tuple>

#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/program_loop.hpp"
#include "vm/traverse.hpp"

namespace simul::vm {

namespace {

constexpr int kDeathDepth = 50;  // as CPython's trashcan

std::size_t size_of(const Object* object) {
  const Type* type = object->type;
  if (!type->has(kVariableSize)) return type->instance_size;
  const std::size_t own = type->slots.size_of(object);
  return type->dict_offset != 0 ? round_to_value(own) + sizeof(Value) : own;
}

// Chunks are aligned to their size, so that an object finds its chunk's header by its address.
constexpr std::size_t kChunk = 64 * 1024;
struct alignas(16) ChunkHeader {
  std::uint64_t index;
  std::uint32_t more;  // chunks that lie behind this one and wait
  bool begins;         // what was allocated for several begins here
};
ChunkHeader* header_of(void* chunk) {
  return static_cast<ChunkHeader*>(chunk);
}
// So many at once: around each that is allocated alone malloc loses another, for its alignment.
std::size_t next_chunks(std::size_t so_far) {
  constexpr std::size_t kPart = 4, kMost = 32;
  return std::clamp(so_far / kPart, std::size_t{1}, kMost);
}

}  // namespace

std::uint64_t Heap::steady_address(const Object* object) {
  const_cast<Object*>(object)->bits |= kSeenBit;  // says nothing of what it is
  constexpr std::uint64_t kChunks = 0x7f00'0000'0000, kBig = 0x7e00'0000'0000;
  const std::size_t index = steps(size_of(object));
  if (index >= std::tuple_size_v<decltype(free_)>)
    return kBig + (reinterpret_cast<const Big*>(object) - 1)->serial * 4096;
  const auto place = reinterpret_cast<std::uintptr_t>(object);
  const auto* chunk = reinterpret_cast<const ChunkHeader*>(place & ~(std::uintptr_t{kChunk} - 1));
  return kChunks + chunk->index * kChunk + place % kChunk;
}

Heap::~Heap() {
  for (auto chunk = chunks_.rbegin(); chunk != chunks_.rend(); ++chunk)
    if (header_of(*chunk)->begins) ::operator delete(*chunk, std::align_val_t{kChunk});
  for (Big* each = big_.next; each != &big_;) {
    Big* next = each->next;
    ::operator delete(each);
    each = next;
  }
}

void Heap::free_big(void* memory) {
  Big* big = static_cast<Big*>(memory) - 1;
  big->previous->next = big->next;
  big->next->previous = big->previous;
  ::operator delete(big);
}

void* Heap::allocate_slow(std::size_t size) {
  const std::size_t index = steps(size);
  if (index >= free_.size()) {
    auto* big = static_cast<Big*>(::operator new(size + sizeof(Big)));
    big->serial = ++big_serial_;
    big->previous = &big_;
    big->next = big_.next;
    big_.next->previous = big;
    big_.next = big;
    return big + 1;
  }
  const std::size_t bytes = index * kStep;
  if (chunk_left_ < bytes) {
    const std::uint32_t waiting = chunks_.empty() ? 0 : header_of(chunks_.back())->more;
    char* start = nullptr;
    if (waiting > 0) {
      start = static_cast<char*>(chunks_.back()) + kChunk;
      new (start) ChunkHeader{chunks_.size(), waiting - 1, false};
    } else {
      const std::size_t count = next_chunks(chunks_.size());
      start = static_cast<char*>(::operator new(count * kChunk, std::align_val_t{kChunk}));
      new (start) ChunkHeader{chunks_.size(), static_cast<std::uint32_t>(count - 1), true};
    }
    chunk_ = start + sizeof(ChunkHeader);
    chunk_left_ = kChunk - sizeof(ChunkHeader);
    chunks_.push_back(start);
  }
  void* memory = chunk_;
  chunk_ += bytes;
  chunk_left_ -= bytes;
  return memory;
}

namespace {

// Most of what a raise and its catching leave behind: plain deaths, each member in the order of its
// type's destroy slot, without the questions that only others have to be asked. False: ask them.
[[gnu::always_inline]] inline bool dies_plainly(Vm& vm, Object* object) {
  const Types& types = vm.types();
  Heap& heap = vm.heap();
  Type* type = object->type;
  if (object->bits != kContainerBit) return false;
  if (type == types.traceback) {
    auto* link = static_cast<TracebackObject*>(object);
    heap.unlink(link);
    link->~TracebackObject();
    heap.deallocate(link, sizeof(TracebackObject));
    return true;
  }
  if (type == types.tuple) {
    auto* tuple = static_cast<TupleObject*>(object);
    const std::size_t size = tuple->size;
    heap.unlink(tuple);
    for (std::size_t i = size; i-- > 0;) {
      if (tuple->items()[i].is_object()) tuple->items()[i].reset();
      KEEP_LOOP();
    }
    heap.deallocate(tuple, sizeof(TupleObject) + size * sizeof(Value));
    return true;
  }
  if (type == types.frame) {
    auto* frame = static_cast<Frame*>(object);
    if (frame->function == nullptr || frame->cleared) return false;
    Vm::Internals::free_frame(heap, frame);
    return true;
  }
  if (type->slots.destroy == destroy_exception && !type->has(kUserClass)) {
    auto* exception = static_cast<ExceptionObject*>(object);
    heap.unlink(exception);
    destroy_exception(exception);
    heap.deallocate(exception, type->instance_size);
    return true;
  }
  return false;
}

// Those that had to wait for their death.
[[gnu::noinline]] void bury(Vm& vm, std::vector<Object*>& dying) {
  while (!dying.empty()) {
    Object* next = dying.back();
    dying.pop_back();
    next->refcount = 0;
    if (!dies_plainly(vm, next)) Vm::Internals::destroy_now(vm, next);
  }
}

}  // namespace

void release_last(Object* object) {
  const Type* type = object->type;
  Vm& vm = *type->vm;
  if (vm.sweeping_) return;
  // What holds nothing and tells nobody just goes.
  if (type == vm.types_.str) {
    vm.heap_.deallocate(object, sizeof(StrObject) + static_cast<StrObject*>(object)->size + 1);
    return;
  }
  if (type == vm.types_.float_) {
    vm.heap_.deallocate(object, sizeof(FloatObject));
    return;
  }
  if (type == vm.types_.int_ && static_cast<IntObject*>(object)->number.word() != nullptr) {
    vm.heap_.deallocate(object, sizeof(IntObject));
    return;
  }
  if (type == vm.types_.coroutine &&
      Vm::Internals::end_coroutine(vm.heap_, static_cast<GeneratorObject*>(object)))
    return;
  Vm::Internals& internals = *vm.internals_;
  if (internals.death_depth >= kDeathDepth) {
    object->refcount = 1;  // nobody's, but alive until its turn
    internals.dying.push_back(object);
    return;
  }
  ++internals.death_depth;
  if (!dies_plainly(vm, object)) Vm::Internals::destroy_now(vm, object);
  if (internals.death_depth == 1 && !internals.dying.empty()) [[unlikely]]
    bury(vm, internals.dying);
  --internals.death_depth;
}

bool Vm::Internals::queue_finalizer(Vm& vm, Object* object) {
  if ((object->bits & kFinalizedBit) != 0) return false;
  const Type* type = object->type;
  bool wanted = type->has_finalizer;
  if (!wanted && (type == vm.types_.generator || type == vm.types_.coroutine ||
                  type == vm.types_.async_generator)) {
    const auto* generator = static_cast<GeneratorObject*>(object);
    if (generator->state == GeneratorObject::State::kDone) return false;
    const bool hooked = type == vm.types_.async_generator && generator->finalizer;
    if (generator->state == GeneratorObject::State::kCreated) wanted = hooked;
    if (generator->state == GeneratorObject::State::kSuspended) {
      const Frame* frame = generator->frame();
      // Only a body inside a try or with block can notice that it is closed.
      wanted = frame == nullptr || hooked;
      if (frame != nullptr) {
        const std::uint32_t at = frame->instruction();
        for (const bytecode::ExceptionEntry& entry : frame->code->code->exceptions) {
          // The entry that covers the whole body (StopIteration -> RuntimeError) sees nothing of
          // GeneratorExit.
          if (at >= entry.start && at < entry.end && !(entry.depth == 0 && entry.lasti))
            wanted = true;
        }
      }
    }
  }
  if (!wanted || vm.internals_->shutting_down) return false;
  object->bits |= kFinalizedBit;
  ++object->refcount;
  vm.finalizers_.push_back(Value::adopt(object));
  vm.finalizers_waiting_ = true;
  return true;
}

// What dies in a circle says so before anything of the circle is taken apart, oldest first.
bool Vm::Internals::queue_last_words(Vm& vm, Object* object) {
  if ((object->bits & kFinalizedBit) != 0 || vm.internals_->shutting_down) return false;
  bool wanted = false;
  if (object->type == vm.types_.coroutine) {
    const auto* coroutine = static_cast<GeneratorObject*>(object);
    wanted = coroutine->state == GeneratorObject::State::kCreated && !coroutine->awaited;
  } else if (object->type == vm.types_.async_generator_asend ||
             object->type == vm.types_.async_generator_athrow) {
    wanted = static_cast<AsyncGeneratorStep*>(object)->state == AsyncGeneratorStep::State::kInit;
  } else {
    wanted = dies_with_words(vm, object);
  }
  if (!wanted) return false;
  object->bits |= kFinalizedBit;
  vm.finalizers_.push_back(Value::share(object));
  vm.finalizers_waiting_ = true;
  return true;
}

namespace {

// Slots and the __dict__ of an instance, which lie behind the native part.
[[gnu::noinline]] void drop_members(const Type* type, Object* object, std::size_t size) {
  char* base = reinterpret_cast<char*>(object);
  if (type->has(kVariableSize)) {
    if (type->dict_offset != 0) reinterpret_cast<Value*>(base + size - sizeof(Value))->reset();
  } else {
    for (std::size_t at = type->native_size; at < type->instance_size; at += sizeof(Value)) {
      reinterpret_cast<Value*>(base + at)->reset();
    }
  }
}

}  // namespace

void Vm::Internals::destroy_now(Vm& vm, Object* object) {
  Type* type = object->type;
  if (type->slots.survive != nullptr && type->slots.survive(object)) return;
  // Only these may have something to say, and of them few have.
  if ((type->has_finalizer || type == vm.types_.generator || type == vm.types_.coroutine ||
       type == vm.types_.async_generator) &&
      queue_finalizer(vm, object))
    return;
  const std::size_t size = size_of(object);
  object->refcount = 1;  // whoever looks at it while it dies takes and drops without a second death
  object->bits |= kDyingBit;
  if ((object->bits & kWeakBit) != 0) clear_weak_references(vm, object);
  if ((object->bits & kContainerBit) != 0) vm.heap_.unlink(static_cast<Container*>(object));
  const bool user_class = type->has(kUserClass);
  if (user_class) drop_members(type, object, size);
  if (type->slots.destroy != nullptr) type->slots.destroy(object);
  vm.heap_.deallocate(object, size);
  if (user_class && --type->refcount == 0) release_last(type);
}

void traverse(Container* object, Visitor& visitor) {
  const Type* type = object->type;
  if (type->slots.traverse != nullptr) type->slots.traverse(object, visitor);
  if (type->has(kUserClass)) {
    visitor.visit_object(object->type);
    char* base = reinterpret_cast<char*>(object);
    if (!type->has(kVariableSize)) {
      for (std::size_t at = type->native_size; at < type->instance_size; at += sizeof(Value)) {
        visitor.visit(*reinterpret_cast<Value*>(base + at));
      }
    } else if (type->dict_offset != 0) {
      visitor.visit(*type->vm->dict_slot(object));
    }
  }
}

namespace {

class Subtract final : public Visitor {
 public:
  void visit_reference(Object* object) override {
    if ((object->bits & kContainerBit) != 0) --static_cast<Container*>(object)->gc_count;
  }
};

class Mark final : public Visitor {
 public:
  std::vector<Container*> todo;
  void visit_reference(Object* object) override {
    if ((object->bits & kContainerBit) == 0 || (object->bits & kReachableBit) != 0) return;
    object->bits |= kReachableBit;
    todo.push_back(static_cast<Container*>(object));
  }
};

struct Unreachable {
  std::vector<Value> objects;  // from the oldest to the youngest
  std::size_t old = 0;         // how many of them are older than `young`
  std::vector<Value> spared;   // not among these: what is younger than `spared_from`
};

Unreachable unreachable(Heap& heap, const Value& young, const Value& spared_from) {
  Container* head = heap.containers();
  for (Container* each = head->gc_next; each != head; each = each->gc_next) {
    each->gc_count = each->refcount;
    each->bits &= ~kReachableBit;
  }
  Subtract subtract;
  for (Container* each = head->gc_next; each != head; each = each->gc_next) {
    traverse(each, subtract);
  }
  Mark mark;
  for (Container* each = head->gc_next; each != head; each = each->gc_next) {
    if (each->gc_count > 0) mark.visit_object(each);
  }
  while (!mark.todo.empty()) {
    Container* next = mark.todo.back();
    mark.todo.pop_back();
    traverse(next, mark);
  }
  Unreachable found;
  const Object* const first_young = young ? young.object() : nullptr;
  const Object* const first_spared = spared_from ? spared_from.object() : nullptr;
  bool met = false;
  bool spares = false;
  for (Container* each = head->gc_next; each != head; each = each->gc_next) {
    if (each == first_young) {
      met = true;
      found.old = found.objects.size();
    }
    spares = spares || each == first_spared;
    if ((each->bits & kReachableBit) == 0)
      (spares ? found.spared : found.objects).push_back(Value::share(each));
  }
  if (!met) found.old = found.objects.size();
  return found;
}

// What these reach stays as it is.
void mark_from(const std::vector<Value>& roots) {
  Mark mark;
  for (const Value& each : roots) mark.visit_object(each.object());
  while (!mark.todo.empty()) {
    Container* next = mark.todo.back();
    mark.todo.pop_back();
    traverse(next, mark);
  }
}

// Whose turn it is to be finalised: futures, then bodies, then the rest (the rule of
// scripts/oracle/child/simul_collect.py).
int rank(Vm& vm, const Object* object) {
  if (has_last_words(vm, object)) return 0;
  if (object->type->has_finalizer && is_future(vm, object)) return 0;
  const Types& types = vm.types();
  const Type* type = object->type;
  if (type == types.coroutine || type == types.generator || type == types.async_generator ||
      type == types.async_generator_asend || type == types.async_generator_athrow)
    return 1;
  return 2;
}

void clear_object(Object* object) {
  const Type* type = object->type;
  if (type->slots.clear != nullptr) type->slots.clear(object);
  if (type->has(kUserClass)) {
    char* base = reinterpret_cast<char*>(object);
    if (!type->has(kVariableSize)) {
      for (std::size_t at = type->native_size; at < type->instance_size; at += sizeof(Value)) {
        reinterpret_cast<Value*>(base + at)->reset();
      }
    } else if (type->dict_offset != 0) {
      type->vm->dict_slot(object)->reset();
    }
  }
}

}  // namespace

std::int64_t collect_with_young(Vm& vm, const Value& young, const Value& spared_from) {
  Unreachable all = unreachable(vm.heap(), young, spared_from);
  std::vector<Value>& found = all.objects;
  // Weak references know first; those that die too tell nobody.
  for (const Value& each : found) {
    if ((each.object()->bits & kWeakBit) == 0) continue;
    auto& all = Vm::Internals::weak_references_of(vm);
    if (const auto references = all.find(each.object()); references != all.end()) {
      for (WeakReference* reference : references->second) {
        if ((reference->bits & kReachableBit) == 0) reference->callback.reset();
      }
    }
    Vm::Internals::clear_weak_references(vm, each.object());
  }
  // An instance's own dict and a generator's frame are no objects of their own in CPython.
  auto count = static_cast<std::int64_t>(found.size());
  for (const Value& each : found) {
    if (each.object()->type == vm.types().frame) --count;
    if (!each.object()->type->has(kUserClass)) continue;
    const Value* dict = vm.dict_slot(each.object());
    if (dict != nullptr && dict->is_object() && dict->object()->refcount == 2) --count;
  }
  bool finalizing = false;
  const auto finalize = [&](const Value& each) {
    if (each.object()->type->has_finalizer && survives(vm, each.object())) return;
    if (Vm::Internals::queue_finalizer(vm, each.object()) ||
        Vm::Internals::queue_last_words(vm, each.object()))
      finalizing = true;
  };
  constexpr int kRanks = 3;
  for (int turn = 0; turn < kRanks; ++turn)
    for (std::size_t index = 0; index < all.old; ++index)
      if (rank(vm, found[index].object()) == turn) finalize(found[index]);
  for (std::size_t index = all.old; index < found.size(); ++index) finalize(found[index]);
  // What a finaliser may still look at stays whole until it ran; the next collection takes it.
  if (!finalizing) {
    mark_from(all.spared);
    for (const Value& each : found) {
      if (each.object()->refcount > 1 && (each.object()->bits & kReachableBit) == 0)
        clear_object(each.object());
    }
  }
  // Oldest first, as CPython's clear loop meets them.
  for (Value& each : found) each.reset();
  return count;
}

std::int64_t Vm::collect() {
  return collect_with_young(*this, {}, {});
}

}  // namespace simul::vm

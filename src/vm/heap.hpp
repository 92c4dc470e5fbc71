// Heap: where objects and frames of one Vm live: size classes with free lists, a byte count with a
// limit, the list of containers, and the death of objects. Mirrors Objects/obmalloc.c and
// Python/gc.c in what a program can see.
//
// Always holds: memory comes in steps of two words; an allocation over the limit gives null and the
// caller raises MemoryError; a chain of dying objects deeper than kDeathDepth waits in a queue, so
// the native stack stays flat.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <vector>

#include "vm/object.hpp"

namespace simul::vm {

class Heap {
 public:
  static constexpr std::int64_t kDefaultLimit = 256ll * 1024 * 1024;

  explicit Heap(std::int64_t limit = kDefaultLimit) : limit_(limit) {
    containers_.gc_previous = containers_.gc_next = &containers_;
  }
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  // Half of a step is lost with every object.
  static constexpr std::size_t kStep = 2 * sizeof(void*);
  static constexpr std::size_t steps(std::size_t size) { return (size + kStep - 1) / kStep; }

  // Raw memory; never null (only charge() refuses). `size` must be given back to deallocate().
  void* allocate(std::size_t size) {
    const std::size_t index = steps(size);
    used_ += static_cast<std::int64_t>(size);
    if (index < free_.size() && free_[index] != nullptr) {
      Block* block = free_[index];
      free_[index] = block->next;
      return block;
    }
    return allocate_slow(size);
  }
  void deallocate(void* memory, std::size_t size) {
    const std::size_t index = steps(size);
    used_ -= static_cast<std::int64_t>(size);
    if (index < free_.size()) {
      auto* block = static_cast<Block*>(memory);
      block->next = free_[index];
      free_[index] = block;
      return;
    }
    free_big(memory);
  }

  // A constructed object of C++ type T with one reference, linked into the container list if it is
  // a Container. `extra` bytes follow it. T's members are constructed; T::~T runs from the type's
  // destroy slot.
  template <typename T>
  T* make(Type* type, std::size_t extra = 0);

  // For memory that an object keeps elsewhere (a vector's buffer): false when the limit would be
  // passed.
  bool charge(std::int64_t bytes) {
    used_ += bytes;
    return used_ <= limit_;
  }
  void discharge(std::int64_t bytes) { used_ -= bytes; }
  // The same for a buffer that grows and shrinks: `charged` is what was counted of it so far.
  void recharge(std::uint32_t& charged, std::size_t bytes) {
    used_ += static_cast<std::int64_t>(bytes) - static_cast<std::int64_t>(charged);
    charged = static_cast<std::uint32_t>(bytes);
  }
  // True if `bytes` more would pass the limit: ask before making something big.
  bool would_overflow(std::int64_t bytes) const { return bytes > limit_ - used_; }
  bool over_limit() const { return used_ > limit_; }
  std::int64_t used() const { return used_; }

  void link(Container* container) {
    container->gc_next = &containers_;
    container->gc_previous = containers_.gc_previous;
    containers_.gc_previous->gc_next = container;
    containers_.gc_previous = container;
    container->bits |= kContainerBit;
  }
  void unlink(Container* container) {
    container->gc_previous->gc_next = container->gc_next;
    container->gc_next->gc_previous = container->gc_previous;
    container->bits &= ~kContainerBit;
  }
  Container* containers() { return &containers_; }

  // What stands for an object's address wherever a program can see one: id(), repr, the hash by
  // identity. It depends on the order of allocations alone and not on where the system put the
  // memory, so two runs show the same. The object is marked as seen.
  [[nodiscard]] static std::uint64_t steady_address(const Object* object);

 private:
  struct Block {
    Block* next;
  };
  // Big blocks are linked, so that the end finds those that nobody gave back.
  struct alignas(16) Big {
    Big* previous;
    Big* next;
    std::uint64_t serial;
  };
  void* allocate_slow(std::size_t size);
  void free_big(void* memory);

  static constexpr std::size_t kLargest = 1024;
  std::array<Block*, kLargest / kStep + 1> free_{};
  std::vector<void*> chunks_;
  char* chunk_ = nullptr;
  std::size_t chunk_left_ = 0;
  std::int64_t used_ = 0;
  std::int64_t limit_;
  Container containers_{};
  Big big_{&big_, &big_, 0};
  std::uint64_t big_serial_ = 0;
};

template <typename T>
T* Heap::make(Type* type, std::size_t extra) {
  T* object = new (allocate(sizeof(T) + extra)) T();
  // Through the base: a class may call a member of its own `type`.
  Object* header = object;
  header->refcount = 1;
  header->bits = 0;
  header->type = type;
  if constexpr (std::is_base_of_v<Container, T>) link(object);
  if constexpr (requires { object->table.charge_to(*this); }) object->table.charge_to(*this);
  return object;
}

}  // namespace simul::vm

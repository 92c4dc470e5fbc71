// src/asyncio/frame_pool.hpp - where coroutine frames, futures and tasks live.
//
// Spawning a task must not cost a general allocation: free lists by size class (16 bytes apart, 8
// in WebAssembly) over 64 KB chunks turn it into two pointer moves, in line, where the size is
// known. The pool is an allocator and nothing else: it is process-wide as malloc is, holds no
// meaning, and is for one thread. Under a sanitizer it steps aside, so that a frame used after its
// end is found.
//
// Always holds: when nothing is live, the next block comes from the lowest chunk again. Free lists
// that many tasks have used are a random walk through memory, and that costs more than the
// allocation itself.
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__SANITIZE_ADDRESS__)
#  define SIMUL_POOL_OFF 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define SIMUL_POOL_OFF 1
#  endif
#endif

namespace simul::asyncio {

// What a pool holds. Each kind has chunks of its own: a turn over many tasks walks their objects
// several times and their frames once, and would fetch what lies between in vain.
enum class PoolKind : std::uint8_t {
  kFrames,   // of coroutines; also pages, which few need
  kObjects,  // tasks, futures, handles
};

template <PoolKind kKind>
class Pool {
 public:
  static void* allocate(std::size_t size) {
#ifndef SIMUL_POOL_OFF
    if (size <= kLargest) {
      const std::size_t index = (size + kStep - 1) / kStep;
      ++pool_.live;
      if (Block* block = pool_.free[index]; block != nullptr) {
        pool_.free[index] = block->next;
        return block;
      }
      const std::size_t rounded = index * kStep;
      if (static_cast<std::size_t>(pool_.end - pool_.next) >= rounded) [[likely]] {
        void* const memory = pool_.next;
        pool_.next += rounded;
        return memory;
      }
      return carve(rounded);
    }
#endif
    return general_allocate(size);
  }

  static void free(void* memory, std::size_t size) {
#ifndef SIMUL_POOL_OFF
    if (size <= kLargest) {
      auto* block = static_cast<Block*>(memory);
      const std::size_t index = (size + kStep - 1) / kStep;
      block->next = pool_.free[index];
      pool_.free[index] = block;
      if (--pool_.live == 0) rewind();
      return;
    }
#endif
    static_cast<void>(size);
    general_free(memory);
  }

 private:
#if defined(__wasm__)
  // No access traps for being unaligned there, and half of a step is lost with every block.
  static constexpr std::size_t kStep = 8;
#else
  static constexpr std::size_t kStep = 16;
#endif
  static constexpr std::size_t kLargest = 1024;

  struct Block {
    Block* next;
  };
  struct Chunk;
  struct State {
    Block* free[kLargest / kStep + 1];
    char* next;
    char* end;
    Chunk* first;
    Chunk* current;
    std::size_t live;  // blocks that are in use
    std::size_t chunks;
  };

  static void* carve(std::size_t size);
  static Chunk* make_chunk();
  static void begin_chunk(Chunk* chunk);
  static void rewind();
  static void* general_allocate(std::size_t size);
  static void general_free(void* memory);

  static State pool_;
};

extern template class Pool<PoolKind::kFrames>;
extern template class Pool<PoolKind::kObjects>;
using FramePool = Pool<PoolKind::kFrames>;
using ObjectPool = Pool<PoolKind::kObjects>;

}  // namespace simul::asyncio

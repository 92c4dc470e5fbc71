// src/asyncio/frame_pool.cpp - the free lists. Blocks above kLargest go to the general allocator.
#include "asyncio/frame_pool.hpp"

#include <cstdlib>

#include "base/check.hpp"

#if defined(__SANITIZE_ADDRESS__)
#  define SIMUL_POOL_OFF 1
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define SIMUL_POOL_OFF 1
#  endif
#endif

namespace simul::asyncio {
namespace {

void* general_allocate(std::size_t size) {
  void* memory = std::malloc(size);
  SIMUL_CHECK(memory != nullptr, "out of memory");
  return memory;
}

#ifndef SIMUL_POOL_OFF
constexpr std::size_t kStep = 16;
constexpr std::size_t kLargest = 1024;
constexpr std::size_t kChunk = std::size_t{64} * 1024;

struct Block {
  Block* next;
};
struct Chunk {
  Chunk* next;
  char* begin() { return reinterpret_cast<char*>(this) + kStep; }
  char* end() { return reinterpret_cast<char*>(this) + kChunk; }
};
struct Pool {
  Block* free[kLargest / kStep + 1];
  char* next;
  char* end;
  Chunk* first;
  Chunk* current;
  std::size_t live;  // blocks that are in use
};
constinit Pool pool{};

void begin_chunk(Chunk* chunk) {
  pool.current = chunk;
  pool.next = chunk->begin();
  pool.end = chunk->end();
}

// The rest of a chunk too small for the request is lost: at most kLargest of 64 KB.
void* carve(std::size_t size) {
  if (static_cast<std::size_t>(pool.end - pool.next) < size) {
    Chunk* chunk = pool.current != nullptr ? pool.current->next : nullptr;
    if (chunk == nullptr) {
      chunk = static_cast<Chunk*>(general_allocate(kChunk));
      chunk->next = nullptr;
      (pool.current != nullptr ? pool.current->next : pool.first) = chunk;
    }
    begin_chunk(chunk);
  }
  void* memory = pool.next;
  pool.next += size;
  return memory;
}

// Nothing is live: the chunks are used again from the start, in order of address. Free lists that
// many tasks have used are a random walk through memory, and that costs more than the allocation
// itself.
void rewind() {
  for (Block*& list : pool.free) list = nullptr;
  begin_chunk(pool.first);
}
#endif

}  // namespace

void* FramePool::allocate(std::size_t size) {
#ifndef SIMUL_POOL_OFF
  if (size <= kLargest) {
    const std::size_t index = (size + kStep - 1) / kStep;
    ++pool.live;
    if (Block* block = pool.free[index]; block != nullptr) {
      pool.free[index] = block->next;
      return block;
    }
    return carve(index * kStep);
  }
#endif
  return general_allocate(size);
}

void FramePool::free(void* memory, std::size_t size) {
#ifndef SIMUL_POOL_OFF
  if (size <= kLargest) {
    auto* block = static_cast<Block*>(memory);
    const std::size_t index = (size + kStep - 1) / kStep;
    block->next = pool.free[index];
    pool.free[index] = block;
    if (--pool.live == 0) rewind();
    return;
  }
#endif
  static_cast<void>(size);
  std::free(memory);
}

}  // namespace simul::asyncio

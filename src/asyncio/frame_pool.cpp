// src/asyncio/frame_pool.cpp - the pool's chunks. Blocks above kLargest go to the general
// allocator.
#include "asyncio/frame_pool.hpp"

#include <cstdlib>

#if defined(__linux__)
#  include <sys/mman.h>
#endif

#include "base/check.hpp"

namespace simul::asyncio {

namespace {

constexpr std::size_t kSmallChunk = std::size_t{64} * 1024;
constexpr std::size_t kAlignment = 16;

#if defined(__linux__)
// A program that has outgrown a few small chunks gets them of the size of the processor's large
// pages: a hundred thousand tasks lie on ten of those instead of thousands, and a turn over all of
// them does not wait for the page table at every second task.
constexpr std::size_t kLargeChunk = std::size_t{2} * 1024 * 1024;
constexpr std::size_t kFewChunks = 16;
#endif

}  // namespace

struct FramePool::Chunk {
  Chunk* next;
  std::size_t size;
  char* begin() { return reinterpret_cast<char*>(this) + kAlignment; }
  char* end() { return reinterpret_cast<char*>(this) + size; }
};

FramePool::Chunk* FramePool::make_chunk() {
  std::size_t size = kSmallChunk;
  void* memory = nullptr;
#if defined(__linux__)
  if (++pool_.chunks > kFewChunks) {
    memory = std::aligned_alloc(kLargeChunk, kLargeChunk);
    if (memory != nullptr) {
      size = kLargeChunk;
      static_cast<void>(madvise(memory, size, MADV_HUGEPAGE));  // only a wish
    }
  }
#endif
  if (memory == nullptr) memory = general_allocate(size);
  auto* chunk = static_cast<Chunk*>(memory);
  chunk->next = nullptr;
  chunk->size = size;
  return chunk;
}

constinit FramePool::Pool FramePool::pool_{};

void* FramePool::general_allocate(std::size_t size) {
  void* memory = std::malloc(size);
  SIMUL_CHECK(memory != nullptr, "out of memory");
  return memory;
}

void FramePool::general_free(void* memory) {
  std::free(memory);
}

void FramePool::begin_chunk(Chunk* chunk) {
  pool_.current = chunk;
  pool_.next = chunk->begin();
  pool_.end = chunk->end();
}

// The rest of a chunk too small for the request is lost: at most kLargest of 64 KB.
void* FramePool::carve(std::size_t size) {
  Chunk* chunk = pool_.current != nullptr ? pool_.current->next : nullptr;
  if (chunk == nullptr) {
    chunk = make_chunk();
    (pool_.current != nullptr ? pool_.current->next : pool_.first) = chunk;
  }
  begin_chunk(chunk);
  void* memory = pool_.next;
  pool_.next += size;
  return memory;
}

void FramePool::rewind() {
  for (Block*& list : pool_.free) list = nullptr;
  begin_chunk(pool_.first);
}

}  // namespace simul::asyncio

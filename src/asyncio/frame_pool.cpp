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

template <PoolKind kKind>
struct Pool<kKind>::Chunk {
  Chunk* next;
  std::size_t size;
  char* begin() { return reinterpret_cast<char*>(this) + kAlignment; }
  char* end() { return reinterpret_cast<char*>(this) + size; }
};

template <PoolKind kKind>
typename Pool<kKind>::Chunk* Pool<kKind>::make_chunk() {
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

template <PoolKind kKind>
constinit typename Pool<kKind>::State Pool<kKind>::pool_{};

template <PoolKind kKind>
void* Pool<kKind>::general_allocate(std::size_t size) {
  void* memory = std::malloc(size);
  SIMUL_CHECK(memory != nullptr, "out of memory");
  return memory;
}

template <PoolKind kKind>
void Pool<kKind>::general_free(void* memory) {
  std::free(memory);
}

template <PoolKind kKind>
void Pool<kKind>::begin_chunk(Chunk* chunk) {
  pool_.current = chunk;
  pool_.next = chunk->begin();
  pool_.end = chunk->end();
}

// The rest of a chunk too small for the request is lost: at most kLargest of 64 KB.
template <PoolKind kKind>
void* Pool<kKind>::carve(std::size_t size) {
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

template <PoolKind kKind>
void Pool<kKind>::rewind() {
  for (Block*& list : pool_.free) list = nullptr;
  begin_chunk(pool_.first);
}

template class Pool<PoolKind::kFrames>;
template class Pool<PoolKind::kObjects>;

}  // namespace simul::asyncio

// src/asyncio/frame_pool.hpp - where coroutine frames, futures and tasks live.
//
// Spawning a task must not cost a general allocation: free lists by size class (16 bytes apart)
// over 64 KB chunks turn it into two pointer moves. The pool is an allocator and nothing else: it
// is process-wide as malloc is, holds no meaning, and is for one thread. Under a sanitizer it steps
// aside, so that a frame used after its end is found.
#pragma once

#include <cstddef>

namespace simul::asyncio {

class FramePool {
 public:
  static void* allocate(std::size_t size);
  static void free(void* memory, std::size_t size);
};

}  // namespace simul::asyncio

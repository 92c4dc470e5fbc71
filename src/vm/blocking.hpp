// Telling whoever watches that a thread blocks. Only where that keeps a loop, or the main program,
// from going on: other threads block without holding anybody up.
#pragma once

#include <cstdint>
#include <string_view>

#include "asyncio/instrument.hpp"

namespace simul::asyncio {
class EventLoop;
}

namespace simul::vm {

struct AsyncioState;

struct Blocking {
  bool shown = false;
  std::int64_t began_ns = 0;
  asyncio::Id task = 0;
  asyncio::EventLoop* loop = nullptr;
};

// `due_ns`: when it will end; 0: nobody can say (a lock), which is told as the instant of its
// beginning.
Blocking begin_blocking(AsyncioState& state, std::string_view what, std::int64_t due_ns);
bool blocking_is_watched(const AsyncioState& state);
void end_blocking(AsyncioState& state, const Blocking& blocking);

}  // namespace simul::vm

#include "vm/blocking.hpp"

#include "vm/asyncio_state.hpp"

namespace simul::vm {

bool blocking_is_watched(const AsyncioState& state) {
  return state.instrument != nullptr &&
         (state.running_loop != nullptr || state.threads->current() == state.threads->main());
}

Blocking begin_blocking(AsyncioState& state, std::string_view what, std::int64_t due_ns) {
  Blocking blocking;
  blocking.began_ns = state.clock.now_ns();
  blocking.loop = state.running_loop != nullptr ? state.running_loop->core : nullptr;
  blocking.task = blocking.loop != nullptr ? blocking.loop->current_task_id() : 0;
  blocking.shown = blocking_is_watched(state);
  if (!blocking.shown) return blocking;
  state.instrument->on_event({.time_ns = blocking.began_ns,
                              .due_ns = due_ns == 0 ? blocking.began_ns : due_ns,
                              .subject = blocking.task,
                              .line = state.vm.running_line(),
                              .kind = asyncio::EventKind::kBlockingBegan},
                             what);
  return blocking;
}

void end_blocking(AsyncioState& state, const Blocking& blocking) {
  if (!blocking.shown) return;
  const std::int64_t now_ns = state.clock.now_ns();
  state.instrument->on_event({.time_ns = now_ns,
                              .due_ns = blocking.began_ns,
                              .kind = asyncio::EventKind::kClockMoved,
                              .detail = static_cast<std::uint8_t>(asyncio::ClockMove::kBlocked)},
                             {});
  state.instrument->on_event(
      {.time_ns = now_ns, .subject = blocking.task, .kind = asyncio::EventKind::kBlockingEnded},
      {});
  if (blocking.loop != nullptr) blocking.loop->note_blocked();
}

}  // namespace simul::vm

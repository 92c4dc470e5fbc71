// Recorder: the Instrument that keeps what it is told. Past its limit it counts and keeps the
// newest out. A clock that goes back is not believed: the event has the time of the one before it.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "trace/event.hpp"

namespace simul::trace {

class Recorder final : public asyncio::Instrument {
 public:
  explicit Recorder(std::uint64_t max_events = 4'000'000) : max_events_(max_events) {}
  void on_event(const Event& event, std::string_view text) override;
  const Trace& trace() const { return trace_; }
  Id running() const { return running_; }  // the task whose step is going on, 0 if none

 private:
  Id running_ = 0;
  std::int64_t last_ns_ = std::numeric_limits<std::int64_t>::min();
  std::uint64_t max_events_;
  Trace trace_;
};

}  // namespace simul::trace

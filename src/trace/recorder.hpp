// Recorder: the Instrument that keeps what it is told. Past its limit it counts and keeps the
// newest out. A clock that goes back is not believed: the event has the time of the one before it.
//
// Recording goes on while the program runs, reading does not; so events are first kept as short as
// they come, in pages of the frame pool, and become a Trace when somebody asks for it. Steps that
// only gave up their turn (asyncio::YieldStep) are kept as a run: the first as a whole, of those
// that go on like it only the task.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "trace/event.hpp"

namespace simul::trace {

class Recorder final : public asyncio::Instrument {
 public:
  explicit Recorder(std::uint64_t max_events = 4'000'000) : max_events_(max_events) {}
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;
  ~Recorder() override;

  void on_event(const Event& event, std::string_view text) override;
  asyncio::Yields* yields() override { return &yields_; }
  bool on_yield(const asyncio::YieldStep& step) override;

  // All up to now. One and the same object, brought up to date.
  const Trace& trace() const {
    settle();
    return trace_;
  }
  // trace().events.size(), without making it.
  std::size_t size() const;
  std::uint64_t dropped() const { return trace_.dropped; }
  // The task whose step is going on, 0 if none.
  Id running() const { return yields_.pending ? yields_.task : running_; }

 private:
  // Records follow each other: an Event, or a run: an Event whose kind is kRun and, after it, the
  // tasks of its steps.
  struct Page;
  static constexpr auto kRun = static_cast<EventKind>(0xff);
  Event* make_room(std::size_t bytes);
  void keep(const Event& event, std::string_view text);
  void end_run();
  void tell_pending();
  void settle() const;
  void write_out();
  void expand(const Event& run, const Id* tasks);

  asyncio::Yields yields_;
  Event* run_ = nullptr;  // the run that may go on
  Page* first_ = nullptr;
  Page* last_ = nullptr;
  std::size_t pages_ = 0;
  std::uint64_t kept_ = 0;  // events, without those of the open run
  Id running_ = 0;
  std::int64_t last_ns_ = std::numeric_limits<std::int64_t>::min();
  std::uint64_t max_events_;
  Trace trace_;
};

}  // namespace simul::trace

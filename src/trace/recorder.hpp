// Recorder: the Instrument that keeps what it is told. Past its limit it counts and keeps the
// newest out. A clock that goes back is not believed: the event has the time of the one before it.
//
// Recording goes on while the program runs, reading does not; so events are first kept as short as
// they come, in pages of the pool, and become a Trace when somebody asks for it. Steps that only
// gave up their turn (asyncio::YieldStep) are kept as a run: the first as a whole, of those that go
// on like it only the task. Tasks that poll do so in the same order turn after turn: a run of the
// same tasks as the run before it keeps not even those.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

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
  // Records follow each other: an Event, or one whose kind is kRun: its text is the number of its
  // steps and its detail a Steps, and unless that is kAgain their tasks come after it.
  struct Page;
  enum class Steps : std::uint8_t {
    kOwn,    // of a run that begins here
    kMore,   // of the run before, which did not fit on its page
    kAgain,  // those of the run before, one for one
  };
  static constexpr auto kRun = static_cast<EventKind>(0xff);
  static constexpr std::size_t kLongestRun = 2048;  // that fits into the nearest cache, twice
  Event* make_room(std::size_t bytes);
  void keep(const Event& event, std::string_view text);
  void end_run();
  void write_tasks(Event part, const Id* tasks, std::uint32_t steps);
  void tell_pending();
  void settle() const;
  void write_out();
  void expand(const Event& run, const Id* tasks);
  [[nodiscard]] std::uint32_t open_steps() const;

  asyncio::Yields yields_;
  bool run_is_open_ = false;  // run_ may go on
  Event run_;
  std::vector<Id> tasks_;         // of the open run, kLongestRun places
  std::vector<Id> tasks_before_;  // of the run before it, the same
  std::uint32_t steps_before_ = 0;
  std::vector<Id> expanded_;  // the tasks of the run that was last written out
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

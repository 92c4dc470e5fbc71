// Watch: hands every event on to the recorder, and sees when a run has come to where it is to stop.
//
// It cannot stop anything itself: it notes the hit and asks the machine (through `stop_now`) to
// come back as soon as it can. The moment of the hit is exact all the same, since it is a number of
// events.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "session/stops.hpp"
#include "trace/recorder.hpp"

namespace simul::session {

class Watch final : public asyncio::Instrument {
 public:
  Watch(trace::Recorder& recorder, timeline::Model& model) : recorder_(recorder), model_(model) {}
  void on_event(const asyncio::Event& event, std::string_view text) override;
  asyncio::Yields* yields() override { return recorder_.yields(); }
  bool on_yield(const asyncio::YieldStep& step) override { return recorder_.on_yield(step); }

  // Called at a hit.
  std::function<void()> stop_now;

  // Of these, those on states and on blocking; lines are the machine's business.
  void set_breakpoints(std::vector<Breakpoint> breakpoints);
  [[nodiscard]] const std::vector<Breakpoint>& breakpoints() const { return breakpoints_; }
  // Comes back after every callback, which is no hit.
  void stop_after_callbacks(bool on) {
    after_callbacks_ = on;
    choose_yields();
  }
  // Comes back as soon as the trace has so many events.
  void stop_at_events(std::size_t events) {
    until_events_ = events;
    choose_yields();
  }

  // Has it asked to come back since the last call?
  [[nodiscard]] bool take_came_back() { return std::exchange(came_back_, false); }

  // A line was reached: the breakpoint on it, or the line that somebody ran to.
  void line_hit(std::uint32_t line, const std::set<std::uint32_t>& run_to);
  [[nodiscard]] const std::optional<Stop>& hit() const { return hit_; }
  void clear_hit() { hit_.reset(); }

 private:
  // Whoever waits for an event must see each of them.
  void choose_yields() {
    recorder_.yields()->wanted =
        !after_callbacks_ && until_events_ == kNoEvents && !on_states_ && !on_blocking_;
  }
  void look(const asyncio::Event& event);
  void look_at_states();
  void look_at_blocking(const asyncio::Event& event);
  void found(std::size_t breakpoint, timeline::Id task, std::uint32_t line, std::string sentence);

  trace::Recorder& recorder_;
  timeline::Model& model_;
  std::vector<Breakpoint> breakpoints_;
  bool on_states_ = false, on_blocking_ = false;
  static constexpr std::size_t kNoEvents = ~std::size_t{0};
  bool after_callbacks_ = false;
  std::size_t until_events_ = kNoEvents;
  std::unordered_map<timeline::Id, timeline::State> states_;
  std::size_t looked_ = 0;  // events
  std::int64_t began_ns_ = 0, blocked_ns_ = 0;
  std::optional<Stop> hit_;
  bool came_back_ = false;
};

}  // namespace simul::session

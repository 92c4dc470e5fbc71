// src/asyncio/clock.cpp - the clocks. Rules of the virtual one: clock.hpp's opening comment.
#include "asyncio/clock.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>
#include <thread>
#include <utility>

namespace simul::asyncio {
namespace {

// A program that waits by reading the clock gets this many readings at one instant for nothing;
// each further one moves the clock, so that the program ends.
constexpr std::uint32_t kBusyReads = 100'000;
constexpr std::int64_t kBusyStepNs = 1'000'000;

// A page that wakes this much too late was not slow: it was not running at all.
constexpr std::int64_t kLateIsPauseNs = kNsPerSecond;
// Two readings of the host within one slice lie this far apart only if its clock was moved.
constexpr std::int64_t kJumpNs = 60 * kNsPerSecond;

std::string seconds_text(std::int64_t ns) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f s", to_seconds(ns));
  return text;
}

}  // namespace

std::int64_t to_ns(double seconds) {
  constexpr double kLargest = 9.2e18;
  const double ns = std::nearbyint(seconds * 1e9);
  if (std::isnan(ns)) return 0;
  return static_cast<std::int64_t>(std::clamp(ns, -kLargest, kLargest));
}

std::int64_t VirtualClock::read_ns() {
  if (++reads_ > kBusyReads) {
    const std::uint32_t reads = reads_;
    wait_until(now_.ns + kBusyStepNs, now_.generation);
    reads_ = reads;
  }
  return now_.ns;
}

void VirtualClock::charge(std::int64_t ns) {
  if (ns <= 0) return;
  now_.ns += ns;
  reads_ = 0;
}

void VirtualClock::wait_until(std::int64_t due_ns, std::int32_t generation) {
  if (due_ns > now_.ns) {
    now_ = {due_ns, generation + 1};
    reads_ = 0;
  } else {
    now_.generation = std::max(now_.generation, generation + 1);
  }
}

SteadyClock::SteadyClock()
    : start_(std::chrono::steady_clock::now())
    , epoch_ns_(std::chrono::duration_cast<std::chrono::nanoseconds>(
                    std::chrono::system_clock::now().time_since_epoch())
                    .count()) {}

std::int64_t SteadyClock::now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now() -
                                                              start_)
      .count();
}

void SteadyClock::wait_until(std::int64_t due_ns, std::int32_t /*generation*/) {
  // A deadline centuries away must not overflow the library's own arithmetic.
  constexpr std::int64_t kLongestNs = std::int64_t{1'000'000'000} * kNsPerSecond;
  std::this_thread::sleep_until(start_ + std::chrono::nanoseconds(std::min(due_ns, kLongestNs)));
}

PageClock::PageClock(Readings& host, std::int64_t epoch_ns) : host_(&host), epoch_ns_(epoch_ns) {
  last_host_ns_ = base_host_ns_ = host_->read_ns();
}

// The host's reading with its jumps taken out: the base moves along with a jump.
std::int64_t PageClock::host_now() {
  const std::int64_t host_ns = host_->read_ns();
  const std::int64_t step_ns = host_ns - last_host_ns_;
  if (step_ns < 0) {
    remarks_.push_back("The computer's clock went back by " + seconds_text(-step_ns) +
                       "; the program's clock did not.");
    base_host_ns_ += step_ns;
  } else if (step_ns > kJumpNs && !stands_still()) {
    remarks_.push_back("The computer's clock went forward by " + seconds_text(step_ns) +
                       " at once; the program was paused for that time.");
    base_host_ns_ += step_ns;
  }
  last_host_ns_ = host_ns;
  return host_ns;
}

std::int64_t PageClock::now_ns() {
  const std::int64_t host_ns = host_now();
  if (stands_still()) return last_ns_;
  const std::int64_t ns =
      base_ns_ + static_cast<std::int64_t>(static_cast<double>(host_ns - base_host_ns_) * speed_);
  return last_ns_ = std::max(last_ns_, ns);
}

void PageClock::woke_for(std::int64_t due_ns) {
  if (stands_still()) return;
  const std::int64_t host_ns = host_->read_ns();
  const double ns =
      static_cast<double>(base_ns_) + static_cast<double>(host_ns - base_host_ns_) * speed_;
  const double late_host_ns = (ns - static_cast<double>(due_ns)) / speed_;
  if (late_host_ns <= static_cast<double>(kLateIsPauseNs)) {
    if (host_ns > last_host_ns_) last_host_ns_ = host_ns;  // a long wait is not a jump
    return;
  }
  remarks_.push_back("The page was not running for " +
                     seconds_text(static_cast<std::int64_t>(late_host_ns)) +
                     "; the program was paused for that time.");
  last_host_ns_ = base_host_ns_ = host_ns;
  base_ns_ = std::max(last_ns_, due_ns);
}

void PageClock::rebase(std::int64_t host_ns) {
  base_ns_ = last_ns_;
  base_host_ns_ = host_ns;
}

void PageClock::pause() {
  static_cast<void>(now_ns());
  paused_ = true;
}

void PageClock::resume() {
  if (paused_ && !held_) rebase(host_now());
  paused_ = false;
}

void PageClock::hold() {
  static_cast<void>(now_ns());
  held_ = true;
}

void PageClock::release() {
  if (held_ && !paused_) rebase(host_now());
  held_ = false;
}

void PageClock::set_speed(double speed) {
  static_cast<void>(now_ns());
  rebase(last_host_ns_);
  speed_ = std::isnan(speed) ? 1.0 : std::clamp(speed, 0.01, 1000.0);
}

std::int64_t PageClock::host_wait_ns(std::int64_t due_ns) {
  const double ns = static_cast<double>(due_ns - now_ns()) / speed_;
  return static_cast<std::int64_t>(std::ceil(std::clamp(ns, 0.0, 9.2e18)));
}

std::vector<std::string> PageClock::take_remarks() {
  return std::exchange(remarks_, {});
}

RecordingClock::RecordingClock(Clock& inner, ClockLog& log) : inner_(&inner), log_(&log) {
  log.epoch_ns = inner.epoch_ns();
  log.spin_turns = inner.spin_turns();
}

std::int64_t RecordingClock::note(std::int64_t ns) {
  log_->readings.push_back({ns, inner_->generation()});
  return ns;
}

std::int64_t ReplayClock::now_ns() {
  if (next_ < log_->readings.size()) last_ = log_->readings[next_++];
  return last_.ns;
}

}  // namespace simul::asyncio

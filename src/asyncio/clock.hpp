// src/asyncio/clock.hpp - where time comes from. Mirrors trio/_abc.py's Clock.
//
// A clock counts integer nanoseconds from 0, the start of the program; it never goes back. The loop
// takes a reading at the start of a turn and never waits by itself: who drives the loop waits.
//
// Equal deadlines. In a real run no two deadlines are equal: every wait ends a little late. On a
// virtual clock equality is the normal case, so it fires equal timers as if every wait ended late
// by the same tiny amount: generation() counts such amounts since the last instant. A wait begun in
// generation g ends in generation g + 1. Real clocks stay in generation 0.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace simul::asyncio {

inline constexpr std::int64_t kNsPerSecond = 1'000'000'000;
// 2024-01-01 00:00:00 UTC, where time.time() starts in virtual runs.
inline constexpr std::int64_t kVirtualEpochNs = 1'704'067'200 * kNsPerSecond;

// Nanoseconds as Python makes seconds of them, and back (round half to even, as round()).
// Seconds beyond what 63 bits of nanoseconds can hold become the nearest that they can.
[[nodiscard]] inline double to_seconds(std::int64_t ns) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  // Beyond that whole seconds would no longer be whole.
  if ((ns >= kExact || ns <= -kExact) && ns % kNsPerSecond == 0) [[unlikely]]
    return static_cast<double>(ns / kNsPerSecond);
  return static_cast<double>(ns) / 1e9;
}
[[nodiscard]] std::int64_t to_ns(double seconds);

// What a clock says to the loop.
struct ClockReading {
  std::int64_t ns = 0;
  std::int32_t generation = 0;
};

class Clock {
 public:
  virtual ~Clock() = default;

  // The loop's reading.
  [[nodiscard]] virtual std::int64_t now_ns() = 0;
  // The program's own reading (time.monotonic() and its kind): on a virtual clock a program that
  // reads without end must see time pass.
  [[nodiscard]] virtual std::int64_t read_ns() { return now_ns(); }
  // Unix time, in ns, of reading 0.
  [[nodiscard]] virtual std::int64_t epoch_ns() const { return kVirtualEpochNs; }
  [[nodiscard]] virtual std::int32_t generation() const { return 0; }
  // The program has computed for this long. Only a virtual clock needs to be told.
  virtual void charge(std::int64_t /*ns*/) {}
  // Between these two nothing is the program's doing: a clock that goes by itself stands meanwhile.
  // They do not nest.
  virtual void hold() {}
  virtual void release() {}
  // Waits until the reading is at least due_ns; the wait was begun in `generation`. For drivers
  // that own their thread. The page's clock returns at once: there the host waits.
  virtual void wait_until(std::int64_t due_ns, std::int32_t generation) = 0;
  // True: it moves only when it is charged or waited for, and reading it leaves no trace.
  [[nodiscard]] virtual bool stands() const { return false; }
  // Where a clock that stands keeps what now_ns() and generation() give, if that is a place; null:
  // ask.
  [[nodiscard]] virtual const ClockReading* reading() const { return nullptr; }
  // After so many turns without a wait, time goes on to the next deadline all the same; 0: never.
  [[nodiscard]] virtual std::uint32_t spin_turns() const { return 0; }
};

// Jumps from deadline to deadline; computing costs only what charge() says.
class VirtualClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t now_ns() override { return now_.ns; }
  [[nodiscard]] std::int64_t read_ns() override;
  [[nodiscard]] std::int32_t generation() const override { return now_.generation; }
  void charge(std::int64_t ns) override;
  void wait_until(std::int64_t due_ns, std::int32_t generation) override;
  [[nodiscard]] std::uint32_t spin_turns() const override { return 10'000; }
  [[nodiscard]] bool stands() const override { return true; }
  [[nodiscard]] const ClockReading* reading() const override { return &now_; }

 private:
  ClockReading now_;
  std::uint32_t reads_ = 0;  // readings at this instant
};

// The machine's monotonic time; wait_until() sleeps.
class SteadyClock final : public Clock {
 public:
  SteadyClock();
  [[nodiscard]] std::int64_t now_ns() override;
  [[nodiscard]] std::int64_t epoch_ns() const override { return epoch_ns_; }
  void hold() override { held_ns_ = now_ns(); }
  void release() override { start_ += std::chrono::nanoseconds(now_ns() - held_ns_); }
  void wait_until(std::int64_t due_ns, std::int32_t generation) override;

 private:
  std::chrono::steady_clock::time_point start_;
  std::int64_t epoch_ns_;
  std::int64_t held_ns_ = 0;
};

// Raw readings of the host's clock, in ns from any origin.
class Readings {
 public:
  virtual ~Readings() = default;
  [[nodiscard]] virtual std::int64_t read_ns() = 0;
};

// The page's clock: the host's readings, made faster or slower, stopped while paused.
//
// A hidden tab, a sleeping laptop and a debugger all look the same: the page wakes much later than
// it asked to. A wake more than 1 s late therefore counts as a pause, and so does a jump of the
// host's clock; a jump back is ignored. Each leaves a sentence in take_remarks().
class PageClock final : public Clock {
 public:
  // `epoch_ns`: Unix time of the program's start.
  PageClock(Readings& host, std::int64_t epoch_ns);

  [[nodiscard]] std::int64_t now_ns() override;
  [[nodiscard]] std::int64_t epoch_ns() const override { return epoch_ns_; }
  void hold() override;
  void release() override;
  void wait_until(std::int64_t /*due_ns*/, std::int32_t /*generation*/) override {}

  // The host woke the program for the deadline due_ns (a reading of this clock). Call it before the
  // loop runs again; what lies more than 1 s of the host's time beyond the deadline is left out.
  void woke_for(std::int64_t due_ns);
  void pause();
  void resume();
  [[nodiscard]] bool paused() const { return paused_; }
  // 1 is the host's own pace; from 0.01 to 1000.
  void set_speed(double speed);
  [[nodiscard]] double speed() const { return speed_; }
  // How long the host has to wait, in ns of its own time, until this clock reads due_ns; >= 0.
  [[nodiscard]] std::int64_t host_wait_ns(std::int64_t due_ns);
  // Sentences about what was done to the clock since the last call.
  [[nodiscard]] std::vector<std::string> take_remarks();

 private:
  [[nodiscard]] std::int64_t host_now();
  [[nodiscard]] bool stands_still() const { return paused_ || held_; }
  void rebase(std::int64_t host_ns);

  Readings* host_;
  std::int64_t epoch_ns_;
  std::int64_t base_ns_ = 0;       // this clock's reading ...
  std::int64_t base_host_ns_ = 0;  // ... when the host's was this
  std::int64_t last_host_ns_ = 0;
  std::int64_t last_ns_ = 0;
  double speed_ = 1.0;
  bool paused_ = false;
  bool held_ = false;
  std::vector<std::string> remarks_;
};

// Every reading a run took, in order: enough to run it again exactly.
struct ClockLog {
  std::vector<ClockReading> readings;
  std::int64_t epoch_ns = kVirtualEpochNs;
  std::uint32_t spin_turns = 0;
};

class RecordingClock final : public Clock {
 public:
  RecordingClock(Clock& inner, ClockLog& log);
  [[nodiscard]] std::int64_t now_ns() override { return note(inner_->now_ns()); }
  [[nodiscard]] std::int64_t read_ns() override { return note(inner_->read_ns()); }
  [[nodiscard]] std::int64_t epoch_ns() const override { return inner_->epoch_ns(); }
  [[nodiscard]] std::int32_t generation() const override { return inner_->generation(); }
  void charge(std::int64_t ns) override { inner_->charge(ns); }
  void hold() override { inner_->hold(); }
  void release() override { inner_->release(); }
  void wait_until(std::int64_t due_ns, std::int32_t generation) override {
    inner_->wait_until(due_ns, generation);
  }
  [[nodiscard]] std::uint32_t spin_turns() const override { return inner_->spin_turns(); }

 private:
  std::int64_t note(std::int64_t ns);
  Clock* inner_;
  ClockLog* log_;
};

// Gives the readings of a log back, whatever is waited for or charged. At its end it stands still.
class ReplayClock final : public Clock {
 public:
  explicit ReplayClock(const ClockLog& log) : log_(&log) {}
  [[nodiscard]] std::int64_t now_ns() override;
  [[nodiscard]] std::int64_t epoch_ns() const override { return log_->epoch_ns; }
  [[nodiscard]] std::int32_t generation() const override { return last_.generation; }
  void wait_until(std::int64_t /*due_ns*/, std::int32_t /*generation*/) override {}
  [[nodiscard]] std::uint32_t spin_turns() const override { return log_->spin_turns; }
  [[nodiscard]] bool exhausted() const { return next_ >= log_->readings.size(); }

 private:
  const ClockLog* log_;
  std::size_t next_ = 0;
  ClockReading last_;
};

}  // namespace simul::asyncio

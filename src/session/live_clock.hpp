// The clock of a live run: the page's, which can skip a wait when somebody steps, and which keeps
// every reading so that the run can be made again.
//
// Readings are kept as differences, one or two bytes each: a program that runs for an hour and does
// nothing in between costs nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "asyncio/clock.hpp"

namespace simul::session {

// Every reading of a clock, in order.
class ReadingLog {
 public:
  void add(std::int64_t ns);
  [[nodiscard]] std::size_t bytes() const { return bytes_.size(); }

  class Reader {
   public:
    explicit Reader(const ReadingLog& log) : log_(&log) {}
    // The next one; at the end the last again.
    std::int64_t next();
    [[nodiscard]] bool at_end() const { return at_ >= log_->bytes_.size(); }

   private:
    const ReadingLog* log_;
    std::size_t at_ = 0;
    std::int64_t last_ns_ = 0;
  };

 private:
  std::vector<std::uint8_t> bytes_;
  std::int64_t last_ns_ = 0;
};

class LiveClock final : public asyncio::Clock {
 public:
  LiveClock(asyncio::Readings& host, std::int64_t epoch_ns) : page_(host, epoch_ns) {}

  [[nodiscard]] std::int64_t now_ns() override {
    const std::int64_t ns = page_.now_ns() + skipped_ns_;
    log_.add(ns);
    return ns;
  }
  [[nodiscard]] std::int64_t epoch_ns() const override { return page_.epoch_ns(); }
  void wait_until(std::int64_t /*due_ns*/, std::int32_t /*generation*/) override {}
  void hold() override { page_.hold(); }
  void release() override { page_.release(); }

  // The same without a trace in the log: for whoever looks at the run from outside.
  [[nodiscard]] std::int64_t peek_ns() { return page_.now_ns() + skipped_ns_; }
  // As if the wait were over: the reading is due_ns from now on, and time goes on from there.
  void skip_to(std::int64_t due_ns);

  void woke_for(std::int64_t due_ns) { page_.woke_for(due_ns - skipped_ns_); }
  [[nodiscard]] std::int64_t host_wait_ns(std::int64_t due_ns) {
    return page_.host_wait_ns(due_ns - skipped_ns_);
  }
  void pause() { page_.pause(); }
  void resume() { page_.resume(); }
  void set_speed(double speed) { page_.set_speed(speed); }
  [[nodiscard]] const ReadingLog& log() const { return log_; }

 private:
  asyncio::PageClock page_;
  std::int64_t skipped_ns_ = 0;
  ReadingLog log_;
};

// Gives the readings of a log back, whatever is waited for.
class LogClock final : public asyncio::Clock {
 public:
  LogClock(const ReadingLog& log, std::int64_t epoch_ns) : reader_(log), epoch_ns_(epoch_ns) {}
  [[nodiscard]] std::int64_t now_ns() override { return reader_.next(); }
  [[nodiscard]] std::int64_t epoch_ns() const override { return epoch_ns_; }
  void wait_until(std::int64_t /*due_ns*/, std::int32_t /*generation*/) override {}
  [[nodiscard]] bool at_end() const { return reader_.at_end(); }

 private:
  ReadingLog::Reader reader_;
  std::int64_t epoch_ns_;
};

}  // namespace simul::session

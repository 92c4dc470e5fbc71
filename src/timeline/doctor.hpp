// Who reads a trace from its first event to its last and gathers what is worth a finding. Of
// diagnose() alone: diagnose.cpp has what holds the loop, diagnose_ends.cpp what ends badly or
// waits.
#pragma once

#include <map>
#include <unordered_map>

#include "timeline/diagnose.hpp"
#include "timeline/why.hpp"

namespace simul::timeline {

inline constexpr std::int64_t kMs = 1'000'000;
inline constexpr std::size_t kMostEvidence = 12;

inline void add_evidence(Finding& finding, Evidence evidence) {
  if (finding.evidence.size() < kMostEvidence) finding.evidence.push_back(std::move(evidence));
}

// "1.000 s", "62 ms"
inline std::string span(std::int64_t ns) {
  if (ns >= 1'000 * kMs) return seconds(ns) + " s";
  return std::to_string((ns + kMs / 2) / kMs) + " ms";
}

class Doctor {
 public:
  Doctor(const Model& model, LoopHistory& history, const DiagnoseOptions& options)
      : model_(model)
      , history_(history)
      , options_(options)
      , trace_(model.trace())
      , events_(trace_.events) {}

  std::vector<Finding> examine();

 private:
  struct Call {  // a line, or a step, that held the loop
    std::int64_t worst_ns = 0, total_ns = 0, start_ns = 0, end_ns = 0;
    std::size_t times = 0, event = 0;
    Id task = 0;
    std::uint32_t line = 0;
    std::string text;
  };
  struct Task {
    int cancels = 0;
    bool told = false;             // a cancel reached it while it was alive
    std::size_t cancelled_at = 0;  // event
    std::size_t waits_after = 0;   // waits since then
    Id cancelled_by = 0;
    bool by_shutdown = false;
    std::int64_t ready_ns = -1;  // since when it could run
    std::uint32_t line = 0;      // of its latest wait
    std::int64_t lock_wait_ns = 0;
    std::size_t wait_event = 0;
    Id waits_for = 0;
  };
  struct Starved {
    std::int64_t longest_ns = 0, from_ns = 0;
    std::size_t callbacks = 0, event = 0;
  };
  struct Lock {
    std::size_t in_line = 0, most = 0, most_event = 0, contended = 0;
    std::int64_t waited_ns = 0, start_ns = 0, end_ns = 0;
    std::unordered_map<Id, std::int64_t> waited_by;
    std::map<std::uint32_t, std::size_t> held_lines;
    std::size_t held_across = 0, holds = 0;
    bool plain = true;  // a Lock, not a semaphore
  };
  struct Queue {
    std::vector<std::uint32_t> sizes;
    std::vector<std::size_t> at;
    std::size_t puts = 0, gets = 0, puts_after_get = 0;
    bool bounded = false;
    std::uint32_t put_line = 0, get_line = 0;
    Id putter = 0;
  };

  std::string name(Id task) const { return name_of(model_, task); }
  bool is_task(Id id) const {
    const Track* track = id == 0 ? nullptr : model_.track_of(id);
    return track != nullptr;
  }
  void take(const trace::Event& event);

  // ---- what holds the loop, and who is late although nobody does
  void began(const trace::Event& event);
  void ended(const trace::Event& event);
  static void note(Call& call,
                   std::int64_t ns,
                   std::int64_t from_ns,
                   std::int64_t to_ns,
                   std::size_t event,
                   Id task,
                   std::uint32_t line,
                   std::string text);
  void blocked(const trace::Event& event);
  void say_blocked();
  void queued(const trace::Event& event);
  void late_timer(const trace::Event& event);
  std::size_t began_between(std::int64_t from_ns) const;
  void say_starved();

  // ---- ends, waits, queues
  void never_awaited(const trace::Event& event);
  void unseen(const trace::Event& event);
  void say_unfinished();
  void say_swallowed();
  void waits(const trace::Event& event);
  void end_wait(Id id, const trace::Event& event);
  void say_convoys();
  void sized(const trace::Event& event);
  void say_queues();
  void say_deadlock();

  const Model& model_;
  LoopHistory& history_;
  DiagnoseOptions options_;
  const trace::Trace& trace_;
  const std::vector<trace::Event>& events_;
  std::size_t at_ = 0;
  bool loop_runs_ = false, main_done_ = false;
  Id main_ = 0, running_ = 0;
  std::int64_t began_ns_ = 0, blocked_ns_ = 0, longest_step_ns_ = 0;
  std::size_t blocking_ = 0, step_ = 0;
  std::vector<std::int64_t> began_at_ns_;  // of callbacks
  std::unordered_map<Id, Task> tasks_;
  std::unordered_map<Id, Starved> starved_;
  std::unordered_map<Id, std::int64_t> late_due_;
  std::map<std::pair<std::uint32_t, int>, Call> calls_;  // by line; 0 a call, 1 computing
  std::map<Id, Lock> locks_;
  std::map<std::pair<Id, Id>, std::int64_t> held_since_;
  std::map<Id, Queue> queues_;
  std::vector<Finding> findings_;
};

}  // namespace simul::timeline

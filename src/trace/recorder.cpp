#include "trace/recorder.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "asyncio/pages.hpp"

namespace simul::trace {

using asyncio::FramePool;
using asyncio::kPageBytes;

namespace {

// Pages that wait to be written out; more than these do not wait for somebody to ask.
constexpr std::size_t kManyPages = 16'384;
// A part of a run is not begun where fewer steps than these have room.
constexpr std::uint32_t kFewSteps = 16;

// Events of one step.
std::uint64_t events_per_step(std::int64_t takes_ns) {
  return takes_ns > 0 ? 5 : 4;
}

std::size_t room_for(std::uint32_t steps) {
  return (steps * sizeof(Id) + alignof(Event) - 1) / alignof(Event) * alignof(Event);
}

}  // namespace

std::uint32_t Texts::intern(std::string_view text) {
  if (text.empty() && !texts_.empty()) return 0;
  if (auto known = index_.find(text); known != index_.end()) return known->second;
  auto [place, is_new] =
      index_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (is_new) texts_.push_back(&place->first);
  return place->second;
}

struct Recorder::Page {
  static constexpr std::size_t kRoom = kPageBytes - 2 * sizeof(std::uint64_t);
  Page* next;
  std::size_t used;
  alignas(Event) std::byte bytes[kRoom];
};

Recorder::~Recorder() {
  while (first_ != nullptr) FramePool::free(std::exchange(first_, first_->next), kPageBytes);
}

Event* Recorder::make_room(std::size_t bytes) {
  static_assert(sizeof(Page) <= kPageBytes);
  static_assert(sizeof(Event) <= 48, "a million events are to fit in 48 MB");
  if (last_ == nullptr || Page::kRoom - last_->used < bytes) {
    if (pages_ >= kManyPages) write_out();
    auto* const page = static_cast<Page*>(FramePool::allocate(kPageBytes));
    page->next = nullptr;
    page->used = 0;
    (last_ != nullptr ? last_->next : first_) = page;
    last_ = page;
    ++pages_;
  }
  return reinterpret_cast<Event*>(last_->bytes + last_->used);
}

void Recorder::on_event(const Event& event, std::string_view text) {
  if (yields_.pending) tell_pending();
  if (run_is_open_) end_run();
  if (event.kind == EventKind::kHandleBegan) {
    auto kind = static_cast<HandleKind>(event.detail);
    running_ = kind == HandleKind::kStep || kind == HandleKind::kWakeup ? event.object : 0;
  } else if (event.kind == EventKind::kHandleEnded) {
    running_ = 0;
  }
  keep(event, text);
}

void Recorder::keep(const Event& event, std::string_view text) {
  if (kept_ >= max_events_) {
    ++trace_.dropped;
    return;
  }
  ++kept_;
  Event& kept = *make_room(sizeof(Event));
  last_->used += sizeof(Event);
  kept = event;
  kept.text = trace_.texts.intern(text);
  if (kept.time_ns < last_ns_) kept.time_ns = last_ns_;
  last_ns_ = kept.time_ns;
}

void Recorder::tell_pending() {
  yields_.pending = false;
  on_event({.time_ns = yields_.began_ns,
            .subject = yields_.handle,
            .object = yields_.task,
            .kind = EventKind::kHandleBegan,
            .detail = static_cast<std::uint8_t>(HandleKind::kStep)},
           {});
}

bool Recorder::on_yield(const asyncio::YieldStep& step) {
  if (run_is_open_) end_run();
  const std::int64_t takes_ns = step.ended_ns - step.began_ns;
  const std::uint64_t per_step = events_per_step(takes_ns);
  const std::uint64_t room = (max_events_ - std::min(kept_, max_events_)) / per_step;
  if (step.began_ns < last_ns_ || takes_ns < 0 || room == 0) return false;
  run_ = {.time_ns = step.began_ns,
          .due_ns = takes_ns,
          .subject = step.handle,
          .object = step.queued,
          .cause = step.cause,
          .line = step.line,
          .kind = kRun};
  run_is_open_ = true;
  if (tasks_.empty()) tasks_.resize(kLongestRun);
  yields_.next = tasks_.data();
  yields_.end = yields_.next + std::min<std::uint64_t>(kLongestRun, room);
  *yields_.next++ = step.task;
  yields_.next_handle = step.handle + 1;
  yields_.next_queued = step.queued + 1;
  yields_.line = step.line;
  yields_.cause = step.cause;
  yields_.next_began_ns = step.ended_ns;
  yields_.takes_ns = takes_ns;
  return true;
}

std::uint32_t Recorder::open_steps() const {
  return static_cast<std::uint32_t>(yields_.next - tasks_.data());
}

void Recorder::end_run() {
  const std::uint32_t steps = open_steps();
  run_is_open_ = false;
  kept_ += steps * events_per_step(run_.due_ns);
  last_ns_ = yields_.next_began_ns;
  yields_.next = yields_.end = nullptr;
  if (steps == steps_before_ &&
      std::memcmp(tasks_.data(), tasks_before_.data(), steps * sizeof(Id)) == 0) {
    Event& again = *make_room(sizeof(Event));
    last_->used += sizeof(Event);
    again = run_;
    again.text = steps;
    again.detail = static_cast<std::uint8_t>(Steps::kAgain);
    return;
  }
  write_tasks(run_, tasks_.data(), steps);
  std::swap(tasks_, tasks_before_);
  steps_before_ = steps;
}

// As many on each page as have room there.
void Recorder::write_tasks(Event part, const Id* tasks, std::uint32_t steps) {
  while (steps > 0) {
    Event& kept = *make_room(sizeof(Event) + room_for(std::min(steps, kFewSteps)));
    const std::size_t left = (Page::kRoom - last_->used - sizeof(Event)) / sizeof(Id);
    part.text = static_cast<std::uint32_t>(std::min<std::size_t>(left, steps));
    kept = part;
    std::memcpy(static_cast<void*>(&kept + 1), tasks, part.text * sizeof(Id));
    last_->used += sizeof(Event) + room_for(part.text);
    tasks += part.text;
    steps -= part.text;
    part.subject += part.text;
    part.object += part.text;
    part.time_ns += part.due_ns * part.text;
    part.detail = static_cast<std::uint8_t>(Steps::kMore);
  }
}

std::size_t Recorder::size() const {
  std::uint64_t count = kept_;
  if (run_is_open_) count += open_steps() * events_per_step(run_.due_ns);
  if (yields_.pending && count < max_events_) ++count;
  return static_cast<std::size_t>(count);
}

// Whoever reads the trace cannot tell when its events were written out.
void Recorder::settle() const {
  if (first_ == nullptr && !yields_.pending) return;
  auto& self = const_cast<Recorder&>(*this);
  if (yields_.pending) self.tell_pending();
  if (run_is_open_) self.end_run();
  self.write_out();
}

void Recorder::write_out() {
  while (first_ != nullptr) {
    for (std::size_t at = 0; at < first_->used;) {
      const auto& record = *reinterpret_cast<const Event*>(first_->bytes + at);
      at += sizeof(Event);
      if (record.kind != kRun) {
        trace_.events.push_back(record);
        continue;
      }
      if (record.detail == static_cast<std::uint8_t>(Steps::kAgain)) {
        expand(record, expanded_.data());
        continue;
      }
      const Id* const tasks = reinterpret_cast<const Id*>(&record + 1);
      if (record.detail == static_cast<std::uint8_t>(Steps::kOwn)) expanded_.clear();
      expanded_.insert(expanded_.end(), tasks, tasks + record.text);
      expand(record, tasks);
      at += room_for(record.text);
    }
    FramePool::free(std::exchange(first_, first_->next), kPageBytes);
  }
  last_ = nullptr;
  pages_ = 0;
}

void Recorder::expand(const Event& run, const Id* tasks) {
  constexpr auto kStep = static_cast<std::uint8_t>(HandleKind::kStep);
  std::int64_t began_ns = run.time_ns;
  for (std::uint32_t step = 0; step < run.text; ++step) {
    const Id task = tasks[step], handle = run.subject + step, queued = run.object + step;
    const std::int64_t ended_ns = began_ns + run.due_ns;
    trace_.events.push_back({.time_ns = began_ns,
                             .subject = handle,
                             .object = task,
                             .kind = EventKind::kHandleBegan,
                             .detail = kStep});
    trace_.events.push_back({.time_ns = ended_ns,
                             .subject = task,
                             .cause = run.cause,
                             .line = run.line,
                             .kind = EventKind::kTaskWaits,
                             .detail = static_cast<std::uint8_t>(WaitKind::kYield)});
    trace_.events.push_back({.time_ns = ended_ns,
                             .subject = queued,
                             .object = task,
                             .cause = task,
                             .kind = EventKind::kHandleQueued,
                             .detail = kStep});
    if (run.due_ns > 0)
      trace_.events.push_back({.time_ns = ended_ns,
                               .due_ns = began_ns,
                               .kind = EventKind::kClockMoved,
                               .detail = static_cast<std::uint8_t>(ClockMove::kComputed)});
    trace_.events.push_back({.time_ns = ended_ns,
                             .subject = handle,
                             .object = task,
                             .kind = EventKind::kHandleEnded,
                             .detail = kStep});
    began_ns = ended_ns;
  }
}

}  // namespace simul::trace

#include "timeline/loop_state.hpp"

#include <algorithm>

namespace simul::timeline {

using asyncio::EventKind;
using asyncio::HandleKind;
using trace::Event;

LoopHistory::LoopHistory(const Model& model) : model_(model) {}

// ---- taking events in

void LoopHistory::update() {
  const auto& events = model_.trace().events;
  for (; next_ < events.size(); ++next_) apply(events[next_], static_cast<std::uint32_t>(next_));
}

void LoopHistory::Chain::add(Id id, std::uint32_t event) {
  links.push_back({event, last.get(id)});
  last.set(id, static_cast<std::uint32_t>(links.size() - 1));
}

void LoopHistory::note(Id task, std::uint32_t at) {
  if (task == 0) return;
  const std::uint32_t place = task_at_.get(task);
  if (place == IdMap::kNothing) return;
  auto& list = about_[place];
  if (list.empty() || list.back() != at) list.push_back(at);
}

void LoopHistory::began(const Event& event, std::uint32_t at) {
  // Handles run in the order in which they were queued, so this looks at the front; cancelled ones
  // before it were skipped. A trace cut at its front may run what it never queued.
  constexpr std::size_t kMostSkipped = 1'000'000;
  const std::size_t end = std::min(handles_.size(), front_ + kMostSkipped);
  std::size_t found = front_;
  while (found < end && handles_[found].id != event.subject) ++found;
  if (found == end) return;
  for (; front_ <= found; ++front_) handles_[front_].removed = at;
  handles_[found].began = at;
  began_.push_back(at);
}

void LoopHistory::ended(std::uint32_t at) {
  if (front_ == 0 || handles_[front_ - 1].ended != kNever) return;
  handles_[front_ - 1].ended = at;
  ended_.push_back(at);
}

void LoopHistory::remove_timer(Id id, std::uint32_t at, bool fired) {
  const std::uint32_t place = timer_at_.get(id);
  if (place == IdMap::kNothing || timers_[place].removed != kNever) return;
  timers_[place].removed = at;
  timers_[place].fired = fired;
  timers_removed_.push_back(at);
  Block& block = blocks_[place / kBlock];
  --block.alive;
  block.last_removed = at;
}

void LoopHistory::apply(const Event& event, std::uint32_t at) {
  switch (event.kind) {
    case EventKind::kLoopStarted: running_.push_back({at, kNever}); break;
    case EventKind::kLoopStopped:
      if (!running_.empty()) running_.back().ended = at;
      ended(at);
      stopped_.push_back(at);
      break;
    case EventKind::kTurnBegan: turns_.push_back({at, static_cast<std::uint32_t>(front_)}); break;
    case EventKind::kTaskCreated:
      if (task_at_.get(event.subject) == IdMap::kNothing) {
        task_at_.set(event.subject, static_cast<std::uint32_t>(about_.size()));
        about_.emplace_back();
      }
      note(event.subject, at);
      break;
    case EventKind::kHandleQueued:
      handles_.push_back({.id = event.subject, .queued = at});
      note(event.object, at);
      break;
    case EventKind::kHandleBegan:
      began(event, at);
      note(event.object, at);
      break;
    case EventKind::kHandleEnded:
      ended(at);
      note(event.object, at);
      break;
    case EventKind::kTaskWaits:
      if (event.object != 0) waits_.add(event.object, at);
      note(event.subject, at);
      break;
    case EventKind::kTaskDone:
      note(event.subject, at);
      done_.set(event.subject, at);
      break;
    case EventKind::kFutureDone: done_.set(event.subject, at); break;
    case EventKind::kDependsOn: parts_.add(event.subject, at); break;
    case EventKind::kInLine: line_of_.set(event.subject, at); break;
    case EventKind::kCallbackAdded: break;
    case EventKind::kTimerArmed: {
      const auto place = static_cast<std::uint32_t>(timers_.size());
      timers_.push_back({.id = event.subject, .armed = at, .before = timer_of_.get(event.object)});
      timer_at_.set(event.subject, place);
      timer_of_.set(event.object, place);
      if (place % kBlock == 0) blocks_.emplace_back();
      ++blocks_.back().alive;
      break;
    }
    case EventKind::kTimerFired: remove_timer(event.subject, at, true); break;
    case EventKind::kTimerCancelled: remove_timer(event.subject, at, false); break;
    case EventKind::kBlockingBegan:
      blocking_.push_back({at, kNever});
      note(event.subject, at);
      break;
    case EventKind::kBlockingEnded:
      if (!blocking_.empty()) blocking_.back().ended = at;
      note(event.subject, at);
      break;
    case EventKind::kMade: made_.set(event.subject, at); break;
    case EventKind::kHeld:
    case EventKind::kReleased:
      held_.add(event.subject, at);
      note(event.object, at);
      break;
    case EventKind::kQueueSized: sizes_.add(event.subject, at); break;
    case EventKind::kTaskLabelled:
    case EventKind::kCancelRequested:
    case EventKind::kUncancelled:
    case EventKind::kOutput:
    case EventKind::kFailure: note(event.subject, at); break;
    case EventKind::kClockMoved: break;
  }
}

// ---- the state at an instant

std::size_t LoopHistory::handles_removed(std::size_t events) const {
  auto first = std::partition_point(handles_.begin(), handles_.end(), [&](const Handle& handle) {
    return handle.removed < events;
  });
  return static_cast<std::size_t>(first - handles_.begin());
}

void LoopHistory::list_timers(LoopState& state, std::size_t events) const {
  std::vector<std::pair<std::int64_t, std::uint32_t>> alive;  // deadline, place
  for (std::size_t b = 0; b < blocks_.size(); ++b) {
    if (blocks_[b].alive == 0 && blocks_[b].last_removed < events) continue;
    const std::size_t end = std::min(timers_.size(), (b + 1) * kBlock);
    for (std::size_t i = b * kBlock; i < end; ++i) {
      if (timers_[i].armed >= events) break;
      if (timers_[i].removed >= events)
        alive.emplace_back(event(timers_[i].armed).due_ns, static_cast<std::uint32_t>(i));
    }
  }
  state.timer_count = alive.size();
  const std::size_t shown = std::min(alive.size(), LoopState::kShown);
  std::partial_sort(alive.begin(), alive.begin() + static_cast<std::ptrdiff_t>(shown), alive.end());
  for (std::size_t i = 0; i < shown; ++i) {
    const Event& armed = event(timers_[alive[i].second].armed);
    TimerItem item{armed.subject, 0, armed.object, armed.due_ns, armed.line};
    const std::uint32_t waits = last(waits_, armed.object, events);
    if (waits != kNever && done_.get(armed.object) >= events) item.task = event(waits).subject;
    state.timers.push_back(item);
  }
}

LoopState LoopHistory::at(const Moment& moment) {
  update();
  const std::size_t events = std::min(moment.events, next_);
  if (events == last_events_) return last_state_;
  LoopState state;

  const std::size_t removed = handles_removed(events);
  auto first_later =
      std::partition_point(handles_.begin(), handles_.end(), [&](const Handle& handle) {
        return handle.queued < events;
      });
  const auto queued = static_cast<std::size_t>(first_later - handles_.begin());
  state.ready_count = queued - std::min(queued, removed);
  for (std::size_t i = removed; i < queued && state.ready.size() < LoopState::kShown; ++i) {
    const Event& told = event(handles_[i].queued);
    state.ready.push_back(
        {told.subject, told.object, static_cast<HandleKind>(told.detail), told.time_ns});
  }

  if (removed > 0 && handles_[removed - 1].ended >= events) {
    const Event& told = event(handles_[removed - 1].began);
    state.busy = true;
    state.running_handle = told.subject;
    state.running_kind = static_cast<HandleKind>(told.detail);
    const bool step =
        state.running_kind == HandleKind::kStep || state.running_kind == HandleKind::kWakeup;
    state.running = step ? told.object : 0;
  }

  auto later_turn = std::partition_point(
      turns_.begin(), turns_.end(), [&](const Turn& turn) { return turn.event < events; });
  const auto turns = static_cast<std::size_t>(later_turn - turns_.begin());
  for (std::size_t t = turns - std::min(turns, LoopState::kTurns); t < turns; ++t) {
    const Event& told = event(turns_[t].event);
    TurnItem item{told.subject, told.time_ns, told.object, {}};
    std::size_t end = t + 1 < turns_.size() ? turns_[t + 1].first : removed;
    end = std::min(end, removed);
    for (std::size_t i = turns_[t].first; i < end && item.ran.size() < LoopState::kShown; ++i) {
      if (handles_[i].began != kNever) item.ran.push_back(event(handles_[i].queued).object);
    }
    state.turns.push_back(std::move(item));
    state.turn = told.subject;
    const auto gone =
        static_cast<std::uint32_t>(removed - std::min<std::size_t>(turns_[t].first, removed));
    state.turn_left = told.object - std::min(told.object, gone);
  }

  auto last_span = [&](const std::vector<Span>& spans) -> const Span* {
    auto later = std::partition_point(
        spans.begin(), spans.end(), [&](const Span& span) { return span.began < events; });
    if (later == spans.begin()) return nullptr;
    const Span& span = *(later - 1);
    return span.ended >= events ? &span : nullptr;
  };
  if (const Span* span = last_span(blocking_)) {
    const Event& told = event(span->began);
    state.blocked = true;
    state.blocker = told.subject;
    state.blocked_since_ns = told.time_ns;
    state.blocked_until_ns = told.due_ns;
    state.blocked_line = told.line;
    state.blocked_text = told.text;
  }
  list_timers(state, events);

  if (state.blocked) {
    state.doing = Doing::kBlocked;
    state.waits_until_ns = state.blocked_until_ns;
  } else if (state.busy) {
    state.doing = Doing::kRunning;
  } else if (last_span(running_) == nullptr) {
    state.doing = Doing::kNothing;
  } else if (state.ready_count > 0) {
    state.doing = Doing::kBetween;
  } else if (!state.timers.empty()) {
    state.doing = Doing::kTimer;
    state.waits_until_ns = state.timers.front().due_ns;
  } else {
    state.doing = Doing::kForever;
  }
  last_state_ = state;
  last_events_ = events;
  return state;
}

// ---- what led to what

std::uint32_t LoopHistory::last(const Chain& chain, Id id, std::size_t events) const {
  for (std::uint32_t at = chain.last.get(id); at != kNever; at = chain.links[at].before)
    if (chain.links[at].event < events) return chain.links[at].event;
  return kNever;
}

const std::vector<std::uint32_t>& LoopHistory::about(Id task) {
  static const std::vector<std::uint32_t> kNothing;
  update();
  const std::uint32_t place = task_at_.get(task);
  return place == IdMap::kNothing ? kNothing : about_[place];
}

std::uint32_t LoopHistory::done(Id future) {
  update();
  return done_.get(future);
}

std::uint32_t LoopHistory::armed_for(Id object, std::size_t events) {
  update();
  for (std::uint32_t at = timer_of_.get(object); at != kNever; at = timers_[at].before)
    if (timers_[at].armed < events) return timers_[at].armed;
  return kNever;
}

std::uint32_t LoopHistory::armed(Id timer) {
  update();
  const std::uint32_t at = timer_at_.get(timer);
  return at == IdMap::kNothing ? kNever : timers_[at].armed;
}

std::uint32_t LoopHistory::fired(Id timer) {
  update();
  const std::uint32_t at = timer_at_.get(timer);
  return at == IdMap::kNothing || !timers_[at].fired ? kNever : timers_[at].removed;
}

std::uint32_t LoopHistory::callback_around(std::size_t events) {
  update();
  const std::size_t removed = handles_removed(events + 1);
  if (removed == 0 || handles_[removed - 1].ended < events) return kNever;
  return handles_[removed - 1].began;
}

std::uint32_t LoopHistory::queued(std::uint32_t began_event) {
  update();
  const std::size_t removed = handles_removed(std::size_t{began_event} + 1);
  if (removed == 0 || handles_[removed - 1].began != began_event) return kNever;
  return handles_[removed - 1].queued;
}

std::vector<std::uint32_t> LoopHistory::parts(Id outer, std::size_t events) {
  update();
  std::vector<std::uint32_t> out;
  for (std::uint32_t at = parts_.last.get(outer); at != kNever; at = parts_.links[at].before)
    if (parts_.links[at].event < events) out.push_back(parts_.links[at].event);
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::uint32_t> LoopHistory::holders(Id resource, std::size_t events) {
  update();
  std::vector<std::uint32_t> taken;
  std::vector<Id> given;  // back again, by later events
  for (std::uint32_t at = held_.last.get(resource); at != kNever; at = held_.links[at].before) {
    if (held_.links[at].event >= events) continue;
    const Event& told = event(held_.links[at].event);
    if (told.kind == EventKind::kReleased) {
      // All are back: what was before does not matter.
      if (told.cause == 0) break;
      given.push_back(told.object);
      continue;
    }
    auto back = std::find(given.begin(), given.end(), told.object);
    if (back == given.end())
      taken.push_back(held_.links[at].event);
    else
      given.erase(back);
  }
  std::reverse(taken.begin(), taken.end());
  return taken;
}

std::uint32_t LoopHistory::in_line(Id future) {
  update();
  return line_of_.get(future);
}

std::uint32_t LoopHistory::made(Id resource) {
  update();
  return made_.get(resource);
}

std::uint32_t LoopHistory::sized(Id queue, std::size_t events) {
  update();
  return last(sizes_, queue, events);
}

bool LoopHistory::has_timeout(Id task, std::size_t events) {
  update();
  for (std::uint32_t at = timer_of_.get(task); at != kNever; at = timers_[at].before)
    if (timers_[at].armed < events && timers_[at].removed >= events) return true;
  return false;
}

std::uint32_t LoopHistory::next_ended(std::size_t event) {
  update();
  auto found = std::lower_bound(ended_.begin(), ended_.end(), event);
  return found == ended_.end() ? kNever : *found;
}

std::uint32_t LoopHistory::last_ended(std::size_t event) {
  update();
  auto found = std::lower_bound(ended_.begin(), ended_.end(), event);
  return found == ended_.begin() ? kNever : *(found - 1);
}

bool LoopHistory::ends_turn(std::uint32_t ended_event) {
  update();
  auto next_began = std::upper_bound(began_.begin(), began_.end(), ended_event);
  auto turn = std::partition_point(
      turns_.begin(), turns_.end(), [&](const Turn& each) { return each.event <= ended_event; });
  auto stop = std::lower_bound(stopped_.begin(), stopped_.end(), ended_event);
  const std::uint32_t border = std::min(turn == turns_.end() ? kNever : turn->event,
                                        stop == stopped_.end() ? kNever : *stop);
  if (next_began != began_.end()) return border < *next_began;
  if (border != kNever || turn == turns_.begin()) return true;
  const Turn& mine = *(turn - 1);
  return handles_removed(std::size_t{ended_event} + 1) - mine.first >= event(mine.event).object;
}

std::size_t LoopHistory::timers_set(std::size_t events) {
  update();
  auto armed = std::partition_point(
      timers_.begin(), timers_.end(), [&](const Timer& timer) { return timer.armed < events; });
  auto removed = std::partition_point(timers_removed_.begin(),
                                      timers_removed_.end(),
                                      [&](std::uint32_t at) { return at < events; });
  return static_cast<std::size_t>(armed - timers_.begin()) -
         static_cast<std::size_t>(removed - timers_removed_.begin());
}

}  // namespace simul::timeline

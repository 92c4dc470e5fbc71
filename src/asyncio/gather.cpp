// src/asyncio/gather.cpp - counting the children of a gather.
#include "asyncio/gather.hpp"

#include <algorithm>
#include <functional>

namespace simul::asyncio {

// Holds the outer future for as long as a child is awaited, as gather's closure does.
class GatherState::ChildDone final : public DoneCallback {
 public:
  ChildDone() = default;
  ChildDone(GatherState& state, FutureBase& outer) : state_(&state), outer_(&outer) {}
  // The closure of gather()'s callback lets go of the outer future, and of what it failed with,
  // before the children.
  ~ChildDone() override {
    if (!outer_ || outer_->references() > 1 || !outer_->peek_exception()) return;
    std::vector<Ref<FutureBase>> children = state_->children_;
    outer_ = nullptr;
    let_go(children);
  }
  void bind(GatherState& state, FutureBase& outer) {
    state_ = &state;
    outer_ = Ref<FutureBase>(&outer);
  }
  Ran run(EventLoop& /*loop*/, FutureBase& future, bool /*resumed*/) override {
    if (!outer_) {
      if (!future.cancelled()) future.mark_retrieved();
      return Ran::kDone;
    }
    // Most are not the last, and have a result.
    if (!outer_->done() && future.state() == FutureState::kFinished && !future.peek_exception() &&
        state_->finished_ + 1 < state_->awaited_) {
      ++state_->finished_;
      future.mark_retrieved();
    } else {
      state_->child_done(*outer_, future);
    }
    return Ran::kDone;
  }
  [[nodiscard]] std::string name() const override { return "gather.<locals>._done_callback"; }
  [[nodiscard]] FutureBase* completes() const override { return outer_.get(); }

 private:
  GatherState* state_ = nullptr;
  Ref<FutureBase> outer_;  // null: it was never made
};

GatherChildren::GatherChildren() : callback_(make_counted<GatherState::ChildDone>()) {}

void GatherChildren::add(const Ref<FutureBase>& child) {
  all_.push_back(child);
  if (!seen_.insert(child.get()).second) return;
  (child->done() ? done_ : pending_).push_back(child.get());
  if (!child->done()) child->add_done_callback(callback_);
}

void GatherChildren::withdraw() {
  for (FutureBase* child : pending_) child->remove_done_callback(*callback_);
}

namespace {

// Each once, where it comes first.
std::vector<FutureBase*> without_repeats(std::vector<FutureBase*> futures) {
  std::vector<FutureBase*> sorted = futures;
  std::sort(sorted.begin(), sorted.end(), std::less<>());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return futures;
  std::vector<FutureBase*> once;
  std::vector<bool> seen(sorted.size());
  for (FutureBase* future : futures) {
    const auto place = std::lower_bound(sorted.begin(), sorted.end(), future, std::less<>());
    const auto index = static_cast<std::size_t>(place - sorted.begin());
    if (seen[index]) continue;
    seen[index] = true;
    once.push_back(future);
  }
  return once;
}

}  // namespace

void GatherState::begin(FutureBase& outer, std::vector<Ref<FutureBase>> children) {
  const Ref<FutureBase> held(&outer);
  children_ = std::move(children);
  const Ref<DoneCallback> callback = make_counted<ChildDone>(*this, outer);
  std::vector<FutureBase*> done;
  for (std::size_t index = 0; index < children_.size(); ++index) {
    fetch_child(index);
    const Ref<FutureBase>& child = children_[index];
    if (child->done()) {
      done.push_back(child.get());
    } else if (!child->has_callback(*callback)) {  // else it comes twice
      ++awaited_;
      outer.tell_depends_on(*child);
      child->add_done_callback(callback);
    }
  }
  const std::vector<FutureBase*> different = without_repeats(std::move(done));
  awaited_ += different.size();
  // After all others are watched: the last of these may complete the outer future here and now.
  for (FutureBase* child : different) child_done(outer, *child);
  if (children_.empty()) set_results();
}

void GatherState::begin(FutureBase& outer, GatherChildren children) {
  const Ref<FutureBase> held(&outer);
  children_ = std::move(children.all_);
  static_cast<ChildDone&>(*children.callback_).bind(*this, outer);
  awaited_ = children.pending_.size() + children.done_.size();
  for (const FutureBase* child : children.pending_) outer.tell_depends_on(*child);
  for (FutureBase* child : children.done_) child_done(outer, *child);
  if (children_.empty()) set_results();
}

void GatherState::child_done(FutureBase& outer, FutureBase& child) {
  ++finished_;
  if (outer.done()) {
    if (!child.cancelled()) child.mark_retrieved();
    return;
  }
  if (!return_exceptions_) {
    if (child.cancelled()) {
      outer.set_exception(child.make_cancelled_error());
      return;
    }
    child.mark_retrieved();
    if (child.peek_exception()) {
      outer.set_exception(outer.loop().hooks().handed_on(child.peek_exception()));
      return;
    }
  }
  if (finished_ < awaited_) return;
  if (!cancel_requested_) {
    set_results();
    return;
  }
  for (const Ref<FutureBase>& each : children_)
    if (!each->cancelled()) each->mark_retrieved();
  outer.set_exception(children_.back()->make_cancelled_error());  // of the last, whoever was last
}

bool GatherState::cancel_children(const FutureBase& outer, const Ref<CancelMessage>& message) {
  if (outer.done()) return false;
  Counters& counters = outer.loop().counters();
  constexpr CancelDepth kOwn{.calls = 2, .frames = 1};  // a method in Python, called from C
  if (!outer.loop().may_cancel_deeper(kOwn)) return false;
  counters.cancelling.calls += kOwn.calls;
  counters.cancelling.frames += kOwn.frames;
  bool asked = false;
  const std::vector<Ref<FutureBase>> children = children_;
  for (const Ref<FutureBase>& child : children) {
    if (child->cancel(message)) asked = true;
    if (counters.refusing()) break;
  }
  if (counters.refused == Refusal::kRaised) counters.refused_in_gather = true;
  counters.cancelling.calls -= kOwn.calls;
  counters.cancelling.frames -= kOwn.frames;
  if (counters.refused >= Refusal::kTooManyCalls) return false;
  if (asked && !counters.refusing()) cancel_requested_ = true;
  return asked;
}

std::string GatherState::describe_children() const {
  // As long as a line is; what is left out is counted, so that nobody takes a few for all.
  constexpr std::size_t kLongest = 60;
  std::string text;
  std::size_t left_out = 0;
  for (const Ref<FutureBase>& child : children_) {
    if (child->done() || !child->is_task()) continue;
    if (text.size() > kLongest) {
      ++left_out;
      continue;
    }
    if (!text.empty()) text += ", ";
    text += static_cast<TaskBase&>(*child).name();
  }
  if (left_out > 0) text += " and " + std::to_string(left_out) + " more";
  return text;
}

}  // namespace simul::asyncio

// src/asyncio/gather.hpp - many futures as one. Mirrors gather() in CPython's Lib/asyncio/tasks.py.
//
// The outer future is done when all children are, with their results in the order in which they
// were given. Without return_exceptions the first failure reaches whoever awaits at once; the other
// children go on. Cancelling the outer future asks every child to cancel; it is done when they are.
//
// Who resumes whom: each child's callback runs one turn after the child is done, the awaiter one
// turn after the last of them.
#pragma once

#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "asyncio/futures.hpp"
#include "asyncio/tasks.hpp"

namespace simul::asyncio {

class GatherState;

// The children of a gather whose outer future is not made yet, each watched from when it is added:
// one that is made later may begin at once, and wait for those before it or end them. What is never
// begun leaves its callback with them, which counts their failures as seen.
class GatherChildren {
 public:
  GatherChildren();
  void add(const Ref<FutureBase>& child);
  // Takes the callback back.
  void withdraw();

 private:
  friend class GatherState;
  std::vector<Ref<FutureBase>> all_;
  std::vector<FutureBase*> pending_, done_;  // each once, as it was found
  std::unordered_set<FutureBase*> seen_;
  Ref<DoneCallback> callback_;
};

// What gather needs of its outer future, whatever the type of its result.
class GatherState {
 public:
  explicit GatherState(bool return_exceptions) : return_exceptions_(return_exceptions) {}

  // Takes the children (one may come several times) and watches those that are not done. `outer` is
  // the future that this state is part of. Call once, on the finished object.
  void begin(FutureBase& outer, std::vector<Ref<FutureBase>> children);
  void begin(FutureBase& outer, GatherChildren children);
  [[nodiscard]] const std::vector<Ref<FutureBase>>& children() const { return children_; }
  // Of one that dies, or when the result of each was taken.
  void forget_children() {
    let_go(children_);
    children_.clear();
  }

 protected:
  ~GatherState() { let_go(children_); }
  // Call for each child that is about to be looked at, in order.
  void fetch_child(std::size_t index) const {
    if (index + kAhead < children_.size()) fetch(*children_[index + kAhead]);
  }
  // Of a child whose result was taken.
  void let_go_of_child(std::size_t index) { children_[index] = nullptr; }
  bool cancel_children(const FutureBase& outer, const Ref<CancelMessage>& message);
  // Every child is done: make the result of them and set it.
  virtual void set_results() = 0;
  // "3 tasks", for whoever watches.
  [[nodiscard]] std::string describe_children() const;

 private:
  friend class GatherChildren;
  class ChildDone;
  static constexpr std::size_t kAhead = 8;
  static void fetch(const FutureBase& child) {
    constexpr std::size_t kCacheLine = 64;
    const char* const memory = reinterpret_cast<const char*>(&child);
    fetch_owned(memory);
    fetch_owned(memory + kCacheLine);
  }
  // The last one first, as Python's lists do.
  static void let_go(std::vector<Ref<FutureBase>>& children) {
    for (std::size_t index = children.size(); index-- > 0;) {
      if (index >= kAhead && children[index - kAhead]) fetch(*children[index - kAhead]);
      children[index] = nullptr;
    }
  }
  void child_done(FutureBase& outer, FutureBase& child);

  std::vector<Ref<FutureBase>> children_;
  std::size_t awaited_ = 0;  // different children
  std::size_t finished_ = 0;
  bool return_exceptions_;
  bool cancel_requested_ = false;
};

// The outer future. R is the type of the result; a class derived from this one makes it.
template <typename R>
class GatheringFuture : public Future<R>, public GatherState {
 public:
  GatheringFuture(EventLoop& loop, bool return_exceptions)
      : Future<R>(loop, WaitKind::kGather), GatherState(return_exceptions) {}

  bool cancel(Ref<CancelMessage> message = {}) override { return cancel_children(*this, message); }
  [[nodiscard]] WaitInfo wait_info() const override {
    return {WaitKind::kGather, 0, describe_children()};
  }
};

// The result of a child that is done, as gather(return_exceptions=True) lists it. Unlike outcome()
// it leaves the child's own CancelledError where it is.
template <typename T>
[[nodiscard]] inline Outcome<T> gathered(FutureBase& child) {
  if (child.cancelled()) return child.loop().hooks().make_cancelled_error(child.cancel_message());
  child.mark_retrieved();
  if (child.peek_exception()) return child.peek_exception();
  if (child.is_task()) return static_cast<TaskOf<T>&>(child).stored();
  return child.value_as<T>();
}

// All children of one type T.
template <typename T>
class GatherAll final : public GatheringFuture<std::vector<Outcome<T>>> {
 public:
  using GatheringFuture<std::vector<Outcome<T>>>::GatheringFuture;

 private:
  void set_results() override {
    std::vector<Outcome<T>> results;
    results.reserve(this->children().size());
    for (std::size_t index = 0; index < this->children().size(); ++index) {
      this->fetch_child(index);
      results.push_back(gathered<T>(*this->children()[index]));
      this->let_go_of_child(index);
    }
    this->forget_children();
    this->set_result(std::move(results));
  }
};

// The children must be Future<T> or Task<T>.
template <typename T>
[[nodiscard]] Ref<GatherAll<T>> gather(EventLoop& loop,
                                       std::vector<Ref<FutureBase>> children,
                                       bool return_exceptions = false) {
  auto outer = make_counted<GatherAll<T>>(loop, return_exceptions);
  outer->begin(*outer, std::move(children));
  return outer;
}

// Makes each coroutine a task, in order.
template <typename T, typename... More>
[[nodiscard]] Ref<GatherAll<T>> gather(EventLoop& loop, Coro<T> first, More... more) {
  std::vector<Ref<FutureBase>> children;
  TaskOptions options;
  options.log_destroy_pending = false;
  children.push_back(create_task(loop, std::move(first), options));
  (children.push_back(create_task(loop, std::move(more), options)), ...);
  return gather<T>(loop, std::move(children));
}

}  // namespace simul::asyncio

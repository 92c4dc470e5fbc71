// tests/asyncio/futures_test.cpp - states and callbacks of a future.
#include "asyncio/futures.hpp"

#include <gtest/gtest.h>

#include "support/loop_fixture.hpp"

namespace simul::asyncio {
namespace {

using simul::testing::VirtualLoop;

class Notes final : public DoneCallback {
 public:
  Notes(std::string* log, std::string name) : log_(log), name_(std::move(name)) {}
  Ran run(EventLoop& /*loop*/, FutureBase& future, bool /*resumed*/) override {
    *log_ += name_ + (future.cancelled() ? "!" : "") + " ";
    return Ran::kDone;
  }

 private:
  std::string* log_;
  std::string name_;
};

TEST(Future, CallbacksRunInTheNextTurnInTheOrderInWhichTheyWereAdded) {
  VirtualLoop fixture;
  std::string log;
  auto future = create_future<int>(fixture.loop);
  for (const char* name : {"a", "b", "c"})
    future->add_done_callback(make_counted<Notes>(&log, name));
  EXPECT_TRUE(future->set_result(4));
  EXPECT_EQ(log, "");
  fixture.loop.run_slice();
  EXPECT_EQ(log, "a b c ");
  future->add_done_callback(make_counted<Notes>(&log, "late"));
  EXPECT_EQ(log, "a b c ");
  fixture.loop.run_slice();
  EXPECT_EQ(log, "a b c late ");
}

TEST(Future, OneCallbackMayServeSeveralFuturesAndIsLetGoOnceEachHasCalledIt) {
  VirtualLoop fixture;
  std::string log;
  const Ref<DoneCallback> callback = make_counted<Notes>(&log, "x");
  auto done = create_future<int>(fixture.loop);
  auto cancelled = create_future<int>(fixture.loop);
  done->add_done_callback(callback);
  cancelled->add_done_callback(callback);
  EXPECT_TRUE(done->has_callback(*callback));
  EXPECT_TRUE(cancelled->cancel());
  EXPECT_TRUE(done->set_result(1));
  // Queued: nobody can take it back, or see it, any more.
  EXPECT_EQ(done->remove_done_callback(*callback), 0U);
  EXPECT_TRUE(done->callbacks().empty());
  fixture.loop.run_slice();
  EXPECT_EQ(log, "x! x ");
  EXPECT_EQ(callback->references(), 1U);
}

TEST(Future, ALoopThatIsClosedLetsGoOfCallbacksThatWereQueued) {
  VirtualLoop fixture;
  std::string log;
  const Ref<DoneCallback> callback = make_counted<Notes>(&log, "x");
  auto future = create_future<int>(fixture.loop);
  future->add_done_callback(callback);
  EXPECT_TRUE(future->set_result(1));
  fixture.loop.close();
  EXPECT_EQ(log, "");
  EXPECT_EQ(callback->references(), 1U);
  EXPECT_EQ(future->references(), 1U);
}

TEST(Future, ALoopThatChecksItsThreadRefusesCallbacksFromAnotherOne) {
  class Elsewhere final : public LoopHooks {
   public:
    bool runs_elsewhere(const EventLoop& /*loop*/) override { return true; }
  } hooks;
  VirtualClock clock;
  EventLoop loop(clock, {.hooks = &hooks});
  EXPECT_FALSE(loop.may_refuse());
  EXPECT_EQ(loop.refuses(), Refusal::kNone);
  loop.check_thread(true);
  EXPECT_TRUE(loop.may_refuse());
  EXPECT_EQ(loop.refuses(), Refusal::kForeignThread);
  std::string log;
  auto future = create_future<int>(loop);
  future->add_done_callback(make_counted<Notes>(&log, "x"));
  EXPECT_TRUE(future->set_result(1));  // done all the same
  EXPECT_EQ(std::exchange(loop.counters().refused, Refusal::kNone), Refusal::kForeignThread);
  loop.run_slice();
  EXPECT_EQ(log, "");
  loop.close();
  EXPECT_EQ(loop.refuses(), Refusal::kClosedLoop);
}

TEST(Future, IsDoneOnlyOnce) {
  VirtualLoop fixture;
  auto future = create_future<int>(fixture.loop);
  EXPECT_TRUE(future->set_result(4));
  EXPECT_FALSE(future->set_result(5));
  EXPECT_FALSE(future->set_exception(make_exception(ExceptionKind::kValue)));
  EXPECT_FALSE(future->cancel());
  EXPECT_EQ(future->outcome().value(), 4);
}

TEST(Future, CancelTellsItsCallbacksAndGivesItsMessageEveryTime) {
  VirtualLoop fixture;
  std::string log;
  auto future = create_future<int>(fixture.loop);
  future->add_done_callback(make_counted<Notes>(&log, "x"));
  EXPECT_TRUE(future->cancel(make_counted<CancelMessage>("why")));
  fixture.loop.run_slice();
  EXPECT_EQ(log, "x! ");
  EXPECT_EQ(future->outcome().error()->summary(), "CancelledError: why");
  EXPECT_EQ(future->outcome().error()->summary(), "CancelledError: why");
}

TEST(Future, ARemovedCallbackDoesNotRun) {
  VirtualLoop fixture;
  std::string log;
  auto future = create_future<int>(fixture.loop);
  auto first = make_counted<Notes>(&log, "1");
  auto second = make_counted<Notes>(&log, "2");
  future->add_done_callback(first);
  future->add_done_callback(second);
  future->add_done_callback(first);
  EXPECT_EQ(future->remove_done_callback(*first), 2U);
  EXPECT_EQ(future->remove_done_callback(*first), 0U);
  future->set_result(0);
  fixture.loop.run_slice();
  EXPECT_EQ(log, "2 ");
}

TEST(Future, AnExceptionThatNobodyAskedForIsReported) {
  VirtualLoop fixture;
  {
    auto future = create_future<int>(fixture.loop);
    future->set_exception(make_exception(ExceptionKind::kRuntime, "lost"));
  }
  ASSERT_EQ(fixture.hooks.reports.size(), 1U);
  EXPECT_EQ(fixture.hooks.reports[0], "Future exception was never retrieved RuntimeError: lost");
  {
    auto future = create_future<int>(fixture.loop);
    future->set_exception(make_exception(ExceptionKind::kRuntime, "seen"));
    EXPECT_FALSE(future->outcome().ok());
  }
  EXPECT_EQ(fixture.hooks.reports.size(), 1U);
}

TEST(Future, OneOfADerivedClassLivesOnUntilThatHasHadItsSay) {
  class Asks final : public LoopHooks {
   public:
    bool finalizes(FutureBase& future) override {
      ++asked;
      if (asked > 1) return false;
      future.keep_view(false);
      saved = Ref<FutureBase>(&future);
      return true;
    }
    int asked = 0;
    Ref<FutureBase> saved;
  };
  VirtualClock clock;
  Asks hooks;
  EventLoop loop(clock, {.hooks = &hooks});
  alignas(8) int object = 0;
  {
    auto future = create_future<int>(loop);
    future->set_derived();
    future->set_view(&object);
    future->keep_view(true);
  }
  ASSERT_EQ(hooks.asked, 1);
  EXPECT_EQ(hooks.saved->references(), 1U);
  hooks.saved->keep_view(true);
  hooks.saved = nullptr;
  EXPECT_EQ(hooks.asked, 2);
}

}  // namespace
}  // namespace simul::asyncio

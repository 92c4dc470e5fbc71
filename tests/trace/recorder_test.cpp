#include "trace/recorder.hpp"

#include <gtest/gtest.h>

#include "asyncio/gather.hpp"
#include "trace/text.hpp"

namespace simul::trace {
namespace {

TEST(Recorder, EqualTextsAreKeptOnce) {
  Recorder recorder;
  Event e;
  recorder.on_event(e, "worker");
  recorder.on_event(e, "main");
  recorder.on_event(e, "worker");
  const Trace& trace = recorder.trace();
  EXPECT_EQ(trace.events[0].text, trace.events[2].text);
  EXPECT_EQ(trace.text_of(trace.events[1]), "main");
  EXPECT_EQ(trace.texts.size(), 3u);  // the empty text, worker, main
}

TEST(Recorder, PastItsLimitItCountsWhatItDoesNotKeep) {
  Recorder recorder(2);
  Event e;
  for (int i = 0; i < 5; ++i) recorder.on_event(e, "");
  EXPECT_EQ(recorder.trace().events.size(), 2u);
  EXPECT_EQ(recorder.trace().dropped, 3u);
}

TEST(Recorder, TenMillionEventsAreCutAtTheLimitAndTheRestIsCounted) {
  Recorder recorder(1'000);
  Event e;
  for (int i = 0; i < 10'000'000; ++i) recorder.on_event(e, "");
  EXPECT_EQ(recorder.trace().events.size(), 1'000u);
  EXPECT_EQ(recorder.trace().dropped, 10'000'000u - 1'000u);
}

TEST(Recorder, AClockThatGoesBackIsNotBelieved) {
  Recorder recorder;
  for (std::int64_t ns : {5, 3, 3, 7}) {
    Event e;
    e.time_ns = ns;
    recorder.on_event(e, "");
  }
  const auto& events = recorder.trace().events;
  EXPECT_EQ(events[1].time_ns, 5);
  EXPECT_EQ(events[2].time_ns, 5);
  EXPECT_EQ(events[3].time_ns, 7);
}

TEST(Recorder, AnEventTakesAtMost48Bytes) {
  EXPECT_LE(sizeof(Event), 48u);
}

// ---- steps that only gave up their turn

// Takes every event by itself.
class OneByOne final : public asyncio::Instrument {
 public:
  explicit OneByOne(std::uint64_t limit = 4'000'000) : recorder(limit) {}
  void on_event(const Event& event, std::string_view text) override {
    recorder.on_event(event, text);
  }
  Recorder recorder;
};

asyncio::Coro<int> polls(asyncio::VirtualClock* clock, int times, std::int64_t cost_ns) {
  for (int time = 0; time < times; ++time) {
    clock->charge(cost_ns);
    static_cast<void>(co_await asyncio::sleep(time % 7 == 6 ? 0.001 : 0));
  }
  co_return times;
}

// Tasks that poll at different prices, with sleeps between.
void poll_many(asyncio::Instrument& instrument, int tasks, int times) {
  asyncio::VirtualClock clock;
  asyncio::EventLoop loop(clock, {.instrument = &instrument});
  std::vector<asyncio::Ref<asyncio::FutureBase>> all;
  for (int task = 0; task < tasks; ++task)
    all.push_back(asyncio::create_task(loop, polls(&clock, times, task % 3 == 2 ? 40 : 0)));
  const auto gathered = asyncio::gather<int>(loop, std::move(all));
  loop.run_until_complete(*gathered);
}

TEST(Recorder, RunsOfYieldsGiveTheEventsThatTheyStandFor) {
  for (const int tasks : {1, 2, 3, 50, 400}) {
    OneByOne single;
    Recorder recorder;
    poll_many(single, tasks, 30);
    poll_many(recorder, tasks, 30);
    const std::size_t size = recorder.size();
    const std::string expected = to_text(single.recorder.trace());
    EXPECT_EQ(to_text(recorder.trace()), expected) << tasks;
    EXPECT_EQ(size, recorder.trace().events.size());
    EXPECT_NE(expected.find("clock_moved"), std::string::npos);
  }
}

// Among many steps that only give up their turn, now and then one that does something first.
asyncio::Coro<int> disturbs(asyncio::EventLoop* loop, asyncio::VirtualClock* clock, int number) {
  asyncio::TaskBase* const self = &co_await asyncio::this_task();
  for (int time = 0; time < 40; ++time) {
    const int what = number * 40 + time;
    if (what % 97 == 5) static_cast<void>(loop->call_soon([] {}));
    if (what % 101 == 7) static_cast<void>(asyncio::create_future(*loop));  // tells nothing
    if (what % 103 == 9) clock->charge(10);
    if (what % 307 == 11)
      static_cast<void>(co_await asyncio::create_task(*loop, polls(clock, 2, 0)));
    if (what % 409 == 13) self->cancel();
    if (time == 30 && number % 9 == 4) co_return time;
    static_cast<void>(co_await asyncio::sleep(0));
  }
  co_return 40;
}

// Like the loop's native driver, but hands the thread back after so many callbacks.
class Pauses final : public asyncio::SliceBudget {
 public:
  bool spent() override { return ++asked % 13 == 0; }
  int asked = 0;
};

int disturb_many(asyncio::Instrument& instrument, int tasks) {
  asyncio::VirtualClock clock;
  asyncio::EventLoop loop(clock, {.instrument = &instrument});
  std::vector<asyncio::Ref<asyncio::FutureBase>> all;
  for (int task = 0; task < tasks; ++task)
    all.push_back(asyncio::create_task(loop, disturbs(&loop, &clock, task)));
  Pauses pauses;
  while (loop.run_slice(&pauses).end == asyncio::SliceEnd::kSpent) {
  }
  for (const auto& task : all) EXPECT_TRUE(task->done());
  return pauses.asked;
}

TEST(Recorder, AStepThatDoesMoreEndsARunAndAnotherBegins) {
  for (const int tasks : {1, 4, 5, 60, 700}) {
    OneByOne single;
    Recorder recorder;
    const int asked = disturb_many(single, tasks);
    EXPECT_EQ(disturb_many(recorder, tasks), asked) << tasks;
    EXPECT_EQ(to_text(recorder.trace()), to_text(single.recorder.trace())) << tasks;
  }
}

TEST(Recorder, TheLimitCutsARunWhereItCutsItsEvents) {
  for (const unsigned limit : {0U, 1U, 500U, 501U, 502U, 503U, 3000U}) {
    OneByOne single(limit);
    Recorder recorder(limit);
    poll_many(single, 40, 30);
    poll_many(recorder, 40, 30);
    EXPECT_EQ(to_text(recorder.trace()), to_text(single.recorder.trace())) << limit;
    EXPECT_EQ(recorder.dropped(), single.recorder.dropped()) << limit;
  }
}

// Reads the trace in the middle of a step.
asyncio::Coro<int> reads(const Recorder* recorder, std::size_t* events, Id* running) {
  static_cast<void>(co_await asyncio::sleep(0));
  static_cast<void>(co_await asyncio::sleep(0));
  *running = recorder->running();
  *events = recorder->trace().events.size();
  EXPECT_EQ(recorder->trace().events.back().kind, EventKind::kHandleBegan);
  static_cast<void>(co_await asyncio::sleep(0));
  co_return 0;
}

TEST(Recorder, AStepIsInTheTraceFromItsBeginning) {
  Recorder recorder;
  asyncio::VirtualClock clock;
  asyncio::EventLoop loop(clock, {.instrument = &recorder});
  std::size_t events = 0;
  Id running = 0;
  const auto task = asyncio::create_task(loop, reads(&recorder, &events, &running));
  loop.run_until_complete(*task);
  EXPECT_EQ(running, task->id());
  const auto& all = recorder.trace().events;
  ASSERT_GT(all.size(), events);
  EXPECT_EQ(all[events].kind, EventKind::kTaskWaits);
  EXPECT_EQ(all[events].subject, task->id());
}

}  // namespace
}  // namespace simul::trace

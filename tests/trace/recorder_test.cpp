#include "trace/recorder.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace simul::trace

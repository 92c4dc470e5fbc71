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

TEST(Recorder, AnEventTakesAtMost48Bytes) {
  EXPECT_LE(sizeof(Event), 48u);
}

}  // namespace
}  // namespace simul::trace

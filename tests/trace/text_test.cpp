#include "trace/text.hpp"

#include <random>

#include <gtest/gtest.h>

#include "trace/recorder.hpp"

namespace simul::trace {
namespace {

Event event(EventKind kind, std::int64_t time_ns, Id subject) {
  Event e;
  e.kind = kind;
  e.time_ns = time_ns;
  e.subject = subject;
  return e;
}

TEST(TraceText, AnEventIsOneReadableLineWithOnlyTheFieldsThatSaySomething) {
  Recorder recorder;
  Event waits = event(EventKind::kTaskWaits, 1'250'000'000, 2);
  waits.object = 9;
  waits.line = 7;
  waits.due_ns = 2'000'000'000;
  waits.detail = static_cast<std::uint8_t>(WaitKind::kSleep);
  recorder.on_event(waits, "sleep(\"1\\0\")\n");
  recorder.on_event(event(EventKind::kTurnBegan, 2'000'000'000, 3), "");
  EXPECT_EQ(to_text(recorder.trace()),
            "1.250000000 task_waits 2 object=9 detail=1 line=7 due=2.000000000 "
            "\"sleep(\\\"1\\\\0\\\")\\n\"\n"
            "2.000000000 turn_began 3\n");
}

TEST(TraceText, ParsingWhatWasWrittenGivesTheSameTrace) {
  Recorder recorder;
  for (int kind = 0; kind <= static_cast<int>(EventKind::kFailure); ++kind) {
    Event e = event(static_cast<EventKind>(kind), kind * 1'000'003LL, static_cast<Id>(kind));
    e.object = static_cast<Id>(kind * 7 % 5);
    e.cause = static_cast<Id>(kind % 3);
    e.line = static_cast<std::uint32_t>(kind % 4);
    e.due_ns = kind % 2 == 0 ? 0 : -kind * 1'000LL;
    e.detail = static_cast<std::uint8_t>(kind % 6);
    std::string text = kind % 3 == 0 ? "" : "t\x01\"\\\n\xc3\xa9" + std::to_string(kind);
    recorder.on_event(e, text);
  }
  std::string text = to_text(recorder.trace());
  auto parsed = parse_text(text);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(to_text(parsed.value()), text);
  EXPECT_EQ(parsed.value().events.size(), recorder.trace().events.size());
}

TEST(TraceText, ALineThatIsNoEventIsNamed) {
  auto parsed = parse_text("0.000000000 turn_began 1\n1.0 turn_began 2\n");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().message, "line 2 of the trace is not an event: 1.0 turn_began 2");
}

TEST(TraceText, ATraceThatGoesBackInTimeIsRefused) {
  auto parsed = parse_text("1.000000000 turn_began 1\n0.000000000 turn_began 2\n");
  ASSERT_FALSE(parsed.ok());
  EXPECT_EQ(parsed.error().message, "line 2 of the trace goes back in time");
}

TEST(TraceText, EventsOfEveryKindWithAnyValuesComeBackAsTheyWere) {
  std::mt19937 random(4);
  for (int round = 0; round < 50; ++round) {
    Trace trace;
    std::int64_t now = -static_cast<std::int64_t>(random() % 3'000'000'000u);
    for (int i = 0; i < 60; ++i) {
      now += static_cast<std::int64_t>(random() % 1'500'000'000u);
      Event event;
      event.time_ns = now;
      event.due_ns = static_cast<std::int64_t>(random()) - 2'000'000'000;
      event.subject = static_cast<Id>(random());
      event.object = random() % 2 == 0 ? 0 : static_cast<Id>(random());
      event.cause = random() % 2 == 0 ? 0 : static_cast<Id>(random());
      event.line = static_cast<std::uint32_t>(random() % 3);
      event.kind =
          static_cast<EventKind>(random() % (static_cast<unsigned>(EventKind::kDependsOn) + 1));
      event.detail = static_cast<std::uint8_t>(random());
      std::string text;
      for (auto length = random() % 6; length > 0; --length)
        text += static_cast<char>(random() % 256);
      event.text = trace.texts.intern(text);
      trace.events.push_back(event);
    }
    const std::string once = to_text(trace);
    const Result<Trace> back = parse_text(once);
    ASSERT_TRUE(back.ok());
    EXPECT_EQ(to_text(back.value()), once);
  }
}

}  // namespace
}  // namespace simul::trace

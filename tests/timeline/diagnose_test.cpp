// What diagnose() makes of traces that no program of ours has made: cut off, or plain nonsense.
// Its findings on programs are in tests/session/overlap_test.cpp.
#include "timeline/diagnose.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "timeline/await_graph.hpp"
#include "timeline/inspect.hpp"
#include "timeline/layout.hpp"
#include "timeline/pictures.hpp"
#include "timeline/random_trace.hpp"
#include "timeline/steps.hpp"

namespace simul::timeline {
namespace {

// Asks everything there is to ask; gives how much was said, so that nothing is left out as unused.
std::size_t ask(const trace::Trace& trace) {
  Model model(trace);
  model.update();
  LoopHistory history(model);
  std::size_t said = diagnose(model, history).size();
  Viewport view;
  view.width_px = 500;
  view.fit(0, model.end_ns() + 1, 10);
  said += layout(model, view, {.now_ns = model.end_ns()}).boxes.size();
  for (std::size_t events = 0; events <= trace.events.size(); events += 1 + events / 8) {
    const Moment moment = model.after(events);
    said += await_graph(model, history, moment, 50).nodes.size();
    said += next_step(model, history, moment).sentence.size();
    said += previous_stop(model, history, StepKind::kTurn, 0, events);
    said += next_stop(model, history, StepKind::kCallback, 0, events).value_or(0);
    for (std::size_t i = 0; i < std::min<std::size_t>(model.tracks().size(), 6); ++i)
      said += inspect(model, history, model.tracks()[i].task, moment).why.size();
  }
  for (std::size_t i = 0; i < trace.events.size(); ++i) said += say(model, i).size();
  return said;
}

trace::Trace part(const trace::Trace& whole, std::size_t from, std::size_t to) {
  trace::Trace out;
  for (std::size_t i = from; i < to; ++i) {
    out.events.push_back(whole.events[i]);
    out.events.back().text = out.texts.intern(whole.text_of(whole.events[i]));
  }
  return out;
}

TEST(OddTraces, CutOffAtEitherEndStillGiveAPicture) {
  for (std::uint32_t seed = 1; seed <= 15; ++seed) {
    const RandomRun run(seed, 200);
    const std::size_t all = run.trace.events.size();
    for (std::size_t cut = 0; cut < all; cut += 17) {
      EXPECT_GT(ask(part(run.trace, 0, cut)), 0u);
      EXPECT_GT(ask(part(run.trace, cut, all)), 0u);
    }
  }
}

TEST(OddTraces, NonsenseIsSurvived) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    trace::Trace trace;
    std::int64_t now = 0;
    for (int i = 0; i < 150; ++i) {
      trace::Event event;
      now += random() % 3 * 1'000'000;
      event.time_ns = now;
      event.due_ns = static_cast<std::int64_t>(random() % 5) * 1'000'000'000 - 1'000'000'000;
      const auto id = [&] {
        return random() % 20 == 0 ? static_cast<trace::Id>(random())
                                  : static_cast<trace::Id>(random() % 9);
      };
      event.subject = id();
      event.object = id();
      event.cause = id();
      event.line = static_cast<std::uint32_t>(random() % 30);
      event.text = trace.texts.intern(random() % 2 == 0 ? "" : "Task-3 \x1f' was never awaited");
      event.kind = static_cast<trace::EventKind>(
          random() % (static_cast<unsigned>(trace::EventKind::kDependsOn) + 1));
      event.detail = static_cast<std::uint8_t>(random() % 3);
      trace.events.push_back(event);
    }
    EXPECT_GT(ask(trace), 0u);
  }
}

TEST(OddTraces, AnEmptyOneHasNothingWrong) {
  trace::Trace trace;
  Model model(trace);
  LoopHistory history(model);
  EXPECT_TRUE(diagnose(model, history).empty());
}

TEST(RandomRuns, HaveNoFindingThatTheyDoNotHave) {
  // They block for microseconds, know no locks and no queues, and nobody cancels anybody.
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const RandomRun run(seed, 400);
    Model model(run.trace);
    model.update();
    LoopHistory history(model);
    for (const Finding& finding : diagnose(model, history, {.finished = false}))
      EXPECT_EQ(finding.kind, FindingKind::kDeadlock) << "seed " << seed << ": " << finding.title;
  }
}

}  // namespace
}  // namespace simul::timeline

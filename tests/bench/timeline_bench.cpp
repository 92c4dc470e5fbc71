// tests/bench/timeline_bench.cpp - what the picture costs below the pixels, beside what the machine
// can do in the same run.
//
// A long run is made by RandomRun's own little loop. Every row is measured several times and its
// best is printed, beside a plain pass over the same events, so that the ratios stay on a machine
// with neighbours. Built on request: target simul_bench_timeline.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "timeline/await_graph.hpp"
#include "timeline/diagnose.hpp"
#include "timeline/layout.hpp"
#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"
#include "timeline/steps.hpp"
#include "trace/recorder.hpp"

namespace simul::timeline {
namespace {

using Kind = trace::EventKind;

// Processor time, so that a busy machine disturbs less.
double now_s() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Work>
double best_of(int rounds, Work work) {
  double best = 1e9;
  for (int i = 0; i < rounds; ++i) {
    const double began = now_s();
    work();
    best = std::min(best, now_s() - began);
  }
  return best;
}

// `tasks` sleepers that wake `rounds` times each, in asyncio's order of events.
trace::Trace sleepers(std::uint32_t tasks, std::uint32_t rounds) {
  trace::Trace trace;
  trace::Id id = 0;
  std::int64_t now_ns = 0;
  const auto emit = [&](trace::Event event) {
    event.time_ns = now_ns;
    trace.events.push_back(event);
  };
  emit({.subject = ++id, .kind = Kind::kLoopStarted});
  struct Sleeper {
    trace::Id task = 0, timer = 0, future = 0, handle = 0;
  };
  std::vector<Sleeper> all(tasks);
  for (Sleeper& each : all) {
    each.task = ++id;
    emit({.subject = each.task,
          .object = all[0].task == each.task ? 0 : all[0].task,
          .line = 20,
          .kind = Kind::kTaskCreated});
    each.handle = ++id;
    emit({.subject = each.handle, .object = each.task, .kind = Kind::kHandleQueued});
  }
  trace::Id turn = 0;
  for (std::uint32_t round = 0; round <= rounds; ++round) {
    emit({.subject = ++turn, .object = tasks, .kind = Kind::kTurnBegan});
    for (Sleeper& each : all) {
      const std::uint8_t kind = round == 0 ? 0 : 1;
      emit({.subject = each.handle,
            .object = each.task,
            .kind = Kind::kHandleBegan,
            .detail = kind});
      now_ns += 1'000;
      if (round == rounds) {
        emit({.subject = each.task, .kind = Kind::kTaskDone});
      } else {
        each.timer = ++id;
        each.future = ++id;
        const std::int64_t due_ns = now_ns + 1'000'000'000;
        emit({.due_ns = due_ns,
              .subject = each.timer,
              .object = each.future,
              .line = 7,
              .kind = Kind::kTimerArmed});
        emit({.due_ns = due_ns,
              .subject = each.task,
              .object = each.future,
              .line = 7,
              .kind = Kind::kTaskWaits,
              .detail = 1});
      }
      emit({.subject = each.handle,
            .object = each.task,
            .kind = Kind::kHandleEnded,
            .detail = kind});
    }
    if (round == rounds) break;
    now_ns += 1'000'000'000;
    for (Sleeper& each : all) {
      emit({.due_ns = now_ns,
            .subject = each.timer,
            .object = each.future,
            .kind = Kind::kTimerFired});
      emit({.subject = each.future, .kind = Kind::kFutureDone});
      each.handle = ++id;
      emit({.subject = each.handle,
            .object = each.task,
            .cause = each.future,
            .kind = Kind::kHandleQueued,
            .detail = 1});
    }
  }
  return trace;
}

void row(const char* name, double seconds, double count, const char* unit) {
  std::printf(
      "  %-46s %9.3f ms   %8.2f M %s/s\n", name, seconds * 1e3, count / seconds / 1e6, unit);
}

void measure(const char* title, std::uint32_t tasks, std::uint32_t rounds) {
  const trace::Trace trace = sleepers(tasks, rounds);
  const auto events = static_cast<double>(trace.events.size());
  std::printf("%s: %u tasks, %.0f events\n", title, tasks, events);

  volatile std::uint64_t sum = 0;
  row("a plain pass over the events",
      best_of(5,
              [&] {
                std::uint64_t all = 0;
                for (const trace::Event& event : trace.events) all += event.subject + event.line;
                sum = all;
              }),
      events,
      "events");
  row("recorder",
      best_of(3,
              [&] {
                trace::Recorder recorder;
                for (const trace::Event& event : trace.events)
                  recorder.on_event(event, "sleep(1.0)");
              }),
      events,
      "events");
  row("model",
      best_of(3,
              [&] {
                Model model(trace);
                model.update();
              }),
      events,
      "events");
  Model model(trace);
  model.update();
  row("history",
      best_of(3,
              [&] {
                LoopHistory history(model);
                history.at(Moment{0, 0});
              }),
      events,
      "events");
  std::size_t slices = 0;
  for (const Track& track : model.tracks()) slices += track.slices.size();

  LoopHistory history(model);
  history.at(model.after(trace.events.size()));
  std::mt19937 random(1);
  double worst = 0, total = 0;
  constexpr int kJumps = 200;
  for (int i = 0; i < kJumps; ++i) {
    const Moment moment = model.after(random() % (trace.events.size() + 1));
    const double began = now_s();
    history.at(moment);
    next_step(model, history, moment);
    const double took = now_s() - began;
    worst = std::max(worst, took);
    total += took;
  }
  std::printf("  a jump to any instant: %.3f ms, the slowest of %d %.3f ms\n",
              total / kJumps * 1e3,
              kJumps,
              worst * 1e3);
  const double states = best_of(3, [&] {
    const Moment moment = model.after(trace.events.size() / 2);
    std::size_t live = 0;
    for (const Track& track : model.tracks())
      live += Model::state_at(track, moment) == State::kSleeping;
    sum = live;
  });
  std::printf("  the state of every task at an instant: %.3f ms\n", states * 1e3);
  const double graph = best_of(3, [&] {
    sum = await_graph(model, history, model.after(trace.events.size() / 2)).nodes.size();
  });
  std::printf("  the await graph at an instant: %.3f ms\n", graph * 1e3);
  const double findings = best_of(1, [&] { sum = diagnose(model, history).size(); });
  std::printf("  all findings: %.3f ms\n", findings * 1e3);

  Viewport view;
  view.width_px = 1200;
  view.fit(0, model.end_ns(), 10);
  for (double height_px : {900.0, 1e9}) {
    const double took = best_of(5, [&] {
      sum =
          layout(model,
                 view,
                 {.track_px = 22, .slice_px = 14, .now_ns = model.end_ns(), .bottom_px = height_px})
              .boxes.size();
    });
    std::printf("  layout of %s: %.3f ms, %llu boxes of %zu slices\n",
                height_px < 1e9 ? "900 px" : "every row",
                took * 1e3,
                static_cast<unsigned long long>(sum),
                slices);
  }
}

int main() {
  std::printf("an event takes %zu bytes\n", sizeof(trace::Event));
  measure("a page full", 1'000, 16);
  measure("a crowd", 100'000, 3);
  measure("a long run", 100, 3'000);
  return 0;
}

}  // namespace
}  // namespace simul::timeline

int main() {
  return simul::timeline::main();
}

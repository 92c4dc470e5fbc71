// tests/bench/frame_bench.cpp - what one frame of the canvas costs the processor: everything from
// the run's picture to the draw lists, without a GPU. Built on request: target simul_bench_frame.
//
// A thousand tasks with fifty slices each, in lanes of their own and as one crowd; then a hundred
// thousand tasks with a million slices. Once somebody zooms in and out meanwhile. The best of many
// frames is printed, and the median.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "ui/view.hpp"

namespace simul {
namespace {

using Kind = asyncio::EventKind;

double now_ms() {
  return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

// Every task sleeps and steps `naps` times, all interleaved. alike: they are one crowd. scattered:
// at many instants, and not one after the other.
trace::Trace run_of(asyncio::Id tasks, int naps, bool alike, bool scattered) {
  trace::Trace out;
  std::int64_t now = 0;
  auto put = [&](Kind kind, asyncio::Id subject, asyncio::Id object, std::string_view text = "") {
    trace::Event event;
    event.time_ns = now;
    event.kind = kind;
    event.subject = subject;
    event.object = object;
    event.text = out.texts.intern(text);
    out.events.push_back(event);
    return &out.events.back();
  };
  put(Kind::kLoopStarted, 1, 0);
  for (asyncio::Id i = 0; i < tasks; ++i) {
    put(Kind::kTaskCreated, 2 + i, 0, "Task");
    put(Kind::kTaskLabelled, 2 + i, 0, alike ? "worker" : "worker" + std::to_string(i));
  }
  asyncio::Id handle = 10'000'000, turn = 0;
  auto step = [&](asyncio::Id i, std::int64_t sleeps_ns) {
    ++handle;
    put(Kind::kHandleQueued, handle, 2 + i);
    put(Kind::kHandleBegan, handle, 2 + i);
    trace::Event* waits = put(Kind::kTaskWaits, 2 + i, 5'000'000 + i);
    waits->detail = static_cast<std::uint8_t>(asyncio::WaitKind::kSleep);
    waits->due_ns = now + sleeps_ns;
    put(Kind::kHandleEnded, handle, 2 + i);
  };
  if (scattered) {
    // Each sleeps another time, and a step takes none: what an instant run records.
    std::map<std::int64_t, std::vector<asyncio::Id>> due;
    std::vector<int> slept(tasks, 0);
    for (asyncio::Id i = 0; i < tasks; ++i) due[0].push_back(i);
    while (!due.empty()) {
      auto first = due.extract(due.begin());
      now = first.key();
      put(Kind::kTurnBegan, ++turn, static_cast<asyncio::Id>(first.mapped().size()));
      for (asyncio::Id i : first.mapped()) {
        const int nap = slept[i]++;
        const std::int64_t sleeps_ns = (1 + (static_cast<int>(i) * 7 + nap * 3) % 50) * 1'000'000;
        step(i, sleeps_ns);
        if (nap + 1 < naps) due[now + sleeps_ns].push_back(i);
      }
    }
    return out;
  }
  for (int nap = 0; nap < naps; ++nap) {
    put(Kind::kTurnBegan, ++turn, tasks);
    for (asyncio::Id i = 0; i < tasks; ++i) {
      step(i, 50'000'000);
      now += 1'000;
    }
    now += 40'000'000;
  }
  return out;
}

void measure(const char* what, asyncio::Id tasks, int naps, bool alike, bool zooming = false) {
  trace::Trace trace = run_of(tasks, naps, alike, zooming);
  timeline::Model model(trace);
  model.update();
  timeline::LoopHistory history(model);
  std::size_t slices = 0;
  for (const timeline::Track& track : model.tracks()) slices += track.slices.size();
  ui::Scene scene;
  scene.run = &model;
  scene.history = &history;
  scene.phase = ui::Phase::kFinished;
  scene.now_ns = model.end_ns();
  ui::View view;
  view.set_size(2000, 1700, 2);
  for (int i = 0; i < 5; ++i) view.frame(scene);
  std::vector<double> times;
  for (int i = 0; i < 200; ++i) {
    // The pointer moves, so every frame is a new one.
    view.pointer(ui::View::PointerKind::kMove, 300 + i, 200 + i % 100, 0, false);
    if (zooming) view.wheel(600, 150, 0, i % 40 < 20 ? -40 : 40, ui::View::kCtrl);
    double begin = now_ms();
    view.frame(scene);
    times.push_back(now_ms() - begin);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-34s %8zu tracks %9zu slices   best %6.3f ms   median %6.3f ms\n",
              what,
              model.tracks().size(),
              slices,
              times.front(),
              times[times.size() / 2]);
}

}  // namespace
}  // namespace simul

int main() {
  simul::measure("lanes of their own", 1'000, 25, false);
  simul::measure("one crowd", 1'000, 25, true);
  simul::measure("one crowd, zooming", 1'000, 25, true, true);
  simul::measure("lanes of their own, zooming", 1'000, 25, false, true);
  simul::measure("lanes of their own, a million", 100'000, 5, false);
  simul::measure("one crowd, a million", 100'000, 5, true);
}

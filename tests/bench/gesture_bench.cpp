// tests/bench/gesture_bench.cpp - from a gesture to the frame that shows it, without a GPU: the
// edits, the text after them, its cards, its parse and code, the forecast to its end, the frame's
// draw lists. Built on request: target simul_bench_gesture.
//
// A program of about 200 lines and one of about 2,000. The processor time of each part is printed:
// the median of many gestures and of the sums the 95th of a hundred too.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "bench.hpp"
#include "composer/cards.hpp"
#include "composer/rewrite.hpp"
#include "session/session.hpp"
#include "ui/view.hpp"

namespace simul {
namespace {

constexpr int kGestures = 60;
constexpr std::int64_t kSlice_ns = 1'000'000'000;

std::int64_t host_now() {
  return std::chrono::steady_clock::now().time_since_epoch().count();
}

std::string program(int workers) {
  std::string text = "import asyncio\n\n\n", calls;
  for (int i = 0; i < workers; ++i) {
    const std::string n = std::to_string(i);
    text += "async def worker_" + n + "(delay):\n    print(\"worker " + n +
            "\")\n    await asyncio.sleep(delay)\n    return " + n + "\n\n\n";
    calls += "    await worker_" + n + "(0.1)\n";
  }
  return text + "async def main():\n    await asyncio.sleep(2.0)\n" + calls +
         "\n\nasyncio.run(main())\n";
}

double at(std::vector<double> all, double share) {
  std::sort(all.begin(), all.end());
  return all[std::min(all.size() - 1, static_cast<std::size_t>(share * double(all.size())))];
}

struct Parts {
  std::vector<double> edits, text, cards, code, forecast, frame, all;
};

void measure(int workers) {
  const std::string source = program(workers);
  session::Session session;
  session.set_source(source);
  session.foresee(host_now(), &host_now, kSlice_ns);
  ui::View view;
  view.set_size(1440, 900, 1);
  const auto number = static_cast<std::uint32_t>(source.find("2.0"));
  const composer::Cards before = composer::cards(source);
  int sleeps = -1;
  for (int id = 0; id < before.blocks; ++id) {
    if (before.block(id)->text == "await asyncio.sleep(2.0)") sleeps = id;
  }
  Parts parts;
  for (int i = 0; i < kGestures; ++i) {
    std::vector<double> times = {bench::now_ns()};
    const auto lap = [&] { times.push_back(bench::now_ns()); };
    composer::Gesture gesture = composer::SetSeconds{{number, number + 3}, 2.1 + 0.1 * i, true};
    if (i % 2 == 1) gesture = composer::Duplicate{sleeps};
    Result<TextEdits> edits = composer::rewrite(source, gesture, before.stamp);
    lap();
    std::string text = edits.value().apply(source).value();
    lap();
    const composer::Cards cards = composer::cards(text);
    bench::hide(&cards);
    lap();
    if (!session.try_source(std::move(text))) std::abort();
    lap();
    while (!session.trial_done()) session.foresee(host_now(), &host_now, kSlice_ns);
    lap();
    ui::Scene scene;
    scene.forecast = &session.trial()->model();
    scene.forecast_done = true;
    scene.forecast_end_ns = session.trial()->end_ns();
    scene.ghost = &session.forecast()->model();
    scene.ghost_end_ns = session.forecast()->end_ns();
    view.want_frame();
    static_cast<void>(view.frame(scene, host_now()));
    lap();
    // The first draws letters into the atlas.
    if (i < 4) continue;
    std::vector<double>* to[] = {
        &parts.edits, &parts.text, &parts.cards, &parts.code, &parts.forecast, &parts.frame};
    for (std::size_t n = 0; n < std::size(to); ++n)
      to[n]->push_back((times[n + 1] - times[n]) / 1e6);
    parts.all.push_back((times.back() - times.front()) / 1e6);
  }
  std::printf(
      "%ld lines: edits %.2f ms, text %.2f, cards %.2f, parse and code %.2f, forecast %.2f, frame "
      "%.2f; together %.2f, 95 %% %.2f, worst %.2f\n",
      static_cast<long>(std::count(source.begin(), source.end(), '\n')),
      at(parts.edits, 0.5),
      at(parts.text, 0.5),
      at(parts.cards, 0.5),
      at(parts.code, 0.5),
      at(parts.forecast, 0.5),
      at(parts.frame, 0.5),
      at(parts.all, 0.5),
      at(parts.all, 0.95),
      at(parts.all, 1));
}

}  // namespace
}  // namespace simul

int main() {
  simul::measure(28);
  simul::measure(290);
}

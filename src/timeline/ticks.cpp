#include "timeline/ticks.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace simul::timeline {
namespace {

constexpr std::int64_t kUs = 1'000, kMs = 1'000 * kUs, kS = 1'000 * kMs, kMin = 60 * kS,
                       kH = 60 * kMin;

// A step that people count in, and into how many parts its minor ticks cut it.
struct Step {
  std::int64_t ns;
  int parts;
};
// clang-format off
constexpr std::array kSteps = {
    Step{kUs, 5},        Step{2 * kUs, 4},    Step{5 * kUs, 5},
    Step{10 * kUs, 5},   Step{20 * kUs, 4},   Step{50 * kUs, 5},
    Step{100 * kUs, 5},  Step{200 * kUs, 4},  Step{500 * kUs, 5},
    Step{kMs, 5},        Step{2 * kMs, 4},    Step{5 * kMs, 5},
    Step{10 * kMs, 5},   Step{20 * kMs, 4},   Step{50 * kMs, 5},
    Step{100 * kMs, 5},  Step{200 * kMs, 4},  Step{500 * kMs, 5},
    Step{kS, 5},         Step{2 * kS, 4},     Step{5 * kS, 5},
    Step{10 * kS, 5},    Step{20 * kS, 4},    Step{30 * kS, 3},
    Step{kMin, 6},       Step{2 * kMin, 4},   Step{5 * kMin, 5},
    Step{10 * kMin, 5},  Step{20 * kMin, 4},  Step{30 * kMin, 3},
    Step{kH, 6},         Step{2 * kH, 4},     Step{6 * kH, 6},
    Step{12 * kH, 6},    Step{24 * kH, 4},    Step{240 * kH, 10}, Step{2400 * kH, 10},
};
// clang-format on

std::string label(std::int64_t ns, std::int64_t step_ns) {
  char buffer[48];
  if (step_ns >= kMin) {
    std::int64_t s = ns / kS;
    std::snprintf(buffer,
                  sizeof buffer,
                  "%lld:%02lld:%02lld",
                  static_cast<long long>(s / 3600),
                  static_cast<long long>(s / 60 % 60),
                  static_cast<long long>(s % 60));
    return buffer;
  }
  int decimals = step_ns >= kS          ? 0
                 : step_ns >= 100 * kMs ? 1
                 : step_ns >= 10 * kMs  ? 2
                 : step_ns >= kMs       ? 3
                                        : 6;
  std::snprintf(
      buffer, sizeof buffer, "%.*f s", decimals, static_cast<double>(ns) / static_cast<double>(kS));
  return buffer;
}

}  // namespace

std::vector<Tick> ticks(const Viewport& view, double min_px) {
  std::vector<Tick> result;
  const Step* step = &kSteps.back();
  for (const Step& candidate : kSteps) {
    if (static_cast<double>(candidate.ns) / view.ns_per_px >= min_px) {
      step = &candidate;
      break;
    }
  }
  std::int64_t minor_ns = step->ns / step->parts;
  if (static_cast<double>(minor_ns) / view.ns_per_px < 1)
    return result;  // further out than the table goes
  auto first = static_cast<std::int64_t>(std::ceil(view.start_ns / static_cast<double>(minor_ns)));
  if (first < 0) first = 0;  // time begins at 0
  for (std::int64_t i = first; static_cast<double>(i * minor_ns) <= view.end_ns(); ++i) {
    bool major = i % step->parts == 0;
    result.push_back({i * minor_ns, major, major ? label(i * minor_ns, step->ns) : std::string()});
  }
  return result;
}

}  // namespace simul::timeline

#include "ui/lane_strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace simul::ui {

using models::Doing;
using models::kDoings;

namespace {

using Shares = std::array<double, kDoings>;

// Into levels, the largest rest first; what is there at all and not a trace has one level.
std::array<int, kDoings> quantised(const Shares& shares, int levels) {
  std::array<int, kDoings> out{};
  double all = 0;
  for (double share : shares) all += share;
  if (all <= 0) return out;
  int used = 0;
  for (std::size_t i = 0; i < kDoings; ++i) {
    const double part = shares[i] / all;
    out[i] = static_cast<int>(std::lround(part * levels));
    if (out[i] == 0 && part > 0.04) out[i] = 1;
    used += out[i];
  }
  // The largest gives or takes what rounding left.
  auto largest = std::max_element(out.begin(), out.end());
  *largest += levels - used;
  return out;
}

}  // namespace

std::vector<StripPart> strip(const models::Lane& lane,
                             std::int64_t axis_ns,
                             int columns,
                             int levels) {
  std::vector<StripPart> parts;
  if (axis_ns <= 0 || columns <= 0 || levels <= 0) return parts;
  std::vector<Shares> shares(static_cast<std::size_t>(columns));
  const double scale = static_cast<double>(columns) / static_cast<double>(axis_ns);
  for (const models::Span& span : lane.spans) {
    const double from = static_cast<double>(span.start_ns) * scale;
    const double to =
        std::min(static_cast<double>(span.end_ns) * scale, static_cast<double>(columns));
    const auto kind = static_cast<std::size_t>(span.doing);
    for (auto column = static_cast<std::size_t>(from);
         column < shares.size() && static_cast<double>(column) < to;
         ++column) {
      const double left = std::max(from, static_cast<double>(column));
      shares[column][kind] += std::min(to, static_cast<double>(column) + 1) - left;
    }
  }
  std::array<int, kDoings> before{};
  std::vector<std::size_t> open;  // parts of the column before, which may go on
  for (int column = 0; column <= columns; ++column) {
    const bool end = column == columns;
    const std::array<int, kDoings> now =
        end ? std::array<int, kDoings>{}
            : quantised(shares[static_cast<std::size_t>(column)], levels);
    if (column > 0 && now == before && !end) continue;
    for (std::size_t part : open) parts[part].to = column;
    open.clear();
    int at = 0;
    for (std::size_t kind = 0; kind < kDoings; ++kind) {
      if (now[kind] <= 0) continue;
      open.push_back(parts.size());
      parts.push_back({column,
                       column,
                       static_cast<double>(at) / levels,
                       static_cast<double>(at + now[kind]) / levels,
                       static_cast<Doing>(kind)});
      at += now[kind];
    }
    before = now;
  }
  return parts;
}

const models::Span* span_at(const models::Lane& lane, std::int64_t time_ns) {
  auto after = std::upper_bound(
      lane.spans.begin(), lane.spans.end(), time_ns, [](std::int64_t time, const models::Span& s) {
        return time < s.start_ns;
      });
  if (after == lane.spans.begin()) return nullptr;
  const models::Span& span = *std::prev(after);
  return time_ns < span.end_ns ? &span : nullptr;
}

Token token_of(Doing doing) {
  switch (doing) {
    case Doing::kComputing: return Token::running;
    case Doing::kBlocking: return Token::blocking;
    case Doing::kSleeping: return Token::sleeping;
    case Doing::kWaiting: return Token::waiting;
    case Doing::kReady: return Token::due;
    case Doing::kSwitching: return Token::text;
    case Doing::kStarting: return Token::cancelled;
  }
  return Token::text;
}

}  // namespace simul::ui

#include "ui/replay.hpp"

#include <algorithm>
#include <bitset>
#include <vector>

namespace simul::ui {

using timeline::Model;
using timeline::State;

std::int64_t telling_instant(const Model& model) {
  constexpr int kInstants = 64;
  constexpr std::size_t kMostTracks = 200;
  std::int64_t end = model.end_ns(), first = 0, last = 0;
  int best = 0;
  for (int i = 1; i < kInstants; ++i) {
    std::int64_t t = end / kInstants * i;
    std::bitset<16> states;
    std::size_t seen = 0;
    for (const timeline::Track& track : model.tracks()) {
      if (track.task == 0) continue;
      if (++seen > kMostTracks) break;
      states.set(static_cast<std::size_t>(Model::state_at(track, t)));
    }
    auto is = [&](State state) { return states.test(static_cast<std::size_t>(state)) ? 1 : 0; };
    int worth = is(State::kSleeping) + is(State::kWaiting) + is(State::kDone) +
                2 * is(State::kFailed) + 2 * is(State::kCancelled) + 3 * is(State::kReady) +
                4 * is(State::kDue) + 4 * is(State::kBlocking);
    if (worth > best) best = worth, first = t;
    if (worth == best && worth > 0) last = t;
  }
  return first + (last - first) / 2;
}

std::int64_t Replay::at(std::int64_t host_ns, bool still) {
  if (!began_ns_) began_ns_ = host_ns;
  double part = still ? 1 : static_cast<double>(host_ns - *began_ns_) / (kTakes_ms * 1e6);
  std::int64_t to = *to_ns_;
  if (part >= 1) {
    stop();
    return to;
  }
  return static_cast<std::int64_t>(static_cast<double>(to) * std::max(0.0, part));
}

}  // namespace simul::ui

// The colours of ui/tokens.def for pictures that are drawn without the ui room.
#pragma once

#include <cstdint>

#include "timeline/svg.hpp"

namespace simul::app {

inline timeline::SvgColours svg_colours(bool dark) {
  struct Tokens {
#define SIMUL_TOKEN(name, dark, light, contrast) std::uint32_t name[2] = {light, dark};
#include "ui/tokens.def"
  };
  const Tokens tokens;
  const int i = dark ? 1 : 0;
  timeline::SvgColours out;
  out.canvas = tokens.canvas[i];
  out.line = tokens.line[i];
  out.faint_line = tokens.faint_line[i];
  out.text = tokens.text[i];
  out.dim_text = tokens.dim_text[i];
  out.accent = tokens.accent[i];
  out.on_accent = tokens.on_accent[i];
  using timeline::State;
  const auto set = [&](State state, std::uint32_t colour) {
    out.states[static_cast<std::size_t>(state)] = colour;
  };
  set(State::kRunning, tokens.running[i]);
  set(State::kReady, tokens.due[i]);
  set(State::kDue, tokens.due[i]);
  set(State::kSleeping, tokens.sleeping[i]);
  set(State::kWaiting, tokens.waiting[i]);
  set(State::kBlocking, tokens.blocking[i]);
  set(State::kFailed, tokens.failed[i]);
  set(State::kCancelled, tokens.cancelled[i]);
  return out;
}

}  // namespace simul::app

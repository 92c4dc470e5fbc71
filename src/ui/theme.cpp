#include "ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace simul::ui {
namespace {

struct Row {
  Rgb dark, light, contrast;
};
constexpr Row kRows[] = {
#define SIMUL_TOKEN(name, dark, light, contrast) {dark, light, contrast},
#include "ui/tokens.def"
};

double channel(Rgb colour, int shift) {
  return static_cast<double>((colour >> shift) & 0xFF) / 255;
}

double luminance(Rgb colour) {
  auto linear = [&](int shift) {
    double c = channel(colour, shift);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

}  // namespace

Theme::Theme(Scheme scheme) : scheme_(scheme) {
  for (std::size_t i = 0; i < colours_.size(); ++i) {
    colours_[i] = scheme == Scheme::kDark    ? kRows[i].dark
                  : scheme == Scheme::kLight ? kRows[i].light
                                             : kRows[i].contrast;
  }
}

Token token_of(timeline::State state) {
  using timeline::State;
  switch (state) {
    case State::kRunning: return Token::running;
    case State::kReady:
    case State::kDue: return Token::due;
    case State::kSleeping: return Token::sleeping;
    case State::kWaiting: return Token::waiting;
    case State::kBlocking: return Token::blocking;
    case State::kFailed: return Token::failed;
    case State::kCancelled: return Token::cancelled;
    case State::kDone:
    case State::kIdle: return Token::faint_text;
  }
  return Token::faint_text;
}

Rgb over(Rgb top, double alpha, Rgb below) {
  auto mix = [&](int shift) {
    double c = channel(top, shift) * alpha + channel(below, shift) * (1 - alpha);
    return static_cast<Rgb>(std::lround(c * 255)) << shift;
  };
  return mix(16) | mix(8) | mix(0);
}

double contrast(Rgb a, Rgb b) {
  auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace simul::ui

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

using Triple = std::array<double, 3>;

double linear(double c) {
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double encoded(double c) {
  return c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

Triple light(Rgb colour) {
  return {linear(channel(colour, 16)), linear(channel(colour, 8)), linear(channel(colour, 0))};
}

double luminance(Rgb colour) {
  Triple c = light(colour);
  return 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2];
}

double mixed(const double* row, const Triple& c) {
  return row[0] * c[0] + row[1] * c[1] + row[2] * c[2];
}

// L*, a*, b* under daylight.
Triple lab(Rgb colour) {
  constexpr double kToXyz[3][3] = {
      {0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}};
  constexpr double kWhite[3] = {0.95047, 1, 1.08883};
  Triple c = light(colour), f;
  for (std::size_t i = 0; i < 3; ++i) {
    double t = mixed(kToXyz[i], c) / kWhite[i];
    f[i] = t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

}  // namespace

Theme::Theme(Scheme scheme) : scheme_(scheme) {
  for (std::size_t i = 0; i < colours_.size(); ++i) {
    colours_[i] = scheme == Scheme::kDark    ? kRows[i].dark
                  : scheme == Scheme::kLight ? kRows[i].light
                                             : kRows[i].contrast;
  }
}

render::Pattern pattern_of(timeline::State state) {
  using timeline::State;
  switch (state) {
    case State::kReady:
    case State::kDue: return render::Pattern::kStripes;
    case State::kSleeping: return render::Pattern::kDots;
    case State::kWaiting: return render::Pattern::kDashes;
    case State::kBlocking: return render::Pattern::kHatch;
    case State::kFailed: return render::Pattern::kCross;
    case State::kCancelled: return render::Pattern::kSlash;
    default: return render::Pattern::kSolid;
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

Rgb seen_by(Sight sight, Rgb colour) {
  if (sight == Sight::kUsual) return colour;
  constexpr double kSights[3][3][3] = {{{0.152286, 1.052583, -0.204868},
                                        {0.114503, 0.786281, 0.099216},
                                        {-0.003882, -0.048116, 1.051998}},
                                       {{0.367322, 0.860646, -0.227968},
                                        {0.280085, 0.672501, 0.047413},
                                        {-0.011820, 0.042940, 0.968881}},
                                       {{1.255528, -0.076749, -0.178779},
                                        {-0.078411, 0.930809, 0.147602},
                                        {0.004733, 0.691367, 0.303900}}};
  const auto& matrix = kSights[static_cast<std::size_t>(sight) - 1];
  Triple c = light(colour);
  Rgb out = 0;
  for (const auto& row : matrix) {
    double seen = encoded(std::clamp(mixed(row, c), 0.0, 1.0));
    out = out << 8 | static_cast<Rgb>(std::lround(seen * 255));
  }
  return out;
}

double difference(Rgb a, Rgb b) {
  Triple p = lab(a), q = lab(b);
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

double contrast(Rgb a, Rgb b) {
  auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

}  // namespace simul::ui

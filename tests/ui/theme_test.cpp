#include "ui/theme.hpp"

#include <string>

#include <gtest/gtest.h>

namespace simul::ui {
namespace {

constexpr double kForText = 4.5, kForGraphics = 3.0;  // WCAG 2.2, 1.4.3 and 1.4.11

constexpr const char* kNames[] = {
#define SIMUL_TOKEN(name, dark, light, contrast) #name,
#include "ui/tokens.def"
};
std::string name(Token token) {
  return kNames[static_cast<std::size_t>(token)];
}

constexpr Scheme kSchemes[] = {Scheme::kDark, Scheme::kLight, Scheme::kContrast};
const char* name(Scheme scheme) {
  return scheme == Scheme::kDark ? "dark" : scheme == Scheme::kLight ? "light" : "contrast";
}

TEST(Theme, ContrastIsThatOfWcag) {
  EXPECT_NEAR(contrast(0x000000, 0xFFFFFF), 21.0, 0.001);
  EXPECT_NEAR(contrast(0x777777, 0xFFFFFF), 4.478, 0.001);
  EXPECT_EQ(contrast(0x123456, 0x123456), 1.0);
}

TEST(Theme, WordsCanBeReadOnEverySurfaceThatTheyStandOn) {
  const Token words[] = {Token::text,
                         Token::dim_text,
                         Token::faint_text,
                         Token::accent,
                         Token::running,
                         Token::due,
                         Token::sleeping,
                         Token::waiting,
                         Token::blocking,
                         Token::failed,
                         Token::cancelled};
  const Token surfaces[] = {Token::canvas, Token::panel, Token::raised};
  for (Scheme scheme : kSchemes) {
    Theme theme(scheme);
    for (Token word : words) {
      for (Token surface : surfaces) {
        EXPECT_GE(contrast(theme[word], theme[surface]), kForText)
            << name(word) << " on " << name(surface) << ", " << name(scheme);
      }
    }
    EXPECT_GE(contrast(theme[Token::on_accent], theme[Token::accent]), kForText);
    EXPECT_GE(contrast(theme[Token::text], theme[Token::selection]), kForText);
    EXPECT_GE(contrast(theme[Token::dim_text], theme[Token::selection]), kForText);
  }
}

TEST(Theme, LabelsCanBeReadOnTheInkOfEveryPattern) {
  for (Scheme scheme : kSchemes) {
    Theme theme(scheme);
    for (Token state : {Token::due, Token::sleeping, Token::waiting, Token::running}) {
      Rgb base = over(theme[state], kBaseAlpha, theme[Token::canvas]);
      Rgb ink = over(theme[state], kInkAlpha, base);
      Rgb pad = over(theme[Token::canvas], kPadAlpha, ink);
      EXPECT_GE(contrast(theme[Token::text], pad), kForText) << name(state);
    }
    Rgb hatch = over(0x000000, kHatchAlpha, theme[Token::blocking]);
    EXPECT_GE(contrast(theme[Token::on_accent], theme[Token::blocking]), kForText);
    EXPECT_GE(contrast(theme[Token::on_accent], hatch), kForText);
  }
}

TEST(Theme, PatternsStandOutFromTheCanvas) {
  for (Scheme scheme : kSchemes) {
    Theme theme(scheme);
    for (Token state : {Token::due, Token::sleeping, Token::running, Token::waiting}) {
      Rgb base = over(theme[state], kBaseAlpha, theme[Token::canvas]);
      double alpha = state == Token::waiting ? kDashInkAlpha : kInkAlpha;
      EXPECT_GE(contrast(over(theme[state], alpha, base), theme[Token::canvas]), kForGraphics)
          << name(state) << ", " << name(scheme);
    }
    EXPECT_GE(contrast(theme[Token::blocking], theme[Token::canvas]), kForGraphics);
    EXPECT_GE(contrast(theme[Token::failed], theme[Token::canvas]), kForGraphics);
    EXPECT_GE(contrast(theme[Token::cancelled], theme[Token::canvas]), kForGraphics);
    EXPECT_GE(contrast(theme[Token::accent], theme[Token::canvas]), kForGraphics);
  }
}

TEST(Theme, WhoSeesFewerColoursStillTellsEveryTwoStatesApart) {
  using timeline::State;
  constexpr double kApart = 10;  // of L*a*b*: more than four times what can just be seen
  const State states[] = {State::kRunning,
                          State::kDue,
                          State::kSleeping,
                          State::kWaiting,
                          State::kBlocking,
                          State::kFailed,
                          State::kCancelled};
  for (Scheme scheme : kSchemes) {
    Theme theme(scheme);
    for (Sight sight : {Sight::kUsual, Sight::kProtan, Sight::kDeutan, Sight::kTritan}) {
      for (State a : states) {
        for (State b : states) {
          if (a >= b) continue;
          Rgb one = seen_by(sight, theme[token_of(a)]), other = seen_by(sight, theme[token_of(b)]);
          EXPECT_GE(difference(one, other), kApart)
              << timeline::word(a) << " and " << timeline::word(b) << ", " << name(scheme)
              << ", sight " << static_cast<int>(sight);
          EXPECT_NE(pattern_of(a), pattern_of(b));
        }
      }
    }
  }
}

TEST(Theme, SimulatedSightIsThatOfThePaper) {
  EXPECT_EQ(seen_by(Sight::kUsual, 0x123456u), 0x123456u);
  // Greys stay grey; without red receptors red and dark green are close, with them they are not.
  EXPECT_LT(difference(seen_by(Sight::kProtan, 0x808080), 0x808080), 2);
  EXPECT_LT(difference(seen_by(Sight::kProtan, 0xB00000), seen_by(Sight::kProtan, 0x404000)), 20);
  EXPECT_GT(difference(0xB00000, 0x404000), 50);
}

TEST(Theme, EveryStateHasAColourOfItsOwnButReadyAndDueShareOne) {
  using timeline::State;
  EXPECT_EQ(token_of(State::kReady), token_of(State::kDue));
  const State states[] = {State::kRunning,
                          State::kDue,
                          State::kSleeping,
                          State::kWaiting,
                          State::kBlocking,
                          State::kFailed,
                          State::kCancelled};
  for (State a : states) {
    for (State b : states) {
      if (a != b) {
        EXPECT_NE(token_of(a), token_of(b));
      }
    }
  }
}

}  // namespace
}  // namespace simul::ui

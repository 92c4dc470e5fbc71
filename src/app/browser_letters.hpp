// The browser as lender of letters: it knows all scripts, joins what joins and runs from right to
// left, with whatever fonts the visitor's system has.
//
// Always holds: emoji are drawn in shades of one colour, the darker the more; the atlas holds
// coverage only.
#pragma once

#include "ui/fonts.hpp"

namespace simul::app {

class BrowserLetters : public ui::Lender {
 public:
  double advance_dpx(ui::Face face, double size_dpx, std::string_view piece) override;
  std::optional<Drawn> draw(ui::Face face, double size_dpx, std::string_view piece) override;
};

}  // namespace simul::app

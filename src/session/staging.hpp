// What a program says about how it wants to be shown, in comments of its own text: so that a person
// can write a scene, and Python runs the same text.
//
//   # scene: hall                    the picture, on a line of its own
//   OPPONENTS = 24  # slider: 1 to 48    a number with a handle; a unit may follow: "1 to 30 s"
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace simul::session {

struct Slider {
  std::string name;  // "OPPONENTS"
  double value = 0, low = 0, high = 0;
  bool whole = true;  // the literal is an int
  std::string unit;   // "s", or empty
  std::size_t line = 0;
  std::size_t from = 0, to = 0;  // the literal, in bytes of the text
};

struct Staging {
  std::string scene;  // "hall", "home"; empty: none is asked for
  std::vector<Slider> sliders;
};

// Only top-level assignments of one plain number; what is no slider is an ordinary comment.
Staging read_staging(std::string_view source);

}  // namespace simul::session

// The names and places by which the programs of shaders/ are spoken to. A test compares them with
// the shaders' text, so that a renamed uniform fails where it is changed and not as a black canvas.
#pragma once

#include <array>
#include <string_view>

namespace simul::render {

struct Attribute {
  unsigned location;
  std::string_view name;
};

namespace ui_shader {
inline constexpr std::array<std::string_view, 2> kUniforms = {"u_size", "u_atlas"};
inline constexpr std::array<Attribute, 3> kAttributes = {
    {{0, "a_place"}, {1, "a_texel"}, {2, "a_colour"}}};
}  // namespace ui_shader

namespace slice_shader {
inline constexpr std::array<std::string_view, 2> kUniforms = {"u_size", "u_ratio"};
inline constexpr std::array<Attribute, 4> kAttributes = {
    {{0, "a_rect"}, {1, "a_base"}, {2, "a_ink"}, {3, "a_fill"}}};
}  // namespace slice_shader

}  // namespace simul::render

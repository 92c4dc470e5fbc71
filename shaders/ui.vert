#version 300 es
// ImGui's triangles: places are device pixels from the top left.
uniform vec2 u_size;
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_texel;
layout(location = 2) in vec4 a_colour;
out vec2 v_texel;
out vec4 v_colour;

void main() {
  v_texel = a_texel;
  v_colour = a_colour;
  gl_Position = vec4(a_place.x / u_size.x * 2.0 - 1.0, 1.0 - a_place.y / u_size.y * 2.0, 0.0, 1.0);
}

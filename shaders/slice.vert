#version 300 es
// One instance is one slice: a rectangle in device pixels. The four corners come from the vertex's number, so no vertex
// is stored. Everything that the fragment needs to draw the fill goes along unchanged.
uniform vec2 u_size;
layout(location = 0) in vec4 a_rect;    // x, y, width, height
layout(location = 1) in vec4 a_base;    // under the pattern
layout(location = 2) in vec4 a_ink;     // of the pattern
layout(location = 3) in vec4 a_fill;    // pattern, rounded corners (1 left, 2 right) and 4: the pattern lies on the canvas, phase of the pattern, strength
out vec2 v_place;                       // on the canvas
out vec2 v_inside;                      // device pixels from the slice's top left
flat out vec2 v_extent;
flat out vec4 v_base;
flat out vec4 v_ink;
flat out vec4 v_fill;

void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 place = a_rect.xy + corner * a_rect.zw;
  v_place = place;
  v_inside = corner * a_rect.zw;
  v_extent = a_rect.zw;
  v_base = a_base;
  v_ink = a_ink;
  v_fill = a_fill;
  gl_Position = vec4(place.x / u_size.x * 2.0 - 1.0, 1.0 - place.y / u_size.y * 2.0, 0.0, 1.0);
}

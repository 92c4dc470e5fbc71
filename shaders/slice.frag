#version 300 es
// A slice's fill: a base and the state's pattern in ink, sharp at every ratio because each pattern is computed from
// distances in device pixels and fades over one of them. Lengths in the comments are CSS pixels.
precision highp float;
uniform float u_ratio;  // device pixels per CSS pixel
in vec2 v_place;
in vec2 v_inside;
flat in vec2 v_extent;
flat in vec4 v_base;
flat in vec4 v_ink;
flat in vec4 v_fill;
out vec4 o_colour;

// How much of a pixel lies within `half_width` of a line at `distance`.
float line(float distance, float half_width) {
  return clamp(half_width - abs(distance) + 0.5, 0.0, 1.0);
}

// Distance to the nearest multiple of `period`, with sign.
float nearest(float place, float period) {
  return place - period * round(place / period);
}

float stripes(vec2 p) {  // 45 degrees, 3 of 8 measured along the edge
  float across = nearest((p.x + p.y) * 0.70710678, 8.0 * 0.70710678 * u_ratio);
  return line(across, 1.5 * 0.70710678 * u_ratio);
}

float dots(vec2 p) {  // of 1.6, every 6
  vec2 cell = vec2(nearest(p.x - 3.0 * u_ratio, 6.0 * u_ratio), nearest(p.y - v_extent.y * 0.5, 6.0 * u_ratio));
  return clamp(max(0.85 * u_ratio, 0.7) - length(cell) + 0.5, 0.0, 1.0);
}

float dashes(vec2 p) {  // 6 of 10, rows 6 apart, each row begins half a dash later than the one above
  float pitch = max(2.0, round(6.0 * u_ratio));
  float thick = max(1.0, round(1.0 * u_ratio));
  float from_middle = floor(p.y) - floor(v_extent.y * 0.5);
  float row = floor((from_middle + 0.5 * pitch) / pitch);
  float in_row = from_middle - row * pitch;
  float begin = -floor(thick * 0.5);
  float on_row = (in_row >= begin && in_row < begin + thick) ? 1.0 : 0.0;
  float along = nearest(p.x - 3.0 * u_ratio - mod(row, 2.0) * 5.0 * u_ratio, 10.0 * u_ratio);
  return on_row * line(along, 3.0 * u_ratio);
}

float hatch(vec2 p) {  // two sets of thin lines, 6 apart
  float period = 6.0 * 0.70710678 * u_ratio;
  float one = line(nearest((p.x + p.y) * 0.70710678, period), 0.4 * u_ratio);
  float other = line(nearest((p.x - p.y) * 0.70710678, period), 0.4 * u_ratio);
  return max(one, other);
}

float cross_mark(vec2 c) {
  return max(line((c.x + c.y) * 0.70710678, 0.9 * u_ratio), line((c.x - c.y) * 0.70710678, 0.9 * u_ratio)) *
         step(max(abs(c.x), abs(c.y)), 3.5 * u_ratio);
}

float slash_mark(vec2 c) {
  return line((c.x + c.y) * 0.70710678, 0.9 * u_ratio) * step(max(abs(c.x), abs(c.y)), 4.0 * u_ratio);
}

// Coverage of the rectangle, its rounded sides taken into account.
float shape() {
  float rounded = v_inside.x < v_extent.x * 0.5 ? mod(v_fill.y, 2.0) : floor(mod(v_fill.y, 4.0) / 2.0);
  float radius = rounded * min(3.0 * u_ratio, min(v_extent.x, v_extent.y) * 0.5);
  vec2 from_middle = abs(v_inside - v_extent * 0.5);
  vec2 beyond = max(from_middle - v_extent * 0.5 + radius, 0.0);
  return radius == 0.0 ? 1.0 : clamp(radius - length(beyond) + 0.5, 0.0, 1.0);
}

void main() {
  // The patterns count from the slice's middle; one that lies on the canvas counts from its top.
  float down = v_fill.y < 4.0 ? v_inside.y : v_place.y + floor(v_extent.y * 0.5);
  vec2 p = vec2(v_inside.x + v_fill.z, down);
  vec2 middle = v_inside - v_extent * 0.5;
  int pattern = int(v_fill.x + 0.5);
  float ink = 0.0;
  if (pattern == 1) ink = stripes(p);
  else if (pattern == 2) ink = dots(p);
  else if (pattern == 3) ink = dashes(p);
  else if (pattern == 4) ink = hatch(p);
  else if (pattern == 5) ink = cross_mark(middle);
  else if (pattern == 6) ink = slash_mark(middle);
  ink *= v_ink.a;
  float alpha = ink + v_base.a * (1.0 - ink);
  vec3 colour = (v_ink.rgb * ink + v_base.rgb * v_base.a * (1.0 - ink)) / max(alpha, 0.001);
  o_colour = vec4(colour, alpha * v_fill.w * shape());
}

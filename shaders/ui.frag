#version 300 es
// The atlas holds coverage only; the colour comes with the vertex.
precision mediump float;
uniform sampler2D u_atlas;
in vec2 v_texel;
in vec4 v_colour;
out vec4 o_colour;

void main() {
  o_colour = vec4(v_colour.rgb, v_colour.a * texture(u_atlas, v_texel).r);
}

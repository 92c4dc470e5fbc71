// Everything of the canvas that lives on the GPU: ImGui's draw lists with runs of slices between
// them.
//
// Nothing here is the only copy of anything: after a lost context the object is thrown away and
// made anew, and the next frame brings all there is to draw. State is set, never saved: the
// canvas's context belongs to nobody else.
#pragma once

#include <cstdint>

#include <imgui.h>

#include "render/gl.hpp"
#include "render/slice_batch.hpp"
#include "render/slices.hpp"

namespace simul::render {

class Renderer {
 public:
  static Result<Renderer> make();
  // The glyph atlas, one byte of coverage a pixel.
  void set_atlas(const unsigned char* pixels, int width, int height);
  // `clear` is 0xRRGGBB.
  void draw(const ImDrawData& data, const SliceList& slices, float ratio, std::uint32_t clear);

 private:
  void bind(const ImDrawData& data);
  void draw_list(const ImDrawData& data, const ImDrawList& list, float ratio);

  Program program_;
  VertexArray array_;
  Buffer vertices_, indices_;
  Texture atlas_;
  GLint size_ = -1, texture_ = -1;
  SliceBatch slices_;
};

}  // namespace simul::render

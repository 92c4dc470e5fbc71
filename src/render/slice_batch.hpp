// Slices on the GPU: all instances of a frame in one buffer, each run of them one draw call.
#pragma once

#include <span>

#include "render/gl.hpp"
#include "render/slices.hpp"

namespace simul::render {

class SliceBatch {
 public:
  static Result<SliceBatch> make();
  void upload(std::span<const SliceInstance> slices);
  // The scissor is the caller's. Leaves its own program and vertex array bound.
  void draw(SliceRange range, float width_dpx, float height_dpx, float ratio) const;

 private:
  Program program_;
  VertexArray array_;
  Buffer buffer_;
  GLint size_ = -1, ratio_ = -1;
};

}  // namespace simul::render

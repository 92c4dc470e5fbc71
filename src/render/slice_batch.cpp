#include "render/slice_batch.hpp"

#include <cstddef>

#include "render/interface.hpp"
#include "shaders.hpp"

namespace simul::render {

Result<SliceBatch> SliceBatch::make() {
  SliceBatch batch;
  auto program = Program::make("slice", shaders::kSliceVert, shaders::kSliceFrag);
  if (!program) return program.error();
  batch.program_ = std::move(program).value();
  auto size = batch.program_.uniform(slice_shader::kUniforms[0]);
  if (!size) return size.error();
  auto ratio = batch.program_.uniform(slice_shader::kUniforms[1]);
  if (!ratio) return ratio.error();
  batch.size_ = size.value();
  batch.ratio_ = ratio.value();

  batch.array_ = make_vertex_array();
  batch.buffer_ = make_buffer();
  glBindVertexArray(batch.array_.name());
  for (const Attribute& attribute : slice_shader::kAttributes) {
    glEnableVertexAttribArray(attribute.location);
    glVertexAttribDivisor(attribute.location, 1);
  }
  glBindVertexArray(0);
  return batch;
}

void SliceBatch::upload(std::span<const SliceInstance> slices) {
  glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
  glBufferData(
      GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(slices.size_bytes()), slices.data(), GL_STREAM_DRAW);
}

void SliceBatch::draw(SliceRange range, float width_dpx, float height_dpx, float ratio) const {
  if (range.count == 0) return;
  program_.use();
  glUniform2f(size_, width_dpx, height_dpx);
  glUniform1f(ratio_, ratio);
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, buffer_.name());
  // WebGL2 has no base instance: the attributes begin where the run begins.
  auto at = [&](std::size_t offset) {
    return reinterpret_cast<const void*>(range.first * sizeof(SliceInstance) + offset);
  };
  constexpr GLsizei kStride = sizeof(SliceInstance);
  glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, kStride, at(offsetof(SliceInstance, x_dpx)));
  glVertexAttribPointer(
      1, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(SliceInstance, base)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(SliceInstance, ink)));
  glVertexAttribPointer(3, 4, GL_FLOAT, GL_FALSE, kStride, at(offsetof(SliceInstance, pattern)));
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(range.count));
}

}  // namespace simul::render

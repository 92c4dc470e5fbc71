#include "render/renderer.hpp"

#include <algorithm>
#include <cstddef>

#include "render/interface.hpp"
#include "render/marks.hpp"
#include "shaders.hpp"

namespace simul::render {

Result<Renderer> Renderer::make() {
  Renderer renderer;
  auto program = Program::make("ui", shaders::kUiVert, shaders::kUiFrag);
  if (!program) return program.error();
  renderer.program_ = std::move(program).value();
  auto size = renderer.program_.uniform(ui_shader::kUniforms[0]);
  if (!size) return size.error();
  auto texture = renderer.program_.uniform(ui_shader::kUniforms[1]);
  if (!texture) return texture.error();
  renderer.size_ = size.value();
  renderer.texture_ = texture.value();
  auto slices = SliceBatch::make();
  if (!slices) return slices.error();
  renderer.slices_ = std::move(slices).value();

  renderer.array_ = make_vertex_array();
  renderer.vertices_ = make_buffer();
  renderer.indices_ = make_buffer();
  glBindVertexArray(renderer.array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, renderer.vertices_.name());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, renderer.indices_.name());
  constexpr GLsizei kStride = sizeof(ImDrawVert);
  auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
  for (const Attribute& attribute : ui_shader::kAttributes)
    glEnableVertexAttribArray(attribute.location);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, at(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, kStride, at(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, at(offsetof(ImDrawVert, col)));
  glBindVertexArray(0);
  return renderer;
}

void Renderer::set_atlas(const unsigned char* pixels, int width, int height) {
  atlas_ = make_texture();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, atlas_.name());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
}

void Renderer::draw(const ImDrawData& data,
                    const SliceList& slices,
                    float ratio,
                    std::uint32_t clear) {
  auto channel = [&](int shift) { return static_cast<float>((clear >> shift) & 0xFF) / 255; };
  glViewport(
      0, 0, static_cast<GLsizei>(data.DisplaySize.x), static_cast<GLsizei>(data.DisplaySize.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(channel(16), channel(8), channel(0), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  slices_.upload(slices.slices);
  bind(data);
  for (const ImDrawList* list : data.CmdLists) draw_list(data, *list, ratio);
  glBindVertexArray(0);
}

void Renderer::bind(const ImDrawData& data) {
  program_.use();
  glUniform2f(size_, data.DisplaySize.x, data.DisplaySize.y);
  glUniform1i(texture_, 0);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, atlas_.name());
  glBindVertexArray(array_.name());
  glBindBuffer(GL_ARRAY_BUFFER, vertices_.name());
}

void Renderer::draw_list(const ImDrawData& data, const ImDrawList& list, float ratio) {
  glBufferData(
      GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
  glBufferData(
      GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    // GL counts rows from the bottom.
    float left = std::max(0.0f, command.ClipRect.x), top = std::max(0.0f, command.ClipRect.y);
    float right = std::min(data.DisplaySize.x, command.ClipRect.z);
    float bottom = std::min(data.DisplaySize.y, command.ClipRect.w);
    if (right <= left || bottom <= top) continue;
    glScissor(static_cast<GLint>(left),
              static_cast<GLint>(data.DisplaySize.y - bottom),
              static_cast<GLsizei>(right - left),
              static_cast<GLsizei>(bottom - top));
    if (command.UserCallback == paint_slices) {
      slices_.draw(*static_cast<const SliceRange*>(command.UserCallbackData),
                   data.DisplaySize.x,
                   data.DisplaySize.y,
                   ratio);
      bind(data);
      continue;
    }
    constexpr GLenum kIndexType = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    glDrawElements(GL_TRIANGLES,
                   static_cast<GLsizei>(command.ElemCount),
                   kIndexType,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

}  // namespace simul::render

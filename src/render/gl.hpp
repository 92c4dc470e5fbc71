// Handles of WebGL2 objects: made once, deleted with their owner, and asked nothing while frames
// are drawn. A glGet waits for the GPU (it cost 100 ms a frame where GL is software), so the only
// questions are asked when a program is made.
#pragma once

#include <string_view>

#include <GLES3/gl3.h>

#include "base/result.hpp"

namespace simul::render {

template <void (*Delete)(GLuint)>
class Handle {
 public:
  Handle() = default;
  explicit Handle(GLuint name) : name_(name) {}
  Handle(Handle&& other) noexcept : name_(other.name_) { other.name_ = 0; }
  Handle& operator=(Handle&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  ~Handle() {
    if (name_ != 0) Delete(name_);
  }
  GLuint name() const { return name_; }

 private:
  GLuint name_ = 0;
};

inline void delete_buffer(GLuint name) {
  glDeleteBuffers(1, &name);
}
inline void delete_vertex_array(GLuint name) {
  glDeleteVertexArrays(1, &name);
}
inline void delete_texture(GLuint name) {
  glDeleteTextures(1, &name);
}
inline void delete_program(GLuint name) {
  glDeleteProgram(name);
}

using Buffer = Handle<delete_buffer>;
using VertexArray = Handle<delete_vertex_array>;
using Texture = Handle<delete_texture>;

Buffer make_buffer();
VertexArray make_vertex_array();
Texture make_texture();

class Program {
 public:
  Program() = default;
  // `name` is for the message when the driver refuses it.
  static Result<Program> make(std::string_view name,
                              std::string_view vertex,
                              std::string_view fragment);
  void use() const { glUseProgram(handle_.name()); }
  // The place of a uniform; one that is not there is an error that says its name.
  Result<GLint> uniform(std::string_view name) const;

 private:
  Handle<delete_program> handle_;
  std::string_view name_;
};

}  // namespace simul::render

#include "render/gl.hpp"

#include <string>

namespace simul::render {
namespace {

GLuint compile(GLenum kind, std::string_view text) {
  GLuint shader = glCreateShader(kind);
  const char* data = text.data();
  auto size = static_cast<GLint>(text.size());
  glShaderSource(shader, 1, &data, &size);
  glCompileShader(shader);
  return shader;
}

std::string log_of(GLuint shader) {
  char log[512] = "";
  glGetShaderInfoLog(shader, sizeof log, nullptr, log);
  return log;
}

}  // namespace

Buffer make_buffer() {
  GLuint name = 0;
  glGenBuffers(1, &name);
  return Buffer(name);
}

VertexArray make_vertex_array() {
  GLuint name = 0;
  glGenVertexArrays(1, &name);
  return VertexArray(name);
}

Texture make_texture() {
  GLuint name = 0;
  glGenTextures(1, &name);
  return Texture(name);
}

Result<Program> Program::make(std::string_view name,
                              std::string_view vertex,
                              std::string_view fragment) {
  GLuint parts[] = {compile(GL_VERTEX_SHADER, vertex), compile(GL_FRAGMENT_SHADER, fragment)};
  Program program;
  program.name_ = name;
  program.handle_ = Handle<delete_program>(glCreateProgram());
  for (GLuint part : parts) glAttachShader(program.handle_.name(), part);
  glLinkProgram(program.handle_.name());
  GLint linked = 0;
  glGetProgramiv(program.handle_.name(), GL_LINK_STATUS, &linked);
  std::string log;
  if (linked == 0) log = log_of(parts[0]) + log_of(parts[1]);
  for (GLuint part : parts) glDeleteShader(part);
  if (linked == 0) return Error{"the shaders of " + std::string(name) + " do not link: " + log, {}};
  return program;
}

Result<GLint> Program::uniform(std::string_view name) const {
  GLint place = glGetUniformLocation(handle_.name(), std::string(name).c_str());
  if (place >= 0) return place;
  return Error{
      std::string(name_) + " has no uniform " + std::string(name) + " (optimized out or typo?)",
      {}};
}

}  // namespace simul::render

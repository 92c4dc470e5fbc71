#include "render/interface.hpp"

#include <regex>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "shaders.hpp"

namespace simul::render {
namespace {

std::set<std::string> uniforms(std::string_view vertex, std::string_view fragment) {
  std::string text = std::string(vertex) + std::string(fragment);
  static const std::regex kUniform(R"(uniform\s+\w+\s+(\w+)\s*;)");
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), kUniform), end; it != end; ++it)
    names.insert((*it)[1]);
  return names;
}

std::set<std::string> attributes(std::string_view vertex) {
  std::string text(vertex);
  static const std::regex kIn(R"(layout\(location = (\d+)\) in \w+ (\w+);)");
  std::set<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), kIn), end; it != end; ++it)
    names.insert((*it)[1].str() + " " + (*it)[2].str());
  return names;
}

template <typename Names>
std::set<std::string> asked(const Names& names) {
  return {names.begin(), names.end()};
}
template <typename Attributes>
std::set<std::string> placed(const Attributes& list) {
  std::set<std::string> names;
  for (const Attribute& a : list)
    names.insert(std::to_string(a.location) + " " + std::string(a.name));
  return names;
}

TEST(ShaderInterface, TheRendererAsksForTheUniformsThatTheShadersDeclare) {
  EXPECT_EQ(uniforms(shaders::kUiVert, shaders::kUiFrag), asked(ui_shader::kUniforms));
  EXPECT_EQ(uniforms(shaders::kSliceVert, shaders::kSliceFrag), asked(slice_shader::kUniforms));
}

TEST(ShaderInterface, TheRendererFeedsTheAttributesThatTheShadersDeclare) {
  EXPECT_EQ(attributes(shaders::kUiVert), placed(ui_shader::kAttributes));
  EXPECT_EQ(attributes(shaders::kSliceVert), placed(slice_shader::kAttributes));
}

std::set<std::string> varyings(std::string_view text, const char* direction) {
  std::string source(text);
  std::regex pattern("(?:^|\n)(flat |)" + std::string(direction) + " (\\w+ v_\\w+);");
  std::set<std::string> names;
  for (std::sregex_iterator it(source.begin(), source.end(), pattern), end; it != end; ++it)
    names.insert((*it)[1].str() + (*it)[2].str());
  return names;
}

TEST(ShaderInterface, WhatAVertexShaderSendsItsFragmentShaderTakes) {
  EXPECT_EQ(varyings(shaders::kUiVert, "out"), varyings(shaders::kUiFrag, "in"));
  EXPECT_EQ(varyings(shaders::kSliceVert, "out"), varyings(shaders::kSliceFrag, "in"));
  EXPECT_EQ(varyings(shaders::kSliceVert, "out").size(), 6u);
}

}  // namespace
}  // namespace simul::render

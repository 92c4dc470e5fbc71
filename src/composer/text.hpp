// A program's text by lines: where lines begin and end, which whitespace stands before them, which
// newline and which indentation the writer uses.
//
// Lines count from 1, as the tree counts them; they end at \n, \r\n or a lone \r. A byte order mark
// is no part of line 1. Offsets are UTF-8 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "syntax/ast.hpp"

namespace simul::composer {

class Text {
 public:
  // The text is the caller's and must live as long.
  Text(const syntax::Module& module, std::string_view source);

  [[nodiscard]] std::string_view source() const { return source_; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(source_.size()); }
  [[nodiscard]] std::string_view text(TextRange range) const {
    return source_.substr(range.begin, range.size());
  }
  [[nodiscard]] std::string_view text(const syntax::Node& node) const { return text(range(node)); }

  [[nodiscard]] std::uint32_t offset(int line, int column) const;
  [[nodiscard]] std::uint32_t begin(const syntax::Node& node) const {
    return offset(node.lineno, node.col_offset);
  }
  [[nodiscard]] std::uint32_t end(const syntax::Node& node) const {
    return offset(node.end_lineno, node.end_col_offset);
  }
  [[nodiscard]] TextRange range(const syntax::Node& node) const { return {begin(node), end(node)}; }

  [[nodiscard]] int lines() const { return static_cast<int>(starts_.size()); }
  [[nodiscard]] int line_of(std::uint32_t offset) const;
  [[nodiscard]] std::uint32_t line_begin(int line) const;
  // Before its newline.
  [[nodiscard]] std::uint32_t line_end(int line) const;
  // Behind its newline; the text's end for the last line.
  [[nodiscard]] std::uint32_t next_line(int line) const;
  [[nodiscard]] std::string_view line(int line) const {
    return text({line_begin(line), line_end(line)});
  }
  // The whitespace that a line begins with.
  [[nodiscard]] std::string_view indent_of(int line) const;
  [[nodiscard]] bool is_blank(int line) const;
  [[nodiscard]] bool is_comment(int line) const;
  // Does the line begin inside a string? Its whitespace is then part of a value.
  [[nodiscard]] bool in_string(int line) const;
  // Nothing but whitespace stands before it on its line, and the line before does not go on in it.
  [[nodiscard]] bool begins_line(std::uint32_t offset) const;
  // Nothing but whitespace, a semicolon and a comment stand behind it on its line.
  [[nodiscard]] bool ends_line(std::uint32_t offset) const;

  [[nodiscard]] const std::string& newline() const { return newline_; }
  // One level of indentation, as the text's first indented block has it; four spaces if none.
  [[nodiscard]] const std::string& unit() const { return unit_; }

 private:
  std::string_view source_;
  std::vector<std::uint32_t> starts_;
  std::vector<bool> in_string_;
  std::string newline_ = "\n";
  std::string unit_ = "    ";
};

}  // namespace simul::composer

// Where the nodes of a tree stand in the text they were parsed from, in UTF-8 bytes: a node knows
// lines and columns only.
//
// Lines end at \n, \r\n or a lone \r, as the parser counts them. A place behind the text's end is
// its end.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "syntax/ast.hpp"

namespace simul::syntax {

class Places {
 public:
  explicit Places(std::string_view source);

  [[nodiscard]] std::uint32_t offset(int line, int column) const;  // line from 1, column from 0
  [[nodiscard]] std::uint32_t begin(const Node& node) const {
    return offset(node.lineno, node.col_offset);
  }
  [[nodiscard]] std::uint32_t end(const Node& node) const {
    return offset(node.end_lineno, node.end_col_offset);
  }
  [[nodiscard]] TextRange range(const Node& node) const { return {begin(node), end(node)}; }
  [[nodiscard]] std::string_view text(TextRange range) const {
    return source_.substr(range.begin, range.size());
  }
  [[nodiscard]] std::string_view text(const Node& node) const { return text(range(node)); }

 private:
  std::string_view source_;  // the caller's
  std::vector<std::uint32_t> starts_{0};
};

}  // namespace simul::syntax

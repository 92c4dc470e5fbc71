// fold.hpp - which expressions are constants before code is made: CPython 3.13's Python/ast_opt.c.
//
// A folded expression counts as a constant in every respect, as in CPython (no line event for
// `return -1`, no operator call). What would raise, or grow large, is left for the run.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>

#include "compiler/constants.hpp"
#include "syntax/ast.hpp"

namespace simul::compiler {

class Folder {
 public:
  // The value of `expr`, or nullptr when it is known only at run time. The pointer stays valid.
  [[nodiscard]] const Constant* constant_of(const syntax::Expr* expr);

 private:
  std::optional<Constant> evaluate(const syntax::Expr* expr);
  const Constant* binary_spine(const syntax::BinOp* expr);

  // Empty pointer: known not to be constant.
  std::unordered_map<const syntax::Expr*, std::unique_ptr<Constant>> known_;
};

[[nodiscard]] Constant literal(const syntax::Constant& node);
[[nodiscard]] Constant string_constant(std::string_view text);

}  // namespace simul::compiler

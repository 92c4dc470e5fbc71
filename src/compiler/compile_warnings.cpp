// compile_warnings.cpp - what CPython's compiler warns of: code that is allowed and surely a
// mistake.
//
// The checks stand where CPython 3.13's Python/compile.c has them, before the operands' code is
// made, so that the order is its order. A line is warned of once with the same words, as since
// CPython 3.13.4: the body of `finally` and the test of `while` become code more than once.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::CmpOp;
using syntax::NodeKind;

namespace {

struct TypeName {
  std::string_view operator()(const bytecode::NoneConstant&) const { return "NoneType"; }
  std::string_view operator()(bool) const { return "bool"; }
  std::string_view operator()(std::int64_t) const { return "int"; }
  std::string_view operator()(double) const { return "float"; }
  std::string_view operator()(const std::string&) const { return "str"; }
  std::string_view operator()(const bytecode::BigIntConstant&) const { return "int"; }
  std::string_view operator()(const bytecode::ComplexConstant&) const { return "complex"; }
  std::string_view operator()(const bytecode::BytesConstant&) const { return "bytes"; }
  std::string_view operator()(const bytecode::EllipsisConstant&) const { return "ellipsis"; }
  std::string_view operator()(const bytecode::TupleConstant&) const { return "tuple"; }
  std::string_view operator()(const bytecode::FrozenSetConstant&) const { return "frozenset"; }
  std::string_view operator()(const std::shared_ptr<const bytecode::CodeObject>&) const {
    return "code";
  }
};

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const std::string_view other : names)
    if (name == other) return true;
  return false;
}

constexpr std::string_view kMissedComma = "; perhaps you missed a comma?";

}  // namespace

void Compiler::warn(const Location& location, std::string message) {
  if (error_ || !warned_.emplace(location.line, message).second) return;
  syntax::Diagnostic warning = error_at(
      {location.line, location.col, location.end_line, location.end_col}, std::move(message));
  warning.type = "SyntaxWarning";
  warnings_.push_back(std::move(warning));
}

// The type that the value of `expr` has for certain, or an empty text.
std::string_view Compiler::known_type(const syntax::Expr* expr) {
  if (const Constant* constant = folder_.constant_of(expr))
    return std::visit(TypeName{}, constant->value);
  switch (expr->kind) {
    case NodeKind::kTuple: return "tuple";
    case NodeKind::kList:
    case NodeKind::kListComp: return "list";
    case NodeKind::kDict:
    case NodeKind::kDictComp: return "dict";
    case NodeKind::kSet:
    case NodeKind::kSetComp: return "set";
    case NodeKind::kGeneratorExp: return "generator";
    case NodeKind::kLambda: return "function";
    case NodeKind::kJoinedStr:
    case NodeKind::kFormattedValue: return "str";
    // "%s" % (x,) is an f-string by now.
    case NodeKind::kBinOp: return is_format_operation(as<syntax::BinOp>(expr)) ? "str" : "";
    default: return "";
  }
}

// `op` is that of a single comparison; `not a is b` has become `a is not b`.
void Compiler::check_identity(const syntax::Compare* expr, std::optional<CmpOp> only_op) {
  // Of None, True, False and ... there is one each: those are what `is` is for.
  const auto literal_type = [&](const syntax::Expr* operand) -> std::string_view {
    if (folder_.constant_of(operand) == nullptr) return "";
    const std::string_view type = known_type(operand);
    return is_one_of(type, {"NoneType", "bool", "ellipsis"}) ? "" : type;
  };
  std::string_view left = literal_type(expr->left);
  for (std::size_t i = 0; i < expr->ops.size(); ++i) {
    const CmpOp op = only_op.value_or(expr->ops[i]);
    const std::string_view right = literal_type(expr->comparators[i]);
    const std::string_view type = left.empty() ? right : left;
    if ((op == CmpOp::kIs || op == CmpOp::kIsNot) && !type.empty()) {
      const bool is = op == CmpOp::kIs;
      warn(location_of(expr),
           std::string(is ? "\"is\"" : "\"is not\"") + " with '" + std::string(type) +
               "' literal. Did you mean \"" + (is ? "==" : "!=") + "\"?");
      return;
    }
    left = right;
  }
}

void Compiler::check_caller(const syntax::Expr* function) {
  const std::string_view type = known_type(function);
  if (type.empty() || type == "function") return;
  warn(location_of(function),
       "'" + std::string(type) + "' object is not callable" + std::string(kMissedComma));
}

void Compiler::check_subscript(const syntax::Subscript* expr) {
  const std::string_view type = known_type(expr->value);
  if (is_one_of(type,
                {"NoneType",
                 "ellipsis",
                 "bool",
                 "int",
                 "float",
                 "complex",
                 "set",
                 "generator",
                 "function"}))
    warn(location_of(expr->value),
         "'" + std::string(type) + "' object is not subscriptable" + std::string(kMissedComma));
  const std::string_view index = known_type(expr->slice);
  if (index.empty() || index == "int" || index == "bool") return;
  if (is_one_of(type, {"str", "bytes", "tuple", "list"}))
    warn(location_of(expr->value),
         std::string(type) + " indices must be integers or slices, not " + std::string(index) +
             std::string(kMissedComma));
}

void Compiler::check_assertion(const syntax::Assert* stmt) {
  const auto* tuple = syntax::try_as<syntax::Tuple>(stmt->test);
  bool always_true = tuple != nullptr && !tuple->elts.empty();
  if (const Constant* constant = folder_.constant_of(stmt->test))
    always_true = std::holds_alternative<bytecode::TupleConstant>(constant->value) &&
                  constant_truth(*constant);
  if (always_true) warn(location_of(stmt), "assertion is always true, perhaps remove parentheses?");
}

}  // namespace simul::compiler

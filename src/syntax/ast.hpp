// src/syntax/ast.hpp - the tree of a Python 3.13 program, node for node and field for field as
// CPython's Parser/Python.asdl names them.
//
// What always holds:
// - A Module owns its nodes, lists and texts (arena); a pointer, span or string_view in the tree is
// valid as
//   long as the Module lives, also after the Module was moved.
// - Positions are CPython's: lines from 1, columns in UTF-8 bytes from 0, the end column is
// exclusive.
// - An `identifier` is interned in its Module: equal names have equal data() pointers. A missing
// name (asdl's `?`)
//   has data() == nullptr; is_set() asks.
// - A field that asdl marks `?` is nullptr when absent; the only lists with null elements are
// Dict::keys (`**x`) and
//   Arguments::kw_defaults (no default).
// - Broken statements are left out of the tree; the diagnostics tell of them.
//
// To walk: switch over node->kind and use as<T>(node). Nodes have no virtual functions.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/check.hpp"
#include "syntax/arena.hpp"

namespace simul::syntax {

enum class NodeKind : uint8_t {
  // stmt
  kFunctionDef,
  kAsyncFunctionDef,
  kClassDef,
  kReturn,
  kDelete,
  kAssign,
  kTypeAlias,
  kAugAssign,
  kAnnAssign,
  kFor,
  kAsyncFor,
  kWhile,
  kIf,
  kWith,
  kAsyncWith,
  kMatch,
  kRaise,
  kTry,
  kTryStar,
  kAssert,
  kImport,
  kImportFrom,
  kGlobal,
  kNonlocal,
  kExpr,
  kPass,
  kBreak,
  kContinue,
  // expr
  kBoolOp,
  kNamedExpr,
  kBinOp,
  kUnaryOp,
  kLambda,
  kIfExp,
  kDict,
  kSet,
  kListComp,
  kSetComp,
  kDictComp,
  kGeneratorExp,
  kAwait,
  kYield,
  kYieldFrom,
  kCompare,
  kCall,
  kFormattedValue,
  kJoinedStr,
  kConstant,
  kAttribute,
  kSubscript,
  kStarred,
  kName,
  kList,
  kTuple,
  kSlice,
  // pattern
  kMatchValue,
  kMatchSingleton,
  kMatchSequence,
  kMatchMapping,
  kMatchClass,
  kMatchStar,
  kMatchAs,
  kMatchOr,
  // type_param
  kTypeVar,
  kParamSpec,
  kTypeVarTuple,
  // the helpers
  kExceptHandler,
  kArguments,
  kArg,
  kKeyword,
  kAlias,
  kComprehension,
  kWithItem,
  kMatchCase,
};

enum class ExprContext : uint8_t { kLoad, kStore, kDel };
enum class BoolOperator : uint8_t { kAnd, kOr };
enum class Operator : uint8_t {
  kAdd,
  kSub,
  kMult,
  kMatMult,
  kDiv,
  kMod,
  kPow,
  kLShift,
  kRShift,
  kBitOr,
  kBitXor,
  kBitAnd,
  kFloorDiv,
};
enum class UnaryOperator : uint8_t { kInvert, kNot, kUAdd, kUSub };
enum class CmpOp : uint8_t { kEq, kNotEq, kLt, kLtE, kGt, kGtE, kIs, kIsNot, kIn, kNotIn };

using Identifier = std::string_view;

[[nodiscard]] constexpr bool is_set(Identifier name) {
  return name.data() != nullptr;
}

struct Node {
  NodeKind kind;
  int32_t lineno = 0;
  int32_t col_offset = 0;
  int32_t end_lineno = 0;
  int32_t end_col_offset = 0;
};

struct Stmt : Node {};
struct Expr : Node {};  // asdl's sort `expr`; the statement of asdl called Expr is ExprStmt here
struct Pattern : Node {};
struct TypeParam : Node {};

// The node as the struct it is. Asking for the wrong kind is a bug of the caller.
template <typename T, typename From>
[[nodiscard]] T* as(From* node) {
  SIMUL_CHECK(node->kind == T::kKind, "as<T>() of another kind of node");
  return static_cast<T*>(node);
}
template <typename T, typename From>
[[nodiscard]] const T* as(const From* node) {
  SIMUL_CHECK(node->kind == T::kKind, "as<T>() of another kind of node");
  return static_cast<const T*>(node);
}
// The same, or nullptr for another kind (and for nullptr).
template <typename T, typename From>
[[nodiscard]] T* try_as(From* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<T*>(node) : nullptr;
}
template <typename T, typename From>
[[nodiscard]] const T* try_as(const From* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

#define SIMUL_NODE(name) static constexpr NodeKind kKind = NodeKind::k##name

// --- helpers
// ------------------------------------------------------------------------------------------------

struct Arg : Node {
  SIMUL_NODE(Arg);
  Identifier arg;
  Expr* annotation;
};

// Has no position of its own (asdl gives `arguments` no attributes).
struct Arguments : Node {
  SIMUL_NODE(Arguments);
  std::span<Arg*> posonlyargs;
  std::span<Arg*> args;
  Arg* vararg;
  std::span<Arg*> kwonlyargs;
  std::span<Expr*> kw_defaults;  // one for each of kwonlyargs, nullptr for none
  Arg* kwarg;
  std::span<Expr*> defaults;  // of the last posonlyargs + args
};

struct Keyword : Node {
  SIMUL_NODE(Keyword);
  Identifier arg;  // not set for **value
  Expr* value;
};

struct Alias : Node {
  SIMUL_NODE(Alias);
  Identifier name;  // dotted as written without spaces, or "*"
  Identifier asname;
};

// Has no position of its own.
struct Comprehension : Node {
  SIMUL_NODE(Comprehension);
  Expr* target;
  Expr* iter;
  std::span<Expr*> ifs;
  bool is_async;
};

// Has no position of its own.
struct WithItem : Node {
  SIMUL_NODE(WithItem);
  Expr* context_expr;
  Expr* optional_vars;
};

struct ExceptHandler : Node {
  SIMUL_NODE(ExceptHandler);
  Expr* type;
  Identifier name;
  std::span<Stmt*> body;
};

// Has no position of its own.
struct MatchCase : Node {
  SIMUL_NODE(MatchCase);
  Pattern* pattern;
  Expr* guard;
  std::span<Stmt*> body;
};

// --- statements
// ---------------------------------------------------------------------------------------------

// The position of a decorated definition is that of `def`, `async` or `class`, as in CPython.
struct FunctionDefBase : Stmt {
  Identifier name;
  Arguments* args;
  std::span<Stmt*> body;
  std::span<Expr*> decorator_list;
  Expr* returns;
  std::span<TypeParam*> type_params;
};
struct FunctionDef : FunctionDefBase {
  SIMUL_NODE(FunctionDef);
};
struct AsyncFunctionDef : FunctionDefBase {
  SIMUL_NODE(AsyncFunctionDef);
};

struct ClassDef : Stmt {
  SIMUL_NODE(ClassDef);
  Identifier name;
  std::span<Expr*> bases;
  std::span<Keyword*> keywords;
  std::span<Stmt*> body;
  std::span<Expr*> decorator_list;
  std::span<TypeParam*> type_params;
};

struct Return : Stmt {
  SIMUL_NODE(Return);
  Expr* value;
};

struct Delete : Stmt {
  SIMUL_NODE(Delete);
  std::span<Expr*> targets;
};

struct Assign : Stmt {
  SIMUL_NODE(Assign);
  std::span<Expr*> targets;
  Expr* value;
};

struct TypeAlias : Stmt {
  SIMUL_NODE(TypeAlias);
  Expr* name;
  std::span<TypeParam*> type_params;
  Expr* value;
};

struct AugAssign : Stmt {
  SIMUL_NODE(AugAssign);
  Expr* target;
  Operator op;
  Expr* value;
  int32_t op_lineno;  // where the operator token begins; for carets, not dumped
  int32_t op_col;
};

struct AnnAssign : Stmt {
  SIMUL_NODE(AnnAssign);
  Expr* target;
  Expr* annotation;
  Expr* value;
  int simple;  // 1 when the target is a bare name without parentheses
};

struct ForBase : Stmt {
  Expr* target;
  Expr* iter;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};
struct For : ForBase {
  SIMUL_NODE(For);
};
struct AsyncFor : ForBase {
  SIMUL_NODE(AsyncFor);
};

struct While : Stmt {
  SIMUL_NODE(While);
  Expr* test;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

// An `elif` is an If that is the only statement of orelse, however long the chain.
struct If : Stmt {
  SIMUL_NODE(If);
  Expr* test;
  std::span<Stmt*> body;
  std::span<Stmt*> orelse;
};

struct WithBase : Stmt {
  std::span<WithItem*> items;
  std::span<Stmt*> body;
};
struct With : WithBase {
  SIMUL_NODE(With);
};
struct AsyncWith : WithBase {
  SIMUL_NODE(AsyncWith);
};

struct Match : Stmt {
  SIMUL_NODE(Match);
  Expr* subject;
  std::span<MatchCase*> cases;
};

struct Raise : Stmt {
  SIMUL_NODE(Raise);
  Expr* exc;
  Expr* cause;
};

struct TryBase : Stmt {
  std::span<Stmt*> body;
  std::span<ExceptHandler*> handlers;
  std::span<Stmt*> orelse;
  std::span<Stmt*> finalbody;
};
struct Try : TryBase {
  SIMUL_NODE(Try);
};
struct TryStar : TryBase {
  SIMUL_NODE(TryStar);
};

struct Assert : Stmt {
  SIMUL_NODE(Assert);
  Expr* test;
  Expr* msg;
};

struct Import : Stmt {
  SIMUL_NODE(Import);
  std::span<Alias*> names;
};

struct ImportFrom : Stmt {
  SIMUL_NODE(ImportFrom);
  Identifier module;  // not set for `from . import x`
  std::span<Alias*> names;
  int level;
};

struct Global : Stmt {
  SIMUL_NODE(Global);
  std::span<Identifier> names;
};

struct Nonlocal : Stmt {
  SIMUL_NODE(Nonlocal);
  std::span<Identifier> names;
};

struct ExprStmt : Stmt {
  static constexpr NodeKind kKind = NodeKind::kExpr;
  Expr* value;
};

struct Pass : Stmt {
  SIMUL_NODE(Pass);
};
struct Break : Stmt {
  SIMUL_NODE(Break);
};
struct Continue : Stmt {
  SIMUL_NODE(Continue);
};

// --- expressions
// --------------------------------------------------------------------------------------------

struct BoolOp : Expr {
  SIMUL_NODE(BoolOp);
  BoolOperator op;
  std::span<Expr*> values;
};

struct NamedExpr : Expr {
  SIMUL_NODE(NamedExpr);
  Expr* target;
  Expr* value;
};

struct BinOp : Expr {
  SIMUL_NODE(BinOp);
  Expr* left;
  Operator op;
  Expr* right;
  int32_t op_lineno;  // where the operator token begins; for carets, not dumped
  int32_t op_col;
};

struct UnaryOp : Expr {
  SIMUL_NODE(UnaryOp);
  UnaryOperator op;
  Expr* operand;
};

struct Lambda : Expr {
  SIMUL_NODE(Lambda);
  Arguments* args;
  Expr* body;
};

struct IfExp : Expr {
  SIMUL_NODE(IfExp);
  Expr* test;
  Expr* body;
  Expr* orelse;
};

struct Dict : Expr {
  SIMUL_NODE(Dict);
  std::span<Expr*> keys;  // nullptr for **value
  std::span<Expr*> values;
};

struct Set : Expr {
  SIMUL_NODE(Set);
  std::span<Expr*> elts;
};

struct ListComp : Expr {
  SIMUL_NODE(ListComp);
  Expr* elt;
  std::span<Comprehension*> generators;
};
struct SetComp : Expr {
  SIMUL_NODE(SetComp);
  Expr* elt;
  std::span<Comprehension*> generators;
};
struct DictComp : Expr {
  SIMUL_NODE(DictComp);
  Expr* key;
  Expr* value;
  std::span<Comprehension*> generators;
};
struct GeneratorExp : Expr {
  SIMUL_NODE(GeneratorExp);
  Expr* elt;
  std::span<Comprehension*> generators;
};

struct Await : Expr {
  SIMUL_NODE(Await);
  Expr* value;
};
struct Yield : Expr {
  SIMUL_NODE(Yield);
  Expr* value;
};
struct YieldFrom : Expr {
  SIMUL_NODE(YieldFrom);
  Expr* value;
};

struct Compare : Expr {
  SIMUL_NODE(Compare);
  Expr* left;
  std::span<CmpOp> ops;
  std::span<Expr*> comparators;
};

struct Call : Expr {
  SIMUL_NODE(Call);
  Expr* func;
  std::span<Expr*> args;
  std::span<Keyword*> keywords;
  int32_t paren_lineno;  // where '(' stands; for carets, not dumped
  int32_t paren_col;
};

struct FormattedValue : Expr {
  SIMUL_NODE(FormattedValue);
  Expr* value;
  int conversion;     // -1 none, else 's', 'r' or 'a'
  Expr* format_spec;  // a JoinedStr, or nullptr
};

struct JoinedStr : Expr {
  SIMUL_NODE(JoinedStr);
  std::span<Expr*> values;
};

enum class ConstantKind : uint8_t {
  kNone,
  kTrue,
  kFalse,
  kEllipsis,
  kInt,
  kFloat,
  kImaginary,
  kStr,
  kBytes,
};

struct Constant : Expr {
  SIMUL_NODE(Constant);
  ConstantKind constant_kind;
  // kInt: the digits, normalised: decimal without leading zeros, or for hexadecimal, octal and
  // binary literals
  //   "0x" and lower-case hexadecimal digits without leading zeros; no underscores. Never negative.
  // kStr: the value in UTF-8; a lone surrogate, which only an escape can make, is encoded as its
  // three WTF-8 bytes. kBytes: the value.
  std::string_view text;
  // kInt: the value if fits_int64.
  int64_t int_value;
  bool fits_int64;
  // kFloat: the value; kImaginary: the imaginary part (the real part is 0).
  double number;
  // asdl's `kind`: true for a u'' string.
  bool u_prefix;
};

struct Attribute : Expr {
  SIMUL_NODE(Attribute);
  Expr* value;
  Identifier attr;
  ExprContext ctx;
};

struct Subscript : Expr {
  SIMUL_NODE(Subscript);
  Expr* value;
  Expr* slice;
  ExprContext ctx;
  int32_t bracket_lineno;  // where '[' stands; for carets, not dumped
  int32_t bracket_col;
};

struct Starred : Expr {
  SIMUL_NODE(Starred);
  Expr* value;
  ExprContext ctx;
};

struct Name : Expr {
  SIMUL_NODE(Name);
  Identifier id;
  ExprContext ctx;
};

struct List : Expr {
  SIMUL_NODE(List);
  std::span<Expr*> elts;
  ExprContext ctx;
};

struct Tuple : Expr {
  SIMUL_NODE(Tuple);
  std::span<Expr*> elts;
  ExprContext ctx;
};

struct Slice : Expr {
  SIMUL_NODE(Slice);
  Expr* lower;
  Expr* upper;
  Expr* step;
};

// --- patterns
// -----------------------------------------------------------------------------------------------

struct MatchValue : Pattern {
  SIMUL_NODE(MatchValue);
  Expr* value;
};

struct MatchSingleton : Pattern {
  SIMUL_NODE(MatchSingleton);
  ConstantKind value;  // kNone, kTrue or kFalse
};

struct MatchSequence : Pattern {
  SIMUL_NODE(MatchSequence);
  std::span<Pattern*> patterns;
};

struct MatchMapping : Pattern {
  SIMUL_NODE(MatchMapping);
  std::span<Expr*> keys;
  std::span<Pattern*> patterns;
  Identifier rest;
};

struct MatchClass : Pattern {
  SIMUL_NODE(MatchClass);
  Expr* cls;
  std::span<Pattern*> patterns;
  std::span<Identifier> kwd_attrs;
  std::span<Pattern*> kwd_patterns;
};

struct MatchStar : Pattern {
  SIMUL_NODE(MatchStar);
  Identifier name;  // not set for *_
};

struct MatchAs : Pattern {
  SIMUL_NODE(MatchAs);
  Pattern* pattern;
  Identifier name;  // not set for _
};

struct MatchOr : Pattern {
  SIMUL_NODE(MatchOr);
  std::span<Pattern*> patterns;
};

// --- type parameters
// ----------------------------------------------------------------------------------------

struct TypeVar : TypeParam {
  SIMUL_NODE(TypeVar);
  Identifier name;
  Expr* bound;
  Expr* default_value;
};

struct ParamSpec : TypeParam {
  SIMUL_NODE(ParamSpec);
  Identifier name;
  Expr* default_value;
};

struct TypeVarTuple : TypeParam {
  SIMUL_NODE(TypeVarTuple);
  Identifier name;
  Expr* default_value;
};

#undef SIMUL_NODE

// --- the whole
// ----------------------------------------------------------------------------------------------

struct Module {
  Arena arena;
  std::span<Stmt*> body;
};

}  // namespace simul::syntax

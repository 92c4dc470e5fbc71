// unparse.cpp - see unparse.hpp.
#include "compiler/unparse.hpp"

#include "bytecode/disassemble.hpp"
#include "compiler/fold.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::NodeKind;

namespace {

// What binds more tightly has the higher level; an expression is put in parentheses inside a higher
// one.
enum Level : int {
  kTuple,
  kTest,
  kOr,
  kAnd,
  kNot,
  kCompare,
  kBitOr,
  kBitXor,
  kBitAnd,
  kShift,
  kArithmetic,
  kTerm,
  kFactor,
  kPower,
  kAwait,
  kAtom,
};

struct OperatorText {
  const char* symbol;
  Level level;
};

OperatorText operator_text(syntax::Operator op) {
  using syntax::Operator;
  switch (op) {
    case Operator::kAdd: return {" + ", kArithmetic};
    case Operator::kSub: return {" - ", kArithmetic};
    case Operator::kMult: return {" * ", kTerm};
    case Operator::kMatMult: return {" @ ", kTerm};
    case Operator::kDiv: return {" / ", kTerm};
    case Operator::kMod: return {" % ", kTerm};
    case Operator::kFloorDiv: return {" // ", kTerm};
    case Operator::kPow: return {" ** ", kPower};
    case Operator::kLShift: return {" << ", kShift};
    case Operator::kRShift: return {" >> ", kShift};
    case Operator::kBitOr: return {" | ", kBitOr};
    case Operator::kBitXor: return {" ^ ", kBitXor};
    case Operator::kBitAnd: return {" & ", kBitAnd};
  }
  return {"", kAtom};
}

const char* comparison_text(syntax::CmpOp op) {
  static constexpr const char* kText[] = {
      " == ", " != ", " < ", " <= ", " > ", " >= ", " is ", " is not ", " in ", " not in "};
  return kText[static_cast<int>(op)];
}

class Unparser {
 public:
  std::string text(const syntax::Expr* expr, int level);

 private:
  template <typename List>
  std::string joined(const List& list, int level) {
    std::string out;
    for (const syntax::Expr* item : list) out += (out.empty() ? "" : ", ") + text(item, level);
    return out;
  }

  static std::string wrap(bool needed, const std::string& text) {
    return needed ? "(" + text + ")" : text;
  }

  std::string binary(const syntax::BinOp* expr, int level);
  std::string unary(const syntax::UnaryOp* expr, int level);
  std::string comprehensions(std::span<syntax::Comprehension* const> generators);
  std::string call(const syntax::Call* expr);
  std::string lambda(const syntax::Lambda* expr);
  std::string f_string(const syntax::JoinedStr* expr);
  std::string f_string_body(const syntax::Expr* expr);
};

std::string Unparser::binary(const syntax::BinOp* expr, int level) {
  const OperatorText op = operator_text(expr->op);
  const int right = op.level == kPower;
  return wrap(
      level > op.level,
      text(expr->left, op.level + right) + op.symbol + text(expr->right, op.level + !right));
}

std::string Unparser::unary(const syntax::UnaryOp* expr, int level) {
  const bool negation = expr->op == syntax::UnaryOperator::kNot;
  static constexpr const char* kText[] = {"~", "not ", "+", "-"};
  const int own = negation ? kNot : kFactor;
  return wrap(level > own, kText[static_cast<int>(expr->op)] + text(expr->operand, own));
}

std::string Unparser::comprehensions(std::span<syntax::Comprehension* const> generators) {
  std::string out;
  for (const syntax::Comprehension* generator : generators) {
    out += generator->is_async ? " async for " : " for ";
    out += text(generator->target, kTuple) + " in " + text(generator->iter, kTest + 1);
    for (const syntax::Expr* condition : generator->ifs) out += " if " + text(condition, kTest + 1);
  }
  return out;
}

std::string Unparser::call(const syntax::Call* expr) {
  const std::string function = text(expr->func, kAtom);
  if (expr->args.size() == 1 && expr->keywords.empty() &&
      expr->args[0]->kind == NodeKind::kGeneratorExp)
    return function + text(expr->args[0], kTest);
  std::string args = joined(expr->args, kTest);
  for (const syntax::Keyword* keyword : expr->keywords) {
    if (!args.empty()) args += ", ";
    args += syntax::is_set(keyword->arg) ? std::string(keyword->arg) + "=" : "**";
    args += text(keyword->value, kTest);
  }
  return function + "(" + args + ")";
}

std::string Unparser::lambda(const syntax::Lambda* expr) {
  const syntax::Arguments& args = *expr->args;
  std::string out;
  const auto add = [&](const std::string& part) { out += (out.empty() ? " " : ", ") + part; };
  const std::size_t total = args.posonlyargs.size() + args.args.size();
  for (std::size_t i = 0; i < total; ++i) {
    const bool positional_only = i < args.posonlyargs.size();
    const syntax::Arg* arg =
        positional_only ? args.posonlyargs[i] : args.args[i - args.posonlyargs.size()];
    std::string part(arg->arg);
    if (i + args.defaults.size() >= total)
      part += "=" + text(args.defaults[i + args.defaults.size() - total], kTest);
    add(part);
    if (positional_only && i + 1 == args.posonlyargs.size()) add("/");
  }
  if (args.vararg != nullptr)
    add("*" + std::string(args.vararg->arg));
  else if (!args.kwonlyargs.empty())
    add("*");
  for (std::size_t i = 0; i < args.kwonlyargs.size(); ++i) {
    std::string part(args.kwonlyargs[i]->arg);
    if (args.kw_defaults[i] != nullptr) part += "=" + text(args.kw_defaults[i], kTest);
    add(part);
  }
  if (args.kwarg != nullptr) add("**" + std::string(args.kwarg->arg));
  return "lambda" + out + ": " + text(expr->body, kTest);
}

std::string Unparser::f_string_body(const syntax::Expr* expr) {
  if (const auto* constant = syntax::try_as<syntax::Constant>(expr)) {
    std::string out;
    for (const char c : constant->text) {
      out += c;
      if (c == '{' || c == '}') out += c;
    }
    return out;
  }
  if (const auto* joined_parts = syntax::try_as<syntax::JoinedStr>(expr)) {
    std::string out;
    for (const syntax::Expr* value : joined_parts->values) out += f_string_body(value);
    return out;
  }
  const auto* value = as<syntax::FormattedValue>(expr);
  const std::string inner = text(value->value, kTest + 1);
  std::string out = inner.starts_with('{') ? "{ " + inner : "{" + inner;
  if (value->conversion != -1) out += std::string("!") + static_cast<char>(value->conversion);
  if (value->format_spec != nullptr) out += ":" + f_string_body(value->format_spec);
  return out + "}";
}

std::string Unparser::f_string(const syntax::JoinedStr* expr) {
  return "f" + bytecode::constant_text(Constant{f_string_body(expr)});
}

std::string Unparser::text(const syntax::Expr* expr, int level) {
  switch (expr->kind) {
    case NodeKind::kBoolOp: {
      const auto* operation = as<syntax::BoolOp>(expr);
      const bool conjunction = operation->op == syntax::BoolOperator::kAnd;
      const int own = conjunction ? kAnd : kOr;
      std::string out;
      for (const syntax::Expr* value : operation->values)
        out += (out.empty() ? "" : conjunction ? " and " : " or ") + text(value, own + 1);
      return wrap(level > own, out);
    }
    case NodeKind::kNamedExpr:
      return "(" + text(as<syntax::NamedExpr>(expr)->target, kAtom) +
             " := " + text(as<syntax::NamedExpr>(expr)->value, kAtom) + ")";
    case NodeKind::kBinOp: return binary(as<syntax::BinOp>(expr), level);
    case NodeKind::kUnaryOp: return unary(as<syntax::UnaryOp>(expr), level);
    case NodeKind::kLambda: return wrap(level > kTest, lambda(as<syntax::Lambda>(expr)));
    case NodeKind::kIfExp: {
      const auto* choice = as<syntax::IfExp>(expr);
      return wrap(level > kTest,
                  text(choice->body, kTest + 1) + " if " + text(choice->test, kTest + 1) +
                      " else " + text(choice->orelse, kTest));
    }
    case NodeKind::kDict: {
      const auto* dict = as<syntax::Dict>(expr);
      std::string out;
      for (std::size_t i = 0; i < dict->values.size(); ++i) {
        if (i > 0) out += ", ";
        out += dict->keys[i] == nullptr
                   ? "**" + text(dict->values[i], kBitOr)
                   : text(dict->keys[i], kTest) + ": " + text(dict->values[i], kTest);
      }
      return "{" + out + "}";
    }
    case NodeKind::kSet: return "{" + joined(as<syntax::Set>(expr)->elts, kTest) + "}";
    case NodeKind::kListComp:
      return "[" + text(as<syntax::ListComp>(expr)->elt, kTest) +
             comprehensions(as<syntax::ListComp>(expr)->generators) + "]";
    case NodeKind::kSetComp:
      return "{" + text(as<syntax::SetComp>(expr)->elt, kTest) +
             comprehensions(as<syntax::SetComp>(expr)->generators) + "}";
    case NodeKind::kDictComp:
      return "{" + text(as<syntax::DictComp>(expr)->key, kTest) + ": " +
             text(as<syntax::DictComp>(expr)->value, kTest) +
             comprehensions(as<syntax::DictComp>(expr)->generators) + "}";
    case NodeKind::kGeneratorExp:
      return "(" + text(as<syntax::GeneratorExp>(expr)->elt, kTest) +
             comprehensions(as<syntax::GeneratorExp>(expr)->generators) + ")";
    case NodeKind::kAwait:
      return wrap(level > kAwait, "await " + text(as<syntax::Await>(expr)->value, kAtom));
    case NodeKind::kYield: {
      const syntax::Expr* value = as<syntax::Yield>(expr)->value;
      return value == nullptr ? "(yield)" : "(yield " + text(value, kTuple) + ")";
    }
    case NodeKind::kYieldFrom:
      return "(yield from " + text(as<syntax::YieldFrom>(expr)->value, kTest) + ")";
    case NodeKind::kCompare: {
      const auto* compare = as<syntax::Compare>(expr);
      std::string out = text(compare->left, kCompare + 1);
      for (std::size_t i = 0; i < compare->ops.size(); ++i)
        out += comparison_text(compare->ops[i]) + text(compare->comparators[i], kCompare + 1);
      return wrap(level > kCompare, out);
    }
    case NodeKind::kCall: return call(as<syntax::Call>(expr));
    case NodeKind::kJoinedStr: return f_string(as<syntax::JoinedStr>(expr));
    case NodeKind::kFormattedValue: return "f'" + f_string_body(expr) + "'";
    case NodeKind::kConstant: {
      const auto* constant = as<syntax::Constant>(expr);
      if (constant->constant_kind == syntax::ConstantKind::kEllipsis) return "...";
      return (constant->u_prefix ? "u" : "") + bytecode::constant_text(literal(*constant));
    }
    case NodeKind::kAttribute: {
      const auto* attribute = as<syntax::Attribute>(expr);
      const auto* number = syntax::try_as<syntax::Constant>(attribute->value);
      // 1 .real: without the space the dot would belong to the number.
      const bool space = number != nullptr && number->constant_kind == syntax::ConstantKind::kInt;
      return text(attribute->value, kAtom) + (space ? " ." : ".") + std::string(attribute->attr);
    }
    case NodeKind::kSubscript:
      return text(as<syntax::Subscript>(expr)->value, kAtom) + "[" +
             text(as<syntax::Subscript>(expr)->slice, kTuple) + "]";
    case NodeKind::kStarred: return "*" + text(as<syntax::Starred>(expr)->value, kBitOr);
    case NodeKind::kName: return std::string(as<syntax::Name>(expr)->id);
    case NodeKind::kList: return "[" + joined(as<syntax::List>(expr)->elts, kTest) + "]";
    case NodeKind::kTuple: {
      const auto& elements = as<syntax::Tuple>(expr)->elts;
      if (elements.empty()) return "()";
      return wrap(level > kTuple, joined(elements, kTest) + (elements.size() == 1 ? "," : ""));
    }
    case NodeKind::kSlice: {
      const auto* slice = as<syntax::Slice>(expr);
      std::string out;
      if (slice->lower != nullptr) out += text(slice->lower, kTest);
      out += ":";
      if (slice->upper != nullptr) out += text(slice->upper, kTest);
      if (slice->step != nullptr) out += ":" + text(slice->step, kTest);
      return out;
    }
    default: return "";
  }
}

}  // namespace

std::string unparse(const syntax::Expr* expr) {
  return Unparser().text(expr, kTest);
}

}  // namespace simul::compiler

// fold.cpp - arithmetic on constants, with the limits of CPython's Python/ast_opt.c.
#include "compiler/fold.hpp"

#include <cmath>
#include <cstdint>
#include <string>

#include "base/complex_number.hpp"
#include "base/libm.hpp"

namespace simul::compiler {

using bytecode::BigIntConstant;
using bytecode::TupleConstant;
using syntax::NodeKind;
using syntax::Operator;

namespace {

__extension__ using Wide = __int128;

constexpr std::size_t kMaxString = 4096;
constexpr std::size_t kMaxCollection = 256;
constexpr int kMaxBits = 128;
// Longer hexadecimal numbers stay so: their way to decimal digits is quadratic.
constexpr std::size_t kMostHexDigits = 500;

// "0x..." to decimal digits, nine at a time.
std::string decimal_of_hex(std::string_view hex) {
  constexpr std::uint64_t kBase = 1'000'000'000;
  std::vector<std::uint32_t> groups = {0};
  for (const char c : hex.substr(2)) {
    std::uint64_t carry = static_cast<std::uint64_t>(c <= '9' ? c - '0' : c - 'a' + 10);
    for (std::uint32_t& group : groups) {
      const std::uint64_t value = std::uint64_t{group} * 16 + carry;
      group = static_cast<std::uint32_t>(value % kBase);
      carry = value / kBase;
    }
    if (carry != 0) groups.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string out = std::to_string(groups.back());
  for (std::size_t i = groups.size() - 1; i-- > 0;) {
    const std::string part = std::to_string(groups[i]);
    out += std::string(9 - part.size(), '0') + part;
  }
  return out;
}

std::optional<Wide> wide_of(const std::string& decimal) {
  const bool negative = decimal.starts_with('-');
  Wide value = 0;
  for (std::size_t i = negative ? 1 : 0; i < decimal.size(); ++i)
    if (decimal[i] == 'x' ||  // one that stays as it was written is far larger
        __builtin_mul_overflow(value, Wide{10}, &value) ||
        __builtin_add_overflow(value, Wide{decimal[i] - '0'}, &value))
      return std::nullopt;
  return negative ? -value : value;
}

Constant int_constant(Wide value) {
  if (value >= INT64_MIN && value <= INT64_MAX) return Constant{static_cast<std::int64_t>(value)};
  const bool negative = value < 0;
  std::string digits;
  // Digits are taken with their sign, so that the least value needs no negation.
  for (; value != 0; value /= 10) {
    const int digit = static_cast<int>(value % 10);
    digits.insert(digits.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
  }
  return Constant{BigIntConstant{(negative ? "-" : "") + digits}};
}

std::optional<Wide> as_int(const Constant& constant) {
  if (const auto* value = std::get_if<std::int64_t>(&constant.value)) return *value;
  if (const auto* value = std::get_if<bool>(&constant.value)) return *value ? 1 : 0;
  if (const auto* value = std::get_if<BigIntConstant>(&constant.value))
    return wide_of(value->decimal);
  return std::nullopt;
}

int bits_of(Wide value) {
  int bits = 0;
  for (Wide rest = value < 0 ? -value : value; rest != 0; rest /= 2) ++bits;
  return bits;
}

std::optional<Constant> power(Wide base, Wide exponent) {
  if (exponent < 0) return std::nullopt;
  if (base != 0 && exponent != 0 && (exponent > kMaxBits || bits_of(base) * exponent > kMaxBits))
    return std::nullopt;
  if (base == 0) return int_constant(exponent == 0 ? 1 : 0);
  Wide result = 1;
  for (Wide i = 0; i < exponent; ++i)
    if (__builtin_mul_overflow(result, base, &result)) return std::nullopt;
  return int_constant(result);
}

std::optional<Constant> int_operation(Operator op, Wide a, Wide b) {
  Wide result = 0;
  switch (op) {
    case Operator::kAdd:
      if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
      return int_constant(result);
    case Operator::kSub:
      if (__builtin_sub_overflow(a, b, &result)) return std::nullopt;
      return int_constant(result);
    case Operator::kMult:
      if (bits_of(a) + bits_of(b) > kMaxBits || __builtin_mul_overflow(a, b, &result))
        return std::nullopt;
      return int_constant(result);
    case Operator::kDiv: {
      // Beyond 53 bits the quotient of two doubles would not be the correctly rounded one.
      if (b == 0 || bits_of(a) > 53 || bits_of(b) > 53) return std::nullopt;
      return Constant{static_cast<double>(a) / static_cast<double>(b)};
    }
    case Operator::kFloorDiv:
    case Operator::kMod: {
      if (b == 0 || b == -1) return std::nullopt;
      const Wide remainder = a % b;
      const bool adjust = remainder != 0 && (remainder < 0) != (b < 0);
      return int_constant(op == Operator::kMod ? (adjust ? remainder + b : remainder)
                                               : (adjust ? a / b - 1 : a / b));
    }
    case Operator::kPow: return power(a, b);
    case Operator::kLShift:
      if (b < 0 || b > kMaxBits || a == 0 || bits_of(a) > kMaxBits - static_cast<int>(b))
        return a == 0 && b >= 0 ? std::optional(int_constant(0)) : std::nullopt;
      for (result = a; b > 0; --b)
        if (__builtin_mul_overflow(result, Wide{2}, &result)) return std::nullopt;
      return int_constant(result);
    case Operator::kRShift:
      if (b < 0) return std::nullopt;
      return int_constant(b >= kMaxBits ? (a < 0 ? -1 : 0) : a >> static_cast<int>(b));
    case Operator::kBitAnd: return int_constant(a & b);
    case Operator::kBitOr: return int_constant(a | b);
    case Operator::kBitXor: return int_constant(a ^ b);
    default: return std::nullopt;
  }
}

std::optional<Constant> float_operation(Operator op, double a, double b) {
  switch (op) {
    case Operator::kAdd: return Constant{a + b};
    case Operator::kSub: return Constant{a - b};
    case Operator::kMult: return Constant{a * b};
    case Operator::kDiv:
      if (b == 0) return std::nullopt;
      return Constant{a / b};
    case Operator::kPow: {
      const double result = libm::pow(a, b);
      if (!std::isfinite(result) || (a < 0 && b != std::floor(b)) || (a == 0 && b < 0))
        return std::nullopt;
      return Constant{result};
    }
    case Operator::kFloorDiv:
    case Operator::kMod: {
      if (b == 0 || !std::isfinite(a) || !std::isfinite(b)) return std::nullopt;
      double mod = std::fmod(a, b);
      double div = (a - mod) / b;
      if (mod != 0) {
        if ((b < 0) != (mod < 0)) {
          mod += b;
          div -= 1.0;
        }
      } else {
        mod = std::copysign(0.0, b);
      }
      if (op == Operator::kMod) return Constant{mod};
      double floored = std::copysign(0.0, a / b);
      if (div != 0) {
        floored = std::floor(div);
        if (div - floored > 0.5) floored += 1.0;
      }
      return Constant{floored};
    }
    default: return std::nullopt;
  }
}

bool is_float(const Constant& constant) {
  return std::holds_alternative<double>(constant.value);
}

bool is_complex(const Constant& constant) {
  return std::holds_alternative<bytecode::ComplexConstant>(constant.value);
}

std::optional<double> as_float(const Constant& constant) {
  if (const auto* value = std::get_if<double>(&constant.value)) return *value;
  const std::optional<Wide> whole = as_int(constant);
  if (!whole || bits_of(*whole) > 53) return std::nullopt;
  return static_cast<double>(*whole);
}

std::optional<Constant> repeat(const Constant& sequence, Wide count) {
  if (count > INT64_MAX || count < INT64_MIN) return std::nullopt;  // the run says why not
  if (count < 0) count = 0;
  const auto times = [&](std::size_t size, std::size_t limit) {
    return size == 0 || count <= static_cast<Wide>(limit / size);
  };
  const auto repeated = [&](const auto& from) {
    auto out = from;
    out.clear();
    for (Wide i = 0; i < count && !from.empty(); ++i)
      out.insert(out.end(), from.begin(), from.end());
    return out;
  };
  if (const auto* text = std::get_if<std::string>(&sequence.value)) {
    if (!times(text->size(), kMaxString)) return std::nullopt;
    return Constant{repeated(*text)};
  }
  if (const auto* bytes = std::get_if<bytecode::BytesConstant>(&sequence.value)) {
    if (!times(bytes->bytes.size(), kMaxString)) return std::nullopt;
    return Constant{bytecode::BytesConstant{repeated(bytes->bytes)}};
  }
  if (const auto* tuple = std::get_if<TupleConstant>(&sequence.value)) {
    if (!times(tuple->items.size(), kMaxCollection)) return std::nullopt;
    return Constant{TupleConstant{repeated(tuple->items)}};
  }
  return std::nullopt;
}

std::optional<Constant> joined(const Constant& a, const Constant& b) {
  if (const auto* left = std::get_if<std::string>(&a.value))
    if (const auto* right = std::get_if<std::string>(&b.value)) return Constant{*left + *right};
  if (const auto* left = std::get_if<bytecode::BytesConstant>(&a.value))
    if (const auto* right = std::get_if<bytecode::BytesConstant>(&b.value))
      return Constant{bytecode::BytesConstant{left->bytes + right->bytes}};
  if (const auto* left = std::get_if<TupleConstant>(&a.value))
    if (const auto* right = std::get_if<TupleConstant>(&b.value)) {
      TupleConstant out = *left;
      out.items.insert(out.items.end(), right->items.begin(), right->items.end());
      return Constant{std::move(out)};
    }
  return std::nullopt;
}

std::optional<ComplexNumber> as_complex(const Constant& constant) {
  if (const auto* value = std::get_if<bytecode::ComplexConstant>(&constant.value))
    return ComplexNumber{value->real, value->imag};
  if (is_float(constant)) return ComplexNumber{std::get<double>(constant.value), 0};
  const std::optional<Wide> whole = as_int(constant);
  if (!whole) return std::nullopt;
  return ComplexNumber{static_cast<double>(*whole), 0};
}

std::optional<Constant> complex_operation(Operator op, ComplexNumber a, ComplexNumber b) {
  ComplexResult result;
  switch (op) {
    case Operator::kAdd: result.value = {a.real + b.real, a.imag + b.imag}; break;
    case Operator::kSub: result.value = {a.real - b.real, a.imag - b.imag}; break;
    case Operator::kMult: result.value = product(a, b); break;
    case Operator::kDiv: result = quotient(a, b); break;
    case Operator::kPow: result = simul::power(a, b); break;
    default: return std::nullopt;
  }
  if (result.fault != ComplexFault::kNone) return std::nullopt;
  return Constant{bytecode::ComplexConstant{result.value.real, result.value.imag}};
}

std::optional<Constant> binary(Operator op, const Constant& a, const Constant& b) {
  if (is_complex(a) || is_complex(b)) {
    const std::optional<ComplexNumber> left = as_complex(a);
    const std::optional<ComplexNumber> right = as_complex(b);
    if (!left || !right) return std::nullopt;
    return complex_operation(op, *left, *right);
  }
  if (is_float(a) || is_float(b)) {
    const std::optional<double> left = as_float(a);
    const std::optional<double> right = as_float(b);
    if (!left || !right) return std::nullopt;
    return float_operation(op, *left, *right);
  }
  const std::optional<Wide> left = as_int(a);
  const std::optional<Wide> right = as_int(b);
  if (left && right) {
    const bool bits = op == Operator::kBitAnd || op == Operator::kBitOr || op == Operator::kBitXor;
    if (bits && std::holds_alternative<bool>(a.value) && std::holds_alternative<bool>(b.value)) {
      const Wide value = op == Operator::kBitAnd  ? *left & *right
                         : op == Operator::kBitOr ? *left | *right
                                                  : *left ^ *right;
      return Constant{value != 0};
    }
    return int_operation(op, *left, *right);
  }
  if (op == Operator::kMult) {
    if (right) return repeat(a, *right);
    if (left) return repeat(b, *left);
  }
  if (op == Operator::kAdd) return joined(a, b);
  return std::nullopt;
}

std::optional<Constant> unary(syntax::UnaryOperator op, const Constant& operand) {
  using syntax::UnaryOperator;
  if (op == UnaryOperator::kNot) return Constant{!constant_truth(operand)};
  if (const auto* number = std::get_if<double>(&operand.value)) {
    if (op == UnaryOperator::kUSub) return Constant{-*number};
    if (op == UnaryOperator::kUAdd) return Constant{*number};
    return std::nullopt;
  }
  if (const auto* number = std::get_if<bytecode::ComplexConstant>(&operand.value)) {
    if (op == UnaryOperator::kUSub)
      return Constant{bytecode::ComplexConstant{-number->real, -number->imag}};
    if (op == UnaryOperator::kUAdd) return Constant{*number};
    return std::nullopt;
  }
  if (const auto* big = std::get_if<BigIntConstant>(&operand.value);
      big != nullptr && op == UnaryOperator::kUSub) {
    if (const std::optional<Wide> wide = wide_of(big->decimal)) return int_constant(-*wide);
    return Constant{BigIntConstant{big->decimal.starts_with('-') ? big->decimal.substr(1)
                                                                 : "-" + big->decimal}};
  }
  const std::optional<Wide> value = as_int(operand);
  if (!value) return std::nullopt;
  if (op == UnaryOperator::kUSub) return int_constant(-*value);
  if (op == UnaryOperator::kUAdd) return int_constant(*value);
  return int_constant(~*value);
}

std::optional<Constant> item(const Constant& sequence, const Constant& index) {
  const std::optional<Wide> at = as_int(index);
  if (!at) return std::nullopt;
  const auto place = [&](std::size_t size) -> std::optional<std::size_t> {
    const Wide from_start = *at < 0 ? *at + static_cast<Wide>(size) : *at;
    if (from_start < 0 || from_start >= static_cast<Wide>(size)) return std::nullopt;
    return static_cast<std::size_t>(from_start);
  };
  if (const auto* tuple = std::get_if<TupleConstant>(&sequence.value)) {
    if (const auto found = place(tuple->items.size())) return tuple->items[*found];
  } else if (const auto* text = std::get_if<std::string>(&sequence.value)) {
    for (const char c : *text)
      if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
    if (const auto found = place(text->size())) return Constant{std::string(1, (*text)[*found])};
  } else if (const auto* bytes = std::get_if<bytecode::BytesConstant>(&sequence.value)) {
    if (const auto found = place(bytes->bytes.size()))
      return Constant{std::int64_t{static_cast<unsigned char>(bytes->bytes[*found])}};
  }
  return std::nullopt;
}

}  // namespace

Constant string_constant(std::string_view text) {
  return Constant{std::string(text)};
}

Constant literal(const syntax::Constant& node) {
  switch (node.constant_kind) {
    case syntax::ConstantKind::kNone: return Constant{bytecode::NoneConstant{}};
    case syntax::ConstantKind::kTrue: return Constant{true};
    case syntax::ConstantKind::kFalse: return Constant{false};
    case syntax::ConstantKind::kEllipsis: return Constant{bytecode::EllipsisConstant{}};
    case syntax::ConstantKind::kInt:
      if (node.fits_int64) return Constant{node.int_value};
      return Constant{
          BigIntConstant{node.text.starts_with("0x") && node.text.size() <= kMostHexDigits
                             ? decimal_of_hex(node.text)
                             : std::string(node.text)}};
    case syntax::ConstantKind::kFloat: return Constant{node.number};
    case syntax::ConstantKind::kImaginary:
      return Constant{bytecode::ComplexConstant{0, node.number}};
    case syntax::ConstantKind::kStr: return string_constant(node.text);
    case syntax::ConstantKind::kBytes:
      return Constant{bytecode::BytesConstant{std::string(node.text)}};
  }
  return Constant{bytecode::NoneConstant{}};
}

const Constant* Folder::constant_of(const syntax::Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kConstant:
    case NodeKind::kTuple:
    case NodeKind::kUnaryOp:
    case NodeKind::kSubscript:
    case NodeKind::kName: break;
    case NodeKind::kBinOp: return binary_spine(syntax::as<syntax::BinOp>(expr));
    default: return nullptr;
  }
  const auto found = known_.find(expr);
  if (found != known_.end()) return found->second.get();
  std::optional<Constant> value = evaluate(expr);
  std::unique_ptr<Constant>& entry = known_[expr];
  if (value) entry = std::make_unique<Constant>(std::move(*value));
  return entry.get();
}

// Long chains lean left, so they are folded from the left end upwards instead of recursively.
const Constant* Folder::binary_spine(const syntax::BinOp* expr) {
  std::vector<const syntax::BinOp*> spine;
  const syntax::Expr* left = expr;
  while (left->kind == NodeKind::kBinOp && !known_.contains(left)) {
    spine.push_back(syntax::as<syntax::BinOp>(left));
    left = spine.back()->left;
  }
  const Constant* value =
      left->kind == NodeKind::kBinOp ? known_.find(left)->second.get() : constant_of(left);
  while (!spine.empty()) {
    const syntax::BinOp* node = spine.back();
    spine.pop_back();
    const Constant* right = value == nullptr ? nullptr : constant_of(node->right);
    std::optional<Constant> result;
    if (value != nullptr && right != nullptr) result = binary(node->op, *value, *right);
    std::unique_ptr<Constant>& entry = known_[node];
    if (result) entry = std::make_unique<Constant>(std::move(*result));
    value = entry.get();
  }
  return value;
}

std::optional<Constant> Folder::evaluate(const syntax::Expr* expr) {
  switch (expr->kind) {
    case NodeKind::kConstant: return literal(*syntax::as<syntax::Constant>(expr));
    case NodeKind::kName: {
      const auto* name = syntax::as<syntax::Name>(expr);
      if (name->ctx == syntax::ExprContext::kLoad && name->id == "__debug__") return Constant{true};
      return std::nullopt;
    }
    case NodeKind::kUnaryOp: {
      const auto* operation = syntax::as<syntax::UnaryOp>(expr);
      const Constant* operand = constant_of(operation->operand);
      if (operand == nullptr) return std::nullopt;
      return unary(operation->op, *operand);
    }
    case NodeKind::kTuple: {
      const auto* tuple = syntax::as<syntax::Tuple>(expr);
      if (tuple->ctx != syntax::ExprContext::kLoad) return std::nullopt;
      TupleConstant out;
      for (const syntax::Expr* element : tuple->elts) {
        const Constant* value = constant_of(element);
        if (value == nullptr) return std::nullopt;
        out.items.push_back(*value);
      }
      return Constant{std::move(out)};
    }
    case NodeKind::kSubscript: {
      const auto* subscript = syntax::as<syntax::Subscript>(expr);
      if (subscript->ctx != syntax::ExprContext::kLoad) return std::nullopt;
      const Constant* value = constant_of(subscript->value);
      if (value == nullptr) return std::nullopt;
      const Constant* index = constant_of(subscript->slice);
      if (index == nullptr) return std::nullopt;
      return item(*value, *index);
    }
    default: return std::nullopt;
  }
}

}  // namespace simul::compiler

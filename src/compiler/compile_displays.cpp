// compile_displays.cpp - lists, tuples, sets, dictionaries, f-strings and formats known at compile
// time.
#include <string>
#include <unordered_set>

#include "bytecode/constant_key.hpp"
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::NodeKind;

namespace {

constexpr int kListToTuple = 6;

// Equal items collapse, as when the set is made at run time.
bytecode::FrozenSetConstant frozen(std::vector<Constant> items) {
  bytecode::FrozenSetConstant out;
  std::unordered_set<std::string> seen;
  for (Constant& item : items)
    if (seen.insert(bytecode::constant_key(item)).second) out.items.push_back(std::move(item));
  return out;
}

}  // namespace

std::optional<std::vector<Constant>> Compiler::all_constants(
    std::span<syntax::Expr* const> elements) {
  std::vector<Constant> out;
  for (const syntax::Expr* element : elements) {
    const Constant* value = element == nullptr ? nullptr : folder_.constant_of(element);
    if (value == nullptr) return std::nullopt;
    out.push_back(*value);
  }
  return out;
}

// Leaves one list, set or tuple of the elements, behind the `pushed` items that lie on the stack
// already.
void Compiler::unpack_into(std::span<syntax::Expr* const> elements,
                           int pushed,
                           Op build,
                           Op add,
                           Op extend,
                           bool tuple,
                           const Location& location) {
  const std::size_t count = elements.size();
  if (count > 2) {
    if (std::optional<std::vector<Constant>> items = all_constants(elements)) {
      if (tuple && pushed == 0) {
        emit_constant(Constant{bytecode::TupleConstant{std::move(*items)}}, location);
        return;
      }
      emit(build, pushed, location);
      if (add == Op::SET_ADD)
        emit_constant(Constant{frozen(std::move(*items))}, location);
      else
        emit_constant(Constant{bytecode::TupleConstant{std::move(*items)}}, location);
      emit(extend, 1, location);
      if (tuple) emit(Op::CALL_INTRINSIC_1, kListToTuple, location);
      return;
    }
  }
  const bool big = count + static_cast<std::size_t>(pushed) > kStackUseGuideline;
  bool starred = false;
  for (const syntax::Expr* element : elements)
    starred = starred || element->kind == NodeKind::kStarred;
  if (!starred && !big) {
    expressions(elements);
    emit(tuple ? Op::BUILD_TUPLE : build, static_cast<int>(count) + pushed, location);
    return;
  }
  bool built = big;
  if (big) emit(build, pushed, location);
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto* star = syntax::try_as<syntax::Starred>(elements[i])) {
      if (!built) {
        emit(build, static_cast<int>(i) + pushed, location);
        built = true;
      }
      expression(star->value);
      emit(extend, 1, location);
    } else {
      expression(elements[i]);
      if (built) emit(add, 1, location);
    }
  }
  if (tuple) emit(Op::CALL_INTRINSIC_1, kListToTuple, location);
}

// What is only iterated or searched: a list becomes a tuple, a set of constants a frozenset.
void Compiler::iterable(const syntax::Expr* expr) {
  const Location location = location_of(expr);
  if (const auto* list = syntax::try_as<syntax::List>(expr)) {
    for (const syntax::Expr* element : list->elts)
      if (element->kind == NodeKind::kStarred) return expression(expr);
    if (std::optional<std::vector<Constant>> items = all_constants(list->elts)) {
      emit_constant(Constant{bytecode::TupleConstant{std::move(*items)}}, location);
      return;
    }
    unpack_into(list->elts, 0, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, true, location);
    return;
  }
  if (const auto* set = syntax::try_as<syntax::Set>(expr)) {
    if (std::optional<std::vector<Constant>> items = all_constants(set->elts)) {
      emit_constant(Constant{frozen(std::move(*items))}, location);
      return;
    }
  }
  expression(expr);
}

void Compiler::dict_display(const syntax::Dict* expr) {
  const Location location = location_of(expr);
  const std::size_t count = expr->values.size();
  bool have_dict = false;
  std::size_t pending = 0;
  const auto flush = [&](std::size_t begin, std::size_t end) {
    dict_part(expr, begin, end);
    if (have_dict) emit(Op::DICT_UPDATE, 1, location);
    have_dict = true;
    pending = 0;
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (expr->keys[i] == nullptr) {
      if (pending > 0) flush(i - pending, i);
      if (!have_dict) {
        emit(Op::BUILD_MAP, 0, location);
        have_dict = true;
      }
      expression(expr->values[i]);
      emit(Op::DICT_UPDATE, 1, location);
    } else if (pending * 2 > kStackUseGuideline) {
      flush(i - pending, i + 1);
    } else {
      ++pending;
    }
  }
  if (pending > 0) flush(count - pending, count);
  if (!have_dict) emit(Op::BUILD_MAP, 0, location);
}

void Compiler::dict_part(const syntax::Dict* expr, std::size_t begin, std::size_t end) {
  const Location location = location_of(expr);
  const std::size_t count = end - begin;
  const bool big = count * 2 > kStackUseGuideline;
  if (count > 1 && !big) {
    if (std::optional<std::vector<Constant>> keys =
            all_constants(expr->keys.subspan(begin, count))) {
      expressions(expr->values.subspan(begin, count));
      emit_constant(Constant{bytecode::TupleConstant{std::move(*keys)}}, location);
      emit(Op::BUILD_CONST_KEY_MAP, count, location);
      return;
    }
  }
  if (big) emit(Op::BUILD_MAP, 0, location);
  for (std::size_t i = begin; i < end; ++i) {
    expression(expr->keys[i]);
    expression(expr->values[i]);
    if (big) emit(Op::MAP_ADD, 1, location);
  }
  if (!big) emit(Op::BUILD_MAP, count, location);
}

void Compiler::joined_string(const syntax::JoinedStr* expr) {
  const Location location = location_of(expr);
  const std::size_t count = expr->values.size();
  if (count > kStackUseGuideline) {
    emit_constant(Constant{std::string()}, location);
    emit(Op::LOAD_ATTR, unit().names.add("join") << 1 | 1, location);
    emit(Op::BUILD_LIST, 0, location);
    for (const syntax::Expr* value : expr->values) {
      expression(value);
      emit(Op::LIST_APPEND, 1, location);
    }
    emit(Op::CALL, 1, location);
    return;
  }
  expressions(expr->values);
  if (count > 1)
    emit(Op::BUILD_STRING, count, location);
  else if (count == 0)
    emit_constant(Constant{std::string()}, location);
}

void Compiler::formatted_value(const syntax::FormattedValue* expr) {
  const Location location = location_of(expr);
  expression(expr->value);
  if (expr->conversion != -1)
    emit(Op::CONVERT_VALUE,
         expr->conversion == 's'   ? 1
         : expr->conversion == 'r' ? 2
                                   : 3,
         location);
  if (expr->format_spec != nullptr) {
    expression(expr->format_spec);
    emit(Op::FORMAT_WITH_SPEC, location);
  } else {
    emit(Op::FORMAT_SIMPLE, location);
  }
}

namespace {

// A piece of a %-format: text, then a conversion with its specification.
struct FormatPiece {
  std::string text;
  char conversion = 0;  // none at the end
  std::string spec;
};

// Reads a format that uses only %s, %r and %a; anything else is left for the run.
std::optional<std::vector<FormatPiece>> read_format(const std::string& format) {
  std::vector<FormatPiece> pieces(1);
  for (std::size_t i = 0; i < format.size();) {
    if (format[i] != '%') {
      pieces.back().text += format[i++];
      continue;
    }
    if (++i == format.size()) return std::nullopt;
    if (format[i] == '%') {
      pieces.back().text += format[i++];
      continue;
    }
    bool left = false;
    while (i < format.size() && (format[i] == '-' || format[i] == '+' || format[i] == ' ' ||
                                 format[i] == '#' || format[i] == '0')) {
      left = left || format[i] == '-';
      ++i;
    }
    const auto digits = [&] {
      std::string out;
      while (i < format.size() && format[i] >= '0' && format[i] <= '9') out += format[i++];
      return out;
    };
    const std::string width = digits();
    std::string precision;
    bool has_precision = false;
    if (i < format.size() && format[i] == '.') {
      ++i;
      precision = digits();
      has_precision = true;
    }
    // Widths of three and more digits are left alone, as CPython does.
    if (width.size() > 2 || precision.size() > 2) return std::nullopt;
    if (i == format.size()) return std::nullopt;
    const char conversion = format[i++];
    if (conversion != 's' && conversion != 'r' && conversion != 'a') return std::nullopt;
    FormatPiece& piece = pieces.back();
    piece.conversion = conversion;
    const int wanted = width.empty() ? 0 : std::stoi(width);
    if (!left && wanted > 0) piece.spec = ">";
    if (wanted > 0) piece.spec += std::to_string(wanted);
    if (has_precision)
      piece.spec += "." + std::to_string(precision.empty() ? 0 : std::stoi(precision));
    pieces.emplace_back();
  }
  return pieces;
}

// The pieces of "..." % (a, b) when it has only plain conversions, one for each item.
std::optional<std::vector<FormatPiece>> format_pieces(Folder& folder, const syntax::BinOp* expr) {
  if (expr->op != syntax::Operator::kMod) return std::nullopt;
  const auto* arguments = syntax::try_as<syntax::Tuple>(expr->right);
  if (arguments == nullptr || folder.constant_of(arguments) != nullptr) return std::nullopt;
  const Constant* left = folder.constant_of(expr->left);
  const auto* format = left == nullptr ? nullptr : std::get_if<std::string>(&left->value);
  if (format == nullptr) return std::nullopt;
  for (const syntax::Expr* element : arguments->elts)
    if (element->kind == NodeKind::kStarred) return std::nullopt;
  std::optional<std::vector<FormatPiece>> pieces = read_format(*format);
  if (pieces && pieces->size() != arguments->elts.size() + 1) return std::nullopt;
  return pieces;
}

}  // namespace

bool Compiler::is_format_operation(const syntax::BinOp* expr) {
  return format_pieces(folder_, expr).has_value();
}

// "..." % (a, b) with plain conversions is an f-string from the start. False when it is not of that
// form.
bool Compiler::format_operation(const syntax::BinOp* expr) {
  const std::optional<std::vector<FormatPiece>> pieces = format_pieces(folder_, expr);
  if (!pieces) return false;
  const auto* arguments = as<syntax::Tuple>(expr->right);
  const Location location = location_of(expr);
  std::size_t count = 0;
  for (const FormatPiece& piece : *pieces)
    count += (piece.text.empty() ? 0u : 1u) + (piece.conversion != 0 ? 1u : 0u);
  const bool big = count > kStackUseGuideline;
  if (big) {
    emit_constant(Constant{std::string()}, location);
    emit(Op::LOAD_ATTR, unit().names.add("join") << 1 | 1, location);
    emit(Op::BUILD_LIST, 0, location);
  }
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    const FormatPiece& piece = (*pieces)[i];
    if (!piece.text.empty()) {
      // CPython's rewriting gives these pieces no place.
      emit_constant(Constant{piece.text}, kNoLocation);
      if (big) emit(Op::LIST_APPEND, 1, location);
    }
    if (piece.conversion == 0) continue;
    const Location at = location_of(arguments->elts[i]);
    expression(arguments->elts[i]);
    emit(Op::CONVERT_VALUE, piece.conversion == 's' ? 1 : piece.conversion == 'r' ? 2 : 3, at);
    if (!piece.spec.empty()) {
      emit_constant(Constant{piece.spec}, at);
      emit(Op::FORMAT_WITH_SPEC, at);
    } else {
      emit(Op::FORMAT_SIMPLE, at);
    }
    if (big) emit(Op::LIST_APPEND, 1, location);
  }
  if (big)
    emit(Op::CALL, 1, location);
  else if (count > 1)
    emit(Op::BUILD_STRING, count, location);
  return true;
}

}  // namespace simul::compiler

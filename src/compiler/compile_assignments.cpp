// compile_assignments.cpp - plain, augmented and annotated assignments, and unpacking.
#include "compiler/compiler.hpp"
#include "compiler/unparse.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::NodeKind;

bool is_two_element_slice(const syntax::Expr* slice) {
  const auto* parts = syntax::try_as<syntax::Slice>(slice);
  return parts != nullptr && parts->step == nullptr;
}

// Numbers of BINARY_OP by asdl's operator; the in-place forms follow 13 further.
int binary_index(syntax::Operator op) {
  using syntax::Operator;
  switch (op) {
    case Operator::kAdd: return 0;
    case Operator::kBitAnd: return 1;
    case Operator::kFloorDiv: return 2;
    case Operator::kLShift: return 3;
    case Operator::kMatMult: return 4;
    case Operator::kMult: return 5;
    case Operator::kMod: return 6;
    case Operator::kBitOr: return 7;
    case Operator::kPow: return 8;
    case Operator::kRShift: return 9;
    case Operator::kSub: return 10;
    case Operator::kDiv: return 11;
    case Operator::kBitXor: return 12;
  }
  return 0;
}

Location attribute_location(Location location, const syntax::Attribute* attribute) {
  // A chain over several lines is told apart by the line of the name.
  if (location.line != attribute->end_lineno) {
    location.line = attribute->end_lineno;
    const int length = static_cast<int>(attribute->attr.size());
    if (length <= attribute->end_col_offset) location.col = attribute->end_col_offset - length;
  }
  return location;
}

void Compiler::assign(const syntax::Assign* stmt) {
  expression(stmt->value);
  const Location location = location_of(stmt);
  for (std::size_t i = 0; i < stmt->targets.size(); ++i) {
    if (i + 1 < stmt->targets.size()) emit(Op::COPY, 1, location);
    expression(stmt->targets[i]);
  }
}

void Compiler::augmented_assign(const syntax::AugAssign* stmt) {
  const syntax::Expr* target = stmt->target;
  Location location = location_of(target);
  const auto* attribute = syntax::try_as<syntax::Attribute>(target);
  const auto* subscript = syntax::try_as<syntax::Subscript>(target);
  const auto* name = syntax::try_as<syntax::Name>(target);
  const bool two_element = subscript != nullptr && is_two_element_slice(subscript->slice);
  if (attribute != nullptr) {
    expression(attribute->value);
    emit(Op::COPY, 1, location);
    location = attribute_location(location, attribute);
    emit(Op::LOAD_ATTR, unit().names.add(mangled(attribute->attr)) << 1, location);
  } else if (subscript != nullptr) {
    expression(subscript->value);
    if (two_element) {
      slice_parts(as<syntax::Slice>(subscript->slice));
      for (int i = 0; i < 3; ++i) emit(Op::COPY, 3, location);
      emit(Op::BINARY_SLICE, location);
    } else {
      expression(subscript->slice);
      emit(Op::COPY, 2, location);
      emit(Op::COPY, 2, location);
      emit(Op::BINARY_SUBSCR, location);
    }
  } else if (name != nullptr) {
    load_name(name->id, location);
  }
  expression(stmt->value);
  emit(Op::BINARY_OP, binary_index(stmt->op) + 13, location_of(stmt));
  location = location_of(target);
  if (attribute != nullptr) {
    location = attribute_location(location, attribute);
    emit(Op::SWAP, 2, location);
    if (check_name(attribute->attr, syntax::ExprContext::kStore, location))
      emit_name(Op::STORE_ATTR, attribute->attr, location);
  } else if (two_element) {
    emit(Op::SWAP, 4, location);
    emit(Op::SWAP, 3, location);
    emit(Op::SWAP, 2, location);
    emit(Op::STORE_SLICE, location);
  } else if (subscript != nullptr) {
    emit(Op::SWAP, 3, location);
    emit(Op::SWAP, 2, location);
    emit(Op::STORE_SUBSCR, location);
  } else if (name != nullptr) {
    store_name(name->id, location);
  }
}

void Compiler::evaluate_and_drop(const syntax::Expr* expr) {
  expression(expr);
  emit(Op::POP_TOP, location_of(expr));
}

void Compiler::check_subscript_annotation(const syntax::Expr* slice) {
  if (const auto* parts = syntax::try_as<syntax::Slice>(slice)) {
    if (parts->lower != nullptr) evaluate_and_drop(parts->lower);
    if (parts->upper != nullptr) evaluate_and_drop(parts->upper);
    if (parts->step != nullptr) evaluate_and_drop(parts->step);
  } else if (const auto* tuple = syntax::try_as<syntax::Tuple>(slice)) {
    for (const syntax::Expr* element : tuple->elts) check_subscript_annotation(element);
  } else {
    evaluate_and_drop(slice);
  }
}

void Compiler::annotation_value(const syntax::Expr* annotation) {
  if (future_annotations_)
    emit_constant(Constant{unparse(annotation)}, location_of(annotation));
  else
    expression(annotation);
}

void Compiler::annotated_assign(const syntax::AnnAssign* stmt) {
  const Location location = location_of(stmt);
  if (stmt->value != nullptr) {
    expression(stmt->value);
    expression(stmt->target);
  }
  const bool in_body = unit().kind == UnitKind::kModule || unit().kind == UnitKind::kClass;
  switch (stmt->target->kind) {
    case NodeKind::kName: {
      const syntax::Identifier name = as<syntax::Name>(stmt->target)->id;
      if (!check_name(name, syntax::ExprContext::kStore, location)) return;
      if (stmt->simple != 0 && in_body) {
        annotation_value(stmt->annotation);
        emit(Op::LOAD_NAME, unit().names.add("__annotations__"), location);
        emit_constant(Constant{mangled(name)}, location);
        emit(Op::STORE_SUBSCR, location);
      }
      break;
    }
    case NodeKind::kAttribute:
      if (!check_name(
              as<syntax::Attribute>(stmt->target)->attr, syntax::ExprContext::kStore, location))
        return;
      if (stmt->value == nullptr) evaluate_and_drop(as<syntax::Attribute>(stmt->target)->value);
      break;
    case NodeKind::kSubscript:
      if (stmt->value == nullptr) {
        evaluate_and_drop(as<syntax::Subscript>(stmt->target)->value);
        check_subscript_annotation(as<syntax::Subscript>(stmt->target)->slice);
      }
      break;
    default: break;
  }
  if (stmt->simple == 0 && !future_annotations_ && in_body) evaluate_and_drop(stmt->annotation);
}

void Compiler::unpack_targets(std::span<syntax::Expr* const> targets, const Location& location) {
  const std::size_t count = targets.size();
  bool starred = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (targets[i]->kind != NodeKind::kStarred) continue;
    if (starred) return fail(location, "multiple starred expressions in assignment");
    if (i >= 256 || count - i - 1 >= (1u << 15))
      return fail(location, "too many expressions in star-unpacking assignment");
    emit(Op::UNPACK_EX, i + ((count - i - 1) << 8), location);
    starred = true;
  }
  if (!starred) emit(Op::UNPACK_SEQUENCE, count, location);
  for (const syntax::Expr* target : targets) {
    const auto* star = syntax::try_as<syntax::Starred>(target);
    expression(star != nullptr ? star->value : target);
  }
}

}  // namespace simul::compiler

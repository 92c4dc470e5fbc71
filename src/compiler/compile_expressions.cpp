// compile_expressions.cpp - operators, conditions, attributes, subscripts, and what suspends.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::ExprContext;
using syntax::NodeKind;

namespace {

constexpr int kAsyncGenWrap = 4;
constexpr int kUnaryPositive = 5;
constexpr int kResumeAfterYield = 1;
constexpr int kResumeAfterYieldFrom = 2;
constexpr int kResumeAfterAwait = 3;

Op by_context(ExprContext context, Op load, Op store, Op del) {
  return context == ExprContext::kLoad ? load : context == ExprContext::kStore ? store : del;
}

}  // namespace

void Compiler::expressions(std::span<syntax::Expr* const> list) {
  for (const syntax::Expr* expr : list) expression(expr);
}

void Compiler::expression(const syntax::Expr* expr) {
  if (error_) return;
  const Location location = location_of(expr);
  if (const Constant* constant = folder_.constant_of(expr)) {
    emit_constant(*constant, location);
    return;
  }
  switch (expr->kind) {
    case NodeKind::kBoolOp: bool_operation(as<syntax::BoolOp>(expr)); break;
    case NodeKind::kNamedExpr:
      expression(as<syntax::NamedExpr>(expr)->value);
      emit(Op::COPY, 1, location);
      expression(as<syntax::NamedExpr>(expr)->target);
      break;
    case NodeKind::kBinOp: binary_operation(as<syntax::BinOp>(expr)); break;
    case NodeKind::kUnaryOp: unary_operation(as<syntax::UnaryOp>(expr)); break;
    case NodeKind::kLambda: lambda(as<syntax::Lambda>(expr)); break;
    case NodeKind::kIfExp: conditional(as<syntax::IfExp>(expr)); break;
    case NodeKind::kDict: dict_display(as<syntax::Dict>(expr)); break;
    case NodeKind::kSet:
      unpack_into(as<syntax::Set>(expr)->elts,
                  0,
                  Op::BUILD_SET,
                  Op::SET_ADD,
                  Op::SET_UPDATE,
                  false,
                  location);
      break;
    case NodeKind::kListComp: {
      const auto* comp = as<syntax::ListComp>(expr);
      comprehension({expr, ComprehensionKind::kList, comp->generators, comp->elt, nullptr});
      break;
    }
    case NodeKind::kSetComp: {
      const auto* comp = as<syntax::SetComp>(expr);
      comprehension({expr, ComprehensionKind::kSet, comp->generators, comp->elt, nullptr});
      break;
    }
    case NodeKind::kDictComp: {
      const auto* comp = as<syntax::DictComp>(expr);
      comprehension({expr, ComprehensionKind::kDict, comp->generators, comp->key, comp->value});
      break;
    }
    case NodeKind::kGeneratorExp: {
      const auto* comp = as<syntax::GeneratorExp>(expr);
      comprehension({expr, ComprehensionKind::kGenerator, comp->generators, comp->elt, nullptr});
      break;
    }
    case NodeKind::kYield: yield_expression(as<syntax::Yield>(expr)); break;
    case NodeKind::kYieldFrom: yield_from(as<syntax::YieldFrom>(expr)); break;
    case NodeKind::kAwait: await_expression(as<syntax::Await>(expr)); break;
    case NodeKind::kCompare: comparison(as<syntax::Compare>(expr)); break;
    case NodeKind::kCall: call(as<syntax::Call>(expr)); break;
    case NodeKind::kJoinedStr: joined_string(as<syntax::JoinedStr>(expr)); break;
    case NodeKind::kFormattedValue: formatted_value(as<syntax::FormattedValue>(expr)); break;
    case NodeKind::kAttribute: attribute(as<syntax::Attribute>(expr)); break;
    case NodeKind::kSubscript: subscript(as<syntax::Subscript>(expr)); break;
    case NodeKind::kStarred:
      fail(location,
           as<syntax::Starred>(expr)->ctx == ExprContext::kStore
               ? "starred assignment target must be in a list or tuple"
               : "can't use starred expression here");
      break;
    case NodeKind::kSlice:
      emit(Op::BUILD_SLICE, slice_parts(as<syntax::Slice>(expr)), location);
      break;
    case NodeKind::kName:
      name_operation(as<syntax::Name>(expr)->id, as<syntax::Name>(expr)->ctx, location);
      break;
    case NodeKind::kList:
    case NodeKind::kTuple: {
      const bool tuple = expr->kind == NodeKind::kTuple;
      const std::span<syntax::Expr* const> elements =
          tuple ? as<syntax::Tuple>(expr)->elts : as<syntax::List>(expr)->elts;
      const ExprContext context =
          tuple ? as<syntax::Tuple>(expr)->ctx : as<syntax::List>(expr)->ctx;
      if (context == ExprContext::kStore)
        unpack_targets(elements, location);
      else if (context == ExprContext::kLoad)
        unpack_into(elements, 0, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, tuple, location);
      else
        expressions(elements);
      break;
    }
    default: break;
  }
}

// a + b + c + ... leans left; the spine is walked in a loop so that its length does not matter.
void Compiler::binary_operation(const syntax::BinOp* expr) {
  std::vector<const syntax::BinOp*> spine;
  const syntax::Expr* left = expr;
  while (left->kind == NodeKind::kBinOp && folder_.constant_of(left) == nullptr) {
    const auto* operation = as<syntax::BinOp>(left);
    if (format_operation(operation)) break;
    spine.push_back(operation);
    left = operation->left;
  }
  if (left->kind != NodeKind::kBinOp || folder_.constant_of(left) != nullptr) expression(left);
  for (auto operation = spine.rbegin(); operation != spine.rend(); ++operation) {
    expression((*operation)->right);
    emit(Op::BINARY_OP, binary_index((*operation)->op), location_of(*operation));
  }
}

void Compiler::bool_operation(const syntax::BoolOp* expr) {
  const Location location = location_of(expr);
  const Op jump =
      expr->op == syntax::BoolOperator::kAnd ? Op::POP_JUMP_IF_FALSE : Op::POP_JUMP_IF_TRUE;
  const Label end = new_label();
  for (const syntax::Expr* value : expr->values.first(expr->values.size() - 1)) {
    expression(value);
    emit(Op::COPY, 1, location);
    emit(Op::TO_BOOL, location);
    emit_jump(jump, end, location);
    emit(Op::POP_TOP, location);
  }
  expression(expr->values.back());
  use(end);
}

void Compiler::unary_operation(const syntax::UnaryOp* expr) {
  using syntax::UnaryOperator;
  const Location location = location_of(expr);
  if (expr->op == UnaryOperator::kNot) {
    // `not a is b` is `a is not b` from the start.
    const auto* compare = syntax::try_as<syntax::Compare>(expr->operand);
    if (compare != nullptr && compare->ops.size() == 1) {
      std::optional<syntax::CmpOp> inverted;
      switch (compare->ops[0]) {
        case syntax::CmpOp::kIs: inverted = syntax::CmpOp::kIsNot; break;
        case syntax::CmpOp::kIsNot: inverted = syntax::CmpOp::kIs; break;
        case syntax::CmpOp::kIn: inverted = syntax::CmpOp::kNotIn; break;
        case syntax::CmpOp::kNotIn: inverted = syntax::CmpOp::kIn; break;
        default: break;
      }
      if (inverted) {
        check_identity(compare, inverted);
        expression(compare->left);
        comparison_operand(compare, 0);
        emit_comparison(*inverted, location_of(compare));
        return;
      }
    }
  }
  expression(expr->operand);
  switch (expr->op) {
    case UnaryOperator::kNot:
      emit(Op::TO_BOOL, location);
      emit(Op::UNARY_NOT, location);
      break;
    case UnaryOperator::kUSub: emit(Op::UNARY_NEGATIVE, location); break;
    case UnaryOperator::kInvert: emit(Op::UNARY_INVERT, location); break;
    case UnaryOperator::kUAdd: emit(Op::CALL_INTRINSIC_1, kUnaryPositive, location); break;
  }
}

void Compiler::conditional(const syntax::IfExp* expr) {
  const Label end = new_label();
  const Label next = new_label();
  jump_if(expr->test, next, false);
  expression(expr->body);
  emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
  use(next);
  expression(expr->orelse);
  use(end);
}

void Compiler::emit_comparison(syntax::CmpOp op, const Location& location) {
  using syntax::CmpOp;
  // The low bits are the mask by which CPython's specialised forms test the result.
  switch (op) {
    case CmpOp::kLt: emit(Op::COMPARE_OP, 0 << 5 | 2, location); break;
    case CmpOp::kLtE: emit(Op::COMPARE_OP, 1 << 5 | 10, location); break;
    case CmpOp::kEq: emit(Op::COMPARE_OP, 2 << 5 | 8, location); break;
    case CmpOp::kNotEq: emit(Op::COMPARE_OP, 3 << 5 | 7, location); break;
    case CmpOp::kGt: emit(Op::COMPARE_OP, 4 << 5 | 4, location); break;
    case CmpOp::kGtE: emit(Op::COMPARE_OP, 5 << 5 | 12, location); break;
    case CmpOp::kIs: emit(Op::IS_OP, 0, location); break;
    case CmpOp::kIsNot: emit(Op::IS_OP, 1, location); break;
    case CmpOp::kIn: emit(Op::CONTAINS_OP, 0, location); break;
    case CmpOp::kNotIn: emit(Op::CONTAINS_OP, 1, location); break;
  }
}

// `x in [1, 2]` tests a constant tuple, `x in {1, 2}` a constant frozenset; only for the last
// operand.
void Compiler::comparison_operand(const syntax::Compare* expr, std::size_t index) {
  const bool contains =
      expr->ops[index] == syntax::CmpOp::kIn || expr->ops[index] == syntax::CmpOp::kNotIn;
  if (contains && index + 1 == expr->ops.size())
    iterable(expr->comparators[index]);
  else
    expression(expr->comparators[index]);
}

void Compiler::comparison(const syntax::Compare* expr) {
  const Location location = location_of(expr);
  const std::size_t last = expr->ops.size() - 1;
  check_identity(expr);
  expression(expr->left);
  if (last == 0) {
    comparison_operand(expr, 0);
    emit_comparison(expr->ops[0], location);
    return;
  }
  const Label cleanup = new_label();
  for (std::size_t i = 0; i < last; ++i) {
    comparison_operand(expr, i);
    emit(Op::SWAP, 2, location);
    emit(Op::COPY, 2, location);
    emit_comparison(expr->ops[i], location);
    emit(Op::COPY, 1, location);
    emit(Op::TO_BOOL, location);
    emit_jump(Op::POP_JUMP_IF_FALSE, cleanup, location);
    emit(Op::POP_TOP, location);
  }
  comparison_operand(expr, last);
  emit_comparison(expr->ops[last], location);
  const Label end = new_label();
  emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
  use(cleanup);
  emit(Op::SWAP, 2, location);
  emit(Op::POP_TOP, location);
  use(end);
}

// Goes to `target` when the truth of `expr` is `condition`, else on.
void Compiler::jump_if(const syntax::Expr* expr, Label target, bool condition) {
  if (error_) return;
  const Location location = location_of(expr);
  if (folder_.constant_of(expr) == nullptr) switch (expr->kind) {
      case NodeKind::kUnaryOp: {
        const auto* operation = as<syntax::UnaryOp>(expr);
        if (operation->op != syntax::UnaryOperator::kNot) break;
        const auto* compare = syntax::try_as<syntax::Compare>(operation->operand);
        // The inverted tests of unary_operation() are comparisons of their own.
        if (compare != nullptr && compare->ops.size() == 1 &&
            compare->ops[0] >= syntax::CmpOp::kIs) {
          expression(expr);
          emit(Op::TO_BOOL, location_of(compare));
          emit_jump(condition ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE,
                    target,
                    location_of(compare));
          return;
        }
        return jump_if(operation->operand, target, !condition);
      }
      case NodeKind::kBoolOp: {
        const auto* operation = as<syntax::BoolOp>(expr);
        const bool inner = operation->op == syntax::BoolOperator::kOr;
        const Label inner_target = inner != condition ? new_label() : target;
        for (const syntax::Expr* value : operation->values.first(operation->values.size() - 1))
          jump_if(value, inner_target, inner);
        jump_if(operation->values.back(), target, condition);
        if (inner_target != target) use(inner_target);
        return;
      }
      case NodeKind::kIfExp: {
        const auto* choice = as<syntax::IfExp>(expr);
        const Label end = new_label();
        const Label next = new_label();
        jump_if(choice->test, next, false);
        jump_if(choice->body, target, condition);
        emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
        use(next);
        jump_if(choice->orelse, target, condition);
        use(end);
        return;
      }
      case NodeKind::kCompare: {
        const auto* compare = as<syntax::Compare>(expr);
        const std::size_t last = compare->ops.size() - 1;
        if (last == 0) break;
        check_identity(compare);
        const Label cleanup = new_label();
        expression(compare->left);
        for (std::size_t i = 0; i < last; ++i) {
          comparison_operand(compare, i);
          emit(Op::SWAP, 2, location);
          emit(Op::COPY, 2, location);
          emit_comparison(compare->ops[i], location);
          emit(Op::TO_BOOL, location);
          emit_jump(Op::POP_JUMP_IF_FALSE, cleanup, location);
        }
        comparison_operand(compare, last);
        emit_comparison(compare->ops[last], location);
        emit(Op::TO_BOOL, location);
        emit_jump(condition ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target, location);
        const Label end = new_label();
        emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
        use(cleanup);
        emit(Op::POP_TOP, location);
        if (!condition) emit_jump(Op::JUMP_NO_INTERRUPT, target, kNoLocation);
        use(end);
        return;
      }
      default: break;
    }
  expression(expr);
  emit(Op::TO_BOOL, location);
  emit_jump(condition ? Op::POP_JUMP_IF_TRUE : Op::POP_JUMP_IF_FALSE, target, location);
}

// Classes list the attributes that their methods set on self.
void Compiler::note_static_attribute(const syntax::Attribute* expr) {
  const auto* self = syntax::try_as<syntax::Name>(expr->value);
  if (self == nullptr || expr->ctx != ExprContext::kStore || self->id != "self") return;
  for (std::size_t i = units_.size() - 1; i-- > 0;)
    if (units_[i]->kind == UnitKind::kClass) {
      units_[i]->static_attributes.insert(std::string(expr->attr));
      return;
    }
}

void Compiler::attribute(const syntax::Attribute* expr) {
  Location location = location_of(expr);
  if (is_super_access(expr)) {
    const auto* super_call = as<syntax::Call>(expr->value);
    super_arguments(super_call);
    const int flags = super_call->args.empty() ? 0 : 2;
    emit(Op::LOAD_SUPER_ATTR, unit().names.add(mangled(expr->attr)) << 2 | flags, location);
    emit(Op::NOP, attribute_location(location, expr));
    return;
  }
  note_static_attribute(expr);
  expression(expr->value);
  location = attribute_location(location, expr);
  if (expr->ctx == ExprContext::kLoad) {
    emit(Op::LOAD_ATTR, unit().names.add(mangled(expr->attr)) << 1, location);
    return;
  }
  if (!check_name(expr->attr, expr->ctx, location_of(expr))) return;
  emit_name(
      by_context(expr->ctx, Op::LOAD_ATTR, Op::STORE_ATTR, Op::DELETE_ATTR), expr->attr, location);
}

void Compiler::subscript(const syntax::Subscript* expr) {
  const Location location = location_of(expr);
  if (expr->ctx == ExprContext::kLoad) check_subscript(expr);
  expression(expr->value);
  if (is_two_element_slice(expr->slice) && expr->ctx != ExprContext::kDel) {
    slice_parts(as<syntax::Slice>(expr->slice));
    emit(expr->ctx == ExprContext::kLoad ? Op::BINARY_SLICE : Op::STORE_SLICE, location);
    return;
  }
  expression(expr->slice);
  emit(by_context(expr->ctx, Op::BINARY_SUBSCR, Op::STORE_SUBSCR, Op::DELETE_SUBSCR), location);
}

int Compiler::slice_parts(const syntax::Slice* expr) {
  const auto part = [&](const syntax::Expr* value) {
    if (value != nullptr)
      expression(value);
    else
      emit_none(location_of(expr));
  };
  part(expr->lower);
  part(expr->upper);
  if (expr->step == nullptr) return 2;
  expression(expr->step);
  return 3;
}

void Compiler::await_like(Op prepare, int arg, AwaitKind kind, const Location& location) {
  emit(prepare, arg, location);
  emit_none(location);
  yield_from_loop(kind, location);
}

// Sends on what is sent here until the inner one returns.
void Compiler::yield_from_loop(AwaitKind kind, const Location& location) {
  const Label send = new_label();
  const Label fail_label = new_label();
  const Label exit = new_label();
  use(send);
  emit_jump(Op::SEND, exit, location);
  emit_jump(Op::SETUP_FINALLY, fail_label, location);
  emit(Op::YIELD_VALUE, 1, location);
  emit(Op::POP_BLOCK, kNoLocation);
  emit(Op::RESUME, kind == AwaitKind::kAwait ? kResumeAfterAwait : kResumeAfterYieldFrom, location);
  emit_jump(Op::JUMP_NO_INTERRUPT, send, location);
  use(fail_label);
  emit(Op::CLEANUP_THROW, location);
  use(exit);
  emit(Op::END_SEND, location);
}

void Compiler::emit_yield(const Location& location) {
  if (unit().scope.generator && unit().scope.coroutine)
    emit(Op::CALL_INTRINSIC_1, kAsyncGenWrap, location);
  emit(Op::YIELD_VALUE, 0, location);
  emit(Op::RESUME, kResumeAfterYield, location);
}

void Compiler::yield_expression(const syntax::Yield* expr) {
  const Location location = location_of(expr);
  if (!unit().scope.is_function()) return fail(location, "'yield' outside function");
  if (expr->value != nullptr)
    expression(expr->value);
  else
    emit_none(location);
  emit_yield(location);
}

void Compiler::yield_from(const syntax::YieldFrom* expr) {
  const Location location = location_of(expr);
  if (!unit().scope.is_function()) return fail(location, "'yield from' outside function");
  if (unit().kind == UnitKind::kAsyncFunction)
    return fail(location, "'yield from' inside async function");
  expression(expr->value);
  await_like(Op::GET_YIELD_FROM_ITER, 0, AwaitKind::kYieldFrom, location);
}

void Compiler::await_expression(const syntax::Await* expr) {
  const Location location = location_of(expr);
  if (!unit().scope.is_function()) return fail(location, "'await' outside function");
  if (unit().kind != UnitKind::kAsyncFunction && unit().kind != UnitKind::kComprehension)
    return fail(location, "'await' outside async function");
  expression(expr->value);
  await_like(Op::GET_AWAITABLE, 0, AwaitKind::kAwait, location);
}

}  // namespace simul::compiler

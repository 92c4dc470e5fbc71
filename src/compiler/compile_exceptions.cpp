// compile_exceptions.cpp - try in its three forms, and with.
#include "compiler/compiler.hpp"

namespace simul::compiler {

void Compiler::forget_name(const std::string& name) {
  emit_none(kNoLocation);
  store_name(name, kNoLocation);
  delete_name(name, kNoLocation);
}

// The body of `finally` is written twice: for the way through, and for an exception. A statement
// that leaves the try block writes it once more.
void Compiler::try_finally(const syntax::TryBase* stmt) {
  const Location location = location_of(stmt);
  const Label start = new_label();
  const Label end = new_label();
  const Label exit = new_label();
  const Label cleanup = new_label();
  emit_jump(Op::SETUP_FINALLY, end, location);
  use(start);
  push_block({.kind = BlockKind::kFinallyTry,
              .start = start,
              .exit = end,
              .location = location,
              .finally_body = stmt->finalbody});
  if (stmt->handlers.empty())
    statements(stmt->body);
  else if (stmt->kind == syntax::NodeKind::kTryStar)
    try_star(stmt);
  else
    try_except(stmt);
  emit(Op::POP_BLOCK, kNoLocation);
  pop_block();
  statements(stmt->finalbody);
  emit_jump(Op::JUMP_NO_INTERRUPT, exit, kNoLocation);

  use(end);
  push_block({.kind = BlockKind::kFinallyEnd, .start = end, .location = kNoLocation});
  emit_jump(Op::SETUP_CLEANUP, cleanup, kNoLocation);
  emit(Op::PUSH_EXC_INFO, kNoLocation);
  statements(stmt->finalbody);
  pop_block();
  emit(Op::RERAISE, 0, kNoLocation);
  use(cleanup);
  pop_except_and_reraise(kNoLocation);
  use(exit);
}

void Compiler::try_except(const syntax::TryBase* stmt) {
  const Location location = location_of(stmt);
  const Label start = new_label();
  Label except = new_label();
  const Label end = new_label();
  const Label cleanup = new_label();
  emit_jump(Op::SETUP_FINALLY, except, location);
  use(start);
  push_block({.kind = BlockKind::kTryExcept, .start = start, .location = location});
  statements(stmt->body);
  pop_block();
  emit(Op::POP_BLOCK, kNoLocation);
  statements(stmt->orelse);
  emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
  use(except);
  emit_jump(Op::SETUP_CLEANUP, cleanup, kNoLocation);
  emit(Op::PUSH_EXC_INFO, kNoLocation);
  push_block({.kind = BlockKind::kExceptionHandler, .location = location});
  for (std::size_t i = 0; i < stmt->handlers.size(); ++i) {
    const syntax::ExceptHandler* handler = stmt->handlers[i];
    const Location at = location_of(handler);
    if (handler->type == nullptr && i + 1 < stmt->handlers.size())
      return fail(at, "default 'except:' must be last");
    except = new_label();
    if (handler->type != nullptr) {
      expression(handler->type);
      emit(Op::CHECK_EXC_MATCH, at);
      emit_jump(Op::POP_JUMP_IF_FALSE, except, at);
    }
    const Label body_start = new_label();
    if (syntax::is_set(handler->name)) {
      const std::string name(handler->name);
      const Label cleanup_end = new_label();
      store_name(name, at);
      emit_jump(Op::SETUP_CLEANUP, cleanup_end, at);
      use(body_start);
      push_block({.kind = BlockKind::kHandlerCleanup,
                  .start = body_start,
                  .location = at,
                  .bound_name = name});
      statements(handler->body);
      pop_block();
      emit(Op::POP_BLOCK, kNoLocation);
      emit(Op::POP_BLOCK, kNoLocation);
      emit(Op::POP_EXCEPT, kNoLocation);
      forget_name(name);
      emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
      use(cleanup_end);
      forget_name(name);
      emit(Op::RERAISE, 1, kNoLocation);
    } else {
      emit(Op::POP_TOP, at);
      use(body_start);
      push_block({.kind = BlockKind::kHandlerCleanup, .start = body_start, .location = at});
      statements(handler->body);
      pop_block();
      emit(Op::POP_BLOCK, kNoLocation);
      emit(Op::POP_EXCEPT, kNoLocation);
      emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
    }
    use(except);
  }
  pop_block();
  emit(Op::RERAISE, 0, kNoLocation);
  use(cleanup);
  pop_except_and_reraise(kNoLocation);
  use(end);
}

// While the handlers run the stack holds the group, the list of what they raised, and what is not
// handled yet.
void Compiler::try_star(const syntax::TryBase* stmt) {
  const Location location = location_of(stmt);
  const Label start = new_label();
  Label except = new_label();
  const Label orelse = new_label();
  const Label end = new_label();
  const Label cleanup = new_label();
  const Label reraise_star = new_label();
  emit_jump(Op::SETUP_FINALLY, except, location);
  use(start);
  push_block({.kind = BlockKind::kTryExcept, .start = start, .location = location});
  statements(stmt->body);
  pop_block();
  emit(Op::POP_BLOCK, kNoLocation);
  emit_jump(Op::JUMP_NO_INTERRUPT, orelse, kNoLocation);
  use(except);
  emit_jump(Op::SETUP_CLEANUP, cleanup, kNoLocation);
  emit(Op::PUSH_EXC_INFO, kNoLocation);
  push_block({.kind = BlockKind::kExceptionGroupHandler, .location = location});
  for (std::size_t i = 0; i < stmt->handlers.size(); ++i) {
    const syntax::ExceptHandler* handler = stmt->handlers[i];
    const Location at = location_of(handler);
    const Label next_except = new_label();
    except = next_except;
    const Label except_with_error = new_label();
    const Label no_match = new_label();
    if (i == 0) {
      emit(Op::BUILD_LIST, 0, at);
      emit(Op::COPY, 2, at);
    }
    if (handler->type != nullptr) {
      expression(handler->type);
      emit(Op::CHECK_EG_MATCH, at);
      emit(Op::COPY, 1, at);
      emit_jump(Op::POP_JUMP_IF_NONE, no_match, at);
    }
    const Label cleanup_end = new_label();
    const Label body_start = new_label();
    const std::string name(syntax::is_set(handler->name) ? handler->name : "");
    if (!name.empty())
      store_name(name, at);
    else
      emit(Op::POP_TOP, at);
    emit_jump(Op::SETUP_CLEANUP, cleanup_end, at);
    use(body_start);
    push_block({.kind = BlockKind::kHandlerCleanup,
                .start = body_start,
                .location = at,
                .bound_name = name});
    statements(handler->body);
    pop_block();
    emit(Op::POP_BLOCK, kNoLocation);
    if (!name.empty()) forget_name(name);
    emit_jump(Op::JUMP_NO_INTERRUPT, except, kNoLocation);
    use(cleanup_end);
    if (!name.empty()) forget_name(name);
    emit(Op::LIST_APPEND, 3, kNoLocation);
    emit(Op::POP_TOP, kNoLocation);
    emit_jump(Op::JUMP_NO_INTERRUPT, except_with_error, kNoLocation);
    use(except);
    emit(Op::NOP, kNoLocation);
    emit_jump(Op::JUMP_NO_INTERRUPT, except_with_error, kNoLocation);
    use(no_match);
    emit(Op::POP_TOP, at);
    use(except_with_error);
    if (i + 1 == stmt->handlers.size()) {
      emit(Op::LIST_APPEND, 1, kNoLocation);
      emit_jump(Op::JUMP_NO_INTERRUPT, reraise_star, kNoLocation);
    }
  }
  pop_block();
  const Label reraise = new_label();
  use(reraise_star);
  emit(Op::CALL_INTRINSIC_2, 1, kNoLocation);
  emit(Op::COPY, 1, kNoLocation);
  emit_jump(Op::POP_JUMP_IF_NOT_NONE, reraise, kNoLocation);
  emit(Op::POP_TOP, kNoLocation);
  emit(Op::POP_BLOCK, kNoLocation);
  emit(Op::POP_EXCEPT, kNoLocation);
  emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
  use(reraise);
  emit(Op::POP_BLOCK, kNoLocation);
  emit(Op::SWAP, 2, kNoLocation);
  emit(Op::POP_EXCEPT, kNoLocation);
  emit(Op::RERAISE, 0, kNoLocation);
  use(cleanup);
  pop_except_and_reraise(kNoLocation);
  use(orelse);
  statements(stmt->orelse);
  use(end);
}

void Compiler::call_exit_with_nones(const Location& location) {
  for (int i = 0; i < 3; ++i) emit_none(location);
  emit(Op::CALL, 2, location);
}

void Compiler::finish_with(Label cleanup) {
  const Label suppress = new_label();
  const Label exit = new_label();
  emit(Op::TO_BOOL, kNoLocation);
  emit_jump(Op::POP_JUMP_IF_TRUE, suppress, kNoLocation);
  emit(Op::RERAISE, 2, kNoLocation);
  use(suppress);
  emit(Op::POP_TOP, kNoLocation);
  emit(Op::POP_BLOCK, kNoLocation);
  emit(Op::POP_EXCEPT, kNoLocation);
  emit(Op::POP_TOP, kNoLocation);
  emit(Op::POP_TOP, kNoLocation);
  emit_jump(Op::JUMP_NO_INTERRUPT, exit, kNoLocation);
  use(cleanup);
  pop_except_and_reraise(kNoLocation);
  use(exit);
}

void Compiler::with_item(const syntax::WithBase* stmt, std::size_t index) {
  const syntax::WithItem* item = stmt->items[index];
  const Location location = location_of(item->context_expr);
  const Label start = new_label();
  const Label final_block = new_label();
  const Label exit = new_label();
  const Label cleanup = new_label();
  expression(item->context_expr);
  emit(Op::BEFORE_WITH, location);
  emit_jump(Op::SETUP_WITH, final_block, location);
  use(start);
  push_block({.kind = BlockKind::kWith, .start = start, .exit = final_block, .location = location});
  if (item->optional_vars != nullptr)
    expression(item->optional_vars);
  else
    emit(Op::POP_TOP, location);
  if (error_) return;
  if (index + 1 == stmt->items.size())
    statements(stmt->body);
  else
    with_item(stmt, index + 1);
  emit(Op::POP_BLOCK, kNoLocation);
  pop_block();
  call_exit_with_nones(location);
  emit(Op::POP_TOP, location);
  emit_jump(Op::JUMP, exit, location);
  use(final_block);
  emit_jump(Op::SETUP_CLEANUP, cleanup, location);
  emit(Op::PUSH_EXC_INFO, location);
  emit(Op::WITH_EXCEPT_START, location);
  finish_with(cleanup);
  use(exit);
}

void Compiler::async_with_item(const syntax::WithBase* stmt, std::size_t index) {
  if (unit().kind != UnitKind::kAsyncFunction)
    return fail(location_of(stmt), "'async with' outside async function");
  const syntax::WithItem* item = stmt->items[index];
  const Location location = location_of(item->context_expr);
  const Label start = new_label();
  const Label final_block = new_label();
  const Label exit = new_label();
  const Label cleanup = new_label();
  expression(item->context_expr);
  emit(Op::BEFORE_ASYNC_WITH, location);
  await_like(Op::GET_AWAITABLE, 1, AwaitKind::kAwait, location);
  emit_jump(Op::SETUP_WITH, final_block, location);
  use(start);
  push_block(
      {.kind = BlockKind::kAsyncWith, .start = start, .exit = final_block, .location = location});
  if (item->optional_vars != nullptr)
    expression(item->optional_vars);
  else
    emit(Op::POP_TOP, location);
  if (error_) return;
  if (index + 1 == stmt->items.size())
    statements(stmt->body);
  else
    async_with_item(stmt, index + 1);
  pop_block();
  emit(Op::POP_BLOCK, location);
  call_exit_with_nones(location);
  await_like(Op::GET_AWAITABLE, 2, AwaitKind::kAwait, location);
  emit(Op::POP_TOP, location);
  emit_jump(Op::JUMP, exit, location);
  use(final_block);
  emit_jump(Op::SETUP_CLEANUP, cleanup, location);
  emit(Op::PUSH_EXC_INFO, location);
  emit(Op::WITH_EXCEPT_START, location);
  await_like(Op::GET_AWAITABLE, 2, AwaitKind::kAwait, location);
  finish_with(cleanup);
  use(exit);
}

}  // namespace simul::compiler

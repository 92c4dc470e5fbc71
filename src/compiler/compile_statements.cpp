// compile_statements.cpp - simple statements, conditions and loops.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::NodeKind;

namespace {

// A program whose `finally` bodies multiply beyond this is not one a person wrote.
constexpr std::size_t kMaxInstructions = 2'000'000;

bool has_annotation(std::span<syntax::Stmt* const> statements);

bool has_annotation(const syntax::Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::kAnnAssign: return true;
    case NodeKind::kFor:
    case NodeKind::kAsyncFor: {
      const auto* loop = static_cast<const syntax::ForBase*>(stmt);
      return has_annotation(loop->body) || has_annotation(loop->orelse);
    }
    case NodeKind::kWhile:
      return has_annotation(as<syntax::While>(stmt)->body) ||
             has_annotation(as<syntax::While>(stmt)->orelse);
    case NodeKind::kIf: {
      // Elif chains may be long.
      const auto* chain = as<syntax::If>(stmt);
      while (chain->orelse.size() == 1 && chain->orelse[0]->kind == NodeKind::kIf) {
        if (has_annotation(chain->body)) return true;
        chain = as<syntax::If>(chain->orelse[0]);
      }
      return has_annotation(chain->body) || has_annotation(chain->orelse);
    }
    case NodeKind::kWith:
    case NodeKind::kAsyncWith:
      return has_annotation(static_cast<const syntax::WithBase*>(stmt)->body);
    case NodeKind::kMatch:
      for (const syntax::MatchCase* match_case : as<syntax::Match>(stmt)->cases)
        if (has_annotation(match_case->body)) return true;
      return false;
    case NodeKind::kTry:
    case NodeKind::kTryStar: {
      const auto* attempt = static_cast<const syntax::TryBase*>(stmt);
      for (const syntax::ExceptHandler* handler : attempt->handlers)
        if (has_annotation(handler->body)) return true;
      return has_annotation(attempt->body) || has_annotation(attempt->finalbody) ||
             has_annotation(attempt->orelse);
    }
    default: return false;
  }
}

bool has_annotation(std::span<syntax::Stmt* const> statements) {
  for (const syntax::Stmt* stmt : statements)
    if (has_annotation(stmt)) return true;
  return false;
}

const syntax::Constant* docstring_of(std::span<syntax::Stmt* const> body) {
  if (body.empty()) return nullptr;
  const auto* stmt = syntax::try_as<syntax::ExprStmt>(body[0]);
  if (stmt == nullptr) return nullptr;
  const auto* text = syntax::try_as<syntax::Constant>(stmt->value);
  return text != nullptr && text->constant_kind == syntax::ConstantKind::kStr ? text : nullptr;
}

}  // namespace

// Of a module or class.
void Compiler::body(std::span<syntax::Stmt* const> list, Location location) {
  if (unit().kind == UnitKind::kModule && !list.empty()) location = location_of(list[0]);
  if (has_annotation(list)) emit(Op::SETUP_ANNOTATIONS, location);
  if (list.empty()) return;
  if (const syntax::Constant* doc = docstring_of(list)) {
    unit().docstring = clean_docstring(doc->text);
    unit().has_docstring = true;
    emit_constant(string_constant(unit().docstring), location_of(doc));
    store_name("__doc__", kNoLocation);
    list = list.subspan(1);
  }
  statements(list);
}

void Compiler::statements(std::span<syntax::Stmt* const> list) {
  for (const syntax::Stmt* stmt : list) {
    if (error_) return;
    statement(stmt);
  }
}

void Compiler::statement(const syntax::Stmt* stmt) {
  if (error_) return;
  const Location location = location_of(stmt);
  if (unit().sequence.instructions.size() > kMaxInstructions) {
    fail(location, "too many instructions: nested finally blocks are copied for each way out");
    if (error_) error_->type = "MemoryError";
    return;
  }
  switch (stmt->kind) {
    case NodeKind::kFunctionDef: function(as<syntax::FunctionDef>(stmt), false); break;
    case NodeKind::kAsyncFunctionDef: function(as<syntax::AsyncFunctionDef>(stmt), true); break;
    case NodeKind::kClassDef: class_definition(as<syntax::ClassDef>(stmt)); break;
    case NodeKind::kReturn: return_statement(as<syntax::Return>(stmt)); break;
    case NodeKind::kDelete: expressions(as<syntax::Delete>(stmt)->targets); break;
    case NodeKind::kAssign: assign(as<syntax::Assign>(stmt)); break;
    case NodeKind::kTypeAlias: type_alias(syntax::as<syntax::TypeAlias>(stmt)); break;
    case NodeKind::kAugAssign: augmented_assign(as<syntax::AugAssign>(stmt)); break;
    case NodeKind::kAnnAssign: annotated_assign(as<syntax::AnnAssign>(stmt)); break;
    case NodeKind::kFor: for_loop(as<syntax::For>(stmt)); break;
    case NodeKind::kAsyncFor: async_for_loop(as<syntax::AsyncFor>(stmt)); break;
    case NodeKind::kWhile: while_loop(as<syntax::While>(stmt)); break;
    case NodeKind::kIf: if_statement(as<syntax::If>(stmt)); break;
    case NodeKind::kWith: with_item(as<syntax::With>(stmt), 0); break;
    case NodeKind::kAsyncWith: async_with_item(as<syntax::AsyncWith>(stmt), 0); break;
    case NodeKind::kMatch: match_statement(as<syntax::Match>(stmt)); break;
    case NodeKind::kRaise: {
      const auto* raise = as<syntax::Raise>(stmt);
      int count = 0;
      if (raise->exc != nullptr) {
        expression(raise->exc);
        ++count;
        if (raise->cause != nullptr) {
          expression(raise->cause);
          ++count;
        }
      }
      emit(Op::RAISE_VARARGS, count, location);
      break;
    }
    case NodeKind::kTry: {
      const auto* attempt = as<syntax::Try>(stmt);
      attempt->finalbody.empty() ? try_except(attempt) : try_finally(attempt);
      break;
    }
    case NodeKind::kTryStar: {
      const auto* attempt = as<syntax::TryStar>(stmt);
      attempt->finalbody.empty() ? try_star(attempt) : try_finally(attempt);
      break;
    }
    case NodeKind::kAssert: assert_statement(as<syntax::Assert>(stmt)); break;
    case NodeKind::kImport: import_statement(as<syntax::Import>(stmt)); break;
    case NodeKind::kImportFrom: import_from(as<syntax::ImportFrom>(stmt)); break;
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal: break;
    case NodeKind::kExpr: expression_statement(as<syntax::ExprStmt>(stmt)); break;
    case NodeKind::kPass: emit(Op::NOP, location); break;
    case NodeKind::kBreak: break_statement(location); break;
    case NodeKind::kContinue: continue_statement(location); break;
    default: break;
  }
}

void Compiler::return_statement(const syntax::Return* stmt) {
  Location location = location_of(stmt);
  const Constant* constant = stmt->value == nullptr ? nullptr : folder_.constant_of(stmt->value);
  const bool preserve_top = stmt->value != nullptr && constant == nullptr;
  if (!unit().scope.is_function()) return fail(location, "'return' outside function");
  if (stmt->value != nullptr && unit().scope.coroutine && unit().scope.generator)
    return fail(location, "'return' with value in async generator");
  if (preserve_top) {
    expression(stmt->value);
  } else if (stmt->value != nullptr) {
    location = location_of(stmt->value);
    emit(Op::NOP, location);
  }
  if (stmt->value == nullptr || stmt->value->lineno != stmt->lineno) {
    location = location_of(stmt);
    emit(Op::NOP, location);
  }
  static_cast<void>(unwind_blocks(location, preserve_top, false));
  if (stmt->value == nullptr)
    emit_none(location);
  else if (!preserve_top)
    emit_constant(*constant, location);
  emit(Op::RETURN_VALUE, location);
}

void Compiler::break_statement(const Location& origin) {
  Location location = origin;
  emit(Op::NOP, location);
  const std::optional<FrameBlock> loop = unwind_blocks(location, false, true);
  if (!loop) return fail(origin, "'break' outside loop");
  unwind_block(location, *loop, false);
  emit_jump(Op::JUMP, loop->exit, location);
}

void Compiler::continue_statement(const Location& origin) {
  Location location = origin;
  emit(Op::NOP, location);
  const std::optional<FrameBlock> loop = unwind_blocks(location, false, true);
  if (!loop) return fail(origin, "'continue' not properly in loop");
  emit_jump(Op::JUMP, loop->start, location);
}

void Compiler::if_statement(const syntax::If* stmt) {
  // The ends of an elif chain are all placed behind its last branch.
  std::vector<Label> ends;
  while (stmt != nullptr && !error_) {
    const Label end = new_label();
    const Label next = stmt->orelse.empty() ? end : new_label();
    ends.push_back(end);
    jump_if(stmt->test, next, false);
    statements(stmt->body);
    if (stmt->orelse.empty()) break;
    emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
    use(next);
    if (stmt->orelse.size() == 1 && stmt->orelse[0]->kind == NodeKind::kIf) {
      stmt = as<syntax::If>(stmt->orelse[0]);
      continue;
    }
    statements(stmt->orelse);
    break;
  }
  for (const Label end : ends) use(end);
}

void Compiler::while_loop(const syntax::While* stmt) {
  const Label loop = new_label();
  const Label body_start = new_label();
  const Label anchor = new_label();
  const Label end = new_label();
  use(loop);
  push_block(
      {.kind = BlockKind::kWhileLoop, .start = loop, .exit = end, .location = location_of(stmt)});
  jump_if(stmt->test, anchor, false);
  use(body_start);
  statements(stmt->body);
  jump_if(stmt->test, body_start, true);
  pop_block();
  use(anchor);
  statements(stmt->orelse);
  use(end);
}

void Compiler::for_loop(const syntax::For* stmt) {
  const Label start = new_label();
  const Label cleanup = new_label();
  const Label end = new_label();
  push_block(
      {.kind = BlockKind::kForLoop, .start = start, .exit = end, .location = location_of(stmt)});
  iterable(stmt->iter);
  const Location location = location_of(stmt->iter);
  emit(Op::GET_ITER, location);
  use(start);
  emit_jump(Op::FOR_ITER, cleanup, location);
  // Keeps the line of a target that stands on a line of its own.
  emit(Op::NOP, location_of(stmt->target));
  expression(stmt->target);
  statements(stmt->body);
  emit_jump(Op::JUMP, start, kNoLocation);
  use(cleanup);
  emit(Op::END_FOR, kNoLocation);
  emit(Op::POP_TOP, kNoLocation);
  pop_block();
  statements(stmt->orelse);
  use(end);
}

void Compiler::async_for_loop(const syntax::AsyncFor* stmt) {
  const Location location = location_of(stmt);
  if (unit().kind != UnitKind::kAsyncFunction)
    return fail(location, "'async for' outside async function");
  const Label start = new_label();
  const Label except = new_label();
  const Label end = new_label();
  expression(stmt->iter);
  emit(Op::GET_AITER, location_of(stmt->iter));
  use(start);
  push_block({.kind = BlockKind::kForLoop, .start = start, .exit = end, .location = location});
  emit_jump(Op::SETUP_FINALLY, except, location);
  emit(Op::GET_ANEXT, location);
  emit_none(location);
  yield_from_loop(AwaitKind::kAwait, location);
  emit(Op::POP_BLOCK, location);
  expression(stmt->target);
  statements(stmt->body);
  emit_jump(Op::JUMP, start, kNoLocation);
  pop_block();
  use(except);
  // The end of the loop belongs to the iterable, not to the body's last line.
  emit(Op::END_ASYNC_FOR, location_of(stmt->iter));
  statements(stmt->orelse);
  use(end);
}

void Compiler::assert_statement(const syntax::Assert* stmt) {
  const Location location = location_of(stmt);
  check_assertion(stmt);
  const Label end = new_label();
  jump_if(stmt->test, end, true);
  emit(Op::LOAD_ASSERTION_ERROR, location);
  if (stmt->msg != nullptr) {
    expression(stmt->msg);
    emit(Op::CALL, 0, location);
  }
  emit(Op::RAISE_VARARGS, 1, location_of(stmt->test));
  use(end);
}

void Compiler::expression_statement(const syntax::ExprStmt* stmt) {
  if (interactive_ && units_.size() == 1) {
    constexpr int kPrint = 1;
    expression(stmt->value);
    emit(Op::CALL_INTRINSIC_1, kPrint, location_of(stmt));
    emit(Op::POP_TOP, kNoLocation);
    return;
  }
  if (folder_.constant_of(stmt->value) != nullptr) {
    emit(Op::NOP, location_of(stmt));
    return;
  }
  expression(stmt->value);
  emit(Op::POP_TOP, kNoLocation);
}

}  // namespace simul::compiler

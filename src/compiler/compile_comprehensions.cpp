// compile_comprehensions.cpp - comprehensions, most of them merged into the code around them (PEP
// 709), and generator expressions, which stay functions.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::NodeKind;

// What must be put back after a comprehension that was merged.
struct Compiler::InlinedState {
  std::vector<std::string> pushed_locals;
  std::vector<std::pair<std::string, Symbol>> outer_symbols;
  std::vector<std::string> hidden;
  Label cleanup;
};

void Compiler::comprehension_iterator(const syntax::Comprehension* generator) {
  iterable(generator->iter);
  emit(generator->is_async ? Op::GET_AITER : Op::GET_ITER, location_of(generator->iter));
}

void Compiler::comprehension(const Comprehended& comp) {
  static constexpr const char* kNames[] = {
      "", "<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>"};
  const Scope& scope = table_.of(comp.node);
  const Location location = location_of(comp.node);
  const bool generator = comp.kind == ComprehensionKind::kGenerator;
  if (scope.coroutine && !generator && unit().kind != UnitKind::kAsyncFunction &&
      unit().kind != UnitKind::kComprehension)
    return fail(location, "asynchronous comprehension outside of an asynchronous function");
  const Op build = comp.kind == ComprehensionKind::kList  ? Op::BUILD_LIST
                   : comp.kind == ComprehensionKind::kSet ? Op::BUILD_SET
                                                          : Op::BUILD_MAP;
  if (scope.inlined) {
    InlinedState state;
    comprehension_iterator(comp.generators[0]);
    push_inlined(scope, state, location);
    emit(build, 0, location);
    emit(Op::SWAP, 2, location);
    comprehension_loop(comp, 0, 0, true);
    pop_inlined(state, location);
    return;
  }
  enter(table_.of(comp.node),
        UnitKind::kComprehension,
        kNames[static_cast<int>(comp.kind)],
        comp.node->lineno);
  unit().arg_count = 1;
  // Where types are written in a class, others than generators are functions too.
  if (!generator) emit(build, 0, location);
  comprehension_loop(comp, 0, 0, false);
  if (generator)
    wrap_in_stop_iteration_handler();
  else
    emit(Op::RETURN_VALUE, location);
  const Code code = leave(true);
  if (error_) return;
  make_closure(code, 0, location);
  comprehension_iterator(comp.generators[0]);
  emit(Op::CALL, 0, location);
}

void Compiler::comprehension_loop(const Comprehended& comp,
                                  std::size_t index,
                                  int depth,
                                  bool iterator_ready) {
  if (error_) return;
  if (comp.generators[index]->is_async)
    async_comprehension_loop(comp, index, depth, iterator_ready);
  else
    sync_comprehension_loop(comp, index, depth, iterator_ready);
}

Location Compiler::comprehension_element(const Comprehended& comp, int depth) {
  const Location location = location_of(comp.element);
  expression(comp.element);
  switch (comp.kind) {
    case ComprehensionKind::kGenerator:
      emit_yield(location);
      emit(Op::POP_TOP, location);
      break;
    case ComprehensionKind::kSet: emit(Op::SET_ADD, depth + 1, location); break;
    case ComprehensionKind::kDict: {
      expression(comp.value);
      const Location both = {.line = comp.element->lineno,
                             .end_line = comp.value->end_lineno,
                             .col = comp.element->col_offset,
                             .end_col = comp.value->end_col_offset};
      emit(Op::MAP_ADD, depth + 1, both);
      return both;
    }
    default: emit(Op::LIST_APPEND, depth + 1, location); break;
  }
  return location;
}

void Compiler::sync_comprehension_loop(const Comprehended& comp,
                                       std::size_t index,
                                       int depth,
                                       bool iterator_ready) {
  const syntax::Comprehension* generator = comp.generators[index];
  const Location location = location_of(comp.node);
  const Label start = new_label();
  const Label if_cleanup = new_label();
  const Label anchor = new_label();
  bool loops = true;
  if (!iterator_ready) {
    if (index == 0) {
      emit(Op::LOAD_FAST, 0, location);
    } else {
      // `for y in [f(x)]` is an assignment, not a loop.
      std::span<syntax::Expr* const> elements;
      if (const auto* list = syntax::try_as<syntax::List>(generator->iter)) elements = list->elts;
      if (const auto* tuple = syntax::try_as<syntax::Tuple>(generator->iter);
          tuple != nullptr && folder_.constant_of(tuple) == nullptr)
        elements = tuple->elts;
      const bool constant_list =
          generator->iter->kind == NodeKind::kList && all_constants(elements).has_value();
      if (elements.size() == 1 && elements[0]->kind != NodeKind::kStarred && !constant_list) {
        expression(elements[0]);
        loops = false;
      } else {
        comprehension_iterator(generator);
      }
    }
  }
  if (loops) {
    ++depth;
    use(start);
    emit_jump(Op::FOR_ITER, anchor, location_of(generator->iter));
  }
  expression(generator->target);
  for (const syntax::Expr* condition : generator->ifs) jump_if(condition, if_cleanup, false);
  Location element_location = location_of(comp.element);
  if (index + 1 < comp.generators.size())
    comprehension_loop(comp, index + 1, depth, false);
  else
    element_location = comprehension_element(comp, depth);
  use(if_cleanup);
  if (loops) {
    emit_jump(Op::JUMP, start, element_location);
    use(anchor);
    emit(Op::END_FOR, kNoLocation);
    emit(Op::POP_TOP, kNoLocation);
  }
}

void Compiler::async_comprehension_loop(const Comprehended& comp,
                                        std::size_t index,
                                        int depth,
                                        bool iterator_ready) {
  const syntax::Comprehension* generator = comp.generators[index];
  const Location location = location_of(comp.node);
  const Label start = new_label();
  const Label except = new_label();
  const Label if_cleanup = new_label();
  if (!iterator_ready) {
    if (index == 0)
      emit(Op::LOAD_FAST, 0, location);
    else
      comprehension_iterator(generator);
  }
  use(start);
  push_block({.kind = BlockKind::kAsyncComprehension, .start = start, .location = location});
  emit_jump(Op::SETUP_FINALLY, except, location);
  emit(Op::GET_ANEXT, location);
  emit_none(location);
  yield_from_loop(AwaitKind::kAwait, location);
  emit(Op::POP_BLOCK, location);
  expression(generator->target);
  for (const syntax::Expr* condition : generator->ifs) jump_if(condition, if_cleanup, false);
  ++depth;
  Location element_location = location_of(comp.element);
  if (index + 1 < comp.generators.size())
    comprehension_loop(comp, index + 1, depth, false);
  else
    element_location = comprehension_element(comp, depth);
  use(if_cleanup);
  emit_jump(Op::JUMP, start, element_location);
  if (!error_) pop_block();
  use(except);
  emit(Op::END_ASYNC_FOR, location);
}

// The comprehension's variables are locals here; what stood in them waits on the stack meanwhile.
void Compiler::push_inlined(const Scope& scope, InlinedState& state, const Location& location) {
  const bool in_class = unit().scope.kind == ScopeKind::kClass && unit().inlined_depth == 0;
  ++unit().inlined_depth;
  for (const auto& [name, symbol] : scope.symbols.items()) {
    const bool bound = (symbol.flags & kDefLocal) != 0 && (symbol.flags & kDefNonlocal) == 0;
    if (!bound && !in_class) {
      // A comprehension before this one may have made a local of what is global here.
      const Symbol* other = unit().scope.is_function() ? unit().scope.symbols.find(name) : nullptr;
      if (other != nullptr && other->scope != symbol.scope &&
          symbol.scope == NameScope::kGlobalImplicit) {
        state.outer_symbols.emplace_back(name, *other);
        unit().scope.symbols[name] = symbol;
      }
      continue;
    }
    // What the class does not pass on is none of the comprehension's names.
    if (in_class && name == "__class__" && symbol.scope == NameScope::kGlobalImplicit) continue;
    if (!unit().scope.is_function()) {
      bool& hidden = unit().fast_hidden[name];
      if (!hidden) {
        hidden = true;
        state.hidden.push_back(name);
      }
    }
    const Symbol* outer = unit().scope.symbols.find(name);
    const NameScope outer_scope = outer == nullptr ? NameScope::kNone : outer->scope;
    const NameScope inner_scope = symbol.scope;
    if ((inner_scope != outer_scope && inner_scope != NameScope::kFree &&
         !(inner_scope == NameScope::kCell && outer_scope == NameScope::kFree)) ||
        in_class) {
      state.outer_symbols.emplace_back(name, outer == nullptr ? Symbol{} : *outer);
      unit().scope.symbols[name] = symbol;
    }
    emit_local(Op::LOAD_FAST_AND_CLEAR, name, location);
    if (inner_scope == NameScope::kCell) emit(Op::MAKE_CELL, closure_index(name), location);
    state.pushed_locals.push_back(name);
  }
  if (state.pushed_locals.empty()) return;
  emit(Op::SWAP, state.pushed_locals.size() + 1, location);
  state.cleanup = new_label();
  emit_jump(Op::SETUP_FINALLY, state.cleanup, location);
}

void Compiler::restore_inlined_locals(const InlinedState& state, const Location& location) {
  emit(Op::SWAP, state.pushed_locals.size() + 1, location);
  for (auto name = state.pushed_locals.rbegin(); name != state.pushed_locals.rend(); ++name)
    emit_local(Op::STORE_FAST_MAYBE_NULL, *name, location);
}

void Compiler::pop_inlined(InlinedState& state, const Location& location) {
  --unit().inlined_depth;
  if (!state.pushed_locals.empty()) {
    const Label end = new_label();
    emit(Op::POP_BLOCK, kNoLocation);
    emit_jump(Op::JUMP_NO_INTERRUPT, end, kNoLocation);
    use(state.cleanup);
    // The unfinished result lies below the exception.
    emit(Op::SWAP, 2, kNoLocation);
    emit(Op::POP_TOP, kNoLocation);
    restore_inlined_locals(state, location);
    emit(Op::RERAISE, 0, kNoLocation);
    use(end);
    restore_inlined_locals(state, location);
  }
  for (const auto& [name, symbol] : state.outer_symbols) unit().scope.symbols[name] = symbol;
  for (const std::string& name : state.hidden) unit().fast_hidden[name] = false;
}

}  // namespace simul::compiler

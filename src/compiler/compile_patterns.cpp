// compile_patterns.cpp - match: CPython 3.13's scheme of captures kept on the stack until a whole
// pattern has matched, and of failure labels that pop exactly what lies there when a part fails.
#include <algorithm>
#include <cmath>

#include "bytecode/constant_key.hpp"
#include "bytecode/disassemble.hpp"
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::is_set;
using syntax::NodeKind;

struct Compiler::PatternContext {
  std::vector<std::string> stores;  // captured names, in the order of their values on the stack
  bool allow_irrefutable = false;
  std::vector<Label> fail_pops;  // by the number of items to pop
  int on_top = 0;                // items on the stack above the captures
};

namespace {

bool is_wildcard(const syntax::Pattern* pattern) {
  const auto* as_pattern = syntax::try_as<syntax::MatchAs>(pattern);
  return as_pattern != nullptr && !is_set(as_pattern->name);
}

bool is_wildcard_star(const syntax::Pattern* pattern) {
  const auto* star = syntax::try_as<syntax::MatchStar>(pattern);
  return star != nullptr && !is_set(star->name);
}

Constant count_constant(std::size_t count) {
  return Constant{static_cast<std::int64_t>(count)};
}

}  // namespace

void Compiler::rotate(int count, const Location& location) {
  for (; count > 1; --count) emit(Op::SWAP, count, location);
}

void Compiler::pattern_fail_jump(Op op, PatternContext& context, const Location& location) {
  const std::size_t pops = static_cast<std::size_t>(context.on_top) + context.stores.size();
  while (context.fail_pops.size() <= pops) context.fail_pops.push_back(new_label());
  emit_jump(op, context.fail_pops[pops], location);
}

void Compiler::pattern_fail_blocks(PatternContext& context, const Location& location) {
  if (context.fail_pops.empty()) return;
  for (std::size_t i = context.fail_pops.size() - 1; i > 0; --i) {
    use(context.fail_pops[i]);
    emit(Op::POP_TOP, location);
  }
  use(context.fail_pops[0]);
  context.fail_pops.clear();
}

void Compiler::pattern_store(std::string_view name,
                             PatternContext& context,
                             const Location& location) {
  if (!is_set(name)) {
    emit(Op::POP_TOP, location);
    return;
  }
  if (!check_name(name, syntax::ExprContext::kStore, location)) return;
  const std::string text(name);
  if (std::find(context.stores.begin(), context.stores.end(), text) != context.stores.end())
    return fail(location, "multiple assignments to name '" + text + "' in pattern");
  rotate(context.on_top + static_cast<int>(context.stores.size()) + 1, location);
  context.stores.push_back(text);
}

void Compiler::match_statement(const syntax::Match* stmt) {
  expression(stmt->subject);
  const Label end = new_label();
  const std::size_t count = stmt->cases.size();
  const syntax::MatchCase* last = stmt->cases.back();
  const bool has_default = is_wildcard(last->pattern) && count > 1;
  const std::size_t tested = count - (has_default ? 1 : 0);
  for (std::size_t i = 0; i < tested && !error_; ++i) {
    const syntax::MatchCase* current = stmt->cases[i];
    const Location location = location_of(current->pattern);
    if (i + 1 != tested) emit(Op::COPY, 1, location);
    PatternContext context;
    context.allow_irrefutable = current->guard != nullptr || i + 1 == count;
    pattern(current->pattern, context);
    if (error_) return;
    for (const std::string& name : context.stores) store_name(name, location);
    if (current->guard != nullptr) {
      if (context.fail_pops.empty()) context.fail_pops.push_back(new_label());
      jump_if(current->guard, context.fail_pops[0], false);
    }
    if (i + 1 != tested) emit(Op::POP_TOP, location);
    statements(current->body);
    emit_jump(Op::JUMP, end, kNoLocation);
    pattern_fail_blocks(context, location);
  }
  if (has_default) {
    emit(count == 1 ? Op::POP_TOP : Op::NOP, location_of(last->pattern));
    if (last->guard != nullptr) jump_if(last->guard, end, false);
    statements(last->body);
  }
  use(end);
}

void Compiler::pattern(const syntax::Pattern* node, PatternContext& context) {
  if (error_) return;
  const Location location = location_of(node);
  switch (node->kind) {
    case NodeKind::kMatchValue: {
      if (as<syntax::MatchValue>(node)->value->kind == NodeKind::kJoinedStr)
        return fail(location, "patterns may only match literals and attribute lookups");
      expression(as<syntax::MatchValue>(node)->value);
      emit_comparison(syntax::CmpOp::kEq, location);
      emit(Op::TO_BOOL, location);
      pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
      break;
    }
    case NodeKind::kMatchSingleton: {
      const syntax::ConstantKind kind = as<syntax::MatchSingleton>(node)->value;
      if (kind == syntax::ConstantKind::kNone)
        emit_none(location);
      else
        emit_constant(Constant{kind == syntax::ConstantKind::kTrue}, location);
      emit(Op::IS_OP, 0, location);
      pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
      break;
    }
    case NodeKind::kMatchSequence:
      pattern_sequence(as<syntax::MatchSequence>(node), context);
      break;
    case NodeKind::kMatchMapping: pattern_mapping(as<syntax::MatchMapping>(node), context); break;
    case NodeKind::kMatchClass: pattern_class(as<syntax::MatchClass>(node), context); break;
    case NodeKind::kMatchStar:
      pattern_store(as<syntax::MatchStar>(node)->name, context, location);
      break;
    case NodeKind::kMatchAs: pattern_as(as<syntax::MatchAs>(node), context); break;
    case NodeKind::kMatchOr: pattern_or(as<syntax::MatchOr>(node), context); break;
    default: break;
  }
}

void Compiler::pattern_sub(const syntax::Pattern* node, PatternContext& context) {
  const bool outer = std::exchange(context.allow_irrefutable, true);
  pattern(node, context);
  context.allow_irrefutable = outer;
}

void Compiler::pattern_as(const syntax::MatchAs* node, PatternContext& context) {
  const Location location = location_of(node);
  if (node->pattern == nullptr) {
    if (!context.allow_irrefutable)
      return fail(location,
                  is_set(node->name) ? "name capture '" + std::string(node->name) +
                                           "' makes remaining patterns unreachable"
                                     : "wildcard makes remaining patterns unreachable");
    return pattern_store(node->name, context, location);
  }
  ++context.on_top;
  emit(Op::COPY, 1, location);
  pattern(node->pattern, context);
  --context.on_top;
  pattern_store(node->name, context, location);
}

void Compiler::pattern_class(const syntax::MatchClass* node, PatternContext& context) {
  const Location location = location_of(node);
  const std::size_t positional = node->patterns.size();
  const std::size_t named = node->kwd_attrs.size();
  bytecode::TupleConstant names;
  for (std::size_t i = 0; i < named; ++i) {
    if (!check_name(
            node->kwd_attrs[i], syntax::ExprContext::kStore, location_of(node->kwd_patterns[i])))
      return;
    for (std::size_t j = i + 1; j < named; ++j)
      if (node->kwd_attrs[i] == node->kwd_attrs[j])
        return fail(location_of(node->kwd_patterns[j]),
                    "attribute name repeated in class pattern: " + std::string(node->kwd_attrs[j]));
    names.items.push_back(string_constant(node->kwd_attrs[i]));
  }
  expression(node->cls);
  emit_constant(Constant{std::move(names)}, location);
  emit(Op::MATCH_CLASS, positional, location);
  emit(Op::COPY, 1, location);
  emit_none(location);
  emit(Op::IS_OP, 1, location);
  ++context.on_top;
  pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  emit(Op::UNPACK_SEQUENCE, positional + named, location);
  context.on_top += static_cast<int>(positional + named) - 1;
  for (std::size_t i = 0; i < positional + named; ++i) {
    --context.on_top;
    const syntax::Pattern* sub =
        i < positional ? node->patterns[i] : node->kwd_patterns[i - positional];
    if (is_wildcard(sub) && syntax::as<syntax::MatchAs>(sub)->pattern == nullptr)
      emit(Op::POP_TOP, location);
    else
      pattern_sub(sub, context);
  }
}

namespace {

// As what it is a key: of numbers those that are equal are one.
Constant as_key(const Constant& constant) {
  double real = 0;
  if (const auto* truth = std::get_if<bool>(&constant.value)) return Constant{std::int64_t{*truth}};
  if (const auto* number = std::get_if<double>(&constant.value))
    real = *number;
  else if (const auto* complex = std::get_if<bytecode::ComplexConstant>(&constant.value);
           complex != nullptr && complex->imag == 0)
    real = complex->real;
  else
    return constant;
  constexpr double kExact = 9007199254740992.0;
  if (std::abs(real) < kExact && real == std::trunc(real))
    return Constant{static_cast<std::int64_t>(real)};
  return Constant{real};
}

}  // namespace

void Compiler::pattern_mapping(const syntax::MatchMapping* node, PatternContext& context) {
  const Location location = location_of(node);
  const std::size_t count = node->keys.size();
  ++context.on_top;
  emit(Op::MATCH_MAPPING, location);
  pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  if (count == 0 && !is_set(node->rest)) {
    --context.on_top;
    emit(Op::POP_TOP, location);
    return;
  }
  if (count > 0) {
    emit(Op::GET_LEN, location);
    emit_constant(count_constant(count), location);
    emit_comparison(syntax::CmpOp::kGtE, location);
    pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  }
  std::set<std::string> seen;
  for (const syntax::Expr* key : node->keys) {
    if (const Constant* constant = folder_.constant_of(key)) {
      if (!seen.insert(bytecode::constant_key(as_key(*constant))).second) {
        return fail(
            location,
            "mapping pattern checks duplicate key (" + bytecode::constant_text(*constant) + ")");
      }
    } else if (key->kind == NodeKind::kJoinedStr) {
      return fail(location, "mapping pattern keys may only match literals and attribute lookups");
    }
    expression(key);
  }
  emit(Op::BUILD_TUPLE, count, location);
  emit(Op::MATCH_KEYS, location);
  context.on_top += 2;
  emit(Op::COPY, 1, location);
  emit_none(location);
  emit(Op::IS_OP, 1, location);
  pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  emit(Op::UNPACK_SEQUENCE, count, location);
  context.on_top += static_cast<int>(count) - 1;
  for (const syntax::Pattern* sub : node->patterns) {
    --context.on_top;
    pattern_sub(sub, context);
  }
  context.on_top -= 2;
  if (!is_set(node->rest)) {
    emit(Op::POP_TOP, location);
    emit(Op::POP_TOP, location);
    return;
  }
  // The rest is a copy of the subject without the keys.
  emit(Op::BUILD_MAP, 0, location);
  emit(Op::SWAP, 3, location);
  emit(Op::DICT_UPDATE, 2, location);
  emit(Op::UNPACK_SEQUENCE, count, location);
  for (std::size_t left = count; left > 0; --left) {
    emit(Op::COPY, left + 1, location);
    emit(Op::SWAP, 2, location);
    emit(Op::DELETE_SUBSCR, location);
  }
  pattern_store(node->rest, context, location);
}

void Compiler::pattern_or(const syntax::MatchOr* node, PatternContext& context) {
  const Location location = location_of(node);
  const Label end = new_label();
  std::vector<std::string> control;
  for (std::size_t i = 0; i < node->patterns.size(); ++i) {
    const syntax::Pattern* alternative = node->patterns[i];
    const Location at = location_of(alternative);
    PatternContext inner;
    inner.allow_irrefutable = i + 1 == node->patterns.size() && context.allow_irrefutable;
    emit(Op::COPY, 1, at);
    pattern(alternative, inner);
    if (error_) return;
    if (i == 0) {
      control = inner.stores;
    } else {
      if (inner.stores.size() != control.size())
        return fail(location, "alternative patterns bind different names");
      // The captures are brought into the order of the first alternative's.
      for (std::size_t wanted = control.size(); wanted-- > 0;) {
        const auto found = std::find(inner.stores.begin(), inner.stores.end(), control[wanted]);
        if (found == inner.stores.end())
          return fail(location, "alternative patterns bind different names");
        const auto place = static_cast<std::size_t>(found - inner.stores.begin());
        if (place == wanted) continue;
        const std::vector<std::string> rotated(inner.stores.begin(), found + 1);
        inner.stores.erase(inner.stores.begin(), found + 1);
        inner.stores.insert(inner.stores.begin() + static_cast<std::ptrdiff_t>(wanted - place),
                            rotated.begin(),
                            rotated.end());
        for (std::size_t turn = 0; turn <= place; ++turn) rotate(static_cast<int>(wanted) + 1, at);
      }
    }
    emit_jump(Op::JUMP, end, at);
    pattern_fail_blocks(inner, at);
  }
  emit(Op::POP_TOP, location);
  pattern_fail_jump(Op::JUMP, context, location);
  use(end);
  const int rotations =
      static_cast<int>(control.size() + 1 + context.stores.size()) + context.on_top;
  for (const std::string& name : control) {
    rotate(rotations, location);
    if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end())
      return fail(location, "multiple assignments to name '" + name + "' in pattern");
    context.stores.push_back(name);
  }
  emit(Op::POP_TOP, location);
}

void Compiler::pattern_sequence(const syntax::MatchSequence* node, PatternContext& context) {
  const Location location = location_of(node);
  const std::size_t count = node->patterns.size();
  std::size_t star = count;
  bool only_wildcards = true;
  bool star_is_wildcard = false;
  for (std::size_t i = 0; i < count; ++i) {
    const syntax::Pattern* item = node->patterns[i];
    if (item->kind != NodeKind::kMatchStar) {
      only_wildcards = only_wildcards && is_wildcard(item);
      continue;
    }
    if (star != count) return fail(location, "multiple starred names in sequence pattern");
    star_is_wildcard = is_wildcard_star(item);
    only_wildcards = only_wildcards && star_is_wildcard;
    star = i;
  }
  ++context.on_top;
  emit(Op::MATCH_SEQUENCE, location);
  pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  if (star == count || count > 1) {
    emit(Op::GET_LEN, location);
    emit_constant(count_constant(star == count ? count : count - 1), location);
    emit_comparison(star == count ? syntax::CmpOp::kEq : syntax::CmpOp::kGtE, location);
    pattern_fail_jump(Op::POP_JUMP_IF_FALSE, context, location);
  }
  --context.on_top;
  if (only_wildcards)
    emit(Op::POP_TOP, location);
  else if (star_is_wildcard)
    pattern_items(node->patterns, star, context, location);
  else
    pattern_unpack(node->patterns, context, location);
}

void Compiler::pattern_unpack(std::span<syntax::Pattern* const> patterns,
                              PatternContext& context,
                              const Location& location) {
  const std::size_t count = patterns.size();
  bool starred = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (patterns[i]->kind != NodeKind::kMatchStar) continue;
    if (i >= 256 || count - i - 1 >= (1u << 15))
      return fail(location, "too many expressions in star-unpacking sequence pattern");
    emit(Op::UNPACK_EX, i + ((count - i - 1) << 8), location);
    starred = true;
  }
  if (!starred) emit(Op::UNPACK_SEQUENCE, count, location);
  context.on_top += static_cast<int>(count);
  for (const syntax::Pattern* sub : patterns) {
    --context.on_top;
    pattern_sub(sub, context);
  }
}

// With *_ the items are fetched one by one, so that a long subject is not copied.
void Compiler::pattern_items(std::span<syntax::Pattern* const> patterns,
                             std::size_t star,
                             PatternContext& context,
                             const Location& location) {
  ++context.on_top;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (i == star || is_wildcard(patterns[i])) continue;
    emit(Op::COPY, 1, location);
    if (i < star) {
      emit_constant(count_constant(i), location);
    } else {
      emit(Op::GET_LEN, location);
      emit_constant(count_constant(patterns.size() - i), location);
      emit(Op::BINARY_OP, binary_index(syntax::Operator::kSub), location);
    }
    emit(Op::BINARY_SUBSCR, location);
    pattern_sub(patterns[i], context);
  }
  --context.on_top;
  emit(Op::POP_TOP, location);
}

}  // namespace simul::compiler

// compile_calls.cpp - calls: of methods, with stars, with keywords, and super().
#include <string_view>
#include <unordered_map>

#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::as;
using syntax::ExprContext;
using syntax::is_set;
using syntax::NodeKind;

void Compiler::check_keywords(std::span<syntax::Keyword* const> keywords) {
  // The first name that comes again is told at its next place; which ones do is known before, so
  // that very many take no longer than a few.
  std::unordered_map<std::string_view, std::size_t> last;
  for (std::size_t i = 0; i < keywords.size(); ++i)
    if (is_set(keywords[i]->arg)) last[keywords[i]->arg] = i;
  for (std::size_t i = 0; i < keywords.size(); ++i) {
    const syntax::Keyword* keyword = keywords[i];
    if (!is_set(keyword->arg)) continue;
    if (!check_name(keyword->arg, ExprContext::kStore, location_of(keyword))) return;
    if (last[keyword->arg] == i) continue;
    for (std::size_t j = i + 1; j < keywords.size(); ++j)
      if (is_set(keywords[j]->arg) && keywords[j]->arg == keyword->arg)
        return fail(location_of(keywords[j]),
                    "keyword argument repeated: " + std::string(keyword->arg));
  }
}

// A name that the module imports is likely a module; its functions are no methods.
bool Compiler::is_import(const syntax::Expr* expr) {
  const auto* name = syntax::try_as<syntax::Name>(expr);
  if (name == nullptr) return false;
  // CPython does not look for imports from within a comprehension merged into the module.
  if (unit().kind == UnitKind::kModule && unit().inlined_depth > 0) return false;
  const Symbol* symbol = table_.module().symbols.find(std::string(name->id));
  return symbol != nullptr && (symbol->flags & kDefImport) != 0;
}

// super().x and super(C, self).x need no super object when `super` can only be the builtin.
bool Compiler::is_super_access(const syntax::Attribute* expr) {
  if (expr->ctx != ExprContext::kLoad) return false;
  const auto* super_call = syntax::try_as<syntax::Call>(expr->value);
  if (super_call == nullptr || super_call->func->kind != NodeKind::kName ||
      as<syntax::Name>(super_call->func)->id != "super" || !super_call->keywords.empty())
    return false;
  if (unit().scope.scope_of("super") != NameScope::kGlobalImplicit ||
      table_.module().scope_of("super") != NameScope::kNone)
    return false;
  if (super_call->args.size() == 2)
    return super_call->args[0]->kind != NodeKind::kStarred &&
           super_call->args[1]->kind != NodeKind::kStarred;
  // Without arguments only where the cell and a first parameter exist.
  const bool in_method =
      unit().kind == UnitKind::kFunction || unit().kind == UnitKind::kAsyncFunction;
  return super_call->args.empty() && in_method &&
         unit().arg_count + unit().positional_only_count > 0 &&
         unit().scope.scope_of("__class__") == NameScope::kFree;
}

void Compiler::super_arguments(const syntax::Call* super_call) {
  const Location location = location_of(super_call);
  load_name("super", location_of(super_call->func));
  if (!super_call->args.empty()) {
    expressions(super_call->args);
    return;
  }
  load_name("__class__", location);
  const std::string& self = unit().locals.names()[0];
  // The first parameter may be a cell; its name is mangled already.
  if (unit().cells.find(self) >= 0)
    emit(Op::LOAD_DEREF, closure_index(self), location);
  else
    emit_local(Op::LOAD_FAST, self, location);
}

void Compiler::keyword_names(std::span<syntax::Keyword* const> keywords, const Location& location) {
  bytecode::TupleConstant names;
  for (const syntax::Keyword* keyword : keywords)
    names.items.push_back(string_constant(keyword->arg));
  emit_constant(Constant{std::move(names)}, location);
}

bool Compiler::method_call(const syntax::Call* expr) {
  const auto* method = syntax::try_as<syntax::Attribute>(expr->func);
  if (method == nullptr || method->ctx != ExprContext::kLoad || is_import(method->value))
    return false;
  const std::size_t keyword_count = expr->keywords.size();
  if (expr->args.size() + keyword_count + (keyword_count != 0 ? 1 : 0) >= kStackUseGuideline)
    return false;
  for (const syntax::Expr* arg : expr->args)
    if (arg->kind == NodeKind::kStarred) return false;
  for (const syntax::Keyword* keyword : expr->keywords)
    if (!is_set(keyword->arg)) return false;
  Location location = location_of(method);
  if (is_super_access(method)) {
    const auto* super_call = as<syntax::Call>(method->value);
    super_arguments(super_call);
    const int flags = super_call->args.empty() ? 1 : 3;
    emit(Op::LOAD_SUPER_ATTR, unit().names.add(mangled(method->attr)) << 2 | flags, location);
    location = attribute_location(location, method);
    emit(Op::NOP, location);
  } else {
    expression(method->value);
    location = attribute_location(location, method);
    emit(Op::LOAD_ATTR, unit().names.add(mangled(method->attr)) << 1 | 1, location);
  }
  expressions(expr->args);
  const int count = static_cast<int>(expr->args.size() + keyword_count);
  if (keyword_count > 0) {
    for (const syntax::Keyword* keyword : expr->keywords) expression(keyword->value);
    keyword_names(expr->keywords, location);
  }
  emit(keyword_count > 0 ? Op::CALL_KW : Op::CALL,
       count,
       attribute_location(location_of(expr), method));
  return true;
}

void Compiler::call(const syntax::Call* expr) {
  check_keywords(expr->keywords);
  if (error_ || method_call(expr)) return;
  check_caller(expr->func);
  expression(expr->func);
  emit(Op::PUSH_NULL, location_of(expr->func));
  call_with(0, expr->args, expr->keywords, location_of(expr));
}

// The call itself; `pushed` positional arguments lie on the stack already.
void Compiler::call_with(int pushed,
                         std::span<syntax::Expr* const> args,
                         std::span<syntax::Keyword* const> keywords,
                         const Location& location) {
  check_keywords(keywords);
  bool extended = args.size() + keywords.size() * 2 > kStackUseGuideline;
  for (const syntax::Expr* arg : args) extended = extended || arg->kind == NodeKind::kStarred;
  for (const syntax::Keyword* keyword : keywords) extended = extended || !is_set(keyword->arg);
  if (!extended) {
    expressions(args);
    const int count = pushed + static_cast<int>(args.size() + keywords.size());
    if (keywords.empty()) {
      emit(Op::CALL, count, location);
      return;
    }
    for (const syntax::Keyword* keyword : keywords) expression(keyword->value);
    keyword_names(keywords, location);
    emit(Op::CALL_KW, count, location);
    return;
  }
  if (pushed == 0 && args.size() == 1 && args[0]->kind == NodeKind::kStarred)
    expression(as<syntax::Starred>(args[0])->value);
  else
    unpack_into(args, pushed, Op::BUILD_LIST, Op::LIST_APPEND, Op::LIST_EXTEND, true, location);
  if (!keywords.empty()) {
    bool have_dict = false;
    std::size_t pending = 0;
    const auto flush = [&](std::size_t end) {
      keyword_part(keywords.subspan(end - pending, pending), location);
      if (have_dict) emit(Op::DICT_MERGE, 1, location);
      have_dict = true;
      pending = 0;
    };
    for (std::size_t i = 0; i < keywords.size(); ++i) {
      if (is_set(keywords[i]->arg)) {
        ++pending;
        continue;
      }
      if (pending > 0) flush(i);
      if (!have_dict) {
        emit(Op::BUILD_MAP, 0, location);
        have_dict = true;
      }
      expression(keywords[i]->value);
      emit(Op::DICT_MERGE, 1, location);
    }
    if (pending > 0) flush(keywords.size());
  }
  emit(Op::CALL_FUNCTION_EX, keywords.empty() ? 0 : 1, location);
}

void Compiler::keyword_part(std::span<syntax::Keyword* const> keywords, const Location& location) {
  const std::size_t count = keywords.size();
  const bool big = count * 2 > kStackUseGuideline;
  if (count > 1 && !big) {
    for (const syntax::Keyword* keyword : keywords) expression(keyword->value);
    keyword_names(keywords, location);
    emit(Op::BUILD_CONST_KEY_MAP, count, location);
    return;
  }
  if (big) emit(Op::BUILD_MAP, 0, kNoLocation);
  for (const syntax::Keyword* keyword : keywords) {
    emit_constant(string_constant(keyword->arg), location);
    expression(keyword->value);
    if (big) emit(Op::MAP_ADD, 1, kNoLocation);
  }
  if (!big) emit(Op::BUILD_MAP, count, location);
}

}  // namespace simul::compiler

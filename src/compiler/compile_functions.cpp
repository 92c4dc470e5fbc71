// compile_functions.cpp - functions, lambdas, classes and their closures.
#include "compiler/compiler.hpp"

namespace simul::compiler {

using syntax::ExprContext;
using syntax::is_set;

namespace {

// Operands of SET_FUNCTION_ATTRIBUTE; the order of emission is that of falling value.
constexpr unsigned kDefaults = 1;
constexpr unsigned kKeywordDefaults = 2;
constexpr unsigned kAnnotations = 4;
constexpr unsigned kClosure = 8;

constexpr int kSubscriptGeneric = 10;
constexpr int kSetFunctionTypeParams = 4;

constexpr int kStopIterationError = 3;

}  // namespace

void Compiler::decorators(std::span<syntax::Expr* const> list) {
  expressions(list);
}

void Compiler::apply_decorators(std::span<syntax::Expr* const> list) {
  for (std::size_t i = list.size(); i-- > 0;) emit(Op::CALL, 0, location_of(list[i]));
}

void Compiler::check_argument_names(const syntax::Arguments* args) {
  const auto check = [&](const syntax::Arg* arg) {
    if (arg != nullptr) check_name(arg->arg, ExprContext::kStore, location_of(arg));
  };
  for (const syntax::Arg* arg : args->posonlyargs) check(arg);
  for (const syntax::Arg* arg : args->args) check(arg);
  check(args->vararg);
  for (const syntax::Arg* arg : args->kwonlyargs) check(arg);
  check(args->kwarg);
}

void Compiler::set_arguments(const syntax::Arguments* args) {
  unit().arg_count = static_cast<std::uint32_t>(args->args.size());
  unit().positional_only_count = static_cast<std::uint32_t>(args->posonlyargs.size());
  unit().keyword_only_count = static_cast<std::uint32_t>(args->kwonlyargs.size());
  unit().has_varargs = args->vararg != nullptr;
  unit().has_varkeywords = args->kwarg != nullptr;
}

unsigned Compiler::default_arguments(const syntax::Arguments* args, const Location& location) {
  unsigned flags = 0;
  if (!args->defaults.empty()) {
    flags |= kDefaults;
    expressions(args->defaults);
    emit(Op::BUILD_TUPLE, args->defaults.size(), location);
  }
  bytecode::TupleConstant names;
  for (std::size_t i = 0; i < args->kwonlyargs.size(); ++i) {
    if (args->kw_defaults[i] == nullptr) continue;
    names.items.push_back(Constant{mangled(args->kwonlyargs[i]->arg)});
    expression(args->kw_defaults[i]);
  }
  if (!names.items.empty()) {
    flags |= kKeywordDefaults;
    const std::size_t count = names.items.size();
    emit_constant(Constant{std::move(names)}, location);
    emit(Op::BUILD_CONST_KEY_MAP, count, location);
  }
  return flags;
}

bool Compiler::argument_annotations(const syntax::Arguments* args,
                                    const syntax::Expr* returns,
                                    const Location& location) {
  std::size_t count = 0;
  const auto annotate = [&](std::string_view name, const syntax::Expr* annotation) {
    if (annotation == nullptr) return;
    emit_constant(Constant{mangled(name)}, location);
    const auto* star = syntax::try_as<syntax::Starred>(annotation);
    if (star != nullptr && !future_annotations_) {
      expression(star->value);
      emit(Op::UNPACK_SEQUENCE, 1, location);
    } else {
      annotation_value(annotation);
    }
    count += 2;
  };
  const auto annotate_arg = [&](const syntax::Arg* arg) {
    if (arg != nullptr) annotate(arg->arg, arg->annotation);
  };
  for (const syntax::Arg* arg : args->args) annotate_arg(arg);
  for (const syntax::Arg* arg : args->posonlyargs) annotate_arg(arg);
  annotate_arg(args->vararg);
  for (const syntax::Arg* arg : args->kwonlyargs) annotate_arg(arg);
  annotate_arg(args->kwarg);
  annotate("return", returns);
  if (count == 0) return false;
  emit(Op::BUILD_TUPLE, count, location);
  return true;
}

void Compiler::make_closure(const Code& code, unsigned flags, const Location& location) {
  std::size_t free_count = 0;
  for (std::size_t i = 0; i < code->local_names.size(); ++i) {
    if ((code->local_kinds[i] & bytecode::kFree) == 0) continue;
    const std::string& name = code->local_names[i];
    // A class's own __class__ is the cell made for its methods.
    const bool of_class =
        unit().scope.kind == ScopeKind::kClass && (name == "__class__" || name == "__classdict__");
    const int cell = of_class ? unit().cells.find(name) : -1;
    if (cell < 0 && unit().cells.find(name) < 0 && unit().frees.find(name) < 0) {
      // As CPython 3.13: nothing of a class is passed on to what is inlined into its own body.
      fail(location,
           "compiler_lookup_arg(name='" + name + "') with reftype=5 failed in " +
               std::string(unit().name) + "; freevars of code " + code->name + ": ('" + name +
               "',)");
      error_->type = "SystemError";
      return;
    }
    emit(Op::LOAD_CLOSURE, cell >= 0 ? cell : closure_index(name), location);
    ++free_count;
  }
  if (free_count > 0) {
    flags |= kClosure;
    emit(Op::BUILD_TUPLE, free_count, location);
  }
  emit_constant(Constant{code}, location);
  emit(Op::MAKE_FUNCTION, location);
  for (unsigned flag = kClosure; flag != 0; flag >>= 1)
    if ((flags & flag) != 0) emit(Op::SET_FUNCTION_ATTRIBUTE, static_cast<int>(flag), location);
}

// A StopIteration that leaves a generator or coroutine becomes a RuntimeError.
void Compiler::wrap_in_stop_iteration_handler() {
  const Label handler = new_label();
  unit().sequence.insert_first(Op::SETUP_CLEANUP, handler.id, kNoLocation);
  emit_none(kNoLocation);
  emit(Op::RETURN_VALUE, kNoLocation);
  use(handler);
  emit(Op::CALL_INTRINSIC_1, kStopIterationError, kNoLocation);
  emit(Op::RERAISE, 1, kNoLocation);
}

void Compiler::function(const syntax::FunctionDefBase* def, bool is_async) {
  check_argument_names(def->args);
  decorators(def->decorator_list);
  const int first_line = def->decorator_list.empty() ? def->lineno : def->decorator_list[0]->lineno;
  const Location location = location_of(def);
  unsigned flags = default_arguments(def->args, location);
  const bool generic = !def->type_params.empty();
  // How many tuples of defaults wait on the stack; they become arguments of the scope of the type
  // parameters, in which the function is made.
  const std::uint32_t waiting =
      ((flags & kDefaults) != 0 ? 1U : 0U) + ((flags & kKeywordDefaults) != 0 ? 1U : 0U);
  if (generic) {
    if (waiting == 2) emit(Op::SWAP, 2, location);
    enter_type_parameters(def, def->name, first_line).arg_count = waiting;
    type_parameters(def->type_params);
    for (int i = 0; i < static_cast<int>(waiting); ++i) emit(Op::LOAD_FAST, i, location);
  }
  if (argument_annotations(def->args, def->returns, location)) flags |= kAnnotations;
  if (error_) return;
  const Code code = function_body(def, is_async, first_line);
  make_closure(code, flags, location);
  if (generic) {
    emit(Op::SWAP, 2, location);
    emit(Op::CALL_INTRINSIC_2, kSetFunctionTypeParams, location);
    make_closure(leave(false), 0, location);
    if (waiting > 0) {
      emit(Op::SWAP, static_cast<int>(waiting) + 1, location);
      emit(Op::CALL, static_cast<int>(waiting) - 1, location);
    } else {
      call_type_parameters(location);
    }
  }
  apply_decorators(def->decorator_list);
  store_name(def->name, location);
}

Compiler::Code Compiler::function_body(const syntax::FunctionDefBase* def,
                                       bool is_async,
                                       int first_line) {
  Unit& inner = enter(table_.of(def),
                      is_async ? UnitKind::kAsyncFunction : UnitKind::kFunction,
                      std::string(def->name),
                      first_line);
  std::span<syntax::Stmt* const> list = def->body;
  Constant first{bytecode::NoneConstant{}};
  const auto* stmt = list.empty() ? nullptr : syntax::try_as<syntax::ExprStmt>(list[0]);
  const auto* doc = stmt == nullptr ? nullptr : syntax::try_as<syntax::Constant>(stmt->value);
  if (doc != nullptr && doc->constant_kind == syntax::ConstantKind::kStr) {
    inner.docstring = clean_docstring(doc->text);
    inner.has_docstring = true;
    first = string_constant(inner.docstring);
    list = list.subspan(1);
  }
  inner.constants.add(first);
  set_arguments(def->args);
  const bool stops = inner.scope.coroutine || inner.scope.generator;
  if (stops) push_block({.kind = BlockKind::kStopIteration});
  statements(list);
  if (stops) {
    wrap_in_stop_iteration_handler();
    if (!error_) pop_block();
  }
  return leave(true);
}

void Compiler::lambda(const syntax::Lambda* expr) {
  const Location location = location_of(expr);
  check_argument_names(expr->args);
  const unsigned flags = default_arguments(expr->args, location);
  Unit& inner = enter(table_.of(expr), UnitKind::kLambda, "<lambda>", expr->lineno);
  // The first constant is None, so that it is no docstring.
  inner.constants.add(Constant{bytecode::NoneConstant{}});
  set_arguments(expr->args);
  expression(expr->body);
  Code code;
  if (inner.scope.generator) {
    code = leave(false);
  } else {
    emit(Op::RETURN_VALUE, location_of(expr->body));
    code = leave(true);
  }
  make_closure(code, flags, location);
}

void Compiler::class_definition(const syntax::ClassDef* def) {
  decorators(def->decorator_list);
  const int first_line = def->decorator_list.empty() ? def->lineno : def->decorator_list[0]->lineno;
  const Location location = location_of(def);
  if (error_) return;
  const bool generic = !def->type_params.empty();
  if (generic) {
    enter_type_parameters(def, def->name, first_line).class_name = std::string(def->name);
    type_parameters(def->type_params);
    store_name(".type_params", location);
  }
  const Code code = class_body(def, first_line);
  emit(Op::LOAD_BUILD_CLASS, location);
  emit(Op::PUSH_NULL, location);
  make_closure(code, 0, location);
  emit_constant(string_constant(def->name), location);
  if (generic) {
    load_name(".type_params", location);
    emit(Op::CALL_INTRINSIC_1, kSubscriptGeneric, location);
    store_name(".generic_base", location);
    syntax::Name base{};
    base.kind = syntax::NodeKind::kName;
    base.lineno = def->lineno;
    base.col_offset = def->col_offset;
    base.end_lineno = def->end_lineno;
    base.end_col_offset = def->end_col_offset;
    base.id = ".generic_base";
    base.ctx = ExprContext::kLoad;
    std::vector<syntax::Expr*> bases(def->bases.begin(), def->bases.end());
    bases.push_back(&base);
    call_with(2, bases, def->keywords, location);
    make_closure(leave(false), 0, location);
    call_type_parameters(location);
  } else {
    call_with(2, def->bases, def->keywords, location);
  }
  apply_decorators(def->decorator_list);
  store_name(def->name, location);
}

Compiler::Code Compiler::class_body(const syntax::ClassDef* def, int first_line) {
  Unit& inner = enter(table_.of(def), UnitKind::kClass, std::string(def->name), first_line);
  inner.class_name = std::string(def->name);
  const Location location = {.line = first_line, .end_line = first_line, .col = 0, .end_col = 0};
  load_name("__name__", location);
  store_name("__module__", location);
  emit_constant(Constant{inner.qualname}, location);
  store_name("__qualname__", location);
  emit_constant(Constant{std::int64_t{first_line}}, location);
  store_name("__firstlineno__", location);
  if (!def->type_params.empty()) {
    load_name(".type_params", location);
    store_name("__type_params__", location);
  }
  if (inner.scope.needs_class_dict) {
    emit(Op::LOAD_LOCALS, location);
    emit(Op::STORE_DEREF, closure_index("__classdict__"), location);
  }
  body(def->body, location);
  bytecode::TupleConstant attributes;
  for (const std::string& name : inner.static_attributes)
    attributes.items.push_back(Constant{name});
  emit_constant(Constant{std::move(attributes)}, kNoLocation);
  store_name("__static_attributes__", kNoLocation);
  if (inner.scope.needs_class_dict) {
    emit(Op::LOAD_CLOSURE, unit().cells.find("__classdict__"), kNoLocation);
    store_name("__classdictcell__", kNoLocation);
  }
  if (inner.scope.needs_class_closure) {
    emit(Op::LOAD_CLOSURE, unit().cells.find("__class__"), kNoLocation);
    emit(Op::COPY, 1, kNoLocation);
    store_name("__classcell__", kNoLocation);
  } else {
    emit_none(kNoLocation);
  }
  emit(Op::RETURN_VALUE, kNoLocation);
  return leave(true);
}

}  // namespace simul::compiler

// compiler.cpp - units, the emission of instructions and names, and the entry point.
#include "compiler/compiler.hpp"

#include <algorithm>

#include "base/sort.hpp"
#include "compiler/assemble.hpp"

namespace simul::compiler {

using syntax::ExprContext;
using syntax::NodeKind;

namespace {

// The part of an expression that a traceback marks with ^ instead of ~.
void set_anchor(Location& location, int line, int col, int end_line, int end_col) {
  location.anchor_line = line;
  location.anchor_col = col;
  location.anchor_end_line = end_line;
  location.anchor_end_col = end_col;
}

// CPython's traceback takes two characters for an operator whose next character stands before the
// right operand and is no space. That is the second of ** // << >>, and also an opening
// parenthesis, as in a-(b).
int operator_width(const syntax::BinOp& operation) {
  switch (operation.op) {
    case syntax::Operator::kPow:
    case syntax::Operator::kFloorDiv:
    case syntax::Operator::kLShift:
    case syntax::Operator::kRShift: return 2;
    default: break;
  }
  const syntax::Expr& right = *operation.right;
  const bool parenthesized =
      right.end_lineno != operation.end_lineno || right.end_col_offset != operation.end_col_offset;
  const bool adjacent =
      right.lineno == operation.op_lineno && right.col_offset == operation.op_col + 2;
  return parenthesized && adjacent ? 2 : 1;
}

std::string expand_tabs(std::string_view text) {
  std::string out;
  int column = 0;
  for (const char c : text) {
    if (c == '\t') {
      const int spaces = 8 - column % 8;
      out.append(static_cast<std::size_t>(spaces), ' ');
      column += spaces;
      continue;
    }
    out += c;
    // Continuation bytes of UTF-8 take no column.
    if (c == '\n' || c == '\r')
      column = 0;
    else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
      ++column;
  }
  return out;
}

// Reads the __future__ imports behind the docstring; only `annotations` changes anything.
std::optional<syntax::Diagnostic> read_future_imports(const syntax::Module& module,
                                                      FutureFeatures& features) {
  static constexpr std::string_view kKnown[] = {"nested_scopes",
                                                "generators",
                                                "division",
                                                "absolute_import",
                                                "with_statement",
                                                "print_function",
                                                "unicode_literals",
                                                "barry_as_FLUFL",
                                                "generator_stop",
                                                "annotations"};
  bool docstring_may_come = true;
  for (const syntax::Stmt* stmt : module.body) {
    const auto* import = syntax::try_as<syntax::ImportFrom>(stmt);
    if (import != nullptr && import->level == 0 && import->module == "__future__") {
      docstring_may_come = false;
      for (const syntax::Alias* alias : import->names) {
        const Place place = place_of(*alias);
        if (alias->name == "annotations") features.annotations = true;
        if (alias->name == "braces") return error_at(place, "not a chance");
        if (std::find(std::begin(kKnown), std::end(kKnown), alias->name) == std::end(kKnown))
          return error_at(place, "future feature " + std::string(alias->name) + " is not defined");
      }
      features.last_line = import->lineno;
      continue;
    }
    const auto* text = syntax::try_as<syntax::ExprStmt>(stmt);
    const auto* doc = text == nullptr ? nullptr : syntax::try_as<syntax::Constant>(text->value);
    if (!docstring_may_come || doc == nullptr || doc->constant_kind != syntax::ConstantKind::kStr)
      break;
    docstring_may_come = false;
  }
  return std::nullopt;
}

}  // namespace

Location location_of(const syntax::Node* node) {
  Location out;
  out.line = node->lineno;
  out.end_line = node->end_lineno;
  out.col = node->col_offset;
  out.end_col = node->end_col_offset;
  switch (node->kind) {
    case NodeKind::kBinOp: {
      const auto* operation = static_cast<const syntax::BinOp*>(node);
      set_anchor(out,
                 operation->op_lineno,
                 operation->op_col,
                 operation->op_lineno,
                 operation->op_col + operator_width(*operation));
      break;
    }
    case NodeKind::kSubscript: {
      const auto* subscript = static_cast<const syntax::Subscript*>(node);
      set_anchor(out, subscript->bracket_lineno, subscript->bracket_col, out.end_line, out.end_col);
      break;
    }
    case NodeKind::kCall: {
      const auto* call = static_cast<const syntax::Call*>(node);
      set_anchor(out, call->paren_lineno, call->paren_col, out.end_line, out.end_col);
      break;
    }
    default: break;
  }
  return out;
}

std::string clean_docstring(std::string_view text) {
  const std::string doc = expand_tabs(text);
  const std::size_t first_end = doc.find('\n');
  std::size_t margin = std::string::npos;
  for (std::size_t line = first_end; line != std::string::npos; line = doc.find('\n', line)) {
    ++line;
    const std::size_t start = doc.find_first_not_of(' ', line);
    if (start != std::string::npos && doc[start] != '\n') margin = std::min(margin, start - line);
  }
  if (margin == std::string::npos) margin = 0;
  const std::size_t text_start = std::min(doc.find_first_not_of(' '), doc.size());
  if (first_end == std::string::npos) return doc.substr(text_start);
  std::string out = doc.substr(text_start, first_end + 1 - text_start);
  std::size_t at = first_end + 1;
  while (at < doc.size()) {
    for (std::size_t i = 0; i < margin && at < doc.size() && doc[at] == ' '; ++i) ++at;
    const std::size_t end = std::min(doc.find('\n', at), doc.size() - 1);
    out += doc.substr(at, end + 1 - at);
    at = end + 1;
  }
  return out;
}

Unit& Compiler::enter(Scope& scope, UnitKind kind, std::string name, int first_line) {
  auto made = std::make_unique<Unit>(scope, kind, first_line);
  Unit& unit = *made;
  unit.name = std::move(name);
  if (!units_.empty()) unit.class_name = units_.back()->class_name;
  for (const std::string& parameter : scope.parameters) unit.locals.add(parameter);
  // Sorted, so that the slots do not depend on the order of the text.
  std::vector<std::string> cells;
  std::vector<std::string> frees;
  for (const auto& [symbol_name, symbol] : scope.symbols.items()) {
    if (symbol.scope == NameScope::kCell || (symbol.flags & kDefComprehensionCell) != 0)
      cells.push_back(symbol_name);
    if (symbol.scope == NameScope::kFree || (symbol.flags & kDefFreeClass) != 0)
      frees.push_back(symbol_name);
  }
  sort_stably(cells);
  sort_stably(frees);
  for (const std::string& cell : cells) unit.cells.add(cell);
  if (scope.needs_class_closure) unit.cells.add("__class__");
  if (scope.needs_class_dict) unit.cells.add("__classdict__");
  for (const std::string& free : frees) unit.frees.add(free);
  units_.push_back(std::move(made));
  Location location = {.line = first_line, .end_line = first_line, .col = 0, .end_col = 0};
  if (kind == UnitKind::kModule) {
    location.line = 0;
    unit.qualname = unit.name;
  } else {
    set_qualname(unit);
  }
  emit(Op::RESUME, 0, location);
  return unit;
}

void Compiler::set_qualname(Unit& unit) {
  unit.qualname = unit.name;
  if (units_.size() <= 2) return;
  const bool in_type_parameters = units_[units_.size() - 2]->kind == UnitKind::kTypeParameters;
  // What stands in the scope of type parameters is named as if it stood around it.
  if (in_type_parameters && units_.size() == 3) return;
  const Unit& parent = *units_[units_.size() - (in_type_parameters ? 3 : 2)];
  if (unit.kind == UnitKind::kFunction || unit.kind == UnitKind::kAsyncFunction ||
      unit.kind == UnitKind::kClass) {
    if (parent.scope.scope_of(mangle(parent.class_name, unit.name)) == NameScope::kGlobalExplicit)
      return;
  }
  std::string base = parent.qualname;
  if (parent.kind == UnitKind::kFunction || parent.kind == UnitKind::kAsyncFunction ||
      parent.kind == UnitKind::kLambda)
    base += ".<locals>";
  unit.qualname = base + "." + unit.name;
}

Compiler::Code Compiler::leave(bool add_none) {
  if (add_none) emit_none(kNoLocation);
  emit(Op::RETURN_VALUE, kNoLocation);
  const std::unique_ptr<Unit> done = std::move(units_.back());
  units_.pop_back();
  if (error_) return std::make_shared<bytecode::CodeObject>();
  return assemble(*done, filename_);
}

void Compiler::fail(const Location& location, std::string message) {
  if (error_) return;
  error_ = error_at({location.line, location.col, location.end_line, location.end_col},
                    std::move(message));
}

void Compiler::emit_constant(const Constant& constant, const Location& location) {
  emit(Op::LOAD_CONST, unit().constants.add(constant), location);
}

void Compiler::emit_none(const Location& location) {
  emit_constant(Constant{bytecode::NoneConstant{}}, location);
}

void Compiler::emit_name(Op op, std::string_view name, const Location& location) {
  emit(op, unit().names.add(mangled(name)), location);
}

void Compiler::emit_local(Op op, const std::string& name, const Location& location) {
  emit(op, unit().locals.add(name), location);
}

// Numbers the cells, then the free variables; the assembler finds their slots once all locals are
// known.
int Compiler::closure_index(const std::string& name) {
  const int cell = unit().cells.find(name);
  const int free = unit().frees.find(name);
  // What a comprehension inlined here has in a cell of its own may be free here, too.
  const bool own = unit().scope.scope_of(name) == NameScope::kCell;
  if (cell >= 0 && (own || free < 0)) return cell;
  return unit().cells.size() + std::max(0, free);
}

bool Compiler::check_name(std::string_view name, ExprContext context, const Location& location) {
  if (context == ExprContext::kLoad || name != "__debug__") return true;
  fail(location,
       context == ExprContext::kStore ? "cannot assign to __debug__" : "cannot delete __debug__");
  return false;
}

void Compiler::name_operation(std::string_view plain_name,
                              ExprContext context,
                              const Location& location) {
  if (!check_name(plain_name, context, location)) return;
  const std::string name = mangled(plain_name);
  const NameScope scope = unit().scope.scope_of(name);
  const bool function_like = unit().scope.is_function();
  const bool in_class = unit().scope.kind == ScopeKind::kClass;
  const auto pick = [context](Op load, Op store, Op del) {
    return context == ExprContext::kLoad ? load : context == ExprContext::kStore ? store : del;
  };
  bool fast = false;
  bool global = false;
  switch (scope) {
    case NameScope::kFree:
    case NameScope::kCell: {
      const int index = closure_index(name);
      Op load = Op::LOAD_DEREF;
      // A class body looks at its own names first.
      if (context == ExprContext::kLoad && in_class && unit().inlined_depth == 0) {
        load = Op::LOAD_FROM_DICT_OR_DEREF;
        emit(Op::LOAD_LOCALS, location);
      } else if (context == ExprContext::kLoad && unit().scope.sees_class_scope) {
        load = Op::LOAD_FROM_DICT_OR_DEREF;
        emit(Op::LOAD_DEREF, closure_index("__classdict__"), location);
      }
      emit(pick(load, Op::STORE_DEREF, Op::DELETE_DEREF), index, location);
      return;
    }
    case NameScope::kLocal: {
      const auto hidden = unit().fast_hidden.find(name);
      fast = function_like || (hidden != unit().fast_hidden.end() && hidden->second);
      break;
    }
    case NameScope::kGlobalImplicit: global = function_like; break;
    case NameScope::kGlobalExplicit: global = true; break;
    case NameScope::kNone: break;
  }
  if (fast) {
    emit_local(pick(Op::LOAD_FAST, Op::STORE_FAST, Op::DELETE_FAST), name, location);
    return;
  }
  if (!global && in_class && unit().inlined_depth > 0 && context == ExprContext::kLoad)
    global = true;
  const int index = unit().names.add(name);
  if (global && context == ExprContext::kLoad && scope == NameScope::kGlobalImplicit &&
      unit().scope.sees_class_scope) {
    emit(Op::LOAD_DEREF, closure_index("__classdict__"), location);
    return emit(Op::LOAD_FROM_DICT_OR_GLOBALS, index, location);
  }
  if (global)
    emit(pick(Op::LOAD_GLOBAL, Op::STORE_GLOBAL, Op::DELETE_GLOBAL),
         context == ExprContext::kLoad ? index << 1 : index,
         location);
  else
    emit(pick(Op::LOAD_NAME, Op::STORE_NAME, Op::DELETE_NAME), index, location);
}

std::shared_ptr<const bytecode::CodeObject> Compiler::module(const syntax::Module& module) {
  enter(table_.module(), UnitKind::kModule, "<module>", 1);
  body(module.body, kNoLocation);
  return leave(true);
}

std::shared_ptr<const bytecode::CodeObject> Compiler::interactive(const syntax::Module& module) {
  interactive_ = true;
  enter(table_.module(), UnitKind::kModule, "<module>", 1);
  statements(module.body);
  return leave(true);
}

std::shared_ptr<const bytecode::CodeObject> Compiler::only_expression(
    const syntax::Module& module) {
  enter(table_.module(), UnitKind::kModule, "<module>", 1);
  expression(syntax::try_as<syntax::ExprStmt>(module.body[0])->value);
  return leave(false);
}

namespace {

CompileResult compile_as(
    const syntax::Module& module,
    std::string filename,
    std::shared_ptr<const bytecode::CodeObject> (Compiler::*make)(const syntax::Module&)) {
  CompileResult result;
  FutureFeatures future;
  if (auto error = read_future_imports(module, future)) {
    result.diagnostics.push_back(std::move(*error));
    return result;
  }
  SymbolTable table;
  if (auto error = SymbolTable::build(module, future.annotations, table)) {
    result.diagnostics.push_back(std::move(*error));
    return result;
  }
  Compiler compiler(table, std::move(filename), future);
  auto code = (compiler.*make)(module);
  result.warnings = std::move(compiler.warnings());
  if (compiler.error())
    result.diagnostics.push_back(*compiler.error());
  else
    result.code = std::move(code);
  return result;
}

}  // namespace

CompileResult compile(const syntax::Module& module, std::string filename) {
  return compile_as(module, std::move(filename), &Compiler::module);
}

CompileResult compile_expression(const syntax::Module& module, std::string filename) {
  return compile_as(module, std::move(filename), &Compiler::only_expression);
}

CompileResult compile_interactive(const syntax::Module& module, std::string filename) {
  return compile_as(module, std::move(filename), &Compiler::interactive);
}

}  // namespace simul::compiler

// compile_imports.cpp - import statements.
#include "compiler/compiler.hpp"

namespace simul::compiler {

void Compiler::import_statement(const syntax::Import* stmt) {
  const Location location = location_of(stmt);
  for (const syntax::Alias* alias : stmt->names) {
    emit_constant(Constant{std::int64_t{0}}, location);
    emit_none(location);
    emit_name(Op::IMPORT_NAME, alias->name, location);
    std::size_t dot = alias->name.find('.');
    if (!syntax::is_set(alias->asname)) {
      store_name(alias->name.substr(0, dot), location);
      continue;
    }
    if (dot == std::string_view::npos) {
      store_name(alias->asname, location);
      continue;
    }
    // IMPORT_NAME gives the outermost package; `as` names the innermost module.
    while (true) {
      const std::size_t start = dot + 1;
      dot = alias->name.find('.', start);
      emit_name(Op::IMPORT_FROM,
                alias->name.substr(start, dot == std::string_view::npos ? dot : dot - start),
                location);
      if (dot == std::string_view::npos) break;
      emit(Op::SWAP, 2, location);
      emit(Op::POP_TOP, location);
    }
    store_name(alias->asname, location);
    emit(Op::POP_TOP, location);
  }
}

void Compiler::import_from(const syntax::ImportFrom* stmt) {
  const Location location = location_of(stmt);
  const bool future =
      stmt->level == 0 && syntax::is_set(stmt->module) && stmt->module == "__future__";
  emit_constant(Constant{std::int64_t{stmt->level}}, location);
  bytecode::TupleConstant names;
  for (const syntax::Alias* alias : stmt->names)
    names.items.push_back(string_constant(alias->name));
  if (future && stmt->lineno > last_future_line_)
    return fail(location, "from __future__ imports must occur at the beginning of the file");
  emit_constant(Constant{std::move(names)}, location);
  emit_name(Op::IMPORT_NAME, syntax::is_set(stmt->module) ? stmt->module : "", location);
  for (const syntax::Alias* alias : stmt->names) {
    if (alias->name == "*") {
      emit(Op::CALL_INTRINSIC_1, 2, location);
      emit(Op::POP_TOP, location);
      return;
    }
    emit_name(Op::IMPORT_FROM, alias->name, location);
    store_name(syntax::is_set(alias->asname) ? alias->asname : alias->name, location);
  }
  emit(Op::POP_TOP, location);
}

}  // namespace simul::compiler

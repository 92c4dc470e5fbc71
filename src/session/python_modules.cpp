#include "session/python_modules.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "session/build.hpp"

namespace simul::session {

void PythonModules::arrived(std::string packed) {
  auto library = std::make_unique<library::Library>(std::move(packed));
  if (library->empty() && !library::names().empty()) {
    failed("the file is not whole");
    return;
  }
  library_ = std::move(library);
  compiled_.clear();
  state_ = State::kHere;
}

void PythonModules::failed(std::string why) {
  if (state_ == State::kHere) return;
  why_ = std::move(why);
  state_ = State::kFailed;
}

void PythonModules::awaited_again() {
  if (state_ == State::kFailed) state_ = State::kAwaited;
}

bool PythonModules::has(std::string_view name) {
  return library::has(name);
}

std::vector<std::string> PythonModules::names() {
  const auto all = library::names();
  return std::vector<std::string>(all.begin(), all.end());
}

vm::SourcedModule PythonModules::find(std::string_view name) {
  vm::SourcedModule found;
  const library::Module* module = library_ == nullptr ? nullptr : library_->find(name);
  if (module == nullptr) {
    found.error = "Simul's library did not load (" +
                  (why_.empty() ? std::string("it is not here") : why_) + "), and the module '" +
                  std::string(name) + "' is in it: run again when you are online";
    return found;
  }
  const std::string file = library::file_name(name, *module);
  found.package = module->package;
  if (!module->twin) {
    found.file = file.starts_with('<') ? "/usr/lib/python3.13/" + std::string(name) + ".py" : file;
  }
  std::shared_ptr<const bytecode::CodeObject>& code = compiled_[std::string(name)];
  if (code == nullptr) {
    Build built = build(module->text, file);
    if (built.code == nullptr) {
      const syntax::Diagnostic& first = built.diagnostics.front();
      found.error = "Simul's own module '" + std::string(name) + "' does not compile: line " +
                    std::to_string(first.lineno) + ": " + first.message;
      return found;
    }
    code = std::move(built.code);
  }
  found.code = code;
  return found;
}

std::shared_ptr<const bytecode::CodeObject> PythonModules::compile(std::string_view text,
                                                                   const std::string& filename) {
  return build(text, filename).code;
}

bool may_import_library(const bytecode::CodeObject& code) {
  for (const bytecode::Instruction& each : code.code) {
    if (each.op() != bytecode::Opcode::IMPORT_NAME) continue;
    const std::string& name = code.names[each.arg()];
    if (name.empty() || library::has(name) || library::has(name.substr(0, name.find('.'))))
      return true;
  }
  const auto named = [&](std::string_view word) {
    return std::find(code.names.begin(), code.names.end(), word) != code.names.end();
  };
  if (named("__import__")) return true;
  for (const bytecode::Constant& each : code.constants) {
    const auto* inner = std::get_if<std::shared_ptr<const bytecode::CodeObject>>(&each.value);
    if (inner != nullptr && may_import_library(**inner)) return true;
  }
  return false;
}

}  // namespace simul::session

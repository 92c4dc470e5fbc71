// PythonModules: the library's modules for the VM, compiled when a program first imports one and
// kept for every later run.
//
// In the page the library arrives some time after the first frame. A program that imports from it
// before that waits (Session does not start it); one that imports after the download failed gets
// an ImportError that says so.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bytecode/code_object.hpp"
#include "library/library.hpp"
#include "vm/module_source.hpp"

namespace simul::session {

class PythonModules final : public vm::ModuleSource {
 public:
  enum class State : std::uint8_t { kAwaited, kHere, kFailed };

  PythonModules() = default;
  // The packed text (library/library.hpp). One that cannot be read is as none.
  void arrived(std::string packed);
  // Nobody brings it: `why` in a few words. A later arrived() mends it.
  void failed(std::string why);
  void awaited_again();  // after a failure
  State state() const { return state_; }

  bool has(std::string_view name) override;
  vm::SourcedModule find(std::string_view name) override;
  std::vector<std::string> names() override;
  std::shared_ptr<const bytecode::CodeObject> compile(std::string_view text,
                                                      const std::string& filename) override;
  vm::CompiledText compile_text(std::string_view text,
                                const std::string& filename,
                                vm::CompiledText::Mode mode) override;

 private:
  State state_ = State::kAwaited;
  std::string why_;
  std::unique_ptr<library::Library> library_;
  std::unordered_map<std::string, std::shared_ptr<const bytecode::CodeObject>> compiled_;
};

// May the program import a module of the library? True also where only the run can tell
// (__import__).
bool may_import_library(const bytecode::CodeObject& code);

}  // namespace simul::session

// ModulesOffTheClock: the library's modules for one run, whose clock stands while Simul looks for
// one and compiles it.
//
// CPython finds its modules compiled, and what asyncio itself needs is there before a program
// begins; here the first to_thread() compiles some thousand lines. Without this a live run would
// show that as the program's own blocking. What a module's body does when it is imported is on the
// clock, as in CPython.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "asyncio/clock.hpp"
#include "vm/module_source.hpp"

namespace simul::session {

class ModulesOffTheClock final : public vm::ModuleSource {
 public:
  // Both outlive this; `inner` null: nobody asks.
  ModulesOffTheClock(vm::ModuleSource* inner, asyncio::Clock& clock)
      : inner_(inner), clock_(&clock) {}

  bool has(std::string_view name) override { return inner_->has(name); }
  vm::SourcedModule find(std::string_view name) override {
    clock_->hold();
    vm::SourcedModule found = inner_->find(name);
    clock_->release();
    return found;
  }
  std::vector<std::string> names() override { return inner_->names(); }
  // A text of the program's own: CPython takes its time for it, too.
  std::shared_ptr<const bytecode::CodeObject> compile(std::string_view text,
                                                      const std::string& filename) override {
    return inner_->compile(text, filename);
  }
  vm::CompiledText compile_text(std::string_view text,
                                const std::string& filename,
                                vm::CompiledText::Mode mode) override {
    return inner_->compile_text(text, filename, mode);
  }

 private:
  vm::ModuleSource* inner_;
  asyncio::Clock* clock_;
};

}  // namespace simul::session

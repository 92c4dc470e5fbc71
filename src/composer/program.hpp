// A parsed text with its statements numbered: what cards are drawn from and edits are made on.
//
// Always holds: steps are in the order of the text, a step's number is its index; every suite is
// the body of one step or the module's. An `elif` has no number: it is a suite of its `if`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "composer/gesture.hpp"
#include "composer/text.hpp"
#include "syntax/ast.hpp"
#include "syntax/parse.hpp"

namespace simul::composer {

enum class SuiteKind : std::uint8_t {
  kModule,
  kFunction,
  kClass,
  kBody,
  kElif,
  kElse,
  kExcept,
  kFinally,
  kCase
};

struct Suite {
  int owner = -1;  // step
  int number = 0;  // which body of the owner
  SuiteKind kind = SuiteKind::kModule;
  const syntax::Node* header = nullptr;  // the handler, case or elif it belongs to, else the owner
  std::vector<int> steps;
  bool in_function = false;
  bool in_coroutine = false;
  bool in_loop = false;
  bool may_return = false;
  int function = -1;  // the innermost function it is in, a step
  int first = 0;      // where steps may begin: behind docstring and __future__ imports
};

struct Step {
  const syntax::Stmt* stmt = nullptr;
  int suite = 0;            // it stands in; index into Program::suites
  int index = 0;            // in that suite
  std::vector<int> suites;  // its bodies
};

class Program {
 public:
  explicit Program(std::string_view source);
  // Of a text that somebody else parsed; the tree must live as long.
  Program(const syntax::Module& module, std::string_view source, bool parses);

  [[nodiscard]] const syntax::Module& module() const { return *module_; }
  [[nodiscard]] const std::vector<syntax::Diagnostic>& diagnostics() const { return diagnostics_; }
  [[nodiscard]] bool parses() const { return parses_; }
  [[nodiscard]] const Text& text() const { return text_; }

  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] const std::vector<Suite>& suites() const { return suites_; }
  [[nodiscard]] const Step* step(int id) const;
  [[nodiscard]] const Step& at(int id) const { return steps_[static_cast<std::size_t>(id)]; }
  [[nodiscard]] const Suite& suite_of(int id) const {
    return suites_[static_cast<std::size_t>(at(id).suite)];
  }
  // The suite that a place is in; nullptr when there is none or it has no such index.
  [[nodiscard]] const Suite* suite(const Place& place) const;

  // From the first decorator to the end.
  [[nodiscard]] TextRange range(int id) const;
  // Is `inner` the step or inside it?
  [[nodiscard]] bool contains(int outer, int inner) const;
  // The number of the statement; -1 for none.
  [[nodiscard]] int id_of(const syntax::Stmt* stmt) const;
  // The innermost statement that the offset is in; -1 for none.
  [[nodiscard]] int step_at(std::uint32_t offset) const;

 private:
  void build();
  void suite(Suite suite, std::span<syntax::Stmt* const> body);
  void add_suites(int id);

  std::optional<syntax::ParseResult> parsed_;
  const syntax::Module* module_;
  std::vector<syntax::Diagnostic> diagnostics_;
  bool parses_ = true;
  Text text_;
  std::vector<Step> steps_;
  std::vector<Suite> suites_;
};

// "asyncio.sleep" of the expression asyncio.sleep, "print" of print, else "".
[[nodiscard]] std::string dotted(const syntax::Expr* expr);
// The function, plain or coroutine, that a node defines; nullptr for any other. And the name that a
// node gives to the function or class which it defines; empty for any other.
[[nodiscard]] const syntax::FunctionDefBase* definition(const syntax::Node* node);
[[nodiscard]] std::string_view defined_name(const syntax::Node* node);
// The statement's own nodes: without the bodies of functions, classes and lambdas in it.
[[nodiscard]] std::vector<const syntax::Node*> own_nodes(const syntax::Stmt& stmt);
// Has the function a yield of its own?
[[nodiscard]] bool is_generator(const Program& program, int function);
[[nodiscard]] bool is_docstring(const syntax::Stmt& stmt);

}  // namespace simul::composer

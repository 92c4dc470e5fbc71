// What a file's names mean, as far as one can see without running it: which calls make coroutines,
// which name is asyncio's.
//
// Always holds: a name is called a coroutine function only if every definition of it in the file is
// an async def without yield and without decorators.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/ast.hpp"

namespace simul::lints {

class Names {
 public:
  explicit Names(const syntax::Module& module);

  // The name that the expression has where it comes from: "asyncio.sleep" of aio.sleep after
  // `import asyncio as aio` and of sleep after `from asyncio import sleep`; "self.load"; "" when it
  // is no dotted name.
  [[nodiscard]] std::string of(const syntax::Expr* expr) const;
  // Does calling it make a coroutine? `owner`: the class whose method the call stands in, or null.
  [[nodiscard]] bool makes_coroutine(const syntax::Call& call, const syntax::ClassDef* owner) const;
  // An async def of this file that is named, not called.
  [[nodiscard]] const syntax::AsyncFunctionDef* coroutine_function(const syntax::Expr* expr) const;
  // Does the file import this module, or something of it?
  [[nodiscard]] bool imports(std::string_view module) const;
  // The coroutine function whose call is handed to asyncio.run at the file's top, or null.
  [[nodiscard]] const syntax::AsyncFunctionDef* entry() const { return entry_; }

 private:
  void define(std::string_view name, const syntax::AsyncFunctionDef* def);

  std::map<std::string, std::string, std::less<>>
      imported_;  // local name -> "asyncio", "asyncio.sleep"
  std::map<std::string, const syntax::AsyncFunctionDef*, std::less<>>
      functions_;  // null: ambiguous
  std::map<const syntax::ClassDef*, std::set<std::string, std::less<>>> methods_;
  const syntax::AsyncFunctionDef* entry_ = nullptr;
};

// A statement list's own nodes: what runs when it runs, without the bodies of functions, lambdas
// and classes in it.
[[nodiscard]] std::vector<const syntax::Node*> own_nodes(std::span<syntax::Stmt* const> body);

}  // namespace simul::lints

// What the room's other files go by when they look at one file: its names, where its nodes stand in
// the text, which body of statements they are in; and where they leave their remarks.
//
// Always holds: a remark's place is in the text that was parsed, and its mend's edits do not
// overlap.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lints/lint.hpp"
#include "lints/names.hpp"
#include "syntax/ast.hpp"
#include "syntax/places.hpp"

namespace simul::lints {

// A body of statements that runs as one: the file's own, or a function's.
struct Scope {
  std::span<syntax::Stmt* const> body;
  const syntax::AsyncFunctionDef* coroutine = nullptr;  // null: not in an async def
  const syntax::ClassDef* owner = nullptr;              // of a method
  bool is_module = false;
  std::vector<const syntax::Node*> nodes;  // own_nodes(body)
};

// The edits as a mend, or none where two of them touch the same text.
[[nodiscard]] std::optional<Fix> fix(std::string title, std::vector<TextEdit> edits);

class Remarks {
 public:
  Remarks(const syntax::Module& module, std::string_view text)
      : names(module), at(text), source(text) {}

  void say(std::string code,
           Severity severity,
           const syntax::Node& node,
           std::string message,
           std::string why,
           std::optional<Fix> mend);
  void say(Lint lint) { found_.push_back(std::move(lint)); }

  // In the order of the text.
  [[nodiscard]] std::vector<Lint> take();

  const Names names;
  const syntax::Places at;
  const std::string_view source;

 private:
  std::vector<Lint> found_;
};

}  // namespace simul::lints

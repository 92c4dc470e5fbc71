// What a statement is on a card: its kind, title, slots, and the calls inside it.
#pragma once

#include <string>

#include "composer/cards.hpp"
#include "composer/program.hpp"

namespace simul::composer {

// Sets kind, title, slots, items, target, needs and fixed of `block`.
void classify(const Program& program, int id, Block& block);

// "", "except ValueError", "elif x > 1", "else", "finally", "case 1".
[[nodiscard]] std::string label_of(const Text& text, const Suite& suite);
// What stands between the parentheses behind the function's name.
[[nodiscard]] std::string parameters_text(const Text& text, const syntax::FunctionDefBase& def);
// The name of the function whose call is handed to asyncio.run; "" for none.
[[nodiscard]] std::string entry_name(const Program& program);
// The step that binds the name `task` to a new task, in the function the step `from` stands in: the
// last before `from`; -1 for none.
[[nodiscard]] int started_as(const Program& program, int from, std::string_view task);

// The text between a call's parentheses, without the whitespace around it.
[[nodiscard]] TextRange arguments_range(const Text& text, const syntax::Call& call);
// The call of `await f()`, `x = await f()`, `f()`, `return await f()`; nullptr for none.
struct Called {
  const syntax::Call* call = nullptr;
  const syntax::Await* await = nullptr;
  const syntax::Expr* value = nullptr;  // what is awaited, or the whole value
  std::string name;                     // "asyncio.sleep"
  std::string target;                   // "x"; "" for none or for several
  bool has_target = false;
};
[[nodiscard]] Called called(const syntax::Stmt& stmt);

}  // namespace simul::composer

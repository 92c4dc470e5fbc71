// Names: which are taken, which are free, which module is imported under which name.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "composer/draft.hpp"
#include "composer/program.hpp"

namespace simul::composer {

// Every name, attribute and parameter that stands anywhere in the text, and Python's keywords and
// built-in functions.
[[nodiscard]] std::set<std::string, std::less<>> names_in(const Program& program);
// `word`, or word_2, word_3, ... if it is taken.
[[nodiscard]] std::string free_name(const std::set<std::string, std::less<>>& taken,
                                    std::string_view word);
[[nodiscard]] bool is_identifier(std::string_view name);

// Is `import module` at the file's top, under its own name?
[[nodiscard]] bool imports(const Program& program, std::string_view module);
// Adds `import module` where it is missing: with the other imports, in their order, or above the
// first statement. How many statements were added: numbers behind the import grow by it.
int add_import(Draft& draft, std::string_view module);
// Takes `import module` out where nothing in the text says its name any more.
void drop_import(Draft& draft, std::string_view module);

}  // namespace simul::composer

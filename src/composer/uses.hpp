// Where names stand: what a step reads, binds, and who else uses it.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "composer/program.hpp"

namespace simul::composer {

using NameSet = std::set<std::string, std::less<>>;

// The name that a pattern of a match binds (`case Key(code)`, `*rest`, `**rest`); empty: none.
std::string_view name_captured(const syntax::Node& pattern);

// All names read anywhere in the node, functions inside it included; all names that it binds where
// it stands, which those inside functions and classes are not.
[[nodiscard]] NameSet names_read(const syntax::Node& node);
[[nodiscard]] NameSet names_bound(const syntax::Node& node);

// Does the function bind the name for itself, as a parameter or in its own code? Not what functions
// inside it bind, and not what it declares to belong elsewhere.
[[nodiscard]] bool binds_itself(const syntax::FunctionDefBase& def, std::string_view name);

// The Name nodes with this name in the body of the function (-1: the whole text), those inside the
// steps `but` left out.
[[nodiscard]] std::vector<const syntax::Name*> uses_of(const Program& program,
                                                       int function,
                                                       std::string_view name,
                                                       std::span<const int> but);

// The steps from `first` to `last` of one body; empty when they are not of one body, in order.
[[nodiscard]] std::vector<int> selection(const Program& program, int first, int last);

}  // namespace simul::composer

// What the text says of a name: in which scope it stands, whether it is a parameter, and what gives
// it its value. Of the text alone, without a run.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "composer/program.hpp"

namespace simul::composer {

// The own nodes of a function or of the module, without those of functions inside it.
struct Scope {
  int function = -1;  // a step; -1: the module
  const syntax::FunctionDefBase* def = nullptr;
  std::vector<const syntax::Node*> nodes;
};

class Bindings {
 public:
  explicit Bindings(const Program& program) : program_(program) {}

  // The innermost function around a node, by place; -1 for none.
  [[nodiscard]] int scope_of(const syntax::Node& node) const;
  [[nodiscard]] Scope scope(int function) const;
  // The function around a function.
  [[nodiscard]] int outer(int function) const { return program_.suite_of(function).function; }

  // Does a function declare this name of the module to be global?
  [[nodiscard]] bool written_elsewhere(std::string_view name) const;
  // Is something of the name called or changed (jobs.append, jobs[0] = ...)?
  [[nodiscard]] bool grows(std::string_view name) const;
  // The nth element of a list, tuple or set that stands in the text, itself or by a name; nullptr
  // where nobody can say.
  [[nodiscard]] const syntax::Expr* element_of(const syntax::Expr& iter,
                                               const Scope& here,
                                               std::uint32_t nth) const;

 private:
  const syntax::Expr* only_value(const syntax::Name& name, const Scope& here) const;

  const Program& program_;
};

// Is the place of one node within that of the other?
[[nodiscard]] bool contains(const syntax::Node& outer, const syntax::Node& inner);
[[nodiscard]] const syntax::Arg* parameter_of(const syntax::FunctionDefBase& def,
                                              std::string_view name);
// Of `a, (b, c) = x, (y, z)`: what b gets; nullptr where a star hides it.
[[nodiscard]] const syntax::Expr* part_for(const syntax::Expr& target,
                                           const syntax::Name& store,
                                           const syntax::Expr& value);

}  // namespace simul::composer

// In the order in which the rules name them; see error_functions.hpp.
#include "syntax/error_functions.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "base/check.hpp"

namespace simul::syntax {
namespace {

using peg::Kind;
using peg::Machine;
using peg::Value;

enum class TargetOf : uint8_t { kAssignment, kFor, kDelete };

// The part of `v` that cannot be assigned to or deleted; Kind::kNothing if all can.
Value invalid_target(Machine& machine, const Value& v, TargetOf use) {
  switch (v.kind) {
    case Kind::kName:
    case Kind::kAttribute:
    case Kind::kSubscript: return {};
    case Kind::kList:
    case Kind::kTuple:
      for (const Value& part : std::vector<Value>(machine.parts(v))) {
        if (const Value found = invalid_target(machine, part, use); found.kind != Kind::kNothing)
          return found;
      }
      return {};
    case Kind::kStarred:
      if (use == TargetOf::kDelete) return v;
      return invalid_target(machine, machine.parts(v).front(), use);
    case Kind::kCompare:
      // `for x in y` reads as a comparison; its left side is the target.
      if (use != TargetOf::kFor) return v;
      if (machine.token(machine.parts(v)[1].first).type != TokenType::kIn) return {};
      return invalid_target(machine, machine.parts(v)[0], use);
    default: return v;
  }
}

Machine::Verdict raise_target(Machine& machine, const Value& v, TargetOf use) {
  const Value bad = invalid_target(machine, v, use);
  if (bad.kind == Kind::kNothing) return Machine::Verdict::kFail;
  const char* verb = use == TargetOf::kDelete ? "cannot delete " : "cannot assign to ";
  return machine.raise_range(bad, bad, std::string(verb) + peg::expression_name(bad.kind));
}

bool is_legacy_statement(Machine& machine, const Value& v) {
  return v.kind == Kind::kName &&
         (machine.text(v.first) == "print" || machine.text(v.first) == "exec");
}

Machine::Verdict raise_bound(Machine& m, const Value& colon, const Value& bound, const char* what) {
  return m.raise_from(colon,
                      std::string(bound.kind == Kind::kTuple ? "cannot use constraints with "
                                                             : "cannot use bound with ") +
                          what);
}

Machine::Verdict assign_target(Machine& m, const Value* items, int n, int) {
  return raise_target(m, items[n], TargetOf::kAssignment);
}

Machine::Verdict for_target(Machine& m, const Value* items, int n, int) {
  return raise_target(m, items[n], TargetOf::kFor);
}

Machine::Verdict delete_target(Machine& m, const Value* items, int n, int) {
  return raise_target(m, items[n], TargetOf::kDelete);
}

Machine::Verdict missing_comma(Machine& m, const Value* items, int n, int k) {
  if (is_legacy_statement(m, items[n]) || m.tokens().tokens[m.position() - 1].level == 0)
    return Machine::Verdict::kFail;
  return m.raise_range(items[n], items[k], "invalid syntax. Perhaps you forgot a comma?");
}

Machine::Verdict legacy(Machine& m, const Value* items, int n, int k) {
  if (!is_legacy_statement(m, items[n])) return Machine::Verdict::kFail;
  const std::string word(m.text(items[n].first));
  return m.raise_range(
      items[n],
      items[k],
      "Missing parentheses in call to '" + word + "'. Did you mean " + word + "(...)?");
}

// CPython compares no more letters than the name has: `c` passes for `case` here.
Machine::Verdict begin_of_soft_keyword(Machine& m, const Value* items, int n, int) {
  const std::string_view given = m.text(items[n].first);
  for (const std::string_view word : {"_", "case", "match", "type"}) {
    if (word.substr(0, given.size()) == given) return Machine::Verdict::kMatch;
  }
  return Machine::Verdict::kFail;
}

Machine::Verdict bare_generator(Machine& m, const Value* items, int n, int k) {
  std::vector<Value> positional;
  for (const Value& part : m.parts(items[n])) {
    if (part.kind != Kind::kKeyword && part.kind != Kind::kDoubleStar) positional.push_back(part);
  }
  if (positional.size() <= 1) return Machine::Verdict::kFail;
  const Value clause = m.parts(items[k]).back();
  return m.raise_range(
      positional.back(), m.parts(clause).back(), "Generator expression must be parenthesized");
}

Machine::Verdict argument_order(Machine& m, const Value* items, int n, int) {
  const std::vector<Value>& parts = m.parts(items[n]);
  const bool unpacking = std::any_of(
      parts.begin(), parts.end(), [](const Value& v) { return v.kind == Kind::kDoubleStar; });
  return m.raise_at_last(unpacking ? "positional argument follows keyword argument unpacking"
                                   : "positional argument follows keyword argument");
}

Machine::Verdict missing_value(Machine& m, const Value* items, int n, int) {
  const Token& first = m.token(items[n].first);
  const Token& last = m.token(items[n].last);
  return m.raise_at("SyntaxError",
                    first.lineno,
                    last.end_col_offset - 1,
                    last.end_lineno,
                    -1,
                    "':' expected after dictionary key");
}

Machine::Verdict positional_span(Machine& m, const Value* items, int n, int) {
  const Value all = items[n];
  const Value first = m.parts(all).front();
  const Value last = m.parts(all).back();
  return m.raise_range(first, last, "positional patterns follow keyword patterns");
}

Machine::Verdict bound_of_tuple(Machine& m, const Value* items, int n, int k) {
  return raise_bound(m, items[n], items[k], "TypeVarTuple");
}

Machine::Verdict bound_of_spec(Machine& m, const Value* items, int n, int k) {
  return raise_bound(m, items[n], items[k], "ParamSpec");
}

struct Named {
  std::string_view name;
  Machine::Function function;
};
constexpr Named kFunctions[] = {
    {"assign_target", assign_target},
    {"for_target", for_target},
    {"delete_target", delete_target},
    {"missing_comma", missing_comma},
    {"legacy", legacy},
    {"begin_of_soft_keyword", begin_of_soft_keyword},
    {"bare_generator", bare_generator},
    {"argument_order", argument_order},
    {"missing_value", missing_value},
    {"span", positional_span},
    {"bound_of_tuple", bound_of_tuple},
    {"bound_of_spec", bound_of_spec},
};

}  // namespace

Machine::Function error_function(std::string_view name) {
  const auto* found = std::ranges::find(kFunctions, name, &Named::name);
  SIMUL_CHECK(found != std::end(kFunctions), "unknown function in the grammar");
  return found->function;
}

}  // namespace simul::syntax

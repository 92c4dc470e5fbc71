// unit.hpp - what the compiler knows about the scope it is writing code for: CPython's struct
// compiler_unit.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/constants.hpp"
#include "compiler/instruction.hpp"
#include "compiler/symtable.hpp"

namespace simul::compiler {

// Names in the order of their first use.
class NameTable {
 public:
  int add(const std::string& name) {
    const auto [entry, added] = index_.try_emplace(name, static_cast<int>(names_.size()));
    if (added) names_.push_back(name);
    return entry->second;
  }
  // -1 for an unknown name.
  [[nodiscard]] int find(const std::string& name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? -1 : found->second;
  }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] int size() const { return static_cast<int>(names_.size()); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, int> index_;
};

enum class UnitKind : std::uint8_t {
  kModule,
  kClass,
  kFunction,
  kAsyncFunction,
  kLambda,
  kComprehension,
  kTypeParameters,
};

// What stands on the stack or on the block stack where a statement is, and must be undone when
// `return`, `break` or `continue` leaves it.
enum class BlockKind : std::uint8_t {
  kWhileLoop,
  kForLoop,
  kTryExcept,
  kFinallyTry,
  kFinallyEnd,
  kWith,
  kAsyncWith,
  kHandlerCleanup,
  kPopValue,
  kExceptionHandler,
  kExceptionGroupHandler,
  kAsyncComprehension,
  kStopIteration,
};

struct FrameBlock {
  BlockKind kind = BlockKind::kWhileLoop;
  Label start = {};
  Label exit = {};
  Location location = kNoLocation;
  std::span<syntax::Stmt* const> finally_body = {};
  std::string bound_name = {};  // of `except ... as name`
};

struct Unit {
  Unit(Scope& of, UnitKind unit_kind, int line) : scope(of), kind(unit_kind), first_line(line) {}

  Scope& scope;
  UnitKind kind;
  int first_line;
  std::string name;
  std::string qualname;
  std::string class_name;  // for mangling
  InstructionSequence sequence;
  ConstantTable constants;
  NameTable names;
  NameTable locals;  // parameters first
  NameTable cells;
  NameTable frees;
  // Locals of comprehensions merged into a module or class: true while inside the comprehension.
  std::map<std::string, bool> fast_hidden;
  std::vector<FrameBlock> blocks;
  int inlined_depth = 0;
  std::uint32_t arg_count = 0;
  std::uint32_t positional_only_count = 0;
  std::uint32_t keyword_only_count = 0;
  bool has_varargs = false;
  bool has_varkeywords = false;
  std::string docstring;
  bool has_docstring = false;
  std::set<std::string> static_attributes;
};

}  // namespace simul::compiler

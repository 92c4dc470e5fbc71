// symtable.hpp - which scope a name belongs to: CPython 3.13's Python/symtable.c.
//
// One Scope for the module and for every function, lambda, class and comprehension. Comprehensions
// other than generator expressions are merged into the scope around them (PEP 709). Names are kept
// mangled.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "syntax/ast.hpp"
#include "syntax/diagnostics.hpp"

namespace simul::compiler {

// How a name occurs in a scope; a set of bits.
enum SymbolFlag : unsigned {
  kDefGlobal = 1,
  kDefLocal = 2,
  kDefParam = 4,
  kDefNonlocal = 8,
  kUse = 16,
  kDefTypeParam = 32,
  kDefFreeClass = 64,
  kDefImport = 128,
  kDefAnnotation = 256,
  kDefComprehensionIteration = 512,
  kDefComprehensionCell = 2048,
  kDefBound = kDefLocal | kDefParam | kDefImport,
};

enum class NameScope : std::uint8_t {
  kNone,
  kLocal,
  kGlobalExplicit,
  kGlobalImplicit,
  kFree,
  kCell,
};

struct Symbol {
  unsigned flags = 0;
  NameScope scope = NameScope::kNone;
};

// Symbols in the order of their first occurrence, which fixes the order of what is made from them.
class SymbolMap {
 public:
  [[nodiscard]] Symbol* find(const std::string& name);
  [[nodiscard]] const Symbol* find(const std::string& name) const;
  Symbol& operator[](const std::string& name);
  [[nodiscard]] const std::vector<std::pair<std::string, Symbol>>& items() const { return items_; }
  [[nodiscard]] std::vector<std::pair<std::string, Symbol>>& items() { return items_; }

 private:
  std::vector<std::pair<std::string, Symbol>> items_;
  std::unordered_map<std::string, std::size_t> by_name_;
};

enum class ScopeKind : std::uint8_t { kModule, kClass, kFunction };
// The scopes of PEP 695, which are function-like: the one around a generic function, class or
// alias, in which its type parameters live; that of a bound, a constraint or a default; an alias's
// value.
enum class TypeScopeKind : std::uint8_t { kNone, kParameters, kVariable, kAlias };
enum class ComprehensionKind : std::uint8_t { kNone, kList, kSet, kDict, kGenerator };

struct Place {
  int line = 1;
  int col = 0;
  int end_line = 1;
  int end_col = 0;
};
[[nodiscard]] Place place_of(const syntax::Node& node);

struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  ComprehensionKind comprehension = ComprehensionKind::kNone;
  TypeScopeKind type_scope = TypeScopeKind::kNone;
  const char* type_scope_words = nullptr;  // of kVariable, as "a TypeVar bound"
  std::string name;
  SymbolMap symbols;
  std::vector<std::string> parameters;
  std::vector<Scope*> children;
  std::vector<std::pair<std::string, Place>> directives;  // of global and nonlocal
  bool nested = false;
  bool generator = false;
  bool coroutine = false;
  bool async_function = false;
  bool needs_class_closure = false;
  bool needs_class_dict = false;
  // Stands in a class and finds the names of its body, though it is no part of the body.
  bool sees_class_scope = false;
  // In the scope of a generic class's parameters, and those in it that are no class: what alone is
  // mangled there. Null elsewhere.
  std::shared_ptr<std::unordered_set<std::string>> mangled_names;
  bool inlined = false;
  bool in_iteration_target = false;
  int in_iterable = 0;

  [[nodiscard]] bool is_function() const { return kind == ScopeKind::kFunction; }
  [[nodiscard]] NameScope scope_of(const std::string& name) const;
  [[nodiscard]] std::string mangled(std::string_view class_name, std::string_view name) const;
};

// Which part of a definition a scope of PEP 695 belongs to.
enum class TypeScopeRole : std::uint8_t { kParameters, kBound, kDefault };

class SymbolTable {
 public:
  // A failure is the error CPython finds first.
  static std::optional<syntax::Diagnostic> build(const syntax::Module& module,
                                                 bool future_annotations,
                                                 SymbolTable& table);

  [[nodiscard]] Scope& module() { return *module_; }
  // The scope of a function definition, lambda, class or comprehension.
  [[nodiscard]] Scope& of(const syntax::Node* node) { return *by_node_.at(node); }
  // Of a definition's parameters, or of a parameter's bound or default.
  [[nodiscard]] Scope& of(const syntax::Node* node, TypeScopeRole role) {
    return *by_role_.at({node, role});
  }

 private:
  friend class SymbolTableBuilder;
  std::deque<Scope> scopes_;
  Scope* module_ = nullptr;
  std::unordered_map<const syntax::Node*, Scope*> by_node_;
  std::map<std::pair<const syntax::Node*, TypeScopeRole>, Scope*> by_role_;
};

// __name becomes _Class__name inside a class.
[[nodiscard]] std::string mangle(std::string_view class_name, std::string_view name);

[[nodiscard]] syntax::Diagnostic error_at(const Place& place, std::string message);

// How deep expressions and statements may nest: the tree is walked on the native stack, which must
// not overflow.
inline constexpr int kMaxNesting = 600;
[[nodiscard]] syntax::Diagnostic too_deep(const Place& place);

}  // namespace simul::compiler

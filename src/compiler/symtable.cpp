// symtable.cpp - the tables themselves and the second pass: which scope each name belongs to.
#include "compiler/symtable.hpp"

#include "compiler/symtable_builder.hpp"

namespace simul::compiler {

Symbol* SymbolMap::find(const std::string& name) {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &items_[found->second].second;
}

const Symbol* SymbolMap::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &items_[found->second].second;
}

Symbol& SymbolMap::operator[](const std::string& name) {
  const auto [entry, added] = by_name_.try_emplace(name, items_.size());
  if (added) items_.emplace_back(name, Symbol{});
  return items_[entry->second].second;
}

NameScope Scope::scope_of(const std::string& symbol_name) const {
  const Symbol* symbol = symbols.find(symbol_name);
  return symbol == nullptr ? NameScope::kNone : symbol->scope;
}

Place place_of(const syntax::Node& node) {
  return {node.lineno, node.col_offset, node.end_lineno, node.end_col_offset};
}

std::string mangle(std::string_view class_name, std::string_view name) {
  if (class_name.empty() || !name.starts_with("__") || name.ends_with("__") ||
      name.find('.') != std::string_view::npos)
    return std::string(name);
  const std::size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return std::string(name);
  return "_" + std::string(class_name.substr(first)) + std::string(name);
}

std::string Scope::mangled(std::string_view class_name, std::string_view plain) const {
  if (mangled_names != nullptr && !mangled_names->contains(std::string(plain)))
    return std::string(plain);
  return mangle(class_name, plain);
}

syntax::Diagnostic error_at(const Place& place, std::string message) {
  syntax::Diagnostic out;
  out.message = std::move(message);
  out.lineno = place.line;
  out.offset = place.col + 1;
  out.end_lineno = place.end_line;
  out.end_offset = place.end_col + 1;
  return out;
}

syntax::Diagnostic too_deep(const Place& place) {
  syntax::Diagnostic out = error_at(place, "maximum recursion depth exceeded during compilation");
  out.type = "RecursionError";
  out.hint = "the expression or statement is too deeply nested";
  return out;
}

namespace {

using NameSet = std::unordered_set<std::string>;
using ScopeMap = std::unordered_map<std::string, NameScope>;

class Analyzer {
 public:
  explicit Analyzer(std::optional<syntax::Diagnostic>& error) : error_(error) {}

  // `bound` is null in the module. Names that a scope around must provide are added to `free`.
  // `class_scope` is the class whose names the scope finds too.
  void block(Scope& scope,
             const NameSet* outer_bound,
             const NameSet& outer_global,
             NameSet& free,
             NameSet type_params,
             const Scope* class_scope) {
    std::optional<NameSet> bound;
    if (outer_bound != nullptr) bound = *outer_bound;
    NameSet global = outer_global;
    NameSet local;
    ScopeMap scopes;
    NameSet new_bound;
    NameSet new_global;
    NameSet new_free;
    NameSet inlined_cells;
    const bool is_class = scope.kind == ScopeKind::kClass;
    // A class body binds nothing for the functions in it.
    if (is_class) {
      new_global = global;
      if (bound) new_bound = *bound;
    }
    for (const auto& [name, symbol] : scope.symbols.items()) {
      analyze_name(
          scope, scopes, name, symbol.flags, bound, local, free, global, type_params, class_scope);
      if (error_) return;
    }
    if (!is_class) {
      if (scope.is_function()) new_bound = local;
      if (bound) new_bound.insert(bound->begin(), bound->end());
      new_global.insert(global.begin(), global.end());
    } else {
      new_bound.insert("__class__");
      new_bound.insert("__classdict__");
    }
    std::vector<Scope*> spliced;
    for (Scope* child : scope.children) {
      NameSet child_free;
      const Scope* seen = !child->sees_class_scope ? nullptr : is_class ? &scope : class_scope;
      block(*child, &new_bound, new_global, child_free, type_params, seen);
      if (error_) return;
      const bool inlines = child->comprehension != ComprehensionKind::kNone &&
                           child->comprehension != ComprehensionKind::kGenerator &&
                           !scope.sees_class_scope;
      if (inlines) {
        inline_comprehension(scope, *child, scopes, child_free, inlined_cells);
        child->inlined = true;
        spliced.insert(spliced.end(), child->children.begin(), child->children.end());
      } else {
        spliced.push_back(child);
      }
      new_free.insert(child_free.begin(), child_free.end());
    }
    scope.children = std::move(spliced);
    if (scope.is_function()) {
      for (auto& [name, kind] : scopes)
        if (kind == NameScope::kLocal &&
            (new_free.contains(name) || inlined_cells.contains(name))) {
          kind = NameScope::kCell;
          new_free.erase(name);
        }
    } else if (is_class) {
      if (new_free.erase("__class__") > 0) scope.needs_class_closure = true;
      if (new_free.erase("__classdict__") > 0) scope.needs_class_dict = true;
    }
    for (auto& [name, symbol] : scope.symbols.items()) {
      if (inlined_cells.contains(name)) symbol.flags |= kDefComprehensionCell;
      const auto found = scopes.find(name);
      if (found != scopes.end()) symbol.scope = found->second;
    }
    for (const std::string& name : new_free) {
      if (Symbol* symbol = scope.symbols.find(name)) {
        if (is_class || scope.sees_class_scope) symbol->flags |= kDefFreeClass;
        continue;
      }
      if (bound && !bound->contains(name)) continue;
      scope.symbols[name].scope = NameScope::kFree;
    }
    free.insert(new_free.begin(), new_free.end());
  }

 private:
  void fail(const Scope& scope, const std::string& name, std::string message) {
    for (const auto& [directive, place] : scope.directives)
      if (directive == name) {
        error_ = error_at(place, std::move(message));
        return;
      }
    error_ = error_at({}, std::move(message));
  }

  void analyze_name(Scope& scope,
                    ScopeMap& scopes,
                    const std::string& name,
                    unsigned flags,
                    std::optional<NameSet>& bound,
                    NameSet& local,
                    NameSet& free,
                    NameSet& global,
                    NameSet& type_params,
                    const Scope* class_scope) {
    if ((flags & kDefGlobal) != 0) {
      if ((flags & kDefNonlocal) != 0)
        return fail(scope, name, "name '" + name + "' is nonlocal and global");
      scopes[name] = NameScope::kGlobalExplicit;
      global.insert(name);
      if (bound) bound->erase(name);
      return;
    }
    if ((flags & kDefNonlocal) != 0) {
      if (!bound) return fail(scope, name, "nonlocal declaration not allowed at module level");
      if (!bound->contains(name))
        return fail(scope, name, "no binding for nonlocal '" + name + "' found");
      if (type_params.contains(name))
        return fail(scope, name, "nonlocal binding not allowed for type parameter '" + name + "'");
      scopes[name] = NameScope::kFree;
      free.insert(name);
      return;
    }
    if ((flags & kDefBound) != 0) {
      scopes[name] = NameScope::kLocal;
      local.insert(name);
      global.erase(name);
      if ((flags & kDefTypeParam) != 0)
        type_params.insert(name);
      else
        type_params.erase(name);
      return;
    }
    // Bound both in the class and in a function around it: what the class lacks when it is looked
    // up is then the global one, never the function's.
    if (class_scope != nullptr) {
      const Symbol* symbol = class_scope->symbols.find(name);
      const unsigned class_flags = symbol == nullptr ? 0 : symbol->flags;
      if ((class_flags & kDefGlobal) != 0) {
        scopes[name] = NameScope::kGlobalExplicit;
        return;
      }
      if ((class_flags & kDefBound) != 0 && (class_flags & kDefNonlocal) == 0) {
        scopes[name] = NameScope::kGlobalImplicit;
        return;
      }
    }
    if (bound && bound->contains(name)) {
      scopes[name] = NameScope::kFree;
      free.insert(name);
      return;
    }
    scopes[name] = NameScope::kGlobalImplicit;
  }

  static bool free_in_child(const Scope& scope, const std::string& name) {
    for (const Scope* child : scope.children)
      if (child->scope_of(name) == NameScope::kFree) return true;
    return false;
  }

  static void inline_comprehension(Scope& scope,
                                   Scope& comprehension,
                                   ScopeMap& scopes,
                                   NameSet& child_free,
                                   NameSet& inlined_cells) {
    for (auto& [name, symbol] : comprehension.symbols.items()) {
      if ((symbol.flags & kDefParam) != 0) continue;  // its argument, the iterator
      if (symbol.scope == NameScope::kCell || (symbol.flags & kDefComprehensionCell) != 0)
        inlined_cells.insert(name);
      const Symbol* existing = scope.symbols.find(name);
      // A class never passes __class__ on to what is inlined into its own body.
      if (symbol.scope == NameScope::kFree && scope.kind == ScopeKind::kClass &&
          name == "__class__" &&
          (existing == nullptr || scopes[name] == NameScope::kGlobalImplicit ||
           scopes[name] == NameScope::kLocal)) {
        symbol.scope = NameScope::kGlobalImplicit;
        child_free.erase(name);
      }
      if (existing == nullptr) {
        scope.symbols[name].flags = symbol.flags;
        scopes[name] = symbol.scope;
      } else if ((existing->flags & kDefBound) != 0 && scope.kind != ScopeKind::kClass &&
                 !free_in_child(comprehension, name)) {
        child_free.erase(name);
      }
    }
  }

  std::optional<syntax::Diagnostic>& error_;
};

}  // namespace

std::optional<syntax::Diagnostic> SymbolTable::build(const syntax::Module& module,
                                                     bool future_annotations,
                                                     SymbolTable& table) {
  SymbolTableBuilder builder(table, future_annotations);
  builder.module(module);
  std::optional<syntax::Diagnostic> error = builder.error();
  if (error) return error;
  NameSet free;
  Analyzer(error).block(*table.module_, nullptr, {}, free, {}, nullptr);
  return error;
}

}  // namespace simul::compiler

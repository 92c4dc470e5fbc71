#include "composer/provenance.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/sort.hpp"
#include "composer/bindings.hpp"
#include "composer/call_arguments.hpp"
#include "composer/program.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

std::string one_line(std::string_view text) {
  const std::size_t end = text.find_first_of("\r\n");
  return end == std::string_view::npos ? std::string(text)
                                       : std::string(text.substr(0, end)) + " …";
}

class Tracer {
 public:
  Tracer(const Program& program, std::span<const CallSite> chain)
      : program_(program), bindings_(program), text_(program.text()), chain_(chain) {}

  Origin run(const CallSite& at) {
    const Call* sleep = find_sleep(at);
    if (sleep == nullptr) {
      out_.line = at.line;
      if (out_.sentence.empty()) out_.sentence = "no sleep is found in " + line_word(at.line);
      return out_;
    }
    const Expr* delay = delay_of(*sleep);
    if (delay == nullptr) return computed(*sleep);
    if (delay->kind != NodeKind::kConstant) out_.name = one_line(text_.text(*delay));
    return value(*delay, bindings_.scope_of(*delay), 0, at.nth);
  }

 private:
  static std::string line_word(std::uint32_t line) { return "line " + std::to_string(line); }

  static bool is_delay_call(std::string_view name) {
    return name == "asyncio.sleep" || name == "time.sleep" || name == "asyncio.timeout" ||
           name == "asyncio.wait_for" || name == "sleep" || name == "wait_for";
  }

  const Call* find_sleep(const CallSite& at) {
    const Call* found = nullptr;
    int count = 0;
    for (const Stmt* stmt : program_.module().body) {
      if (stmt->end_lineno < static_cast<int>(at.line)) continue;
      walk(*stmt, [&](const Node& node) {
        const auto* call = try_as<Call>(&node);
        if (call == nullptr || !is_delay_call(dotted(call->func))) return true;
        const bool here = at.column > 0 ? call->lineno == static_cast<int>(at.line) &&
                                              call->col_offset + 1 == static_cast<int>(at.column)
                                        : call->lineno <= static_cast<int>(at.line) &&
                                              static_cast<int>(at.line) <= call->end_lineno;
        if (!here) return true;
        ++count;
        found = call;
        return true;
      });
    }
    if (count > 1) {
      out_.sentence = "several sleeps stand in " + line_word(at.line);
      return nullptr;
    }
    return found;
  }

  static const Expr* delay_of(const Call& call) {
    const std::string name = dotted(call.func);
    const bool second = name.ends_with("wait_for");
    for (const Keyword* keyword : call.keywords) {
      if (keyword->arg == (second ? "timeout" : "delay") || keyword->arg == "when")
        return keyword->value;
    }
    const std::size_t index = second ? 1 : 0;
    if (call.args.size() <= index) return nullptr;
    for (std::size_t i = 0; i <= index; ++i) {
      if (call.args[i]->kind == NodeKind::kStarred) return nullptr;
    }
    return call.args[index];
  }

  Origin computed(const Node& node) {
    out_.exact = false;
    out_.line = static_cast<std::uint32_t>(node.lineno);
    out_.sentence = "computed in " + line_word(out_.line) + ": " + one_line(text_.text(node));
    out_.uses.clear();
    return out_;
  }

  // The value of an expression of a scope. `depth`: which link of the chain called this scope.
  // `nth`: the round of the loop that the expression is in.
  Origin value(const Expr& expr, int function, std::size_t depth, std::uint32_t nth) {
    if (++steps_ > 64) return computed(expr);
    if (const auto* constant = try_as<Constant>(&expr)) {
      const bool whole = constant->constant_kind == ConstantKind::kInt && constant->fits_int64;
      if (!whole && constant->constant_kind != ConstantKind::kFloat) return computed(expr);
      out_.exact = true;
      out_.literal = text_.range(expr);
      out_.value = whole ? static_cast<double>(constant->int_value) : constant->number;
      out_.line = static_cast<std::uint32_t>(expr.lineno);
      out_.sentence = out_.name.empty() ? "the number stands in " + line_word(out_.line)
                                        : out_.name + " comes from " + line_word(out_.line);
      sort_stably(out_.uses, [](TextRange a, TextRange b) { return a.begin < b.begin; });
      out_.uses.erase(std::unique(out_.uses.begin(), out_.uses.end()), out_.uses.end());
      return out_;
    }
    if (const auto* name = try_as<Name>(&expr)) return name_value(*name, function, depth, nth);
    return computed(expr);
  }

  // Where a name gets its value.
  Origin name_value(const Name& name, int function, std::size_t depth, std::uint32_t nth) {
    const Scope here = bindings_.scope(function);
    bool shared = false;
    std::vector<const Name*> stores;
    for (const Node* node : here.nodes) {
      if (const auto* each = try_as<Name>(node); each != nullptr && each->id == name.id) {
        if (each->ctx != ExprContext::kLoad) stores.push_back(each);
        if (each->ctx == ExprContext::kLoad && each != &name)
          out_.uses.push_back(text_.range(*each));
      }
      if (const auto* global = try_as<Global>(node))
        shared = shared || std::find(global->names.begin(), global->names.end(), name.id) !=
                               global->names.end();
      if (const auto* nonlocal = try_as<Nonlocal>(node);
          nonlocal != nullptr &&
          std::find(nonlocal->names.begin(), nonlocal->names.end(), name.id) !=
              nonlocal->names.end())
        return computed(*nonlocal);
    }
    if (shared && !stores.empty()) return computed(*stores[0]);
    if (function >= 0 && !shared) {
      if (const Arg* parameter = parameter_of(*here.def, name.id)) {
        if (!stores.empty()) return computed(*stores[0]);
        if (here.def->args->vararg == parameter || here.def->args->kwarg == parameter)
          return computed(name);
        return argument(here, *parameter, name, depth);
      }
    }
    if (stores.empty()) {
      // A name of a scope outside: nobody knows how often that one was called, so a parameter of
      // it is followed by the next link of the chain.
      if (function < 0) return computed(name);
      return name_value(name, shared ? -1 : bindings_.outer(function), depth + 1, kUnknown);
    }
    if (stores.size() > 1) return computed(*stores.back());
    if (function < 0 && bindings_.written_elsewhere(name.id)) return computed(*stores[0]);
    if (function < 0) add_readers(name);
    return bound(*stores[0], here, function, depth, nth);
  }

  // Where functions read a name of the module.
  void add_readers(const Name& name) {
    for (std::size_t i = 0; i < program_.steps().size(); ++i) {
      if (definition(program_.steps()[i].stmt) == nullptr) continue;
      const Scope inner = bindings_.scope(static_cast<int>(i));
      bool own = parameter_of(*inner.def, name.id) != nullptr;
      std::vector<TextRange> reads;
      for (const Node* node : inner.nodes) {
        const auto* each = try_as<Name>(node);
        if (each == nullptr || each->id != name.id) continue;
        own = own || each->ctx != ExprContext::kLoad;
        if (each != &name) reads.push_back(text_.range(*each));
      }
      if (!own) out_.uses.insert(out_.uses.end(), reads.begin(), reads.end());
    }
  }

  // The one binding of a name: an assignment, or a loop over values that stand in the text.
  Origin bound(
      const Name& store, const Scope& here, int function, std::size_t depth, std::uint32_t nth) {
    for (const Node* node : here.nodes) {
      if (const auto* assign = try_as<Assign>(node)) {
        for (const Expr* target : assign->targets) {
          if (!contains(*target, store)) continue;
          if (target == &store) return value(*assign->value, function, depth, nth);
          const Expr* part = part_for(*target, store, *assign->value);
          return part == nullptr ? computed(*assign) : value(*part, function, depth, nth);
        }
      }
      if (const auto* assign = try_as<AnnAssign>(node);
          assign != nullptr && assign->target == &store)
        return assign->value == nullptr ? computed(*assign)
                                        : value(*assign->value, function, depth, nth);
      const Expr* target = nullptr;
      const Expr* iter = nullptr;
      if (const auto* loop = try_as<For>(node)) {
        target = loop->target;
        iter = loop->iter;
      } else if (const auto* clause = try_as<Comprehension>(node)) {
        target = clause->target;
        iter = clause->iter;
        if (!clause->ifs.empty()) nth = kUnknown;
      }
      if (target == nullptr || !contains(*target, store)) continue;
      const Expr* element = bindings_.element_of(*iter, here, nth);
      if (element == nullptr) return computed(*iter);
      const Expr* part = target == &store ? element : part_for(*target, store, *element);
      return part == nullptr ? computed(*iter) : value(*part, function, depth, kUnknown);
    }
    return computed(store);
  }

  static std::string last_part(const std::string& name) { return name.substr(name.rfind('.') + 1); }

  bool is_at(const Call& call, const CallSite& site) const {
    return call.lineno == static_cast<int>(site.line) &&
           (site.column == 0 || call.col_offset + 1 == static_cast<int>(site.column));
  }

  // What a call gave for a parameter.
  Origin argument(const Scope& here, const Arg& parameter, const Name& name, std::size_t depth) {
    const FunctionDefBase& def = *here.def;
    const std::vector<const Call*> calls = calls_of(program_, def);
    const Call* call = nullptr;
    std::uint32_t nth = kUnknown;
    std::size_t next = depth;
    // The run knows: the first link of the chain that is a call of this function.
    for (std::size_t i = depth; i < chain_.size() && call == nullptr; ++i) {
      int fitting = 0;
      for (const Call* each : calls) {
        if (!is_at(*each, chain_[i])) continue;
        ++fitting;
        call = each;
      }
      if (fitting > 1) call = nullptr;
      nth = chain_[i].nth;
      next = i + 1;
    }
    // Or the text does: there is one call, or one in the function that the chain comes to.
    if (call == nullptr) {
      nth = kUnknown;
      next = depth;
      std::vector<const Call*> likely = calls;
      if (likely.size() > 1 && depth < chain_.size()) {
        const std::string caller = callee_at(chain_[depth]);
        std::erase_if(likely, [&](const Call* each) {
          const int function = bindings_.scope_of(*each);
          return function < 0 || definition(program_.at(function).stmt)->name != caller;
        });
      }
      if (likely.size() == 1) call = likely[0];
    }
    if (call == nullptr) {
      Origin out = computed(name);
      out.sentence = calls.empty() ? std::string(def.name) + "() is called in no place of this text"
                                   : std::string(def.name) + "() is called in several places";
      out_ = out;
      return out;
    }
    const std::optional<const Expr*> given = argument_of(def, *call, parameter);
    if (!given.has_value() || *given == nullptr) return computed(*call);
    const Expr& expr = **given;
    const bool is_default = !contains(*call, expr);
    const int function = is_default ? bindings_.outer(here.function) : bindings_.scope_of(*call);
    return value(expr, function, next, loops_once(program_, *call) ? nth : kUnknown);
  }

  std::string callee_at(const CallSite& site) const {
    std::string found;
    for (const Stmt* stmt : program_.module().body) {
      walk(*stmt, [&](const Node& node) {
        const auto* call = try_as<Call>(&node);
        if (call != nullptr && is_at(*call, site)) found = last_part(dotted(call->func));
        return true;
      });
    }
    return found;
  }

  const Program& program_;
  Bindings bindings_;
  const Text& text_;
  std::span<const CallSite> chain_;
  Origin out_;
  int steps_ = 0;
};

}  // namespace

Origin provenance(std::string_view source, const CallSite& at, std::span<const CallSite> chain) {
  const Program program(source);
  return Tracer(program, chain).run(at);
}

}  // namespace simul::composer

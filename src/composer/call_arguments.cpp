#include "composer/call_arguments.hpp"

#include "composer/bindings.hpp"
#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

std::vector<const Call*> calls_of(const Program& program, const FunctionDefBase& def) {
  std::vector<const Call*> out;
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      const auto* call = try_as<Call>(&node);
      if (call == nullptr) return true;
      const auto* attribute = try_as<Attribute>(call->func);
      const auto* name = try_as<Name>(call->func);
      if ((attribute != nullptr && attribute->attr == def.name) ||
          (name != nullptr && name->id == def.name))
        out.push_back(call);
      return true;
    });
  }
  return out;
}

std::optional<const Expr*> argument_of(const FunctionDefBase& def,
                                       const Call& call,
                                       const Arg& parameter) {
  for (const Keyword* keyword : call.keywords) {
    if (!is_set(keyword->arg)) return std::nullopt;
    if (keyword->arg == parameter.arg) return keyword->value;
  }
  std::vector<const Arg*> positional(def.args->posonlyargs.begin(), def.args->posonlyargs.end());
  positional.insert(positional.end(), def.args->args.begin(), def.args->args.end());
  for (const Expr* each : call.args) {
    if (each->kind == NodeKind::kStarred) return std::nullopt;
  }
  const bool method = call.func->kind == NodeKind::kAttribute && !positional.empty() &&
                      (positional[0]->arg == "self" || positional[0]->arg == "cls");
  const std::size_t skipped = method ? 1 : 0;
  for (std::size_t i = skipped; i < positional.size(); ++i) {
    if (positional[i] != &parameter) continue;
    if (i - skipped < call.args.size()) return call.args[i - skipped];
    const std::size_t without = positional.size() - def.args->defaults.size();
    return i >= without ? def.args->defaults[i - without] : nullptr;
  }
  for (std::size_t i = 0; i < def.args->kwonlyargs.size(); ++i) {
    if (def.args->kwonlyargs[i] == &parameter) return def.args->kw_defaults[i];
  }
  return std::nullopt;
}

bool loops_once(const Program& program, const Call& call) {
  int loops = 0;
  for (const Stmt* stmt : program.module().body) {
    walk(*stmt, [&](const Node& node) {
      // What has no place of its own is looked into.
      if (node.lineno > 0 && !contains(node, call)) return false;
      switch (node.kind) {
        case NodeKind::kFunctionDef:
        case NodeKind::kAsyncFunctionDef: loops = 0; break;
        case NodeKind::kFor:
        case NodeKind::kAsyncFor:
        case NodeKind::kListComp:
        case NodeKind::kSetComp:
        case NodeKind::kGeneratorExp:
        case NodeKind::kDictComp: ++loops; break;
        case NodeKind::kWhile:
        case NodeKind::kIf:
        case NodeKind::kIfExp:
        case NodeKind::kBoolOp:
        case NodeKind::kTry:
        case NodeKind::kMatch: loops += 100; break;
        default: break;
      }
      return true;
    });
  }
  return loops == 1;
}

}  // namespace simul::composer

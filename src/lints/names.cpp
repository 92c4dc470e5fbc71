#include "lints/names.hpp"

#include <algorithm>

#include "syntax/walk.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

bool opens_scope(const Node& node) {
  return node.kind == NodeKind::kFunctionDef || node.kind == NodeKind::kAsyncFunctionDef ||
         node.kind == NodeKind::kLambda || node.kind == NodeKind::kClassDef;
}

bool is_plain_coroutine(const AsyncFunctionDef& def) {
  if (!def.decorator_list.empty()) return false;
  for (const Node* node : own_nodes(def.body)) {
    if (node->kind == NodeKind::kYield) return false;
  }
  return true;
}

// Functions of asyncio whose call does nothing but make a coroutine.
bool is_asyncio_coroutine(std::string_view name) {
  static constexpr std::string_view kNames[] = {"asyncio.sleep",
                                                "asyncio.wait",
                                                "asyncio.wait_for",
                                                "asyncio.to_thread",
                                                "asyncio.open_connection",
                                                "asyncio.start_server"};
  for (std::string_view each : kNames) {
    if (each == name) return true;
  }
  return false;
}

}  // namespace

std::vector<const Node*> own_nodes(std::span<Stmt* const> body) {
  std::vector<const Node*> out;
  for (const Stmt* stmt : body) {
    walk(*stmt, [&](const Node& node) {
      out.push_back(&node);
      return !opens_scope(node);
    });
  }
  return out;
}

Names::Names(const Module& module) {
  for (const Stmt* stmt : module.body) {
    walk(*stmt, [&](const Node& node) {
      if (auto* import = try_as<Import>(&node)) {
        for (const Alias* alias : import->names)
          imported_[std::string(is_set(alias->asname) ? alias->asname : alias->name)] = alias->name;
      } else if (auto* from = try_as<ImportFrom>(&node); from != nullptr && is_set(from->module)) {
        for (const Alias* alias : from->names) {
          imported_[std::string(is_set(alias->asname) ? alias->asname : alias->name)] =
              std::string(from->module) + "." + std::string(alias->name);
        }
      } else if (auto* cls = try_as<ClassDef>(&node)) {
        for (const Stmt* each : cls->body) {
          auto* method = try_as<AsyncFunctionDef>(each);
          if (method != nullptr && is_plain_coroutine(*method))
            methods_[cls].insert(std::string(method->name));
        }
        for (const Stmt* each : cls->body) {
          if (auto* plain = try_as<FunctionDef>(each)) {
            auto it = methods_[cls].find(plain->name);
            if (it != methods_[cls].end()) methods_[cls].erase(it);
          }
        }
      } else if (auto* def = try_as<AsyncFunctionDef>(&node)) {
        define(def->name, is_plain_coroutine(*def) ? def : nullptr);
      } else if (auto* plain = try_as<FunctionDef>(&node)) {
        define(plain->name, nullptr);
      } else if (auto* name = try_as<Name>(&node);
                 name != nullptr && name->ctx == ExprContext::kStore) {
        define(name->id, nullptr);
      } else if (auto* arg = try_as<Arg>(&node)) {
        define(arg->arg, nullptr);
      }
      return true;
    });
  }
  for (const Node* node : own_nodes(module.body)) {
    auto* call = try_as<Call>(node);
    if (call == nullptr || of(call->func) != "asyncio.run" || call->args.empty()) continue;
    if (auto* made = try_as<Call>(call->args[0])) entry_ = coroutine_function(made->func);
  }
}

void Names::define(std::string_view name, const AsyncFunctionDef* def) {
  auto [it, fresh] = functions_.emplace(name, def);
  if (!fresh && it->second != def) it->second = nullptr;
}

std::string Names::of(const Expr* expr) const {
  if (auto* name = try_as<Name>(expr)) {
    auto it = imported_.find(name->id);
    return it == imported_.end() ? std::string(name->id) : it->second;
  }
  auto* attribute = try_as<Attribute>(expr);
  if (attribute == nullptr) return "";
  const std::string base = of(attribute->value);
  return base.empty() ? "" : base + "." + std::string(attribute->attr);
}

bool Names::imports(std::string_view module) const {
  return std::any_of(imported_.begin(), imported_.end(), [module](const auto& each) {
    return each.second == module ||
           (each.second.starts_with(module) && each.second[module.size()] == '.');
  });
}

const AsyncFunctionDef* Names::coroutine_function(const Expr* expr) const {
  auto* name = try_as<Name>(expr);
  if (name == nullptr || imported_.contains(name->id)) return nullptr;
  auto it = functions_.find(name->id);
  return it == functions_.end() ? nullptr : it->second;
}

bool Names::makes_coroutine(const Call& call, const ClassDef* owner) const {
  if (coroutine_function(call.func) != nullptr) return true;
  const std::string name = of(call.func);
  if (is_asyncio_coroutine(name)) return true;
  if (owner == nullptr || !name.starts_with("self.")) return false;
  auto it = methods_.find(owner);
  return it != methods_.end() && it->second.contains(name.substr(5));
}

}  // namespace simul::lints

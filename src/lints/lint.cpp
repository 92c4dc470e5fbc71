#include "lints/lint.hpp"

#include <utility>

#include "lints/calls.hpp"
#include "lints/cancellation.hpp"
#include "lints/remarks.hpp"
#include "lints/sequence.hpp"
#include "lints/tasks.hpp"

namespace simul::lints {

using namespace syntax;

namespace {

void look_at(Remarks& file, Scope scope);

// A library that Simul models: who has not said how its network is (simul.net) may not know.
void modelled(Remarks& file, const Node& import, std::string_view module) {
  const std::string name(module.substr(0, module.find('.')));
  if ((name != "aiohttp" && name != "httpx" && name != "requests") || file.names.imports("simul"))
    return;
  file.say("modelled-network",
           Severity::kInfo,
           import,
           name + " is a model here: no request leaves the page",
           "Every host answers after 0.1 s with the question as JSON. import simul, then "
           "simul.net.serve(url, answer), "
           "simul.net.latency and simul.net.failure_rate say otherwise.",
           std::nullopt);
}

// What stands inside as a scope of its own.
void inner(Remarks& file, const Scope& outer, const Node& node) {
  Scope next;
  next.owner = outer.owner;
  if (auto* coroutine = try_as<AsyncFunctionDef>(&node)) {
    next.body = coroutine->body;
    next.coroutine = coroutine;
  } else if (auto* plain = try_as<FunctionDef>(&node)) {
    next.body = plain->body;
  } else if (auto* cls = try_as<ClassDef>(&node)) {
    next.body = cls->body;
    next.owner = cls;
  } else {
    return;
  }
  look_at(file, std::move(next));
}

// What is said of a statement or expression wherever it stands, and what only in a coroutine.
void node_of(Remarks& file, const Scope& scope, const Node& node) {
  if (auto* stmt = try_as<ExprStmt>(&node)) unused_result(file, scope, *stmt);
  if (auto* made = try_as<Call>(&node)) call(file, scope, *made);
  if (auto* import = try_as<Import>(&node)) {
    for (const Alias* alias : import->names) modelled(file, node, alias->name);
  }
  if (auto* from = try_as<ImportFrom>(&node); from != nullptr && is_set(from->module))
    modelled(file, node, from->module);
  if (scope.coroutine == nullptr) return;
  if (auto* loop = try_as<While>(&node)) endless_catch(file, *loop);
  if (auto* attempt = try_as<Try>(&node)) catches_all(file, *attempt);
  sequential_in(file, node);
}

void look_at(Remarks& file, Scope scope) {
  scope.nodes = own_nodes(scope.body);
  for (const Node* node : scope.nodes) node_of(file, scope, *node);
  if (scope.coroutine != nullptr) {
    sequential(file, scope.body);
    forgotten_tasks(file, scope);
  }
  for (const Node* node : scope.nodes) inner(file, scope, *node);
}

}  // namespace

std::vector<Lint> lint(const Module& module, std::string_view source) {
  Remarks file(module, source);
  Scope top;
  top.body = module.body;
  top.is_module = true;
  look_at(file, std::move(top));
  return file.take();
}

}  // namespace simul::lints

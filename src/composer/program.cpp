#include "composer/program.hpp"

#include <algorithm>
#include <utility>

#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

std::string dotted(const Expr* expr) {
  if (const auto* name = try_as<Name>(expr)) return std::string(name->id);
  const auto* attribute = try_as<Attribute>(expr);
  if (attribute == nullptr) return "";
  const std::string base = dotted(attribute->value);
  return base.empty() ? "" : base + "." + std::string(attribute->attr);
}

std::vector<const Node*> own_nodes(const Stmt& stmt) {
  std::vector<const Node*> out;
  walk(stmt, [&](const Node& node) {
    out.push_back(&node);
    return node.kind != NodeKind::kFunctionDef && node.kind != NodeKind::kAsyncFunctionDef &&
           node.kind != NodeKind::kClassDef && node.kind != NodeKind::kLambda;
  });
  return out;
}

const FunctionDefBase* definition(const Node* node) {
  const FunctionDefBase* def = try_as<FunctionDef>(node);
  return def != nullptr ? def : try_as<AsyncFunctionDef>(node);
}

std::string_view defined_name(const Node* node) {
  if (const auto* def = definition(node)) return def->name;
  if (const auto* def = try_as<ClassDef>(node)) return def->name;
  return {};
}

bool is_generator(const Program& program, int function) {
  if (function < 0) return false;
  const FunctionDefBase* def = definition(program.at(function).stmt);
  if (def == nullptr) return false;
  for (const Stmt* stmt : def->body) {
    for (const Node* node : own_nodes(*stmt)) {
      if (node->kind == NodeKind::kYield || node->kind == NodeKind::kYieldFrom) return true;
    }
  }
  return false;
}

bool is_docstring(const Stmt& stmt) {
  const auto* expr = try_as<ExprStmt>(&stmt);
  const auto* constant = expr == nullptr ? nullptr : try_as<Constant>(expr->value);
  return constant != nullptr && constant->constant_kind == ConstantKind::kStr;
}

Program::Program(std::string_view source)
    : parsed_(syntax::parse(source))
    , module_(&parsed_->module)
    , diagnostics_(parsed_->diagnostics)
    , parses_(parsed_->ok())
    , text_(*module_, source) {
  build();
}

Program::Program(const Module& module, std::string_view source, bool parses)
    : module_(&module), parses_(parses), text_(module, source) {
  build();
}

void Program::build() {
  Suite module;
  suite(module, module_->body);
}

void Program::suite(Suite suite, std::span<Stmt* const> body) {
  const auto number = static_cast<int>(suites_.size());
  suites_.push_back(std::move(suite));
  if (suites_.back().owner >= 0)
    steps_[static_cast<std::size_t>(suites_.back().owner)].suites.push_back(number);
  int first = 0;
  std::vector<Stmt*> written;
  for (Stmt* stmt : body) {
    // Where a line cannot be read, the parser puts a statement of its own: that is not the text's.
    const std::string_view code = text_.source().substr(text_.begin(*stmt));
    const bool made_up =
        !parses_ &&
        ((stmt->kind == NodeKind::kPass && !code.starts_with("pass")) ||
         (stmt->kind == NodeKind::kIf && !code.starts_with("if") && !code.starts_with("elif")));
    if (!made_up) written.push_back(stmt);
  }
  body = written;
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto id = static_cast<int>(steps_.size());
    Step step;
    step.stmt = body[i];
    step.suite = number;
    step.index = static_cast<int>(i);
    steps_.push_back(std::move(step));
    Suite& here = suites_[static_cast<std::size_t>(number)];
    here.steps.push_back(id);
    const bool may_have_docstring = here.kind == SuiteKind::kModule ||
                                    here.kind == SuiteKind::kFunction ||
                                    here.kind == SuiteKind::kClass;
    const auto* from = try_as<ImportFrom>(body[i]);
    const bool future = from != nullptr && from->module == "__future__";
    const bool declares =
        body[i]->kind == NodeKind::kGlobal || body[i]->kind == NodeKind::kNonlocal;
    if ((i == 0 && may_have_docstring && is_docstring(*body[i])) || future ||
        (declares && here.kind == SuiteKind::kFunction))
      first = static_cast<int>(i) + 1;
    add_suites(id);
  }
  suites_[static_cast<std::size_t>(number)].first = first;
}

void Program::add_suites(int id) {
  const Stmt* stmt = at(id).stmt;
  const Suite outer = suite_of(id);
  int number = 0;
  const auto add = [&](SuiteKind kind, const Node* header, std::span<Stmt* const> body, bool loop) {
    Suite inner;
    inner.owner = id;
    inner.number = number++;
    inner.kind = kind;
    inner.header = header;
    inner.in_function = outer.in_function;
    inner.in_coroutine = outer.in_coroutine;
    inner.in_loop = loop || outer.in_loop;
    inner.may_return = outer.may_return;
    inner.function = outer.function;
    if (kind == SuiteKind::kFunction) {
      inner.in_function = inner.may_return = true;
      inner.in_coroutine = header->kind == NodeKind::kAsyncFunctionDef;
      inner.in_loop = false;
      inner.function = id;
    } else if (kind == SuiteKind::kClass) {
      inner.in_function = inner.in_coroutine = inner.in_loop = inner.may_return = false;
      inner.function = -1;
    } else if (kind == SuiteKind::kExcept && stmt->kind == NodeKind::kTryStar) {
      inner.in_loop = inner.may_return = false;  // return, break and continue are not allowed
    }
    suite(std::move(inner), body);
  };
  const auto loop = [&](const ForBase& node) {
    add(SuiteKind::kBody, stmt, node.body, true);
    if (!node.orelse.empty()) add(SuiteKind::kElse, stmt, node.orelse, false);
  };
  const auto attempt = [&](const TryBase& node) {
    add(SuiteKind::kBody, stmt, node.body, false);
    for (const ExceptHandler* handler : node.handlers)
      add(SuiteKind::kExcept, handler, handler->body, false);
    if (!node.orelse.empty()) add(SuiteKind::kElse, stmt, node.orelse, false);
    if (!node.finalbody.empty()) add(SuiteKind::kFinally, stmt, node.finalbody, false);
  };
  switch (stmt->kind) {
    case NodeKind::kFunctionDef:
      add(SuiteKind::kFunction, stmt, as<FunctionDef>(stmt)->body, false);
      break;
    case NodeKind::kAsyncFunctionDef:
      add(SuiteKind::kFunction, stmt, as<AsyncFunctionDef>(stmt)->body, false);
      break;
    case NodeKind::kClassDef: add(SuiteKind::kClass, stmt, as<ClassDef>(stmt)->body, false); break;
    case NodeKind::kIf: {
      const auto* node = as<If>(stmt);
      add(SuiteKind::kBody, node, node->body, false);
      while (node->orelse.size() == 1) {
        const auto* next = try_as<If>(node->orelse[0]);
        if (next == nullptr || !text_.source().substr(text_.begin(*next)).starts_with("elif"))
          break;
        add(SuiteKind::kElif, next, next->body, false);
        node = next;
      }
      if (!node->orelse.empty()) add(SuiteKind::kElse, node, node->orelse, false);
      break;
    }
    case NodeKind::kWhile: {
      const auto* node = as<While>(stmt);
      add(SuiteKind::kBody, stmt, node->body, true);
      if (!node->orelse.empty()) add(SuiteKind::kElse, stmt, node->orelse, false);
      break;
    }
    case NodeKind::kFor: loop(*as<For>(stmt)); break;
    case NodeKind::kAsyncFor: loop(*as<AsyncFor>(stmt)); break;
    case NodeKind::kWith: add(SuiteKind::kBody, stmt, as<With>(stmt)->body, false); break;
    case NodeKind::kAsyncWith: add(SuiteKind::kBody, stmt, as<AsyncWith>(stmt)->body, false); break;
    case NodeKind::kTry: attempt(*as<Try>(stmt)); break;
    case NodeKind::kTryStar: attempt(*as<TryStar>(stmt)); break;
    case NodeKind::kMatch:
      for (const MatchCase* one : as<Match>(stmt)->cases)
        add(SuiteKind::kCase, one, one->body, false);
      break;
    default: break;
  }
}

const Step* Program::step(int id) const {
  return id < 0 || id >= static_cast<int>(steps_.size()) ? nullptr : &at(id);
}

const Suite* Program::suite(const Place& place) const {
  if (place.index < 0 || place.body < 0) return nullptr;
  const Suite* found = nullptr;
  if (place.owner < 0) {
    if (place.body == 0) found = &suites_[0];
  } else if (const Step* owner = step(place.owner); owner != nullptr) {
    if (place.body < static_cast<int>(owner->suites.size()))
      found =
          &suites_[static_cast<std::size_t>(owner->suites[static_cast<std::size_t>(place.body)])];
  }
  if (found == nullptr || place.index > static_cast<int>(found->steps.size())) return nullptr;
  return found;
}

TextRange Program::range(int id) const {
  const Stmt* stmt = at(id).stmt;
  TextRange range = text_.range(*stmt);
  std::span<Expr* const> decorators;
  if (const auto* def = definition(stmt)) decorators = def->decorator_list;
  if (const auto* def = try_as<ClassDef>(stmt)) decorators = def->decorator_list;
  if (!decorators.empty()) {
    const std::size_t sign = text_.source().rfind('@', text_.begin(*decorators[0]));
    if (sign != std::string_view::npos) range.begin = static_cast<std::uint32_t>(sign);
  }
  return range;
}

bool Program::contains(int outer, int inner) const {
  while (inner > outer) inner = suite_of(inner).owner;
  return inner == outer;
}

int Program::id_of(const Stmt* stmt) const {
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    if (steps_[i].stmt == stmt) return static_cast<int>(i);
  }
  return -1;
}

int Program::step_at(std::uint32_t offset) const {
  int found = -1;
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    const TextRange range = this->range(static_cast<int>(i));
    if (range.begin <= offset && offset <= range.end) found = static_cast<int>(i);
  }
  return found;
}

}  // namespace simul::composer

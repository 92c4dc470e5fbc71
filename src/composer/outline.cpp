#include "composer/outline.hpp"

#include <span>

#include "syntax/places.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

class Outliner {
 public:
  explicit Outliner(std::string_view source)
      : at_(source), size_(static_cast<std::uint32_t>(source.size())) {}

  std::vector<Card> run(const Module& module) {
    cards_.emplace_back();
    cards_[0].line = 1;
    cards_[0].range = {0, size_};
    body(0, module.body, 0);
    return std::move(cards_);
  }

 private:
  TextRange range(const Node& node) const { return at_.range(node); }

  // "asyncio.sleep" of the expression asyncio.sleep, "print" of print, else empty.
  static std::string dotted(const Expr* expr) {
    if (auto* name = try_as<Name>(expr)) return std::string(name->id);
    auto* attribute = try_as<Attribute>(expr);
    auto* base = attribute == nullptr ? nullptr : try_as<Name>(attribute->value);
    return base == nullptr ? "" : std::string(base->id) + "." + std::string(attribute->attr);
  }

  void classify(Step& step, const Expr* value) {
    auto* await = try_as<Await>(value);
    auto* call = try_as<Call>(await == nullptr ? value : await->value);
    if (call != nullptr) step.call = range(*call);
    std::string name = call == nullptr ? "" : dotted(call->func);
    if (await != nullptr) {
      step.kind = name == "asyncio.sleep"    ? StepKind::kSleep
                  : name == "asyncio.gather" ? StepKind::kGather
                                             : StepKind::kAwait;
      if (call == nullptr) step.call = range(*await->value);
    } else if (name == "time.sleep") {
      step.kind = StepKind::kBlockingSleep;
    } else if (name == "asyncio.create_task") {
      step.kind = StepKind::kCreateTask;
    } else if (name == "print") {
      step.kind = StepKind::kPrint;
    } else {
      step.call = {};
    }
    bool sleeps = step.kind == StepKind::kSleep || step.kind == StepKind::kBlockingSleep;
    if (!sleeps || call->args.empty()) return;
    auto* number = try_as<Constant>(call->args[0]);
    if (number == nullptr) return;
    if (number->constant_kind == ConstantKind::kFloat)
      step.seconds = Literal{range(*number), number->number};
    if (number->constant_kind == ConstantKind::kInt && number->fits_int64) {
      step.seconds = Literal{range(*number), static_cast<double>(number->int_value)};
    }
  }

  void function(const FunctionDefBase& def, bool is_coroutine) {
    Card card;
    card.name = std::string(def.name);
    card.is_coroutine = is_coroutine;
    card.line = static_cast<std::uint32_t>(def.lineno);
    card.range = range(def);
    std::size_t index = cards_.size();
    cards_.push_back(std::move(card));
    body(index, def.body, 0);
  }

  void add(
      std::size_t card, const Stmt& stmt, int depth, StepKind kind, const Expr* value = nullptr) {
    Step step;
    step.kind = kind;
    step.depth = depth;
    step.line = static_cast<std::uint32_t>(stmt.lineno);
    step.range = range(stmt);
    if (value != nullptr) classify(step, value);
    cards_[card].steps.push_back(step);
  }

  void body(std::size_t card, std::span<Stmt* const> statements, int depth) {
    for (const Stmt* stmt : statements) statement(card, *stmt, depth);
  }

  void block(std::size_t card,
             const Stmt& stmt,
             int depth,
             std::initializer_list<std::span<Stmt* const>> bodies) {
    add(card, stmt, depth, StepKind::kBlock);
    for (std::span<Stmt* const> inner : bodies) body(card, inner, depth + 1);
  }

  void try_block(std::size_t card, const TryBase& node, int depth) {
    add(card, node, depth, StepKind::kBlock);
    body(card, node.body, depth + 1);
    for (const ExceptHandler* handler : node.handlers) body(card, handler->body, depth + 1);
    body(card, node.orelse, depth + 1);
    body(card, node.finalbody, depth + 1);
  }

  void statement(std::size_t card, const Stmt& stmt, int depth) {
    switch (stmt.kind) {
      case NodeKind::kFunctionDef: function(*as<FunctionDef>(&stmt), false); break;
      case NodeKind::kAsyncFunctionDef: function(*as<AsyncFunctionDef>(&stmt), true); break;
      case NodeKind::kClassDef: body(card, as<ClassDef>(&stmt)->body, depth); break;
      case NodeKind::kExpr:
        add(card, stmt, depth, StepKind::kOther, as<ExprStmt>(&stmt)->value);
        break;
      case NodeKind::kAssign:
        add(card, stmt, depth, StepKind::kOther, as<Assign>(&stmt)->value);
        break;
      case NodeKind::kReturn:
        add(card, stmt, depth, StepKind::kReturn, as<syntax::Return>(&stmt)->value);
        break;
      case NodeKind::kIf: {
        auto* node = as<If>(&stmt);
        block(card, stmt, depth, {node->body, node->orelse});
        break;
      }
      case NodeKind::kWhile: {
        auto* node = as<While>(&stmt);
        block(card, stmt, depth, {node->body, node->orelse});
        break;
      }
      case NodeKind::kFor: {
        auto* node = as<For>(&stmt);
        block(card, stmt, depth, {node->body, node->orelse});
        break;
      }
      case NodeKind::kAsyncFor: {
        auto* node = as<AsyncFor>(&stmt);
        block(card, stmt, depth, {node->body, node->orelse});
        break;
      }
      case NodeKind::kWith: block(card, stmt, depth, {as<With>(&stmt)->body}); break;
      case NodeKind::kAsyncWith: block(card, stmt, depth, {as<AsyncWith>(&stmt)->body}); break;
      case NodeKind::kTry: try_block(card, *as<Try>(&stmt), depth); break;
      case NodeKind::kTryStar: try_block(card, *as<TryStar>(&stmt), depth); break;
      case NodeKind::kMatch:
        add(card, stmt, depth, StepKind::kBlock);
        for (const MatchCase* one : as<Match>(&stmt)->cases) body(card, one->body, depth + 1);
        break;
      default: add(card, stmt, depth, StepKind::kOther); break;
    }
  }

  Places at_;
  std::uint32_t size_;
  std::vector<Card> cards_;
};

}  // namespace

std::vector<Card> outline(const Module& module, std::string_view source) {
  return Outliner(source).run(module);
}

}  // namespace simul::composer

#include "composer/classify.hpp"

#include <algorithm>
#include <utility>

#include "syntax/walk.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

bool one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view last_part(std::string_view name) {
  return name.substr(name.rfind('.') + 1);
}

SlotKind slot_kind(const Expr& expr) {
  if (const auto* constant = try_as<Constant>(&expr)) {
    switch (constant->constant_kind) {
      case ConstantKind::kInt:
      case ConstantKind::kFloat:
      case ConstantKind::kImaginary: return SlotKind::kNumber;
      case ConstantKind::kStr: return SlotKind::kString;
      default: return SlotKind::kExpression;
    }
  }
  return expr.kind == NodeKind::kName ? SlotKind::kName : SlotKind::kExpression;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == '\n' || c == '\r' || c == ' ' || c == '\t';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// asyncio.X of `import asyncio`, and X where it can only be asyncio's.
bool is_asyncio(std::string_view name, std::string_view what) {
  return name.size() == what.size() + 8 && name.starts_with("asyncio.") && name.ends_with(what);
}

class Classifier {
 public:
  Classifier(const Program& program, int id, Block& block)
      : text_(program.text()), stmt_(*program.at(id).stmt), block_(block) {}

  void run() {
    needs();
    switch (stmt_.kind) {
      case NodeKind::kExpr:
      case NodeKind::kAssign:
      case NodeKind::kAnnAssign:
      case NodeKind::kAugAssign: value(); break;
      case NodeKind::kReturn: {
        set(BlockKind::kReturn, "return");
        if (const Expr* value = as<syntax::Return>(&stmt_)->value) slot("value", *value);
        value_items();
        break;
      }
      case NodeKind::kPass: set(BlockKind::kPass, "pass"); break;
      case NodeKind::kImport: set(BlockKind::kImport, first_line()); break;
      case NodeKind::kImportFrom: {
        set(BlockKind::kImport, first_line());
        block_.fixed = block_.fixed || as<ImportFrom>(&stmt_)->module == "__future__";
        break;
      }
      case NodeKind::kFunctionDef:
        set(BlockKind::kDefinition, "def " + std::string(as<FunctionDef>(&stmt_)->name));
        break;
      case NodeKind::kAsyncFunctionDef:
        set(BlockKind::kDefinition, "async def " + std::string(as<AsyncFunctionDef>(&stmt_)->name));
        break;
      case NodeKind::kClassDef:
        set(BlockKind::kClass, "class " + std::string(as<ClassDef>(&stmt_)->name));
        break;
      case NodeKind::kIf:
        set(BlockKind::kIf, "if");
        for (const auto* node = as<If>(&stmt_); node != nullptr;) {
          slot(block_.slots.empty() ? "condition" : "elif", *node->test);
          const auto* next = node->orelse.size() == 1 ? try_as<If>(node->orelse[0]) : nullptr;
          const bool chained = next != nullptr && text_.text(*next).starts_with("elif");
          node = chained ? next : nullptr;
        }
        break;
      case NodeKind::kWhile:
        set(BlockKind::kLoop, "while");
        slot("condition", *as<While>(&stmt_)->test);
        break;
      case NodeKind::kFor: loop(*as<For>(&stmt_), "for"); break;
      case NodeKind::kAsyncFor: loop(*as<AsyncFor>(&stmt_), "async for"); break;
      case NodeKind::kWith: with(*as<With>(&stmt_), "with"); break;
      case NodeKind::kAsyncWith: with(*as<AsyncWith>(&stmt_), "async with"); break;
      case NodeKind::kTry:
      case NodeKind::kTryStar: set(BlockKind::kTry, "try"); break;
      case NodeKind::kMatch:
        set(BlockKind::kMatch, "match");
        slot("subject", *as<Match>(&stmt_)->subject);
        break;
      case NodeKind::kGlobal:
      case NodeKind::kNonlocal: block_.fixed = true; [[fallthrough]];
      default: other(); break;
    }
  }

 private:
  void set(BlockKind kind, std::string title) {
    block_.kind = kind;
    block_.title = std::move(title);
  }

  std::string first_line() const { return one_line(text_.text(stmt_)); }

  void other() {
    set(BlockKind::kOther, first_line());
    slot_at("code", text_.range(stmt_), SlotKind::kStatement);
  }

  void slot_at(std::string label, TextRange range, SlotKind kind) {
    block_.slots.push_back({std::move(label), range, kind, std::string(text_.text(range))});
  }
  void slot(std::string label, const Expr& expr) {
    slot_at(std::move(label), text_.range(expr), slot_kind(expr));
  }

  // One argument by itself, several as they stand between the parentheses.
  Slot arguments(const Call& call, std::string label) const {
    const bool single = call.args.size() == 1 && call.keywords.empty() &&
                        call.args[0]->kind != NodeKind::kStarred &&
                        call.args[0]->kind != NodeKind::kGeneratorExp;
    Slot slot;
    slot.label = std::move(label);
    slot.range = single ? text_.range(*call.args[0]) : arguments_range(text_, call);
    slot.kind = single ? slot_kind(*call.args[0]) : SlotKind::kArguments;
    slot.text = std::string(text_.text(slot.range));
    return slot;
  }

  Item item(const Expr& expr) const {
    Item out;
    out.range = text_.range(expr);
    const auto* call = try_as<Call>(&expr);
    if (call != nullptr && !dotted(call->func).empty()) {
      out.callee = dotted(call->func);
      out.arguments.label = "arguments";
      out.arguments.range = arguments_range(text_, *call);
      out.arguments.kind = SlotKind::kArguments;
      out.arguments.text = std::string(text_.text(out.arguments.range));
    } else {
      out.arguments = {"what", out.range, slot_kind(expr), std::string(text_.text(expr))};
    }
    return out;
  }

  std::string with_target(const Called& found, std::string title) const {
    if (!found.has_target) return title;
    return (found.target.empty() ? targets_text() : found.target) + " = " + title;
  }

  std::string targets_text() const {
    const auto* assign = try_as<Assign>(&stmt_);
    return assign == nullptr || assign->targets.empty()
               ? std::string("…")
               : one_line(text_.text(
                     {text_.begin(*assign->targets.front()), text_.end(*assign->targets.back())}));
  }

  void value() {
    const Called found = called(stmt_);
    block_.target = found.target;
    const std::string_view last = last_part(found.name);
    if (found.call == nullptr && found.await == nullptr) return other();
    if (found.await != nullptr) {
      if (found.call == nullptr) {
        set(BlockKind::kCall, with_target(found, "await"));
        slot("what", *found.value);
        block_.items.push_back(item(*found.value));
      } else if (is_asyncio(found.name, "sleep")) {
        set(BlockKind::kSleep, with_target(found, "sleep"));
        block_.slots.push_back(arguments(*found.call, "seconds"));
      } else if (is_asyncio(found.name, "gather")) {
        set(BlockKind::kGather, with_target(found, "gather"));
        for (const Expr* arg : found.call->args) block_.items.push_back(item(*arg));
        for (const Keyword* keyword : found.call->keywords) {
          slot(is_set(keyword->arg) ? std::string(keyword->arg) : "**", *keyword->value);
        }
      } else if (found.name.find('.') != std::string::npos && last == "put" &&
                 !found.call->args.empty()) {
        set(BlockKind::kQueuePut, with_target(found, one_line(found.name)));
        block_.slots.push_back(arguments(*found.call, "item"));
      } else if (found.name.find('.') != std::string::npos && last == "get" &&
                 found.call->args.empty()) {
        set(BlockKind::kQueueGet, with_target(found, one_line(found.name)));
      } else {
        set(BlockKind::kCall, with_target(found, one_line(text_.text(*found.call->func))));
        block_.items.push_back(item(*found.call));
        block_.slots.push_back(arguments(*found.call, "arguments"));
      }
      return;
    }
    if (found.name == "time.sleep") {
      set(BlockKind::kBlocking, "blocking work");
      block_.slots.push_back(arguments(*found.call, "seconds"));
    } else if (found.name == "print") {
      set(BlockKind::kPrint, "print");
      block_.slots.push_back(arguments(*found.call, "values"));
    } else if (one_of(last, {"create_task", "ensure_future"}) && !found.call->args.empty()) {
      set(BlockKind::kCreateTask, with_target(found, "create_task"));
      block_.items.push_back(item(*found.call->args[0]));
      for (const Keyword* keyword : found.call->keywords) {
        slot(is_set(keyword->arg) ? std::string(keyword->arg) : "**", *keyword->value);
      }
    } else if (last == "put_nowait" && found.name != last && !found.call->args.empty()) {
      set(BlockKind::kQueuePut, with_target(found, one_line(found.name)));
      block_.slots.push_back(arguments(*found.call, "item"));
    } else if (last == "get_nowait" && found.name != last) {
      set(BlockKind::kQueueGet, with_target(found, one_line(found.name)));
    } else {
      other();
    }
  }

  // The calls a `return await f()` makes.
  void value_items() {
    const Called found = called(stmt_);
    if (found.await != nullptr) block_.items.push_back(item(*found.value));
  }

  void loop(const ForBase& node, std::string title) {
    set(BlockKind::kLoop, std::move(title));
    slot("each", *node.target);
    slot("of", *node.iter);
  }

  void with(const WithBase& node, const std::string& title) {
    set(BlockKind::kWith, title);
    if (node.items.size() == 1) {
      const WithItem& only = *node.items[0];
      const auto* call = try_as<Call>(only.context_expr);
      const std::string name = dotted(call == nullptr ? only.context_expr : call->func);
      const auto* bound = try_as<Name>(only.optional_vars);
      if (bound != nullptr) block_.target = std::string(bound->id);
      if (call != nullptr && is_asyncio(name, "TaskGroup")) {
        return set(BlockKind::kGroup, "task group");
      }
      if (call != nullptr && (is_asyncio(name, "timeout") || is_asyncio(name, "timeout_at"))) {
        set(BlockKind::kTimeout, "timeout");
        block_.slots.push_back(arguments(*call, "seconds"));
        return;
      }
      if (call == nullptr && title == "async with") set(BlockKind::kLock, title + " " + name);
    }
    for (const WithItem* each : node.items) slot("what", *each->context_expr);
  }

  void needs() {
    // A definition needs nothing of its place: what it awaits, it awaits in itself.
    std::vector<std::pair<const Node*, bool>> waiting{{&stmt_, false}};
    std::vector<const Node*> below;
    while (!waiting.empty()) {
      const auto [node, in_loop] = waiting.back();
      waiting.pop_back();
      switch (node->kind) {
        case NodeKind::kFunctionDef:
        case NodeKind::kAsyncFunctionDef:
        case NodeKind::kClassDef:
        case NodeKind::kLambda: continue;
        case NodeKind::kReturn:
          block_.needs_function = block_.returns = true;
          if (static_cast<const syntax::Return&>(*node).value != nullptr)
            block_.returns_value = true;
          break;
        case NodeKind::kYield:
        case NodeKind::kYieldFrom: block_.needs_function = block_.yields = true; break;
        case NodeKind::kAwait:
        case NodeKind::kAsyncFor:
        case NodeKind::kAsyncWith: block_.needs_coroutine = true; break;
        case NodeKind::kComprehension:
          if (static_cast<const Comprehension&>(*node).is_async) block_.needs_coroutine = true;
          break;
        case NodeKind::kBreak:
        case NodeKind::kContinue: block_.needs_loop = block_.needs_loop || !in_loop; break;
        case NodeKind::kGlobal:
        case NodeKind::kNonlocal: block_.fixed = true; break;
        case NodeKind::kImportFrom:
          for (const Alias* alias : static_cast<const ImportFrom&>(*node).names) {
            if (alias->name == "*") block_.fixed = true;
          }
          break;
        default: break;
      }
      below.clear();
      children(*node, below);
      std::span<Stmt* const> body;
      if (const auto* loop = try_as<While>(node)) body = loop->body;
      if (const auto* loop = try_as<For>(node)) body = loop->body;
      if (const auto* loop = try_as<AsyncFor>(node)) body = loop->body;
      for (const Node* child : below) {
        const bool looped = std::find(body.begin(), body.end(), child) != body.end();
        waiting.emplace_back(child, in_loop || looped);
      }
    }
    block_.needs_function = block_.needs_function || block_.needs_coroutine;
  }

  const Text& text_;
  const Stmt& stmt_;
  Block& block_;
};

}  // namespace

void classify(const Program& program, int id, Block& block) {
  Classifier(program, id, block).run();
}

Called called(const Stmt& stmt) {
  Called out;
  const Expr* value = nullptr;
  if (const auto* expr = try_as<ExprStmt>(&stmt)) value = expr->value;
  if (const auto* assign = try_as<Assign>(&stmt)) {
    value = assign->value;
    out.has_target = true;
    const auto* name = assign->targets.size() == 1 ? try_as<Name>(assign->targets[0]) : nullptr;
    if (name != nullptr) out.target = std::string(name->id);
  }
  if (const auto* assign = try_as<AnnAssign>(&stmt)) {
    value = assign->value;
    out.has_target = true;
    if (const auto* name = try_as<Name>(assign->target)) out.target = std::string(name->id);
  }
  if (const auto* assign = try_as<AugAssign>(&stmt)) {
    value = assign->value;
    out.has_target = true;
  }
  if (const auto* result = try_as<syntax::Return>(&stmt)) value = result->value;
  out.await = try_as<Await>(value);
  out.value = out.await == nullptr ? value : out.await->value;
  out.call = try_as<Call>(out.value);
  if (out.call != nullptr) out.name = dotted(out.call->func);
  return out;
}

TextRange arguments_range(const Text& text, const Call& call) {
  TextRange range{text.offset(call.paren_lineno, call.paren_col) + 1, text.end(call) - 1};
  const auto is_space = [&](std::uint32_t at) {
    const char c = text.source()[at];
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  };
  const std::uint32_t open = range.begin;
  while (range.begin < range.end && is_space(range.begin)) ++range.begin;
  while (range.begin < range.end && is_space(range.end - 1)) --range.end;
  return range.empty() ? TextRange{open, open} : range;
}

std::string label_of(const Text& text, const Suite& suite) {
  const auto between = [&](const std::string& word, std::uint32_t begin, std::uint32_t end) {
    return word + " " + one_line(text.text({begin, end}));
  };
  switch (suite.kind) {
    case SuiteKind::kElif: {
      const Expr& test = *as<If>(suite.header)->test;
      return between("elif", text.begin(test), text.end(test));
    }
    case SuiteKind::kElse: return "else";
    case SuiteKind::kFinally: return "finally";
    case SuiteKind::kExcept: {
      const auto* handler = as<ExceptHandler>(suite.header);
      if (handler->type == nullptr) return "except";
      std::string label = between("except", text.begin(*handler->type), text.end(*handler->type));
      if (is_set(handler->name)) label += " as " + std::string(handler->name);
      return label;
    }
    case SuiteKind::kCase: {
      const auto* one = static_cast<const MatchCase*>(suite.header);
      std::string label = between("case", text.begin(*one->pattern), text.end(*one->pattern));
      if (one->guard != nullptr) label += " if " + one_line(text.text(*one->guard));
      return label;
    }
    default: return "";
  }
}

std::string parameters_text(const Text& text, const FunctionDefBase& def) {
  // The first parenthesis behind the name and its type parameters.
  const std::uint32_t begin = text.begin(def);
  std::size_t at = text.source().find(def.name, begin);
  if (!def.type_params.empty()) at = text.end(*def.type_params.back());
  at = text.source().find('(', at);
  if (at == std::string_view::npos) return "";
  std::size_t end = at + 1;
  std::vector<const Node*> inside;
  children(*def.args, inside);
  for (const Node* node : inside) end = std::max<std::size_t>(end, text.end(*node));
  end = text.source().find(')', end);
  if (end == std::string_view::npos) return "";
  std::string out = one_line(text.source().substr(at + 1, end - at - 1));
  while (!out.empty() && (out.back() == ' ' || out.back() == ',')) out.pop_back();
  return out;
}

std::string entry_name(const Program& program) {
  for (int id : program.suites()[0].steps) {
    for (const Node* node : own_nodes(*program.at(id).stmt)) {
      const auto* call = try_as<Call>(node);
      if (call == nullptr || call->args.empty() || dotted(call->func) != "asyncio.run") continue;
      if (const auto* made = try_as<Call>(call->args[0])) return dotted(made->func);
    }
  }
  return "";
}

int started_as(const Program& program, int from, std::string_view task) {
  const int function = program.suite_of(from).function;
  for (int id = from - 1; id >= 0; --id) {
    if (program.suite_of(id).function != function) continue;
    const Called found = called(*program.at(id).stmt);
    if (found.target != task || found.target.empty()) continue;
    const std::string_view last = last_part(found.name);
    return found.await == nullptr && (last == "create_task" || last == "ensure_future") ? id : -1;
  }
  return -1;
}

}  // namespace simul::composer

#include "syntax/dump.hpp"

#include "base/float_text.hpp"
#include "syntax/repr.hpp"

namespace simul::syntax {
namespace {

class Dumper {
 public:
  explicit Dumper(bool attributes) : attributes_(attributes) {}

  std::string module(const Module& m) {
    open("Module");
    list("body", m.body);
    close();
    return std::move(out_);
  }

 private:
  // --- fields ---
  void open(const char* name) {
    out_ += name;
    out_ += '(';
    first_ = true;
  }
  void close() {
    out_ += ')';
    first_ = false;
  }
  void field(const char* name) {
    if (!first_) out_ += ", ";
    first_ = false;
    out_ += name;
    out_ += '=';
  }
  void close_at(const Node* n) {
    if (attributes_) {
      number("lineno", n->lineno);
      number("col_offset", n->col_offset);
      number("end_lineno", n->end_lineno);
      number("end_col_offset", n->end_col_offset);
    }
    close();
  }
  void number(const char* name, int value) {
    field(name);
    out_ += std::to_string(value);
  }
  void name(const char* label, Identifier id) {
    if (!is_set(id)) return;
    field(label);
    out_ += python_repr(id);
  }
  void one(const char* label, const Node* n) {
    if (n == nullptr) return;
    field(label);
    node(n);
  }
  template <typename N>
  void list(const char* label, std::span<N*> nodes) {
    if (nodes.empty()) return;
    field(label);
    out_ += '[';
    bool comma = false;
    for (const N* n : nodes) {
      if (comma) out_ += ", ";
      comma = true;
      if (n == nullptr) {
        out_ += "None";
      } else {
        node(n);
      }
    }
    out_ += ']';
    first_ = false;
  }
  void names(const char* label, std::span<Identifier> ids) {
    if (ids.empty()) return;
    field(label);
    out_ += '[';
    for (size_t i = 0; i < ids.size(); ++i) {
      if (i > 0) out_ += ", ";
      out_ += python_repr(ids[i]);
    }
    out_ += ']';
  }
  void word(const char* label, const char* value) {
    field(label);
    out_ += value;
    out_ += "()";
  }
  void context(ExprContext ctx) {
    word("ctx", ctx == ExprContext::kLoad ? "Load" : ctx == ExprContext::kStore ? "Store" : "Del");
  }
  void op(Operator value) {
    static constexpr const char* kNames[] = {"Add",
                                             "Sub",
                                             "Mult",
                                             "MatMult",
                                             "Div",
                                             "Mod",
                                             "Pow",
                                             "LShift",
                                             "RShift",
                                             "BitOr",
                                             "BitXor",
                                             "BitAnd",
                                             "FloorDiv"};
    word("op", kNames[static_cast<size_t>(value)]);
  }

  // --- nodes ---
  void node(const Node* n) {
    if (++depth_ > kDeepest) {
      out_ += "...";
    } else if (n->kind <= NodeKind::kContinue) {
      statement(n);
    } else if (n->kind <= NodeKind::kSlice) {
      expression(n);
    } else if (n->kind <= NodeKind::kTypeVarTuple) {
      pattern(n);
    } else {
      helper(n);
    }
    --depth_;
  }

  void function(const FunctionDefBase* f, const char* name_of) {
    open(name_of);
    name("name", f->name);
    one("args", f->args);
    list("body", f->body);
    list("decorator_list", f->decorator_list);
    one("returns", f->returns);
    list("type_params", f->type_params);
    close_at(f);
  }
  void loop(const ForBase* f, const char* name_of) {
    open(name_of);
    one("target", f->target);
    one("iter", f->iter);
    list("body", f->body);
    list("orelse", f->orelse);
    close_at(f);
  }
  void with(const WithBase* w, const char* name_of) {
    open(name_of);
    list("items", w->items);
    list("body", w->body);
    close_at(w);
  }
  void try_block(const TryBase* t, const char* name_of) {
    open(name_of);
    list("body", t->body);
    list("handlers", t->handlers);
    list("orelse", t->orelse);
    list("finalbody", t->finalbody);
    close_at(t);
  }

  void statement(const Node* n) {
    switch (n->kind) {
      case NodeKind::kFunctionDef: return function(as<FunctionDef>(n), "FunctionDef");
      case NodeKind::kAsyncFunctionDef:
        return function(as<AsyncFunctionDef>(n), "AsyncFunctionDef");
      case NodeKind::kFor: return loop(as<For>(n), "For");
      case NodeKind::kAsyncFor: return loop(as<AsyncFor>(n), "AsyncFor");
      case NodeKind::kWith: return with(as<With>(n), "With");
      case NodeKind::kAsyncWith: return with(as<AsyncWith>(n), "AsyncWith");
      case NodeKind::kTry: return try_block(as<Try>(n), "Try");
      case NodeKind::kTryStar: return try_block(as<TryStar>(n), "TryStar");
      case NodeKind::kClassDef: {
        const auto* c = as<ClassDef>(n);
        open("ClassDef");
        name("name", c->name);
        list("bases", c->bases);
        list("keywords", c->keywords);
        list("body", c->body);
        list("decorator_list", c->decorator_list);
        list("type_params", c->type_params);
        break;
      }
      case NodeKind::kReturn:
        open("Return");
        one("value", as<Return>(n)->value);
        break;
      case NodeKind::kDelete:
        open("Delete");
        list("targets", as<Delete>(n)->targets);
        break;
      case NodeKind::kAssign:
        open("Assign");
        list("targets", as<Assign>(n)->targets);
        one("value", as<Assign>(n)->value);
        break;
      case NodeKind::kTypeAlias:
        open("TypeAlias");
        one("name", as<TypeAlias>(n)->name);
        list("type_params", as<TypeAlias>(n)->type_params);
        one("value", as<TypeAlias>(n)->value);
        break;
      case NodeKind::kAugAssign:
        open("AugAssign");
        one("target", as<AugAssign>(n)->target);
        op(as<AugAssign>(n)->op);
        one("value", as<AugAssign>(n)->value);
        break;
      case NodeKind::kAnnAssign:
        open("AnnAssign");
        one("target", as<AnnAssign>(n)->target);
        one("annotation", as<AnnAssign>(n)->annotation);
        one("value", as<AnnAssign>(n)->value);
        number("simple", as<AnnAssign>(n)->simple);
        break;
      case NodeKind::kWhile:
        open("While");
        one("test", as<While>(n)->test);
        list("body", as<While>(n)->body);
        list("orelse", as<While>(n)->orelse);
        break;
      case NodeKind::kIf:
        open("If");
        one("test", as<If>(n)->test);
        list("body", as<If>(n)->body);
        list("orelse", as<If>(n)->orelse);
        break;
      case NodeKind::kMatch:
        open("Match");
        one("subject", as<Match>(n)->subject);
        list("cases", as<Match>(n)->cases);
        break;
      case NodeKind::kRaise:
        open("Raise");
        one("exc", as<Raise>(n)->exc);
        one("cause", as<Raise>(n)->cause);
        break;
      case NodeKind::kAssert:
        open("Assert");
        one("test", as<Assert>(n)->test);
        one("msg", as<Assert>(n)->msg);
        break;
      case NodeKind::kImport:
        open("Import");
        list("names", as<Import>(n)->names);
        break;
      case NodeKind::kImportFrom:
        open("ImportFrom");
        name("module", as<ImportFrom>(n)->module);
        list("names", as<ImportFrom>(n)->names);
        number("level", as<ImportFrom>(n)->level);
        break;
      case NodeKind::kGlobal:
        open("Global");
        names("names", as<Global>(n)->names);
        break;
      case NodeKind::kNonlocal:
        open("Nonlocal");
        names("names", as<Nonlocal>(n)->names);
        break;
      case NodeKind::kExpr:
        open("Expr");
        one("value", as<ExprStmt>(n)->value);
        break;
      case NodeKind::kPass: open("Pass"); break;
      case NodeKind::kBreak: open("Break"); break;
      case NodeKind::kContinue: open("Continue"); break;
      default: SIMUL_UNREACHABLE("not a statement");
    }
    close_at(n);
  }

  void constant(const Constant* c) {
    open("Constant");
    field("value");
    switch (c->constant_kind) {
      case ConstantKind::kNone: out_ += "None"; break;
      case ConstantKind::kTrue: out_ += "True"; break;
      case ConstantKind::kFalse: out_ += "False"; break;
      case ConstantKind::kEllipsis: out_ += "Ellipsis"; break;
      case ConstantKind::kInt:
        out_ +=
            c->text.substr(0, 2) == "0x" ? decimal_of_hex(c->text.substr(2)) : std::string(c->text);
        break;
      case ConstantKind::kFloat: out_ += float_repr(c->number); break;
      case ConstantKind::kImaginary: {
        std::string text = float_repr(c->number);
        if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0)
          text.resize(text.size() - 2);
        out_ += text + "j";
        break;
      }
      case ConstantKind::kStr: out_ += python_repr(c->text); break;
      case ConstantKind::kBytes: out_ += python_bytes_repr(c->text); break;
    }
    if (c->u_prefix) {
      field("kind");
      out_ += "'u'";
    }
    close_at(c);
  }

  void comprehension(const Node* n,
                     const char* name_of,
                     const Expr* elt,
                     std::span<Comprehension*> generators) {
    open(name_of);
    one("elt", elt);
    list("generators", generators);
    close_at(n);
  }

  void expression(const Node* n) {
    switch (n->kind) {
      case NodeKind::kConstant: return constant(as<Constant>(n));
      case NodeKind::kListComp:
        return comprehension(n, "ListComp", as<ListComp>(n)->elt, as<ListComp>(n)->generators);
      case NodeKind::kSetComp:
        return comprehension(n, "SetComp", as<SetComp>(n)->elt, as<SetComp>(n)->generators);
      case NodeKind::kGeneratorExp:
        return comprehension(
            n, "GeneratorExp", as<GeneratorExp>(n)->elt, as<GeneratorExp>(n)->generators);
      case NodeKind::kBoolOp:
        open("BoolOp");
        word("op", as<BoolOp>(n)->op == BoolOperator::kAnd ? "And" : "Or");
        list("values", as<BoolOp>(n)->values);
        break;
      case NodeKind::kNamedExpr:
        open("NamedExpr");
        one("target", as<NamedExpr>(n)->target);
        one("value", as<NamedExpr>(n)->value);
        break;
      case NodeKind::kBinOp:
        open("BinOp");
        one("left", as<BinOp>(n)->left);
        op(as<BinOp>(n)->op);
        one("right", as<BinOp>(n)->right);
        break;
      case NodeKind::kUnaryOp: {
        static constexpr const char* kNames[] = {"Invert", "Not", "UAdd", "USub"};
        open("UnaryOp");
        word("op", kNames[static_cast<size_t>(as<UnaryOp>(n)->op)]);
        one("operand", as<UnaryOp>(n)->operand);
        break;
      }
      case NodeKind::kLambda:
        open("Lambda");
        one("args", as<Lambda>(n)->args);
        one("body", as<Lambda>(n)->body);
        break;
      case NodeKind::kIfExp:
        open("IfExp");
        one("test", as<IfExp>(n)->test);
        one("body", as<IfExp>(n)->body);
        one("orelse", as<IfExp>(n)->orelse);
        break;
      case NodeKind::kDict:
        open("Dict");
        list("keys", as<Dict>(n)->keys);
        list("values", as<Dict>(n)->values);
        break;
      case NodeKind::kSet:
        open("Set");
        list("elts", as<Set>(n)->elts);
        break;
      case NodeKind::kDictComp:
        open("DictComp");
        one("key", as<DictComp>(n)->key);
        one("value", as<DictComp>(n)->value);
        list("generators", as<DictComp>(n)->generators);
        break;
      case NodeKind::kAwait:
        open("Await");
        one("value", as<Await>(n)->value);
        break;
      case NodeKind::kYield:
        open("Yield");
        one("value", as<Yield>(n)->value);
        break;
      case NodeKind::kYieldFrom:
        open("YieldFrom");
        one("value", as<YieldFrom>(n)->value);
        break;
      case NodeKind::kCompare: {
        static constexpr const char* kNames[] = {
            "Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};
        const auto* c = as<Compare>(n);
        open("Compare");
        one("left", c->left);
        field("ops");
        out_ += '[';
        for (size_t i = 0; i < c->ops.size(); ++i) {
          if (i > 0) out_ += ", ";
          out_ += kNames[static_cast<size_t>(c->ops[i])];
          out_ += "()";
        }
        out_ += ']';
        list("comparators", c->comparators);
        break;
      }
      case NodeKind::kCall:
        open("Call");
        one("func", as<Call>(n)->func);
        list("args", as<Call>(n)->args);
        list("keywords", as<Call>(n)->keywords);
        break;
      case NodeKind::kFormattedValue:
        open("FormattedValue");
        one("value", as<FormattedValue>(n)->value);
        number("conversion", as<FormattedValue>(n)->conversion);
        one("format_spec", as<FormattedValue>(n)->format_spec);
        break;
      case NodeKind::kJoinedStr:
        open("JoinedStr");
        list("values", as<JoinedStr>(n)->values);
        break;
      case NodeKind::kAttribute:
        open("Attribute");
        one("value", as<Attribute>(n)->value);
        name("attr", as<Attribute>(n)->attr);
        context(as<Attribute>(n)->ctx);
        break;
      case NodeKind::kSubscript:
        open("Subscript");
        one("value", as<Subscript>(n)->value);
        one("slice", as<Subscript>(n)->slice);
        context(as<Subscript>(n)->ctx);
        break;
      case NodeKind::kStarred:
        open("Starred");
        one("value", as<Starred>(n)->value);
        context(as<Starred>(n)->ctx);
        break;
      case NodeKind::kName:
        open("Name");
        name("id", as<Name>(n)->id);
        context(as<Name>(n)->ctx);
        break;
      case NodeKind::kList:
        open("List");
        list("elts", as<List>(n)->elts);
        context(as<List>(n)->ctx);
        break;
      case NodeKind::kTuple:
        open("Tuple");
        list("elts", as<Tuple>(n)->elts);
        context(as<Tuple>(n)->ctx);
        break;
      case NodeKind::kSlice:
        open("Slice");
        one("lower", as<Slice>(n)->lower);
        one("upper", as<Slice>(n)->upper);
        one("step", as<Slice>(n)->step);
        break;
      default: SIMUL_UNREACHABLE("not an expression");
    }
    close_at(n);
  }

  void pattern(const Node* n) {
    switch (n->kind) {
      case NodeKind::kMatchValue:
        open("MatchValue");
        one("value", as<MatchValue>(n)->value);
        break;
      case NodeKind::kMatchSingleton: {
        const ConstantKind value = as<MatchSingleton>(n)->value;
        open("MatchSingleton");
        field("value");
        out_ += value == ConstantKind::kNone   ? "None"
                : value == ConstantKind::kTrue ? "True"
                                               : "False";
        break;
      }
      case NodeKind::kMatchSequence:
        open("MatchSequence");
        list("patterns", as<MatchSequence>(n)->patterns);
        break;
      case NodeKind::kMatchMapping:
        open("MatchMapping");
        list("keys", as<MatchMapping>(n)->keys);
        list("patterns", as<MatchMapping>(n)->patterns);
        name("rest", as<MatchMapping>(n)->rest);
        break;
      case NodeKind::kMatchClass:
        open("MatchClass");
        one("cls", as<MatchClass>(n)->cls);
        list("patterns", as<MatchClass>(n)->patterns);
        names("kwd_attrs", as<MatchClass>(n)->kwd_attrs);
        list("kwd_patterns", as<MatchClass>(n)->kwd_patterns);
        break;
      case NodeKind::kMatchStar:
        open("MatchStar");
        name("name", as<MatchStar>(n)->name);
        break;
      case NodeKind::kMatchAs:
        open("MatchAs");
        one("pattern", as<MatchAs>(n)->pattern);
        name("name", as<MatchAs>(n)->name);
        break;
      case NodeKind::kMatchOr:
        open("MatchOr");
        list("patterns", as<MatchOr>(n)->patterns);
        break;
      case NodeKind::kTypeVar:
        open("TypeVar");
        name("name", as<TypeVar>(n)->name);
        one("bound", as<TypeVar>(n)->bound);
        one("default_value", as<TypeVar>(n)->default_value);
        break;
      case NodeKind::kParamSpec:
        open("ParamSpec");
        name("name", as<ParamSpec>(n)->name);
        one("default_value", as<ParamSpec>(n)->default_value);
        break;
      case NodeKind::kTypeVarTuple:
        open("TypeVarTuple");
        name("name", as<TypeVarTuple>(n)->name);
        one("default_value", as<TypeVarTuple>(n)->default_value);
        break;
      default: SIMUL_UNREACHABLE("not a pattern or type parameter");
    }
    close_at(n);
  }

  void helper(const Node* n) {
    switch (n->kind) {
      case NodeKind::kExceptHandler:
        open("ExceptHandler");
        one("type", as<ExceptHandler>(n)->type);
        name("name", as<ExceptHandler>(n)->name);
        list("body", as<ExceptHandler>(n)->body);
        return close_at(n);
      case NodeKind::kArguments: {
        const auto* a = as<Arguments>(n);
        open("arguments");
        list("posonlyargs", a->posonlyargs);
        list("args", a->args);
        one("vararg", a->vararg);
        list("kwonlyargs", a->kwonlyargs);
        list("kw_defaults", a->kw_defaults);
        one("kwarg", a->kwarg);
        list("defaults", a->defaults);
        return close();
      }
      case NodeKind::kArg:
        open("arg");
        name("arg", as<Arg>(n)->arg);
        one("annotation", as<Arg>(n)->annotation);
        return close_at(n);
      case NodeKind::kKeyword:
        open("keyword");
        name("arg", as<Keyword>(n)->arg);
        one("value", as<Keyword>(n)->value);
        return close_at(n);
      case NodeKind::kAlias:
        open("alias");
        name("name", as<Alias>(n)->name);
        name("asname", as<Alias>(n)->asname);
        return close_at(n);
      case NodeKind::kComprehension:
        open("comprehension");
        one("target", as<Comprehension>(n)->target);
        one("iter", as<Comprehension>(n)->iter);
        list("ifs", as<Comprehension>(n)->ifs);
        number("is_async", as<Comprehension>(n)->is_async ? 1 : 0);
        return close();
      case NodeKind::kWithItem:
        open("withitem");
        one("context_expr", as<WithItem>(n)->context_expr);
        one("optional_vars", as<WithItem>(n)->optional_vars);
        return close();
      case NodeKind::kMatchCase:
        open("match_case");
        one("pattern", as<MatchCase>(n)->pattern);
        one("guard", as<MatchCase>(n)->guard);
        list("body", as<MatchCase>(n)->body);
        return close();
      default: SIMUL_UNREACHABLE("not a helper node");
    }
  }

  // a+a+a... nests as deep as it is long; the dump of such a tree is cut so that the native stack
  // is not.
  static constexpr int kDeepest = 1000;

  bool attributes_;
  bool first_ = true;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string dump(const Module& module, bool include_attributes) {
  return Dumper(include_attributes).module(module);
}

}  // namespace simul::syntax

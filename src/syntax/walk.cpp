#include "syntax/walk.hpp"

namespace simul::syntax {
namespace {

class Children {
 public:
  explicit Children(std::vector<const Node*>& out) : out_(out) {}

  void one(const Node* node) {
    if (node != nullptr) out_.push_back(node);
  }
  template <typename T>
  void all(std::span<T*> nodes) {
    for (const T* node : nodes) one(node);
  }

  void function(const FunctionDefBase& def) {
    all(def.decorator_list);
    all(def.type_params);
    one(def.args);
    one(def.returns);
    all(def.body);
  }
  void loop(const ForBase& loop) {
    one(loop.target);
    one(loop.iter);
    all(loop.body);
    all(loop.orelse);
  }
  void with(const WithBase& with) {
    all(with.items);
    all(with.body);
  }
  void attempt(const TryBase& attempt) {
    all(attempt.body);
    all(attempt.handlers);
    all(attempt.orelse);
    all(attempt.finalbody);
  }
  // A list, set or generator: what is written first comes first.
  template <typename T>
  void comprehension(const T& node) {
    one(node.elt);
    all(node.generators);
  }

 private:
  std::vector<const Node*>& out_;
};

}  // namespace

void children(const Node& node, std::vector<const Node*>& out) {
  Children add(out);
  const Node* n = &node;
  switch (node.kind) {
    case NodeKind::kFunctionDef: return add.function(*as<FunctionDef>(n));
    case NodeKind::kAsyncFunctionDef: return add.function(*as<AsyncFunctionDef>(n));
    case NodeKind::kClassDef: {
      auto* def = as<ClassDef>(n);
      add.all(def->decorator_list);
      add.all(def->type_params);
      add.all(def->bases);
      add.all(def->keywords);
      return add.all(def->body);
    }
    case NodeKind::kReturn: return add.one(as<Return>(n)->value);
    case NodeKind::kDelete: return add.all(as<Delete>(n)->targets);
    case NodeKind::kAssign: {
      add.all(as<Assign>(n)->targets);
      return add.one(as<Assign>(n)->value);
    }
    case NodeKind::kTypeAlias: {
      add.one(as<TypeAlias>(n)->name);
      add.all(as<TypeAlias>(n)->type_params);
      return add.one(as<TypeAlias>(n)->value);
    }
    case NodeKind::kAugAssign: {
      add.one(as<AugAssign>(n)->target);
      return add.one(as<AugAssign>(n)->value);
    }
    case NodeKind::kAnnAssign: {
      add.one(as<AnnAssign>(n)->target);
      add.one(as<AnnAssign>(n)->annotation);
      return add.one(as<AnnAssign>(n)->value);
    }
    case NodeKind::kFor: return add.loop(*as<For>(n));
    case NodeKind::kAsyncFor: return add.loop(*as<AsyncFor>(n));
    case NodeKind::kWhile: {
      add.one(as<While>(n)->test);
      add.all(as<While>(n)->body);
      return add.all(as<While>(n)->orelse);
    }
    case NodeKind::kIf: {
      add.one(as<If>(n)->test);
      add.all(as<If>(n)->body);
      return add.all(as<If>(n)->orelse);
    }
    case NodeKind::kWith: return add.with(*as<With>(n));
    case NodeKind::kAsyncWith: return add.with(*as<AsyncWith>(n));
    case NodeKind::kMatch: {
      add.one(as<Match>(n)->subject);
      return add.all(as<Match>(n)->cases);
    }
    case NodeKind::kRaise: {
      add.one(as<Raise>(n)->exc);
      return add.one(as<Raise>(n)->cause);
    }
    case NodeKind::kTry: return add.attempt(*as<Try>(n));
    case NodeKind::kTryStar: return add.attempt(*as<TryStar>(n));
    case NodeKind::kAssert: {
      add.one(as<Assert>(n)->test);
      return add.one(as<Assert>(n)->msg);
    }
    case NodeKind::kImport: return add.all(as<Import>(n)->names);
    case NodeKind::kImportFrom: return add.all(as<ImportFrom>(n)->names);
    case NodeKind::kExpr: return add.one(as<ExprStmt>(n)->value);
    case NodeKind::kBoolOp: return add.all(as<BoolOp>(n)->values);
    case NodeKind::kNamedExpr: {
      add.one(as<NamedExpr>(n)->target);
      return add.one(as<NamedExpr>(n)->value);
    }
    case NodeKind::kBinOp: {
      add.one(as<BinOp>(n)->left);
      return add.one(as<BinOp>(n)->right);
    }
    case NodeKind::kUnaryOp: return add.one(as<UnaryOp>(n)->operand);
    case NodeKind::kLambda: {
      add.one(as<Lambda>(n)->args);
      return add.one(as<Lambda>(n)->body);
    }
    case NodeKind::kIfExp: {
      add.one(as<IfExp>(n)->test);
      add.one(as<IfExp>(n)->body);
      return add.one(as<IfExp>(n)->orelse);
    }
    case NodeKind::kDict: {
      add.all(as<Dict>(n)->keys);
      return add.all(as<Dict>(n)->values);
    }
    case NodeKind::kSet: return add.all(as<Set>(n)->elts);
    case NodeKind::kListComp: return add.comprehension(*as<ListComp>(n));
    case NodeKind::kSetComp: return add.comprehension(*as<SetComp>(n));
    case NodeKind::kGeneratorExp: return add.comprehension(*as<GeneratorExp>(n));
    case NodeKind::kDictComp: {
      add.one(as<DictComp>(n)->key);
      add.one(as<DictComp>(n)->value);
      return add.all(as<DictComp>(n)->generators);
    }
    case NodeKind::kAwait: return add.one(as<Await>(n)->value);
    case NodeKind::kYield: return add.one(as<Yield>(n)->value);
    case NodeKind::kYieldFrom: return add.one(as<YieldFrom>(n)->value);
    case NodeKind::kCompare: {
      add.one(as<Compare>(n)->left);
      return add.all(as<Compare>(n)->comparators);
    }
    case NodeKind::kCall: {
      add.one(as<Call>(n)->func);
      add.all(as<Call>(n)->args);
      return add.all(as<Call>(n)->keywords);
    }
    case NodeKind::kFormattedValue: {
      add.one(as<FormattedValue>(n)->value);
      return add.one(as<FormattedValue>(n)->format_spec);
    }
    case NodeKind::kJoinedStr: return add.all(as<JoinedStr>(n)->values);
    case NodeKind::kAttribute: return add.one(as<Attribute>(n)->value);
    case NodeKind::kSubscript: {
      add.one(as<Subscript>(n)->value);
      return add.one(as<Subscript>(n)->slice);
    }
    case NodeKind::kStarred: return add.one(as<Starred>(n)->value);
    case NodeKind::kList: return add.all(as<List>(n)->elts);
    case NodeKind::kTuple: return add.all(as<Tuple>(n)->elts);
    case NodeKind::kSlice: {
      add.one(as<Slice>(n)->lower);
      add.one(as<Slice>(n)->upper);
      return add.one(as<Slice>(n)->step);
    }
    case NodeKind::kMatchValue: return add.one(as<MatchValue>(n)->value);
    case NodeKind::kMatchSequence: return add.all(as<MatchSequence>(n)->patterns);
    case NodeKind::kMatchMapping: {
      add.all(as<MatchMapping>(n)->keys);
      return add.all(as<MatchMapping>(n)->patterns);
    }
    case NodeKind::kMatchClass: {
      add.one(as<MatchClass>(n)->cls);
      add.all(as<MatchClass>(n)->patterns);
      return add.all(as<MatchClass>(n)->kwd_patterns);
    }
    case NodeKind::kMatchAs: return add.one(as<MatchAs>(n)->pattern);
    case NodeKind::kMatchOr: return add.all(as<MatchOr>(n)->patterns);
    case NodeKind::kTypeVar: {
      add.one(as<TypeVar>(n)->bound);
      return add.one(as<TypeVar>(n)->default_value);
    }
    case NodeKind::kParamSpec: return add.one(as<ParamSpec>(n)->default_value);
    case NodeKind::kTypeVarTuple: return add.one(as<TypeVarTuple>(n)->default_value);
    case NodeKind::kExceptHandler: {
      add.one(as<ExceptHandler>(n)->type);
      return add.all(as<ExceptHandler>(n)->body);
    }
    case NodeKind::kArguments: {
      auto* arguments = as<Arguments>(n);
      add.all(arguments->posonlyargs);
      add.all(arguments->args);
      add.one(arguments->vararg);
      add.all(arguments->kwonlyargs);
      add.all(arguments->kw_defaults);
      add.one(arguments->kwarg);
      return add.all(arguments->defaults);
    }
    case NodeKind::kArg: return add.one(as<Arg>(n)->annotation);
    case NodeKind::kKeyword: return add.one(as<Keyword>(n)->value);
    case NodeKind::kComprehension: {
      add.one(as<Comprehension>(n)->target);
      add.one(as<Comprehension>(n)->iter);
      return add.all(as<Comprehension>(n)->ifs);
    }
    case NodeKind::kWithItem: {
      add.one(as<WithItem>(n)->context_expr);
      return add.one(as<WithItem>(n)->optional_vars);
    }
    case NodeKind::kMatchCase: {
      add.one(as<MatchCase>(n)->pattern);
      add.one(as<MatchCase>(n)->guard);
      return add.all(as<MatchCase>(n)->body);
    }
    case NodeKind::kGlobal:
    case NodeKind::kNonlocal:
    case NodeKind::kPass:
    case NodeKind::kBreak:
    case NodeKind::kContinue:
    case NodeKind::kConstant:
    case NodeKind::kName:
    case NodeKind::kMatchSingleton:
    case NodeKind::kMatchStar:
    case NodeKind::kAlias: return;
  }
}

}  // namespace simul::syntax

// The contextvars module: ContextVar, Token, Context, copy_context. Mirrors Python/context.c and
// Python/hamt.c, with a shared dict where CPython has a hash trie: a program cannot tell.
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/context.hpp"
#include "vm/internals.hpp"
#include "vm/modules.hpp"

namespace simul::vm {

namespace {

struct VarObject : Container {
  Value name;
  Value fallback;  // the default; empty: none
};

struct TokenObject : Container {
  Value var;
  Value context;
  Value old;  // empty: there was none
  bool used = false;
};

// keys(), values(), items(): what a context held when it was asked.
struct ContextView : Container {
  Value items;
};

struct ContextState final : Extension {
  explicit ContextState(Vm& vm);
  static ContextState& of(Vm& vm) {
    auto& extension = vm.extension(ExtensionId::kContext);
    if (extension == nullptr) extension = std::make_unique<ContextState>(vm);
    return static_cast<ContextState&>(*extension);
  }
  Type* context = nullptr;
  Type* var = nullptr;
  Type* token = nullptr;
  Type* views[3] = {};  // as `listed` counts them
  Value missing;
};

VarObject* var_of(const Value& self) {
  return self.as<VarObject>();
}
ContextObject* context_of(const Value& self) {
  return self.as<ContextObject>();
}
std::string at_address(const Value& value) {
  return " at " + quoted_address(value.object()) + ">";
}

ContextObject* new_context(Vm& vm, Value variables) {
  auto* made = vm.instantiate<ContextObject>(ContextState::of(vm).context);
  made->variables = std::move(variables);
  return made;
}

Hash hash_of(const Value& var) {
  return static_cast<Hash>(identity(var));
}

// The variable's value in a context (that may be empty), or null.
const Value* find(const Value& context, const Value& var) {
  if (!context || !context_of(context)->variables) return nullptr;
  const Table& table = context_of(context)->variables.as<DictObject>()->table;
  const std::int32_t at = table.find(var, hash_of(var));
  return at < 0 ? nullptr : &table.entry(at).value;
}

// The context's own dict, which nobody else shares.
Table& own_table(Vm& vm, ContextObject* context) {
  Value& variables = context->variables;
  if (!variables) {
    variables = vm.dict();
  } else if (variables.as<DictObject>()->refcount > 1) {
    Value copy = vm.dict();
    copy.as<DictObject>()->table.copy_from(variables.as<DictObject>()->table);
    variables = std::move(copy);
  }
  return variables.as<DictObject>()->table;
}

void store(Vm& vm, ContextObject* context, const Value& var, const Value& value) {
  Table& table = own_table(vm, context);
  if (value) {
    table.set(var, hash_of(var), value);
  } else if (const std::int32_t at = table.find(var, hash_of(var)); at >= 0) {
    static_cast<void>(table.remove(at));
  }
}

Value current(Vm& vm) {
  return context_in(vm, *vm.running()->context_slot, true);
}

// ---- ContextVar

Answer var_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"ContextVar", {"name", "default"}, 1, 1, 1};
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!vm.is_str(slots[0])) return vm.raise_type_error("context variable name must be a str");
  auto* made = vm.instantiate<VarObject>(cls);
  made->name = std::move(slots[0]);
  made->fallback = std::move(slots[1]);
  return Value::adopt(made);
}

Native var_repr_native(Vm& vm, Value self) {
  Value name = co_await vm.repr(var_of(self)->name);
  std::string text = cat("<ContextVar name=", vm.text(name));
  if (var_of(self)->fallback) {
    Value fallback = co_await vm.repr(var_of(self)->fallback);
    text += cat(" default=", vm.text(fallback));
  }
  co_return vm.str(text + at_address(self));
}
Answer var_repr(Vm& vm, const Value& self) {
  return var_repr_native(vm, self);
}

Answer var_get(Vm& vm, const CallArgs& args) {
  if (const Value* found = find(*vm.running()->context_slot, args[0])) return *found;
  if (args.size() > 1) return args[1];
  if (var_of(args[0])->fallback) return var_of(args[0])->fallback;
  return vm.raise(vm.exceptions().LookupError, args[0]);
}

Answer var_set(Vm& vm, const CallArgs& args) {
  const Value context = current(vm);
  auto* token = vm.instantiate<TokenObject>(ContextState::of(vm).token);
  Value made = Value::adopt(token);
  token->var = args[0];
  token->context = context;
  if (const Value* old = find(context, args[0])) token->old = *old;
  store(vm, context_of(context), args[0], args[1]);
  return made;
}

// What is wrong with a token; null: nothing.
Native token_error(Vm& vm, Value token, Type* type, const char* what) {
  Value shown = co_await vm.repr(token);
  co_return vm.raise(type, cat(vm.text(shown), what));
}

Answer var_reset(Vm& vm, const CallArgs& args) {
  const Value& token = args[1];
  if (!vm.is_exactly(token, ContextState::of(vm).token)) {
    struct Shown {
      static Native of(Vm& machine, Value value) {
        Value text = co_await machine.repr(value);
        co_return machine.raise_type_error(
            cat("expected an instance of Token, got ", machine.text(text)));
      }
    };
    return Shown::of(vm, token);
  }
  auto* object = token.as<TokenObject>();
  if (object->used)
    return token_error(vm, token, vm.exceptions().RuntimeError, " has already been used once");
  if (!object->var.is(args[0]))
    return token_error(
        vm, token, vm.exceptions().ValueError, " was created by a different ContextVar");
  const Value context = current(vm);
  if (!object->context.is(context))
    return token_error(
        vm, token, vm.exceptions().ValueError, " was created in a different Context");
  object->used = true;
  store(vm, context_of(context), args[0], object->old);
  return Value::none();
}

Answer get_var_name(Vm&, const Value& self) {
  return var_of(self)->name;
}

// ---- Token

Native token_repr_native(Vm& vm, Value self) {
  Value var = co_await vm.repr(self.as<TokenObject>()->var);
  co_return vm.str(cat("<Token",
                       self.as<TokenObject>()->used ? " used" : "",
                       " var=",
                       vm.text(var),
                       at_address(self)));
}
Answer token_repr(Vm& vm, const Value& self) {
  return token_repr_native(vm, self);
}
Answer get_token_var(Vm&, const Value& self) {
  return self.as<TokenObject>()->var;
}
Answer get_old_value(Vm& vm, const Value& self) {
  const Value& old = self.as<TokenObject>()->old;
  return old ? old : ContextState::of(vm).missing;
}
Answer missing_repr(Vm& vm, const Value&) {
  return vm.str("<Token.MISSING>");
}

// ---- Context

Answer context_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.total() > 0) return vm.raise_type_error("Context() does not accept any arguments");
  return Value::adopt(new_context(vm, {}));
}

bool check_key(Vm& vm, const Value& key, Answer* error) {
  if (vm.is_exactly(key, ContextState::of(vm).var)) return true;
  struct Shown {
    static Native of(Vm& machine, Value value) {
      Value text = co_await machine.repr(value);
      co_return machine.raise_type_error(
          cat("a ContextVar key was expected, got ", machine.text(text)));
    }
  };
  *error = Shown::of(vm, key);
  return false;
}

Answer context_get_item(Vm& vm, const Value& self, const Value& key) {
  Answer error = Value::none();
  if (!check_key(vm, key, &error)) return error;
  if (const Value* found = find(self, key)) return *found;
  return vm.raise(vm.exceptions().KeyError, key);
}
Answer context_contains(Vm& vm, const Value& self, const Value& key) {
  Answer error = Value::none();
  if (!check_key(vm, key, &error)) return error;
  return Value::boolean(find(self, key) != nullptr);
}
Answer context_get(Vm& vm, const CallArgs& args) {
  Answer error = Value::none();
  if (!check_key(vm, args[1], &error)) return error;
  if (const Value* found = find(args[0], args[1])) return *found;
  return args.size() > 2 ? args[2] : Value::none();
}
Answer context_length(Vm& vm, const Value& self) {
  const Value& variables = context_of(self)->variables;
  if (!variables) return Value::small(0);
  return vm.integer(static_cast<std::int64_t>(variables.as<DictObject>()->table.size()));
}

// 0: keys, 1: values, 2: both.
Value listed(Vm& vm, const Value& self, int what) {
  std::vector<Value> items;
  if (const Value& variables = context_of(self)->variables) {
    for (const Table::Entry& entry : variables.as<DictObject>()->table.entries()) {
      if (!entry.key) continue;
      items.push_back(what == 0   ? entry.key
                      : what == 1 ? entry.value
                                  : vm.tuple({entry.key, entry.value}));
    }
  }
  return vm.list(std::move(items));
}
Answer context_iter(Vm& vm, const Value& self) {
  return vm.iter(listed(vm, self, 0));
}
Answer view(Vm& vm, const Value& self, int what) {
  auto* made = vm.instantiate<ContextView>(ContextState::of(vm).views[what]);
  made->items = listed(vm, self, what);
  return Value::adopt(made);
}
Answer context_keys(Vm& vm, const CallArgs& args) {
  return view(vm, args[0], 0);
}
Answer context_values(Vm& vm, const CallArgs& args) {
  return view(vm, args[0], 1);
}
Answer context_items(Vm& vm, const CallArgs& args) {
  return view(vm, args[0], 2);
}
Answer view_iter(Vm& vm, const Value& self) {
  return vm.iter(self.as<ContextView>()->items);
}
Answer view_length(Vm& vm, const Value& self) {
  return vm.integer(
      static_cast<std::int64_t>(self.as<ContextView>()->items.as<ListObject>()->items.size()));
}
void view_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<ContextView*>(object)->items);
}
Answer context_copy(Vm& vm, const CallArgs& args) {
  return Value::adopt(new_context(vm, context_of(args[0])->variables));
}
Answer context_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if ((op != CompareOp::kEq && op != CompareOp::kNe) ||
      !vm.is_exactly(b, ContextState::of(vm).context))
    return Value::not_implemented();
  const auto dict_in = [&](const Value& context) {
    const Value& variables = context_of(context)->variables;
    return variables ? variables : vm.dict();
  };
  return vm.compare(dict_in(a), dict_in(b), op);
}

Native context_run(Vm& vm, OwnedArgs args) {
  if (args.size() < 2)
    co_return vm.raise_type_error("run() missing 1 required positional argument");
  if (already_entered(vm, args[0])) co_return Raised{};
  const ContextScope scope(*vm.running(), args.values.data());
  const TupleObject* names = args.names ? args.names.as<TupleObject>() : nullptr;
  Value result =
      co_await vm.call(args[1], CallArgs(args.values.data() + 2, args.count - 2u, names));
  co_return result;
}

Answer copy_context_function(Vm& vm, const CallArgs&) {
  return copy_context(vm);
}

void var_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<VarObject*>(object)->name);
  visitor.visit(static_cast<VarObject*>(object)->fallback);
}
void var_clear(Object* object) {
  static_cast<VarObject*>(object)->fallback.reset();
}
void token_traverse(Object* object, Visitor& visitor) {
  auto* token = static_cast<TokenObject*>(object);
  visitor.visit(token->var);
  visitor.visit(token->context);
  visitor.visit(token->old);
}
void token_clear(Object* object) {
  auto* token = static_cast<TokenObject*>(object);
  token->context.reset();
  token->old.reset();
}
void context_traverse(Object* object, Visitor& visitor) {
  const Value& variables = static_cast<ContextObject*>(object)->variables;
  // A shared dict is seen by each context that shares it, once.
  visitor.visit(variables);
}
void context_clear(Object* object) {
  static_cast<ContextObject*>(object)->variables.reset();
}

Answer token_create(Vm& vm, Type*, const CallArgs&) {
  return vm.raise(vm.exceptions().RuntimeError, "Tokens can only be created by ContextVars");
}

ContextState::ContextState(Vm& vm) {
  context = vm.make_type({.name = "Context",
                          .module = "_contextvars",
                          .instance_size = sizeof(ContextObject),
                          .flags = kUnhashable,
                          .slots = {.destroy = destroy_as<ContextObject>,
                                    .traverse = context_traverse,
                                    .clear = context_clear,
                                    .compare = context_compare,
                                    .iter = context_iter,
                                    .length = context_length,
                                    .get_item = context_get_item,
                                    .contains = context_contains,
                                    .create = context_create},
                          .methods = {{"get", context_get, 1, 2},
                                      {"keys", context_keys, 0, 0},
                                      {"values", context_values, 0, 0},
                                      {"items", context_items, 0, 0},
                                      {"copy", context_copy, 0, 0},
                                      {"run", context_run, 0, -1, kKeywords}}});
  var = vm.make_type(
      {.name = "ContextVar",
       .module = "_contextvars",
       .instance_size = sizeof(VarObject),
       .slots = {.destroy = destroy_as<VarObject>,
                 .traverse = var_traverse,
                 .clear = var_clear,
                 .repr = var_repr,
                 .create = var_create},
       .methods = {{"get", var_get, 0, 1}, {"set", var_set, 1, 1}, {"reset", var_reset, 1, 1}},
       .getters = {{"name", get_var_name}}});
  token = vm.make_type({.name = "Token",
                        .module = "_contextvars",
                        .instance_size = sizeof(TokenObject),
                        .flags = kUnhashable,
                        .slots = {.destroy = destroy_as<TokenObject>,
                                  .traverse = token_traverse,
                                  .clear = token_clear,
                                  .repr = token_repr,
                                  .create = token_create},
                        .getters = {{"var", get_token_var}, {"old_value", get_old_value}}});
  static constexpr const char* kViews[] = {"keys", "values", "items"};
  for (int what = 0; what < 3; ++what) {
    views[what] = vm.make_type({.name = kViews[what],
                                .instance_size = sizeof(ContextView),
                                .flags = kAbstract,
                                .slots = {.destroy = destroy_as<ContextView>,
                                          .traverse = view_traverse,
                                          .iter = view_iter,
                                          .length = view_length}});
  }
  Type* missing_type = vm.make_type({.name = "MISSING",
                                     .module = "Token",
                                     .instance_size = sizeof(Container),
                                     .flags = kAbstract,
                                     .slots = {.repr = missing_repr}});
  missing = Value::adopt(vm.instantiate<Container>(missing_type));
  vm.set_type_attr(token, "MISSING", missing);
}

void init_contextvars(Vm& vm, const Value& module) {
  const ContextState& state = ContextState::of(vm);
  vm.set_module_attr(module, "Context", vm.type_value(state.context));
  vm.set_module_attr(module, "ContextVar", vm.type_value(state.var));
  vm.set_module_attr(module, "Token", vm.type_value(state.token));
  vm.add_functions(module, {{"copy_context", copy_context_function, 0, 0}});
}

}  // namespace

Value context_in(Vm& vm, Value& slot, bool entered) {
  if (!slot) {
    slot = Value::adopt(new_context(vm, {}));
    context_of(slot)->entered = entered;
  }
  return slot;
}

Value copy_of_current_context(Vm& vm) {
  if (vm.running() == nullptr) return {};
  const Value& context = *vm.running()->context_slot;
  if (!context || !context_of(context)->variables) return {};
  return Value::adopt(new_context(vm, context_of(context)->variables));
}

Value copy_context(Vm& vm) {
  Value copy = copy_of_current_context(vm);
  return copy ? copy : Value::adopt(new_context(vm, {}));
}

bool is_context(Vm& vm, const Value& value) {
  return vm.extension(ExtensionId::kContext) != nullptr &&
         vm.is_exactly(value, ContextState::of(vm).context);
}

bool already_entered(Vm& vm, const Value& context) {
  if (!context) return false;
  // What was given for a context is asked only when something is to run in it.
  if (!is_context(vm, context)) {
    static_cast<void>(vm.raise_attribute_error(context, vm.name("run")));
    return true;
  }
  if (!context_of(context)->entered) return false;
  static_cast<void>(vm.raise(vm.exceptions().RuntimeError,
                             cat("cannot enter context: <_contextvars.Context object",
                                 at_address(context),
                                 " is already entered")));
  return true;
}

void register_contextvars(Vm& vm) {
  vm.register_module("contextvars", init_contextvars);
}

}  // namespace simul::vm

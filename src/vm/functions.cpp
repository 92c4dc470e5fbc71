// The types of what can be called or found on a class: functions, methods, natives, descriptors,
// code, cells, frames. Mirrors Objects/funcobject.c, classobject.c, methodobject.c and
// descrobject.c.
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string_view>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/function.hpp"
#include "vm/internals.hpp"
#include "vm/signature.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

std::string quoted_address(const Object* object) {
  char text[32];
  std::snprintf(text,
                sizeof text,
                "0x%012llx",
                static_cast<unsigned long long>(Heap::steady_address(object)));
  return text;
}

SIMUL_RARE std::string callable_text(Vm& vm, const Value& callable) {
  if (vm.is_exactly(callable, vm.types().function)) {
    const auto* function = callable.as<FunctionObject>();
    const std::string_view module = vm.is_str(function->module) ? vm.text(function->module) : "";
    return module.empty() ? cat(vm.text(function->qualname), "()")
                          : cat(module, ".", vm.text(function->qualname), "()");
  }
  if (vm.is_exactly(callable, vm.types().method))
    return callable_text(vm, callable.as<MethodObject>()->function);
  if (vm.is_kind_of(callable, vm.types().type)) {
    const Type* type = callable.as<Type>();
    const std::string_view module =
        type->module && vm.is_str(type->module) ? vm.text(type->module) : "builtins";
    return module == "builtins" ? cat(type->qualname, "()")
                                : cat(module, ".", type->qualname, "()");
  }
  const Type* type = vm.type_of(callable);
  if (type == vm.types().builtin_function || type == vm.types().method_descriptor ||
      type == vm.types().slot_wrapper) {
    const auto* native = callable.as<NativeFunction>();
    return native->owner != nullptr ? cat(native->owner->qualname, ".", native->def.name, "()")
                                    : cat(native->def.name, "()");
  }
  return cat(type->name, " object");
}

namespace {

// --- functions
// ------------------------------------------------------------------------------------------------------------

FunctionObject* function_of(const Value& value) {
  return value.as<FunctionObject>();
}

// Is the closure what the code needs? False: raised.
bool fits_closure(Vm& vm, const CodeValue* code, const Value& closure) {
  const std::size_t needed = code->code->free_count();
  if (!closure && needed > 0) {
    vm.raise_type_error("arg 5 (closure) must be tuple");
    return false;
  }
  if (closure && !vm.is_kind_of(closure, vm.types().tuple)) {
    vm.raise_type_error("arg 5 (closure) must be None or tuple");
    return false;
  }
  const std::size_t given = closure ? closure.as<TupleObject>()->size : 0;
  if (given != needed) {
    vm.raise_value_error(
        cat(code->code->name, " requires closure of length ", needed, ", not ", given));
    return false;
  }
  for (std::size_t i = 0; i < given; ++i) {
    const Value& cell = closure.as<TupleObject>()->items()[i];
    if (vm.is_exactly(cell, vm.types().cell)) continue;
    vm.raise_type_error(cat("arg 5 (closure) expected cell, found ", vm.type_name(cell)));
    return false;
  }
  return true;
}

// function(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)
SIMUL_RARE Answer function_create(Vm& vm, Type* type, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "function", {"code", "globals", "name", "argdefs", "closure", "kwdefaults"}, 6, 2};
  Value given[6];
  if (!vm.parse(args, kParameters, given)) return Raised{};
  const Types& t = vm.types();
  if (!vm.is_exactly(given[0], t.code))
    return vm.raise_type_error(
        cat("function() argument 'code' must be code, not ", vm.type_name(given[0])));
  if (!vm.is_kind_of(given[1], t.dict))
    return vm.raise_type_error(
        cat("function() argument 'globals' must be dict, not ", vm.type_name(given[1])));
  for (std::size_t i = 2; i < 6; ++i)
    if (given[i] && given[i].is_none()) given[i].reset();
  if (given[2] && !vm.is_str(given[2]))
    return vm.raise_type_error("arg 3 (name) must be None or string");
  if (given[3] && !vm.is_kind_of(given[3], t.tuple))
    return vm.raise_type_error("arg 4 (defaults) must be None or tuple");
  auto* code = given[0].as<CodeValue>();
  if (!fits_closure(vm, code, given[4])) return Raised{};
  if (given[5] && !vm.is_kind_of(given[5], t.dict))
    return vm.raise_type_error("arg 6 (kwdefaults) must be None or dict");
  auto* made = vm.heap().make<FunctionObject>(type);
  made->code = code;
  given[0].leak();
  made->globals = given[1].as<DictObject>();
  const Value* module = made->globals->table.get(Vm::Internals::names_of(vm).__name__);
  made->module = module != nullptr ? *module : Value::none();
  given[1].leak();
  made->name = given[2] ? given[2] : vm.str(code->code->name);
  made->qualname = vm.str(code->code->qualname);
  made->doc = code->code->has_docstring ? code->constants[0] : Value::none();
  made->defaults = given[3];
  made->closure = given[4];
  made->kwdefaults = given[5];
  return Value::adopt(made);
}

SIMUL_RARE Answer function_repr(Vm& vm, const Value& self) {
  return vm.str(cat("<function ",
                    vm.text(function_of(self)->qualname),
                    " at ",
                    quoted_address(self.object()),
                    ">"));
}
Answer function_call(Vm& vm, const Value& self, const CallArgs& args) {
  return vm.call(self, args);
}
Answer function_bind(Vm& vm, const Value& self, const Value& instance, const Value&) {
  if (!instance) return self;
  auto* method = vm.heap().make<MethodObject>(vm.types().method);
  method->function = self;
  method->self = instance;
  return Value::adopt(method);
}
void function_traverse(Object* object, Visitor& visitor) {
  auto* function = static_cast<FunctionObject*>(object);
  visitor.visit_object(function->code);
  visitor.visit_object(function->globals);
  for (const Value* each : {&function->name,
                            &function->qualname,
                            &function->module,
                            &function->doc,
                            &function->defaults,
                            &function->kwdefaults,
                            &function->closure,
                            &function->annotations,
                            &function->type_params,
                            &function->dict}) {
    visitor.visit(*each);
  }
}
void function_clear(Object* object) {
  auto* function = static_cast<FunctionObject*>(object);
  for (Value* each : {&function->doc,
                      &function->defaults,
                      &function->kwdefaults,
                      &function->annotations,
                      &function->dict}) {
    each->reset();
  }
  // The closure's cells are what a cycle goes through; they clear themselves.
}
void function_destroy(Object* object) {
  auto* function = static_cast<FunctionObject*>(object);
  Value code = Value::adopt(function->code);
  Value globals = Value::adopt(function->globals);
  function->~FunctionObject();
}
Answer get_function_name(Vm&, const Value& self) {
  return function_of(self)->name;
}
Answer set_function_name(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.is_str(value))
    return vm.raise_type_error("__name__ must be set to a string object");
  function_of(self)->name = value;
  return Value::none();
}
Answer get_function_qualname(Vm&, const Value& self) {
  return function_of(self)->qualname;
}
Answer set_function_qualname(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.is_str(value))
    return vm.raise_type_error("__qualname__ must be set to a string object");
  function_of(self)->qualname = value;
  return Value::none();
}
#define SIMUL_FIELD(field)                                                  \
  Answer get_##field(Vm&, const Value& self) {                              \
    return or_none(function_of(self)->field);                               \
  }                                                                         \
  Answer set_##field(Vm&, const Value& self, const Value& value) {          \
    function_of(self)->field = value && !value.is_none() ? value : Value(); \
    return Value::none();                                                   \
  }
SIMUL_FIELD(doc)
SIMUL_FIELD(module)
SIMUL_FIELD(defaults)
SIMUL_FIELD(kwdefaults)
#undef SIMUL_FIELD
Answer get_closure(Vm&, const Value& self) {
  return or_none(function_of(self)->closure);
}
Answer get_function_code(Vm&, const Value& self) {
  return Value::share(function_of(self)->code);
}
Answer get_globals(Vm&, const Value& self) {
  return Value::share(function_of(self)->globals);
}
Answer get_annotations(Vm& vm, const Value& self) {
  auto* function = function_of(self);
  if (!function->annotations) {
    function->annotations = vm.dict();
  } else if (vm.is_exactly(function->annotations, vm.types().tuple)) {
    // name, value, name, value: made a dict when somebody looks.
    Value dict = vm.dict();
    const auto* pairs = function->annotations.as<TupleObject>();
    for (std::size_t i = 0; i + 1 < pairs->size; i += 2) {
      dict.as<DictObject>()->table.set(pairs->items()[i].as<StrObject>(), pairs->items()[i + 1]);
    }
    function->annotations = dict;
  }
  return function->annotations;
}
Answer set_annotations(Vm&, const Value& self, const Value& value) {
  function_of(self)->annotations = value && !value.is_none() ? value : Value();
  return Value::none();
}
Answer get_type_params(Vm& vm, const Value& self) {
  return function_of(self)->type_params ? function_of(self)->type_params : vm.tuple({});
}

Answer set_type_params(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.is_exactly(value, vm.types().tuple))
    return vm.raise_type_error("__type_params__ must be set to a tuple");
  function_of(self)->type_params = value;
  return Value::none();
}

// --- bound methods
// --------------------------------------------------------------------------------------------------------

SIMUL_RARE Native method_repr_slowly(Vm& vm, Value self) {
  const auto* method = self.as<MethodObject>();
  std::string name = "?";
  if (vm.is_exactly(method->function, vm.types().function)) {
    const auto* function = function_of(method->function);
    if (function->code->kind == FrameKind::kHidden && method->self.is_object()) {
      // A twin's: CPython has it in C.
      const std::string_view bare = vm.text(function->name);
      co_return vm.str(cat(bare.substr(0, 2) == "__" ? "<method-wrapper '" : "<built-in method ",
                           bare,
                           bare.substr(0, 2) == "__" ? "' of " : " of ",
                           vm.type_name(method->self),
                           " object at ",
                           quoted_address(method->self.object()),
                           ">"));
    }
    name = vm.text(function->qualname);
  }
  Value object = co_await vm.repr(method->self);
  co_return vm.str(cat("<bound method ", name, " of ", vm.text(object), ">"));
}
Answer method_repr(Vm& vm, const Value& self) {
  return method_repr_slowly(vm, self);
}
Answer method_call(Vm& vm, const Value& self, const CallArgs& args) {
  return vm.call(self, args);
}
Answer method_get_attr(Vm& vm, const Value& self, StrObject* name) {
  if (vm.lookup(vm.types().method, name) != nullptr) return generic_get_attr(vm, self, name);
  Answer found = vm.get_attr(self.as<MethodObject>()->function, name);
  return found;
}
Answer method_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if ((op != CompareOp::kEq && op != CompareOp::kNe) || !vm.is_exactly(b, vm.types().method))
    return Value::not_implemented();
  const bool same = a.as<MethodObject>()->function.is(b.as<MethodObject>()->function) &&
                    a.as<MethodObject>()->self.is(b.as<MethodObject>()->self);
  return Value::boolean(same == (op == CompareOp::kEq));
}
Answer method_hash(Vm& vm, const Value& self) {
  const auto* method = self.as<MethodObject>();
  return vm.integer(
      static_cast<std::int64_t>(identity(method->self) ^ (identity(method->function) << 1)));
}
void method_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<MethodObject*>(object)->function);
  visitor.visit(static_cast<MethodObject*>(object)->self);
}
void method_clear(Object* object) {
  static_cast<MethodObject*>(object)->function.reset();
  static_cast<MethodObject*>(object)->self.reset();
}
Answer method_function(Vm&, const Value& self) {
  return self.as<MethodObject>()->function;
}
Answer method_doc(Vm& vm, const Value& self) {
  const Value function = self.as<MethodObject>()->function;
  return vm.get_attr(function, vm.name("__doc__"));
}
Answer method_self(Vm&, const Value& self) {
  return self.as<MethodObject>()->self;
}
Answer method_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.size() != 2)
    return vm.raise_type_error(cat("method expected 2 arguments, got ", args.size()));
  if (vm.type_of(args[0])->slots.call == nullptr &&
      vm.lookup(vm.type_of(args[0]), vm.name("__call__")) == nullptr)
    return vm.raise_type_error("first argument must be callable");
  if (args[1].is_none()) return vm.raise_type_error("instance must not be None");
  return function_bind(vm, args[0], args[1], Value());
}

// --- natives
// --------------------------------------------------------------------------------------------------------------

NativeFunction* native_of(const Value& value) {
  return value.as<NativeFunction>();
}

// Whether CPython has the class of this method in Python, as asyncio.Queue.
bool is_of_python_class(Vm& vm, const NativeFunction* native) {
  const Type* owner = native->owner;
  return owner != nullptr && owner->module && vm.is_str(owner->module) &&
         vm.text(owner->module).substr(0, 8) == "asyncio.";
}
// The same of a function of a module, as asyncio.sleep.
bool is_of_python_module(Vm& vm, const NativeFunction* native) {
  return native->owner == nullptr && !native->self && native->module && vm.is_str(native->module) &&
         vm.text(native->module).starts_with("asyncio.");
}
SIMUL_RARE Native python_method_repr(Vm& vm, Value self) {
  const auto* native = native_of(self);
  const std::string name = cat(native->owner->qualname, ".", native->def.name);
  Value object = co_await vm.repr(native->self);
  co_return vm.str(cat("<bound method ", name, " of ", vm.text(object), ">"));
}

SIMUL_RARE Answer native_repr(Vm& vm, const Value& self) {
  const auto* native = native_of(self);
  if (is_of_python_class(vm, native)) {
    if (native->self) return python_method_repr(vm, self);
    return vm.str(cat("<function ",
                      native->owner->qualname,
                      ".",
                      native->def.name,
                      " at ",
                      quoted_address(native),
                      ">"));
  }
  if (is_of_python_module(vm, native))
    return vm.str(cat("<function ", native->def.name, " at ", quoted_address(native), ">"));
  if (vm.is_exactly(self, vm.types().slot_wrapper)) {
    return vm.str(
        cat("<slot wrapper '", native->def.name, "' of '", native->owner->name, "' objects>"));
  }
  if (vm.is_exactly(self, vm.types().method_descriptor)) {
    return vm.str(cat("<method '", native->def.name, "' of '", native->owner->name, "' objects>"));
  }
  if (vm.is_exactly(self, vm.types().method_wrapper)) {
    return vm.str(
        cat("<method-wrapper '",
            native->def.name,
            "' of ",
            vm.type_name(native->self),
            " object at ",
            native->self.is_object() ? quoted_address(native->self.object()) : std::string("0x0"),
            ">"));
  }
  if (native->self && native->operation != kTwin) {
    if (vm.is_kind_of(native->self, vm.types().type)) {
      return vm.str(cat("<built-in method ",
                        native->def.name,
                        " of type object at ",
                        quoted_address(native->self.object()),
                        ">"));
    }
    return vm.str(
        cat("<built-in method ",
            native->def.name,
            " of ",
            vm.type_name(native->self),
            " object at ",
            native->self.is_object() ? quoted_address(native->self.object()) : std::string("0x0"),
            ">"));
  }
  return vm.str(cat("<built-in function ", native->def.name, ">"));
}
Answer native_call(Vm& vm, const Value& self, const CallArgs& args) {
  return vm.call(self, args);
}
Answer native_bind(Vm& vm, const Value& self, const Value& instance, const Value& owner) {
  const auto* native = native_of(self);
  if ((native->def.flags & kStaticMethod) != 0) return self;
  const bool of_class = (native->def.flags & kClassMethod) != 0;
  if (!instance && !of_class) return self;
  Type* type = vm.is_exactly(self, vm.types().slot_wrapper) ? vm.types().method_wrapper
                                                            : vm.types().builtin_function;
  auto* bound = vm.heap().make<NativeFunction>(type);
  bound->def = native->def;
  bound->wrapper = native->wrapper;
  bound->operation = native->operation;
  bound->owner = native->owner;
  bound->module = native->module;
  bound->signature = native->signature;
  bound->self = of_class ? (owner ? owner : vm.type_value(vm.type_of(instance))) : instance;
  return Value::adopt(bound);
}
void native_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<NativeFunction*>(object)->self);
  visitor.visit(static_cast<NativeFunction*>(object)->module);
}
Answer native_name(Vm& vm, const Value& self) {
  return vm.str(native_of(self)->def.name);
}
Answer native_qualname(Vm& vm, const Value& self) {
  const auto* native = native_of(self);
  const auto in_c = [&vm](const Type* type) {
    const std::string_view module = vm.is_str(type->module) ? vm.text(type->module) : "";
    return module == "builtins" || module.starts_with('_');
  };
  // A method in C that is bound has the name of what it is bound to.
  if (native->owner != nullptr && native->self && in_c(native->owner) &&
      vm.is_exactly(self, vm.types().builtin_function)) {
    const Type* type = vm.is_kind_of(native->self, vm.types().type) ? native->self.as<Type>()
                                                                    : vm.type_of(native->self);
    return vm.str(cat(type->qualname, ".", native->def.name));
  }
  return vm.str(native->owner != nullptr ? cat(native->owner->qualname, ".", native->def.name)
                                         : std::string(native->def.name));
}
Answer native_module(Vm&, const Value& self) {
  return or_none(native_of(self)->module);
}
Answer native_self(Vm&, const Value& self) {
  if (native_of(self)->operation == kTwin) return Value::none();
  return or_none(native_of(self)->self);
}
Answer native_doc(Vm& vm, const Value& self) {
  const Signature* signature = native_of(self)->signature;
  return signature == nullptr || signature->doc().empty() ? Value::none()
                                                          : vm.str(signature->doc());
}
Answer native_text_signature(Vm& vm, const Value& self) {
  const Signature* signature = native_of(self)->signature;
  return signature == nullptr ? Value::none() : vm.str(signature->text());
}
Answer native_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if ((op != CompareOp::kEq && op != CompareOp::kNe) || vm.type_of(a) != vm.type_of(b))
    return Value::not_implemented();
  const auto* x = native_of(a);
  const auto* y = native_of(b);
  const bool same =
      x == y || (x->self && x->self.is(y->self) && x->def.name == y->def.name &&
                 x->def.plain == y->def.plain && x->def.coroutine == y->def.coroutine);
  return Value::boolean(same == (op == CompareOp::kEq));
}
Answer native_hash(Vm& vm, const Value& self) {
  return vm.integer(static_cast<std::int64_t>(
      identity(native_of(self)->self) ^ std::hash<std::string_view>()(native_of(self)->def.name)));
}

}  // namespace

void install_functions(Vm& vm) {
  const Types& t = vm.types();
  vm.define(t.function,
            {.name = "function",
             .instance_size = sizeof(FunctionObject),
             .flags = kHasDict,
             .slots = {.destroy = function_destroy,
                       .traverse = function_traverse,
                       .clear = function_clear,
                       .repr = function_repr,
                       .call = function_call,
                       .descr_get = function_bind,
                       .create = function_create},
             .getters = {{"__name__", get_function_name, set_function_name},
                         {"__qualname__", get_function_qualname, set_function_qualname},
                         {"__doc__", get_doc, set_doc},
                         {"__module__", get_module, set_module},
                         {"__defaults__", get_defaults, set_defaults},
                         {"__kwdefaults__", get_kwdefaults, set_kwdefaults},
                         {"__closure__", get_closure},
                         {"__code__", get_function_code},
                         {"__globals__", get_globals},
                         {"__annotations__", get_annotations, set_annotations},
                         {"__type_params__", get_type_params, set_type_params},
                         dict_getter()}});
  t.function->dict_offset = offset_of(&FunctionObject::dict);
  vm.define(
      t.method,
      {.name = "method",
       .instance_size = sizeof(MethodObject),
       .slots = {.destroy = destroy_as<MethodObject>,
                 .traverse = method_traverse,
                 .clear = method_clear,
                 .repr = method_repr,
                 .hash = method_hash,
                 .compare = method_compare,
                 .get_attr = method_get_attr,
                 .call = method_call,
                 .create = method_create},
       .getters = {
           {"__func__", method_function}, {"__self__", method_self}, {"__doc__", method_doc}}});
  const Slots native_slots = {.destroy = destroy_as<NativeFunction>,
                              .traverse = native_traverse,
                              .repr = native_repr,
                              .call = native_call};
  const std::vector<GetterDef> native_getters = {{"__name__", native_name},
                                                 {"__qualname__", native_qualname},
                                                 {"__module__", native_module},
                                                 {"__self__", native_self},
                                                 {"__doc__", native_doc},
                                                 {"__text_signature__", native_text_signature}};
  Slots function_slots = native_slots;
  function_slots.compare = native_compare;
  function_slots.hash = native_hash;
  vm.define(t.builtin_function,
            {.name = "builtin_function_or_method",
             .instance_size = sizeof(NativeFunction),
             .flags = kAbstract,
             .slots = function_slots,
             .getters = native_getters});
  vm.define(t.method_wrapper,
            {.name = "method-wrapper",
             .instance_size = sizeof(NativeFunction),
             .flags = kAbstract,
             .slots = function_slots,
             .getters = native_getters});
  Slots descriptor_slots = native_slots;
  descriptor_slots.descr_get = native_bind;
  vm.define(t.method_descriptor,
            {.name = "method_descriptor",
             .instance_size = sizeof(NativeFunction),
             .flags = kAbstract,
             .slots = descriptor_slots,
             .getters = native_getters});
  vm.define(t.slot_wrapper,
            {.name = "wrapper_descriptor",
             .instance_size = sizeof(NativeFunction),
             .flags = kAbstract,
             .slots = descriptor_slots,
             .getters = native_getters});
}

Value Vm::make_function(const NativeDef& def, std::string_view module) {
  auto* native = heap_.make<NativeFunction>(types_.builtin_function);
  native->def = def;
  native->module = intern(module);
  return Value::adopt(native);
}

void Vm::add_functions(const Value& module, std::initializer_list<NativeDef> functions) {
  DictObject* dict = instance_dict(module, true);
  const Value* own = dict->table.get(internals_->names.__name__);
  const std::string module_name = own != nullptr && is_str(*own) ? std::string(text(*own)) : "";
  for (const NativeDef& def : functions)
    dict->table.set(name(def.name), make_function(def, module_name));
}

}  // namespace simul::vm

// The types of what can be called or found on a class: functions, methods, natives, descriptors,
// code, cells, frames. Mirrors Objects/funcobject.c, classobject.c, methodobject.c and
// descrobject.c.
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string_view>

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

std::string callable_text(Vm& vm, const Value& callable) {
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
    return native->owner != nullptr ? cat(native->owner->name, ".", native->def.name, "()")
                                    : cat(native->def.name, "()");
  }
  return cat(type->name, " object");
}

namespace {

Value or_none(const Value& value) {
  return value ? value : Value::none();
}

// --- functions
// ------------------------------------------------------------------------------------------------------------

FunctionObject* function_of(const Value& value) {
  return value.as<FunctionObject>();
}

Answer function_repr(Vm& vm, const Value& self) {
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

Native method_repr_slowly(Vm& vm, Value self) {
  const auto* method = self.as<MethodObject>();
  std::string name = "?";
  if (vm.is_exactly(method->function, vm.types().function))
    name = vm.text(function_of(method->function)->qualname);
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

Answer native_repr(Vm& vm, const Value& self) {
  const auto* native = native_of(self);
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
  return vm.str(native->owner != nullptr ? cat(native->owner->name, ".", native->def.name)
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

// --- descriptors
// ----------------------------------------------------------------------------------------------------------

Answer getset_get(Vm& vm, const Value& self, const Value& instance, const Value&) {
  const auto* descriptor = self.as<GetSetDescriptor>();
  if (!instance) return self;
  if (!vm.is_kind_of(instance, descriptor->owner)) {
    return vm.raise_type_error(cat("descriptor '",
                                   descriptor->def.name,
                                   "' for '",
                                   descriptor->owner->name,
                                   "' objects doesn't apply to a '",
                                   vm.type_name(instance),
                                   "' object"));
  }
  return descriptor->def.get(vm, instance);
}
Answer getset_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  const auto* descriptor = self.as<GetSetDescriptor>();
  if (descriptor->def.set == nullptr) {
    return vm.raise(vm.exceptions().AttributeError,
                    cat("attribute '",
                        descriptor->def.name,
                        "' of '",
                        descriptor->owner->name,
                        "' objects is not writable"));
  }
  return descriptor->def.set(vm, instance, value);
}
Answer getset_repr(Vm& vm, const Value& self) {
  return vm.str(cat("<attribute '",
                    self.as<GetSetDescriptor>()->def.name,
                    "' of '",
                    self.as<GetSetDescriptor>()->owner->name,
                    "' objects>"));
}
Answer getset_name(Vm& vm, const Value& self) {
  return vm.str(self.as<GetSetDescriptor>()->def.name);
}

Value* member_slot(const Value& self, const Value& instance) {
  return reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.object()) +
                                  self.as<MemberDescriptor>()->offset);
}
Answer member_get(Vm& vm, const Value& self, const Value& instance, const Value&) {
  const auto* member = self.as<MemberDescriptor>();
  if (!instance) return self;
  if (!vm.is_kind_of(instance, member->owner)) {
    return vm.raise_type_error(cat("descriptor '",
                                   vm.text(member->name),
                                   "' for '",
                                   member->owner->name,
                                   "' objects doesn't apply to a '",
                                   vm.type_name(instance),
                                   "' object"));
  }
  const Value& value = *member_slot(self, instance);
  if (!value) {
    // Says the class's whole name.
    const Type* type = vm.type_of(instance);
    const std::string_view module = vm.is_str(type->module) ? vm.text(type->module) : "builtins";
    const bool bare = module == "__main__" || module == "builtins";
    Value exception = vm.make_exception(vm.exceptions().AttributeError,
                                        cat("'",
                                            bare ? std::string() : cat(module, "."),
                                            type->qualname,
                                            "' object has no attribute '",
                                            vm.text(member->name),
                                            "'"));
    exception.as<ExceptionObject>()->first = member->name;
    exception.as<ExceptionObject>()->second = instance;
    return vm.raise_exception(std::move(exception));
  }
  return value;
}
Answer member_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  const auto* member = self.as<MemberDescriptor>();
  if (!vm.is_kind_of(instance, member->owner)) {
    return vm.raise_type_error(cat("descriptor '",
                                   vm.text(member->name),
                                   "' for '",
                                   member->owner->name,
                                   "' objects doesn't apply to a '",
                                   vm.type_name(instance),
                                   "' object"));
  }
  Value* slot = member_slot(self, instance);
  if (!value && !*slot) return vm.raise(vm.exceptions().AttributeError, member->name);
  *slot = value;
  return Value::none();
}
void member_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<MemberDescriptor*>(object)->name);
}

PropertyObject* property_of(const Value& value) {
  return value.as<PropertyObject>();
}
Answer property_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<PropertyObject>(cls));
}
Answer property_init(Vm& vm, const Value& self, const CallArgs& args) {
  static constexpr const char* kNames[] = {"fget", "fset", "fdel", "doc"};
  Value parts[4];
  const Parameters parameters{"property", {kNames[0], kNames[1], kNames[2], kNames[3]}, 4};
  if (!vm.parse(args, parameters, parts)) return Raised{};
  auto* property = property_of(self);
  auto given = [](Value& value) { return value && !value.is_none() ? value : Value(); };
  property->get = given(parts[0]);
  property->set = given(parts[1]);
  property->del = given(parts[2]);
  property->doc = given(parts[3]);
  if (!property->doc && property->get && vm.is_exactly(property->get, vm.types().function))
    property->doc = function_of(property->get)->doc;
  return Value::none();
}
std::string property_name(Vm& vm, const PropertyObject* property) {
  if (property->name && vm.is_str(property->name)) return cat("'", vm.text(property->name), "' ");
  if (property->get && vm.is_exactly(property->get, vm.types().function))
    return cat("'", vm.text(function_of(property->get)->name), "' ");
  return {};
}
Answer property_get(Vm& vm, const Value& self, const Value& instance, const Value&) {
  if (!instance) return self;
  const Value function = property_of(self)->get;
  if (!function) {
    return vm.raise(vm.exceptions().AttributeError,
                    cat("property ",
                        property_name(vm, property_of(self)),
                        "of '",
                        vm.type_of(instance)->qualname,
                        "' object has no getter"));
  }
  return vm.call(function, {instance});
}
Answer property_set(Vm& vm, const Value& self, const Value& instance, const Value& value) {
  const Value function = value ? property_of(self)->set : property_of(self)->del;
  if (!function) {
    return vm.raise(vm.exceptions().AttributeError,
                    cat("property ",
                        property_name(vm, property_of(self)),
                        "of '",
                        vm.type_of(instance)->qualname,
                        "' object has no ",
                        value ? "setter" : "deleter"));
  }
  if (value) return vm.call(function, {instance, value});
  return vm.call(function, {instance});
}
Answer copy_property(Vm& vm, const Value& self, int which, const Value& function) {
  auto* copy = vm.instantiate<PropertyObject>(vm.type_of(self));
  const auto* from = property_of(self);
  copy->get = which == 0 ? function : from->get;
  copy->set = which == 1 ? function : from->set;
  copy->del = which == 2 ? function : from->del;
  copy->doc = from->doc;
  copy->name = from->name;
  return Value::adopt(copy);
}
Answer property_getter(Vm& vm, const CallArgs& args) {
  return copy_property(vm, args[0], 0, args[1]);
}
Answer property_setter(Vm& vm, const CallArgs& args) {
  return copy_property(vm, args[0], 1, args[1]);
}
Answer property_deleter(Vm& vm, const CallArgs& args) {
  return copy_property(vm, args[0], 2, args[1]);
}
Answer property_set_name(Vm&, const CallArgs& args) {
  property_of(args[0])->name = args[2];
  return Value::none();
}
Answer property_fget(Vm&, const Value& self) {
  return or_none(property_of(self)->get);
}
Answer property_fset(Vm&, const Value& self) {
  return or_none(property_of(self)->set);
}
Answer property_fdel(Vm&, const Value& self) {
  return or_none(property_of(self)->del);
}
Native property_abstract_slowly(Vm& vm, Value self) {
  for (int which = 0; which < 3; ++which) {
    const auto* property = property_of(self);
    const Value function = which == 0 ? property->get : which == 1 ? property->set : property->del;
    if (!function) continue;
    Value mark = co_await vm.find_attr(function, Vm::Internals::names_of(vm).__isabstractmethod__);
    if (!mark) continue;
    Value truth = co_await vm.truth(mark);
    if (truth.is_true()) co_return truth;
  }
  co_return Value::boolean(false);
}
Answer property_abstract(Vm& vm, const Value& self) {
  return property_abstract_slowly(vm, self);
}
Answer property_set_doc(Vm&, const Value& self, const Value& value) {
  property_of(self)->doc = value ? value : Value();
  return Value::none();
}
Answer property_doc(Vm&, const Value& self) {
  return or_none(property_of(self)->doc);
}
void property_traverse(Object* object, Visitor& visitor) {
  auto* property = static_cast<PropertyObject*>(object);
  for (const Value* each : {&property->get,
                            &property->set,
                            &property->del,
                            &property->doc,
                            &property->name,
                            &property->dict})
    visitor.visit(*each);
}

Answer wrapped_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.size() != 1)
    return vm.raise_type_error(cat(cls->name, " expected 1 argument, got ", args.size()));
  auto* wrapped = vm.instantiate<WrappedMethod>(cls);
  wrapped->function = args[0];
  return Value::adopt(wrapped);
}
Answer classmethod_get(Vm& vm, const Value& self, const Value& instance, const Value& owner) {
  auto* method = vm.heap().make<MethodObject>(vm.types().method);
  method->function = self.as<WrappedMethod>()->function;
  method->self = owner ? owner : vm.type_value(vm.type_of(instance));
  return Value::adopt(method);
}
Answer staticmethod_get(Vm&, const Value& self, const Value&, const Value&) {
  return self.as<WrappedMethod>()->function;
}
Answer staticmethod_call(Vm& vm, const Value& self, const CallArgs& args) {
  const Value function = self.as<WrappedMethod>()->function;
  return vm.call(function, args);
}
Answer wrapped_function(Vm&, const Value& self) {
  return self.as<WrappedMethod>()->function;
}
Answer wrapped_abstract_get(Vm& vm, const Value& self) {
  const DictObject* dict = vm.instance_dict(self.as<WrappedMethod>()->function, false);
  const Value* mark =
      dict != nullptr ? dict->table.get(Vm::Internals::names_of(vm).__isabstractmethod__) : nullptr;
  return mark != nullptr ? *mark : Value::boolean(false);
}
void wrapped_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<WrappedMethod*>(object)->function);
  visitor.visit(static_cast<WrappedMethod*>(object)->dict);
}

// --- cells, code, frames
// --------------------------------------------------------------------------------------------------

void cell_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<CellObject*>(object)->content);
}
void cell_clear(Object* object) {
  static_cast<CellObject*>(object)->content.reset();
}
// cell(): empty; cell(content).
Answer cell_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("cell() takes no keyword arguments");
  if (args.size() > 1)
    return vm.raise_type_error(cat("cell expected at most 1 argument, got ", args.size()));
  auto* made = vm.instantiate<CellObject>(cls);
  if (args.size() == 1) made->content = args[0];
  return Value::adopt(made);
}

Answer cell_contents(Vm& vm, const Value& self) {
  const Value& content = self.as<CellObject>()->content;
  if (!content) return vm.raise_value_error("Cell is empty");
  return content;
}
Answer set_cell_contents(Vm&, const Value& self, const Value& value) {
  self.as<CellObject>()->content = value;
  return Value::none();
}
void code_traverse(Object* object, Visitor& visitor) {
  for (const Value& each : static_cast<CodeValue*>(object)->constants) visitor.visit(each);
}
Answer code_repr(Vm& vm, const Value& self) {
  const bytecode::CodeObject& code = *self.as<CodeValue>()->code;
  return vm.str(cat("<code object ",
                    code.name,
                    " at ",
                    quoted_address(self.object()),
                    ", file \"",
                    code.filename,
                    "\", line ",
                    code.first_line,
                    ">"));
}
Answer code_name(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->name);
}
Answer code_filename(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->filename);
}
Answer code_line(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->first_line);
}
Answer code_flags(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->flags);
}
Answer code_keyword_only(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->keyword_only_count);
}
Answer code_positional_only(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->positional_only_count);
}
Answer code_names(Vm& vm, const Value& self) {
  std::vector<Value> names;
  for (StrObject* each : self.as<CodeValue>()->names) names.push_back(Value::share(each));
  return vm.tuple(std::move(names));
}
template <std::uint8_t kKind>
Answer code_names_of(Vm& vm, const Value& self) {
  std::vector<Value> names;
  const auto* code = self.as<CodeValue>();
  for (std::size_t i = 0; i < code->local_names.size(); ++i) {
    if ((code->code->local_kinds[i] & kKind) != 0)
      names.push_back(Value::share(code->local_names[i]));
  }
  return vm.tuple(std::move(names));
}
Answer code_qualname(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->qualname);
}
Answer code_args(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->arg_count);
}
Answer code_varnames(Vm& vm, const Value& self) {
  std::vector<Value> names;
  const auto* code = self.as<CodeValue>();
  for (std::size_t i = 0; i < code->local_names.size(); ++i) {
    if ((code->code->local_kinds[i] & bytecode::kLocal) != 0)
      names.push_back(Value::share(code->local_names[i]));
  }
  return vm.tuple(std::move(names));
}

std::size_t frame_size(const Object* object) {
  return sizeof(Frame) + static_cast<const Frame*>(object)->code->frame_slots * sizeof(Value);
}
void frame_traverse(Object* object, Visitor& visitor) {
  auto* frame = static_cast<Frame*>(object);
  if (frame->function != nullptr) {
    visitor.visit_object(frame->function);
  } else {
    visitor.visit_object(frame->code);
    visitor.visit_object(frame->globals);
  }
  visitor.visit(frame->namespace_);
  if (frame->cleared) return;
  for (Value* slot = frame->slots(); slot < frame->sp; ++slot) visitor.visit(*slot);
}
void frame_clear(Object* object) {
  auto* frame = static_cast<Frame*>(object);
  if (frame->generator == nullptr && frame->below == nullptr) Vm::Internals::clear_frame(frame);
}
void frame_destroy(Object* object) {
  auto* frame = static_cast<Frame*>(object);
  Vm::Internals::clear_frame(frame);
  Value function, code, globals;
  if (frame->function != nullptr) {
    function = Value::adopt(frame->function);
  } else {
    code = Value::adopt(frame->code);
    globals = Value::adopt(frame->globals);
  }
  frame->~Frame();
}
Answer frame_line(Vm& vm, const Value& self) {
  return vm.integer(self.as<Frame>()->line());
}
Answer frame_code(Vm&, const Value& self) {
  return Value::share(self.as<Frame>()->code);
}
Answer frame_globals(Vm&, const Value& self) {
  return Value::share(self.as<Frame>()->globals);
}
Answer frame_back(Vm& vm, const Value& self) {
  for (Activation* each = self.as<Frame>()->below; each != nullptr; each = each->below) {
    if (each->kind == Activation::Kind::kPython) return Value::share(static_cast<Frame*>(each));
  }
  if (auto* frame = self.as<Frame>();
      frame->keeps_caller && !frame->cleared && vm.is_exactly(frame->sp[-1], vm.types().frame))
    return frame->sp[-1];
  return Value::none();
}
Answer frame_locals(Vm& vm, const Value& self) {
  auto* frame = self.as<Frame>();
  if (frame->namespace_) return frame->namespace_;
  Value dict = vm.dict();
  for (std::size_t i = 0; i < frame->code->local_names.size() && !frame->cleared; ++i) {
    const Value* value = &frame->slots()[i];
    if (*value && (frame->code->code->local_kinds[i] & (bytecode::kCell | bytecode::kFree)) != 0 &&
        vm.is_exactly(*value, vm.types().cell)) {
      value = &value->as<CellObject>()->content;
    }
    if (*value) dict.as<DictObject>()->table.set(frame->code->local_names[i], *value);
  }
  return dict;
}

Answer none_repr(Vm& vm, const Value&) {
  return vm.str("None");
}
Answer none_truth(Vm&, const Value&) {
  return Value::boolean(false);
}
Answer not_implemented_repr(Vm& vm, const Value&) {
  return vm.str("NotImplemented");
}
Answer ellipsis_repr(Vm& vm, const Value&) {
  return vm.str("Ellipsis");
}
Answer none_create(Vm& vm, Type* type, const CallArgs& args) {
  if (args.total() > 0) return vm.raise_type_error(cat(type->name, " takes no arguments"));
  return type == vm.types().none_type       ? Value::none()
         : type == vm.types().ellipsis_type ? Value::ellipsis()
                                            : Value::not_implemented();
}

}  // namespace

void install_functions(Vm& vm) {
  const Types& t = vm.types();
  vm.define(t.function,
            {.name = "function",
             .instance_size = sizeof(FunctionObject),
             .flags = kHasDict | kAbstract,
             .slots = {.destroy = function_destroy,
                       .traverse = function_traverse,
                       .clear = function_clear,
                       .repr = function_repr,
                       .call = function_call,
                       .descr_get = function_bind},
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
  vm.define(t.cell,
            {.name = "cell",
             .instance_size = sizeof(CellObject),
             .slots = {.destroy = destroy_as<CellObject>,
                       .traverse = cell_traverse,
                       .clear = cell_clear,
                       .create = cell_create},
             .getters = {{"cell_contents", cell_contents, set_cell_contents}}});
  vm.define(
      t.code,
      {.name = "code",
       .instance_size = sizeof(CodeValue),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<CodeValue>, .traverse = code_traverse, .repr = code_repr},
       .getters = {{"co_name", code_name},
                   {"co_filename", code_filename},
                   {"co_firstlineno", code_line},
                   {"co_flags", code_flags},
                   {"co_argcount", code_args},
                   {"co_kwonlyargcount", code_keyword_only},
                   {"co_posonlyargcount", code_positional_only},
                   {"co_names", code_names},
                   {"co_freevars", code_names_of<bytecode::kFree>},
                   {"co_cellvars", code_names_of<bytecode::kCell>},
                   {"co_qualname", code_qualname},
                   {"co_varnames", code_varnames}}});
  vm.define(t.frame,
            {.name = "frame",
             .instance_size = sizeof(Frame),
             .flags = kVariableSize | kAbstract,
             .slots = {.destroy = frame_destroy,
                       .size_of = frame_size,
                       .traverse = frame_traverse,
                       .clear = frame_clear},
             .getters = {{"f_lineno", frame_line},
                         {"f_code", frame_code},
                         {"f_globals", frame_globals},
                         {"f_back", frame_back},
                         {"f_locals", frame_locals}}});
  vm.define(t.none_type,
            {.name = "NoneType",
             .slots = {.repr = none_repr, .truth = none_truth, .create = none_create}});
  vm.define(t.not_implemented_type,
            {.name = "NotImplementedType",
             .slots = {.repr = not_implemented_repr, .create = none_create}});
  vm.define(t.ellipsis_type,
            {.name = "ellipsis", .slots = {.repr = ellipsis_repr, .create = none_create}});
}

void install_descriptors(Vm& vm) {
  const Types& t = vm.types();
  vm.define(t.getset_descriptor,
            {.name = "getset_descriptor",
             .instance_size = sizeof(GetSetDescriptor),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<GetSetDescriptor>,
                       .repr = getset_repr,
                       .descr_get = getset_get,
                       .descr_set = getset_set},
             .getters = {{"__name__", getset_name}}});
  vm.define(t.member_descriptor,
            {.name = "member_descriptor",
             .instance_size = sizeof(MemberDescriptor),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<MemberDescriptor>,
                       .traverse = member_traverse,
                       .descr_get = member_get,
                       .descr_set = member_set}});
  vm.define(t.property,
            {.name = "property",
             .instance_size = sizeof(PropertyObject),
             .flags = kSubclassable,
             .slots = {.destroy = destroy_as<PropertyObject>,
                       .traverse = property_traverse,
                       .descr_get = property_get,
                       .descr_set = property_set,
                       .create = property_create,
                       .init = property_init},
             .methods = {{"getter", property_getter, 1, 1},
                         {"setter", property_setter, 1, 1},
                         {"deleter", property_deleter, 1, 1},
                         {"__set_name__", property_set_name, 2, 2}},
             .getters = {{"fget", property_fget},
                         {"fset", property_fset},
                         {"fdel", property_fdel},
                         {"__isabstractmethod__", property_abstract},
                         {"__doc__", property_doc, property_set_doc}}});
  for (Type* type : {t.classmethod, t.staticmethod}) {
    const bool of_class = type == t.classmethod;
    vm.define(type,
              {.name = of_class ? "classmethod" : "staticmethod",
               .instance_size = sizeof(WrappedMethod),
               .flags = kSubclassable | kHasDict,
               .slots = {.destroy = destroy_as<WrappedMethod>,
                         .traverse = wrapped_traverse,
                         .call = of_class ? nullptr : staticmethod_call,
                         .descr_get = of_class ? classmethod_get : staticmethod_get,
                         .create = wrapped_create},
               .getters = {{"__func__", wrapped_function},
                           {"__wrapped__", wrapped_function},
                           {"__isabstractmethod__", wrapped_abstract_get},
                           dict_getter()}});
    type->dict_offset = offset_of(&WrappedMethod::dict);
  }
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

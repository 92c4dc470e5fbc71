// What a class answers with when it is asked for a name: the getters and slots of built-in types,
// property, classmethod, staticmethod. Mirrors Objects/descrobject.c and Objects/funcobject.c.
#include <cstddef>
#include <string>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/function.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"

namespace simul::vm {
namespace {

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
  if (descriptor->def.set == nullptr &&
      vm.text(descriptor->owner->module).starts_with("asyncio.")) {
    const std::string_view name = descriptor->def.name;
    if (name.starts_with('_'))
      return vm.raise(vm.exceptions().NotImplementedError,
                      cat("Simul does not let a program set ", descriptor->owner->name, ".", name));
    return vm.raise(
        vm.exceptions().AttributeError,  // CPython has this class in Python
        cat("property '", name, "' of '", descriptor->owner->name, "' object has no setter"));
  }
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
SIMUL_RARE Answer getset_repr(Vm& vm, const Value& self) {
  return vm.str(cat("<attribute '",
                    self.as<GetSetDescriptor>()->def.name,
                    "' of '",
                    self.as<GetSetDescriptor>()->owner->name,
                    "' objects>"));
}
Answer getset_name(Vm& vm, const Value& self) {
  return vm.str(self.as<GetSetDescriptor>()->def.name);
}

Answer getset_qualname(Vm& vm, const Value& self) {
  const auto* getter = self.as<GetSetDescriptor>();
  return vm.str(cat(getter->owner->qualname, ".", getter->def.name));
}
Answer getset_class(Vm& vm, const Value& self) {
  return vm.type_value(self.as<GetSetDescriptor>()->owner);
}

Answer member_repr(Vm& vm, const Value& self) {
  const auto* member = self.as<MemberDescriptor>();
  return vm.str(
      cat("<member '", vm.text(member->name), "' of '", member->owner->name, "' objects>"));
}
Answer member_name(Vm&, const Value& self) {
  return self.as<MemberDescriptor>()->name;
}
Answer member_qualname(Vm& vm, const Value& self) {
  const auto* member = self.as<MemberDescriptor>();
  return vm.str(cat(member->owner->qualname, ".", vm.text(member->name)));
}
Answer member_class(Vm& vm, const Value& self) {
  return vm.type_value(self.as<MemberDescriptor>()->owner);
}

// Those of a text, whose own data has no fixed size, lie in a dict that nobody sees.
Value member_value(Vm& vm, const MemberDescriptor& member, const Value& instance) {
  char* const base = reinterpret_cast<char*>(instance.object());
  if (member.offset != 0) return *reinterpret_cast<Value*>(base + member.offset);
  const Value& hidden = *vm.dict_slot(instance.object());
  const Value* found =
      hidden ? hidden.as<DictObject>()->table.get(member.name.as<StrObject>()) : nullptr;
  return found != nullptr ? *found : Value();
}
void set_member(Vm& vm, const MemberDescriptor& member, const Value& instance, const Value& value) {
  if (member.offset != 0) {
    *reinterpret_cast<Value*>(reinterpret_cast<char*>(instance.object()) + member.offset) = value;
    return;
  }
  Value& hidden = *vm.dict_slot(instance.object());
  if (!hidden) hidden = vm.dict();
  if (value) {
    hidden.as<DictObject>()->table.set(member.name.as<StrObject>(), value);
  } else {
    hidden.as<DictObject>()->table.erase(member.name.as<StrObject>());
  }
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
  Value value = member_value(vm, *member, instance);
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
  if (!value && !member_value(vm, *member, instance))
    return vm.raise(vm.exceptions().AttributeError, member->name);
  set_member(vm, *member, instance, value);
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
// A class of the program's own has a __doc__, which would hide the property's.
Answer shows_its_doc(Vm& vm, const Value& self) {
  if (vm.is_exactly(self, vm.types().property)) return Value::none();
  if (DictObject* dict = vm.instance_dict(self, true))
    dict->table.set(vm.name("__doc__"), or_none(property_of(self)->doc));
  return Value::none();
}
SIMUL_RARE Native takes_doc_of_getter(Vm& vm, Value self) {
  Value doc = co_await vm.find_attr(property_of(self)->get, vm.name("__doc__"));
  if (!doc || doc.is_none()) co_return Value::none();
  property_of(self)->doc = doc;
  property_of(self)->doc_of_getter = true;
  Value shown = co_await shows_its_doc(vm, self);
  co_return shown;
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
  property->doc_of_getter = false;
  if (property->doc || !property->get) return shows_its_doc(vm, self);
  if (!vm.is_exactly(property->get, vm.types().function)) return takes_doc_of_getter(vm, self);
  property->doc = property->get.as<FunctionObject>()->doc;
  property->doc_of_getter = property->doc && !property->doc.is_none();
  return shows_its_doc(vm, self);
}
std::string property_name(Vm& vm, const PropertyObject* property) {
  if (property->name && vm.is_str(property->name)) return cat("'", vm.text(property->name), "' ");
  if (property->get && vm.is_exactly(property->get, vm.types().function))
    return cat("'", vm.text(property->get.as<FunctionObject>()->name), "' ");
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
    // What CPython has in C has no properties, and says so.
    for (const Type* each : vm.type_of(instance)->mro)
      if (each->has(kUserClass) && each->has(kDottedName))
        for (const Table::Entry& entry : each->dict->table.entries())
          if (entry.key && entry.value.object() == self.object())
            return vm.raise(vm.exceptions().AttributeError,
                            cat("attribute '",
                                vm.text(entry.key),
                                "' of '",
                                each->name,
                                "' objects is not writable"));
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
SIMUL_RARE Native copy_property(Vm& vm, Value self, int which, Value function) {
  const auto* from = property_of(self);
  const Value get = which == 0 && !function.is_none() ? function : from->get;
  const Value set = which == 1 && !function.is_none() ? function : from->set;
  const Value del = which == 2 && !function.is_none() ? function : from->del;
  // A class of the program's own has its doc in the instance, which no copy looks at.
  const bool inherits = vm.is_exactly(self, vm.types().property) && !(from->doc_of_getter && get);
  const Value doc = inherits ? or_none(from->doc) : Value::none();
  const Value name = from->name;
  const Value given[] = {or_none(get), or_none(set), or_none(del), doc};
  Value copy = co_await vm.call(vm.type_value(vm.type_of(self)), CallArgs(given, 4));
  if (vm.is_kind_of(copy, vm.types().property)) property_of(copy)->name = name;
  co_return copy;
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
Answer property_set_name(Vm& vm, const CallArgs& args) {
  if (args.size() != 3) {
    return vm.raise_type_error(
        cat("__set_name__() takes 2 positional arguments but ", args.size() - 1, " were given"));
  }
  property_of(args[0])->name = args[2];
  return Value::none();
}
SIMUL_RARE Native name_of_getter(Vm& vm, Value self) {
  Value name;
  if (property_of(self)->get)
    name = co_await vm.find_attr(property_of(self)->get, vm.name("__name__"));
  if (name) co_return name;
  co_return vm.raise(vm.exceptions().AttributeError,
                     cat("'", vm.type_name(self), "' object has no attribute '__name__'"));
}
Answer property_dunder_name(Vm& vm, const Value& self) {
  if (property_of(self)->name) return property_of(self)->name;
  return name_of_getter(vm, self);
}
Answer property_set_dunder_name(Vm&, const Value& self, const Value& value) {
  property_of(self)->name = value ? value : Value();
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
SIMUL_RARE Native property_abstract_slowly(Vm& vm, Value self) {
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

// CPython's functools_wraps() (Objects/funcobject.c).
SIMUL_RARE Native looks_like_its_function(Vm& vm, Value wrapped) {
  const Value function = wrapped.as<WrappedMethod>()->function;
  for (const char* each :
       {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"}) {
    StrObject* name = vm.name(each);
    Value value = co_await vm.find_attr(function, name);
    if (value) vm.instance_dict(wrapped, true)->table.set(name, std::move(value));
  }
  co_return Value::none();
}

Answer wrapped_create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<WrappedMethod>(cls));
}
// Not in __new__: a class of the program's own says super().__init__(function).
Answer wrapped_init(Vm& vm, const Value& self, const CallArgs& args) {
  const bool of_class = vm.is_kind_of(self, vm.types().classmethod);
  const char* name = of_class ? "classmethod" : "staticmethod";
  if (args.total() > args.size())
    return vm.raise_type_error(cat(name, "() takes no keyword arguments"));
  if (args.size() != 1)
    return vm.raise_type_error(cat(name, " expected 1 argument, got ", args.size()));
  self.as<WrappedMethod>()->function = args[0];
  return looks_like_its_function(vm, self);
}
Answer not_wrapped_yet(Vm& vm, const char* name) {
  return vm.raise(vm.exceptions().RuntimeError, cat("uninitialized ", name, " object"));
}
Answer classmethod_get(Vm& vm, const Value& self, const Value& instance, const Value& owner) {
  if (!self.as<WrappedMethod>()->function) return not_wrapped_yet(vm, "classmethod");
  auto* method = vm.heap().make<MethodObject>(vm.types().method);
  method->function = self.as<WrappedMethod>()->function;
  method->self = owner ? owner : vm.type_value(vm.type_of(instance));
  return Value::adopt(method);
}
Answer staticmethod_get(Vm& vm, const Value& self, const Value&, const Value&) {
  if (!self.as<WrappedMethod>()->function) return not_wrapped_yet(vm, "staticmethod");
  return self.as<WrappedMethod>()->function;
}
Answer staticmethod_call(Vm& vm, const Value& self, const CallArgs& args) {
  const Value function = self.as<WrappedMethod>()->function;
  if (!function) return not_wrapped_yet(vm, "staticmethod");
  return vm.call(function, args);
}
Answer wrapped_function(Vm&, const Value& self) {
  return or_none(self.as<WrappedMethod>()->function);
}
SIMUL_RARE Native wrapped_abstract_slowly(Vm& vm, Value function) {
  Value mark = co_await vm.find_attr(function, Vm::Internals::names_of(vm).__isabstractmethod__);
  if (!mark) co_return Value::boolean(false);
  Value truth = co_await vm.truth(mark);
  co_return truth;
}
Answer wrapped_abstract_get(Vm& vm, const Value& self) {
  const Value& function = self.as<WrappedMethod>()->function;
  if (!function) return Value::boolean(false);
  return wrapped_abstract_slowly(vm, function);
}
SIMUL_RARE Native wrapped_repr_slowly(Vm& vm, Value self) {
  const bool of_class = vm.is_kind_of(self, vm.types().classmethod);
  const Value function = or_none(self.as<WrappedMethod>()->function);
  Value shown = co_await vm.repr(function);
  co_return vm.str(cat(of_class ? "<classmethod(" : "<staticmethod(", vm.text(shown), ")>"));
}
Answer wrapped_repr(Vm& vm, const Value& self) {
  return wrapped_repr_slowly(vm, self);
}
void wrapped_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<WrappedMethod*>(object)->function);
  visitor.visit(static_cast<WrappedMethod*>(object)->dict);
}

}  // namespace

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
             .getters = {{"__name__", getset_name},
                         {"__qualname__", getset_qualname},
                         {"__objclass__", getset_class}}});
  vm.define(t.member_descriptor,
            {.name = "member_descriptor",
             .instance_size = sizeof(MemberDescriptor),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<MemberDescriptor>,
                       .traverse = member_traverse,
                       .repr = member_repr,
                       .descr_get = member_get,
                       .descr_set = member_set},
             .getters = {{"__name__", member_name},
                         {"__qualname__", member_qualname},
                         {"__objclass__", member_class}}});
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
                         {"__set_name__", property_set_name, 0, -1}},
             .getters = {{"fget", property_fget},
                         {"fset", property_fset},
                         {"fdel", property_fdel},
                         {"__isabstractmethod__", property_abstract},
                         {"__name__", property_dunder_name, property_set_dunder_name},
                         {"__doc__", property_doc, property_set_doc}}});
  for (Type* type : {t.classmethod, t.staticmethod}) {
    const bool of_class = type == t.classmethod;
    vm.define(type,
              {.name = of_class ? "classmethod" : "staticmethod",
               .instance_size = sizeof(WrappedMethod),
               .flags = kSubclassable | kHasDict,
               .slots = {.destroy = destroy_as<WrappedMethod>,
                         .traverse = wrapped_traverse,
                         .repr = wrapped_repr,
                         .call = of_class ? nullptr : staticmethod_call,
                         .descr_get = of_class ? classmethod_get : staticmethod_get,
                         .create = wrapped_create,
                         .init = wrapped_init},
               .getters = {{"__func__", wrapped_function},
                           {"__wrapped__", wrapped_function},
                           {"__isabstractmethod__", wrapped_abstract_get},
                           dict_getter()}});
    type->dict_offset = offset_of(&WrappedMethod::dict);
  }
}

}  // namespace simul::vm

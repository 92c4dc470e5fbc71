// Attributes: generic lookup with descriptors, classes, super, modules' own, and what __getattr__
// falls back to. Mirrors Objects/object.c (PyObject_GenericGetAttr) and Objects/typeobject.c
// (type_getattro, super_getattro).
#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/class_checks.hpp"
#include "vm/internals.hpp"
#include "vm/reduce.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

namespace {

bool is_data_descriptor(const Type* type) {
  return type->slots.descr_set != nullptr;
}

// What lies in the instance itself, or null.
const Value* own_attribute(Vm& vm, const Type* type, const Value& object, const StrObject* name) {
  if (type->dict_offset == 0) return nullptr;
  const Value* slot = type->dict_offset > 0
                          ? reinterpret_cast<const Value*>(
                                reinterpret_cast<const char*>(object.object()) + type->dict_offset)
                          : vm.dict_slot(object.object());
  return *slot ? slot->as<DictObject>()->table.get(name) : nullptr;
}

// What a __get__ written in Python gives. Whoever asked by name tells its AttributeError which.
SIMUL_RARE Native
bind_and_tell(Vm& vm, Value descriptor, Value instance, Value owner, Value asked, Value name) {
  Attempt bound =
      co_await vm.attempt(vm.type_of(descriptor)->slots.descr_get(vm, descriptor, instance, owner));
  if (bound.ok()) co_return std::move(bound.value);
  tell_attribute(vm, bound.exception, asked, name);
  co_return vm.raise_exception(std::move(bound.exception));
}

// What a descriptor found in a type gives for an instance. No name: its errors are told nothing.
Answer bind_descriptor(Vm& vm,
                       const Value& descriptor,
                       const Value& instance,
                       StrObject* name = nullptr) {
  Type* type = vm.type_of(descriptor);
  if (type == vm.types().function) {
    auto* method = vm.heap().make<MethodObject>(vm.types().method);
    method->function = descriptor;
    method->self = instance;
    return Value::adopt(method);
  }
  if (type->slots.descr_get == nullptr) return descriptor;
  const Value kept = descriptor;
  const Value owner = vm.type_value(vm.type_of(instance));
  if (type->has(kUserClass) && name != nullptr)
    return bind_and_tell(vm, kept, instance, owner, instance, Value::share(name));
  return type->slots.descr_get(vm, kept, instance, owner);
}

// `told`: the name, where an error of a descriptor is to hear of it.
Answer generic_attribute(Vm& vm, const Value& object, StrObject* name, StrObject* told) {
  Type* type = vm.type_of(object);
  const Value* found = vm.lookup(type, name);
  if (found != nullptr) {
    const Type* descriptor = vm.type_of(*found);
    if (is_data_descriptor(descriptor) && descriptor->slots.descr_get != nullptr) {
      return bind_descriptor(vm, *found, object, told);
    }
  }
  if (const Value* value = own_attribute(vm, type, object, name)) return *value;
  if (found != nullptr) return bind_descriptor(vm, *found, object, told);
  return vm.raise_attribute_error(object, name);
}

}  // namespace

void tell_attribute(Vm& vm, const Value& exception, const Value& object, const Value& name) {
  if (!vm.matches(exception, vm.exceptions().AttributeError)) return;
  auto* error = exception.as<ExceptionObject>();
  if (error->first || error->second) return;
  error->first = name;
  error->second = object;
}

Raised Vm::raise_attribute_error(const Value& object, StrObject* name) {
  std::string message;
  if (is_kind_of(object, types_.type)) {
    message =
        cat("type object '", object.as<Type>()->name, "' has no attribute '", name->text(), "'");
  } else if (is_exactly(object, types_.module)) {
    const Value* own =
        object.as<ModuleObject>()->dict.as<DictObject>()->table.get(internals_->names.__name__);
    message = own != nullptr && is_str(*own)
                  ? cat("module '", text(*own), "' has no attribute '", name->text(), "'")
                  : cat("module has no attribute '", name->text(), "'");
  } else {
    message = cat("'", type_name(object), "' object has no attribute '", name->text(), "'");
  }
  Value exception = make_exception(exceptions_.AttributeError, message);
  exception.as<ExceptionObject>()->first = Value::share(name);
  exception.as<ExceptionObject>()->second = object;
  return raise_exception(std::move(exception));
}

Answer generic_get_attr(Vm& vm, const Value& object, StrObject* name) {
  return generic_attribute(vm, object, name, nullptr);
}

Answer get_method(Vm& vm, const Value& object, StrObject* name, bool& method) {
  method = false;
  Type* type = vm.type_of(object);
  if (type->slots.get_attr != nullptr) return type->slots.get_attr(vm, object, name);
  const Value* found = vm.lookup(type, name);
  if (found != nullptr) {
    const Type* descriptor = vm.type_of(*found);
    if (descriptor == vm.types().function || descriptor == vm.types().method_descriptor) {
      if (const Value* value = own_attribute(vm, type, object, name)) return *value;
      if (descriptor == vm.types().function ||
          (found->as<NativeFunction>()->def.flags & (kStaticMethod | kClassMethod)) == 0) {
        method = true;
        return *found;
      }
    }
  }
  return generic_get_attr(vm, object, name);
}

Answer Vm::get_attr(const Value& object, const char* attribute) {
  return get_attr(object, name(attribute));
}

Answer Vm::get_attr(const Value& object, StrObject* name) {
  Type* type = type_of(object);
  if (type->slots.get_attr != nullptr) return type->slots.get_attr(*this, object, name);
  return generic_attribute(*this, object, name, name);
}

namespace {

SIMUL_RARE Native find_slowly(Vm& vm, Value object, Value name) {
  Attempt found = co_await vm.attempt(vm.get_attr(object, name.as<StrObject>()));
  if (found.ok()) co_return found.value;
  if (!vm.matches(found.exception, vm.exceptions().AttributeError)) {
    co_return vm.raise_exception(std::move(found.exception));
  }
  co_return Answer::stop();
}

}  // namespace

NextAnswer Vm::find_attr(const Value& object, StrObject* name) {
  Type* type = type_of(object);
  if (type->slots.get_attr == nullptr && lookup(type, name) == nullptr) {
    const DictObject* dict = instance_dict(object, false);
    const Value* value = dict != nullptr ? dict->table.get(name) : nullptr;
    return {value != nullptr ? Answer(*value) : Answer::stop()};
  }
  return {find_slowly(*this, object, Value::share(name))};
}

// An attribute that cannot be deleted because it is not there: does CPython look for it beside the
// names that the class shares, and not in a dict? Then the error has not the fields of others, and
// nothing is suggested. Looking for it takes room for its name, too.
static bool is_sought_beside_names(Vm& vm, const Value& object, const StrObject* name) {
  const Type* type = vm.type_of(object);
  if (!type->shared_keys) {
    // What is written in Python there and not here has attributes that nobody sees.
    for (const Type* each : type->mro) {
      if (!each->has(kUserClass) && each->dict_offset != 0)
        return vm.text(each->module).starts_with("asyncio.");
    }
    return false;
  }
  if ((object.object()->bits & kDetachedBit) != 0) return false;
  const DictObject* dict = vm.instance_dict(object, false);
  if (dict == nullptr) return type->shared_keys->take(name->hash);
  return dict->table.shared() && dict->table.shared()->take(name->hash);
}

Answer generic_set_attr(Vm& vm, const Value& object, StrObject* name, const Value& value) {
  Type* type = vm.type_of(object);
  const Value* found = vm.lookup(type, name);
  if (found != nullptr && is_data_descriptor(vm.type_of(*found))) {
    const Value descriptor = *found;
    return vm.type_of(descriptor)->slots.descr_set(vm, descriptor, object, value);
  }
  DictObject* dict = vm.instance_dict(object, static_cast<bool>(value));
  if (value && dict != nullptr) {
    dict->table.set(name, value);
    return Value::none();
  }
  if (!value && dict != nullptr) {
    if (dict->table.erase(name)) return Value::none();
  }
  const bool only_slots = type->dict_offset < 0 && !type->has(kHasDict);
  const bool may_keep =
      object.is_object() && vm.dict_slot(object.object()) != nullptr && !only_slots;
  if (found != nullptr && !may_keep) {
    Value exception = vm.make_exception(
        vm.exceptions().AttributeError,
        cat("'", type->name, "' object attribute '", name->text(), "' is read-only"));
    return vm.raise_exception(std::move(exception));
  }
  const bool keeps_names = dict != nullptr || may_keep;
  if (!keeps_names && !vm.is_kind_of(object, vm.types().type)) {
    Value exception = vm.make_exception(vm.exceptions().AttributeError,
                                        cat("'",
                                            type->name,
                                            "' object has no attribute '",
                                            name->text(),
                                            "' and no __dict__ for setting new attributes"));
    exception.as<ExceptionObject>()->first = Value::share(name);
    exception.as<ExceptionObject>()->second = object;
    return vm.raise_exception(std::move(exception));
  }
  if (!value && keeps_names && type->has(kUserClass) && is_sought_beside_names(vm, object, name)) {
    return vm.raise(vm.exceptions().AttributeError,
                    cat("'", type->name, "' object has no attribute '", name->text(), "'"));
  }
  return vm.raise_attribute_error(object, name);
}

Answer Vm::set_attr(const Value& object, StrObject* name, const Value& value) {
  Type* type = type_of(object);
  if (type->slots.set_attr != nullptr) return type->slots.set_attr(*this, object, name, value);
  return generic_set_attr(*this, object, name, value);
}

Answer Vm::delete_attr(const Value& object, StrObject* name) {
  return set_attr(object, name, Value());
}

// --- classes
// --------------------------------------------------------------------------------------------------------------

Answer type_get_attr(Vm& vm, const Value& self, StrObject* name) {
  Type* type = self.as<Type>();
  Type* meta = self.object()->type;
  const Value* of_meta = vm.lookup(meta, name);
  if (of_meta != nullptr) {
    const Type* descriptor = vm.type_of(*of_meta);
    if (is_data_descriptor(descriptor) && descriptor->slots.descr_get != nullptr) {
      return bind_descriptor(vm, *of_meta, self, name);
    }
  }
  if (const Value* own = vm.lookup(type, name)) {
    Type* descriptor = vm.type_of(*own);
    if (descriptor->slots.descr_get == nullptr || descriptor == vm.types().function) return *own;
    const Value kept = *own;
    if (descriptor->has(kUserClass))
      return bind_and_tell(vm, kept, Value(), self, self, Value::share(name));
    return descriptor->slots.descr_get(vm, kept, Value(), self);
  }
  if (of_meta != nullptr) return bind_descriptor(vm, *of_meta, self, name);
  return vm.raise_attribute_error(self, name);
}

static Answer type_set_attr(Vm& vm, const Value& self, StrObject* name, const Value& value) {
  Type* type = self.as<Type>();
  const Value* of_meta = vm.lookup(self.object()->type, name);
  if (of_meta != nullptr && is_data_descriptor(vm.type_of(*of_meta))) {
    const Value descriptor = *of_meta;
    return vm.type_of(descriptor)->slots.descr_set(vm, descriptor, self, value);
  }
  if (!type->has(kUserClass)) {
    return vm.raise_type_error(
        cat("cannot set '", name->text(), "' attribute of immutable type '", type->name, "'"));
  }
  if (value) {
    type->dict->table.set(name, value);
  } else if (!type->dict->table.erase(name)) {
    return vm.raise_attribute_error(self, name);
  }
  type_changed(vm, type);
  return Value::none();
}

SIMUL_RARE static Answer type_repr(Vm& vm, const Value& self) {
  const Type* type = self.as<Type>();
  if (type->module && vm.is_str(type->module) && vm.text(type->module) != "builtins") {
    return vm.str(cat("<class '", vm.text(type->module), ".", type->qualname, "'>"));
  }
  return vm.str(cat("<class '", type->qualname, "'>"));
}

Value mro_of(Vm& vm, const Type& type) {
  TupleObject* tuple = vm.make_tuple(type.mro.size());
  for (std::size_t i = 0; i < type.mro.size(); ++i) tuple->items()[i] = Value::share(type.mro[i]);
  return Value::adopt(tuple);
}

static void type_traverse(Object* object, Visitor& visitor) {
  auto* type = static_cast<Type*>(object);
  visitor.visit(type->bases);
  visitor.visit(type->module);
  visitor.visit(type->mro_tuple);
  visitor.visit_object(type->dict);
}

static void type_clear(Object* object) {
  auto* type = static_cast<Type*>(object);
  if (!type->has(kUserClass)) return;
  if (type->dict != nullptr) type->dict->table.clear();
  type->mro_tuple.reset();
}

static void type_destroy(Object* object) {
  auto* type = static_cast<Type*>(object);
  // A class that failed half-way has no bases yet.
  const Value bases = type->bases ? type->bases : type->vm->tuple({});
  for (const Value& base : *bases.as<TupleObject>()) {
    auto& siblings = base.as<Type>()->subclasses;
    const auto found = std::find(siblings.begin(), siblings.end(), type);
    if (found != siblings.end()) siblings.erase(found);
  }
  for (Vm::Internals::MethodCacheEntry& line : Vm::Internals::method_cache_of(*type->vm)) {
    if (line.type == type) line = {};
  }
  Value dict = Value::adopt(type->dict);
  type->~Type();
}

namespace {

Answer type_name_get(Vm& vm, const Value& self) {
  const std::string_view name = self.as<Type>()->name;
  return vm.str(self.as<Type>()->has(kDottedName) ? name.substr(name.rfind('.') + 1) : name);
}
// What a class of the program's own may have set, but not deleted, and one of Python's not even
// set.
Answer refuses_to_be(Vm& vm, const Type* type, const char* what, const Value& value) {
  if (value && type->has(kUserClass)) return Value::none();
  return vm.raise_type_error(cat("cannot ",
                                 type->has(kUserClass) ? "delete" : "set",
                                 " '",
                                 what,
                                 "' attribute of immutable type '",
                                 type->name,
                                 "'"));
}
Answer only_assigns_string(Vm& vm, const Type* type, const char* what, const Value& value) {
  return vm.raise_type_error(cat(
      "can only assign string to ", type->name, ".", what, ", not '", vm.type_name(value), "'"));
}
Answer type_name_set(Vm& vm, const Value& self, const Value& value) {
  Type* type = self.as<Type>();
  if (const Answer refused = refuses_to_be(vm, type, "__name__", value); refused.raised())
    return Raised{};
  if (!vm.is_str(value)) return only_assigns_string(vm, type, "__name__", value);
  if (vm.text(value).find('\0') != std::string_view::npos)
    return vm.raise_value_error("type name must not contain null characters");
  type->name = vm.text(value);
  return Value::none();
}
Answer type_qualname_get(Vm& vm, const Value& self) {
  return vm.str(self.as<Type>()->qualname);
}
Answer type_qualname_set(Vm& vm, const Value& self, const Value& value) {
  Type* type = self.as<Type>();
  if (const Answer refused = refuses_to_be(vm, type, "__qualname__", value); refused.raised())
    return Raised{};
  if (!vm.is_str(value)) return only_assigns_string(vm, type, "__qualname__", value);
  type->qualname = vm.text(value);
  return Value::none();
}
Answer type_module_get(Vm& vm, const Value& self) {
  const Type* type = self.as<Type>();
  return type->module ? type->module : vm.str("builtins");
}
Answer type_module_set(Vm& vm, const Value& self, const Value& value) {
  Type* type = self.as<Type>();
  if (const Answer refused = refuses_to_be(vm, type, "__module__", value); refused.raised())
    return Raised{};
  type->module = value;
  type->dict->table.set(Vm::Internals::names_of(vm).__module__, value);  // instances look here
  type_changed(vm, type);
  return Value::none();
}
Answer type_mro_get(Vm& vm, const Value& self) {
  const Type* type = self.as<Type>();
  return type->mro_tuple ? type->mro_tuple : mro_of(vm, *type);
}
Answer type_bases_get(Vm&, const Value& self) {
  return self.as<Type>()->bases;
}
Answer type_bases_set(Vm& vm, const Value&, const Value&) {
  return vm.raise(vm.exceptions().NotImplementedError,
                  "Simul does not change the bases of a class (instead: make another class)");
}
Answer type_base_get(Vm&, const Value& self) {
  const Type* base = self.as<Type>()->base;
  return base != nullptr ? Value::share(base) : Value::none();
}
Answer type_dict_get(Vm& vm, const Value& self) {
  auto* proxy = vm.heap().make<MappingProxy>(vm.types().mapping_proxy);
  proxy->mapping = Value::share(self.as<Type>()->dict);
  return Value::adopt(proxy);
}
Answer type_doc_get(Vm& vm, const Value& self) {
  const Value* doc = self.as<Type>()->dict->table.get(vm.name("__doc__"));
  return doc != nullptr ? *doc : Value::none();
}
Answer type_doc_set(Vm& vm, const Value& self, const Value& value) {
  if (const Answer refused = refuses_to_be(vm, self.as<Type>(), "__doc__", value); refused.raised())
    return Raised{};
  self.as<Type>()->dict->table.set(vm.name("__doc__"), value ? value : Value::none());
  type_changed(vm, self.as<Type>());
  return Value::none();
}
Answer type_params_get(Vm& vm, const Value& self) {
  const Type* type = self.as<Type>();
  const Value* own =
      type->has(kUserClass) ? type->dict->table.get(vm.name("__type_params__")) : nullptr;
  return own != nullptr ? *own : vm.tuple({});
}
Answer type_params_set(Vm& vm, const Value& self, const Value& value) {
  if (refuses_to_be(vm, self.as<Type>(), "__type_params__", value).raised()) return Raised{};
  self.as<Type>()->dict->table.set(vm.name("__type_params__"), value);
  type_changed(vm, self.as<Type>());
  return Value::none();
}
Answer type_annotations_get(Vm& vm, const Value& self) {
  if (!self.as<Type>()->has(kUserClass)) {
    return vm.raise(
        vm.exceptions().AttributeError,
        cat("type object '", self.as<Type>()->name, "' has no attribute '__annotations__'"));
  }
  Table& table = self.as<Type>()->dict->table;
  StrObject* name = Vm::Internals::names_of(vm).__annotations__;
  if (const Value* own = table.get(name)) return *own;
  Value made = vm.dict();
  table.set(name, made);
  type_changed(vm, self.as<Type>());
  return made;
}
Answer type_annotations_set(Vm& vm, const Value& self, const Value& value) {
  if (value && refuses_to_be(vm, self.as<Type>(), "__annotations__", value).raised())
    return Raised{};
  StrObject* name = Vm::Internals::names_of(vm).__annotations__;
  if (value)
    self.as<Type>()->dict->table.set(name, value);
  else if (!self.as<Type>()->dict->table.erase(name))
    return vm.raise(vm.exceptions().AttributeError, "__annotations__");
  type_changed(vm, self.as<Type>());
  return Value::none();
}
Answer type_mro_method(Vm& vm, const CallArgs& args) {
  const Type* type = args[0].as<Type>();
  std::vector<Value> items;
  for (Type* each : type->mro) items.push_back(Value::share(each));
  return vm.list(std::move(items));
}
Answer type_subclasses(Vm& vm, const CallArgs& args) {
  std::vector<Value> items;
  for (Type* each : args[0].as<Type>()->subclasses) items.push_back(Value::share(each));
  return vm.list(std::move(items));
}
Answer type_instancecheck(Vm& vm, const CallArgs& args) {
  return Value::boolean(vm.is_kind_of(args[1], args[0].as<Type>()));
}
Answer type_subclasscheck(Vm& vm, const CallArgs& args) {
  if (!vm.is_kind_of(args[1], vm.types().type)) return is_subclass_by_bases(vm, args[1], args[0]);
  return Value::boolean(args[1].as<Type>()->is_subtype_of(args[0].as<Type>()));
}
Answer type_prepare(Vm& vm, const CallArgs&) {
  return vm.dict();
}
Answer type_init(Vm&, const Value&, const CallArgs&) {
  return Value::none();
}
// Of asyncio's classes few are.
bool is_generic_native(Vm& vm, const Type& type) {
  const std::string_view module = vm.text(type.module);
  if (!module.starts_with("asyncio.") && module != "_asyncio") return module != "builtins";
  const std::string& name = type.name;
  return name.ends_with("Future") || name.ends_with("Task") || name.ends_with("Queue");
}
// Of the program's own: those derived from such classes of asyncio's.
bool derives_from_generic(Vm& vm, const Type& type) {
  for (const Type* base : type.mro) {
    if (base->has(kUserClass)) continue;
    const std::string_view module = vm.text(base->module);
    if ((module.starts_with("asyncio.") || module == "_asyncio") && is_generic_native(vm, *base))
      return true;
  }
  return false;
}
// C[int]: __class_getitem__, or an alias for the built-in generic types.
Answer type_get_item(Vm& vm, const Value& self, const Value& key) {
  Type* type = self.as<Type>();
  // A metaclass's __getattr__ may answer for it too.
  const bool asked =
      vm.type_of(self)->has(kUserClass) && vm.lookup(vm.type_of(self), vm.name("__getattr__"));
  if (asked || vm.lookup(type, Vm::Internals::names_of(vm).__class_getitem__) != nullptr) {
    return vm.call_method(self, Vm::Internals::names_of(vm).__class_getitem__, CallArgs(&key, 1));
  }
  const Types& t = vm.types();
  const bool generic = type == t.type || (type->has(kUserClass) ? derives_from_generic(vm, *type)
                                                                : is_generic_native(vm, *type));
  if (!generic) return vm.raise_type_error(cat("type '", type->name, "' is not subscriptable"));
  const Value both[] = {self, key};
  return class_get_item(vm, CallArgs(both, 2));
}
Answer proxy_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.size() != 1)
    return vm.raise_type_error(cat("mappingproxy() missing required argument 'mapping' (pos 1)"));
  const Type* type = vm.type_of(args[0]);
  if (type->slots.get_item == nullptr || vm.is_kind_of(args[0], vm.types().list) ||
      vm.is_kind_of(args[0], vm.types().tuple)) {
    return vm.raise_type_error(cat("mappingproxy() argument must be a mapping, not ", type->name));
  }
  auto* proxy = vm.heap().make<MappingProxy>(vm.types().mapping_proxy);
  proxy->mapping = args[0];
  return Value::adopt(proxy);
}
Answer proxy_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  const auto inner = [&vm](const Value& value) {
    return vm.is_exactly(value, vm.types().mapping_proxy) ? value.as<MappingProxy>()->mapping
                                                          : value;
  };
  const Value left = inner(a), right = inner(b);
  return vm.compare(left, right, op);
}
Answer proxy_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  const auto inner = [&vm](const Value& value) {
    return vm.is_exactly(value, vm.types().mapping_proxy) ? value.as<MappingProxy>()->mapping
                                                          : value;
  };
  const Value left = inner(a), right = inner(b);
  return vm.binary(op, left, right);
}
Answer proxy_get_item(Vm& vm, const Value& self, const Value& key) {
  return vm.get_item(self.as<MappingProxy>()->mapping, key);
}
Answer proxy_length(Vm& vm, const Value& self) {
  return vm.length(self.as<MappingProxy>()->mapping);
}
Answer proxy_iter(Vm& vm, const Value& self) {
  return vm.iter(self.as<MappingProxy>()->mapping);
}
Answer proxy_contains(Vm& vm, const Value& self, const Value& item) {
  return vm.contains(self.as<MappingProxy>()->mapping, item);
}
SIMUL_RARE Native proxy_repr_slowly(Vm& vm, Value self) {
  Value inner = co_await vm.repr(self.as<MappingProxy>()->mapping);
  co_return vm.str(cat("mappingproxy(", vm.text(inner), ")"));
}
SIMUL_RARE Answer proxy_repr(Vm& vm, const Value& self) {
  return proxy_repr_slowly(vm, self);
}
Answer proxy_str(Vm& vm, const Value& self) {
  const Value inner = self.as<MappingProxy>()->mapping;
  return vm.str_of(inner);
}
// What does not change the mapping is asked of it.
constexpr const char* kForwarded[] = {"get", "keys", "values", "items", "copy"};
template <std::size_t kIndex>
Answer proxy_forward(Vm& vm, const CallArgs& args) {
  return vm.call_method(
      args[0].as<MappingProxy>()->mapping, vm.name(kForwarded[kIndex]), args.tail());
}
// reversed(proxy)
Answer proxy_reversed(Vm& vm, const CallArgs& args) {
  const Value mapping = args[0].as<MappingProxy>()->mapping;
  return vm.call(vm.type_value(vm.types().reversed), CallArgs(&mapping, 1));
}
void proxy_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<MappingProxy*>(object)->mapping);
}

// --- object
// ---------------------------------------------------------------------------------------------------------------

SIMUL_RARE Answer object_repr(Vm& vm, const Value& self) {
  const Type* type = vm.type_of(self);
  const std::string address = self.is_object() ? quoted_address(self.object()) : "0x7f0000000010";
  if (type->module && vm.is_str(type->module) && vm.text(type->module) != "builtins") {
    return vm.str(
        cat("<", vm.text(type->module), ".", type->qualname, " object at ", address, ">"));
  }
  return vm.str(cat("<", type->qualname, " object at ", address, ">"));
}
Answer object_subclasshook(Vm&, const CallArgs&) {
  return Value::not_implemented();
}
Answer object_str_method(Vm& vm, const CallArgs& args) {
  return vm.repr(args[0]);
}
Answer object_init_method(Vm& vm, const CallArgs& args) {
  return object_init(vm, args[0], args.tail());
}
StrObject* checked_name(Vm& vm, const Value& value) {
  if (vm.is_str(value)) return vm.intern_object(value.as<StrObject>());
  vm.raise_type_error(cat("attribute name must be string, not '", vm.type_name(value), "'"));
  return nullptr;
}
Answer object_getattribute(Vm& vm, const CallArgs& args) {
  StrObject* name = checked_name(vm, args[1]);
  if (name == nullptr) return Raised{};
  return generic_get_attr(vm, args[0], name);
}
Answer object_setattr(Vm& vm, const CallArgs& args) {
  StrObject* name = checked_name(vm, args[1]);
  if (name == nullptr) return Raised{};
  return generic_set_attr(vm, args[0], name, args[2]);
}
Answer object_delattr(Vm& vm, const CallArgs& args) {
  StrObject* name = checked_name(vm, args[1]);
  if (name == nullptr) return Raised{};
  return generic_set_attr(vm, args[0], name, Value());
}
Answer object_eq(Vm&, const CallArgs& args) {
  if (args[0].is(args[1])) return Value::boolean(true);
  return Value::not_implemented();
}
SIMUL_RARE Native object_ne_slowly(Vm& vm, OwnedArgs args) {
  Value equal = co_await call_method_with(vm, args[0], "__eq__", args[1]);
  if (equal.is_not_implemented()) co_return equal;
  Value truth = co_await vm.truth(equal);
  co_return Value::boolean(!truth.is_true());
}
Answer object_order(Vm&, const CallArgs&) {
  return Value::not_implemented();
}
Answer object_hash(Vm& vm, const CallArgs& args) {
  return vm.integer(static_cast<std::int64_t>(identity(args[0])));
}
Answer object_format(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1]))
    return vm.raise_type_error(
        cat("__format__() argument must be str, not ", vm.argument_name(args[1])));
  if (vm.is_str(args[1]) && vm.text(args[1]).empty()) return vm.str_of(args[0]);
  return vm.raise_type_error(
      cat("unsupported format string passed to ", vm.type_name(args[0]), ".__format__"));
}
Answer object_init_subclass(Vm& vm, const CallArgs& args) {
  if (args.keywords() > 0 || args.size() > 1) {
    return vm.raise_type_error(
        cat(args[0].as<Type>()->qualname, ".__init_subclass__() takes no keyword arguments"));
  }
  return Value::none();
}
Answer object_class_get(Vm& vm, const Value& self) {
  return vm.type_value(vm.type_of(self));
}
Answer object_class_set(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("can't delete __class__ attribute");
  if (!vm.is_kind_of(value, vm.types().type))
    return vm.raise_type_error(
        cat("__class__ must be set to a class, not '", vm.type_name(value), "' object"));
  Type* now = value.as<Type>();
  Type* was = vm.type_of(self);
  if (!self.is_object() || !now->has(kUserClass) || !was->has(kUserClass))
    return vm.raise_type_error(
        "__class__ assignment only supported for mutable types or ModuleType subclasses");
  if (now->instance_size != was->instance_size || now->dict_offset != was->dict_offset ||
      now->native_size != was->native_size) {
    return vm.raise_type_error(cat(
        "__class__ assignment: '", now->name, "' object layout differs from '", was->name, "'"));
  }
  if (was->shared_keys) {
    vm.instance_dict(self, true);  // shares the names of the class that it had
    self.object()->bits |= kDetachedBit;
  }
  ++now->refcount;
  self.object()->type = now;
  Value dropped = Value::adopt(was);
  return Value::none();
}
Answer object_dict_get(Vm& vm, const Value& self) {
  DictObject* dict = vm.instance_dict(self, true);
  if (dict == nullptr) return vm.raise_attribute_error(self, vm.name("__dict__"));
  return Value::share(dict);
}
Answer object_dict_set(Vm& vm, const Value& self, const Value& value) {
  Value* slot = self.is_object() ? vm.dict_slot(self.object()) : nullptr;
  if (slot == nullptr) return vm.raise_attribute_error(self, vm.name("__dict__"));
  if (value && !vm.is_kind_of(value, vm.types().dict)) {
    return vm.raise_type_error(
        cat("__dict__ must be set to a dictionary, not a '", vm.type_name(value), "'"));
  }
  if (*slot) {
    Table& left = slot->as<DictObject>()->table;
    left.share(left.shared(), false);
  }
  if (self.object()->type->shared_keys) self.object()->bits |= kDetachedBit;
  *slot = value;
  return Value::none();
}
SIMUL_RARE Native object_dir_slowly(Vm& vm, OwnedArgs args) {
  share_names_for_dir(vm, args[0]);
  Value found = vm.dict();
  Table& names = found.as<DictObject>()->table;
  auto add = [&names](const Table& from) {
    for (const Table::Entry& entry : from.entries()) {
      if (entry.key) names.set(entry.key, entry.hash, Value::none());
    }
  };
  if (const DictObject* own = vm.instance_dict(args[0], false)) add(own->table);
  const Type* type =
      vm.is_kind_of(args[0], vm.types().type) ? args[0].as<Type>() : vm.type_of(args[0]);
  for (const Type* each : type->mro) add(each->dict->table);
  Value list = co_await vm.to_list(found);
  co_await vm.call_method(list, "sort");
  co_return list;
}

void container_destroy(Object* object) {
  static_cast<Container*>(object)->~Container();
}

// --- super
// ------------------------------------------------------------------------------------------------------------------

Answer super_get_attr(Vm& vm, const Value& self, StrObject* name) {
  const auto* super = self.as<SuperObject>();
  if (super->object_type && name->text() != "__class__") {
    Type* start = super->object_type.as<Type>();
    Type* after = super->type.as<Type>();
    bool passed = false;
    for (Type* each : start->mro) {
      if (!passed) {
        passed = each == after;
        continue;
      }
      const Value* found = each->dict->table.get(name);
      if (found == nullptr) continue;
      const Value value = *found;
      Type* descriptor = vm.type_of(value);
      if (descriptor->slots.descr_get == nullptr) return value;
      const bool on_class = super->object.is(super->object_type);
      return descriptor->slots.descr_get(
          vm, value, on_class ? Value() : super->object, super->object_type);
    }
  }
  if (vm.lookup(vm.types().super, name) != nullptr) return generic_get_attr(vm, self, name);
  Value exception = vm.make_exception(vm.exceptions().AttributeError,
                                      cat("'super' object has no attribute '", name->text(), "'"));
  exception.as<ExceptionObject>()->first = Value::share(name);
  exception.as<ExceptionObject>()->second = self;
  return vm.raise_exception(std::move(exception));
}
SIMUL_RARE Answer super_repr(Vm& vm, const Value& self) {
  const auto* super = self.as<SuperObject>();
  const std::string start = cat("<super: <class '", super->type.as<Type>()->name, "'>, ");
  if (!super->object_type) return vm.str(start + "NULL>");
  return vm.str(cat(start, "<", super->object_type.as<Type>()->name, " object>>"));
}
// One that was made of a class alone is bound as a class's attribute is.
SIMUL_RARE Answer super_get(Vm& vm, const Value& self, const Value& instance, const Value&) {
  const auto* super = self.as<SuperObject>();
  if (!instance || super->object_type) return self;
  const Value bound = make_super(vm, super->type, instance);
  if (!bound) return Raised{};
  return bound;
}
template <Value SuperObject::* kPart>
Answer super_part(Vm&, const Value& self) {
  const Value& part = self.as<SuperObject>()->*kPart;
  return part ? part : Value::none();
}
void super_traverse(Object* object, Visitor& visitor) {
  auto* super = static_cast<SuperObject*>(object);
  visitor.visit(super->type);
  visitor.visit(super->object);
  visitor.visit(super->object_type);
}

}  // namespace

SIMUL_RARE Answer no_class_for_super(Vm& vm, const Value& cls) {
  return vm.raise(vm.exceptions().RuntimeError,
                  cat("super(): __class__ is not a type (", vm.type_name(cls), ")"));
}

// super(type, object) after the arguments are known. Empty: raised.
Value make_super(Vm& vm, const Value& type, const Value& object) {
  if (!vm.is_kind_of(type, vm.types().type)) {
    vm.raise_type_error(cat("super() argument 1 must be a type, not ", vm.type_name(type)));
    return {};
  }
  Type* cls = type.as<Type>();
  Value object_type;
  if (vm.is_kind_of(object, vm.types().type) && object.as<Type>()->is_subtype_of(cls)) {
    object_type = object;
  } else if (vm.is_kind_of(object, cls)) {
    object_type = vm.type_value(vm.type_of(object));
  } else {
    const bool is_type = vm.is_kind_of(object, vm.types().type);
    vm.raise_type_error(
        cat("super(type, obj): obj (",
            is_type ? "type " : "instance of ",
            is_type ? std::string_view(object.as<Type>()->name) : vm.type_name(object),
            ") is not an instance or subtype of type (",
            cls->name,
            ")."));
    return {};
  }
  auto* super = vm.heap().make<SuperObject>(vm.types().super);
  super->type = type;
  super->object = object;
  super->object_type = object_type;
  return Value::adopt(super);
}

namespace {

Answer super_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.total() > args.size()) return vm.raise_type_error("super() takes no keyword arguments");
  if (args.size() > 2)
    return vm.raise_type_error(cat("super() expected at most 2 arguments, got ", args.size()));
  if (args.size() >= 2 && !args[1].is_none()) return make_super(vm, args[0], args[1]);
  if (args.size() >= 1) {
    if (!vm.is_kind_of(args[0], vm.types().type))
      return vm.raise_type_error(
          cat("super() argument 1 must be a type, not ", vm.type_name(args[0])));
    auto* unbound = vm.heap().make<SuperObject>(vm.types().super);
    unbound->type = args[0];
    return Value::adopt(unbound);
  }
  // Without arguments: __class__ and the first argument of the calling frame.
  const Fiber* fiber = vm.running();
  Activation* top = fiber != nullptr ? fiber->top : nullptr;
  while (top != nullptr && top->kind != Activation::Kind::kPython) top = top->below;
  if (top == nullptr) return vm.raise(vm.exceptions().RuntimeError, "super(): no current frame");
  auto* frame = static_cast<Frame*>(top);
  const bytecode::CodeObject& code = *frame->code->code;
  if (code.arg_count == 0) return vm.raise(vm.exceptions().RuntimeError, "super(): no arguments");
  Value first = frame->slots()[0];
  if ((code.local_kinds[0] & bytecode::kCell) != 0 && first &&
      vm.is_exactly(first, vm.types().cell)) {
    first = first.as<CellObject>()->content;
  }
  if (!first) return vm.raise(vm.exceptions().RuntimeError, "super(): arg[0] deleted");
  for (std::size_t i = 0; i < code.local_names.size(); ++i) {
    if ((code.local_kinds[i] & bytecode::kFree) == 0 || code.local_names[i] != "__class__")
      continue;
    const Value& cell = frame->slots()[i];
    if (!cell || !vm.is_exactly(cell, vm.types().cell) || !cell.as<CellObject>()->content) {
      return vm.raise(vm.exceptions().RuntimeError, "super(): empty __class__ cell");
    }
    const Value cls = cell.as<CellObject>()->content;
    if (!vm.is_kind_of(cls, vm.types().type)) return no_class_for_super(vm, cls);
    return make_super(vm, cls, first);
  }
  return vm.raise(vm.exceptions().RuntimeError, "super(): __class__ cell not found");
}

}  // namespace

void install_types(Vm& vm) {
  const Types& t = vm.types();
  vm.define(
      t.object,
      {.name = "object",
       .instance_size = sizeof(Container),
       .flags = kSubclassable,
       .slots = {.destroy = container_destroy, .repr = object_repr, .create = object_create},
       .methods = {{"__str__", object_str_method, 0, 0},
                   {"__init__", object_init_method, 0, -1, kKeywords},
                   {"__getattribute__", object_getattribute, 1, 1},
                   {"__setattr__", object_setattr, 2, 2},
                   {"__delattr__", object_delattr, 1, 1},
                   {"__eq__", object_eq, 1, 1},
                   {"__ne__", object_ne_slowly, 1, 1},
                   {"__lt__", object_order, 1, 1},
                   {"__le__", object_order, 1, 1},
                   {"__gt__", object_order, 1, 1},
                   {"__ge__", object_order, 1, 1},
                   {"__hash__", object_hash, 0, 0},
                   {"__format__", object_format, 1, 1},
                   {"__subclasshook__", object_subclasshook, 1, 1, kClassMethod},
                   {"__init_subclass__", object_init_subclass, 0, -1, kKeywords | kClassMethod},
                   {"__reduce__", object_reduce, 0, 0},
                   {"__reduce_ex__", object_reduce_ex, 1, 1},
                   {"__getstate__", object_getstate, 0, 0},
                   {"__dir__", object_dir_slowly, 0, 0}},
       .getters = {{"__class__", object_class_get, object_class_set}}});
  vm.define(t.type,
            {.name = "type",
             .instance_size = sizeof(Type),
             .flags = kSubclassable,
             .slots = {.destroy = type_destroy,
                       .traverse = type_traverse,
                       .clear = type_clear,
                       .repr = type_repr,
                       .get_attr = type_get_attr,
                       .set_attr = type_set_attr,
                       .call = type_call,
                       .get_item = type_get_item,
                       .binary = type_binary,
                       .binary_mask = op_bit(BinaryOp::kOr),
                       .create = type_create,
                       .init = type_init},
             .methods = {{"mro", type_mro_method, 0, 0},
                         {"__subclasses__", type_subclasses, 0, 0},
                         {"__instancecheck__", type_instancecheck, 1, 1},
                         {"__subclasscheck__", type_subclasscheck, 1, 1},
                         {"__prepare__", type_prepare, 0, -1, kKeywords | kClassMethod}},
             .getters = {{"__name__", type_name_get, type_name_set},
                         {"__qualname__", type_qualname_get, type_qualname_set},
                         {"__module__", type_module_get, type_module_set},
                         {"__mro__", type_mro_get},
                         {"__bases__", type_bases_get, type_bases_set},
                         {"__base__", type_base_get},
                         {"__dict__", type_dict_get},
                         {"__doc__", type_doc_get, type_doc_set},
                         {"__type_params__", type_params_get, type_params_set},
                         {"__annotations__", type_annotations_get, type_annotations_set}}});
  install_aliases(vm);
  vm.define(t.mapping_proxy,
            {.name = "mappingproxy",
             .instance_size = sizeof(MappingProxy),
             .slots = {.destroy = destroy_as<MappingProxy>,
                       .traverse = proxy_traverse,
                       .repr = proxy_repr,
                       .str = proxy_str,
                       .compare = proxy_compare,
                       .iter = proxy_iter,
                       .length = proxy_length,
                       .get_item = proxy_get_item,
                       .contains = proxy_contains,
                       .binary = proxy_binary,
                       .binary_mask = op_bit(BinaryOp::kOr),
                       .create = proxy_create},
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"__reversed__", proxy_reversed, 0, 0},
                         {kForwarded[0], proxy_forward<0>, 1, 2},
                         {kForwarded[1], proxy_forward<1>, 0, 0},
                         {kForwarded[2], proxy_forward<2>, 0, 0},
                         {kForwarded[3], proxy_forward<3>, 0, 0},
                         {kForwarded[4], proxy_forward<4>, 0, 0}}});
  vm.define(t.super,
            {.name = "super",
             .instance_size = sizeof(SuperObject),
             .slots = {.destroy = destroy_as<SuperObject>,
                       .traverse = super_traverse,
                       .repr = super_repr,
                       .get_attr = super_get_attr,
                       .descr_get = super_get,
                       .create = super_create},
             .getters = {{"__thisclass__", super_part<&SuperObject::type>},
                         {"__self__", super_part<&SuperObject::object>},
                         {"__self_class__", super_part<&SuperObject::object_type>}}});
}

GetterDef dict_getter() {
  return {"__dict__", object_dict_get, object_dict_set};
}

}  // namespace simul::vm

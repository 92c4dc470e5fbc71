// Types: definition of native ones, the MRO, class creation, lookup with its cache. Mirrors
// Objects/typeobject.c.
#include "vm/type.hpp"

#include <algorithm>
#include <cstring>

#include "base/rare.hpp"
#include "base/sort.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/frame.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"
#include "vm/text.hpp"

namespace simul::vm {

const Value* Vm::lookup(Type* type, const StrObject* name) {
  Internals::MethodCacheEntry* line = Internals::cache_line(*this, type, name);
  if (line->type == type && line->name == name && line->version == type->version) {
    return line->value;
  }
  const Value* found = nullptr;
  for (Type* each : type->mro) {
    found = each->dict->table.get(name);
    if (found != nullptr) break;
  }
  if (name->interned()) *line = {type, name, type->version, found};
  return found;
}

void type_changed(Vm& vm, Type* type) {
  struct Walk {
    static void down(Vm& machine, std::uint32_t& next, Type* each) {
      each->version = ++next;
      if (each->has(kUserClass)) fix_slots(machine, each);
      for (Type* sub : each->subclasses) down(machine, next, sub);
    }
  };
  Walk::down(vm, Vm::Internals::type_version(vm), type);
}

void Vm::set_type_attr(Type* type, std::string_view attribute, Value value) {
  type->dict->table.set(name(attribute), std::move(value));
  type_changed(*this, type);
}

namespace {

// A slot that CPython's type does without: it has no method of that name.
bool is_hidden(Vm& vm, const Type* type, const Slots& own, std::string_view name) {
  if (name == "__radd__") return own.sequence;
  if (name == "__bool__") return type == vm.types().str;
  return name == "__getitem__" && type == vm.types().type;
}

// In messages: '_asyncio.Task' object. Modules that CPython has in Python name their classes bare.
bool is_called_by_its_module(std::string_view module) {
  static constexpr std::string_view kModules[] = {
      "_asyncio", "_contextvars", "_io", "_thread", "time", "types"};
  return std::find(std::begin(kModules), std::end(kModules), module) != std::end(kModules);
}

}  // namespace

void Vm::define(Type* type, const TypeSpec& spec) {
  const bool dotted = is_called_by_its_module(spec.module);
  type->name = dotted ? cat(spec.module, ".", spec.name) : std::string(spec.name);
  type->qualname = spec.name;
  type->module = intern(spec.module);
  type->flags = spec.flags | (dotted ? kDottedName : 0);
  Type* base = spec.base != nullptr ? spec.base : type == types_.object ? nullptr : types_.object;
  type->base = base;
  type->mro = {type};
  if (base != nullptr) {
    SIMUL_CHECK(base->dict != nullptr, "a type is defined before its base");
    type->mro.insert(type->mro.end(), base->mro.begin(), base->mro.end());
    base->subclasses.push_back(type);
    type->bases = tuple({Value::share(base)});
    type->slots = base->slots;
    type->is_exception = base->is_exception;
    type->dict_offset = base->dict_offset;
    type->flags |= base->flags & (kVariableSize | kHasDict);
    if (spec.slots.compare != nullptr && spec.slots.hash == nullptr &&
        base->slots.hash == nullptr) {
      type->slots.hash = nullptr;
    }
  } else {
    type->bases = tuple({});
  }
  type->instance_size = spec.instance_size != 0 ? spec.instance_size
                        : base != nullptr       ? base->instance_size
                                                : sizeof(Object);
  type->native_size = type->instance_size;
  const Slots& own = spec.slots;
  Slots& slots = type->slots;
  if (own.destroy != nullptr) slots.destroy = own.destroy;
  if (own.survive != nullptr) slots.survive = own.survive;
  if (own.size_of != nullptr) slots.size_of = own.size_of;
  if (own.traverse != nullptr) slots.traverse = own.traverse;
  if (own.clear != nullptr) slots.clear = own.clear;
  slots.sequence = slots.sequence || own.sequence;
  if (own.binary != nullptr) slots.binary_mask = own.binary_mask;
  if (own.inplace != nullptr) slots.inplace_mask = own.inplace_mask;
  if (own.unary != nullptr) slots.unary_mask = own.unary_mask;
  if (own.compare != nullptr) slots.compare_mask = own.compare_mask;
  for (const SlotRow& row : slot_rows()) {
    if (!row.present(own, row.operation)) continue;
    row.inherit(slots, own);
    if (is_hidden(*this, type, own, row.name)) continue;
    auto* wrapper = heap_.make<NativeFunction>(types_.slot_wrapper);
    wrapper->def.name = row.name;
    wrapper->def.min = row.min;
    wrapper->def.max = row.max;
    wrapper->def.flags = row.max < 0 ? kKeywords : 0;
    wrapper->wrapper = row.wrapper;
    wrapper->operation = row.operation;
    wrapper->owner = type;
    if (std::string_view(row.name) == "__new__") wrapper->def.flags |= kStaticMethod;
    type->dict->table.set(name(row.name), Value::adopt(wrapper));
  }
  if ((spec.flags & kUnhashable) != 0) {
    slots.hash = nullptr;
    type->dict->table.set(name("__hash__"), Value::none());
  }
  for (const NativeDef& def : spec.methods) {
    auto* method = heap_.make<NativeFunction>(types_.method_descriptor);
    method->def = def;
    method->owner = type;
    if ((def.flags & kStaticMethod) != 0) method->type = types_.builtin_function;
    type->dict->table.set(name(def.name), Value::adopt(method));
  }
  for (const GetterDef& def : spec.getters) {
    auto* getter = heap_.make<GetSetDescriptor>(types_.getset_descriptor);
    getter->def = def;
    getter->owner = type;
    type->dict->table.set(name(def.name), Value::adopt(getter));
  }
  // Functions have a getter of that name.
  if (type->dict->table.get(name("__doc__")) == nullptr)
    type->dict->table.set(name("__doc__"), spec.doc != nullptr ? str(spec.doc) : Value::none());
  type->version = ++internals_->next_type_version;
}

Type* Vm::make_type(const TypeSpec& spec) {
  Type* type = Internals::new_type(*this, types_.type);
  internals_->kept_types.push_back(Value::share(type));
  Value owner = Value::adopt(type);
  define(type, spec);
  return type;
}

Type* Vm::Internals::new_type(Vm& vm, Type* metatype) {
  Type* type = nullptr;
  if (metatype != nullptr && metatype->has(kUserClass)) {
    type = vm.instantiate<Type>(metatype);
  } else {
    type = vm.heap_.make<Type>(metatype);
  }
  type->vm = &vm;
  type->dict = vm.heap_.make<DictObject>(vm.types_.dict);
  return type;
}

// --- C3
// --------------------------------------------------------------------------------------------------------------

namespace {

bool in_tail(const std::vector<Type*>& list, std::size_t from, const Type* type) {
  return std::find(list.begin() + static_cast<std::ptrdiff_t>(from) + 1, list.end(), type) !=
         list.end();
}

// False: no consistent order (raised).
bool compute_mro(Vm& vm, Type* type, const std::vector<Type*>& bases) {
  std::vector<std::vector<Type*>> lists;
  for (Type* base : bases) {
    lists.push_back(base->mro);
    vm.budget -= static_cast<std::int64_t>(base->mro.size()) * 2;  // of a very long line of bases
  }
  lists.push_back(bases);
  std::vector<std::size_t> at(lists.size(), 0);
  type->mro = {type};
  for (;;) {
    bool done = true;
    Type* chosen = nullptr;
    for (std::size_t i = 0; i < lists.size() && chosen == nullptr; ++i) {
      if (at[i] == lists[i].size()) continue;
      done = false;
      Type* candidate = lists[i][at[i]];
      bool good = true;
      for (std::size_t j = 0; j < lists.size() && good; ++j) {
        if (at[j] < lists[j].size() && in_tail(lists[j], at[j], candidate)) good = false;
      }
      if (good) chosen = candidate;
    }
    if (done) return true;
    if (chosen == nullptr) {
      std::string names;
      for (std::size_t i = 0; i < lists.size(); ++i) {
        if (at[i] == lists[i].size()) continue;
        const std::string& name = lists[i][at[i]]->name;
        if (names.find(name) != std::string::npos) continue;
        if (!names.empty()) names += ", ";
        names += name;
      }
      vm.raise_type_error(
          cat("Cannot create a consistent method resolution order (MRO) for bases ", names));
      return false;
    }
    type->mro.push_back(chosen);
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (at[i] < lists[i].size() && lists[i][at[i]] == chosen) ++at[i];
    }
  }
}

// The native type whose C++ layout an instance has, with the slots added to it.
Type* solid_base(Type* type) {
  for (;;) {
    const Type* base = type->base;
    if (base == nullptr) return type;
    // As WebAssembly a float is no larger than an object without anything.
    const bool fits_by_chance =
        base->base == nullptr && !type->has(kUserClass) && type->slots.create != base->slots.create;
    if (fits_by_chance) return type;
    const bool own_dict = type->dict_offset > 0 && base->dict_offset == 0 && type->has(kUserClass);
    if (type->instance_size - (own_dict ? sizeof(Value) : 0) != base->instance_size) return type;
    type = type->base;
  }
}

}  // namespace

// Have its instances data of several sizes behind them in CPython, where no slot can be?
static bool has_items(Vm& vm, const Type* type) {
  return !type->is_subtype_of(vm.types().str) &&
         (type->has(kVariableSize) || type->is_subtype_of(vm.types().int_) ||
          type->is_subtype_of(vm.types().type));
}

// Have the instances of a base a place for weak references already?
static bool takes_weak_references(Vm& vm, const Type* base) {
  const Types& t = vm.types();
  StrObject* const own = vm.name("__weakref__");
  for (const Type* each : base->mro) {
    if (each->dict->table.get(own) != nullptr) return true;
    if (!each->has(kUserClass)) {
      if (each == t.set || each == t.frozenset || each == t.type) return true;
      const std::string_view module = vm.is_str(each->module) ? vm.text(each->module) : "";
      if (module != "builtins" && module != "weakref") return true;
      continue;
    }
    // Classes that stand for those in C show no descriptor.
    const Value* slots = each->dict->table.get(Vm::Internals::names_of(vm).__slots__);
    if (slots == nullptr) {
      if (!has_items(vm, each)) return true;
      continue;
    }
    if (vm.is_str(*slots) && vm.text(*slots) == "__weakref__") return true;
    if (!vm.is_kind_of(*slots, t.tuple)) continue;
    for (const Value& slot : *slots->as<TupleObject>()) {
      if (vm.is_str(slot) && vm.text(slot) == "__weakref__") return true;
    }
  }
  return false;
}

// __weakref__ of an instance: the first of its weak references, that without a callback if there is
// one.
static Answer first_weak_reference(Vm& vm, const Value& self) {
  const auto& all = Vm::Internals::weak_references_of(vm);
  const auto found = all.find(self.object());
  if (found == all.end() || found->second.empty()) return Value::none();
  for (WeakReference* each : found->second)
    if (!each->callback) return Value::share(each);
  return Value::share(found->second.back());
}

static void add_getter(Vm& vm, Type* owner, const GetterDef& def) {
  StrObject* const name = vm.name(def.name);
  if (owner->dict->table.get(name) != nullptr) return;
  auto* getter = vm.heap().make<GetSetDescriptor>(vm.types().getset_descriptor);
  getter->def = def;
  getter->owner = owner;
  owner->dict->table.set(name, Value::adopt(getter));
}

// __secret in a class Thing: _Thing__secret, as the compiler calls it, too.
static Value slot_name(Vm& vm, std::string_view class_name, const Value& listed) {
  const std::string_view name = vm.text(listed);
  const std::size_t first = class_name.find_first_not_of('_');
  if (!name.starts_with("__") || name.ends_with("__") || first == std::string_view::npos)
    return Value::share(vm.intern_object(listed.as<StrObject>()));
  return vm.intern(cat("_", class_name.substr(first), name));
}

// Makes the class itself, without __set_name__ and __init_subclass__, which need Python code;
// slots: what __slots__ lists, as a tuple, or empty. Null: raised.
SIMUL_RARE static Type* make_class(Vm& vm,
                                   Type* metatype,
                                   const Value& name,
                                   const std::vector<Value>& base_values,
                                   const Value& namespace_,
                                   const Value& slots) {
  Names& names = Vm::Internals::names_of(vm);
  std::vector<Type*> bases;
  for (const Value& value : base_values) {
    if (!vm.is_kind_of(value, vm.types().type)) {
      vm.raise_type_error("bases must be types");
      return nullptr;
    }
    Type* base = value.as<Type>();
    if (base == vm.types().module) {
      vm.raise(vm.exceptions().NotImplementedError,
               "Simul has no classes that are derived from module (nearest: a class of its own)");
      return nullptr;
    }
    if (!base->has(kUserClass) && !base->has(kSubclassable)) {
      vm.raise_type_error(cat("type '", base->name, "' is not an acceptable base type"));
      return nullptr;
    }
    if (std::find(bases.begin(), bases.end(), base) != bases.end()) {
      vm.raise_type_error(cat("duplicate base class ", base->name));
      return nullptr;
    }
    bases.push_back(base);
  }
  if (bases.empty()) bases.push_back(vm.types().object);
  Type* best = nullptr;
  for (Type* base : bases) {
    Type* solid = solid_base(base);
    if (best == nullptr) {
      best = base;
    } else if (solid != solid_base(best)) {
      if (solid->is_subtype_of(solid_base(best))) {
        best = base;
      } else if (!solid_base(best)->is_subtype_of(solid)) {
        vm.raise_type_error("multiple bases have instance lay-out conflict");
        return nullptr;
      }
    }
  }
  Type* type = Vm::Internals::new_type(vm, metatype);
  Value owner = Value::adopt(type);
  type->name = vm.text(name);
  type->qualname = type->name;
  type->flags =
      kUserClass | kSubclassable | (best->flags & (kVariableSize | kHasDict | kUnhashable));
  type->base = best;
  type->is_exception = best->is_exception;
  if (!compute_mro(vm, type, bases)) return nullptr;
  // The first that is one of the two says which.
  for (const Type* each : type->mro) {
    if ((type->flags & (kSequencePattern | kMappingPattern)) != 0) break;
    type->flags |= each->flags & (kSequencePattern | kMappingPattern);
  }
  {
    TupleObject* tuple = vm.make_tuple(bases.size());
    for (std::size_t i = 0; i < bases.size(); ++i) tuple->items()[i] = Value::share(bases[i]);
    type->bases = Value::adopt(tuple);
  }
  type->dict->table.copy_from(namespace_.as<DictObject>()->table);
  Table& dict = type->dict->table;
  if (const Value* qualname = dict.get(names.__qualname__);
      qualname != nullptr && vm.is_str(*qualname)) {
    type->qualname = vm.text(*qualname);
    dict.erase(names.__qualname__);
  }
  Activation* maker = vm.running() == nullptr ? nullptr : vm.running()->top;
  while (maker != nullptr && maker->kind != Activation::Kind::kPython) maker = maker->below;
  if (dict.get(names.__module__) == nullptr) {
    // A class made by a call belongs to the module whose code runs.
    const Value* own = maker == nullptr
                           ? nullptr
                           : static_cast<Frame*>(maker)->globals->table.get(vm.name("__name__"));
    if (own != nullptr) {
      const Value module = *own;
      dict.set(names.__module__, module);
    }
  }
  if (const Value* module = dict.get(names.__module__)) type->module = *module;
  for (StrObject* implicit : {names.__init_subclass__, names.__class_getitem__}) {
    const Value* function = dict.get(implicit);
    if (function == nullptr || !vm.is_exactly(*function, vm.types().function)) continue;
    auto* wrapped = vm.heap().make<WrappedMethod>(vm.types().classmethod);
    wrapped->function = *function;
    dict.set(implicit, Value::adopt(wrapped));
  }
  if (const Value* function = dict.get(names.__new__);
      function != nullptr && vm.is_exactly(*function, vm.types().function)) {
    auto* wrapped = vm.heap().make<WrappedMethod>(vm.types().staticmethod);
    wrapped->function = *function;
    dict.set(names.__new__, Value::adopt(wrapped));
  }
  // The instance's layout.
  type->native_size = best->native_size;
  type->instance_size = best->instance_size;
  type->dict_offset = best->dict_offset;
  bool wants_dict = type->dict_offset == 0;
  const bool may_be_weak = !has_items(vm, best) && !takes_weak_references(vm, best);
  bool weak = may_be_weak;
  if (slots) {
    wants_dict = weak = false;
    std::vector<Value> members(slots.as<TupleObject>()->begin(), slots.as<TupleObject>()->end());
    if (has_items(vm, best) && !members.empty()) {
      vm.raise_type_error(
          cat("nonempty __slots__ not supported for subtype of '", best->name, "'"));
      return nullptr;
    }
    for (const Value& member : members) {
      if (!vm.is_str(member)) {
        vm.raise_type_error(
            cat("__slots__ items must be strings, not '", vm.type_name(member), "'"));
        return nullptr;
      }
      if (!text::is_identifier(vm.text(member))) {
        vm.raise_type_error("__slots__ must be identifiers");
        return nullptr;
      }
      const bool is_dict = vm.text(member) == "__dict__",
                 is_weak = vm.text(member) == "__weakref__";
      if ((is_dict && (wants_dict || type->dict_offset != 0)) ||
          (is_weak && (weak || !may_be_weak))) {
        vm.raise_type_error(cat(vm.text(member), " slot disallowed: we already got one"));
        return nullptr;
      }
      wants_dict = wants_dict || is_dict;
      weak = weak || is_weak;
    }
    std::erase_if(members, [&](const Value& member) {
      return vm.text(member) == "__dict__" || vm.text(member) == "__weakref__";
    });
    for (Value& member : members) {
      member = slot_name(vm, type->name, member);
      const StrObject* member_name = member.as<StrObject>();
      if (namespace_.as<DictObject>()->table.get(member_name) == nullptr ||
          member_name == names.__classcell__ || member_name == names.__qualname__)
        continue;
      vm.raise_value_error(
          cat("'", member_name->text(), "' in __slots__ conflicts with class variable"));
      return nullptr;
    }
    sort_stably(members, [&](const Value& a, const Value& b) { return vm.text(a) < vm.text(b); });
    const bool is_text = best->is_subtype_of(vm.types().str);
    if (is_text && wants_dict && !members.empty()) {
      vm.raise(vm.exceptions().NotImplementedError,
               "Simul gives a class derived from str a __dict__ or slots, not both");
      return nullptr;
    }
    for (const Value& member : members) {
      StrObject* member_name = vm.intern_object(member.as<StrObject>());
      auto* descriptor = vm.heap().make<MemberDescriptor>(vm.types().member_descriptor);
      descriptor->name = Value::share(member_name);
      descriptor->owner = type;
      if (is_text) {
        type->dict_offset = -1;
        descriptor->offset = 0;
      } else {
        descriptor->offset = type->instance_size = round_to_value(type->instance_size);
        type->instance_size += sizeof(Value);
      }
      dict.set(member_name, Value::adopt(descriptor));
    }
    for (std::size_t i = 0; i < bases.size(); ++i) {
      if (bases[i] == best) continue;
      wants_dict = wants_dict || (type->dict_offset == 0 && bases[i]->dict_offset != 0);
      weak = weak || (may_be_weak && takes_weak_references(vm, bases[i]));
    }
  } else if (best->dict_offset < 0 && !best->has(kHasDict)) {
    vm.raise(vm.exceptions().NotImplementedError,
             "Simul gives a class derived from str a __dict__ or slots, not both");
    return nullptr;
  }
  // Of a metaclass the instances are types, which have their own.
  if (best->is_subtype_of(vm.types().type)) wants_dict = false;
  if (wants_dict) {
    type->flags |= kHasDict;
    if (type->has(kVariableSize)) {
      type->dict_offset = -1;
    } else {
      type->instance_size = round_to_value(type->instance_size);
      type->dict_offset = static_cast<std::int32_t>(type->instance_size);
      type->instance_size += sizeof(Value);
    }
  }
  if (wants_dict) add_getter(vm, type, dict_getter());
  const bool shows =
      maker == nullptr || static_cast<Frame*>(maker)->code->kind != FrameKind::kHidden;
  if (weak && shows) add_getter(vm, type, {"__weakref__", first_weak_reference});
  if (dict.get(names.__doc__) == nullptr) dict.set(names.__doc__, Value::none());
  if (dict.get(names.__eq__) != nullptr && dict.get(names.__hash__) == nullptr)
    dict.set(names.__hash__, Value::none());
  if (type->dict_offset > 0 && type->native_size == sizeof(Container) &&
      type->instance_size == round_to_value(sizeof(Container)) + sizeof(Value)) {
    type->shared_keys = SharedKeysRef::make();
  }
  type->version = ++Vm::Internals::type_version(vm);
  for (Type* base : bases) base->subclasses.push_back(type);
  fix_slots(vm, type);
  type->mro_tuple =
      mro_of(vm, *type);  // which has the class itself: it lives until it is collected
  return owner.leak() != 0 ? type : nullptr;
}

// --- class statement and type()
// -----------------------------------------------------------------------------------------

namespace {

Type* winner(Vm& vm, Type* metatype, const std::vector<Value>& bases) {
  for (const Value& base : bases) {
    Type* meta = vm.type_of(base);
    if (metatype->is_subtype_of(meta)) continue;
    if (meta->is_subtype_of(metatype)) {
      metatype = meta;
      continue;
    }
    vm.raise_type_error(
        "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
        "the metaclasses of all its bases");
    return nullptr;
  }
  return metatype;
}

SIMUL_RARE Native no_cell(Vm& vm, const char* name, Value given) {
  const Value type = vm.type_value(vm.type_of(given));
  const Value shown = co_await vm.repr(type);
  co_return vm.raise_type_error(cat(name, " must be a nonlocal cell, not ", vm.text(shown)));
}

// type(name, bases, namespace, **keywords).
// A metaclass's mro() is asked, and an order that is not type's own is refused.
SIMUL_RARE Native ask_for_order(Vm& vm, Value cls) {
  const Value* own = vm.lookup(vm.type_of(cls), vm.name("mro"));
  if (own == nullptr || !vm.is_exactly(*own, vm.types().function)) co_return Value::none();
  const Value given = co_await call_special(vm, cls, vm.name("mro"), CallArgs(nullptr, 0));
  const Value order = co_await vm.to_list(given);
  const std::vector<Value>& items = order.as<ListObject>()->items;
  const std::vector<Type*>& mro = cls.as<Type>()->mro;
  bool same = items.size() == mro.size();
  for (std::size_t i = 0; same && i < mro.size(); ++i) same = items[i].is(Value::share(mro[i]));
  if (same) co_return Value::none();
  co_return vm.raise(vm.exceptions().NotImplementedError,
                     "Simul orders the bases of a class as type.mro() does: it cannot follow a "
                     "metaclass's mro() that gives another order");
}

SIMUL_RARE Native new_class(Vm& vm, Type* metatype, OwnedArgs args) {
  Names& names = Vm::Internals::names_of(vm);
  if (!vm.is_str(args[0])) {
    co_return vm.raise_type_error(
        cat("type.__new__() argument 1 must be str, not ", vm.type_name(args[0])));
  }
  if (!vm.is_kind_of(args[1], vm.types().tuple)) {
    co_return vm.raise_type_error(
        cat("type.__new__() argument 2 must be tuple, not ", vm.type_name(args[1])));
  }
  if (!vm.is_kind_of(args[2], vm.types().dict)) {
    co_return vm.raise_type_error(
        cat("type.__new__() argument 3 must be dict, not ", vm.type_name(args[2])));
  }
  if (vm.text(args[0]).find('\0') != std::string_view::npos)
    co_return vm.raise_value_error("type name must not contain null characters");
  if (const Value* own = args[2].as<DictObject>()->table.get(vm.name("__qualname__"));
      own != nullptr && !vm.is_str(*own)) {
    co_return vm.raise_type_error(cat("type __qualname__ must be a str, not ", vm.type_name(*own)));
  }
  const TupleObject* base_tuple = args[1].as<TupleObject>();
  std::vector<Value> bases(base_tuple->begin(), base_tuple->end());
  for (const Value& base : bases) {
    if (!vm.is_kind_of(base, vm.types().type) && has_special(vm, base, names.__mro_entries__))
      co_return vm.raise_type_error(
          "type() doesn't support MRO entry resolution; use types.new_class()");
  }
  Type* meta = winner(vm, metatype, bases);
  if (meta == nullptr) co_return Raised{};
  if (meta != metatype) {
    // type(...) with bases of another metaclass: that one's own way of making classes.
    const Value* own = vm.lookup(meta, vm.name("__new__"));
    const Value* plain = vm.lookup(vm.types().type, vm.name("__new__"));
    if (own != nullptr && plain != nullptr && !own->is(*plain)) {
      Value maker = co_await vm.get_attr(vm.type_value(meta), "__new__");
      std::vector<Value> values = {vm.type_value(meta)};
      values.insert(values.end(), args.values.begin(), args.values.end());
      co_return vm.call(
          maker,
          CallArgs(
              values.data(), args.count + 1, args.names ? args.names.as<TupleObject>() : nullptr));
    }
  }
  Value cell;
  if (const Value* found = args[2].as<DictObject>()->table.get(names.__classcell__)) {
    cell = *found;
    if (!vm.is_exactly(cell, vm.types().cell)) co_return no_cell(vm, "__classcell__", cell);
  }
  // What annotations in the class look names up in.
  Value dict_cell;
  if (const Value* found = args[2].as<DictObject>()->table.get(vm.name("__classdictcell__"))) {
    dict_cell = *found;
    if (!vm.is_exactly(dict_cell, vm.types().cell))
      co_return no_cell(vm, "__classdictcell__", dict_cell);
  }
  Value slots;
  if (const Value* listed = args[2].as<DictObject>()->table.get(names.__slots__)) {
    const Value given = *listed;
    const bool refused = std::any_of(bases.begin(), bases.end(), [&](const Value& base) {
      return !vm.is_kind_of(base, vm.types().type) ||
             (base.as<Type>()->flags & (kUserClass | kSubclassable)) == 0;
    });
    if (refused) {
      // The base is named first.
    } else if (vm.is_str(given)) {
      slots = vm.tuple({given});
    } else {
      slots = co_await call_with(vm, vm.type_value(vm.types().tuple), given);
    }
  }
  Type* made = make_class(vm, meta, args[0], bases, args[2], slots);
  if (made == nullptr) co_return Raised{};
  Value cls = Value::adopt(made);
  if (cell) made->dict->table.erase(names.__classcell__);
  if (dict_cell) made->dict->table.erase(vm.name("__classdictcell__"));
  if (cell) cell.as<CellObject>()->content = cls;
  if (dict_cell) dict_cell.as<CellObject>()->content = Value::share(made->dict);
  if (meta != vm.types().type) co_await ask_for_order(vm, cls);
  std::vector<std::pair<Value, Value>> attributes;
  for (const Table::Entry& entry : made->dict->table.entries()) {
    if (entry.key && entry.value.is_object()) attributes.emplace_back(entry.key, entry.value);
  }
  for (auto& [key, value] : attributes) {
    if (!has_special(vm, value, names.__set_name__)) continue;
    const Value pair[] = {cls, key};
    Attempt set =
        co_await vm.attempt(call_special(vm, value, names.__set_name__, CallArgs(pair, 2)));
    if (!set.ok()) {
      Value note = vm.str(cat("Error calling __set_name__ on '",
                              vm.type_name(value),
                              "' instance '",
                              vm.text(key),
                              "' in '",
                              made->name,
                              "'"));
      Attempt noted = co_await vm.attempt(call_method_with(vm, set.exception, "add_note", note));
      co_return vm.raise_exception(std::move(set.exception));
    }
  }
  // super(cls, cls).__init_subclass__(**keywords)
  const Value* init = nullptr;
  for (std::size_t i = 1; i < made->mro.size() && init == nullptr; ++i) {
    init = made->mro[i]->dict->table.get(names.__init_subclass__);
  }
  const bool bound = init != nullptr && vm.is_exactly(*init, vm.types().classmethod);
  const bool wrapped = bound || (init != nullptr && vm.is_exactly(*init, vm.types().staticmethod));
  if (wrapped || (init != nullptr && vm.is_exactly(*init, vm.types().function))) {
    Value function = wrapped ? init->as<WrappedMethod>()->function : *init;
    std::vector<Value> values;
    if (bound) values.push_back(cls);
    values.insert(values.end(),
                  args.values.begin() + static_cast<std::ptrdiff_t>(args.count),
                  args.values.end());
    co_await vm.call(
        function,
        CallArgs(
            values.data(), bound ? 1 : 0, args.names ? args.names.as<TupleObject>() : nullptr));
  } else if (args.names && args.names.as<TupleObject>()->size > 0) {
    co_return vm.raise_type_error(
        cat(made->qualname, ".__init_subclass__() takes no keyword arguments"));
  }
  co_return cls;
}

SIMUL_RARE Native run_build_class(Vm& vm, OwnedArgs args) {
  Names& names = Vm::Internals::names_of(vm);
  Value function = args[0];
  Value name = args[1];
  std::vector<Value> bases(args.values.begin() + 2,
                           args.values.begin() + static_cast<std::ptrdiff_t>(args.count));
  Value meta;
  std::vector<Value> keyword_names, keyword_values;
  const CallArgs view = args.view();
  for (std::size_t i = 0; i < view.keywords(); ++i) {
    if (view.keyword_name(i) == names.metaclass) {
      meta = view.keyword_value(i);
    } else {
      keyword_names.push_back(Value::share(view.keyword_name(i)));
      keyword_values.push_back(view.keyword_value(i));
    }
  }
  Value original_bases;
  {
    std::vector<Value> resolved;
    bool changed = false;
    std::vector<Value> copy = bases;
    for (const Value& base : copy) {
      if (!vm.is_kind_of(base, vm.types().type) && has_special(vm, base, names.__mro_entries__)) {
        const Value argument[] = {vm.tuple(copy)};
        Value entries =
            co_await call_special(vm, base, names.__mro_entries__, CallArgs(argument, 1));
        if (!vm.is_exactly(entries, vm.types().tuple))
          co_return vm.raise_type_error("__mro_entries__ must return a tuple");
        for (const Value& entry : *entries.as<TupleObject>()) resolved.push_back(entry);
        changed = true;
      } else {
        resolved.push_back(base);
      }
    }
    if (changed) {
      original_bases = vm.tuple(bases);
      bases = std::move(resolved);
    }
  }
  if (!meta)
    meta = bases.empty() ? vm.type_value(vm.types().type) : vm.type_value(vm.type_of(bases[0]));
  if (vm.is_kind_of(meta, vm.types().type)) {
    Type* best = winner(vm, meta.as<Type>(), bases);
    if (best == nullptr) co_return Raised{};
    meta = Value::share(best);
  }
  Value base_tuple = vm.tuple(bases);
  Value namespace_;
  Value names_tuple = keyword_names.empty() ? Value() : vm.tuple(keyword_names);
  const TupleObject* keyword_tuple = names_tuple ? names_tuple.as<TupleObject>() : nullptr;
  const bool plain_type = meta.object() == vm.types().type;
  if (!plain_type) {
    Value prepare = co_await vm.find_attr(meta, names.__prepare__);
    if (prepare) {
      std::vector<Value> values = {name, base_tuple};
      values.insert(values.end(), keyword_values.begin(), keyword_values.end());
      namespace_ = co_await vm.call(prepare, CallArgs(values.data(), 2, keyword_tuple));
      if (vm.type_of(namespace_)->slots.get_item == nullptr) {
        const bool of_class = vm.is_kind_of(meta, vm.types().type);
        co_return vm.raise_type_error(cat(
            of_class ? std::string_view(meta.as<Type>()->name) : std::string_view("<metaclass>"),
            ".__prepare__() must return a mapping, not ",
            vm.type_name(namespace_)));
      }
    }
  }
  if (!namespace_) namespace_ = vm.dict();
  Frame* frame = Vm::Internals::make_frame(vm,
                                           function.as<FunctionObject>()->code,
                                           function.as<FunctionObject>(),
                                           function.as<FunctionObject>()->globals);
  frame->namespace_ = namespace_;
  Value cell = co_await Vm::Internals::enter(vm, frame);
  if (original_bases) {
    if (vm.is_exactly(namespace_, vm.types().dict))
      namespace_.as<DictObject>()->table.set(names.__orig_bases__, original_bases);
    else
      co_await vm.set_item(namespace_, Value::share(names.__orig_bases__), original_bases);
  }
  std::vector<Value> values = {name, base_tuple, namespace_};
  values.insert(values.end(), keyword_values.begin(), keyword_values.end());
  Value cls = co_await vm.call(meta, CallArgs(values.data(), 3, keyword_tuple));
  if (!vm.is_kind_of(cls, vm.types().type) || !vm.is_exactly(cell, vm.types().cell) ||
      cell.as<CellObject>()->content.is(cls))
    co_return cls;
  Value shown_name = co_await vm.repr(name);
  Value shown_class = co_await vm.repr(cls);
  const Value content = cell.as<CellObject>()->content;
  if (!content) {
    co_return vm.raise(vm.exceptions().RuntimeError,
                       cat("__class__ not set defining ",
                           vm.text(shown_name),
                           " as ",
                           vm.text(shown_class),
                           ". Was __classcell__ propagated to type.__new__?"));
  }
  Value shown_content = co_await vm.repr(content);
  co_return vm.raise_type_error(cat("__class__ set to ",
                                    vm.text(shown_content),
                                    " defining ",
                                    vm.text(shown_name),
                                    " as ",
                                    vm.text(shown_class)));
}

}  // namespace

Answer build_class(Vm& vm, const CallArgs& args) {
  if (args.size() < 2) return vm.raise_type_error("__build_class__: not enough arguments");
  return run_build_class(vm, OwnedArgs(args));
}

Answer type_create(Vm& vm, Type* metatype, const CallArgs& args) {
  if (args.size() != 3) return vm.raise_type_error("type() takes 1 or 3 arguments");
  return new_class(vm, metatype, OwnedArgs(args));
}

// --- calling a class
// ------------------------------------------------------------------------------------------------------

namespace {

Native construct(Vm& vm, Value cls, OwnedArgs args) {
  Type* type = cls.as<Type>();
  Value object = co_await type->slots.create(vm, type, args.view());
  if (!vm.is_kind_of(object, type)) co_return object;
  Type* actual = vm.type_of(object);
  if (actual->slots.init == nullptr) co_return object;
  Value nothing = co_await actual->slots.init(vm, object, args.view());
  if (!nothing.is_none()) {
    co_return vm.raise_type_error(
        cat("__init__() should return None, not '", vm.type_name(nothing), "'"));
  }
  co_return object;
}

Native initialise(Vm& vm, Value object, OwnedArgs args) {
  Value nothing = co_await vm.type_of(object)->slots.init(vm, object, args.view());
  if (!nothing.is_none()) {
    co_return vm.raise_type_error(
        cat("__init__() should return None, not '", vm.type_name(nothing), "'"));
  }
  co_return object;
}

}  // namespace

Answer type_call(Vm& vm, const Value& self, const CallArgs& args) {
  Type* type = self.as<Type>();
  if (type->is_exception && !type->has(kAbstract)) {
    Value made = Vm::Internals::plain_exception(vm, type, args);
    if (made) return made;
  }
  if (type == vm.types().type && args.keywords() == 0) {
    if (args.size() == 1) return vm.type_value(vm.type_of(args[0]));
    if (args.size() != 3) return vm.raise_type_error("type() takes 1 or 3 arguments");
  }
  if (type->slots.create == nullptr || type->has(kAbstract)) {
    return vm.raise_type_error(cat("cannot create '", type->name, "' instances"));
  }
  if (type->slots.create == user_create || type->is_subtype_of(vm.types().type)) {
    return construct(vm, self, OwnedArgs(args));
  }
  if (type->slots.init == nullptr) return type->slots.create(vm, type, args);
  const Types& types = vm.types();
  // Nothing that an __init__ could wait for.
  if (args.total() == 0 && (type == types.list || type == types.dict || type == types.set)) {
    vm.budget -= 2;
    return type->slots.create(vm, type, args);
  }
  if (type == types.list && args.total() == 1 && args.size() == 1 &&
      (vm.is_exactly(args[0], types.list) || vm.is_exactly(args[0], types.tuple))) {
    vm.budget -= 2;
    Value made = type->slots.create(vm, type, args).take();
    if (type->slots.init(vm, made, args).raised()) return Raised{};
    return made;
  }
  if (type->slots.create != object_create && !type->is_exception)
    return construct(vm, self, OwnedArgs(args));
  Answer made = type->slots.create(vm, type, args);
  if (!made.has_value()) return made;
  if (type->slots.init == vm.exceptions().BaseException->slots.init) {
    // That one asks no Python code, so there is nothing to wait for. It looks at keywords only,
    // when the arguments have been taken already.
    if (args.keywords() == 0 && type->slots.create == vm.exceptions().BaseException->slots.create)
      return made;
    const Value exception = made.take();
    if (type->slots.init(vm, exception, args).raised()) return Raised{};
    return exception;
  }
  return initialise(vm, made.take(), OwnedArgs(args));
}

Answer object_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.total() > 0 && cls->slots.create == user_create) {
    return vm.raise_type_error(
        "object.__new__() takes exactly one argument (the type to instantiate)");
  }
  if (args.total() > 0 && cls->slots.init == nullptr) {
    return vm.raise_type_error(cat(cls->name, "() takes no arguments"));
  }
  if (const Value* abstract = cls->dict->table.get(Vm::Internals::names_of(vm).__abstractmethods__);
      abstract != nullptr && abstract->is_object() &&
      vm.is_kind_of(*abstract, vm.types().frozenset) && !abstract->as<SetObject>()->table.empty()) {
    std::vector<std::string> missing;
    for (const Table::Entry& entry : abstract->as<SetObject>()->table.entries()) {
      if (entry.key) missing.emplace_back(vm.text(entry.key));
    }
    sort_stably(missing);
    std::string list;
    for (const std::string& each : missing) list += (list.empty() ? "'" : ", '") + each + "'";
    return vm.raise_type_error(cat("Can't instantiate abstract class ",
                                   cls->name,
                                   " without an implementation for abstract method",
                                   missing.size() == 1 ? " " : "s ",
                                   list));
  }
  if (cls->shared_keys) cls->shared_keys->instance_made();
  return Value::adopt(vm.instantiate<Container>(cls));
}

Answer object_init(Vm& vm, const Value& self, const CallArgs& args) {
  if (args.total() > 0) {
    const Type* type = vm.type_of(self);
    if (type->slots.init == user_init) {
      return vm.raise_type_error(
          "object.__init__() takes exactly one argument (the instance to initialize)");
    }
    if (type->slots.create == object_create)
      return vm.raise_type_error(
          cat(type->name, ".__init__() takes exactly one argument (the instance to initialize)"));
  }
  return Value::none();
}

Value* Vm::dict_slot(Object* object) const {
  const Type* type = object->type;
  if (type->dict_offset == 0) return nullptr;
  char* base = reinterpret_cast<char*>(object);
  if (type->dict_offset > 0) return reinterpret_cast<Value*>(base + type->dict_offset);
  return reinterpret_cast<Value*>(base + round_to_value(type->slots.size_of(object)));
}

DictObject* Vm::instance_dict(const Value& object, bool make) {
  if (!object.is_object()) return nullptr;
  if (is_exactly(object, types_.module)) return object.as<ModuleObject>()->dict.as<DictObject>();
  Value* slot = dict_slot(object.object());
  if (slot == nullptr) return nullptr;
  const Type* type = object.object()->type;
  if (type->dict_offset < 0 && !type->has(kHasDict)) return nullptr;  // only slots: member_slot()
  if (!*slot && make) {
    *slot = dict();
    const bool own = (object.object()->bits & kDetachedBit) == 0;
    slot->as<DictObject>()->table.share(object.object()->type->shared_keys, own);
  }
  return *slot ? slot->as<DictObject>() : nullptr;
}

}  // namespace simul::vm

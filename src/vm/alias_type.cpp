// alias_type.cpp - list[int] and int | None: CPython's Objects/genericaliasobject.c and
// unionobject.c. What has type variables in it is asked of the library (typing).
#include "vm/alias_type.hpp"

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"
#include "vm/traverse.hpp"

namespace simul::vm {

// int | None: an alias of its parts without origin, each once.
Answer union_of(Vm& vm, const Value& a, const Value& b) {
  std::vector<Value> parts;
  const auto add = [&](const Value& part) {
    const Value each = part.is_none() ? vm.type_value(vm.types().none_type) : part;
    for (const Value& known : parts) {
      if (known.is(each)) return;
    }
    parts.push_back(each);
  };
  for (const Value* side : {&a, &b}) {
    if (Vm::Internals::is_union(vm, *side)) {
      for (const Value& each : *side->as<GenericAlias>()->args.as<TupleObject>()) add(each);
    } else {
      add(*side);
    }
  }
  if (parts.size() == 1) return parts[0];
  auto* alias = vm.heap().make<StarrableAlias>(Vm::Internals::union_type_of(vm));
  alias->args = vm.tuple(std::move(parts));
  return Value::adopt(alias);
}

Answer type_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  auto fits = [&vm](const Value& v) {
    return v.is_none() || vm.is_kind_of(v, vm.types().type) ||
           vm.is_exactly(v, vm.types().generic_alias) || Vm::Internals::is_union(vm, v);
  };
  if (op != BinaryOp::kOr || !fits(a) || !fits(b)) return Value::not_implemented();
  return union_of(vm, a, b);
}

Answer class_get_item(Vm& vm, const CallArgs& args) {
  auto* alias = vm.heap().make<StarrableAlias>(vm.types().generic_alias);
  alias->origin = args[0];
  alias->args = vm.is_exactly(args[1], vm.types().tuple) ? args[1] : vm.tuple({args[1]});
  return Value::adopt(alias);
}

namespace {

Native alias_equal(Vm& vm, Value a, Value b, bool negate) {
  const Value left = a.as<GenericAlias>()->args, right = b.as<GenericAlias>()->args;
  bool same = a.as<StarrableAlias>()->starred == b.as<StarrableAlias>()->starred;
  if (a.as<GenericAlias>()->origin) {
    Value origins = co_await vm.equal(a.as<GenericAlias>()->origin, b.as<GenericAlias>()->origin);
    same = same && origins.is_true();
    if (same) {
      Value args = co_await vm.equal(left, right);
      same = args.is_true();
    }
  } else {
    // A union's parts have no order.
    same = left.as<TupleObject>()->size == right.as<TupleObject>()->size;
    for (std::size_t i = 0; same && i < left.as<TupleObject>()->size; ++i) {
      const Value part = left.as<TupleObject>()->items()[i];
      Value found = co_await vm.contains(right, part);
      same = found.is_true();
    }
  }
  co_return Value::boolean(same != negate);
}
Answer alias_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if ((op != CompareOp::kEq && op != CompareOp::kNe) || vm.type_of(a) != vm.type_of(b))
    return Value::not_implemented();
  return alias_equal(vm, a, b, op == CompareOp::kNe);
}
Native alias_hash_slowly(Vm& vm, Value self) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < self.as<GenericAlias>()->args.as<TupleObject>()->size; ++i) {
    const Value part = self.as<GenericAlias>()->args.as<TupleObject>()->items()[i];
    Value hash = co_await vm.hash(part);
    std::int64_t number = 0;
    vm.to_int64(hash, number);
    sum ^= number;
  }
  co_return vm.integer((sum ^ 0x5bd1) & 0x1fffffffffffffff);
}
Answer alias_hash(Vm& vm, const Value& self) {
  return alias_hash_slowly(vm, self);
}

// A class by its name, and everything else by its repr(), but a function.
Native part_text(Vm& vm, Value part) {
  if (part.is_ellipsis()) co_return vm.str("...");
  if (vm.is_kind_of(part, vm.types().type)) {
    const Type* type = part.as<Type>();
    const std::string_view module =
        type->module && vm.is_str(type->module) ? vm.text(type->module) : "builtins";
    co_return vm.str(module == "builtins" ? type->qualname : cat(module, ".", type->qualname));
  }
  if (vm.is_exactly(part, vm.types().function)) {
    Value module = co_await vm.get_attr(part, vm.name("__module__"));
    Value name = co_await vm.get_attr(part, vm.name("__qualname__"));
    if (vm.is_str(module) && vm.is_str(name))
      co_return vm.str(cat(vm.text(module), ".", vm.text(name)));
  }
  co_return vm.repr(part);
}

Native alias_repr_slowly(Vm& vm, Value self) {
  const Value origin = self.as<GenericAlias>()->origin;
  std::string text;
  if (origin) {
    if (self.as<StarrableAlias>()->starred) text = "*";
    Value name = co_await part_text(vm, origin);
    text += vm.text(name);
    text += "[";
  }
  const Value args = self.as<GenericAlias>()->args;
  for (std::size_t i = 0; i < args.as<TupleObject>()->size; ++i) {
    const Value each = args.as<TupleObject>()->items()[i];
    if (i > 0) text += origin ? ", " : " | ";
    if (!origin && each.object() == vm.types().none_type) {
      text += "None";
    } else if (origin && vm.is_exactly(each, vm.types().list)) {
      text += "[";
      for (std::size_t k = 0; k < each.as<ListObject>()->items.size(); ++k) {
        const Value inner = each.as<ListObject>()->items[k];
        Value part = co_await part_text(vm, inner);
        if (k > 0) text += ", ";
        text += vm.text(part);
      }
      text += "]";
    } else {
      Value part = co_await part_text(vm, each);
      text += vm.text(part);
    }
  }
  if (origin) text += args.as<TupleObject>()->size == 0 ? "()]" : "]";
  co_return vm.str(text);
}
Answer alias_repr(Vm& vm, const Value& self) {
  return alias_repr_slowly(vm, self);
}
Answer alias_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.size() != 2)
    return vm.raise_type_error(cat("GenericAlias expected 2 arguments, got ", args.size()));
  auto* alias = vm.heap().make<StarrableAlias>(vm.types().generic_alias);
  alias->origin = args[0];
  alias->args = vm.is_exactly(args[1], vm.types().tuple) ? args[1] : vm.tuple({args[1]});
  return Value::adopt(alias);
}
// What is made by list[int]() remembers it, if it can remember anything.
Native alias_call_slowly(Vm& vm, Value self, OwnedArgs args) {
  Value made = co_await vm.call(self.as<GenericAlias>()->origin, args.view());
  if (vm.type_of(made)->slots.set_attr == nullptr && made.is_object()) {
    DictObject* dict = vm.instance_dict(made, true);
    if (dict != nullptr) dict->table.set(vm.name("__orig_class__"), self);
  }
  co_return made;
}
Answer alias_call(Vm& vm, const Value& self, const CallArgs& args) {
  const Value origin = self.as<GenericAlias>()->origin;
  if (!origin) return vm.raise_type_error("'types.UnionType' object is not callable");
  if (vm.is_kind_of(origin, vm.types().type) && origin.as<Type>()->has(kUserClass))
    return alias_call_slowly(vm, self, OwnedArgs(args));
  return vm.call(origin, args);
}

// What the library knows: typing's function of that name, of the alias and one thing more.
Native ask_typing(Vm& vm, const char* function, Value self, Value argument) {
  const Value module = co_await vm.import_module(vm.name("typing"));
  const Value asked = co_await vm.get_attr(module, vm.name(function));
  const Value given[] = {self, argument};
  co_return vm.call(asked, CallArgs(given, 2));
}
Answer alias_get_item(Vm& vm, const Value& self, const Value& key) {
  return ask_typing(vm, "_alias_subscript", self, key);
}
Answer alias_get_attr(Vm& vm, const Value& self, StrObject* name) {
  const auto* alias = self.as<GenericAlias>();
  const std::string_view text = name->text();
  if (text == "__origin__" && alias->origin) return alias->origin;
  if (text == "__args__") return alias->args;
  if (text == "__parameters__") return ask_typing(vm, "_alias_parameters", self, Value::none());
  if (text == "__unpacked__" && alias->origin)
    return Value::boolean(static_cast<const StarrableAlias*>(alias)->starred);
  const bool own = text == "__class__" || text == "__mro_entries__" || text == "__reduce__" ||
                   text == "__reduce_ex__" || text == "__copy__" || text == "__deepcopy__";
  if (alias->origin && !own) return vm.get_attr(alias->origin, name);
  return generic_get_attr(vm, self, name);
}
// *tuple[int, str]
Answer alias_iter(Vm& vm, const Value& self) {
  auto* starred = vm.heap().make<StarrableAlias>(vm.types().generic_alias);
  starred->origin = self.as<GenericAlias>()->origin;
  starred->args = self.as<GenericAlias>()->args;
  starred->starred = true;
  return vm.iter(vm.tuple({Value::adopt(starred)}));
}
Answer alias_mro_entries(Vm& vm, const CallArgs& args) {
  return vm.tuple({args[0].as<GenericAlias>()->origin});
}
Answer alias_instancecheck(Vm& vm, const CallArgs&) {
  return vm.raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}
Answer alias_subclasscheck(Vm& vm, const CallArgs&) {
  return vm.raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}
void alias_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<GenericAlias*>(object)->origin);
  visitor.visit(static_cast<GenericAlias*>(object)->args);
}

}  // namespace

void install_aliases(Vm& vm) {
  Vm::Internals::union_type_of(vm) =
      vm.make_type({.name = "UnionType",
                    .module = "types",
                    .instance_size = sizeof(StarrableAlias),
                    .flags = kAbstract,
                    .slots = {.destroy = destroy_as<StarrableAlias>,
                              .traverse = alias_traverse,
                              .repr = alias_repr,
                              .hash = alias_hash,
                              .compare = alias_compare,
                              .get_attr = alias_get_attr,
                              .call = alias_call,
                              .get_item = alias_get_item,
                              .binary = type_binary,
                              .binary_mask = op_bit(BinaryOp::kOr)}});
  vm.define(vm.types().generic_alias,
            {.name = "GenericAlias",
             .module = "types",
             .instance_size = sizeof(StarrableAlias),
             .slots = {.destroy = destroy_as<StarrableAlias>,
                       .traverse = alias_traverse,
                       .repr = alias_repr,
                       .hash = alias_hash,
                       .compare = alias_compare,
                       .get_attr = alias_get_attr,
                       .call = alias_call,
                       .iter = alias_iter,
                       .get_item = alias_get_item,
                       .binary = type_binary,
                       .binary_mask = op_bit(BinaryOp::kOr),
                       .create = alias_create},
             .methods = {{"__mro_entries__", alias_mro_entries, 1, 1},
                         {"__instancecheck__", alias_instancecheck, 1, 1},
                         {"__subclasscheck__", alias_subclasscheck, 1, 1}}});
}

}  // namespace simul::vm

// How groups are made, split and put together again.
#include "vm/exception_groups.hpp"

#include <algorithm>
#include <cstddef>

#include "vm/alias_type.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/interpreter.hpp"

namespace simul::vm {
namespace {

ExceptionObject* self_of(const Value& value) {
  return value.as<ExceptionObject>();
}

}  // namespace

Answer check_group(Vm& vm, Type*& type, const CallArgs& args) {
  if (args.size() != 2) {
    return vm.raise_type_error(
        cat("BaseExceptionGroup.__new__() takes exactly 2 arguments (", args.size(), " given)"));
  }
  if (!vm.is_str(args[0]))
    return vm.raise_type_error(
        cat("BaseExceptionGroup.__new__() argument 1 must be str, not ", vm.type_name(args[0])));
  if (vm.is_str(args[1]))
    return vm.raise_value_error(vm.text(args[1]).empty()
                                    ? "second argument (exceptions) must be a non-empty sequence"
                                    : "Item 0 of second argument (exceptions) is not an exception");
  const bool list = vm.is_kind_of(args[1], vm.types().list);
  if (!list && !vm.is_kind_of(args[1], vm.types().tuple)) {
    return vm.raise_type_error("second argument (exceptions) must be a sequence");
  }
  std::vector<Value> items = list ? args[1].as<ListObject>()->items
                                  : std::vector<Value>(args[1].as<TupleObject>()->begin(),
                                                       args[1].as<TupleObject>()->end());
  if (items.empty())
    return vm.raise_value_error("second argument (exceptions) must be a non-empty sequence");
  bool base = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!vm.type_of(items[i])->is_exception) {
      return vm.raise_value_error(
          cat("Item ", i, " of second argument (exceptions) is not an exception"));
    }
    if (!vm.is_kind_of(items[i], vm.exceptions().Exception)) base = true;
  }
  if (type == vm.exceptions().BaseExceptionGroup && !base) {
    type = vm.exceptions().ExceptionGroup;
  } else if (base && type == vm.exceptions().ExceptionGroup) {
    return vm.raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (base && type->is_subtype_of(vm.exceptions().Exception)) {
    return vm.raise_type_error(cat("Cannot nest BaseExceptions in '", type->name, "'"));
  }
  return Value::none();
}

namespace {

Native derive_like(Vm& vm, Value group, std::vector<Value> parts) {
  Value made = co_await call_method_with(vm, group, "derive", vm.list(std::move(parts)));
  if (!vm.is_kind_of(made, vm.exceptions().BaseExceptionGroup)) {
    co_return vm.raise_type_error("derive must return an instance of BaseExceptionGroup");
  }
  auto* to = self_of(made);
  const auto* from = self_of(group);
  to->traceback = from->traceback;
  to->context = from->context;
  to->cause = from->cause;
  to->suppress_context = true;  // as always when a cause is set, be it none
  DictObject* dict = vm.instance_dict(group, false);
  StrObject* name = Vm::Internals::names_of(vm).__notes__;
  if (dict != nullptr && dict->table.get(name) != nullptr &&
      vm.type_of(*dict->table.get(name))->slots.get_item != nullptr) {
    Value notes = co_await vm.to_list(*dict->table.get(name));
    vm.instance_dict(made, true)->table.set(name, notes);
  }
  co_return made;
}

Native matches_condition(Vm& vm, Value exception, Value condition) {
  if (vm.is_kind_of(condition, vm.types().type) || vm.is_kind_of(condition, vm.types().tuple)) {
    co_return vm.is_instance(exception, condition);
  }
  Value answer = co_await call_with(vm, condition, exception);
  co_return vm.truth(answer);
}

}  // namespace

// (rest, match) of a group under a condition, with None for what is empty; without `with_rest` only
// the match is made.
static Native parts_of_group(Vm& vm, Value group, Value condition, bool with_rest) {
  Value whole = co_await matches_condition(vm, group, condition);
  if (whole.is_true()) co_return vm.tuple({Value::none(), group});
  std::vector<Value> rest, match;
  const Value items = self_of(group)->second;
  for (const Value& each : *items.as<TupleObject>()) {
    if (vm.is_kind_of(each, vm.exceptions().BaseExceptionGroup)) {
      Value pair = co_await parts_of_group(vm, each, condition, with_rest);
      const Value* parts = pair.as<TupleObject>()->items();
      if (!parts[0].is_none()) rest.push_back(parts[0]);
      if (!parts[1].is_none()) match.push_back(parts[1]);
    } else {
      Value fits = co_await matches_condition(vm, each, condition);
      (fits.is_true() ? match : rest).push_back(each);
    }
  }
  Value rest_group = Value::none(), match_group = Value::none();
  if (!match.empty()) match_group = co_await derive_like(vm, group, std::move(match));
  if (with_rest && !rest.empty()) rest_group = co_await derive_like(vm, group, std::move(rest));
  co_return vm.tuple({rest_group, match_group});
}
Native split_group(Vm& vm, Value group, Value condition) {
  return parts_of_group(vm, std::move(group), std::move(condition), true);
}

namespace {

void leaves_of(Vm& vm, const Value& exception, std::vector<Value>& out) {
  if (!vm.is_kind_of(exception, vm.exceptions().BaseExceptionGroup)) {
    out.push_back(exception);
    return;
  }
  for (const Value& each : *self_of(exception)->second.as<TupleObject>()) leaves_of(vm, each, out);
}

Native keep_leaves(Vm& vm, Value group, const std::vector<Value>* kept) {
  std::vector<Value> parts;
  const Value items = self_of(group)->second;
  for (const Value& each : *items.as<TupleObject>()) {
    if (vm.is_kind_of(each, vm.exceptions().BaseExceptionGroup)) {
      Value part = co_await keep_leaves(vm, each, kept);
      if (!part.is_none()) parts.push_back(part);
    } else if (std::any_of(
                   kept->begin(), kept->end(), [&](const Value& one) { return one.is(each); })) {
      parts.push_back(each);
    }
  }
  if (parts.empty()) co_return Value::none();
  co_return derive_like(vm, group, std::move(parts));
}

}  // namespace

// Of a group only the exceptions that are in one of `kept`, in the group's own order and nesting.
Native project_group(Vm& vm, Value group, std::vector<Value> kept) {
  std::vector<Value> leaves;
  for (const Value& each : kept) leaves_of(vm, each, leaves);
  Value part = co_await keep_leaves(vm, group, &leaves);
  co_return part;
}

namespace {

// One type, several, or a function that says so of an exception.
bool is_condition(Vm& vm, const Value& value) {
  const auto is_type = [&vm](const Value& each) {
    return vm.is_kind_of(each, vm.types().type) && each.as<Type>()->is_exception;
  };
  if (vm.is_exactly(value, vm.types().tuple)) {
    const auto* all = value.as<TupleObject>();
    if (std::all_of(all->begin(), all->end(), is_type)) return true;
  } else if (is_type(value) ||
             (vm.type_of(value)->slots.call != nullptr && !vm.is_kind_of(value, vm.types().type))) {
    return true;
  }
  vm.raise_type_error(
      "expected an exception type, a tuple of exception types, or a callable (other than a class)");
  return false;
}

Native group_split(Vm& vm, OwnedArgs args) {
  if (!is_condition(vm, args[1])) co_return Raised{};
  Value pair = co_await split_group(vm, args[0], args[1]);
  const Value* parts = pair.as<TupleObject>()->items();
  co_return vm.tuple({parts[1], parts[0]});
}
Native group_subgroup(Vm& vm, OwnedArgs args) {
  if (!is_condition(vm, args[1])) co_return Raised{};
  Value pair = co_await parts_of_group(vm, args[0], args[1], false);
  co_return pair.as<TupleObject>()->items()[1];
}
Answer group_derive(Vm& vm, const CallArgs& args) {
  return vm.call(vm.type_value(vm.exceptions().BaseExceptionGroup),
                 {self_of(args[0])->first, args[1]});
}

}  // namespace

std::vector<NativeDef> group_methods() {
  return {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
          {"split", group_split, 1, 1},
          {"subgroup", group_subgroup, 1, 1},
          {"derive", group_derive, 1, 1}};
}

}  // namespace simul::vm

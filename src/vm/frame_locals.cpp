// What f_locals of a function's frame is: names and values as they are now, and what is set there
// is set in the frame. Mirrors FrameLocalsProxy of Objects/frameobject.c (PEP 667).
//
// Always holds: a name of the function's own is in its slot; any other key lies in a dict that the
// frame has in place of a module's or class's namespace, and is seen by locals() too. In a module's
// or class's body that is within a comprehension, which is part of it, the names are those of the
// comprehension alone.
#include "vm/frame_locals.hpp"

#include <algorithm>
#include <utility>

#include "bytecode/code_object.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/internals.hpp"
#include "vm/protocols.hpp"

namespace simul::vm {
namespace {

struct FrameLocals : Container {
  Value frame;
};

constexpr const char* kCannotRemove = "cannot remove local variables from FrameLocalsProxy";

void locals_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<FrameLocals*>(object)->frame);
}

bool is_proxy(Vm& vm, const Value& value) {
  return vm.is_exactly(value, vm.types().frame_locals);
}
Frame* frame_of(const Value& self) {
  return self.as<FrameLocals>()->frame.as<Frame>();
}

// Where a name has its value: the slot, or the cell that is in it.
Value* place(Vm& vm, Frame* frame, std::size_t index) {
  Value* slot = &frame->slots()[index];
  const bool celled =
      (frame->code->code->local_kinds[index] & (bytecode::kCell | bytecode::kFree)) != 0;
  return celled && *slot && vm.is_exactly(*slot, vm.types().cell) ? &slot->as<CellObject>()->content
                                                                  : slot;
}

// The place of a name of the function's own; null: it is none, or the frame is over.
Value* place(Vm& vm, Frame* frame, const Value& key) {
  if (frame->cleared || !vm.is_str(key)) return nullptr;
  const std::string_view name = vm.text(key);
  const auto& names = frame->code->local_names;
  for (std::size_t index = 0; index < names.size(); ++index)
    if (names[index]->text() == name) return place(vm, frame, index);
  return nullptr;
}

bool is_function(const Frame* frame) {
  return (frame->code->code->flags & bytecode::kOptimized) != 0;
}
// Of a body that is no function: is it a name of a comprehension, and not one of an outer function
// or what a class's methods reach their class by?
bool is_of_comprehension(const Frame* frame, std::size_t index) {
  return (frame->code->code->local_kinds[index] & bytecode::kFree) == 0 &&
         !frame->code->local_names[index]->text().starts_with("__class");
}
// Has it names in slots? A body that is within no comprehension has none.
bool has_slots(Vm& vm, Frame* frame) {
  if (is_function(frame)) return true;
  for (std::size_t i = 0; i < frame->code->local_names.size() && !frame->cleared; ++i)
    if (*place(vm, frame, i) && is_of_comprehension(frame, i)) return true;
  return false;
}

Table& table_of(const Value& dict) {
  return dict.as<DictObject>()->table;
}

Value names_now(Vm& vm, Frame* frame) {
  Value dict = vm.dict();
  Table& table = table_of(dict);
  for (std::size_t i = 0; i < frame->code->local_names.size() && !frame->cleared; ++i)
    if (const Value& value = *place(vm, frame, i)) table.set(frame->code->local_names[i], value);
  if (frame->namespace_ && is_function(frame)) table.copy_from(table_of(frame->namespace_));
  return dict;
}
Value snapshot(Vm& vm, const Value& self) {
  return names_now(vm, frame_of(self));
}
Native missing(Vm& vm, Value key) {
  Value shown = co_await vm.repr(key);
  co_return vm.raise(vm.exceptions().KeyError,
                     cat("local variable '", vm.text(shown), "' is not defined"));
}

Native get_slowly(Vm& vm, Value self, Value key, Value otherwise) {
  const Value all = snapshot(vm, self);
  Value there = co_await vm.contains(all, key);
  if (there.is_true()) co_return co_await vm.get_item(all, key);
  if (otherwise) co_return otherwise;
  co_return co_await missing(vm, key);
}
Answer get_item(Vm& vm, const Value& self, const Value& key) {
  if (const Value* found = place(vm, frame_of(self), key); found != nullptr && *found)
    return *found;
  return get_slowly(vm, self, key, {});
}

Answer remove(Vm& vm, const Value& self, const Value& key) {
  Frame* const frame = frame_of(self);
  if (place(vm, frame, key) != nullptr) return vm.raise(vm.exceptions().ValueError, kCannotRemove);
  if (!is_function(frame) || !frame->namespace_) return vm.raise(vm.exceptions().KeyError, key);
  return vm.set_item(frame->namespace_, key, {});
}
Answer set_item(Vm& vm, const Value& self, const Value& key, const Value& value) {
  if (!value) return remove(vm, self, key);
  Frame* const frame = frame_of(self);
  if (Value* const found = place(vm, frame, key); found != nullptr) {
    const Value before = std::exchange(*found, value);
    return Value::none();
  }
  if (!is_function(frame))
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul keeps no further names in f_locals of a comprehension");
  if (!frame->namespace_) frame->namespace_ = vm.dict();
  return vm.set_item(frame->namespace_, key, value);
}

Answer contains(Vm& vm, const Value& self, const Value& key) {
  return vm.contains(snapshot(vm, self), key);
}
Answer length(Vm& vm, const Value& self) {
  return Value::small(static_cast<std::intptr_t>(table_of(snapshot(vm, self)).size()));
}

// Lists, not views.
template <typename Take>
Value listed(Vm& vm, const Value& self, Take take) {
  const Value all = snapshot(vm, self);
  std::vector<Value> items;
  for (const Table::Entry& entry : table_of(all).entries())
    if (entry.key) items.push_back(take(entry));
  return vm.list(std::move(items));
}
Value key_list(Vm& vm, const Value& self) {
  return listed(vm, self, [](const Table::Entry& entry) { return entry.key; });
}
Answer keys(Vm& vm, const CallArgs& args) {
  return key_list(vm, args[0]);
}
Answer values(Vm& vm, const CallArgs& args) {
  return listed(vm, args[0], [](const Table::Entry& entry) { return entry.value; });
}
Answer items(Vm& vm, const CallArgs& args) {
  return listed(
      vm, args[0], [&vm](const Table::Entry& entry) { return vm.tuple({entry.key, entry.value}); });
}
Answer iter(Vm& vm, const Value& self) {
  return vm.iter(key_list(vm, self));
}
Answer reversed(Vm& vm, const CallArgs& args) {
  Value names = key_list(vm, args[0]);
  auto& list = names.as<ListObject>()->items;
  std::reverse(list.begin(), list.end());
  return names;
}

// `get`, `setdefault` and `pop` of a key, and of what comes in its place.
bool takes_one_or_two(Vm& vm, const CallArgs& args, const char* name) {
  if (args.size() == 2 || args.size() == 3) return true;
  if (std::string_view(name) == "pop") {
    const bool few = args.size() < 2;
    static_cast<void>(vm.raise_type_error(cat("pop expected at ",
                                              few ? "least 1 argument" : "most 2 arguments",
                                              ", got ",
                                              args.size() - 1)));
    return false;
  }
  static_cast<void>(vm.raise_type_error(cat(name, " expected 1 or 2 arguments")));
  return false;
}
Answer get(Vm& vm, const CallArgs& args) {
  if (!takes_one_or_two(vm, args, "get")) return Raised{};
  return get_slowly(vm, args[0], args[1], args.size() == 3 ? args[2] : Value::none());
}
Native set_default(Vm& vm, OwnedArgs args) {
  const Value otherwise = args.size() == 3 ? args[2] : Value::none();
  Value there = co_await contains(vm, args[0], args[1]);
  if (there.is_true()) co_return co_await get_item(vm, args[0], args[1]);
  co_await set_item(vm, args[0], args[1], otherwise);
  co_return otherwise;
}
Answer setdefault(Vm& vm, const CallArgs& args) {
  if (!takes_one_or_two(vm, args, "setdefault")) return Raised{};
  return set_default(vm, OwnedArgs(args));
}
Native pop_extra(Vm& vm, OwnedArgs args) {
  Frame* const frame = frame_of(args[0]);
  const Value extras = is_function(frame) ? frame->namespace_ : Value();
  bool there = false;
  if (extras) there = (co_await vm.contains(extras, args[1])).is_true();
  if (!there && args.size() == 3) co_return args[2];
  if (!there) co_return vm.raise(vm.exceptions().KeyError, args[1]);
  Value taken = co_await vm.get_item(extras, args[1]);
  co_await vm.set_item(extras, args[1], {});
  co_return taken;
}
Answer pop(Vm& vm, const CallArgs& args) {
  if (!takes_one_or_two(vm, args, "pop")) return Raised{};
  if (place(vm, frame_of(args[0]), args[1]) != nullptr)
    return vm.raise(vm.exceptions().ValueError, kCannotRemove);
  return pop_extra(vm, OwnedArgs(args));
}
Answer copy(Vm& vm, const CallArgs& args) {
  return snapshot(vm, args[0]);
}

bool is_mapping(Vm& vm, const Value& value) {
  return is_proxy(vm, value) || vm.is_kind_of(value, vm.types().dict);
}
// A proxy's names as they are now; a dict is itself.
Value as_dict(Vm& vm, const Value& mapping) {
  return is_proxy(vm, mapping) ? snapshot(vm, mapping) : mapping;
}
Native update_slowly(Vm& vm, Value self, Value others) {
  const std::vector<Table::Entry> entries = table_of(others).entries();
  for (const Table::Entry& entry : entries)
    if (entry.key) co_await set_item(vm, self, entry.key, entry.value);
  co_return self;
}
Native update_alone(Vm& vm, Value self, Value others) {
  co_await update_slowly(vm, std::move(self), std::move(others));
  co_return Value::none();
}
Answer update(Vm& vm, const CallArgs& args) {
  if (!is_mapping(vm, args[1]))
    return vm.raise_type_error("update() argument must be dict or another FrameLocalsProxy");
  return update_alone(vm, args[0], as_dict(vm, args[1]));
}
Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op != BinaryOp::kOr || !is_mapping(vm, a) || !is_mapping(vm, b))
    return Value::not_implemented();
  return vm.binary(op, as_dict(vm, a), as_dict(vm, b));
}
Answer inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op != BinaryOp::kOr || !is_mapping(vm, b)) return Value::not_implemented();
  return update_slowly(vm, a, as_dict(vm, b));
}

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  const bool equal_or_not = op == CompareOp::kEq || op == CompareOp::kNe;
  if (equal_or_not && is_proxy(vm, a) && is_proxy(vm, b))
    return Value::boolean((frame_of(a) == frame_of(b)) == (op == CompareOp::kEq));
  if (!equal_or_not || !is_mapping(vm, a) || !is_mapping(vm, b)) return Value::not_implemented();
  return vm.compare(as_dict(vm, a), as_dict(vm, b), op);
}

Native repr_slowly(Vm& vm, Value self) {
  const ReprGuard guard(self);
  co_return co_await vm.repr(snapshot(vm, self));
}
Answer repr(Vm& vm, const Value& self) {
  if (ReprGuard::active(self)) return vm.str("{...}");
  return repr_slowly(vm, self);
}

Answer create(Vm& vm, Type*, const CallArgs& args) {
  if (args.size() != 1)
    return vm.raise_type_error(cat("FrameLocalsProxy expected 1 argument, got ", args.size()));
  if (!vm.is_exactly(args[0], vm.types().frame))
    return vm.raise_type_error(cat("expect frame, not ", vm.type_name(args[0])));
  return frame_locals(vm, args[0].as<Frame>());
}

}  // namespace

Value locals_of(Vm& vm, Frame* frame) {
  return frame->namespace_ && !has_slots(vm, frame) ? frame->namespace_ : names_now(vm, frame);
}

Value frame_locals(Vm& vm, Frame* frame) {
  if (!has_slots(vm, frame)) return locals_of(vm, frame);
  auto* made = vm.heap().make<FrameLocals>(vm.types().frame_locals);
  made->frame = Value::share(frame);
  return Value::adopt(made);
}

void install_frame_locals(Vm& vm) {
  vm.define(vm.types().frame_locals,
            {.name = "FrameLocalsProxy",
             .instance_size = sizeof(FrameLocals),
             .flags = kUnhashable,
             .slots = {.destroy = destroy_as<FrameLocals>,
                       .traverse = locals_traverse,
                       .repr = repr,
                       .compare = compare,
                       .iter = iter,
                       .length = length,
                       .get_item = get_item,
                       .set_item = set_item,
                       .contains = contains,
                       .binary = binary,
                       .binary_mask = op_bit(BinaryOp::kOr),
                       .inplace = inplace,
                       .inplace_mask = op_bit(BinaryOp::kOr),
                       .create = create},
             .methods = {{"__reversed__", reversed, 0, 0},
                         {"copy", copy, 0, 0},
                         {"get", get},
                         {"items", items, 0, 0},
                         {"keys", keys, 0, 0},
                         {"pop", pop},
                         {"setdefault", setdefault},
                         {"update", update, 1, 1},
                         {"values", values, 0, 0}}});
}

}  // namespace simul::vm

// The type memoryview over bytes and bytearray: one dimension, format 'B'. Mirrors
// Objects/memoryobject.c for such buffers.
//
// What has more dimensions or another format says so (cast). A bytearray may be resized under a
// view, which CPython forbids with BufferError: then the view ends where the content does.
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"

namespace simul::vm {
namespace {

MemoryViewObject* view_of(const Value& value) {
  return value.as<MemoryViewObject>();
}

bool need_open(Vm& vm, const Value& self) {
  if (view_of(self)->base) return true;
  vm.raise_value_error("operation forbidden on released memoryview object");
  return false;
}

Value make_view(
    Vm& vm, const Value& base, std::int64_t start, std::int64_t count, std::int64_t step) {
  auto* view = vm.heap().make<MemoryViewObject>(vm.types().memoryview);
  view->base = base;
  view->start = start;
  view->count = count;
  view->step = step;
  return Value::adopt(view);
}

Answer create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{"memoryview", {"object"}, 1, 1};
  Value slots[1];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!is_bytes_like(vm, slots[0])) {
    return vm.raise_type_error(
        cat("memoryview: a bytes-like object is required, not '", vm.type_name(slots[0]), "'"));
  }
  if (vm.is_kind_of(slots[0], vm.types().memoryview)) {
    if (!need_open(vm, slots[0])) return Raised{};
    const auto* from = view_of(slots[0]);
    return make_view(vm, from->base, from->start, from->count, from->step);
  }
  return make_view(vm, slots[0], 0, static_cast<std::int64_t>(bytes_text(vm, slots[0]).size()), 1);
}

Answer length(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.integer(view_of(self)->count);
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  if (!need_open(vm, self)) return Raised{};
  const auto* view = view_of(self);
  if (!is_slice(vm, key) && !is_int(vm, key) && vm.type_of(key)->slots.index == nullptr)
    return vm.raise_type_error("memoryview: invalid slice key");
  const Subscript at = subscript(vm, key, view->count, "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      const auto offset = static_cast<std::size_t>(view->start + at.index * view->step);
      const std::string_view all = bytes_text(vm, view->base);
      if (offset >= all.size())
        return vm.raise(vm.exceptions().IndexError, "index out of bounds on dimension 1");
      return Value::small(static_cast<unsigned char>(all[offset]));
    }
    case Subscript::Kind::kSlice: break;
  }
  return make_view(vm,
                   view->base,
                   view->start + at.range.start * view->step,
                   at.range.count,
                   view->step * at.range.step);
}

Answer set_item(Vm& vm, const Value& self, const Value& key, const Value& item) {
  if (!need_open(vm, self)) return Raised{};
  const auto* view = view_of(self);
  if (!is_bytearray(vm, view->base)) return vm.raise_type_error("cannot modify read-only memory");
  if (!item) return vm.raise_type_error("cannot delete memory");
  std::string& content = view->base.as<ByteArrayObject>()->content;
  const Subscript at = subscript(vm, key, view->count, "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript_set(vm, self, key, item);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      if (!is_int(vm, item)) return vm.raise_type_error("memoryview: invalid type for format 'B'");
      char byte = 0;
      if (!byte_of(vm, item, byte, "memoryview: invalid value for format 'B'")) return Raised{};
      const auto offset = static_cast<std::size_t>(view->start + at.index * view->step);
      if (offset < content.size()) content[offset] = byte;
      return Value::none();
    }
    case Subscript::Kind::kSlice: break;
  }
  if (!need_bytes_like(vm, item)) return Raised{};
  const std::string with = bytes_copy(vm, item);
  if (static_cast<std::int64_t>(with.size()) != at.range.count) {
    return vm.raise_value_error(
        "memoryview assignment: lvalue and rvalue have different structures");
  }
  for (std::int64_t i = 0; i < at.range.count; ++i) {
    const auto offset = static_cast<std::size_t>(view->start + at.range.at(i) * view->step);
    if (offset < content.size()) content[offset] = with[static_cast<std::size_t>(i)];
  }
  return Value::none();
}

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (op != CompareOp::kEq && op != CompareOp::kNe) return Value::not_implemented();
  if (!is_bytes_like(vm, b) || !is_bytes_like(vm, a)) return Value::not_implemented();
  return Value::boolean((bytes_copy(vm, a) == bytes_copy(vm, b)) == (op == CompareOp::kEq));
}

Answer hash(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  if (is_bytearray(vm, view_of(self)->base))
    return vm.raise_value_error("cannot hash writable memoryview object");
  return vm.hash(vm.bytes(bytes_copy(vm, self)));
}

Answer to_bytes(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return vm.bytes(bytes_copy(vm, args[0]));
}
Answer to_list(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  const std::string bytes = bytes_copy(vm, args[0]);
  if (vm.heap().would_overflow(static_cast<std::int64_t>(bytes.size() * sizeof(Value))))
    return vm.raise_memory_error();
  std::vector<Value> items;
  items.reserve(bytes.size());
  for (char c : bytes) items.push_back(Value::small(static_cast<unsigned char>(c)));
  return vm.list(std::move(items));
}
Answer hex(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return vm.call_method(vm.bytes(bytes_copy(vm, args[0])), "hex");
}
Answer to_read_only(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return vm.raise(
      vm.exceptions().NotImplementedError,
      "Simul's memoryview has no toreadonly() yet: bytes(view) is a copy nobody can change");
}
Answer cast(Vm& vm, const CallArgs&) {
  return vm.raise(vm.exceptions().NotImplementedError,
                  "Simul's memoryview has one dimension of bytes: no cast() yet");
}
Answer release(Vm&, const CallArgs& args) {
  view_of(args[0])->base.reset();
  return Value::none();
}
Answer enter(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return args[0];
}
Answer exit(Vm&, const CallArgs& args) {
  view_of(args[0])->base.reset();
  return Value::none();
}

template <std::int64_t (*kGet)(const MemoryViewObject&)>
Answer number(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.integer(kGet(*view_of(self)));
}
std::int64_t count_of(const MemoryViewObject& view) {
  return view.count;
}
std::int64_t one(const MemoryViewObject&) {
  return 1;
}
Answer object(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return view_of(self)->base;
}
Answer read_only(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return Value::boolean(!is_bytearray(vm, view_of(self)->base));
}
Answer format(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.str("B");
}

}  // namespace

void install_memoryview(Vm& vm) {
  Slots slots = {.destroy = destroy_as<MemoryViewObject>,
                 .hash = hash,
                 .compare = compare,
                 .length = length,
                 .get_item = get_item,
                 .set_item = set_item,
                 .create = create};
  slots.sequence = true;
  vm.define(vm.types().memoryview,
            {.name = "memoryview",
             .instance_size = sizeof(MemoryViewObject),
             .slots = slots,
             .methods = {{"tobytes", to_bytes, 0, 1},
                         {"tolist", to_list, 0, 0},
                         {"hex", hex, 0, 0},
                         {"toreadonly", to_read_only, 0, 0},
                         {"cast", cast, 1, 2},
                         {"release", release, 0, 0},
                         {"__enter__", enter, 0, 0},
                         {"__exit__", exit, 0, 3}},
             .getters = {{"obj", object},
                         {"nbytes", number<count_of>},
                         {"itemsize", number<one>},
                         {"ndim", number<one>},
                         {"readonly", read_only},
                         {"format", format}}});
}

}  // namespace simul::vm

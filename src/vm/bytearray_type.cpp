// The type bytearray: the content of bytes, changed in place. Mirrors Objects/bytearrayobject.c.
//
// Always holds: whatever runs Python code (an iterable's next, an __index__) runs before the
// content is touched.
#include <algorithm>

#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

std::string& content_of(const Value& array) {
  return array.as<ByteArrayObject>()->content;
}
std::int64_t size_of(const Value& array) {
  return static_cast<std::int64_t>(content_of(array).size());
}

void recharge(Vm& vm, const Value& array) {
  auto* held = array.as<ByteArrayObject>();
  if (held->charged != held->content.capacity())
    vm.heap().recharge(held->charged, held->content.capacity());
}

void destroy(Object* self) {
  auto* array = static_cast<ByteArrayObject*>(self);
  self->type->vm->heap().discharge(array->charged);
  array->~ByteArrayObject();
}

bool room_for(Vm& vm, std::size_t size) {
  if (!vm.heap().would_overflow(static_cast<std::int64_t>(size))) return true;
  vm.raise_memory_error();
  return false;
}

Answer repr(Vm& vm, const Value& self) {
  // Unlike bytes, it escapes ' also between ".
  std::string shown = text::bytes_repr(content_of(self));
  if (shown[1] == '"') shown = text::replace(shown, "'", "\\'", -1);
  return vm.str(cat(vm.type_name(self), "(", shown, ")"));
}

Answer create(Vm& vm, Type* cls, const CallArgs&) {
  return Value::adopt(vm.instantiate<ByteArrayObject>(cls));
}

Native init_from(Vm& vm, Value self, OwnedArgs args) {
  Value content = co_await bytes_content(vm, args.view(), "bytearray");
  content_of(self) = std::string(bytes_text(vm, content));
  recharge(vm, self);
  co_return Value::none();
}
Answer init(Vm& vm, const Value& self, const CallArgs& args) {
  return init_from(vm, self, OwnedArgs(args));
}

// Nobody looks at it through a memoryview; false: raised.
bool may_resize(Vm& vm, const Value& self) {
  if (self.as<ByteArrayObject>()->views == 0) return true;
  static_cast<void>(
      vm.raise(vm.exceptions().BufferError, "Existing exports of data: object cannot be re-sized"));
  return false;
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  const Subscript at = subscript(vm, key, size_of(self), "bytearray");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex:
      return Value::small(
          static_cast<unsigned char>(content_of(self)[static_cast<std::size_t>(at.index)]));
    case Subscript::Kind::kSlice: break;
  }
  std::string room;
  return make_bytearray(vm, slice_of_bytes(content_of(self), at.range, room));
}

void delete_slice(const Value& self, const SliceRange& range);

Answer replace_slice(Vm& vm, const Value& self, const SliceRange& range, std::string_view with) {
  std::string& content = content_of(self);
  if (range.step == 1) {
    if (static_cast<std::int64_t>(with.size()) != range.count && !may_resize(vm, self))
      return Raised{};
    if (!room_for(vm, content.size() + with.size())) return Raised{};
    content.replace(
        static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count), with);
    recharge(vm, self);
    return Value::none();
  }
  if (with.empty()) {
    if (range.count != 0 && !may_resize(vm, self)) return Raised{};
    delete_slice(self, range);
    recharge(vm, self);
    return Value::none();
  }
  if (static_cast<std::int64_t>(with.size()) != range.count) {
    return vm.raise_value_error(cat("attempt to assign bytes of size ",
                                    with.size(),
                                    " to extended slice of size ",
                                    range.count));
  }
  for (std::int64_t i = 0; i < range.count; ++i)
    content[static_cast<std::size_t>(range.at(i))] = with[static_cast<std::size_t>(i)];
  return Value::none();
}

void delete_slice(const Value& self, const SliceRange& range) {
  if (range.count == 0) return;
  std::string& content = content_of(self);
  const bool forward = range.step > 0;
  const auto stride = static_cast<std::size_t>(forward ? range.step : -range.step);
  const auto first = static_cast<std::size_t>(forward ? range.start : range.at(range.count - 1));
  if (stride == 1) {
    content.erase(first, static_cast<std::size_t>(range.count));
    return;
  }
  // What lies between two that go moves down as one piece.
  std::size_t to = first;
  for (std::int64_t i = 0; i < range.count; ++i) {
    const std::size_t from = first + static_cast<std::size_t>(i) * stride + 1;
    const std::size_t until = i + 1 == range.count ? content.size() : from + stride - 1;
    std::copy(content.begin() + static_cast<std::ptrdiff_t>(from),
              content.begin() + static_cast<std::ptrdiff_t>(until),
              content.begin() + static_cast<std::ptrdiff_t>(to));
    to += until - from;
  }
  content.resize(to);
}

Native assign_iterable(Vm& vm, Value self, Value key, Value source) {
  Type* type = vm.type_of(source);
  if (vm.is_str(source) || (type->slots.iter == nullptr && type->slots.get_item == nullptr)) {
    co_return vm.raise_type_error(
        "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
  }
  Value bytes = co_await bytes_from_iterable(vm, source, true);
  SliceRange range;
  if (!resolve_slice(vm, key, size_of(self), range)) co_return Raised{};
  co_return replace_slice(vm, self, range, bytes_text(vm, bytes));
}

Native assign_index(Vm& vm, Value self, Value key, Value item) {
  Value number = co_await vm.index(item);
  co_return vm.type_of(self)->slots.set_item(vm, self, key, number);
}

Answer set_item(Vm& vm, const Value& self, const Value& key, const Value& item) {
  const Subscript at = subscript(vm, key, size_of(self), "bytearray");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript_set(vm, self, key, item);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      const auto index = static_cast<std::size_t>(at.index);
      if (!item) {
        if (!may_resize(vm, self)) return Raised{};
        content_of(self).erase(index, 1);
        return Value::none();
      }
      if (!is_int(vm, item)) return assign_index(vm, self, key, item);
      char byte = 0;
      if (!byte_of(vm, item, byte, "byte must be in range(0, 256)")) return Raised{};
      content_of(self)[index] = byte;
      return Value::none();
    }
    case Subscript::Kind::kSlice: break;
  }
  if (!item) {
    if (at.range.count > 0 && !may_resize(vm, self)) return Raised{};
    delete_slice(self, at.range);
    return Value::none();
  }
  if (is_bytes_like(vm, item)) return replace_slice(vm, self, at.range, bytes_copy(vm, item));
  if (!need_unreleased(vm, item)) return Raised{};
  return assign_iterable(vm, self, key, item);
}

Answer inplace(Vm& vm, BinaryOp op, const Value& self, const Value& other) {
  if (op == BinaryOp::kAdd) {
    if (!is_bytes_like(vm, other)) {
      return vm.raise_type_error(
          cat("can't concat ", vm.type_name(other), " to ", vm.type_name(self)));
    }
    const std::string more = bytes_copy(vm, other);
    if (!more.empty() && !may_resize(vm, self)) return Raised{};
    if (!room_for(vm, content_of(self).size() + more.size())) return Raised{};
    content_of(self) += more;
    recharge(vm, self);
    return self;
  }
  if (op != BinaryOp::kMultiply || has_own_rmul(vm, other)) return Value::not_implemented();
  std::int64_t n = 0;
  switch (repeat_count(vm, other, 1, size_of(self), n)) {
    case Repeat::kPending: return resolve_repeat(vm, self, other, true);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  if (n != 1 && size_of(self) > 0 && !may_resize(vm, self)) return Raised{};
  const std::string once = content_of(self);
  content_of(self).clear();
  for (std::int64_t i = 0; i < n; ++i) content_of(self) += once;
  recharge(vm, self);
  return self;
}

// --- methods

Native append(Vm& vm, OwnedArgs args) {
  Value number = co_await vm.index(args[1]);
  char byte = 0;
  if (!byte_of(vm, number, byte, "byte must be in range(0, 256)")) co_return Raised{};
  if (!may_resize(vm, args[0]) || !room_for(vm, content_of(args[0]).size() + 1)) co_return Raised{};
  content_of(args[0]) += byte;
  recharge(vm, args[0]);
  co_return Value::none();
}

Native extend(Vm& vm, OwnedArgs args) {
  if (is_released_view(vm, args[1]))
    co_return vm.raise_type_error("can't set bytearray slice from memoryview");
  if (is_bytes_like(vm, args[1])) {
    const std::string more = bytes_copy(vm, args[1]);
    if (!more.empty() && !may_resize(vm, args[0])) co_return Raised{};
    if (!room_for(vm, content_of(args[0]).size() + more.size())) co_return Raised{};
    content_of(args[0]) += more;
    recharge(vm, args[0]);
    co_return Value::none();
  }
  if (vm.is_str(args[1])) {
    co_return vm.raise_type_error("expected iterable of integers; got: 'str'");
  }
  Type* type = vm.type_of(args[1]);
  if (type->slots.iter == nullptr && type->slots.get_item == nullptr) {
    co_return vm.raise_type_error(cat("can't extend bytearray with ", vm.type_name(args[1])));
  }
  Value bytes = co_await bytes_from_iterable(vm, args[1], true);
  if (!bytes_text(vm, bytes).empty() && !may_resize(vm, args[0])) co_return Raised{};
  content_of(args[0]) += bytes_text(vm, bytes);
  recharge(vm, args[0]);
  co_return Value::none();
}

Native insert(Vm& vm, OwnedArgs args) {
  Value where = co_await vm.index(args[1]);
  Value number = co_await vm.index(args[2]);
  std::int64_t at = 0;
  char byte = 0;
  if (!clamp_index(vm, where, at) || !byte_of(vm, number, byte, "byte must be in range(0, 256)"))
    co_return Raised{};
  if (!may_resize(vm, args[0])) co_return Raised{};
  const std::int64_t size = size_of(args[0]);
  if (at < 0) at = std::max<std::int64_t>(at + size, 0);
  content_of(args[0]).insert(static_cast<std::size_t>(std::min(at, size)), 1, byte);
  co_return Value::none();
}

Native pop(Vm& vm, OwnedArgs args) {
  std::int64_t at = -1;
  if (args.size() > 1) {
    Value where = co_await vm.index(args[1]);
    if (!clamp_index(vm, where, at)) co_return Raised{};
  }
  const std::int64_t size = size_of(args[0]);
  if (size == 0) co_return vm.raise(vm.exceptions().IndexError, "pop from empty bytearray");
  if (at < 0) at += size;
  if (at < 0 || at >= size) {
    co_return vm.raise(vm.exceptions().IndexError, "pop index out of range");
  }
  if (!may_resize(vm, args[0])) co_return Raised{};
  const auto index = static_cast<std::size_t>(at);
  const char byte = content_of(args[0])[index];
  content_of(args[0]).erase(index, 1);
  co_return Value::small(static_cast<unsigned char>(byte));
}

Native remove(Vm& vm, OwnedArgs args) {
  Value number = co_await vm.index(args[1]);
  char byte = 0;
  if (!byte_of(vm, number, byte, "byte must be in range(0, 256)")) co_return Raised{};
  const std::size_t at = content_of(args[0]).find(byte);
  if (at == std::string::npos) co_return vm.raise_value_error("value not found in bytearray");
  if (!may_resize(vm, args[0])) co_return Raised{};
  content_of(args[0]).erase(at, 1);
  co_return Value::none();
}

Answer clear(Vm& vm, const CallArgs& args) {
  if (!may_resize(vm, args[0])) return Raised{};
  content_of(args[0]).clear();
  return Value::none();
}
Answer copy(Vm& vm, const CallArgs& args) {
  return make_bytearray(vm, content_of(args[0]));
}
Answer reverse(Vm&, const CallArgs& args) {
  std::reverse(content_of(args[0]).begin(), content_of(args[0]).end());
  return Value::none();
}

}  // namespace

Value make_bytearray(Vm& vm, std::string_view content) {
  auto* made = vm.heap().make<ByteArrayObject>(vm.types().bytearray);
  made->content = std::string(content);
  const Value array = Value::adopt(made);
  recharge(vm, array);
  return array;
}

void install_bytearray(Vm& vm) {
  Slots slots = {.destroy = destroy,
                 .repr = repr,
                 .compare = bytes_compare,
                 .iter = bytes_iter,
                 .length = bytes_length,
                 .get_item = get_item,
                 .set_item = set_item,
                 .contains = bytes_contains,
                 .binary = bytes_binary,
                 .inplace = inplace,
                 .create = create,
                 .init = init};
  slots.sequence = true;
  slots.binary_mask =
      op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kRemainder);
  slots.inplace_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply);
  std::vector<NativeDef> methods = bytes_methods();
  const NativeDef own[] = {{"append", append, 1, 1},
                           {"extend", extend, 1, 1},
                           {"insert", insert, 2, 2},
                           {"pop", pop, 0, 1},
                           {"remove", remove, 1, 1},
                           {"clear", clear, 0, 0},
                           {"copy", copy, 0, 0},
                           {"reverse", reverse, 0, 0}};
  methods.insert(methods.end(), std::begin(own), std::end(own));
  vm.define(vm.types().bytearray,
            {.name = "bytearray",
             .instance_size = sizeof(ByteArrayObject),
             .flags = kSubclassable | kUnhashable,
             .slots = slots,
             .methods = std::move(methods)});
}

}  // namespace simul::vm

// The type bytes, and the operators that bytearray shares with it. Mirrors Objects/bytesobject.c.
#include <algorithm>
#include <cstring>

#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/slots.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

struct BytesIterator : Object {
  Value bytes;  // or a bytearray; empty once exhausted
  std::size_t index = 0;
};

std::size_t bytes_of(const Object* self) {
  return sizeof(BytesObject) + static_cast<const BytesObject*>(self)->size + 1;
}

Answer repr(Vm& vm, const Value& self) {
  return vm.str(text::bytes_repr(bytes_text(vm, self)));
}

Answer hash(Vm& vm, const Value& self) {
  auto* bytes = self.as<BytesObject>();
  if (bytes->hash == 0) bytes->hash = hash_text(bytes->text());
  return vm.integer(bytes->hash);
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  const std::string_view all = bytes_text(vm, self);
  const Subscript at = subscript(vm, key, static_cast<std::int64_t>(all.size()), "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex:
      return Value::small(static_cast<unsigned char>(all[static_cast<std::size_t>(at.index)]));
    case Subscript::Kind::kSlice: break;
  }
  std::string room;
  return vm.bytes(slice_of_bytes(all, at.range, room));
}

Answer iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<BytesIterator>();
  if (!iterator->bytes) return Answer::stop();
  const std::string_view all = bytes_text(vm, iterator->bytes);
  if (iterator->index < all.size())
    return Value::small(static_cast<unsigned char>(all[iterator->index++]));
  iterator->bytes.reset();
  return Answer::stop();
}

Answer iterator_hint(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<BytesIterator>();
  const std::size_t size = iterator->bytes ? bytes_text(vm, iterator->bytes).size() : 0;
  return vm.integer(static_cast<std::int64_t>(size - std::min(size, iterator->index)));
}
Answer iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<BytesIterator>();
  if (!iterator->bytes) return reduced(vm, "iter", vm.tuple({vm.tuple({})}));
  return reduced(vm,
                 "iter",
                 vm.tuple({iterator->bytes}),
                 vm.integer(static_cast<std::int64_t>(iterator->index)));
}
Answer iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<BytesIterator>();
  std::int64_t index = 0;
  const std::size_t size = iterator->bytes ? bytes_text(vm, iterator->bytes).size() : 0;
  if (!index_of_state(vm, args[1], 0, static_cast<std::int64_t>(size), index)) return Raised{};
  if (iterator->bytes) iterator->index = static_cast<std::size_t>(index);
  return Value::none();
}

Answer repeat(Vm& vm, const Value& bytes, const Value& count) {
  std::int64_t n = 0;
  const auto size = static_cast<std::int64_t>(bytes_text(vm, bytes).size());
  if (is_bytes(vm, bytes) &&
      repeats_too_often(vm, count, static_cast<std::int64_t>(size), "repeated bytes are too long"))
    return Raised{};
  switch (repeat_count(vm, count, 1, size, n)) {
    case Repeat::kPending: return resolve_repeat(vm, bytes, count, false);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  const std::string_view once = bytes_text(vm, bytes);
  if (once.size() == 1)
    return bytes_as(vm, bytes, std::string(static_cast<std::size_t>(n), once.front()));
  std::string out;
  out.reserve(once.size() * static_cast<std::size_t>(n));
  for (std::int64_t i = 0; i < n; ++i) out += once;
  return bytes_as(vm, bytes, out);
}

// An instance of a class derived from bytes, with what a bytes holds.
Native make_of_class(Vm& vm, Value cls, OwnedArgs args) {
  Value content = co_await bytes_content(vm, args.view(), "bytes");
  const std::string_view text = content.as<BytesObject>()->text();
  auto* made = vm.instantiate<BytesObject>(cls.as<Type>(), text.size() + 1);
  made->hash = 0;
  made->size = text.size();
  if (!text.empty()) std::memcpy(made->data(), text.data(), text.size());
  made->data()[text.size()] = 0;
  co_return Value::adopt(made);
}

Answer create(Vm& vm, Type* cls, const CallArgs& args) {
  if (cls != vm.types().bytes) return make_of_class(vm, Value::share(cls), OwnedArgs(args));
  if (args.keywords() == 0 && args.size() == 1 && vm.is_exactly(args[0], vm.types().bytes))
    return args[0];
  return bytes_content(vm, args, "bytes");
}

Answer own_bytes(Vm& vm, const CallArgs& args) {
  if (vm.is_exactly(args[0], vm.types().bytes)) return args[0];
  return vm.bytes(bytes_text(vm, args[0]));
}

Native content_from_dunder(Vm& vm, Value source) {
  Value made = co_await call_special(vm, source, vm.name("__bytes__"), CallArgs());
  if (!is_bytes(vm, made)) {
    co_return vm.raise_type_error(
        cat("__bytes__ returned non-bytes (type ", vm.type_name(made), ")"));
  }
  co_return made;
}

Native content_from_index(Vm& vm, Value source, const char* type_name, bool array) {
  Attempt number = co_await vm.attempt(vm.index(source));
  if (number.ok()) co_return bytes_content(vm, CallArgs(&number.value, 1), type_name);
  // It may be iterable all the same.
  if (!vm.matches(number.exception, vm.exceptions().TypeError))
    co_return vm.raise_exception(std::move(number.exception));
  number.exception.reset();
  co_return bytes_from_iterable(vm, source, array);
}

}  // namespace

Native bytes_from_iterable(Vm& vm, Value iterable, bool array) {
  Attempt found = co_await vm.attempt(vm.iter(iterable));
  if (!found.ok()) {
    if (!vm.matches(found.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(found.exception));
    found.exception.reset();
    co_return vm.raise_type_error(cat(
        "cannot convert '", vm.type_name(iterable), "' object to ", array ? "bytearray" : "bytes"));
  }
  const Value iterator = found.value;
  if (vm.type_of(iterable)->has(kUserClass)) co_await ask_length(vm, iterable);
  std::string out;
  while (Value item = co_await vm.next(iterator)) {
    Value number = co_await vm.index(item);
    char byte = 0;
    if (!byte_of(vm,
                 number,
                 byte,
                 array ? "byte must be in range(0, 256)" : "bytes must be in range(0, 256)"))
      co_return Raised{};
    out += byte;
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
  }
  co_return vm.bytes(out);
}

Answer bytes_content(Vm& vm, const CallArgs& args, const char* type_name) {
  const Parameters parameters{type_name, {"source", "encoding", "errors"}, 3};
  const bool array = std::string_view(type_name) == "bytearray";
  Value slots[3];
  if (!vm.parse(args, parameters, slots)) return Raised{};
  for (int i = 1; i <= 2; ++i) {
    if (!slots[i] || vm.is_str(slots[i])) continue;
    return vm.raise_type_error(cat(type_name,
                                   "() argument '",
                                   i == 1 ? "encoding" : "errors",
                                   "' must be str, not ",
                                   slots[i].is_none() ? "None" : vm.type_name(slots[i])));
  }
  if (!slots[0]) {
    if (slots[1]) return vm.raise_type_error("encoding without a string argument");
    if (slots[2]) return vm.raise_type_error("errors without a string argument");
    return vm.bytes("");
  }
  if (vm.is_str(slots[0]) && slots[1]) {
    if (slots[2]) return vm.call_method(slots[0], "encode", {slots[1], slots[2]});
    return vm.call_method(slots[0], "encode", {slots[1]});
  }
  if (slots[1]) return vm.raise_type_error("encoding without a string argument");
  if (slots[2]) {
    return vm.raise_type_error(vm.is_str(slots[0]) ? "string argument without an encoding"
                                                   : "errors without a string argument");
  }
  Type* type = vm.type_of(slots[0]);
  if (!array && type->has(kUserClass) && vm.lookup(type, vm.name("__bytes__")) != nullptr) {
    return content_from_dunder(vm, slots[0]);
  }
  if (vm.is_str(slots[0])) return vm.raise_type_error("string argument without an encoding");
  if (is_bytes_like(vm, slots[0])) return vm.bytes(bytes_copy(vm, slots[0]));
  if (!need_unreleased(vm, slots[0])) return Raised{};
  if (is_int(vm, slots[0])) {
    std::int64_t count = 0;
    if (!vm.to_int64(slots[0], count))
      return vm.raise(vm.exceptions().OverflowError,
                      "cannot fit 'int' into an index-sized integer");
    if (count < 0) return vm.raise_value_error("negative count");
    if (vm.heap().would_overflow(count)) return vm.raise_memory_error();
    return vm.bytes(std::string(static_cast<std::size_t>(count), '\0'));
  }
  if (type->slots.index != nullptr) return content_from_index(vm, slots[0], type_name, array);
  if (type->slots.iter == nullptr && type->slots.get_item == nullptr) {
    return vm.raise_type_error(cat("cannot convert '", type->name, "' object to ", type_name));
  }
  return bytes_from_iterable(vm, slots[0], array);
}

Answer bytes_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_bytes_like(vm, b) || !is_bytes_like(vm, a)) return Value::not_implemented();
  // A bytearray has an order with every buffer, a bytes with its like.
  const bool equality = op == CompareOp::kEq || op == CompareOp::kNe;
  if (!equality && is_bytes(vm, a) && vm.is_kind_of(b, vm.types().memoryview))
    return Value::not_implemented();
  const std::string other = bytes_copy(vm, b);
  return Value::boolean(holds_order(bytes_copy(vm, a).compare(other), op));
}

Answer bytes_contains(Vm& vm, const Value& self, const Value& item) {
  const std::string_view all = bytes_text(vm, self);
  if (is_bytes_like(vm, item))
    return Value::boolean(all.find(bytes_copy(vm, item)) != std::string_view::npos);
  if (!need_unreleased(vm, item)) return Raised{};
  if (!is_int(vm, item)) {
    return vm.raise_type_error(
        cat("a bytes-like object is required, not '", vm.type_name(item), "'"));
  }
  char byte = 0;
  if (!byte_of(vm, item, byte, "byte must be in range(0, 256)")) return Raised{};
  return Value::boolean(all.find(byte) != std::string_view::npos);
}

Answer bytes_length(Vm& vm, const Value& self) {
  return vm.integer(static_cast<std::int64_t>(bytes_text(vm, self).size()));
}

Answer bytes_iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<BytesIterator>(
      is_bytearray(vm, self) ? vm.types().bytearray_iterator : vm.types().bytes_iterator);
  iterator->bytes = self;
  return Value::adopt(iterator);
}

Answer bytes_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  const auto own = [&](const Value& value) {
    return is_bytes(vm, value) || is_bytearray(vm, value);
  };
  if (op == BinaryOp::kMultiply) {
    if (!own(a)) return repeat(vm, b, a);
    return has_own_rmul(vm, b) ? Value::not_implemented() : repeat(vm, a, b);
  }
  if (op == BinaryOp::kRemainder && own(a)) return bytes_percent(vm, a, b);
  if (op != BinaryOp::kAdd || !own(a)) return Value::not_implemented();
  if (!is_bytes_like(vm, b)) {
    if (vm.type_of(b)->has(kUserClass)) return Value::not_implemented();
    return vm.raise_type_error(cat("can't concat ", vm.type_name(b), " to ", vm.type_name(a)));
  }
  std::string sum(bytes_text(vm, a));
  sum += bytes_copy(vm, b);
  if (vm.heap().would_overflow(static_cast<std::int64_t>(sum.size())))
    return vm.raise_memory_error();
  return bytes_as(vm, a, sum);
}

void install_bytes(Vm& vm) {
  Slots slots = {.destroy = destroy_as<BytesObject>,
                 .size_of = bytes_of,
                 .repr = repr,
                 .hash = hash,
                 .compare = bytes_compare,
                 .iter = bytes_iter,
                 .length = bytes_length,
                 .get_item = get_item,
                 .contains = bytes_contains,
                 .binary = bytes_binary,
                 .create = create};
  slots.sequence = true;
  slots.binary_mask =
      op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kRemainder);
  std::vector<NativeDef> methods = bytes_methods();
  methods.push_back({"__bytes__", own_bytes, 0, 0});
  vm.define(vm.types().bytes,
            {.name = "bytes",
             .instance_size = sizeof(BytesObject),
             .flags = kSubclassable | kVariableSize,
             .slots = slots,
             .methods = std::move(methods)});
  const Slots iterator_slots = {.destroy = destroy_as<BytesIterator>,
                                .iter = [](Vm&, const Value& self) -> Answer { return self; },
                                .next = iterator_next};
  const auto define_iterator = [&](Type* type, const char* name) {
    vm.define(type,
              {.name = name,
               .instance_size = sizeof(BytesIterator),
               .flags = kAbstract,
               .slots = iterator_slots,
               .methods = {{"__length_hint__", iterator_hint, 0, 0},
                           {"__reduce__", iterator_reduce, 0, 0},
                           {"__setstate__", iterator_set_state, 1, 1}}});
  };
  define_iterator(vm.types().bytes_iterator, "bytes_iterator");
  define_iterator(vm.types().bytearray_iterator, "bytearray_iterator");
  install_bytearray(vm);
  install_memoryview(vm);
}

}  // namespace simul::vm

// The type bytes at the depth programs on a playground use it. Mirrors Objects/bytesobject.c.
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

struct BytesIterator : Object {
  Value bytes;
  std::size_t index = 0;
};

std::string_view text_of(const Value& bytes) {
  return bytes.as<BytesObject>()->text();
}
std::int64_t size_of(const Value& bytes) {
  return static_cast<std::int64_t>(text_of(bytes).size());
}
bool is_bytes(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().bytes);
}

std::size_t bytes_of(const Object* self) {
  return sizeof(BytesObject) + static_cast<const BytesObject*>(self)->size + 1;
}

Answer repr(Vm& vm, const Value& self) {
  return vm.str(text::bytes_repr(text_of(self)));
}
Answer length(Vm& vm, const Value& self) {
  return vm.integer(size_of(self));
}
Answer hash(Vm& vm, const Value& self) {
  auto* bytes = self.as<BytesObject>();
  if (bytes->hash == 0) bytes->hash = hash_text(bytes->text());
  return vm.integer(bytes->hash);
}

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!is_bytes(vm, b)) return Value::not_implemented();
  return Value::boolean(holds_order(text_of(a).compare(text_of(b)), op));
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  const Subscript at = subscript(vm, key, size_of(self), "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex:
      return Value::small(
          static_cast<unsigned char>(text_of(self)[static_cast<std::size_t>(at.index)]));
    case Subscript::Kind::kSlice: break;
  }
  std::string out;
  for (std::int64_t i = 0; i < at.range.count; ++i)
    out += text_of(self)[static_cast<std::size_t>(at.range.at(i))];
  return vm.bytes(out);
}

Answer contains(Vm& vm, const Value& self, const Value& item) {
  if (is_bytes(vm, item))
    return Value::boolean(text_of(self).find(text_of(item)) != std::string_view::npos);
  std::int64_t byte = 0;
  if (!vm.to_int64(item, byte)) {
    return vm.raise_type_error(
        cat("a bytes-like object is required, not '", vm.type_name(item), "'"));
  }
  if (byte < 0 || byte > 255) return vm.raise_value_error("byte must be in range(0, 256)");
  return Value::boolean(text_of(self).find(static_cast<char>(byte)) != std::string_view::npos);
}

Answer iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<BytesIterator>(vm.types().bytes_iterator);
  iterator->bytes = self;
  return Value::adopt(iterator);
}

Answer iterator_next(Vm&, const Value& self) {
  auto* iterator = self.as<BytesIterator>();
  if (!iterator->bytes) return Answer::stop();
  const std::string_view all = text_of(iterator->bytes);
  if (iterator->index < all.size())
    return Value::small(static_cast<unsigned char>(all[iterator->index++]));
  iterator->bytes.reset();
  return Answer::stop();
}

Answer repeat(Vm& vm, const Value& bytes, const Value& count) {
  std::int64_t n = 0;
  switch (repeat_count(vm, count, 1, size_of(bytes), n)) {
    case Repeat::kPending: return resolve_repeat(vm, bytes, count, false);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  std::string out;
  for (std::int64_t i = 0; i < n; ++i) out += text_of(bytes);
  return vm.bytes(out);
}

Answer binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (op == BinaryOp::kMultiply) return is_bytes(vm, a) ? repeat(vm, a, b) : repeat(vm, b, a);
  if (op != BinaryOp::kAdd || !is_bytes(vm, a)) return Value::not_implemented();
  if (!is_bytes(vm, b)) {
    if (vm.type_of(b)->has(kUserClass)) return Value::not_implemented();
    return vm.raise_type_error(cat("can't concat ", vm.type_name(b), " to bytes"));
  }
  return vm.bytes(cat(text_of(a), text_of(b)));
}

Native from_iterable(Vm& vm, Value iterable) {
  Value iterator = co_await vm.iter(iterable);
  std::string out;
  while (Value item = co_await vm.next(iterator)) {
    Value number = co_await vm.index(item);
    std::int64_t byte = 0;
    if (!vm.to_int64(number, byte) || byte < 0 || byte > 255) {
      co_return vm.raise_value_error("bytes must be in range(0, 256)");
    }
    out += static_cast<char>(byte);
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
  }
  co_return vm.bytes(out);
}

Answer create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{"bytes", {"source", "encoding", "errors"}, 3};
  Value slots[3];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!slots[0]) return vm.bytes("");
  if (vm.is_str(slots[0])) {
    if (!slots[1]) return vm.raise_type_error("string argument without an encoding");
    if (slots[2]) return vm.call_method(slots[0], "encode", {slots[1], slots[2]});
    return vm.call_method(slots[0], "encode", {slots[1]});
  }
  if (slots[1]) return vm.raise_type_error("encoding without a string argument");
  if (is_bytes(vm, slots[0])) return vm.bytes(text_of(slots[0]));
  if (is_int(vm, slots[0])) {
    std::int64_t count = 0;
    if (!clamp_index(vm, slots[0], count)) return Raised{};
    if (count < 0) return vm.raise_value_error("negative count");
    if (vm.heap().would_overflow(count)) return vm.raise_memory_error();
    return vm.bytes(std::string(static_cast<std::size_t>(count), '\0'));
  }
  Type* type = vm.type_of(slots[0]);
  if (type->slots.iter == nullptr && type->slots.get_item == nullptr) {
    return vm.raise_type_error(cat("cannot convert '", type->name, "' object to bytes"));
  }
  return from_iterable(vm, slots[0]);
}

Answer decode(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"decode", {"encoding", "errors"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::string codec = slots[0] && vm.is_str(slots[0]) ? text::lower(vm.text(slots[0])) : "utf-8";
  const std::string_view errors = slots[1] && vm.is_str(slots[1]) ? vm.text(slots[1]) : "strict";
  const std::string_view all = text_of(args[0]);
  if (codec == "latin-1" || codec == "latin1" || codec == "iso-8859-1") {
    std::string out;
    for (char c : all) text::append_code_point(out, static_cast<unsigned char>(c));
    return vm.str(out);
  }
  const bool ascii = codec == "ascii" || codec == "us-ascii";
  if (!ascii && codec != "utf-8" && codec != "utf8") {
    return vm.raise(vm.exceptions().LookupError, cat("unknown encoding: ", codec));
  }
  std::size_t bad = std::string_view::npos;
  std::string out = text::decode_utf8(all, errors == "replace", &bad);
  if (ascii) {
    for (std::size_t i = 0; i < all.size() && bad == std::string_view::npos; ++i) {
      if (static_cast<unsigned char>(all[i]) >= 0x80) bad = i;
    }
  }
  if (bad == std::string_view::npos || errors == "replace") return vm.str(out);
  if (errors == "ignore") {
    std::string kept = text::decode_utf8(all, true, nullptr);
    return vm.str(text::replace(kept, "\xef\xbf\xbd", "", -1));
  }
  std::string hex;
  const auto byte = static_cast<unsigned char>(all[bad]);
  hex += "0123456789abcdef"[byte >> 4];
  hex += "0123456789abcdef"[byte & 15];
  const bool at_end = bad + 1 == all.size() && byte >= 0xc2;
  const bool start = byte < 0xc2 || byte > 0xf4;
  return vm.raise(
      vm.exceptions().UnicodeDecodeError,
      cat("'",
          ascii ? "ascii" : "utf-8",
          "' codec can't decode byte 0x",
          hex,
          " in position ",
          bad,
          ": ",
          ascii ? "ordinal not in range(128)"
                : (start ? "invalid start byte"
                         : (at_end ? "unexpected end of data" : "invalid continuation byte"))));
}

Answer hex(Vm& vm, const CallArgs& args) {
  std::string out;
  for (char c : text_of(args[0])) {
    out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return vm.str(out);
}

Answer from_hex(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error(cat("fromhex() argument must be str, not ", vm.type_name(args[1])));
  }
  std::string out;
  int pending = -1;
  const std::string_view text = vm.text(args[1]);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (pending < 0 && (c == ' ' || (c >= '\t' && c <= '\r'))) continue;
    const char low = static_cast<char>(c | 0x20);
    const int digit =
        c >= '0' && c <= '9' ? c - '0' : (low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1);
    if (digit < 0) {
      return vm.raise_value_error(
          cat("non-hexadecimal number found in fromhex() arg at position ", i));
    }
    if (pending < 0) {
      pending = digit;
    } else {
      out += static_cast<char>(pending * 16 + digit);
      pending = -1;
    }
  }
  if (pending >= 0) {
    return vm.raise_value_error(
        cat("non-hexadecimal number found in fromhex() arg at position ", text.size()));
  }
  return vm.bytes(out);
}

bool need_bytes(Vm& vm, const Value& value) {
  if (is_bytes(vm, value)) return true;
  vm.raise_type_error(cat("a bytes-like object is required, not '", vm.type_name(value), "'"));
  return false;
}

Native join(Vm& vm, OwnedArgs args) {
  Value list = co_await list_from(vm, args[1]);
  std::string out;
  const auto& items = list.as<ListObject>()->items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_bytes(vm, items[i])) {
      co_return vm.raise_type_error(cat("sequence item ",
                                        i,
                                        ": expected a bytes-like object, ",
                                        vm.type_name(items[i]),
                                        " found"));
    }
    if (i > 0) out += text_of(args[0]);
    out += text_of(items[i]);
  }
  co_return vm.bytes(out);
}

template <bool kEnd>
Answer starts(Vm& vm, const CallArgs& args) {
  if (!need_bytes(vm, args[1])) return Raised{};
  return Value::boolean(kEnd ? text_of(args[0]).ends_with(text_of(args[1]))
                             : text_of(args[0]).starts_with(text_of(args[1])));
}

Answer find(Vm& vm, const CallArgs& args) {
  if (!need_bytes(vm, args[1])) return Raised{};
  const std::size_t at = text_of(args[0]).find(text_of(args[1]));
  return vm.integer(at == std::string_view::npos ? -1 : static_cast<std::int64_t>(at));
}

Answer replace(Vm& vm, const CallArgs& args) {
  if (!need_bytes(vm, args[1]) || !need_bytes(vm, args[2])) return Raised{};
  if (text_of(args[1]).empty())
    return vm.raise_value_error("Simul's bytes.replace() wants something to replace");
  return vm.bytes(text::replace(text_of(args[0]), text_of(args[1]), text_of(args[2]), -1));
}

Answer split(Vm& vm, const CallArgs& args) {
  std::vector<Value> items;
  if (args.size() == 1 || args[1].is_none()) {
    std::string_view rest = text_of(args[0]);
    std::string part;
    const auto flush = [&] {
      if (!part.empty()) items.push_back(vm.bytes(part));
      part.clear();
    };
    for (char c : rest) {
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        flush();
      } else {
        part += c;
      }
    }
    flush();
    return vm.list(std::move(items));
  }
  if (!need_bytes(vm, args[1])) return Raised{};
  if (text_of(args[1]).empty()) return vm.raise_value_error("empty separator");
  for (std::string_view part : text::split(text_of(args[0]), text_of(args[1]), -1))
    items.push_back(vm.bytes(part));
  return vm.list(std::move(items));
}

Answer strip(Vm& vm, const CallArgs& args) {
  std::string_view all = text_of(args[0]);
  std::string_view chars = " \t\n\r\v\f";
  if (args.size() > 1 && !args[1].is_none()) {
    if (!need_bytes(vm, args[1])) return Raised{};
    chars = text_of(args[1]);
  }
  const auto drops = [&](char c) { return chars.find(c) != std::string_view::npos; };
  while (!all.empty() && drops(all.front())) all.remove_prefix(1);
  while (!all.empty() && drops(all.back())) all.remove_suffix(1);
  return vm.bytes(all);
}

template <bool kUp>
Answer change_case(Vm& vm, const CallArgs& args) {
  std::string out(text_of(args[0]));
  for (char& c : out) {
    if (kUp ? (c >= 'a' && c <= 'z') : (c >= 'A' && c <= 'Z')) c = static_cast<char>(c ^ 0x20);
  }
  return vm.bytes(out);
}

}  // namespace

void install_bytes(Vm& vm) {
  Slots slots = {.destroy = destroy_as<BytesObject>,
                 .size_of = bytes_of,
                 .repr = repr,
                 .hash = hash,
                 .compare = compare,
                 .iter = iter,
                 .length = length,
                 .get_item = get_item,
                 .contains = contains,
                 .binary = binary,
                 .create = create};
  slots.sequence = true;
  slots.binary_mask = op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply);
  vm.define(vm.types().bytes,
            {.name = "bytes",
             .instance_size = sizeof(BytesObject),
             .flags = kVariableSize,
             .slots = slots,
             .methods = {{"decode", decode, 0, 2, kKeywords},
                         {"hex", hex, 0, 0},
                         {"fromhex", from_hex, 1, 1, kClassMethod},
                         {"join", join, 1, 1},
                         {"startswith", starts<false>, 1, 1},
                         {"endswith", starts<true>, 1, 1},
                         {"find", find, 1, 1},
                         {"replace", replace, 2, 2},
                         {"split", split, 0, 1},
                         {"strip", strip, 0, 1},
                         {"upper", change_case<true>, 0, 0},
                         {"lower", change_case<false>, 0, 0}}});
  vm.define(vm.types().bytes_iterator,
            {.name = "bytes_iterator",
             .instance_size = sizeof(BytesIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<BytesIterator>,
                       .iter = [](Vm&, const Value& self) -> Answer { return self; },
                       .next = iterator_next}});
  // Not here yet: their names give a clear error when they are called.
  vm.define(vm.types().bytearray, {.name = "bytearray", .flags = kAbstract});
  vm.define(vm.types().memoryview, {.name = "memoryview", .flags = kAbstract});
}

}  // namespace simul::vm

// The type str: slots and methods over the algorithms of text.hpp. Mirrors Objects/unicodeobject.c.
#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/collections.hpp"
#include "vm/format_spec.hpp"
#include "vm/install.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/str_parts.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

struct StrIterator : Object {
  Value string;  // empty once exhausted
  std::size_t offset = 0;
};

constexpr std::size_t kLarge = 1'000'000;  // bytes: more is not made before there is room for it

Answer str_repr(Vm& vm, const Value& self) {
  const std::string_view all = vm.text(self);
  if (all.size() > kLarge &&
      vm.heap().would_overflow(static_cast<std::int64_t>(text::most_of_repr(all))))
    return vm.raise_memory_error();
  return vm.str(text::repr(all));
}
Answer str_str(Vm& vm, const Value& self) {
  return plain(vm, self);
}

Answer str_format_slot(Vm& vm, const Value& self, const Value& spec_text) {
  const std::string_view format = vm.text(spec_text);
  if (format.empty()) return vm.str_of(self);
  FormatSpec spec;
  std::string out;
  FormatError error = parse_format_spec(format, '<', vm.type_name(self), spec);
  if (!error) error = format_text(spec, vm.text(self), vm.type_name(self), out);
  if (error) return raise_format(vm, error);
  return vm.str(out);
}

Answer str_hash(Vm& vm, const Value& self) {
  StrObject* s = str_of(self);
  if (s->hash == 0) s->hash = hash_text(s->text());
  return vm.integer(s->hash);
}

Answer str_truth(Vm&, const Value& self) {
  return Value::boolean(str_of(self)->size != 0);
}
Answer str_length(Vm& vm, const Value& self) {
  return vm.integer(length_of(self));
}

Answer str_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!vm.is_str(b)) return Value::not_implemented();
  if (a.is(b)) return Value::boolean(holds_order(0, op));
  if (op == CompareOp::kEq || op == CompareOp::kNe)
    return Value::boolean((vm.text(a) == vm.text(b)) == (op == CompareOp::kEq));
  return Value::boolean(holds_order(vm.text(a).compare(vm.text(b)), op));
}

Answer str_get_item(Vm& vm, const Value& self, const Value& key) {
  if (key.is_small() && str_of(self)->ascii()) {
    const std::int64_t index =
        key.as_small() < 0 ? key.as_small() + length_of(self) : key.as_small();
    if (index >= 0 && index < length_of(self))
      return vm.str(vm.text(self).substr(static_cast<std::size_t>(index), 1));
  }
  const Subscript at = subscript(vm, key, length_of(self), "string");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      const std::string_view letter = cut(self, at.index, at.index + 1);
      std::size_t offset = 0;
      return vm.str_from_char(text::next_code_point(letter, offset));
    }
    case Subscript::Kind::kSlice: break;
  }
  const SliceRange& range = at.range;
  if (range.step == 1) return piece(vm, self, cut(self, range.start, range.start + range.count));
  const StrObject* s = str_of(self);
  std::string out;
  if (s->ascii()) {
    for (std::int64_t i = 0; i < range.count; ++i)
      out += s->text()[static_cast<std::size_t>(range.at(i))];
    return vm.str(out);
  }
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < s->size; ++i) {
    if (text::starts_code_point(s->text()[i])) offsets.push_back(static_cast<std::uint32_t>(i));
  }
  offsets.push_back(s->size);
  for (std::int64_t i = 0; i < range.count; ++i) {
    const auto k = static_cast<std::size_t>(range.at(i));
    out += s->text().substr(offsets[k], offsets[k + 1] - offsets[k]);
  }
  return vm.str(out);
}

Answer str_contains(Vm& vm, const Value& self, const Value& item) {
  if (!vm.is_str(item)) {
    return vm.raise_type_error(
        cat("'in <string>' requires string as left operand, not ", vm.type_name(item)));
  }
  return Value::boolean(text::find(vm.text(self), vm.text(item)) != std::string_view::npos);
}

Answer repeat(Vm& vm, const Value& string, const Value& count) {
  std::int64_t n = 0;
  const StrObject* s = str_of(string);
  if (repeats_too_often(vm, count, s->length, "repeated string is too long")) return Raised{};
  switch (repeat_count(vm, count, 1, s->size, n)) {
    case Repeat::kPending: return resolve_repeat(vm, string, count, false);
    case Repeat::kNotImplemented: return Value::not_implemented();
    case Repeat::kRaised: return Raised{};
    case Repeat::kOk: break;
  }
  if (n == 1) return plain(vm, string);
  const auto times = static_cast<std::size_t>(n);
  StrObject* made = vm.make_str(s->size * times, s->length * times);
  if (made == nullptr) return Raised{};
  for (std::size_t i = 0; i < times; ++i)
    std::memcpy(made->data() + i * s->size, s->data(), s->size);
  return Value::adopt(made);
}

Answer str_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  switch (op) {
    case BinaryOp::kAdd: {
      if (!vm.is_str(a)) return Value::not_implemented();
      if (!vm.is_str(b)) return cannot_concatenate(vm, b, "str");
      const StrObject* x = str_of(a);
      const StrObject* y = str_of(b);
      if (x->size == 0) return plain(vm, b);
      if (y->size == 0) return plain(vm, a);
      if (vm.heap().would_overflow(std::int64_t{x->size} + y->size)) return vm.raise_memory_error();
      StrObject* made = vm.make_str(x->size + y->size, x->length + y->length);
      if (made == nullptr) return Raised{};
      std::memcpy(made->data(), x->data(), x->size);
      std::memcpy(made->data() + x->size, y->data(), y->size);
      return Value::adopt(made);
    }
    case BinaryOp::kMultiply:
      if (!vm.is_str(a)) return repeat(vm, b, a);
      return has_own_rmul(vm, b) ? Value::not_implemented() : repeat(vm, a, b);
    case BinaryOp::kRemainder:
      if (!vm.is_str(a)) return Value::not_implemented();
      return str_percent(vm, a, b);
    default: return Value::not_implemented();
  }
}

Answer str_iter(Vm& vm, const Value& self) {
  return iterate_text(vm, self);
}

Answer str_iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<StrIterator>();
  if (!iterator->string) return Answer::stop();
  const std::string_view all = vm.text(iterator->string);
  if (iterator->offset >= all.size()) {
    iterator->string.reset();
    return Answer::stop();
  }
  if (static_cast<unsigned char>(all[iterator->offset]) < 0x80)
    return vm.str(all.substr(iterator->offset++, 1));
  return vm.str_from_char(text::next_code_point(all, iterator->offset));
}

Answer str_iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<StrIterator>();
  if (!iterator->string) return Value::small(0);
  return vm.integer(static_cast<std::int64_t>(
      text::count_code_points(vm.text(iterator->string).substr(iterator->offset))));
}

Answer str_iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<StrIterator>();
  if (!iterator->string) return reduced(vm, "iter", vm.tuple({vm.str("")}));
  const std::size_t gone =
      text::count_code_points(vm.text(iterator->string).substr(0, iterator->offset));
  return reduced(
      vm, "iter", vm.tuple({iterator->string}), vm.integer(static_cast<std::int64_t>(gone)));
}
Answer str_iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<StrIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->string ? length_of(iterator->string) : 0;
  if (!index_of_state(vm, args[1], 0, size, index)) return Raised{};
  if (iterator->string)
    iterator->offset = text::offset_of(vm.text(iterator->string), static_cast<std::size_t>(index));
  return Value::none();
}

Value make_of_class(Vm& vm, Type* cls, const Value& string) {
  if (cls == vm.types().str) return plain(vm, string);
  const StrObject* from = str_of(string);
  auto* made = vm.instantiate<StrObject>(cls, from->size + 1);
  made->hash = 0;
  made->size = from->size;
  made->length = from->length;
  std::memcpy(made->data(), from->data(), from->size);
  made->data()[from->size] = '\0';
  return Value::adopt(made);
}

SIMUL_RARE Native str_from_object(Vm& vm, Value cls, Value object) {
  Value text = co_await vm.str_of(object);
  co_return make_of_class(vm, cls.as<Type>(), text);
}

Answer str_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"str", {"object", "encoding", "errors"}, 3};
  Value slots[3];
  if (args.keywords() == 0 && args.size() == 1) {
    slots[0] = args[0];
  } else if (args.keywords() == 0 && args.size() > 3) {
    return vm.raise_type_error(cat("str expected at most 3 arguments, got ", args.size()));
  } else if (!vm.parse(args, kParameters, slots)) {
    return Raised{};
  }
  if (!slots[0]) return make_of_class(vm, cls, vm.str(""));
  for (int i : {1, 2}) {
    if (!slots[i] || vm.is_str(slots[i])) continue;
    return vm.raise_type_error(cat("str() argument '",
                                   i == 1 ? "encoding" : "errors",
                                   "' must be str, not ",
                                   vm.type_name(slots[i])));
  }
  if (slots[1] || slots[2]) {
    if (vm.is_str(slots[0])) return vm.raise_type_error("decoding str is not supported");
    const auto* view =
        vm.is_exactly(slots[0], vm.types().memoryview) ? slots[0].as<MemoryViewObject>() : nullptr;
    const bool in_pieces = view != nullptr && !is_contiguous(*view);
    if (!is_bytes_like(vm, slots[0]) || in_pieces) {
      return vm.raise_type_error(
          cat("decoding to str: need a bytes-like object, ", vm.type_name(slots[0]), " found"));
    }
    if (!slots[1]) slots[1] = vm.str("utf-8");
    if (!slots[2]) slots[2] = vm.str("strict");
    if (!is_bytes(vm, slots[0]) && !is_bytearray(vm, slots[0]))
      return decode_bytes(vm, bytes_copy(vm, slots[0]), vm.text(slots[1]), vm.text(slots[2]));
    return vm.call_method(slots[0], "decode", {slots[1], slots[2]});
  }
  if (cls == vm.types().str) return vm.str_of(slots[0]);
  return str_from_object(vm, Value::share(cls), slots[0]);
}

std::size_t str_size_of(const Object* self) {
  return sizeof(StrObject) + static_cast<const StrObject*>(self)->size + 1;
}

}  // namespace

Value iterate_text(Vm& vm, const Value& text) {
  auto* iterator = vm.heap().make<StrIterator>(vm.types().str_iterator);
  iterator->string = text;
  return Value::adopt(iterator);
}

void install_text(Vm& vm) {
  Slots slots = {.destroy = destroy_as<StrObject>,
                 .size_of = str_size_of,
                 .repr = str_repr,
                 .str = str_str,
                 .format = str_format_slot,
                 .hash = str_hash,
                 .truth = str_truth,
                 .compare = str_compare,
                 .iter = str_iter,
                 .length = str_length,
                 .get_item = str_get_item,
                 .contains = str_contains,
                 .binary = str_binary,
                 .create = str_create};
  slots.sequence = true;
  slots.binary_mask =
      op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kMultiply) | op_bit(BinaryOp::kRemainder);
  vm.define(vm.types().str,
            {.name = "str",
             .instance_size = sizeof(StrObject),
             .flags = kSubclassable | kVariableSize,
             .slots = slots,
             .methods = str_methods()});
  vm.define(vm.types().str_iterator,
            {.name = "str_ascii_iterator",
             .instance_size = sizeof(StrIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<StrIterator>,
                       .iter = [](Vm&, const Value& self) -> Answer { return self; },
                       .next = str_iterator_next},
             .methods = {{"__length_hint__", str_iterator_hint, 0, 0},
                         {"__reduce__", str_iterator_reduce, 0, 0},
                         {"__setstate__", str_iterator_set_state, 1, 1}}});
  install_bytes(vm);
}

}  // namespace simul::vm

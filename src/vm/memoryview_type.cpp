// The type memoryview over bytes and bytearray, items of any of the struct module's native
// formats. Mirrors Objects/memoryobject.c for such buffers.
//
// A bytearray counts its open views, and keeps its size for as long as there is one.
#include <algorithm>
#include <cstring>
#include <limits>
#include <span>

#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"

namespace simul::vm {
namespace {

MemoryViewObject* view_of(const Value& value) {
  return value.as<MemoryViewObject>();
}

bool need_open(Vm& vm, const Value& self) {
  if (view_of(self)->base) return true;
  return need_unreleased(vm, self);
}

void let_go(MemoryViewObject* view) {
  if (view->base && view->counted) --view->base.as<ByteArrayObject>()->views;
  view->base.reset();
}

void destroy(Object* self) {
  auto* view = static_cast<MemoryViewObject*>(self);
  let_go(view);
  view->~MemoryViewObject();
}

MemoryViewObject* make_view(Vm& vm, const Value& base) {
  auto* view = vm.heap().make<MemoryViewObject>(vm.types().memoryview);
  view->base = base;
  view->counted = is_bytearray(vm, base);
  if (view->counted) ++base.as<ByteArrayObject>()->views;
  return view;
}

// Another view of the same bytes, of the same kind of items.
MemoryViewObject* view_like(Vm& vm, const MemoryViewObject& other) {
  auto* view = make_view(vm, other.base);
  view->start = other.start;
  view->shape = other.shape;
  view->count = other.count;
  view->step = other.step;
  view->row = other.row;
  view->width = other.width;
  view->code = other.code;
  view->read_only = other.read_only;
  return view;
}

bool is_read_only(Vm& vm, const MemoryViewObject& view) {
  return view.read_only || !is_bytearray(vm, view.base);
}

// ---- dimensions

std::size_t dimensions(const MemoryViewObject& view) {
  return view.shape ? view.shape.as<TupleObject>()->size : 1;
}
std::int64_t extent(const MemoryViewObject& view, std::size_t dimension) {
  if (dimension == 0) return view.count;
  return view.shape.as<TupleObject>()->items()[dimension].as_small();
}
// From one element of a dimension to the next, for each dimension.
std::vector<std::int64_t> steps_of(const MemoryViewObject& view) {
  std::vector<std::int64_t> steps(dimensions(view));
  std::int64_t step = view.width;
  for (std::size_t i = steps.size(); i-- > 1; step *= extent(view, i)) steps[i] = step;
  if (!steps.empty()) steps[0] = view.step;
  return steps;
}

Raised not_made(Vm& vm, std::string_view what) {
  return vm.raise(vm.exceptions().NotImplementedError, what);
}

// ---- items

// How many bytes an item of such a format has; 0: no such format.
std::int64_t width_of(char code) {
  switch (code) {
    case 'b':
    case 'B':
    case 'c':
    case '?': return 1;
    case 'h':
    case 'H': return 2;
    case 'i':
    case 'I':
    case 'f': return 4;
    case 'l':
    case 'L':
    case 'q':
    case 'Q':
    case 'n':
    case 'N':
    case 'd': return 8;
    default: return 0;
  }
}
bool is_unsigned(char code) {
  return code == 'B' || code == 'H' || code == 'I' || code == 'L' || code == 'Q' || code == 'N';
}

template <class T>
T read(const char* from) {
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

Value unpack(Vm& vm, char code, const char* from) {
  switch (code) {
    case 'b': return vm.integer(read<std::int8_t>(from));
    case 'B': return vm.integer(read<std::uint8_t>(from));
    case 'h': return vm.integer(read<std::int16_t>(from));
    case 'H': return vm.integer(read<std::uint16_t>(from));
    case 'i': return vm.integer(read<std::int32_t>(from));
    case 'I': return vm.integer(read<std::uint32_t>(from));
    case 'l':
    case 'q':
    case 'n': return vm.integer(read<std::int64_t>(from));
    case 'L':
    case 'Q':
    case 'N': return make_int(vm, BigInt::from_uint64(read<std::uint64_t>(from)));
    case 'f': return vm.real(static_cast<double>(read<float>(from)));
    case 'd': return vm.real(read<double>(from));
    case '?': return Value::boolean(*from != 0);
    default: return vm.bytes(std::string_view(from, 1));
  }
}

// The item's bytes into `to`. Gives None.
Native pack(Vm& vm, Value view_value, std::int64_t offset, Value item) {
  const char code = view_of(view_value)->code;
  const auto refused = [&](bool value) {
    const std::string text = cat("memoryview: invalid ",
                                 value ? "value" : "type",
                                 " for format '",
                                 std::string_view(&code, 1),
                                 "'");
    return value ? vm.raise_value_error(text) : vm.raise_type_error(text);
  };
  char bytes[8] = {};
  if (code == 'f' || code == 'd') {
    double number = 0;
    if (!is_int(vm, item) && !is_float(vm, item)) co_return refused(false);
    if (!number_to_double(vm, item, number)) co_return Raised{};
    const auto single = static_cast<float>(number);
    if (code == 'f')
      std::memcpy(bytes, &single, sizeof single);
    else
      std::memcpy(bytes, &number, sizeof number);
  } else if (code == '?') {
    Value truth = co_await vm.truth(item);
    bytes[0] = truth.is_true() ? 1 : 0;
  } else if (code == 'c') {
    if (!is_bytes(vm, item)) co_return refused(false);
    if (bytes_text(vm, item).size() != 1) co_return refused(true);
    bytes[0] = bytes_text(vm, item)[0];
  } else {
    if (!is_int(vm, item) && vm.type_of(item)->slots.index == nullptr) co_return refused(false);
    Value whole = co_await vm.index(item);
    const std::int64_t width = width_of(code);
    std::int64_t number = 0;
    if (!vm.to_int64(whole, number)) {
      const BigInt large = big_of(whole);
      if (width != 8 || !is_unsigned(code) || large.sign() < 0 || large.bit_length() > 64)
        co_return refused(true);
      const std::string magnitude = large.magnitude_bytes();
      std::memcpy(&number, magnitude.data(), std::min<std::size_t>(magnitude.size(), 8));
    } else if (is_unsigned(code) ? number < 0 || (width < 8 && number >> (8 * width) != 0)
                                 : width < 8 && (number < -(std::int64_t{1} << (8 * width - 1)) ||
                                                 number >= std::int64_t{1} << (8 * width - 1))) {
      co_return refused(true);
    }
    std::memcpy(bytes, &number, 8);
  }
  if (!need_open(vm, view_value)) co_return Raised{};
  std::string& content = view_of(view_value)->base.as<ByteArrayObject>()->content;
  std::memcpy(content.data() + offset, bytes, static_cast<std::size_t>(view_of(view_value)->width));
  co_return Value::none();
}

Answer create(Vm& vm, Type*, const CallArgs& args) {
  static constexpr Parameters kParameters{"memoryview", {"object"}, 1, 1};
  Value slots[1];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!need_unreleased(vm, slots[0])) return Raised{};
  if (!is_bytes_like(vm, slots[0])) {
    return vm.raise_type_error(
        cat("memoryview: a bytes-like object is required, not '", vm.type_name(slots[0]), "'"));
  }
  if (vm.is_kind_of(slots[0], vm.types().memoryview)) {
    return Value::adopt(view_like(vm, *view_of(slots[0])));
  }
  auto* view = make_view(vm, slots[0]);
  view->count = static_cast<std::int64_t>(bytes_text(vm, slots[0]).size());
  return Value::adopt(view);
}

Answer length(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  if (dimensions(*view_of(self)) == 0) return vm.raise_type_error("0-dim memory has no length");
  return vm.integer(extent(*view_of(self), 0));
}

bool is_index(Vm& vm, const Value& value) {
  return is_int(vm, value) || vm.type_of(value)->slots.index != nullptr;
}

Raised index_too_large(Vm& vm) {
  return vm.raise(vm.exceptions().IndexError, "cannot fit 'int' into an index-sized integer");
}

// The offset of the item that a tuple of indices names, into `at`. Gives None.
SIMUL_RARE Native find_item(Vm& vm, Value self, Value key, std::int64_t& at) {
  const std::size_t count = key.as<TupleObject>()->size;
  if (count < dimensions(*view_of(self))) co_return not_made(vm, "sub-views are not implemented");
  if (count > dimensions(*view_of(self))) {
    co_return vm.raise_type_error(cat("cannot index ",
                                      dimensions(*view_of(self)),
                                      "-dimension view with ",
                                      count,
                                      "-element tuple"));
  }
  at = view_of(self)->start;
  for (std::size_t i = 0; i < count; ++i) {
    Value index = co_await vm.index(key.as<TupleObject>()->items()[i]);
    if (!need_open(vm, self)) co_return Raised{};
    std::int64_t number = 0;
    if (!vm.to_int64(index, number)) co_return index_too_large(vm);
    const std::int64_t room = extent(*view_of(self), i);
    if (number < 0) number += room;
    if (number < 0 || number >= room)
      co_return vm.raise(vm.exceptions().IndexError,
                         cat("index out of bounds on dimension ", i + 1));
    at += number * steps_of(*view_of(self))[i];
  }
  co_return Value::none();
}

// What a key is for a view that has not one dimension, and for a tuple in any view.
enum class Kind { kItem, kWhole, kSubView, kSlices, kNone, kNoKey };
Kind kind_of(Vm& vm, const MemoryViewObject& view, const Value& key) {
  const bool tuple = vm.is_kind_of(key, vm.types().tuple);
  if (dimensions(view) == 0) {
    if (tuple && key.as<TupleObject>()->size == 0) return Kind::kItem;
    return key.is_ellipsis() ? Kind::kWhole : Kind::kNone;
  }
  if (is_index(vm, key)) return Kind::kSubView;
  if (is_slice(vm, key)) return Kind::kSlices;
  if (!tuple) return Kind::kNoKey;
  const TupleObject* keys = key.as<TupleObject>();
  const auto all = [&](auto&& each) {
    return std::all_of(keys->items(), keys->items() + keys->size, each);
  };
  if (all([&](const Value& one) { return is_index(vm, one); })) return Kind::kItem;
  if (keys->size > 0 && all([&](const Value& one) { return is_slice(vm, one); }))
    return Kind::kSlices;
  return Kind::kNoKey;
}

SIMUL_RARE Native get_by_dimensions(Vm& vm, Value self, Value key) {
  switch (kind_of(vm, *view_of(self), key)) {
    case Kind::kItem: {
      std::int64_t at = 0;
      co_await find_item(vm, self, key, at);
      const auto* view = view_of(self);
      co_return unpack(vm, view->code, bytes_text(vm, view->base).data() + at);
    }
    case Kind::kWhole: co_return self;
    case Kind::kSubView: co_return not_made(vm, "multi-dimensional sub-views are not implemented");
    case Kind::kSlices: co_return not_made(vm, "multi-dimensional slicing is not implemented");
    case Kind::kNone: co_return vm.raise_type_error("invalid indexing of 0-dim memory");
    case Kind::kNoKey: break;
  }
  co_return vm.raise_type_error("memoryview: invalid slice key");
}

SIMUL_RARE Native set_by_dimensions(Vm& vm, Value self, Value key, Value item) {
  switch (kind_of(vm, *view_of(self), key)) {
    case Kind::kItem: {
      std::int64_t at = 0;
      co_await find_item(vm, self, key, at);
      co_return pack(vm, self, at, item);
    }
    case Kind::kWhole: co_return pack(vm, self, view_of(self)->start, item);
    case Kind::kSubView: co_return not_made(vm, "sub-views are not implemented");
    case Kind::kSlices:
      co_return not_made(vm, "memoryview slice assignments are currently restricted to ndim = 1");
    case Kind::kNone: co_return vm.raise_type_error("invalid indexing of 0-dim memory");
    case Kind::kNoKey: break;
  }
  co_return vm.raise_type_error("memoryview: invalid slice key");
}

bool goes_by_dimensions(Vm& vm, const Value& self, const Value& key) {
  return view_of(self)->shape || vm.is_kind_of(key, vm.types().tuple);
}

// An index that there is, or a slice; false: raised.
bool need_key(Vm& vm, const Value& key, std::int64_t count) {
  if (is_int(vm, key)) {
    std::int64_t at = 0;
    if (!vm.to_int64(key, at)) {
      index_too_large(vm);
      return false;
    }
    if (at >= -count && at < count) return true;
    static_cast<void>(vm.raise(vm.exceptions().IndexError, "index out of bounds on dimension 1"));
    return false;
  }
  if (is_slice(vm, key) || vm.type_of(key)->slots.index != nullptr) return true;
  static_cast<void>(vm.raise_type_error("memoryview: invalid slice key"));
  return false;
}

Answer get_item(Vm& vm, const Value& self, const Value& key) {
  if (!need_open(vm, self)) return Raised{};
  const bool part_of_rows = is_slice(vm, key) && dimensions(*view_of(self)) > 0;
  if (!part_of_rows && goes_by_dimensions(vm, self, key)) return get_by_dimensions(vm, self, key);
  if (!need_key(vm, key, view_of(self)->count)) return Raised{};
  const auto* view = view_of(self);
  const Subscript at = subscript(vm, key, view->count, "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript(vm, self, key);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: {
      const std::int64_t offset = view->start + at.index * view->step;
      return unpack(vm, view->code, bytes_text(vm, view->base).data() + offset);
    }
    case Subscript::Kind::kSlice: break;
  }
  auto* part = view_like(vm, *view);
  part->start = view->start + at.range.start * view->step;
  part->count = at.range.count;
  part->step = view->step * at.range.step;
  if (view->shape) {
    const TupleObject* shape = view->shape.as<TupleObject>();
    std::vector<Value> extents(shape->items(), shape->items() + shape->size);
    extents[0] = vm.integer(part->count);
    part->shape = vm.tuple(std::move(extents));
  }
  return Value::adopt(part);
}

Answer set_item(Vm& vm, const Value& self, const Value& key, const Value& item) {
  if (!need_open(vm, self)) return Raised{};
  const auto* view = view_of(self);
  if (is_read_only(vm, *view)) return vm.raise_type_error("cannot modify read-only memory");
  if (!item) return vm.raise_type_error("cannot delete memory");
  if (goes_by_dimensions(vm, self, key)) return set_by_dimensions(vm, self, key, item);
  if (!need_key(vm, key, view_of(self)->count)) return Raised{};
  const Subscript at = subscript(vm, key, view->count, "index");
  switch (at.kind) {
    case Subscript::Kind::kPending: return resolve_subscript_set(vm, self, key, item);
    case Subscript::Kind::kRaised: return Raised{};
    case Subscript::Kind::kIndex: return pack(vm, self, view->start + at.index * view->step, item);
    case Subscript::Kind::kSlice: break;
  }
  if (!need_bytes_like(vm, item)) return Raised{};
  const std::string with = bytes_copy(vm, item);
  const char code = vm.is_kind_of(item, vm.types().memoryview) ? view_of(item)->code : 'B';
  if (code != view->code ||
      static_cast<std::int64_t>(with.size()) != at.range.count * view->width) {
    return vm.raise_value_error(
        "memoryview assignment: lvalue and rvalue have different structures");
  }
  std::string& content = view->base.as<ByteArrayObject>()->content;
  for (std::int64_t i = 0; i < at.range.count; ++i) {
    std::memcpy(content.data() + view->start + at.range.at(i) * view->step,
                with.data() + i * view->width,
                static_cast<std::size_t>(view->width));
  }
  return Value::none();
}

// The items from `offset` on, as lists of lists by the dimensions from this one on.
Value nested(Vm& vm,
             const MemoryViewObject& view,
             const std::vector<std::int64_t>& steps,
             std::size_t dimension,
             std::int64_t offset) {
  if (dimension == steps.size())
    return unpack(vm, view.code, bytes_text(vm, view.base).data() + offset);
  std::vector<Value> items;
  for (std::int64_t i = 0; i < extent(view, dimension); ++i)
    items.push_back(nested(vm, view, steps, dimension + 1, offset + i * steps[dimension]));
  return vm.list(std::move(items));
}

Value list_of(Vm& vm, const Value& self) {
  const auto* view = view_of(self);
  if (view->shape) return nested(vm, *view, steps_of(*view), 0, view->start);
  std::vector<Value> items;
  items.reserve(static_cast<std::size_t>(view->count));
  const char* begin = bytes_text(vm, view->base).data() + view->start;
  for (std::int64_t i = 0; i < view->count; ++i)
    items.push_back(unpack(vm, view->code, begin + i * view->step));
  return vm.list(std::move(items));
}

Answer compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (op != CompareOp::kEq && op != CompareOp::kNe) return Value::not_implemented();
  const auto code = [&vm](const Value& value) {
    return vm.is_kind_of(value, vm.types().memoryview) ? view_of(value)->code : 'B';
  };
  const auto closed = [&vm](const Value& value) {
    return vm.is_kind_of(value, vm.types().memoryview) && !view_of(value)->base;
  };
  if (a.is_object() && b.is_object() && (closed(a) || closed(b)))
    return Value::boolean((a.object() == b.object()) == (op == CompareOp::kEq));
  if (!is_bytes_like(vm, b) || !is_bytes_like(vm, a)) return Value::not_implemented();
  const auto shape_of = [&vm](const Value& value) {
    std::vector<std::int64_t> extents;
    if (!vm.is_kind_of(value, vm.types().memoryview))
      extents.push_back(static_cast<std::int64_t>(bytes_text(vm, value).size()));
    else
      for (std::size_t i = 0; i < dimensions(*view_of(value)); ++i)
        extents.push_back(extent(*view_of(value), i));
    return extents;
  };
  if (shape_of(a) != shape_of(b)) return Value::boolean(op == CompareOp::kNe);
  if (code(a) == code(b) && code(a) != 'f' && code(a) != 'd')
    return Value::boolean((bytes_copy(vm, a) == bytes_copy(vm, b)) == (op == CompareOp::kEq));
  const auto items = [&vm](const Value& value) {
    if (vm.is_kind_of(value, vm.types().memoryview)) return list_of(vm, value);
    std::vector<Value> bytes;
    for (char c : bytes_text(vm, value))
      bytes.push_back(Value::small(static_cast<unsigned char>(c)));
    return vm.list(std::move(bytes));
  };
  return vm.compare(items(a), items(b), op);
}

Answer hash(Vm& vm, const Value& self) {
  if (view_of(self)->hashed) return view_of(self)->hashed;
  if (!need_open(vm, self)) return Raised{};
  if (is_bytearray(vm, view_of(self)->base) && !view_of(self)->read_only)
    return vm.raise_value_error("cannot hash writable memoryview object");
  const char code = view_of(self)->code;
  if (code != 'B' && code != 'b' && code != 'c')
    return vm.raise_value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  const Value content = vm.bytes(bytes_copy(vm, self));
  return view_of(self)->hashed = vm.hash(content).take();
}

Answer repr(Vm& vm, const Value& self) {
  return vm.str(cat(view_of(self)->base ? "<memory at " : "<released memory at ",
                    quoted_address(self.object()),
                    ">"));
}

Answer to_bytes(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return vm.bytes(bytes_copy(vm, args[0]));
}
Answer to_list(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  const std::int64_t count = view_of(args[0])->count;
  if (vm.heap().would_overflow(count * static_cast<std::int64_t>(sizeof(Value))))
    return vm.raise_memory_error();
  return list_of(vm, args[0]);
}
Answer hex(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return vm.call_method(vm.bytes(bytes_copy(vm, args[0])), vm.name("hex"), args.tail());
}
Answer to_read_only(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  auto* view = view_like(vm, *view_of(args[0]));
  view->read_only = true;
  return Value::adopt(view);
}

constexpr std::size_t kMostDimensions = 64;

std::span<const Value> elements_of(Vm& vm, const Value& shape) {
  if (vm.is_kind_of(shape, vm.types().list)) {
    const std::vector<Value>& items = shape.as<ListObject>()->items;
    return {items.data(), items.size()};
  }
  return {shape.as<TupleObject>()->items(), shape.as<TupleObject>()->size};
}

// Of one dimension until now, its items side by side; false: raised.
bool reshape(Vm& vm, MemoryViewObject& view, std::span<const Value> shape) {
  std::int64_t product = 1;
  std::vector<Value> extents;
  for (const Value& each : shape) {
    std::int64_t number = 0;
    if (!is_int(vm, each)) {
      vm.raise_type_error("memoryview.cast(): elements of shape must be integers");
      return false;
    }
    if (!size_argument(vm, each, number)) return false;
    if (number <= 0) {
      vm.raise_value_error("memoryview.cast(): elements of shape must be integers > 0");
      return false;
    }
    if (number > std::numeric_limits<std::int64_t>::max() / product) {
      vm.raise_value_error("memoryview.cast(): product(shape) > SSIZE_MAX");
      return false;
    }
    product *= number;
    extents.push_back(vm.integer(number));
  }
  if (product != view.count) {
    vm.raise_type_error("memoryview: product(shape) * itemsize != buffer size");
    return false;
  }
  if (shape.size() == 1) return true;
  view.count = extents.empty() ? 1 : extents[0].as_small();
  view.row = view.step = view.width * (product / view.count);
  view.shape = vm.tuple(std::move(extents));
  return true;
}

std::int64_t bytes_of(const MemoryViewObject& view) {
  return view.count * view.row;
}

// cast(format, shape=<none>)
Answer cast(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  static constexpr Parameters kParameters{"cast", {"format", "shape"}, 2, 1};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  if (!vm.is_str(slots[0]))
    return vm.raise_type_error(
        cat("cast() argument 'format' must be str, not ", vm.type_name(slots[0])));
  const auto* view = view_of(args[0]);
  if (!is_contiguous(*view))
    return vm.raise_type_error("memoryview: casts are restricted to C-contiguous views");
  if ((slots[1] || view->shape) && view->count == 0)
    return vm.raise_type_error("memoryview: cannot cast view with zeros in shape or strides");
  if (slots[1]) {
    if (!vm.is_kind_of(slots[1], vm.types().list) && !vm.is_kind_of(slots[1], vm.types().tuple))
      return vm.raise_type_error("shape must be a list or a tuple");
    const std::size_t wanted = elements_of(vm, slots[1]).size();
    if (wanted > kMostDimensions)
      return vm.raise_value_error("memoryview: number of dimensions must not exceed 64");
    if (dimensions(*view) != 1 && wanted != 1)
      return vm.raise_type_error("memoryview: cast must be 1D -> ND or ND -> 1D");
  }
  std::string_view text = vm.text(slots[0]);
  if (text.size() == 2 && text[0] == '@') text.remove_prefix(1);
  const std::int64_t width = text.size() == 1 ? width_of(text[0]) : 0;
  if (width == 0)
    return vm.raise_value_error(
        "memoryview: destination format must be a native single character format prefixed with an "
        "optional '@'");
  const auto is_byte = [](char code) { return code == 'B' || code == 'b' || code == 'c'; };
  if (!is_byte(text[0]) && !is_byte(view->code))
    return vm.raise_type_error("memoryview: cannot cast between two non-byte formats");
  const std::int64_t bytes = bytes_of(*view);
  if (bytes % width != 0)
    return vm.raise_type_error("memoryview: length is not a multiple of itemsize");
  auto* made = view_like(vm, *view);
  made->count = bytes / width;
  made->step = made->row = made->width = width;
  made->code = text[0];
  made->shape.reset();
  Value result = Value::adopt(made);
  if (slots[1] && !reshape(vm, *made, elements_of(vm, slots[1]))) return Raised{};
  return result;
}
Answer release(Vm&, const CallArgs& args) {
  let_go(view_of(args[0]));
  return Value::none();
}
Answer enter(Vm& vm, const CallArgs& args) {
  if (!need_open(vm, args[0])) return Raised{};
  return args[0];
}
template <std::int64_t (*kGet)(const MemoryViewObject&)>
Answer number(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.integer(kGet(*view_of(self)));
}
std::int64_t item_size(const MemoryViewObject& view) {
  return view.width;
}
std::int64_t dimension_count(const MemoryViewObject& view) {
  return static_cast<std::int64_t>(dimensions(view));
}
Answer object(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return view_of(self)->base;
}
Answer read_only(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return Value::boolean(is_read_only(vm, *view_of(self)));
}
Answer format(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.str(std::string_view(&view_of(self)->code, 1));
}
Answer shape(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  if (view_of(self)->shape) return view_of(self)->shape;
  return vm.tuple({vm.integer(view_of(self)->count)});
}
Answer strides(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  std::vector<Value> steps;
  for (const std::int64_t step : steps_of(*view_of(self))) steps.push_back(vm.integer(step));
  return vm.tuple(std::move(steps));
}
Answer suboffsets(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return vm.tuple({});
}
Answer contiguous(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  return Value::boolean(is_contiguous(*view_of(self)));
}
// As Fortran has arrays: the first index goes fastest.
Answer fortran(Vm& vm, const Value& self) {
  if (!need_open(vm, self)) return Raised{};
  const auto* view = view_of(self);
  if (view->count == 0) return Value::boolean(is_contiguous(*view));
  const std::vector<std::int64_t> steps = steps_of(*view);
  std::int64_t step = view->width;
  for (std::size_t i = 0; i < steps.size(); step *= extent(*view, i++))
    if (extent(*view, i) > 1 && steps[i] != step) return Value::boolean(false);
  return Value::boolean(true);
}

}  // namespace

void install_memoryview(Vm& vm) {
  Slots slots = {.destroy = destroy,
                 .repr = repr,
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
                         {"hex", hex, 0, 2, kKeywords},
                         {"toreadonly", to_read_only, 0, 0},
                         {"cast", cast, 0, -1, kKeywords},
                         {"release", release, 0, 0},
                         {"__enter__", enter, 0, 0},
                         {"__exit__", release, 0, 3}},
             .getters = {{"obj", object},
                         {"nbytes", number<bytes_of>},
                         {"itemsize", number<item_size>},
                         {"ndim", number<dimension_count>},
                         {"readonly", read_only},
                         {"format", format},
                         {"shape", shape},
                         {"strides", strides},
                         {"suboffsets", suboffsets},
                         {"contiguous", contiguous},
                         {"c_contiguous", contiguous},
                         {"f_contiguous", fortran}}});
  vm.types().memoryview->flags |= kSequencePattern;
}

}  // namespace simul::vm

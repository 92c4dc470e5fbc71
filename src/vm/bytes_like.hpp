// What bytes, bytearray and memoryview share: the content as it lies in memory, and the methods
// that bytes and bytearray have in common, which answer with the kind that they were asked of.
//
// Mirrors Objects/bytes_methods.c and stringlib as far as programs on a playground see them. ASCII
// decides about letters and white space, whatever the locale.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vm/sequence.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

struct ByteArrayObject : Object {
  std::string content;
  std::uint32_t charged = 0;  // bytes that the heap has counted, as a list's
  std::uint32_t views = 0;    // open memoryviews: it keeps its size for so long
};

// Rows, `count` of them, `step` bytes from one to the next, in `base` (bytes or bytearray) from
// `start`; the `row` bytes of each lie side by side. Items have `width` bytes and are read as the
// struct module's `code` says; with one dimension a row is an item. An empty base: released.
struct MemoryViewObject : Object {
  Value base;
  Value hashed;  // what hash() has said: it stays so after release()
  Value shape;   // a tuple of ints; empty: one dimension
  std::int64_t start = 0, count = 0, step = 1, row = 1, width = 1;
  char code = 'B';
  bool read_only = false;
  bool counted = false;  // by the bytearray under it
};

inline bool is_contiguous(const MemoryViewObject& view) {
  return view.count == 1 || view.step == view.row || (view.count == 0 && view.shape);
}

inline bool is_bytes(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().bytes);
}
inline bool is_bytearray(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().bytearray);
}
// A memoryview that was released.
inline bool is_released_view(Vm& vm, const Value& value) {
  return value.is_object() && vm.is_kind_of(value, vm.types().memoryview) &&
         !value.as<MemoryViewObject>()->base;
}
// Something with a buffer.
inline bool is_bytes_like(Vm& vm, const Value& value) {
  return is_bytes(vm, value) || is_bytearray(vm, value) ||
         (value.is_object() && vm.is_kind_of(value, vm.types().memoryview) &&
          value.as<MemoryViewObject>()->base);
}
// The bytes of a bytes or bytearray, valid until it changes.
std::string_view bytes_text(Vm& vm, const Value& value);
// A copy of what is bytes-like.
std::string bytes_copy(Vm& vm, const Value& value);
// `content` as a bytes or, where `like` is a bytearray, as a bytearray.
Value bytes_as(Vm& vm, const Value& like, std::string_view content);
Value make_bytearray(Vm& vm, std::string_view content);
// The bytes of a slice; `room` holds them where they do not lie side by side.
std::string_view slice_of_bytes(std::string_view all, const SliceRange& range, std::string& room);
// False, having raised it: "operation forbidden on released memoryview object".
bool need_unreleased(Vm& vm, const Value& value);
// False: raised "a bytes-like object is required, not 'str'".
bool need_bytes_like(Vm& vm, const Value& value);
// One item of such a sequence; false: raised. Only for what is_int.
bool byte_of(Vm& vm, const Value& value, char& byte, std::string_view complaint);
// The content that bytes(source, encoding, errors) and bytearray(…) make, as a bytes.
Answer bytes_content(Vm& vm, const CallArgs& args, const char* type_name);
// bytes of an iterable of ints.
Native bytes_from_iterable(Vm& vm, Value iterable, bool array);
Answer bytes_compare(Vm& vm, const Value& a, const Value& b, CompareOp op);
Answer bytes_contains(Vm& vm, const Value& self, const Value& item);
Answer bytes_length(Vm& vm, const Value& self);
Answer bytes_iter(Vm& vm, const Value& self);
// + and *, for either.
Answer bytes_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b);

// decode, hex, find, split and the others that both have.
std::vector<NativeDef> bytes_methods();

void install_bytearray(Vm& vm);
void install_memoryview(Vm& vm);

}  // namespace simul::vm

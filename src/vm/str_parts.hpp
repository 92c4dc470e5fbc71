// What the slots and the methods of str share.
#pragma once

#include <string_view>
#include <vector>

#include "vm/internals.hpp"

namespace simul::vm {

inline StrObject* str_of(const Value& value) {
  return value.as<StrObject>();
}
inline std::int64_t length_of(const Value& value) {
  return str_of(value)->length;
}
// Bytes from code point `start` up to `stop`.
std::string_view cut(const Value& string, std::int64_t start, std::int64_t stop);
// An exact str equal to this one.
Value plain(Vm& vm, const Value& string);
// The piece as a str; the whole text gives the same object.
Value piece(Vm& vm, const Value& whole, std::string_view part);
// False: raised, `message` and what it was given instead.
bool need_str(Vm& vm, const Value& value, std::string_view message);
[[nodiscard]] std::vector<NativeDef> str_methods();
// Methods with a file of their own.
Answer str_split(Vm& vm, const CallArgs& args);
Answer str_rsplit(Vm& vm, const CallArgs& args);
Answer str_split_lines(Vm& vm, const CallArgs& args);
Answer str_partition(Vm& vm, const CallArgs& args);
Answer str_rpartition(Vm& vm, const CallArgs& args);
Answer str_join_method(Vm& vm, const CallArgs& args);
Native str_translate(Vm& vm, OwnedArgs args);
Native str_make_translation(Vm& vm, OwnedArgs args);

}  // namespace simul::vm

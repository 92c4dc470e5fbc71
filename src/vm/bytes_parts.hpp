// What the files of the methods of bytes and bytearray share: bytes_methods.cpp, bytes_split.cpp,
// bytes_change.cpp. ASCII decides what is a letter.
#pragma once

#include "vm/bytes_like.hpp"

namespace simul::vm::bytes {

inline constexpr std::string_view kSpaces = " \t\n\r\v\f";
inline bool is_space(char c) {
  return kSpaces.find(c) != std::string_view::npos;
}
inline bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
inline bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
inline bool is_alpha(char c) {
  return is_lower(c) || is_upper(c);
}
inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline char swap_case(char c) {
  return static_cast<char>(c ^ 0x20);
}
inline char to_lower(char c) {
  return is_upper(c) ? swap_case(c) : c;
}
inline char to_upper(char c) {
  return is_lower(c) ? swap_case(c) : c;
}

template <bool kFromRight>
Answer split(Vm& vm, const CallArgs& args);
Answer split_lines(Vm& vm, const CallArgs& args);
template <bool kFromRight>
Answer partition(Vm& vm, const CallArgs& args);
Native join(Vm& vm, OwnedArgs args);

Answer replace(Vm& vm, const CallArgs& args);
template <bool kLeft, bool kRight>
Answer strip(Vm& vm, const CallArgs& args);
template <bool kSuffix>
Answer remove_affix(Vm& vm, const CallArgs& args);
Answer upper(Vm& vm, const CallArgs& args);
Answer lower(Vm& vm, const CallArgs& args);
Answer swapcase(Vm& vm, const CallArgs& args);
Answer capitalize(Vm& vm, const CallArgs& args);
Answer title(Vm& vm, const CallArgs& args);
template <int kSide>
Answer justify(Vm& vm, const CallArgs& args);
Answer zero_fill(Vm& vm, const CallArgs& args);
Answer expand_tabs(Vm& vm, const CallArgs& args);
Answer translate(Vm& vm, const CallArgs& args);
Answer make_translation(Vm& vm, const CallArgs& args);

}  // namespace simul::vm::bytes

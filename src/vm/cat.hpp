// cat: glues texts and numbers, for messages. The house has no std::format.
#pragma once

#include <concepts>
#include <string>
#include <string_view>

namespace simul::vm {

inline void append_piece(std::string& out, std::string_view piece) {
  out += piece;
}
inline void append_piece(std::string& out, const char* piece) {
  out += piece;
}
inline void append_piece(std::string& out, const std::string& piece) {
  out += piece;
}
inline void append_piece(std::string& out, char piece) {
  out += piece;
}
template <std::integral Number>
  requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
void append_piece(std::string& out, Number number) {
  out += std::to_string(number);
}

template <typename... Pieces>
std::string cat(const Pieces&... pieces) {
  std::string out;
  (append_piece(out, pieces), ...);
  return out;
}

}  // namespace simul::vm

// cat: glues texts and numbers, for messages. The house has no std::format.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace simul::vm {

// Out of line, as every kind of message has a cat of its own with all of them inside.
void append_piece(std::string& out, std::string_view piece);
void append_piece(std::string& out, const char* piece);
void append_piece(std::string& out, const std::string& piece);
void append_piece(std::string& out, char piece);
void append_number(std::string& out, std::int64_t number);
void append_number(std::string& out, std::uint64_t number);
template <std::integral Number>
  requires(!std::same_as<Number, char> && !std::same_as<Number, bool>)
void append_piece(std::string& out, Number number) {
  if constexpr (std::signed_integral<Number>)
    append_number(out, static_cast<std::int64_t>(number));
  else
    append_number(out, static_cast<std::uint64_t>(number));
}

template <typename... Pieces>
std::string cat(const Pieces&... pieces) {
  std::string out;
  (append_piece(out, pieces), ...);
  return out;
}

}  // namespace simul::vm

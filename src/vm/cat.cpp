// The pieces of a text, out of line: see cat.hpp.
#include "vm/cat.hpp"

namespace simul::vm {

void append_piece(std::string& out, std::string_view piece) {
  out += piece;
}
void append_piece(std::string& out, const char* piece) {
  out += piece;
}
void append_piece(std::string& out, const std::string& piece) {
  out += piece;
}
void append_piece(std::string& out, char piece) {
  out += piece;
}
void append_number(std::string& out, std::int64_t number) {
  out += std::to_string(number);
}
void append_number(std::string& out, std::uint64_t number) {
  out += std::to_string(number);
}

}  // namespace simul::vm

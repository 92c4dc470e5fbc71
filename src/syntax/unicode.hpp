// src/syntax/unicode.hpp - what the tokenizer must know of Unicode.
//
// Identifiers are those of PEP 3131: XID_Start and XID_Continue of Unicode 15.1, as CPython 3.13
// has them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/unicode.hpp"

namespace simul::syntax {

// Reads the code point at `offset` and moves it on; a byte that is not UTF-8 counts as U+FFFD.
char32_t decode_utf8(std::string_view text, size_t& offset);
// Appends in UTF-8; lone surrogates become three bytes (WTF-8).
void append_utf8(std::string& out, char32_t code_point);
// Code points in UTF-8 text.
int count_characters(std::string_view text);

// For code points from U+0080.
bool is_identifier_start(char32_t code_point);
bool is_identifier_continue(char32_t code_point);
using unicode::is_printable;

// An identifier as Python compares it: NFKC for the compatibility letters that occur in programs
// (full-width, mathematical, ligatures) and for letters followed by a combining accent of Latin 1;
// nothing where NFKC might change another letter. ASCII comes back unchanged.
std::optional<std::string> normalize_identifier(std::string_view name);

}  // namespace simul::syntax

// src/syntax/unicode.hpp - what the tokenizer must know of Unicode.
//
// Identifiers follow PEP 3131 closely enough for programs people write: outside ASCII, everything
// is a letter but what the table in unicode.cpp excludes (punctuation, symbols, spaces, controls,
// private and unassigned planes).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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
bool is_printable(char32_t code_point);

// An identifier as Python compares it: NFKC for the compatibility letters that occur in programs
// (full-width, mathematical, ligatures) and for letters followed by a combining accent of Latin 1.
// ASCII comes back unchanged.
std::string normalize_identifier(std::string_view name);

}  // namespace simul::syntax

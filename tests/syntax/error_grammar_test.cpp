// Tests for src/syntax/error_grammar.hpp: CPython 3.13's own answers to broken programs
// (errors.json, made by scripts/bless_syntax_errors.py), word for word and place for place.
#include "syntax/error_grammar.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "syntax/parse.hpp"
#include "syntax/unicode.hpp"

namespace simul::syntax {
namespace {

// Just enough JSON for errors.json: one flat object a line.
class Line {
 public:
  explicit Line(std::string text) : text_(std::move(text)) {}

  std::string string(const std::string& key) const {
    size_t at = text_.find("\"" + key + "\": \"");
    if (at == std::string::npos) return {};
    at += key.size() + 5;
    std::string out;
    while (at < text_.size() && text_[at] != '"') {
      if (text_[at] != '\\') {
        out += text_[at++];
        continue;
      }
      const char c = text_[at + 1];
      at += 2;
      if (c != 'u') {
        out += c == 'n'   ? '\n'
               : c == 't' ? '\t'
               : c == 'f' ? '\f'
               : c == 'b' ? '\b'
               : c == 'r' ? '\r'
                          : c;
        continue;
      }
      char32_t value = hex(at);
      at += 4;
      if (value >= 0xD800 && value < 0xDC00) {
        value = 0x10000 + ((value - 0xD800) << 10) + (hex(at + 2) - 0xDC00);
        at += 6;
      }
      append_utf8(out, value);
    }
    return out;
  }

  std::string place() const {
    const size_t at = text_.find("\"place\": [");
    if (at == std::string::npos) return {};
    return text_.substr(at + 10, text_.find(']', at) - at - 10);
  }

 private:
  char32_t hex(size_t at) const {
    return static_cast<char32_t>(std::stoul(text_.substr(at, 4), nullptr, 16));
  }

  std::string text_;
};

TEST(SyntaxErrors, AreCPythonsWordForWordAndPlaceForPlace) {
  std::ifstream in("tests/syntax/errors.json");
  ASSERT_TRUE(in.good()) << "run the tests from the root of the tree";
  int programs = 0;
  for (std::string text; std::getline(in, text);) {
    const Line line(text);
    const std::string source = line.string("source");
    if (source.empty()) continue;
    ++programs;
    const ParseResult result = parse(source);
    ASSERT_FALSE(result.ok()) << source;
    const Diagnostic& d = result.diagnostics[0];
    EXPECT_EQ(d.type + ": " + d.message, line.string("type") + ": " + line.string("message"))
        << source;
    if (line.place().empty()) continue;
    EXPECT_EQ(std::to_string(d.lineno) + ", " + std::to_string(d.offset) + ", " +
                  std::to_string(d.end_lineno) + ", " + std::to_string(d.end_offset),
              line.place())
        << source << "\n"
        << d.message;
  }
  EXPECT_GT(programs, 900);
}

TEST(SyntaxErrors, ATokenizerErrorFurtherOnWins) {
  const TokenStream tokens = tokenize("a b\n'c\n");
  Diagnostic found;
  found.message = "invalid syntax";
  EXPECT_EQ(prefer_tokenizer_error(found, tokens, 2).message,
            "unterminated string literal (detected at line 2)");
}

TEST(SyntaxErrors, AnUnclosedBracketWinsOnlyFromALaterLine) {
  EXPECT_EQ(parse("f(a\nb = 1\n").diagnostics[0].message, "'(' was never closed");
  EXPECT_EQ(parse("f(a b\n").diagnostics[0].message, "'(' was never closed");
  EXPECT_EQ(parse("f(a b c,\n").diagnostics[0].lineno, 1);
}

}  // namespace
}  // namespace simul::syntax

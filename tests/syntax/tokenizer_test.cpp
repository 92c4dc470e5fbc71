// Tests for src/syntax/tokenizer.hpp.
#include "syntax/tokenizer.hpp"

#include <string>

#include <gtest/gtest.h>

namespace simul::syntax {
namespace {

// The tokens as text: `NAME` for the kinds without their own spelling, else the spelling.
std::string words(std::string_view source) {
  const TokenStream stream = tokenize(source);
  std::string out;
  for (const Token& t : stream.tokens) {
    if (!out.empty()) out += ' ';
    switch (t.type) {
      case TokenType::kEnd: out += "END"; break;
      case TokenType::kError: out += "ERROR"; break;
      case TokenType::kNewline: out += "NEWLINE"; break;
      case TokenType::kIndent: out += "INDENT"; break;
      case TokenType::kDedent: out += "DEDENT"; break;
      case TokenType::kFStringStart: out += "START"; break;
      case TokenType::kFStringMiddle: out += "<" + std::string(stream.text_of(t)) + ">"; break;
      case TokenType::kFStringEnd: out += "STOP"; break;
      default: out += stream.text_of(t); break;
    }
  }
  return out;
}

TEST(Tokenizer, LinesInsideBracketsAndBehindBackslashesAreOne) {
  EXPECT_EQ(words("(a,\n  # comment\n b)\nc + \\\n d"), "( a , b ) NEWLINE c + d NEWLINE END");
}

TEST(Tokenizer, IndentationOpensAndClosesBlocks) {
  EXPECT_EQ(words("if a:\n  b\n\n  # c\n  if d:\n      e\nf"),
            "if a : NEWLINE INDENT b NEWLINE if d : NEWLINE INDENT e NEWLINE DEDENT DEDENT f "
            "NEWLINE END");
}

TEST(Tokenizer, TheLongestOperatorWins) {
  EXPECT_EQ(words("a**=b//=c->d...e:=f!=g<<=h"),
            "a **= b //= c -> d ... e := f != g <<= h NEWLINE END");
}

TEST(Tokenizer, NumbersEndWhereWordsBegin) {
  EXPECT_EQ(words("1if 2else 0x1for .5 1. 1e5 1_0j"),
            "1 if 2 else 0x1f or .5 1. 1e5 1_0j NEWLINE END");
}

TEST(Tokenizer, FStringsAreCutIntoTextsAndFields) {
  EXPECT_EQ(words("f'a{b!r:>{c}}d{{e'"),
            "START <a> { b ! r : <>> { c } } <d{> <e> STOP NEWLINE END");
  EXPECT_EQ(words("f'{a['x']}'"), "START { a [ 'x' ] } STOP NEWLINE END");
  EXPECT_EQ(words("f'{lambda: 1}'"), "START { lambda : < 1> } STOP NEWLINE END");
}

TEST(Tokenizer, LevelsCountTheOpenBrackets) {
  const TokenStream stream = tokenize("a(b[c])");
  std::string levels;
  for (const Token& t : stream.tokens) levels += std::to_string(t.level);
  EXPECT_EQ(levels, "011221000");
}

TEST(Tokenizer, StopsAtTheFirstMistake) {
  const TokenStream stream = tokenize("a = 1\nb = “x”\nc");
  EXPECT_TRUE(stream.failed);
  EXPECT_EQ(stream.tokens.back().type, TokenType::kError);
  EXPECT_EQ(stream.error.message, "invalid character '“' (U+201C)");
  EXPECT_EQ(stream.error.lineno, 2);
  EXPECT_EQ(stream.error.offset, 5);
}

TEST(Tokenizer, RefusesNamesWhoseNormalFormItDoesNotKnow) {
  EXPECT_FALSE(tokenize("\u00e9t\u00e9 = e\u0301 = \uff21 = 1\n").failed);
  for (const char* name : {"s\u030c", "\uff76", "\U0001d6aa"}) {
    const TokenStream stream = tokenize(std::string(name) + " = 1\n");
    ASSERT_TRUE(stream.failed) << name;
    EXPECT_TRUE(stream.error.message.starts_with("Simul does not know the normal form")) << name;
  }
}

TEST(Tokenizer, SaysWhichBracketIsOpen) {
  const TokenStream stream = tokenize("a = [\n(1,\n2");
  EXPECT_TRUE(stream.unclosed_bracket);
  EXPECT_EQ(stream.unclosed_char, '(');
  EXPECT_EQ(stream.unclosed_lineno, 2);
  EXPECT_EQ(stream.error.message, "'(' was never closed");
}

TEST(Tokenizer, ColumnsOfALineAreItsCharacters) {
  const TokenStream stream = tokenize("é = 'ü'\nx");
  EXPECT_EQ(stream.characters(1, 0), 0);
  EXPECT_EQ(stream.characters(1, 2), 1);
  EXPECT_EQ(stream.characters(1, 9), 7);
  EXPECT_EQ(stream.line(2), "x");
  EXPECT_EQ(stream.line(7), "");
}

}  // namespace
}  // namespace simul::syntax

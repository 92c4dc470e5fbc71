// src/syntax/token.hpp - the words of a Python 3.13 program.
//
// One enumerator per operator and keyword, so that the parsers compare numbers. Soft keywords
// (match, case, type, _) are kName; the parsers look at their text.
#pragma once

#include <cstdint>
#include <string_view>

namespace simul::syntax {

// clang-format off
#define SIMUL_OPERATOR_TOKENS(X)                                                                        \
  X(LeftParen, "(") X(RightParen, ")") X(LeftBracket, "[") X(RightBracket, "]") X(LeftBrace, "{")       \
  X(RightBrace, "}") X(Colon, ":") X(Comma, ",") X(Semicolon, ";") X(Plus, "+") X(Minus, "-")           \
  X(Star, "*") X(Slash, "/") X(VerticalBar, "|") X(Ampersand, "&") X(Less, "<") X(Greater, ">")         \
  X(Equal, "=") X(Dot, ".") X(Percent, "%") X(EqualEqual, "==") X(NotEqual, "!=") X(LessEqual, "<=")    \
  X(GreaterEqual, ">=") X(Tilde, "~") X(Caret, "^") X(LeftShift, "<<") X(RightShift, ">>")              \
  X(DoubleStar, "**") X(PlusEqual, "+=") X(MinusEqual, "-=") X(StarEqual, "*=") X(SlashEqual, "/=")     \
  X(PercentEqual, "%=") X(AmpersandEqual, "&=") X(VerticalBarEqual, "|=") X(CaretEqual, "^=")           \
  X(LeftShiftEqual, "<<=") X(RightShiftEqual, ">>=") X(DoubleStarEqual, "**=") X(DoubleSlash, "//")     \
  X(DoubleSlashEqual, "//=") X(At, "@") X(AtEqual, "@=") X(Arrow, "->") X(Ellipsis, "...")              \
  X(ColonEqual, ":=") X(Exclamation, "!")

#define SIMUL_KEYWORD_TOKENS(X)                                                                         \
  X(False, "False") X(None, "None") X(True, "True") X(And, "and") X(As, "as") X(Assert, "assert")       \
  X(Async, "async") X(Await, "await") X(Break, "break") X(Class, "class") X(Continue, "continue")       \
  X(Def, "def") X(Del, "del") X(Elif, "elif") X(Else, "else") X(Except, "except") X(Finally, "finally") \
  X(For, "for") X(From, "from") X(Global, "global") X(If, "if") X(Import, "import") X(In, "in")         \
  X(Is, "is") X(Lambda, "lambda") X(Nonlocal, "nonlocal") X(Not, "not") X(Or, "or") X(Pass, "pass")     \
  X(Raise, "raise") X(Return, "return") X(Try, "try") X(While, "while") X(With, "with")                 \
  X(Yield, "yield")
// clang-format on

enum class TokenType : uint8_t {
  kEnd,  // the end of the program
  kError,
  kNewline,
  kIndent,
  kDedent,
  kName,
  kNumber,
  kString,
  kFStringStart,
  kFStringMiddle,
  kFStringEnd,
  kUnknown,  // `$`, `?` and the back quote
#define SIMUL_X(name, text) k##name,
  SIMUL_OPERATOR_TOKENS(SIMUL_X) SIMUL_KEYWORD_TOKENS(SIMUL_X)
#undef SIMUL_X
};

constexpr TokenType kFirstKeyword = TokenType::kFalse;

struct Token {
  TokenType type = TokenType::kEnd;
  uint8_t flags = 0;
  uint16_t level = 0;  // how many brackets were open behind the token
  uint32_t begin = 0;  // bytes into TokenStream::text
  uint32_t end = 0;
  int32_t lineno = 1;
  int32_t end_lineno = 1;
  int32_t col_offset = 0;
  int32_t end_col_offset = 0;
};

// Token::flags of the three f-string kinds.
constexpr uint8_t kRawString = 1;

}  // namespace simul::syntax

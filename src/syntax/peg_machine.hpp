// src/syntax/peg_machine.hpp - runs a parsing expression grammar over tokens, for the sake of error
// messages.
//
// CPython finds the words for a mistake by parsing a second time with rules for what people write
// wrong, and the first such rule that matches wins. Which one is first follows from the order of
// alternatives and from backtracking, so the same words need the same kind of parser: this one. It
// never builds a tree: a value knows its tokens and what kind of expression it is.
//
// clang-format off
// The notation of a grammar (error_rules.cpp):
//   name = items | items ;     a rule; `*name = ...` keeps its results, as CPython's `memo` and left recursion do
//   'x' "x" NAME rule (...)    keyword or operator, soft keyword, kind of token, rule, group
//   x? x* x+ ','%x             optional, repeated, separated by commas
//   &x !x ~ ^'x'               look ahead, no other alternative, raise unless it follows
//   @( ... )*                  repeats and folds what stands before it into a new value: left recursion
//   Rules named bad_... match only in the second run; rules named quiet_... switch them off inside.
//   {{ ... }}                  what an alternative makes of its items (numbered from 0; looking ahead counts no item):
//     Kind                     a value of that kind; without braces, the value of the first item
//     =n                       the value of item n
//     @n text, @n..m text      raise at item n, from n to m;     @n> text   from n to where reading stopped
//     @last text, @next text   raise at the last token read, at the next one;   @indent n text   IndentationError
//     #name n m                a function of the grammar (error_functions.cpp)
// clang-format on
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tokenizer.hpp"

namespace simul::syntax::peg {

enum class Kind : uint8_t {
  kNothing,
  kToken,
  kSequence,
  kOther,
  kName,
  kAttribute,
  kSubscript,
  kStarred,
  kList,
  kTuple,
  kLambda,
  kCall,
  kExpression,
  kGenerator,
  kYield,
  kAwait,
  kListComp,
  kSetComp,
  kDictComp,
  kDict,
  kSet,
  kFString,
  kLiteral,
  kTrue,
  kFalse,
  kNone,
  kEllipsis,
  kCompare,
  kConditional,
  kNamed,
  kComprehension,
  kKeyword,
  kDoubleStar,
};

// How CPython calls such an expression in messages.
[[nodiscard]] const char* expression_name(Kind kind);

struct Value {
  Kind kind = Kind::kNothing;
  int32_t first = 0;  // tokens
  int32_t last = -1;
  int32_t parts = -1;  // into Machine::parts
};

enum class Op : uint8_t {
  kToken,
  kSoft,
  kCall,
  kReturn,
  kChoice,
  kCommit,
  kBackCommit,
  kFailTwice,
  kFail,
  kCut,
  kForce,
  kPushNothing,
  kPushSequence,
  kAppend,
  kDrop,
  kReduce,
  kFold,
};

struct Instruction {
  Op op;
  int32_t a = 0;  // token type, rule, address, or action
  int32_t b = 0;  // how many items an action takes
};

struct Action {
  enum class What : uint8_t {
    kItem,
    kMake,
    kAt,
    kFrom,
    kLast,
    kNext,
    kIndent,
    kFunction
  } what = What::kItem;
  Kind kind = Kind::kNothing;
  int n = -1;
  int m = -1;
  std::string text;  // the message, or the function's name
};

struct Rule {
  std::string name;
  int32_t entry = 0;
  bool memo = false;
  bool bad = false;
  bool quiet = false;
};

struct Grammar {
  std::vector<Instruction> code;
  std::vector<Action> actions;
  std::vector<std::string> words;  // soft keywords
  std::vector<Rule> rules;

  [[nodiscard]] int find(std::string_view rule) const;
};

// The notation is ours: a mistake in it is a failed check.
[[nodiscard]] Grammar compile_grammar(std::string_view text);

class Machine {
 public:
  // What a function of the grammar decides: the alternative fails, matches with its first item, or
  // has raised (by one of raise_*).
  enum class Verdict : uint8_t { kFail, kMatch, kRaised };
  using Function = Verdict (*)(Machine&, const Value* items, int n, int m);

  Machine(const Grammar& grammar,
          const TokenStream& tokens,
          Function (*functions)(std::string_view));

  enum class Outcome : uint8_t { kMatched, kFailed, kRaised, kTokenizerError };
  // Runs `rule` from the token `begin`. Error rules take part when `bad_rules`.
  Outcome run(int rule, size_t begin, bool bad_rules);

  // One more than the last token that was looked at.
  [[nodiscard]] size_t fill() const { return fill_; }
  // The token after those that the current alternative matched.
  [[nodiscard]] size_t position() const { return position_; }
  [[nodiscard]] const Diagnostic& error() const { return error_; }
  [[nodiscard]] const TokenStream& tokens() const { return tokens_; }
  [[nodiscard]] const Token& token(int32_t i) const {
    return tokens_.tokens[static_cast<size_t>(i)];
  }
  [[nodiscard]] std::string_view text(int32_t i) const { return tokens_.text_of(token(i)); }
  [[nodiscard]] const std::vector<Value>& parts(const Value& v) const {
    return parts_[static_cast<size_t>(v.parts)];
  }

  Verdict raise_range(const Value& from, const Value& to, std::string message);
  Verdict raise_from(const Value& from, std::string message);
  Verdict raise_at_token(size_t token, std::string message, const char* type = "SyntaxError");
  Verdict raise_at_last(std::string message) {
    return raise_at_token(fill_ - 1, std::move(message));
  }
  // Lines from 1, byte columns from 0; an end column below 0 stays as it is.
  Verdict raise_at(
      const char* type, int lineno, int col, int end_lineno, int end_col, std::string message);

 private:
  struct Entry {
    bool is_call;
    bool quiet;       // what the call found switched on
    int32_t address;  // of the alternative, or behind the call
    int32_t rule;
    size_t position;
    size_t values;
  };
  struct Memo {
    int32_t rule;
    bool matched;
    size_t end;
    Value value;
  };

  bool reduce(const Action& action, int count, bool fold);
  Value make(const Action& action, const Value* items, int count, int32_t first);
  Verdict raise(const Action& action, const Value* items, int count);

  const Grammar& grammar_;
  const TokenStream& tokens_;
  Function (*functions_)(std::string_view);
  std::vector<Entry> stack_;
  std::vector<Value> values_;
  std::vector<std::vector<Value>> parts_;
  std::vector<std::vector<Memo>> memo_;
  size_t position_ = 0;
  size_t fill_ = 0;
  int level_ = 0;
  bool bad_rules_ = false;
  bool raised_ = false;
  Diagnostic error_;
};

}  // namespace simul::syntax::peg

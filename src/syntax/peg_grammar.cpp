// The notation of grammars -> instructions.
#include "base/check.hpp"
#include "syntax/peg_machine.hpp"

namespace simul::syntax::peg {
namespace {

TokenType token_type(std::string_view text) {
#define SIMUL_X(name, spelled) \
  if (text == spelled) return TokenType::k##name;
  SIMUL_OPERATOR_TOKENS(SIMUL_X)
  SIMUL_KEYWORD_TOKENS(SIMUL_X)
#undef SIMUL_X
  if (text == "NAME") return TokenType::kName;
  if (text == "NUMBER") return TokenType::kNumber;
  if (text == "STRING") return TokenType::kString;
  if (text == "NEWLINE") return TokenType::kNewline;
  if (text == "INDENT") return TokenType::kIndent;
  if (text == "DEDENT") return TokenType::kDedent;
  if (text == "END") return TokenType::kEnd;
  if (text == "FSTRING_START") return TokenType::kFStringStart;
  if (text == "FSTRING_MIDDLE") return TokenType::kFStringMiddle;
  if (text == "FSTRING_END") return TokenType::kFStringEnd;
  SIMUL_UNREACHABLE("unknown token in the grammar");
}

struct KindName {
  std::string_view name;
  Kind kind;
};
constexpr KindName kKindNames[] = {
    {"Other", Kind::kOther},         {"Name", Kind::kName},
    {"Attribute", Kind::kAttribute}, {"Subscript", Kind::kSubscript},
    {"Starred", Kind::kStarred},     {"List", Kind::kList},
    {"Tuple", Kind::kTuple},         {"Lambda", Kind::kLambda},
    {"Call", Kind::kCall},           {"Expression", Kind::kExpression},
    {"Generator", Kind::kGenerator}, {"Yield", Kind::kYield},
    {"Await", Kind::kAwait},         {"ListComp", Kind::kListComp},
    {"SetComp", Kind::kSetComp},     {"DictComp", Kind::kDictComp},
    {"Dict", Kind::kDict},           {"Set", Kind::kSet},
    {"FString", Kind::kFString},     {"Literal", Kind::kLiteral},
    {"True", Kind::kTrue},           {"False", Kind::kFalse},
    {"None", Kind::kNone},           {"Ellipsis", Kind::kEllipsis},
    {"Compare", Kind::kCompare},     {"Conditional", Kind::kConditional},
    {"Named", Kind::kNamed},         {"Comprehension", Kind::kComprehension},
    {"Keyword", Kind::kKeyword},     {"DoubleStar", Kind::kDoubleStar},
};

class Compiler {
 public:
  explicit Compiler(std::string_view text) : text_(text) {}

  Grammar run() {
    out_.code.push_back({Op::kFail});  // address 0
    while (skip_space(), at_ < text_.size()) rule();
    for (const Rule& r : out_.rules)
      SIMUL_CHECK(r.entry != 0, "the grammar uses a rule that it does not define");
    return std::move(out_);
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  [[nodiscard]] char peek() {
    skip_space();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool accept(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) { SIMUL_CHECK(accept(c), "the grammar's notation is broken"); }
  std::string_view word() {
    skip_space();
    const size_t begin = at_;
    const auto is_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    };
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }
  int32_t emit(Op op, int32_t a = 0, int32_t b = 0) {
    out_.code.push_back({op, a, b});
    return static_cast<int32_t>(out_.code.size()) - 1;
  }
  [[nodiscard]] int32_t here() const { return static_cast<int32_t>(out_.code.size()); }
  void patch(int32_t at) { out_.code[static_cast<size_t>(at)].a = here(); }

  int32_t rule_number(std::string_view name) {
    if (const int found = out_.find(name); found >= 0) return found;
    Rule& r = out_.rules.emplace_back();
    r.name = name;
    r.bad = name.substr(0, 4) == "bad_";
    r.quiet = name.substr(0, 6) == "quiet_";
    return static_cast<int32_t>(out_.rules.size()) - 1;
  }

  void rule() {
    const bool memo = accept('*');
    const auto number = static_cast<size_t>(rule_number(word()));
    out_.rules[number].memo = memo;
    out_.rules[number].entry = here();
    expect('=');
    alternatives(';', false);
    emit(Op::kReturn);
  }

  // a | b | c up to `close`; leaves one value.
  void alternatives(char close, bool fold) {
    std::vector<int32_t> ends;
    do {
      const int32_t choice = emit(Op::kChoice);
      const int items = sequence();
      action(items, fold);
      ends.push_back(emit(Op::kCommit));
      patch(choice);
    } while (accept('|'));
    emit(Op::kFail);
    for (const int32_t end : ends) patch(end);
    expect(close);
  }

  int sequence() {
    int items = 0;
    for (;;) {
      const char c = peek();
      if (c == '|' || c == ';' || c == ')' || c == '{' || c == '\0') return items;
      if (accept('~')) {
        emit(Op::kCut);
        continue;
      }
      if (accept('@')) {
        expect('(');
        const int32_t loop = emit(Op::kChoice);
        alternatives(')', true);
        expect('*');
        emit(Op::kCommit, loop);
        patch(loop);
        continue;
      }
      if (accept('&')) {
        const int32_t choice = emit(Op::kChoice);
        primary();
        const int32_t done = emit(Op::kBackCommit);
        patch(choice);
        emit(Op::kFail);
        patch(done);
        continue;
      }
      if (accept('!')) {
        const int32_t choice = emit(Op::kChoice);
        primary();
        emit(Op::kFailTwice);
        patch(choice);
        continue;
      }
      item();
      ++items;
    }
  }

  void item() {
    if (accept('^')) {
      const std::string_view spelled = quoted('\'');
      emit(Op::kForce, static_cast<int32_t>(token_type(spelled)));
      return;
    }
    const int32_t begin = here();
    primary();
    const auto code_of_primary = [&] {
      std::vector<Instruction> code(out_.code.begin() + begin, out_.code.end());
      out_.code.resize(static_cast<size_t>(begin));
      return code;
    };
    // Repeated code is relocated, for its addresses are absolute.
    const auto append = [&](const std::vector<Instruction>& code) {
      const int32_t shift = here() - begin;
      for (Instruction i : code) {
        const bool jumps = i.op == Op::kChoice || i.op == Op::kCommit || i.op == Op::kBackCommit;
        if (jumps) i.a += shift;
        out_.code.push_back(i);
      }
    };
    switch (peek()) {
      case '?': {
        ++at_;
        const auto code = code_of_primary();
        const int32_t choice = emit(Op::kChoice);
        append(code);
        const int32_t done = emit(Op::kCommit);
        patch(choice);
        emit(Op::kPushNothing);
        patch(done);
        break;
      }
      case '*':
      case '+': {
        const bool once = text_[at_++] == '+';
        const auto code = code_of_primary();
        emit(Op::kPushSequence);
        if (once) {
          append(code);
          emit(Op::kAppend);
        }
        const int32_t loop = emit(Op::kChoice);
        append(code);
        emit(Op::kAppend);
        emit(Op::kCommit, loop);
        patch(loop);
        break;
      }
      case '%': {
        ++at_;
        const auto separator = code_of_primary();
        emit(Op::kPushSequence);
        const int32_t element_begin = here();
        primary();
        std::vector<Instruction> element(out_.code.begin() + element_begin, out_.code.end());
        emit(Op::kAppend);
        const int32_t loop = emit(Op::kChoice);
        append(separator);
        emit(Op::kDrop);
        const int32_t shift = here() - element_begin;
        for (Instruction i : element) {
          if (i.op == Op::kChoice || i.op == Op::kCommit || i.op == Op::kBackCommit) i.a += shift;
          out_.code.push_back(i);
        }
        emit(Op::kAppend);
        emit(Op::kCommit, loop);
        patch(loop);
        break;
      }
      default: break;
    }
  }

  std::string_view quoted(char quote) {
    expect(quote);
    const size_t begin = at_;
    while (text_[at_] != quote) ++at_;
    return text_.substr(begin, at_++ - begin);
  }

  void primary() {
    const char c = peek();
    if (c == '(') {
      ++at_;
      alternatives(')', false);
    } else if (c == '\'') {
      emit(Op::kToken, static_cast<int32_t>(token_type(quoted('\''))));
    } else if (c == '"') {
      out_.words.emplace_back(quoted('"'));
      emit(Op::kSoft, static_cast<int32_t>(out_.words.size()) - 1);
    } else {
      const std::string_view name = word();
      SIMUL_CHECK(!name.empty(), "the grammar's notation is broken");
      if (name[0] >= 'A' && name[0] <= 'Z') {
        emit(Op::kToken, static_cast<int32_t>(token_type(name)));
      } else {
        emit(Op::kCall, rule_number(name));
      }
    }
  }

  int number() {
    int value = -1;
    skip_space();
    while (text_[at_] >= '0' && text_[at_] <= '9')
      value = (value < 0 ? 0 : value) * 10 + (text_[at_++] - '0');
    return value;
  }

  void action(int items, bool fold) {
    Action a;
    a.n = 0;
    if (peek() == '{') {
      at_ += 2;
      const size_t end = text_.find(" }}", at_);
      if (accept('=')) {
        a.n = number();
      } else if (accept('#')) {
        a.what = Action::What::kFunction;
        a.text = word();
        a.n = number();
        a.m = number();
      } else if (accept('@')) {
        a.n = number();
        if (a.n < 0) {
          const std::string_view where = word();
          a.what = where == "last"   ? Action::What::kLast
                   : where == "next" ? Action::What::kNext
                                     : Action::What::kIndent;
          if (a.what == Action::What::kIndent) a.n = number();
        } else if (text_[at_] == '>') {
          ++at_;
          a.what = Action::What::kFrom;
        } else {
          a.what = Action::What::kAt;
          a.m = a.n;
          if (text_[at_] == '.') {
            at_ += 2;
            a.m = number();
          }
        }
        skip_space();
        a.text = text_.substr(at_, end - at_);
      } else {
        const std::string_view name = word();
        a.what = Action::What::kMake;
        for (const KindName& k : kKindNames) {
          if (k.name == name) a.kind = k.kind;
        }
        SIMUL_CHECK(a.kind != Kind::kNothing, "unknown kind of value in the grammar");
      }
      at_ = end + 3;
    }
    if (a.what == Action::What::kItem && a.n == 0 && items == 1 && !fold) return;
    out_.actions.push_back(std::move(a));
    emit(fold ? Op::kFold : Op::kReduce, static_cast<int32_t>(out_.actions.size()) - 1, items);
  }

  std::string_view text_;
  size_t at_ = 0;
  Grammar out_;
};

}  // namespace

int Grammar::find(std::string_view rule) const {
  for (size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].name == rule) return static_cast<int>(i);
  }
  return -1;
}

Grammar compile_grammar(std::string_view text) {
  return Compiler(text).run();
}

}  // namespace simul::syntax::peg

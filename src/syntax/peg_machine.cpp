#include "syntax/peg_machine.hpp"

#include <algorithm>

#include "syntax/unicode.hpp"

namespace simul::syntax::peg {

const char* expression_name(Kind kind) {
  switch (kind) {
    case Kind::kName: return "name";
    case Kind::kAttribute: return "attribute";
    case Kind::kSubscript: return "subscript";
    case Kind::kStarred: return "starred";
    case Kind::kList: return "list";
    case Kind::kTuple: return "tuple";
    case Kind::kLambda: return "lambda";
    case Kind::kCall: return "function call";
    case Kind::kGenerator: return "generator expression";
    case Kind::kYield: return "yield expression";
    case Kind::kAwait: return "await expression";
    case Kind::kListComp: return "list comprehension";
    case Kind::kSetComp: return "set comprehension";
    case Kind::kDictComp: return "dict comprehension";
    case Kind::kDict: return "dict literal";
    case Kind::kSet: return "set display";
    case Kind::kFString: return "f-string expression";
    case Kind::kLiteral: return "literal";
    case Kind::kTrue: return "True";
    case Kind::kFalse: return "False";
    case Kind::kNone: return "None";
    case Kind::kEllipsis: return "ellipsis";
    case Kind::kCompare: return "comparison";
    case Kind::kConditional: return "conditional expression";
    case Kind::kNamed: return "named expression";
    default: return "expression";
  }
}

Machine::Machine(const Grammar& grammar,
                 const TokenStream& tokens,
                 Function (*functions)(std::string_view))
    : grammar_(grammar), tokens_(tokens), functions_(functions) {}

Machine::Outcome Machine::run(int rule, size_t begin, bool bad_rules) {
  constexpr int kMostLevels = 6000;  // CPython's MAXSTACK
  stack_.clear();
  values_.clear();
  memo_.assign(tokens_.tokens.size() - begin, {});
  position_ = begin;
  if (!bad_rules) fill_ = begin;
  level_ = 0;
  bad_rules_ = bad_rules;
  raised_ = false;
  const Instruction* code = grammar_.code.data();
  const Rule& start = grammar_.rules[static_cast<size_t>(rule)];
  stack_.push_back({true, bad_rules_, 0, rule, position_, 0});
  int32_t pc = start.entry;
  for (;;) {
    const Instruction in = code[pc];
    bool ok = true;
    ++pc;
    switch (in.op) {
      case Op::kToken:
      case Op::kSoft:
      case Op::kForce: {
        fill_ = std::max(fill_, position_ + 1);
        const Token& t = tokens_.tokens[position_];
        if (t.type == TokenType::kError) return Outcome::kTokenizerError;
        if (in.op == Op::kSoft) {
          ok = t.type == TokenType::kName &&
               tokens_.text_of(t) == grammar_.words[static_cast<size_t>(in.a)];
        } else {
          ok = t.type == static_cast<TokenType>(in.a);
        }
        if (!ok && in.op == Op::kForce) {
          const char* wanted =
              static_cast<TokenType>(in.a) == TokenType::kColon ? "expected ':'" : "expected '('";
          raise_range(
              {Kind::kToken, static_cast<int32_t>(position_), static_cast<int32_t>(position_)},
              {Kind::kToken, static_cast<int32_t>(position_), static_cast<int32_t>(position_)},
              wanted);
          return Outcome::kRaised;
        }
        if (ok) {
          const Kind kind = t.type == TokenType::kName     ? Kind::kName
                            : t.type == TokenType::kNumber ? Kind::kLiteral
                            : t.type == TokenType::kString ? Kind::kLiteral
                                                           : Kind::kToken;
          const auto at = static_cast<int32_t>(position_);
          values_.push_back({kind, at, at, -1});
          // The last token stands for all that follow it.
          if (position_ + 1 < tokens_.tokens.size()) ++position_;
        }
        break;
      }
      case Op::kCall: {
        const Rule& called = grammar_.rules[static_cast<size_t>(in.a)];
        if (called.bad && !bad_rules_) {
          ok = false;
          break;
        }
        if (called.memo) {
          const Memo* found = nullptr;
          for (const Memo& m : memo_[position_ - begin]) {
            if (m.rule == in.a) found = &m;
          }
          if (found != nullptr) {
            ok = found->matched;
            if (ok) {
              values_.push_back(found->value);
              position_ = found->end;
            }
            break;
          }
        }
        if (++level_ > kMostLevels) {
          raise_at("MemoryError",
                   1,
                   0,
                   1,
                   0,
                   "Parser stack overflowed - Python source too complex to parse");
          return Outcome::kRaised;
        }
        stack_.push_back({true, bad_rules_, pc, in.a, position_, values_.size()});
        if (called.quiet) bad_rules_ = false;
        pc = called.entry;
        break;
      }
      case Op::kReturn: {
        const Entry call = stack_.back();
        stack_.pop_back();
        --level_;
        bad_rules_ = call.quiet;
        const Value result = values_.back();
        values_.resize(call.values);
        values_.push_back(result);
        if (grammar_.rules[static_cast<size_t>(call.rule)].memo) {
          memo_[call.position - begin].push_back({call.rule, true, position_, result});
        }
        if (stack_.empty()) return Outcome::kMatched;
        pc = call.address;
        break;
      }
      case Op::kChoice: stack_.push_back({false, false, in.a, 0, position_, values_.size()}); break;
      case Op::kCommit:
        stack_.pop_back();
        pc = in.a;
        break;
      case Op::kBackCommit:
        position_ = stack_.back().position;
        values_.resize(stack_.back().values);
        stack_.pop_back();
        pc = in.a;
        break;
      case Op::kFailTwice:
        stack_.pop_back();
        ok = false;
        break;
      case Op::kFail: ok = false; break;
      case Op::kCut: stack_.back().address = 0; break;
      case Op::kPushNothing: values_.push_back({}); break;
      case Op::kPushSequence:
        parts_.emplace_back();
        values_.push_back({Kind::kSequence,
                           static_cast<int32_t>(position_),
                           static_cast<int32_t>(position_) - 1,
                           static_cast<int32_t>(parts_.size()) - 1});
        break;
      case Op::kAppend: {
        const Value element = values_.back();
        values_.pop_back();
        Value& sequence = values_.back();
        sequence.last = static_cast<int32_t>(position_) - 1;
        parts_[static_cast<size_t>(sequence.parts)].push_back(element);
        break;
      }
      case Op::kDrop: values_.pop_back(); break;
      case Op::kReduce:
      case Op::kFold:
        ok = reduce(grammar_.actions[static_cast<size_t>(in.a)], in.b, in.op == Op::kFold);
        if (raised_) return Outcome::kRaised;
        break;
    }
    if (ok) continue;
    for (;;) {
      const Entry top = stack_.back();
      stack_.pop_back();
      if (!top.is_call) {
        position_ = top.position;
        values_.resize(top.values);
        pc = top.address;
        break;
      }
      --level_;
      bad_rules_ = top.quiet;
      if (grammar_.rules[static_cast<size_t>(top.rule)].memo) {
        memo_[top.position - begin].push_back({top.rule, false, 0, {}});
      }
      if (stack_.empty()) return Outcome::kFailed;
    }
  }
}

bool Machine::reduce(const Action& action, int count, bool fold) {
  const size_t base = values_.size() - static_cast<size_t>(count);
  const Value* items = values_.data() + base;
  Value result;
  switch (action.what) {
    case Action::What::kItem:
      if (count > 0) result = items[action.n];
      break;
    case Action::What::kMake: {
      auto first = static_cast<int32_t>(stack_.back().position);
      if (fold) {
        auto call = stack_.rbegin();
        while (!call->is_call) ++call;
        first = static_cast<int32_t>(call->position);
      }
      result = make(action, items, count, first);
      break;
    }
    default:
      if (raise(action, items, count) != Verdict::kMatch) return false;
      result = items[0];
      break;
  }
  values_.resize(fold ? base - 1 : base);
  values_.push_back(result);
  return true;
}

Value Machine::make(const Action& action, const Value* items, int count, int32_t first) {
  Value result{action.kind, first, static_cast<int32_t>(position_) - 1, -1};
  std::vector<Value> kept;
  switch (action.kind) {
    case Kind::kCompare:
      // The left side and the first operator.
      kept = {items[0], parts(items[1]).front()};
      break;
    case Kind::kTuple:
    case Kind::kList:
    case Kind::kStarred:
    case Kind::kComprehension:
    case Kind::kCall:
    case Kind::kOther: {
      // All parts in their order, sequences opened.
      const auto add = [&](const auto& self, const Value& v) -> void {
        if (v.kind == Kind::kSequence || (v.kind == Kind::kOther && v.parts >= 0)) {
          const std::vector<Value> inner = parts(v);
          for (const Value& part : inner) self(self, part);
        } else if (v.kind != Kind::kToken && v.kind != Kind::kNothing) {
          kept.push_back(v);
        }
      };
      for (int i = 0; i < count; ++i) add(add, items[i]);
      break;
    }
    default: return result;
  }
  parts_.push_back(std::move(kept));
  result.parts = static_cast<int32_t>(parts_.size()) - 1;
  return result;
}

Machine::Verdict Machine::raise(const Action& action, const Value* items, int count) {
  std::string message = action.text;
  const auto replace = [&](std::string_view mark, std::string_view by) {
    for (size_t at = message.find(mark); at != std::string::npos;
         at = message.find(mark, at + by.size())) {
      message.replace(at, mark.size(), by);
    }
  };
  // Items that are sequences stand for their first or last element.
  const auto item = [&](int n, bool last) {
    Value v = n >= 0 && n < count ? items[n] : Value{};
    while (v.kind == Kind::kSequence && !parts(v).empty())
      v = last ? parts(v).back() : parts(v).front();
    return v;
  };
  const Value at = item(action.n, false);
  if (message.find("%s") != std::string::npos) replace("%s", expression_name(at.kind));
  if (message.find("%t") != std::string::npos) replace("%t", text(at.first));
  switch (action.what) {
    case Action::What::kAt: raise_range(at, item(action.m, true), std::move(message)); break;
    case Action::What::kFrom: raise_from(at, std::move(message)); break;
    case Action::What::kLast: raise_at_last(std::move(message)); break;
    case Action::What::kNext:
      fill_ = std::max(fill_, position_ + 1);
      raise_at_token(position_, std::move(message));
      break;
    case Action::What::kIndent:
      if (action.n >= 0) message += " on line " + std::to_string(token(at.first).lineno);
      raise_at_token(fill_ - 1, std::move(message), "IndentationError");
      break;
    case Action::What::kFunction: {
      const Function function = functions_(action.text);
      return function(*this, items, action.n, action.m);
    }
    default: break;
  }
  return Verdict::kRaised;
}

Machine::Verdict Machine::raise_range(const Value& from, const Value& to, std::string message) {
  const Token& a = token(from.first);
  const Token& b = token(to.last);
  return raise_at(
      "SyntaxError", a.lineno, a.col_offset, b.end_lineno, b.end_col_offset, std::move(message));
}

Machine::Verdict Machine::raise_from(const Value& from, std::string message) {
  // To where the tokenizer stands: behind the last token it gave.
  const Token& a = token(from.first);
  const Token& b = tokens_.tokens[fill_ - 1];
  return raise_at("SyntaxError",
                  a.lineno,
                  a.col_offset,
                  b.end_lineno,
                  b.end_col_offset - 1,
                  std::move(message));
}

Machine::Verdict Machine::raise_at_token(size_t index, std::string message, const char* type) {
  const Token& t = tokens_.tokens[index];
  if (t.type == TokenType::kIndent || t.type == TokenType::kDedent || t.type == TokenType::kEnd) {
    // Such a token has no columns; CPython then says how far the tokenizer has come in the line.
    raise_at(type, t.lineno, t.end_col_offset - 1, t.lineno, -2, std::move(message));
    return Verdict::kRaised;
  }
  return raise_at(type, t.lineno, t.col_offset, t.end_lineno, t.end_col_offset, std::move(message));
}

Machine::Verdict Machine::raise_at(
    const char* type, int lineno, int col, int end_lineno, int end_col, std::string message) {
  // Both columns are counted in the first line, whatever line the end is on, and not beyond its
  // end; the line that the tokenizer stands in has its newline too.
  const bool current = fill_ > 0 && lineno >= tokens_.tokens[fill_ - 1].end_lineno;
  const std::string_view line = current ? tokens_.buffered_line(lineno) : tokens_.line(lineno);
  const auto characters = [&](int bytes) {
    const size_t wanted =
        std::min(static_cast<size_t>(std::max(bytes, 0)), line.size() + (current ? 2 : 1));
    const size_t inside = std::min(wanted, line.size());
    return count_characters(line.substr(0, inside)) + static_cast<int>(wanted - inside);
  };
  error_ = {};
  error_.type = type;
  error_.message = std::move(message);
  error_.lineno = lineno;
  error_.offset = characters(col + 1);
  error_.end_lineno = end_lineno;
  error_.end_offset = end_col >= 0 ? characters(end_col + 1) : end_col + 1;
  raised_ = true;
  return Verdict::kRaised;
}

}  // namespace simul::syntax::peg

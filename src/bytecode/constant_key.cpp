// constant_key.cpp - see constant_key.hpp.
#include "bytecode/constant_key.hpp"

#include <bit>

namespace simul::bytecode {

std::string number_key(char type, std::uint64_t bits) {
  return type + std::to_string(bits) + ";";
}

std::string text_key(char type, const std::string& text) {
  return type + std::to_string(text.size()) + ":" + text;
}

namespace {

struct Key {
  std::string operator()(NoneConstant) const { return "N"; }
  std::string operator()(EllipsisConstant) const { return "E"; }
  std::string operator()(bool value) const { return value ? "T" : "F"; }
  std::string operator()(std::int64_t value) const {
    return number_key('i', static_cast<std::uint64_t>(value));
  }
  std::string operator()(double value) const {
    return number_key('d', std::bit_cast<std::uint64_t>(value));
  }
  std::string operator()(const ComplexConstant& value) const {
    return number_key('r', std::bit_cast<std::uint64_t>(value.real)) +
           number_key('j', std::bit_cast<std::uint64_t>(value.imag));
  }
  std::string operator()(const std::string& value) const { return text_key('s', value); }
  std::string operator()(const BigIntConstant& value) const { return text_key('I', value.decimal); }
  std::string operator()(const BytesConstant& value) const { return text_key('b', value.bytes); }
  std::string operator()(const TupleConstant& value) const { return items('(', value.items); }
  std::string operator()(const FrozenSetConstant& value) const { return items('{', value.items); }
  std::string operator()(const std::shared_ptr<const CodeObject>& code) const {
    return code_key(*code);
  }

  // The test of a while loop is compiled twice; a function in it is one function all the same.
  static std::string code_key(const CodeObject& code) {
    std::string out = text_key('c', code.qualname) + number_key('l', code.first_line) +
                      number_key('f', code.flags) + number_key('a', code.arg_count);
    for (const Instruction instruction : code.code) out += number_key('w', instruction.word);
    for (const Position& at : code.positions) {
      out += number_key('p', static_cast<std::uint32_t>(at.line));
      out += number_key('-', static_cast<std::uint32_t>(at.end_line));
      out += number_key('-', static_cast<std::uint32_t>(at.col));
      out += number_key('-', static_cast<std::uint32_t>(at.end_col));
    }
    for (const std::string& name : code.names) out += text_key('n', name);
    for (const std::string& name : code.local_names) out += text_key('v', name);
    return out + items('(', code.constants);
  }

  static std::string items(char open, const std::vector<Constant>& items) {
    std::string out(1, open);
    for (const Constant& item : items) out += constant_key(item);
    return out + ")";
  }
};

}  // namespace

std::string constant_key(const Constant& constant) {
  return std::visit(Key{}, constant.value);
}

}  // namespace simul::bytecode

// constants.cpp - see constants.hpp.
#include "compiler/constants.hpp"

#include <bit>
#include <cstdint>

namespace simul::compiler {
namespace {

std::string number_key(char type, std::uint64_t bits) {
  return type + std::to_string(bits) + ";";
}

std::string text_key(char type, const std::string& text) {
  return type + std::to_string(text.size()) + ":" + text;
}

struct Key {
  std::string operator()(bytecode::NoneConstant) const { return "N"; }
  std::string operator()(bytecode::EllipsisConstant) const { return "E"; }
  std::string operator()(bool value) const { return value ? "T" : "F"; }
  std::string operator()(std::int64_t value) const {
    return number_key('i', static_cast<std::uint64_t>(value));
  }
  std::string operator()(double value) const {
    return number_key('d', std::bit_cast<std::uint64_t>(value));
  }
  std::string operator()(const bytecode::ComplexConstant& value) const {
    return number_key('r', std::bit_cast<std::uint64_t>(value.real)) +
           number_key('j', std::bit_cast<std::uint64_t>(value.imag));
  }
  std::string operator()(const std::string& value) const { return text_key('s', value); }
  std::string operator()(const bytecode::BigIntConstant& value) const {
    return text_key('I', value.decimal);
  }
  std::string operator()(const bytecode::BytesConstant& value) const {
    return text_key('b', value.bytes);
  }
  std::string operator()(const bytecode::TupleConstant& value) const {
    return items('(', value.items);
  }
  std::string operator()(const bytecode::FrozenSetConstant& value) const {
    return items('{', value.items);
  }
  std::string operator()(const std::shared_ptr<const bytecode::CodeObject>& code) const {
    return code_key(*code);
  }

  // The test of a while loop is compiled twice; a function in it is one function all the same.
  static std::string code_key(const bytecode::CodeObject& code) {
    std::string out = text_key('c', code.qualname) + number_key('l', code.first_line) +
                      number_key('f', code.flags) + number_key('a', code.arg_count);
    for (const bytecode::Instruction instruction : code.code)
      out += number_key('w', instruction.word);
    for (const bytecode::Position& at : code.positions) {
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

struct Truth {
  bool operator()(bytecode::NoneConstant) const { return false; }
  bool operator()(bytecode::EllipsisConstant) const { return true; }
  bool operator()(bool value) const { return value; }
  bool operator()(std::int64_t value) const { return value != 0; }
  bool operator()(double value) const { return value != 0; }
  bool operator()(const bytecode::ComplexConstant& value) const {
    return value.real != 0 || value.imag != 0;
  }
  bool operator()(const std::string& value) const { return !value.empty(); }
  bool operator()(const bytecode::BigIntConstant&) const { return true; }
  bool operator()(const bytecode::BytesConstant& value) const { return !value.bytes.empty(); }
  bool operator()(const bytecode::TupleConstant& value) const { return !value.items.empty(); }
  bool operator()(const bytecode::FrozenSetConstant& value) const { return !value.items.empty(); }
  bool operator()(const std::shared_ptr<const bytecode::CodeObject>&) const { return true; }
};

}  // namespace

std::string constant_key(const Constant& constant) {
  return std::visit(Key{}, constant.value);
}

bool constant_truth(const Constant& constant) {
  return std::visit(Truth{}, constant.value);
}

int ConstantTable::add(const Constant& constant) {
  using Code = std::shared_ptr<const bytecode::CodeObject>;
  if (const Code* code = std::get_if<Code>(&constant.value)) return add_code(constant, **code);
  return add_as(constant_key(constant), constant);
}

// The key of a code object is as long as all that stands in it, and would be made again for each
// function around: only two that begin and end alike are compared by it.
int ConstantTable::add_code(const Constant& constant, const bytecode::CodeObject& code) {
  std::string outline = text_key('C', code.qualname) + number_key('l', code.first_line) +
                        number_key('n', code.code.size());
  if (!code.positions.empty()) {
    const bytecode::Position& last = code.positions.back();
    outline += number_key('-', static_cast<std::uint32_t>(last.line));
    outline += number_key('-', static_cast<std::uint32_t>(last.col));
  }
  const auto [entry, added] =
      by_key_.try_emplace(std::move(outline), static_cast<int>(constants_.size()));
  if (added) {
    constants_.push_back(constant);
    return entry->second;
  }
  std::string key = constant_key(constant);
  return constant_key(at(entry->second)) == key ? entry->second : add_as(std::move(key), constant);
}

int ConstantTable::add_as(std::string key, const Constant& constant) {
  const auto [entry, added] =
      by_key_.try_emplace(std::move(key), static_cast<int>(constants_.size()));
  if (added) constants_.push_back(constant);
  return entry->second;
}

}  // namespace simul::compiler

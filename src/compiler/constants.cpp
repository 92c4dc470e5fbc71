// constants.cpp - see constants.hpp.
#include "compiler/constants.hpp"

#include "bytecode/constant_key.hpp"

namespace simul::compiler {
namespace {

using bytecode::constant_key;
using bytecode::number_key;
using bytecode::text_key;

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

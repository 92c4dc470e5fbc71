// constants.hpp - a code object's constants: equal ones of the same type are one entry, as in
// CPython (1, 1.0 and True are three; 0.0 and -0.0 are two).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "bytecode/code_object.hpp"

namespace simul::compiler {

using Constant = bytecode::Constant;

[[nodiscard]] bool constant_truth(const Constant& constant);

class ConstantTable {
 public:
  int add(const Constant& constant);
  [[nodiscard]] const Constant& at(int index) const {
    return constants_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] std::size_t size() const { return constants_.size(); }

 private:
  int add_code(const Constant& constant, const bytecode::CodeObject& code);
  int add_as(std::string key, const Constant& constant);

  std::vector<Constant> constants_;
  std::unordered_map<std::string, int> by_key_;
};

}  // namespace simul::compiler

// What the files of int and bool share: int_type.cpp, int_text.cpp, int_methods.cpp, bool_type.cpp.
#pragma once

#include <vector>

#include "vm/int_object.hpp"

namespace simul::vm {

// The operators that int has; bool's are the same ones.
constexpr std::uint32_t kIntOps =
    op_bit(BinaryOp::kAdd) | op_bit(BinaryOp::kSubtract) | op_bit(BinaryOp::kMultiply) |
    op_bit(BinaryOp::kFloorDivide) | op_bit(BinaryOp::kRemainder) | op_bit(BinaryOp::kDivmod) |
    op_bit(BinaryOp::kTrueDivide) | op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kOr) |
    op_bit(BinaryOp::kXor) | op_bit(BinaryOp::kLshift) | op_bit(BinaryOp::kRshift) |
    op_bit(BinaryOp::kPower);

// An exact int equal to this one.
Value plain_int(Vm& vm, const Value& value);
Answer int_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer int_unary(Vm& vm, UnaryOp op, const Value& a);
Answer int_format(Vm& vm, const Value& self, const Value& spec);
Answer int_create(Vm& vm, Type* cls, const CallArgs& args);  // int(...)
[[nodiscard]] std::vector<NativeDef> int_methods();
void install_bool(Vm& vm);

}  // namespace simul::vm

// The type bool, an int that shows itself as True or False. Mirrors Objects/boolobject.c.
#include "vm/cat.hpp"
#include "vm/install.hpp"
#include "vm/int_parts.hpp"
#include "vm/warnings.hpp"

namespace simul::vm {

namespace {

Answer bool_create(Vm& vm, Type*, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("bool() takes no keyword arguments");
  if (args.size() > 1) {
    return vm.raise_type_error(cat("bool expected at most 1 argument, got ", args.size()));
  }
  if (args.size() == 0) return Value::boolean(false);
  return vm.truth(args[0]);
}

Answer bool_repr(Vm& vm, const Value& self) {
  return vm.intern(self.is_true() ? "True" : "False");
}

Answer bool_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b) {
  if (a.is_bool() && b.is_bool()) {
    if (op == BinaryOp::kAnd) return Value::boolean(a.is_true() && b.is_true());
    if (op == BinaryOp::kOr) return Value::boolean(a.is_true() || b.is_true());
    if (op == BinaryOp::kXor) return Value::boolean(a.is_true() != b.is_true());
  }
  return int_binary(vm, op, a, b);
}

Answer bool_unary(Vm& vm, UnaryOp op, const Value& a) {
  if (op == UnaryOp::kInvert) {
    if (!warn_or_raise(
            vm,
            vm.exceptions().DeprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This "
            "returns the bitwise "
            "inversion of the underlying int object and is usually not what you expect from "
            "negating a bool. Use the "
            "'not' operator for boolean negation or ~int(x) if you really want the bitwise "
            "inversion of the "
            "underlying int."))
      return Raised{};
  }
  return int_unary(vm, op, a);
}

}  // namespace

void install_bool(Vm& vm) {
  Slots bool_slots = {};
  bool_slots.repr = bool_repr;
  bool_slots.binary = bool_binary;
  bool_slots.binary_mask = op_bit(BinaryOp::kAnd) | op_bit(BinaryOp::kOr) | op_bit(BinaryOp::kXor);
  bool_slots.unary = bool_unary;
  bool_slots.unary_mask = 1u << static_cast<unsigned>(UnaryOp::kInvert) |
                          1u << static_cast<unsigned>(UnaryOp::kNegative) |
                          1u << static_cast<unsigned>(UnaryOp::kPositive) |
                          1u << static_cast<unsigned>(UnaryOp::kAbsolute);
  bool_slots.create = bool_create;
  vm.define(vm.types().bool_, {.name = "bool", .base = vm.types().int_, .slots = bool_slots});
  // The other operators it has from int; they show as int's.
  vm.types().bool_->slots.binary_mask = kIntOps;
}

}  // namespace simul::vm

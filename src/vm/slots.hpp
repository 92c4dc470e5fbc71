// The table between dunder names and slots: wrappers that show a native slot to Python, and
// dispatchers that make a slot out of a Python method. Mirrors slotdefs in Objects/typeobject.c.
#pragma once

#include "vm/function.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

struct SlotRow {
  const char* name;
  NativeFunction::Wrapper wrapper;
  int operation;
  int min, max;  // arguments after self; max -1: any, with keywords
  bool (*present)(const Slots& own, int operation);  // does this (native) type define it?
  void (*inherit)(Slots& to, const Slots& from);
  void (*dispatch)(Slots& to);  // install the dispatcher
};
const std::vector<SlotRow>& slot_rows();

// Dispatchers that the operations compare against: "this side is Python code".
Answer user_compare(Vm& vm, const Value& self, const Value& other, CompareOp op);
Answer user_binary(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer user_inplace(Vm& vm, BinaryOp op, const Value& a, const Value& b);
Answer user_init(Vm& vm, const Value& self, const CallArgs& args);
Answer user_create(Vm& vm, Type* cls, const CallArgs& args);
Answer user_get_attr(Vm& vm, const Value& self, StrObject* name);

// The method `name` of self's type called with self first; `missing` answers when there is none.
Answer call_special(Vm& vm, const Value& self, StrObject* name, const CallArgs& args);
bool has_special(Vm& vm, const Value& self, StrObject* name);

const char* binary_symbol(BinaryOp op);  // "+", for error messages ("** or pow()")
const char* binary_dunder(BinaryOp op);  // "__add__"
const char* reflected_dunder(BinaryOp op);
const char* inplace_dunder(BinaryOp op);
const char* compare_symbol(CompareOp op);
const char* compare_dunder(CompareOp op);
const char* unary_dunder(UnaryOp op);
CompareOp swapped(CompareOp op);

}  // namespace simul::vm

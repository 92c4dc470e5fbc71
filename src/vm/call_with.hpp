// vm.call() and vm.call_method() with loose arguments, for use inside co_await: GCC 12 cannot keep
// a braced list across a suspension ("array used as initializer").
#pragma once

#include <string_view>

#include "vm/vm.hpp"

namespace simul::vm {

inline Answer call_with(Vm& vm, const Value& callable, const Value& a) {
  return vm.call(callable, CallArgs(&a, 1));
}
inline Answer call_with(Vm& vm, const Value& callable, const Value& a, const Value& b) {
  const Value args[] = {a, b};
  return vm.call(callable, CallArgs(args, 2));
}
inline Answer call_method_with(Vm& vm, const Value& object, std::string_view name, const Value& a) {
  return vm.call_method(object, vm.name(name), CallArgs(&a, 1));
}

}  // namespace simul::vm

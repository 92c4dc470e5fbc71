// depth.hpp - how deep a fiber is. Fiber::depth counts Python frames in its low half, which have
// the recursion limit, and native ones in its high half, which only must not grow without end.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

inline constexpr int kOneNative = 1 << 16;

inline int python_frames(const Fiber& fiber) {
  return fiber.depth & (kOneNative - 1);
}
inline int depth_of(const Activation* activation) {
  return activation->kind == Activation::Kind::kPython ? 1 : kOneNative;
}
// Deeply nested containers compare and print, endless ones end.
inline bool too_many_natives(Vm& vm) {
  constexpr int kAboveFrames = 9000;
  const Fiber& fiber = *vm.running();
  return python_frames(fiber) + fiber.depth / kOneNative >=
         vm.options().recursion_limit + kAboveFrames;
}

}  // namespace simul::vm

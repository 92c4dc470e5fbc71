// depth.hpp - how deep a fiber is. Fiber::depth counts Python frames in its low half, which have
// the recursion limit, and native ones in its high half, which only must not grow without end. What
// CPython has in C and Simul in Python counts as native: functools.lru_cache() does not take half
// of a program's recursion.
#pragma once

#include <algorithm>
#include <cstdint>

#include "vm/frame.hpp"
#include "vm/function.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

inline constexpr std::int64_t kOneNative = std::int64_t{1} << 32;
inline constexpr int kMostNatives = 10'000;

inline int python_frames(const Fiber& fiber) {
  return static_cast<int>(fiber.depth & (kOneNative - 1));
}
inline std::int64_t depth_of(const Frame* frame) {
  return frame->code->kind == FrameKind::kHidden ? kOneNative : 1;
}
inline std::int64_t depth_of(const Activation* activation) {
  return activation->kind == Activation::Kind::kPython
             ? depth_of(static_cast<const Frame*>(activation))
             : kOneNative;
}
// Deeply nested containers compare and print, endless ones end. Of the Python frames between them
// no more count than usually can be there: how deep these may go is for the program to say, not how
// deep natives may.
inline bool too_many_natives(Vm& vm, int more = 0) {
  constexpr int kUsualFrames = 1'000;
  const Fiber& fiber = *vm.running();
  return std::min(python_frames(fiber), kUsualFrames) + fiber.depth / kOneNative + more >=
         kMostNatives;
}
// May this frame not be entered any more?
inline bool too_deep_for(Vm& vm, const Frame* frame) {
  return frame->code->kind == FrameKind::kHidden
             ? too_many_natives(vm)
             : python_frames(*vm.running()) >= vm.options().recursion_limit;
}

}  // namespace simul::vm

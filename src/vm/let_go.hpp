// How values that stand in a row are let go of: from the last to the first, as CPython's tuples and
// lists do. A std::vector by itself has no order that C++ libraries agree on, and who dies may be
// heard.
#pragma once

#include <vector>

#include "vm/value.hpp"

namespace simul::vm {

inline void let_go_from_the_end(std::vector<Value>& values) {
  while (!values.empty()) values.pop_back();
}

}  // namespace simul::vm

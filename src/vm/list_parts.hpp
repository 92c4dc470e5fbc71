// What the files of list share: list_type.cpp, list_sort.cpp, list_iterators.cpp.
#pragma once

#include <vector>

#include "vm/collections.hpp"

namespace simul::vm {

inline std::vector<Value>& items_of(const Value& list) {
  return list.as<ListObject>()->items;
}
inline std::int64_t size_of(const Value& list) {
  return static_cast<std::int64_t>(items_of(list).size());
}
Native list_sort(Vm& vm, OwnedArgs args);  // the method
void install_list_iterators(Vm& vm);

}  // namespace simul::vm

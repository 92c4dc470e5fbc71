// Object: the header of everything that lives in the Heap. Mirrors CPython's PyObject and its gc
// header.
//
// Always holds: an Object is made by Heap::make or Vm::instantiate, belongs to one Vm (through its
// type), and is freed when its count reaches zero. An object that can be part of a cycle is a
// Container, is linked into the heap's list, and its type has the slots traverse and clear.
#pragma once

#include <cstddef>
#include <cstdint>

#include "vm/value.hpp"

namespace simul::vm {

struct Type;

struct Object : ObjectHeader {
  std::uint32_t bits;  // ObjectBits, for the heap and for the object's own type (the upper 16)
  Type* type;
};

// kSeenBit: a program was shown what stands for its address, and may know it again.
inline constexpr std::uint32_t kContainerBit = 1, kFinalizedBit = 2, kDyingBit = 4,
                               kReachableBit = 8, kSeenBit = 16;

struct Container : Object {
  Container* gc_previous;
  Container* gc_next;
  std::uint32_t gc_count;  // only during a collection: references that come from outside
};

// What traverse calls for each Value (or plain pointer) through which the object holds a reference.
class Visitor {
 public:
  void visit(const Value& value) {
    if (value.is_object()) visit_reference(value.object());
  }
  void visit_object(Object* object) {
    if (object != nullptr) visit_reference(object);
  }

 protected:
  virtual void visit_reference(Object* object) = 0;
  ~Visitor() = default;
};

}  // namespace simul::vm

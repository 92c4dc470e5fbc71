// contextvars: contexts as the loop and the machine handle them. Mirrors Python/context.c.
//
// A fiber knows where its current Context lies (Fiber::context_slot): with a task, a handle, a
// callback or Context.run(). An empty slot is a context in which no variable was ever set; it is
// made the moment somebody wants to see it or to set a variable. So programs without context
// variables pay nothing.
//
// Always holds: a Context's variables are a dict that copies share until one of them changes; a
// Context is entered at most once at a time.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

struct ContextObject : Container {
  Value variables;  // a dict from ContextVar to value, or empty
  bool entered = false;
};

// What copy_context() gives, or an empty Value when no variable was ever set here.
Value copy_of_current_context(Vm& vm);
// copy_context() itself.
Value copy_context(Vm& vm);
// The Context object in `slot`, made if it is empty; `entered`: code runs in it now.
Value context_in(Vm& vm, Value& slot, bool entered);
bool is_context(Vm& vm, const Value& value);
// RuntimeError("cannot enter context: ... is already entered"), AttributeError if it is none at
// all, or nothing raised: false.
bool already_entered(Vm& vm, const Value& context);

// Lets a fiber run in another context for a while.
class ContextScope {
 public:
  // `slot` stays where it is until the end.
  ContextScope(Fiber& fiber, Value* slot) : fiber_(fiber), outer_(fiber.context_slot) {
    fiber_.context_slot = slot;
    mark(true);
  }
  ~ContextScope() {
    mark(false);
    fiber_.context_slot = outer_;
  }
  ContextScope(const ContextScope&) = delete;
  ContextScope& operator=(const ContextScope&) = delete;

 private:
  void mark(bool entered) {
    if (*fiber_.context_slot) fiber_.context_slot->as<ContextObject>()->entered = entered;
  }
  Fiber& fiber_;
  Value* outer_;
};

}  // namespace simul::vm

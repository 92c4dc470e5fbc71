// Interpreter: runs one fiber until it has an outcome: the trampoline over activations, the
// dispatch loop, unwinding.
#pragma once

#include "vm/internals.hpp"

namespace simul::vm {

struct Interpreter {
  Vm& vm;
  Fiber& fiber;
  Outcome outcome;
  bool finished = false;
  bool unwatched_call = false;  // the last call is one after which CPython does not look

  // Rules. (1) fiber.top is what runs; it is null only when the outcome is known. (2) Whoever takes
  // an activation off the chain hands its value to the new top: deliver() or deliver_stop(). (3)
  // While an exception is on its way, vm.raised_ is set and unwind() alone moves the top. (4) A
  // frame's ip and sp are saved before anything outside execute() may look.
  Outcome run();

  void execute();
  // After this instruction CPython looks at the eval breaker.
  bool looks_at_breaker(const Frame* frame, bytecode::Instruction instruction) const;
  void resume_native(NativeFrame* native);
  // Hands a value to the top. `yielded`: it came from a generator's yield, not from a return.
  void deliver(Value value, bool yielded = false);
  // Hands "ended, with this result" to the top: exhausts a for loop, ends a SEND, else raises
  // StopIteration.
  void deliver_stop(Value result);
  // vm.raised_ is set: finds the frame with a handler, or ends the run. Afterwards the top is ready
  // to go on.
  void unwind();
  void set_context(const Value& exception) const;
  bool only_guards_stop(const Frame* frame, const bytecode::ExceptionEntry& entry) const;
  void yield_out(Activation* body, Value value);
  void push_result(Frame* frame, Value value);
  void pop_frame(Frame* frame);  // off the chain, locals die
  void pop_frame_slowly(Frame* frame);
  Frame* enter_body(const Value& receiver, Value& value);
  bool gives_turn(const Frame* frame,
                  const bytecode::Instruction* ip,
                  const Value* base,
                  const Value* sp) const;

  static void leave_generator(Vm& vm, Fiber& fiber, GeneratorObject* generator, bool done);
  void goes_on(Activation* body);
  void body_returned(GeneratorObject* generator, Value result);
};

// Answers of opcodes that need more than a line (interpreter_help.cpp).
Answer load_name(Vm& vm, Frame* frame, StrObject* name);
Answer load_global(Vm& vm, Frame* frame, StrObject* name);
Answer call_intrinsic_1(Vm& vm, Frame* frame, std::uint32_t which, const Value& value);
Answer call_intrinsic_2(Vm& vm, Frame* frame, std::uint32_t which, const Value& a, const Value& b);
Answer unpack_slowly(Vm& vm,
                     const Value& sequence,
                     std::uint32_t before,
                     std::int32_t after);  // a list of the parts, last first
Answer extend_list(Vm& vm, const Value& list, const Value& iterable);
Answer update_set(Vm& vm, const Value& set, const Value& iterable);
Answer merge_dict(
    Vm& vm, const Value& dict, const Value& mapping, const Value& callable, bool merge);
Answer set_dict_item(Vm& vm, const Value& dict, const Value& key, const Value& value);
Answer add_to_set(Vm& vm, const Value& set, const Value& item);
Answer build_map(Vm& vm, OwnedArgs pairs);
Answer build_set(Vm& vm, OwnedArgs items);
// CPython's quickened forms of these calls do not look at the eval breaker.
bool is_unwatched_call(Vm& vm,
                       const Value& callable,
                       std::uint32_t count,
                       bytecode::Instruction next);
Answer call_ex(Vm& vm, const Value& callable, const Value& args, const Value& keywords);
Answer import_name(
    Vm& vm, Frame* frame, StrObject* name, const Value& from_list, const Value& level);
Answer import_from(Vm& vm, const Value& module, StrObject* name);
Answer begin_with(Vm& vm, const Value& manager, bool async);  // a tuple (exit, result of enter)
Answer with_except_start(Vm& vm, const Value& exit, const Value& exception);
Answer exception_matches(Vm& vm, const Value& exception, const Value& pattern);
// Of a group only what is in `kept`, in the group's own order and nesting; None for nothing.
Native project_group(Vm& vm, Value group, std::vector<Value> kept);
Answer group_matches(Vm& vm,
                     const Value& exception,
                     const Value& pattern);  // a tuple (rest, match)
Answer load_super_attr(Vm& vm,
                       const Value& super,
                       const Value& cls,
                       const Value& self,
                       StrObject* name,
                       bool two_args);
Answer match_keys(Vm& vm, const Value& subject, const Value& keys);
Answer match_class(Vm& vm,
                   const Value& subject,
                   const Value& cls,
                   const Value& keyword_names,
                   std::uint32_t count);
// Where in the program's own text the caller stands, as GeneratorObject::made_at; 0: it is not the
// program.
std::uint32_t call_place(const Activation* caller);
void explain_async_with(Vm& vm, const Value& value, std::uint32_t which);
void raise_unbound_local(Vm& vm, Frame* frame, std::uint32_t index);
void raise_name_error(Vm& vm, StrObject* name);
// What __builtins__ of a frame's globals is, if not Python's own; null otherwise.
const Value* other_builtins(Vm& vm, const Frame* frame);
// A name in other builtins: null where it is not, or where they are no names at all.
const Value* in_builtins(Vm& vm, const Value& builtins, StrObject* name);
Value builtin_of(Vm& vm, const Value& builtins, StrObject* name);  // empty: raised
Answer delete_name(Vm& vm, Frame* frame, StrObject* name);         // of any mapping
Answer setup_annotations(Vm& vm, const Value& names);              // of any mapping

}  // namespace simul::vm

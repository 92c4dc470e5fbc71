// Frame: one call of a Python function, on the heap. Mirrors Python/frame.c's interpreter frame and
// frame object in one.
//
// Always holds: slots [0, local_count) are the locals (cells and free variables among them), then
// the stack; slots from sp on are dead memory. The chain owns one reference; a traceback that holds
// another keeps the locals alive, and the callers with theirs, as CPython's take_ownership() does.
// The collector's list has the frame of a generator, and one that somebody held when it ended.
#pragma once

#include <cstdint>

#include "vm/function.hpp"
#include "vm/native.hpp"

// A loop over a few slots stays one: the compiler would make a call of memset or memcpy of it,
// which costs more than two or three stores.
#define KEEP_LOOP() asm volatile("")

namespace simul::vm {

struct GeneratorObject;

struct Frame : Container, Activation {
  // What the instruction that waits does with the value it gets, besides pushing it.
  enum class After : std::uint8_t { kNothing, kNull, kTruth, kNot, kSpread, kGroup };
  CodeValue* code =
      nullptr;  // held through function, or owned where there is none (a module's body)
  DictObject* globals = nullptr;              // the same
  FunctionObject* function = nullptr;         // owned
  Value namespace_;                           // where names live in a module's or class's body
  const bytecode::Instruction* ip = nullptr;  // the next one
  Value* sp = nullptr;
  GeneratorObject* generator = nullptr;  // whose body it is; not owned
  bool cleared = false;
  bool keeps_caller = false;  // it has ended, and the value on top of the stack is what called it
  After after = After::kNothing;

  Frame() = default;
  // A call's, each field set once: those of the object itself are the heap's.
  Frame(CodeValue* its_code, DictObject* its_globals, FunctionObject* its_function, Value* its_sp);

  Value* slots() { return reinterpret_cast<Value*>(this + 1); }
  Value* stack_base() { return slots() + code->local_count; }
  const bytecode::Instruction* first() const { return code->start; }
  // The instruction being executed (or the last one that was).
  std::uint32_t instruction() const {
    const auto next = static_cast<std::uint32_t>(ip - first());
    return next == 0 ? 0 : next - 1;
  }
  std::uint32_t line() const {
    const std::int32_t line = code->code->positions[instruction()].line;
    return line > 0 ? static_cast<std::uint32_t>(line) : code->code->first_line;
  }
};

inline Frame::Frame(CodeValue* its_code,
                    DictObject* its_globals,
                    FunctionObject* its_function,
                    Value* its_sp)
    : code(its_code)
    , globals(its_globals)
    , function(its_function)
    , ip(its_code->start)
    , sp(its_sp) {}

// One link of an exception's traceback.
struct TracebackObject : Container {
  Value frame;  // empty: "[frames in asyncio]"
  Value held;   // then: what those frames' parameters hold, a tuple, as long as the traceback lives
  Value next;
  std::uint32_t instruction = 0;
  std::uint32_t line = 0;
};

}  // namespace simul::vm

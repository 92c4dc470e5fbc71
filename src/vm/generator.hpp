// Generators, coroutines and async generators. Mirrors Objects/genobject.c.
//
// Always holds: the object owns its body (a Frame, or a NativeFrame for a coroutine made by a
// native) until it is done; while it runs, the body is linked on the running fiber's chain.
#pragma once

#include "vm/frame.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

struct AsyncGeneratorStep;

struct GeneratorObject : Container {
  enum class State : std::uint8_t { kCreated, kSuspended, kRunning, kDone };
  enum class Flavour : std::uint8_t { kGenerator, kCoroutine, kAsyncGenerator };
  // Here they fill the gap at the end of the header.
  State state = State::kCreated;
  Flavour flavour = Flavour::kGenerator;
  bool awaited = false;  // a coroutine that ever started, or that was told to be quiet
  // Of async generators; `closed`: aclose() has begun.
  bool closed = false;
  bool hooks_called = false;
  bool running_async = false;
  // Of a coroutine: which call of the program made it, as line * kMadeColumns + UTF-8 column; 0: no
  // call in the program's own text.
  static constexpr std::uint32_t kMadeColumns = 2048;
  std::uint32_t made_at = 0;
  // Of an async generator: its place among those that a loop will close; 0: none will.
  std::uint32_t& opened() { return made_at; }
  Activation* body = nullptr;
  HandledException handled;
  Value name, qualname;
  AsyncGeneratorStep* step = nullptr;  // of an async generator: the one that runs now (not owned)
  Value finalizer;  // the loop's hook for an async generator that dies unfinished
  // Of a coroutine, which has no hook: where it was made, if somebody wanted to know (cr_origin).
  Value& origin() { return finalizer; }

  Frame* frame() const {
    return body != nullptr && body->kind == Activation::Kind::kPython ? static_cast<Frame*>(body)
                                                                      : nullptr;
  }
};

// What coroutine.__await__() gives.
struct CoroutineWrapper : Container {
  Value coroutine;
};

// What asend(), athrow() and aclose() give: an awaitable that does one step of the generator.
struct AsyncGeneratorStep : Container {
  enum class Kind : std::uint8_t { kSend, kThrow, kClose };
  enum class State : std::uint8_t { kInit, kIterating, kClosed };
  Value generator;
  Value value;  // to send; of kThrow the exception
  Kind kind = Kind::kSend;
  State state = State::kInit;
};

// A value an async generator yields (as opposed to what passes through it from an await).
struct AsyncGeneratorValue : Container {
  Value value;
};

// Puts the body on the running fiber and lets it go on with `value`. Answers pending, or raises
// ("generator already executing").
Answer resume_generator(Vm& vm, GeneratorObject* generator, Value value);
// The same for whoever takes a value or a stop as well: a native body that is `direct` answers at
// once.
Answer send_to_generator(Vm& vm, GeneratorObject* generator, const Value& value);
// The same with an exception raised inside; a body that waits for another generator passes it on
// first.
Answer throw_into_generator(Vm& vm, const Value& generator, Value exception);
// What a suspended body waits for (yield from, await), or empty.
Value delegate_of(const GeneratorObject* generator);
// The same for whoever only looks: a sleep(0) that nobody has made is not made for that.
Value known_delegate_of(const GeneratorObject* generator);
// What lies on a body's stack in place of the coroutine of `await asyncio.sleep(0)`, which has
// given up its turn and will only come back with None: the usual one is never made. delegate_of()
// makes it when somebody asks for it or throws into it.
inline constexpr Value::Bits kTurnGivenBits = 30;
// Raises in the body itself, past whatever it waits for.
Answer throw_here(Vm& vm, GeneratorObject* generator, Value exception);
Answer throw_into_step(Vm& vm, AsyncGeneratorStep* step, Value exception);
Answer close_generator(Vm& vm, const Value& generator);
// "coroutine 'f' was never awaited", once.
void warn_never_awaited(Vm& vm, GeneratorObject* coroutine);
// The same of what asend(), athrow() or aclose() gave, which is over then.
void warn_never_awaited(Vm& vm, AsyncGeneratorStep* step);
void install_generators(Vm& vm);

}  // namespace simul::vm

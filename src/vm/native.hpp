// Natives: functions and methods written in C++ that Python can call. Both kinds, their arguments,
// and what they can await.
//
// How to write one
//
//   A plain native looks at its arguments and answers. It never runs Python code itself, but it may
//   end by returning any operation of the Vm, whose Answer may still be pending:
//
//     Answer list_append(Vm& vm, const CallArgs& args) {          // args[0] is self
//       args[0].as<ListObject>()->items.push_back(args[1]);
//       return Value::none();
//     }
//     Answer builtin_repr(Vm& vm, const CallArgs& args) { return vm.repr(args[0]); }
//     Answer fail(Vm& vm, const CallArgs&) { return vm.raise(vm.exceptions().ValueError, "no"); }
//
//   A native that needs a result of Python code in the middle is a C++20 coroutine that returns
//   Native. It owns its arguments (OwnedArgs, by value) and everything it keeps across a co_await
//   must be owning (Value, never a raw Object* that only a container holds, never an index without
//   a fresh bounds check):
//
//     Native sum_native(Vm& vm, OwnedArgs args) {
//       Value total = args.size() > 1 ? args[1] : Value::small(0);
//       Value iterator = co_await vm.iter(args[0]);
//       while (Value item = co_await vm.next(iterator)) {           // empty: exhausted
//         total = co_await vm.binary(BinaryOp::kAdd, total, item);
//       }
//       co_return total;
//     }
//
//   Rules. (1) An operation is awaited where it is asked for: `co_await vm.repr(x)`; never store an
//   Answer. (2) When what is awaited raises, the coroutine does not come back: its C++ frame is
//   destroyed and the exception goes on. To see the failure: `Attempt r = co_await
//   vm.attempt(vm.repr(x)); if (!r.ok()) use r.exception`. (3) Raise with `co_return vm.raise(type,
//   text)`. (4) The first parameter is Vm&. (5) Fast path first: write `Answer f(Vm&, const
//   CallArgs& a) { if (easy) return value; return f_slowly(vm, OwnedArgs(a)); }` since a Native
//   turns into an Answer. (6) A slot that needs Python code is the same: a plain function returning
//   a Native.
//
//   A native type: fill a TypeSpec and hand it to Vm::define (a type of Types) or Vm::make_type (a
//   new one):
//
//     vm.define(vm.types().list, {.name = "list", .instance_size = sizeof(ListObject),
//         .flags = kSubclassable | kUnhashable,
//         .slots = {.destroy = destroy_as<ListObject>, .traverse = list_traverse, .clear =
//         list_clear,
//                   .repr = list_repr, .compare = list_compare, .iter = list_iter, .length =
//                   list_length, .get_item = list_get_item, .create = list_create, .init =
//                   list_init},
//         .methods = {{"append", list_append, 1, 1}, {"sort", list_sort, 0, 0, kKeywords}}});
//
//   `create` makes the instance with vm.instantiate<ListObject>(cls), which gives subclasses their
//   __dict__. Functions of a module: vm.add_functions(module, {{"sqrt", math_sqrt, 1, 1}}).
//   Keywords: static constexpr Parameters kPrint{...}; Value slots[n]; if (!vm.parse(args, kPrint,
//   slots)) return Raised{};
//
// The trampoline: a Native is an activation on the running fiber's chain. co_await of something
// pending suspends it; the machine runs what is above and resumes it with the value. No symmetric
// transfer; frames come from the heap's pools.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "vm/data.hpp"
#include "vm/type.hpp"
#include "vm/value.hpp"

namespace simul::vm {

class Heap;
class Vm;
struct GeneratorObject;

// Arguments as they lie on the caller's stack: positional ones, then the values of the keywords.
// For the call only.
struct CallArgs {
  const Value* values = nullptr;
  std::uint32_t count = 0;             // positional
  const TupleObject* names = nullptr;  // of the keywords (strs); null: none

  CallArgs() = default;
  CallArgs(const Value* v, std::size_t n, const TupleObject* k = nullptr)
      : values(v), count(static_cast<std::uint32_t>(n)), names(k) {}

  std::uint32_t size() const { return count; }
  const Value& operator[](std::size_t i) const { return values[i]; }
  std::size_t keywords() const { return names == nullptr ? 0 : names->size; }
  StrObject* keyword_name(std::size_t i) const { return names->items()[i].as<StrObject>(); }
  const Value& keyword_value(std::size_t i) const { return values[count + i]; }
  std::size_t total() const { return count + keywords(); }
  // Without the first positional one (self, cls).
  CallArgs tail() const { return CallArgs(values + 1, count - 1u, names); }
};

// The same, owning: what a coroutine native takes.
struct OwnedArgs {
  std::vector<Value> values;
  std::uint32_t count = 0;
  Value names;  // a tuple, or empty

  // Not inline: each coroutine that takes them moves them into its frame and frees them from there.
  OwnedArgs();
  explicit OwnedArgs(const CallArgs& args);
  OwnedArgs(std::initializer_list<Value> list);
  OwnedArgs(const OwnedArgs& other);
  OwnedArgs(OwnedArgs&& other) noexcept;
  OwnedArgs& operator=(OwnedArgs&& other) noexcept;
  ~OwnedArgs();

  std::uint32_t size() const { return count; }
  const Value& operator[](std::size_t i) const { return values[i]; }
  CallArgs view() const {
    return CallArgs(values.data(), count, names ? names.as<TupleObject>() : nullptr);
  }
  operator CallArgs() const { return view(); }  // NOLINT: implicit on purpose
};

// The parameters of a native that takes keywords: names in order, the first `positional_only`
// cannot be given by name, those from `positional_max` on only by name; the first `required` must
// be given. Missing ones are left empty.
struct Parameters {
  const char* function;
  std::initializer_list<const char*> names;
  std::uint32_t positional_max;
  std::uint32_t required = 0;
  std::uint32_t positional_only = 0;
};

// One thing that is being executed on a fiber: a Python frame or a native coroutine.
struct Activation {
  enum class Kind : std::uint8_t { kPython, kNative };
  // What the activation below does with what the one above it gives.
  enum class Expect : std::uint8_t {
    kValue,    // takes the value (a Python frame pushes it)
    kDiscard,  // throws it away
    kNext,     // iteration: the value, or "exhausted"
    kSend,     // SEND: a yielded value, or the result
    kForward,  // what the one above yields, this one yields too (throw() on its way through
               // delegates)
  };
  Activation* below = nullptr;
  Kind kind = Kind::kPython;
  Expect expect = Expect::kValue;
};

// The machine's half of a native coroutine. What it lives in is a C++ coroutine's frame, or (the
// hottest: asyncio.sleep) an asyncio::FrameHead with what it needs, written by hand.
struct NativeFrame : Activation {
  enum class State : std::uint8_t {
    kReady,    // to be resumed
    kPending,  // waits for the activation above
    kRaised,   // an exception is set in the Vm: unwind
    kDone,
    kBlocked,  // until due_ns
    kParked,   // until Vm::unpark
    kYielded,  // gave `value` to whoever drives the coroutine object
  };
  State state = State::kReady;
  bool stopped = false;   // the awaited iteration ended (value: its result)
  bool catching = false;  // inside attempt()
  // Not 0: shown as "[frames in asyncio]". More than 1: which of asyncio's frames it stands for
  // (asyncio_state.hpp).
  std::uint8_t folded = 0;
  bool started = false;
  // Written by hand, and only yields, ends or raises: it needs no trampoline, see
  // send_to_generator().
  bool direct = false;
  bool settled = false;  // what was awaited last was there at once
  Vm* vm = nullptr;
  std::coroutine_handle<> handle;
  Value value;                       // handed in by the machine, or out
  Value delegate;                    // what await_on waits for
  OwnedArgs* args = nullptr;         // its parameters, if it takes any as OwnedArgs
  GeneratorObject* owner = nullptr;  // the coroutine object whose body this is; null: a plain call

  NativeFrame() = default;
  NativeFrame(Vm& machine, OwnedArgs* parameters);  // of a C++ coroutine
};

// What co_await vm.attempt(…) gives.
struct Attempt {
  Value value;      // also empty when an iteration was exhausted
  Value exception;  // empty: it went well
  bool ok() const { return !exception; }
};

// What co_await vm.send(…) gives: a value that was yielded, or the result of what ended.
struct Sent {
  Value value;
  bool stopped = false;
};

// Kinds of Answer that co_await treats differently from a plain one.
struct [[nodiscard]] NextAnswer {
  Answer answer;
};
struct [[nodiscard]] SendAnswer {
  Answer answer;  // a value: yielded; stop: ended, the result is Vm::stop_value()
};
template <typename Inner>
struct [[nodiscard]] AttemptAnswer {
  Inner inner;
};
struct [[nodiscard]] BlockRequest {
  std::int64_t due_ns;
};
struct [[nodiscard]] ParkRequest {};
struct [[nodiscard]] YieldRequest {
  Value value;
};
struct [[nodiscard]] AwaitRequest {
  Value iterator;  // what Vm::get_awaitable gave
};

// Owns the coroutine's frame until it is put on a fiber, released or discarded: one of these, and
// once. It has no destructor, or everybody who calls a coroutine would have the code for one that
// never has anything to do.
class [[nodiscard]] Native {
 public:
  struct promise_type;

  explicit Native(promise_type* promise) : promise_(promise) {}
  Native(const Native&) = delete;
  Native(Native&&) = default;
  Native& operator=(Native&&) = delete;

  // Puts it on top of the running fiber: it starts when the caller gets back to the machine.
  operator Answer() && { return begin(promise_); }  // NOLINT: implicit on purpose
  operator Answer() & { return begin(promise_); }   // NOLINT: implicit on purpose
  NativeFrame* release();
  void discard();

 private:
  static Answer begin(promise_type* promise);

  promise_type* promise_;
};

// What stands at every co_await is written out some nine hundred times, so it is two calls with a
// word each: settle() puts what is there into the frame's `value`, or leaves a state behind for the
// trampoline, and await_resume() fetches it. The frame is the awaiter, too, as one empty base for
// each kind: an awaiter of its own would have its place in every frame.
template <typename Given, int kind>
struct NativeAwaiter {
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>) {}
  Given await_resume();
};
using AnswerAwaiter = NativeAwaiter<Value, 0>;
using NextAwaiter = NativeAwaiter<Value, 1>;
using HandedAwaiter =
    NativeAwaiter<Value, 2>;  // block, park, yield, await_on: the machine hands the value in
using SendAwaiter = NativeAwaiter<Sent, 3>;
using AttemptAwaiter = NativeAwaiter<Attempt, 4>;

// g++ 12 copies what a reference names into the frame, so there it is an awaiter that knows the
// frame's.
#if defined(__clang__)
template <typename Awaiter>
using Awaited = Awaiter&;
#else
template <typename Awaiter>
struct Awaited {
  Awaiter& frame;
  bool await_ready() const { return frame.await_ready(); }
  void await_suspend(std::coroutine_handle<>) {}
  auto await_resume() { return frame.await_resume(); }
};
#endif

struct Native::promise_type : NativeFrame,
                              AnswerAwaiter,
                              NextAwaiter,
                              HandedAwaiter,
                              SendAwaiter,
                              AttemptAwaiter {
  template <typename... Rest>
  explicit promise_type(Vm& machine, Rest&...) : NativeFrame(machine, nullptr) {}
  explicit promise_type(Vm& machine, OwnedArgs& parameters) : NativeFrame(machine, &parameters) {}
  // A captureless lambda's operator().
  template <typename Lambda, typename... Rest>
    requires(!std::is_same_v<std::remove_cvref_t<Lambda>, Vm>)
  explicit promise_type(Lambda&, Vm& machine, Rest&...) : NativeFrame(machine, nullptr) {}
  ~promise_type();
  template <typename... Rest>
  static void* operator new(std::size_t size, Vm& machine, Rest&...) {
    return allocate(size, machine);
  }
  template <typename Lambda, typename... Rest>
    requires(!std::is_same_v<std::remove_cvref_t<Lambda>, Vm>)
  static void* operator new(std::size_t size, Lambda&, Vm& machine, Rest&...) {
    return allocate(size, machine);
  }
  static void operator delete(void* memory);

  Native get_return_object() { return Native(this); }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  // A pending Answer is a tail call: its value becomes this coroutine's.
  void return_value(Answer answer);

  Awaited<AnswerAwaiter> await_transform(Answer answer) {
    settled = settle(std::move(answer));
    return {*this};
  }
  Awaited<AnswerAwaiter> await_transform(Native native) {
    settled = settle_native(std::move(native));
    return {*this};
  }
  Awaited<NextAwaiter> await_transform(NextAnswer next) {
    settled = settle_next(std::move(next.answer));
    return {*this};
  }
  Awaited<SendAwaiter> await_transform(SendAnswer send) {
    settled = settle_send(std::move(send.answer));
    return {*this};
  }
  Awaited<AttemptAwaiter> await_transform(AttemptAnswer<Answer> attempt) {
    settled = settle_attempt(std::move(attempt.inner));
    return {*this};
  }
  Awaited<AttemptAwaiter> await_transform(AttemptAnswer<NextAnswer> attempt) {
    settled = settle_attempt_next(std::move(attempt.inner.answer));
    return {*this};
  }
  Awaited<HandedAwaiter> await_transform(BlockRequest request);
  Awaited<HandedAwaiter> await_transform(ParkRequest request);
  Awaited<HandedAwaiter> await_transform(YieldRequest request);
  Awaited<HandedAwaiter> await_transform(AwaitRequest request);
  Awaited<AttemptAwaiter> await_transform(AttemptAnswer<ParkRequest> request);
  Awaited<AttemptAwaiter> await_transform(AttemptAnswer<YieldRequest> request);
  Awaited<AttemptAwaiter> await_transform(AttemptAnswer<AwaitRequest> request);

 private:
  static void* allocate(std::size_t size, Vm& machine);

  bool settle(Answer answer);
  bool settle_native(Native native);
  bool settle_next(Answer answer);
  bool settle_send(Answer answer);
  bool settle_attempt(Answer answer);
  bool settle_attempt_next(Answer answer);
};

template <typename Given, int kind>
bool NativeAwaiter<Given, kind>::await_ready() const {
  return static_cast<const Native::promise_type*>(this)->settled;
}
template <>
Value AnswerAwaiter::await_resume();
template <>
Value NextAwaiter::await_resume();
template <>
Attempt AttemptAwaiter::await_resume();
template <>
inline Value HandedAwaiter::await_resume() {
  return std::move(static_cast<Native::promise_type*>(this)->value);
}
template <>
inline Sent SendAwaiter::await_resume() {
  auto* frame = static_cast<Native::promise_type*>(this);
  return {std::move(frame->value), frame->stopped};
}

}  // namespace simul::vm

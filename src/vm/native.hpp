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

  OwnedArgs() = default;
  explicit OwnedArgs(const CallArgs& args)
      : values(args.values, args.values + args.total())
      , count(args.count)
      , names(args.names == nullptr ? Value() : Value::share(args.names)) {}
  OwnedArgs(std::initializer_list<Value> list)
      : values(list), count(static_cast<std::uint32_t>(list.size())) {}

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
  Vm* vm = nullptr;
  std::coroutine_handle<> handle;
  Value value;                       // handed in by the machine, or out
  Value delegate;                    // what await_on waits for
  OwnedArgs* args = nullptr;         // its parameters, if it takes any as OwnedArgs
  GeneratorObject* owner = nullptr;  // the coroutine object whose body this is; null: a plain call
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

class [[nodiscard]] Native {
 public:
  struct promise_type;

  explicit Native(promise_type* promise) : promise_(promise) {}
  Native(Native&& other) noexcept : promise_(std::exchange(other.promise_, nullptr)) {}
  Native& operator=(Native&&) = delete;
  ~Native();

  // Puts it on top of the running fiber: it starts when the caller gets back to the machine.
  operator Answer() &&;  // NOLINT: implicit on purpose
  operator Answer() &;   // NOLINT: implicit on purpose
  NativeFrame* release();

 private:
  promise_type* promise_;
};

struct Native::promise_type : NativeFrame {
  template <typename... Rest>
  explicit promise_type(Vm& machine, Rest&...) {
    init(machine);
  }
  explicit promise_type(Vm& machine, OwnedArgs& parameters) {
    init(machine);
    args = &parameters;
  }
  // A captureless lambda's operator().
  template <typename Lambda, typename... Rest>
    requires(!std::is_same_v<std::remove_cvref_t<Lambda>, Vm>)
  explicit promise_type(Lambda&, Vm& machine, Rest&...) {
    init(machine);
  }
  template <typename... Rest>
  static void* operator new(std::size_t size, Vm& machine, Rest&...) {
    return allocate(size, machine);
  }
  template <typename Lambda, typename... Rest>
    requires(!std::is_same_v<std::remove_cvref_t<Lambda>, Vm>)
  static void* operator new(std::size_t size, Lambda&, Vm& machine, Rest&...) {
    return allocate(size, machine);
  }
  static void operator delete(void* memory, std::size_t size);

  Native get_return_object() { return Native(this); }
  std::suspend_always initial_suspend() noexcept { return {}; }
  std::suspend_always final_suspend() noexcept { return {}; }
  void unhandled_exception() {}
  // A pending Answer is a tail call: its value becomes this coroutine's.
  void return_value(Answer answer);

  struct AnswerAwaiter {
    promise_type& frame;
    Answer answer;
    bool await_ready();
    void await_suspend(std::coroutine_handle<>) {}
    Value await_resume();
  };
  struct NextAwaiter {
    promise_type& frame;
    Answer answer;
    bool await_ready();
    void await_suspend(std::coroutine_handle<>) {}
    Value await_resume();
  };
  struct SendAwaiter {
    promise_type& frame;
    Answer answer;
    bool await_ready();
    void await_suspend(std::coroutine_handle<>) {}
    Sent await_resume();
  };
  struct AttemptAwaiter {
    promise_type& frame;
    Answer answer;
    bool iteration;
    Value exception;
    bool await_ready();
    void await_suspend(std::coroutine_handle<>) {}
    Attempt await_resume();
  };
  struct ValueAwaiter {  // block, park, yield, await_on: the machine hands the value in
    promise_type& frame;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    Value await_resume() { return std::move(frame.value); }
  };
  struct AttemptValueAwaiter {
    promise_type& frame;
    bool await_ready() { return false; }
    void await_suspend(std::coroutine_handle<>) {}
    Attempt await_resume();
  };

  AnswerAwaiter await_transform(Answer answer) { return {*this, std::move(answer)}; }
  AnswerAwaiter await_transform(Native native) { return {*this, std::move(native)}; }
  NextAwaiter await_transform(NextAnswer next) { return {*this, std::move(next.answer)}; }
  SendAwaiter await_transform(SendAnswer send) { return {*this, std::move(send.answer)}; }
  AttemptAwaiter await_transform(AttemptAnswer<Answer> attempt) {
    return {*this, std::move(attempt.inner), false, {}};
  }
  AttemptAwaiter await_transform(AttemptAnswer<NextAnswer> attempt) {
    return {*this, std::move(attempt.inner.answer), true, {}};
  }
  ValueAwaiter await_transform(BlockRequest request);
  ValueAwaiter await_transform(ParkRequest request);
  ValueAwaiter await_transform(YieldRequest request);
  ValueAwaiter await_transform(AwaitRequest request);
  AttemptValueAwaiter await_transform(AttemptAnswer<ParkRequest> request);
  AttemptValueAwaiter await_transform(AttemptAnswer<YieldRequest> request);
  AttemptValueAwaiter await_transform(AttemptAnswer<AwaitRequest> request);

 private:
  void init(Vm& machine) {
    vm = &machine;
    kind = Kind::kNative;
    handle = std::coroutine_handle<promise_type>::from_promise(*this);
  }
  static void* allocate(std::size_t size, Vm& machine);
};

}  // namespace simul::vm

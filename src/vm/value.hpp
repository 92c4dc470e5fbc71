// Value: one owning machine word; what a Python name, a list item or a stack slot holds.
//
// Always holds: copying takes a reference, moving steals it, the destructor drops it (and kills the
// object at once when it was the last one, as CPython's reference counts do). Bit 0 set: a small
// int (63 bits natively, 31 in wasm32). Low bits 10: one of the singletons (None, False, True,
// NotImplemented, Ellipsis), which need no object and so no counting. Otherwise an Object*. Zero is
// "no value": an empty variable, or "an exception was raised".
#pragma once

#include <cstdint>
#include <utility>

namespace simul::vm {

struct Object;

// Kills an object whose last reference went away. Never runs Python code at once: a __del__ is
// queued for the next instruction boundary.
void release_last(Object* object);

// A class of one word that is handed over in a register although it has a destructor: whoever is
// called ends the parameter. (g++ hands it over in memory.)
#if defined(__clang__)
#  define SIMUL_IN_REGISTERS [[clang::trivial_abi]]
#else
#  define SIMUL_IN_REGISTERS
#endif

struct ObjectHeader {
  std::uint32_t refcount;
};

class SIMUL_IN_REGISTERS Value {
 public:
  using Bits = std::uintptr_t;

  // All that is written at every use is handed words and never addresses: where the page is built
  // for size these are calls, and a variable whose address nobody knows needs no memory.
  Value() noexcept = default;
  [[gnu::always_inline]] Value(const Value& other) noexcept : bits_(other.bits_) { retain(bits_); }
  [[gnu::always_inline]] Value(Value&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
  [[gnu::always_inline]] Value& operator=(const Value& other) noexcept {
    retain(other.bits_);
    drop(std::exchange(bits_, other.bits_));
    return *this;
  }
  // The old content is dropped after the new one is in place, so a dying object never sees a
  // half-made variable.
  [[gnu::always_inline]] Value& operator=(Value&& other) noexcept {
    const Bits taken = std::exchange(other.bits_, 0);
    drop(std::exchange(bits_, taken));
    return *this;
  }
  [[gnu::always_inline]] ~Value() { drop(bits_); }

  static Value none() { return Value(kNoneBits); }
  static Value boolean(bool truth) { return Value(truth ? kTrueBits : kFalseBits); }
  static Value not_implemented() { return Value(kNotImplementedBits); }
  static Value ellipsis() { return Value(kEllipsisBits); }
  // The caller has checked fits_small().
  static Value small(std::intptr_t number) { return Value(static_cast<Bits>(number) << 1 | 1); }
  static constexpr bool fits_small(std::int64_t number) {
    return number >= (INTPTR_MIN >> 1) && number <= (INTPTR_MAX >> 1);
  }
  // Takes a new reference / takes over the caller's reference.
  static Value share(const Object* object) {
    retain(reinterpret_cast<Bits>(object));
    return Value(reinterpret_cast<Bits>(object));
  }
  static Value adopt(Object* object) { return Value(reinterpret_cast<Bits>(object)); }

  explicit operator bool() const { return bits_ != 0; }  // is there a value? (not Python's truth)
  bool is_small() const { return (bits_ & 1) != 0; }
  bool is_object() const { return names_object(bits_); }
  bool is_none() const { return bits_ == kNoneBits; }
  bool is_bool() const { return bits_ == kTrueBits || bits_ == kFalseBits; }
  bool is_true() const { return bits_ == kTrueBits; }
  bool is_false() const { return bits_ == kFalseBits; }
  bool is_not_implemented() const { return bits_ == kNotImplementedBits; }
  bool is_ellipsis() const { return bits_ == kEllipsisBits; }
  std::intptr_t as_small() const { return static_cast<std::intptr_t>(bits_) >> 1; }
  Object* object() const { return reinterpret_cast<Object*>(bits_); }
  // The object as T; the caller knows its type.
  template <typename T>
  T* as() const {
    return static_cast<T*>(object());
  }
  // Python's `is`.
  bool is(const Value& other) const { return bits_ == other.bits_; }

  Bits bits() const { return bits_; }
  // For the frame's raw slots: gives the reference away / takes one over.
  Bits leak() { return std::exchange(bits_, 0); }
  static Value adopt_bits(Bits bits) { return Value(bits); }
  void swap(Value& other) noexcept { std::swap(bits_, other.bits_); }
  void reset() { Value dropped(std::move(*this)); }

  static constexpr Bits kNoneBits = 2, kFalseBits = 6, kTrueBits = 10, kNotImplementedBits = 14,
                        kEllipsisBits = 18;

 private:
  friend class Answer;
  explicit Value(Bits bits) : bits_(bits) {}
  static bool names_object(Bits bits) { return bits != 0 && (bits & 3) == 0; }
  static void retain(Bits bits) {
    if (names_object(bits)) ++reinterpret_cast<ObjectHeader*>(bits)->refcount;
  }
  // Known to be empty: moved away a moment ago.
  [[gnu::always_inline]] static void drop(Bits bits) {
    if (!(__builtin_constant_p(bits) && !names_object(bits))) release(bits);
  }
  static void release(Bits bits) {
    if (names_object(bits) && --reinterpret_cast<ObjectHeader*>(bits)->refcount == 0) {
      release_last(reinterpret_cast<Object*>(bits));
    }
  }

  Bits bits_ = 0;
};

static_assert(sizeof(Value) == sizeof(void*));

// "An exception is set in the Vm": what vm.raise() gives back; turns into an empty Value or a
// raised Answer.
struct Raised {
  operator Value() const { return {}; }  // NOLINT: implicit on purpose
};

// What an operation of the machine answers: a value; "raised" (the exception is in the Vm); "stop"
// (only from iteration: nothing more); or "pending": a frame was put on top of the running fiber,
// and its result will be handed to whoever waits. A plain native passes an Answer on by returning
// it; a coroutine native must co_await it at once, before asking for anything else.
class [[nodiscard]] Answer {
 public:
  Answer(Value value)
      : value_(std::move(value)) {}  // NOLINT: implicit on purpose; empty means raised
  Answer(Raised) {}                  // NOLINT: implicit on purpose
  static Answer pending() { return Answer(Value(kPendingBits)); }
  static Answer stop() { return Answer(Value(kStopBits)); }

  bool raised() const { return value_.bits_ == 0; }
  bool is_pending() const { return value_.bits_ == kPendingBits; }
  bool is_stop() const { return value_.bits_ == kStopBits; }
  bool has_value() const {
    return value_.bits_ != 0 && value_.bits_ != kPendingBits && value_.bits_ != kStopBits;
  }
  const Value& peek() const { return value_; }
  Value take() { return std::move(value_); }

 private:
  static constexpr Value::Bits kPendingBits = 22, kStopBits = 26;
  Value value_;
};

}  // namespace simul::vm

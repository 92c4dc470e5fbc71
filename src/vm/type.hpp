// Type: what a class is to the machine: names of its attributes, order of resolution, and slots,
// the operations that the interpreter asks for. Mirrors PyTypeObject and Objects/typeobject.c.
//
// Always holds: a slot is a plain function that answers at once or puts a frame on the fiber
// (Answer); a class made by Python code has dispatching slots for the dunder methods found in its
// MRO, and the native slots of its bases for the rest; a native type's slots are visible to Python
// as slot wrappers (list.__len__), made by make_type. `instance_size` is the C++ size of an
// instance without what a variable-sized one has behind it.
#pragma once

#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <vector>

#include "vm/object.hpp"
#include "vm/shared_keys.hpp"
#include "vm/table.hpp"

namespace simul::vm {

class Vm;
struct CallArgs;
struct OwnedArgs;
class Native;
struct DictObject;
struct StrObject;

enum class CompareOp : std::uint8_t { kLt, kLe, kEq, kNe, kGt, kGe };
// CPython's NB_ numbers, the operand of BINARY_OP; the in-place forms follow at +13. kDivmod is for
// divmod() only.
enum class BinaryOp : std::uint8_t {
  kAdd,
  kAnd,
  kFloorDivide,
  kLshift,
  kMatrixMultiply,
  kMultiply,
  kRemainder,
  kOr,
  kPower,
  kRshift,
  kSubtract,
  kTrueDivide,
  kXor,
  kDivmod
};
inline constexpr int kBinaryOps = 14;
inline constexpr std::uint32_t op_bit(BinaryOp op) {
  return 1u << static_cast<unsigned>(op);
}
enum class UnaryOp : std::uint8_t { kNegative, kPositive, kInvert, kAbsolute };

// Every slot may be null. `self` is borrowed for the call: copy it if you keep it.
struct Slots {
  // Lifetime. `destroy` ends the C++ life (usually destroy_as<T>); the memory is freed by the
  // caller. `size_of`: bytes of a variable-sized instance. `traverse` visits what it holds, `clear`
  // lets go of what may form a cycle. `survive` is asked when the last reference went: true when
  // the object has found a holder, and a reference count, once more.
  void (*destroy)(Object* self) = nullptr;
  bool (*survive)(Object* self) = nullptr;
  std::size_t (*size_of)(const Object* self) = nullptr;
  void (*traverse)(Object* self, Visitor& visitor) = nullptr;
  void (*clear)(Object* self) = nullptr;

  Answer (*repr)(Vm&, const Value& self) = nullptr;  // a str
  Answer (*str)(Vm&, const Value& self) = nullptr;   // a str; null: as repr
  Answer (*format)(Vm&, const Value& self, const Value& spec) = nullptr;
  Answer (*hash)(Vm&, const Value& self) = nullptr;   // an int; null: by identity; see kUnhashable
  Answer (*truth)(Vm&, const Value& self) = nullptr;  // True or False; null: by length, else true
  Answer (*compare)(Vm&,
                    const Value& a,
                    const Value& b,
                    CompareOp op) = nullptr;  // NotImplemented: try the other one
  std::uint32_t compare_mask = 0x3f;  // which of the six have a wrapper for Python (bit: CompareOp)

  Answer (*get_attr)(Vm&, const Value& self, StrObject* name) = nullptr;  // null: the generic one
  Answer (*set_attr)(Vm&,
                     const Value& self,
                     StrObject* name,
                     const Value& value) = nullptr;  // empty value: delete
  Answer (*call)(Vm&, const Value& self, const CallArgs& args) = nullptr;
  Answer (*iter)(Vm&, const Value& self) = nullptr;
  Answer (*next)(Vm&, const Value& self) = nullptr;  // Answer::stop() at the end

  Answer (*length)(Vm&, const Value& self) = nullptr;  // a small int
  Answer (*get_item)(Vm&, const Value& self, const Value& key) = nullptr;
  Answer (*set_item)(Vm&,
                     const Value& self,
                     const Value& key,
                     const Value& value) = nullptr;                         // empty value: delete
  Answer (*contains)(Vm&, const Value& self, const Value& item) = nullptr;  // True or False
  // The C name of the sequence protocol: an object that UNPACK/iteration may walk by get_item with
  // 0, 1, 2…
  bool sequence = false;

  // One function for all operators of a type, called for either side (a or b is of this type),
  // NotImplemented when it does not know the pair. The mask says which operators exist, and which
  // get wrappers (__add__, __radd__).
  Answer (*binary)(Vm&, BinaryOp op, const Value& a, const Value& b) = nullptr;
  std::uint32_t binary_mask = 0;
  Answer (*inplace)(Vm&,
                    BinaryOp op,
                    const Value& a,
                    const Value& b) = nullptr;  // list += …; NotImplemented: binary
  std::uint32_t inplace_mask = 0;
  Answer (*unary)(Vm&, UnaryOp op, const Value& a) = nullptr;
  std::uint32_t unary_mask = 0xf;
  Answer (*index)(Vm&, const Value& self) = nullptr;     // an int
  Answer (*to_int)(Vm&, const Value& self) = nullptr;    // __int__
  Answer (*to_float)(Vm&, const Value& self) = nullptr;  // __float__

  Answer (*descr_get)(Vm&,
                      const Value& self,
                      const Value& instance,
                      const Value& owner) = nullptr;  // instance may be empty
  Answer (*descr_set)(Vm&, const Value& self, const Value& instance, const Value& value) = nullptr;

  Answer (*create)(Vm&, Type* cls, const CallArgs& args) = nullptr;  // __new__; args without cls
  Answer (*init)(Vm&,
                 const Value& self,
                 const CallArgs& args) = nullptr;  // __init__; args without self; answers None

  Answer (*await)(Vm&, const Value& self) = nullptr;  // an iterator
  Answer (*aiter)(Vm&, const Value& self) = nullptr;
  Answer (*anext)(Vm&, const Value& self) = nullptr;  // an awaitable
};

template <typename T>
void destroy_as(Object* object) {
  static_cast<T*>(object)->~T();
}

using PlainFunction = Answer (*)(Vm&, const CallArgs&);
using CoroutineFunction = Native (*)(Vm&, OwnedArgs);

// One function or method that Python can call; see native.hpp for how to write one. For a method
// args[0] is self and min/max count without it. max -1: any number. Without kKeywords the machine
// refuses keywords and wrong counts itself.
struct NativeDef {
  const char* name;
  PlainFunction plain = nullptr;
  CoroutineFunction coroutine = nullptr;
  int min = 0;
  int max = -1;
  std::uint32_t flags = 0;

  constexpr NativeDef(const char* n, PlainFunction f, int lo = 0, int hi = -1, std::uint32_t fl = 0)
      : name(n), plain(f), min(lo), max(hi), flags(fl) {}
  constexpr NativeDef(
      const char* n, CoroutineFunction f, int lo = 0, int hi = -1, std::uint32_t fl = 0)
      : name(n), coroutine(f), min(lo), max(hi), flags(fl) {}
};
inline constexpr std::uint32_t kKeywords =
    1;  // takes keywords: the function parses them (Parameters)
inline constexpr std::uint32_t kStaticMethod = 2;  // in a type's methods: no self
inline constexpr std::uint32_t kClassMethod = 4;   // in a type's methods: args[0] is the class
inline constexpr std::uint32_t kFoldedFrame =
    8;  // leaves "[frames in asyncio]" in a traceback that passes through it
inline constexpr std::uint32_t kMakesCoroutine =
    16;  // a coroutine native whose call gives a `coroutine` object (an async def)

struct GetterDef {
  const char* name;
  Answer (*get)(Vm&, const Value& self);
  Answer (*set)(Vm&,
                const Value& self,
                const Value& value) = nullptr;  // empty value: delete; null: read-only
};

// How a native type is described to Vm::make_type.
struct TypeSpec {
  const char* name;
  const char* module = "builtins";
  Type* base = nullptr;           // null: object
  std::size_t instance_size = 0;  // 0: the base's
  std::uint32_t flags = 0;
  Slots slots = {};
  std::vector<NativeDef> methods = {};
  std::vector<GetterDef> getters = {};
  const char* doc = nullptr;
};
inline constexpr std::uint32_t kSubclassable = 1;  // Python code may derive from it
inline constexpr std::uint32_t kHasDict = 2;       // instances have a __dict__
inline constexpr std::uint32_t kUnhashable = 4;    // "unhashable type: 'list'"
inline constexpr std::uint32_t kVariableSize =
    8;  // instances have data behind instance_size (slots.size_of)
inline constexpr std::uint32_t kUserClass = 16;  // made by a class statement or type()
inline constexpr std::uint32_t kAbstract =
    32;  // cannot be created from Python: "cannot create 'x' instances"

struct Type : Container {
  Vm* vm;
  std::string name;  // __name__
  std::string qualname;
  Value module;  // a str
  Type* base;    // the base that decides the layout; null for object. Held through `bases`.
  Value bases;   // a tuple
  std::vector<Type*> mro;       // this type first; held through `bases` and self
  Value mro_tuple;              // of a user's class
  DictObject* dict;             // owned
  std::list<Type*> subclasses;  // not owned; a list, as many may die, oldest first
  Slots slots;
  std::size_t instance_size;
  std::size_t
      native_size;  // of the C++ part; from there to instance_size lie Values (__slots__, __dict__)
  std::int32_t dict_offset;  // of the Value that holds an instance's dict; 0: none; -1: behind a
                             // variable-sized instance
  std::uint32_t flags;
  std::uint32_t version;      // changes with every change of an attribute here or in a base
  bool has_finalizer;         // some __del__ in the MRO
  bool is_exception;          // derives from BaseException
  SharedKeysRef shared_keys;  // of a class whose instances have nothing but a __dict__

  bool is_subtype_of(const Type* other) const {
    for (const Type* each : mro) {
      if (each == other) return true;
    }
    return false;
  }
  bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
};

}  // namespace simul::vm

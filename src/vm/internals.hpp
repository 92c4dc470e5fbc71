// Vm::Internals: the machine's own state and helpers, for the files of src/vm's core only.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/check.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

// Bits of Type::flags that the classes of collections.abc set: `case [...]` and `case {...}` take
// their instances.
inline constexpr std::uint32_t kSequencePattern = 1u << 24, kMappingPattern = 1u << 25;
// Type::name is "collections.deque", as messages show a class that CPython has in C; __name__ is
// its end.
inline constexpr std::uint32_t kDottedName = 1u << 26;
// Have its exceptions fields that are taken from their arguments? Most have not. A class knows once
// it was asked.
inline constexpr std::uint32_t kFieldsKnown = 1u << 27, kHasFields = 1u << 28;

// A bit of Object::bits: somebody has a weak reference to it.
inline constexpr std::uint32_t kWeakBit = 1u << 8;
// One of an instance's bits: its __dict__ or its class is not the one that it was made with, so its
// values no longer lie beside the names that its class shares (SharedKeys).
inline constexpr std::uint32_t kDetachedBit = 1u << 17;
struct WeakReference : Container {
  Object* target = nullptr;  // not owned; null once it is gone
  Value callback;            // empty: none
  Value hash;                // of the target, once asked for
};

// Names the core asks for again and again.
// clang-format off
#define SIMUL_NAMES(X) \
  X(__init__) X(__new__) X(__dict__) X(__class__) X(__name__) X(__qualname__) X(__module__) X(__doc__)     \
  X(__getattr__) X(__getattribute__) X(__setattr__) X(__delattr__) X(__del__) X(__slots__) X(__set_name__) \
  X(__init_subclass__) X(__class_getitem__) X(__mro_entries__) X(__prepare__) X(__classcell__)             \
  X(__annotations__) X(__get__) X(__set__) X(__delete__) X(__call__) X(__iter__) X(__next__)               \
  X(__enter__) X(__exit__) X(__aenter__) X(__aexit__) X(__await__) X(__aiter__) X(__anext__)               \
  X(__build_class__) X(__import__) X(__file__) X(__builtins__) X(__notes__) X(__hash__) X(__eq__)          \
  X(__instancecheck__) X(__subclasscheck__) X(__contains__) X(__reversed__) X(__len__) X(__getitem__)      \
  X(__setitem__) X(__delitem__) X(__bool__) X(__str__) X(__repr__) X(__format__) X(__index__) X(__int__)   \
  X(__float__) X(__static_attributes__) X(__firstlineno__) X(__abstractmethods__) X(__isabstractmethod__)  \
  X(__type_params__) X(__orig_bases__) X(__all__) X(__path__) X(__spec__) X(__package__) X(__loader__)     \
  X(metaclass) X(close) X(throw_) X(send) X(keys) X(name) X(obj) X(__wrapped__) X(__set_name) X(__main__)  \
  X(__match_args__) X(__bases__) X(__mro__) X(__self__) X(__cause__) X(__context__)            \
  X(__traceback__) X(__suppress_context__) X(__dir__) X(__sizeof__) X(__reduce__) X(__missing__)
// clang-format on
struct Names {
#define SIMUL_NAME_MEMBER(n) StrObject* n = nullptr;
  SIMUL_NAMES(SIMUL_NAME_MEMBER)
#undef SIMUL_NAME_MEMBER
};

struct Vm::Internals {
  struct TextHash {
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  struct MethodCacheEntry {
    const Type* type = nullptr;
    const StrObject* name = nullptr;
    std::uint32_t version = 0;
    const Value* value = nullptr;
  };

  std::unordered_map<std::string_view, Value> interned;
  Names names;
  std::array<MethodCacheEntry, 2048> method_cache{};
  std::uint32_t next_type_version = 1;
  std::vector<Value> kept_types;
  std::unordered_map<std::string, ModuleInit> module_inits;
  std::unordered_map<Object*, std::vector<WeakReference*>> weak_references;
  Type* union_type = nullptr;      // of int | None: a GenericAlias without origin
  std::size_t most_digits = 4300;  // of an int's decimal text; 0: no limit
  int importing = 0;  // modules of the library whose bodies run: the clock stands still
  // Death of objects.
  int death_depth = 0;
  std::vector<Object*> dying;
  bool shutting_down = false;
  std::int64_t charged_budget = 0;  // the budget at the last flush_charge
  std::array<Value, 128> ascii;     // one-letter strings
  Value empty_str, empty_tuple;
  Type* async_value_type = nullptr;
  bool reraising = false;
  std::vector<std::pair<const Fiber*, Value>> grounds;  // see set_ground
  std::unordered_set<std::string> warned;
  bool names_gone = false;   // the last collection's turn: CPython cannot import any more
  bool path_gone = false;    // a moment earlier: it can only import what it has
  bool tracemalloc = false;  // which it has once a warning has mentioned it
  bool source_read =
      false;  // a report has shown lines of the program: CPython's linecache has them
  std::int64_t origin_depth = 0;  // how many frames of its making a new coroutine remembers
  // asyncio.sleep, which AsyncioState owns, and its coroutine once it has given up its turn: see
  // kTurnGivenBits.
  const Object* sleep_function = nullptr;
  Value (*make_turn_given)(Vm& vm) = nullptr;

  // --- frames (calls.cpp) ---
  // With no local made yet; the function's reference is the caller's to give.
  [[gnu::always_inline]] static Frame* bare_frame(Vm& vm,
                                                  CodeValue* code,
                                                  DictObject* globals,
                                                  FunctionObject* function) {
    void* memory = vm.heap_.allocate(code->frame_size);
    Value* sp = static_cast<Frame*>(memory)->slots() + code->local_count;
    auto* frame = new (memory) Frame(code, globals, function, sp);
    Object* header = frame;
    header->refcount = 1;
    header->bits = 0;
    header->type = vm.types_.frame;
    return frame;
  }
  // For the collector, which only has to know of a frame that is more than a call going on: what
  // runs keeps what it holds alive.
  static void list_frame(Vm& vm, Frame* frame) {
    if ((frame->bits & kContainerBit) == 0) vm.heap_.link(frame);
  }
  static Frame* make_frame(Vm& vm, CodeValue* code, FunctionObject* function, DictObject* globals);
  // The usual death of a frame, without the detours through clear_frame() and its type: it is a
  // function's, not cleared, and nobody else has it, so nobody can watch.
  [[gnu::always_inline]] static void free_frame(Heap& heap, Frame* frame) {
    Value* end = frame->sp;
    for (Value* slot = frame->slots(); slot < end; ++slot) {
      if (slot->is_object()) slot->reset();
      KEEP_LOOP();
    }
    if (frame->namespace_) [[unlikely]]
      frame->namespace_.reset();
    FunctionObject* function = frame->function;
    const std::size_t size = frame->code->frame_size;
    if ((frame->bits & kContainerBit) != 0) heap.unlink(frame);
    heap.deallocate(frame, size);
    Value dropped = Value::adopt(function);
  }
  // The usual death of a coroutine that is over and that nobody has any more; false: it is another.
  static bool end_coroutine(Heap& heap, GeneratorObject* coroutine) {
    if (coroutine->bits != kContainerBit || coroutine->body != nullptr ||
        coroutine->state != GeneratorObject::State::kDone || coroutine->handled.exception)
      return false;
    heap.unlink(coroutine);
    coroutine->~GeneratorObject();
    heap.deallocate(coroutine, sizeof(GeneratorObject));
    return true;
  }
  // A frame with the arguments bound to the parameters; null: raised.
  static Frame* bind(Vm& vm, FunctionObject* function, const CallArgs& args);
  static void push(Vm& vm, Activation* activation);  // on the running fiber
  static Answer enter(Vm& vm, Frame* frame);  // generator functions make their object instead
  // A module's body, its names in `globals` (a dict).
  static Answer run_code(Vm& vm, const Value& code, const Value& globals);
  // The same with the names in `locals`, any mapping.
  static Answer run_code_in(Vm& vm, const Value& code, const Value& globals, const Value& locals);
  static void clear_frame(Frame* frame);
  // The frame has left the fiber, whose top is its caller: its locals die, unless somebody holds
  // it.
  static void end_frame(Vm& vm, Fiber& fiber, Frame* frame);
  // What stands under a fiber's first frame: the loop's own frames, or nothing.
  static void set_ground(Vm& vm, const Fiber* fiber, Value ground);
  static void drop_frame(Frame* frame);  // the chain's reference
  // The frame that what runs on top of the fiber was called from, or its ground, or nothing.
  static Value caller(Vm& vm, const Fiber& fiber);

  // --- exceptions (exceptions.cpp) ---
  static void add_traceback(Vm& vm, Frame* frame);
  // `args`: what the frames shown so have as parameters.
  static void add_folded(Vm& vm, const Value* args, std::size_t count);
  static Answer raise_from_opcode(Vm& vm, const Value& what, const Value& cause, bool has_cause);
  static Value new_exception(Vm& vm, Type* type, Value args);
  // type(*args) where __new__ and __init__ only put the arguments away; empty: it is not so.
  static Value plain_exception(Vm& vm, Type* type, const CallArgs& args);
  // Is it a StopIteration or of a class derived from it? It is an exception.
  static bool is_stop_iteration(Vm& vm, const Value& exception) {
    // Nothing without fields is one, and a class knows that of itself.
    return exception.is_object() &&
           (exception.object()->type->flags & (kFieldsKnown | kHasFields)) != kFieldsKnown &&
           vm.matches(exception, vm.exceptions_.StopIteration);
  }
  static void set_context(Vm& vm, const Value& exception);
  static void set_context(const Value& exception, const Value& handled);

  // --- death (heap.cpp, weakref_module.cpp) ---
  static auto& weak_references_of(Vm& vm) { return vm.internals_->weak_references; }
  static void clear_weak_references(Vm& vm, Object* object);
  // The callback of a weak reference; empty: it has none, or the value is something else.
  static Value weak_callback(Vm& vm, const Value& reference);
  static void destroy_now(Vm& vm, Object* object);
  static bool queue_finalizer(Vm& vm, Object* object);
  static bool queue_last_words(Vm& vm, Object* object);

  static MethodCacheEntry* cache_line(Vm& vm, const Type* type, const StrObject* name) {
    const auto a = reinterpret_cast<std::uintptr_t>(type) >> 5;
    const auto b = reinterpret_cast<std::uintptr_t>(name) >> 4;
    return &vm.internals_->method_cache[(a ^ b ^ (b >> 11)) & 2047];
  }
  static Internals& inside(Vm& vm) { return *vm.internals_; }
  static Names& names_of(Vm& vm) { return vm.internals_->names; }
  static std::uint32_t& type_version(Vm& vm) { return vm.internals_->next_type_version; }
  static auto& method_cache_of(Vm& vm) { return vm.internals_->method_cache; }
  static void set_async_value_type(Vm& vm, Type* type) { vm.internals_->async_value_type = type; }
  static Type* async_value_type_of(Vm& vm) { return vm.internals_->async_value_type; }
  // Modules that an import would find (import.cpp).
  static std::vector<std::string> module_names(Vm& vm);
  static bool has_module(Vm& vm, std::string_view name);
  static bool has_module_under(Vm& vm, std::string_view package);
  static ModuleInit native_module(Vm& vm, std::string_view name) {
    const auto found = vm.internals_->module_inits.find(std::string(name));
    return found == vm.internals_->module_inits.end() ? nullptr : found->second;
  }
  // sys.set_int_max_str_digits(); 0: no limit.
  static std::size_t& most_digits_of(Vm& vm) { return vm.internals_->most_digits; }
  static Type*& union_type_of(Vm& vm) { return vm.internals_->union_type; }
  static bool is_union(Vm& vm, const Value& value) {
    return vm.is_exactly(value, vm.internals_->union_type);
  }
  static std::int64_t& origin_depth_of(Vm& vm) { return vm.internals_->origin_depth; }
  static const Object*& sleep_function_of(Vm& vm) { return vm.internals_->sleep_function; }
  static Value (*&make_turn_given_of(Vm& vm))(Vm&) { return vm.internals_->make_turn_given; }
  static int& importing_count(Vm& vm) { return vm.internals_->importing; }
  // The running frame `depth` up, frames of twins not counted; null beyond the last.
  static Frame* visible_frame(Vm& vm, std::int64_t depth);
  static Type* new_type(Vm& vm, Type* metatype);
};

// Where in T its __dict__ lies. (offsetof is only for standard layouts, which these are in all but
// name.)
template <typename T>
std::int32_t offset_of(Value T::* member) {
  alignas(T) static const char kRoom[sizeof(T)] = {};
  const auto* object = reinterpret_cast<const T*>(kRoom);
  return static_cast<std::int32_t>(reinterpret_cast<const char*>(&(object->*member)) - kRoom);
}

Answer generic_get_attr(Vm& vm, const Value& object, StrObject* name);

// An AttributeError that nobody has told its `name` and `obj` yet is told them; others are left.
void tell_attribute(Vm& vm, const Value& exception, const Value& object, const Value& name);
Answer generic_set_attr(Vm& vm, const Value& object, StrObject* name, const Value& value);
void destroy_exception(Object* object);  // the slot of all of them
Answer type_get_attr(Vm& vm, const Value& self, StrObject* name);
Answer type_call(Vm& vm, const Value& self, const CallArgs& args);
Answer type_create(Vm& vm, Type* metatype, const CallArgs& args);
Answer object_create(Vm& vm, Type* cls, const CallArgs& args);
Answer object_init(Vm& vm, const Value& self, const CallArgs& args);
// For LOAD_ATTR of a method: gives the plain function and says that self goes in front (method =
// true).
Answer get_method(Vm& vm, const Value& object, StrObject* name, bool& method);
Answer build_class(Vm& vm, const CallArgs& args);
Answer call_native(Vm& vm, const NativeFunction& function, const CallArgs& args);
std::string quoted_address(const Object* object);  // 0x7f…
// What a getter answers where a field may be empty.
inline Value or_none(const Value& value) {
  return value ? value : Value::none();
}
// The hash by identity.
inline std::uint64_t identity(const Value& value) {
  return value.is_object() ? Heap::steady_address(value.object()) >> 4 : value.bits();
}
// "main.f" or "f" as CPython's %U of a callable in error messages: its qualname with ().
std::string callable_text(Vm& vm, const Value& callable);

Native split_group(Vm& vm, Value group, Value condition);  // (rest, match)
Answer prepare_reraise_star(Vm& vm, const Value& original, const Value& raised);
void install_sequence_iterator(Vm& vm);
Value make_super(Vm& vm, const Value& type, const Value& object);  // empty: raised
Answer no_class_for_super(Vm& vm, const Value& cls);
GetterDef dict_getter();  // __dict__ of instances
// What was warned of in the names of a module, made where it is not there: __warningregistry__.
Value warning_registry(Vm& vm, const Value& globals);
Value mro_of(Vm& vm, const Type& type);  // a new tuple
void install_types(Vm& vm);
void install_functions(Vm& vm);
void install_descriptors(Vm& vm);
void install_frames(Vm& vm);
void install_exceptions(Vm& vm);
void install_modules(Vm& vm);
void fix_slots(Vm& vm, Type* type);
void add_slot_wrappers(Vm& vm, Type* type);
void type_changed(Vm& vm, Type* type);

}  // namespace simul::vm

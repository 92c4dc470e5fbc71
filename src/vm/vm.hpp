// Vm: the machine. Types, heap, modules, and every operation of the language as a function that
// answers at once or puts a frame on the running fiber (see Answer in value.hpp, and native.hpp for
// how natives use these).
//
// Always holds: Python code runs only inside resume(); nothing here recurses natively on behalf of
// Python code; when an operation answers "raised", exactly one exception is set and
// raised_exception() holds it.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "bytecode/code_object.hpp"
#include "vm/data.hpp"
#include "vm/exceptions.hpp"
#include "vm/heap.hpp"
#include "vm/native.hpp"
#include "vm/type.hpp"
#include "vm/value.hpp"

namespace simul::vm {

struct CodeValue;
struct Frame;
struct FunctionObject;
struct GeneratorObject;
class LineBreaks;
struct ModuleObject;
class ModuleSource;
struct NativeFunction;

inline constexpr std::size_t round_to_value(std::size_t size) {
  return (size + sizeof(Value) - 1) & ~(sizeof(Value) - 1);
}

// Absolute name and content of each file of the folder in memory that open() works on.
using Files = std::vector<std::pair<std::string, std::string>>;

// What the machine asks of whoever runs it.
class Host {
 public:
  virtual ~Host() = default;
  // stream: 1 stdout, 2 stderr, 3 a mark on the axis. Any bytes, not only whole lines.
  virtual void write(int stream, std::string_view text) = 0;
  // A line of standard input without its end; waits for it as long as it takes.
  enum class Read : std::uint8_t {
    kLine,
    kEnd,    // there is no more
    kNone,   // nobody can be asked
    kLater,  // somebody is being asked: the program comes back, and is advanced when there is a
             // line
  };
  virtual Read read_line(std::string& line) {
    line.clear();
    return Read::kNone;
  }
};

// The built-in types, by CPython's names (a trailing _ where C++ has the word). Valid from the
// start of Vm's constructor; install functions fill them with Vm::define.
// clang-format off
#define SIMUL_TYPES(X)                                                                             \
  X(object) X(type) X(none_type) X(not_implemented_type) X(ellipsis_type)                          \
  X(bool_) X(int_) X(float_) X(complex) X(str) X(bytes) X(bytearray) X(memoryview)                 \
  X(tuple) X(list) X(dict) X(set) X(frozenset) X(slice) X(range)                                   \
  X(dict_keys) X(dict_values) X(dict_items) X(dict_key_iterator) X(dict_value_iterator)            \
  X(dict_item_iterator) X(dict_reverse_key_iterator) X(dict_reverse_value_iterator)                \
  X(dict_reverse_item_iterator) X(list_iterator) X(list_reverse_iterator) X(tuple_iterator)        \
  X(str_iterator) X(bytes_iterator) X(bytearray_iterator) X(range_iterator)                        \
  X(longrange_iterator) X(set_iterator)                                                            \
  X(callable_iterator) X(sequence_iterator) X(enumerate) X(zip) X(map) X(filter) X(reversed)       \
  X(function) X(builtin_function) X(method) X(method_descriptor) X(slot_wrapper) X(method_wrapper) \
  X(getset_descriptor) X(member_descriptor) X(classmethod) X(staticmethod) X(property) X(super)    \
  X(cell) X(code) X(frame) X(frame_locals) X(traceback) X(module) X(mapping_proxy)                 \
  X(generic_alias) X(generator) X(coroutine) X(coroutine_wrapper) X(async_generator)               \
  X(async_generator_asend) X(async_generator_athrow) X(anext_awaitable)
// clang-format on
struct Types {
#define SIMUL_TYPE_MEMBER(name) Type* name = nullptr;
  SIMUL_TYPES(SIMUL_TYPE_MEMBER)
#undef SIMUL_TYPE_MEMBER
};

// The chain of exceptions being handled (sys.exc_info); a generator brings its own link.
struct HandledException {
  Value exception;  // empty or None: none at this level
  HandledException* previous = nullptr;
};

// One chain of execution: the main program, or one task. Reused for many entries.
struct Fiber {
  Activation* top = nullptr;
  HandledException base;
  HandledException* handled = &base;
  std::int64_t depth = 0;    // Python frames and natives on the chain, for the recursion limit
  bool has_outcome = false;  // ended at once when it was started
  Value outcome;             // its value; empty: the exception is `outcome_exception`
  Value outcome_exception;
  // Where the contextvars.Context that the code here runs in lies (see vm/context.hpp): this
  // fiber's own, unless a task, a callback or Context.run() brought another. Empty: no variable was
  // set.
  Value context;
  Value* context_slot = &context;
  std::uint32_t line() const;  // of the innermost Python frame, 0 if none
};

struct Outcome {
  enum class Kind : std::uint8_t { kReturned, kRaised, kYielded, kPreempted, kBlocked, kParked };
  Kind kind = Kind::kPreempted;
  Value value;              // of kReturned and kYielded; of kRaised the exception
  std::int64_t due_ns = 0;  // of kBlocked
};

// State that a module keeps per Vm; natives reach it through Vm::extension.
struct Extension {
  virtual ~Extension() = default;
  // The Vm goes away: let go of every Value. The loops' own state lives on until the last object is
  // gone.
  virtual void shut_down() {}
};
// What the running loop wants to know of async generators (sys.set_asyncgen_hooks): first_iteration
// is called (a plain native) with a generator at its first step; finalizer gets generators that die
// unfinished.
struct AsyncGeneratorHooks {
  Value first_iteration, finalizer;
};
enum class ExtensionId : std::uint8_t {
  kAsyncio,
  kRandom,
  kSys,
  kDatetime,
  kTime,
  kText,
  kProgram,
  kContext,
  kFolder,
  kCount
};

class Vm {
 public:
  struct Options {
    std::string filename = "main.py";  // as the program sees it
    std::string source;                // for tracebacks and warnings
    std::uint64_t seed = 0;
    std::int64_t heap_limit = Heap::kDefaultLimit;
    int recursion_limit = 1000;
    ModuleSource* modules = nullptr;  // those written in Python; outlives the Vm. null: none
    Files files = {};                 // what stands in the folder of open() at the beginning
  };
  Vm(Options options, Host& host);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  const Options& options() const { return options_; }
  void set_recursion_limit(int limit) { options_.recursion_limit = limit; }
  Host& host() { return host_; }
  void write(int stream, std::string_view text) { host_.write(stream, text); }
  Heap& heap() { return heap_; }
  const Types& types() const { return types_; }
  const ExceptionTypes& exceptions() const { return exceptions_; }
  std::unique_ptr<Extension>& extension(ExtensionId id) {
    return extensions_[static_cast<std::size_t>(id)];
  }

  // --- Values
  // -----------------------------------------------------------------------------------------------------
  Type* type_of(const Value& value) const {
    if (value.is_object()) return value.object()->type;
    return type_of_immediate(value);
  }
  std::string_view type_name(const Value& value) const { return type_of(value)->name; }
  // As CPython's C code calls what it was given as an argument: None by its own name.
  std::string_view argument_name(const Value& value) const {
    return value.is_none() ? std::string_view("None") : type_name(value);
  }
  bool is_exactly(const Value& value, const Type* type) const { return type_of(value) == type; }
  bool is_kind_of(const Value& value,
                  const Type* type) const {  // by MRO, without __instancecheck__
    const Type* own = type_of(value);
    return own == type || own->is_subtype_of(type);
  }
  Value str(std::string_view utf8);
  Value str(const char* utf8);
  Value str(const std::string& utf8);
  Value intern(std::string_view utf8);
  StrObject* name(std::string_view
                      text);  // interned and kept for the Vm's life: for attribute names in natives
  StrObject* name(const char* text);
  StrObject* intern_object(StrObject* string);  // the interned twin (itself if it was the first)
  Value str_from_char(std::uint32_t code_point);
  StrObject* make_str(std::size_t bytes, std::size_t length);  // to be filled by the caller
  std::string_view text(const Value& string) const { return string.as<StrObject>()->text(); }
  bool is_str(const Value& value) const {
    return value.is_object() && is_kind_of(value, types_.str);
  }
  Value integer(std::int64_t number);
  // vm-types: any size; from decimal digits with an optional '-'.
  Value integer_from_decimal(std::string_view digits);
  Value real(double number);
  Value complex(double real_part, double imaginary);
  Value bytes(std::string_view content);
  Value tuple(std::initializer_list<Value> items);
  Value tuple(std::vector<Value> items);
  TupleObject* make_tuple(std::size_t size);  // items are empty, to be filled
  Value list(std::vector<Value> items);
  Value dict();
  Value set();
  Value frozenset(std::vector<Value> items);  // of quick_hash values
  Value slice(Value start, Value stop, Value step);
  Value cell(Value content);
  // The number of an int or bool that fits; false otherwise (also for other types).
  bool to_int64(const Value& value, std::int64_t& number) const;

  // A new instance of cls, whose C++ layout is (or begins with) T, with room for a subclass's
  // __dict__.
  template <typename T>
  T* instantiate(Type* cls, std::size_t extra = 0);
  // The slot of an instance's __dict__ (may hold an empty Value), or null if it has none.
  Value* dict_slot(Object* object) const;

  // --- Exceptions
  // -------------------------------------------------------------------------------------------------
  // Sets the exception type(message), with the handled one as its context.
  // For each kind of text one, here and below: a string_view is made and handed over in memory, at
  // every call.
  Raised raise(Type* type, std::string_view message);
  Raised raise(Type* type, const char* message);
  Raised raise(Type* type, const std::string& message);
  Raised raise(Type* type, Value argument);  // type(argument), for KeyError(key) and the like
  Raised raise(Type* type);
  Raised raise_exception(Value exception);  // an exception object
  Raised raise_type_error(std::string_view message);
  Raised raise_type_error(const char* message);
  Raised raise_type_error(const std::string& message);
  Raised raise_value_error(std::string_view message);
  Raised raise_value_error(const char* message);
  Raised raise_value_error(const std::string& message);
  Raised raise_attribute_error(const Value& object,
                               StrObject* name);  // "'X' object has no attribute 'y'"
  Raised raise_stop_iteration(Value value);       // empty or None: without arguments
  Raised raise_memory_error();
  Value make_exception(Type* type, std::string_view message);
  Value make_exception_with(Type* type, std::vector<Value> args);
  bool has_raised() const { return static_cast<bool>(raised_); }
  const Value& raised_exception() const { return raised_; }
  void set_raised(Value exception) {
    raised_ = std::move(exception);
  }  // as it is: context and traceback stay
  Value take_raised() { return std::move(raised_); }  // clears it
  Value handled_exception() const;                    // sys.exception(); empty: none
  // Is the exception an instance of the type?
  bool matches(const Value& exception, const Type* type) const {
    return is_kind_of(exception, type);
  }
  // "Type: message" as the last line of a traceback (for traces, status).
  std::string exception_line(const Value& exception);
  // The whole traceback text with chained exceptions, as traceback.print_exception would write it.
  std::string format_exception(const Value& exception);
  // "Exception ignored in: …" on stderr. Whoever hands the exception over lets go of it here.
  void write_unraisable(Value exception, const Value& where);
  // A warning on stderr at the running line ("<sys>:0" when nothing runs).
  void warn(Type* category, std::string_view message);

  // --- Operations
  // -------------------------------------------------------------------------------------------------
  Answer call(const Value& callable, const CallArgs& args);
  Answer call(const Value& callable) { return call(callable, CallArgs()); }
  Answer call(const Value& callable, std::initializer_list<Value> args) {
    return call(callable, CallArgs(args.begin(), args.size()));
  }
  Answer call_method(const Value& object, StrObject* name, const CallArgs& args);
  Answer call_method(const Value& object,
                     std::string_view method,
                     std::initializer_list<Value> args = {}) {
    return call_method(object, name(method), CallArgs(args.begin(), args.size()));
  }
  Answer repr(const Value& value);  // a str (checked)
  Answer str_of(const Value& value);
  Answer ascii(const Value& value);
  Answer format(const Value& value, const Value& spec);          // spec: a str
  Answer hash(const Value& value);                               // an int; "unhashable type"
  Answer truth(const Value& value);                              // True or False
  Answer compare(const Value& a, const Value& b, CompareOp op);  // any value (rich comparison)
  Answer equal(const Value& a,
               const Value& b);  // True or False: identity or ==, as containers compare
  Answer less(const Value& a, const Value& b);                 // True or False, as sort compares
  Answer contains(const Value& container, const Value& item);  // True or False
  Answer length(const Value& value);  // a small int; "object of type 'int' has no len()"
  Answer get_item(const Value& container, const Value& key);
  Answer set_item(const Value& container, const Value& key, const Value& value);
  Answer delete_item(const Value& container, const Value& key);
  Answer get_attr(const Value& object, StrObject* name);
  Answer get_attr(const Value& object, std::string_view attribute) {
    return get_attr(object, name(attribute));
  }
  Answer get_attr(const Value& object, const char* attribute);
  // As getattr(o, name, <nothing>): co_await gives an empty Value when there is an AttributeError.
  NextAnswer find_attr(const Value& object, StrObject* name);
  Answer set_attr(const Value& object, StrObject* name, const Value& value);
  Answer delete_attr(const Value& object, StrObject* name);
  Answer iter(const Value& iterable);
  NextAnswer next(const Value& iterator) { return {next_raw(iterator)}; }
  SendAnswer send(const Value& iterator, const Value& value) { return {send_raw(iterator, value)}; }
  Answer next_raw(const Value& iterator);
  Answer send_raw(const Value& iterator, const Value& value);
  Value& stop_value() { return stop_value_; }  // the result that came with the last Answer::stop()
  Answer binary(BinaryOp op, const Value& a, const Value& b);
  Answer inplace(BinaryOp op, const Value& a, const Value& b);
  Answer unary(UnaryOp op, const Value& a);
  Answer power(const Value& base, const Value& exponent, const Value& modulus);
  Answer index(const Value& value);  // an int; "'x' object cannot be interpreted as an integer"
  Answer to_list(const Value& iterable);                           // a new list
  Answer is_instance(const Value& value, const Value& classinfo);  // True or False
  Answer is_subclass(const Value& cls, const Value& classinfo);
  Answer get_awaitable(const Value& value);  // what `await` iterates; "object int can't be used in
                                             // 'await' expression"
  Answer get_aiter(const Value& value);
  Answer get_anext(const Value& value);  // an awaitable's iterator

  template <typename Inner>
  AttemptAnswer<Inner> attempt(Inner inner) {
    return {std::move(inner)};
  }
  AttemptAnswer<Answer> attempt(Native native);
  // Only inside coroutine natives. block_until: the fiber stops (kBlocked) until the clock says
  // due_ns. park: it stops (kParked) until unpark() or unpark_raise(). yield_value: gives a value
  // to whoever drives the coroutine object whose body this native is, and comes back with what was
  // sent. await_on: drives an awaitable's iterator to its end, passing on what it yields, and gives
  // its result.
  BlockRequest block_until(std::int64_t due_ns) { return {due_ns}; }
  std::int64_t blocked_until_ns = 0;  // of a native that has just asked for it
  ParkRequest park() { return {}; }
  YieldRequest yield_value(Value value) { return {std::move(value)}; }
  AwaitRequest await_on(Value iterator) { return {std::move(iterator)}; }
  void unpark(Fiber& fiber, Value value);
  void unpark_raise(Fiber& fiber, Value exception);

  // A `coroutine` object whose body is a native that has not started; name as in repr and "never
  // awaited".
  Value make_coroutine(Native body, std::string_view name, std::string_view qualname);
  Value make_coroutine(Native body, Value name, Value qualname);
  Value make_coroutine(NativeFrame* body, Value name, Value qualname);

  AsyncGeneratorHooks& async_generator_hooks() { return hooks_; }

  // Attributes without Python code: what the type's MRO says (borrowed, or null), and an instance's
  // own dict.
  const Value* lookup(Type* type, const StrObject* name);
  DictObject* instance_dict(const Value& object, bool make);  // null: has none

  // --- Types, functions, modules
  // --------------------------------------------------------------------------------------
  void define(Type* reserved, const TypeSpec& spec);
  Type* make_type(const TypeSpec& spec);  // kept for the Vm's life
  Value type_value(Type* type) const { return Value::share(type); }
  Value make_function(const NativeDef& def, std::string_view module);
  void add_functions(const Value& module, std::initializer_list<NativeDef> functions);
  void set_type_attr(Type* type, std::string_view name, Value value);
  Value make_module(std::string_view name);
  void set_module_attr(const Value& module, std::string_view name, Value value);
  void set_module_attr(const Value& module, const char* name, Value value);
  // A module that `import name` can find; `init` fills it the first time.
  using ModuleInit = void (*)(Vm&, const Value& module);
  void register_module(std::string_view name, ModuleInit init);
  Value builtins() const { return builtins_; }  // the module
  DictObject* builtins_dict() const { return builtins_dict_; }
  Table& modules();  // sys.modules: name -> module
  const Value& modules_dict() const { return modules_; }
  Answer import_module(StrObject* name);
  void set_cancelled_error(Type* type) { cancelled_error_ = type; }
  Type* cancelled_error() const { return cancelled_error_; }
  // Arguments of a native that takes keywords, in the order of its parameters; false: raised.
  bool parse(const CallArgs& args, const Parameters& parameters, Value* slots);

  // --- Execution
  // --------------------------------------------------------------------------------------------------
  // Puts an entry on an idle fiber; resume() then runs it.
  void start_call(Fiber& fiber, const Value& callable, const CallArgs& args);
  void start_code(Fiber& fiber, const Value& code, const Value& globals);
  void start_send(Fiber& fiber, const Value& coroutine, Value value);
  void start_throw(Fiber& fiber, const Value& coroutine, Value exception);
  Outcome resume(Fiber& fiber);
  // start_send() of None and resume() in one.
  Outcome send_none(Fiber& fiber, const Value& coroutine);
  // Lets go of what is still on the fiber (a program that was stopped).
  void abandon(Fiber& fiber);
  Value make_code(std::shared_ptr<const bytecode::CodeObject> code);
  // The same code with caches of its own, for names that another dict has: its constants are the
  // same objects.
  Value make_code_again(const CodeValue& given);
  Value make_code_without_constants(std::shared_ptr<const bytecode::CodeObject> code);
  Fiber* running() { return fiber_; }
  std::uint32_t running_line() const;  // of the innermost Python frame that runs, 0 if none

  // Instructions left until resume() gives kPreempted; whoever drives sets it and reads what was
  // used.
  std::int64_t budget = 0;
  // Called with instructions executed since the last call, whenever a native may look at the clock
  // or output is written.
  void flush_charge();
  void begin_budget(std::int64_t instructions);
  std::function<void(std::int64_t instructions)> on_charge;
  // Called with true when Simul begins to read a module of its library, with false when that is
  // done: until then nothing is charged, and a clock that goes by itself is to stand.
  std::function<void(bool stands)> on_hold;
  // What is left of the budget is given back: whoever runs stops as soon as it looks.
  void stop_now();
  // Where to stop; not owned, null: nowhere.
  LineBreaks* line_breaks = nullptr;

  // --- Lifetime
  // ---------------------------------------------------------------------------------------------------
  std::int64_t collect();  // cycles; the number of objects found unreachable
  // The end of a program: module globals die as CPython's do, then cycles. Finalisers are left on
  // `fiber` for resume().
  bool has_finalizers() const { return finalizers_waiting_; }
  Native run_finalizers();
  Value take_finalizer();  // the oldest; empty: none waits

  // --- For the machine's own files
  // ----------------------------------------------------------------------------------
  struct Internals;

 private:
  friend struct Internals;
  friend struct Interpreter;
  friend void release_last(Object* object);
  Type* type_of_immediate(const Value& value) const;
  TupleObject* make_tuple_object(std::size_t size);
  Answer truth_of_length(const Value& value);

  Options options_;
  Host& host_;
  Heap heap_;
  Types types_;
  ExceptionTypes exceptions_;
  std::array<std::unique_ptr<Extension>, static_cast<std::size_t>(ExtensionId::kCount)> extensions_;
  Value raised_;
  Value stop_value_;
  AsyncGeneratorHooks hooks_;
  Fiber* fiber_ = nullptr;
  Value builtins_;
  DictObject* builtins_dict_ = nullptr;
  Value modules_;
  Type* cancelled_error_ = nullptr;
  std::vector<Value> finalizers_;
  bool finalizers_waiting_ = false;
  bool sweeping_ = false;  // the end: objects no longer kill each other
  std::unique_ptr<Internals> internals_;
};

template <typename T>
T* Vm::instantiate(Type* cls, std::size_t extra) {
  const std::size_t own = sizeof(T) + extra;
  std::size_t total = own;
  if (cls->has(kVariableSize)) {
    if (cls->dict_offset != 0) total = round_to_value(own) + sizeof(Value);
  } else if (cls->instance_size > own) {
    total = cls->instance_size;
  }
  T* object = heap_.make<T>(cls, total - sizeof(T));
  if (cls->has(kUserClass)) ++cls->refcount;
  // What follows is Values (slots, the __dict__), and empty ones are all zero bits.
  if (total > own) std::memset(reinterpret_cast<char*>(object) + own, 0, total - own);
  return object;
}

}  // namespace simul::vm

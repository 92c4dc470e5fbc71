// The Vm itself: birth, small makers of values, interning, code objects, fibers, finalisers, death.
// See vm.hpp.
#include "vm/vm.hpp"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <unordered_map>

#include "base/check.hpp"
#include "base/rare.hpp"
#include "bytecode/constant_key.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/depth.hpp"
#include "vm/install.hpp"
#include "vm/internals.hpp"
#include "vm/interpreter.hpp"
#include "vm/line_breaks.hpp"
#include "vm/module_source.hpp"
#include "vm/program_loop.hpp"
#include "vm/quicken.hpp"
#include "vm/set_body.hpp"
#include "vm/slots.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"
#include "vm/threads.hpp"

namespace simul::vm {

namespace {

Answer builtin_aiter(Vm& vm, const CallArgs& args) {
  Type* type = vm.type_of(args[0]);
  if (type->slots.aiter == nullptr)
    return vm.raise_type_error(cat("'", type->name, "' object is not an async iterable"));
  return type->slots.aiter(vm, args[0]);
}

// anext(iterator, default): the awaitable that gives the default at the end.
SIMUL_RARE Native next_or_default(Vm& vm, OwnedArgs args) {
  Value awaitable = co_await vm.type_of(args[0])->slots.anext(vm, args[0]);
  Value iterator = co_await vm.get_awaitable(awaitable);
  Attempt item = co_await vm.attempt(vm.await_on(iterator));
  if (item.ok()) co_return item.value;
  if (vm.matches(item.exception, vm.exceptions().StopAsyncIteration)) co_return args[1];
  co_return vm.raise_exception(std::move(item.exception));
}

Answer builtin_anext(Vm& vm, const CallArgs& args) {
  Type* type = vm.type_of(args[0]);
  if (type->slots.anext == nullptr)
    return vm.raise_type_error(cat("'", type->name, "' object is not an async iterator"));
  if (args.size() == 1) return type->slots.anext(vm, args[0]);
  return vm.make_coroutine(next_or_default(vm, OwnedArgs(args)), "anext", "anext");
}

}  // namespace

// --- birth
// ------------------------------------------------------------------------------------------------------------------

SIMUL_RARE Vm::Vm(Options options, Host& host)
    : options_(std::move(options))
    , host_(host)
    , heap_(options_.heap_limit)
    , internals_(std::make_unique<Internals>()) {
  // Every type exists, blank, before the first is described: they need each other.
  types_.type = Internals::new_type(*this, nullptr);
  types_.type->type = types_.type;
#define SIMUL_MAKE_TYPE(name) \
  if (types_.name == nullptr) types_.name = Internals::new_type(*this, types_.type);
  SIMUL_TYPES(SIMUL_MAKE_TYPE)
#undef SIMUL_MAKE_TYPE
#define SIMUL_MAKE_EXCEPTION(name, base) exceptions_.name = Internals::new_type(*this, types_.type);
  SIMUL_EXCEPTIONS(SIMUL_MAKE_EXCEPTION)
#undef SIMUL_MAKE_EXCEPTION
#define SIMUL_KEEP_TYPE(name)            \
  types_.name->dict->type = types_.dict; \
  internals_->kept_types.push_back(Value::adopt(types_.name));
  SIMUL_TYPES(SIMUL_KEEP_TYPE)
#undef SIMUL_KEEP_TYPE
#define SIMUL_KEEP_EXCEPTION(name, base) \
  internals_->kept_types.push_back(Value::adopt(exceptions_.name));
  SIMUL_EXCEPTIONS(SIMUL_KEEP_EXCEPTION)
#undef SIMUL_KEEP_EXCEPTION
  // Sizes that objects of these types need before their own files describe them.
  types_.str->flags = kVariableSize;
  types_.tuple->flags = kVariableSize;
  types_.str->slots.size_of = [](const Object* object) {
    return sizeof(StrObject) + static_cast<const StrObject*>(object)->size + 1;
  };
  types_.tuple->slots.size_of = [](const Object* object) {
    return sizeof(TupleObject) + static_cast<const TupleObject*>(object)->size * sizeof(Value);
  };
  types_.tuple->slots.destroy = [](Object* object) {
    auto* tuple = static_cast<TupleObject*>(object);
    for (std::size_t i = 0; i < tuple->size; ++i) tuple->items()[i].reset();
  };
#define SIMUL_MAKE_NAME(n) internals_->names.n = name(#n);
  SIMUL_NAMES(SIMUL_MAKE_NAME)
#undef SIMUL_MAKE_NAME
  internals_->empty_str = intern("");
  internals_->empty_tuple = Value::adopt(make_tuple_object(0));
  modules_ = dict();
  install_core(*this);
  install_numbers(*this);
  install_text(*this);
  install_collections(*this);
  install_iterators(*this);
  builtins_ = make_module("builtins");
  builtins_dict_ = builtins_.as<ModuleObject>()->dict.as<DictObject>();
  modules().set(name("builtins"), builtins_);
  Table& table = builtins_dict_->table;
  for (Type* type :
       {types_.object,   types_.type,        types_.bool_,        types_.int_,      types_.float_,
        types_.complex,  types_.str,         types_.bytes,        types_.bytearray, types_.tuple,
        types_.list,     types_.dict,        types_.set,          types_.frozenset, types_.slice,
        types_.range,    types_.enumerate,   types_.zip,          types_.map,       types_.filter,
        types_.reversed, types_.classmethod, types_.staticmethod, types_.property,  types_.super}) {
    if (!type->name.empty()) table.set(name(type->name), Value::share(type));
  }
#define SIMUL_SHOW(name_, base) table.set(name(#name_), Value::share(exceptions_.name_));
  SIMUL_EXCEPTIONS(SIMUL_SHOW)
#undef SIMUL_SHOW
  table.set(name("EnvironmentError"), Value::share(exceptions_.OSError));
  table.set(name("IOError"), Value::share(exceptions_.OSError));
  table.set(name("NotImplemented"), Value::not_implemented());
  table.set(name("Ellipsis"), Value::ellipsis());
  table.set(name("__debug__"), Value::boolean(true));
  table.set(name("__build_class__"),
            make_function({"__build_class__", build_class, 0, -1, kKeywords}, "builtins"));
  add_functions(builtins_, {{"aiter", builtin_aiter, 1, 1}, {"anext", builtin_anext, 1, 2}});
  install_builtins(*this);
  register_modules(*this);
  register_asyncio_module(*this);
  register_time_module(*this);
  register_thread_module(*this);
}

void install_core(Vm& vm) {
  install_types(vm);
  install_descriptors(vm);
  install_functions(vm);
  install_frames(vm);
  install_modules(vm);
  install_exceptions(vm);
  install_generators(vm);
  install_sequence_iterator(vm);
}

Type* Vm::type_of_immediate(const Value& value) const {
  if (value.is_small()) return types_.int_;
  switch (value.bits()) {
    case Value::kNoneBits: return types_.none_type;
    case Value::kFalseBits:
    case Value::kTrueBits: return types_.bool_;
    case Value::kNotImplementedBits: return types_.not_implemented_type;
    case Value::kEllipsisBits: return types_.ellipsis_type;
    default: return types_.object;
  }
}

// --- values
// -----------------------------------------------------------------------------------------------------------------

Hash hash_text(std::string_view text) {
  if (text.empty()) return 0;  // whatever the seed
  std::uint64_t hash = 0xcbf29ce484222325ull;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ull;
  hash ^= hash >> 29;
  const auto shown = static_cast<Hash>(hash & 0x1fffffffffffffffull);
  return shown == 0 ? 1 : shown;
}

StrObject* Vm::make_str(std::size_t bytes, std::size_t length) {
  budget -= static_cast<std::int64_t>(bytes >> 10);  // copying, at what a step takes
  auto* string = heap_.make<StrObject>(types_.str, bytes + 1);
  string->hash = 0;
  string->size = static_cast<std::uint32_t>(bytes);
  string->length = static_cast<std::uint32_t>(length);
  string->data()[bytes] = 0;
  return string;
}

Value Vm::str(const char* utf8) {
  return str(std::string_view(utf8));
}
Value Vm::str(const std::string& utf8) {
  return str(std::string_view(utf8));
}
Value Vm::str(std::string_view utf8) {
  if (utf8.size() <= 1) {
    if (utf8.empty() && internals_->empty_str) return internals_->empty_str;
    if (!utf8.empty() && static_cast<unsigned char>(utf8[0]) < 0x80) {
      Value& kept = internals_->ascii[static_cast<unsigned char>(utf8[0])];
      if (!kept) kept = intern(utf8);
      return kept;
    }
  }
  StrObject* string = make_str(utf8.size(), text::count_code_points(utf8));
  if (!utf8.empty()) std::memcpy(string->data(), utf8.data(), utf8.size());
  return Value::adopt(string);
}

Value ascii_str(Vm& vm, std::string_view text) {
  if (text.size() <= 1) return vm.str(text);
  StrObject* string = vm.make_str(text.size(), text.size());
  std::memcpy(string->data(), text.data(), text.size());
  return Value::adopt(string);
}

Value Vm::intern(std::string_view utf8) {
  auto found = internals_->interned.find(utf8);
  if (found != internals_->interned.end()) return found->second;
  StrObject* string = make_str(utf8.size(), text::count_code_points(utf8));
  if (!utf8.empty()) std::memcpy(string->data(), utf8.data(), utf8.size());
  string->hash = hash_text(utf8);
  string->bits |= StrObject::kInternedBit;
  Value value = Value::adopt(string);
  internals_->interned.emplace(string->text(), value);
  return value;
}

StrObject* Vm::name(const char* utf8) {
  return name(std::string_view(utf8));
}
StrObject* Vm::name(std::string_view utf8) {
  return intern(utf8).as<StrObject>();
}

StrObject* Vm::intern_object(StrObject* string) {
  if (string->interned()) return string;
  auto found = internals_->interned.find(string->text());
  if (found != internals_->interned.end()) return found->second.as<StrObject>();
  if (string->type != types_.str) return name(string->text());
  if (string->hash == 0) string->hash = hash_text(string->text());
  string->bits |= StrObject::kInternedBit;
  internals_->interned.emplace(string->text(), Value::share(string));
  return string;
}

Value Vm::str_from_char(std::uint32_t c) {
  char buffer[4];
  std::size_t size = 0;
  if (c < 0x80) {
    buffer[size++] = static_cast<char>(c);
  } else if (c < 0x800) {
    buffer[size++] = static_cast<char>(0xc0 | c >> 6);
    buffer[size++] = static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    buffer[size++] = static_cast<char>(0xe0 | c >> 12);
    buffer[size++] = static_cast<char>(0x80 | (c >> 6 & 0x3f));
    buffer[size++] = static_cast<char>(0x80 | (c & 0x3f));
  } else {
    buffer[size++] = static_cast<char>(0xf0 | c >> 18);
    buffer[size++] = static_cast<char>(0x80 | (c >> 12 & 0x3f));
    buffer[size++] = static_cast<char>(0x80 | (c >> 6 & 0x3f));
    buffer[size++] = static_cast<char>(0x80 | (c & 0x3f));
  }
  return str(std::string_view(buffer, size));
}

Value Vm::bytes(std::string_view content) {
  auto* object = heap_.make<BytesObject>(types_.bytes, content.size() + 1);
  object->hash = 0;
  object->size = content.size();
  if (!content.empty()) std::memcpy(object->data(), content.data(), content.size());
  object->data()[content.size()] = 0;
  return Value::adopt(object);
}

TupleObject* Vm::make_tuple_object(std::size_t size) {
  auto* tuple = heap_.make<TupleObject>(types_.tuple, size * sizeof(Value));
  tuple->size = size;
  std::memset(static_cast<void*>(tuple->items()), 0, size * sizeof(Value));
  return tuple;
}
TupleObject* Vm::make_tuple(std::size_t size) {
  if (size == 0) {
    auto* empty = internals_->empty_tuple.as<TupleObject>();
    ++empty->refcount;
    return empty;
  }
  return make_tuple_object(size);
}
Value Vm::tuple(std::initializer_list<Value> items) {
  TupleObject* made = make_tuple(items.size());
  std::size_t i = 0;
  for (const Value& each : items) made->items()[i++] = each;
  return Value::adopt(made);
}
Value Vm::tuple(std::vector<Value> items) {
  TupleObject* made = make_tuple(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) made->items()[i] = std::move(items[i]);
  return Value::adopt(made);
}
Value Vm::list(std::vector<Value> items) {
  auto* made = heap_.make<ListObject>(types_.list);
  made->items = std::move(items);
  made->recharge(heap_);
  return Value::adopt(made);
}
Value Vm::dict() {
  return Value::adopt(heap_.make<DictObject>(types_.dict));
}
Value Vm::set() {
  auto* made = heap_.make<SetBody>(types_.set);
  made->hash = 0;
  return Value::adopt(made);
}
Value Vm::frozenset(std::vector<Value> items) {
  auto* made = heap_.make<SetBody>(types_.frozenset);
  made->hash = 0;
  for (Value& each : items) {
    Hash hash = 0;
    SIMUL_CHECK(quick_hash(each, hash),
                "frozenset() takes values that need no Python code to hash");
    if (made->table.find(each, hash) == Table::kAbsent)
      made->table.append(std::move(each), hash, Value());
  }
  return Value::adopt(made);
}
Value Vm::slice(Value start, Value stop, Value step) {
  auto* made = heap_.make<SliceObject>(types_.slice);
  made->start = std::move(start);
  made->stop = std::move(stop);
  made->step = std::move(step);
  return Value::adopt(made);
}
Value Vm::cell(Value content) {
  auto* made = heap_.make<CellObject>(types_.cell);
  made->content = std::move(content);
  return Value::adopt(made);
}

// --- code
// -------------------------------------------------------------------------------------------------------------------

namespace {

// Letters, digits and underscores: CPython keeps one of each such constant for all code.
bool is_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char each) {
    const auto byte = static_cast<unsigned char>(each);
    return byte >= 0x80 || byte == '_' || std::isalnum(byte) != 0;
  });
}

// What one compilation made: equal constants are one object in all its functions and classes.
class CodeMaker {
 public:
  explicit CodeMaker(Vm& vm) : vm_(vm) {}

  Value code(std::shared_ptr<const bytecode::CodeObject> object) {
    Value made = vm_.make_code_without_constants(std::move(object));
    auto* code = made.as<CodeValue>();
    code->constants = all(code->code->constants);
    return made;
  }

 private:
  Value one(const bytecode::Constant& constant) {
    return std::visit([&](const auto& value) { return make(constant, value); }, constant.value);
  }
  template <typename Make>
  Value shared(const bytecode::Constant& constant, const Make& make) {
    Value& kept = made_[bytecode::constant_key(constant)];
    if (!kept) kept = make();
    return kept;
  }
  std::vector<Value> all(const std::vector<bytecode::Constant>& constants) {
    std::vector<Value> items;
    for (const bytecode::Constant& each : constants) items.push_back(one(each));
    return items;
  }

  using Constant = bytecode::Constant;
  Value make(const Constant&, bytecode::NoneConstant) { return Value::none(); }
  Value make(const Constant&, bytecode::EllipsisConstant) { return Value::ellipsis(); }
  Value make(const Constant&, bool truth) { return Value::boolean(truth); }
  Value make(const Constant&, std::int64_t number) { return vm_.integer(number); }
  Value make(const Constant& constant, double number) {
    return shared(constant, [&] { return vm_.real(number); });
  }
  Value make(const Constant& constant, const std::string& text) {
    if (text.size() <= 1) return vm_.str(text);
    if (text.size() == 2 && text::count_code_points(text) == 1) return vm_.intern(text);
    if (is_word(text)) return vm_.intern(text);
    return shared(constant, [&] { return vm_.str(text); });
  }
  Value make(const Constant& constant, const bytecode::BigIntConstant& big) {
    return shared(constant, [&] { return vm_.integer_from_decimal(big.decimal); });
  }
  Value make(const Constant& constant, const bytecode::ComplexConstant& complex) {
    return shared(constant, [&] { return vm_.complex(complex.real, complex.imag); });
  }
  Value make(const Constant& constant, const bytecode::BytesConstant& bytes) {
    return shared(constant, [&] { return vm_.bytes(bytes.bytes); });
  }
  Value make(const Constant& constant, const bytecode::TupleConstant& tuple) {
    return shared(constant, [&] { return vm_.tuple(all(tuple.items)); });
  }
  Value make(const Constant& constant, const bytecode::FrozenSetConstant& set) {
    return shared(constant, [&] {
      const Value made = vm_.frozenset(all(set.items));
      // CPython makes it twice: what it puts into the code is a frozenset of the first one's walk.
      std::vector<Value> walked;
      for (const std::uint32_t at : set_order(*made.as<SetObject>()))
        walked.push_back(made.as<SetObject>()->table.entries()[at].key);
      return vm_.frozenset(std::move(walked));
    });
  }
  Value make(const Constant&, const std::shared_ptr<const bytecode::CodeObject>& inner) {
    return code(inner);
  }

  Vm& vm_;
  std::unordered_map<std::string, Value> made_;
};

}  // namespace

Value Vm::make_code(std::shared_ptr<const bytecode::CodeObject> object) {
  return CodeMaker(*this).code(std::move(object));
}

Value Vm::make_code_again(const CodeValue& given) {
  Value made = make_code_without_constants(given.code);
  for (const Value& each : given.constants)
    made.as<CodeValue>()->constants.push_back(
        is_exactly(each, types_.code) ? make_code_again(*each.as<CodeValue>()) : each);
  return made;
}

Value Vm::make_code_without_constants(std::shared_ptr<const bytecode::CodeObject> object) {
  auto* code = heap_.make<CodeValue>(types_.code);
  Value value = Value::adopt(code);
  const bytecode::CodeObject& source = *object;
  code->code = std::move(object);
  for (const std::string& each : source.names) code->names.push_back(name(each));
  for (const std::string& each : source.local_names) code->local_names.push_back(name(each));
  code->local_count = static_cast<std::uint32_t>(source.local_names.size());
  code->frame_slots = code->local_count + source.stack_size + 2;
  code->frame_size = static_cast<std::uint32_t>(sizeof(Frame) + code->frame_slots * sizeof(Value));
  if ((source.flags & (bytecode::kVarArgs | bytecode::kVarKeywords)) == 0 &&
      source.keyword_only_count == 0)
    code->simple_count = source.arg_count;
  code->in_program_file = source.filename == options_.filename;
  quicken(source.code, code->quick);
  code->start = code->quick.data();
  code->begins_with_resume =
      !source.code.empty() && source.code[0].op() == bytecode::Opcode::RESUME;
  code->global_caches.resize(source.names.size());
  code->attribute_caches.resize(source.names.size());
  code->kind = frame_kind(source.filename);
  if (code->kind != FrameKind::kHidden) code->quick_count = code->simple_count;
  return value;
}

// --- fibers
// -----------------------------------------------------------------------------------------------------------------

namespace {

// Runs `start` with the fiber current and keeps an immediate outcome in it.
template <typename Start>
void begin(Vm& vm, Fiber*& running, Fiber& fiber, const Start& start) {
  Fiber* outer = std::exchange(running, &fiber);
  Answer answer = start();
  if (answer.raised() && fiber.top == nullptr) {
    fiber.has_outcome = true;
    fiber.outcome.reset();
    fiber.outcome_exception = vm.take_raised();
  } else if (answer.has_value() || answer.is_stop()) {
    fiber.has_outcome = true;
    fiber.outcome_exception.reset();
    fiber.outcome = answer.is_stop() ? vm.stop_value() : answer.take();
  } else if (vm.has_raised()) {
    fiber.outcome_exception = vm.take_raised();  // to be raised at the top when it is resumed
  }
  running = outer;
}

}  // namespace

void Vm::start_call(Fiber& fiber, const Value& callable, const CallArgs& args) {
  begin(*this, fiber_, fiber, [&] { return call(callable, args); });
}

void Vm::start_code(Fiber& fiber, const Value& code, const Value& globals) {
  begin(*this, fiber_, fiber, [&] { return Internals::run_code(*this, code, globals); });
}

Answer Vm::Internals::run_code(Vm& vm, const Value& code, const Value& globals) {
  return run_code_in(vm, code, globals, globals);
}

Answer Vm::Internals::run_code_in(Vm& vm,
                                  const Value& code,
                                  const Value& globals,
                                  const Value& locals) {
  Frame* frame = make_frame(vm, code.as<CodeValue>(), nullptr, globals.as<DictObject>());
  frame->namespace_ = locals;
  return enter(vm, frame);
}

void Vm::start_send(Fiber& fiber, const Value& coroutine, Value value) {
  begin(*this, fiber_, fiber, [&] {
    // Nothing but send() tells what a program's own class of coroutines gives.
    if (type_of(coroutine)->has(kUserClass)) return call_method(coroutine, "send", {value});
    return send_raw(coroutine, value);
  });
}

void Vm::start_throw(Fiber& fiber, const Value& coroutine, Value exception) {
  begin(*this, fiber_, fiber, [&]() -> Answer {
    if (is_exactly(coroutine, types_.coroutine) || is_exactly(coroutine, types_.generator)) {
      return throw_into_generator(*this, coroutine, exception);
    }
    return call_method(coroutine, "throw", {exception});
  });
}

Outcome Vm::resume(Fiber& fiber) {
  if (line_breaks != nullptr && line_breaks->take_moved()) quicken_again(*this);
  Fiber* outer = std::exchange(fiber_, &fiber);
  if (!fiber.has_outcome && fiber.outcome_exception) raised_ = std::move(fiber.outcome_exception);
  Interpreter interpreter{*this, fiber, {}, false};
  Outcome outcome = interpreter.run();
  if (has_raised()) fiber.outcome_exception = take_raised();
  fiber_ = outer;
  return outcome;
}

Outcome Vm::send_none(Fiber& fiber, const Value& coroutine) {
  const bool free = fiber.top == nullptr && !fiber.has_outcome && !fiber.outcome_exception;
  if (free && line_breaks == nullptr) [[likely]] {
    Fiber* outer = std::exchange(fiber_, &fiber);
    Interpreter interpreter{*this, fiber, {}, false};
    Value none = Value::none();
    if (interpreter.enter_body(coroutine, none) != nullptr) [[likely]] {
      Outcome outcome = interpreter.run();
      if (has_raised()) fiber.outcome_exception = take_raised();
      fiber_ = outer;
      return outcome;
    }
    fiber_ = outer;
  }
  start_send(fiber, coroutine, Value::none());
  return resume(fiber);
}

void Vm::unpark(Fiber& fiber, Value value) {
  SIMUL_CHECK(fiber.top != nullptr && fiber.top->kind == Activation::Kind::kNative,
              "unpark of a fiber that is not parked");
  auto* native = static_cast<NativeFrame*>(fiber.top);
  native->value = std::move(value);
  native->state = NativeFrame::State::kReady;
}

void Vm::unpark_raise(Fiber& fiber, Value exception) {
  SIMUL_CHECK(fiber.top != nullptr && fiber.top->kind == Activation::Kind::kNative,
              "unpark of a fiber that is not parked");
  static_cast<NativeFrame*>(fiber.top)->state = NativeFrame::State::kReady;
  fiber.outcome_exception = std::move(exception);
}

void Vm::abandon(Fiber& fiber) {
  Fiber* outer = std::exchange(fiber_, &fiber);
  while (fiber.top != nullptr) {
    Activation* top = fiber.top;
    GeneratorObject* generator = top->kind == Activation::Kind::kPython
                                     ? static_cast<Frame*>(top)->generator
                                     : static_cast<NativeFrame*>(top)->owner;
    if (generator != nullptr) {
      Interpreter::leave_generator(*this, fiber, generator, true);
      generator->body = nullptr;
    } else {
      fiber.top = top->below;
      fiber.depth -= depth_of(top);
    }
    top->below = nullptr;
    if (top->kind == Activation::Kind::kPython) {
      auto* frame = static_cast<Frame*>(top);
      frame->generator = nullptr;
      Internals::list_frame(*this, frame);
      Internals::drop_frame(frame);
    } else {
      static_cast<NativeFrame*>(top)->handle.destroy();
    }
    if (generator != nullptr) Value owner = Value::adopt(generator);
  }
  fiber.handled = &fiber.base;
  fiber.base.exception.reset();
  fiber.has_outcome = false;
  fiber.outcome.reset();
  fiber.outcome_exception.reset();
  fiber_ = outer;
}

void Vm::flush_charge() {
  const std::int64_t used = internals_->charged_budget - budget;
  internals_->charged_budget = budget;
  if (on_charge && used > 0 && internals_->importing == 0) on_charge(used);
}

void Vm::stop_now() {
  flush_charge();
  budget = 0;
  internals_->charged_budget = 0;
  if (extension(ExtensionId::kAsyncio) != nullptr) threads_of(*this).switching().stopped = true;
}

void Vm::begin_budget(std::int64_t instructions) {
  budget = instructions;
  internals_->charged_budget = instructions;
}

// --- finalisers and the end
// ---------------------------------------------------------------------------------------------------

SIMUL_RARE Native Vm::run_finalizers() {
  struct Run {
    static Native all(Vm& vm) {
      Names& names = Internals::names_of(vm);
      // One batch: what dies while these run is another one, on top of this.
      std::vector<Value> batch;
      while (Value next = vm.take_finalizer()) batch.push_back(std::move(next));
      for (Value& each : batch) {
        Value object = std::move(each);
        Attempt done;
        Value where;
        Type* type = vm.type_of(object);
        if (type == vm.types().coroutine &&
            object.as<GeneratorObject>()->state == GeneratorObject::State::kCreated) {
          warn_never_awaited(vm, object.as<GeneratorObject>());
        } else if (type == vm.types().async_generator_asend ||
                   type == vm.types().async_generator_athrow) {
          warn_never_awaited(vm, object.as<AsyncGeneratorStep>());
        } else if (has_last_words(vm, object.object())) {
          say_last_words(vm, object.object());
        } else if (type == vm.types().generator || type == vm.types().coroutine) {
          where = object;
          done = co_await vm.attempt(close_generator(vm, object));
        } else if (type == vm.types().async_generator) {
          where = object;
          const Value hook = object.as<GeneratorObject>()->finalizer;
          // One that would not be closed before is closed on the spot.
          if (hook && !object.as<GeneratorObject>()->closed)
            done = co_await vm.attempt(call_with(vm, hook, object));
          else
            done = co_await vm.attempt(close_generator(vm, object));
        } else if (Value callback = Internals::weak_callback(vm, object)) {
          where = callback;
          done = co_await vm.attempt(call_with(vm, callback, object));
        } else {
          const Value* found = vm.lookup(type, names.__del__);
          where = found != nullptr ? *found : Value();
          done = co_await vm.attempt(call_special(vm, object, names.__del__, CallArgs()));
        }
        if (!done.ok()) vm.write_unraisable(std::move(done.exception), where);
      }
      co_return Value::none();
    }
  };
  return Run::all(*this);
}

Value Vm::take_finalizer() {
  if (finalizers_.empty()) {
    finalizers_waiting_ = false;
    return {};
  }
  Value first = std::move(finalizers_.front());
  finalizers_.erase(finalizers_.begin());
  if (finalizers_.empty()) finalizers_waiting_ = false;
  return first;
}

Vm::~Vm() {
  internals_->shutting_down = true;
  fiber_ = nullptr;
  raised_.reset();
  stop_value_.reset();
  hooks_ = {};
  internals_->grounds.clear();
  // Futures and tasks that are still alive know their loop: it goes last, at the end of this body.
  const std::unique_ptr<Extension> loops = std::move(extension(ExtensionId::kAsyncio));
  if (loops != nullptr) loops->shut_down();
  for (auto& each : extensions_) each.reset();
  finalizers_.clear();
  if (modules_) modules_.as<DictObject>()->table.clear();
  if (builtins_dict_ != nullptr) builtins_dict_->table.clear();
  builtins_.reset();
  modules_.reset();
  collect();
  collect();
  // No collection looks into a text or a number of the program's own class, which has that class,
  // and with it the module, for ever: the dicts that are left let go by hand.
  std::vector<Value> dicts;
  for (Container* each = heap_.containers()->gc_next; each != heap_.containers();
       each = each->gc_next) {
    if (each->type == types_.dict) dicts.push_back(Value::share(each));
  }
  for (const Value& each : dicts) each.as<DictObject>()->table.clear();
  dicts.clear();
  collect();
  // What is left (types, what a native still held, circles nothing breaks) ends its C++ life where
  // it lies: nobody follows references any more, the heap takes the memory back as a whole. Types
  // last, since all others need theirs.
  sweeping_ = true;
  for (const bool types : {false, true}) {
    for (Container* each = heap_.containers()->gc_next; each != heap_.containers();) {
      Container* next = each->gc_next;
      // In the second round only types are left, and `type` itself may be gone already.
      if (types || !each->type->is_subtype_of(types_.type)) {
        heap_.unlink(each);
        if (types) {
          static_cast<Type*>(each)->~Type();
        } else if (each->type->slots.destroy != nullptr) {
          each->type->slots.destroy(each);
        }
      }
      each = next;
    }
  }
}

}  // namespace simul::vm

// The functions of the builtins module: attributes, conversion, input and output. Mirrors
// Python/bltinmodule.c.
//
// Functions over iterables (sum, sorted, max …) are in builtins_iteration.cpp.
#include "vm/builtins.hpp"

#include <algorithm>
#include <set>

#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/frame.hpp"
#include "vm/frame_locals.hpp"
#include "vm/install.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/iterators.hpp"
#include "vm/sequence.hpp"
#include "vm/slots.hpp"
#include "vm/suggestions.hpp"
#include "vm/sys_state.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

Raised not_here(Vm& vm, std::string_view what) {
  return vm.raise(vm.exceptions().RuntimeError, what);
}

// --- print
// -----------------------------------------------------------------------------------------------------------

struct PrintOptions {
  std::string separator = " ";
  std::string end = "\n";
  Value file;
  Value flush;
};

bool text_option(Vm& vm, const char* name, const Value& value, std::string& out) {
  if (value.is_none()) return true;
  if (!vm.is_str(value)) {
    vm.raise_type_error(cat(name, " must be None or a string, not ", vm.type_name(value)));
    return false;
  }
  out = std::string(vm.text(value));
  return true;
}

bool print_options(Vm& vm, const CallArgs& args, PrintOptions& options) {
  for (std::size_t i = 0; i < args.keywords(); ++i) {
    const std::string_view name = args.keyword_name(i)->text();
    const Value& value = args.keyword_value(i);
    if (name == "sep") {
      if (!text_option(vm, "sep", value, options.separator)) return false;
    } else if (name == "end") {
      if (!text_option(vm, "end", value, options.end)) return false;
    } else if (name == "file") {
      if (!value.is_none()) options.file = value;
    } else if (name == "flush") {
      options.flush = value;
    } else {
      const std::string hint = closest_name(name, {"sep", "end", "file", "flush"});
      vm.raise_type_error(cat("print() got an unexpected keyword argument '",
                              name,
                              "'",
                              hint.empty() ? "" : ". Did you mean '" + hint + "'?"));
      return false;
    }
  }
  if (!options.file) options.file = current_stdout(vm);
  return true;
}

// Its str() needs no Python code.
bool prints_at_once(Vm& vm, const Value& value) {
  if (!value.is_object()) return true;
  const Type* type = value.object()->type;
  return type == vm.types().str || type == vm.types().int_ || type == vm.types().float_;
}

Answer write_out(Vm& vm, const PrintOptions& options, const std::string& out) {
  const int stream = options.file ? native_stream(vm, options.file) : 1;
  if (stream == 0) return vm.call_method(options.file, "write", {vm.str(out)});
  return write_stream(vm, stream, out);
}

// Its str() may be the program's own code, which may print and fail.
bool may_run_python(Vm& vm, const Value& value, int depth) {
  if (!value.is_object()) return false;
  const Type* type = value.object()->type;
  if (type->has(kUserClass) || depth > 3) return true;
  const auto inside = [&vm, depth](const Value& item) {
    return may_run_python(vm, item, depth + 1);
  };
  std::size_t count = 0;
  if (const Value* items = direct_items(vm, value, count))
    return std::any_of(items, items + count, inside);
  if (!is_dict(vm, value) && !is_set(vm, value)) return type->is_exception;
  const auto& entries = table_of(vm, value).entries();
  return std::any_of(entries.begin(), entries.end(), [&inside](const Table::Entry& entry) {
    return inside(entry.key) || inside(entry.value);
  });
}

// What stands before a value is written before the value is asked for its text; a file that is an
// object gets every piece by itself.
SIMUL_RARE Native print_slowly(Vm& vm, OwnedArgs args) {
  PrintOptions options;
  if (!print_options(vm, args.view(), options)) co_return Raised{};
  const bool by_piece = options.file && native_stream(vm, options.file) == 0;
  bool flush = false;
  if (options.flush) flush = (co_await vm.truth(options.flush)).is_true();
  std::string out;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (i > 0) out += options.separator;
    if ((by_piece && i > 0) || (!out.empty() && may_run_python(vm, args[i], 0))) {
      co_await write_out(vm, options, out);
      out.clear();
    }
    Value text = co_await vm.str_of(args[i]);
    if (!by_piece && !vm.is_str(args[i])) {
      out += vm.text(text);
      continue;
    }
    // Apart, as it may hold what cannot be written.
    if (!out.empty() && text::find_surrogate(vm.text(text)) != std::string_view::npos) {
      co_await write_out(vm, options, out);
      out.clear();
    }
    out += vm.text(text);
    if (by_piece) {
      co_await write_out(vm, options, out);
      out.clear();
    }
  }
  out += options.end;
  co_await write_out(vm, options, out);
  if (by_piece && flush) co_await vm.call_method(options.file, "flush");
  co_return Value::none();
}

Answer builtin_print(Vm& vm, const CallArgs& args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!prints_at_once(vm, args[i])) return print_slowly(vm, OwnedArgs(args));
  }
  PrintOptions options;
  if (!print_options(vm, args, options)) return Raised{};
  if (options.file && native_stream(vm, options.file) == 0)
    return print_slowly(vm, OwnedArgs(args));
  std::string out;
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (i > 0) out += options.separator;
    Answer text = vm.str_of(args[i]);
    if (!text.has_value()) return text;
    if (i > 0 && text::find_surrogate(vm.text(text.peek())) != std::string_view::npos)
      return print_slowly(vm, OwnedArgs(args));
    out += vm.text(text.peek());
  }
  out += options.end;
  return write_out(vm, options, out);
}

// --- attributes
// ------------------------------------------------------------------------------------------------------

bool attribute_name(Vm& vm, const Value& name) {
  if (vm.is_str(name)) return true;
  vm.raise_type_error(cat("attribute name must be string, not '", vm.type_name(name), "'"));
  return false;
}

SIMUL_RARE Native get_with_default(Vm& vm, Value object, Value name, Value fallback) {
  Value found = co_await vm.find_attr(object, vm.intern_object(name.as<StrObject>()));
  co_return found ? found : fallback;
}

Answer builtin_getattr(Vm& vm, const CallArgs& args) {
  if (!attribute_name(vm, args[1])) return Raised{};
  if (args.size() == 3) return get_with_default(vm, args[0], args[1], args[2]);
  return vm.get_attr(args[0], vm.intern_object(args[1].as<StrObject>()));
}

SIMUL_RARE Native has_attr(Vm& vm, Value object, Value name) {
  Value found = co_await vm.find_attr(object, vm.intern_object(name.as<StrObject>()));
  co_return Value::boolean(static_cast<bool>(found));
}

Answer builtin_hasattr(Vm& vm, const CallArgs& args) {
  if (!attribute_name(vm, args[1])) return Raised{};
  StrObject* name = vm.intern_object(args[1].as<StrObject>());
  Type* type = vm.type_of(args[0]);
  if (type->slots.get_attr == nullptr) {
    // A method is there, whatever it would be bound to; without one the instance alone knows.
    const Value* found = vm.lookup(type, name);
    const bool method = found != nullptr && (vm.is_exactly(*found, vm.types().function) ||
                                             vm.is_exactly(*found, vm.types().method_descriptor));
    if (method || found == nullptr) {
      vm.budget -= method ? 2 : 1;
      if (method) return Value::boolean(true);
      const DictObject* dict = vm.instance_dict(args[0], false);
      return Value::boolean(dict != nullptr && dict->table.get(name) != nullptr);
    }
  }
  return has_attr(vm, args[0], args[1]);
}

SIMUL_RARE Native set_attribute(Vm& vm, Value object, Value name, Value value) {
  StrObject* interned = vm.intern_object(name.as<StrObject>());
  // Two awaits: GCC 12 goes astray where an awaited operand is a conditional expression.
  if (value) {
    co_await vm.set_attr(object, interned, value);
  } else {
    co_await vm.delete_attr(object, interned);
  }
  co_return Value::none();
}

Answer builtin_setattr(Vm& vm, const CallArgs& args) {
  if (!attribute_name(vm, args[1])) return Raised{};
  return set_attribute(vm, args[0], args[1], args[2]);
}

Answer builtin_delattr(Vm& vm, const CallArgs& args) {
  if (!attribute_name(vm, args[1])) return Raised{};
  return set_attribute(vm, args[0], args[1], Value());
}

// --- names in scope
// --------------------------------------------------------------------------------------------------

Frame* running_frame(Vm& vm) {
  if (vm.running() == nullptr) return nullptr;
  for (Activation* each = vm.running()->top; each != nullptr; each = each->below) {
    if (each->kind == Activation::Kind::kPython) return static_cast<Frame*>(each);
  }
  return nullptr;
}

Answer builtin_globals(Vm& vm, const CallArgs&) {
  Frame* frame = running_frame(vm);
  if (frame == nullptr) return vm.dict();
  return Value::share(frame->globals);
}

Answer builtin_locals(Vm& vm, const CallArgs&) {
  Frame* frame = running_frame(vm);
  return frame == nullptr ? vm.dict() : locals_of(vm, frame);
}

SIMUL_RARE Native vars_of(Vm& vm, Value object) {
  Value dict = co_await vm.find_attr(object, vm.name("__dict__"));
  if (!dict) co_return vm.raise_type_error("vars() argument must have __dict__ attribute");
  co_return dict;
}

Answer builtin_vars(Vm& vm, const CallArgs& args) {
  if (args.size() == 0) return builtin_locals(vm, args);
  return vars_of(vm, args[0]);
}

void add_names(const Table& table, std::set<std::string>& names) {
  for (const Table::Entry& entry : table.entries()) {
    if (entry.key && entry.key.is_object())
      names.insert(std::string(entry.key.as<StrObject>()->text()));
  }
}

Value sorted_names(Vm& vm, const std::set<std::string>& names) {
  std::vector<Value> items;
  for (const std::string& name : names) items.push_back(vm.str(name));
  return vm.list(std::move(items));
}

SIMUL_RARE Native dir_of(Vm& vm, Value object) {
  const Value* own = vm.lookup(vm.type_of(object), vm.name("__dir__"));
  if (own != nullptr && vm.is_exactly(*own, vm.types().function)) {
    const Value function = *own;  // of the class, also where the object is a class itself
    Value names = co_await vm.call(function, CallArgs(&object, 1));
    Value list = co_await vm.to_list(names);
    co_await sort_list(vm, list, Value(), false);
    co_return list;
  }
  share_names_for_dir(vm, object);
  std::set<std::string> names;
  const bool is_module = vm.is_kind_of(object, vm.types().module);
  if (DictObject* dict = vm.instance_dict(object, false)) {
    const Value* by_module = is_module ? dict->table.get(vm.name("__dir__")) : nullptr;  // PEP 562
    if (by_module != nullptr) {
      const Value function = *by_module;
      Value list = co_await vm.to_list(co_await vm.call(function));
      co_await sort_list(vm, list, Value(), false);
      co_return list;
    }
    add_names(dict->table, names);
  }
  if (vm.is_kind_of(object, vm.types().type)) {
    for (const Type* each : object.as<Type>()->mro) add_names(each->dict->table, names);
  } else if (!is_module) {
    for (const Type* each : vm.type_of(object)->mro) add_names(each->dict->table, names);
  }
  co_return sorted_names(vm, names);
}

Answer builtin_dir(Vm& vm, const CallArgs& args) {
  if (args.size() > 0) return dir_of(vm, args[0]);
  Frame* frame = running_frame(vm);
  std::set<std::string> names;
  if (frame != nullptr) {
    const Value locals = locals_of(vm, frame);
    if (is_dict(vm, locals)) add_names(locals.as<DictObject>()->table, names);
  }
  return sorted_names(vm, names);
}

// --- one value
// -------------------------------------------------------------------------------------------------------

Answer builtin_repr(Vm& vm, const CallArgs& args) {
  return vm.repr(args[0]);
}
Answer builtin_ascii(Vm& vm, const CallArgs& args) {
  return vm.ascii(args[0]);
}
Answer builtin_hash(Vm& vm, const CallArgs& args) {
  return vm.hash(args[0]);
}
Answer builtin_len(Vm& vm, const CallArgs& args) {
  return vm.length(args[0]);
}
Answer builtin_id(Vm& vm, const CallArgs& args) {
  if (!args[0].is_object())
    return vm.integer(static_cast<std::int64_t>(args[0].bits() & (~Value::Bits{0} >> 1)));
  return vm.integer(static_cast<std::int64_t>(Heap::steady_address(args[0].object())));
}
Answer builtin_callable(Vm& vm, const CallArgs& args) {
  return Value::boolean(vm.type_of(args[0])->slots.call != nullptr);
}
Answer builtin_isinstance(Vm& vm, const CallArgs& args) {
  return vm.is_instance(args[0], args[1]);
}
Answer builtin_issubclass(Vm& vm, const CallArgs& args) {
  return vm.is_subclass(args[0], args[1]);
}

Answer builtin_format(Vm& vm, const CallArgs& args) {
  if (args.size() == 1) return vm.format(args[0], vm.str(""));
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error(cat("format() argument 2 must be str, not ", vm.type_name(args[1])));
  }
  return vm.format(args[0], args[1]);
}

Answer builtin_abs(Vm& vm, const CallArgs& args) {
  return vm.unary(UnaryOp::kAbsolute, args[0]);
}
Answer builtin_divmod(Vm& vm, const CallArgs& args) {
  return vm.binary(BinaryOp::kDivmod, args[0], args[1]);
}

Answer power_of_numbers(Vm& vm, const Value& base, const Value& exponent, const Value& modulus) {
  const auto number = [&](const Value& v) { return is_int(vm, v) || is_float(vm, v); };
  if (number(base) && number(exponent) && number(modulus))
    return int_power_mod(vm, base, exponent, modulus);
  return vm.power(base, exponent, modulus);
}

// Of a class that has a __pow__() of its own: that is asked before what it derives from.
SIMUL_RARE Native power_by_class(Vm& vm, Value base, Value exponent, Value modulus) {
  const Value arguments[] = {exponent, modulus};
  Value power = co_await call_special(vm, base, vm.name("__pow__"), CallArgs(arguments, 2));
  const bool number = is_int(vm, base) || is_float(vm, base);
  if (!number || !power.is_not_implemented()) co_return power;
  co_return power_of_numbers(vm, base, exponent, modulus);
}

Answer builtin_pow(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"pow", {"base", "exp", "mod"}, 3, 2};
  Value slots[3];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!slots[2] || slots[2].is_none()) return vm.binary(BinaryOp::kPower, slots[0], slots[1]);
  if (slots[0].is_object() && vm.type_of(slots[0])->has(kUserClass)) {
    const Value* own = vm.lookup(vm.type_of(slots[0]), vm.name("__pow__"));
    if (own != nullptr && vm.is_exactly(*own, vm.types().function))
      return power_by_class(vm, slots[0], slots[1], slots[2]);
  }
  return power_of_numbers(vm, slots[0], slots[1], slots[2]);
}

SIMUL_RARE Native round_by_index(Vm& vm, Value number, Value digits) {
  digits = co_await vm.index(digits);
  co_return call_method_with(vm, number, "__round__", digits);
}

Answer builtin_round(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"round", {"number", "ndigits"}, 2, 1};
  Value slots[2];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  Type* type = vm.type_of(slots[0]);
  if (vm.lookup(type, vm.name("__round__")) == nullptr) {
    return vm.raise_type_error(cat("type ", type->name, " doesn't define __round__ method"));
  }
  if (!slots[1] || slots[1].is_none()) return vm.call_method(slots[0], "__round__");
  if (!is_int(vm, slots[1]) && (is_int(vm, slots[0]) || is_float(vm, slots[0])))
    return round_by_index(vm, slots[0], slots[1]);
  return vm.call_method(slots[0], "__round__", {slots[1]});
}

Answer builtin_ord(Vm& vm, const CallArgs& args) {
  if (vm.is_str(args[0])) {
    if (args[0].as<StrObject>()->length == 1) {
      std::size_t offset = 0;
      return Value::small(
          static_cast<std::intptr_t>(text::next_code_point(vm.text(args[0]), offset)));
    }
    return vm.raise_type_error(cat("ord() expected a character, but string of length ",
                                   args[0].as<StrObject>()->length,
                                   " found"));
  }
  if (is_bytes(vm, args[0]) || is_bytearray(vm, args[0])) {
    const std::string_view bytes = bytes_text(vm, args[0]);
    if (bytes.size() == 1) return Value::small(static_cast<unsigned char>(bytes[0]));
    return vm.raise_type_error(
        cat("ord() expected a character, but string of length ", bytes.size(), " found"));
  }
  return vm.raise_type_error(
      cat("ord() expected string of length 1, but ", vm.type_name(args[0]), " found"));
}

SIMUL_RARE Native chr_slowly(Vm& vm, OwnedArgs args) {
  Value number = co_await vm.index(args[0]);
  std::int64_t code = 0;
  if (!vm.to_int64(number, code)) {
    co_return vm.raise_value_error("chr() arg not in range(0x110000)");
  }
  if (code < 0 || code > 0x10ffff)
    co_return vm.raise_value_error("chr() arg not in range(0x110000)");
  co_return vm.str_from_char(static_cast<std::uint32_t>(code));
}

Answer chr_of(Vm& vm, const CallArgs& args) {
  if (!args[0].is_small() || args[0].as_small() < 0 || args[0].as_small() > 0x10ffff)
    return chr_slowly(vm, OwnedArgs(args));
  --vm.budget;
  return vm.str_from_char(static_cast<std::uint32_t>(args[0].as_small()));
}

template <int kBase>
SIMUL_RARE Native in_base(Vm& vm, OwnedArgs args) {
  Value number = co_await vm.index(args[0]);
  const BigInt big = big_of(number);
  const bool negative = big.sign() < 0;
  constexpr const char* kPrefix = kBase == 2 ? "0b" : (kBase == 8 ? "0o" : "0x");
  co_return vm.str(cat(negative ? "-" : "", kPrefix, *(negative ? -big : big).to_string(kBase)));
}

// --- input and files
// --------------------------------------------------------------------------------------------------

// `simul.answers`, a list that the program states: what input() gets, one after another.
Value stated_answer(Vm& vm) {
  const Value* module = vm.modules().get(vm.name("simul"));
  DictObject* names = module == nullptr ? nullptr : vm.instance_dict(*module, false);
  const Value* answers = names == nullptr ? nullptr : names->table.get(vm.name("answers"));
  if (answers == nullptr || !vm.is_kind_of(*answers, vm.types().list)) return Value();
  auto& items = answers->as<ListObject>()->items;
  if (items.empty()) return Value();
  Value next = std::move(items.front());
  items.erase(items.begin());
  return next;
}

SIMUL_RARE Native builtin_input(Vm& vm, OwnedArgs args) {
  if (args.count > 0) {
    Value prompt = co_await vm.str_of(args[0]);
    PrintOptions options;
    options.file = current_stdout(vm);
    co_await write_out(vm, options, std::string(vm.text(prompt)));
  }
  vm.flush_charge();
  if (const Value stated = stated_answer(vm)) co_return vm.str_of(stated);
  std::string line;
  Host::Read read = vm.host().read_line(line);
  while (read == Host::Read::kLater) {
    // As in CPython, other threads go on meanwhile, and a loop does not.
    vm.stop_now();
    co_await vm.block_until(0);
    read = vm.host().read_line(line);
  }
  if (read == Host::Read::kLine) co_return vm.str(line);
  if (read == Host::Read::kEnd)
    co_return vm.raise(vm.exceptions().EOFError, "EOF when reading a line");
  co_return not_here(vm,
                     "Simul cannot ask for input() here: say the answers before "
                     "(import simul; simul.answers = ['Ada', '42'])");
}

SIMUL_RARE Native builtin_open(Vm& vm, OwnedArgs args) {
  const Value module = co_await vm.import_module(vm.name("_simul_files"));
  const Value open = co_await vm.get_attr(module, vm.name("open"));
  co_return vm.call(open, args.view());
}

// --- what Simul does not have
// ----------------------------------------------------------------------------------------

// The debugger that a program brings itself is called; there is no other one.
SIMUL_RARE Native builtin_breakpoint(Vm& vm, OwnedArgs args) {
  const Value sys = co_await vm.import_module(vm.name("sys"));
  const Attempt hook = co_await vm.attempt(vm.get_attr(sys, vm.name("breakpointhook")));
  if (hook.ok()) co_return vm.call(hook.value, args.view());
  co_return not_here(vm, "Simul has no breakpoint(): pause the run instead");
}

// quit and exit, as CPython's module site makes them.
struct QuitterObject : Object {
  const char* name = "";
};

SIMUL_RARE Answer quitter_repr(Vm& vm, const Value& self) {
  return vm.str(cat("Use ", self.as<QuitterObject>()->name, "() or Ctrl-D (i.e. EOF) to exit"));
}

Answer quitter_call(Vm& vm, const Value&, const CallArgs& args) {
  static constexpr Parameters kParameters{"__call__", {"code"}, 1};
  Value code[1];
  if (!vm.parse(args, kParameters, code)) return Raised{};
  return vm.raise_exception(
      vm.make_exception_with(vm.exceptions().SystemExit, {code[0] ? code[0] : Value::none()}));
}

Value make_quitter(Vm& vm, Type* type, const char* name) {
  auto* made = vm.heap().make<QuitterObject>(type);
  made->name = name;
  return Value::adopt(made);
}

SIMUL_RARE Native builtin_import(Vm& vm, OwnedArgs args) {
  static constexpr Parameters kParameters{
      "__import__", {"name", "globals", "locals", "fromlist", "level"}, 5, 1};
  Value slots[5];
  if (!vm.parse(args.view(), kParameters, slots)) co_return Raised{};
  if (!vm.is_str(slots[0])) co_return vm.raise_type_error("module name must be a string");
  const std::string_view name = vm.text(slots[0]);
  if (name.empty()) co_return vm.raise_value_error("Empty module name");
  Value module = co_await vm.import_module(vm.intern_object(slots[0].as<StrObject>()));
  const std::size_t dot = name.find('.');
  const bool has_list = slots[3] && (co_await vm.truth(slots[3])).is_true();
  if (dot == std::string_view::npos || has_list) co_return module;
  co_return vm.import_module(vm.name(name.substr(0, dot)));
}

// Not what `async for` does: its errors have words of their own.
SIMUL_RARE Native builtin_aiter(Vm& vm, OwnedArgs args) {
  const Value value = args[0];
  const Type* const type = vm.type_of(value);
  if (type->slots.aiter == nullptr)
    co_return vm.raise_type_error(cat("'", type->name, "' object is not an async iterable"));
  Value iterator = co_await type->slots.aiter(vm, value);
  if (vm.type_of(iterator)->slots.anext == nullptr)
    co_return vm.raise_type_error(
        cat("aiter() returned not an async iterator of type '", vm.type_name(iterator), "'"));
  co_return iterator;
}

void add_types(Vm& vm) {
  const Types& types = vm.types();
  const auto add = [&](const char* name, Type* type) {
    vm.set_module_attr(vm.builtins(), name, vm.type_value(type));
  };
  add("object", types.object);
  add("type", types.type);
  add("bool", types.bool_);
  add("int", types.int_);
  add("float", types.float_);
  add("complex", types.complex);
  add("str", types.str);
  add("bytes", types.bytes);
  add("bytearray", types.bytearray);
  add("memoryview", types.memoryview);
  add("tuple", types.tuple);
  add("list", types.list);
  add("dict", types.dict);
  add("set", types.set);
  add("frozenset", types.frozenset);
  add("slice", types.slice);
  add("range", types.range);
  add("enumerate", types.enumerate);
  add("zip", types.zip);
  add("map", types.map);
  add("filter", types.filter);
  add("reversed", types.reversed);
  add("classmethod", types.classmethod);
  add("staticmethod", types.staticmethod);
  add("property", types.property);
  add("super", types.super);
#define SIMUL_ADD_EXCEPTION(name, base) add(#name, vm.exceptions().name);
  SIMUL_EXCEPTIONS(SIMUL_ADD_EXCEPTION)
#undef SIMUL_ADD_EXCEPTION
  add("EnvironmentError", vm.exceptions().OSError);
  add("IOError", vm.exceptions().OSError);
  const auto constant = [&](const char* name, Value value) {
    vm.set_module_attr(vm.builtins(), name, std::move(value));
  };
  constant("None", Value::none());
  constant("True", Value::boolean(true));
  constant("False", Value::boolean(false));
  constant("NotImplemented", Value::not_implemented());
  constant("Ellipsis", Value::ellipsis());
  constant("__debug__", Value::boolean(true));
}

}  // namespace

void install_builtins(Vm& vm) {
  add_types(vm);
  vm.add_functions(vm.builtins(),
                   {{"print", builtin_print, 0, -1, kKeywords},
                    {"getattr", builtin_getattr, 2, 3},
                    {"hasattr", builtin_hasattr, 2, 2},
                    {"setattr", builtin_setattr, 3, 3},
                    {"delattr", builtin_delattr, 2, 2},
                    {"globals", builtin_globals, 0, 0},
                    {"locals", builtin_locals, 0, 0},
                    {"vars", builtin_vars, 0, 1},
                    {"dir", builtin_dir, 0, 1},
                    {"repr", builtin_repr, 1, 1},
                    {"ascii", builtin_ascii, 1, 1},
                    {"hash", builtin_hash, 1, 1},
                    {"len", builtin_len, 1, 1},
                    {"id", builtin_id, 1, 1},
                    {"callable", builtin_callable, 1, 1},
                    {"isinstance", builtin_isinstance, 2, 2},
                    {"issubclass", builtin_issubclass, 2, 2},
                    {"format", builtin_format, 1, 2},
                    {"abs", builtin_abs, 1, 1},
                    {"divmod", builtin_divmod, 2, 2},
                    {"pow", builtin_pow, 0, -1, kKeywords},
                    {"round", builtin_round, 0, -1, kKeywords},
                    {"ord", builtin_ord, 1, 1},
                    {"chr", chr_of, 1, 1},
                    {"bin", in_base<2>, 1, 1},
                    {"oct", in_base<8>, 1, 1},
                    {"hex", in_base<16>, 1, 1},
                    {"aiter", builtin_aiter, 1, 1},
                    {"input", builtin_input, 0, 1},
                    {"open", builtin_open, 0, -1, kKeywords},
                    {"breakpoint", builtin_breakpoint, 0, -1, kKeywords},
                    {"__import__", builtin_import, 0, -1, kKeywords}});
  Type* quitter = vm.make_type(
      {.name = "Quitter",
       .module = "_sitebuiltins",
       .instance_size = sizeof(QuitterObject),
       .flags = kAbstract,
       .slots = {
           .destroy = destroy_as<QuitterObject>, .repr = quitter_repr, .call = quitter_call}});
  for (const char* name : {"quit", "exit"})
    vm.set_module_attr(vm.builtins(), name, make_quitter(vm, quitter, name));
  install_builtins_iteration(vm);
  install_code_builtins(vm);
}

}  // namespace simul::vm

// What the opcodes need beyond a line: names, unpacking, merging, with, except, match, imports. See
// interpreter.hpp.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/interpreter.hpp"
#include "vm/protocols.hpp"
#include "vm/set_body.hpp"
#include "vm/slots.hpp"
#include "vm/text.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

// --- names
// ------------------------------------------------------------------------------------------------------------------

SIMUL_RARE void raise_name_error(Vm& vm, StrObject* name) {
  Value exception =
      vm.make_exception(vm.exceptions().NameError, cat("name '", name->text(), "' is not defined"));
  exception.as<ExceptionObject>()->first = Value::share(name);
  vm.raise_exception(std::move(exception));
}

SIMUL_RARE void raise_unbound_local(Vm& vm, Frame* frame, std::uint32_t index) {
  StrObject* name = frame->code->local_names[index];
  if ((frame->code->code->local_kinds[index] & bytecode::kFree) != 0) {
    Value exception =
        vm.make_exception(vm.exceptions().NameError,
                          cat("cannot access free variable '",
                              name->text(),
                              "' where it is not associated with a value in enclosing scope"));
    exception.as<ExceptionObject>()->first = Value::share(name);
    vm.raise_exception(std::move(exception));
    return;
  }
  Value exception = vm.make_exception(vm.exceptions().UnboundLocalError,
                                      cat("cannot access local variable '",
                                          name->text(),
                                          "' where it is not associated with a value"));
  vm.raise_exception(std::move(exception));
}

const Value* other_builtins(Vm& vm, const Frame* frame) {
  const Value* own = frame->globals->table.get(Internals::names_of(vm).__builtins__);
  if (own == nullptr || own->is(vm.builtins()) || own->object() == vm.builtins_dict())
    return nullptr;
  return own;
}

const Value* in_builtins(Vm& vm, const Value& builtins, StrObject* name) {
  if (vm.is_kind_of(builtins, vm.types().dict)) return builtins.as<DictObject>()->table.get(name);
  if (vm.is_exactly(builtins, vm.types().module))
    return builtins.as<ModuleObject>()->dict.as<DictObject>()->table.get(name);
  return nullptr;
}

Value builtin_of(Vm& vm, const Value& builtins, StrObject* name) {
  if (const Value* found = in_builtins(vm, builtins, name)) return *found;
  if (vm.type_of(builtins)->slots.get_item == nullptr) {
    vm.raise_type_error(cat("'", vm.type_name(builtins), "' object is not subscriptable"));
  } else {
    raise_name_error(vm, name);
  }
  return {};
}

namespace {

SIMUL_RARE Native delete_from_mapping(Vm& vm, Value names, Value name) {
  Attempt gone = co_await vm.attempt(vm.delete_item(names, name));
  if (gone.ok()) co_return Value::none();
  if (!vm.matches(gone.exception, vm.exceptions().KeyError))
    co_return vm.raise_exception(std::move(gone.exception));
  raise_name_error(vm, name.as<StrObject>());
  co_return Raised{};
}

SIMUL_RARE Native setup_annotations_slowly(Vm& vm, Value names) {
  const Value name = Value::share(Internals::names_of(vm).__annotations__);
  Attempt found = co_await vm.attempt(vm.get_item(names, name));
  if (found.ok()) co_return Value::none();
  if (!vm.matches(found.exception, vm.exceptions().KeyError))
    co_return vm.raise_exception(std::move(found.exception));
  co_await vm.set_item(names, name, vm.dict());
  co_return Value::none();
}

}  // namespace

Answer delete_name(Vm& vm, Frame* frame, StrObject* name) {
  return delete_from_mapping(vm, frame->namespace_, Value::share(name));
}
Answer setup_annotations(Vm& vm, const Value& names) {
  return setup_annotations_slowly(vm, names);
}

Answer load_global(Vm& vm, Frame* frame, StrObject* name) {
  if (const Value* found = frame->globals->table.get(name)) return *found;
  if (const Value* own = other_builtins(vm, frame)) {
    Value found = builtin_of(vm, *own, name);
    if (!found) return Raised{};
    return found;
  }
  if (const Value* found = vm.builtins_dict()->table.get(name)) return *found;
  raise_name_error(vm, name);
  return Raised{};
}

namespace {

SIMUL_RARE Native load_from_mapping(Vm& vm, Value frame, Value name) {
  Attempt found = co_await vm.attempt(vm.get_item(frame.as<Frame>()->namespace_, name));
  if (found.ok()) co_return found.value;
  if (!vm.matches(found.exception, vm.exceptions().KeyError))
    co_return vm.raise_exception(std::move(found.exception));
  co_return load_global(vm, frame.as<Frame>(), name.as<StrObject>());
}

}  // namespace

Answer load_name(Vm& vm, Frame* frame, StrObject* name) {
  if (frame->namespace_) {
    if (vm.is_exactly(frame->namespace_, vm.types().dict)) {
      if (const Value* found = frame->namespace_.as<DictObject>()->table.get(name)) return *found;
    } else {
      return load_from_mapping(vm, Value::share(frame), Value::share(name));
    }
  }
  return load_global(vm, frame, name);
}

// --- intrinsics
// ---------------------------------------------------------------------------------------------------------------

namespace {

SIMUL_RARE Native import_star(Vm& vm, Value frame, Value module) {
  DictObject* from = vm.instance_dict(module, false);
  Value into = frame.as<Frame>()->namespace_;
  const Value* all = from->table.get(Internals::names_of(vm).__all__);
  std::vector<std::pair<Value, Value>> pairs;
  if (all != nullptr) {
    Value names = co_await vm.to_list(*all);
    for (std::size_t i = 0; i < names.as<ListObject>()->items.size(); ++i) {
      const Value name = names.as<ListObject>()->items[i];
      if (!vm.is_str(name)) {
        const Value owner = co_await vm.get_attr(module, vm.name("__name__"));
        co_return vm.raise_type_error(
            cat("Item in ", vm.text(owner), ".__all__ must be str, not ", vm.type_name(name)));
      }
      Value value = co_await vm.get_attr(module, vm.intern_object(name.as<StrObject>()));
      pairs.emplace_back(name, value);
    }
  } else {
    for (const Table::Entry& entry : from->table.entries()) {
      if (entry.key && vm.is_str(entry.key) && vm.text(entry.key).substr(0, 1) != "_")
        pairs.emplace_back(entry.key, entry.value);
    }
  }
  for (auto& [name, value] : pairs) co_await vm.set_item(into, name, value);
  co_return Value::none();
}

// Type variables and aliases are the library's; see its _typing.
SIMUL_RARE Native make_typing(Vm& vm, std::uint32_t which, Value first, Value second) {
  const Value module = co_await vm.import_module(vm.name("_typing"));
  const Value make = co_await vm.get_attr(module, vm.name("make"));
  const Value given[] = {vm.integer(which), first, second};
  co_return vm.call(make, CallArgs(given, 3));
}

// What compile(…, 'single') does with the value of an expression.
SIMUL_RARE Native show_value(Vm& vm, Value value) {
  const Value sys = co_await vm.import_module(vm.name("sys"));
  Attempt hook = co_await vm.attempt(vm.get_attr(sys, vm.name("displayhook")));
  if (!hook.ok()) co_return vm.raise(vm.exceptions().RuntimeError, "lost sys.displayhook");
  co_return vm.call(hook.value, CallArgs(&value, 1));
}

}  // namespace

Answer call_intrinsic_1(Vm& vm, Frame* frame, std::uint32_t which, const Value& value) {
  switch (which) {
    case 1: return show_value(vm, value);
    case 7:
    case 8:
    case 9:
    case 10:
    case 11: return make_typing(vm, which, value, Value::none());
    case 2: return import_star(vm, Value::share(frame), value);
    case 3: {  // an exception leaves a generator: StopIteration may not
      const ExceptionTypes& x = vm.exceptions();
      const std::uint32_t flags = frame->code->code->flags;
      const char* text = nullptr;
      if (vm.matches(value, x.StopIteration)) {
        text = (flags & bytecode::kAsyncGenerator) != 0 ? "async generator raised StopIteration"
               : (flags & bytecode::kCoroutine) != 0    ? "coroutine raised StopIteration"
                                                        : "generator raised StopIteration";
      } else if ((flags & bytecode::kAsyncGenerator) != 0 &&
                 vm.matches(value, x.StopAsyncIteration)) {
        text = "async generator raised StopAsyncIteration";
      }
      if (text == nullptr) return value;
      Value error = vm.make_exception(x.RuntimeError, text);
      error.as<ExceptionObject>()->cause = value;
      error.as<ExceptionObject>()->context = value;
      error.as<ExceptionObject>()->suppress_context = true;
      return error;
    }
    case 4: {
      auto* wrapped = vm.heap().make<AsyncGeneratorValue>(Internals::async_value_type_of(vm));
      wrapped->value = value;
      return Value::adopt(wrapped);
    }
    case 5: return vm.unary(UnaryOp::kPositive, value);
    case 6: return vm.tuple(value.as<ListObject>()->items);
    default: break;
  }
  return vm.raise(vm.exceptions().SystemError,
                  cat("Simul does not have this construct yet (intrinsic ", which, ")"));
}

Answer call_intrinsic_2(Vm& vm, Frame*, std::uint32_t which, const Value& a, const Value& b) {
  switch (which) {
    case 1: return prepare_reraise_star(vm, a, b);
    case 2:
    case 3:
    case 5: return make_typing(vm, 100 + which, a, b);
    case 4: {
      a.as<FunctionObject>()->type_params = b;
      return a;
    }
    default: break;
  }
  return vm.raise(vm.exceptions().SystemError,
                  cat("Simul does not have this construct yet (intrinsic ", which, ")"));
}

// --- unpacking
// ----------------------------------------------------------------------------------------------------------------

namespace {

SIMUL_RARE Native unpack(Vm& vm, Value sequence, std::uint32_t before, std::int32_t after) {
  Type* type = vm.type_of(sequence);
  const bool indexed =
      type->slots.get_item != nullptr && (type->slots.sequence || type->has(kUserClass));
  if (type->slots.iter == nullptr && !indexed) {
    co_return vm.raise_type_error(cat("cannot unpack non-iterable ", type->name, " object"));
  }
  Value iterator = co_await vm.iter(sequence);
  std::vector<Value> items;
  while (items.size() < before) {
    Value item = co_await vm.next(iterator);
    if (!item) {
      co_return vm.raise_value_error(
          after >= 0
              ? cat("not enough values to unpack (expected at least ",
                    before + static_cast<std::uint32_t>(after),
                    ", got ",
                    items.size(),
                    ")")
              : cat("not enough values to unpack (expected ", before, ", got ", items.size(), ")"));
    }
    items.push_back(std::move(item));
  }
  if (after < 0) {
    Value more = co_await vm.next(iterator);
    if (more) {
      co_return vm.raise_value_error(cat("too many values to unpack (expected ", before, ")"));
    }
  } else {
    std::vector<Value> rest;
    if (!range_fits(vm, sequence)) co_return Raised{};
    while (Value item = co_await vm.next(iterator)) {
      // What an endless iterator gives ends in MemoryError.
      if ((rest.size() & 0xffff) == 0xffff &&
          vm.heap().would_overflow(static_cast<std::int64_t>(rest.size() * 2 * sizeof(Value))))
        co_return vm.raise_memory_error();
      rest.push_back(std::move(item));
    }
    const auto tail = static_cast<std::size_t>(after);
    if (rest.size() < tail) {
      co_return vm.raise_value_error(cat("not enough values to unpack (expected at least ",
                                         before + tail,
                                         ", got ",
                                         before + rest.size(),
                                         ")"));
    }
    std::vector<Value> last(rest.end() - after, rest.end());
    rest.resize(rest.size() - tail);
    items.push_back(vm.list(std::move(rest)));
    for (Value& each : last) items.push_back(std::move(each));
  }
  std::reverse(items.begin(), items.end());
  co_return vm.list(std::move(items));
}

}  // namespace

Answer unpack_slowly(Vm& vm, const Value& sequence, std::uint32_t before, std::int32_t after) {
  if (after < 0 && vm.is_exactly(sequence, vm.types().list) &&
      sequence.as<ListObject>()->items.size() == before) {
    const auto& items = sequence.as<ListObject>()->items;
    return vm.list(std::vector<Value>(items.rbegin(), items.rend()));
  }
  return unpack(vm, sequence, before, after);
}

// --- containers
// ---------------------------------------------------------------------------------------------------------------

namespace {

SIMUL_RARE Native extend_slowly(Vm& vm, Value list, Value iterable) {
  if (vm.type_of(iterable)->slots.iter == nullptr &&
      (vm.type_of(iterable)->slots.get_item == nullptr ||
       vm.is_exactly(iterable, vm.types().type))) {
    co_return vm.raise_type_error(
        cat("Value after * must be an iterable, not ", vm.type_name(iterable)));
  }
  Value iterator = co_await vm.iter(iterable);
  if (vm.type_of(iterable)->has(kUserClass)) co_await ask_length(vm, iterable);
  while (Value item = co_await vm.next(iterator)) {
    if (!push_item(vm, list, std::move(item))) co_return Raised{};
  }
  co_return Value::none();
}
SIMUL_RARE Native add_slowly(Vm& vm, Value table, Value key, Value value) {
  // A key whose hash or equality is Python code: the type's own method knows how.
  if (value) {
    co_await vm.set_item(table, key, value);
  } else {
    co_await call_method_with(vm, table, "add", key);
  }
  co_return Value::none();
}
SIMUL_RARE Native build_slowly(Vm& vm, OwnedArgs items, bool map) {
  Value made = map ? vm.dict() : vm.set();
  for (std::size_t i = 0; i < items.values.size(); i += map ? 2 : 1) {
    if (map) {
      co_await set_dict_item(vm, made, items.values[i], items.values[i + 1]);
    } else {
      co_await add_to_set(vm, made, items.values[i]);
    }
  }
  co_return made;
}

}  // namespace

Answer extend_list(Vm& vm, const Value& list, const Value& iterable) {
  auto& items = list.as<ListObject>()->items;
  if (vm.is_exactly(iterable, vm.types().list)) {
    const std::vector<Value> copy = iterable.as<ListObject>()->items;
    items.insert(items.end(), copy.begin(), copy.end());
    list.as<ListObject>()->recharge(vm.heap());
    return Value::none();
  }
  if (vm.is_exactly(iterable, vm.types().tuple)) {
    const auto* tuple = iterable.as<TupleObject>();
    items.insert(items.end(), tuple->begin(), tuple->end());
    list.as<ListObject>()->recharge(vm.heap());
    return Value::none();
  }
  if (!range_fits(vm, iterable)) return Raised{};
  return extend_slowly(vm, list, iterable);
}

Answer update_set(Vm& vm, const Value& set, const Value& iterable) {
  return set_add_all(vm, set, iterable);
}

Answer set_dict_item(Vm& vm, const Value& dict, const Value& key, const Value& value) {
  Hash hash = 0;
  if (quick_hash(key, hash)) {
    Table& table = dict.as<DictObject>()->table;
    const std::int32_t at = table.find(key, hash);
    if (at >= 0) {
      table.touch();
      const Value old = std::exchange(table.entry(at).value, value);
      return Value::none();
    }
    if (at == Table::kAbsent) {
      table.append(key, hash, value);
      return Value::none();
    }
  }
  return add_slowly(vm, dict, key, value);
}

Answer add_to_set(Vm& vm, const Value& set, const Value& item) {
  Hash hash = 0;
  if (quick_hash(item, hash)) {
    Table& table = set.as<SetObject>()->table;
    const std::int32_t at = table.find(item, hash);
    if (at >= 0) return Value::none();
    if (at == Table::kAbsent && set.as<SetBody>()->slots != nullptr) return set_add(vm, set, item);
    if (at == Table::kAbsent) {
      table.append(item, hash, Value());
      return Value::none();
    }
  }
  return add_slowly(vm, set, item, Value());
}

// Keys that need no Python code are all there is in most displays.
Answer build_map(Vm& vm, OwnedArgs pairs) {
  Value made = vm.dict();
  Table& table = made.as<DictObject>()->table;
  for (std::size_t i = 0; i < pairs.values.size(); i += 2) {
    Hash hash = 0;
    if (!quick_hash(pairs.values[i], hash) ||
        table.find(pairs.values[i], hash) == Table::kAskPython)
      return build_slowly(vm, std::move(pairs), true);
    table.set(pairs.values[i], hash, pairs.values[i + 1]);
  }
  vm.budget -= static_cast<std::int64_t>(pairs.values.size() / 2);
  return made;
}
Answer build_set(Vm& vm, OwnedArgs items) {
  Value made = vm.set();
  Table& table = made.as<SetObject>()->table;
  for (const Value& each : items.values) {
    Hash hash = 0;
    if (!quick_hash(each, hash)) return build_slowly(vm, std::move(items), false);
    const std::int32_t at = table.find(each, hash);
    if (at == Table::kAskPython) return build_slowly(vm, std::move(items), false);
    if (at == Table::kAbsent) table.append(each, hash, Value());
  }
  vm.budget -= static_cast<std::int64_t>(items.values.size());
  return made;
}

namespace {

SIMUL_RARE Native merge_slowly(Vm& vm, Value dict, Value mapping, Value callable, bool merge) {
  Value keys;
  if (vm.is_kind_of(mapping, vm.types().dict)) {
    keys = co_await vm.to_list(mapping);
  } else {
    Value method = co_await vm.find_attr(mapping, Internals::names_of(vm).keys);
    if (!method) {
      if (merge) {
        co_return vm.raise_type_error(cat(callable_text(vm, callable),
                                          " argument after ** must be a mapping, not ",
                                          vm.type_name(mapping)));
      }
      co_return vm.raise_type_error(cat("'", vm.type_name(mapping), "' object is not a mapping"));
    }
    Value view = co_await vm.call(method);
    keys = co_await vm.to_list(view);
  }
  for (std::size_t i = 0; i < keys.as<ListObject>()->items.size(); ++i) {
    const Value key = keys.as<ListObject>()->items[i];
    if (merge) {
      if (!vm.is_str(key)) co_return vm.raise_type_error("keywords must be strings");
      if (dict.as<DictObject>()->table.get(vm.intern_object(key.as<StrObject>())) != nullptr) {
        co_return vm.raise_type_error(cat(callable_text(vm, callable),
                                          " got multiple values for keyword argument '",
                                          vm.text(key),
                                          "'"));
      }
    }
    Value value = co_await vm.get_item(mapping, key);
    co_await set_dict_item(vm, dict, key, value);
  }
  co_return Value::none();
}

SIMUL_RARE Native call_ex_slowly(Vm& vm, Value callable, Value args, Value keywords) {
  if (!vm.is_exactly(args, vm.types().tuple)) {
    if (vm.type_of(args)->slots.iter == nullptr &&
        (vm.type_of(args)->slots.get_item == nullptr || vm.is_exactly(args, vm.types().type))) {
      co_return vm.raise_type_error(cat(callable_text(vm, callable),
                                        " argument after * must be an iterable, not ",
                                        vm.type_name(args)));
    }
    Value list = co_await vm.to_list(args);
    args = vm.tuple(list.as<ListObject>()->items);
  }
  if (keywords && !vm.is_exactly(keywords, vm.types().dict)) {
    Value dict = vm.dict();
    co_await merge_slowly(vm, dict, keywords, callable, true);
    keywords = dict;
  }
  co_return call_ex(vm, callable, args, keywords);
}

}  // namespace

Answer merge_dict(
    Vm& vm, const Value& dict, const Value& mapping, const Value& callable, bool merge) {
  if (!merge && vm.is_exactly(mapping, vm.types().dict)) {
    Table& to = dict.as<DictObject>()->table;
    if (to.empty()) {
      to.copy_from(mapping.as<DictObject>()->table);
      return Value::none();
    }
  }
  return merge_slowly(vm, dict, mapping, callable, merge);
}

bool is_unwatched_call(Vm& vm,
                       const Value& callable,
                       std::uint32_t count,
                       bytecode::Instruction next) {
  if (callable.is(vm.type_value(vm.types().type))) return count == 1;
  const Type* type = vm.type_of(callable);
  if (type != vm.types().builtin_function && type != vm.types().method_descriptor) return false;
  const auto* native = callable.as<NativeFunction>();
  const std::string_view name = native->def.name;
  if (type == vm.types().builtin_function) return name == "len" || name == "isinstance";
  return native->owner == vm.types().list && name == "append" &&
         next.op() == bytecode::Opcode::POP_TOP;
}

Answer call_ex(Vm& vm, const Value& callable, const Value& args, const Value& keywords) {
  if (!vm.is_exactly(args, vm.types().tuple) ||
      (keywords && !vm.is_exactly(keywords, vm.types().dict))) {
    return call_ex_slowly(vm, callable, args, keywords);
  }
  const auto* tuple = args.as<TupleObject>();
  if (!keywords || keywords.as<DictObject>()->table.empty())
    return vm.call(callable, CallArgs(tuple->items(), tuple->size));
  std::vector<Value> values(tuple->begin(), tuple->end());
  std::vector<Value> names;
  for (const Table::Entry& entry : keywords.as<DictObject>()->table.entries()) {
    if (!entry.key) continue;
    if (!vm.is_str(entry.key)) return vm.raise_type_error("keywords must be strings");
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Value name_tuple = vm.tuple(std::move(names));
  return vm.call(callable, CallArgs(values.data(), tuple->size, name_tuple.as<TupleObject>()));
}

// --- with
// ---------------------------------------------------------------------------------------------------------------------

namespace {

SIMUL_RARE Native enter_slowly(Vm& vm, Value manager, bool async) {
  Names& names = Internals::names_of(vm);
  StrObject* enter_name = async ? names.__aenter__ : names.__enter__;
  StrObject* exit_name = async ? names.__aexit__ : names.__exit__;
  auto bind = [&vm](const Value& self, StrObject* name) -> Answer {
    const Value found = *vm.lookup(vm.type_of(self), name);
    Type* type = vm.type_of(found);
    if (type->slots.descr_get == nullptr) return found;
    return type->slots.descr_get(vm, found, self, vm.type_value(vm.type_of(self)));
  };
  Value enter = co_await bind(manager, enter_name);
  Value exit = co_await bind(manager, exit_name);
  Value result = co_await vm.call(enter);
  co_return vm.tuple({exit, result});
}

}  // namespace

Answer begin_with(Vm& vm, const Value& manager, bool async) {
  Names& names = Internals::names_of(vm);
  const char* kind = async ? "asynchronous context manager" : "context manager";
  const bool has_enter = has_special(vm, manager, async ? names.__aenter__ : names.__enter__);
  const bool has_exit = has_special(vm, manager, async ? names.__aexit__ : names.__exit__);
  if (!has_enter) {
    const bool other = has_special(vm, manager, async ? names.__enter__ : names.__aenter__) &&
                       has_special(vm, manager, async ? names.__exit__ : names.__aexit__);
    (void)other;
    return vm.raise_type_error(
        cat("'", vm.type_of(manager)->name, "' object does not support the ", kind, " protocol"));
  }
  if (!has_exit) {
    return vm.raise_type_error(cat("'",
                                   vm.type_of(manager)->name,
                                   "' object does not support the ",
                                   kind,
                                   " protocol (missed ",
                                   async ? "__aexit__" : "__exit__",
                                   " method)"));
  }
  return enter_slowly(vm, manager, async);
}

Answer with_except_start(Vm& vm, const Value& exit, const Value& exception) {
  const Value& traceback = exception.as<ExceptionObject>()->traceback;
  return vm.call(
      exit,
      {vm.type_value(vm.type_of(exception)), exception, traceback ? traceback : Value::none()});
}

std::uint32_t call_place(const Activation* caller) {
  if (caller == nullptr || caller->kind != Activation::Kind::kPython) return 0;
  const auto* frame = static_cast<const Frame*>(caller);
  const bytecode::CodeObject& code = *frame->code->code;
  if (!frame->code->in_program_file) return 0;
  const bytecode::Position& at = code.positions[frame->instruction()];
  constexpr std::uint32_t kColumns = GeneratorObject::kMadeColumns;
  if (at.line <= 0 || at.col < 0) return 0;
  const auto line = static_cast<std::uint32_t>(at.line);
  const auto column = static_cast<std::uint32_t>(at.col);
  return line < ~0u / kColumns && column < kColumns ? line * kColumns + column : 0;
}

void explain_async_with(Vm& vm, const Value& value, std::uint32_t which) {
  if (vm.type_of(value)->slots.await != nullptr) return;
  Value dropped = vm.take_raised();
  vm.raise_type_error(cat("'async with' received an object from ",
                          which == 1 ? "__aenter__" : "__aexit__",
                          " that does not implement __await__: ",
                          vm.type_name(value)));
}

// --- except
// -------------------------------------------------------------------------------------------------------------------

Answer exception_matches(Vm& vm, const Value& exception, const Value& pattern) {
  auto is_class = [&vm](const Value& value) {
    return vm.is_kind_of(value, vm.types().type) && value.as<Type>()->is_exception;
  };
  static constexpr const char* kWrong =
      "catching classes that do not inherit from BaseException is not allowed";
  if (is_class(pattern)) return Value::boolean(vm.is_kind_of(exception, pattern.as<Type>()));
  if (vm.is_kind_of(pattern, vm.types().tuple)) {
    for (const Value& each : *pattern.as<TupleObject>()) {
      if (!is_class(each)) return vm.raise_type_error(kWrong);
    }
    for (const Value& each : *pattern.as<TupleObject>()) {
      if (vm.is_kind_of(exception, each.as<Type>())) return Value::boolean(true);
    }
    return Value::boolean(false);
  }
  return vm.raise_type_error(kWrong);
}

namespace {

SIMUL_RARE Native wrap_in_group(Vm& vm, Value exception) {
  Value only = vm.tuple({exception});
  Value group =
      co_await call_with(vm, vm.type_value(vm.exceptions().BaseExceptionGroup), vm.str(""), only);
  // The group began here, at the except*.
  Activation* each = vm.running() == nullptr ? nullptr : vm.running()->top;
  while (each != nullptr && each->kind != Activation::Kind::kPython) each = each->below;
  if (each != nullptr) {
    auto* frame = static_cast<Frame*>(each);
    auto* link = vm.heap().make<TracebackObject>(vm.types().traceback);
    link->frame = Value::share(frame);
    link->instruction = frame->instruction();
    link->line = frame->line();
    group.as<ExceptionObject>()->traceback = Value::adopt(link);
  }
  co_return vm.tuple({Value::none(), group});
}

}  // namespace

SIMUL_RARE Answer group_matches(Vm& vm, const Value& exception, const Value& pattern) {
  auto is_group = [&vm](const Value& value) {
    return vm.is_kind_of(value, vm.types().type) &&
           value.as<Type>()->is_subtype_of(vm.exceptions().BaseExceptionGroup);
  };
  bool group_pattern = is_group(pattern);
  if (vm.is_kind_of(pattern, vm.types().tuple)) {
    for (const Value& each : *pattern.as<TupleObject>())
      group_pattern = group_pattern || is_group(each);
  }
  if (group_pattern) {
    return vm.raise_type_error(
        "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
  if (exception.is_none()) return vm.tuple({Value::none(), Value::none()});
  Answer whole = exception_matches(vm, exception, pattern);
  if (whole.raised()) return whole;
  if (!vm.is_kind_of(exception, vm.exceptions().BaseExceptionGroup)) {
    if (!whole.peek().is_true()) return vm.tuple({exception, Value::none()});
    return wrap_in_group(vm, exception);
  }
  return split_group(vm, exception, pattern);
}

namespace {

SIMUL_RARE Native reraise_star(Vm& vm, Value original, Value raised_list) {
  // What was raised in the handlers, and what they left: one group, or nothing.
  std::vector<Value> raised, reraised;
  for (const Value& each : raised_list.as<ListObject>()->items) {
    if (each.is_none()) continue;
    const auto* object = each.as<ExceptionObject>();
    const auto* first = original.as<ExceptionObject>();
    const bool same =
        each.is(original) || (vm.is_kind_of(each, vm.exceptions().BaseExceptionGroup) &&
                              object->traceback.is(first->traceback) &&
                              object->cause.is(first->cause) && object->context.is(first->context));
    (same ? reraised : raised).push_back(each);
  }
  if (!vm.is_kind_of(original, vm.exceptions().BaseExceptionGroup)) {
    // A naked exception: it was wrapped for the handlers.
    for (const Value& each : raised_list.as<ListObject>()->items) {
      if (!each.is_none()) co_return each;
    }
    co_return Value::none();
  }
  Value rest = co_await project_group(vm, original, std::move(reraised));
  if (rest.is_none()) rest.reset();
  if (raised.empty()) co_return rest ? rest : Value::none();
  if (rest) raised.push_back(rest);
  if (raised.size() == 1) co_return raised[0];
  Value group = co_await call_with(vm,
                                   vm.type_value(vm.exceptions().BaseExceptionGroup),
                                   vm.str(""),
                                   vm.list(std::move(raised)));
  co_return group;
}

}  // namespace

Answer prepare_reraise_star(Vm& vm, const Value& original, const Value& raised) {
  return reraise_star(vm, original, raised);
}

// --- super, match
// -------------------------------------------------------------------------------------------------------------

namespace {

SIMUL_RARE Native
super_attr_slowly(Vm& vm, Value super, Value cls, Value self, Value name, bool two_args) {
  Value object;
  if (two_args)
    object = co_await call_with(vm, super, cls, self);
  else
    object = co_await vm.call(super);
  co_return vm.get_attr(object, name.as<StrObject>());
}

SIMUL_RARE Native match_keys_slowly(Vm& vm, Value subject, Value keys) {
  std::vector<Value> found;
  const auto* all = keys.as<TupleObject>();
  // A mapping of the program's own is asked by its get(), which makes no value where there is none.
  Value get;
  Value missing;
  for (std::size_t i = 0; i < all->size; ++i) {
    const Value key = all->items()[i];
    for (std::size_t j = 0; j < i; ++j) {
      const QuickEqual quick = quick_equal(all->items()[j], key);
      bool same = quick == QuickEqual::kYes;
      if (quick == QuickEqual::kAskPython)
        same = (co_await vm.equal(all->items()[j], key)).is_true();
      if (same) {
        const Value shown = co_await vm.repr(key);
        co_return vm.raise_value_error(
            cat("mapping pattern checks duplicate key (", vm.text(shown), ")"));
      }
    }
    Value value;
    if (vm.is_exactly(subject, vm.types().dict)) {
      const Value has = co_await vm.contains(subject, key);
      if (!has.is_true()) co_return Value::none();
      value = co_await vm.get_item(subject, key);
    } else {
      if (!get) {
        get = co_await vm.get_attr(subject, vm.name("get"));
        missing = vm.list(std::vector<Value>());
      }
      const Value given[] = {key, missing};
      value = co_await vm.call(get, CallArgs(given, 2));
      if (value.is(missing)) co_return Value::none();
    }
    found.push_back(std::move(value));
  }
  co_return vm.tuple(std::move(found));
}

SIMUL_RARE Raised matched_twice(Vm& vm, const Value& cls, const Value& name) {
  return vm.raise_type_error(cat(cls.as<Type>()->name,
                                 "() got multiple sub-patterns for attribute ",
                                 text::repr(vm.text(name))));
}

SIMUL_RARE Native
match_class_slowly(Vm& vm, Value subject, Value cls, Value keyword_names, std::uint32_t count) {
  if (!vm.is_kind_of(cls, vm.types().type))
    co_return vm.raise_type_error("called match pattern must be a class");
  Value fits = co_await vm.is_instance(subject, cls);
  if (!fits.is_true()) co_return Value::none();
  std::vector<Value> found;
  Value given;  // the class's own __match_args__
  const Types& t = vm.types();
  if (count > 0) {
    Value match_args = co_await vm.find_attr(cls, Internals::names_of(vm).__match_args__);
    if (!match_args) {
      const Type* type = cls.as<Type>();
      bool whole = false;
      for (const Type* each : {t.bool_,
                               t.bytearray,
                               t.bytes,
                               t.dict,
                               t.float_,
                               t.frozenset,
                               t.int_,
                               t.list,
                               t.set,
                               t.str,
                               t.tuple}) {
        whole = whole || type->is_subtype_of(each);
      }
      const std::uint32_t allowed = whole ? 1 : 0;
      if (count > allowed) {
        co_return vm.raise_type_error(cat(type->name,
                                          "() accepts ",
                                          allowed,
                                          " positional sub-pattern",
                                          allowed == 1 ? "" : "s",
                                          " (",
                                          count,
                                          " given)"));
      }
      found.push_back(subject);
    } else {
      if (!vm.is_exactly(match_args, t.tuple)) {
        co_return vm.raise_type_error(cat(cls.as<Type>()->name,
                                          ".__match_args__ must be a tuple (got ",
                                          vm.type_name(match_args),
                                          ")"));
      }
      const std::size_t allowed = match_args.as<TupleObject>()->size;
      if (count > allowed) {
        co_return vm.raise_type_error(cat(cls.as<Type>()->name,
                                          "() accepts ",
                                          allowed,
                                          " positional sub-pattern",
                                          allowed == 1 ? "" : "s",
                                          " (",
                                          count,
                                          " given)"));
      }
      for (std::uint32_t i = 0; i < count; ++i) {
        const Value name = match_args.as<TupleObject>()->items()[i];
        if (!vm.is_str(name)) {
          co_return vm.raise_type_error(
              cat("__match_args__ elements must be strings (got ", vm.type_name(name), ")"));
        }
        for (std::uint32_t j = 0; j < i; ++j) {
          if (vm.text(match_args.as<TupleObject>()->items()[j]) == vm.text(name))
            co_return matched_twice(vm, cls, name);
        }
        given = match_args;
        Value value = co_await vm.find_attr(subject, vm.intern_object(name.as<StrObject>()));
        if (!value) co_return Value::none();
        found.push_back(std::move(value));
      }
    }
  }
  const std::size_t named = keyword_names.as<TupleObject>()->size;
  for (std::size_t i = 0; i < named; ++i) {
    const Value name = keyword_names.as<TupleObject>()->items()[i];
    for (std::uint32_t j = 0; given && j < count; ++j) {
      if (vm.text(given.as<TupleObject>()->items()[j]) == vm.text(name))
        co_return matched_twice(vm, cls, name);
    }
    Value value = co_await vm.find_attr(subject, vm.intern_object(name.as<StrObject>()));
    if (!value) co_return Value::none();
    found.push_back(std::move(value));
  }
  co_return vm.tuple(std::move(found));
}

}  // namespace

Answer load_super_attr(Vm& vm,
                       const Value& super,
                       const Value& cls,
                       const Value& self,
                       StrObject* name,
                       bool two_args) {
  if (super.object() == vm.types().super) {
    if (!two_args && !vm.is_kind_of(cls, vm.types().type)) return no_class_for_super(vm, cls);
    const Value object = make_super(vm, cls, self);
    if (!object) return Raised{};
    return vm.get_attr(object, name);
  }
  return super_attr_slowly(vm, super, cls, self, Value::share(name), two_args);
}
Answer match_keys(Vm& vm, const Value& subject, const Value& keys) {
  return match_keys_slowly(vm, subject, keys);
}
Answer match_class(Vm& vm,
                   const Value& subject,
                   const Value& cls,
                   const Value& keyword_names,
                   std::uint32_t count) {
  return match_class_slowly(vm, subject, cls, keyword_names, count);
}

}  // namespace simul::vm

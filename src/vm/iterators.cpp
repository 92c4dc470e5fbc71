// enumerate, zip, map, filter, reversed and iter(callable, sentinel). Mirrors Objects/enumobject.c,
// Python/bltinmodule.c and iterobject.c.
//
// Each next() runs other iterators, so it is a coroutine that answers with stop when one of them
// ends.
#include "vm/iterators.hpp"

#include <algorithm>

#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/cat.hpp"
#include "vm/install.hpp"
#include "vm/int_object.hpp"

namespace simul::vm {
namespace {

Answer itself(Vm&, const Value& self) {
  return self;
}

Answer finished(Vm& vm) {
  vm.stop_value() = Value::none();
  return Answer::stop();
}

bool no_keywords(
    Vm& vm, const CallArgs& args, const Type* cls, const Type* exact, const char* name) {
  if (args.keywords() == 0 || cls != exact) return true;
  vm.raise_type_error(cat(name, "() takes no keyword arguments"));
  return false;
}

// A built-in type or the class derived from it, with what makes another one like this.
Answer reduced_as(Vm& vm, const Value& self, std::vector<Value> arguments) {
  return vm.tuple({vm.type_value(vm.type_of(self)), vm.tuple(std::move(arguments))});
}

// --- enumerate
// -------------------------------------------------------------------------------------------------------

struct EnumerateObject : Container {
  Value iterator;
  Value count;
  bool quick = false;  // the iterator answers at once
};

void enumerate_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<EnumerateObject*>(self)->iterator);
}

Value new_enumerate(Vm& vm, Type* cls, Value iterator, Value count) {
  auto* made = vm.instantiate<EnumerateObject>(cls);
  made->quick = answers_at_once(vm, iterator);
  made->iterator = std::move(iterator);
  made->count = std::move(count);
  return Value::adopt(made);
}

SIMUL_RARE Native enumerate_make(Vm& vm, Value cls, Value iterable, Value start) {
  Value count = start ? co_await vm.index(start) : Value::small(0);
  Value iterator = co_await vm.iter(iterable);
  co_return new_enumerate(vm, cls.as<Type>(), std::move(iterator), std::move(count));
}

Answer enumerate_create(Vm& vm, Type* cls, const CallArgs& args) {
  static constexpr Parameters kParameters{"enumerate", {"iterable", "start"}, 2, 1};
  Value slots[2];
  if (args.total() == 0)
    return vm.raise_type_error("enumerate() missing required argument 'iterable'");
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (!slots[1] && iterates_at_once(vm, slots[0])) {
    --vm.budget;
    Answer iterator = vm.iter(slots[0]);
    if (!iterator.has_value()) return iterator;
    return new_enumerate(vm, cls, iterator.take(), Value::small(0));
  }
  return enumerate_make(vm, Value::share(cls), slots[0], slots[1]);
}

Answer advance_count(Vm& vm, EnumerateObject* self, Value item) {
  Value index = self->count;
  if (index.is_small() && Value::fits_small(std::int64_t{index.as_small()} + 1)) {
    self->count = Value::small(index.as_small() + 1);
  } else {
    self->count = make_int(vm, big_of(index) + BigInt(1));
  }
  TupleObject* pair = vm.make_tuple(2);
  pair->items()[0] = std::move(index);
  pair->items()[1] = std::move(item);
  return Value::adopt(pair);
}

SIMUL_RARE Native enumerate_next_slowly(Vm& vm, Value self) {
  Value item = co_await vm.next(self.as<EnumerateObject>()->iterator);
  if (!item) co_return finished(vm);
  co_return advance_count(vm, self.as<EnumerateObject>(), std::move(item));
}

Answer enumerate_next(Vm& vm, const Value& self) {
  auto* object = self.as<EnumerateObject>();
  if (!object->quick) return enumerate_next_slowly(vm, self);
  Answer item = vm.next_raw(object->iterator);
  if (!item.has_value()) return item;
  return advance_count(vm, object, item.take());
}

Answer enumerate_reduce(Vm& vm, const CallArgs& args) {
  const auto* self = args[0].as<EnumerateObject>();
  return reduced_as(vm, args[0], {self->iterator, self->count});
}

// --- zip and map
// -----------------------------------------------------------------------------------------------------

struct ZipObject : Container {
  std::vector<Value> iterators;
  Value function;  // of map
  bool strict = false;
  bool done = false;
  bool quick = false;  // zip and map: the iterators are few and answer at once
};
constexpr std::size_t kFewIterators = 4;

Value new_zip(Vm& vm, Type* cls, std::vector<Value> iterators, const Value& function, bool strict) {
  auto* made = vm.instantiate<ZipObject>(cls);
  made->quick = !strict && iterators.size() <= kFewIterators;
  for (const Value& each : iterators) made->quick = made->quick && answers_at_once(vm, each);
  made->iterators = std::move(iterators);
  made->function = function;
  made->strict = strict;
  return Value::adopt(made);
}

// The iterators of what iterates at once; false: somebody has to wait for one of them, or raised.
bool iterators_at_once(Vm& vm,
                       const CallArgs& args,
                       std::size_t from,
                       std::vector<Value>& iterators) {
  for (std::size_t i = from; i < args.size(); ++i)
    if (!iterates_at_once(vm, args[i])) return false;
  iterators.reserve(args.size() - from);
  for (std::size_t i = from; i < args.size(); ++i) {
    --vm.budget;
    iterators.push_back(vm.iter(args[i]).take());
  }
  return true;
}

// The next item of each, which is known to answer at once: a value when all have one, else stop or
// raised.
Answer next_items(Vm& vm, const ZipObject* zip, Value* items) {
  for (std::size_t i = 0; i < zip->iterators.size(); ++i) {
    --vm.budget;
    Answer item = vm.next_raw(zip->iterators[i]);
    if (!item.has_value()) return item;
    items[i] = item.take();
  }
  return Value::none();
}

void zip_traverse(Object* self, Visitor& visitor) {
  auto* zip = static_cast<ZipObject*>(self);
  visitor.visit(zip->function);
  for (const Value& iterator : zip->iterators) visitor.visit(iterator);
}

SIMUL_RARE Native zip_make(Vm& vm, Value cls, OwnedArgs args, bool strict) {
  std::vector<Value> iterators;
  for (std::size_t i = 0; i < args.size(); ++i) {
    Attempt made = co_await vm.attempt(vm.iter(args[i]));
    if (!made.ok()) co_return vm.raise_exception(made.exception);
    iterators.push_back(made.value);
  }
  co_return new_zip(vm, cls.as<Type>(), std::move(iterators), Value(), strict);
}

SIMUL_RARE Native zip_make_strict(Vm& vm, Value cls, OwnedArgs args, Value strict) {
  const bool is_strict = (co_await vm.truth(strict)).is_true();
  co_return zip_make(vm, cls, std::move(args), is_strict);
}

Answer zip_create(Vm& vm, Type* cls, const CallArgs& args) {
  Value strict;
  if (args.keywords() > 1) {
    return vm.raise_type_error(
        cat("zip() takes at most 1 keyword argument (", args.keywords(), " given)"));
  }
  for (std::size_t i = 0; i < args.keywords(); ++i) {
    if (args.keyword_name(i)->text() != "strict") {
      return vm.raise_type_error(
          cat("zip() got an unexpected keyword argument '", args.keyword_name(i)->text(), "'"));
    }
    strict = args.keyword_value(i);
  }
  std::vector<Value> iterators;
  if (!strict && iterators_at_once(vm, args, 0, iterators))
    return new_zip(vm, cls, std::move(iterators), Value(), false);
  OwnedArgs positional(CallArgs(args.values, args.size()));
  if (!strict) return zip_make(vm, Value::share(cls), std::move(positional), false);
  return zip_make_strict(vm, Value::share(cls), std::move(positional), strict);
}

SIMUL_RARE Native zip_next_slowly(Vm& vm, Value self) {
  const std::size_t count = self.as<ZipObject>()->iterators.size();
  std::vector<Value> items;
  for (std::size_t i = 0; i < count; ++i) {
    const Value iterator = self.as<ZipObject>()->iterators[i];
    Value item = co_await vm.next(iterator);
    if (item) {
      items.push_back(std::move(item));
      continue;
    }
    self.as<ZipObject>()->done = true;
    if (!self.as<ZipObject>()->strict) co_return finished(vm);
    if (i > 0) {
      const std::string others = i == 1 ? " " : cat("s 1-");
      co_return vm.raise_value_error(
          cat("zip() argument ", i + 1, " is shorter than argument", others, i));
    }
    for (std::size_t k = 1; k < count; ++k) {
      const Value other = self.as<ZipObject>()->iterators[k];
      Value extra = co_await vm.next(other);
      if (extra) {
        const std::string others = k == 1 ? " " : cat("s 1-");
        co_return vm.raise_value_error(
            cat("zip() argument ", k + 1, " is longer than argument", others, k));
      }
    }
    co_return finished(vm);
  }
  co_return vm.tuple(std::move(items));
}

Answer zip_next(Vm& vm, const Value& self) {
  auto* zip = self.as<ZipObject>();
  if (zip->iterators.empty() || zip->done) return Answer::stop();
  if (!zip->quick) return zip_next_slowly(vm, self);
  Value items[kFewIterators];
  Answer all = next_items(vm, zip, items);
  if (all.is_stop()) {
    zip->done = true;
    return finished(vm);
  }
  if (all.raised()) return all;
  TupleObject* tuple = vm.make_tuple(zip->iterators.size());
  for (std::size_t i = 0; i < zip->iterators.size(); ++i) tuple->items()[i] = std::move(items[i]);
  return Value::adopt(tuple);
}

Answer zip_reduce(Vm& vm, const CallArgs& args) {
  const auto* zip = args[0].as<ZipObject>();
  if (!zip->strict) return reduced_as(vm, args[0], zip->iterators);
  return vm.tuple(
      {vm.type_value(vm.type_of(args[0])), vm.tuple(zip->iterators), Value::boolean(true)});
}

SIMUL_RARE Native zip_set_state(Vm& vm, OwnedArgs args) {
  const bool strict = (co_await vm.truth(args[1])).is_true();
  auto* zip = args[0].as<ZipObject>();
  zip->strict = strict;
  zip->quick = zip->quick && !strict;
  co_return Value::none();
}

SIMUL_RARE Native map_make(Vm& vm, Value cls, OwnedArgs args) {
  std::vector<Value> iterators;
  for (std::size_t i = 1; i < args.size(); ++i) {
    Value iterator = co_await vm.iter(args[i]);
    iterators.push_back(std::move(iterator));
  }
  co_return new_zip(vm, cls.as<Type>(), std::move(iterators), args[0], false);
}

Answer map_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (!no_keywords(vm, args, cls, vm.types().map, "map")) return Raised{};
  if (args.size() < 2) return vm.raise_type_error("map() must have at least two arguments.");
  std::vector<Value> iterators;
  if (iterators_at_once(vm, args, 1, iterators))
    return new_zip(vm, cls, std::move(iterators), args[0], false);
  return map_make(vm, Value::share(cls), OwnedArgs(args));
}

SIMUL_RARE Native map_next_slowly(Vm& vm, Value self) {
  const std::size_t count = self.as<ZipObject>()->iterators.size();
  std::vector<Value> items;
  for (std::size_t i = 0; i < count; ++i) {
    const Value iterator = self.as<ZipObject>()->iterators[i];
    Value item = co_await vm.next(iterator);
    if (!item) co_return finished(vm);
    items.push_back(std::move(item));
  }
  co_return vm.call(self.as<ZipObject>()->function, CallArgs(items.data(), items.size()));
}
Answer map_next(Vm& vm, const Value& self) {
  auto* map = self.as<ZipObject>();
  if (!map->quick) return map_next_slowly(vm, self);
  Value items[kFewIterators];
  Answer all = next_items(vm, map, items);
  if (all.is_stop()) return finished(vm);
  if (all.raised()) return all;
  const Value function = map->function;
  return vm.call(function, CallArgs(items, map->iterators.size()));
}

Answer map_reduce(Vm& vm, const CallArgs& args) {
  const auto* map = args[0].as<ZipObject>();
  std::vector<Value> parts{map->function};
  parts.insert(parts.end(), map->iterators.begin(), map->iterators.end());
  return reduced_as(vm, args[0], std::move(parts));
}

// --- filter
// ----------------------------------------------------------------------------------------------------------

SIMUL_RARE Native filter_make(Vm& vm, Value cls, Value function, Value iterable) {
  Value iterator = co_await vm.iter(iterable);
  auto* filter = vm.instantiate<ZipObject>(cls.as<Type>());
  filter->iterators.push_back(iterator);
  filter->function = function;
  co_return Value::adopt(filter);
}

Answer filter_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (!no_keywords(vm, args, cls, vm.types().filter, "filter")) return Raised{};
  if (args.size() != 2)
    return vm.raise_type_error(cat("filter expected 2 arguments, got ", args.size()));
  return filter_make(vm, Value::share(cls), args[0], args[1]);
}

SIMUL_RARE Native filter_next_slowly(Vm& vm, Value self) {
  const Value iterator = self.as<ZipObject>()->iterators[0];
  const Value function = self.as<ZipObject>()->function;
  const bool plain =
      function.is_none() || (function.is_object() && function.object() == vm.types().bool_);
  while (Value item = co_await vm.next(iterator)) {
    Value verdict = item;
    if (!plain) verdict = co_await vm.call(function, CallArgs(&item, 1));
    if ((co_await vm.truth(verdict)).is_true()) co_return item;
  }
  co_return finished(vm);
}
Answer filter_next(Vm& vm, const Value& self) {
  return filter_next_slowly(vm, self);
}

// --- reversed
// --------------------------------------------------------------------------------------------------------

struct ReversedObject : Container {
  Value sequence;  // empty once exhausted
  std::int64_t index = -1;
};

void reversed_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<ReversedObject*>(self)->sequence);
}

SIMUL_RARE Native reversed_make(Vm& vm, Value cls, Value sequence) {
  Value length = co_await vm.length(sequence);
  auto* made = vm.instantiate<ReversedObject>(cls.as<Type>());
  made->sequence = sequence;
  vm.to_int64(length, made->index);
  --made->index;
  co_return Value::adopt(made);
}

SIMUL_RARE Native reversed_next_slowly(Vm& vm, Value self) {
  auto* object = self.as<ReversedObject>();
  if (object->index < 0) {
    object->sequence.reset();
    co_return finished(vm);
  }
  const Value sequence = object->sequence;
  Attempt item = co_await vm.attempt(vm.get_item(sequence, vm.integer(object->index)));
  object = self.as<ReversedObject>();
  if (item.ok()) {
    --object->index;
    co_return item.value;
  }
  object->sequence.reset();
  if (vm.matches(item.exception, vm.exceptions().IndexError) ||
      vm.matches(item.exception, vm.exceptions().StopIteration)) {
    co_return finished(vm);
  }
  co_return vm.raise_exception(item.exception);
}

Answer reversed_next(Vm& vm, const Value& self) {
  if (!self.as<ReversedObject>()->sequence) return Answer::stop();
  return reversed_next_slowly(vm, self);
}

Answer reversed_hint(Vm& vm, const CallArgs& args) {
  return vm.integer(args[0].as<ReversedObject>()->sequence ? args[0].as<ReversedObject>()->index + 1
                                                           : 0);
}

Answer reversed_reduce(Vm& vm, const CallArgs& args) {
  const auto* self = args[0].as<ReversedObject>();
  if (!self->sequence) return reduced_as(vm, args[0], {vm.tuple({})});
  return vm.tuple(
      {vm.type_value(vm.type_of(args[0])), vm.tuple({self->sequence}), vm.integer(self->index)});
}

SIMUL_RARE Native reversed_set_state(Vm& vm, OwnedArgs args) {
  const Value sequence = args[0].as<ReversedObject>()->sequence;
  if (!sequence) co_return Value::none();
  const Value length = co_await vm.length(sequence);
  std::int64_t size = 0, index = 0;
  vm.to_int64(length, size);
  if (!index_of_state(vm, args[1], -1, size - 1, index)) co_return Raised{};
  args[0].as<ReversedObject>()->index = index;
  co_return Value::none();
}

// --- iter(callable, sentinel)
// ----------------------------------------------------------------------------------------

struct CallIterator : Container {
  Value callable;  // empty once exhausted
  Value sentinel;
};

void calls_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<CallIterator*>(self)->callable);
  visitor.visit(static_cast<CallIterator*>(self)->sentinel);
}

SIMUL_RARE Native calls_next_slowly(Vm& vm, Value self) {
  const Value callable = self.as<CallIterator>()->callable;
  Attempt result = co_await vm.attempt(vm.call(callable));
  if (!result.ok()) {
    if (!vm.matches(result.exception, vm.exceptions().StopIteration))
      co_return vm.raise_exception(result.exception);
    self.as<CallIterator>()->callable.reset();
    co_return finished(vm);
  }
  const Value sentinel = self.as<CallIterator>()->sentinel;
  if ((co_await vm.equal(result.value, sentinel)).is_true()) {
    self.as<CallIterator>()->callable.reset();
    co_return finished(vm);
  }
  co_return result.value;
}

Answer calls_next(Vm& vm, const Value& self) {
  if (!self.as<CallIterator>()->callable) return Answer::stop();
  return calls_next_slowly(vm, self);
}

Answer calls_reduce(Vm& vm, const CallArgs& args) {
  const auto* self = args[0].as<CallIterator>();
  if (!self->callable) return reduced(vm, "iter", vm.tuple({vm.tuple({})}));
  return reduced(vm, "iter", vm.tuple({self->callable, self->sentinel}));
}

}  // namespace

Value reduced(Vm& vm, const char* builtin, Value arguments, Value state) {
  const Value* found = vm.builtins_dict()->table.get(vm.name(builtin));
  const Value function = found == nullptr ? Value::none() : *found;
  if (!state) return vm.tuple({function, std::move(arguments)});
  return vm.tuple({function, std::move(arguments), std::move(state)});
}

bool index_of_state(
    Vm& vm, const Value& state, std::int64_t low, std::int64_t high, std::int64_t& index) {
  if (!is_int(vm, state)) {
    vm.raise_type_error("an integer is required");
    return false;
  }
  if (!size_argument(vm, state, index)) return false;
  index = std::max(low, std::min(index, high));
  return true;
}

bool answers_at_once(Vm& vm, const Value& iterator) {
  const Type* type = vm.type_of(iterator);
  const Types& types = vm.types();
  return type == types.list_iterator || type == types.tuple_iterator ||
         type == types.range_iterator || type == types.str_iterator ||
         type == types.dict_key_iterator || type == types.dict_item_iterator ||
         type == types.dict_value_iterator || type == types.set_iterator;
}

bool iterates_at_once(Vm& vm, const Value& iterable) {
  const Type* type = vm.type_of(iterable);
  const Types& types = vm.types();
  return type == types.list || type == types.tuple || type == types.range || type == types.str ||
         type == types.dict || type == types.dict_keys || type == types.dict_values ||
         type == types.dict_items || type == types.set || type == types.generator ||
         type == types.enumerate || type == types.zip || type == types.map ||
         answers_at_once(vm, iterable);
}

Answer make_reversed(Vm& vm, Type* cls, const CallArgs& args) {
  if (!no_keywords(vm, args, cls, vm.types().reversed, "reversed")) return Raised{};
  if (args.size() != 1)
    return vm.raise_type_error(cat("reversed expected 1 argument, got ", args.size()));
  Type* type = vm.type_of(args[0]);
  const Value* method = vm.lookup(type, vm.name("__reversed__"));
  if (method != nullptr && method->is_none()) {
    return vm.raise_type_error(cat("'", type->name, "' object is not reversible"));
  }
  if (method != nullptr) return vm.call_method(args[0], "__reversed__");
  const bool is_mapping = vm.is_kind_of(args[0], vm.types().dict);
  if (type->slots.get_item == nullptr || is_mapping || type == vm.types().type) {
    return vm.raise_type_error(cat("'", type->name, "' object is not reversible"));
  }
  if (type->slots.length == nullptr)
    return vm.raise_type_error(cat("object of type '", type->name, "' has no len()"));
  return reversed_make(vm, Value::share(cls), args[0]);
}

Value iterate_calls(Vm& vm, const Value& callable, const Value& sentinel) {
  auto* made = vm.heap().make<CallIterator>(vm.types().callable_iterator);
  made->callable = callable;
  made->sentinel = sentinel;
  return Value::adopt(made);
}

void install_iterators(Vm& vm) {
  install_range(vm);
  vm.define(vm.types().enumerate,
            {.name = "enumerate",
             .instance_size = sizeof(EnumerateObject),
             .flags = kSubclassable,
             .slots = {.destroy = destroy_as<EnumerateObject>,
                       .traverse = enumerate_traverse,
                       .iter = itself,
                       .next = enumerate_next,
                       .create = enumerate_create},
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"__reduce__", enumerate_reduce, 0, 0}}});
  const auto define_zip =
      [&](Type* type, const char* name, auto create, auto next, std::vector<NativeDef> methods) {
        vm.define(type,
                  {.name = name,
                   .instance_size = sizeof(ZipObject),
                   .flags = kSubclassable,
                   .slots = {.destroy = destroy_as<ZipObject>,
                             .traverse = zip_traverse,
                             .iter = itself,
                             .next = next,
                             .create = create},
                   .methods = std::move(methods)});
      };
  define_zip(vm.types().zip,
             "zip",
             zip_create,
             zip_next,
             {{"__reduce__", zip_reduce, 0, 0}, {"__setstate__", zip_set_state, 1, 1}});
  define_zip(vm.types().map, "map", map_create, map_next, {{"__reduce__", map_reduce, 0, 0}});
  define_zip(
      vm.types().filter, "filter", filter_create, filter_next, {{"__reduce__", map_reduce, 0, 0}});
  vm.define(vm.types().reversed,
            {.name = "reversed",
             .instance_size = sizeof(ReversedObject),
             .flags = kSubclassable,
             .slots = {.destroy = destroy_as<ReversedObject>,
                       .traverse = reversed_traverse,
                       .iter = itself,
                       .next = reversed_next,
                       .create = make_reversed},
             .methods = {{"__length_hint__", reversed_hint, 0, 0},
                         {"__reduce__", reversed_reduce, 0, 0},
                         {"__setstate__", reversed_set_state, 1, 1}}});
  vm.define(vm.types().callable_iterator,
            {.name = "callable_iterator",
             .instance_size = sizeof(CallIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<CallIterator>,
                       .traverse = calls_traverse,
                       .iter = itself,
                       .next = calls_next},
             .methods = {{"__reduce__", calls_reduce, 0, 0}}});
}

}  // namespace simul::vm

// What for, yield from, async for and await ask of a value: an iterator, the next item, an
// awaitable. Here, too, is the iterator of whatever has only __getitem__. Mirrors
// PyObject_GetIter() and its like of Objects/abstract.c, _PyCoro_GetAwaitableIter() of
// Objects/genobject.c, Objects/iterobject.c.
#include <limits>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/iterators.hpp"
#include "vm/slots.hpp"

namespace simul::vm {

namespace {

struct SequenceIterator : Container {
  Value sequence;
  std::int64_t index;
};

SIMUL_RARE Native sequence_next_slowly(Vm& vm, Value self) {
  auto* iterator = self.as<SequenceIterator>();
  Attempt item = co_await vm.attempt(vm.get_item(iterator->sequence, vm.integer(iterator->index)));
  iterator = self.as<SequenceIterator>();
  if (item.ok()) {
    ++iterator->index;
    co_return item.value;
  }
  if (vm.matches(item.exception, vm.exceptions().IndexError) ||
      vm.matches(item.exception, vm.exceptions().StopIteration)) {
    iterator->sequence.reset();
    vm.stop_value() = Value::none();
    co_return Answer::stop();
  }
  co_return vm.raise_exception(std::move(item.exception));
}
Answer sequence_next(Vm& vm, const Value& self) {
  if (!self.as<SequenceIterator>()->sequence) return Answer::stop();
  return sequence_next_slowly(vm, self);
}
SIMUL_RARE Answer sequence_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<SequenceIterator>();
  if (!iterator->sequence) return reduced(vm, "iter", vm.tuple({vm.tuple({})}));
  return reduced(vm, "iter", vm.tuple({iterator->sequence}), vm.integer(iterator->index));
}
Answer sequence_set_state(Vm& vm, const CallArgs& args) {
  std::int64_t index = 0;
  if (!index_of_state(vm, args[1], 0, std::numeric_limits<std::int64_t>::max(), index))
    return Raised{};
  if (args[0].as<SequenceIterator>()->sequence) args[0].as<SequenceIterator>()->index = index;
  return Value::none();
}
void sequence_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<SequenceIterator*>(object)->sequence);
}
Answer itself(Vm&, const Value& self) {
  return self;
}

}  // namespace

SIMUL_RARE void install_sequence_iterator(Vm& vm) {
  vm.define(vm.types().sequence_iterator,
            {.name = "iterator",
             .instance_size = sizeof(SequenceIterator),
             .slots = {.destroy = destroy_as<SequenceIterator>,
                       .traverse = sequence_traverse,
                       .iter = itself,
                       .next = sequence_next},
             .methods = {{"__reduce__", sequence_reduce, 0, 0},
                         {"__setstate__", sequence_set_state, 1, 1}}});
}

Answer Vm::iter(const Value& iterable) {
  Type* type = type_of(iterable);
  if (type->slots.iter != nullptr) return type->slots.iter(*this, iterable);
  if (type->slots.get_item != nullptr && !is_kind_of(iterable, types_.type) &&
      !is_kind_of(iterable, types_.dict)) {
    auto* iterator = heap_.make<SequenceIterator>(types_.sequence_iterator);
    iterator->sequence = iterable;
    iterator->index = 0;
    return Value::adopt(iterator);
  }
  return raise_type_error(cat("'", type->name, "' object is not iterable"));
}

Answer Vm::next_raw(const Value& iterator) {
  Type* type = type_of(iterator);
  if (type->slots.next == nullptr)
    return raise_type_error(cat("'", type->name, "' object is not an iterator"));
  stop_value_ = Value::none();
  return type->slots.next(*this, iterator);
}

Answer Vm::send_raw(const Value& iterator, const Value& value) {
  Type* type = type_of(iterator);
  if (type == types_.generator || type == types_.coroutine) {
    return send_to_generator(*this, iterator.as<GeneratorObject>(), value);
  }
  if (type == types_.coroutine_wrapper) {
    return send_to_generator(
        *this, iterator.as<CoroutineWrapper>()->coroutine.as<GeneratorObject>(), value);
  }
  if (value.is_none()) return next_raw(iterator);
  return call_method(iterator, internals_->names.send, CallArgs(&value, 1));
}

namespace {

SIMUL_RARE Native checked_await(Vm& vm, Value value) {
  Value iterator = co_await vm.type_of(value)->slots.await(vm, value);
  if (vm.is_exactly(iterator, vm.types().coroutine))
    co_return vm.raise_type_error("__await__() returned a coroutine");
  if (vm.type_of(iterator)->slots.next == nullptr) {
    co_return vm.raise_type_error(
        cat("__await__() returned non-iterator of type '", vm.type_name(iterator), "'"));
  }
  co_return iterator;
}

SIMUL_RARE Native checked_anext(Vm& vm, Value value) {
  Value awaitable = co_await vm.type_of(value)->slots.anext(vm, value);
  Attempt iterator = co_await vm.attempt(vm.get_awaitable(awaitable));
  if (iterator.ok()) co_return iterator.value;
  Value error = vm.make_exception(
      vm.exceptions().TypeError,
      cat("'async for' received an invalid object from __anext__: ", vm.type_name(awaitable)));
  error.as<ExceptionObject>()->cause = iterator.exception;
  error.as<ExceptionObject>()->context = iterator.exception;
  error.as<ExceptionObject>()->suppress_context = true;
  co_return vm.raise_exception(std::move(error));
}

SIMUL_RARE Native checked_aiter(Vm& vm, Value value) {
  Value iterator = co_await vm.type_of(value)->slots.aiter(vm, value);
  if (vm.type_of(iterator)->slots.anext == nullptr) {
    co_return vm.raise_type_error(
        cat("'async for' received an object from __aiter__ that does not implement __anext__: ",
            vm.type_name(iterator)));
  }
  co_return iterator;
}

}  // namespace

Answer Vm::get_awaitable(const Value& value) {
  Type* type = type_of(value);
  if (type == types_.coroutine) return value;
  if (type == types_.generator && value.as<GeneratorObject>()->frame() != nullptr &&
      (value.as<GeneratorObject>()->frame()->code->code->flags & bytecode::kIterableCoroutine) !=
          0) {
    return value;
  }
  if (type->slots.await == nullptr) {
    return raise_type_error(cat("object ", type->name, " can't be used in 'await' expression"));
  }
  if (type->has(kUserClass)) return checked_await(*this, value);
  return type->slots.await(*this, value);
}

Answer Vm::get_aiter(const Value& value) {
  Type* type = type_of(value);
  if (type->slots.aiter == nullptr) {
    return raise_type_error(
        cat("'async for' requires an object with __aiter__ method, got ", type->name));
  }
  if (type->has(kUserClass)) return checked_aiter(*this, value);
  return type->slots.aiter(*this, value);
}

Answer Vm::get_anext(const Value& value) {
  Type* type = type_of(value);
  if (type == types_.async_generator) return type->slots.anext(*this, value);
  if (type->slots.anext == nullptr) {
    return raise_type_error(
        cat("'async for' requires an iterator with __anext__ method, got ", type->name));
  }
  return checked_anext(*this, value);
}

}  // namespace simul::vm

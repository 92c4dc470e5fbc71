// The iterators of list, forwards and backwards. Mirrors the second half of Objects/listobject.c.
//
// Always holds: an iterator that has come to the end lets go of its list, and stays there.
#include <algorithm>

#include "base/rare.hpp"
#include "vm/iterators.hpp"
#include "vm/list_parts.hpp"

namespace simul::vm {
namespace {

Answer list_iterator_next(Vm&, const Value& self) {
  auto* iterator = self.as<ListIterator>();
  if (!iterator->list) return Answer::stop();
  const auto& items = items_of(iterator->list);
  if (iterator->index < items.size()) return items[iterator->index++];
  iterator->list.reset();
  return Answer::stop();
}

Answer list_reverse_next(Vm&, const Value& self) {
  auto* iterator = self.as<ListIterator>();
  if (!iterator->list) return Answer::stop();
  const auto& items = items_of(iterator->list);
  if (iterator->index > 0 && iterator->index <= items.size()) return items[--iterator->index];
  iterator->list.reset();
  return Answer::stop();
}

void list_iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<ListIterator*>(self)->list);
}
void list_iterator_clear(Object* self) {
  static_cast<ListIterator*>(self)->list.reset();
}

Answer list_iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return Value::small(0);
  if (vm.type_of(args[0]) == vm.types().list_reverse_iterator) {
    const bool within = iterator->index <= items_of(iterator->list).size();
    return vm.integer(static_cast<std::int64_t>(within ? iterator->index : 0));
  }
  const std::size_t size = items_of(iterator->list).size();
  return vm.integer(static_cast<std::int64_t>(size - std::min(size, iterator->index)));
}

SIMUL_RARE Answer list_iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return reduced(vm, "iter", vm.tuple({vm.list({})}));
  return reduced(vm,
                 "iter",
                 vm.tuple({iterator->list}),
                 vm.integer(static_cast<std::int64_t>(iterator->index)));
}
Answer list_iterator_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->list ? size_of(iterator->list) : 0;
  if (!index_of_state(vm, args[1], 0, size, index)) return Raised{};
  if (iterator->list) iterator->index = static_cast<std::size_t>(index);
  return Value::none();
}

// CPython's index is that of the next item, ours the one behind it.
SIMUL_RARE Answer list_reverse_reduce(Vm& vm, const CallArgs& args) {
  const auto* iterator = args[0].as<ListIterator>();
  if (!iterator->list) return reduced(vm, "iter", vm.tuple({vm.list({})}));
  return reduced(vm,
                 "reversed",
                 vm.tuple({iterator->list}),
                 vm.integer(static_cast<std::int64_t>(iterator->index) - 1));
}
Answer list_reverse_set_state(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<ListIterator>();
  std::int64_t index = 0;
  const std::int64_t size = iterator->list ? size_of(iterator->list) : 0;
  if (!index_of_state(vm, args[1], -1, size - 1, index)) return Raised{};
  if (iterator->list) iterator->index = static_cast<std::size_t>(index + 1);
  return Value::none();
}

Answer self_iter(Vm&, const Value& self) {
  return self;
}

}  // namespace

SIMUL_RARE void install_list_iterators(Vm& vm) {
  vm.define(vm.types().list_iterator,
            {.name = "list_iterator",
             .instance_size = sizeof(ListIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<ListIterator>,
                       .traverse = list_iterator_traverse,
                       .clear = list_iterator_clear,
                       .iter = self_iter,
                       .next = list_iterator_next},
             .methods = {{"__length_hint__", list_iterator_hint, 0, 0},
                         {"__reduce__", list_iterator_reduce, 0, 0},
                         {"__setstate__", list_iterator_set_state, 1, 1}}});
  vm.define(vm.types().list_reverse_iterator,
            {.name = "list_reverseiterator",
             .instance_size = sizeof(ListIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<ListIterator>,
                       .traverse = list_iterator_traverse,
                       .clear = list_iterator_clear,
                       .iter = self_iter,
                       .next = list_reverse_next},
             .methods = {{"__length_hint__", list_iterator_hint, 0, 0},
                         {"__reduce__", list_reverse_reduce, 0, 0},
                         {"__setstate__", list_reverse_set_state, 1, 1}}});
}

}  // namespace simul::vm

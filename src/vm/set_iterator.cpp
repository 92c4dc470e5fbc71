// The iterator of set and frozenset. Mirrors the iterator of Objects/setobject.c.
//
// Always holds: the order is that of the moment at which it began, and a set of another size by now
// is an error.
#include "vm/iterators.hpp"
#include "vm/set_parts.hpp"

namespace simul::vm::sets {

namespace {

struct SetIterator : Container {
  Value set;  // empty once exhausted
  std::vector<std::uint32_t> order;
  std::size_t place = 0;
  std::uint32_t version = 0;
  std::uint32_t size = 0;
};

}  // namespace

Answer iter(Vm& vm, const Value& self) {
  auto* iterator = vm.heap().make<SetIterator>(vm.types().set_iterator);
  iterator->set = self;
  iterator->order = set_order(*self.as<SetBody>());
  iterator->size = table(self).size();
  return Value::adopt(iterator);
}

namespace {

Answer iterator_next(Vm& vm, const Value& self) {
  auto* iterator = self.as<SetIterator>();
  if (!iterator->set) return Answer::stop();
  const Table& all = table(iterator->set);
  if (all.size() != iterator->size) {
    iterator->size = ~0u;
    return vm.raise(vm.exceptions().RuntimeError, "Set changed size during iteration");
  }
  while (iterator->place < iterator->order.size()) {
    const std::uint32_t at = iterator->order[iterator->place++];
    if (at < all.entries().size() && all.entries()[at].key) return all.entries()[at].key;
  }
  iterator->set.reset();
  return Answer::stop();
}

Answer iterator_hint(Vm& vm, const CallArgs& args) {
  auto* iterator = args[0].as<SetIterator>();
  const bool stands = iterator->set && table(iterator->set).size() == iterator->size;
  return vm.integer(
      static_cast<std::int64_t>(stands ? iterator->order.size() - iterator->place : 0));
}

// What is left of it, which stays where it is.
Answer iterator_reduce(Vm& vm, const CallArgs& args) {
  const auto* from = args[0].as<SetIterator>();
  auto* copied = vm.heap().make<SetIterator>(vm.types().set_iterator);
  const Value copy = Value::adopt(copied);
  copied->set = from->set;
  copied->order = from->order;
  copied->place = from->place;
  copied->size = from->size;
  std::vector<Value> left;
  while (true) {
    Answer item = iterator_next(vm, copy);
    if (item.raised()) return item;
    if (item.is_stop()) break;
    left.push_back(item.take());
  }
  return reduced(vm, "iter", vm.tuple({vm.list(std::move(left))}));
}

void iterator_traverse(Object* self, Visitor& visitor) {
  visitor.visit(static_cast<SetIterator*>(self)->set);
}

}  // namespace

void install_iterator(Vm& vm) {
  vm.define(vm.types().set_iterator,
            {.name = "set_iterator",
             .instance_size = sizeof(SetIterator),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<SetIterator>,
                       .traverse = iterator_traverse,
                       .iter = [](Vm&, const Value& self) -> Answer { return self; },
                       .next = iterator_next},
             .methods = {{"__length_hint__", iterator_hint, 0, 0},
                         {"__reduce__", iterator_reduce, 0, 0}}});
}

}  // namespace simul::vm::sets

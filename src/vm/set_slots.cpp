// set_slots.cpp - see set_slots.hpp.
#include "vm/set_slots.hpp"

#include <algorithm>

#include "vm/data.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

namespace {

bool knows_to(const Value& value, int depth) {
  if (value.is_small() || value.is_bool() || value.is_none()) return true;
  if (!value.is_object() || depth > 4) return false;
  const Types& types = value.object()->type->vm->types();
  const Type* type = value.object()->type;
  if (type == types.int_ || type == types.float_) return true;
  if (type != types.tuple) return false;
  return std::ranges::all_of(*value.as<TupleObject>(),
                             [depth](const Value& item) { return knows_to(item, depth + 1); });
}

// Calls `visit(slot)` along the way of this hash until it says true.
template <typename Visit>
void probe(std::size_t mask, Hash hash, Visit visit) {
  auto perturb = static_cast<std::uint64_t>(hash);
  auto i = static_cast<std::size_t>(perturb & mask);
  while (true) {
    const std::size_t probes = i + 9 <= mask ? 9 : 0;
    for (std::size_t k = 0; k <= probes; ++k)
      if (visit(i + k)) return;
    perturb >>= 5;
    i = static_cast<std::size_t>((i * 5 + 1 + perturb) & mask);
  }
}

}  // namespace

bool SetSlots::knows(const Value& key) {
  return knows_to(key, 0);
}

std::unique_ptr<SetSlots> SetSlots::replay(const Table& table) {
  for (const Table::Entry& entry : table.entries())
    if (entry.key && !knows(entry.key)) return nullptr;
  auto made = std::make_unique<SetSlots>();
  for (std::size_t at = 0; at < table.entries().size(); ++at) {
    if (!table.entries()[at].key) continue;
    made->place(static_cast<std::uint32_t>(at), table.entries()[at].hash);
    ++made->fill_;
    ++made->used_;
    if (made->fill_ * 5 >= (made->slots_.size() - 1) * 3)
      made->resize(table, made->used_ > 50000 ? made->used_ * 2 : made->used_ * 4);
  }
  return made;
}

void SetSlots::place(std::uint32_t at, Hash hash) {
  probe(slots_.size() - 1, hash, [&](std::size_t i) {
    if (slots_[i] != kFree) return false;
    slots_[i] = at;
    return true;
  });
}

void SetSlots::resize(const Table& table, std::uint32_t above) {
  std::size_t size = 8;
  while (size <= above) size <<= 1;
  std::vector<std::uint32_t> old(size, kFree);
  old.swap(slots_);
  for (const std::uint32_t each : old)
    if (each < kGone) place(each, table.entries()[each].hash);
  fill_ = used_;
}

void SetSlots::added(const Table& table, std::uint32_t before) {
  const auto last = static_cast<std::uint32_t>(table.entries().size() - 1);
  if (last != before) {
    // The table closed its holes: what is left has moved up, in the same order.
    std::vector<std::uint32_t> live;
    for (const std::uint32_t each : slots_)
      if (each < kGone) live.push_back(each);
    std::ranges::sort(live);
    for (std::uint32_t& each : slots_)
      if (each < kGone)
        each = static_cast<std::uint32_t>(std::ranges::lower_bound(live, each) - live.begin());
  }
  ++used_;
  // The last place on the way that something was taken out of is taken again.
  std::size_t at = slots_.size();
  probe(slots_.size() - 1, table.entries()[last].hash, [&](std::size_t i) {
    if (slots_[i] == kGone || (slots_[i] == kFree && at == slots_.size())) at = i;
    return slots_[i] == kFree;
  });
  const bool again = slots_[at] == kGone;
  slots_[at] = last;
  if (again) return;
  ++fill_;
  if (fill_ * 5 >= (slots_.size() - 1) * 3) resize(table, used_ > 50000 ? used_ * 2 : used_ * 4);
}

void SetSlots::removed(std::uint32_t at, Hash hash) {
  probe(slots_.size() - 1, hash, [&](std::size_t i) {
    if (slots_[i] != at) return false;
    slots_[i] = kGone;
    return true;
  });
  --used_;
}

std::uint32_t SetSlots::pop() {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = finger_ & mask;
  while (slots_[i] >= kGone) i = i == mask ? 0 : i + 1;
  const std::uint32_t at = slots_[i];
  slots_[i] = kGone;
  --used_;
  finger_ = static_cast<std::uint32_t>(i + 1);
  return at;
}

std::vector<std::uint32_t> SetSlots::order() const {
  std::vector<std::uint32_t> result;
  result.reserve(used_);
  for (const std::uint32_t each : slots_)
    if (each < kGone) result.push_back(each);
  return result;
}

void SetSlots::make_room(const Table& table, std::uint32_t more) {
  if ((fill_ + more) * 5 >= (slots_.size() - 1) * 3) resize(table, (used_ + more) * 2);
}

void SetSlots::shrink(const Table& table) {
  if (fill_ - used_ > (slots_.size() - 1) / 4) resize(table, used_ > 50000 ? used_ * 2 : used_ * 4);
}

void SetSlots::take_places(const SetSlots& other, const Table& table) {
  auto next = static_cast<std::uint32_t>(table.entries().size() - table.size());
  for (std::size_t i = 0; i < slots_.size(); ++i)
    if (other.slots_[i] < kGone) slots_[i] = next++;
  fill_ = used_ = table.size();
}

void SetSlots::fill(const Table& table) {
  for (std::size_t at = table.entries().size() - table.size(); at < table.entries().size(); ++at)
    place(static_cast<std::uint32_t>(at), table.entries()[at].hash);
  fill_ = used_ = table.size();
}

}  // namespace simul::vm

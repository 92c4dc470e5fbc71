// Table: see table.hpp. Small tables are searched in a line; from nine entries on an open-addressed
// index is kept.
#include "vm/table.hpp"

#include "vm/data.hpp"
#include "vm/heap.hpp"
#include "vm/object.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

namespace {

constexpr std::size_t kLinear = 8;

// No two tables that hold anything have the same shape, so that one which comes to lie where
// another one lay is not taken for it.
std::uint32_t last_shape = 0;

// Hashes that differ only in their high bits (0.5, 0.25, …; 1 << 40, 2 << 40, …) or lie at equal
// distances (addresses) must not end up side by side: the high half is folded onto the low one
// before the multiplication, which carries upwards only, and again after it.
std::size_t start_of(Hash hash, std::size_t mask) {
  auto bits = static_cast<std::uint64_t>(hash);
  bits = (bits ^ (bits >> 32)) * 0x9e3779b97f4a7c15ull;
  bits ^= bits >> 29;
  return static_cast<std::size_t>(bits >> 4) & mask;
}

// A key of a class derived from str that compares as str does is found by its text, too.
bool is_text(const Value& key, const StrObject* text) {
  const QuickEqual equal = quick_equal(key, Value::share(text));
  if (equal != QuickEqual::kAskPython || !key.is_object()) return equal == QuickEqual::kYes;
  const Type* type = key.object()->type;
  const Type* str = type->vm->types().str;
  return type->is_subtype_of(str) && type->slots.compare == str->slots.compare &&
         key.as<StrObject>()->text() == text->text();
}

}  // namespace

std::int32_t Table::find(const Value& key, Hash hash) const {
  if (index_.empty()) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      if (entry.hash != hash || !entry.key) continue;
      if (entry.key.is(key)) return static_cast<std::int32_t>(i);
      const QuickEqual equal = quick_equal(entry.key, key);
      if (equal == QuickEqual::kYes) return static_cast<std::int32_t>(i);
      if (equal == QuickEqual::kAskPython) return kAskPython;
    }
    return kAbsent;
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t i = start_of(hash, mask);; i = (i + 1) & mask) {
    const std::int32_t at = index_[i];
    if (at == kFree) return kAbsent;
    if (at == kDeleted) continue;
    const Entry& entry = entries_[static_cast<std::size_t>(at)];
    if (entry.hash != hash) continue;
    if (entry.key.is(key)) return at;
    const QuickEqual equal = quick_equal(entry.key, key);
    if (equal == QuickEqual::kYes) return at;
    if (equal == QuickEqual::kAskPython) return kAskPython;
  }
}

std::int32_t Table::find(const StrObject* key) const {
  const Hash hash = key->hash;
  const auto* object = static_cast<const Object*>(key);
  if (index_.empty()) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      if (entry.key.object() == object) return static_cast<std::int32_t>(i);
      if (entry.hash != hash || !entry.key) continue;
      if (is_text(entry.key, key)) return static_cast<std::int32_t>(i);
    }
    return kAbsent;
  }
  const std::size_t mask = index_.size() - 1;
  for (std::size_t i = start_of(hash, mask);; i = (i + 1) & mask) {
    const std::int32_t at = index_[i];
    if (at == kFree) return kAbsent;
    if (at == kDeleted) continue;
    const Entry& entry = entries_[static_cast<std::size_t>(at)];
    if (entry.key.object() == object) return at;
    if (entry.hash == hash && is_text(entry.key, key)) return at;
  }
}

std::int32_t Table::candidate(Hash hash, std::uint32_t* place) const {
  if (index_.empty()) {
    for (std::size_t i = *place; i < entries_.size(); ++i) {
      if (entries_[i].key && entries_[i].hash == hash) {
        *place = static_cast<std::uint32_t>(i + 1);
        return static_cast<std::int32_t>(i);
      }
    }
    *place = static_cast<std::uint32_t>(entries_.size());
    return kAbsent;
  }
  const std::size_t mask = index_.size() - 1;
  const std::size_t start = start_of(hash, mask);
  for (std::size_t step = *place; step <= mask; ++step) {
    const std::int32_t at = index_[(start + step) & mask];
    if (at == kFree) break;
    if (at == kDeleted || entries_[static_cast<std::size_t>(at)].hash != hash) continue;
    *place = static_cast<std::uint32_t>(step + 1);
    return at;
  }
  *place = static_cast<std::uint32_t>(mask + 1);
  return kAbsent;
}

void Table::insert_index(Hash hash, std::int32_t index) {
  const std::size_t mask = index_.size() - 1;
  std::size_t i = start_of(hash, mask);
  while (index_[i] >= 0) i = (i + 1) & mask;
  index_[i] = index;
}

void Table::grow() {
  if (live_ != entries_.size()) {
    std::size_t to = 0;
    for (std::size_t from = 0; from < entries_.size(); ++from) {
      if (!entries_[from].key) continue;
      if (to != from) entries_[to] = std::move(entries_[from]);
      ++to;
    }
    entries_.resize(to);
  }
  std::size_t wanted = 16;
  while (wanted < (entries_.size() + 1) * 3) wanted *= 2;
  index_.assign(wanted, kFree);
  recharge();
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    insert_index(entries_[i].hash, static_cast<std::int32_t>(i));
  }
}

void Table::take_name(const Value& key, Hash hash) {
  const Type* type = key.is_object() ? key.object()->type : nullptr;
  if (type == nullptr || type != type->vm->types().str || !shared_->take(hash)) share_nothing();
}

void Table::append(Value key, Hash hash, Value value) {
  if (shared_) take_name(key, hash);
  const bool indexed = !index_.empty();
  // Holes and deleted marks count too: a search must always meet a free place.
  if (indexed ? (entries_.size() + 1) * 3 > index_.size() * 2 : entries_.size() >= kLinear) {
    grow();
  }
  const bool grows = entries_.size() == entries_.capacity();
  entries_.push_back({hash, std::move(key), std::move(value)});
  if (grows) recharge();
  if (!index_.empty()) insert_index(hash, static_cast<std::int32_t>(entries_.size() - 1));
  ++live_;
  ++version_;
  shape_ = ++last_shape;
}

void Table::set(const Value& key, Hash hash, Value value) {
  const std::int32_t at = find(key, hash);
  if (at >= 0) {
    ++version_;
    Value old = std::exchange(entry(at).value, std::move(value));
    return;
  }
  append(key, hash, std::move(value));
}

void Table::set(const StrObject* key, Value value) {
  const std::int32_t at = find(key);
  if (at >= 0) {
    ++version_;
    Value old = std::exchange(entry(at).value, std::move(value));
    return;
  }
  append(Value::share(key), key->hash, std::move(value));
}

Value Table::remove(std::int32_t index) {
  Entry& gone = entry(index);
  if (!index_.empty()) {
    const std::size_t mask = index_.size() - 1;
    std::size_t i = start_of(gone.hash, mask);
    while (index_[i] != index) i = (i + 1) & mask;
    index_[i] = kDeleted;
  }
  Value key = std::move(gone.key);
  Value value = std::move(gone.value);
  --live_;
  ++version_;
  shape_ = ++last_shape;
  if (static_cast<std::size_t>(index) + 1 == entries_.size() && index_.empty()) {
    entries_.pop_back();
  } else if (live_ == 0) {
    entries_.clear();
    index_.clear();
  }
  return value;
}

bool Table::erase(const StrObject* key) {
  const std::int32_t at = find(key);
  if (at < 0) return false;
  Value dropped = remove(at);
  return true;
}

Table& Table::operator=(Table&& other) noexcept {
  if (this == &other) return *this;
  std::vector<Entry> old = std::move(entries_);
  entries_ = std::move(other.entries_);
  index_ = std::move(other.index_);
  other.entries_.clear();
  other.index_.clear();
  live_ = std::exchange(other.live_, 0);
  version_ = other.version_++;
  shape_ = std::exchange(other.shape_, ++last_shape);
  recharge();
  other.recharge();
  let_go(old);
  return *this;
}

void Table::recharge() {
  if (heap_ != nullptr) heap_->recharge(charged_, static_cast<std::size_t>(bytes()));
}

void Table::release() {
  if (heap_ != nullptr) heap_->recharge(charged_, 0);
}

// The first entry dies first, its key before its value, as in CPython: a vector of its own dies
// from its end in one C++ library and from its beginning in another.
void Table::let_go(std::vector<Entry>& entries) {
  for (Entry& each : entries) {
    each.key.reset();
    each.value.reset();
  }
}

void Table::clear() {
  std::vector<Entry> old = std::move(entries_);
  entries_.clear();
  index_.clear();
  recharge();
  live_ = 0;
  ++version_;
  shape_ = ++last_shape;
  let_go(old);
}

void Table::copy_from(const Table& other) {
  for (const Entry& each : other.entries_) {
    if (each.key) append(each.key, each.hash, each.value);
  }
}

void Table::traverse(Visitor& visitor) const {
  for (const Entry& each : entries_) {
    visitor.visit(each.key);
    visitor.visit(each.value);
  }
}

}  // namespace simul::vm

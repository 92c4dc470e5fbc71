// SharedKeys: the names that the instances of one class have in common. Mirrors the split tables of
// CPython (Objects/dictobject.c), where a class keeps the names and an instance only its values.
//
// Simul keeps each instance's names with their values; what this adds is which of them CPython
// would have in common, because one thing shows it: to delete an attribute that is not there is an
// error with the fields `name` and `obj`, and so with a suggestion, only where a dict was asked,
// and that is where the common names had no room. There are kMost of them; each instance that is
// made takes one place from those who come later, down to the last one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace simul::vm {

class Value;
class Vm;

class SharedKeys {
 public:
  // True if the name of this hash is in common now; false: no room. Two names of one hash would be
  // taken for one, but no two texts are known that have one.
  bool take(std::int64_t hash) {
    if (std::find(names_.begin(), names_.end(), hash) != names_.end()) return true;
    if (room_ <= 0) return false;
    --room_;
    names_.push_back(hash);
    return true;
  }
  void instance_made() {
    if (room_ > 1) --room_;
  }

 private:
  friend class SharedKeysRef;
  static constexpr std::int32_t kMost = 30;
  std::uint32_t holders_ = 0;
  std::int32_t room_ = kMost;
  std::vector<std::int64_t> names_;
};

// Classes hold them, and the dicts that share them, which may outlive the class.
class SharedKeysRef {
 public:
  SharedKeysRef() = default;
  SharedKeysRef(const SharedKeysRef& other) : keys_(other.keys_) {
    if (keys_ != nullptr) ++keys_->holders_;
  }
  SharedKeysRef(SharedKeysRef&& other) noexcept : keys_(std::exchange(other.keys_, nullptr)) {}
  SharedKeysRef& operator=(SharedKeysRef other) noexcept {
    std::swap(keys_, other.keys_);
    return *this;
  }
  ~SharedKeysRef() {
    if (keys_ != nullptr && --keys_->holders_ == 0) delete keys_;
  }
  static SharedKeysRef make() {
    SharedKeysRef made;
    made.keys_ = new SharedKeys();
    made.keys_->holders_ = 1;
    return made;
  }

  explicit operator bool() const { return keys_ != nullptr; }
  SharedKeys* operator->() const { return keys_; }
  SharedKeys& operator*() const { return *keys_; }

 private:
  SharedKeys* keys_ = nullptr;
};

// dir() puts the names of the classes into a copy of the instance's dict, and a copy shares, too.
void share_names_for_dir(Vm& vm, const Value& object);

}  // namespace simul::vm

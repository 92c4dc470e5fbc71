// src/asyncio/counted.hpp - intrusive reference counts for futures, tasks, handles and exceptions.
//
// CPython's asyncio relies on reference counts: a task nobody holds dies, and says so. So the core
// counts too, and holds references exactly where asyncio holds them. One thread, no atomics.
// Always holds: an object is born with no reference and dies in the decref() that drops the last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "asyncio/frame_pool.hpp"

namespace simul::asyncio {

class Counted {
 public:
  Counted() = default;
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

  void incref() { ++references_; }
  void decref() {
    if (--references_ == 0) dispose();
  }
  [[nodiscard]] std::uint32_t references() const { return references_; }

  static void* operator new(std::size_t size) { return ObjectPool::allocate(size); }
  static void operator delete(void* memory, std::size_t size) { ObjectPool::free(memory, size); }

 protected:
  virtual ~Counted() = default;
  // The last reference is gone. An override may speak last words (and even be held again by them).
  virtual void dispose() { delete this; }

 private:
  std::uint32_t references_ = 0;
};

// Holds one reference. A moved-from Ref is empty.
template <typename T>
class Ref {
 public:
  Ref() = default;
  Ref(std::nullptr_t) {}  // NOLINT: implicit on purpose
  Ref(T* object) : object_(object) {
    if (object_ != nullptr) object_->incref();
  }  // NOLINT
  Ref(const Ref& other) : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <typename U>
    requires(!std::is_same_v<U, T> && std::is_convertible_v<U*, T*>)
  Ref(const Ref<U>& other) : Ref(static_cast<T*>(other.get())) {}  // NOLINT
  template <typename U>
    requires(!std::is_same_v<U, T> && std::is_convertible_v<U*, T*>)
  Ref(Ref<U>&& other) noexcept : object_(other.detach()) {}  // NOLINT
  ~Ref() {
    if (object_ != nullptr) object_->decref();
  }
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }

  [[nodiscard]] T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  friend bool operator==(const Ref& left, const Ref& right) {
    return left.object_ == right.object_;
  }

  // Gives the reference away: the caller now owns it.
  [[nodiscard]] T* detach() { return std::exchange(object_, nullptr); }
  // Takes over a reference that somebody else gave away.
  [[nodiscard]] static Ref adopt(T* object) {
    Ref ref;
    ref.object_ = object;
    return ref;
  }

 private:
  T* object_ = nullptr;
};

template <typename T, typename... Args>
[[nodiscard]] Ref<T> make_counted(Args&&... args) {
  return Ref<T>(new T(std::forward<Args>(args)...));
}

}  // namespace simul::asyncio

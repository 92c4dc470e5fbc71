// src/syntax/arena.hpp - memory that one parsed module owns.
//
// Nodes, lists and texts are carved from blocks and all go at once with the arena; nothing in it
// has a destructor to run. Moving an arena keeps every address valid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace simul::syntax {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) noexcept = default;
  Arena& operator=(Arena&&) noexcept = default;

  void* allocate(size_t bytes, size_t alignment) {
    size_t start = (used_ + alignment - 1) & ~(alignment - 1);
    if (start + bytes > capacity_) {
      grow(bytes);
      start = 0;
    }
    used_ = start + bytes;
    total_ += bytes;
    return blocks_.back().get() + start;
  }

  template <typename T, typename... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  template <typename T>
  std::span<T> copy(std::span<const T> items) {
    static_assert(std::is_trivially_copyable_v<T>);
    if (items.empty()) return {};
    T* out = static_cast<T*>(allocate(items.size() * sizeof(T), alignof(T)));
    std::memcpy(static_cast<void*>(out), items.data(), items.size() * sizeof(T));
    return {out, items.size()};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {"", 0};
    char* out = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(out, text.data(), text.size());
    return {out, text.size()};
  }

  // Bytes handed out so far.
  [[nodiscard]] size_t total_bytes() const { return total_; }

 private:
  static constexpr size_t kBlockBytes = 64 * 1024;

  void grow(size_t at_least) {
    capacity_ = at_least > kBlockBytes ? at_least : kBlockBytes;
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(capacity_));
    used_ = 0;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  size_t used_ = 0;
  size_t capacity_ = 0;
  size_t total_ = 0;
};

}  // namespace simul::syntax

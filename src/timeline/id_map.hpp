// IdMap: what is known under an id. Ids of a run are small and come one after the other, so this is
// an array; ids that are not (a trace that somebody wrote by hand) go to a hash map.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "trace/event.hpp"

namespace simul::timeline {

class IdMap {
 public:
  static constexpr std::uint32_t kNothing = ~std::uint32_t{0};

  std::uint32_t get(trace::Id id) const {
    if (id < dense_.size()) return dense_[id];
    if (sparse_.empty()) return kNothing;
    auto found = sparse_.find(id);
    return found == sparse_.end() ? kNothing : found->second;
  }
  void set(trace::Id id, std::uint32_t value) {
    if (id >= dense_.size()) {
      if (id >= kSlack + 8 * ++stored_) {
        sparse_[id] = value;
        return;
      }
      grow(id);
    }
    dense_[id] = value;
  }

 private:
  static constexpr std::size_t kSlack = 4096;
  void grow(trace::Id id) {
    const std::size_t before = dense_.size();
    dense_.resize(std::size_t{id} + 1 + id / 2, kNothing);
    for (auto it = sparse_.begin(); it != sparse_.end();) {
      const bool fits = it->first >= before && it->first < dense_.size();
      if (fits) dense_[it->first] = it->second;
      it = fits ? sparse_.erase(it) : std::next(it);
    }
  }
  std::size_t stored_ = 0;  // ids that were beyond the array when they came
  std::vector<std::uint32_t> dense_;
  std::unordered_map<trace::Id, std::uint32_t> sparse_;
};

}  // namespace simul::timeline

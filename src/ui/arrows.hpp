// Who made, woke or cancelled whom, as arrows between lanes: for the task that is pointed at, for
// the one that is chosen and for those that are pinned. Never for all: a thousand arrows say
// nothing.
#pragma once

#include <set>
#include <vector>

#include "ui/timeline_frame.hpp"

namespace simul::ui {

class Arrows {
 public:
  void draw(Ui& ui,
            const TimelineFrame& frame,
            const Lanes& lanes,
            std::optional<timeline::Id> hovered);
  // The run may be another at the same place in memory.
  void forget() { of_ = nullptr; }

 private:
  const std::vector<std::size_t>& wanted(const Ui& ui,
                                         const Lanes& lanes,
                                         std::optional<timeline::Id> hovered);

  const timeline::Model* of_ = nullptr;
  std::set<timeline::Id> who_;
  std::size_t looked_ = 0;           // flows
  std::vector<std::size_t> wanted_;  // among them, those of `who_`
};

// Whether an arrow says "created", "woke", "cancelled", or "finished": the waking task had just
// ended, and the other goes on because of that.
enum class Arrow : std::uint8_t { kCreated, kWoke, kCancelled, kFinished };
Arrow kind_of(const timeline::Model& model, const timeline::Flow& flow);
std::string_view word(Arrow arrow);

}  // namespace simul::ui

// What a hand carries over the cards, where it may be put down, and the gesture that this is.
//
// No drawing and no commands: places in, gesture out. Where something is legal is composer's to
// say; this only picks the nearest such place.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "composer/cards.hpp"
#include "composer/gesture.hpp"
#include "ui/compose_layout.hpp"

namespace simul::ui {

class ComposeHand {
 public:
  enum class Carries : std::uint8_t {
    kEntry,  // of the palette
    kBlock,
    kWire,  // from a task, to where it is waited for
    kItem   // a call's end of a wire, to be cut
  };
  struct Target {
    std::optional<composer::Place> place = std::nullopt;
    int onto = -1;     // a block: to be wrapped, or to be wired to
    bool bin = false;  // away with it
    friend bool operator==(const Target&, const Target&) = default;
  };

  // From where to where: composer is asked once, at the begin.
  static ComposeHand entry(const composer::Cards& cards, composer::PaletteKind kind);
  static ComposeHand block(const composer::Cards& cards, int block);
  static ComposeHand wire(const composer::Cards& cards, int block);
  static ComposeHand item(const composer::Cards& cards, int block, int item);

  Carries carries() const { return carries_; }
  composer::PaletteKind kind() const { return kind_; }
  int block() const { return block_; }
  int item() const { return item_; }
  const std::string& title() const { return title_; }  // "Adding a sleep"
  const std::vector<composer::Place>& places() const { return places_; }
  const std::vector<int>& hosts() const { return hosts_; }
  bool may(const composer::Place& place) const;
  bool may_onto(int block) const;

  // What lies under a point of the layout, near enough to be meant; `outside`: the hand is beyond
  // the cards, where a wire's end is let go.
  std::optional<Target> find(const ComposeLayout& layout, double x, double y) const;
  // The gesture of putting it there; none: nothing comes of it.
  std::optional<composer::Gesture> gesture(const std::optional<Target>& target) const;

  std::optional<Target> target;
  double grab_x = 0, grab_y = 0;  // from its top left to where it was taken
  double wide = 0;                // how wide it was there
  bool moved = false;
  bool by_keys = false;  // no pointer carries it

 private:
  Carries carries_ = Carries::kEntry;
  composer::PaletteKind kind_ = composer::PaletteKind::kSleep;
  int block_ = -1, item_ = -1;
  std::string title_;
  std::vector<composer::Place> places_;
  std::vector<int> hosts_;
};

}  // namespace simul::ui

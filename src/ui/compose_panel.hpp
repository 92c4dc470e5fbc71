// Compose: the program as cards, and gestures on them that write it. A palette on the left, cards
// with their steps, wires to what they call, and what a gesture would write before it is let go.
//
// Changes no text: every gesture goes out as Command::kGesture, pending while a hand carries
// something, and comes back as the scene's pending edit and, once it was made, as other cards.
// Drawing is in compose_paint.cpp, where things stand in compose_layout, what a hand carries in
// compose_hand.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ui/compose_hand.hpp"
#include "ui/compose_layout.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

class ComposePanel {
 public:
  void draw(Ui& ui, const Rect& area);
  bool wheel(double x, double y, double dx, double dy);
  // A key while one of its items has the focus; true if it is one of its own. It takes effect in
  // the next frame.
  bool key(std::string_view key, bool ctrl, bool alt, std::string_view focused);
  bool carrying() const { return hand_.has_value() && (hand_->moved || hand_->by_keys); }
  // What is carried goes back to where it was.
  void cancel() { cancelled_ = hand_.has_value(); }

 private:
  enum class Key : std::uint8_t {
    kNone,
    kUp,
    kDown,
    kLeft,
    kRight,
    kEdit,
    kMenu,
    kDelete,
    kDuplicate,
    kMoveUp,
    kMoveDown
  };

  // ---- compose_panel.cpp
  void lay_out(Ui& ui);
  void palette(Ui& ui, const Rect& place, bool strip);
  void palette_entry(Ui& ui, composer::PaletteKind kind, const Rect& place, const Rect& clip);
  void cards(Ui& ui);
  void block_items(Ui& ui, const PlacedBlock& placed);
  void broken_items(Ui& ui);
  void beginnings(Ui& ui);
  void take(Ui& ui, ComposeHand hand, double x, double y, double wide);
  void carry(Ui& ui);
  void aim(Ui& ui, std::optional<ComposeHand::Target> target);
  void drop(Ui& ui, bool keep, bool aimed_now = false);
  void tell(Ui& ui, Trying trying, std::optional<composer::Gesture> gesture, std::string title);
  void edit(Ui& ui, const PlacedSlot& slot, std::string label);
  void obey(Ui& ui, Key key);
  void obey_in_hand(Ui& ui, Key key);
  void go(Ui& ui, const PlacedBlock* placed);
  static std::string id_of(const composer::Block& block);  // its item's
  Rect port(Ui& ui, const Rect& row);
  void begin(Ui& ui, ComposeHand hand);
  void begin_by_keys(Ui& ui, composer::PaletteKind kind);
  void scroll_to(const Rect& rect);
  // Place of a rectangle of the layout on the canvas.
  Rect seen(const Rect& rect) const;
  double left() const { return cards_.x - scroll_x_; }
  double top() const { return cards_.y - scroll_y_; }
  const PlacedBlock* focused_block(const Ui& ui) const;

  // ---- compose_paint.cpp
  void paint_card(Ui& ui, const PlacedCard& card);
  void paint_block(Ui& ui, const PlacedBlock& placed, bool focused, bool hovered);
  void paint_broken(Ui& ui, const PlacedBroken& placed, bool hovered);
  void paint_slot(Ui& ui, const PlacedSlot& slot, bool hovered);
  void paint_wires(Ui& ui);
  void paint_places(Ui& ui);
  void paint_hand(Ui& ui);
  void paint_bin(Ui& ui, const Rect& place);
  void paint_will_write(Ui& ui);

  std::shared_ptr<const composer::Cards> of_;
  ComposeLayout base_, open_;  // open_: with room where what is carried would go
  std::optional<composer::Place> opened_;
  double laid_width_ = 0;
  bool laid_narrow_ = false;
  const void* laid_font_ = nullptr;
  Rect area_, palette_, cards_;
  double scroll_x_ = 0, scroll_y_ = 0, palette_scroll_ = 0, palette_px_ = 0;
  std::optional<ComposeHand> hand_;
  bool cancelled_ = false, begun_ = false;
  bool spent_ = false;    // the press that goes on has done its part
  Rect cut_at_;           // of the wire's end that a press has begun to cut
  bool cuts_ = false;     // it was pressed in this frame
  bool follows_ = false;  // what was just written wants the focus
  std::uint32_t line_after_ = 0;
  int waits_ = 0;                                // frames until what a key wrote must be there
  std::deque<Key> keys_;                         // those that came since the last frame
  std::optional<composer::PaletteKind> sample_;  // whose code is shown
  std::string focused_before_;                   // the press that comes changes it
  int hovered_block_ = -1, hovered_item_ = -1;
  struct Pan {
    double x, y;
    bool moved = false;
  };
  std::optional<Pan> pan_;
};

// The colour of what a block does.
Token token_of(composer::BlockKind kind);
Token token_of(composer::PaletteKind kind);

}  // namespace simul::ui

// What may be done about a slice: a small mark at the slice that was clicked, and a menu at it,
// each entry with what it would write and with why it may not be. And a slice under a hand that
// pulls it onto the one before it, which opens the same menu.
//
// Asks only (Command::kOffer); what there is to offer comes with the scene, what an entry would do
// as the scene's pending edit. The mark is for fingers; right click, the menu key and M do the
// same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/slices_view.hpp"
#include "ui/timeline_frame.hpp"

namespace simul::ui {

// May something be done about a slice in this state?
bool has_offers(timeline::State state);

class SliceMenu {
 public:
  // A slice was clicked: its mark appears.
  void choose(const Ui& ui, const SlicesView::Seen& seen);
  // The menu of a slice.
  void open(Ui& ui, const SlicesView::Seen& seen);
  // From the keyboard: of the chosen task's slices that have one the next, or the one before.
  void open_next(Ui& ui, const TimelineFrame& frame, const SlicesView& slices, int step);

  // From the keyboard: of this slice.
  void open_of(Ui& ui,
               const TimelineFrame& frame,
               const SlicesView& slices,
               timeline::Id task,
               std::size_t slice);

  // The hand on the lanes. True while it pulls a slice, or may yet begin to. `whole`: the hand
  // cannot mean the picture, as all of it is seen.
  bool point(Ui& ui, const SlicesView& slices, const Touch& lanes, bool whole);
  // A hand that was waited for means the picture after all.
  bool gave_up() const { return gave_up_; }

  void draw_mark(Ui& ui, const TimelineFrame& frame, const SlicesView& slices);
  // Over everything else but the legend, which begins at legend_y, where there is room.
  void draw(Ui& ui, const Rect& canvas, double legend_y);
  bool is_open() const { return target_.has_value(); }
  bool pulling() const { return pull_.has_value() && pull_->moved; }
  // Does the open menu lie there?
  bool covers(double x, double y) const { return is_open() && !pulling() && box_.contains(x, y); }
  // A key while it is open; true if it is one of its own.
  bool key(std::string_view key, Items& items);
  void cancel() { cancelled_ = is_open() || pull_.has_value(); }
  void forget();

 private:
  struct Target {
    bool forecast = false;
    timeline::Id task = 0;
    std::size_t slice = 0, before = OfferWish::kNoSlice;
    Rect at;  // of the slice on the canvas
    friend bool operator==(const Target& a, const Target& b) {
      return a.forecast == b.forecast && a.task == b.task && a.slice == b.slice &&
             a.before == b.before;
    }
  };
  struct Pull {
    Target target;
    Rect onto;  // the slice before it
    bool moved = false, over = false;
  };
  static Target target_of(const Ui& ui, const SlicesView::Seen& seen);
  void ask(Ui& ui, const Target& target, bool by_keys);
  void tell(Ui& ui, Trying trying, int index);
  void close(Ui& ui, bool keep = false);
  void follow(Ui& ui);
  double row(Ui& ui, int index, const Offers::Offer& offer, double y);
  void counter(Ui& ui, const std::string& id, const Rect& row, int now);
  double preview(Ui& ui, double y, bool draw) const;

  std::optional<Target> chosen_, target_;
  std::optional<Pull> pull_;
  Rect box_;
  int tried_ = -1, pointed_ = -1;
  int count_ = 0;        // how many at once, of the entry that asks for it; 0: as it says itself
  int pressed_on_ = -1;  // the entry that was tried already when it was pressed
  bool cancelled_ = false, gave_up_ = false, fresh_ = false;
  std::optional<int> key_step_, key_count_;
};

}  // namespace simul::ui

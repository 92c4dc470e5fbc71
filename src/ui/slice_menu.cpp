#include "ui/slice_menu.hpp"

#include <algorithm>
#include <cmath>

#include "ui/pending_paint.hpp"

namespace simul::ui {

using timeline::State;
using timeline::Track;

namespace {

constexpr double kWide_px = 340, kRow_px = 28, kTouchRow_px = 40, kPad_px = 8, kHead_px = 26;
constexpr double kMarkWide_px = 26, kMarkHigh_px = 15, kTouchMark_px = 22;
constexpr double kPullFrom_px = 8, kLeastOver = 0.3;
constexpr std::size_t kMostLines = 6;
constexpr int kMostAtOnce = 99;

bool waits(State state) {
  return state == State::kSleeping || state == State::kWaiting || state == State::kDue;
}

// The last slice before `at` that the task waited in; kNoSlice: none.
std::size_t wait_before(const Track& track, std::size_t at) {
  while (at-- > 0) {
    const timeline::Slice& slice = track.slices[at];
    if (waits(slice.state) && slice.end_ns > slice.start_ns) return at;
  }
  return OfferWish::kNoSlice;
}

const SlicesView::Seen* find(const SlicesView& slices,
                             bool forecast,
                             timeline::Id task,
                             std::size_t slice) {
  for (const SlicesView::Seen& seen : forecast ? slices.foreseen() : slices.played()) {
    if (seen.track->task == task && seen.box.slice == slice) return &seen;
  }
  return nullptr;
}

}  // namespace

bool has_offers(State state) {
  return waits(state) || state == State::kBlocking;
}

SliceMenu::Target SliceMenu::target_of(const Ui& ui, const SlicesView::Seen& seen) {
  Target target;
  target.forecast = seen.model == ui.scene.forecast;
  target.task = seen.track->task;
  target.slice = seen.box.slice;
  target.at = seen.rect;
  return target;
}

void SliceMenu::choose(const Ui& ui, const SlicesView::Seen& seen) {
  chosen_.reset();
  const bool known = seen.model == ui.scene.run || seen.model == ui.scene.forecast;
  if (known && seen.track->task != 0 && has_offers(seen.box.state) && !ui.running())
    chosen_ = target_of(ui, seen);
}

void SliceMenu::open(Ui& ui, const SlicesView::Seen& seen) {
  choose(ui, seen);
  if (!chosen_ || ui.scene.pending != nullptr) return;
  ui.focus.selected = chosen_->task;
  ask(ui, *chosen_, false);
}

void SliceMenu::open_next(Ui& ui, const TimelineFrame& frame, const SlicesView& slices, int step) {
  const timeline::Model* model = ui.scene.run != nullptr ? ui.scene.run : ui.scene.forecast;
  // While something is tried its picture stands there: the slices are those from before.
  if (ui.running() || model == nullptr || ui.scene.pending != nullptr) return;
  const Track* track = ui.focus.selected ? model->track_of(*ui.focus.selected) : nullptr;
  for (const Track& each : model->tracks()) {
    if (track != nullptr && track->task != 0) break;
    if (each.task != 0) track = &each;
  }
  if (track == nullptr || track->task == 0) return;
  std::vector<std::size_t> all;
  std::optional<std::size_t> at;
  for (std::size_t i = 0; i < track->slices.size(); ++i) {
    const timeline::Slice& slice = track->slices[i];
    if (!has_offers(slice.state) || slice.end_ns <= slice.start_ns) continue;
    if (chosen_ && chosen_->task == track->task && chosen_->slice == i) at = all.size();
    all.push_back(i);
  }
  if (all.empty()) return;
  const std::size_t count = all.size();
  const std::size_t next = !at        ? (step > 0 ? 0 : count - 1)
                           : step > 0 ? (*at + 1) % count
                                      : (*at + count - 1) % count;
  open_of(ui, frame, slices, track->task, all[next]);
}

void SliceMenu::open_of(Ui& ui,
                        const TimelineFrame& frame,
                        const SlicesView& slices,
                        timeline::Id task,
                        std::size_t slice) {
  if (ui.running() || ui.scene.pending != nullptr) return;
  Target target;
  target.forecast = ui.scene.run == nullptr;
  target.task = task;
  target.slice = slice;
  const SlicesView::Seen* seen = find(slices, target.forecast, target.task, target.slice);
  target.at =
      seen != nullptr ? seen->rect : Rect{frame.lanes.x + frame.lanes.w / 2, frame.lanes.y, 1, 24};
  ui.focus.selected = task;
  ui.focus.selected_at_ns.reset();
  chosen_ = target;
  ask(ui, target, true);
}

void SliceMenu::ask(Ui& ui, const Target& target, bool by_keys) {
  target_ = target;
  tried_ = pointed_ = -1;
  count_ = 0;
  fresh_ = true;
  Command command{Command::Kind::kOffer};
  command.offer.asks = true;
  command.offer.forecast = target.forecast;
  command.offer.task = target.task;
  command.offer.slice = target.slice;
  command.offer.before = target.before;
  ui.commands.push_back(command);
  if (by_keys) {
    ui.items.focus("offer:0");
    ui.items.show_focus(true);
  }
  ui.again = true;
}

void SliceMenu::tell(Ui& ui, Trying trying, int index) {
  Command command{Command::Kind::kOffer};
  command.offer.trying = trying;
  command.offer.index = index;
  const Offers* offers = ui.scene.offers;
  if (offers != nullptr && index >= 0 && index < static_cast<int>(offers->all.size())) {
    const int usual = offers->all[static_cast<std::size_t>(index)].count;
    command.offer.count = usual > 0 && count_ > 0 ? count_ : usual;
  }
  ui.commands.push_back(command);
  ui.again = true;
}

void SliceMenu::close(Ui& ui, bool keep) {
  if (!keep) tell(ui, Trying::kCancel, -1);
  Command command{Command::Kind::kOffer};
  command.offer.asks = true;
  if (!keep) ui.commands.push_back(command);
  if (ui.items.focused().starts_with("offer:")) ui.items.drop_focus();
  target_.reset();
  pull_.reset();
  box_ = {};
  tried_ = -1;
  ui.again = true;
}

void SliceMenu::forget() {
  chosen_.reset();
}

// ---- the hand

bool SliceMenu::point(Ui& ui, const SlicesView& slices, const Touch& lanes, bool whole) {
  const Pointer& pointer = ui.items.pointer;
  gave_up_ = false;
  if (pull_) {
    if (pull_->moved) {
      ui.cursor = Cursor::kGrabbing;
      if (cancelled_) {
        cancelled_ = false;
        close(ui);
      } else if (pointer.down) {
        follow(ui);
      } else if (pull_->over) {
        pull_.reset();
        ui.items.focus("offer:0");
        ui.again = true;
      } else {
        close(ui);
      }
      return true;
    }
    const double dx = pointer.x - pointer.press_x, dy = pointer.y - pointer.press_y;
    if (!pointer.down) {
      pull_.reset();
    } else if (std::abs(dy) >= kPullFrom_px || dx >= kPullFrom_px) {
      pull_.reset();
      gave_up_ = true;
    } else if (dx <= -kPullFrom_px) {
      pull_->moved = true;
      ask(ui, pull_->target, false);
      return true;
    }
    return pull_.has_value();
  }
  if (!pointer.pressed || !lanes.held || !whole || pointer.shift || is_open() || ui.running() ||
      ui.scene.pending != nullptr)
    return false;
  const SlicesView::Seen* seen = slices.under(pointer.x, pointer.y);
  if (seen == nullptr || seen->track->task == 0 || seen->box.merged != 1 ||
      !waits(seen->box.state) || (seen->model != ui.scene.run && seen->model != ui.scene.forecast))
    return false;
  Pull pull;
  pull.target = target_of(ui, *seen);
  pull.target.before = wait_before(*seen->track, seen->box.slice);
  const SlicesView::Seen* onto =
      pull.target.before == OfferWish::kNoSlice
          ? nullptr
          : find(slices, pull.target.forecast, pull.target.task, pull.target.before);
  if (onto == nullptr) return false;
  pull.onto = onto->rect;
  pull_ = pull;
  return true;
}

void SliceMenu::follow(Ui& ui) {
  const Pointer& pointer = ui.items.pointer;
  const double left = pull_->target.at.x + std::min(0.0, pointer.x - pointer.press_x);
  const double least = kLeastOver * std::min(pull_->target.at.w, pull_->onto.w);
  pull_->over = left <= pull_->onto.right() - least;
  const int wanted = pull_->over ? 0 : -1;
  if (ui.scene.offers == nullptr || wanted == tried_) return;
  tried_ = wanted;
  tell(ui, Trying::kPending, wanted);
}

// ---- the mark

void SliceMenu::draw_mark(Ui& ui, const TimelineFrame& frame, const SlicesView& slices) {
  if (pulling()) {
    const Pointer& pointer = ui.items.pointer;
    Rect moved = pull_->target.at;
    moved.x += std::min(0.0, pointer.x - pointer.press_x);
    ui.paint.push_clip(frame.lanes);
    ui.paint.border(pull_->onto.inset(-2), Token::accent, measure::slice_radius_px + 1, 1.5);
    ui.paint.fill(moved, Token::accent, measure::slice_radius_px, pull_->over ? 0.35 : 0.2);
    ui.paint.border(moved, Token::accent, measure::slice_radius_px, 1.5);
    ui.paint.pop_clip();
    const std::string refusal =
        ui.scene.pending == nullptr || !pull_->over ? "" : ui.scene.pending->refusal;
    paint_pill(ui,
               frame,
               moved.x + moved.w / 2,
               moved.y,
               moved.h,
               pull_->over ? "Run these concurrently" : "Pull it onto the wait before it",
               "",
               refusal);
    return;
  }
  if (!chosen_ || is_open() || ui.running() || ui.scene.pending != nullptr) return;
  const SlicesView::Seen* seen = find(slices, chosen_->forecast, chosen_->task, chosen_->slice);
  if (seen == nullptr || !has_offers(seen->box.state)) return;
  const Rect clip = frame.lanes.cut(seen->clip);
  const Rect slice = seen->rect.cut(clip);
  if (slice.w <= 0 || slice.h < 8) return;
  const double high = ui.items.pointer.touch ? kTouchMark_px : kMarkHigh_px;
  Rect mark{
      slice.x + slice.w / 2 - kMarkWide_px / 2, slice.bottom() - high / 2 + 2, kMarkWide_px, high};
  mark.x = std::clamp(mark.x, clip.x, std::max(clip.x, clip.right() - mark.w));
  const Touch touch =
      ui.item("slice-offers", "What may be done about this slice of " + seen->track->name, mark);
  ui.paint.fill(mark, touch.hovered ? Token::selection : Token::raised, high / 2);
  ui.paint.border(mark, touch.hovered ? Token::accent : Token::line, high / 2);
  for (double x : {-6.0, 0.0, 6.0})
    ui.paint.disc(mark.x + mark.w / 2 + x, mark.middle_y(), 1.6, Token::text);
  if (touch.hovered) {
    ui.cursor = Cursor::kHand;
    ui.tooltip.clear();
    ui.explain(touch, "What may be done about it (M)", mark);
  }
  if (touch.clicked) {
    chosen_->at = seen->rect;
    ask(ui, *chosen_, touch.focused);
  }
}

// ---- the menu

bool SliceMenu::key(std::string_view key, Items& items) {
  if (!is_open() || pulling()) return false;
  if (key == "Escape") {
    cancelled_ = true;
    return true;
  }
  if (key == "ArrowLeft" || key == "ArrowRight") {
    key_count_ = key == "ArrowLeft" ? -1 : 1;
    return true;
  }
  if (key != "ArrowUp" && key != "ArrowDown" && key != "Tab") return false;
  key_step_ = key == "ArrowUp" ? -1 : 1;
  items.show_focus(true);
  return true;
}

double SliceMenu::row(Ui& ui, int index, const Offers::Offer& offer, double y) {
  const Pointer& pointer = ui.items.pointer;
  const double high = pointer.touch ? kTouchRow_px : kRow_px;
  const Rect row{box_.x + 4, y, box_.w - 8, high};
  const std::string id = "offer:" + std::to_string(index);
  const bool refused = !offer.refusal.empty();
  const bool counts = offer.count > 0 && !refused;
  const int count = count_ > 0 ? count_ : offer.count;
  std::string words = refused ? offer.title + ": no. " + offer.refusal : offer.title;
  if (counts) words += ": " + std::to_string(count) + ", the arrows change it";
  const Touch touch = ui.item(id, words, row, row);
  if (touch.hovered && !pointer.touch && !pointer.quiet) pointed_ = index;
  const bool on = tried_ == index;
  if (pointer.pressed && row.contains(pointer.x, pointer.y)) pressed_on_ = on ? index : -1;
  if (on) ui.paint.fill(row, Token::selection, measure::button_radius_px);
  ui.paint.text_in(Type::kButton,
                   {row.x + 10, row.y, row.w - 20, row.h},
                   offer.title,
                   refused ? Token::faint_text : Token::text);
  if (touch.hovered && !refused) ui.cursor = Cursor::kHand;
  if (counts) counter(ui, id, row, count);
  if (touch.clicked) {
    // A finger sees first what it would do; its own press is what shows it.
    const bool sure = !pointer.touch || pressed_on_ == index || touch.focused;
    pointed_ = index;
    if (sure && !refused) {
      tell(ui, Trying::kCommit, index);
      close(ui, true);
    }
  }
  return y + high;
}

// "- 2 +" at the end of its row.
void SliceMenu::counter(Ui& ui, const std::string& id, const Rect& row, int now) {
  const Pointer& pointer = ui.items.pointer;
  const double wide = pointer.touch ? kTouchRow_px : kRow_px;
  const Rect more{row.right() - wide, row.y, wide, row.h}, value{more.x - wide, row.y, wide, row.h};
  const Rect less{value.x - wide, row.y, wide, row.h};
  ui.paint.text_in(Type::kNumber, value, std::to_string(now), Token::text, Align::kMiddle);
  int step = 0;
  const auto button = [&](const Rect& place, const char* sign, const char* name, int by) {
    const Touch touch = ui.item(
        id + ":" + name, by > 0 ? "One more at once" : "One less at once", place, place, false);
    const Rect box = place.inset(4);
    const bool can = by > 0 ? now < kMostAtOnce : now > 1;
    if (touch.hovered && can) ui.paint.fill(box, Token::raised, measure::button_radius_px);
    ui.paint.border(
        box, touch.hovered && can ? Token::accent : Token::line, measure::button_radius_px);
    ui.paint.text_in(
        Type::kButton, box, sign, can ? Token::text : Token::faint_text, Align::kMiddle);
    if (touch.hovered || touch.held) pointed_ = std::atoi(id.c_str() + 6);
    if (touch.clicked && can) step = by;
  };
  button(less, "\xe2\x88\x92", "less", -1);
  button(more, "+", "more", 1);
  if (key_count_ && tried_ == std::atoi(id.c_str() + 6)) step = *key_count_;
  if (step == 0 || now + step < 1 || now + step > kMostAtOnce) return;
  count_ = now + step;
  tried_ = std::atoi(id.c_str() + 6);
  tell(ui, Trying::kPending, tried_);
}

// What the entry that is looked at would write, or why it may not be. Where it ends.
double SliceMenu::preview(Ui& ui, double y, bool draw) const {
  if (ui.scene.offers == nullptr || tried_ < 0 ||
      tried_ >= static_cast<int>(ui.scene.offers->all.size()))
    return y;
  const Offers::Offer& offer = ui.scene.offers->all[static_cast<std::size_t>(tried_)];
  const Rect place{box_.x + 14, y, box_.w - 28, 0};
  if (draw) ui.paint.hline(box_.x, y, box_.w, Token::line);
  y += 8;
  if (!offer.refusal.empty()) {
    if (draw)
      return ui.paint.paragraph(Type::kNote, place.x, y, place.w, offer.refusal, Token::due, 4) + 8;
    return y +
           ui.paint.paragraph(Type::kNote, -4000, -4000, place.w, offer.refusal, Token::due, 4) +
           4000 + 8;
  }
  const Pending* pending = ui.scene.pending;
  if (pending == nullptr) return y + kDiffLine_px + 6;
  if (draw)
    paint_diff(ui, place, pending->lines, kMostLines, y);
  else
    y += static_cast<double>(std::min(pending->lines.size(), kMostLines)) * kDiffLine_px;
  for (std::size_t i = 0; i < std::min<std::size_t>(pending->consequences.size(), 2); ++i) {
    if (draw)
      ui.paint.text_in(Type::kNote,
                       {place.x, y, place.w, kDiffLine_px},
                       pending->consequences[i],
                       i == 0 ? Token::due : Token::dim_text);
    y += kDiffLine_px;
  }
  return y + 6;
}

void SliceMenu::draw(Ui& ui, const Rect& canvas, double legend_y) {
  if (!is_open() || pulling()) return;
  const Pointer& pointer = ui.items.pointer;
  const bool elsewhere = pointer.pressed && !box_.contains(pointer.x, pointer.y) && !fresh_;
  if (std::exchange(cancelled_, false) || elsewhere) return close(ui);
  const Offers* offers = ui.scene.offers;
  if (offers == nullptr) {
    // The answer comes with the next scene; who had one and has it no more is closed.
    if (!fresh_) close(ui);
    return;
  }
  const int count = static_cast<int>(offers->all.size());
  if (key_step_) {
    int at = tried_;
    at = std::clamp(at + *std::exchange(key_step_, std::nullopt), 0, std::max(0, count - 1));
    ui.items.focus("offer:" + std::to_string(at));
    pointed_ = -1;
  }
  const double row_px = pointer.touch ? kTouchRow_px : kRow_px;
  box_.w = std::min(kWide_px, canvas.w - 16);
  const double rows = kHead_px + count * row_px + kPad_px;
  box_.h = count == 0 ? kHead_px + kPad_px : preview(ui, rows, false);
  const Rect& at = target_->at;
  box_.x =
      std::clamp(at.x + std::min(at.w, 40.0) / 2, 8.0, std::max(8.0, canvas.right() - box_.w - 8));
  // Below the slice, above it where that would cover the legend, beside it where neither has room,
  // and never outside. With room for what an entry would write, so that no row moves under a hand.
  const double most = std::max(box_.h, rows + 8 + 4 * kDiffLine_px);
  const double above = at.y - most - 8;
  const double low = legend_y > canvas.y ? legend_y - 4 : canvas.bottom() - 8;
  box_.y = at.bottom() + 10;
  if (box_.y + most > low) box_.y = above >= canvas.y + 8 ? above : low - most;
  box_.y = std::clamp(box_.y, canvas.y + 8, std::max(canvas.y + 8, canvas.bottom() - box_.h - 8));
  if (box_.y < at.bottom() && box_.bottom() > at.y) {
    if (at.right() + 10 + box_.w <= canvas.right() - 8)
      box_.x = at.right() + 10;
    else if (at.x - 10 - box_.w >= 8)
      box_.x = at.x - 10 - box_.w;
    else {
      // As on a phone: below the legend, and over it only where even that is too low. Never over
      // the slice: the finger that asked is still there.
      box_.y = legend_y + measure::legend_px + 4;
      if (box_.y + most > canvas.bottom() - 8) box_.y = at.bottom() + 10;
      box_.y =
          std::clamp(box_.y, canvas.y + 8, std::max(canvas.y + 8, canvas.bottom() - box_.h - 8));
    }
  }
  ui.tooltip.clear();
  const Touch ground = ui.item("offers", "What may be done: " + offers->about, box_, box_, false);
  static_cast<void>(ground);
  ui.paint.fill(box_, Token::panel, measure::card_radius_px);
  ui.paint.border(box_, Token::line, measure::card_radius_px);
  ui.paint.text_in(Type::kNote,
                   {box_.x + 14, box_.y + 2, box_.w - 28, kHead_px},
                   offers->about,
                   Token::dim_text);
  double y = box_.y + kHead_px;
  for (int i = 0; i < count && is_open(); ++i)
    y = row(ui, i, offers->all[static_cast<std::size_t>(i)], y);
  if (!is_open()) return;
  preview(ui, y + kPad_px, true);
  fresh_ = false;
  key_count_.reset();
  // Tried is what is pointed at, else what has the focus.
  int wanted = pointed_;
  const std::string& focused = ui.items.focused();
  if (wanted < 0 && focused.starts_with("offer:")) wanted = std::atoi(focused.c_str() + 6);
  if (wanted >= count) wanted = -1;
  if (wanted == tried_) return;
  tried_ = wanted;
  if (wanted >= 0) ui.items.focus("offer:" + std::to_string(wanted));
  tell(ui, Trying::kPending, wanted);
}

}  // namespace simul::ui

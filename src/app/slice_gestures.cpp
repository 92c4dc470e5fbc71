// The page's gestures on slices of the timeline: a sleep's end and a task's start under a hand, and
// what may be done about a slice.
//
// A gesture speaks of the picture as it was when it began: of the run, or of the forecast. While it
// is pending the picture is that of the text it would write.
#include "app/page.hpp"
#include "composer/rewrite.hpp"

namespace simul::app {

using session::Run;

namespace {
constexpr const char* kOtherText = "The text is no longer what ran: run it again first.";
}

void Page::drag_sleep(const ui::SleepEnd& wish, std::int64_t host_ns) {
  if (wish.trying != ui::Trying::kPending) return settle_gesture(wish.trying, host_ns);
  if (pending_.phase != session::PendingEdit::Phase::kPending) {
    const Run* of = wish.forecast ? session_.forecast() : session_.current();
    if (of == nullptr) return;
    sleep_ = session::sleep_edit(of->model(), of->source(), wish.task, wish.slice);
    if (of->source() != session_.source())
      sleep_.refusal = "The text is no longer what ran: run it again first.";
    begin_gesture(sleep_.title);
    pending_.line = sleep_.line;
    pending_.sentence = sleep_.sentence + " Release to keep, Esc to undo.";
  }
  if (!sleep_.refusal.empty()) return offer(Error{sleep_.refusal, {}});
  if (wish.seconds == wish.was_s) return offer(TextEdits());
  offer(composer::rewrite(pending_.source, composer::SetSeconds{sleep_.literal, wish.seconds}));
}

void Page::drag_start(const ui::TaskStart& wish, std::int64_t host_ns) {
  if (wish.trying != ui::Trying::kPending) return settle_gesture(wish.trying, host_ns);
  if (pending_.phase != session::PendingEdit::Phase::kPending) {
    const Run* of = wish.forecast ? session_.forecast() : session_.current();
    if (of == nullptr) return;
    start_ = session::start_edit(of->model(), of->source(), wish.task);
    if (of->source() != session_.source()) start_.refusal = kOtherText;
    begin_gesture(start_.title);
    pending_.line = start_.line;
    pending_.sentence = start_.sentence + " Release to keep, Esc to undo.";
  }
  if (!start_.refusal.empty()) return offer(Error{start_.refusal, {}});
  if (wish.by_s == 0) return offer(TextEdits());
  composer::SetStart start = start_.start;
  start.seconds += wish.by_s;
  if (start.seconds < -1e-9 && start_.start.seconds <= 0)
    return offer(Error{"Nothing in the text holds it back, so it cannot start earlier.", {}});
  offer(composer::rewrite(pending_.source, start));
}

void Page::ask_offers(const ui::OfferWish& wish) {
  offering_ = false;
  canvas_.view().want_frame();
  changes_ |= kFrame;
  const Run* of = wish.forecast ? session_.forecast() : session_.current();
  if (wish.task == 0 || of == nullptr) return;
  offers_ = session::slice_offers(
      of->model(),
      of->source(),
      wish.task,
      wish.slice,
      wish.before == ui::OfferWish::kNoSlice ? session::kNoSlice : wish.before);
  offering_ = true;
  shown_offers_ = {offers_.about, {}};
  for (session::SliceOffer& one : offers_.offers) {
    if (of->source() != session_.source()) one.refusal = kOtherText;
    shown_offers_.all.push_back({one.id, one.title, one.refusal, one.count});
  }
}

void Page::offer_for_slice(const ui::OfferWish& wish, std::int64_t host_ns) {
  if (wish.asks) return ask_offers(wish);
  if (wish.trying == ui::Trying::kCancel) return settle_gesture(wish.trying, host_ns);
  const auto index = static_cast<std::size_t>(wish.index);
  const bool known = offering_ && wish.index >= 0 && index < offers_.offers.size();
  if (pending_.phase != session::PendingEdit::Phase::kPending) {
    if (!known) return;
    begin_gesture(offers_.about);
    pending_.line = offers_.line;
    pending_.sentence = "Enter or click to write it, Esc to leave it.";
  }
  if (!known) {
    pending_.refusal.clear();
    offer(TextEdits());
  } else {
    const session::SliceOffer& one = offers_.offers[index];
    pending_.title = one.title;
    composer::Gesture gesture = one.gesture;
    if (auto* command = std::get_if<composer::Refactor>(&gesture);
        one.count > 0 && command != nullptr)
      command->number = wish.count;
    if (one.refusal.empty())
      offer(composer::rewrite(pending_.source, gesture));
    else
      offer(Error{one.refusal, {}});
  }
  if (wish.trying != ui::Trying::kCommit) return;
  offering_ = false;
  settle_gesture(wish.trying, host_ns);
}

// The run, or the forecast, that was made of the text as it is now.
const Run* Page::of_this_text() const {
  const bool forecast = session_.current() == nullptr || session_.edited();
  const Run* of = forecast ? session_.forecast() : session_.current();
  return of != nullptr && of->source() == session_.source() ? of : nullptr;
}

std::string Page::slice_offers(timeline::Id task, std::size_t slice) const {
  const Run* of = of_this_text();
  session::SliceOffers offers;
  if (of != nullptr)
    offers = session::slice_offers(of->model(), of->source(), task, slice);
  else
    offers.about = kOtherText;
  return session::slice_offers_json(session_.source(), offers);
}

void Page::open_step_menu(int block) {
  const Run* of = of_this_text();
  if (of == nullptr) return;
  const auto slices = session::slices_of_step(of->model(), of->source(), block, 1);
  if (!slices.empty()) canvas_.view().open_menu_of(slices[0].task, slices[0].slice);
}

std::string Page::step_slices(int block) const {
  const Run* of = of_this_text();
  if (of == nullptr) return session::step_slices_json({});
  return session::step_slices_json(session::slices_of_step(of->model(), of->source(), block));
}

}  // namespace simul::app

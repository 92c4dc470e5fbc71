// The page's gestures that write: what is pending between a hand's first move and the text's
// change, what would come of it, and its end.
#include <string>
#include <utility>

#include "app/page.hpp"
#include "composer/rewrite.hpp"
#include "session/gesture_story.hpp"

namespace simul::app {

using session::Run;

void Page::begin_gesture(std::string title) {
  const std::int32_t number = pending_.number + 1;
  pending_ = {};
  pending_.number = number;
  pending_.phase = session::PendingEdit::Phase::kPending;
  pending_.source = session_.source();
  pending_.title = std::move(title);
  changes_ |= kPending | kFrame;
}

// What the gesture would write now, or why it cannot.
void Page::offer(Result<TextEdits> edits) {
  changes_ |= kPending | kFrame;
  canvas_.view().want_frame();
  if (!edits.ok()) {
    pending_.edits = {};
    pending_.refusal = edits.error().message;
    session_.end_trial();
    return;
  }
  pending_.refusal.clear();
  if (pending_.edits.edits() == edits.value().edits()) return;
  pending_.edits = std::move(edits).value();
  if (pending_.edits.empty()) {
    session_.end_trial();
    canvas_.view().new_source();
    return;
  }
  Result<std::string> text = pending_.edits.apply(pending_.source);
  if (!text.ok() || !session_.try_source(std::move(text).value())) {
    pending_.refusal = "The program would not compile.";
    return;
  }
  // So that the next frame has it, at least its beginning.
  session_.foresee(host_now(), &Page::host_now, kForesee_ns);
  canvas_.view().new_source();
  // The rest wants to be computed: the page's next wake does it.
  if (!session_.trial_done()) changes_ |= kState;
}

void Page::settle_gesture(ui::Trying trying, std::int64_t host_ns) {
  using Phase = session::PendingEdit::Phase;
  if (pending_.phase != Phase::kPending) return;
  const bool keep = trying == ui::Trying::kCommit && pending_.refusal.empty() &&
                    !pending_.edits.empty() && pending_.source == session_.source();
  pending_.phase = keep ? Phase::kCommit : Phase::kCancel;
  // What runs is another program than the text says from here on.
  if (keep) session_.stop(host_ns);
  if (!keep) session_.end_trial();
  changes_ |= kPending | kFrame | kState;
  canvas_.view().want_frame();
  notice();
}

void Page::end_gesture() {
  const std::int32_t number = pending_.number;
  pending_ = {};
  pending_.number = number;
  session_.end_trial();
  canvas_.view().new_source();
  changes_ |= kPending | kFrame | kState;
  canvas_.view().want_frame();
}

void Page::pending_done(bool kept) {
  using Phase = session::PendingEdit::Phase;
  // The new text is on its way: until it is here the picture stays that of what was tried.
  if (pending_.phase == Phase::kCancel || (pending_.phase == Phase::kCommit && !kept))
    end_gesture();
}

void Page::cancel_gesture() {
  canvas_.view().cancel_gesture();
  if (pending_.phase == session::PendingEdit::Phase::kPending)
    settle_gesture(ui::Trying::kCancel, host_now());
}

void Page::compose(const ui::ComposeWish& wish, std::int64_t host_ns) {
  using Phase = session::PendingEdit::Phase;
  if (wish.trying == ui::Trying::kCancel) return settle_gesture(wish.trying, host_ns);
  if (pending_.phase != Phase::kPending) {
    begin_gesture(wish.title);
    pending_.sentence = "Release to keep, Esc to undo.";
  }
  if (!wish.gesture) {
    pending_.refusal.clear();
    offer(TextEdits());
  } else {
    offer(composer::rewrite(pending_.source, *wish.gesture, wish.stamp));
  }
  if (wish.trying != ui::Trying::kCommit) return;
  wrote_line_ = session::line_after(pending_.source, pending_.edits);
  settle_gesture(wish.trying, host_ns);
}

// What the edits are and what comes of them, in words.
void Page::tell_story() {
  shown_pending_.refusal = pending_.refusal;
  shown_pending_.lines.clear();
  for (session::DiffLine& line : session::diff_lines(pending_.source, pending_.edits))
    shown_pending_.lines.push_back({line.sign, std::move(line.text)});
  shown_pending_.line_after = session::line_after(pending_.source, pending_.edits);
  shown_pending_.consequences.clear();
  const Run *trial = session_.trial(), *before = session_.forecast();
  if (trial != nullptr && before != nullptr)
    shown_pending_.consequences = session::consequences(*before, *trial);
  std::string words;
  for (const std::string& one : shown_pending_.consequences)
    words += (words.empty() ? "" : "; ") + one;
  if (words == pending_.consequence) return;
  pending_.consequence = std::move(words);
  changes_ |= kPending;
}

// The picture is that of what the text would do, and of what it does.
bool Page::show_pending(ui::Scene& scene) {
  using Phase = session::PendingEdit::Phase;
  if (pending_.phase != Phase::kPending && pending_.phase != Phase::kCommit) return false;
  tell_story();
  scene.pending = &shown_pending_;
  const Run* trial = session_.trial();
  if (trial == nullptr || trial->trace().events.empty()) return false;
  const Run* before = session_.forecast();
  if (before == nullptr || before->trace().events.empty()) before = session_.current();
  scene.run = nullptr;
  scene.history = nullptr;
  scene.phase = ui::Phase::kIdle;
  scene.now_ns = 0;
  scene.forecast_note.clear();
  scene.forecast = &trial->model();
  scene.forecast_done = session_.trial_done();
  const auto ends = [](const Run& run) {
    return run.finished() && run.status() != session::Status::kLimit;
  };
  scene.forecast_end_ns = ends(*trial) ? trial->end_ns() : -1;
  if (before == nullptr) return true;
  scene.ghost = &before->model();
  scene.ghost_end_ns = ends(*before) ? before->end_ns() : before->model().end_ns();
  return true;
}

}  // namespace simul::app

#include "session/slice_offers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "base/json.hpp"
#include "composer/cards.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"
#include "composer/start.hpp"
#include "session/step_words.hpp"
#include "timeline/why.hpp"

namespace simul::session {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Cards;
using composer::Place;
using composer::Refactor;
using composer::RefactorKind;
using timeline::Id;
using timeline::Model;
using timeline::Slice;
using timeline::State;
using timeline::Track;

namespace {

constexpr double kLater_s = 0.5;
constexpr int kAtOnce = 2;

// The line where the task waits, and where its own coroutine stands meanwhile.
struct Lines {
  std::uint32_t own = 0, inner = 0;
  // Of the step that something may be done about.
  std::uint32_t of(State state) const { return state == State::kBlocking ? inner : own; }
};
Lines lines_of(const Model& model, Id task, const Slice& slice) {
  constexpr std::uint32_t kFarthest = 256;  // the step that ends there said what it waits for
  Lines lines{slice.line, slice.line};
  const auto& events = model.trace().events;
  for (std::uint32_t back = 0; back < kFarthest && back <= slice.event; ++back) {
    const std::uint32_t at = slice.event - back;
    if (at >= events.size()) return lines;
    const trace::Event& event = events[at];
    if (event.kind != asyncio::EventKind::kTaskWaits || event.subject != task) continue;
    if (event.line == slice.line && event.cause != 0) lines.own = event.cause;
    return lines;
  }
  return lines;
}

// The innermost step that the line is in; of several on one line one that waits.
int step_on(const Cards& cards, std::uint32_t line) {
  int found = -1;
  for (int id = 0; line != 0 && id < cards.blocks; ++id) {
    const Block* block = cards.block(id);
    if (block == nullptr || block->line > line || block->kind == BlockKind::kDefinition) continue;
    const auto more = std::count(block->text.begin(), block->text.end(), '\n');
    if (block->line + static_cast<std::uint32_t>(more) < line) continue;
    const Block* before = cards.block(found);
    const bool same_line = before != nullptr && before->line == block->line;
    if (same_line && before->needs_coroutine && !block->needs_coroutine) continue;
    found = id;
  }
  return found;
}

bool waits(State state) {
  return state == State::kSleeping || state == State::kWaiting || state == State::kDue;
}

class Offering {
 public:
  Offering(const Model& model, std::string_view source, const Track& track)
      : model_(model), source_(source), track_(track), cards_(composer::cards(source)) {}

  SliceOffers of(std::size_t at, std::size_t before) {
    const Slice& slice = track_.slices[at];
    const Lines lines = lines_of(model_, track_.task, slice);
    SliceOffers out;
    out.line = lines.of(slice.state);
    out.block = step_on(cards_, out.line);
    out.about = track_.name + ", " + std::string(word(slice.state)) + timeline::at_line(out.line);
    offers_ = &out.offers;
    if (before != kNoSlice) {
      pull(lines, lines_of(model_, track_.task, track_.slices[before]));
      return out;
    }
    if (slice.state == State::kBlocking) {
      unblock(out.block);
    } else if (waits(slice.state)) {
      neighbours(out.block);
      others(out.block, slice);
    }
    if (first_wait() == at) later();
    return out;
  }

 private:
  void add(std::string id, std::string title, composer::Gesture gesture) {
    const Result<TextEdits> edits = composer::rewrite(source_, gesture);
    std::string why = edits.ok() ? "" : sentence_of(edits.error().message);
    if (edits.ok() && edits.value().empty()) why = "It is so already.";
    offers_->push_back({std::move(id), std::move(title), std::move(why), std::move(gesture)});
  }
  void refuse(std::string id, std::string title, std::string why) {
    offers_->push_back({std::move(id), std::move(title), sentence_of(std::move(why)), Refactor{}});
  }
  static Refactor refactor(RefactorKind kind, int block, int last = -1) {
    Refactor out;
    out.kind = kind;
    out.block = block;
    out.last = last;
    return out;
  }

  void together(int first, int last) {
    add("sequential-to-gather",
        "Run these concurrently: gather",
        refactor(RefactorKind::kSequentialToGather, first, last));
    add("sequential-to-group",
        "Run these concurrently: TaskGroup",
        refactor(RefactorKind::kSequentialToGroup, first, last));
  }
  void not_together(const std::string& why) {
    refuse("sequential-to-gather", "Run these concurrently: gather", why);
    refuse("sequential-to-group", "Run these concurrently: TaskGroup", why);
  }

  // The slice onto the one before it: from the one's step to the other's.
  void pull(const Lines& slice, const Lines& before) {
    int last = step_on(cards_, slice.own), first = step_on(cards_, before.own);
    if (first == last) {
      last = step_on(cards_, slice.inner);
      first = step_on(cards_, before.inner);
    }
    if (first < 0 || last < 0) return not_together("these waits are not found in the text");
    if (first > last) std::swap(first, last);
    if (first == last)
      return not_together("both are the same step, line " +
                          std::to_string(cards_.block(last)->line) + ", which runs again");
    Place one, other;
    cards_.find(first, &one);
    cards_.find(last, &other);
    if (one.owner != other.owner || one.body != other.body)
      return not_together("line " + std::to_string(cards_.block(first)->line) + " and line " +
                          std::to_string(cards_.block(last)->line) +
                          " are not steps of the same block");
    together(first, last);
  }

  void neighbours(int block) {
    Place place;
    if (block < 0 || !cards_.find(block, &place))
      return not_together("this wait is not found in the text");
    const Body& body = *cards_.body(place);
    const auto awaits = [&](int index) {
      if (index < 0 || index >= static_cast<int>(body.blocks.size())) return false;
      const BlockKind kind = body.blocks[static_cast<std::size_t>(index)].kind;
      return kind == BlockKind::kCall || kind == BlockKind::kSleep;
    };
    if (cards_.block(block)->kind == BlockKind::kGather ||
        cards_.block(block)->kind == BlockKind::kGroup)
      return;
    if (!awaits(place.index)) return not_together("this is no await of one call");
    if (awaits(place.index + 1)) return together(block, -1);
    if (awaits(place.index - 1))
      return together(body.blocks[static_cast<std::size_t>(place.index) - 1].id, block);
    not_together("no other await stands directly before or behind it");
  }

  void others(int block, const Slice& slice) {
    if (block < 0) return;
    for (RefactorKind kind : composer::offered(cards_, block)) {
      switch (kind) {
        case RefactorKind::kGatherToSequential:
        case RefactorKind::kGatherToGroup:
        case RefactorKind::kGroupToGather:
        case RefactorKind::kGroupToSequential:
          add(std::string(composer::refactoring(kind).id),
              std::string(composer::refactoring(kind).title),
              refactor(kind, block));
          break;
        case RefactorKind::kLimit: {
          Refactor limit = refactor(kind, block);
          limit.number = kAtOnce;
          add(std::string(composer::refactoring(kind).id),
              std::string(composer::refactoring(kind).title),
              limit);
          offers_->back().count = kAtOnce;
          break;
        }
        default: break;
      }
    }
    // One that lets this wait end, as most people want, and one that shows what it does when not.
    const std::int64_t end = slice.end_ns == timeline::kOpen ? model_.end_ns() : slice.end_ns;
    const double lasts_s = static_cast<double>(end - slice.start_ns) / 1e9;
    Refactor timeout = refactor(RefactorKind::kAddTimeout, block);
    timeout.number = composer::snapped(std::max(0.01, lasts_s * 1.5));
    if (timeout.number <= lasts_s) timeout.number = composer::snapped(lasts_s * 2);
    add("add-timeout",
        "Wait for " + composer::delay_text(timeout.number, false) + " s at most (now " +
            composer::delay_text(std::round(lasts_s * 1e3) / 1e3, false) + " s)",
        timeout);
    timeout.number = composer::snapped(std::max(0.005, lasts_s / 2));
    if (timeout.number >= lasts_s) return;
    const std::string cut = composer::delay_text(timeout.number, false);
    add("cut-off", "Cut it off after " + cut + " s: raises TimeoutError", timeout);
    timeout.text = "caught";
    add("cut-off-caught", "Cut it off after " + cut + " s, and go on: try/except", timeout);
  }

  void unblock(int block) {
    if (block < 0)
      return refuse("unblock", "Let the others run", "what blocks is not found in the text");
    const Block& step = *cards_.block(block);
    if (step.kind == BlockKind::kBlocking)
      add("unblock",
          "Let the others run: await asyncio.sleep",
          refactor(RefactorKind::kUnblock, block));
    add("to-thread",
        "Let the others run: await asyncio.to_thread",
        refactor(RefactorKind::kToThread, block));
  }

  // Of the track's slices that wait, the first.
  std::size_t first_wait() const {
    for (std::size_t i = 0; i < track_.slices.size(); ++i) {
      if (waits(track_.slices[i].state) || track_.slices[i].state == State::kBlocking) return i;
    }
    return kNoSlice;
  }

  void later() {
    const StartEdit edit = start_edit(model_, source_, track_.task);
    const std::string by = composer::delay_text(kLater_s, false) + " s ";
    for (const bool back : {false, true}) {
      if (back && edit.start.seconds <= 0) continue;
      const std::string id = back ? "earlier" : "later";
      const std::string title = "Start " + track_.name + " " + by + id;
      if (!edit.refusal.empty()) {
        refuse(id, title, edit.refusal);
        continue;
      }
      composer::SetStart start = edit.start;
      start.seconds = std::max(0.0, start.seconds + (back ? -kLater_s : kLater_s));
      add(id, title, start);
    }
  }

  const Model& model_;
  std::string_view source_;
  const Track& track_;
  const Cards cards_;
  std::vector<SliceOffer>* offers_ = nullptr;
};

void write_gesture(JsonWriter& json, const composer::Gesture& gesture) {
  json.key("gesture").begin_object();
  if (const auto* refactor = std::get_if<Refactor>(&gesture)) {
    json.key("do").value("refactor");
    json.key("kind").value(composer::refactoring(refactor->kind).id);
    json.key("block").value(refactor->block).key("last").value(refactor->last);
    json.key("text").value(refactor->text).key("number").value(refactor->number);
  } else if (const auto* start = std::get_if<composer::SetStart>(&gesture)) {
    json.key("do").value("start").key("line").value(start->line);
    json.key("column").value(start->column).key("tasks").value(start->tasks);
    json.key("seconds").value(start->seconds);
  }
  json.end_object();
}

}  // namespace

SliceOffers slice_offers(const timeline::Model& model,
                         std::string_view source,
                         timeline::Id task,
                         std::size_t slice,
                         std::size_t before) {
  const Track* track = model.track_of(task);
  if (track == nullptr || task == 0 || slice >= track->slices.size() ||
      (before != kNoSlice && before >= track->slices.size())) {
    SliceOffers gone;
    gone.about = "This slice is no longer there.";
    return gone;
  }
  return Offering(model, source, *track).of(slice, before);
}

std::string slice_offers_json(std::string_view source, const SliceOffers& offers) {
  JsonWriter json;
  json.begin_object().key("about").value(offers.about).key("line").value(offers.line);
  json.key("block").value(offers.block).key("stamp").value(composer::stamp_of(source));
  json.key("offers").begin_array();
  for (const SliceOffer& offer : offers.offers) {
    json.begin_object().key("id").value(offer.id).key("title").value(offer.title);
    json.key("refused");
    offer.refusal.empty() ? json.null() : json.value(offer.refusal);
    json.key("count").value(offer.count);
    write_gesture(json, offer.gesture);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::vector<StepSlice> slices_of_step(const Model& model,
                                      std::string_view source,
                                      int block,
                                      std::size_t most) {
  constexpr std::size_t kLooked = 50'000;  // of a run with millions the first are enough
  const Cards cards = composer::cards(source);
  std::map<std::uint32_t, int> steps;  // by line
  std::vector<StepSlice> out;
  std::size_t looked = 0;
  for (const Track& track : model.tracks()) {
    if (track.task == 0) continue;
    for (std::size_t i = 0; i < track.slices.size(); ++i) {
      if (out.size() >= most || ++looked > kLooked) return out;
      const Slice& slice = track.slices[i];
      const std::int64_t end = slice.end_ns == timeline::kOpen ? model.end_ns() : slice.end_ns;
      if ((!waits(slice.state) && slice.state != State::kBlocking) || end <= slice.start_ns)
        continue;
      const std::uint32_t line = lines_of(model, track.task, slice).of(slice.state);
      const auto [step, fresh] = steps.try_emplace(line, -1);
      if (fresh) step->second = step_on(cards, line);
      if (step->second == block && block >= 0)
        out.push_back({track.task, i, track.name, slice.state, slice.start_ns, end});
    }
  }
  return out;
}

std::string step_slices_json(const std::vector<StepSlice>& slices) {
  JsonWriter json;
  json.begin_object().key("slices").begin_array();
  for (const StepSlice& one : slices) {
    json.begin_object().key("task").value(one.task).key("slice").value(
        static_cast<std::int64_t>(one.slice));
    json.key("name").value(one.name).key("state").value(word(one.state));
    json.key("start_s").value(static_cast<double>(one.start_ns) / 1e9);
    json.key("end_s").value(static_cast<double>(one.end_ns) / 1e9);
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

StartEdit start_edit(const timeline::Model& model, std::string_view source, timeline::Id task) {
  StartEdit edit;
  const Track* track = model.track_of(task);
  if (track == nullptr || task == 0) {
    edit.refusal = "This task is no longer there.";
    return edit;
  }
  edit.title = "Dragging the start of " + track->name;
  edit.start = {track->made_line, track->made_column, 0, 0};
  for (const Track& other : model.tracks()) {
    if (other.task != 0 && other.made_line == track->made_line &&
        other.made_column == track->made_column)
      ++edit.start.tasks;
  }
  const composer::StartDelay delay = composer::start_delay(source, edit.start);
  edit.line = delay.line;
  edit.refusal = sentence_of(delay.refusal);
  edit.sentence = sentence_of(delay.sentence);
  edit.start.seconds = delay.seconds;
  return edit;
}

}  // namespace simul::session

// What a person asked for on the canvas, as values: the page carries them out, tests compare them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/text_range.hpp"
#include "composer/cards.hpp"
#include "composer/gesture.hpp"
#include "timeline/model.hpp"
#include "ui/geometry.hpp"

namespace simul::ui {

// How a gesture that goes on under a hand stands: it would change this, it shall, it shall not.
enum class Trying : std::uint8_t { kPending, kCommit, kCancel };

// The end of a sleep is dragged: the sleeping slice of a track should last so long.
struct SleepEnd {
  Trying trying = Trying::kPending;
  bool forecast = false;  // of the scene's forecast, not of its run
  timeline::Id task = 0;
  std::size_t slice = 0;  // index in Track::slices of that model as it was when the drag began
  double seconds = 0;
  double was_s = 0;
  friend bool operator==(const SleepEnd&, const SleepEnd&) = default;
};

// The start of a task is dragged: it should start so much later, or earlier.
struct TaskStart {
  Trying trying = Trying::kPending;
  bool forecast = false;  // as SleepEnd
  timeline::Id task = 0;
  double by_s = 0;
  friend bool operator==(const TaskStart&, const TaskStart&) = default;
};

// What may be done about a slice is asked for (Scene::offers has the answer), or one of it is
// tried, made, taken back.
struct OfferWish {
  static constexpr std::size_t kNoSlice = ~std::size_t{0};
  bool asks = false;      // of a task 0: nobody looks at them any more
  bool forecast = false;  // as SleepEnd
  timeline::Id task = 0;
  std::size_t slice = 0;
  std::size_t before = kNoSlice;  // of the same track: that it is pulled onto
  Trying trying = Trying::kPending;
  int index = -1;  // of the offers; -1: none of them
  int count = 0;   // how many at once, of an offer that asks for it
  friend bool operator==(const OfferWish&, const OfferWish&) = default;
};

// What a gesture on the cards asks for: of the cards with this stamp.
struct ComposeWish {
  Trying trying = Trying::kPending;
  std::optional<composer::Gesture> gesture;  // none: the hand is where nothing can be done
  std::string title;                         // "Moving sleep"
  std::uint32_t stamp = 0;
};

// A piece of text is to be edited where it stands: the page puts a field over it.
struct FieldWish {
  Rect rect;        // in CSS pixels of the canvas
  TextRange range;  // in the text
  std::string text, label;
  composer::SlotKind kind = composer::SlotKind::kExpression;
  std::uint32_t stamp = 0;
};

struct Command {
  enum class Kind : std::uint8_t {
    kRun,  // from the beginning, also while one goes on
    kPause,
    kResume,
    kStop,
    kSpeed,      // value: how fast
    kMode,       // value: 0 live, 1 instant
    kStep,       // value: a timeline::StepKind; where the trace has no more, the program goes on
    kPanel,      // value: the height that the panel was pulled to; 0: shut
    kShowLine,   // value: the line, 1-based
    kSleepEnd,   // sleep
    kTaskStart,  // start
    kOffer,      // offer
    kStepMenu,   // value: a step; what may be done about its first slice
    kGesture,    // gesture
    kField,      // field
    kCores,      // value: of the processes that the run is compared with
    kSwitchInterval  // value: of the GIL, in milliseconds
  };
  Kind kind;
  double value = 0;
  SleepEnd sleep = {};
  TaskStart start = {};
  OfferWish offer = {};
  std::shared_ptr<const ComposeWish> gesture = nullptr;
  std::shared_ptr<const FieldWish> field = nullptr;
  // Something is tried or asked about: the picture has an answer to show.
  bool tries() const {
    return (kind == Kind::kSleepEnd && sleep.trying == Trying::kPending) ||
           (kind == Kind::kTaskStart && start.trying == Trying::kPending) ||
           (kind == Kind::kOffer && (offer.asks || offer.trying == Trying::kPending)) ||
           (kind == Kind::kGesture && gesture != nullptr && gesture->trying == Trying::kPending);
  }
  friend bool operator==(const Command&, const Command&) = default;
};

}  // namespace simul::ui

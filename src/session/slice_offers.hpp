// From a slice of the picture to what may be done about it in the program's text: run it together
// with its neighbour, put a time limit on it, wait without blocking, start later. Each with the
// gesture that does it, or the reason why not.
//
// The trace knows the line a task waits at and the line of its own coroutine; which step that is,
// and what may be done with it, is composer's to say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "composer/gesture.hpp"
#include "timeline/model.hpp"

namespace simul::session {

struct SliceOffer {
  std::string id;       // stable: "sequential-to-gather", "add-timeout", "to-thread", "later", ...
  std::string title;    // an order: "Run these together (gather)"
  std::string refusal;  // why not, a sentence; empty: it may be done
  composer::Gesture gesture;
  int count = 0;  // it asks how many at once: Refactor::number, this unless another is chosen
};

struct SliceOffers {
  std::string about;       // "B sleeps, line 7"
  std::uint32_t line = 0;  // of the step, 1-based; 0: none was found
  int block = -1;          // the step, as composer numbers them; -1: none
  std::vector<SliceOffer> offers;
};

inline constexpr std::size_t kNoSlice = ~std::size_t{0};

// `source`: the text that the model's run was made of. slice: index in Track::slices. before: the
// slice of the same track that it is pulled onto; kNoSlice: it is not, and its neighbours in the
// text are meant. With it only what makes the two run together is offered.
SliceOffers slice_offers(const timeline::Model& model,
                         std::string_view source,
                         timeline::Id task,
                         std::size_t slice,
                         std::size_t before = kNoSlice);

// {"about":"...","line":n,"block":n,"stamp":n,"offers":[{"id","title","refused":"..."|null,
//  "count":n,"gesture":{"do":...}}]}; count 0: it asks for none; gesture as gesture_json() takes
//  it.
std::string slice_offers_json(std::string_view source, const SliceOffers& offers);

// The slices in which a task stood at a step of the text and may be helped, in the order of time,
// each task's together. At most `most`.
struct StepSlice {
  timeline::Id task = 0;
  std::size_t slice = 0;  // index in Track::slices
  std::string name;       // of the task: "B"
  timeline::State state = timeline::State::kSleeping;
  std::int64_t start_ns = 0, end_ns = 0;
};
std::vector<StepSlice> slices_of_step(const timeline::Model& model,
                                      std::string_view source,
                                      int block,
                                      std::size_t most = 60);

// {"slices":[{"task":n,"slice":n,"name":"B","state":"sleeping","start_s":n,"end_s":n}]}
std::string step_slices_json(const std::vector<StepSlice>& slices);

// The start of a task under a hand.
struct StartEdit {
  composer::SetStart start;  // with the seconds it is held back now
  std::uint32_t line = 0;
  std::string title, sentence, refusal;
};
StartEdit start_edit(const timeline::Model& model, std::string_view source, timeline::Id task);

}  // namespace simul::session

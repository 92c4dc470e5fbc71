#include "session/sleep_edit.hpp"

#include "composer/provenance.hpp"

namespace simul::session {

using timeline::Id;
using timeline::Model;
using timeline::State;
using timeline::Track;

namespace {

constexpr std::size_t kLongestChain = 64;

// The calls that made the task's coroutine, its parent's and so on, each with how often it had been
// made before.
std::vector<composer::CallSite> chain_of(const Model& model, const Track* track) {
  std::vector<composer::CallSite> chain;
  while (track != nullptr && track->task != 0 && chain.size() < kLongestChain) {
    composer::CallSite site{track->made_line, track->made_column, 0};
    for (const Track& other : model.tracks()) {
      if (other.created_event >= track->created_event) continue;
      if (other.task == 0 || other.parent != track->parent) continue;
      if (other.made_line == site.line && other.made_column == site.column) ++site.nth;
    }
    chain.push_back(site);
    const Id parent = track->parent;
    track = parent == 0 ? nullptr : model.track_of(parent);
  }
  return chain;
}

}  // namespace

SleepEdit sleep_edit(const timeline::Model& model,
                     std::string_view source,
                     timeline::Id task,
                     std::size_t slice) {
  SleepEdit edit;
  const Track* track = model.track_of(task);
  if (track == nullptr || slice >= track->slices.size() ||
      track->slices[slice].state != State::kSleeping) {
    edit.refusal = "This sleep is no longer there.";
    return edit;
  }
  edit.title = "Dragging the end of " + track->name + "'s sleep";
  const std::uint32_t line = track->slices[slice].line;
  // Which round of a loop it is: so many times the task has slept on this line before.
  composer::CallSite at{line, 0, 0};
  for (std::size_t i = 0; i < slice; ++i) {
    const timeline::Slice& other = track->slices[i];
    if (other.state == State::kSleeping && other.line == line) ++at.nth;
  }
  const composer::Origin origin = composer::provenance(source, at, chain_of(model, track));
  edit.line = origin.line != 0 ? origin.line : line;
  std::string sentence = origin.sentence.empty()
                             ? "The number is in line " + std::to_string(edit.line)
                             : origin.sentence;
  sentence[0] = static_cast<char>(sentence[0] >= 'a' && sentence[0] <= 'z' && origin.name.empty()
                                      ? sentence[0] - 'a' + 'A'
                                      : sentence[0]);
  if (!sentence.ends_with('.')) sentence += '.';
  if (!origin.exact) {
    edit.refusal = std::move(sentence);
    return edit;
  }
  edit.literal = origin.literal;
  edit.sentence = std::move(sentence);
  return edit;
}

}  // namespace simul::session

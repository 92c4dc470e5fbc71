#include "timeline/layout.hpp"

#include <algorithm>
#include <cmath>

namespace simul::timeline {
namespace {

// Neighbours that are together thinner than a pixel: one box, in the colour of the state that takes
// most of it.
class Merger {
 public:
  Merger(std::vector<Box>& boxes, double min_px) : boxes_(boxes), min_px_(min_px) {}

  void add(const Box& box) {
    if (box.mark || box.width_px >= min_px_) {
      flush();
      boxes_.push_back(box);
      return;
    }
    if (pending_ && box.x_px > first_.x_px + min_px_) flush();
    if (!pending_) {
      first_ = box;
      share_ = {};
      pending_ = true;
    } else {
      ++first_.merged;
      first_.end_ns = box.end_ns;
    }
    share_[static_cast<std::size_t>(box.state)] += box.width_px;
  }

  // The quick way for the many that a picture far out has: a stretch that is thinner than a pixel
  // and begins before the merged bar that is being made must end. False: it is for add().
  bool absorb(std::int64_t from, std::int64_t to, State state, const Viewport& view) {
    if (!pending_ || static_cast<double>(from) > until_ns_) return false;
    const double width_px = static_cast<double>(to - from) / view.ns_per_px;
    if (width_px >= min_px_) return false;
    ++first_.merged;
    first_.end_ns = to;
    share_[static_cast<std::size_t>(state)] += width_px;
    return true;
  }
  // While a bar is being made: up to when another may begin and still be of it.
  void until(const Viewport& view) {
    until_ns_ = view.start_ns + (first_.x_px + min_px_) * view.ns_per_px;
  }

  // Many at once, all thinner than a pixel together.
  void add(const Box& box, const std::array<double, kStates>& share_px) {
    if (pending_ && box.x_px > first_.x_px + min_px_) flush();
    if (!pending_) {
      first_ = box;
      share_ = {};
      pending_ = true;
    } else {
      first_.merged += box.merged;
      first_.end_ns = box.end_ns;
    }
    for (std::size_t i = 0; i < share_px.size(); ++i) share_[i] += share_px[i];
    right_px_ = box.x_px + box.width_px;  // the next block may begin up to its width later
  }

  void flush() {
    if (!pending_) return;
    pending_ = false;
    auto most = std::max_element(share_.begin(), share_.end());
    first_.state = static_cast<State>(most - share_.begin());
    first_.width_px = std::max(min_px_, right_px_ - first_.x_px);
    right_px_ = -1e9;
    boxes_.push_back(first_);
  }

 private:
  std::vector<Box>& boxes_;
  double min_px_;
  bool pending_ = false;
  Box first_;
  std::array<double, kStates> share_{};
  double right_px_ = -1e9;
  double until_ns_ = 0;
};

constexpr double kUnseen_px = 0.25;      // a block that is thinner is not looked into
constexpr std::size_t kStillChange = 4;  // slices at the end of a track

}  // namespace

void Density::update(const Track& track) {
  const auto& slices = track.slices;
  auto& finest = levels_[0];
  while ((finest.size() + 1) * kBlock + kStillChange <= slices.size()) {
    Block block;
    for (std::size_t i = finest.size() * kBlock; i < (finest.size() + 1) * kBlock; ++i) {
      const Slice& slice = slices[i];
      block.steps += slice.state == State::kRunning ? 1 : 0;
      const bool splits =
          slice.state == State::kSleeping && slice.due_ns != kNone && slice.due_ns < slice.end_ns;
      const std::int64_t due = splits ? std::max(slice.due_ns, slice.start_ns) : slice.end_ns;
      block.share_ns[static_cast<std::size_t>(slice.state)] +=
          static_cast<double>(due - slice.start_ns);
      block.share_ns[static_cast<std::size_t>(State::kDue)] +=
          static_cast<double>(slice.end_ns - due);
    }
    finest.push_back(block);
  }
  for (std::size_t level = 1; level < kLevels; ++level) {
    const auto& below = levels_[level - 1];
    auto& blocks = levels_[level];
    while ((blocks.size() + 1) * kBlock <= below.size()) {
      Block sum;
      for (std::size_t i = blocks.size() * kBlock; i < (blocks.size() + 1) * kBlock; ++i) {
        sum.steps += below[i].steps;
        for (std::size_t s = 0; s < kStates; ++s) sum.share_ns[s] += below[i].share_ns[s];
      }
      blocks.push_back(sum);
    }
  }
}

void lay_track(std::vector<Box>& out,
               const Track& track,
               const Viewport& view,
               const LayoutOptions& options,
               const Density* density) {
  double y_px = (options.track_px - options.slice_px) / 2;
  Merger merger(out, options.min_px);
  std::vector<Box> marks;  // over the bars, so that a short step is never hidden by what follows it
  double marked_until_ns = -1e18;  // a step that begins before it is of the last mark
  const double mark_ns = options.mark_px * view.ns_per_px;
  const auto new_mark = [&](const Box& mark) {
    marked_until_ns = static_cast<double>(mark.start_ns) + mark_ns / 2;
    marks.push_back(mark);
  };

  auto put =
      [&](const Slice& slice, std::size_t index, State state, std::int64_t from, std::int64_t to) {
        const bool mark =
            slice.state == State::kRunning && static_cast<double>(to - from) < mark_ns;
        if (mark) {
          if (static_cast<double>(from) < marked_until_ns) {
            ++marks.back().merged;
            marks.back().end_ns = to;
            return;
          }
        } else if (merger.absorb(from, to, state, view)) {
          return;
        }
        Box box;
        box.state = state;
        box.slice = index;
        box.start_ns = from;
        box.end_ns = to;
        box.y_px = y_px;
        box.height_px = options.slice_px;
        box.x_px = view.to_px(from);
        box.width_px = view.to_px(to) - box.x_px;
        if (mark) {
          box.mark = true;
          box.width_px = options.mark_px;
          new_mark(box);
          return;
        }
        merger.add(box);
        merger.until(view);
      };

  // A block of slices too thin to be told apart; false if it is not.
  auto put_block = [&](std::size_t level, std::size_t index) {
    const std::size_t span = Density::span(level);
    const Density::Block* block = density->block(level, index / span);
    if (block == nullptr) return false;
    const Slice& first = track.slices[index];
    const Slice& last = track.slices[index + span - 1];
    if (last.end_ns > options.now_ns || static_cast<double>(last.start_ns) > view.end_ns())
      return false;
    Box box;
    box.slice = index;
    box.start_ns = first.start_ns;
    box.end_ns = last.end_ns;
    box.y_px = y_px;
    box.height_px = options.slice_px;
    box.x_px = view.to_px(first.start_ns);
    box.width_px = view.to_px(last.end_ns) - box.x_px;
    if (box.width_px > kUnseen_px) return false;
    if (block->steps > 0) {
      if (static_cast<double>(first.start_ns) < marked_until_ns) {
        marks.back().merged += block->steps;
        marks.back().end_ns = last.end_ns;
      } else {
        Box mark = box;
        while (track.slices[mark.slice].state != State::kRunning) ++mark.slice;
        mark.merged = block->steps;
        mark.mark = true;
        mark.width_px = options.mark_px;
        new_mark(mark);
      }
    }
    box.merged = static_cast<std::uint32_t>(span) - block->steps;
    if (box.merged == 0) return true;
    std::array<double, kStates> share_px = block->share_ns;
    share_px[static_cast<std::size_t>(State::kRunning)] = 0;
    for (double& share : share_px) share /= view.ns_per_px;
    merger.add(box, share_px);
    merger.until(view);
    return true;
  };
  // The widest block that begins here and is too thin: how many slices it took, 0 for none.
  auto skip = [&](std::size_t index) -> std::size_t {
    if (density == nullptr || index % Density::kBlock != 0) return 0;
    for (std::size_t level = Density::kLevels; level-- > 0;) {
      if (index % Density::span(level) == 0 && put_block(level, index)) return Density::span(level);
    }
    return 0;
  };

  auto begin = std::lower_bound(
      track.slices.begin(), track.slices.end(), view.start_ns, [](const Slice& s, double t) {
        return static_cast<double>(s.end_ns) < t;
      });
  for (auto slice = begin; slice != track.slices.end(); ++slice) {
    if (std::size_t taken = skip(static_cast<std::size_t>(slice - track.slices.begin()))) {
      slice += static_cast<std::ptrdiff_t>(taken) - 1;
      continue;
    }
    std::int64_t end = std::min(slice->end_ns, options.now_ns);
    if (slice->start_ns > options.now_ns || static_cast<double>(slice->start_ns) > view.end_ns())
      break;
    auto index = static_cast<std::size_t>(slice - track.slices.begin());
    bool splits = slice->state == State::kSleeping && slice->due_ns != kNone && slice->due_ns < end;
    if (splits) {
      std::int64_t due = std::max(slice->due_ns, slice->start_ns);
      put(*slice, index, State::kSleeping, slice->start_ns, due);
      put(*slice, index, State::kDue, due, end);
    } else {
      put(*slice, index, slice->state, slice->start_ns, end);
    }
  }
  merger.flush();
  // Where steps are close together their marks get thin, or a loop that is idle most of the time
  // would look busy.
  for (std::size_t i = 0; i + 1 < marks.size(); ++i) {
    double gap_px = marks[i + 1].x_px - marks[i].x_px;
    if (gap_px < 2 * options.mark_px)
      marks[i].width_px = std::max(options.min_px, std::min(marks[i].width_px, gap_px / 2));
  }
  out.insert(out.end(), marks.begin(), marks.end());
}

Layout layout(const Model& model, const Viewport& view, const LayoutOptions& options) {
  Layout out;
  double y_px = 0;
  for (std::size_t index : model.order()) {
    const Track& track = model.tracks()[index];
    if (index != 0 && track.created_ns > options.now_ns) continue;
    if (y_px + options.track_px >= options.top_px && y_px <= options.bottom_px) {
      out.rows.push_back({index, y_px, options.track_px});
      std::size_t first = out.boxes.size();
      lay_track(out.boxes, track, view, options);
      for (std::size_t i = first; i < out.boxes.size(); ++i) {
        out.boxes[i].row = out.rows.size() - 1;
        out.boxes[i].y_px += y_px;
      }
    }
    y_px += options.track_px;
  }
  out.height_px = y_px;
  return out;
}

const Box* hit(const Layout& layout, double x_px, double y_px) {
  constexpr double kMarkReach_px = 8;
  for (auto box = layout.boxes.rbegin(); box != layout.boxes.rend(); ++box) {
    double spare = box->mark ? std::max(0.0, (kMarkReach_px - box->width_px) / 2) : 0;
    bool inside = x_px >= box->x_px - spare && x_px <= box->x_px + box->width_px + spare &&
                  y_px >= box->y_px && y_px <= box->y_px + box->height_px;
    if (inside) return &*box;
  }
  return nullptr;
}

}  // namespace simul::timeline

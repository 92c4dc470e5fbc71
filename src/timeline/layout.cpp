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
};

constexpr double kUnseen_px = 0.25;      // a block that is thinner is not looked into
constexpr std::size_t kStillChange = 4;  // slices at the end of a track

}  // namespace

void Density::update(const Track& track) {
  const auto& slices = track.slices;
  while ((blocks_.size() + 1) * kBlock + kStillChange <= slices.size()) {
    Block block;
    for (std::size_t i = blocks_.size() * kBlock; i < (blocks_.size() + 1) * kBlock; ++i) {
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
    blocks_.push_back(block);
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
  double last_mark_px = -1e9;

  auto put =
      [&](const Slice& slice, std::size_t index, State state, std::int64_t from, std::int64_t to) {
        Box box;
        box.state = state;
        box.slice = index;
        box.start_ns = from;
        box.end_ns = to;
        box.y_px = y_px;
        box.height_px = options.slice_px;
        box.x_px = view.to_px(from);
        box.width_px = view.to_px(to) - box.x_px;
        bool step = slice.state == State::kRunning;
        if (step && box.width_px < options.mark_px) {
          if (box.x_px < last_mark_px + options.mark_px / 2 && !marks.empty()) {
            ++marks.back().merged;
            marks.back().end_ns = to;
            return;
          }
          box.mark = true;
          box.width_px = options.mark_px;
          last_mark_px = box.x_px;
          marks.push_back(box);
          return;
        }
        merger.add(box);
      };

  // A block of slices too thin to be told apart; false if it is not.
  auto put_block = [&](std::size_t index) {
    const Density::Block* block = density->block(index / Density::kBlock);
    if (block == nullptr) return false;
    const Slice& first = track.slices[index];
    const Slice& last = track.slices[index + Density::kBlock - 1];
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
      if (box.x_px < last_mark_px + options.mark_px / 2 && !marks.empty()) {
        marks.back().merged += block->steps;
        marks.back().end_ns = last.end_ns;
      } else {
        Box mark = box;
        while (track.slices[mark.slice].state != State::kRunning) ++mark.slice;
        mark.merged = block->steps;
        mark.mark = true;
        mark.width_px = options.mark_px;
        last_mark_px = mark.x_px;
        marks.push_back(mark);
      }
    }
    box.merged = static_cast<std::uint32_t>(Density::kBlock) - block->steps;
    if (box.merged == 0) return true;
    std::array<double, kStates> share_px = block->share_ns;
    share_px[static_cast<std::size_t>(State::kRunning)] = 0;
    for (double& share : share_px) share /= view.ns_per_px;
    merger.add(box, share_px);
    return true;
  };

  auto begin = std::lower_bound(
      track.slices.begin(), track.slices.end(), view.start_ns, [](const Slice& s, double t) {
        return static_cast<double>(s.end_ns) < t;
      });
  for (auto slice = begin; slice != track.slices.end(); ++slice) {
    if (density != nullptr) {
      auto at = static_cast<std::size_t>(slice - track.slices.begin());
      if (at % Density::kBlock == 0 && put_block(at)) {
        slice += Density::kBlock - 1;
        continue;
      }
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

#include "timeline/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "timeline/crowd.hpp"

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

  void flush() {
    if (!pending_) return;
    pending_ = false;
    auto most = std::max_element(share_.begin(), share_.end());
    first_.state = static_cast<State>(most - share_.begin());
    first_.width_px = min_px_;
    boxes_.push_back(first_);
  }

 private:
  std::vector<Box>& boxes_;
  double min_px_;
  bool pending_ = false;
  Box first_;
  std::array<double, kStates> share_{};
};

}  // namespace

void lay_track(std::vector<Box>& out,
               const Track& track,
               const Viewport& view,
               const LayoutOptions& options) {
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

  auto begin = std::lower_bound(
      track.slices.begin(), track.slices.end(), view.start_ns, [](const Slice& s, double t) {
        return static_cast<double>(s.end_ns) < t;
      });
  for (auto slice = begin; slice != track.slices.end(); ++slice) {
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

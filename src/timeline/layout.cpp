#include "timeline/layout.hpp"

#include <algorithm>
#include <cmath>

namespace simul::timeline {
namespace {

// Neighbours that are together thinner than a pixel: one box, in the colour of the state that takes
// most of it.
class Merger {
 public:
  Merger(std::vector<Box>& boxes, double min_px, double ns_per_px)
      : boxes_(boxes), min_px_(min_px), min_ns_(min_px * ns_per_px) {}

  void add(const Box& box) {
    if (box.mark || box.width_px >= min_px_) {
      flush();
      boxes_.push_back(box);
      return;
    }
    begin_or_join(box, 1);
    share_ns_[static_cast<std::size_t>(box.state)] +=
        static_cast<double>(box.end_ns - box.start_ns);
  }

  // The quick way for the many that a picture far out has: a stretch that is thinner than a pixel
  // and begins before the merged bar that is being made must end. False: it is for add().
  bool absorb(std::int64_t from, std::int64_t to, State state) {
    if (!pending_ || static_cast<double>(from) > until_ns_) return false;
    const auto ns = static_cast<double>(to - from);
    if (ns >= min_ns_) return false;
    ++first_.merged;
    first_.end_ns = to;
    share_ns_[static_cast<std::size_t>(state)] += ns;
    return true;
  }

  // Blocks from..last of a density, all thinner than a pixel together.
  void add(const Box& box, const Density& density, std::size_t from, std::size_t last) {
    begin_or_join(box, box.merged);
    density.add_shares(from, last, share_ns_);
    right_px_ = box.x_px + box.width_px;  // the next block may begin up to its width later
  }

  // Up to when something that begins at from_ns would be of one bar.
  double until(std::int64_t from_ns) const {
    const auto from = static_cast<double>(from_ns);
    return pending_ && from <= until_ns_ ? until_ns_ : from + min_ns_;
  }

  void flush() {
    if (!pending_) return;
    pending_ = false;
    auto most = std::max_element(share_ns_.begin(), share_ns_.end());
    first_.state = static_cast<State>(most - share_ns_.begin());
    first_.width_px = std::max(min_px_, right_px_ - first_.x_px);
    right_px_ = -1e9;
    boxes_.push_back(first_);
  }

 private:
  void begin_or_join(const Box& box, std::uint32_t count) {
    if (pending_ && static_cast<double>(box.start_ns) > until_ns_) flush();
    if (!pending_) {
      first_ = box;
      share_ns_ = {};
      pending_ = true;
      until_ns_ = static_cast<double>(box.start_ns) + min_ns_;
    } else {
      first_.merged += count;
      first_.end_ns = box.end_ns;
    }
  }

  std::vector<Box>& boxes_;
  double min_px_, min_ns_;
  bool pending_ = false;
  Box first_;
  Counts share_ns_{};
  double right_px_ = -1e9;
  double until_ns_ = 0;
};

constexpr double kUnseen_px = 0.25;      // a block that is thinner is not looked into
constexpr std::size_t kStillChange = 4;  // slices at the end of a track

}  // namespace

// Whether it is of the last block. What is much longer than all that came before it begins another,
// and so does what comes after it: it is to be seen when they are not.
bool Density::belongs(const Slice& slice) const {
  constexpr std::int64_t kMuch = 4, kShort_ns = 1'000;
  constexpr std::size_t kLeast = 4;  // slices, or short ones between long ones fill memory
  if (first_.empty()) return false;
  const std::int64_t had = end_ns_.back() - start_ns_, has = slice.end_ns - slice.start_ns;
  if (had == 0 && has == 0) return slice.start_ns == start_ns_;
  const std::size_t count = known_ - first_.back();
  if (count >= kBlock || (count >= kLeast && has > kMuch * had + kShort_ns)) return false;
  return count > 1 || had <= kMuch * has + kShort_ns;
}

void Density::update(const Track& track) {
  const auto& slices = track.slices;
  const auto add = [&](State state, std::int64_t ns) {
    if (ns == 0) return;
    auto& until = until_ns_[static_cast<std::size_t>(state)];
    // A state that was not seen before took nothing of all that was.
    if (until.empty()) until.assign(blocks(), 0);
    until.back() += static_cast<double>(ns);
  };
  for (; known_ + kStillChange < slices.size(); ++known_) {
    const Slice& slice = slices[known_];
    if (!belongs(slice)) {
      first_.push_back(static_cast<std::uint32_t>(known_));
      start_ns_ = slice.start_ns;
      end_ns_.push_back(slice.end_ns);
      steps_.push_back(steps_.empty() ? 0 : steps_.back());
      for (auto& until : until_ns_) {
        if (!until.empty()) until.push_back(until.back());
      }
    }
    end_ns_.back() = slice.end_ns;
    if (slice.state == State::kRunning) {
      ++steps_.back();
      continue;
    }
    split_at_due(slice, slice.end_ns, [&](State state, std::int64_t from, std::int64_t to) {
      add(state, to - from);
    });
  }
}

std::size_t Density::block_from(std::size_t slice) const {
  return static_cast<std::size_t>(std::lower_bound(first_.begin(), first_.end(), slice) -
                                  first_.begin());
}

void Density::add_shares(std::size_t from, std::size_t last, Counts& share_ns) const {
  for (std::size_t state = 0; state < kStates; ++state) {
    const auto& until = until_ns_[state];
    if (!until.empty()) share_ns[state] += until[last] - (from == 0 ? 0 : until[from - 1]);
  }
}

void lay_track(std::vector<Box>& out,
               const Track& track,
               const Viewport& view,
               const LayoutOptions& options,
               const Density* density) {
  double y_px = (options.track_px - options.slice_px) / 2;
  Merger merger(out, options.min_px, view.ns_per_px);
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
        } else if (merger.absorb(from, to, state)) {
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
      };

  const auto put_slice = [&](std::size_t index) {
    const Slice& slice = track.slices[index];
    if (slice.start_ns > options.now_ns || static_cast<double>(slice.start_ns) > view.end_ns())
      return false;
    split_at_due(slice,
                 std::min(slice.end_ns, options.now_ns),
                 [&](State state, std::int64_t from, std::int64_t to) {
                   put(slice, index, state, from, to);
                 });
    return true;
  };

  // Blocks too thin to be told apart, from n on as many as are of one bar and one mark: the one
  // after them, n if its slices are to be drawn one by one.
  const double unseen_ns = kUnseen_px * view.ns_per_px;
  const auto put_blocks = [&](std::size_t n) {
    const std::size_t index = density->first_slice(n);
    const std::int64_t start_ns = track.slices[index].start_ns;
    if (density->end_ns(n) > options.now_ns ||
        static_cast<double>(density->end_ns(n) - start_ns) > unseen_ns ||
        static_cast<double>(start_ns) > view.end_ns())
      return n;
    double until = std::min(merger.until(start_ns), static_cast<double>(options.now_ns));
    const bool marked = static_cast<double>(start_ns) < marked_until_ns;
    if (marked) until = std::min(until, marked_until_ns);
    // In growing strides, and then by halves.
    std::size_t last = n, stride = 1;
    const auto within = [&](std::size_t block) {
      return block < density->blocks() && static_cast<double>(density->end_ns(block)) <= until;
    };
    for (; within(last + stride); stride *= 2) last += stride;
    for (; stride > 0; stride /= 2) {
      if (within(last + stride)) last += stride;
    }
    const std::uint32_t steps = density->steps(n, last);
    const auto count = static_cast<std::uint32_t>(density->end_slice(last) - index);
    Box box;
    box.slice = index;
    box.start_ns = start_ns;
    box.end_ns = density->end_ns(last);
    box.y_px = y_px;
    box.height_px = options.slice_px;
    box.x_px = view.to_px(box.start_ns);
    box.width_px = view.to_px(box.end_ns) - box.x_px;
    if (steps > 0 && marked) {
      marks.back().merged += steps;
      marks.back().end_ns = box.end_ns;
    } else if (steps > 0) {
      Box mark = box;
      while (track.slices[mark.slice].state != State::kRunning) ++mark.slice;
      mark.start_ns = track.slices[mark.slice].start_ns;
      mark.x_px = view.to_px(mark.start_ns);
      mark.merged = steps;
      mark.mark = true;
      mark.width_px = options.mark_px;
      new_mark(mark);
    }
    box.merged = count - steps;
    if (box.merged > 0) merger.add(box, *density, n, last);
    return last + 1;
  };

  const auto begin = std::lower_bound(
      track.slices.begin(), track.slices.end(), view.start_ns, [](const Slice& s, double t) {
        return static_cast<double>(s.end_ns) < t;
      });
  auto index = static_cast<std::size_t>(begin - track.slices.begin());
  const std::size_t blocks = density == nullptr ? 0 : density->blocks();
  for (std::size_t block = blocks == 0 ? 0 : density->block_from(index);
       index < track.slices.size();) {
    std::size_t until = track.slices.size();
    if (block < blocks && density->first_slice(block) == index) {
      const std::size_t next = put_blocks(block);
      if (next != block) {
        block = next;
        index = density->end_slice(next - 1);
        continue;
      }
      until = density->end_slice(block++);
    } else if (block < blocks) {
      until = density->first_slice(block);
    }
    while (index < until && put_slice(index)) ++index;
    if (index < until) break;
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

// Rows and visible slices as plain arrays in pixels, and what is under a point. No drawing.
//
// Always holds: boxes come in painting order; every box lies in its row; a slice that is too thin
// to see is merged with its neighbours into one box that says how many it stands for and whose
// state is the one that takes most of it.
#pragma once

#include <array>
#include <vector>

#include "timeline/crowd.hpp"
#include "timeline/model.hpp"
#include "timeline/viewport.hpp"

namespace simul::timeline {

struct Row {
  std::size_t track = 0;  // index in Model::tracks()
  double y_px = 0;        // top, in the picture's own space (scrolling is the caller's)
  double height_px = 0;
};
struct Box {
  double x_px = 0, width_px = 0;  // width >= 1; steps of no duration have mark_px
  double y_px = 0, height_px = 0;
  State state = State::kRunning;
  bool mark = false;  // a step of no duration: a 5 px mark, never a bar
  bool forecast = false;
  std::uint32_t merged = 1;
  std::size_t row = 0;
  std::size_t slice = 0;  // the first slice it stands for
  std::int64_t start_ns = 0, end_ns = 0;
};
struct LayoutOptions {
  double track_px = 54, slice_px = 24, mark_px = 5, min_px = 1;
  std::int64_t now_ns = 0;             // open slices end here; later than here nothing is drawn
  double top_px = 0, bottom_px = 1e9;  // only rows that touch this band are laid out
};
struct Layout {
  std::vector<Row> rows;
  std::vector<Box> boxes;
  double height_px = 0;
};
Layout layout(const Model& model, const Viewport& view, const LayoutOptions& options);
// What stretches of a long track amount to, so that laying it out costs what is seen of it and not
// what happened: blocks of a few neighbours that are about as long as each other, and all steps of
// one instant. Grows with the track; a few of its last slices, which may still change, are left
// out.
class Density {
 public:
  static constexpr std::size_t kBlock = 8;  // slices, unless all of them take no time
  void update(const Track& track);
  std::size_t blocks() const { return first_.size(); }
  // The first block that begins at this slice or after it.
  std::size_t block_from(std::size_t slice) const;
  std::size_t first_slice(std::size_t block) const { return first_[block]; }
  // Of the slice after the block's last.
  std::size_t end_slice(std::size_t block) const {
    return block + 1 < first_.size() ? first_[block + 1] : known_;
  }
  std::int64_t end_ns(std::size_t block) const { return end_ns_[block]; }
  // How many of the slices in blocks from..last are steps.
  std::uint32_t steps(std::size_t from, std::size_t last) const {
    return steps_[last] - (from == 0 ? 0 : steps_[from - 1]);
  }
  // Adds how long the others of them take, by state.
  void add_shares(std::size_t from, std::size_t last, Counts& share_ns) const;

 private:
  bool belongs(const Slice& slice) const;

  std::size_t known_ = 0;  // slices
  std::vector<std::uint32_t> first_;
  std::vector<std::int64_t> end_ns_;
  std::int64_t start_ns_ = 0;  // of the last block
  // Totals up to the end of the n-th block, so that any stretch is one subtraction; none of a state
  // that never was.
  std::vector<std::uint32_t> steps_;
  std::array<std::vector<double>, kStates> until_ns_;
};

// The density of one track of whichever model is drawn in its place: begun anew with another model.
class DensityOf {
 public:
  const Density& of(const Model& model, const Track& track) {
    if (model_ != model.identity()) {
      density_ = {};
      model_ = model.identity();
    }
    density_.update(track);
    return density_;
  }

 private:
  std::shared_ptr<const int> model_;
  Density density_;
};

// The boxes of one track, in painting order, with their y from 0 and their row 0: for who decides
// alone which tracks stand where. density: of this track, or nullptr; with it what is far below a
// pixel is taken together unseen, and stands within a quarter of a pixel of where it belongs.
void lay_track(std::vector<Box>& out,
               const Track& track,
               const Viewport& view,
               const LayoutOptions& options,
               const Density* density = nullptr);
// The box under a point, the topmost; nullptr if none. Marks are easier to hit than they are wide
// (8 px).
const Box* hit(const Layout& layout, double x_px, double y_px);

}  // namespace simul::timeline

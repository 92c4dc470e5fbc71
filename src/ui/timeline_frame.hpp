// Where the parts of the timeline stand in this frame: what the ruler, the gutter, the slices and
// the arrows share.
#pragma once

#include <optional>

#include "timeline/viewport.hpp"
#include "ui/geometry.hpp"
#include "ui/lanes.hpp"
#include "ui/ui.hpp"

namespace simul::ui {

struct TimelineFrame {
  Rect area, ruler, lanes, gutter, legend;
  Rect overview;  // no height: not shown
  timeline::Viewport viewport;
  double lane_px = 54, slice_px = 24;
  double scroll_top = 0;  // where what scrolls begins: below the lanes that stay

  double x_of(std::int64_t time_ns) const { return lanes.x + viewport.to_px(time_ns); }
  std::int64_t time_of(double x) const { return viewport.to_ns(x - lanes.x); }
  // What of a lane can be seen; a lane that scrolls goes below those that stay.
  Rect clip_of(const Lane& lane, bool fixed) const {
    double top = fixed ? lanes.y : scroll_top;
    return Rect{area.x, lane.y, area.w, lane.height}.cut(
        {area.x, top, area.w, std::max(0.0, lanes.bottom() - top)});
  }
};

// The times between which a person looks, in words of the whole: "0.000" to the end of what is
// known.
struct Extent {
  std::int64_t end_ns = 0;
  bool end_known = false;
};
Extent extent_of(const Ui& ui);

// The first wording that fits; the last if none does.
std::string fitting(const Ui& ui,
                    Type type,
                    const std::vector<std::string>& wordings,
                    double room_px);

}  // namespace simul::ui

// A lane of a model made small: what stands in which pixel of a strip.
//
// Where several things happen within one column of pixels, the column is divided among them by
// their time, so that a strip shows the shares truly however small it is.
#pragma once

#include <vector>

#include "models/schedule.hpp"
#include "ui/theme.hpp"

namespace simul::ui {

struct StripPart {
  int from = 0, to = 0;        // columns; `to` is not in it
  double top = 0, bottom = 1;  // of the strip's height
  models::Doing doing = models::Doing::kComputing;
  friend bool operator==(const StripPart&, const StripPart&) = default;
};

// columns over axis_ns; levels: into how many steps a column's height can be divided.
std::vector<StripPart> strip(const models::Lane& lane,
                             std::int64_t axis_ns,
                             int columns,
                             int levels);
// What a lane does at a time; nullptr before it began and after its end.
const models::Span* span_at(const models::Lane& lane, std::int64_t time_ns);

Token token_of(models::Doing doing);

}  // namespace simul::ui

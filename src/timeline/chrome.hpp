// The run in the Chrome trace format (JSON object form), which Perfetto and speedscope open.
//
// One process; a thread for the loop and one for each task, in the order of the picture. Slices are
// complete events
// ("X"), with the state as category; times are microseconds of the loop's clock. Output and
// failures are instant events, who woke whom are flow events.
#pragma once

#include <string>

#include "timeline/model.hpp"

namespace simul::timeline {

// end_ns: where slices that are still open end.
std::string to_chrome_json(const Model& model, std::int64_t end_ns);

}  // namespace simul::timeline

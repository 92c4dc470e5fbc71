// What a run did on its own loop, as lanes like those of the models, so that all stand side by
// side.
#pragma once

#include <set>

#include "models/schedule.hpp"

namespace simul::models {

// `names`: of read_workload, so that the lanes of all models are called alike.
[[nodiscard]] Schedule loop_lanes(const trace::Trace& trace,
                                  const Workload& names,
                                  const std::set<std::uint32_t>& computing_lines);

}  // namespace simul::models

// A run put under other models: session's half of src/models, which knows traces only.
#pragma once

#include "models/compare.hpp"
#include "session/run.hpp"

namespace simul::session {

// Of a run that came to its end by itself; else `refused` says what is missing. nullptr: there is
// no run.
models::Comparison compare(const Run* run, const models::Options& options);

// As a table for a terminal.
std::string comparison_text(const models::Comparison& comparison);

// Of a session's runs the one that says most about its text: the forecast, which no page held up,
// else the run. nullptr: neither has ended.
class Session;
const Run* comparable(const Session& session);

}  // namespace simul::session

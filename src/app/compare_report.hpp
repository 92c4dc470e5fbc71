// What the page is told about a comparison, as JSON. The shapes are those of bridge.hpp.
#pragma once

#include <string>

#include "models/compare.hpp"
#include "session/staging.hpp"

namespace simul::app {

std::string compare_json(const models::Comparison& comparison, const models::Options& options);
std::string mix_json(const models::MixResult& result);
// Offsets become UTF-16 code units of `source`.
std::string staging_json(const session::Staging& staging, std::string_view source, bool watched);

}  // namespace simul::app

// What the page is told about a session, as JSON: state, diagnostics, output, tasks, markers,
// items.
//
// The shapes are those of bridge.hpp. Nothing of the browser is in here. Columns become UTF-16 code
// units here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "session/pending_edit.hpp"
#include "session/session.hpp"
#include "ui/command.hpp"
#include "ui/items.hpp"

namespace simul::app {

std::string diagnostics_json(const session::Session& session, std::int32_t revision);
// `instant`: of the next run. trouble: what the canvas could not do, or empty.
std::string state_json(const session::Session& session,
                       std::int64_t host_ns,
                       bool instant,
                       const std::string& trouble);
std::string output_json(const session::Session& session, std::int64_t from);
std::string tasks_json(const session::Session& session, std::int64_t host_ns);
std::string markers_json(const session::Session& session, std::int64_t host_ns);
std::string pending_json(const session::PendingEdit& pending, std::int32_t revision);
// nullptr: there is none.
std::string field_json(const ui::FieldWish* field, std::string_view source);
std::string items_json(const std::vector<ui::Item>& items);

// One sentence on what is going on.
std::string sentence(const session::Session& session, std::int64_t host_ns);

}  // namespace simul::app

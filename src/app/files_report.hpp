// The folder in memory that open() works on, for the page.
#pragma once

#include <string>

#include "session/session.hpp"

namespace simul::app {

// Of the run, with what came since for the next one; before the first run, what that finds.
vm::Files folder(const session::Session& session);
// As simul_files_json.
std::string files_json(const session::Session& session);

}  // namespace simul::app

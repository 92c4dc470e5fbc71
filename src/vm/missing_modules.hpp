// What Simul says to an import that it cannot serve: one sentence with what is missing and what to
// write instead.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simul::vm {

// `known`: names of modules that are here.
std::string missing_module(std::string_view name, const std::vector<std::string>& known);

}  // namespace simul::vm

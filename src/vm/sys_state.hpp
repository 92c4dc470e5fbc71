// The standard streams as objects, and what print() asks of the sys module.
#pragma once

#include <string_view>

#include "vm/vm.hpp"

namespace simul::vm {

// sys.stdout as the program left it; empty when it is our own (or sys was never imported).
Value current_stdout(Vm& vm);
// 1 or 2 for our own stream objects, 0 for anything else.
int native_stream(Vm& vm, const Value& file);
// Writes, or raises UnicodeEncodeError for lone surrogates; answers None.
Answer write_stream(Vm& vm, int stream, std::string_view text);

}  // namespace simul::vm

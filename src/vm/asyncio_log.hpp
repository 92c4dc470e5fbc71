// What CPython's asyncio hands to the logger "asyncio".
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

// The function of our logging that takes it: (level, text, exception or None). Empty as long as the
// program has not imported logging: then the logger of last resort would write the text to stderr.
Value asyncio_logger(Vm& vm);

}  // namespace simul::vm

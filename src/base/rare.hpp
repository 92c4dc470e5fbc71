// SIMUL_RARE: a function of a file that is built for speed (cmake/precompiled.cmake) which programs
// seldom come through. The page has it built for size; nothing else changes.
#pragma once

#ifdef __EMSCRIPTEN__
#  define SIMUL_RARE [[clang::minsize]]
#else
#  define SIMUL_RARE
#endif

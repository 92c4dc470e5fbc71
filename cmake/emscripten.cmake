# Toolchain file of the `web` preset: hands over to Emscripten's own, wherever scripts/setup found or made it.
# The environment may name another with SIMUL_EMSCRIPTEN (the folder that has emcc).
if(DEFINED ENV{SIMUL_EMSCRIPTEN})
  set(simul_emscripten $ENV{SIMUL_EMSCRIPTEN})
elseif(EXISTS ${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten/usr/share/emscripten/emcc)
  set(simul_emscripten ${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten/usr/share/emscripten)
elseif(EXISTS ${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten.path)
  file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../.toolchain/emscripten.path simul_emscripten LIMIT_COUNT 1)
else()
  message(FATAL_ERROR "Emscripten is not set up yet: run scripts/setup play (it makes a private copy in .toolchain)")
endif()
get_filename_component(simul_emscripten ${simul_emscripten} REALPATH)
include(${simul_emscripten}/cmake/Modules/Platform/Emscripten.cmake)

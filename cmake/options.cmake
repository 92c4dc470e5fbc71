# Compiler settings every room shares. Sanitizers and optimisation come from the preset.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

option(SIMUL_TESTS "Build the GoogleTest binaries" ON)
option(SIMUL_FUZZ "libFuzzer targets (needs clang)" OFF)
set(SIMUL_SANITIZE "" CACHE STRING "Sanitizers for every room, for example address,undefined")

# So that a fresh clone finds what another one compiled, precompiled headers included. Emscripten starts ccache by itself
# (scripts/toolchain/emscripten.sh) and needs the words alone.
find_program(SIMUL_CCACHE ccache)
if(SIMUL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros)
  if(NOT EMSCRIPTEN)
    list(APPEND CMAKE_CXX_COMPILER_LAUNCHER ${SIMUL_CCACHE})
  endif()
endif()

# Python exceptions and expected failures are values; the product is built without C++ exceptions.
add_library(simul_options INTERFACE)
target_compile_options(simul_options INTERFACE
  -Wall -Wextra -Wconversion -Werror -fno-exceptions -fno-rtti)
if(SIMUL_SANITIZE)
  # The first finding ends the test: one that is only printed would pass.
  # Our code has no type information (-fno-rtti), which the check of vptrs would need.
  add_compile_options(-fsanitize=${SIMUL_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SIMUL_SANITIZE})
endif()

if(SIMUL_TESTS)
  enable_testing()
  include(googletest)
endif()

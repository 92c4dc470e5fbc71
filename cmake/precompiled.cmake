# What nearly every file includes of the standard library, read once for all rooms and once more, with GoogleTest, for all tests:
# about half of the time that a file takes to compile. A file still includes what it uses itself: the preset `gcc` has this for
# the tests alone, and fails where a room's file does not.
set(SIMUL_PRECOMPILED ON CACHE STRING "Read the standard library's headers once: ON, for TESTS alone, OFF")
set(simul_precompiled_headers
  <algorithm> <array> <cmath> <coroutine> <cstddef> <cstdint> <cstdio> <cstdlib> <cstring> <deque> <functional> <iterator>
  <limits> <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <unordered_set> <utility> <variant>
  <vector>)

# simul_precompile(TARGET FIRST HEADER...): the target FIRST reads the headers, and every other takes them from it.
function(simul_precompile target first)
  if(NOT SIMUL_PRECOMPILED OR (SIMUL_PRECOMPILED STREQUAL TESTS AND NOT target MATCHES "_tests$"))
    return()
  endif()
  if(target STREQUAL first)
    target_precompile_headers(${target} PRIVATE ${simul_precompiled_headers} ${ARGN})
    if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
      # What is the same has the same bytes, or ccache would compile all that follows anew.
      target_compile_options(${target} PRIVATE "SHELL:-Xclang -fno-pch-timestamp")
    endif()
  else()
    target_precompile_headers(${target} REUSE_FROM ${first})
  endif()
endfunction()

# simul_build_for_speed(ROOM FILE...): the page is built for size (cmake preset `web`), the presets `debug` and `gcc` to be compiled
# quickly; these files of a room, in which programs spend their time, are built for speed there, or for some.
# Headers that were read for the one do not serve the other.
function(simul_build_for_speed room)
  if(EMSCRIPTEN)
    set(level -O2)
  elseif(CMAKE_BUILD_TYPE STREQUAL Debug)
    set(level -O1)
  else()
    return()
  endif()
  foreach(file ${ARGN})
    set_property(SOURCE ${CMAKE_SOURCE_DIR}/src/${room}/${file}.cpp APPEND PROPERTY COMPILE_OPTIONS ${level})
    set_property(SOURCE ${CMAKE_SOURCE_DIR}/src/${room}/${file}.cpp PROPERTY SKIP_PRECOMPILE_HEADERS ON)
  endforeach()
endfunction()

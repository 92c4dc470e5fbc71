# What nearly every file includes of the standard library, read once for all rooms and once more, with GoogleTest, for all tests:
# about half of the time that a file takes to compile. A file still includes what it uses itself: the preset `gcc` builds
# without any of this, and fails where one does not.
option(SIMUL_PRECOMPILED "Read the standard library's headers once" ON)
set(simul_precompiled_headers
  <algorithm> <array> <cmath> <coroutine> <cstddef> <cstdint> <cstdio> <cstdlib> <cstring> <deque> <functional> <iterator>
  <limits> <map> <memory> <optional> <set> <span> <string> <string_view> <unordered_map> <unordered_set> <utility> <variant>
  <vector>)

# simul_precompile(TARGET FIRST HEADER...): the target FIRST reads the headers, and every other takes them from it.
function(simul_precompile target first)
  if(NOT SIMUL_PRECOMPILED)
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

# simul_build_for_speed(ROOM FILE...): the page is built for size (cmake preset `web`); these files of a room are built for speed.
# Headers that were read for the one do not serve the other.
function(simul_build_for_speed room)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  foreach(file ${ARGN})
    set_property(SOURCE ${CMAKE_SOURCE_DIR}/src/${room}/${file}.cpp APPEND PROPERTY COMPILE_OPTIONS -O2)
    set_property(SOURCE ${CMAKE_SOURCE_DIR}/src/${room}/${file}.cpp PROPERTY SKIP_PRECOMPILE_HEADERS ON)
  endforeach()
endfunction()

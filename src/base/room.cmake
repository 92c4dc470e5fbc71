# Sums that are exact only as they are written: no compiler may make one operation of two. The page is built for size
# (cmake preset `web`), but every math.sin of a program comes through here.
set_source_files_properties(
  ${CMAKE_SOURCE_DIR}/src/base/circular.cpp ${CMAKE_SOURCE_DIR}/src/base/elementary.cpp
  ${CMAKE_SOURCE_DIR}/src/base/exponential.cpp ${CMAKE_SOURCE_DIR}/src/base/hyperbolic.cpp
  PROPERTIES COMPILE_OPTIONS "-ffp-contract=off")
if(EMSCRIPTEN)
  set_property(SOURCE ${CMAKE_SOURCE_DIR}/src/base/circular.cpp ${CMAKE_SOURCE_DIR}/src/base/exponential.cpp
    APPEND PROPERTY COMPILE_OPTIONS -O2)
endif()

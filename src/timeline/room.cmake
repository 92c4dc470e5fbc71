# The picture's benchmark: built only when asked for (ninja simul_bench_timeline).
if(SIMUL_TESTS)
  add_executable(simul_bench_timeline EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/timeline_bench.cpp)
  target_link_libraries(simul_bench_timeline PRIVATE simul_options simul_timeline)
endif()

# The page is built for size; what goes over every slice in every frame is built for speed.
if(EMSCRIPTEN)
  foreach(hot crowd layout model)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/timeline/${hot}.cpp PROPERTIES COMPILE_OPTIONS -O2)
  endforeach()
endif()

# The picture's benchmark: built only when asked for (ninja simul_bench_timeline).
if(SIMUL_TESTS)
  add_executable(simul_bench_timeline EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/timeline_bench.cpp)
  target_link_libraries(simul_bench_timeline PRIVATE simul_options simul_timeline)
endif()

# What goes over every slice in every frame.
simul_build_for_speed(timeline crowd layout model)

# The loop's benchmark: built only when asked for (ninja simul_bench_loop).
if(SIMUL_TESTS)
  add_executable(simul_bench_loop EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/bench/loop_bench.cpp)
  target_link_libraries(simul_bench_loop PRIVATE simul_options simul_asyncio)
  if(EMSCRIPTEN)
    target_link_options(simul_bench_loop PRIVATE ${SIMUL_WASM_TEST_LINK_OPTIONS})
  endif()
endif()

# The page is built for size (cmake preset `web`), but a task switch is what people measure: the loop is built for speed.
if(EMSCRIPTEN)
  target_compile_options(simul_asyncio PRIVATE -O2)
endif()

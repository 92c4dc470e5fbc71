# libFuzzer targets: cmake --preset fuzz && ninja -C build/fuzz simul_fuzz, then
#   build/fuzz/simul_fuzz_parse -max_total_time=3600 FOLDER tests/fuzz/corpus
# They are no part of ./check; what they once found is kept small in tests/fuzz/corpus and run again by the unit tests.
if(SIMUL_FUZZ)
  add_custom_target(simul_fuzz)
  foreach(name parse compile verify)
    add_executable(simul_fuzz_${name} EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/${name}_fuzz.cpp)
    target_include_directories(simul_fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(simul_fuzz_${name} PRIVATE simul_options simul_compiler)
    target_link_options(simul_fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(simul_fuzz simul_fuzz_${name})
  endforeach()
endif()

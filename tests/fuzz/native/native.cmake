# libFuzzer targets: cmake --preset fuzz && ninja -C build/fuzz simul_fuzz, then
#   build/fuzz/simul_fuzz_parse -max_total_time=3600 FOLDER tests/fuzz/corpus
# (re: corpus_re and -dict=tests/fuzz/native/re.dict; link: corpus_links). They are no part of ./check; what they once found is kept
# small in these folders and run again by the unit tests.
if(SIMUL_FUZZ)
  add_custom_target(simul_fuzz)
  foreach(name tokenize parse compile verify re link)
    add_executable(simul_fuzz_${name} EXCLUDE_FROM_ALL ${CMAKE_CURRENT_LIST_DIR}/${name}_fuzz.cpp)
    target_include_directories(simul_fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
    target_link_libraries(simul_fuzz_${name} PRIVATE simul_options simul_compiler)
    target_link_options(simul_fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(simul_fuzz simul_fuzz_${name})
  endforeach()
  foreach(name re link)
    target_link_libraries(simul_fuzz_${name} PRIVATE simul_session simul_library_text)
  endforeach()
endif()

# GoogleTest from Debian's googletest source package, so that the same tests build for wasm too.
set(SIMUL_GOOGLETEST_DIR /usr/src/googletest/googletest CACHE PATH "GoogleTest's source folder")
if(NOT EXISTS ${SIMUL_GOOGLETEST_DIR}/src/gtest-all.cc)
  message(FATAL_ERROR "GoogleTest's sources are not at ${SIMUL_GOOGLETEST_DIR}: run scripts/setup, or apt-get install googletest")
endif()
add_library(simul_gtest STATIC
  ${SIMUL_GOOGLETEST_DIR}/src/gtest-all.cc
  ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
target_include_directories(simul_gtest SYSTEM PUBLIC ${SIMUL_GOOGLETEST_DIR}/include PRIVATE ${SIMUL_GOOGLETEST_DIR})
target_compile_options(simul_gtest PRIVATE -fno-exceptions)

# The same stack as the page has, so that a recursion that is too deep for it fails here too.
# Their files are those of the page; only wasm-opt, which takes longer for all of them than the compiler, is left out.
set(SIMUL_WASM_TEST_LINK_OPTIONS
  -O1 -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sSTACK_SIZE=2MB -sALLOW_MEMORY_GROWTH -sSTACK_OVERFLOW_CHECK=1)

# The benchmark's programs: built only when asked for (target simul_bench), because only scripts/bench needs them and because
# two of the peers come from Debian packages (libasio-dev, libuv1-dev) that nothing else of the house uses.
if(NOT SIMUL_TESTS)
  return()
endif()
set(bench_folder ${CMAKE_CURRENT_LIST_DIR})
add_custom_target(simul_bench)

# Every peer is compiled with the optimisation that the loop gets, whatever the preset says.
function(simul_bench_program name)
  cmake_parse_arguments(BENCH "" "" "SOURCES;LIBRARIES;DEFINITIONS" ${ARGN})
  add_executable(simul_bench_${name} EXCLUDE_FROM_ALL ${BENCH_SOURCES})
  target_include_directories(simul_bench_${name} PRIVATE ${bench_folder} ${CMAKE_SOURCE_DIR}/src)
  target_compile_options(simul_bench_${name} PRIVATE -O2)
  target_compile_definitions(simul_bench_${name} PRIVATE ${BENCH_DEFINITIONS})
  target_link_libraries(simul_bench_${name} PRIVATE ${BENCH_LIBRARIES})
  if(EMSCRIPTEN)
    target_link_options(simul_bench_${name} PRIVATE -O2
      -sENVIRONMENT=node,worker -sNODERAWFS -sEXIT_RUNTIME -sSTACK_SIZE=2MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2GB)
  endif()
  add_dependencies(simul_bench simul_bench_${name})
endfunction()

# The same loop in a tab, with the page's own limit on memory; see tab.mjs.
if(EMSCRIPTEN)
  add_executable(simul_bench_tab EXCLUDE_FROM_ALL ${bench_folder}/loop_bench.cpp)
  target_include_directories(simul_bench_tab PRIVATE ${bench_folder} ${CMAKE_SOURCE_DIR}/src)
  target_compile_options(simul_bench_tab PRIVATE -O2)
  target_link_libraries(simul_bench_tab PRIVATE simul_options simul_trace)
  target_link_options(simul_bench_tab PRIVATE -O2
    -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0 -sEXIT_RUNTIME
    -sSTACK_SIZE=2MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=1GB)
  set_target_properties(simul_bench_tab PROPERTIES SUFFIX .mjs)
  add_dependencies(simul_bench simul_bench_tab)
endif()

simul_bench_program(raw SOURCES ${bench_folder}/raw_bench.cpp LIBRARIES simul_options)
simul_bench_program(loop SOURCES ${bench_folder}/loop_bench.cpp LIBRARIES simul_options simul_trace)
# The loop as if it had no hooks at all.
file(GLOB bench_loop_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/asyncio/*.cpp)
simul_bench_program(loop_without_hooks SOURCES ${bench_folder}/loop_bench.cpp ${bench_loop_sources}
  LIBRARIES simul_options DEFINITIONS SIMUL_NO_INSTRUMENT)
simul_bench_program(frame SOURCES ${bench_folder}/frame_bench.cpp LIBRARIES simul_options simul_ui)
simul_bench_program(gesture SOURCES ${bench_folder}/gesture_bench.cpp LIBRARIES simul_options simul_session simul_ui)
simul_bench_program(python SOURCES ${bench_folder}/python_bench.cpp LIBRARIES simul_options simul_session)

if(NOT EMSCRIPTEN)
  simul_bench_program(libcoro_style SOURCES ${bench_folder}/peer_libcoro_style.cpp LIBRARIES simul_options)
  find_file(SIMUL_ASIO_HEADER asio.hpp)
  if(SIMUL_ASIO_HEADER)
    # Asio 1.22 does not know that clang has coroutines.
    simul_bench_program(asio SOURCES ${bench_folder}/peer_asio.cpp
      DEFINITIONS ASIO_STANDALONE ASIO_DISABLE_THREADS ASIO_HAS_CO_AWAIT ASIO_HAS_STD_COROUTINE)
  endif()
  find_file(SIMUL_UV_HEADER uv.h)
  find_library(SIMUL_UV_LIBRARY uv)
  if(SIMUL_UV_HEADER AND SIMUL_UV_LIBRARY)
    simul_bench_program(uv SOURCES ${bench_folder}/peer_uv.cpp LIBRARIES ${SIMUL_UV_LIBRARY})
  endif()
endif()

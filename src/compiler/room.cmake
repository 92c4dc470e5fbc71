# simul-dis: our disassembly of a program; the judge's half of scripts/compare_dis.py.
if(NOT EMSCRIPTEN)
  add_executable(simul-dis ${CMAKE_SOURCE_DIR}/src/compiler/tools/dis_main.cpp)
  target_link_libraries(simul-dis PRIVATE simul_options simul_compiler)
endif()

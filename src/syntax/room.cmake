# simul-ast prints the tree or the error of a file; scripts/compare_ast.py holds it against CPython.
if(NOT EMSCRIPTEN)
  add_executable(simul-ast ${CMAKE_SOURCE_DIR}/src/syntax/tools/ast_main.cpp)
  target_link_libraries(simul-ast PRIVATE simul_options simul_syntax)
endif()

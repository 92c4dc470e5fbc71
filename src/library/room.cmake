# The modules themselves: src/library/{python,twins}/**/*.py, packed into one text while building. simul-run and the
# tests carry it inside; the page fetches it as a file of its own (build/library.txt), so that its first load does not pay.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
file(GLOB_RECURSE simul_library_modules CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/library/*.py)
set(simul_library_made ${CMAKE_BINARY_DIR}/generated/library)
add_custom_command(
  OUTPUT ${simul_library_made}/names.cpp ${simul_library_made}/embedded.cpp ${CMAKE_BINARY_DIR}/library.txt
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/pack_library.py
    ${CMAKE_SOURCE_DIR}/src/library ${simul_library_made} ${CMAKE_BINARY_DIR}/library.txt ${SIMUL_UNICODE_DIR}
  DEPENDS ${simul_library_modules} ${CMAKE_SOURCE_DIR}/scripts/pack_library.py ${CMAKE_SOURCE_DIR}/scripts/unicode_module.py
  COMMENT "Library"
  VERBATIM)
target_sources(simul_library PRIVATE ${simul_library_made}/names.cpp)
# Only who links it carries the text.
add_library(simul_library_text STATIC ${simul_library_made}/embedded.cpp)
target_link_libraries(simul_library_text PRIVATE simul_options PUBLIC simul_library)
if(SIMUL_TESTS)
  cmake_language(EVAL CODE "cmake_language(DEFER CALL target_link_libraries simul_library_tests PRIVATE simul_library_text)")
  cmake_language(EVAL CODE "cmake_language(DEFER CALL target_link_libraries simul_session_tests PRIVATE simul_library_text)")
endif()

# The rooms' two front doors: simul-run in the terminal, simul.wasm in the page.
if(EMSCRIPTEN)
  # filled in by the page's build
else()
  if(EXISTS ${CMAKE_SOURCE_DIR}/src/app/run.cpp)
    add_executable(simul-run ${CMAKE_SOURCE_DIR}/src/app/run.cpp)
    target_link_libraries(simul-run PRIVATE simul_options simul_session)
  endif()
endif()

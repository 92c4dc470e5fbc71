# WebGL2 is only in the browser. Natively the room is its plain data and its interface, which the tests read.
if(NOT EMSCRIPTEN AND TARGET simul_render)
  set_source_files_properties(
    ${CMAKE_SOURCE_DIR}/src/render/gl.cpp
    ${CMAKE_SOURCE_DIR}/src/render/slice_batch.cpp
    ${CMAKE_SOURCE_DIR}/src/render/renderer.cpp
    PROPERTIES HEADER_FILE_ONLY ON)
endif()

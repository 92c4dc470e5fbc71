# simul_scenes: the canvas alone, for looking (tests/canvas/look.mjs). Built only when asked for.
add_executable(simul_scenes EXCLUDE_FROM_ALL
  ${CMAKE_SOURCE_DIR}/tests/canvas/scenes.cpp
  ${CMAKE_SOURCE_DIR}/src/app/canvas.cpp)
target_include_directories(simul_scenes PRIVATE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(simul_scenes PRIVATE simul_options simul_ui GL)
set_target_properties(simul_scenes PROPERTIES SUFFIX .mjs)
target_link_options(simul_scenes PRIVATE
  --no-entry -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sFILESYSTEM=0 -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH
  -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
  -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=HEAPU8,stringToNewUTF8)

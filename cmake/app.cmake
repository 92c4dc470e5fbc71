# The house's two front doors: simul-run in the terminal (src/app/run.cpp) and the page's module (the rest of src/app).
if(EMSCRIPTEN)
  file(GLOB simul_page_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/app/*.cpp)
  list(REMOVE_ITEM simul_page_sources ${CMAKE_SOURCE_DIR}/src/app/run.cpp)
  if(simul_page_sources)
    add_executable(simul_page ${simul_page_sources})
    target_link_libraries(simul_page PRIVATE simul_options simul_session simul_ui)
    simul_precompile(simul_page simul_base)
    set_target_properties(simul_page PROPERTIES
      OUTPUT_NAME simul SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
    # The page calls the functions that bridge.hpp declares: each is exported, and one without a body fails the link.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/app/bridge.hpp)
    file(STRINGS ${CMAKE_SOURCE_DIR}/src/app/bridge.hpp declarations REGEX "^[^/]*[ *]simul_[a-z_]+\\(")
    set(exports _malloc _free)
    foreach(declaration ${declarations})
      string(REGEX MATCH "(simul_[a-z_]+)\\(" unused "${declaration}")
      list(APPEND exports _${CMAKE_MATCH_1})
    endforeach()
    list(JOIN exports "," exports)
    # DYNAMIC_EXECUTION=0 as the page's content security policy forbids eval.
    target_link_options(simul_page PRIVATE
      --no-entry
      -sMODULARIZE=1 -sEXPORT_ES6=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sFILESYSTEM=0
      -sSTACK_SIZE=2MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=1GB
      -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
      -sEXPORTED_FUNCTIONS=${exports}
      -sEXPORTED_RUNTIME_METHODS=HEAP8,HEAPU8,HEAP32,HEAPU32,HEAPF32,HEAPF64,UTF8ToString,stringToUTF8,lengthBytesUTF8)
    target_link_libraries(simul_page PRIVATE GL)
    # JavaScript that C++ imports, one function a thing: src/app/*.js as Emscripten JS libraries.
    file(GLOB simul_page_js CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/app/*.js)
    foreach(js ${simul_page_js})
      target_link_options(simul_page PRIVATE --js-library ${js})
    endforeach()
    set_property(TARGET simul_page APPEND PROPERTY LINK_DEPENDS ${simul_page_js})
  endif()
  include(${CMAKE_SOURCE_DIR}/tests/canvas/scenes.cmake)
endif()
# Also as WebAssembly under node: the machine that the page has, judged on the same programs.
add_executable(simul-run ${CMAKE_SOURCE_DIR}/src/app/run.cpp)
target_link_libraries(simul-run PRIVATE simul_options simul_session simul_library_text)
simul_precompile(simul-run simul_base)
if(EMSCRIPTEN)
  target_link_options(simul-run PRIVATE
    -sENVIRONMENT=node -sNODERAWFS -sEXIT_RUNTIME -sSTACK_SIZE=2MB -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=1GB)
endif()

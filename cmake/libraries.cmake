# What comes from outside the house, each as a target that a room takes with `USES`:
#   imgui    Dear ImGui without its demo; sources from scripts/setup (render and ui)
#   boost    Boost's headers alone, so that a cross build does not see the rest of /usr/include
#   unicode  the folder of the Unicode 15.1 files as SIMUL_UNICODE_DIR, for tables made while building
#   shaders  "shaders.hpp", made from shaders/*.{vert,frag}; see embed.cmake
set(SIMUL_IMGUI_DIR ${CMAKE_SOURCE_DIR}/.toolchain/imgui CACHE PATH "Dear ImGui's source folder")
set(SIMUL_UNICODE_DIR ${CMAKE_SOURCE_DIR}/.toolchain/unicode CACHE PATH "The Unicode character database, version 15.1")
set(SIMUL_BOOST_DIR /usr/include CACHE PATH "The folder that has boost/")

if(EXISTS ${SIMUL_IMGUI_DIR}/imgui.cpp)
  # Others' code: built without our warnings, and always optimised, as a frame is drawn with it.
  add_library(simul_imgui STATIC EXCLUDE_FROM_ALL
    ${SIMUL_IMGUI_DIR}/imgui.cpp
    ${SIMUL_IMGUI_DIR}/imgui_draw.cpp
    ${SIMUL_IMGUI_DIR}/imgui_tables.cpp
    ${SIMUL_IMGUI_DIR}/imgui_widgets.cpp)
  target_include_directories(simul_imgui SYSTEM PUBLIC ${SIMUL_IMGUI_DIR})
  target_compile_options(simul_imgui PRIVATE -w -Os -fno-exceptions -fno-rtti)
  target_compile_definitions(simul_imgui PUBLIC
    IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_FILE_FUNCTIONS
    # One draw list holds the whole canvas, and WebGL2 has no base vertex to count beyond 16 bits with.
    "ImDrawIdx=unsigned int")
endif()

if(EXISTS ${SIMUL_BOOST_DIR}/boost/version.hpp)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/include-boost)
  file(CREATE_LINK ${SIMUL_BOOST_DIR}/boost ${CMAKE_BINARY_DIR}/include-boost/boost SYMBOLIC)
  add_library(simul_boost INTERFACE)
  target_include_directories(simul_boost SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/include-boost)
  # Without the second, a conversion that nobody calls brings the whole of the C++ locales into the page.
  target_compile_definitions(simul_boost INTERFACE BOOST_NO_EXCEPTIONS BOOST_LEXICAL_CAST_ASSUME_C_LOCALE)
endif()

if(EXISTS ${SIMUL_UNICODE_DIR}/UnicodeData.txt)
  add_library(simul_unicode INTERFACE)
endif()

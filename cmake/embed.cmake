# simul_shaders: every shaders/*.vert and *.frag as a constant of <generated>/shaders.hpp (panel.vert is
# simul::shaders::kPanelVert), checked by glslangValidator where it is installed, so that a wrong shader fails the build.
file(GLOB simul_shader_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag)
if(simul_shader_files)
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  find_program(SIMUL_GLSLANG glslangValidator)
  set(simul_check_shaders "")
  if(SIMUL_GLSLANG)
    set(simul_check_shaders COMMAND ${SIMUL_GLSLANG} ${simul_shader_files})
  endif()
  add_custom_command(
    OUTPUT ${CMAKE_BINARY_DIR}/generated/shaders.hpp
    ${simul_check_shaders}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/embed_shaders.py
      ${CMAKE_BINARY_DIR}/generated/shaders.hpp ${simul_shader_files}
    DEPENDS ${simul_shader_files} ${CMAKE_SOURCE_DIR}/scripts/embed_shaders.py
    COMMENT "Shaders"
    VERBATIM)
  add_custom_target(simul_shaders_header DEPENDS ${CMAKE_BINARY_DIR}/generated/shaders.hpp)
  add_library(simul_shaders INTERFACE)
  target_include_directories(simul_shaders INTERFACE ${CMAKE_BINARY_DIR}/generated)
  add_dependencies(simul_shaders simul_shaders_header)
endif()

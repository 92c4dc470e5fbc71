# What Unicode says of characters, for the tokenizer and for str, made from the Unicode files while building.
if(TARGET simul_unicode AND TARGET simul_base)
  get_target_property(simul_base_type simul_base TYPE)
  if(NOT simul_base_type STREQUAL INTERFACE_LIBRARY)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    set(simul_unicode_tables ${CMAKE_BINARY_DIR}/generated/unicode_tables.cpp)
    add_custom_command(
      OUTPUT ${simul_unicode_tables}
      COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/scripts/make_unicode_tables.py
        ${SIMUL_UNICODE_DIR} ${simul_unicode_tables}
      DEPENDS ${CMAKE_SOURCE_DIR}/scripts/make_unicode_tables.py ${CMAKE_SOURCE_DIR}/scripts/unicode_module.py
        ${SIMUL_UNICODE_DIR}/UnicodeData.txt
      COMMENT "Unicode tables"
      VERBATIM)
    target_sources(simul_base PRIVATE ${simul_unicode_tables})
  endif()
endif()

# Sums that are exact only as they are written: no compiler may make one operation of two, which is said for these files alone
# and so fits no headers read before. Every math.sin of a program comes through two of them.
foreach(exact circular elementary exponential hyperbolic)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/base/${exact}.cpp PROPERTIES
    COMPILE_OPTIONS -ffp-contract=off SKIP_PRECOMPILE_HEADERS ON)
endforeach()
simul_build_for_speed(base circular exponential)

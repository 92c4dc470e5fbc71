# Sums that are exact only as they are written: no compiler may make one operation of two, which is said for these files alone
# and so fits no headers read before. Every math.sin of a program comes through two of them.
foreach(exact circular elementary exponential hyperbolic)
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/base/${exact}.cpp PROPERTIES
    COMPILE_OPTIONS -ffp-contract=off SKIP_PRECOMPILE_HEADERS ON)
endforeach()
simul_build_for_speed(base circular exponential)

# The page is built for size; what goes over every slice in every frame is built for speed.
if(EMSCRIPTEN)
  foreach(hot painter slices_view)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/ui/${hot}.cpp PROPERTIES COMPILE_OPTIONS -O2)
  endforeach()
endif()

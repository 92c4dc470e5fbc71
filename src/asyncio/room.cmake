# The page is built for size (cmake preset `web`), but a task switch is what people measure: the loop is built for speed.
if(EMSCRIPTEN)
  target_compile_options(simul_asyncio PRIVATE -O2)
  set_target_properties(simul_asyncio PROPERTIES DISABLE_PRECOMPILE_HEADERS ON)
endif()

# The VM's tests run Python texts; the library itself knows neither parser nor compiler.
if(SIMUL_TESTS AND TARGET simul_compiler)
  cmake_language(EVAL CODE "cmake_language(DEFER CALL target_link_libraries simul_vm_tests PRIVATE simul_compiler)")
endif()

# Where a program spends its time.
simul_build_for_speed(vm
  interpreter interpreter_help calls functions generator native heap vm type attributes slots operations
  operators class_checks iteration
  exceptions os_errors errors descriptors code_and_frames
  int_type int_text int_methods bool_type bigint float_type range_type float_format
  str_type str_methods str_split str_translate text text_case text_repr str_format
  format_spec format_template percent_spec
  list_type list_sort list_iterators tuple_type dict_type dict_views set_type set_algebra set_iterator set_slots sequence table quick iterators collections
  builtins builtins_iteration
  asyncio_drive asyncio_futures asyncio_tasks asyncio_handles asyncio_loop asyncio_state asyncio_making asyncio_queues
  asyncio_locks asyncio_wait asyncio_groups asyncio_timeout program_loop)

if(EMSCRIPTEN)
  # wasm-opt puts every function that has one caller into that caller, whatever the compiler was told: with all that
  # interpreter.cpp calls once, the dispatch loop was twice its size and V8 gave it the allocator of registers that it
  # has for huge functions.
  get_target_property(simul_vm_type simul_vm TYPE)
  if(NOT simul_vm_type STREQUAL INTERFACE_LIBRARY)
    target_link_options(simul_vm INTERFACE -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=30)
  endif()
endif()

# simul-gestures makes random gestures on programs and says what each writes; tests/fuzz/gesture_fuzz.py holds that
# against the trees CPython reads.
if(NOT EMSCRIPTEN)
  add_executable(simul-gestures ${CMAKE_SOURCE_DIR}/src/composer/tools/gestures_main.cpp
                 ${CMAKE_SOURCE_DIR}/src/composer/tools/gesture_texts.cpp)
  target_link_libraries(simul-gestures PRIVATE simul_options simul_composer)
endif()

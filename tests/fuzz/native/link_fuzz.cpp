// libFuzzer's door to open_anything(); see tests/fuzz/native/native.cmake.
#include <cstddef>
#include <cstdint>

#include "support/hostile_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  simul::testing::open_anything({reinterpret_cast<const char*>(bytes), size});
  return 0;
}

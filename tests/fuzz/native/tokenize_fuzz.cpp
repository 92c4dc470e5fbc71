// libFuzzer's door to tokenize_anything(); see tests/fuzz/native/native.cmake.
#include <cstddef>
#include <cstdint>

#include "support/hostile.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  simul::testing::tokenize_anything({reinterpret_cast<const char*>(bytes), size});
  return 0;
}

// Arithmetic of complex numbers as Python does it (Objects/complexobject.c): for the VM, and for
// the compiler, which computes what a program writes with constants alone.
#pragma once

#include <cstdint>

namespace simul {

struct ComplexNumber {
  double real = 0, imag = 0;
};

enum class ComplexFault : std::uint8_t {
  kNone,
  kZeroDivision,  // by zero, or zero to a negative or complex power
  kOverflow,      // a power beyond the largest double
};

struct ComplexResult {
  ComplexNumber value;
  ComplexFault fault = ComplexFault::kNone;
};

[[nodiscard]] ComplexNumber product(ComplexNumber a, ComplexNumber b);
[[nodiscard]] ComplexResult quotient(ComplexNumber a, ComplexNumber b);
[[nodiscard]] ComplexResult power(ComplexNumber base, ComplexNumber exponent);

}  // namespace simul

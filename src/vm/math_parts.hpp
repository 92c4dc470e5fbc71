// What the files of the module math share: math_module.cpp, math_sums.cpp, math_integers.cpp.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm::math {

// A real number for a function of math: floats and ints at once, others through __float__.
Native real_of(Vm& vm, Value value);
inline double number(const Value& real) {
  return real.as<FloatObject>()->number;
}

// Of vectors and of many numbers.
Native hypot_of(Vm& vm, OwnedArgs args);
Native dist(Vm& vm, OwnedArgs args);
Native fsum(Vm& vm, OwnedArgs args);
Native product(Vm& vm, OwnedArgs args);
Native sum_of_products(Vm& vm, OwnedArgs args);

// Of whole numbers.
Native factorial(Vm& vm, OwnedArgs args);
Native gcd_of(Vm& vm, OwnedArgs args);
Native lcm_of(Vm& vm, OwnedArgs args);
Native isqrt(Vm& vm, OwnedArgs args);
Native comb(Vm& vm, OwnedArgs args);
Native perm(Vm& vm, OwnedArgs args);

}  // namespace simul::vm::math

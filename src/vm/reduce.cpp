#include "vm/reduce.hpp"

#include "vm/internals.hpp"

namespace simul::vm {
namespace {

Native in_python(Vm& vm, const char* function_name, OwnedArgs args) {
  const Value module = co_await vm.import_module(vm.name("_simul_reduce"));
  const Value function = co_await vm.get_attr(module, vm.name(function_name));
  co_return vm.call(function, args.view());
}

}  // namespace

Native object_reduce(Vm& vm, OwnedArgs args) {
  return in_python(vm, "reduce", std::move(args));
}

Native object_reduce_ex(Vm& vm, OwnedArgs args) {
  return in_python(vm, "reduce_ex", std::move(args));
}

Native object_getstate(Vm& vm, OwnedArgs args) {
  return in_python(vm, "getstate", std::move(args));
}

}  // namespace simul::vm

// Who brings which types and modules into a new Vm; called once by Vm's constructor, in this order.
#pragma once

namespace simul::vm {

class Vm;

void install_core(
    Vm& vm);  // object, type, functions, methods, descriptors, generators, exceptions, modules
void install_numbers(Vm& vm);      // int, bool, float, complex
void install_text(Vm& vm);         // str, bytes, bytearray
void install_collections(Vm& vm);  // list, tuple, dict and views, set, frozenset
void install_iterators(Vm& vm);  // range, slice, enumerate, zip, map, filter, reversed and the like
void install_builtins(Vm& vm);   // the functions of the builtins module
void register_modules(
    Vm& vm);  // random, sys, datetime and other plain modules (lazy: Vm::register_module)
void register_asyncio_module(Vm& vm);
void register_time_module(Vm& vm);
void register_thread_module(Vm& vm);

}  // namespace simul::vm

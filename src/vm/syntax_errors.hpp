// SyntaxError and its kinds: the place in a text, and how a traceback shows it. Mirrors the part of
// Objects/exceptions.c and Lib/traceback.py that is about them.
//
// Always holds: ExceptionObject::first is the message (empty: none was given), ::second a list of
// filename, lineno, offset, text, end_lineno, end_offset, or empty.
#pragma once

#include <string>
#include <vector>

#include "vm/exceptions.hpp"
#include "vm/type.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

void fill_syntax_error(Vm& vm, ExceptionObject* object);
// Whether what SyntaxError() was given beside its message can say a place; false: raised.
bool is_place_of_syntax_error(Vm& vm, const CallArgs& args);
// What str() gives: the message and, behind it, the file's name and the line.
Answer syntax_error_str(Vm& vm, const Value& self);
std::vector<GetterDef> syntax_error_getters();
// The lines with the file, the text and the carets, without the message.
std::string syntax_error_place(Vm& vm, const Value& exception);
// The message with the file's name where there is no line: what stands behind "SyntaxError: ".
std::string syntax_error_message(Vm& vm, const Value& exception);

}  // namespace simul::vm

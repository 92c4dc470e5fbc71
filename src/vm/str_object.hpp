// What other files of the room ask of str beyond text(): formatting, joining, parsing of bounds.
#pragma once

#include "vm/int_object.hpp"

namespace simul::vm {

Answer str_percent(Vm& vm, const Value& format, const Value& values);    // format % values
Answer bytes_percent(Vm& vm, const Value& format, const Value& values);  // of bytes and bytearray
Answer str_format_method(Vm& vm, const CallArgs& args);                  // args[0] is the template
Answer str_format_map(Vm& vm, const CallArgs& args);
Answer str_join(Vm& vm, const Value& separator, const Value& iterable);
Value iterate_text(Vm& vm, const Value& text);
// A str of text that is known to be ASCII: nobody has to count its code points.
Value ascii_str(Vm& vm, std::string_view text);
// "expected str instance" errors: true if it is a str, else raised "FUNCTION argument must be str,
// not X".
void install_bytes(Vm& vm);

}  // namespace simul::vm

// Text to bytes and back: the codecs that programs name, their error handlers, and the errors with
// CPython's fields. Mirrors the codecs of Objects/unicodeobject.c and Python/codecs.c.
#pragma once

#include "vm/vm.hpp"

namespace simul::vm {

Answer encode_text(Vm& vm, const Value& text, std::string_view codec, std::string_view errors);
// `content` is bytes or what has a buffer; the error holds it as bytes.
Answer decode_bytes(Vm& vm,
                    std::string_view content,
                    std::string_view codec,
                    std::string_view errors);

}  // namespace simul::vm

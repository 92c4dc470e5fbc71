// The shortest decimal that reads back as the same double: what Python's repr and JSON show.
//
// std::to_chars would do, but in Emscripten's library any use of it for a double brings in 105 KB
// of tables that do not compress, a tenth of the page's first load. There the digits are found by
// printing with one digit more until the number reads back; elsewhere the library's function is
// used. Both give the same text.
#pragma once

#include <string>
#include <string_view>

namespace simul {

// "1.5e+00": scientific, the exponent with a sign and at least two digits. The value must be
// finite.
[[nodiscard]] std::string shortest_scientific(double value);
// "1.5", "1e+22", "0.0001": as std::to_chars without a format. The value must be finite.
[[nodiscard]] std::string shortest_text(double value);
// "1.5", "1e+22", "0.0001", "100.0", "nan", "-inf": repr() of a float.
[[nodiscard]] std::string float_repr(double value);

}  // namespace simul

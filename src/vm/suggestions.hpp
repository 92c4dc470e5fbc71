// "Did you mean": the nearest name by CPython's edit distance (Python/suggestions.c,
// Lib/traceback.py).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace simul::vm {

class Value;
class Vm;

// Empty: nothing is near enough. Looks at names[from, to).
std::string closest_name(std::string_view wrong,
                         const std::vector<std::string>& names,
                         std::size_t from,
                         std::size_t to);
inline std::string closest_name(std::string_view wrong, const std::vector<std::string>& names) {
  return closest_name(wrong, names, 0, names.size());
}

// What stands behind the message of a NameError, AttributeError or ImportError:
// ". Did you mean: 'x'?", or empty. The frame that raised it, which says what names there were, is
// the last of `traceback`, if there is one.
std::string suggestion(Vm& vm, const Value& exception, const Value& traceback);

}  // namespace simul::vm

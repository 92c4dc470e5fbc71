// Signature: how a library function that CPython writes in Python takes its arguments, and what it
// says about itself. Natives get their arguments bound by it, with the messages of a Python call.
//
// The text is inspect.signature()'s: "(self, delay, *, loop=None)". Always holds: bind() gives one
// slot for each parameter in the order of the text; a parameter that was left out is an empty
// Value, *args is a tuple (of what was left over), **kwargs a dict.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vm/native.hpp"

namespace simul::vm {

class Signature {
 public:
  // `binds` false: the native parses for itself, as CPython's C functions do; the text only tells.
  Signature(std::string_view qualname, std::string_view text, std::string_view doc, bool binds);

  // False: raised.
  bool bind(Vm& vm, const CallArgs& args, std::vector<Value>& slots) const;
  // Are these the first slots, with nothing missing but what may be? Then only empty ones follow.
  [[nodiscard]] bool takes_as_given(const CallArgs& args) const {
    return in_order_ && args.names == nullptr && args.size() >= required_ &&
           args.size() <= positional_;
  }
  [[nodiscard]] std::size_t slots() const { return slots_; }
  [[nodiscard]] bool binds() const { return binds_; }
  [[nodiscard]] const std::string& qualname() const { return qualname_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::string& doc() const { return doc_; }

 private:
  struct Parameter {
    std::string name;
    bool required = false;
  };
  bool raise_too_many(Vm& vm, std::size_t given, const std::vector<Value>& slots) const;
  bool raise_missing(Vm& vm, const std::vector<std::string>& names, const char* kind) const;

  std::string qualname_;
  std::string text_;
  std::string doc_;
  std::vector<Parameter> parameters_;  // positional ones, then those by keyword only
  std::size_t positional_ = 0;
  std::size_t positional_only_ = 0;
  std::ptrdiff_t var_args_ = -1;      // slot of *args
  std::ptrdiff_t var_keywords_ = -1;  // slot of **kwargs
  std::vector<std::size_t> slot_of_;  // by parameter
  std::size_t slots_ = 0;
  std::size_t required_ = 0;
  bool in_order_ = true;  // all are positional
  bool binds_;
};

// "'a'", "'a' and 'b'", "'a', 'b', and 'c'".
std::string quoted_list(const std::vector<std::string>& names);

}  // namespace simul::vm

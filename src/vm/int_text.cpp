// The text of an int: repr() and format(), with a quick way for machine words. Mirrors
// long_to_decimal_string() of Objects/longobject.c and format_long_internal() of
// Python/formatter_unicode.c.
#include <algorithm>

#include "vm/cat.hpp"
#include "vm/float_format.hpp"
#include "vm/format_spec.hpp"
#include "vm/int_parts.hpp"
#include "vm/internals.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {

std::size_t most_digits(Vm& vm) {
  const std::size_t most = Vm::Internals::most_digits_of(vm);
  return most == 0 ? BigInt::kMostDigits : std::min(most, BigInt::kMostDigits);
}

Raised too_many_digits(Vm& vm) {
  const std::size_t most = Vm::Internals::most_digits_of(vm);
  if (most == 0 || most > BigInt::kMostDigits) {
    return vm.raise(vm.exceptions().NotImplementedError,
                    cat("Simul makes texts of ints of up to ", BigInt::kMostDigits, " digits"));
  }
  return vm.raise_value_error(cat("Exceeds the limit (",
                                  most,
                                  " digits) for integer string conversion; "
                                  "use sys.set_int_max_str_digits() to increase the limit"));
}

namespace {

// The digits of a number and its sign, behind `buffer`'s last places.
constexpr std::size_t kWordDigits = 24;
std::string_view word_text(std::intptr_t number, char (&buffer)[kWordDigits]) {
  char* to = buffer + kWordDigits;
  auto rest =
      number < 0 ? ~static_cast<std::uintptr_t>(number) + 1 : static_cast<std::uintptr_t>(number);
  do *--to = static_cast<char>('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (number < 0) *--to = '-';
  return {to, static_cast<std::size_t>(buffer + kWordDigits - to)};
}

// What most programs ask of a number: an alignment maybe, zeros maybe, a width of up to three
// digits, and d or nothing. Empty: the specification says more than that.
Value format_word(Vm& vm, std::intptr_t number, std::string_view spec) {
  std::size_t at = 0;
  char align = '>';
  char fill = ' ';
  const auto is_align = [](char c) { return c == '<' || c == '>' || c == '^'; };
  if (spec.size() > 1 && is_align(spec[1])) {
    fill = spec[0];
    align = spec[1];
    at = 2;
    if (static_cast<unsigned char>(fill) >= 0x80) return {};
  } else if (is_align(spec[0])) {
    align = spec[0];
    at = 1;
  } else if (spec[0] == '0') {
    fill = '0';
    align = '=';
    at = 1;
  }
  std::size_t width = 0;
  const std::size_t last = std::min(spec.size(), at + 3);
  if (at < last && spec[at] == '0') return {};
  for (; at < last && spec[at] >= '0' && spec[at] <= '9'; ++at)
    width = width * 10 + static_cast<std::size_t>(spec[at] - '0');
  if (at < spec.size() && spec[at] == 'd') ++at;
  if (at != spec.size()) return {};
  char buffer[kWordDigits];
  const std::string_view text = word_text(number, buffer);
  if (width <= text.size()) return ascii_str(vm, text);
  const std::size_t padding = width - text.size();
  std::size_t left = align == '<' ? 0 : padding;
  if (align == '^') left = padding / 2;
  StrObject* made = vm.make_str(width, width);
  char* to = made->data();
  std::memset(to, fill, width);
  if (align == '=' && number < 0) {
    to[0] = '-';
    std::memcpy(to + padding + 1, text.data() + 1, text.size() - 1);
  } else {
    std::memcpy(to + left, text.data(), text.size());
  }
  return Value::adopt(made);
}

}  // namespace

Answer int_format(Vm& vm, const Value& self, const Value& spec_text) {
  const std::string_view text = vm.text(spec_text);
  if (text.empty()) return vm.str_of(self);
  if (self.is_small()) {
    Value quick = format_word(vm, self.as_small(), text);
    if (quick) return quick;
  }
  FormatSpec spec;
  if (FormatError error = parse_format_spec(text, '>', vm.type_name(self), spec))
    return raise_format(vm, error);
  if (is_float_type(spec.type)) {
    double number = 0;
    if (!number_to_double(vm, self, number)) return Raised{};
    std::string out;
    if (FormatError error = format_float(spec, number, "int", out)) return raise_format(vm, error);
    return vm.str(out);
  }
  if (FormatError error = check_int_spec(spec, vm.type_name(self))) return raise_format(vm, error);
  if (spec.type == 'c') {
    std::int64_t code = 0;
    if (!vm.to_int64(self, code))
      return vm.raise(vm.exceptions().OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > 0x10ffff) {
      return vm.raise(vm.exceptions().OverflowError, "%c arg not in range(0x110000)");
    }
    std::string letter;
    text::append_code_point(letter, static_cast<std::uint32_t>(code));
    FormatSpec as_text;
    as_text.fill = spec.fill;
    as_text.align = spec.align == '=' ? '>' : spec.align;
    as_text.width = spec.width;
    std::string out;
    if (FormatError error = format_text(as_text, letter, "str", out))
      return raise_format(vm, error);
    return vm.str(out);
  }
  const BigInt number = big_of(self);
  const bool negative = number.sign() < 0;
  std::optional<std::string> digits =
      (negative ? -number : number).to_string(format_base(spec), most_digits(vm));
  if (!digits) return too_many_digits(vm);
  return vm.str(format_int(spec, negative, std::move(*digits)));
}

Raised raise_format(Vm& vm, const FormatError& error) {
  if (error.kind == FormatError::Kind::kMemory) return vm.raise_memory_error();
  return vm.raise(error.kind == FormatError::Kind::kOverflow ? vm.exceptions().OverflowError
                                                             : vm.exceptions().ValueError,
                  error.message);
}

Answer int_repr(Vm& vm, const Value& self) {
  if (self.is_small()) {
    char buffer[kWordDigits];
    return ascii_str(vm, word_text(self.as_small(), buffer));
  }
  const std::optional<std::string> text = big_of(self).to_string(10, most_digits(vm));
  if (!text) return too_many_digits(vm);
  return vm.str(*text);
}

}  // namespace simul::vm

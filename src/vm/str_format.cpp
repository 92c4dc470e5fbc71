// str.format, format_map and the % operator: the templates' small languages meet objects. Mirrors
// Objects/stringlib/unicode_format.h and the formatting half of Objects/unicodeobject.c.
#include <cmath>
#include <memory>

#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/format_template.hpp"
#include "vm/percent_spec.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

// What one call of format() carries through nested specifications.
struct FormatCall {
  std::vector<Value> positional;
  std::vector<std::pair<Value, Value>> named;
  Value mapping;  // of format_map; empty otherwise
  std::int64_t next_auto = 0;
  enum class Numbering { kUnknown, kAutomatic, kManual } numbering = Numbering::kUnknown;
};
using FormatCallRef = std::shared_ptr<FormatCall>;

Answer find_argument(Vm& vm, FormatCall& call, FieldName& name) {
  std::int64_t index = name.index;
  if (name.first.empty() || index >= 0) {
    const auto numbering =
        name.first.empty() ? FormatCall::Numbering::kAutomatic : FormatCall::Numbering::kManual;
    if (call.numbering == FormatCall::Numbering::kUnknown) call.numbering = numbering;
    if (call.numbering != numbering) {
      return vm.raise_value_error(
          numbering == FormatCall::Numbering::kManual
              ? "cannot switch from automatic field numbering to manual field specification"
              : "cannot switch from manual field specification to automatic field numbering");
    }
    if (name.first.empty()) index = call.next_auto++;
    if (call.mapping) return vm.raise_value_error("Format string contains positional fields");
    if (index >= static_cast<std::int64_t>(call.positional.size())) {
      return vm.raise(vm.exceptions().IndexError,
                      cat("Replacement index ", index, " out of range for positional args tuple"));
    }
    return call.positional[static_cast<std::size_t>(index)];
  }
  if (call.mapping) return vm.get_item(call.mapping, vm.str(name.first));
  for (const auto& [key, value] : call.named) {
    if (vm.text(key) == name.first) return value;
  }
  return vm.raise(vm.exceptions().KeyError, vm.str(name.first));
}

SIMUL_RARE Native render(Vm& vm, Value text, FormatCallRef call, int depth) {
  std::string out;
  std::size_t offset = 0;
  while (true) {
    bool more = false;
    TemplatePart part;
    if (FormatError error = next_template_part(vm.text(text), offset, more, part)) {
      co_return vm.raise_value_error(error.message);
    }
    if (!more) break;
    out += part.literal;
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
    if (!part.has_field) continue;
    if (depth == 0) co_return vm.raise_value_error("Max string recursion exceeded");
    FieldName name;
    if (FormatError error = parse_field_name(part.name, name))
      co_return vm.raise_value_error(error.message);
    Value value = co_await find_argument(vm, *call, name);
    for (const FieldName::Step& step : name.steps) {
      if (step.attribute) {
        value = co_await vm.get_attr(value, step.name);
      } else if (step.index >= 0) {
        value = co_await vm.get_item(value, vm.integer(step.index));
      } else {
        value = co_await vm.get_item(value, vm.str(step.name));
      }
    }
    switch (part.conversion) {
      case 0: break;
      case 'r': value = co_await vm.repr(value); break;
      case 's': value = co_await vm.str_of(value); break;
      case 'a': value = co_await vm.ascii(value); break;
      default: {
        std::string shown;
        text::append_code_point(shown, part.conversion);
        co_return vm.raise_value_error(cat("Unknown conversion specifier ", shown));
      }
    }
    Value spec = vm.str(part.spec);
    if (part.nested) spec = co_await render(vm, spec, call, depth - 1);
    Value formatted = co_await vm.format(value, spec);
    out += vm.text(formatted);
  }
  co_return vm.str(out);
}

// --- %
// ---------------------------------------------------------------------------------------------------------------

// The arguments of %: a tuple's items one after the other, or one object.
struct PercentArgs {
  Value values;
  bool is_tuple;
  std::size_t used = 0;
  std::size_t count(Vm&) const { return is_tuple ? values.as<TupleObject>()->size : 1; }
  Value next(Vm& vm) {
    if (used >= count(vm)) {
      vm.raise_type_error("not enough arguments for format string");
      return {};
    }
    const std::size_t i = used++;
    return is_tuple ? values.as<TupleObject>()->items()[i] : values;
  }
};

// bytes % values works on the bytes as code points (Latin-1) and has its own words.
enum class PercentOf { kStr, kBytes };

std::string latin1_text(std::string_view bytes) {
  std::string out;
  for (const char each : bytes) text::append_code_point(out, static_cast<unsigned char>(each));
  return out;
}
std::string latin1_bytes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();)
    out += static_cast<char>(text::next_code_point(text, i));
  return out;
}

bool percent_byte(Vm& vm, const Value& value, std::string& letter) {
  if (is_bytes(vm, value) || is_bytearray(vm, value)) {
    letter = latin1_text(bytes_text(vm, value));
    if (text::count_code_points(letter) == 1) return true;
  } else if (is_int(vm, value)) {
    std::int64_t code = 0;
    if (!vm.to_int64(value, code) || code < 0 || code > 255) {
      vm.raise(vm.exceptions().OverflowError, "%c arg not in range(256)");
      return false;
    }
    text::append_code_point(letter, static_cast<std::uint32_t>(code));
    return true;
  }
  vm.raise_type_error("%c requires an integer in range(256) or a single byte");
  return false;
}

// What %s and %b make of a value.
SIMUL_RARE Native percent_bytes(Vm& vm, Value value) {
  if (is_bytes_like(vm, value)) co_return vm.str(latin1_text(bytes_copy(vm, value)));
  if (vm.lookup(vm.type_of(value), vm.name("__bytes__")) == nullptr) {
    co_return vm.raise_type_error(
        cat("%b requires a bytes-like object, or an object that implements __bytes__, not '",
            vm.type_name(value),
            "'"));
  }
  Value made = co_await vm.call_method(value, "__bytes__");
  if (!is_bytes(vm, made)) {
    co_return vm.raise_type_error(
        cat("__bytes__ returned non-bytes (type ", vm.type_name(made), ")"));
  }
  co_return vm.str(latin1_text(bytes_text(vm, made)));
}

bool percent_letter(Vm& vm, const Value& value, std::string& letter) {
  if (vm.is_str(value)) {
    letter = std::string(vm.text(value));
    if (text::count_code_points(letter) == 1) return true;
    vm.raise_type_error("%c requires int or char");
    return false;
  }
  std::int64_t code = 0;
  if (!is_int(vm, value)) {
    vm.raise_type_error("%c requires int or char");
    return false;
  }
  if (!vm.to_int64(value, code)) {
    vm.raise(vm.exceptions().OverflowError, "%c arg not in range(0x110000)");
    return false;
  }
  if (code < 0 || code > 0x10ffff) {
    vm.raise(vm.exceptions().OverflowError, "%c arg not in range(0x110000)");
    return false;
  }
  text::append_code_point(letter, static_cast<std::uint32_t>(code));
  return true;
}

Answer percent_of_int(Vm& vm, const PercentSpec& spec, const Value& number) {
  const BigInt big = big_of(number);
  const bool negative = big.sign() < 0;
  const int base = spec.type == 'o' ? 8 : (spec.type == 'x' || spec.type == 'X' ? 16 : 10);
  std::optional<std::string> digits = (negative ? -big : big).to_string(base, most_digits(vm));
  if (!digits) return too_many_digits(vm);
  return vm.str(percent_int(spec, negative, std::move(*digits)));
}

// The int that %d and %x want: ints, and what has __index__ or (for %d) is a real number.
SIMUL_RARE Native percent_integer(Vm& vm, Value value, std::uint32_t type) {
  if (is_int(vm, value)) co_return value;
  const bool decimal = type == 'd' || type == 'i' || type == 'u';
  if (decimal && is_float(vm, value))
    co_return int_from_double(vm, value.as<FloatObject>()->number);
  Type* cls = vm.type_of(value);
  // What their methods complain about is not heard of.
  if (cls->slots.index != nullptr || (decimal && cls->slots.to_int != nullptr)) {
    const bool by_int = decimal && cls->slots.to_int != nullptr;
    Attempt made;
    if (by_int) {
      made = co_await vm.attempt(vm.call(vm.type_value(vm.types().int_), CallArgs(&value, 1)));
    } else {
      made = co_await vm.attempt(vm.index(value));
    }
    if (made.ok()) co_return made.value;
    if (!vm.matches(made.exception, vm.exceptions().TypeError))
      co_return vm.raise_exception(std::move(made.exception));
    made.exception.reset();
  }
  std::string letter;
  text::append_code_point(letter, type);
  co_return vm.raise_type_error(cat("%",
                                    letter,
                                    decimal ? " format: a real number is required, not "
                                            : " format: an integer is required, not ",
                                    cls->name));
}

SIMUL_RARE Native percent(Vm& vm, Value format, Value values, PercentOf kind) {
  const bool of_bytes = kind == PercentOf::kBytes;
  const std::string decoded = of_bytes ? latin1_text(bytes_text(vm, format)) : std::string();
  const std::string_view text = of_bytes ? std::string_view(decoded) : vm.text(format);
  const bool is_tuple = values.is_object() && vm.is_kind_of(values, vm.types().tuple);
  const bool is_mapping = !is_tuple && !vm.is_str(values) &&
                          vm.type_of(values)->slots.get_item != nullptr &&
                          !vm.is_exactly(values, vm.types().type) &&
                          !(of_bytes && (is_bytes(vm, values) || is_bytearray(vm, values)));
  PercentArgs args{values, is_tuple};
  bool keyed = false;
  std::string out;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t at = std::min(text.find('%', offset), text.size());
    out += text.substr(offset, at - offset);
    if (at == text.size()) break;
    offset = at + 1;
    if (offset < text.size() && text[offset] == '%') {
      out += '%';
      ++offset;
      continue;
    }
    PercentSpec spec;
    if (FormatError error = parse_percent(text, offset, spec)) {
      const bool precise = of_bytes && error.message == "precision too big";
      co_return vm.raise_value_error(precise ? std::string("prec too big") : error.message);
    }
    Value keyed_value;
    if (spec.has_key) {
      if (!is_mapping) co_return vm.raise_type_error("format requires a mapping");
      Value key = of_bytes ? vm.bytes(latin1_bytes(spec.key)) : vm.str(spec.key);
      keyed_value = co_await vm.get_item(values, key);
      keyed = true;
    }
    const auto argument = [&]() -> Value {
      if (keyed_value) return std::move(keyed_value);
      if (keyed) {
        vm.raise_type_error("not enough arguments for format string");
        return {};
      }
      return args.next(vm);
    };
    for (int star = 0; star < 2; ++star) {
      if (!(star == 0 ? spec.width_star : spec.precision_star)) continue;
      Value number = argument();
      if (!number) co_return Raised{};
      std::int64_t n = 0;
      if (!is_int(vm, number)) co_return vm.raise_type_error("* wants int");
      if (!(star == 0 ? size_argument(vm, number, n) : int_argument(vm, number, n)))
        co_return Raised{};
      if (star == 0) {
        if (n < 0) spec.left = true;
        spec.width = n < 0 ? -std::max(n, -INT64_MAX) : n;
      } else {
        spec.precision = std::max<std::int64_t>(n, 0);
      }
    }
    if (spec.width > 0 && vm.heap().would_overflow(spec.width)) co_return vm.raise_memory_error();
    Value value = argument();
    if (!value) co_return Raised{};
    if (of_bytes && spec.type == 'b') spec.type = 's';
    // Of a text it is the most; a number is given so many digits.
    const bool of_text =
        spec.type == 's' || spec.type == 'r' || spec.type == 'a' || spec.type == 'c';
    if (spec.precision > 1'000'000 && !of_text)
      co_return vm.raise_value_error("precision too big (Simul stops at 1000000 digits)");
    switch (spec.type) {
      case 's':
      case 'r':
      case 'a':
      case 'c':
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': break;
      default: {
        if (of_bytes && spec.type > 127) {
          co_return vm.raise(vm.exceptions().OverflowError,
                             "character argument not in range(0x110000)");
        }
        std::string letter;
        text::append_code_point(letter, spec.type >= 31 && spec.type <= 126 ? spec.type : '?');
        std::string hex;
        for (std::uint32_t code = spec.type; code != 0; code >>= 4)
          hex.insert(0, 1, "0123456789abcdef"[code & 15]);
        co_return vm.raise_value_error(cat("unsupported format character '",
                                           letter,
                                           "' (0x",
                                           hex,
                                           ") at index ",
                                           spec.type_index));
      }
    }
    switch (spec.type) {
      case 's':
      case 'r':
      case 'a': {
        Value shown;
        if (of_bytes && spec.type == 's') {
          shown = co_await percent_bytes(vm, value);
        } else if (of_bytes) {
          shown = co_await vm.ascii(value);
        } else if (spec.type == 's') {
          shown = co_await vm.str_of(value);
        } else if (spec.type == 'r') {
          shown = co_await vm.repr(value);
        } else {
          shown = co_await vm.ascii(value);
        }
        out += percent_text(spec, vm.text(shown));
        break;
      }
      case 'c': {
        std::string letter;
        if (!vm.is_str(value) && !is_bytes(vm, value) && !is_bytearray(vm, value) &&
            vm.type_of(value)->slots.index != nullptr)
          value = co_await vm.index(value);
        if (!(of_bytes ? percent_byte(vm, value, letter) : percent_letter(vm, value, letter)))
          co_return Raised{};
        PercentSpec as_text = spec;
        as_text.precision = -1;
        out += percent_text(as_text, letter);
        break;
      }
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X': {
        Value number = co_await percent_integer(vm, value, spec.type);
        Value shown = co_await percent_of_int(vm, spec, number);
        out += vm.text(shown);
        break;
      }
      default: {
        double number = 0;
        if (!is_int(vm, value) && !is_float(vm, value)) {
          if (vm.type_of(value)->slots.to_float == nullptr &&
              vm.type_of(value)->slots.index == nullptr) {
            if (of_bytes)
              co_return vm.raise_type_error(
                  cat("float argument required, not ", vm.type_name(value)));
            co_return vm.raise_type_error(cat("must be real number, not ", vm.type_name(value)));
          }
          value = co_await vm.call(vm.type_value(vm.types().float_), CallArgs(&value, 1));
        }
        if (!number_to_double(vm, value, number)) {
          if (!of_bytes) co_return Raised{};
          vm.take_raised();
          co_return vm.raise_type_error(cat("float argument required, not ", vm.type_name(value)));
        }
        out += percent_float(spec, number);
        break;
      }
    }
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
  }
  const bool left_over = args.used < args.count(vm) && !keyed;
  if (left_over && !is_mapping) {
    co_return vm.raise_type_error(
        cat("not all arguments converted during ", of_bytes ? "bytes" : "string", " formatting"));
  }
  if (of_bytes) co_return bytes_as(vm, format, latin1_bytes(out));
  co_return vm.str(out);
}

}  // namespace

Answer str_percent(Vm& vm, const Value& format, const Value& values) {
  return percent(vm, format, values, PercentOf::kStr);
}

Answer bytes_percent(Vm& vm, const Value& format, const Value& values) {
  return percent(vm, format, values, PercentOf::kBytes);
}

Answer str_format_method(Vm& vm, const CallArgs& args) {
  auto call = std::make_shared<FormatCall>();
  call->positional.assign(args.values + 1, args.values + args.size());
  for (std::size_t i = 0; i < args.keywords(); ++i) {
    call->named.emplace_back(Value::share(args.keyword_name(i)), args.keyword_value(i));
  }
  return render(vm, args[0], std::move(call), 2);
}

Answer str_format_map(Vm& vm, const CallArgs& args) {
  auto call = std::make_shared<FormatCall>();
  call->mapping = args[1];
  return render(vm, args[0], std::move(call), 2);
}

}  // namespace simul::vm

// The methods that bytes and bytearray have in common: decoding, finding, asking, and the table of
// all; bytes_split.cpp and bytes_change.cpp have the others. Mirrors Objects/bytes_methods.c and
// Objects/stringlib.
#include <algorithm>

#include "vm/bytes_like.hpp"
#include "vm/bytes_parts.hpp"
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/collections.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {

using namespace bytes;

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

// --- decode, hex

Answer decode(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"decode", {"encoding", "errors"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  for (std::size_t i = 0; i < 2; ++i) {
    if (slots[i] && !vm.is_str(slots[i])) {
      return vm.raise_type_error(cat("decode() argument '",
                                     i == 0 ? "encoding" : "errors",
                                     "' must be str, not ",
                                     vm.argument_name(slots[i])));
    }
  }
  return decode_bytes(vm,
                      bytes_text(vm, args[0]),
                      slots[0] ? vm.text(slots[0]) : "utf-8",
                      slots[1] ? vm.text(slots[1]) : "strict");
}

Answer hex(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"hex", {"sep", "bytes_per_sep"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::optional<char> separator;
  std::int64_t group = 1;
  if (slots[0]) {
    const bool str = vm.is_str(slots[0]);
    if (!str && !is_bytes(vm, slots[0])) {
      return vm.raise_type_error("sep must be str or bytes.");
    }
    const std::string_view text = str ? vm.text(slots[0]) : bytes_text(vm, slots[0]);
    if (str ? text::count_code_points(text) != 1 : text.size() != 1)
      return vm.raise_value_error("sep must be length 1.");
    if (text.size() != 1 || static_cast<unsigned char>(text[0]) >= 0x80)
      return vm.raise_value_error("sep must be ASCII.");
    separator = text[0];
  }
  if (slots[1]) {
    if (!is_int(vm, slots[1])) {
      return vm.raise_type_error(
          cat("'", vm.type_name(slots[1]), "' object cannot be interpreted as an integer"));
    }
    if (!clamp_index(vm, slots[1], group)) return Raised{};
  }
  std::string out;
  const std::string_view all = bytes_text(vm, args[0]);
  const auto size = static_cast<std::int64_t>(all.size());
  for (std::int64_t i = 0; i < size; ++i) {
    const auto c = static_cast<unsigned char>(all[static_cast<std::size_t>(i)]);
    // A positive group counts from the right end.
    const bool cut = group > 0 ? (size - i) % group == 0 : (group < 0 && i % -group == 0);
    if (i > 0 && separator && cut) out += *separator;
    out += kDigits[c >> 4];
    out += kDigits[c & 15];
  }
  return vm.str(out);
}

Native from_hex_of(Vm& vm, Value cls, Value content) {
  if (cls.as<Type>() == vm.types().bytes) co_return content;
  co_return vm.call(cls, CallArgs(&content, 1));
}

Answer from_hex(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1])) {
    return vm.raise_type_error(
        cat("fromhex() argument must be str, not ", vm.argument_name(args[1])));
  }
  std::string out;
  int pending = -1;
  const std::string_view text = vm.text(args[1]);
  // One letter beyond ASCII is what it complains of first.
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) continue;
    return vm.raise_value_error(
        cat("non-hexadecimal number found in fromhex() arg at position ", i));
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (pending < 0 && is_space(c)) continue;
    const std::size_t digit = kDigits.find(to_lower(c));
    if (digit == std::string_view::npos) {
      return vm.raise_value_error(
          cat("non-hexadecimal number found in fromhex() arg at position ", i));
    }
    if (pending < 0) {
      pending = static_cast<int>(digit);
    } else {
      out += static_cast<char>(pending * 16 + static_cast<int>(digit));
      pending = -1;
    }
  }
  if (pending >= 0) {
    return vm.raise_value_error(
        cat("non-hexadecimal number found in fromhex() arg at position ", text.size()));
  }
  return from_hex_of(vm, args[0], vm.bytes(out));
}

// --- finding

// What is looked for: bytes-like, or one byte as an int. False: raised.
bool needle_of(Vm& vm, const Value& value, std::string& needle) {
  if (is_bytes_like(vm, value)) {
    needle = bytes_copy(vm, value);
    return true;
  }
  if (!need_unreleased(vm, value)) return false;
  if (!is_int(vm, value)) {
    vm.raise_type_error(
        cat("argument should be integer or bytes-like object, not '", vm.type_name(value), "'"));
    return false;
  }
  char byte = 0;
  if (!byte_of(vm, value, byte, "byte must be in range(0, 256)")) return false;
  needle = std::string(1, byte);
  return true;
}

// The part between the bounds in args[from], args[from + 1]; `outside`: there is none, not even an
// empty one. False: raised.
bool window_of(Vm& vm,
               const CallArgs& args,
               std::size_t from,
               std::string_view& window,
               std::int64_t& start,
               bool& outside) {
  const std::string_view all = bytes_text(vm, args[0]);
  const auto size = static_cast<std::int64_t>(all.size());
  std::int64_t stop = 0;
  if (!resolve_bounds(vm, args, from, size, start, stop)) return false;
  outside = start > stop || start > size;
  window =
      outside ? std::string_view()
              : all.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(stop - start));
  return true;
}

template <bool kLast, bool kMustFind>
Answer find(Vm& vm, const CallArgs& args) {
  std::string needle;
  std::string_view window;
  std::int64_t start = 0;
  bool outside = false;
  if (!needle_of(vm, args[1], needle) || !window_of(vm, args, 2, window, start, outside))
    return Raised{};
  const std::size_t at = outside
                             ? std::string_view::npos
                             : (kLast ? text::rfind(window, needle) : text::find(window, needle));
  if (at != std::string_view::npos) return vm.integer(start + static_cast<std::int64_t>(at));
  if (kMustFind) return vm.raise_value_error("subsection not found");
  return Value::small(-1);
}

Answer count(Vm& vm, const CallArgs& args) {
  std::string needle;
  std::string_view window;
  std::int64_t start = 0;
  bool outside = false;
  if (!needle_of(vm, args[1], needle) || !window_of(vm, args, 2, window, start, outside))
    return Raised{};
  if (outside) return Value::small(0);
  if (needle.empty()) return vm.integer(static_cast<std::int64_t>(window.size()) + 1);
  return vm.integer(text::count(window, needle));
}

template <bool kEnd>
Answer starts(Vm& vm, const CallArgs& args) {
  constexpr const char* kName = kEnd ? "endswith" : "startswith";
  std::string_view window;
  std::int64_t start = 0;
  bool outside = false;
  if (!window_of(vm, args, 2, window, start, outside)) return Raised{};
  const auto matches = [&](const Value& part) {
    const std::string text = bytes_copy(vm, part);
    return !outside && (kEnd ? window.ends_with(text) : window.starts_with(text));
  };
  if (is_bytes_like(vm, args[1])) return Value::boolean(matches(args[1]));
  if (!need_unreleased(vm, args[1])) return Raised{};
  if (!args[1].is_object() || !vm.is_kind_of(args[1], vm.types().tuple)) {
    return vm.raise_type_error(
        cat(kName, " first arg must be bytes or a tuple of bytes, not ", vm.type_name(args[1])));
  }
  for (const Value& each : *args[1].as<TupleObject>()) {
    if (!need_bytes_like(vm, each)) return Raised{};
    if (matches(each)) return Value::boolean(true);
  }
  return Value::boolean(false);
}

// --- asking

template <bool (*kTest)(char)>
Answer all_are(Vm& vm, const CallArgs& args) {
  const std::string_view all = bytes_text(vm, args[0]);
  return Value::boolean(!all.empty() && std::all_of(all.begin(), all.end(), kTest));
}
bool is_alnum(char c) {
  return is_alpha(c) || is_digit(c);
}

Answer is_ascii(Vm& vm, const CallArgs& args) {
  const std::string_view all = bytes_text(vm, args[0]);
  return Value::boolean(std::all_of(
      all.begin(), all.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
}

template <bool (*kWanted)(char), bool (*kOther)(char)>
Answer is_case(Vm& vm, const CallArgs& args) {
  const std::string_view all = bytes_text(vm, args[0]);
  return Value::boolean(std::any_of(all.begin(), all.end(), kWanted) &&
                        std::none_of(all.begin(), all.end(), kOther));
}

Answer is_title(Vm& vm, const CallArgs& args) {
  bool cased = false;
  bool inside = false;
  for (char c : bytes_text(vm, args[0])) {
    if (is_upper(c) && inside) return Value::boolean(false);
    if (is_lower(c) && !inside) return Value::boolean(false);
    inside = is_alpha(c);
    cased = cased || inside;
  }
  return Value::boolean(cased);
}

}  // namespace

std::string_view bytes_text(Vm& vm, const Value& value) {
  if (is_bytearray(vm, value)) return value.as<ByteArrayObject>()->content;
  return value.as<BytesObject>()->text();
}

std::string bytes_copy(Vm& vm, const Value& value) {
  if (!vm.is_kind_of(value, vm.types().memoryview)) return std::string(bytes_text(vm, value));
  const auto* view = value.as<MemoryViewObject>();
  std::string out;
  if (!view->base || view->count == 0) return out;
  const std::string_view all = bytes_text(vm, view->base);
  if (is_contiguous(*view)) {
    return std::string(all.substr(static_cast<std::size_t>(view->start),
                                  static_cast<std::size_t>(view->count * view->row)));
  }
  for (std::int64_t i = 0; i < view->count; ++i) {
    const auto at = static_cast<std::size_t>(view->start + i * view->step);
    out += all.substr(std::min(at, all.size()), static_cast<std::size_t>(view->row));
  }
  return out;
}

Value bytes_as(Vm& vm, const Value& like, std::string_view content) {
  return is_bytearray(vm, like) ? make_bytearray(vm, content) : vm.bytes(content);
}

std::string_view slice_of_bytes(std::string_view all, const SliceRange& range, std::string& room) {
  if (range.count == 0) return {};
  if (range.step == 1)
    return all.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count));
  room.resize(static_cast<std::size_t>(range.count));
  for (std::int64_t i = 0; i < range.count; ++i)
    room[static_cast<std::size_t>(i)] = all[static_cast<std::size_t>(range.at(i))];
  return room;
}

bool need_unreleased(Vm& vm, const Value& value) {
  if (!is_released_view(vm, value)) return true;
  vm.raise_value_error("operation forbidden on released memoryview object");
  return false;
}

bool need_bytes_like(Vm& vm, const Value& value) {
  if (is_bytes_like(vm, value)) return true;
  if (!need_unreleased(vm, value)) return false;
  vm.raise_type_error(cat("a bytes-like object is required, not '", vm.type_name(value), "'"));
  return false;
}

bool byte_of(Vm& vm, const Value& value, char& byte, std::string_view complaint) {
  std::int64_t number = 0;
  if (!vm.to_int64(value, number) || number < 0 || number > 255) {
    vm.raise_value_error(complaint);
    return false;
  }
  byte = static_cast<char>(number);
  return true;
}

std::vector<NativeDef> bytes_methods() {
  return {{"decode", decode, 0, 2, kKeywords},
          {"hex", hex, 0, 2, kKeywords},
          {"fromhex", from_hex, 1, 1, kClassMethod},
          {"maketrans", make_translation, 2, 2, kStaticMethod},
          {"find", find<false, false>, 1, 3},
          {"rfind", find<true, false>, 1, 3},
          {"index", find<false, true>, 1, 3},
          {"rindex", find<true, true>, 1, 3},
          {"count", count, 1, 3},
          {"startswith", starts<false>, 1, 3},
          {"endswith", starts<true>, 1, 3},
          {"split", split<false>, 0, 2, kKeywords},
          {"rsplit", split<true>, 0, 2, kKeywords},
          {"splitlines", split_lines, 0, 1, kKeywords},
          {"partition", partition<false>, 1, 1},
          {"rpartition", partition<true>, 1, 1},
          {"join", join, 1, 1},
          {"replace", replace, 2, 3},
          {"strip", strip<true, true>, 0, 1},
          {"lstrip", strip<true, false>, 0, 1},
          {"rstrip", strip<false, true>, 0, 1},
          {"removeprefix", remove_affix<false>, 1, 1},
          {"removesuffix", remove_affix<true>, 1, 1},
          {"upper", upper, 0, 0},
          {"lower", lower, 0, 0},
          {"swapcase", swapcase, 0, 0},
          {"capitalize", capitalize, 0, 0},
          {"title", title, 0, 0},
          {"ljust", justify<-1>, 1, 2},
          {"center", justify<0>, 1, 2},
          {"rjust", justify<1>, 1, 2},
          {"zfill", zero_fill, 1, 1},
          {"expandtabs", expand_tabs, 0, 1, kKeywords},
          {"translate", translate, 1, 2, kKeywords},
          {"isalpha", all_are<is_alpha>, 0, 0},
          {"isdigit", all_are<is_digit>, 0, 0},
          {"isalnum", all_are<is_alnum>, 0, 0},
          {"isspace", all_are<is_space>, 0, 0},
          {"isascii", is_ascii, 0, 0},
          {"islower", is_case<is_lower, is_upper>, 0, 0},
          {"isupper", is_case<is_upper, is_lower>, 0, 0},
          {"istitle", is_title, 0, 0}};
}

}  // namespace simul::vm

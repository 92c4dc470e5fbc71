// The methods that bytes and bytearray have in common. Mirrors Objects/bytes_methods.c and
// Objects/stringlib.
#include <algorithm>

#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/collections.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

constexpr std::string_view kSpaces = " \t\n\r\v\f";
constexpr std::string_view kDigits = "0123456789abcdef";

bool is_space(char c) {
  return kSpaces.find(c) != std::string_view::npos;
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_alpha(char c) {
  return is_lower(c) || is_upper(c);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char swap_case(char c) {
  return static_cast<char>(c ^ 0x20);
}
char to_lower(char c) {
  return is_upper(c) ? swap_case(c) : c;
}
char to_upper(char c) {
  return is_lower(c) ? swap_case(c) : c;
}

using Pieces = std::vector<std::string_view>;

Answer list_of(Vm& vm, const Value& like, const Pieces& pieces) {
  std::vector<Value> items;
  items.reserve(pieces.size());
  for (std::string_view piece : pieces) items.push_back(bytes_as(vm, like, piece));
  return vm.list(std::move(items));
}

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
                                     vm.type_name(slots[i])));
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
  char separator = '\0';
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
    if (i > 0 && separator != '\0' && cut) out += separator;
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
    return vm.raise_type_error(cat("fromhex() argument must be str, not ", vm.type_name(args[1])));
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

// --- splitting and joining

Pieces split_spaces(std::string_view all, std::int64_t max, bool from_right) {
  Pieces out;
  std::size_t begin = 0;
  std::size_t end = all.size();
  const auto trim = [&](bool left, bool right) {
    while (left && begin < end && is_space(all[begin])) ++begin;
    while (right && begin < end && is_space(all[end - 1])) --end;
  };
  for (;;) {
    trim(!from_right, from_right);
    if (begin == end) break;
    if (max == 0) {
      trim(from_right, !from_right);
      // What is left over keeps the spaces on the side from which nothing was cut.
      out.push_back(from_right ? all.substr(0, end) : all.substr(begin));
      break;
    }
    if (max > 0) --max;
    std::size_t at = from_right ? end : begin;
    if (from_right) {
      while (at > begin && !is_space(all[at - 1])) --at;
      out.push_back(all.substr(at, end - at));
      end = at;
    } else {
      while (at < end && !is_space(all[at])) ++at;
      out.push_back(all.substr(begin, at - begin));
      begin = at;
    }
  }
  if (from_right) std::reverse(out.begin(), out.end());
  return out;
}

template <bool kFromRight>
Answer split(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{kFromRight ? "rsplit" : "split", {"sep", "maxsplit"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::int64_t max = -1;
  if (slots[1] && !size_argument(vm, slots[1], max)) return Raised{};
  const std::string_view all = bytes_text(vm, args[0]);
  if (!slots[0] || slots[0].is_none())
    return list_of(vm, args[0], split_spaces(all, max, kFromRight));
  if (!need_bytes_like(vm, slots[0])) return Raised{};
  const std::string separator = bytes_copy(vm, slots[0]);
  if (separator.empty()) return vm.raise_value_error("empty separator");
  return list_of(vm,
                 args[0],
                 kFromRight ? text::rsplit(all, separator, max) : text::split(all, separator, max));
}

Answer split_lines(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"splitlines", {"keepends"}, 1};
  Value slots[1];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  const bool keep = slots[0] && !slots[0].is_false() && !slots[0].is_none() &&
                    !(slots[0].is_small() && slots[0].as_small() == 0);
  Pieces out;
  std::string_view all = bytes_text(vm, args[0]);
  while (!all.empty()) {
    const std::size_t at = all.find_first_of("\r\n");
    if (at == std::string_view::npos) {
      out.push_back(all);
      break;
    }
    const std::size_t end = all.substr(at).starts_with("\r\n") ? at + 2 : at + 1;
    out.push_back(all.substr(0, keep ? end : at));
    all.remove_prefix(end);
  }
  return list_of(vm, args[0], out);
}

template <bool kFromRight>
Answer partition(Vm& vm, const CallArgs& args) {
  if (!need_bytes_like(vm, args[1])) return Raised{};
  const std::string_view all = bytes_text(vm, args[0]);
  const std::string separator = bytes_copy(vm, args[1]);
  if (separator.empty()) return vm.raise_value_error("empty separator");
  const std::size_t at = kFromRight ? text::rfind(all, separator) : text::find(all, separator);
  const Value& self = args[0];
  if (at == std::string_view::npos) {
    if (kFromRight)
      return vm.tuple({bytes_as(vm, self, ""), bytes_as(vm, self, ""), bytes_as(vm, self, all)});
    return vm.tuple({bytes_as(vm, self, all), bytes_as(vm, self, ""), bytes_as(vm, self, "")});
  }
  return vm.tuple({bytes_as(vm, self, all.substr(0, at)),
                   bytes_as(vm, self, separator),
                   bytes_as(vm, self, all.substr(at + separator.size()))});
}

Native join(Vm& vm, OwnedArgs args) {
  Value list = co_await parts_to_join(vm, args[1]);
  std::string out;
  const auto& items = list.as<ListObject>()->items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_bytes_like(vm, items[i])) {
      co_return vm.raise_type_error(cat("sequence item ",
                                        i,
                                        ": expected a bytes-like object, ",
                                        vm.type_name(items[i]),
                                        " found"));
    }
    if (i > 0) out += bytes_text(vm, args[0]);
    out += bytes_copy(vm, items[i]);
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
  }
  co_return bytes_as(vm, args[0], out);
}

// --- changing

Answer replace(Vm& vm, const CallArgs& args) {
  std::int64_t max = -1;
  if (!need_bytes_like(vm, args[1]) || !need_bytes_like(vm, args[2])) return Raised{};
  if (args.size() > 3 && !size_argument(vm, args[3], max)) return Raised{};
  const std::string_view all = bytes_text(vm, args[0]);
  const std::string from = bytes_copy(vm, args[1]);
  const std::string to = bytes_copy(vm, args[2]);
  std::string out;
  std::size_t begin = 0;
  const auto full = [&] { return vm.heap().would_overflow(static_cast<std::int64_t>(out.size())); };
  if (from.empty()) {
    for (std::size_t i = 0; i <= all.size(); ++i) {
      if (max != 0) out += to;
      if (max > 0) --max;
      if (i < all.size()) out += all[i];
      if (full()) return vm.raise_memory_error();
    }
    return bytes_as(vm, args[0], out);
  }
  for (; max != 0; max -= max > 0 ? 1 : 0) {
    const std::size_t at = text::find(all, from, begin);
    if (at == std::string_view::npos) break;
    out += all.substr(begin, at - begin);
    out += to;
    begin = at + from.size();
    if (full()) return vm.raise_memory_error();
  }
  out += all.substr(begin);
  return bytes_as(vm, args[0], out);
}

template <bool kLeft, bool kRight>
Answer strip(Vm& vm, const CallArgs& args) {
  std::string_view all = bytes_text(vm, args[0]);
  std::string chars(kSpaces);
  if (args.size() > 1 && !args[1].is_none()) {
    if (!need_bytes_like(vm, args[1])) return Raised{};
    chars = bytes_copy(vm, args[1]);
  }
  const auto drops = [&](char c) { return chars.find(c) != std::string::npos; };
  while (kLeft && !all.empty() && drops(all.front())) all.remove_prefix(1);
  while (kRight && !all.empty() && drops(all.back())) all.remove_suffix(1);
  return bytes_as(vm, args[0], all);
}

template <bool kEnd>
Answer remove_affix(Vm& vm, const CallArgs& args) {
  if (!need_bytes_like(vm, args[1])) return Raised{};
  std::string_view all = bytes_text(vm, args[0]);
  const std::string affix = bytes_copy(vm, args[1]);
  if (kEnd && all.ends_with(affix)) all.remove_suffix(affix.size());
  if (!kEnd && all.starts_with(affix)) all.remove_prefix(affix.size());
  return bytes_as(vm, args[0], all);
}

template <char (*kChange)(char)>
Answer change_each(Vm& vm, const CallArgs& args) {
  std::string out(bytes_text(vm, args[0]));
  for (char& c : out) c = kChange(c);
  return bytes_as(vm, args[0], out);
}
char swap_letter(char c) {
  return is_alpha(c) ? swap_case(c) : c;
}

Answer capitalize(Vm& vm, const CallArgs& args) {
  std::string out(bytes_text(vm, args[0]));
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = i == 0 ? to_upper(out[i]) : to_lower(out[i]);
  return bytes_as(vm, args[0], out);
}

Answer title(Vm& vm, const CallArgs& args) {
  std::string out(bytes_text(vm, args[0]));
  bool inside = false;
  for (char& c : out) {
    const bool letter = is_alpha(c);
    c = inside ? to_lower(c) : to_upper(c);
    inside = letter;
  }
  return bytes_as(vm, args[0], out);
}

// side < 0: text to the left, 0: in the middle, > 0: to the right.
template <int kSide>
Answer justify(Vm& vm, const CallArgs& args) {
  constexpr const char* kName = kSide < 0 ? "ljust" : (kSide > 0 ? "rjust" : "center");
  std::int64_t width = 0;
  if (!is_int(vm, args[1])) {
    return vm.raise_type_error(
        cat("'", vm.type_name(args[1]), "' object cannot be interpreted as an integer"));
  }
  if (!size_argument(vm, args[1], width)) return Raised{};
  char fill = ' ';
  if (args.size() > 2) {
    if (!is_bytes(vm, args[2]) && !is_bytearray(vm, args[2])) {
      return vm.raise_type_error(cat(
          kName, "() argument 2 must be a byte string of length 1, not ", vm.type_name(args[2])));
    }
    const std::string_view text = bytes_text(vm, args[2]);
    if (text.size() != 1) {
      return vm.raise_type_error(cat(kName,
                                     "(): argument 2 must be a byte string of length 1, not a ",
                                     vm.type_name(args[2]),
                                     " object of length ",
                                     text.size()));
    }
    fill = text[0];
  }
  const std::string_view all = bytes_text(vm, args[0]);
  const std::int64_t room = width - static_cast<std::int64_t>(all.size());
  if (room <= 0) return bytes_as(vm, args[0], all);
  if (vm.heap().would_overflow(room)) return vm.raise_memory_error();
  const std::int64_t left = kSide < 0 ? 0 : (kSide > 0 ? room : room / 2 + (room & width & 1));
  std::string out(static_cast<std::size_t>(left), fill);
  out += all;
  out.append(static_cast<std::size_t>(room - left), fill);
  return bytes_as(vm, args[0], out);
}

Answer zero_fill(Vm& vm, const CallArgs& args) {
  std::int64_t width = 0;
  if (!is_int(vm, args[1])) {
    return vm.raise_type_error(
        cat("'", vm.type_name(args[1]), "' object cannot be interpreted as an integer"));
  }
  if (!size_argument(vm, args[1], width)) return Raised{};
  std::string_view all = bytes_text(vm, args[0]);
  const std::int64_t room = width - static_cast<std::int64_t>(all.size());
  if (room <= 0) return bytes_as(vm, args[0], all);
  if (vm.heap().would_overflow(room)) return vm.raise_memory_error();
  std::string out;
  if (!all.empty() && (all[0] == '+' || all[0] == '-')) {
    out += all[0];
    all.remove_prefix(1);
  }
  out.append(static_cast<std::size_t>(room), '0');
  out += all;
  return bytes_as(vm, args[0], out);
}

Answer expand_tabs(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"expandtabs", {"tabsize"}, 1};
  Value slots[1];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::int64_t size = 8;
  if (slots[0] && !int_argument(vm, slots[0], size)) return Raised{};
  std::string out;
  std::int64_t column = 0;
  for (char c : bytes_text(vm, args[0])) {
    if (c == '\t') {
      const std::int64_t step = size > 0 ? size - column % size : 0;
      if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size()) + step))
        return vm.raise_memory_error();
      out.append(static_cast<std::size_t>(step), ' ');
      column += step;
      continue;
    }
    out += c;
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return bytes_as(vm, args[0], out);
}

Answer translate(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"translate", {"table", "delete"}, 2, 1, 1};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::string table;
  if (!slots[0].is_none()) {
    if (!need_bytes_like(vm, slots[0])) return Raised{};
    table = bytes_copy(vm, slots[0]);
    if (table.size() != 256)
      return vm.raise_value_error("translation table must be 256 characters long");
  }
  std::string gone;
  if (slots[1]) {
    if (!need_bytes_like(vm, slots[1])) return Raised{};
    gone = bytes_copy(vm, slots[1]);
  }
  std::string out;
  for (char c : bytes_text(vm, args[0])) {
    if (gone.find(c) != std::string::npos) continue;
    out += table.empty() ? c : table[static_cast<unsigned char>(c)];
  }
  return bytes_as(vm, args[0], out);
}

Answer make_translation(Vm& vm, const CallArgs& args) {
  if (!need_bytes_like(vm, args[0]) || !need_bytes_like(vm, args[1])) return Raised{};
  const std::string from = bytes_copy(vm, args[0]);
  const std::string to = bytes_copy(vm, args[1]);
  if (from.size() != to.size())
    return vm.raise_value_error("maketrans arguments must have same length");
  std::string table(256, '\0');
  for (std::size_t i = 0; i < 256; ++i) table[i] = static_cast<char>(i);
  for (std::size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return vm.bytes(table);
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
  if (!view->base) return out;
  const std::string_view all = bytes_text(vm, view->base);
  if (view->step == view->width) {
    return std::string(all.substr(static_cast<std::size_t>(view->start),
                                  static_cast<std::size_t>(view->count * view->width)));
  }
  for (std::int64_t i = 0; i < view->count; ++i) {
    const auto at = static_cast<std::size_t>(view->start + i * view->step);
    out += all.substr(std::min(at, all.size()), static_cast<std::size_t>(view->width));
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

bool need_bytes_like(Vm& vm, const Value& value) {
  if (is_bytes_like(vm, value)) return true;
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
          {"upper", change_each<to_upper>, 0, 0},
          {"lower", change_each<to_lower>, 0, 0},
          {"swapcase", change_each<swap_letter>, 0, 0},
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

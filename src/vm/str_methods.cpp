// The methods of str over the algorithms of text.hpp: finding, changing, encoding, and the table of
// all of them; splitting and joining are in str_split.cpp. Mirrors Objects/unicodeobject.c.
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/str_parts.hpp"
#include "vm/text.hpp"

namespace simul::vm {

std::string_view cut(const Value& string, std::int64_t start, std::int64_t stop) {
  const StrObject* s = str_of(string);
  if (start >= stop) return {};
  if (s->ascii())
    return s->text().substr(static_cast<std::size_t>(start),
                            static_cast<std::size_t>(stop - start));
  const std::size_t begin = text::offset_of(s->text(), static_cast<std::size_t>(start));
  const std::string_view rest = s->text().substr(begin);
  return rest.substr(0, text::offset_of(rest, static_cast<std::size_t>(stop - start)));
}

Value plain(Vm& vm, const Value& string) {
  return vm.is_exactly(string, vm.types().str) ? string : vm.str(vm.text(string));
}

Value piece(Vm& vm, const Value& whole, std::string_view part) {
  if (part.size() == str_of(whole)->size) return plain(vm, whole);
  return str_of(whole)->ascii() ? ascii_str(vm, part) : vm.str(part);
}

bool need_str(Vm& vm, const Value& value, std::string_view message) {
  if (vm.is_str(value)) return true;
  // An argument's None is called so; elsewhere it is a NoneType.
  const bool argument = message.size() > 20;
  vm.raise_type_error(cat(message, argument && value.is_none() ? "None" : vm.type_name(value)));
  return false;
}

namespace {

constexpr std::size_t kLarge = 1'000'000;  // bytes: more is not made before there is room for it

// --- finding
// ---------------------------------------------------------------------------------------------------------

// Index of the first or last occurrence between the bounds, or -1; false: raised.
bool find_in(Vm& vm, const CallArgs& args, bool last, const char* name, std::int64_t& found) {
  if (!vm.is_str(args[1])) {
    vm.raise_type_error(cat(name,
                            "() argument 1 must be str, not ",
                            args[1].is_none() ? "None" : vm.type_name(args[1])));
    return false;
  }
  std::int64_t start = 0;
  std::int64_t stop = 0;
  if (!resolve_bounds(vm, args, 2, length_of(args[0]), start, stop)) return false;
  found = -1;
  const std::string_view needle = vm.text(args[1]);
  if (start > stop || start > length_of(args[0])) return true;
  const std::string_view window = cut(args[0], start, stop);
  const std::size_t at = last ? text::rfind(window, needle) : text::find(window, needle);
  if (at == std::string_view::npos) return true;
  const bool ascii = str_of(args[0])->ascii();
  found =
      start + static_cast<std::int64_t>(ascii ? at : text::count_code_points(window.substr(0, at)));
  return true;
}

template <bool kLast, bool kMustFind>
Answer str_find(Vm& vm, const CallArgs& args) {
  std::int64_t found = 0;
  constexpr const char* kName =
      kMustFind ? (kLast ? "rindex" : "index") : (kLast ? "rfind" : "find");
  if (!find_in(vm, args, kLast, kName, found)) return Raised{};
  if (kMustFind && found < 0) return vm.raise_value_error("substring not found");
  return vm.integer(found);
}

Answer str_count(Vm& vm, const CallArgs& args) {
  if (!need_str(vm, args[1], "count() argument 1 must be str, not ")) return Raised{};
  if (args.size() == 2) return vm.integer(text::count(vm.text(args[0]), vm.text(args[1])));
  std::int64_t start = 0;
  std::int64_t stop = 0;
  if (!resolve_bounds(vm, args, 2, length_of(args[0]), start, stop)) return Raised{};
  if (start > stop || start > length_of(args[0])) return Value::small(0);
  return vm.integer(text::count(cut(args[0], start, stop), vm.text(args[1])));
}

template <bool kEnd>
Answer str_starts(Vm& vm, const CallArgs& args) {
  constexpr const char* kName = kEnd ? "endswith" : "startswith";
  if (args.size() == 2 && vm.is_str(args[1])) {
    const std::string_view all = vm.text(args[0]);
    const std::string_view part = vm.text(args[1]);
    return Value::boolean(kEnd ? all.ends_with(part) : all.starts_with(part));
  }
  std::int64_t start = 0;
  std::int64_t stop = 0;
  if (!resolve_bounds(vm, args, 2, length_of(args[0]), start, stop)) return Raised{};
  const bool outside = start > stop || start > length_of(args[0]);
  const std::string_view window = outside ? std::string_view() : cut(args[0], start, stop);
  const auto matches = [&](const Value& part) {
    if (outside) return false;
    return kEnd ? window.ends_with(vm.text(part)) : window.starts_with(vm.text(part));
  };
  if (vm.is_str(args[1])) return Value::boolean(matches(args[1]));
  if (!args[1].is_object() || !vm.is_kind_of(args[1], vm.types().tuple)) {
    return vm.raise_type_error(
        cat(kName, " first arg must be str or a tuple of str, not ", vm.type_name(args[1])));
  }
  for (const Value& each : *args[1].as<TupleObject>()) {
    if (!vm.is_str(each)) {
      return vm.raise_type_error(
          cat("tuple for ", kName, " must only contain str, not ", vm.type_name(each)));
    }
    if (matches(each)) return Value::boolean(true);
  }
  return Value::boolean(false);
}

// --- changing
// --------------------------------------------------------------------------------------------------------

char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
char upper_ascii(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
char swap_ascii(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter ? static_cast<char>(c ^ 32) : c;
}

// `kRest` is what becomes of ASCII, `kFirst` of its first letter.
template <std::string (*kChange)(std::string_view),
          char (*kRest)(char) = nullptr,
          char (*kFirst)(char) = kRest>
Answer str_change(Vm& vm, const CallArgs& args) {
  const std::string_view all = vm.text(args[0]);
  if (all.size() > kLarge && vm.heap().would_overflow(static_cast<std::int64_t>(all.size())))
    return vm.raise_memory_error();
  if constexpr (kRest != nullptr) {
    if (str_of(args[0])->ascii() && all.size() > 1) {
      StrObject* made = vm.make_str(all.size(), all.size());
      const char* from = str_of(args[0])->data();
      char* to = made->data();
      for (std::size_t i = 0; i < all.size(); ++i) to[i] = kRest(from[i]);
      if constexpr (kFirst != kRest) to[0] = kFirst(from[0]);
      return Value::adopt(made);
    }
  }
  return vm.str(kChange(all));
}

template <std::uint32_t kFlag>
Answer str_all(Vm& vm, const CallArgs& args) {
  return Value::boolean(text::all_have(vm.text(args[0]), kFlag));
}

template <bool (*kTest)(std::string_view)>
Answer str_test(Vm& vm, const CallArgs& args) {
  return Value::boolean(kTest(vm.text(args[0])));
}

Answer str_is_ascii(Vm&, const CallArgs& args) {
  return Value::boolean(str_of(args[0])->ascii());
}

template <bool kLeft, bool kRight>
Answer str_strip(Vm& vm, const CallArgs& args) {
  const std::string_view all = vm.text(args[0]);
  if (args.size() == 1 || args[1].is_none())
    return piece(vm, args[0], text::strip(all, kLeft, kRight));
  if (!vm.is_str(args[1])) {
    constexpr const char* kName = kLeft && kRight ? "strip" : (kLeft ? "lstrip" : "rstrip");
    return vm.raise_type_error(cat(kName, " arg must be None or str"));
  }
  return piece(vm, args[0], text::strip_chars(all, vm.text(args[1]), kLeft, kRight));
}

bool fill_argument(Vm& vm, const CallArgs& args, std::int64_t& width, std::string_view& fill) {
  fill = " ";
  if (!size_argument(vm, args[1], width)) return false;
  if (args.size() > 2) {
    if (!vm.is_str(args[2])) {
      vm.raise_type_error(
          cat("The fill character must be a unicode character, not ", vm.type_name(args[2])));
      return false;
    }
    if (length_of(args[2]) != 1) {
      vm.raise_type_error("The fill character must be exactly one character long");
      return false;
    }
    fill = vm.text(args[2]);
  }
  if (width > 1'000'000 &&
      (vm.heap().would_overflow(width) || vm.heap().would_overflow(width * 4))) {
    vm.raise_memory_error();
    return false;
  }
  return true;
}

// `count` times the fill character, and where they end.
char* put_fill(char* to, std::string_view fill, std::int64_t count) {
  if (fill.size() == 1) {
    std::memset(to, fill[0], static_cast<std::size_t>(count));
    return to + count;
  }
  for (std::int64_t i = 0; i < count; ++i) {
    std::memcpy(to, fill.data(), fill.size());
    to += fill.size();
  }
  return to;
}

Answer pad(
    Vm& vm, const Value& self, std::int64_t left, std::int64_t right, std::string_view fill) {
  if (left <= 0 && right <= 0) return plain(vm, self);
  const StrObject* text = str_of(self);
  const auto more = static_cast<std::size_t>(left + right);
  if (text->length + more == 1) return vm.str(fill);
  StrObject* made = vm.make_str(text->size + more * fill.size(), text->length + more);
  char* to = put_fill(made->data(), fill, left);
  std::memcpy(to, text->data(), text->size);
  put_fill(to + text->size, fill, right);
  return Value::adopt(made);
}

template <int kWhere>  // -1: text to the left, 1: to the right, 0: in the middle
Answer str_justify(Vm& vm, const CallArgs& args) {
  std::int64_t width = 0;
  std::string_view fill;
  if (!fill_argument(vm, args, width, fill)) return Raised{};
  const std::int64_t space = std::max<std::int64_t>(width - length_of(args[0]), 0);
  if constexpr (kWhere < 0) return pad(vm, args[0], 0, space, fill);
  if constexpr (kWhere > 0) return pad(vm, args[0], space, 0, fill);
  const std::int64_t left = space / 2 + (space & width & 1);
  return pad(vm, args[0], left, space - left, fill);
}

Answer str_zfill(Vm& vm, const CallArgs& args) {
  std::int64_t width = 0;
  if (!size_argument(vm, args[1], width)) return Raised{};
  const std::int64_t space = width - length_of(args[0]);
  if (space <= 0) return plain(vm, args[0]);
  if (vm.heap().would_overflow(space)) return vm.raise_memory_error();
  std::string out(vm.text(args[0]));
  const std::size_t at = !out.empty() && (out[0] == '+' || out[0] == '-') ? 1 : 0;
  out.insert(at, static_cast<std::size_t>(space), '0');
  return vm.str(out);
}

Answer str_replace(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"replace", {"old", "new", "count"}, 3, 2, 2};
  Value slots[3];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  if (!need_str(vm, slots[0], "replace() argument 1 must be str, not ")) return Raised{};
  if (!need_str(vm, slots[1], "replace() argument 2 must be str, not ")) return Raised{};
  std::int64_t max = -1;
  if (slots[2] && !size_argument(vm, slots[2], max)) return Raised{};
  const std::string_view all = vm.text(args[0]);
  const std::string_view from = vm.text(slots[0]);
  const std::string_view to = vm.text(slots[1]);
  if (max == 0 || from.size() > all.size()) return plain(vm, args[0]);
  if (from.empty()) {
    if (vm.heap().would_overflow(text::count(all, from) * static_cast<std::int64_t>(to.size())))
      return vm.raise_memory_error();
    return vm.str(text::replace(all, from, to, max));
  }
  // Where it stands: the first few places are kept, so that they are looked for only once.
  constexpr std::size_t kKept = 16;
  std::size_t kept[kKept];
  std::size_t times = 0;
  for (std::size_t at = text::find(all, from); at != std::string_view::npos;
       at = text::find(all, from, at + from.size())) {
    if (times < kKept) kept[times] = at;
    if (static_cast<std::int64_t>(++times) == max) break;
  }
  if (times == 0) return plain(vm, args[0]);
  if (to.size() > from.size() && vm.heap().would_overflow(static_cast<std::int64_t>(times) *
                                                          static_cast<std::int64_t>(to.size())))
    return vm.raise_memory_error();
  const std::size_t bytes = all.size() - times * from.size() + times * to.size();
  const std::size_t length =
      str_of(args[0])->length - times * str_of(slots[0])->length + times * str_of(slots[1])->length;
  if (bytes <= 1) return vm.str(text::replace(all, from, to, max));
  StrObject* made = vm.make_str(bytes, length);
  char* out = made->data();
  std::size_t begin = 0;
  for (std::size_t i = 0; i < times; ++i) {
    const std::size_t at = i < kKept ? kept[i] : text::find(all, from, begin);
    std::memcpy(out, all.data() + begin, at - begin);
    out += at - begin;
    std::memcpy(out, to.data(), to.size());
    out += to.size();
    begin = at + from.size();
  }
  std::memcpy(out, all.data() + begin, all.size() - begin);
  return Value::adopt(made);
}

Answer str_remove_prefix(Vm& vm, const CallArgs& args) {
  if (!need_str(vm, args[1], "removeprefix() argument must be str, not ")) return Raised{};
  std::string_view all = vm.text(args[0]);
  if (all.starts_with(vm.text(args[1]))) all.remove_prefix(vm.text(args[1]).size());
  return piece(vm, args[0], all);
}

Answer str_remove_suffix(Vm& vm, const CallArgs& args) {
  if (!need_str(vm, args[1], "removesuffix() argument must be str, not ")) return Raised{};
  std::string_view all = vm.text(args[0]);
  if (all.ends_with(vm.text(args[1]))) all.remove_suffix(vm.text(args[1]).size());
  return piece(vm, args[0], all);
}

Answer str_expand_tabs(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"expandtabs", {"tabsize"}, 1};
  Value slots[1];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::int64_t size = 8;
  if (slots[0] && !int_argument(vm, slots[0], size)) return Raised{};
  if (size > 0 && vm.heap().would_overflow(size)) return vm.raise_memory_error();
  const std::int64_t left = vm.options().heap_limit - vm.heap().used();
  const std::string out = text::expand_tabs(
      vm.text(args[0]), size, left > 0 ? static_cast<std::size_t>(left) : std::size_t{0});
  if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
    return vm.raise_memory_error();
  return vm.str(out);
}

Answer str_encode(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"encode", {"encoding", "errors"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  for (std::size_t i = 0; i < 2; ++i) {
    if (slots[i] && !vm.is_str(slots[i])) {
      return vm.raise_type_error(cat("encode() argument '",
                                     i == 0 ? "encoding" : "errors",
                                     "' must be str, not ",
                                     vm.argument_name(slots[i])));
    }
  }
  return encode_text(
      vm, args[0], slots[0] ? vm.text(slots[0]) : "utf-8", slots[1] ? vm.text(slots[1]) : "strict");
}

}  // namespace

std::vector<NativeDef> str_methods() {
  using namespace unicode;
  return {{"capitalize", str_change<text::capitalize, lower_ascii, upper_ascii>, 0, 0},
          {"casefold", str_change<text::casefold, lower_ascii>, 0, 0},
          {"center", str_justify<0>, 1, 2},
          {"count", str_count, 1, 3},
          {"encode", str_encode, 0, 2, kKeywords},
          {"endswith", str_starts<true>, 1, 3},
          {"expandtabs", str_expand_tabs, 0, 1, kKeywords},
          {"find", str_find<false, false>, 1, 3},
          {"format", str_format_method, 0, -1, kKeywords},
          {"format_map", str_format_map, 1, 1},
          {"index", str_find<false, true>, 1, 3},
          {"isalnum", str_test<text::is_alnum>, 0, 0},
          {"isalpha", str_all<kAlpha>, 0, 0},
          {"isascii", str_is_ascii, 0, 0},
          {"isdecimal", str_all<kDecimal>, 0, 0},
          {"isdigit", str_all<kDigit>, 0, 0},
          {"isidentifier", str_test<text::is_identifier>, 0, 0},
          {"islower", str_test<text::is_lower>, 0, 0},
          {"isnumeric", str_all<kNumeric>, 0, 0},
          {"isprintable", str_test<text::is_printable>, 0, 0},
          {"isspace", str_all<kSpace>, 0, 0},
          {"istitle", str_test<text::is_title>, 0, 0},
          {"isupper", str_test<text::is_upper>, 0, 0},
          {"join", str_join_method, 1, 1},
          {"ljust", str_justify<-1>, 1, 2},
          {"lower", str_change<text::lower, lower_ascii>, 0, 0},
          {"lstrip", str_strip<true, false>, 0, 1},
          {"maketrans", str_make_translation, 1, 3, kStaticMethod},
          {"partition", str_partition, 1, 1},
          {"removeprefix", str_remove_prefix, 1, 1},
          {"removesuffix", str_remove_suffix, 1, 1},
          {"replace", str_replace, 0, -1, kKeywords},
          {"rfind", str_find<true, false>, 1, 3},
          {"rindex", str_find<true, true>, 1, 3},
          {"rjust", str_justify<1>, 1, 2},
          {"rpartition", str_rpartition, 1, 1},
          {"rsplit", str_rsplit, 0, 2, kKeywords},
          {"rstrip", str_strip<false, true>, 0, 1},
          {"split", str_split, 0, 2, kKeywords},
          {"splitlines", str_split_lines, 0, 1, kKeywords},
          {"startswith", str_starts<false>, 1, 3},
          {"strip", str_strip<true, true>, 0, 1},
          {"swapcase", str_change<text::swapcase, swap_ascii>, 0, 0},
          {"title", str_change<text::title>, 0, 0},
          {"translate", str_translate, 1, 1},
          {"upper", str_change<text::upper, upper_ascii>, 0, 0},
          {"zfill", str_zfill, 1, 1}};
}

}  // namespace simul::vm

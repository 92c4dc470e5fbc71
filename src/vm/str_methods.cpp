// The methods of str over the algorithms of text.hpp: finding, changing, splitting and joining,
// encoding. Mirrors Objects/unicodeobject.c.
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/collections.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/str_parts.hpp"
#include "vm/text.hpp"
#include "vm/unicode_tables.hpp"

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

// --- splitting and joining
// -------------------------------------------------------------------------------------------

Answer list_of(Vm& vm, const Value& whole, const std::vector<std::string_view>& parts) {
  std::vector<Value> items;
  items.reserve(parts.size());
  for (std::string_view part : parts) items.push_back(piece(vm, whole, part));
  return vm.list(std::move(items));
}

// Where the pieces of a text lie. The first ones need no memory beside the list that they become.
class Pieces {
 public:
  void add(std::size_t begin, std::size_t end) {
    const Piece piece{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    if (count_ < kFew) {
      few_[count_] = piece;
    } else {
      more_.push_back(piece);
    }
    ++count_;
  }
  std::int64_t count() const { return static_cast<std::int64_t>(count_); }
  Value list(Vm& vm, const Value& whole) const {
    const std::string_view all = vm.text(whole);
    const bool ascii = str_of(whole)->ascii();
    std::vector<Value> items;
    items.reserve(count_);
    for (std::size_t i = 0; i < count_; ++i) {
      const Piece& each = i < kFew ? few_[i] : more_[i - kFew];
      const std::string_view part = all.substr(each.begin, each.size);
      // One letter, or nothing, is a str that there is already.
      if (ascii && each.size > 1 && each.size < all.size()) {
        StrObject* made = vm.make_str(each.size, each.size);
        std::memcpy(made->data(), part.data(), part.size());
        items.push_back(Value::adopt(made));
      } else {
        items.push_back(piece(vm, whole, part));
      }
    }
    return vm.list(std::move(items));
  }

 private:
  struct Piece {
    std::uint32_t begin, size;
  };
  static constexpr std::size_t kFew = 32;
  Piece few_[kFew];
  std::size_t count_ = 0;
  std::vector<Piece> more_;
};

void split_at(std::string_view all, std::string_view separator, std::int64_t max, Pieces& pieces) {
  std::size_t begin = 0;
  while (max < 0 || pieces.count() < max) {
    const std::size_t at = text::find(all, separator, begin);
    if (at == std::string_view::npos) break;
    pieces.add(begin, at);
    begin = at + separator.size();
  }
  pieces.add(begin, all.size());
}

bool is_ascii_space(char c) {
  return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
}
void split_ascii_spaces(std::string_view all, std::int64_t max, Pieces& pieces) {
  for (std::size_t i = 0; i < all.size();) {
    if (is_ascii_space(all[i])) {
      ++i;
      continue;
    }
    if (max >= 0 && pieces.count() >= max) {
      pieces.add(i, all.size());
      return;
    }
    const std::size_t begin = i;
    while (i < all.size() && !is_ascii_space(all[i])) ++i;
    pieces.add(begin, i);
  }
}

template <bool kFromRight>
Answer str_split(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{kFromRight ? "rsplit" : "split", {"sep", "maxsplit"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  std::int64_t max = -1;
  if (slots[1] && !size_argument(vm, slots[1], max)) return Raised{};
  const std::string_view all = vm.text(args[0]);
  if (!slots[0] || slots[0].is_none()) {
    if (!kFromRight && str_of(args[0])->ascii()) {
      Pieces pieces;
      split_ascii_spaces(all, max, pieces);
      return pieces.list(vm, args[0]);
    }
    return list_of(
        vm, args[0], kFromRight ? text::rsplit_spaces(all, max) : text::split_spaces(all, max));
  }
  if (!need_str(vm, slots[0], "must be str or None, not ")) return Raised{};
  const std::string_view separator = vm.text(slots[0]);
  if (separator.empty()) return vm.raise_value_error("empty separator");
  if (kFromRight) return list_of(vm, args[0], text::rsplit(all, separator, max));
  Pieces pieces;
  split_at(all, separator, max, pieces);
  return pieces.list(vm, args[0]);
}

Answer str_split_lines(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"splitlines", {"keepends"}, 1};
  Value slots[1];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  const bool keep = slots[0] && !slots[0].is_false() && !slots[0].is_none() &&
                    !(slots[0].is_small() && slots[0].as_small() == 0);
  return list_of(vm, args[0], text::split_lines(vm.text(args[0]), keep));
}

template <bool kFromRight>
Answer str_partition(Vm& vm, const CallArgs& args) {
  if (!need_str(vm, args[1], "must be str, not ")) return Raised{};
  const std::string_view all = vm.text(args[0]);
  const std::string_view separator = vm.text(args[1]);
  if (separator.empty()) return vm.raise_value_error("empty separator");
  const std::size_t at = kFromRight ? text::rfind(all, separator) : text::find(all, separator);
  if (at == std::string_view::npos) {
    const Value none = vm.str("");
    if (kFromRight) return vm.tuple({none, none, plain(vm, args[0])});
    return vm.tuple({plain(vm, args[0]), none, none});
  }
  return vm.tuple(
      {vm.str(all.substr(0, at)), plain(vm, args[1]), vm.str(all.substr(at + separator.size()))});
}

Answer join_items(Vm& vm, const Value& separator, const Value* items, std::size_t count) {
  if (count == 0) return vm.str("");
  std::size_t bytes = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (!vm.is_str(items[i])) {
      return vm.raise_type_error(
          cat("sequence item ", i, ": expected str instance, ", vm.type_name(items[i]), " found"));
    }
    bytes += str_of(items[i])->size;
    length += str_of(items[i])->length;
  }
  if (count == 1) return plain(vm, items[0]);
  const StrObject* between = str_of(separator);
  bytes += between->size * (count - 1);
  length += between->length * (count - 1);
  if (vm.heap().would_overflow(static_cast<std::int64_t>(bytes))) return vm.raise_memory_error();
  StrObject* made = vm.make_str(bytes, length);
  if (made == nullptr) return Raised{};
  char* to = made->data();
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0 && between->size == 1) {
      *to++ = *between->data();
    } else if (i > 0) {
      std::memcpy(to, between->data(), between->size);
      to += between->size;
    }
    const StrObject* item = str_of(items[i]);
    std::memcpy(to, item->data(), item->size);
    to += item->size;
  }
  return Value::adopt(made);
}

Native join_iterable(Vm& vm, Value separator, Value iterable) {
  Value list = co_await parts_to_join(vm, iterable);
  const auto& items = list.as<ListObject>()->items;
  co_return join_items(vm, separator, items.data(), items.size());
}

Answer str_join_method(Vm& vm, const CallArgs& args) {
  return str_join(vm, args[0], args[1]);
}

// --- encode, translate
// -----------------------------------------------------------------------------------------------

Answer str_encode(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"encode", {"encoding", "errors"}, 2};
  Value slots[2];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  for (std::size_t i = 0; i < 2; ++i) {
    if (slots[i] && !vm.is_str(slots[i])) {
      return vm.raise_type_error(cat("encode() argument '",
                                     i == 0 ? "encoding" : "errors",
                                     "' must be str, not ",
                                     vm.type_name(slots[i])));
    }
  }
  return encode_text(
      vm, args[0], slots[0] ? vm.text(slots[0]) : "utf-8", slots[1] ? vm.text(slots[1]) : "strict");
}

Native str_translate(Vm& vm, OwnedArgs args) {
  const Value self = args[0];
  const Value table = args[1];
  std::string out;
  std::size_t offset = 0;
  while (offset < vm.text(self).size()) {
    const std::size_t before = offset;
    const std::uint32_t code = text::next_code_point(vm.text(self), offset);
    Attempt found =
        co_await vm.attempt(vm.get_item(table, Value::small(static_cast<std::intptr_t>(code))));
    if (!found.ok()) {
      if (!vm.matches(found.exception, vm.exceptions().LookupError))
        co_return vm.raise_exception(found.exception);
      out += vm.text(self).substr(before, offset - before);
    } else if (found.value.is_none()) {
      continue;
    } else if (vm.is_str(found.value)) {
      out += vm.text(found.value);
    } else {
      std::int64_t mapped = 0;
      if (!vm.to_int64(found.value, mapped)) {
        co_return vm.raise_type_error("character mapping must return integer, None or str");
      }
      if (mapped < 0 || mapped > 0x10ffff) {
        co_return vm.raise_value_error("character mapping must be in range(0x110000)");
      }
      text::append_code_point(out, static_cast<std::uint32_t>(mapped));
    }
    if (vm.heap().would_overflow(static_cast<std::int64_t>(out.size())))
      co_return vm.raise_memory_error();
  }
  co_return vm.str(out);
}

Native str_make_translation(Vm& vm, OwnedArgs args) {
  Value table = vm.dict();
  if (args.size() == 1) {
    if (!args[0].is_object() || !vm.is_kind_of(args[0], vm.types().dict)) {
      co_return vm.raise_type_error("if you give only one argument to maketrans it must be a dict");
    }
    std::vector<std::pair<Value, Value>> pairs;
    for (const Table::Entry& entry : args[0].as<DictObject>()->table.entries()) {
      if (entry.key) pairs.emplace_back(entry.key, entry.value);
    }
    for (auto& [key, value] : pairs) {
      Value number = key;
      if (vm.is_str(key)) {
        if (length_of(key) != 1) {
          co_return vm.raise_value_error("string keys in translate table must be of length 1");
        }
        std::size_t offset = 0;
        number =
            Value::small(static_cast<std::intptr_t>(text::next_code_point(vm.text(key), offset)));
      } else if (!is_int(vm, key)) {
        co_return vm.raise_type_error("keys in translate table must be strings or integers");
      }
      co_await vm.set_item(table, number, value);
    }
    co_return table;
  }
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!vm.is_str(args[i])) {
      co_return vm.raise_type_error(
          cat("maketrans() argument ", i + 1, " must be str, not ", vm.type_name(args[i])));
    }
  }
  if (length_of(args[0]) != length_of(args[1])) {
    co_return vm.raise_value_error("the first two maketrans arguments must have equal length");
  }
  std::size_t a = 0;
  std::size_t b = 0;
  while (a < vm.text(args[0]).size()) {
    const std::uint32_t from = text::next_code_point(vm.text(args[0]), a);
    const std::uint32_t to = text::next_code_point(vm.text(args[1]), b);
    co_await vm.set_item(table,
                         Value::small(static_cast<std::intptr_t>(from)),
                         Value::small(static_cast<std::intptr_t>(to)));
  }
  if (args.size() > 2) {
    for (std::size_t i = 0; i < vm.text(args[2]).size();) {
      const std::uint32_t code = text::next_code_point(vm.text(args[2]), i);
      co_await vm.set_item(table, Value::small(static_cast<std::intptr_t>(code)), Value::none());
    }
  }
  co_return table;
}

}  // namespace

Answer str_join(Vm& vm, const Value& separator, const Value& iterable) {
  std::size_t count = 0;
  if (const Value* items = direct_items(vm, iterable, count))
    return join_items(vm, separator, items, count);
  return join_iterable(vm, separator, iterable);
}

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
          {"partition", str_partition<false>, 1, 1},
          {"removeprefix", str_remove_prefix, 1, 1},
          {"removesuffix", str_remove_suffix, 1, 1},
          {"replace", str_replace, 0, -1, kKeywords},
          {"rfind", str_find<true, false>, 1, 3},
          {"rindex", str_find<true, true>, 1, 3},
          {"rjust", str_justify<1>, 1, 2},
          {"rpartition", str_partition<true>, 1, 1},
          {"rsplit", str_split<true>, 0, 2, kKeywords},
          {"rstrip", str_strip<false, true>, 0, 1},
          {"split", str_split<false>, 0, 2, kKeywords},
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

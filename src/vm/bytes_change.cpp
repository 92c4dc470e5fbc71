// What changes bytes and bytearray letter by letter or at the ends, into a new one: replace, strip,
// case, padding, translate. Mirrors Objects/bytes_methods.c and Objects/stringlib/transmogrify.h.
#include <algorithm>

#include "vm/bytes_parts.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/text.hpp"

namespace simul::vm::bytes {

namespace {

template <char (*kChange)(char)>
Answer change_each(Vm& vm, const CallArgs& args) {
  std::string out(bytes_text(vm, args[0]));
  for (char& c : out) c = kChange(c);
  return bytes_as(vm, args[0], out);
}
char swap_letter(char c) {
  return is_alpha(c) ? swap_case(c) : c;
}

}  // namespace

Answer upper(Vm& vm, const CallArgs& args) {
  return change_each<to_upper>(vm, args);
}

Answer lower(Vm& vm, const CallArgs& args) {
  return change_each<to_lower>(vm, args);
}

Answer swapcase(Vm& vm, const CallArgs& args) {
  return change_each<swap_letter>(vm, args);
}

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

template Answer strip<true, true>(Vm& vm, const CallArgs& args);
template Answer strip<true, false>(Vm& vm, const CallArgs& args);
template Answer strip<false, true>(Vm& vm, const CallArgs& args);
template Answer remove_affix<false>(Vm& vm, const CallArgs& args);
template Answer remove_affix<true>(Vm& vm, const CallArgs& args);
template Answer justify<-1>(Vm& vm, const CallArgs& args);
template Answer justify<0>(Vm& vm, const CallArgs& args);
template Answer justify<1>(Vm& vm, const CallArgs& args);

}  // namespace simul::vm::bytes

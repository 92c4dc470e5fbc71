// What takes bytes and bytearray apart and puts them together: split, splitlines, partition, join.
// Mirrors Objects/stringlib (split.h, partition.h, join.h).
#include <algorithm>

#include "vm/bytes_parts.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/protocols.hpp"
#include "vm/text.hpp"

namespace simul::vm::bytes {

namespace {

using Pieces = std::vector<std::string_view>;

Answer list_of(Vm& vm, const Value& like, const Pieces& pieces) {
  std::vector<Value> items;
  items.reserve(pieces.size());
  for (std::string_view piece : pieces) items.push_back(bytes_as(vm, like, piece));
  return vm.list(std::move(items));
}

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

}  // namespace

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

template Answer split<false>(Vm& vm, const CallArgs& args);
template Answer split<true>(Vm& vm, const CallArgs& args);
template Answer partition<false>(Vm& vm, const CallArgs& args);
template Answer partition<true>(Vm& vm, const CallArgs& args);

}  // namespace simul::vm::bytes

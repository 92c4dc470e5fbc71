// What takes a str apart and puts one together: split, partition, splitlines, join. Mirrors
// PyUnicode_Split(), PyUnicode_Partition() and _PyUnicode_JoinArray() of Objects/unicodeobject.c.
#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/iterators.hpp"
#include "vm/protocols.hpp"
#include "vm/sequence.hpp"
#include "vm/str_object.hpp"
#include "vm/str_parts.hpp"
#include "vm/text.hpp"

namespace simul::vm {

namespace {

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
Answer split_text(Vm& vm, const CallArgs& args) {
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

template <bool kFromRight>
Answer partition_text(Vm& vm, const CallArgs& args) {
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

SIMUL_RARE Native join_iterable(Vm& vm, Value separator, Value iterable) {
  Value list = co_await parts_to_join(vm, iterable);
  const auto& items = list.as<ListObject>()->items;
  co_return join_items(vm, separator, items.data(), items.size());
}

}  // namespace

Answer str_split(Vm& vm, const CallArgs& args) {
  return split_text<false>(vm, args);
}

Answer str_rsplit(Vm& vm, const CallArgs& args) {
  return split_text<true>(vm, args);
}

Answer str_split_lines(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{"splitlines", {"keepends"}, 1};
  Value slots[1];
  if (!vm.parse(args.tail(), kParameters, slots)) return Raised{};
  const bool keep = slots[0] && !slots[0].is_false() && !slots[0].is_none() &&
                    !(slots[0].is_small() && slots[0].as_small() == 0);
  return list_of(vm, args[0], text::split_lines(vm.text(args[0]), keep));
}

Answer str_partition(Vm& vm, const CallArgs& args) {
  return partition_text<false>(vm, args);
}

Answer str_rpartition(Vm& vm, const CallArgs& args) {
  return partition_text<true>(vm, args);
}

Answer str_join(Vm& vm, const Value& separator, const Value& iterable) {
  std::size_t count = 0;
  if (const Value* items = direct_items(vm, iterable, count))
    return join_items(vm, separator, items, count);
  return join_iterable(vm, separator, iterable);
}

Answer str_join_method(Vm& vm, const CallArgs& args) {
  return str_join(vm, args[0], args[1]);
}

}  // namespace simul::vm

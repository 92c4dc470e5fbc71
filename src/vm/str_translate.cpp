// str.translate() and str.maketrans(). Mirrors _PyUnicode_TranslateCharmap() and
// unicode_maketrans() of Objects/unicodeobject.c.
#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/int_object.hpp"
#include "vm/str_parts.hpp"
#include "vm/text.hpp"

namespace simul::vm {

SIMUL_RARE Native str_translate(Vm& vm, OwnedArgs args) {
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

SIMUL_RARE Native str_make_translation(Vm& vm, OwnedArgs args) {
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

}  // namespace simul::vm

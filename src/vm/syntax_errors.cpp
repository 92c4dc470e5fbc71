// See syntax_errors.hpp.
#include "vm/syntax_errors.hpp"

#include <algorithm>

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/str_object.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

enum Part : std::size_t { kFile, kLine, kOffset, kText, kEndLine, kEndOffset, kParts };

Value part_of(const ExceptionObject* object, std::size_t part) {
  return object->second ? object->second.as<ListObject>()->items[part] : Value::none();
}
template <std::size_t kPart>
Answer get_part(Vm&, const Value& self) {
  return part_of(self.as<ExceptionObject>(), kPart);
}
template <std::size_t kPart>
Answer set_part(Vm& vm, const Value& self, const Value& value) {
  auto* object = self.as<ExceptionObject>();
  if (!object->second) object->second = vm.list(std::vector<Value>(kParts, Value::none()));
  object->second.as<ListObject>()->items[kPart] = value ? value : Value::none();
  return Value::none();
}
Answer get_message(Vm&, const Value& self) {
  const Value& message = self.as<ExceptionObject>()->first;
  return message ? message : Value::none();
}
Answer set_message(Vm&, const Value& self, const Value& value) {
  self.as<ExceptionObject>()->first = value;
  return Value::none();
}
Answer get_nothing(Vm&, const Value&) {
  return Value::none();
}

std::int64_t number_of(Vm& vm, const Value& value, std::int64_t otherwise) {
  std::int64_t number = 0;
  return vm.to_int64(value, number) ? number : otherwise;
}

std::string_view stripped_line(std::string_view text, std::size_t& spaces) {
  while (!text.empty() && text.back() == '\n') text.remove_suffix(1);
  spaces = std::min(text.find_first_not_of(" \n\f"), text.size());
  text.remove_prefix(spaces);
  return text;
}

std::int64_t code_points(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  });
}

}  // namespace

bool is_place_of_syntax_error(Vm& vm, const CallArgs& args) {
  if (args.size() != 2) return true;
  const bool list = vm.is_kind_of(args[1], vm.types().list);
  if (!list && !vm.is_kind_of(args[1], vm.types().tuple)) {
    const Slots& slots = vm.type_of(args[1])->slots;
    if (slots.iter != nullptr || slots.get_item != nullptr) return true;
    vm.raise_type_error(cat("'", vm.type_name(args[1]), "' object is not iterable"));
    return false;
  }
  const std::size_t count =
      list ? args[1].as<ListObject>()->items.size() : args[1].as<TupleObject>()->size;
  if (count >= 4 && count <= 6 && count != 5) return true;
  if (count == 5) {
    vm.raise_type_error("end_offset must be provided when end_lineno is provided");
  } else {
    vm.raise_type_error(cat(
        "function takes at ", count < 4 ? "least 4" : "most 6", " arguments (", count, " given)"));
  }
  return false;
}

void fill_syntax_error(Vm& vm, ExceptionObject* object) {
  const auto* args = object->args.as<TupleObject>();
  if (args->size >= 1) object->first = args->items()[0];
  if (args->size != 2) return;
  const Value& place = args->items()[1];
  std::vector<Value> parts;
  if (vm.is_kind_of(place, vm.types().list)) {
    parts = place.as<ListObject>()->items;
  } else if (vm.is_kind_of(place, vm.types().tuple)) {
    parts.assign(place.as<TupleObject>()->begin(), place.as<TupleObject>()->end());
  } else {
    return;
  }
  parts.resize(kParts, Value::none());
  object->second = vm.list(std::move(parts));
}

Answer syntax_error_str(Vm& vm, const Value& self) {
  const auto* object = self.as<ExceptionObject>();
  struct Text {
    static Native of(Vm& machine, Value message, Value file, Value line) {
      Value shown = co_await machine.str_of(message);
      std::int64_t number = 0;
      const bool has_line = machine.to_int64(line, number);
      std::string place;
      if (machine.is_str(file)) {
        const std::string_view path = machine.text(file);
        place = std::string(path.substr(path.rfind('/') + 1));
        if (has_line) place += ", ";
      }
      if (has_line) place += cat("line ", number);
      co_return machine.str(place.empty() ? std::string(machine.text(shown))
                                          : cat(machine.text(shown), " (", place, ")"));
    }
  };
  return Text::of(vm,
                  object->first ? object->first : Value::none(),
                  part_of(object, kFile),
                  part_of(object, kLine));
}

std::vector<GetterDef> syntax_error_getters() {
  return {{"msg", get_message, set_message},
          {"filename", get_part<kFile>, set_part<kFile>},
          {"lineno", get_part<kLine>, set_part<kLine>},
          {"offset", get_part<kOffset>, set_part<kOffset>},
          {"text", get_part<kText>, set_part<kText>},
          {"end_lineno", get_part<kEndLine>, set_part<kEndLine>},
          {"end_offset", get_part<kEndOffset>, set_part<kEndOffset>},
          {"print_file_and_line", get_nothing}};
}

std::string syntax_error_place(Vm& vm, const Value& exception) {
  const auto* object = exception.as<ExceptionObject>();
  const Value line = part_of(object, kLine);
  if (line.is_none()) return {};
  const Value file = part_of(object, kFile);
  std::string out = cat("  File \"",
                        vm.is_str(file) ? vm.text(file) : std::string_view("<string>"),
                        "\", line ",
                        number_of(vm, line, 0),
                        "\n");
  const Value text = part_of(object, kText);
  if (!vm.is_str(text)) return out;
  std::size_t spaces = 0;
  const std::string_view whole = vm.text(text);
  const std::string_view shown = stripped_line(whole, spaces);
  out += cat("    ", shown, "\n");
  std::int64_t offset = number_of(vm, part_of(object, kOffset), -1);
  if (offset < 0) return out;
  const std::int64_t length = code_points(whole);
  std::int64_t end = 0;
  if (number_of(vm, part_of(object, kEndLine), -1) == number_of(vm, line, 0)) {
    end = number_of(vm, part_of(object, kEndOffset), 0);
    if (end == 0) end = offset;
  } else {
    end = static_cast<std::int64_t>(spaces) + code_points(shown) + 1;
  }
  if (!whole.empty() && offset > length) offset = length + 1;
  if (!whole.empty() && end > length) end = length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  const std::int64_t column = offset - 1 - static_cast<std::int64_t>(spaces);
  if (column < 0) return out;
  out += "    ";
  std::size_t at = 0;
  for (std::int64_t i = 0; i < column; ++i) {
    const std::uint32_t c = at < shown.size() ? text::next_code_point(shown, at) : ' ';
    out += c == '\t' ? '\t' : ' ';
  }
  out.append(static_cast<std::size_t>(end - offset), '^');
  out += "\n";
  return out;
}

std::string syntax_error_message(Vm& vm, const Value& exception) {
  const auto* object = exception.as<ExceptionObject>();
  std::string out = vm.is_str(object->first) ? std::string(vm.text(object->first))
                                             : std::string("<no detail available>");
  const Value file = part_of(object, kFile);
  if (part_of(object, kLine).is_none() && vm.is_str(file)) out += cat(" (", vm.text(file), ")");
  return out;
}

}  // namespace simul::vm

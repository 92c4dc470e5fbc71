// What the Unicode errors say.
#include "vm/unicode_errors.hpp"

#include <cstddef>
#include <string>

#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/exceptions.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

// UnicodeEncodeError(encoding, object, start, end, reason) and its like for bytes.
Answer encode_or_decode_error_text(Vm& vm, const Value& self) {
  const Value* args = self.as<ExceptionObject>()->args.as<TupleObject>()->items();
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!vm.is_str(args[0]) || !vm.is_str(args[4]) || !vm.to_int64(args[2], start) ||
      !vm.to_int64(args[3], end))
    return vm.repr(self.as<ExceptionObject>()->args);
  const bool encode = vm.is_kind_of(self, vm.exceptions().UnicodeEncodeError);
  std::string what = encode ? "characters" : "bytes";
  std::string place = cat(start, "-", end - 1);
  if (end == start + 1 && start >= 0) {
    std::uint32_t code = 0;
    bool found = false;
    if (encode && vm.is_str(args[1])) {
      const std::string_view text = vm.text(args[1]);
      std::size_t offset = 0;
      for (std::int64_t i = 0; offset < text.size(); ++i) {
        code = text::next_code_point(text, offset);
        if (i == start) {
          found = true;
          break;
        }
      }
    } else if (is_bytes_like(vm, args[1])) {
      const std::string bytes = bytes_copy(vm, args[1]);
      found = static_cast<std::size_t>(start) < bytes.size();
      if (found) code = static_cast<unsigned char>(bytes[static_cast<std::size_t>(start)]);
    }
    if (found) {
      const int digits = code <= 0xff ? 2 : (code <= 0xffff ? 4 : 8);
      std::string shown;
      for (int i = digits - 1; i >= 0; --i) shown += "0123456789abcdef"[code >> (4 * i) & 15];
      const char* prefix = code <= 0xff ? "\\x" : (code <= 0xffff ? "\\u" : "\\U");
      what = encode ? cat("character '", prefix, shown, "'") : cat("byte 0x", shown);
      place = cat(start);
    }
  }
  return vm.str(cat("'",
                    vm.text(args[0]),
                    "' codec can't ",
                    encode ? "encode " : "decode ",
                    what,
                    " in position ",
                    place,
                    ": ",
                    vm.text(args[4])));
}
// UnicodeTranslateError(object, start, end, reason).
Answer translate_error_text(Vm& vm, const Value& self) {
  const Value* args = self.as<ExceptionObject>()->args.as<TupleObject>()->items();
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!vm.is_str(args[0]) || !vm.is_str(args[3]) || !vm.to_int64(args[1], start) ||
      !vm.to_int64(args[2], end))
    return vm.repr(self.as<ExceptionObject>()->args);
  std::string what = "characters";
  std::string place = cat(start, "-", end - 1);
  std::size_t offset = 0;
  const std::string_view text = vm.text(args[0]);
  for (std::int64_t i = 0; end == start + 1 && offset < text.size(); ++i) {
    const std::uint32_t code = text::next_code_point(text, offset);
    if (i != start) continue;
    const int digits = code <= 0xff ? 2 : (code <= 0xffff ? 4 : 8);
    what = cat("character '", code <= 0xff ? "\\x" : (code <= 0xffff ? "\\u" : "\\U"));
    for (int digit = digits - 1; digit >= 0; --digit)
      what += "0123456789abcdef"[code >> (4 * digit) & 15];
    what += '\'';
    place = cat(start);
    break;
  }
  return vm.str(cat("can't translate ", what, " in position ", place, ": ", vm.text(args[3])));
}

template <std::size_t kIndex>
Answer codec_error_part(Vm& vm, const Value& self) {
  const auto* args = self.as<ExceptionObject>()->args.as<TupleObject>();
  if (kIndex >= args->size) return Value::none();
  const Value& part = args->items()[kIndex];
  // What could not be decoded is kept as a bytes.
  if (is_bytes_like(vm, part) && !is_bytes(vm, part)) return vm.bytes(bytes_copy(vm, part));
  return part;
}

}  // namespace

Answer unicode_error_text(Vm& vm, const Value& self) {
  return vm.type_of(self)->is_subtype_of(vm.exceptions().UnicodeTranslateError)
             ? translate_error_text(vm, self)
             : encode_or_decode_error_text(vm, self);
}

std::vector<GetterDef> unicode_error_getters(std::string_view name) {
  if (name == "UnicodeTranslateError")
    return {{"object", codec_error_part<0>},
            {"start", codec_error_part<1>},
            {"end", codec_error_part<2>},
            {"reason", codec_error_part<3>}};
  if (name == "UnicodeEncodeError" || name == "UnicodeDecodeError")
    return {{"encoding", codec_error_part<0>},
            {"object", codec_error_part<1>},
            {"start", codec_error_part<2>},
            {"end", codec_error_part<3>},
            {"reason", codec_error_part<4>}};
  return {};
}

}  // namespace simul::vm

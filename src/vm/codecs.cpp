#include "vm/codecs.hpp"

#include "vm/cat.hpp"
#include "vm/exceptions.hpp"
#include "vm/frame.hpp"
#include "vm/native.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

enum class Kind { kUnknown, kUtf8, kUtf8Sig, kAscii, kLatin1, kUtf16, kUtf32 };
struct Codec {
  Kind kind = Kind::kUnknown;
  bool big = false;
  bool mark = false;       // a byte order mark goes in front
  const char* shown = "";  // in messages
};

Codec find_codec(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  struct Row {
    std::string_view name;
    Codec codec;
  };
  static constexpr Row kRows[] = {
      {"utf8", {Kind::kUtf8, false, false, "utf-8"}},
      {"u8", {Kind::kUtf8, false, false, "utf-8"}},
      {"utf", {Kind::kUtf8, false, false, "utf-8"}},
      {"cp65001", {Kind::kUtf8, false, false, "utf-8"}},
      {"utf8sig", {Kind::kUtf8Sig, false, true, "utf-8"}},
      {"ascii", {Kind::kAscii, false, false, "ascii"}},
      {"usascii", {Kind::kAscii, false, false, "ascii"}},
      {"646", {Kind::kAscii, false, false, "ascii"}},
      {"latin1", {Kind::kLatin1, false, false, "latin-1"}},
      {"latin", {Kind::kLatin1, false, false, "latin-1"}},
      {"l1", {Kind::kLatin1, false, false, "latin-1"}},
      {"iso88591", {Kind::kLatin1, false, false, "latin-1"}},
      {"88591", {Kind::kLatin1, false, false, "latin-1"}},
      {"cp819", {Kind::kLatin1, false, false, "latin-1"}},
      {"utf16", {Kind::kUtf16, false, true, "utf-16"}},
      {"u16", {Kind::kUtf16, false, true, "utf-16"}},
      {"utf16le", {Kind::kUtf16, false, false, "utf-16-le"}},
      {"utf16be", {Kind::kUtf16, true, false, "utf-16-be"}},
      {"utf32", {Kind::kUtf32, false, true, "utf-32"}},
      {"u32", {Kind::kUtf32, false, true, "utf-32"}},
      {"utf32le", {Kind::kUtf32, false, false, "utf-32-le"}},
      {"utf32be", {Kind::kUtf32, true, false, "utf-32-be"}},
  };
  for (const Row& row : kRows) {
    if (row.name == plain) return row.codec;
  }
  return {};
}

enum class OnError {
  kStrict,
  kIgnore,
  kReplace,
  kBackslash,
  kXml,
  kSurrogateEscape,
  kSurrogatePass,
  kUnknown
};
OnError find_handler(std::string_view name) {
  struct Row {
    std::string_view name;
    OnError handler;
  };
  static constexpr Row kRows[] = {{"strict", OnError::kStrict},
                                  {"ignore", OnError::kIgnore},
                                  {"replace", OnError::kReplace},
                                  {"backslashreplace", OnError::kBackslash},
                                  {"xmlcharrefreplace", OnError::kXml},
                                  {"surrogateescape", OnError::kSurrogateEscape},
                                  {"surrogatepass", OnError::kSurrogatePass}};
  for (const Row& row : kRows) {
    if (row.name == name) return row.handler;
  }
  return OnError::kUnknown;
}

// CPython's own shortcuts; every other name of a codec goes through its registry, which notes what
// failed.
bool is_direct(std::string_view name) {
  std::string plain;
  for (const char c : name)
    plain += c == '-' || c == ' '   ? '_'
             : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a')
                                    : c;
  for (std::string_view each : {"utf_8",
                                "utf8",
                                "utf_16",
                                "utf16",
                                "utf_32",
                                "utf32",
                                "ascii",
                                "us_ascii",
                                "latin_1",
                                "latin1",
                                "iso_8859_1",
                                "iso8859_1"}) {
    if (plain == each) return true;
  }
  return false;
}

// The last link of its traceback: a function of CPython's package encodings (see vm/traceback.cpp).
void add_encodings_frame(Vm& vm, const Value& error) {
  auto* link = vm.instantiate<TracebackObject>(vm.types().traceback);
  link->held = vm.str("encodings");
  error.as<ExceptionObject>()->traceback = Value::adopt(link);
}

Raised raise_codec_error(Vm& vm,
                         Type* type,
                         const Codec& codec,
                         std::string_view asked,
                         Value object,
                         std::size_t start,
                         std::size_t end,
                         std::string_view reason) {
  Value error = vm.make_exception_with(type,
                                       {vm.str(codec.shown),
                                        std::move(object),
                                        vm.integer(static_cast<std::int64_t>(start)),
                                        vm.integer(static_cast<std::int64_t>(end)),
                                        vm.str(reason)});
  if (!is_direct(asked)) {
    const bool decoding = type == vm.exceptions().UnicodeDecodeError;
    Table& names = vm.instance_dict(error, true)->table;
    names.set(vm.name("__notes__"),
              vm.list({vm.str(
                  cat(decoding ? "decoding" : "encoding", " with '", asked, "' codec failed"))}));
    if (codec.kind == Kind::kUtf8Sig ||
        (decoding && codec.kind != Kind::kAscii && codec.kind != Kind::kLatin1))
      add_encodings_frame(vm, error);
  }
  vm.raise_exception(std::move(error));
  return Raised{};
}

void put_unit(std::string& out, std::uint32_t unit, int size, bool big) {
  for (int i = 0; i < size; ++i) {
    const int shift = 8 * (big ? size - 1 - i : i);
    out += static_cast<char>(unit >> shift & 0xff);
  }
}

void put_code(std::string& out, const Codec& codec, std::uint32_t code) {
  switch (codec.kind) {
    case Kind::kUtf16:
      if (code >= 0x10000) {
        put_unit(out, 0xd800 + ((code - 0x10000) >> 10), 2, codec.big);
        put_unit(out, 0xdc00 + ((code - 0x10000) & 0x3ff), 2, codec.big);
      } else {
        put_unit(out, code, 2, codec.big);
      }
      break;
    case Kind::kUtf32: put_unit(out, code, 4, codec.big); break;
    case Kind::kUtf8:
    case Kind::kUtf8Sig: text::append_code_point(out, code); break;
    default: out += static_cast<char>(code); break;
  }
}

std::string hex_escape(std::uint32_t code) {
  const int digits = code <= 0xff ? 2 : (code <= 0xffff ? 4 : 8);
  std::string out = code <= 0xff ? "\\x" : (code <= 0xffff ? "\\u" : "\\U");
  for (int i = digits - 1; i >= 0; --i) out += "0123456789abcdef"[code >> (4 * i) & 15];
  return out;
}

bool fits(const Codec& codec, std::uint32_t code) {
  if (codec.kind == Kind::kAscii) return code < 0x80;
  if (codec.kind == Kind::kLatin1) return code < 0x100;
  return code < 0xd800 || code > 0xdfff;
}

const char* why_not(const Codec& codec) {
  if (codec.kind == Kind::kAscii) return "ordinal not in range(128)";
  if (codec.kind == Kind::kLatin1) return "ordinal not in range(256)";
  return "surrogates not allowed";
}

// One wrong place in bytes: how many of them, and what is said.
struct Wrong {
  std::size_t size = 0;
  const char* reason = nullptr;
};

// The letter at `at`, which is moved behind it; a Wrong leaves it.
Wrong take_utf8(std::string_view all, std::size_t& at, std::uint32_t& code) {
  const auto byte = [&](std::size_t k) -> unsigned {
    return at + k < all.size() ? static_cast<unsigned char>(all[at + k]) : 0x100;
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) {
    code = lead;
    ++at;
    return {};
  }
  if (lead < 0xc2 || lead > 0xf4) return {1, "invalid start byte"};
  const std::size_t need = lead < 0xe0 ? 1 : (lead < 0xf0 ? 2 : 3);
  const unsigned low = lead == 0xe0 ? 0xa0 : (lead == 0xf0 ? 0x90 : 0x80);
  const unsigned high = lead == 0xed ? 0x9f : (lead == 0xf4 ? 0x8f : 0xbf);
  code = lead & (need == 1 ? 0x1f : (need == 2 ? 0x0f : 0x07));
  for (std::size_t k = 1; k <= need; ++k) {
    const unsigned next = byte(k);
    if (next == 0x100) return {k, "unexpected end of data"};
    if (next < (k == 1 ? low : 0x80u) || next > (k == 1 ? high : 0xbfu))
      return {k, "invalid continuation byte"};
    code = code << 6 | (next & 0x3f);
  }
  at += need + 1;
  return {};
}

Wrong take_wide(std::string_view all, std::size_t& at, const Codec& codec, std::uint32_t& code) {
  const std::size_t size = codec.kind == Kind::kUtf16 ? 2 : 4;
  const std::size_t left = all.size() - at;
  if (left < size) return {left, "truncated data"};
  const auto unit = [&](std::size_t from) {
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t k = codec.big ? i : size - 1 - i;
      out = out << 8 | static_cast<unsigned char>(all[from + k]);
    }
    return out;
  };
  code = unit(at);
  if (size == 4) {
    if (code >= 0xd800 && code <= 0xdfff)
      return {4, "code point in surrogate code point range(0xd800, 0xe000)"};
    if (code > 0x10ffff) return {4, "code point not in range(0x110000)"};
    at += 4;
    return {};
  }
  if (code >= 0xdc00 && code <= 0xdfff) return {2, "illegal encoding"};
  if (code >= 0xd800 && code <= 0xdbff) {
    if (left < 4) return {left, "unexpected end of data"};
    const std::uint32_t second = unit(at + 2);
    if (second < 0xdc00 || second > 0xdfff) return {2, "illegal UTF-16 surrogate"};
    code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
    at += 4;
    return {};
  }
  at += 2;
  return {};
}

Wrong take_letter(std::string_view all, std::size_t& at, const Codec& codec, std::uint32_t& code) {
  switch (codec.kind) {
    case Kind::kUtf8:
    case Kind::kUtf8Sig: return take_utf8(all, at, code);
    case Kind::kUtf16:
    case Kind::kUtf32: return take_wide(all, at, codec, code);
    default: break;
  }
  code = static_cast<unsigned char>(all[at]);
  if (codec.kind == Kind::kAscii && code >= 0x80) return {1, "ordinal not in range(128)"};
  ++at;
  return {};
}

// A codec with a table, a handler of the program's own: the library knows them.
Native in_library(Vm& vm, const char* function, Value content, Value name, Value errors) {
  const Value module = co_await vm.import_module(vm.name("_simul_codecs"));
  const Value made = co_await vm.get_attr(module, vm.name(function));
  const Value given[] = {content, name, errors};
  co_return vm.call(made, CallArgs(given, 3));
}

}  // namespace

Answer encode_text(Vm& vm, const Value& text, std::string_view name, std::string_view errors) {
  const Codec codec = find_codec(name);
  if (codec.kind == Kind::kUnknown)
    return in_library(vm, "encode", text, vm.str(name), vm.str(errors));
  const std::string_view all = vm.text(text);
  if (codec.kind == Kind::kUtf8 && text::find_surrogate(all) == std::string_view::npos)
    return vm.bytes(all);
  const OnError handler = find_handler(errors);
  std::string out;
  if (codec.mark) put_code(out, codec, 0xfeff);
  std::size_t index = 0;
  for (std::size_t i = 0; i < all.size(); ++index) {
    const std::uint32_t code = text::next_code_point(all, i);
    if (fits(codec, code)) {
      put_code(out, codec, code);
      continue;
    }
    const auto put_all = [&](std::string_view letters) {
      for (const char c : letters) put_code(out, codec, static_cast<unsigned char>(c));
    };
    switch (handler) {
      case OnError::kUnknown: return in_library(vm, "encode", text, vm.str(name), vm.str(errors));
      case OnError::kIgnore: continue;
      case OnError::kReplace: put_all("?"); continue;
      case OnError::kBackslash: put_all(hex_escape(code)); continue;
      case OnError::kXml: put_all(cat("&#", code, ";")); continue;
      case OnError::kSurrogateEscape:
        if (code < 0xdc80 || code > 0xdcff) break;
        out += static_cast<char>(code - 0xdc00);
        continue;
      case OnError::kSurrogatePass:
        if (code < 0xd800 || code > 0xdfff || codec.kind == Kind::kAscii ||
            codec.kind == Kind::kLatin1)
          break;
        put_code(out, codec, code);
        continue;
      case OnError::kStrict: break;
    }
    std::size_t end = index + 1;
    for (std::size_t j = i; j < all.size(); ++end) {
      // UTF-16 and UTF-32 complain of one letter at a time.
      if (codec.kind == Kind::kUtf16 || codec.kind == Kind::kUtf32) break;
      if (fits(codec, text::next_code_point(all, j))) break;
    }
    return raise_codec_error(
        vm, vm.exceptions().UnicodeEncodeError, codec, name, text, index, end, why_not(codec));
  }
  return vm.bytes(out);
}

Answer decode_bytes(Vm& vm, std::string_view all, std::string_view name, std::string_view errors) {
  Codec codec = find_codec(name);
  if (all.empty()) return vm.str("");
  if (codec.kind == Kind::kUnknown)
    return in_library(vm, "decode", vm.bytes(all), vm.str(name), vm.str(errors));
  const OnError handler = find_handler(errors);
  std::size_t at = 0;
  if (codec.kind == Kind::kUtf8Sig && all.substr(0, 3) == "\xef\xbb\xbf") at = 3;
  if (codec.mark && codec.kind != Kind::kUtf8Sig) {
    const std::size_t size = codec.kind == Kind::kUtf16 ? 2 : 4;
    std::string little, big;
    put_unit(little, 0xfeff, static_cast<int>(size), false);
    put_unit(big, 0xfeff, static_cast<int>(size), true);
    if (all.substr(0, size) == little) at = size;
    if (all.substr(0, size) == big) {
      at = size;
      codec.big = true;
    }
  }
  if (codec.kind == Kind::kUtf16) codec.shown = codec.big ? "utf-16-be" : "utf-16-le";
  if (codec.kind == Kind::kUtf32) codec.shown = codec.big ? "utf-32-be" : "utf-32-le";
  std::string out;
  while (at < all.size()) {
    std::uint32_t code = 0;
    const Wrong wrong = take_letter(all, at, codec, code);
    if (wrong.reason == nullptr) {
      text::append_code_point(out, code);
      continue;
    }
    switch (handler) {
      case OnError::kUnknown:
        return in_library(vm, "decode", vm.bytes(all), vm.str(name), vm.str(errors));
      case OnError::kXml:
        return vm.raise_type_error("don't know how to handle UnicodeDecodeError in error callback");
      case OnError::kIgnore: at += wrong.size; continue;
      case OnError::kReplace:
        text::append_code_point(out, 0xfffd);
        at += wrong.size;
        continue;
      case OnError::kBackslash:
        for (std::size_t k = 0; k < wrong.size; ++k)
          out += hex_escape(static_cast<unsigned char>(all[at + k]));
        at += wrong.size;
        continue;
      case OnError::kSurrogateEscape: {
        // A byte at a time, and never one that stands for itself.
        const auto byte = static_cast<unsigned char>(all[at]);
        if (byte < 0x80) break;
        text::append_code_point(out, 0xdc00u + byte);
        ++at;
        continue;
      }
      case OnError::kSurrogatePass: {
        if (codec.kind == Kind::kUtf16 || codec.kind == Kind::kUtf32) {
          const std::size_t size = codec.kind == Kind::kUtf16 ? 2 : 4;
          if (all.size() - at < size) break;
          std::uint32_t half = 0;
          for (std::size_t i = 0; i < size; ++i) {
            const std::size_t k = codec.big ? i : size - 1 - i;
            half = half << 8 | static_cast<unsigned char>(all[at + k]);
          }
          if (half < 0xd800 || half > 0xdfff) break;
          text::append_code_point(out, half);
          at += size;
          continue;
        }
        if (codec.kind != Kind::kUtf8 || all.size() - at < 3 ||
            static_cast<unsigned char>(all[at]) != 0xed ||
            (static_cast<unsigned char>(all[at + 1]) & 0xe0) != 0xa0 ||
            (static_cast<unsigned char>(all[at + 2]) & 0xc0) != 0x80)
          break;
        out += all.substr(at, 3);
        at += 3;
        continue;
      }
      case OnError::kStrict: break;
    }
    return raise_codec_error(vm,
                             vm.exceptions().UnicodeDecodeError,
                             codec,
                             name,
                             vm.bytes(all),
                             at,
                             at + wrong.size,
                             wrong.reason);
  }
  return vm.str(out);
}

}  // namespace simul::vm

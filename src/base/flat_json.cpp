#include "base/flat_json.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace simul {

namespace {

void append_utf8(std::string& out, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6), put(0x80 | (code & 63));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 63)), put(0x80 | (code & 63));
  } else {
    put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 63));
    put(0x80 | (code >> 6 & 63)), put(0x80 | (code & 63));
  }
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool take(char wanted) {
    skip();
    if (rest_.empty() || rest_.front() != wanted) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool take_word(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool at_end() {
    skip();
    return rest_.empty();
  }

  std::optional<std::string> text() {
    if (!take('"')) return std::nullopt;
    std::string out;
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '"') return out;
      if (static_cast<unsigned char>(c) < 0x20) return std::nullopt;
      if (c != '\\')
        out += c;
      else if (!escape(out))
        return std::nullopt;
    }
    return std::nullopt;
  }

  std::optional<double> number() {
    skip();
    const std::size_t size = rest_.find_first_not_of("+-.0123456789eE");
    const std::string word(rest_.substr(0, size));
    // As JSON has them: no leading plus, dot or second zero.
    const std::size_t digits = word.starts_with('-') ? 1 : 0;
    if (word.size() <= digits || word[digits] < '0' || word[digits] > '9') return std::nullopt;
    if (word[digits] == '0' && word.size() > digits + 1 && word[digits + 1] >= '0' &&
        word[digits + 1] <= '9')
      return std::nullopt;
    char* end = nullptr;
    const double value = std::strtod(word.c_str(), &end);
    if (end != word.c_str() + word.size() || word.back() == '.' || !std::isfinite(value))
      return std::nullopt;
    rest_.remove_prefix(word.size());
    return value;
  }

  [[nodiscard]] char peek() {
    skip();
    return rest_.empty() ? '\0' : rest_.front();
  }

 private:
  void skip() {
    const std::size_t at = rest_.find_first_not_of(" \t\r\n");
    rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at);
  }

  std::optional<std::uint32_t> hex() {
    std::uint32_t code = 0;
    if (rest_.size() < 4) return std::nullopt;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + 4, code, 16);
    if (error != std::errc() || end != rest_.data() + 4) return std::nullopt;
    rest_.remove_prefix(4);
    return code;
  }

  bool escape(std::string& out) {
    if (rest_.empty()) return false;
    const char c = rest_.front();
    rest_.remove_prefix(1);
    switch (c) {
      case '"':
      case '\\':
      case '/': out += c; return true;
      case 'b': out += '\b'; return true;
      case 'f': out += '\f'; return true;
      case 'n': out += '\n'; return true;
      case 'r': out += '\r'; return true;
      case 't': out += '\t'; return true;
      case 'u': break;
      default: return false;
    }
    std::optional<std::uint32_t> code = hex();
    if (!code) return false;
    if (*code >= 0xD800 && *code < 0xDC00 && rest_.starts_with("\\u")) {
      const std::string_view before = rest_;
      rest_.remove_prefix(2);
      const std::optional<std::uint32_t> low = hex();
      if (!low) return false;
      if (*low >= 0xDC00 && *low < 0xE000)
        code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
      else
        rest_ = before;
    }
    append_utf8(out, *code >= 0xD800 && *code < 0xE000 ? 0xFFFD : *code);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

std::optional<FlatJson> FlatJson::read(std::string_view text) {
  Reader reader(text);
  FlatJson out;
  if (!reader.take('{')) return std::nullopt;
  if (!reader.take('}')) {
    do {
      std::optional<std::string> name = reader.text();
      if (!name || !reader.take(':')) return std::nullopt;
      Value& value = out.values_[std::move(*name)];
      if (reader.peek() == '"') {
        std::optional<std::string> words = reader.text();
        if (!words) return std::nullopt;
        value = std::move(*words);
      } else if (reader.take_word("true")) {
        value = true;
      } else if (reader.take_word("false")) {
        value = false;
      } else if (reader.take_word("null")) {
        value = nullptr;
      } else if (std::optional<double> number = reader.number()) {
        value = *number;
      } else {
        return std::nullopt;
      }
    } while (reader.take(','));
    if (!reader.take('}')) return std::nullopt;
  }
  if (!reader.at_end()) return std::nullopt;
  return out;
}

std::string FlatJson::text(std::string_view name, std::string_view usual) const {
  const auto at = values_.find(name);
  const std::string* found = at == values_.end() ? nullptr : std::get_if<std::string>(&at->second);
  return found == nullptr ? std::string(usual) : *found;
}

double FlatJson::number(std::string_view name, double usual) const {
  const auto at = values_.find(name);
  const double* found = at == values_.end() ? nullptr : std::get_if<double>(&at->second);
  return found == nullptr ? usual : *found;
}

std::int64_t FlatJson::count(std::string_view name, std::int64_t usual) const {
  const double value = number(name, -1);
  const bool good = value >= 0 && value <= 2147483647.0 && std::floor(value) == value;
  return good ? static_cast<std::int64_t>(value) : usual;
}

bool FlatJson::flag(std::string_view name) const {
  const auto at = values_.find(name);
  const bool* found = at == values_.end() ? nullptr : std::get_if<bool>(&at->second);
  return found != nullptr && *found;
}

bool FlatJson::has(std::string_view name) const {
  return values_.find(name) != values_.end();
}

}  // namespace simul

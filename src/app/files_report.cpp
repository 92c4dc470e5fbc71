#include "app/files_report.hpp"

#include <algorithm>
#include <string_view>

#include "base/json.hpp"

namespace simul::app {

namespace {

constexpr std::size_t kShown = 20'000;  // bytes of a file that the page shows

bool holds(const vm::Files& files, const std::string& name) {
  return std::any_of(
      files.begin(), files.end(), [&](const auto& file) { return file.first == name; });
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// As far as a reader is concerned: whole sequences, and no NUL.
bool is_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xC2 && lead < 0xE0 ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || lead == 0 || at + length > text.size()) return false;
    for (std::size_t i = 1; i < length; ++i)
      if (!continues(text[at + i])) return false;
    at += length;
  }
  return true;
}

}  // namespace

vm::Files folder(const session::Session& session) {
  const vm::Files& given = session.settings().files;
  if (session.current() == nullptr) return given;
  vm::Files files = session.current()->files();
  for (const auto& file : given)
    if (!holds(files, file.first)) files.push_back(file);
  return files;
}

std::string files_json(const session::Session& session) {
  JsonWriter json;
  json.begin_object().key("files").begin_array();
  for (const auto& [name, content] : folder(session)) {
    json.begin_object().key("name").value(name);
    json.key("size").value(static_cast<std::int64_t>(content.size())).key("text");
    std::size_t end = std::min(kShown, content.size());
    while (end > 0 && end < content.size() && continues(content[end])) --end;
    const std::string_view text = std::string_view(content).substr(0, end);
    is_text(text) ? json.value(text) : json.null();
    json.key("given").value(holds(session.settings().files, name)).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace simul::app

#include "library/library.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace simul::library {

bool has(std::string_view name) {
  const auto all = names();
  return std::binary_search(all.begin(), all.end(), name);
}

Library::Library(std::string packed) : packed_(std::move(packed)) {
  if (!read()) modules_.clear();
}

bool Library::read() {
  std::string_view rest = packed_;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return false;
    std::string_view words = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    const auto word = [&words] {
      const std::size_t space = words.find(' ');
      const std::string_view first = words.substr(0, space);
      words.remove_prefix(space == std::string_view::npos ? words.size() : space + 1);
      return first;
    };
    const std::string_view name = word();
    const bool package = word() == "package";
    const bool twin = word() == "twin";
    std::size_t bytes = 0;
    const auto [stop, error] = std::from_chars(words.data(), words.data() + words.size(), bytes);
    if (error != std::errc() || stop != words.data() + words.size()) return false;
    if (bytes >= rest.size() || rest[bytes] != '\n') return false;
    modules_[name] = {package, twin, rest.substr(0, bytes)};
    rest.remove_prefix(bytes + 1);
  }
  return true;
}

const Module* Library::find(std::string_view name) const {
  const auto found = modules_.find(name);
  return found == modules_.end() ? nullptr : &found->second;
}

std::string file_name(std::string_view name, const Module& module) {
  if (module.twin) return "<built-in " + std::string(name) + ">";
  // CPython keeps these compiled inside itself.
  static constexpr std::string_view kFrozen[] = {"_collections_abc", "abc", "codecs", "io", "os"};
  if (std::find(std::begin(kFrozen), std::end(kFrozen), name) != std::end(kFrozen))
    return "<frozen " + std::string(name) + ">";
  std::string path = "/usr/lib/python3.13/";
  for (char c : name) path += c == '.' ? '/' : c;
  return path + (module.package ? "/__init__.py" : ".py");
}

}  // namespace simul::library

// The standard library's modules that are written in Python (src/library/python,
// src/library/twins), as one packed text.
//
// simul-run carries the text inside (link simul_library_text); the page knows only the names and
// fetches the text after its first frame. What no program imports is never parsed.
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace simul::library {

struct Module {
  bool package = false;
  bool twin = false;  // CPython has it in C: its frames are never shown
  std::string_view text;
};

// Every module's full name, sorted: known before the text is there.
std::span<const std::string_view> names();
bool has(std::string_view name);
// The packed text; only for who links simul_library_text.
std::string embedded();

class Library {
 public:
  // `packed` as scripts/pack_library.py writes it; a broken one (a download cut short) gives an
  // empty library.
  explicit Library(std::string packed);
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // null: no such module here.
  const Module* find(std::string_view name) const;
  bool empty() const { return modules_.empty(); }

 private:
  bool read();

  std::string packed_;
  std::unordered_map<std::string_view, Module> modules_;
};

// What CPython calls the file: "/usr/lib/python3.13/collections/__init__.py"; of a twin
// "<built-in _heapq>".
std::string file_name(std::string_view name, const Module& module);

}  // namespace simul::library

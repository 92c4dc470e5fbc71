// A small program, and looking into the JSON of its cards: for tests of what the page's list of
// steps asks and is told.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

namespace simul::session {

inline const std::string kProgram =
    "import asyncio\n\n\nasync def worker(name, delay):\n    print(\"😀\", name)\n"
    "    await asyncio.sleep(1.5)\n\n\nasync def main():\n"
    "    await asyncio.gather(worker(\"A\", 1.0), worker(\"B\", 2.0))\n\n\nasyncio.run(main())\n";

// The number that stands behind a name, the first time the name comes after `from`.
inline int number_after(const std::string& json, std::string_view name, std::size_t from = 0) {
  const std::size_t at = json.find("\"" + std::string(name) + "\":", from);
  return at == std::string::npos ? -1 : std::atoi(json.c_str() + at + name.size() + 3);
}
inline std::size_t block_named(const std::string& json, const std::string& title) {
  return json.rfind("\"id\":", json.find("\"title\":\"" + title + "\""));
}
inline std::string stamp_of(const std::string& json) {
  const std::size_t at = json.find("\"stamp\":") + 8;
  return json.substr(at, json.find(',', at) - at);
}

}  // namespace simul::session

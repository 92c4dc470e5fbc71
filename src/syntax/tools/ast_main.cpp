// simul-ast: what the parser makes of files, for comparing with CPython.
//
//   simul-ast [--attributes] [--errors] [--check] [--time] FILE...
//
// For each file one line: the dump, or `type|message|lineno|offset|end_lineno|end_offset` of the
// first diagnostic (with --errors of all, and then CPython's report). --check prints `ok` instead
// of a dump; --time parses only and prints the speed.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include "syntax/dump.hpp"
#include "syntax/parse.hpp"

int main(int argc, char** argv) {
  bool attributes = false;
  bool errors = false;
  bool check = false;
  bool time = false;
  double seconds = 0;
  size_t bytes = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string_view arg = argv[i];
    if (arg == "--attributes") {
      attributes = true;
    } else if (arg == "--errors") {
      errors = true;
    } else if (arg == "--check") {
      check = true;
    } else if (arg == "--time") {
      time = true;
    } else {
      std::ifstream in{std::string(arg), std::ios::binary};
      const std::string source{std::istreambuf_iterator<char>(in), {}};
      const auto begin = std::chrono::steady_clock::now();
      const simul::syntax::ParseResult result = simul::syntax::parse(source, arg);
      seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
      bytes += source.size();
      if (time) continue;
      for (const auto& d : result.diagnostics) {
        std::cout << "error|" << d.type << '|' << d.message << '|' << d.lineno << '|' << d.offset
                  << '|' << d.end_lineno << '|' << d.end_offset << '\n';
        if (!errors) break;
        std::cout << simul::syntax::format_syntax_error(d, source, arg);
      }
      if (!result.ok()) continue;
      std::cout << (check ? "ok" : simul::syntax::dump(result.module, attributes)) << '\n';
    }
  }
  if (time)
    std::printf("%zu bytes in %.3f s: %.1f MB/s\n",
                bytes,
                seconds,
                static_cast<double>(bytes) / seconds / 1e6);
  return 0;
}

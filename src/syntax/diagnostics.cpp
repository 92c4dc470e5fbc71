#include "syntax/diagnostics.hpp"

#include <algorithm>

#include "syntax/unicode.hpp"

namespace simul::syntax {
namespace {

// The line as traceback.py sees it: without its newline; nullopt-like empty when there is none.
std::string_view line_of(std::string_view source, int lineno) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  size_t begin = 0;
  for (int i = 1; i < lineno; ++i) {
    begin = source.find_first_of("\r\n", begin);
    if (begin == std::string_view::npos) return {};
    begin += source.substr(begin, 2) == "\r\n" ? 2 : 1;
  }
  return source.substr(begin, std::min(source.find_first_of("\r\n", begin), source.size()) - begin);
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

}  // namespace

std::string format_syntax_error(const Diagnostic& d,
                                std::string_view source,
                                std::string_view filename) {
  std::string out =
      "  File \"" + std::string(filename) + "\", line " + std::to_string(d.lineno) + "\n";
  if (d.lineno < 1) out.clear();
  std::string_view line = line_of(source, d.lineno);
  if (d.lineno >= 1 && !line.empty()) {
    while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
    size_t indent = 0;
    while (indent < line.size() && is_space(line[indent])) ++indent;
    const std::string_view shown = line.substr(indent);
    out += "    " + std::string(shown) + "\n";
    if (d.offset >= 1) {
      const int characters = count_characters(line);
      const int offset = d.offset;
      int end_offset = d.end_offset;
      if (d.end_lineno != d.lineno) {
        end_offset = characters + 1;
      } else if (end_offset == 0 || end_offset == -1) {
        end_offset = offset;
      }
      if (offset == end_offset || end_offset < 0) end_offset = offset + 1;
      const int from = offset - 1 - static_cast<int>(indent);
      const int to = end_offset - 1 - static_cast<int>(indent);
      if (from >= 0) {
        // Where the line shows a tab or the like, the carets' line does too.
        std::string carets = "    ";
        size_t at = 0;
        for (int i = 0; i < from; ++i) {
          const char c = at < shown.size() ? shown[at] : ' ';
          carets += is_space(c) ? c : ' ';
          if (at < shown.size()) decode_utf8(shown, at);
        }
        carets += std::string(static_cast<size_t>(std::max(to - from, 1)), '^');
        out += carets + "\n";
      }
    }
  }
  out += d.type;
  out += d.message.empty() ? ": <no detail available>" : ": " + d.message;
  out += "\n";
  return out;
}

std::string format_syntax_warning(const Diagnostic& warning,
                                  std::string_view source,
                                  std::string_view filename) {
  std::string out = std::string(filename) + ":" + std::to_string(warning.lineno) + ": " +
                    warning.type + ": " + warning.message + "\n";
  std::string_view line = line_of(source, warning.lineno);
  while (!line.empty() && is_space(line.back())) line.remove_suffix(1);
  while (!line.empty() && is_space(line.front())) line.remove_prefix(1);
  if (!line.empty()) out += "  " + std::string(line) + "\n";
  return out;
}

}  // namespace simul::syntax

#include "composer/tools/gesture_texts.hpp"

#include <algorithm>

#include "base/text_edit.hpp"
#include "composer/program.hpp"
#include "syntax/parse.hpp"

namespace simul::composer {

namespace {

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at, from.size()) == from) {
      out += to;
      at += from.size();
    } else {
      out += text[at++];
    }
  }
  return out;
}

// Each level of four spaces as another one.
std::string indented(std::string_view text, std::string_view unit) {
  std::string out;
  bool at_start = true;
  for (std::size_t i = 0; i < text.size();) {
    if (at_start && text.substr(i, 4) == "    ") {
      out += unit;
      i += 4;
      continue;
    }
    at_start = text[i] == '\n';
    out += text[i++];
  }
  return out;
}

bool is_simple(const syntax::Stmt* stmt) {
  switch (stmt->kind) {
    case syntax::NodeKind::kFunctionDef:
    case syntax::NodeKind::kAsyncFunctionDef:
    case syntax::NodeKind::kClassDef:
    case syntax::NodeKind::kFor:
    case syntax::NodeKind::kAsyncFor:
    case syntax::NodeKind::kWhile:
    case syntax::NodeKind::kIf:
    case syntax::NodeKind::kWith:
    case syntax::NodeKind::kAsyncWith:
    case syntax::NodeKind::kMatch:
    case syntax::NodeKind::kTry:
    case syntax::NodeKind::kTryStar: return false;
    default: return true;
  }
}

// Statements joined by semicolons, bodies behind their colons, where only space stands between.
std::string joined(std::string_view source, Chance& chance) {
  const Program program(source);
  std::vector<TextEdit> edits;
  const auto space = [&](std::uint32_t begin, std::uint32_t end) {
    return source.substr(begin, end - begin).find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  for (const Suite& suite : program.suites()) {
    if (suite.steps.empty()) continue;
    const bool all_simple = std::all_of(suite.steps.begin(), suite.steps.end(), [&](int id) {
      return is_simple(program.at(id).stmt);
    });
    const bool inlined = suite.owner >= 0 && all_simple && chance.one_in(3);
    std::vector<TextEdit> here;
    bool fits = true;
    for (std::size_t i = 0; i < suite.steps.size(); ++i) {
      const std::uint32_t begin = program.range(suite.steps[i]).begin;
      if (i == 0) {
        if (!inlined) continue;
        const std::size_t colon = source.rfind(':', begin);
        if (colon == std::string_view::npos) continue;
        const auto at = static_cast<std::uint32_t>(colon) + 1;
        fits = fits && space(at, begin);
        here.push_back({{at, begin}, " "});
        continue;
      }
      const std::uint32_t end = program.range(suite.steps[i - 1]).end;
      const bool simple = is_simple(program.at(suite.steps[i - 1]).stmt) &&
                          is_simple(program.at(suite.steps[i]).stmt);
      if (!inlined && (!simple || !space(end, begin) || !chance.one_in(3))) continue;
      fits = fits && space(end, begin);
      here.push_back({{end, begin}, chance.one_in(2) ? "; " : ";"});
    }
    if (fits) edits.insert(edits.end(), here.begin(), here.end());
  }
  Result<TextEdits> made = TextEdits::make(std::move(edits));
  if (!made.ok()) return std::string(source);
  Result<std::string> text = made.value().apply(source);
  return text.ok() ? text.value() : std::string(source);
}

// With a line above some statement that does not parse; the text itself where that cannot be passed
// over.
std::string broken(const std::string& text, Chance& chance) {
  static constexpr const char* kLines[] = {"ooops = = 2",
                                           "ooops(1,",
                                           "if ooops",
                                           "await ooops ooops",
                                           "ooops)",
                                           "ooops = \"open",
                                           "def ooops(",
                                           "with ooops:",
                                           "ooops:"};
  if (text.find("ooops") != std::string::npos) return text;
  const Program program(text);
  const int id = chance.below(static_cast<int>(program.steps().size()));
  if (program.step(id) == nullptr) return text;
  const std::uint32_t begin = program.range(id).begin;
  if (!program.text().begins_line(begin)) return text;
  const int line = program.text().line_of(begin);
  std::string indent(program.text().indent_of(line));
  if (chance.one_in(5)) indent += chance.one_in(2) ? "  " : "";
  if (chance.one_in(8)) indent = indent.substr(0, indent.size() / 2 + 1);
  const std::string added = indent + kLines[chance.below(9)] + program.text().newline();
  const std::string made = std::string(text).insert(program.text().line_begin(line), added);
  const Program now(made);
  return !now.parses() && now.steps().size() == program.steps().size() ? made : text;
}

}  // namespace

std::string variant(const std::string& text, int which, Chance& chance) {
  switch (which) {
    case 1: return replaced(text, "\n", "\r\n");
    case 2: return indented(text, "\t");
    case 3: return indented(text, "  ");
    case 4: return text.substr(0, text.find_last_not_of("\r\n") + 1);
    case 5:
    case 6: return joined(text, chance);
    case 7: return "\xef\xbb\xbf" + text;
    case 8: return replaced(joined(text, chance), "\n", "\r\n");
    case 9:
    case 10: return broken(text, chance);
    default: return text;
  }
}

}  // namespace simul::composer

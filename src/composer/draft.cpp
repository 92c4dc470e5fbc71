#include "composer/draft.hpp"

#include <algorithm>
#include <utility>

#include "base/sort.hpp"
#include "composer/scopes.hpp"

namespace simul::composer {

using namespace syntax;

namespace {

bool is_definition(const Stmt* stmt) {
  return !defined_name(stmt).empty();
}

bool is_definition(const Lines& lines) {
  std::string_view code;
  for (const Line& line : lines) {
    code = line.text;
    if (!code.empty() && code[0] != '#') break;
  }
  return code.starts_with("async def ") || code.starts_with("def ") || code.starts_with("class ") ||
         code.starts_with("@");
}

// Edits that touch each other as one, in order.
std::vector<TextEdit> merged(std::vector<TextEdit> edits) {
  sort_stably(edits, [](const TextEdit& a, const TextEdit& b) {
    return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
  });
  std::vector<TextEdit> out;
  for (TextEdit& edit : edits) {
    if (!out.empty() && edit.range.begin <= out.back().range.end) {
      out.back().range.end = std::max(out.back().range.end, edit.range.end);
      out.back().text += edit.text;
    } else {
      out.push_back(std::move(edit));
    }
  }
  return out;
}

}  // namespace

Lines lines_from(std::string_view code) {
  Lines out;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('\n'), code.size());
    std::string_view line = code.substr(0, end);
    Line made;
    while (line.starts_with('\t')) {
      ++made.depth;
      line.remove_prefix(1);
    }
    made.text = std::string(line);
    out.push_back(std::move(made));
    code.remove_prefix(std::min(end + 1, code.size()));
  }
  return out;
}

Draft::Draft(std::string_view source)
    : source_(std::make_unique<std::string>(source))
    , program_(std::make_unique<Program>(*source_)) {
  mistakes_ = program_->diagnostics().size();
  sound_ = scope_mistake(*program_).empty();
}

void Draft::apply(std::vector<TextEdit> edits) {
  Result<TextEdits> made = TextEdits::make(merged(std::move(edits)));
  if (!made.ok() || made.value().empty()) return;
  Result<std::string> after = made.value().apply(*source_);
  if (!after.ok()) return;
  edits_ = edits_.compose(made.value());
  auto next = std::make_unique<std::string>(after.value());
  program_ = std::make_unique<Program>(*next);
  source_ = std::move(next);
}

std::string Draft::indent_of(const Suite& suite) const {
  for (int id : suite.steps) {
    const std::uint32_t begin = program_->range(id).begin;
    if (text().begins_line(begin)) return std::string(text().indent_of(text().line_of(begin)));
  }
  if (suite.owner < 0) return "";
  return std::string(text().indent_of(text().line_of(program_->range(suite.owner).begin))) +
         text().unit();
}

bool Draft::has_own_lines(int id) const {
  const TextRange range = program_->range(id);
  return text().begins_line(range.begin) && text().ends_line(range.end);
}

int Draft::lead_line(int id) const {
  const int own = text().line_of(program_->range(id).begin);
  const std::string_view indent = text().indent_of(own);
  int line = own;
  while (line > 1 && text().is_comment(line - 1) && text().indent_of(line - 1) == indent) --line;
  // A comment that the file opens with is the file's.
  return line == 1 ? own : line;
}

int Draft::tail_line(int id) const {
  const std::size_t depth = text().indent_of(text().line_of(program_->range(id).begin)).size();
  int last = text().line_of(program_->range(id).end);
  for (int line = last + 1; line <= text().lines(); ++line) {
    if (text().is_blank(line)) continue;
    if (!text().is_comment(line) || text().indent_of(line).size() <= depth) break;
    last = line;
  }
  return last;
}

int Draft::blank_lines_above(int line) const {
  int count = 0;
  while (line - count > 1 && text().is_blank(line - count - 1)) ++count;
  return count;
}

Lines Draft::cut(int first, int last, std::string_view indent) const {
  Lines out;
  for (int line = first; line <= last; ++line) {
    std::string_view whole = text().line(line);
    const bool raw = text().in_string(line);
    if (!raw) {
      std::size_t n = 0;
      while (n < indent.size() && n < whole.size() && whole[n] == indent[n]) ++n;
      whole.remove_prefix(n);
      if (whole.find_first_not_of(" \t\f") == std::string_view::npos) whole = {};
    }
    out.push_back({0, std::string(whole), raw});
  }
  return out;
}

Lines Draft::lines_of(int id) const {
  if (!has_own_lines(id)) return code_of(id);
  const int own = text().line_of(program_->range(id).begin);
  return cut(lead_line(id), tail_line(id), text().indent_of(own));
}

Lines Draft::code_of(int id) const {
  const TextRange range = program_->range(id);
  const int first = text().line_of(range.begin);
  const int last = text().line_of(range.end);
  const std::string indent(text().indent_of(first));
  Lines out = cut(first, last, indent);
  // What stands around it on its first and last line goes.
  const std::uint32_t end_of_last = text().line_end(last);
  const std::size_t behind = end_of_last - range.end;
  Line& back = out.back();
  back.text.resize(back.text.size() >= behind ? back.text.size() - behind : 0);
  if (text().begins_line(range.begin)) return out;
  const std::string whole(
      text().text({range.begin, first == last ? range.end : text().line_end(first)}));
  out.front() = {0, whole, false};
  return out;
}

std::string Draft::render(const Lines& lines, const std::string& indent) const {
  std::string out;
  for (const Line& line : lines) {
    if (!out.empty() || &line != &lines.front()) out += text().newline();
    if (!line.raw && !line.text.empty()) {
      out += indent;
      for (int i = 0; i < line.depth; ++i) out += text().unit();
    }
    out += line.text;
  }
  return out;
}

// A body behind its colon gets lines of its own; a line is cut where the new statement comes
// between two of its statements.
void Draft::open_up(const Place& place) {
  const Suite* suite = program_->suite(place);
  if (suite == nullptr || suite->steps.empty()) return;
  const std::string inner = text().newline() + indent_of(*suite);
  std::vector<TextEdit> edits;
  const TextRange first = program_->range(suite->steps[0]);
  if (suite->owner >= 0 && !text().begins_line(first.begin)) {
    std::uint32_t colon = first.begin;
    while (colon > 0 && text().source()[colon - 1] != ':') --colon;
    edits.push_back({{colon, first.begin}, inner});
    for (std::size_t i = 1; i < suite->steps.size(); ++i) {
      const std::uint32_t begin = program_->range(suite->steps[i]).begin;
      if (text().begins_line(begin)) continue;
      edits.push_back({{program_->range(suite->steps[i - 1]).end, begin}, inner});
    }
  } else if (place.index > 0 && place.index < static_cast<int>(suite->steps.size())) {
    const auto index = static_cast<std::size_t>(place.index);
    const std::uint32_t begin = program_->range(suite->steps[index]).begin;
    if (!text().begins_line(begin))
      edits.push_back({{program_->range(suite->steps[index - 1]).end, begin}, inner});
  }
  apply(std::move(edits));
}

int Draft::insert(const Place& place, const Lines& lines) {
  open_up(place);
  const Suite* suite = program_->suite(place);
  if (suite == nullptr) return -1;
  // A `pass` that held the body open has done its work.
  int index = place.index;
  const auto docstring = suite->owner >= 0 ? static_cast<std::size_t>(suite->first) : 0;
  if (suite->owner >= 0 && suite->steps.size() == docstring + 1 &&
      program_->at(suite->steps[docstring]).stmt->kind == NodeKind::kPass) {
    index = static_cast<int>(docstring);
    const int pass = suite->steps[docstring];
    const TextRange range = program_->range(pass);
    if (text().ends_line(range.end) && text().begins_line(range.begin)) {
      const std::string indent = indent_of(*suite);
      std::string code = render(lines, indent);
      code.erase(0, std::min(indent.size(), code.size()));
      apply({{range, code}});
      suite = program_->suite({place.owner, place.body, index});
      return suite == nullptr ? -1 : suite->steps[static_cast<std::size_t>(index)];
    }
  }
  insert_at(*suite, index, lines);
  suite = program_->suite({place.owner, place.body, index});
  if (suite == nullptr || index >= static_cast<int>(suite->steps.size())) return -1;
  return suite->steps[static_cast<std::size_t>(index)];
}

void Draft::insert_at(const Suite& suite, int index, const Lines& lines) {
  const std::string indent = indent_of(suite);
  const std::string code = render(lines, indent);
  const std::string& newline = text().newline();
  const auto blanks = [&](int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += newline;
    return out;
  };
  const int around = indent.empty() ? 2 : 1;  // blank lines around a definition
  const auto size = static_cast<int>(suite.steps.size());
  const auto step = [&](int i) { return suite.steps[static_cast<std::size_t>(i)]; };
  const bool previous_is_definition =
      index > 0 && is_definition(program_->at(step(index - 1)).stmt);
  const bool next_is_definition = index < size && is_definition(program_->at(step(index)).stmt);
  const bool defines = is_definition(lines);

  if (size == 0) {
    const int last = text().lines();
    const bool open = text().line_begin(last) < text().size();
    apply({{{text().size(), text().size()}, (open ? newline : "") + code + newline}});
    return;
  }
  if (index < size && (index == 0 || previous_is_definition || defines)) {
    const int lead = lead_line(step(index));
    const std::uint32_t at = text().line_begin(lead);
    const int above = blank_lines_above(lead);
    std::string out = code + newline;
    if (defines) {
      if (index > 0) out = blanks(std::max(0, around - above)) + out;
      out += blanks(around);
    } else if (next_is_definition) {
      out += blanks(index == 0 ? around : above);
    }
    apply({{{at, at}, out}});
    return;
  }
  const int last = tail_line(step(index - 1));
  const std::uint32_t at = text().next_line(last);
  const bool no_newline = text().line_end(last) == at;
  const std::string above = blanks(defines || previous_is_definition ? around : 0);
  apply({{{at, at}, no_newline ? newline + above + code : above + code + newline}});
}

void Draft::remove(int id) {
  const Step& step = program_->at(id);
  const Suite& suite = program_->suite_of(id);
  const TextRange range = program_->range(id);
  const bool only = suite.steps.size() == 1 && suite.owner >= 0;
  if (has_own_lines(id)) {
    const int lead = lead_line(id);
    const int own = text().line_of(range.begin);
    const int last = tail_line(id);
    if (only) {
      std::vector<TextEdit> edits;
      edits.push_back({{range.begin, text().line_end(last)}, "pass"});
      if (lead < own) edits.push_back({{text().line_begin(lead), text().line_begin(own)}, ""});
      apply(std::move(edits));
      return;
    }
    // Of the blank lines above and below, the larger number stays.
    int below = 0;
    while (last + 1 + below < text().lines() && text().is_blank(last + 1 + below)) ++below;
    const int above = blank_lines_above(lead);
    TextRange gone{text().line_begin(lead), text().next_line(last)};
    if (above > 0 && below > 0) {
      const int extra = std::min(above, below);
      gone.end = text().next_line(last + extra);
    } else if (below > 0 && step.index == 0 && suite.owner >= 0) {
      // No body begins with a blank line because of it.
      gone.end = text().next_line(last + below);
    } else if (above > 0 && gone.end == text().size()) {
      gone.begin = text().line_begin(lead - above);
    }
    apply({{gone, ""}});
    return;
  }
  if (only) return apply({{range, "pass"}});
  const auto index = static_cast<std::size_t>(step.index);
  if (!text().ends_line(range.end) && index + 1 < suite.steps.size()) {
    apply({{{range.begin, program_->range(suite.steps[index + 1]).begin}, ""}});
  } else if (index > 0) {
    apply({{{program_->range(suite.steps[index - 1]).end, range.end}, ""}});
  }
}

void Draft::replace(int id, const Lines& lines) {
  const Step step = program_->at(id);
  const Suite& suite = program_->suite_of(id);
  const bool own_lines = has_own_lines(id);
  if (!own_lines) {
    // Lines of its own first: behind a colon or a semicolon no block may begin.
    const Place place{suite.owner, suite.number, step.index};
    open_up(place);
    open_up({place.owner, place.body, place.index + 1});
  }
  const std::string indent = indent_of(program_->suite_of(id));
  std::string code = render(lines, indent);
  code.erase(0, std::min(indent.size(), code.size()));
  apply({{program_->range(id), code}});
}

void Draft::replace_all(const std::vector<int>& steps, const Lines& lines) {
  if (steps.size() == 1 && !has_own_lines(steps[0])) return replace(steps[0], lines);
  const std::string indent = indent_of(program_->suite_of(steps[0]));
  std::string code = render(lines, indent);
  code.erase(0, std::min(indent.size(), code.size()));
  const std::uint32_t begin = program_->range(steps[0]).begin;
  apply({{{begin, text().line_end(tail_line(steps.back()))}, code}});
}

void Draft::wrap(const std::vector<int>& steps,
                 const std::string& header,
                 const std::string& footer) {
  Lines lines = lines_from(header);
  const auto deeper = [&](Lines inner) {
    for (Line& line : inner) {
      if (!line.raw) ++line.depth;
      lines.push_back(std::move(line));
    }
  };
  const bool own_lines =
      std::all_of(steps.begin(), steps.end(), [this](int id) { return has_own_lines(id); });
  if (steps.size() == 1 || !own_lines) {
    for (int id : steps) deeper(code_of(id));
  } else {
    const int first = text().line_of(program_->range(steps[0]).begin);
    deeper(cut(first, tail_line(steps.back()), text().indent_of(first)));
  }
  for (Line& line : lines_from(footer)) lines.push_back(std::move(line));
  if (steps.size() == 1) return replace(steps[0], lines);
  if (own_lines) return replace_all(steps, lines);
  for (std::size_t i = steps.size(); i-- > 1;) remove(steps[i]);
  replace(steps[0], lines);
}

void Draft::drop_comment_above(int id) {
  const int lead = lead_line(id);
  const int own = text().line_of(program_->range(id).begin);
  if (lead < own) apply({{{text().line_begin(lead), text().line_begin(own)}, ""}});
}

Result<TextEdits> Draft::finish() const {
  if (program_->diagnostics().size() > mistakes_) {
    return Error{"the text would not parse any more: " + program_->diagnostics()[0].message, {}};
  }
  if (std::string reason = scope_mistake(*program_); !reason.empty() && sound_)
    return Error{std::move(reason), {}};
  return edits_;
}

}  // namespace simul::composer

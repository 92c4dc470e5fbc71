// The program's text under a frame: which lines, and which carets: see source_lines.hpp.
#include "vm/source_lines.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/text.hpp"

namespace simul::vm {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

std::size_t leading(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_blank(text[n])) ++n;
  return n;
}

bool is_wide(std::uint32_t c) {
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) ||
         (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
         (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
         (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff) ||
         (c >= 0x20000 && c <= 0x3fffd);
}

// Columns on a terminal of the first `count` characters.
std::size_t display_width(std::string_view text, std::size_t count) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size() && count > 0; --count) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    std::uint32_t code = size == 1 ? lead : lead & (0xffu >> (size + 1));
    for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
      code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
    width += is_wide(code) ? 2 : 1;
    i += size;
  }
  return width;
}

bool is_identifier(std::string_view text) {
  if (text.empty() || (text[0] >= '0' && text[0] <= '9')) return false;
  for (char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (!(u >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
          (c >= 'A' && c <= 'Z')))
      return false;
  }
  return true;
}

// A name, in parentheses or not. None, True and False are none: CPython's parser has them as
// constants.
bool is_name(std::string_view text) {
  text = stripped(text);
  while (text.size() > 2 && text.front() == '(' && text.back() == ')')
    text = stripped(text.substr(1, text.size() - 2));
  return is_identifier(text) && text != "None" && text != "True" && text != "False";
}

// "name =" and nothing else: what stands in front of the value of a plain assignment.
bool is_assignment_head(std::string_view head) {
  head = stripped(head);
  if (head.size() < 2 || head.back() != '=') return false;
  return is_identifier(stripped(head.substr(0, head.size() - 1)));
}

}  // namespace

std::string_view stripped(std::string_view text) {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

namespace {

std::string_view line_of(std::string_view source, std::uint32_t line) {
  for (std::uint32_t n = 1; n < line; ++n) {
    const std::size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  return source.substr(0, source.find('\n'));
}

std::string marked(Vm& vm,
                   const bytecode::Position& place,
                   std::uint32_t line,
                   std::string_view source);

}  // namespace

std::string_view source_line(const Vm& vm, std::uint32_t line) {
  return line_of(vm.options().source, line);
}

std::string_view cached_line(Vm& vm, std::uint32_t line) {
  Vm::Internals& internals = Vm::Internals::inside(vm);
  if (!internals.names_gone) internals.source_read = true;
  return internals.source_read ? source_line(vm, line) : std::string_view();
}

std::string marked_lines(Vm& vm, const bytecode::Position& place, std::uint32_t line) {
  if (stripped(cached_line(vm, line)).empty()) return {};
  return marked(vm, place, line, vm.options().source);
}

std::string marked_lines_kept(Vm& vm,
                              std::string_view filename,
                              const bytecode::Position& place,
                              std::uint32_t line) {
  const Value* module = vm.modules().get(vm.name("linecache"));
  if (module == nullptr || !vm.is_exactly(*module, vm.types().module)) return {};
  const Table& names = module->as<ModuleObject>()->dict.as<DictObject>()->table;
  const Value* cache = names.get(vm.name("cache"));
  if (cache == nullptr || !vm.is_exactly(*cache, vm.types().dict)) return {};
  const Value* entry = cache->as<DictObject>()->table.get(vm.name(filename));
  if (entry == nullptr || !vm.is_exactly(*entry, vm.types().tuple)) return {};
  const auto* parts = entry->as<TupleObject>();
  if (parts->size != 4 || !vm.is_exactly(parts->items()[2], vm.types().list)) return {};
  std::string source;
  for (const Value& each : parts->items()[2].as<ListObject>()->items) {
    if (!vm.is_str(each)) return {};
    source += vm.text(each);
  }
  if (stripped(line_of(source, line)).empty()) return {};
  return marked(vm, place, line, source);
}

namespace {

std::string marked(Vm& vm,
                   const bytecode::Position& place,
                   std::uint32_t line,
                   std::string_view source) {
  const std::string_view first = line_of(source, line);
  if (place.line <= 0 || place.col < 0 || place.end_col < 0 ||
      static_cast<std::uint32_t>(place.line) != line) {
    return cat("    ", stripped(first), "\n");
  }
  const std::int32_t end_line = std::max(place.end_line, place.line);
  // Lines without their common indentation.
  std::vector<std::string_view> original, all;
  std::size_t margin = std::string_view::npos;
  for (std::int32_t n = place.line; n <= end_line; ++n) {
    std::string_view text = line_of(source, static_cast<std::uint32_t>(n));
    while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
    original.push_back(text);
    if (!stripped(text).empty()) margin = std::min(margin, leading(text));
  }
  if (margin == std::string_view::npos) margin = 0;
  for (std::string_view text : original) {
    text.remove_prefix(std::min(margin, stripped(text).empty() ? text.size() : margin));
    all.push_back(text);
  }
  const std::size_t last = all.size() - 1;
  auto offset = [&](std::size_t index, std::int32_t bytes) {
    const std::size_t in_line =
        text::count_code_points(original[index].substr(0, static_cast<std::size_t>(bytes)));
    // The dedent of the first line counts for both ends.
    const std::size_t first_cut = original[0].size() - all[0].size();
    return in_line > first_cut ? in_line - first_cut : 0;
  };
  const std::size_t start = offset(0, place.col);
  const std::size_t end = offset(last, place.end_col);
  const bool parsed = !Vm::Internals::inside(vm).names_gone;
  const bool anchored =
      parsed && place.anchor_line > 0 &&
      (place.anchor_line != place.anchor_end_line || place.anchor_col != place.anchor_end_col) &&
      place.anchor_line >= place.line && place.anchor_end_line <= end_line;
  auto byte_at = [](std::string_view text, std::size_t count) {
    std::size_t i = 0;
    while (i < text.size() && count > 0) {
      ++i;
      while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xc0) == 0x80) ++i;
      --count;
    }
    return i;
  };
  const std::string_view head = all[0].substr(0, byte_at(all[0], start));
  const std::string_view tail =
      all[last].substr(std::min(byte_at(all[last], end), all[last].size()));
  bool show = anchored;
  if (!anchored) show = !stripped(head).empty() || !stripped(tail).empty();
  // A call that is the whole value of a return or an assignment says nothing new.
  const std::string_view to_end = all[last].substr(0, byte_at(all[last], end));
  const std::string_view rest = stripped(tail);
  const bool whole = rest.empty() || rest.front() == '#' || rest.front() == ';';
  const bool call = place.anchor_end_line == place.end_line &&
                    place.anchor_end_col == place.end_col && !to_end.empty() &&
                    to_end.back() == ')';
  // CPython compares its parser's bytes with characters, so that behind other letters than ASCII's
  // the call is not known to be the whole.
  const bool same_count = head.size() == start && to_end.size() == end;
  if (anchored && whole && call && same_count) {
    const std::string_view before = stripped(head);
    if (before == "return") {
      const auto anchor_line = static_cast<std::size_t>(place.anchor_line - place.line);
      if (anchor_line == 0) {
        const std::size_t a = byte_at(all[0], offset(0, place.anchor_col));
        if (is_name(all[0].substr(head.size(), a - head.size()))) show = false;
      }
    } else if (is_assignment_head(head)) {
      show = false;
    }
  }
  std::set<std::size_t> significant = {0, last};
  std::size_t anchor_line = 0, anchor_end_line = 0, anchor_col = 0, anchor_end_col = 0;
  if (anchored) {
    anchor_line = static_cast<std::size_t>(place.anchor_line - place.line);
    anchor_end_line = static_cast<std::size_t>(place.anchor_end_line - place.line);
    anchor_col = display_width(all[anchor_line], offset(anchor_line, place.anchor_col));
    anchor_end_col =
        display_width(all[anchor_end_line], offset(anchor_end_line, place.anchor_end_col));
    for (std::size_t around : {anchor_line, anchor_end_line}) {
      if (around > 0) significant.insert(around - 1);
      significant.insert(around);
      if (around + 1 <= last) significant.insert(around + 1);
    }
  }
  std::vector<std::string> rows;
  const std::size_t shown_start = display_width(all[0], start);
  const std::size_t shown_end = display_width(all[last], end);
  auto output = [&](std::size_t n) {
    rows.emplace_back(all[n]);
    if (!show) return;
    const std::size_t spaces = leading(all[n]);
    const std::size_t count = n == last ? shown_end : display_width(all[n], all[n].size());
    std::string carets;
    for (std::size_t col = 0; col < count; ++col) {
      if (col < spaces || (n == 0 && col < shown_start)) {
        carets += ' ';
      } else if (anchored && (n > anchor_line || (n == anchor_line && col >= anchor_col)) &&
                 (n < anchor_end_line || (n == anchor_end_line && col < anchor_end_col))) {
        carets += '^';
      } else {
        carets += anchored ? '~' : '^';
      }
    }
    rows.push_back(carets);
  };
  std::size_t previous = 0;
  bool begun = false;
  for (std::size_t n : significant) {
    if (begun && n - previous == 2) output(n - 1);
    if (begun && n - previous > 2) rows.push_back(cat("...<", n - previous - 1, " lines>..."));
    output(n);
    previous = n;
    begun = true;
  }
  std::size_t common = std::string::npos;
  for (const std::string& row : rows) {
    if (!stripped(row).empty()) common = std::min(common, leading(row));
  }
  if (common == std::string::npos) common = 0;
  std::string text;
  for (const std::string& row : rows) {
    const bool blank = stripped(row).empty();
    text += cat("    ", blank ? std::string_view() : std::string_view(row).substr(common), "\n");
  }
  return text;
}

}  // namespace

std::string plain_line(Vm& vm, std::uint32_t line) {
  if (Vm::Internals::inside(vm).names_gone) return {};
  std::string_view text = source_line(vm, line);
  text.remove_prefix(leading(text));
  while (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text.empty() ? std::string() : cat("    ", text, "\n");
}

}  // namespace simul::vm

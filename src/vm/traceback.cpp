// Tracebacks as text: see traceback.hpp.
#include "vm/traceback.hpp"

#include <algorithm>
#include <set>

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/line_breaks.hpp"
#include "vm/program_loop.hpp"
#include "vm/suggestions.hpp"
#include "vm/syntax_errors.hpp"

namespace simul::vm {

namespace {

constexpr std::string_view kLibraryFolder = "/usr/lib/python3.13/";
constexpr std::string_view kFrozen = "<frozen ";

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\f';
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && (is_blank(text.front()) || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (is_blank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

std::size_t leading(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_blank(text[n])) ++n;
  return n;
}

// Code points before the byte.
std::size_t characters(std::string_view text, std::size_t bytes) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < bytes && i < text.size(); ++i)
    n += (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
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

// The lines under "File …": the source with its carets, indented by four.
std::string source_lines(Vm& vm, const bytecode::Position& place, std::uint32_t line) {
  const std::string_view first = cached_line(vm, line);
  if (stripped(first).empty()) return {};
  if (place.line <= 0 || place.col < 0 || place.end_col < 0 ||
      static_cast<std::uint32_t>(place.line) != line) {
    return cat("    ", stripped(first), "\n");
  }
  const std::int32_t end_line = std::max(place.end_line, place.line);
  // Lines without their common indentation.
  std::vector<std::string_view> original, all;
  std::size_t margin = std::string_view::npos;
  for (std::int32_t n = place.line; n <= end_line; ++n) {
    std::string_view text = source_line(vm, static_cast<std::uint32_t>(n));
    while (!text.empty() && text.back() == '\r') text.remove_suffix(1);
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
    const std::size_t in_line = characters(original[index], static_cast<std::size_t>(bytes));
    const std::size_t cut = characters(original[index], original[index].size()) -
                            characters(all[index], all[index].size());
    // The dedent of the first line counts for both ends.
    const std::size_t first_cut = original[0].size() - all[0].size();
    (void)cut;
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

std::string_view source_line(const Vm& vm, std::uint32_t line) {
  std::string_view source = vm.options().source;
  for (std::uint32_t n = 1; n < line; ++n) {
    const std::size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  return source.substr(0, source.find('\n'));
}

std::string_view cached_line(Vm& vm, std::uint32_t line) {
  Vm::Internals& internals = Vm::Internals::inside(vm);
  if (!internals.names_gone) internals.source_read = true;
  return internals.source_read ? source_line(vm, line) : std::string_view();
}

FrameKind frame_kind(std::string_view filename) {
  if (filename.starts_with("<built-in ")) return FrameKind::kHidden;
  if (filename.starts_with(kLibraryFolder) || filename.starts_with(kFrozen))
    return FrameKind::kLibrary;
  return FrameKind::kProgram;
}

std::string_view folded_name(std::string_view filename) {
  filename.remove_prefix(filename.starts_with(kFrozen) ? kFrozen.size() : kLibraryFolder.size());
  return filename.substr(0, filename.find_first_of("/.>"));
}

namespace {

std::string plain_line(Vm& vm, std::uint32_t line) {
  if (Vm::Internals::inside(vm).names_gone) return {};
  std::string_view text = source_line(vm, line);
  text.remove_prefix(leading(text));
  while (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text.empty() ? std::string() : cat("    ", text, "\n");
}

// The name in "[frames in NAME]" of a link that shows so, or empty.
// A link without a frame is asyncio's, or of the module whose name it holds.
std::string_view folded(Vm& vm, const TracebackObject& link) {
  if (!link.frame) return vm.is_str(link.held) ? vm.text(link.held) : "asyncio";
  const CodeValue& code = *link.frame.as<Frame>()->code;
  return code.kind == FrameKind::kLibrary ? folded_name(code.code->filename) : std::string_view();
}

}  // namespace

std::string format_frames(Vm& vm, const Value& traceback, bool marked) {
  std::string text;
  constexpr int kCutoff = 3;
  std::string last_key;
  int repeated = 0;
  auto flush = [&] {
    if (repeated > kCutoff) {
      const int more = repeated - kCutoff;
      text += cat("  [Previous line repeated ", more, " more time", more > 1 ? "s" : "", "]\n");
    }
  };
  for (Value each = traceback; each && !each.is_none();) {
    const auto* link = each.as<TracebackObject>();
    if (const std::string_view name = folded(vm, *link); !name.empty()) {
      const std::string line = cat("  [frames in ", name, "]\n");
      flush();
      last_key.clear();
      repeated = 0;
      if (!text.ends_with(line)) text += line;
    } else {
      const Frame* frame = link->frame.as<Frame>();
      const bytecode::CodeObject& code = *frame->code->code;
      const std::string key = cat(code.filename, ":", link->line, ":", code.name);
      if (key != last_key) {
        flush();
        last_key = key;
        repeated = 0;
      }
      ++repeated;
      if (repeated <= kCutoff) {
        text += cat("  File \"", code.filename, "\", line ", link->line, ", in ", code.name, "\n");
        if (code.filename == vm.options().filename)
          text += marked ? source_lines(vm, code.positions[link->instruction], link->line)
                         : plain_line(vm, link->line);
      }
    }
    Value next = link->next;
    each = std::move(next);
  }
  flush();
  return text;
}

namespace {

std::string type_text(Vm& vm, const Type* type) {
  if (type->module && vm.is_str(type->module)) {
    const std::string_view module = vm.text(type->module);
    if (module != "builtins" && module != "__main__") return cat(module, ".", type->qualname);
  }
  return type->qualname;
}

std::vector<std::string> keys_of(Vm& vm, const Table& table) {
  std::vector<std::string> names;
  for (const Table::Entry& entry : table.entries()) {
    if (entry.key && vm.is_str(entry.key)) names.emplace_back(vm.text(entry.key));
  }
  return names;
}

constexpr std::string_view kStandardModules[] = {"abc",
                                                 "argparse",
                                                 "array",
                                                 "ast",
                                                 "asyncio",
                                                 "base64",
                                                 "bisect",
                                                 "calendar",
                                                 "cmath",
                                                 "code",
                                                 "codecs",
                                                 "collections",
                                                 "concurrent",
                                                 "contextlib",
                                                 "contextvars",
                                                 "copy",
                                                 "csv",
                                                 "ctypes",
                                                 "dataclasses",
                                                 "datetime",
                                                 "decimal",
                                                 "difflib",
                                                 "dis",
                                                 "email",
                                                 "enum",
                                                 "errno",
                                                 "fractions",
                                                 "functools",
                                                 "gc",
                                                 "glob",
                                                 "gzip",
                                                 "hashlib",
                                                 "heapq",
                                                 "hmac",
                                                 "html",
                                                 "http",
                                                 "importlib",
                                                 "inspect",
                                                 "io",
                                                 "ipaddress",
                                                 "itertools",
                                                 "json",
                                                 "keyword",
                                                 "linecache",
                                                 "locale",
                                                 "logging",
                                                 "math",
                                                 "mimetypes",
                                                 "multiprocessing",
                                                 "numbers",
                                                 "operator",
                                                 "os",
                                                 "pathlib",
                                                 "pickle",
                                                 "platform",
                                                 "pprint",
                                                 "profile",
                                                 "queue",
                                                 "random",
                                                 "re",
                                                 "sched",
                                                 "secrets",
                                                 "select",
                                                 "selectors",
                                                 "shelve",
                                                 "shlex",
                                                 "shutil",
                                                 "signal",
                                                 "site",
                                                 "smtplib",
                                                 "socket",
                                                 "socketserver",
                                                 "sqlite3",
                                                 "ssl",
                                                 "stat",
                                                 "statistics",
                                                 "string",
                                                 "struct",
                                                 "subprocess",
                                                 "sys",
                                                 "sysconfig",
                                                 "tarfile",
                                                 "tempfile",
                                                 "textwrap",
                                                 "threading",
                                                 "time",
                                                 "timeit",
                                                 "tkinter",
                                                 "token",
                                                 "tokenize",
                                                 "trace",
                                                 "traceback",
                                                 "tracemalloc",
                                                 "turtle",
                                                 "types",
                                                 "typing",
                                                 "unicodedata",
                                                 "unittest",
                                                 "urllib",
                                                 "uuid",
                                                 "venv",
                                                 "warnings",
                                                 "wave",
                                                 "weakref",
                                                 "webbrowser",
                                                 "xml",
                                                 "zipfile",
                                                 "zlib",
                                                 "zoneinfo"};

// ". Did you mean: 'x'?" or empty.
std::string suggestion(Vm& vm, const Value& exception) {
  const auto* object = exception.as<ExceptionObject>();
  const ExceptionTypes& x = vm.exceptions();
  if (!object->first || !vm.is_str(object->first)) return {};
  const std::string wrong(vm.text(object->first));
  if (vm.is_kind_of(exception, x.AttributeError)) {
    if (!object->second) return {};
    std::vector<std::string> names;
    if (const DictObject* dict = vm.instance_dict(object->second, false))
      names = keys_of(vm, dict->table);
    const Type* type = vm.is_kind_of(object->second, vm.types().type) ? object->second.as<Type>()
                                                                      : vm.type_of(object->second);
    for (const Type* each : type->mro) {
      for (std::string& name : keys_of(vm, each->dict->table)) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    if (wrong[0] != '_')
      std::erase_if(names, [](const std::string& name) { return name[0] == '_'; });
    const std::string best = closest_name(wrong, names);
    return best.empty() ? "" : ". Did you mean: '" + best + "'?";
  }
  if (!vm.is_kind_of(exception, x.NameError)) return {};
  Value last = object->traceback;
  while (last && last.as<TracebackObject>()->next) {
    Value next = last.as<TracebackObject>()->next;
    last = std::move(next);
  }
  std::string text;
  if (last && last.as<TracebackObject>()->frame) {
    Frame* frame = last.as<TracebackObject>()->frame.as<Frame>();
    std::vector<std::string> names;
    const bytecode::CodeObject& code = *frame->code->code;
    for (std::size_t i = 0; i < code.local_names.size(); ++i) {
      Value& slot = frame->slots()[i];
      if (frame->cleared || !slot) continue;
      if ((code.local_kinds[i] & (bytecode::kCell | bytecode::kFree)) != 0 &&
          vm.is_exactly(slot, vm.types().cell) && !slot.as<CellObject>()->content) {
        continue;
      }
      names.push_back(code.local_names[i]);
      if (code.local_names[i] == "self" && vm.is_kind_of(exception, x.NameError)) {
        StrObject* name = vm.intern_object(object->first.as<StrObject>());
        const DictObject* dict = vm.instance_dict(slot, false);
        if (vm.lookup(vm.type_of(slot), name) != nullptr ||
            (dict != nullptr && dict->table.get(name) != nullptr)) {
          return ". Did you mean: 'self." + wrong + "'?";
        }
      }
    }
    if (frame->namespace_ && vm.is_kind_of(frame->namespace_, vm.types().dict)) {
      for (std::string& name : keys_of(vm, frame->namespace_.as<DictObject>()->table))
        names.push_back(std::move(name));
    }
    for (std::string& name : keys_of(vm, frame->globals->table)) names.push_back(std::move(name));
    for (std::string& name : keys_of(vm, vm.builtins_dict()->table))
      names.push_back(std::move(name));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::string best = closest_name(wrong, names);
    if (!best.empty()) text = ". Did you mean: '" + best + "'?";
  }
  if (std::find(std::begin(kStandardModules), std::end(kStandardModules), wrong) !=
      std::end(kStandardModules)) {
    text += text.empty() ? ". Did you forget to import '" + wrong + "'?"
                         : " Or did you forget to import '" + wrong + "'?";
  }
  return text;
}

std::string indented(std::string_view text, std::string_view margin) {
  if (margin.empty()) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    out += cat(margin, line, "\n");
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

Native exception_only(Vm& vm, Value exception, bool suggestions) {
  std::string text = type_text(vm, vm.type_of(exception));
  Attempt message = co_await vm.attempt(vm.str_of(exception));
  std::string shown =
      message.ok() ? std::string(vm.text(message.value)) : "<exception str() failed>";
  if (vm.is_kind_of(exception, vm.exceptions().SyntaxError) &&
      (exception.as<ExceptionObject>()->second || shown == "None"))
    shown = syntax_error_message(vm, exception);
  if (!shown.empty()) text += ": " + shown;
  if (suggestions && message.ok()) {
    const std::string hint = suggestion(vm, exception);
    if (!hint.empty()) text += shown.empty() ? ": " + hint : hint;
  }
  co_return vm.str(text);
}

namespace {

// One exception of the chain. `margin` is what stands in front of each line inside a group, and
// `needs_end` whether the group around it is still to be closed by a line: one for all groups that
// end in the same place. Null: not in a group.
Native format_one(Vm& vm, Value exception, std::string margin, bool* needs_end);

Native format_chain(Vm& vm, Value exception, std::string margin, bool* needs_end) {
  const bool nested = needs_end != nullptr;
  std::vector<Value> chain;
  std::vector<int> links;  // 1: cause, 2: context; of the exception before it
  std::set<const Object*> seen;
  for (Value each = exception; each;) {
    chain.push_back(each);
    seen.insert(each.object());
    const auto* object = each.as<ExceptionObject>();
    Value next;
    int link = 0;
    if (object->cause) {
      if (seen.count(object->cause.object()) == 0) next = object->cause;
      link = 1;
    } else if (object->context && !object->suppress_context) {
      if (seen.count(object->context.object()) == 0) next = object->context;
      link = 2;
    }
    links.push_back(link);
    each = std::move(next);
  }
  std::string text;
  for (std::size_t i = chain.size(); i-- > 0;) {
    Value part = co_await format_one(vm, chain[i], margin, needs_end);
    text += vm.text(part);
    if (i > 0) {
      text += indented(
          links[i - 1] == 1
              ? "\nThe above exception was the direct cause of the following exception:\n\n"
              : "\nDuring handling of the above exception, another exception occurred:\n\n",
          nested ? margin + "| " : margin);
    }
  }
  co_return vm.str(text);
}

Native format_one(Vm& vm, Value exception, std::string margin, bool* needs_end) {
  const bool nested = needs_end != nullptr;
  const auto* object = exception.as<ExceptionObject>();
  std::string last;
  {
    Value only = co_await exception_only(vm, exception, true);
    last = cat(vm.text(only), "\n");
    if (vm.is_kind_of(exception, vm.exceptions().SyntaxError))
      last = syntax_error_place(vm, exception) + last;
  }
  if (const DictObject* dict = vm.instance_dict(exception, false)) {
    const Value* found = dict->table.get(Vm::Internals::names_of(vm).__notes__);
    if (found != nullptr && vm.is_kind_of(*found, vm.types().list)) {
      const Value notes = *found;
      for (std::size_t i = 0; i < notes.as<ListObject>()->items.size(); ++i) {
        const Value note = notes.as<ListObject>()->items[i];
        if (vm.is_str(note)) {
          last += cat(vm.text(note), "\n");
        } else {
          Value shown = co_await vm.repr(note);
          last += cat(vm.text(shown), "\n");
        }
      }
    }
  }
  object = exception.as<ExceptionObject>();
  const bool group = vm.is_kind_of(exception, vm.exceptions().BaseExceptionGroup) && object->second;
  if (!group) {
    std::string text;
    if (object->traceback)
      text = "Traceback (most recent call last):\n" + format_frames(vm, object->traceback);
    text += last;
    co_return vm.str(indented(text, nested ? margin + "| " : margin));
  }
  std::string text;
  const bool outermost = !nested;
  if (outermost) margin += "  ";
  if (object->traceback) {
    text += indented("Exception Group Traceback (most recent call last):\n",
                     outermost ? margin + "+ " : margin + "| ");
    text += indented(format_frames(vm, object->traceback), margin + "| ");
  }
  text += indented(last, margin + "| ");
  const Value parts = object->second;
  const std::size_t count = parts.as<TupleObject>()->size;
  constexpr std::size_t kMaxWidth = 15;
  const std::size_t shown = std::min(count, kMaxWidth);
  bool own_end = true;
  if (needs_end == nullptr) needs_end = &own_end;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == shown) {
      text += cat(margin, "  +---------------- ... ----------------\n");
      text += cat(margin,
                  "  | and ",
                  count - shown,
                  " more exception",
                  count - shown == 1 ? "" : "s",
                  "\n");
      break;
    }
    text += cat(margin, i == 0 ? "+-" : "  ", "+---------------- ", i + 1, " ----------------\n");
    *needs_end = true;
    Value inner =
        co_await format_chain(vm, parts.as<TupleObject>()->items()[i], margin + "  ", needs_end);
    text += vm.text(inner);
  }
  if (count > shown) *needs_end = true;
  if (std::exchange(*needs_end, false))
    text += cat(margin, "  +------------------------------------\n");
  co_return vm.str(text);
}

}  // namespace

Native format_exception_text(Vm& vm, Value exception) {
  return format_chain(vm, std::move(exception), "", nullptr);
}

Value run_now(Vm& vm, Native native) {
  Fiber fiber;
  NativeFrame* frame = native.release();
  fiber.top = frame;
  fiber.depth = 1;
  constexpr std::int64_t kPatience = 1'000'000;
  vm.flush_charge();
  const std::int64_t budget = vm.budget;
  vm.begin_budget(kPatience);
  const LineBreaks::Mute mute(vm.line_breaks);
  Value raised = vm.take_raised();
  Value stop = std::move(vm.stop_value());
  Outcome outcome = vm.resume(fiber);
  if (outcome.kind != Outcome::Kind::kReturned && outcome.kind != Outcome::Kind::kRaised)
    vm.abandon(fiber);
  vm.begin_budget(budget);
  if (raised) vm.set_raised(std::move(raised));
  vm.stop_value() = std::move(stop);
  return outcome.kind == Outcome::Kind::kReturned ? std::move(outcome.value) : Value();
}

std::string Vm::exception_line(const Value& exception) {
  Value text_value = run_now(*this, exception_only(*this, exception, false));
  return text_value ? std::string(text(text_value)) : type_text(*this, type_of(exception));
}

std::string Vm::format_exception(const Value& exception) {
  Value text_value = run_now(*this, format_exception_text(*this, exception));
  return text_value ? std::string(text(text_value)) : type_text(*this, type_of(exception)) + "\n";
}

// The Python frame on top that a traceback shows.
static Frame* top_frame(const Fiber& fiber) {
  for (Activation* each = fiber.top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    auto* frame = static_cast<Frame*>(each);
    if (frame->code->kind != FrameKind::kHidden) return frame;
  }
  return nullptr;
}

// CPython writes these in C: the exception's own traceback without marks, no chain, no notes.
void Vm::write_unraisable(const Value& exception, const Value& where) {
  struct Shown {
    static Native repr(Vm& vm, Value value) { co_return vm.repr(value); }
    static Native str(Vm& vm, Value value) { co_return vm.str_of(value); }
  };
  std::string out = "Exception ignored in: ";
  Value shown = where ? run_now(*this, Shown::repr(*this, where)) : Value();
  out += shown ? std::string(text(shown)) : "<object repr() failed>";
  out += "\n";
  // One that no frame has seen gets the frame that runs: in a turn of the loop, asyncio's.
  auto* object = exception.as<ExceptionObject>();
  if (!object->traceback) {
    if (Frame* frame = running_line() != 0 ? top_frame(*fiber_) : nullptr; frame != nullptr) {
      auto* link = instantiate<TracebackObject>(types_.traceback);
      link->frame = Value::share(frame);
      link->instruction = frame->instruction();
      link->line = frame->line();
      object->traceback = Value::adopt(link);
    } else if (!library_place(*this).first.empty()) {
      object->traceback = Value::adopt(instantiate<TracebackObject>(types_.traceback));
    }
  }
  if (object->traceback)
    out += "Traceback (most recent call last):\n" + format_frames(*this, object->traceback, false);
  const Value said = run_now(*this, Shown::str(*this, exception));
  out += cat(type_text(*this, type_of(exception)),
             ": ",
             said ? text(said) : std::string_view("<exception str() failed>"),
             "\n");
  write(2, out);
}

// What the module warnings is told, once a program has imported it: filters, catch_warnings() and
// showwarning() are the program's. False: it raised, which nobody here can take.
static bool warn_in_python(Vm& vm,
                           const Value& module,
                           Type* category,
                           std::string_view message,
                           std::string_view place,
                           std::string_view source) {
  struct Told {
    static Native tell(Vm& vm, Value module, Value given) {
      const Value warn = co_await vm.get_attr(module, vm.name("_warn_from_machine"));
      auto* tuple = given.as<TupleObject>();
      co_await vm.call(warn, CallArgs(tuple->items(), tuple->size));
      co_return Value::boolean(true);
    }
  };
  const std::size_t colon = place.rfind(':');
  std::int64_t line = 0;
  const std::string_view number = place.substr(colon + 1);
  if (number == "-1")
    line = -1;
  else
    for (const char digit : number) line = 10 * line + (digit - '0');
  const Value given = vm.tuple({vm.str(message),
                                vm.type_value(category),
                                vm.str(place.substr(0, colon)),
                                vm.integer(line),
                                vm.str(source)});
  return static_cast<bool>(run_now(vm, Told::tell(vm, module, given)));
}

// Where the program's innermost frame is: "-1" in what the compiler has added of its own.
static std::string running_place(const Fiber* fiber, std::uint32_t line) {
  for (const Activation* each = fiber->top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<const Frame*>(each);
    if (frame->code->kind != FrameKind::kProgram) continue;
    if (frame->code->code->positions[frame->instruction()].line <= 0) return "-1";
    break;
  }
  return std::to_string(line);
}

void Vm::warn(Type* category, std::string_view message) {
  if (internals_->shutting_down) return;  // the program has ended, its last words are said
  const std::uint32_t line = running_line();
  auto [place, source] = library_place(*this);
  if (const Value* module = modules_.as<DictObject>()->table.get(name("warnings"));
      module != nullptr && is_exactly(*module, types_.module) && !internals_->names_gone) {
    const Value kept = *module;
    const std::string where = !place.empty() ? place
                              : line == 0
                                  ? std::string("<sys>:0")
                                  : cat(options_.filename, ":", running_place(fiber_, line));
    if (warn_in_python(*this, kept, category, message, where, source)) return;
  }
  // The default filter shows each text once per place.
  if (!internals_->warned.insert(cat(place, place.empty() ? line : 0, category->name, message))
           .second)
    return;
  if (category == exceptions_.DeprecationWarning && line == 0) return;
  const bool in_program = place.empty() && line != 0;
  const std::string at = line == 0 ? std::string() : running_place(fiber_, line);
  if (place.empty()) place = line == 0 ? "<sys>:0" : cat(options_.filename, ":", at);
  std::string out = cat(place, ": ", category->name, ": ", message, "\n");
  // When the names are gone C code writes it: there is no warnings module.
  if (!internals_->names_gone) {
    if (in_program && at != "-1") source = stripped(cached_line(*this, line));
    if (!source.empty()) out += cat("  ", source, "\n");
    if (message.find("was never awaited") != std::string_view::npos &&
        (internals_->tracemalloc || !internals_->path_gone)) {
      internals_->tracemalloc = true;
      out += cat(category->name, ": Enable tracemalloc to get the object allocation traceback\n");
    }
  }
  write(2, out);
}

std::uint32_t Vm::running_line() const {
  return fiber_ == nullptr ? 0 : fiber_->line();
}

std::uint32_t Fiber::line() const {
  for (const Activation* each = top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    const auto* frame = static_cast<const Frame*>(each);
    if (frame->code->kind == FrameKind::kProgram) return frame->line();
  }
  return 0;
}

}  // namespace simul::vm

#include "trace/text.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <limits>

namespace simul::trace {
namespace {

// In the order of EventKind.
constexpr std::array<std::string_view, 28> kNames = {
    "loop_started",
    "loop_stopped",
    "turn_began",
    "task_created",
    "task_labelled",
    "handle_queued",
    "handle_began",
    "handle_ended",
    "task_waits",
    "task_done",
    "future_done",
    "callback_added",
    "cancel_requested",
    "timer_armed",
    "timer_fired",
    "timer_cancelled",
    "clock_moved",
    "blocking_began",
    "blocking_ended",
    "output",
    "failure",
    "uncancelled",
    "made",
    "in_line",
    "held",
    "released",
    "queue_sized",
    "depends_on",
};
static_assert(static_cast<std::size_t>(EventKind::kDependsOn) + 1 == kNames.size());

void append_time(std::string& out, std::int64_t ns) {
  char buffer[40];
  auto magnitude = ns < 0 ? 0 - static_cast<std::uint64_t>(ns) : static_cast<std::uint64_t>(ns);
  std::snprintf(buffer,
                sizeof buffer,
                "%s%llu.%09llu",
                ns < 0 ? "-" : "",
                static_cast<unsigned long long>(magnitude / 1'000'000'000),
                static_cast<unsigned long long>(magnitude % 1'000'000'000));
  out += buffer;
}

void append_quoted(std::string& out, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\x";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

// Reads one line, word by word; each reader returns false when the line does not go on as it
// should.
class LineReader {
 public:
  explicit LineReader(std::string_view line) : rest_(line) {}

  bool at_end() const { return rest_.empty(); }
  std::string_view word() {
    std::size_t end = std::min(rest_.find(' '), rest_.size());
    std::string_view word = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return word;
  }
  bool quoted(std::string& out) {
    if (rest_.empty() || rest_.front() != '"') return false;
    std::size_t i = 1;
    for (; i < rest_.size() && rest_[i] != '"'; ++i) {
      if (rest_[i] != '\\') {
        out += rest_[i];
        continue;
      }
      if (++i >= rest_.size()) return false;
      if (rest_[i] == 'n') {
        out += '\n';
      } else if (rest_[i] == 'x') {
        unsigned value = 0;
        if (i + 2 >= rest_.size()) return false;
        auto read = std::from_chars(rest_.data() + i + 1, rest_.data() + i + 3, value, 16);
        if (read.ptr != rest_.data() + i + 3) return false;
        out += static_cast<char>(value);
        i += 2;
      } else {
        out += rest_[i];
      }
    }
    if (i + 1 != rest_.size()) return false;
    rest_ = {};
    return true;
  }
  bool next_is_quote() const { return !rest_.empty() && rest_.front() == '"'; }

 private:
  std::string_view rest_;
};

template <typename Number>
bool parse_number(std::string_view text, Number& out) {
  auto read = std::from_chars(text.data(), text.data() + text.size(), out);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}

bool parse_time(std::string_view text, std::int64_t& out_ns) {
  bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::size_t dot = text.find('.');
  std::int64_t whole = 0, fraction = 0;
  if (dot == std::string_view::npos || text.size() - dot != 10) return false;
  if (!parse_number(text.substr(0, dot), whole) || !parse_number(text.substr(dot + 1), fraction))
    return false;
  if (whole < 0 || fraction < 0 || whole > 9'000'000'000) return false;
  out_ns = whole * 1'000'000'000 + fraction;
  if (negative) out_ns = -out_ns;
  return true;
}

bool parse_line(std::string_view line, Trace& trace) {
  LineReader reader(line);
  Event event;
  if (!parse_time(reader.word(), event.time_ns)) return false;
  std::string_view kind = reader.word();
  std::size_t index = 0;
  while (index < kNames.size() && kNames[index] != kind) ++index;
  if (index == kNames.size()) return false;
  event.kind = static_cast<EventKind>(index);
  if (!parse_number(reader.word(), event.subject)) return false;
  std::string text;
  while (!reader.at_end()) {
    if (reader.next_is_quote()) {
      if (!reader.quoted(text)) return false;
      break;
    }
    std::string_view field = reader.word();
    std::size_t equals = field.find('=');
    if (equals == std::string_view::npos) return false;
    std::string_view key = field.substr(0, equals), value = field.substr(equals + 1);
    bool ok = key == "object"   ? parse_number(value, event.object)
              : key == "cause"  ? parse_number(value, event.cause)
              : key == "line"   ? parse_number(value, event.line)
              : key == "detail" ? parse_number(value, event.detail)
              : key == "due"    ? parse_time(value, event.due_ns)
                                : false;
    if (!ok) return false;
  }
  event.text = trace.texts.intern(text);
  trace.events.push_back(event);
  return true;
}

}  // namespace

std::string_view name(EventKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

std::string to_text(const Trace& trace, const Event& event) {
  std::string out;
  append_time(out, event.time_ns);
  out += ' ';
  out += name(event.kind);
  out += ' ' + std::to_string(event.subject);
  if (event.object != 0) out += " object=" + std::to_string(event.object);
  if (event.cause != 0) out += " cause=" + std::to_string(event.cause);
  if (event.detail != 0) out += " detail=" + std::to_string(event.detail);
  if (event.line != 0) out += " line=" + std::to_string(event.line);
  if (event.due_ns != 0) {
    out += " due=";
    append_time(out, event.due_ns);
  }
  if (event.text != 0) {
    out += ' ';
    append_quoted(out, trace.text_of(event));
  }
  return out;
}

std::string to_text(const Trace& trace) {
  std::string out;
  for (const Event& event : trace.events) {
    out += to_text(trace, event);
    out += '\n';
  }
  return out;
}

Result<Trace> parse_text(std::string_view text) {
  Trace trace;
  std::int64_t before_ns = std::numeric_limits<std::int64_t>::min();
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (!parse_line(line, trace)) {
      return Error{"line " + std::to_string(number) +
                       " of the trace is not an event: " + std::string(line.substr(0, 80)),
                   {}};
    }
    if (trace.events.back().time_ns < before_ns) {
      return Error{"line " + std::to_string(number) + " of the trace goes back in time", {}};
    }
    before_ns = trace.events.back().time_ns;
  }
  return trace;
}

}  // namespace simul::trace

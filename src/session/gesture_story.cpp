#include "session/gesture_story.hpp"

#include <algorithm>
#include <cmath>

#include "session/proof.hpp"
#include "timeline/why.hpp"

namespace simul::session {

using timeline::State;
using timeline::Track;

namespace {

constexpr std::size_t kMost = 3;
constexpr std::int64_t kSameTime_ns = 1'000'000;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string type_of(const std::string& exception) {
  return exception.substr(0, exception.find(':'));
}

// How a task came to a bad end, or empty.
std::string bad_end(const Track& track) {
  if (track.ended_ns == timeline::kOpen) return "";
  const std::string at = " at " + timeline::seconds(track.ended_ns);
  if (track.end == State::kCancelled) return track.name + " is cancelled" + at;
  if (track.end == State::kFailed)
    return track.name + " fails" + at +
           (track.failure.empty() ? "" : ": " + type_of(track.failure));
  return "";
}

std::string ending(const Run& run) {
  switch (run.status()) {
    case Status::kError: return "the program ends with " + type_of(run.exception());
    case Status::kDeadlock: return "everybody waits for ever";
    case Status::kLimit: return "it does not end";
    case Status::kExit:
      return "the program leaves with exit code " + std::to_string(run.exit_code());
    default: return "";
  }
}

}  // namespace

std::vector<DiffLine> diff_lines(std::string_view source, const TextEdits& edits) {
  std::vector<DiffLine> out;
  if (edits.empty() || edits.reach() > source.size()) return out;
  // Edits whose lines meet are one piece.
  const auto& all = edits.edits();
  for (std::size_t i = 0; i < all.size();) {
    auto line_start = [&](std::size_t at) {
      const std::size_t before = at == 0 ? std::string_view::npos : source.rfind('\n', at - 1);
      return before == std::string_view::npos ? std::size_t{0} : before + 1;
    };
    auto line_end = [&](std::size_t at) { return std::min(source.find('\n', at), source.size()); };
    const std::size_t from = line_start(all[i].range.begin);
    std::size_t to = line_end(all[i].range.end), end = i + 1;
    while (end < all.size() && all[end].range.begin <= to) to = line_end(all[end++].range.end);
    std::string after;
    std::size_t at = from;
    for (; i < end; ++i) {
      after += source.substr(at, all[i].range.begin - at);
      after += all[i].text;
      at = all[i].range.end;
    }
    after += source.substr(at, to - at);
    const std::vector<std::string_view> was = lines_of(source.substr(from, to - from));
    const std::vector<std::string_view> now = lines_of(after);
    std::size_t head = 0, tail = 0;
    const std::size_t least = std::min(was.size(), now.size());
    while (head < least && was[head] == now[head]) ++head;
    while (tail < least - head && was[was.size() - 1 - tail] == now[now.size() - 1 - tail]) ++tail;
    auto tell = [&](char sign, const std::vector<std::string_view>& lines) {
      for (std::size_t n = head; n < lines.size() - tail; ++n) {
        if (!lines[n].empty()) out.push_back({sign, std::string(lines[n])});
      }
    };
    tell('-', was);
    tell('+', now);
  }
  // What all of them are indented by says nothing.
  std::size_t indent = std::string::npos;
  for (const DiffLine& line : out) indent = std::min(indent, line.text.find_first_not_of(" \t"));
  if (indent != std::string::npos && indent > 0)
    for (DiffLine& line : out) line.text.erase(0, indent);
  return out;
}

std::uint32_t line_after(std::string_view source, const TextEdits& edits) {
  std::ptrdiff_t moved = 0;
  std::uint32_t gone = 0;
  auto count = [](std::string_view text) {
    return static_cast<std::ptrdiff_t>(std::count(text.begin(), text.end(), '\n'));
  };
  for (const TextEdit& edit : edits.edits()) {
    if (edit.range.end > source.size()) break;
    const std::ptrdiff_t line = count(source.substr(0, edit.range.begin)) + moved + 1;
    const std::size_t first = edit.text.find_first_not_of(" \t\r\n");
    // An import is written for something; what it is for comes later.
    const bool import = first != std::string::npos && edit.text.compare(first, 7, "import ") == 0;
    if (first != std::string::npos && !import)
      return static_cast<std::uint32_t>(line + count(edit.text.substr(0, first)));
    if (gone == 0) gone = static_cast<std::uint32_t>(line);
    moved += count(edit.text) - count(source.substr(edit.range.begin, edit.range.size()));
  }
  return gone;
}

std::vector<std::string> consequences(const Run& before, const Run& after) {
  std::vector<std::string> out;
  if (!after.finished() || !before.finished()) return out;
  for (const Track& track : after.model().tracks()) {
    if (track.task == 0 || out.size() + 1 >= kMost) continue;
    const std::string end = bad_end(track);
    if (end.empty()) continue;
    const auto& others = before.model().tracks();
    const bool same = std::any_of(others.begin(), others.end(), [&](const Track& other) {
      return other.name == track.name && bad_end(other) == end;
    });
    if (!same) out.push_back(end);
  }
  const std::string ends = ending(after);
  if (!ends.empty() && ends != ending(before)) {
    out.push_back(ends);
  } else if (std::abs(after.end_ns() - before.end_ns()) >= kSameTime_ns) {
    out.push_back("ends at " + short_seconds(after.end_ns()) + ", was " +
                  short_seconds(before.end_ns()));
  }
  const auto lines = static_cast<std::ptrdiff_t>(after.lines().size());
  const auto more = lines - static_cast<std::ptrdiff_t>(before.lines().size());
  if (out.size() < kMost && ends.empty() && more != 0)
    out.push_back("prints " + std::to_string(std::abs(more)) + (more > 0 ? " more" : " fewer") +
                  (std::abs(more) == 1 ? " line" : " lines"));
  return out;
}

}  // namespace simul::session

#include "session/handout.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "timeline/why.hpp"

namespace simul::session {
namespace {

std::string ended(const Run& run) {
  const std::string at = " at " + timeline::seconds(run.end_ns()) + " s";
  switch (run.status()) {
    case Status::kOk: return "Finished" + at + ".";
    case Status::kError: return "Ended" + at + " with `" + run.exception() + "`.";
    case Status::kExit:
      return "Left" + at + " with exit code " + std::to_string(run.exit_code()) + ".";
    case Status::kDeadlock: {
      std::string out = "Everybody waits, and nothing will wake anybody:";
      for (const vm::Standstill& one : run.why()) out += " " + one.text;
      if (run.why().empty())
        for (const std::string& who : run.blocked()) out += " " + who + ".";
      return out;
    }
    case Status::kLimit: return "Stopped" + at + " by a limit: " + run.limit() + ".";
    case Status::kStopped: return "Stopped" + at + ".";
    case Status::kRunning: break;
  }
  return "";
}

// One line of prose in which nothing is a sign of Markdown's.
std::string prose(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\n' || c == '\r') {
      out += ' ';
    } else {
      if (std::string_view("\\`*_[]<>#&|~").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

// In a target between < and > these three would end it, and a space would not.
std::string target(std::string_view text) {
  std::string out = "<";
  for (char c : text) {
    if (c == '\n' || c == '\r') continue;
    if (c == '<' || c == '>' || c == '\\') out += '\\';
    out += c;
  }
  return out + ">";
}

void block(std::string& out, const char* language, std::string_view text) {
  std::size_t longest = 0, here = 0;
  for (char c : text) {
    here = c == '`' ? here + 1 : 0;
    longest = std::max(longest, here);
  }
  const std::string fence(std::max<std::size_t>(3, longest + 1), '`');
  out += fence + language + "\n";
  out += text;
  if (!text.ends_with('\n')) out += '\n';
  out += fence + "\n\n";
}

}  // namespace

Handout handout_of(const Run& run, std::size_t most_lines) {
  Handout out;
  out.source = run.source();
  for (const OutputLine& line : run.lines()) {
    if (out.output.size() == most_lines) {
      out.left_out = run.lines().size() - most_lines;
      break;
    }
    char time[40];
    std::snprintf(time, sizeof time, "%8.3f  ", static_cast<double>(line.time_ns) / 1e9);
    out.output.push_back(time + line.text);
  }
  if (run.finished()) out.ended = ended(run);
  return out;
}

std::string markdown(const Handout& handout) {
  std::string out;
  if (!handout.title.empty()) out += "# " + prose(handout.title) + "\n\n";
  if (!handout.picture.empty()) {
    const std::string& words = handout.title.empty() ? handout.ended : handout.title;
    out += "![Timeline: " + prose(words) + "](" + target(handout.picture) + ")\n\n";
  }
  block(out, "python", handout.source);
  if (!handout.output.empty()) {
    std::string lines;
    for (const std::string& line : handout.output) lines += line + "\n";
    if (handout.left_out > 0)
      lines += "          (and " + std::to_string(handout.left_out) + " more lines)\n";
    block(out, "text", lines);
  }
  if (!handout.ended.empty()) out += handout.ended + "\n";
  if (!handout.link.empty()) out += "\n[Open it in Simul](" + target(handout.link) + ")\n";
  return out;
}

}  // namespace simul::session

#include "session/comparing.hpp"

#include <algorithm>

#include "session/session.hpp"

namespace simul::session {

namespace {

std::string refusal(const Run* run) {
  if (run == nullptr) return "Nothing has run to its end yet: press Play, or choose Instant.";
  switch (run->status()) {
    case Status::kOk: return "";
    case Status::kRunning: return "The program is still running: at its end it can be compared.";
    case Status::kError:
    case Status::kExit:
      return "The program ended with an error, so its work is not whole and cannot be compared.";
    case Status::kDeadlock:
      return "The program stands still for ever: there is no total to compare.";
    case Status::kLimit: return "The program was stopped by a limit (" + run->limit() + ").";
    case Status::kStopped: return "The program was stopped before its end.";
  }
  return "";
}

}  // namespace

models::Comparison compare(const Run* run, const models::Options& options) {
  models::Comparison result;
  result.refused = refusal(run);
  if (!result.refused.empty()) return result;
  return models::compare(run->trace(), models::computing_lines(run->source()), options);
}

std::string comparison_text(const models::Comparison& comparison) {
  if (!comparison.refused.empty()) return comparison.refused + "\n";
  using models::span_words;
  std::string out;
  const auto column = [&](std::string_view words, int wide) {
    out += words;
    // Counted in characters: a micro sign is two bytes.
    int long_ = 0;
    for (char c : words) long_ += (static_cast<unsigned char>(c) & 0xC0) == 0x80 ? 0 : 1;
    out.append(static_cast<std::size_t>(std::max(1, wide - long_)), ' ');
  };
  column("", 20);
  for (const char* head : {"total", "computing", "blocking", "switching", "waiting"})
    column(head, 15);
  out += "memory\n";
  for (const models::Outcome& each : comparison.outcomes) {
    column(models::word(each.way), 20);
    if (!each.refused.empty()) {
      out += each.refused + "\n";
      continue;
    }
    const models::Schedule& one = each.schedule;
    for (std::int64_t ns :
         {one.total_ns, one.computing_ns, one.blocking_ns, one.switching_ns, one.waiting_ns})
      column(span_words(ns), 15);
    out += models::bytes_words(each.memory_bytes) + "\n";
  }
  out += comparison.sentence + "\n";
  out += "The loop's rules put to this work give " + span_words(comparison.loop_again_ns) +
         "; the run took " + span_words(comparison.outcomes[1].schedule.total_ns) + ".\n";
  for (const std::string& note : comparison.notes) out += "note: " + note + "\n";
  return out;
}

const Run* comparable(const Session& session) {
  const Run* run = session.edited() ? nullptr : session.current();
  const Run* forecast = session.forecast();
  const bool foreseen = forecast != nullptr && session.forecast_done() &&
                        (run == nullptr || forecast->source() == run->source());
  if (foreseen) return forecast;
  return run != nullptr ? run : forecast;
}

}  // namespace simul::session

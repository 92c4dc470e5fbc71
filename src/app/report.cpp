#include "app/report.hpp"

#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "base/utf16.hpp"
#include "timeline/why.hpp"

namespace simul::app {

using session::Phase;
using session::Run;
using session::Session;
using session::Status;
using timeline::Model;
using timeline::State;
using timeline::Track;

namespace {

// A table that long is read by nobody; the canvas has them all.
constexpr std::size_t kMostTasks = 500;
constexpr std::size_t kMostChips = 6;
// So many tasks are looked at, many times a second, for what stands beside the lines of the text.
constexpr std::size_t kMostLooked = 2'000, kMostSearched = 20'000;

double in_seconds(std::int64_t ns) {
  return static_cast<double>(ns) / 1e9;
}

const char* word(Phase phase) {
  switch (phase) {
    case Phase::kIdle: return "idle";
    case Phase::kRunning: return "running";
    case Phase::kPaused: return "paused";
    case Phase::kHidden: return "hidden";
    case Phase::kFinished: return "finished";
    case Phase::kStopped: return "stopped";
  }
  return "idle";
}

// The range of a diagnostic in UTF-16 units of the whole text; never empty unless the text ends
// there.
std::pair<std::size_t, std::size_t> range_of(std::string_view text,
                                             const syntax::Diagnostic& diagnostic) {
  auto byte_at = [&](int lineno, int offset) {
    std::size_t line = byte_of_line(text, static_cast<std::size_t>(std::max(lineno, 1) - 1));
    std::size_t end = std::min(text.find_first_of("\r\n", line), text.size());
    std::string_view rest = text.substr(line, end - line);
    return line + byte_of_code_point(rest, static_cast<std::size_t>(std::max(offset, 1) - 1));
  };
  std::size_t from = byte_at(diagnostic.lineno, diagnostic.offset);
  bool has_end = diagnostic.end_lineno > 0 && diagnostic.end_offset > 0;
  std::size_t to = has_end ? byte_at(diagnostic.end_lineno, diagnostic.end_offset) : from;
  if (to <= from)
    to = from +
         byte_of_code_point(text.substr(from), from < text.size() && text[from] != '\n' ? 1 : 0);
  std::size_t begin = utf16_length(text.substr(0, from));
  return {begin, begin + utf16_length(text.substr(from, to - from))};
}

std::string with_dot(std::string text) {
  if (!text.empty() && text.back() != '.' && text.back() != '!' && text.back() != '?') text += '.';
  return text;
}

std::string ended(const Run& run) {
  std::string at = " at " + timeline::seconds(run.end_ns()) + " s";
  switch (run.status()) {
    case Status::kOk: return "Finished" + at + ".";
    case Status::kError: return "Ended" + at + " with " + with_dot(run.exception());
    case Status::kExit:
      return "Left" + at + " with exit code " + std::to_string(run.exit_code()) + ".";
    case Status::kDeadlock: {
      std::string who;
      for (const std::string& one : run.blocked()) who += (who.empty() ? "" : ", ") + one;
      // One sentence has room for one reason: a cycle, if there is one.
      if (!run.why().empty() && run.why().front().cycle)
        return "Everybody waits and nothing will wake anybody. " + run.why().front().text;
      return "Everybody waits and nothing will wake anybody" +
             (who.empty() ? std::string() : ": " + who) + ".";
    }
    case Status::kLimit: return "Stopped" + at + " by a limit: " + run.limit() + ".";
    case Status::kStopped: return "Stopped" + at + ".";
    case Status::kRunning: break;
  }
  return "";
}

}  // namespace

// What an edited text would do.
std::string foretold(const Session& session) {
  const Run& forecast = *session.forecast();
  if (!forecast.finished()) return "The text has changed since.";
  std::string out =
      "The text has changed since: it would end at " + timeline::seconds(forecast.end_ns()) + " s";
  if (forecast.status() == Status::kError) out += " with " + forecast.exception();
  return with_dot(out);
}

std::string sentence(const Session& session, std::int64_t host_ns) {
  const Run* run = session.current();
  switch (session.phase()) {
    case Phase::kIdle:
      return session.compiles() ? "Press Play or Ctrl+Enter."
                                : "The text has an error, so nothing can run yet.";
    case Phase::kHidden: return "Paused, because this tab is hidden.";
    case Phase::kFinished:
    case Phase::kStopped:
      if (!run->recorded_by().empty() && !session.edited())
        return "Recorded from " + run->recorded_by() + ". " + ended(*run);
      return session.edited() ? ended(*run) + " " + foretold(session) : ended(*run);
    case Phase::kRunning:
    case Phase::kPaused: break;
  }
  if (session.asking()) return "Waits for an answer to input(), and its clock stands still.";
  if (session.held_back())
    return "Waits for Simul's library, which is still on its way to this page.";
  std::string now = timeline::loop_sentence(run->model(), run->history(), session.now_ns(host_ns));
  const session::Stop& stop = session.stop_reason();
  if (session.phase() == Phase::kPaused && stop.reason == session::Stop::Reason::kBreakpoint)
    return stop.sentence + " " + now;
  return session.phase() == Phase::kPaused ? "Paused. " + now : now;
}

// One remark as an item of the diagnostics: its why is the hint, its mend the fix.
void write_lint(JsonWriter& json, std::string_view source, const lints::Lint& lint) {
  const auto place = [&](std::uint32_t byte) {
    return static_cast<std::int64_t>(utf16_length(source.substr(0, byte)));
  };
  json.begin_object().key("type").value("asyncio").key("message").value(lint.message);
  json.key("code").value(lint.code).key("line").value(static_cast<std::int64_t>(lint.line));
  json.key("from").value(place(lint.range.begin)).key("to").value(place(lint.range.end));
  json.key("hint").value(lint.why).key("severity");
  json.value(lint.severity == lints::Severity::kWarning ? "warning" : "info");
  if (lint.fix.has_value()) {
    json.key("fix").begin_object().key("title").value(lint.fix->title).key("edits").begin_array();
    for (const TextEdit& edit : lint.fix->edits.edits()) {
      json.begin_object().key("from").value(place(edit.range.begin));
      json.key("to").value(place(edit.range.end)).key("text").value(edit.text).end_object();
    }
    json.end_array().end_object();
  }
  json.end_object();
}

std::string diagnostics_json(const Session& session, std::int32_t revision) {
  JsonWriter json;
  json.begin_object()
      .key("revision")
      .value(static_cast<std::int64_t>(revision))
      .key("ok")
      .value(session.compiles());
  json.key("items").begin_array();
  std::vector<syntax::Diagnostic> items = session.diagnostics();
  items.insert(items.end(), session.warnings().begin(), session.warnings().end());
  for (const syntax::Diagnostic& diagnostic : items) {
    auto [from, to] = range_of(session.source(), diagnostic);
    json.begin_object().key("type").value(diagnostic.type).key("message").value(diagnostic.message);
    json.key("line").value(std::max(diagnostic.lineno, 1));
    json.key("from")
        .value(static_cast<std::int64_t>(from))
        .key("to")
        .value(static_cast<std::int64_t>(to));
    json.key("hint");
    diagnostic.hint.empty() ? json.null() : json.value(diagnostic.hint);
    json.key("severity")
        .value(diagnostic.type.ends_with("Warning") ? "warning" : "error")
        .end_object();
  }
  for (const lints::Lint& lint : session.lints()) write_lint(json, session.source(), lint);
  json.end_array().end_object();
  return json.take();
}

std::string state_json(const Session& session,
                       std::int64_t host_ns,
                       bool instant,
                       const std::string& trouble) {
  const Run* run = session.current();
  bool over = run != nullptr && run->finished();
  JsonWriter json;
  json.begin_object().key("state").value(word(session.phase())).key("asking");
  session.asking() ? json.value(run->question()) : json.null();
  json.key("mode").value(instant ? "instant" : "live");
  json.key("time_s").value(in_seconds(session.now_ns(host_ns))).key("speed").value(session.speed());
  json.key("end_s");
  const Run* forecast = session.future();
  bool knows = forecast != nullptr && forecast->finished() && forecast->status() != Status::kLimit;
  if (over)
    json.value(in_seconds(run->end_ns()));
  else if (knows)
    json.value(in_seconds(forecast->end_ns()));
  else
    json.null();
  json.key("forecast_note").value(session.forecast_note());
  json.key("status");
  over && run->status() != Status::kStopped ? json.value(session::word(run->status()))
                                            : json.null();
  json.key("exit_code");
  over ? json.value(run->exit_code()) : json.null();
  json.key("exception");
  over && !run->exception().empty() ? json.value(run->exception()) : json.null();
  json.key("sentence")
      .value(trouble.empty() ? sentence(session, host_ns)
                             : trouble + " " + sentence(session, host_ns));
  json.key("blocked").begin_array();
  if (over) {
    for (const std::string& one : run->blocked()) json.value(one);
  }
  json.end_array().key("deadlock").begin_array();
  if (over) {
    for (const vm::Standstill& one : run->why()) {
      json.begin_object().key("text").value(one.text);
      json.key("line").value(static_cast<std::int64_t>(one.line));
      json.key("cycle").value(one.cycle).end_object();
    }
  }
  json.end_array().key("limit");
  over && !run->limit().empty() ? json.value(run->limit()) : json.null();
  session::Lateness late = run != nullptr ? run->lateness() : session::Lateness();
  json.key("late_ms").begin_object().key("count").value(static_cast<std::int64_t>(late.count));
  json.key("p50")
      .value(late.p50_ms)
      .key("p90")
      .value(late.p90_ms)
      .key("max")
      .value(late.max_ms)
      .end_object();
  json.end_object();
  return json.take();
}

std::string output_json(const Session& session, std::int64_t from) {
  const Run* run = session.current();
  static const std::vector<session::OutputLine> kNothing;
  const auto& lines = run != nullptr ? run->lines() : kNothing;
  auto total = static_cast<std::int64_t>(lines.size());
  from = std::clamp<std::int64_t>(from, 0, total);
  JsonWriter json;
  json.begin_object().key("from").value(from).key("total").value(total).key("dropped").value(0);
  json.key("lines").begin_array();
  for (auto line = lines.begin() + static_cast<std::ptrdiff_t>(from); line != lines.end(); ++line) {
    json.begin_object().key("t").value(in_seconds(line->time_ns)).key("text").value(line->text);
    json.key("stream")
        .value(line->stream == 2 ? "err" : "out")
        .key("line")
        .value(static_cast<std::int64_t>(line->line));
    json.key("open").value(line->open).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string tasks_json(const Session& session, std::int64_t host_ns) {
  const Run* run = session.current();
  std::int64_t now = session.now_ns(host_ns);
  JsonWriter json;
  json.begin_object().key("time_s").value(in_seconds(now)).key("loop").begin_object();
  if (run == nullptr) {
    json.key("state").value("idle").key("text").value("Nothing has run yet.").end_object();
    json.key("tasks").begin_array().end_array().end_object();
    return json.take();
  }
  const Model& model = run->model();
  json.key("state").value(timeline::word(Model::state_at(model.tracks()[0], now)));
  json.key("text").value(timeline::loop_sentence(model, run->history(), now)).end_object();
  json.key("tasks").begin_array();
  bool only_living = model.tracks().size() > kMostTasks;
  std::size_t shown = 0, looked = 0;
  for (std::size_t index : model.order()) {
    if (++looked > kMostSearched) break;
    const Track& track = model.tracks()[index];
    if (track.task == 0 || track.created_ns > now) continue;
    bool over = now >= track.ended_ns;
    if (over && only_living) continue;
    if (++shown > kMostTasks) break;
    const timeline::Slice* slice = over ? nullptr : Model::slice_at(track, now);
    State state = slice == nullptr && !over ? State::kReady : Model::state_at(track, now);
    std::int64_t since = over               ? track.ended_ns
                         : slice == nullptr ? track.created_ns
                                            : slice->start_ns;
    if (state == State::kDue && slice != nullptr && slice->due_ns != timeline::kNone)
      since = std::max(since, slice->due_ns);
    json.begin_object()
        .key("id")
        .value(track.task)
        .key("name")
        .value(track.name)
        .key("task")
        .value(track.task_name);
    json.key("parent");
    track.parent == 0 ? json.null() : json.value(track.parent);
    json.key("state")
        .value(timeline::word(state))
        .key("since_s")
        .value(in_seconds(since))
        .key("due_s");
    bool timed = slice != nullptr && slice->due_ns != timeline::kNone && state != State::kBlocking;
    timed ? json.value(in_seconds(slice->due_ns)) : json.null();
    json.key("line");
    slice == nullptr || slice->line == 0 ? json.null() : json.value(slice->line);
    std::string_view waits =
        slice == nullptr ? std::string_view() : model.trace().texts.at(slice->text);
    json.key("waits_for");
    waits.empty() ? json.null() : json.value(waits);
    json.key("why").value(timeline::why(model, run->history(), track.task, now)).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string markers_json(const Session& session, std::int64_t host_ns) {
  struct Line {
    std::vector<std::pair<std::string, State>> chips;
    std::size_t more = 0;
    bool open = false;  // there may be others that nobody looked at
    State more_state = State::kReady;
    bool blocking = false;
  };
  std::map<std::uint32_t, Line> lines;
  const Run* run = session.current();
  // The text of a run that is over is not being executed. Lines are those of the text that was
  // started: the editor follows every edit since then.
  bool shown = run != nullptr && !run->finished();
  if (shown) {
    const Model& model = run->model();
    std::int64_t now = session.now_ns(host_ns);
    std::size_t looked = 0;
    for (std::size_t index : model.order()) {
      const Track& track = model.tracks()[index];
      if (++looked > kMostSearched) break;
      if (track.task == 0 || now >= track.ended_ns) continue;
      if (looked > kMostLooked) break;
      const timeline::Slice* slice = Model::slice_at(track, now);
      if (slice == nullptr || slice->line == 0) continue;
      State state = Model::state_at(*slice, now);
      Line& line = lines[slice->line];
      if (state == State::kBlocking) line.blocking = true;
      if (line.chips.size() < kMostChips) {
        line.chips.emplace_back(track.name, state);
      } else {
        ++line.more;
        line.more_state = state;
      }
    }
    if (looked < model.order().size()) {
      for (auto& [number, line] : lines) line.open = true;
    }
    timeline::LoopState loop = run->history().at(now);
    if (loop.blocked && loop.blocker == 0 && loop.blocked_line != 0) {
      lines[loop.blocked_line].blocking = true;
      lines[loop.blocked_line].chips.emplace_back("program", State::kBlocking);
    }
  }
  JsonWriter json;
  json.begin_object().key("lines").begin_array();
  for (auto& [number, line] : lines) {
    if (line.more > 0)
      line.chips.emplace_back(line.open ? "and many more" : "+" + std::to_string(line.more),
                              line.more_state);
    json.begin_object().key("line").value(number).key("chips").begin_array();
    for (const auto& [text, state] : line.chips) {
      json.begin_object()
          .key("text")
          .value(text)
          .key("state")
          .value(timeline::word(state))
          .end_object();
    }
    json.end_array().key("blocking").value(line.blocking).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string pending_json(const session::PendingEdit& pending, std::int32_t revision) {
  const char* phases[] = {"none", "pending", "commit", "cancel"};
  const auto place = [&](std::uint32_t byte) {
    return static_cast<std::int64_t>(
        utf16_length(std::string_view(pending.source).substr(0, byte)));
  };
  JsonWriter json;
  json.begin_object().key("phase").value(phases[static_cast<std::size_t>(pending.phase)]);
  json.key("number").value(pending.number).key("revision").value(revision);
  json.key("title").value(pending.title).key("sentence").value(pending.sentence);
  json.key("consequence").value(pending.consequence).key("refusal");
  pending.refusal.empty() ? json.null() : json.value(pending.refusal);
  json.key("line").value(pending.line).key("edits").begin_array();
  for (const TextEdit& edit : pending.edits.edits()) {
    json.begin_object().key("from").value(place(edit.range.begin));
    json.key("to").value(place(edit.range.end)).key("text").value(edit.text);
    json.key("old").value(
        std::string_view(pending.source).substr(edit.range.begin, edit.range.size()));
    json.end_object();
  }
  return json.end_array().end_object().take();
}

std::string field_json(const ui::FieldWish* field, std::string_view source) {
  const char* kinds[] = {"number", "string", "name", "expression", "arguments", "statement"};
  const auto place = [&](std::uint32_t byte) {
    return static_cast<std::int64_t>(utf16_length(source.substr(0, byte)));
  };
  JsonWriter json;
  json.begin_object().key("field");
  if (field == nullptr || field->range.end > source.size()) {
    json.null();
    return json.end_object().take();
  }
  json.begin_object().key("x").value(field->rect.x).key("y").value(field->rect.y);
  json.key("w").value(field->rect.w).key("h").value(field->rect.h);
  json.key("from").value(place(field->range.begin)).key("to").value(place(field->range.end));
  json.key("text").value(field->text).key("label").value(field->label);
  json.key("kind").value(kinds[static_cast<std::size_t>(field->kind)]);
  json.key("stamp").value(field->stamp).end_object();
  return json.end_object().take();
}

std::string items_json(const std::vector<ui::Item>& items) {
  JsonWriter json;
  json.begin_object().key("items").begin_array();
  for (const ui::Item& item : items) {
    json.begin_object()
        .key("id")
        .value(item.id)
        .key("x")
        .value(item.rect.x)
        .key("y")
        .value(item.rect.y);
    json.key("w")
        .value(item.rect.w)
        .key("h")
        .value(item.rect.h)
        .key("label")
        .value(item.label)
        .end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace simul::app

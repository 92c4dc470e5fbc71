#include "session/explain.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/json.hpp"
#include "timeline/await_graph.hpp"
#include "timeline/inspect.hpp"
#include "timeline/why.hpp"

namespace simul::session {

using timeline::Id;
using timeline::kNone;
using timeline::Moment;

namespace {

double in_seconds(std::int64_t ns) {
  return static_cast<double>(ns) / 1e9;
}

void add_time(JsonWriter& json, std::string_view key, std::int64_t ns) {
  json.key(key);
  ns == kNone ? json.null() : json.value(in_seconds(ns));
}
void add_line(JsonWriter& json, std::string_view key, std::uint32_t line) {
  json.key(key);
  line == 0 ? json.null() : json.value(line);
}
void add_count(JsonWriter& json, std::string_view key, std::size_t count) {
  json.key(key).value(static_cast<std::int64_t>(count));
}

const char* word(timeline::Doing doing) {
  switch (doing) {
    case timeline::Doing::kNothing: return "nothing";
    case timeline::Doing::kRunning: return "running";
    case timeline::Doing::kBlocked: return "blocked";
    case timeline::Doing::kBetween: return "between";
    case timeline::Doing::kTimer: return "timer";
    case timeline::Doing::kForever: return "forever";
  }
  return "nothing";
}

const char* word(trace::HandleKind kind) {
  switch (kind) {
    case trace::HandleKind::kStep: return "step";
    case trace::HandleKind::kWakeup: return "wakeup";
    case trace::HandleKind::kCallback: return "callback";
    case trace::HandleKind::kTimer: return "timer";
  }
  return "callback";
}

const char* word(timeline::EdgeKind kind) {
  switch (kind) {
    case timeline::EdgeKind::kWaitsFor: return "waits-for";
    case timeline::EdgeKind::kHeldBy: return "held-by";
    case timeline::EdgeKind::kPartOf: return "part-of";
  }
  return "waits-for";
}

const char* word(timeline::Severity severity) {
  switch (severity) {
    case timeline::Severity::kError: return "error";
    case timeline::Severity::kWarning: return "warning";
    case timeline::Severity::kHint: return "hint";
  }
  return "hint";
}

// A task's name; a future that is no task has none.
void add_owner(JsonWriter& json, const timeline::Model& model, Id owner) {
  const timeline::Track* track = owner == 0 ? nullptr : model.track_of(owner);
  json.key("task").value(track == nullptr ? 0u : owner);
  json.key("name");
  track == nullptr ? json.null() : json.value(track->name);
}

}  // namespace

std::string loop_json(const Run& run, const Moment& moment) {
  const timeline::Model& model = run.model();
  const timeline::LoopState loop = run.history().at(moment);
  JsonWriter json;
  json.begin_object();
  add_time(json, "time_s", moment.time_ns);
  add_count(json, "events", moment.events);
  json.key("doing").value(word(loop.doing));
  json.key("sentence").value(timeline::loop_sentence(model, run.history(), moment));
  add_time(json, "until_s", loop.waits_until_ns);
  json.key("turn").value(loop.turn).key("turn_left").value(loop.turn_left).key("running");
  if (loop.busy) {
    json.begin_object();
    add_owner(json, model, loop.running);
    json.key("kind").value(word(loop.running_kind)).end_object();
  } else {
    json.null();
  }
  json.key("ready").begin_array();
  for (const timeline::ReadyItem& item : loop.ready) {
    json.begin_object().key("handle").value(item.handle);
    add_owner(json, model, item.owner);
    json.key("kind").value(word(item.kind));
    add_time(json, "since_s", item.since_ns);
    json.end_object();
  }
  json.end_array();
  add_count(json, "ready_count", loop.ready_count);
  json.key("timers").begin_array();
  for (const timeline::TimerItem& item : loop.timers) {
    json.begin_object().key("timer").value(item.timer);
    add_owner(json, model, item.task);
    add_time(json, "due_s", item.due_ns);
    add_line(json, "line", item.line);
    json.key("due").value(item.due_ns <= moment.time_ns).end_object();
  }
  json.end_array();
  add_count(json, "timer_count", loop.timer_count);
  json.key("turns").begin_array();
  for (const timeline::TurnItem& turn : loop.turns) {
    json.begin_object().key("number").value(turn.number);
    add_time(json, "time_s", turn.time_ns);
    json.key("planned").value(turn.planned).key("ran").begin_array();
    for (Id owner : turn.ran) {
      json.begin_object();
      add_owner(json, model, owner);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  const timeline::NextStep next = timeline::next_step(model, run.history(), moment);
  json.key("next").begin_object();
  json.key("task").value(next.task);
  add_line(json, "line", next.line);
  json.key("turn").value(next.turn).key("new_turn").value(next.new_turn);
  add_time(json, "time_s", next.time_ns);
  json.key("sentence").value(next.sentence).end_object();
  return json.end_object().take();
}

std::string graph_json(const Run& run, const Moment& moment) {
  const timeline::AwaitGraph graph = timeline::await_graph(run.model(), run.history(), moment);
  JsonWriter json;
  json.begin_object().key("nodes").begin_array();
  for (const timeline::GraphNode& node : graph.nodes) {
    json.begin_object().key("id").value(node.id).key("kind").value(timeline::word(node.kind));
    json.key("name").value(node.name).key("state");
    node.kind == timeline::NodeKind::kTask ? json.value(timeline::word(node.state)) : json.null();
    add_line(json, "line", node.line);
    add_time(json, "due_s", node.due_ns);
    json.key("trouble").value(node.trouble).end_object();
  }
  json.end_array().key("edges").begin_array();
  for (const timeline::GraphEdge& edge : graph.edges) {
    json.begin_object();
    add_count(json, "from", edge.from);
    add_count(json, "to", edge.to);
    json.key("kind").value(word(edge.kind));
    add_line(json, "line", edge.line);
    add_time(json, "since_s", edge.since_ns);
    json.key("trouble").value(edge.trouble).end_object();
  }
  json.end_array().key("troubles").begin_array();
  for (const timeline::Trouble& trouble : graph.troubles) {
    json.begin_object().key("cycle").value(trouble.cycle).key("nodes").begin_array();
    for (std::size_t node : trouble.nodes) json.value(static_cast<std::int64_t>(node));
    json.end_array().key("sentence").value(trouble.sentence).end_object();
  }
  json.end_array();
  add_count(json, "left_out", graph.left_out);
  return json.end_object().take();
}

std::string inspect_json(Session& session, Id task, std::int64_t host_ns) {
  Run* run = session.current();
  if (run == nullptr) return "{\"task\":null}";
  const Moment moment = session.shown(host_ns);
  const timeline::Inspection seen = timeline::inspect(run->model(), run->history(), task, moment);
  JsonWriter json;
  json.begin_object().key("task").value(seen.task).key("name").value(seen.name);
  json.key("task_name").value(seen.task_name).key("coroutine").value(seen.coroutine);
  json.key("state").value(timeline::word(seen.state));
  add_time(json, "since_s", seen.since_ns);
  add_time(json, "until_s", seen.until_ns);
  add_line(json, "line", seen.line);
  json.key("parent").value(seen.parent);
  add_line(json, "created_line", seen.created_line);
  json.key("why").value(seen.why).key("causes").begin_array();
  for (const timeline::Cause& cause : seen.causes) {
    json.begin_object();
    add_time(json, "time_s", cause.time_ns);
    add_count(json, "event", cause.event);
    json.key("task").value(cause.task);
    add_line(json, "line", cause.line);
    json.key("sentence").value(cause.sentence).end_object();
  }
  json.end_array().key("neighbours").begin_array();
  for (const timeline::Neighbour& each : seen.neighbours) {
    json.begin_object();
    add_count(json, "event", each.event);
    add_time(json, "time_s", each.time_ns);
    json.key("task").value(each.task);
    add_line(json, "line", each.line);
    json.key("happened").value(each.happened).key("text").value(each.text).end_object();
  }
  json.end_array();
  const Session::Stack stack = session.stack(task, host_ns);
  json.key("stack").begin_object().key("ready").value(stack.ready).key("why_not");
  stack.why_not.empty() ? json.null() : json.value(stack.why_not);
  json.key("frames").begin_array();
  for (const vm::FrameText& frame : stack.frames) {
    json.begin_object().key("function").value(frame.function).key("line").value(frame.line);
    json.key("library").value(frame.library).key("locals").begin_array();
    for (const vm::LocalText& local : frame.locals)
      json.begin_object()
          .key("name")
          .value(local.name)
          .key("value")
          .value(local.value)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.end_object().take();
}

std::string findings_json(const std::vector<timeline::Finding>& findings) {
  JsonWriter json;
  json.begin_object().key("findings").begin_array();
  for (const timeline::Finding& finding : findings) {
    json.begin_object().key("kind").value(timeline::word(finding.kind));
    json.key("severity").value(word(finding.severity)).key("title").value(finding.title);
    json.key("explanation").value(finding.explanation).key("fix").value(finding.fix);
    add_line(json, "line", finding.line);
    add_time(json, "start_s", finding.start_ns);
    add_time(json, "end_s", finding.end_ns);
    add_time(json, "saved_s", finding.saved_ns == 0 ? kNone : finding.saved_ns);
    json.key("tasks").begin_array();
    for (Id task : finding.tasks) json.value(task);
    json.end_array().key("evidence").begin_array();
    for (const timeline::Evidence& each : finding.evidence) {
      json.begin_object();
      add_time(json, "time_s", each.time_ns);
      add_count(json, "event", each.event);
      json.key("task").value(each.task);
      add_line(json, "line", each.line);
      json.key("text").value(each.text).end_object();
    }
    json.end_array().end_object();
  }
  return json.end_array().end_object().take();
}

std::string control_json(const Session& session, std::int64_t host_ns) {
  const Moment moment = session.shown(host_ns);
  const Stop& stop = session.stop_reason();
  JsonWriter json;
  json.begin_object().key("looking_back").value(session.looking_back());
  json.key("stepping").value(session.stepping());
  add_time(json, "time_s", moment.time_ns);
  add_count(json, "events", moment.events);
  add_count(json,
            "of_events",
            session.current() == nullptr ? 0 : session.current()->trace().events.size());
  const char* const kReasons[] = {"none", "step", "breakpoint", "pause"};
  json.key("stop").begin_object().key("reason").value(kReasons[static_cast<int>(stop.reason)]);
  json.key("breakpoint");
  stop.reason == Stop::Reason::kBreakpoint ? json.value(static_cast<std::int64_t>(stop.breakpoint))
                                           : json.null();
  json.key("task").value(stop.task);
  add_line(json, "line", stop.line);
  json.key("sentence").value(stop.sentence).end_object().key("breakpoints").begin_array();
  for (const Breakpoint& each : session.breakpoints()) {
    const char* const kKinds[] = {"line", "state", "blocked"};
    json.begin_object().key("kind").value(kKinds[static_cast<int>(each.kind)]);
    add_line(json, "line", each.line);
    json.key("task");
    each.task.empty() ? json.null() : json.value(each.task);
    json.key("state");
    each.kind == Breakpoint::Kind::kState ? json.value(timeline::word(each.state)) : json.null();
    add_time(json, "longer_s", each.kind == Breakpoint::Kind::kBlocked ? each.longer_ns : kNone);
    json.end_object();
  }
  return json.end_array().end_object().take();
}

std::vector<Breakpoint> parse_breakpoints(std::string_view text) {
  std::vector<Breakpoint> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const auto next_word = [&line] {
      const std::size_t space = std::min(line.find(' '), line.size());
      const std::string_view first = line.substr(0, space);
      line.remove_prefix(std::min(space + 1, line.size()));
      return first;
    };
    const std::string_view kind = next_word();
    Breakpoint each;
    if (kind == "line") {
      const std::string_view number = next_word();
      const auto read = std::from_chars(number.data(), number.data() + number.size(), each.line);
      if (read.ec == std::errc() && each.line > 0) out.push_back(each);
    } else if (kind == "state") {
      each.kind = Breakpoint::Kind::kState;
      const std::string_view state = next_word();
      each.task = std::string(line);
      for (int i = 0; i <= static_cast<int>(timeline::State::kCancelled); ++i) {
        each.state = static_cast<timeline::State>(i);
        if (timeline::word(each.state) != state) continue;
        out.push_back(each);
        break;
      }
    } else if (kind == "blocked") {
      each.kind = Breakpoint::Kind::kBlocked;
      const std::string number(next_word());
      char* after = nullptr;
      const double longer_s = std::strtod(number.c_str(), &after);
      if (number.empty() || *after != 0 || !(longer_s >= 0 && longer_s < 1e6)) continue;
      each.longer_ns = static_cast<std::int64_t>(longer_s * 1e9);
      out.push_back(each);
    }
  }
  return out;
}

// ---- text

std::string state_text(const Run& run, std::int64_t time_ns) {
  const timeline::Model& model = run.model();
  timeline::LoopHistory& history = run.history();
  const Moment moment = model.at_time(time_ns);
  const timeline::LoopState loop = history.at(moment);
  const auto owner = [&](Id id) {
    const timeline::Track* track = id == 0 ? nullptr : model.track_of(id);
    return track == nullptr ? std::string("a callback") : track->name;
  };
  std::string out = "At " + timeline::seconds(time_ns) + " s, after " +
                    std::to_string(moment.events) + " events, in turn " +
                    std::to_string(loop.turn) +
                    "\n  loop: " + timeline::loop_sentence(model, history, moment) + "\n  " +
                    timeline::next_step(model, history, moment).sentence + "\n";
  out += "  ready queue (" + std::to_string(loop.ready_count) + "):";
  for (const timeline::ReadyItem& item : loop.ready) out += " " + owner(item.owner);
  out += "\n  timers (" + std::to_string(loop.timer_count) + "):";
  for (const timeline::TimerItem& item : loop.timers)
    out += " " + owner(item.task) + " at " + timeline::seconds(item.due_ns) + ";";
  out += "\n";
  std::size_t shown = 0, left_out = 0;
  for (std::size_t index : model.order()) {
    const timeline::Track& track = model.tracks()[index];
    if (track.task == 0 || track.created_event >= moment.events) continue;
    if (++shown > 200) {
      ++left_out;
      continue;
    }
    out += "  " + std::string(static_cast<std::size_t>(2 * track.depth), ' ') + track.name + ": " +
           std::string(timeline::word(timeline::Model::state_at(track, moment))) + ". " +
           timeline::why(model, history, track.task, moment) + "\n";
  }
  if (left_out > 0) out += "  and " + std::to_string(left_out) + " tasks more\n";
  for (const timeline::Trouble& trouble : timeline::await_graph(model, history, moment).troubles)
    out += "  " + trouble.sentence + "\n";
  return out;
}

std::string findings_text(const std::vector<timeline::Finding>& findings) {
  if (findings.empty()) return "Nothing to complain about.\n";
  std::string out;
  for (const timeline::Finding& finding : findings) {
    out += std::string(word(finding.severity)) + " (" + std::string(timeline::word(finding.kind)) +
           "): " + finding.title + "\n  " + finding.explanation + "\n";
    for (const timeline::Evidence& each : finding.evidence)
      out += "  " + timeline::seconds(each.time_ns) + "  " + each.text + "\n";
    out += "  Fix: " + finding.fix + "\n";
  }
  return out;
}

}  // namespace simul::session

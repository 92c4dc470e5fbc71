#include "timeline/chrome.hpp"

#include <algorithm>

#include "base/json.hpp"

namespace simul::timeline {
namespace {

double us(std::int64_t ns) {
  return static_cast<double>(ns) / 1e3;
}

class ChromeWriter {
 public:
  ChromeWriter(const Model& model, std::int64_t end_ns) : model_(model), end_ns_(end_ns) {}

  std::string write() {
    json_.begin_object().key("displayTimeUnit").value("ms").key("traceEvents").begin_array();
    int place = 0;
    for (std::size_t index : model_.order()) track(model_.tracks()[index], place++);
    std::int64_t id = 0;
    for (const Flow& flow : model_.flows()) {
      if (flow.arrival_ns != kOpen) this->flow(flow, ++id);
    }
    for (const Mark& mark : model_.marks()) {
      const char* category = mark.kind == MarkKind::kError     ? "error"
                             : mark.kind == MarkKind::kProgram ? "mark"
                                                               : "output";
      begin("i", category, mark.task, mark.time_ns);
      json_.key("name").value(model_.trace().texts.at(mark.text)).key("s").value("t");
      arguments(mark.line);
    }
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void begin(const char* phase, std::string_view category, Id task, std::int64_t time_ns) {
    json_.begin_object().key("ph").value(phase).key("cat").value(category).key("pid").value(1);
    json_.key("tid").value(task).key("ts").value(us(time_ns));
  }
  void arguments(std::uint32_t line) {
    if (line != 0) json_.key("args").begin_object().key("line").value(line).end_object();
    json_.end_object();
  }

  void track(const Track& track, int place) {
    for (bool name : {true, false}) {
      json_.begin_object().key("ph").value("M").key("pid").value(1).key("tid").value(track.task);
      json_.key("name")
          .value(name ? "thread_name" : "thread_sort_index")
          .key("args")
          .begin_object();
      if (name) {
        json_.key("name").value(track.name);
      } else {
        json_.key("sort_index").value(place);
      }
      json_.end_object().end_object();
    }
    for (const Slice& slice : track.slices) {
      if (slice.state == State::kIdle) continue;
      split_at_due(slice,
                   std::min(slice.end_ns, end_ns_),
                   [&](State state, std::int64_t from, std::int64_t to) {
                     put(track, slice, state, from, to);
                   });
    }
  }

  void put(
      const Track& track, const Slice& slice, State state, std::int64_t from, std::int64_t to) {
    begin("X", word(state), track.task, from);
    std::string_view text = model_.trace().texts.at(slice.text);
    json_.key("dur").value(us(std::max<std::int64_t>(0, to - from)));
    json_.key("name").value(text.empty() || state == State::kDue ? word(state) : text);
    arguments(slice.line);
  }

  void flow(const Flow& flow, std::int64_t id) {
    constexpr const char* kKinds[] = {"created", "woke", "cancelled"};
    for (bool start : {true, false}) {
      begin(start ? "s" : "f",
            "flow",
            start ? flow.from : flow.to,
            start ? flow.time_ns : flow.arrival_ns);
      json_.key("name").value(kKinds[static_cast<int>(flow.kind)]).key("id").value(id);
      if (!start) json_.key("bp").value("e");
      json_.end_object();
    }
  }

  const Model& model_;
  std::int64_t end_ns_;
  JsonWriter json_;
};

}  // namespace

std::string to_chrome_json(const Model& model, std::int64_t end_ns) {
  return ChromeWriter(model, end_ns).write();
}

}  // namespace simul::timeline

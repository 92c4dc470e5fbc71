// The trace as a picture wants it: tracks with slices, flows between them, marks on the axis. Grows
// event by event.
//
// Words are Perfetto's (track, slice, flow). No ImGui, no GL: everything up to the draw arrays is
// tested natively. Always holds: the slices of a track are in order and do not overlap; only the
// last may be open (end_ns == kOpen); a task that could run but may not is never shown as running:
// it is kDue while its timer has passed and the loop has not collected it, and kReady only while
// its handle stands in the loop's ready queue.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "timeline/id_map.hpp"
#include "trace/event.hpp"

namespace simul::timeline {

using trace::Id;

enum class State : std::uint8_t {
  kRunning,
  kReady,
  kDue,
  kSleeping,
  kWaiting,
  kBlocking,  // the loop's track: blocked; a task's: it is the one that blocks
  kDone,
  kFailed,
  kCancelled,
  kIdle,  // the loop's track only: nothing to do
};
// "running", "ready", ... as shown to people.
std::string_view word(State state);

// An instant of a run. Many events can share one time, so an instant is the time and how many of
// the trace's events have happened by then; the same instant is the same state, however one got
// there.
struct Moment {
  std::int64_t time_ns = 0;
  std::size_t events = 0;
  friend bool operator==(const Moment&, const Moment&) = default;
};

inline constexpr std::int64_t kOpen = std::numeric_limits<std::int64_t>::max();
inline constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

inline constexpr std::uint32_t kNoEvent = std::numeric_limits<std::uint32_t>::max();

struct Slice {
  std::int64_t start_ns = 0;
  std::int64_t end_ns = kOpen;
  std::int64_t due_ns = kNone;  // of a sleep: when its timer is due
  State state = State::kRunning;
  std::uint8_t detail = 0;  // a wait's asyncio::WaitKind
  std::uint32_t line = 0;   // 1-based source line or 0
  std::uint32_t text = 0;   // Trace text: "sleep(1.0)", "gather: A, B", ...
  Id object = 0;            // the future or task waited for
  std::uint32_t event = 0;  // the trace's event that began it; a kDue has that of its sleep
  std::uint32_t parts = 0;  // of a wait for a gather, wait or group: how many of it were not done
};

// What a slice shows until `end_ns`, as put(state, from_ns, to_ns): a sleep is due from its
// deadline on, and so one or two calls.
template <typename Put>
void split_at_due(const Slice& slice, std::int64_t end_ns, Put put) {
  const bool turns_due =
      slice.state == State::kSleeping && slice.due_ns != kNone && slice.due_ns < end_ns;
  if (!turns_due) return put(slice.state, slice.start_ns, end_ns);
  const std::int64_t due_ns = std::max(slice.due_ns, slice.start_ns);
  put(State::kSleeping, slice.start_ns, due_ns);
  put(State::kDue, due_ns, end_ns);
}

struct Track {
  Id task = 0;       // 0: the event loop
  Id parent = 0;     // the task that created it, 0: the main program
  int depth = 0;     // 0 for tasks of the main program, 1 for their children, ...
  std::string name;  // what people call it: "A" or "worker"; see label() in model.cpp for the rule
  std::string task_name;  // "Task-2"
  std::string coroutine;  // "worker"
  std::int64_t created_ns = 0;
  std::int64_t ended_ns = kOpen;
  State end = State::kDone;  // kDone, kFailed or kCancelled once ended
  std::uint32_t line = 0;    // where it was created
  // The call that made its coroutine; 0: not known. The column in UTF-8 bytes, from 1.
  std::uint32_t made_line = 0, made_column = 0;
  std::string failure;  // "Type: message" when it failed
  std::vector<Slice> slices;
  // States that began and ended at one instant: nothing to see on an axis of time, but there
  // between two events. In order of `event`.
  std::vector<Slice> brief;
  std::uint32_t created_event = 0;
  std::uint32_t ended_event = kNoEvent;
};

enum class FlowKind : std::uint8_t { kCreated, kWoke, kCancelled };
struct Flow {
  FlowKind kind;
  Id from = 0;  // 0: the loop (a timer)
  Id to = 0;
  std::int64_t time_ns = 0;
  std::int64_t arrival_ns = 0;  // when the woken task ran; kOpen until it has
};

enum class MarkKind : std::uint8_t { kOutput, kError, kProgram };  // the last: simul.mark()
struct Mark {
  std::int64_t time_ns = 0;
  Id task = 0;
  std::uint32_t text = 0;
  std::uint32_t line = 0;
  MarkKind kind = MarkKind::kOutput;
};

class Model {
 public:
  explicit Model(const trace::Trace& trace);  // the trace must outlive the model and only grow

  // Takes the events that the trace has gained since the last call. Linear in their number.
  void update();

  // Tracks as they came: the loop first, then tasks in the order of their creation. An index stays
  // valid.
  const std::vector<Track>& tracks() const { return tracks_; }
  // Indices into tracks() in the order of the picture: the loop, then each task below its parent,
  // siblings as spawned.
  const std::vector<std::size_t>& order() const;
  const Track* track_of(Id task) const;
  const std::vector<Flow>& flows() const { return flows_; }
  const std::vector<Mark>& marks() const { return marks_; }
  const trace::Trace& trace() const { return trace_; }
  std::int64_t end_ns() const { return end_ns_; }  // the time of the last event
  // Another for each model, for as long as somebody holds it: what was worked out from a model is
  // kept with this and not with an address, at which the next model may stand.
  const std::shared_ptr<const int>& identity() const { return identity_; }

  // The instant at t, after everything that happened at t; and right after the first `events`
  // events (capped by what there is).
  Moment at_time(std::int64_t time_ns) const;
  Moment after(std::size_t events) const;

  // Where an open slice of a sleep counts as due: kSleeping before due_ns, kDue from then on.
  static State state_at(const Slice& slice, std::int64_t time_ns);
  // The slice of a track that covers t; the last one of several without duration. nullptr before it
  // was created.
  static const Slice* slice_at(const Track& track, std::int64_t time_ns);
  // The state of a task at t, its end included. kIdle when it does not exist yet.
  static State state_at(const Track& track, std::int64_t time_ns);
  // The same between two events: exact also where many happen at one time. The slice may be one of
  // Track::brief.
  static const Slice* slice_at(const Track& track, const Moment& moment);
  static State state_at(const Track& track, const Moment& moment);

 private:
  // What a task does when its step ends.
  struct Next {
    bool set = false;
    Slice slice;
  };
  void apply(const trace::Event& event);
  void create(const trace::Event& event);
  void label(Track& track, std::string_view text);
  void queued(const trace::Event& event);
  void began(const trace::Event& event);
  void ended(const trace::Event& event);
  void blocking(const trace::Event& event);
  std::uint32_t unfinished_parts(Id future) const;
  void loop_turns(State state, const trace::Event& event);
  Track* find(Id task);
  std::size_t place(const Track& track) const {
    return static_cast<std::size_t>(&track - tracks_.data());
  }
  void open(Track& track, Slice slice);
  void close(Track& track, std::int64_t time_ns);

  const trace::Trace& trace_;
  std::shared_ptr<const int> identity_ = std::make_shared<const int>(0);
  std::size_t next_event_ = 0;
  std::int64_t end_ns_ = 0;
  std::vector<Track> tracks_;
  IdMap index_;  // task -> index in tracks_
  std::vector<Next> next_ =
      std::vector<Next>(1);  // beside tracks_: the state after the step that is going on
  struct Sleeper {
    Id task = 0;
    std::uint32_t before = IdMap::kNothing;  // who sleeps on the same future
  };
  IdMap sleeper_;  // future -> the last who went to sleep on it
  std::vector<Sleeper> sleepers_;
  struct Part {
    Id of = 0;
    std::uint32_t before = IdMap::kNothing;  // of the same gather
  };
  IdMap parts_;  // future -> the last that it depends on
  std::vector<Part> all_parts_;
  std::vector<std::uint32_t> arriving_ = {IdMap::kNothing};  // beside tracks_: the flow under way
  std::unordered_map<std::string, int> name_uses_;
  std::vector<Flow> flows_;
  std::vector<Mark> marks_;
  Id running_ = 0;
  mutable std::vector<std::size_t> order_;
};

}  // namespace simul::timeline

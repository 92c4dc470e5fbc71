// Who waits for whom at an instant, as nodes and edges; and which of these waits nobody can end.
//
// Nodes are tasks, and what tasks wait for that is no task: locks, queues, events, gathers, timers,
// plain futures. An edge points from who waits to what is waited for, and from a lock to the task
// that holds it, from a gather to its children. Follow the arrows and you come to whoever must do
// something next.
//
// A trouble is only what is certain: a cycle through tasks, gathers and held locks that no timeout
// will cut; or waits when nothing in the whole program is ready, running or armed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"

namespace simul::timeline {

enum class NodeKind : std::uint8_t {
  kTask,
  kTimer,  // of a sleep or a timeout
  kFuture,
  kGather,  // gather, wait, wait_for, as_completed: done when its children are
  kGroup,   // a TaskGroup's end
  kLock,
  kEvent,
  kCondition,
  kSemaphore,
  kBarrier,
  kQueue,
};
std::string_view word(NodeKind kind);  // "task", "lock", "queue", ...

struct GraphNode {
  Id id = 0;  // the task, future, lock, ...
  NodeKind kind = NodeKind::kTask;
  std::string name;             // "A", "lock", "queue (3 of 10)", "1.000"
  State state = State::kIdle;   // of a task
  std::uint32_t line = 0;       // of a task: where it stands; else where the thing was made
  std::int64_t due_ns = kNone;  // of a timer
  bool trouble = false;
};

enum class EdgeKind : std::uint8_t { kWaitsFor, kHeldBy, kPartOf };
struct GraphEdge {
  std::size_t from = 0, to = 0;  // indices of nodes
  EdgeKind kind = EdgeKind::kWaitsFor;
  std::uint32_t line = 0;         // of the await, of the acquire
  std::int64_t since_ns = kNone;  // since when
  bool trouble = false;
};

struct Trouble {
  bool cycle = false;
  std::vector<std::size_t> nodes;  // of a cycle in its order, else whoever waits
  std::string sentence;            // why nobody can end it, with names and lines
};

struct AwaitGraph {
  std::vector<GraphNode> nodes;  // troubled ones first, then tasks in the order of the picture
  std::vector<GraphEdge> edges;
  std::vector<Trouble> troubles;
  std::size_t left_out = 0;  // tasks beyond the limit
};

// At most about `limit` nodes; tasks in trouble come first, then those that wait for somebody, then
// the rest. Linear in the number of tasks that live at that instant.
AwaitGraph await_graph(const Model& model,
                       LoopHistory& history,
                       const Moment& moment,
                       std::size_t limit = 400);

}  // namespace simul::timeline

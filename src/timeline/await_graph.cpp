#include "timeline/await_graph.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/sort.hpp"
#include "timeline/why.hpp"

namespace simul::timeline {

using asyncio::EventKind;
using asyncio::WaitKind;
using trace::Event;

std::string_view word(NodeKind kind) {
  switch (kind) {
    case NodeKind::kTask: return "task";
    case NodeKind::kTimer: return "timer";
    case NodeKind::kFuture: return "future";
    case NodeKind::kGather: return "gather";
    case NodeKind::kGroup: return "task group";
    case NodeKind::kLock: return "lock";
    case NodeKind::kEvent: return "event";
    case NodeKind::kCondition: return "condition";
    case NodeKind::kSemaphore: return "semaphore";
    case NodeKind::kBarrier: return "barrier";
    case NodeKind::kQueue: return "queue";
  }
  return "";
}

namespace {

NodeKind kind_of(WaitKind wait) {
  switch (wait) {
    case WaitKind::kSleep: return NodeKind::kTimer;
    case WaitKind::kTask: return NodeKind::kTask;
    case WaitKind::kGather:
    case WaitKind::kShield:
    case WaitKind::kWait: return NodeKind::kGather;
    case WaitKind::kGroup: return NodeKind::kGroup;
    case WaitKind::kLock: return NodeKind::kLock;
    case WaitKind::kEvent: return NodeKind::kEvent;
    case WaitKind::kCondition: return NodeKind::kCondition;
    case WaitKind::kSemaphore: return NodeKind::kSemaphore;
    case WaitKind::kBarrier: return NodeKind::kBarrier;
    case WaitKind::kQueueGet:
    case WaitKind::kQueuePut:
    case WaitKind::kQueueJoin: return NodeKind::kQueue;
    case WaitKind::kYield:
    case WaitKind::kFuture:
    case WaitKind::kExecutor: return NodeKind::kFuture;
  }
  return NodeKind::kFuture;
}

bool is_live(State state) {
  return state == State::kRunning || state == State::kReady || state == State::kDue ||
         state == State::kSleeping || state == State::kBlocking;
}

// The whole graph, before it is cut to what can be shown.
class Builder {
 public:
  Builder(const Model& model, LoopHistory& history, const Moment& moment)
      : model_(model), history_(history), moment_(moment) {}

  AwaitGraph build(std::size_t limit) {
    std::vector<const Track*> live;
    for (std::size_t index : model_.order()) {
      const Track& track = model_.tracks()[index];
      if (track.task != 0 && track.created_event < moment_.events &&
          track.ended_event >= moment_.events)
        live.push_back(&track);
    }
    // Among very many, those that could run at once or by their timer keep nobody and wait for
    // nobody: they are counted, and drawn only if somebody waits for them.
    const bool lean = live.size() > 2 * limit;
    std::size_t left_out = 0;
    for (const Track* track : live) {
      if (lean && graph_.nodes.size() >= limit && is_live(Model::state_at(*track, moment_)))
        ++left_out;
      else
        task_node(*track);
    }
    const std::size_t tasks = graph_.nodes.size();
    for (std::size_t node = 0; node < tasks; ++node) connect(node);
    connect_parts();
    find_troubles();
    AwaitGraph out = cut(limit);
    out.left_out += left_out;
    return out;
  }

 private:
  const Event& event(std::uint32_t at) const { return model_.trace().events[at]; }

  std::size_t add(GraphNode node) {
    auto [place, is_new] = index_.try_emplace(node.id, graph_.nodes.size());
    if (is_new) graph_.nodes.push_back(std::move(node));
    return place->second;
  }

  std::size_t task_node(const Track& track) {
    GraphNode node;
    node.id = track.task;
    node.name = track.name;
    node.state = Model::state_at(track, moment_);
    const Slice* slice = Model::slice_at(track, moment_);
    node.line = slice == nullptr ? track.line : slice->line;
    return add(std::move(node));
  }

  // The node of a lock, event, queue, ... by its kMade.
  std::size_t thing_node(Id id, NodeKind kind) {
    GraphNode node;
    node.id = id;
    node.kind = kind;
    if (const std::uint32_t made = history_.made(id); made != kNoEvent) {
      node.kind = kind_of(static_cast<WaitKind>(event(made).detail));
      node.line = event(made).line;
      node.name = std::string(model_.trace().text_of(event(made)));
    }
    if (node.name.empty()) {
      node.name = std::string(word(node.kind));
      if (node.line != 0) node.name += " made on line " + std::to_string(node.line);
    }
    if (node.kind == NodeKind::kQueue) {
      const std::uint32_t sized = history_.sized(id, moment_.events);
      const std::uint32_t held = sized == kNoEvent ? 0 : event(sized).cause;
      node.name += " (" + std::to_string(held);
      if (sized != kNoEvent && event(sized).due_ns > 0)
        node.name += " of " + std::to_string(event(sized).due_ns);
      node.name += ")";
    }
    return add(std::move(node));
  }

  void link(std::size_t from,
            std::size_t to,
            EdgeKind kind,
            std::uint32_t line = 0,
            std::int64_t since_ns = kNone) {
    graph_.edges.push_back({from, to, kind, line, since_ns, false});
  }

  void connect(std::size_t from) {
    const Track* track = model_.track_of(graph_.nodes[from].id);
    const Slice* slice = Model::slice_at(*track, moment_);
    if (slice == nullptr || slice->object == 0) return;
    const bool waits = slice->state == State::kWaiting || slice->state == State::kSleeping ||
                       slice->state == State::kDue;
    if (!waits) return;
    const std::size_t to = target(*slice);
    link(from, to, EdgeKind::kWaitsFor, slice->line, slice->start_ns);
  }

  std::size_t target(const Slice& slice) {
    const Track* other = model_.track_of(slice.object);
    if (other != nullptr && other->task != 0) return task_node(*other);
    if (slice.state != State::kWaiting) {
      GraphNode node;
      node.id = slice.object;
      node.kind = NodeKind::kTimer;
      node.due_ns = slice.due_ns;
      node.name = seconds(slice.due_ns);
      return add(std::move(node));
    }
    if (const std::uint32_t in_line = history_.in_line(slice.object); in_line != kNoEvent) {
      const Id thing = event(in_line).object;
      const bool known = index_.contains(thing);
      const std::size_t node =
          thing_node(thing, kind_of(static_cast<WaitKind>(event(in_line).detail)));
      if (!known) connect_holders(node);
      return node;
    }
    return future_node(slice.object, static_cast<WaitKind>(slice.detail), slice.text);
  }

  void connect_holders(std::size_t node) {
    const Id thing = graph_.nodes[node].id;
    for (std::uint32_t at : history_.holders(thing, moment_.events)) {
      const Track* holder = model_.track_of(event(at).object);
      if (holder == nullptr || holder->task == 0) continue;
      link(node, task_node(*holder), EdgeKind::kHeldBy, event(at).line, event(at).time_ns);
    }
  }

  std::size_t future_node(Id id, WaitKind wait, std::uint32_t text) {
    const bool known = index_.contains(id);
    GraphNode node;
    node.id = id;
    node.kind = kind_of(wait);
    node.name = std::string(word(node.kind));
    const std::string words = said(model_, text, "");
    if (!words.empty() && words != node.name && words.size() < 60) node.name += ": " + words;
    const std::size_t place = add(std::move(node));
    if (!known) open_.push_back(place);
    return place;
  }

  // What gathers wait for; those may lie in each other as deep as they like.
  void connect_parts() {
    while (!open_.empty()) {
      const std::size_t place = open_.back();
      open_.pop_back();
      for (std::uint32_t at : history_.parts(graph_.nodes[place].id, moment_.events)) {
        const Id part = event(at).object;
        if (history_.done(part) < moment_.events) continue;
        const Track* child = model_.track_of(part);
        const std::size_t to = child != nullptr && child->task != 0
                                   ? task_node(*child)
                                   : future_node(part, WaitKind::kFuture, 0);
        link(place, to, EdgeKind::kPartOf, 0, event(at).time_ns);
      }
    }
  }

  // ---- troubles

  // Can this wait end without anybody from outside? Worked out from the leaves: what can go on
  // makes what waits for it go on.
  void find_troubles() {
    const std::size_t count = graph_.nodes.size();
    std::vector<bool> goes(count, false);
    std::vector<std::vector<std::size_t>> waiters(count);
    std::vector<bool> leads(count, false);
    for (const GraphEdge& edge : graph_.edges) {
      waiters[edge.to].push_back(edge.from);
      leads[edge.from] = true;
    }
    const LoopState loop = history_.at(moment_);
    const bool somebody_else = loop.busy || loop.blocked || loop.ready_count > 0 ||
                               history_.timers_set(moment_.events) > 0 ||
                               loop.doing == Doing::kNothing;
    std::vector<std::size_t> stack;
    const auto can_go = [&](std::size_t node) {
      if (goes[node]) return;
      goes[node] = true;
      stack.push_back(node);
    };
    for (std::size_t i = 0; i < count; ++i) {
      const GraphNode& node = graph_.nodes[i];
      const bool task = node.kind == NodeKind::kTask;
      if (task && (is_live(node.state) || node.state != State::kWaiting)) can_go(i);
      if (task && history_.has_timeout(node.id, moment_.events)) can_go(i);
      if (node.kind == NodeKind::kTimer) can_go(i);
      // Whoever lives may set an event, fill a queue, complete a future, or give a lock back that
      // nobody is seen to hold.
      if (!task && !leads[i] && somebody_else) can_go(i);
      if (!task && history_.armed_for(node.id, moment_.events) != kNoEvent && somebody_else)
        can_go(i);
    }
    while (!stack.empty()) {
      const std::size_t node = stack.back();
      stack.pop_back();
      for (std::size_t waiter : waiters[node]) can_go(waiter);
    }
    std::vector<std::size_t> stuck;
    for (std::size_t i = 0; i < count; ++i)
      if (!goes[i]) stuck.push_back(i);
    if (stuck.empty()) return;
    for (std::size_t i : stuck) graph_.nodes[i].trouble = true;
    for (GraphEdge& edge : graph_.edges) edge.trouble = !goes[edge.from] && !goes[edge.to];
    name_troubles(goes);
  }

  void name_troubles(const std::vector<bool>& goes) {
    const std::size_t count = graph_.nodes.size();
    std::vector<std::vector<std::size_t>> out(count);  // edges
    for (std::size_t e = 0; e < graph_.edges.size(); ++e)
      if (graph_.edges[e].trouble) out[graph_.edges[e].from].push_back(e);
    // Follow the arrows from everywhere; what is met again closes a cycle.
    std::vector<std::uint8_t> seen(count, 0);  // 1: on the way, 2: done
    std::vector<bool> in_cycle(count, false);
    struct Step {
      std::size_t node, next;
    };
    for (std::size_t start = 0; start < count; ++start) {
      if (goes[start] || seen[start] != 0) continue;
      std::vector<Step> way = {{start, 0}};
      seen[start] = 1;
      while (!way.empty()) {
        Step& top = way.back();
        if (top.next >= out[top.node].size()) {
          seen[top.node] = 2;
          way.pop_back();
          continue;
        }
        const std::size_t to = graph_.edges[out[top.node][top.next++]].to;
        if (seen[to] == 0) {
          seen[to] = 1;
          way.push_back({to, 0});
        } else if (seen[to] == 1 && !in_cycle[to]) {
          std::vector<std::size_t> cycle;
          std::size_t i = way.size();
          while (way[--i].node != to) {
          }
          for (; i < way.size(); ++i) {
            cycle.push_back(way[i].node);
            in_cycle[way[i].node] = true;
          }
          add_cycle(cycle);
        }
      }
    }
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < count; ++i) {
      if (goes[i] || in_cycle[i] || graph_.nodes[i].kind != NodeKind::kTask) continue;
      alone.push_back(i);
    }
    // Behind a cycle they wait because of it, which the cycle says; without one they are the story.
    if (!graph_.troubles.empty() || alone.empty()) return;
    Trouble trouble;
    trouble.nodes = alone;
    std::vector<std::string> parts;
    for (std::size_t i : alone) {
      if (parts.size() == 4) {
        parts.push_back(std::to_string(alone.size() - 4) + " more wait too");
        break;
      }
      parts.push_back(waits_text(i));
    }
    trouble.sentence = "Nobody can go on: ";
    for (std::size_t i = 0; i < parts.size(); ++i)
      trouble.sentence += (i == 0 ? "" : "; ") + parts[i];
    trouble.sentence +=
        ". Nothing is ready, no timer is set, and there is nobody left to wake them.";
    graph_.troubles.push_back(std::move(trouble));
  }

  const GraphEdge* edge_between(std::size_t from, std::size_t to) const {
    for (const GraphEdge& edge : graph_.edges)
      if (edge.from == from && edge.to == to) return &edge;
    return nullptr;
  }

  std::string called(const GraphNode& node) const {
    if (node.kind == NodeKind::kTask) return node.name;
    const std::string kind(word(node.kind));
    return node.name.starts_with(kind) ? "the " + node.name : "the " + kind + " " + node.name;
  }

  std::string waits_text(std::size_t node) const {
    for (const GraphEdge& edge : graph_.edges) {
      if (edge.from != node) continue;
      return graph_.nodes[node].name + " waits" + at_line(edge.line) + " for " +
             called(graph_.nodes[edge.to]);
    }
    return graph_.nodes[node].name + " waits";
  }

  void add_cycle(const std::vector<std::size_t>& cycle) {
    Trouble trouble;
    trouble.cycle = true;
    trouble.nodes = cycle;
    std::size_t tasks = 0;
    std::string words;
    for (std::size_t i = 0; i < cycle.size(); ++i) {
      const GraphNode& from = graph_.nodes[cycle[i]];
      const std::size_t next = cycle[(i + 1) % cycle.size()];
      const GraphNode& to = graph_.nodes[next];
      const GraphEdge* edge = edge_between(cycle[i], next);
      if (from.kind == NodeKind::kTask) {
        ++tasks;
        words += (words.empty() ? "" : ", and ") + from.name + " waits" +
                 (edge == nullptr ? "" : at_line(edge->line)) + " for " + called(to);
      } else if (edge != nullptr && edge->kind == EdgeKind::kHeldBy) {
        words += (words.empty() ? called(from) + " is held by " : ", which is held by ") + to.name +
                 (edge->line == 0 ? "" : " since line " + std::to_string(edge->line));
      } else {
        words += (words.empty() ? called(from) + " waits for " : ", which waits for ") + to.name;
      }
    }
    trouble.sentence = words + ": " +
                       (tasks == 1   ? "it waits for itself, for ever."
                        : tasks == 2 ? "neither can ever go on."
                                     : "none of them can ever go on.");
    if (!trouble.sentence.empty() && trouble.sentence[0] >= 'a' && trouble.sentence[0] <= 'z' &&
        trouble.sentence.starts_with("the "))
      trouble.sentence[0] = 'T';
    graph_.troubles.push_back(std::move(trouble));
  }

  // ---- cutting

  AwaitGraph cut(std::size_t limit) {
    const std::size_t count = graph_.nodes.size();
    std::vector<int> rank(count, 3);
    for (std::size_t i = 0; i < count; ++i)
      if (graph_.nodes[i].trouble) rank[i] = 0;
    for (const GraphEdge& edge : graph_.edges) {
      const bool timer = graph_.nodes[edge.to].kind == NodeKind::kTimer;
      if (timer) continue;
      rank[edge.from] = std::min(rank[edge.from], 1);
      rank[edge.to] = std::min(rank[edge.to], 1);
    }
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i) order[i] = i;
    // Things come right behind whoever waits for them first, so the rank alone decides.
    sort_stably(order, [&](std::size_t a, std::size_t b) {
      return rank[a] != rank[b] ? rank[a] < rank[b] : a < b;
    });
    AwaitGraph out;
    std::vector<std::size_t> place(count, count);
    for (std::size_t i : order) {
      if (out.nodes.size() >= limit) {
        out.left_out += graph_.nodes[i].kind == NodeKind::kTask ? 1 : 0;
        continue;
      }
      place[i] = out.nodes.size();
      out.nodes.push_back(std::move(graph_.nodes[i]));
    }
    for (GraphEdge edge : graph_.edges) {
      if (place[edge.from] == count || place[edge.to] == count) continue;
      edge.from = place[edge.from];
      edge.to = place[edge.to];
      out.edges.push_back(edge);
    }
    for (Trouble& trouble : graph_.troubles) {
      for (std::size_t& node : trouble.nodes) node = place[node];
      std::erase(trouble.nodes, count);
      out.troubles.push_back(std::move(trouble));
    }
    return out;
  }

  const Model& model_;
  LoopHistory& history_;
  Moment moment_;
  AwaitGraph graph_;
  std::unordered_map<Id, std::size_t> index_;
  std::vector<std::size_t> open_;  // futures whose parts are not linked yet
};

}  // namespace

AwaitGraph await_graph(const Model& model,
                       LoopHistory& history,
                       const Moment& moment,
                       std::size_t limit) {
  return Builder(model, history, moment).build(limit);
}

}  // namespace simul::timeline

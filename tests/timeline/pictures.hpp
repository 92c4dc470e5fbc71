// Traces as text in, pictures as text out: how the tests of this room read.
#pragma once

#include <string>

#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"
#include "timeline/why.hpp"
#include "trace/text.hpp"

namespace simul::timeline {

// "A  sleeping 0.000-1.000 due 1.000-1.500 running 1.500-1.500"
inline std::string picture(const Model& model) {
  std::string out;
  for (std::size_t index : model.order()) {
    const Track& track = model.tracks()[index];
    out += std::string(static_cast<std::size_t>(2 * track.depth), ' ') + track.name + " ";
    for (const Slice& slice : track.slices) {
      out += " " + std::string(word(slice.state)) + " " + seconds(slice.start_ns) + "-" +
             (slice.end_ns == kOpen ? "" : seconds(slice.end_ns));
    }
    if (track.ended_ns != kOpen)
      out += " " + std::string(word(track.end)) + " " + seconds(track.ended_ns);
    out += "\n";
  }
  return out;
}

// A task A sleeps 1 s; report sleeps 0.5 s, then blocks the loop for 1 s: A is due at 1.0 and
// collected at 1.5. Ids: 1 the loop, 2 main, 3 A, 4 report, 5 and 6 the futures that they sleep on,
// 7 and 8 their timers.
inline constexpr const char* kBlockingCall = R"trace(
0.000000000 loop_started 1
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 handle_queued 10 object=2
0.000000000 turn_began 1 object=1
0.000000000 handle_began 10 object=2
0.000000000 task_created 3 object=2 line=20 "Task-2"
0.000000000 task_labelled 3 "worker\x1fA"
0.000000000 handle_queued 11 object=3 cause=2
0.000000000 task_created 4 object=2 line=22 "Task-3"
0.000000000 task_labelled 4 "report"
0.000000000 handle_queued 12 object=4 cause=2
0.000000000 task_waits 2 object=9 detail=4 line=18 "gather"
0.000000000 handle_ended 10 object=2
0.000000000 turn_began 2 object=2
0.000000000 handle_began 11 object=3
0.000000000 timer_armed 7 object=5 line=7 due=1.000000000
0.000000000 task_waits 3 object=5 detail=1 line=7 due=1.000000000 "sleep(1.0)"
0.000000000 handle_ended 11 object=3
0.000000000 handle_began 12 object=4
0.000000000 timer_armed 8 object=6 line=12 due=0.500000000
0.000000000 task_waits 4 object=6 detail=1 line=12 due=0.500000000 "sleep(0.5)"
0.000000000 handle_ended 12 object=4
0.500000000 clock_moved 0
0.500000000 timer_fired 8 object=6 due=0.500000000
0.500000000 handle_queued 13 object=6 cause=8 detail=3
0.500000000 turn_began 3 object=1
0.500000000 handle_began 13 object=6 detail=3
0.500000000 future_done 6
0.500000000 handle_queued 14 object=4 cause=6 detail=1
0.500000000 handle_ended 13 object=6
0.500000000 turn_began 4 object=1
0.500000000 handle_began 14 object=4 detail=1
0.500000000 blocking_began 4 line=13 due=1.500000000 "time.sleep(1.0)"
1.500000000 clock_moved 0 detail=2 due=0.500000000
1.500000000 blocking_ended 4
1.500000000 task_done 4
1.500000000 handle_ended 14 object=4
1.500000000 timer_fired 7 object=5 due=1.000000000
1.500000000 handle_queued 15 object=5 cause=7 detail=3
1.500000000 turn_began 5 object=1
1.500000000 handle_began 15 object=5 detail=3
1.500000000 future_done 5
1.500000000 handle_queued 16 object=3 cause=5 detail=1
1.500000000 handle_ended 15 object=5
1.500000000 turn_began 6 object=1
1.500000000 handle_began 16 object=3 detail=1
1.500000000 task_done 3
1.500000000 handle_ended 16 object=3
)trace";

}  // namespace simul::timeline

// What the trace knows, as JSON for the page and as text for the terminal: the loop at an instant,
// the await graph, one task, what a run did wrong, why it stands still.
//
// Times are seconds of the loop's clock (`_s`), tasks go by the ids of the trace, 0 is the loop or
// the main program. A field that does not apply is null.
#pragma once

#include <string>
#include <vector>

#include "session/session.hpp"
#include "timeline/diagnose.hpp"

namespace simul::session {

// {"time_s":1.25,"events":40,"doing":"nothing|running|blocked|between|timer|forever","sentence":"...",
//  "until_s":2.0|null,"turn":4,"turn_left":1,
//  "running":{"task":3,"name":"A","kind":"step|wakeup|callback|timer"}|null,
//  "ready":[{"handle":9,"task":3,"name":"A","kind":"step","since_s":1.0}],"ready_count":1,
//  "timers":[{"timer":7,"task":3,"name":"A","due_s":2.0,"line":7,"due":false}],"timer_count":1,
//  "turns":[{"number":4,"time_s":1.0,"planned":2,"ran":[{"task":3,"name":"A"}]}],
//  "next":{"task":3,"line":7|null,"turn":5,"new_turn":true,"time_s":null,"sentence":"Next: ..."}}
std::string loop_json(const Run& run, const timeline::Moment& moment);
// {"nodes":[{"id":3,"kind":"task","name":"A","state":"waiting"|null,"line":7|null,"due_s":null,
//   "trouble":false}],
//  "edges":[{"from":0,"to":1,"kind":"waits-for|held-by|part-of","line":7|null,"since_s":1.0|null,
//   "trouble":false}],
//  "troubles":[{"cycle":true,"nodes":[0,1],"sentence":"..."}],"left_out":0}
std::string graph_json(const Run& run, const timeline::Moment& moment);
// {"task":3,"name":"A","task_name":"Task-2","coroutine":"worker","state":"ready","since_s":1.0|null,
//  "until_s":null,"line":7|null,"parent":2,"created_line":18|null,"why":"...",
//  "causes":[{"time_s":1.0,"event":30,"task":0,"line":null,"sentence":"..."}],
//  "neighbours":[{"event":31,"time_s":1.0,"task":3,"line":null,"happened":true,"text":"..."}],
//  "stack":{"ready":true,"why_not":null,"frames":[{"function":"worker","line":7,"library":false,
//   "locals":[{"name":"x","value":"1"}]}]}}
std::string inspect_json(Session& session, timeline::Id task, std::int64_t host_ns);
// {"findings":[{"kind":"loop-blocked","severity":"error|warning|hint","title":"...",
//  "explanation":"...","fix":"...","line":13|null,"start_s":0.5,"end_s":1.5,"saved_s":null,
//  "tasks":[4,3],"evidence":[{"time_s":1.0,"event":30,"task":3,"line":7|null,"text":"..."}]}]}
std::string findings_json(const std::vector<timeline::Finding>& findings);
// {"looking_back":true,"stepping":false,"time_s":1.0,"events":40,"of_events":90,
//  "stop":{"reason":"none|step|breakpoint|pause","breakpoint":0|null,"task":3,"line":7|null,
//   "sentence":"..."},
//  "breakpoints":[{"kind":"line|state|blocked","line":7|null,"task":"A"|null,"state":"..."|null,
//   "longer_s":0.05|null}]}
std::string control_json(const Session& session, std::int64_t host_ns);
// What breakpoints are said in, one a line: "line 7", "state ready A" (the name may be missing),
// "blocked 0.05". Lines that are neither are left out.
std::vector<Breakpoint> parse_breakpoints(std::string_view text);

// For a terminal.
std::string state_text(const Run& run, std::int64_t time_ns);
std::string findings_text(const std::vector<timeline::Finding>& findings);

}  // namespace simul::session

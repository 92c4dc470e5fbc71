// Two runs as traces, for tests of what is drawn: written out by hand, so that a test of the
// picture does not need the language to work.
#pragma once

namespace simul::scenes {

// main gathers A (sleeps 1.0), B (2.0), C (0.75) and report, which sleeps 0.5 and then blocks the
// loop for 1 s. Tasks: 2 main, 3 A, 4 B, 5 C, 6 report. A and C are due while the loop is blocked.
// Ends at 2.0.
inline constexpr const char* kBlockingCall = R"trace(
0.000000000 loop_started 1
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 handle_queued 100 object=2
0.000000000 turn_began 1 object=1
0.000000000 handle_began 100 object=2
0.000000000 task_created 3 object=2 line=19 "Task-2"
0.000000000 task_labelled 3 "worker\x1fA"
0.000000000 handle_queued 103 object=3 cause=2
0.000000000 task_created 4 object=2 line=20 "Task-3"
0.000000000 task_labelled 4 "worker\x1fB"
0.000000000 handle_queued 104 object=4 cause=2
0.000000000 task_created 5 object=2 line=21 "Task-4"
0.000000000 task_labelled 5 "worker\x1fC"
0.000000000 handle_queued 105 object=5 cause=2
0.000000000 task_created 6 object=2 line=22 "Task-5"
0.000000000 task_labelled 6 "report"
0.000000000 handle_queued 106 object=6 cause=2
0.000000000 task_waits 2 object=90 detail=4 line=18 "gather: A, B, C, report"
0.000000000 handle_ended 100 object=2
0.000000000 turn_began 2 object=4
0.000000000 handle_began 103 object=3
0.000000000 output 3 detail=1 line=6 "A starts\n"
0.000000000 timer_armed 23 object=33 line=7 due=1.000000000
0.000000000 task_waits 3 object=33 detail=1 line=7 due=1.000000000 "sleep(1.0)"
0.000000000 handle_ended 103 object=3
0.000000000 handle_began 104 object=4
0.000000000 output 4 detail=1 line=6 "B starts\n"
0.000000000 timer_armed 24 object=34 line=7 due=2.000000000
0.000000000 task_waits 4 object=34 detail=1 line=7 due=2.000000000 "sleep(2.0)"
0.000000000 handle_ended 104 object=4
0.000000000 handle_began 105 object=5
0.000000000 output 5 detail=1 line=6 "C starts\n"
0.000000000 timer_armed 25 object=35 line=7 due=0.750000000
0.000000000 task_waits 5 object=35 detail=1 line=7 due=0.750000000 "sleep(0.75)"
0.000000000 handle_ended 105 object=5
0.000000000 handle_began 106 object=6
0.000000000 timer_armed 26 object=36 line=12 due=0.500000000
0.000000000 task_waits 6 object=36 detail=1 line=12 due=0.500000000 "sleep(0.5)"
0.000000000 handle_ended 106 object=6
0.500000000 clock_moved 0
0.500000000 timer_fired 26 object=36 due=0.500000000
0.500000000 handle_queued 110 object=36 detail=3
0.500000000 turn_began 3 object=1
0.500000000 handle_began 110 object=36 detail=3
0.500000000 future_done 36
0.500000000 handle_queued 111 object=6 detail=1
0.500000000 handle_ended 110 object=36 detail=3
0.500000000 turn_began 4 object=1
0.500000000 handle_began 111 object=6 detail=1
0.500000000 blocking_began 6 line=13 due=1.500000000 "time.sleep(1.0)"
1.500000000 clock_moved 0 detail=2 due=0.500000000
1.500000000 blocking_ended 6
1.500000000 output 6 detail=1 line=14 "report written\n"
1.500000000 task_done 6 line=14
1.500000000 handle_ended 111 object=6 detail=1
1.500000000 timer_fired 25 object=35 due=0.750000000
1.500000000 handle_queued 112 object=35 detail=3
1.500000000 timer_fired 23 object=33 due=1.000000000
1.500000000 handle_queued 113 object=33 detail=3
1.500000000 turn_began 5 object=2
1.500000000 handle_began 112 object=35 detail=3
1.500000000 future_done 35
1.500000000 handle_queued 114 object=5 detail=1
1.500000000 handle_ended 112 object=35 detail=3
1.500000000 handle_began 113 object=33 detail=3
1.500000000 future_done 33
1.500000000 handle_queued 115 object=3 detail=1
1.500000000 handle_ended 113 object=33 detail=3
1.500000000 turn_began 6 object=2
1.500000000 handle_began 114 object=5 detail=1
1.500000000 output 5 detail=1 line=8 "C done\n"
1.500000000 task_done 5 line=8
1.500000000 handle_ended 114 object=5 detail=1
1.500000000 handle_began 115 object=3 detail=1
1.500000000 output 3 detail=1 line=8 "A done\n"
1.500000000 task_done 3 line=8
1.500000000 handle_ended 115 object=3 detail=1
2.000000000 clock_moved 0
2.000000000 timer_fired 24 object=34 due=2.000000000
2.000000000 handle_queued 116 object=34 detail=3
2.000000000 turn_began 7 object=1
2.000000000 handle_began 116 object=34 detail=3
2.000000000 future_done 34
2.000000000 handle_queued 117 object=4 detail=1
2.000000000 handle_ended 116 object=34 detail=3
2.000000000 turn_began 8 object=1
2.000000000 handle_began 117 object=4 detail=1
2.000000000 output 4 detail=1 line=8 "B done\n"
2.000000000 task_done 4 line=8
2.000000000 future_done 90
2.000000000 handle_queued 118 object=2 detail=1
2.000000000 handle_ended 117 object=4 detail=1
2.000000000 turn_began 9 object=1
2.000000000 handle_began 118 object=2 detail=1
2.000000000 task_done 2 line=23
2.000000000 handle_ended 118 object=2 detail=1
2.000000000 loop_stopped 1
)trace";

// main gathers three workers that sleep 1.0, 2.0 and 1.5 s; timers fire 0.4 ms late, as in a live
// run.
inline constexpr const char* kThreeWorkers = R"trace(
0.000000000 loop_started 1
0.000000000 task_created 2 "Task-1"
0.000000000 task_labelled 2 "main"
0.000000000 handle_queued 100 object=2
0.000000000 turn_began 1 object=1
0.000000000 handle_began 100 object=2
0.000000000 task_created 3 object=2 line=12 "Task-2"
0.000000000 task_labelled 3 "worker\x1fA"
0.000000000 handle_queued 103 object=3 cause=2
0.000000000 task_created 4 object=2 line=12 "Task-3"
0.000000000 task_labelled 4 "worker\x1fB"
0.000000000 handle_queued 104 object=4 cause=2
0.000000000 task_created 5 object=2 line=12 "Task-4"
0.000000000 task_labelled 5 "worker\x1fC"
0.000000000 handle_queued 105 object=5 cause=2
0.000000000 task_waits 2 object=90 detail=4 line=11 "gather: A, B, C"
0.000000000 handle_ended 100 object=2
0.000000000 turn_began 2 object=3
0.000000000 handle_began 103 object=3
0.000000000 output 3 detail=1 line=5 "A starts\n"
0.000000000 timer_armed 23 object=33 line=6 due=1.000000000
0.000000000 task_waits 3 object=33 detail=1 line=6 due=1.000000000 "sleep(1.0)"
0.000000000 handle_ended 103 object=3
0.000000000 handle_began 104 object=4
0.000000000 output 4 detail=1 line=5 "B starts\n"
0.000000000 timer_armed 24 object=34 line=6 due=2.000000000
0.000000000 task_waits 4 object=34 detail=1 line=6 due=2.000000000 "sleep(2.0)"
0.000000000 handle_ended 104 object=4
0.000000000 handle_began 105 object=5
0.000000000 output 5 detail=1 line=5 "C starts\n"
0.000000000 timer_armed 25 object=35 line=6 due=1.500000000
0.000000000 task_waits 5 object=35 detail=1 line=6 due=1.500000000 "sleep(1.5)"
0.000000000 handle_ended 105 object=5
1.000400000 clock_moved 0
1.000400000 timer_fired 23 object=33 due=1.000000000
1.000400000 handle_queued 110 object=33 detail=3
1.000400000 turn_began 3 object=1
1.000400000 handle_began 110 object=33 detail=3
1.000400000 future_done 33
1.000400000 handle_queued 111 object=3 detail=1
1.000400000 handle_ended 110 object=33 detail=3
1.000400000 turn_began 4 object=1
1.000400000 handle_began 111 object=3 detail=1
1.000400000 output 3 detail=1 line=7 "A done\n"
1.000400000 task_done 3 line=7
1.000400000 handle_ended 111 object=3 detail=1
1.500400000 clock_moved 0
1.500400000 timer_fired 25 object=35 due=1.500000000
1.500400000 handle_queued 112 object=35 detail=3
1.500400000 turn_began 5 object=1
1.500400000 handle_began 112 object=35 detail=3
1.500400000 future_done 35
1.500400000 handle_queued 113 object=5 detail=1
1.500400000 handle_ended 112 object=35 detail=3
1.500400000 turn_began 6 object=1
1.500400000 handle_began 113 object=5 detail=1
1.500400000 output 5 detail=1 line=7 "C done\n"
1.500400000 task_done 5 line=7
1.500400000 handle_ended 113 object=5 detail=1
2.000400000 clock_moved 0
2.000400000 timer_fired 24 object=34 due=2.000000000
2.000400000 handle_queued 114 object=34 detail=3
2.000400000 turn_began 7 object=1
2.000400000 handle_began 114 object=34 detail=3
2.000400000 future_done 34
2.000400000 handle_queued 115 object=4 detail=1
2.000400000 handle_ended 114 object=34 detail=3
2.000400000 turn_began 8 object=1
2.000400000 handle_began 115 object=4 detail=1
2.000400000 output 4 detail=1 line=7 "B done\n"
2.000400000 task_done 4 line=7
2.000400000 future_done 90
2.000400000 handle_queued 130 object=2 detail=1
2.000400000 handle_ended 115 object=4 detail=1
2.000400000 turn_began 9 object=1
2.000400000 handle_began 130 object=2 detail=1
2.000400000 task_done 2 line=15
2.000400000 handle_ended 130 object=2 detail=1
2.000400000 loop_stopped 1
)trace";

}  // namespace simul::scenes

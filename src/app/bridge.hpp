// The C functions the page may call: all that web/ knows of the C++ side. One call, one job; data
// goes out as JSON text.
//
// Times from the page are performance.now() in milliseconds. Text goes in as UTF-8 (pointer,
// bytes); columns and offsets in JSON are UTF-16 code units, because the editor counts so: the
// conversion happens in this room and nowhere else. Nothing here calls back into the page: after a
// call that can change something the page reads simul_changes() and asks for what changed. Every
// function may be called at any moment and in any order; none throws.
#pragma once

#include <cstdint>

extern "C" {

// ---- life
// -------------------------------------------------------------------------------------------------------
// Must be the first call. theme: 0 light, 1 dark, 2 high contrast. reduced_motion: 0 or 1.
void simul_boot(double now_ms, int theme, int reduced_motion);
// Memory for one text or file that the page hands in; freed by the function that takes it.
void* simul_alloc(std::int32_t bytes);
// What changed since the last call: a set of Change bits, then cleared.
//   1 state   2 output   4 tasks   8 diagnostics   16 markers   32 a frame is wanted   64 the title
//   or view settings   128 what a gesture would write   256 a field is wanted
std::int32_t simul_changes();
// The text of the last function below that returns a JSON pointer: NUL-terminated UTF-8, valid
// until the next such call.

// ---- program
// ------------------------------------------------------------------------------------------------------
// The whole text after an edit. Takes `text` (from simul_alloc). Never starts anything; a running
// program goes on with the text it was started with. revision: the page's counter, comes back in
// the diagnostics.
void simul_set_source(char* text, std::int32_t bytes, std::int32_t revision);
// The next text is no edit of the one before but another program: nothing to compare with.
void simul_another_program(void);
// {"revision":n,"ok":bool,"items":[{"type":"SyntaxError","message":"...","line":1,"from":0,"to":3,"hint":"...","severity":"error|warning|info",
//   "code":"missing-await","fix":{"title":"Await it","edits":[{"from":0,"to":0,"text":"await
//   "}]}}]}
// code and fix only for remarks about asyncio (type "asyncio"), fix only where one edit mends it.
// from/to: UTF-16 offsets into the whole text.
const char* simul_diagnostics_json();
// If the text is a `>>>` transcript: {"text":"..."} as a program, else {"text":null}. Takes `text`.
const char* simul_paste_json(char* text, std::int32_t bytes);

// ---- library
// The library's modules written in Python (library.txt beside the module). A run that imports from
// it before it is here is held back. Takes `text`, which may be cut short or not be it at all: then
// it is as if it had failed.
void simul_library(double now_ms, char* text, std::int32_t bytes);
// It could not be had: `why`, a few words for the ImportError of whoever needs it. Takes `why`.
void simul_library_failed(double now_ms, char* why, std::int32_t bytes);
// After a failure: it is on its way again.
void simul_library_awaited();

// ---- run
// ----------------------------------------------------------------------------------------------------------
// Starts the current text from the beginning. mode: 0 live (the page's timer), 1 instant (virtual
// clock, all at once). seed and cost_ns: see simul_settings. No effect (state "idle", diagnostics
// say why) while the text does not compile.
void simul_run(double now_ms, int mode);
// For a first visit: the run at once, then its picture from start to its most telling instant.
void simul_show_off(double now_ms);
// The page points at something itself: the canvas does not do so as well.
void simul_end_hint();
void simul_pause(double now_ms);
void simul_resume(double now_ms);
void simul_stop(double now_ms);
void simul_set_speed(double now_ms, double speed);  // 0.05 to 100
// Of the next run, as the canvas's own switch: 0 live, 1 instant.
void simul_set_mode(int mode);
// How many runs were started so far, by the page or on the canvas: another number, another run.
std::int32_t simul_runs();
void simul_settings(std::int32_t seed, double cost_ns);
// Of the next run: its threads switch where this seed says (vm/switching.hpp); 0: where they block,
// by rule. Also draws who gets the GIL in the models.
void simul_switch_seed(std::int32_t seed);
// The text under switch seeds 1 to `seeds`, begun anew; 0: what was begun goes on. For about
// slice_ms. {"refused":"..."} or {"done":120,"seeds":1000,"finished":false,"sentence":"...",
//  "more":0,"endings":[{"count":90,"seed":1,"status":"ok","text":"what only it prints",
//  "orders":1,"lines":["..."]}]}
const char* simul_explore_json(std::int32_t seeds, double slice_ms);
// Runs what can run now, for at most about 4 ms. Returns when it wants to be called again: 0 at
// once (MessageChannel), > 0 after so many milliseconds (one setTimeout; a new return value
// replaces the old timer), -1 not until a command.
double simul_wake(double now_ms);
// What somebody typed when input() asked, see "asking" in the state; the end of all input
// (EOFError). No effect while nobody is asked. Takes `line`.
void simul_answer(double now_ms, char* line, std::int32_t bytes);
void simul_end_input(double now_ms);
// The folder in memory that open() works on, as the run has it, or the next one finds it:
// {"files":[{"name":"absolute/notes.txt","size":12,"text":"..."|null,"given":bool}]}
// text: null where it is none, cut after 20,000 bytes. given: put there by simul_put_file.
const char* simul_files_json();
// The bytes of one of them, as many as simul_file_size says; empty where there is no such file.
// Takes `name`.
const char* simul_file(char* name, std::int32_t bytes);
std::int32_t simul_file_size();
// Every later run finds this file in its folder; without content (null) no longer. Takes both.
void simul_put_file(char* name, std::int32_t name_bytes, char* content, std::int32_t bytes);
// The tab was hidden (1) or shown (0): hidden pauses the clock, and the state says so.
void simul_visibility(double now_ms, int hidden);

// ---- control: see session/session.hpp and, for the JSON, session/explain.hpp
// kind: 0 one callback, 1 one turn, 2 to the next event of `task` (an id of the trace). Where
// nothing runs yet, a step starts a run in the mode of simul_set_mode.
void simul_step(double now_ms, int kind, std::int32_t task);
void simul_step_back(double now_ms, int kind, std::int32_t task);
void simul_run_to_line(double now_ms, std::int32_t line);
// Shows an instant of the run: at a time, after a number of events, or the present again.
void simul_seek(double time_s);
void simul_seek_event(std::int32_t events);
void simul_show_now();
// All of them, one a line: "line 7", "state ready A" (without a name: any task), "blocked 0.05".
// Takes `text`.
void simul_breakpoints(char* text, std::int32_t bytes);
// Where it stands still and why, what is shown, the breakpoints.
const char* simul_control_json(double now_ms);
// The shown instant: the loop with the next step named, who waits for whom, one task (its stack may
// say "ready": false: then ask again after a wake).
const char* simul_loop_json(double now_ms);
const char* simul_graph_json(double now_ms);
const char* simul_inspect_json(double now_ms, std::int32_t task);
// What the run has done wrong so far.
const char* simul_findings_json();

// ---- the same work under other models: see models/compare.hpp
// Cores of the processes (1 to 64), switch interval of the GIL. As the canvas's own buttons.
void simul_compare_options(int cores, double switch_interval_ms);
// Of the run, or its forecast:
// {"refused":"..."|null,"cores":4,"switch_interval_ms":5.0,"ways":[{"way":"one_by_one|loop|threads|
//  processes","name":"...","model":bool,"refused":"..."|null,"total":{"s":1.0,"words":"1 s"},
//  "computing":..,"blocking":..,"switching":..,"waiting":..,"memory":"21 MB","switches":n,
//  "lanes":n}],"winner":"loop","sentence":"...","notes":["..."],
//  "assumptions":[{"text":"...","value":"5 ms"|""}]}
const char* simul_compare_json();
// So many tasks, each with so many seconds of work in so many rounds, from all waiting to all
// computing: {"points":[{"computing":0.0,"total_s":[one_by_one,loop,threads,processes]}],
//  "crossings":[{"computing":0.2,"first":"processes","second":"loop"}],"ways":[{"way","name"}]}
const char* simul_mix_json(int tasks, double each_s, int rounds, int steps);
// What the text says in comments about how it wants to be shown, see session/staging.hpp:
// {"scene":"hall"|"","watched":bool,"sliders":[{"name","value","low","high","whole":bool,"unit",
//  "line","from","to"}]}; watched: the canvas shows what these numbers decide, Compare or Scene
const char* simul_staging_json();

// {"state":"idle|running|paused|hidden|finished|stopped","asking":"What is your
//  name? "|null,"mode":"live|instant","time_s":1.25,"speed":1.0,"end_s":2.0|null,
//  "status":"ok|error|exit|deadlock|limit|null","exit_code":0|null,"exception":"..."|null,"sentence":"what
//  is going on now, one sentence", "blocked":["Task-2 worker at line
//  5",...],"deadlock":[{"text":"Cycle: Task-2 waits
//  ...","line":14,"cycle":true},...],"limit":"..."|null,"late_ms":{"count":n,"p50":x,"p90":x,"max":x}}
const char* simul_state_json();
// Lines since the given index: {"from":i,"total":n,"dropped":k,"lines":[{"t":0.0,"text":"A
// starts","stream":"out|err","line":6,"open":false}]} "open": the last line has no newline yet and
// comes again when it grows.
const char* simul_output_json(std::int32_t from);
// The tasks as a table:
// {"time_s":1.25,"loop":{"state":"...","text":"..."},"tasks":[{"id":3,"name":"A","task":"Task-2","parent":1,"state":"sleeping",
//  "since_s":0.0,"due_s":1.0|null,"line":7|null,"waits_for":"asyncio.sleep(1.0)","why":"one
//  sentence"}]}
const char* simul_tasks_json();
// Who is at which line now:
// {"lines":[{"line":7,"chips":[{"text":"B","state":"sleeping"}],"blocking":false}]}
const char* simul_markers_json();
// The run so far in the Chrome trace format that Perfetto opens.
const char* simul_trace_json();

// ---- handing on. Of the run; of a text that never ran or was edited since, what it would do.
// Nothing of either: an empty text.
// The timeline as an SVG file. scheme: 0 as the reader's page, 1 light, 2 dark. moment: 1 with a
// line at the shown instant. Takes `title`.
const char* simul_svg(char* title, std::int32_t bytes, int scheme, int moment);
// A page of Markdown. lines: its title, where its picture lies, where the program can be opened;
// each may be empty. Takes `lines`.
const char* simul_markdown(char* lines, std::int32_t bytes);
// Shows a run of CPython's that tools/simul_trace.py recorded, beside the present text: the first
// line who made it, then its events. Answers an empty text, or one sentence why not. Takes `text`.
const char* simul_open_recording(char* text, std::int32_t bytes);
// What is seen of the picture: {"start_s":0.5|null,"width_s":1.0|null,"task":3|null}; null: the
// whole run, nobody chosen.
const char* simul_look_json();
// The same of the run that is there now; width_s <= 0: the whole, task < 0: nobody.
void simul_look(double start_s, double width_s, std::int32_t task);

// ---- composing: what a gesture on the canvas would write
// {"phase":"none|pending|commit|cancel","number":n,"revision":r,"title":"Dragging the end of B's
//  sleep","sentence":"delay comes from line 14. Release to keep, Esc to
//  undo.","consequence":"...","refusal":"..."|null,"line":14,"edits":[{"from":0,"to":3,"text":"2.6","old":"2.0"}]}
// Another one after Change bit 128. number: of the gesture. While it is pending the canvas shows
// what the program would do, and the text is as it was; edits as in the diagnostics, of the text of
// `revision`. After a commit the page makes them, or not, and says so; until then the canvas goes
// on to show them.
const char* simul_pending_json();
// What was to be committed is in the text and comes by simul_set_source (1), or could not be (0).
// Also after a cancel that was seen.
void simul_pending_done(int kept);
// The gesture that goes on shall end and change nothing, as by Escape.
void simul_cancel_gesture();
// A piece of the text that a person wants to edit where the canvas shows it, once, after Change bit
// 256; the page puts a field over it:
// {"field":null|{"x":..,"y":..,"w":..,"h":..,"from":0,"to":3,"text":"2.0","label":"sleep: seconds
//  2.0","kind":"number|string|name|expression|arguments|statement","stamp":n}}
// In CSS pixels of the canvas and UTF-16 offsets; stamp: of the cards.
const char* simul_field_json();

// Of the text that was set last, as cards; the JSON of all these is described in
// session/cards_json.hpp, compose_json.hpp and gesture_json.hpp.
const char* simul_cards_json();
// What may stand at a place, with the code that it writes there. Takes `place`.
const char* simul_offers_json(char* place, std::int32_t bytes);
// Where a block may be moved to.
const char* simul_targets_json(std::int32_t block);
// Where a wire of a block may be drawn to, and which of its wires may be cut; see
// session/wire_offers.hpp.
const char* simul_wires_json(std::int32_t block);
// The refactorings of a block, each with why it is refused, if it is. Takes `about`.
const char* simul_refactorings_json(char* about, std::int32_t bytes);
// What may be done about a slice of the picture (items "slice:TASK:SLICE", "forecast:TASK:SLICE"):
// {"about":"B, sleeping on line 7","line":n,"block":n,"stamp":n,"offers":[{"id":
//  "sequential-to-gather|sequential-to-group|add-timeout|unblock|to-thread|later|earlier|...",
//  "title","refused":"..."|null,"gesture":{..}}]}; gesture: for the function below, with the stamp.
// On the canvas the same: items "slice-offers" (its mark), "offers", "offer:N"; keys M, Shift+M.
const char* simul_slice_offers_json(std::int32_t task, std::int32_t slice);
// The slices of the run, or of the forecast, that a step of the text made, for the function above:
// {"slices":[{"task":n,"slice":n,"name":"B","state":"sleeping","start_s":n,"end_s":n}]}.
const char* simul_step_slices_json(std::int32_t block);
// A gesture as edits or a refusal; changes nothing. Takes `gesture`.
const char* simul_gesture_json(char* gesture, std::int32_t bytes);
// The text and another one, both run on the virtual clock. Takes `after`.
const char* simul_proof_json(char* after, std::int32_t bytes);

// ---- canvas
// -------------------------------------------------------------------------------------------------------
// A TTF for role 0 words regular, 1 words medium, 2 words semibold, 3 code regular, 4 code medium.
// Takes `bytes`.
void simul_font(int role, void* data, std::int32_t bytes);
// The WebGL2 context of canvas "#canvas" is current (again): makes the GL objects. 0: could not,
// simul_state_json says why.
int simul_gl_ready();
void simul_gl_lost();
// Size of the canvas in device pixels, and device pixels per CSS pixel (0.5 to 4; else clamped).
void simul_resize(std::int32_t width_dpx, std::int32_t height_dpx, double ratio);
void simul_theme(int theme, int reduced_motion);
// 1: the page shows its own large Play, as on a phone, so the canvas has none.
void simul_page_plays(int plays);
// The height of the panel below the timeline in CSS pixels, as the person left it: 0: shut, less
// than 0: the usual. Another one after Change bit 64.
double simul_panel();
void simul_set_panel(double height_px);
// Lanes of tasks whose names have these words only; no words: all. Takes `text`.
void simul_filter(char* text, std::int32_t bytes);
// Pointer in CSS pixels of the canvas. kind: 0 move, 1 down, 2 up, 3 leave, 4 cancel. button: 0
// left 1 middle 2 right. touch: 0 or 1. mods: 1 shift, 2 ctrl, 4 alt, 8 meta.
void simul_pointer(int kind, double x_px, double y_px, int button, int touch, int mods);
void simul_wheel(double x_px, double y_px, double dx_px, double dy_px, int mods);
// key: the DOM's KeyboardEvent.key as UTF-8 (at most 31 bytes). Returns 1 when the canvas used it
// (then preventDefault).
int simul_key(int down, const char* key, int mods);
void simul_focus(int focused);
// Draws one frame. Returns bits: 1 another frame is wanted at once (animation, live run), 2 the
// cursor is a hand, 4 the cursor is a horizontal resize, 8 a grabbing hand.
std::int32_t simul_frame(double now_ms);
// A line (1-based) was clicked on the canvas since the last call, or 0: the page scrolls the editor
// there.
std::int32_t simul_take_line();

// ---- for tests
// ----------------------------------------------------------------------------------------------------
// Freezes what the canvas shows at loop time t (seconds) with no animation; t < 0 thaws.
void simul_freeze(double time_s);
// {"items":[{"id":"play","x":..,"y":..,"w":..,"h":..,"label":"Play"}]} in CSS pixels: the canvas's
// controls and slices, also read by tests.
const char* simul_items_json();
// {"words":"Play"}: what the canvas's keyboard focus is on; empty: nothing of its own.
const char* simul_focused_json();
std::int32_t simul_frames();  // frames drawn since boot
}

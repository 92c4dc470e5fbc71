// The C functions of bridge.hpp: each takes its arguments apart and asks the one Page. No behaviour
// lives here.
#include "app/bridge.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

#include "app/compare_report.hpp"
#include "app/files_report.hpp"
#include "app/page.hpp"
#include "app/report.hpp"
#include "base/json.hpp"
#include "session/cards_json.hpp"
#include "session/compose_json.hpp"
#include "session/explain.hpp"
#include "session/gesture_json.hpp"
#include "session/proof.hpp"
#include "session/wire_offers.hpp"
#include "syntax/transcript.hpp"
#include "timeline/chrome.hpp"

namespace {

using namespace simul;
using app::Page;

// The only object without an owner: C functions have nowhere else to keep it.
Page& page() {
  static Page page;
  return page;
}

// The text of the last answer, which the page reads before it asks again.
const char* answer(std::string text) {
  static std::string last;
  last = std::move(text);
  return last.c_str();
}

// Of the last file that was asked for.
std::int32_t& file_size() {
  static std::int32_t size = 0;
  return size;
}

std::int64_t host(double ms) {
  return std::isfinite(ms) ? static_cast<std::int64_t>(std::clamp(ms, 0.0, 1e15) * 1e6)
                           : Page::host_now();
}

ui::Scheme scheme(int theme) {
  return theme == 0 ? ui::Scheme::kLight : theme == 2 ? ui::Scheme::kContrast : ui::Scheme::kDark;
}

// Takes a text that the page made with simul_alloc.
std::string taken(char* text, std::int32_t bytes) {
  std::string out;
  if (text != nullptr && bytes > 0) out.assign(text, static_cast<std::size_t>(bytes));
  std::free(text);
  return out;
}

timeline::StepKind step_kind(int kind) {
  return kind == 1   ? timeline::StepKind::kTurn
         : kind == 2 ? timeline::StepKind::kTaskEvent
                     : timeline::StepKind::kCallback;
}

std::uint32_t id_of(std::int32_t number) {
  return static_cast<std::uint32_t>(std::max(number, 0));
}

}  // namespace

extern "C" {

void simul_boot(double, int theme, int reduced_motion) {
  page().boot(scheme(theme), reduced_motion != 0);
}
void* simul_alloc(std::int32_t bytes) {
  return std::malloc(static_cast<std::size_t>(std::max(bytes, 1)));
}
std::int32_t simul_changes() {
  return page().take_changes();
}

void simul_set_source(char* text, std::int32_t bytes, std::int32_t revision) {
  page().set_source(taken(text, bytes), revision);
}
void simul_another_program() {
  page().session().another_program();
}
const char* simul_diagnostics_json() {
  return answer(app::diagnostics_json(page().session(), page().revision()));
}
const char* simul_paste_json(char* text, std::int32_t bytes) {
  std::optional<std::string> program = syntax::read_transcript(taken(text, bytes));
  JsonWriter json;
  json.begin_object().key("text");
  program ? json.value(*program) : json.null();
  json.end_object();
  return answer(json.take());
}

void simul_library(double now_ms, char* text, std::int32_t bytes) {
  page().library_arrived(taken(text, bytes), host(now_ms));
}
void simul_library_failed(double now_ms, char* why, std::int32_t bytes) {
  page().library_failed(taken(why, bytes), host(now_ms));
}
void simul_library_awaited() {
  page().session().library_awaited_again();
}

void simul_run(double now_ms, int mode) {
  page().run(mode == 1, host(now_ms));
}
void simul_end_hint() {
  page().canvas().view().hide_hint();
}

void simul_show_off(double now_ms) {
  page().show_off(host(now_ms));
}
void simul_pause(double now_ms) {
  page().pause(host(now_ms));
}
void simul_resume(double now_ms) {
  page().resume(host(now_ms));
}
void simul_stop(double now_ms) {
  page().stop(host(now_ms));
}
void simul_set_speed(double now_ms, double speed) {
  page().set_speed(speed, host(now_ms));
}
void simul_set_mode(int mode) {
  page().set_mode(mode == 1);
}
std::int32_t simul_runs() {
  return page().runs();
}
void simul_settings(std::int32_t seed, double cost_ns) {
  page().settings(static_cast<std::uint64_t>(std::max(seed, 0)), cost_ns);
}
double simul_wake(double now_ms) {
  return page().wake(host(now_ms));
}
void simul_answer(double now_ms, char* line, std::int32_t bytes) {
  page().answer(taken(line, bytes), host(now_ms));
}
void simul_end_input(double now_ms) {
  page().end_input(host(now_ms));
}
const char* simul_files_json() {
  return answer(app::files_json(page().session()));
}
const char* simul_file(char* name, std::int32_t bytes) {
  const std::string wanted = taken(name, bytes);
  file_size() = 0;
  for (auto& [path, content] : app::folder(page().session())) {
    if (path != wanted) continue;
    file_size() = static_cast<std::int32_t>(content.size());
    return answer(std::move(content));
  }
  return answer("");
}
std::int32_t simul_file_size() {
  return file_size();
}
void simul_put_file(char* name, std::int32_t name_bytes, char* content, std::int32_t bytes) {
  const bool gone = content == nullptr;
  std::string text = taken(content, bytes);
  page().put_file(taken(name, name_bytes), gone ? std::nullopt : std::optional(std::move(text)));
}
void simul_visibility(double now_ms, int hidden) {
  page().set_hidden(hidden != 0, host(now_ms));
}

void simul_step(double now_ms, int kind, std::int32_t task) {
  page().step(step_kind(kind), id_of(task), host(now_ms));
}
void simul_step_back(double now_ms, int kind, std::int32_t task) {
  page().step_back(step_kind(kind), id_of(task), host(now_ms));
}
void simul_run_to_line(double now_ms, std::int32_t line) {
  page().run_to_line(id_of(line), host(now_ms));
}
void simul_seek(double time_s) {
  if (std::isfinite(time_s))
    page().seek_time(static_cast<std::int64_t>(std::clamp(time_s, 0.0, 9e9) * 1e9));
}
void simul_seek_event(std::int32_t events) {
  page().seek_event(static_cast<std::size_t>(std::max(events, 0)));
}
void simul_show_now() {
  page().show_now();
}
void simul_breakpoints(char* text, std::int32_t bytes) {
  page().session().set_breakpoints(session::parse_breakpoints(taken(text, bytes)));
}
const char* simul_control_json(double now_ms) {
  return answer(session::control_json(page().session(), host(now_ms)));
}
const char* simul_loop_json(double now_ms) {
  const session::Session& session = page().session();
  const session::Run* run = session.current();
  return answer(run == nullptr ? "{}" : session::loop_json(*run, session.shown(host(now_ms))));
}
const char* simul_graph_json(double now_ms) {
  const session::Session& session = page().session();
  const session::Run* run = session.current();
  return answer(run == nullptr ? "{\"nodes\":[],\"edges\":[],\"troubles\":[],\"left_out\":0}"
                               : session::graph_json(*run, session.shown(host(now_ms))));
}
const char* simul_inspect_json(double now_ms, std::int32_t task) {
  return answer(session::inspect_json(page().session(), id_of(task), host(now_ms)));
}
const char* simul_findings_json() {
  return answer(session::findings_json(page().findings(Page::host_now())));
}

void simul_switch_seed(std::int32_t seed) {
  page().set_switch_seed(static_cast<std::uint64_t>(std::max(seed, 0)));
}
const char* simul_explore_json(std::int32_t seeds, double slice_ms) {
  return answer(page().explore(static_cast<std::uint64_t>(std::clamp(seeds, 0, 100'000)),
                               std::isfinite(slice_ms) ? slice_ms : 0.0));
}

void simul_compare_options(int cores, double switch_interval_ms) {
  page().set_compare_options(cores, switch_interval_ms);
}
const char* simul_compare_json() {
  return answer(app::compare_json(page().comparison(), page().compare_options()));
}
const char* simul_mix_json(int tasks, double each_s, int rounds, int steps) {
  models::Mix mix;
  mix.tasks = tasks;
  mix.each_ns = asyncio::to_ns(std::isfinite(each_s) ? std::clamp(each_s, 0.001, 3600.0) : 1.0);
  mix.rounds = rounds;
  return answer(app::mix_json(models::mix(mix, steps, page().compare_options())));
}
const char* simul_staging_json() {
  const std::string& source = page().session().source();
  return answer(
      app::staging_json(session::read_staging(source), source, page().canvas().view().compares()));
}

const char* simul_state_json() {
  return answer(app::state_json(
      page().session(), Page::host_now(), page().instant(), page().canvas().error()));
}
const char* simul_output_json(std::int32_t from) {
  return answer(app::output_json(page().session(), from));
}
const char* simul_tasks_json() {
  return answer(app::tasks_json(page().session(), Page::host_now()));
}
const char* simul_markers_json() {
  return answer(app::markers_json(page().session(), Page::host_now()));
}
const char* simul_trace_json() {
  const session::Run* run = page().session().current();
  if (run == nullptr) return answer("{\"traceEvents\":[]}");
  return answer(timeline::to_chrome_json(run->model(), page().session().now_ns(Page::host_now())));
}

const char* simul_svg(char* title, std::int32_t bytes, int scheme, int moment) {
  return answer(page().svg(taken(title, bytes), scheme, moment != 0, Page::host_now()));
}
const char* simul_markdown(char* lines, std::int32_t bytes) {
  return answer(page().markdown(taken(lines, bytes)));
}
const char* simul_open_recording(char* text, std::int32_t bytes) {
  return answer(page().open_recording(taken(text, bytes)));
}
const char* simul_look_json() {
  const ui::View& view = page().canvas().view();
  const std::optional<ui::TimelinePlace::Part> part = view.part();
  JsonWriter json;
  json.begin_object().key("start_s");
  part ? json.value(part->start_ns / 1e9) : json.null();
  json.key("width_s");
  part ? json.value(part->width_ns / 1e9) : json.null();
  json.key("task");
  view.selected() ? json.value(*view.selected()) : json.null();
  json.end_object();
  return answer(json.take());
}
void simul_look(double start_s, double width_s, std::int32_t task) {
  ui::View& view = page().canvas().view();
  const auto ns = [](double s) { return std::clamp(s, -9e9, 9e9) * 1e9; };
  if (std::isfinite(start_s) && std::isfinite(width_s) && width_s > 0)
    view.show_part({ns(start_s), ns(width_s)});
  const session::Run* run = page().session().current();
  const bool known = task >= 0 && run != nullptr && run->model().track_of(id_of(task)) != nullptr;
  view.select(known ? std::optional(id_of(task)) : std::nullopt);
}
const char* simul_pending_json() {
  return answer(app::pending_json(page().pending(), page().revision()));
}
void simul_pending_done(int kept) {
  page().pending_done(kept != 0);
}
void simul_cancel_gesture() {
  page().cancel_gesture();
}
const char* simul_field_json() {
  return answer(app::field_json(page().take_field().get(), page().session().source()));
}

const char* simul_cards_json() {
  return answer(session::cards_json(page().session().source()));
}
const char* simul_offers_json(char* place, std::int32_t bytes) {
  return answer(session::offers_json(page().session().source(), taken(place, bytes)));
}
const char* simul_targets_json(std::int32_t block) {
  return answer(session::targets_json(page().session().source(), block));
}
const char* simul_wires_json(std::int32_t block) {
  return answer(session::wires_json(page().session().source(), block));
}
const char* simul_refactorings_json(char* about, std::int32_t bytes) {
  return answer(session::refactorings_json(page().session().source(), taken(about, bytes)));
}
const char* simul_slice_offers_json(std::int32_t task, std::int32_t slice) {
  return answer(page().slice_offers(static_cast<timeline::Id>(std::max(0, task)),
                                    static_cast<std::size_t>(std::max(0, slice))));
}
const char* simul_step_slices_json(std::int32_t block) {
  return answer(page().step_slices(block));
}
const char* simul_gesture_json(char* gesture, std::int32_t bytes) {
  return answer(session::gesture_json(page().session().source(), taken(gesture, bytes)));
}
const char* simul_proof_json(char* after, std::int32_t bytes) {
  return answer(session::proof_json(page().session().prove(taken(after, bytes))));
}

void simul_font(int role, void* data, std::int32_t bytes) {
  auto* from = static_cast<std::byte*>(data);
  bool good = data != nullptr && bytes > 0 && role >= 0 && role < static_cast<int>(ui::kFaces);
  if (good) page().canvas().view().fonts().set(static_cast<ui::Face>(role), {from, from + bytes});
  std::free(data);
  page().canvas().view().want_frame();
}
int simul_gl_ready() {
  return page().canvas().gl_ready("#canvas") ? 1 : 0;
}
void simul_gl_lost() {
  page().canvas().gl_lost();
}
void simul_resize(std::int32_t width_dpx, std::int32_t height_dpx, double ratio) {
  page().canvas().view().set_size(
      std::clamp(width_dpx, 0, 16384), std::clamp(height_dpx, 0, 16384), ratio);
}
void simul_page_plays(int plays) {
  page().canvas().view().set_page_plays(plays != 0);
}
double simul_panel() {
  return page().panel_px();
}
void simul_set_panel(double height_px) {
  if (std::isfinite(height_px)) page().set_panel(height_px);
}
void simul_filter(char* text, std::int32_t bytes) {
  page().canvas().view().set_filter(taken(text, bytes));
}
void simul_theme(int theme, int reduced_motion) {
  page().canvas().view().set_theme(scheme(theme));
  page().canvas().view().set_still(reduced_motion != 0);
}
void simul_pointer(int kind, double x_px, double y_px, int button, int touch, int mods) {
  if (kind < 0 || kind > 4) return;
  page().canvas().view().pointer(
      static_cast<ui::View::PointerKind>(kind), x_px, y_px, button, touch != 0, mods);
}
void simul_wheel(double x_px, double y_px, double dx_px, double dy_px, int mods) {
  page().canvas().view().wheel(x_px, y_px, dx_px, dy_px, mods);
}
int simul_key(int down, const char* key, int mods) {
  if (down == 0 || key == nullptr) return 0;
  return page().key(key, mods, Page::host_now()) ? 1 : 0;
}
void simul_focus(int focused) {
  page().canvas().view().focus(focused != 0);
}
std::int32_t simul_frame(double now_ms) {
  return page().frame(host(now_ms));
}
std::int32_t simul_take_line() {
  return page().take_line();
}

void simul_freeze(double time_s) {
  bool thaw = !std::isfinite(time_s) || time_s < 0;
  page().freeze(thaw ? std::nullopt
                     : std::optional<std::int64_t>(std::llround(std::min(time_s, 9e9) * 1e9)));
}
const char* simul_items_json() {
  return answer(app::items_json(page().items()));
}
const char* simul_focused_json() {
  JsonWriter json;
  json.begin_object().key("words").value(page().canvas().view().focused_words()).end_object();
  return answer(json.take());
}
std::int32_t simul_frames() {
  return page().canvas().frames();
}
}

// The page's half of the program: one session, one canvas, and what of both has changed since the
// page last asked.
//
// Host time is performance.now() in nanoseconds. Frames never run the program, and running never
// draws: a wake may only ask for a frame.
#pragma once

#include <cstdint>
#include <string>

#include "app/browser_letters.hpp"
#include "app/canvas.hpp"
#include "base/result.hpp"
#include "session/comparing.hpp"
#include "session/explore.hpp"
#include "session/pending_edit.hpp"
#include "session/session.hpp"
#include "session/sleep_edit.hpp"
#include "session/slice_offers.hpp"
#include "session/staging.hpp"

namespace simul::app {

class Page {
 public:
  enum Change : std::int32_t {
    kState = 1,
    kOutput = 2,
    kTasks = 4,
    kDiagnostics = 8,
    kMarkers = 16,
    kFrame = 32,
    kView = 64,
    kPending = 128,
    kField = 256
  };

  void boot(ui::Scheme scheme, bool still);
  std::int32_t take_changes();

  void set_source(std::string text, std::int32_t revision);
  std::int32_t revision() const { return revision_; }
  void library_arrived(std::string packed, std::int64_t host_ns);
  void library_failed(std::string why, std::int64_t host_ns);
  void run(bool instant, std::int64_t host_ns);
  // For a visitor's first sight: the whole run at once, then its picture from start to the most
  // telling instant.
  void show_off(std::int64_t host_ns);
  void pause(std::int64_t host_ns);
  void resume(std::int64_t host_ns);
  void stop(std::int64_t host_ns);
  void set_speed(double speed, std::int64_t host_ns);
  // As the session's; a step before the first run starts one in the mode that is set.
  void step(timeline::StepKind kind, timeline::Id task, std::int64_t host_ns);
  void step_back(timeline::StepKind kind, timeline::Id task, std::int64_t host_ns);
  void run_to_line(std::uint32_t line, std::int64_t host_ns);
  void seek_time(std::int64_t time_ns);
  void seek_event(std::size_t events);
  void show_now();
  void set_mode(bool instant);
  std::int32_t runs() const { return runs_; }
  void settings(std::uint64_t seed, double cost_ns);
  // As simul_answer, simul_end_input, simul_put_file.
  void answer(std::string line, std::int64_t host_ns);
  void end_input(std::int64_t host_ns);
  void put_file(std::string name, std::optional<std::string> content);
  // As simul_switch_seed and simul_explore_json.
  void set_switch_seed(std::uint64_t seed);
  std::string explore(std::uint64_t seeds, double slice_ms);
  // What the run has done wrong, as of at most a second ago.
  const std::vector<timeline::Finding>& findings(std::int64_t host_ns) {
    diagnose(host_ns);
    return findings_;
  }
  // The run that can be compared, under other models. One and the same until it is another run or
  // other options are set.
  const models::Comparison& comparison();
  const models::Options& compare_options() const { return compare_options_; }
  void set_compare_options(int cores, double switch_interval_ms);
  // As simul_wake.
  double wake(std::int64_t host_ns);
  void set_hidden(bool hidden, std::int64_t host_ns);

  // As simul_svg and simul_markdown.
  std::string svg(std::string title, int scheme, bool with_moment, std::int64_t host_ns) const;
  std::string markdown(std::string_view lines) const;

  // What the gesture that goes on would write; see bridge.hpp.
  const session::PendingEdit& pending() const { return pending_; }
  void pending_done(bool kept);
  // The piece of text that was asked to be edited since the last call; nullptr: none.
  std::shared_ptr<const ui::FieldWish> take_field() { return std::exchange(field_, nullptr); }
  void cancel_gesture();
  // As simul_slice_offers_json and simul_step_slices_json.
  std::string slice_offers(timeline::Id task, std::size_t slice) const;
  std::string step_slices(int block) const;

  // As simul_open_recording.
  std::string open_recording(std::string_view text);

  // As simul_frame.
  std::int32_t frame(std::int64_t host_ns);
  bool key(std::string_view key, int mods, std::int64_t host_ns);
  // The canvas's controls and slices, as they were drawn last.
  std::vector<ui::Item> items() const;
  std::int32_t take_line() { return std::exchange(line_, 0); }
  void freeze(std::optional<std::int64_t> time_ns);

  session::Session& session() { return session_; }
  Canvas& canvas() { return canvas_; }
  bool instant() const { return instant_; }
  // The height that a person pulled the canvas's panel to; 0: shut; less: the usual.
  double panel_px() const { return panel_px_; }
  void set_panel(double px) {
    panel_px_ = px;
    canvas_.view().set_panel(px);
  }
  static std::int64_t host_now();

 private:
  // How long one look ahead may take at once.
  static constexpr std::int64_t kForesee_ns = 8'000'000;

  // What the page has been told of, to know what is new.
  struct Told {
    std::size_t events = 0, writes = 0, forecast_events = 0, due = 0;
    const session::Run* run = nullptr;
    session::Phase phase = session::Phase::kIdle;
    double speed = 1;
    bool forecast_done = false;
    bool asking = false;
  };
  ui::Scene scene(std::int64_t host_ns);
  void carry_out(const ui::Command& command, std::int64_t host_ns);
  void drag_sleep(const ui::SleepEnd& wish, std::int64_t host_ns);
  void drag_start(const ui::TaskStart& wish, std::int64_t host_ns);
  void offer_for_slice(const ui::OfferWish& wish, std::int64_t host_ns);
  void ask_offers(const ui::OfferWish& wish);
  const session::Run* of_this_text() const;
  void compose(const ui::ComposeWish& wish, std::int64_t host_ns);
  void tell_story();
  void begin_gesture(std::string title);
  void offer(Result<TextEdits> edits);
  void settle_gesture(ui::Trying trying, std::int64_t host_ns);
  void end_gesture();
  bool show_pending(ui::Scene& scene);
  void another_run();
  void moved(const session::Run* before);
  void notice();  // after anything that may have changed something
  void share_moment(std::int64_t host_ns);
  void diagnose(std::int64_t host_ns);
  void open_step_menu(int block);
  ui::Scene lay_out(std::int64_t host_ns);
  void read_stack(ui::Scene& scene, std::int64_t host_ns);
  bool moves() const;
  std::size_t count_due(std::int64_t now_ns) const;

  session::Session session_;
  BrowserLetters letters_;  // before the canvas, which borrows them
  Canvas canvas_;
  bool instant_ = false;
  double panel_px_ = -1;
  bool frozen_ = false;
  bool showing_off_ = false;
  std::int32_t revision_ = 0;
  std::int32_t runs_ = 0;
  std::int32_t changes_ = 0;
  std::int32_t line_ = 0;
  session::PendingEdit pending_;
  session::SleepEdit sleep_;  // what the drag that goes on changes
  session::StartEdit start_;
  session::SliceOffers offers_;  // about the slice whose menu is open
  ui::Offers shown_offers_;
  bool offering_ = false;
  ui::Pending shown_pending_;
  std::uint32_t wrote_line_ = 0;
  std::shared_ptr<const composer::Cards> cards_;  // of the text, once somebody wanted them
  std::string cards_of_;
  std::shared_ptr<const ui::FieldWish> field_;
  Told told_;
  std::optional<timeline::Moment> shared_;  // the moment that canvas and session agree on
  std::vector<timeline::Finding> findings_;
  const session::Run* found_of_ = nullptr;
  std::size_t found_events_ = 0;
  bool found_finished_ = false;
  std::int64_t found_ns_ = 0;
  std::unique_ptr<session::Explorer> explorer_;
  models::Options compare_options_;
  models::Comparison comparison_;
  std::uint64_t comparison_version_ = 0;
  const session::Run* compared_ = nullptr;
  std::size_t compared_events_ = 0;
  bool compare_again_ = true;
  std::int32_t compared_runs_ = -1;
  std::string scene_;  // what the text asks to be drawn
  std::vector<ui::StackFrame> stack_;
  double late_ms_ = -1;
  std::size_t late_events_ = 0;
  std::int64_t late_read_ns_ = 0;
};

}  // namespace simul::app

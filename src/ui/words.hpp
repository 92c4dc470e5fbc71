// The words on the canvas: what a state, a slice, a clock and a control say. Text in, text out.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "timeline/layout.hpp"
#include "timeline/loop_state.hpp"
#include "timeline/model.hpp"
#include "ui/scene.hpp"

namespace simul::ui {

// From the most telling to the shortest; the view takes the first that fits.
using Wordings = std::vector<std::string>;

// "0.25 s", "3.1 ms", "2 min 5 s".
std::string duration(std::int64_t ns);
// A count as people read it: "100,000".
std::string grouped(std::size_t count);
// The line under a track's name at time t.
Wordings state_line(const timeline::Model& model,
                    const timeline::Track& track,
                    std::int64_t time_ns);
// What stands on a slice. Empty for what needs no words.
Wordings slice_label(const timeline::Model& model,
                     const timeline::Track& track,
                     const timeline::Slice& slice,
                     timeline::State state,
                     std::int64_t start_ns);
// The first line of the tooltip: "sleep(1.0), line 7, 0.000 to 1.000".
std::string slice_title(const timeline::Model& model,
                        const timeline::Track& track,
                        const timeline::Slice& slice,
                        timeline::State state,
                        std::int64_t start_ns,
                        std::int64_t end_ns);
// Of a bar that stands for many: how many, and which part each state has, the largest first.
std::string merged_words(const timeline::Track& track,
                         const timeline::Box& box,
                         std::int64_t end_ns);
// The state as the gutter's colour says it: the loop's blocked is blocking.
timeline::State shown_state(const timeline::Track& track, std::int64_t time_ns);

// "Why is A not running?", "What does report do?", "What became of A?"
std::string question(const timeline::Track& track,
                     timeline::State state,
                     bool past,
                     std::int64_t time_ns);
// Of whom a person wants to know: who could run and may not, the longest first; else who blocks,
// waits, sleeps. 0: nobody. Of very many tasks the first in the picture are looked at, and those
// that the loop has in its hands at that time.
timeline::Id most_telling(const timeline::Model& model,
                          const timeline::LoopState& loop,
                          std::int64_t time_ns);

// "of about 2.00 s", "finished", ... beside the clock.
// What the loop does at a moment of the run that is shown, or that the program waits for somebody
// to answer it.
std::string loop_line(const Scene& scene, const timeline::Moment& moment, bool looking_back);
std::string clock_note(const Scene& scene, bool looking_back);
// "0.5×"
std::string speed_label(double speed);
// The slider's scale is logarithmic, 0.05 to 100 over 0 to 1, and catches at round speeds.
double slider_of(double speed);
double speed_of(double slider);

// Names for the owners of handles: tasks by their name, futures by who sleeps on them. Grows with
// the trace.
class Owners {
 public:
  void update(const timeline::Model& model);
  bool is_task(const timeline::Model& model, timeline::Id owner) const {
    return owner != 0 && model.track_of(owner) != nullptr;
  }
  // "A", "timer of report", "callback".
  std::string name(const timeline::Model& model, timeline::Id owner) const;

 private:
  struct Sleeper {
    timeline::Id task = 0;
    bool timer = false;
  };
  const timeline::Model* of_ = nullptr;
  std::size_t next_ = 0;
  std::unordered_map<timeline::Id, Sleeper> sleepers_;
};

}  // namespace simul::ui

// What of a page can be handed on: its run as a picture and as a page of Markdown; and what can be
// handed to it: a run that was recorded elsewhere.
#include <string>
#include <string_view>

#include "app/page.hpp"
#include "app/svg_colours.hpp"
#include "session/handout.hpp"
#include "timeline/svg.hpp"

namespace simul::app {
namespace {

// What there is to show: the run, or what the text would do.
const session::Run* shown_run(const session::Session& session) {
  const session::Run* run = session.current();
  if (run == nullptr || session.edited()) run = session.forecast();
  return run == nullptr || run->trace().events.empty() ? nullptr : run;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

std::string Page::svg(std::string title, int scheme, bool with_moment, std::int64_t host_ns) const {
  const session::Run* run = shown_run(session_);
  if (run == nullptr) return "";
  const bool current = run == session_.current();
  timeline::SvgOptions options;
  options.title = std::move(title);
  options.end_ns = run->finished() ? run->end_ns()
                   : current       ? session_.now_ns(host_ns)
                                   : run->model().end_ns();
  if (with_moment && current) options.moment_ns = session_.shown(host_ns).time_ns;
  options.scheme = scheme == 1   ? timeline::SvgScheme::kLight
                   : scheme == 2 ? timeline::SvgScheme::kDark
                                 : timeline::SvgScheme::kAuto;
  options.light = svg_colours(false);
  options.dark = svg_colours(true);
  return timeline::to_svg(run->model(), options);
}

std::string Page::markdown(std::string_view lines) const {
  const session::Run* run = shown_run(session_);
  session::Handout handout;
  if (run != nullptr)
    handout = session::handout_of(*run);
  else
    handout.source = session_.source();
  handout.title = next_line(lines);
  handout.picture = next_line(lines);
  handout.link = next_line(lines);
  return session::markdown(handout);
}

std::string Page::open_recording(std::string_view text) {
  std::string by(next_line(text));
  const session::Run* before = session_.current();
  const std::string wrong = session_.show_recording(text, std::move(by));
  if (wrong.empty()) moved(before);
  return wrong;
}

}  // namespace simul::app

#include "timeline/svg.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "timeline/layout.hpp"
#include "timeline/ticks.hpp"
#include "timeline/why.hpp"

namespace simul::timeline {
namespace {

constexpr double kGutter_px = 148, kRuler_px = 28, kLegend_px = 32, kTrack_px = 44, kSlice_px = 24;
constexpr double kRight_px = 24, kIndent_px = 8, kMark_px = 5, kLetter_px = 6.2, kTick_px = 90;
constexpr double kNameLetter_px = 7, kDimLetter_px = 5.8, kPad_px = 8;
constexpr const char* kEllipsis = "\xe2\x80\xa6";

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  std::string out = buffer;
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string hex(std::uint32_t colour) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "#%06x", colour & 0xffffffu);
  return buffer;
}

// The code point that begins at `at`, and how many bytes it takes; nothing that is not UTF-8.
struct Decoded {
  std::uint32_t point = 0;
  std::size_t bytes = 1;
  bool good = false;
};
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + bytes > text.size()) return {};
  std::uint32_t point = lead & (0x7fu >> bytes);
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return {};
    point = point << 6 | (byte(at + i) & 0x3fu);
  }
  const bool overlong = (bytes == 3 && point < 0x800) || (bytes == 4 && point < 0x10000);
  const bool surrogate = point >= 0xd800 && point <= 0xdfff;
  return {point, bytes, !overlong && !surrogate && point <= 0x10ffff};
}

// As wide as it is about to be: nobody here knows the reader's fonts. What stands in two columns of
// a terminal counts double.
double width_of(std::string_view text, double letter_px) {
  double out = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode(text, at);
    out += one.point >= 0x1100 ? 2 * letter_px : letter_px;
    at += one.bytes;
  }
  return out;
}

// Cut to the room, with an ellipsis; empty when less than three letters would be left.
std::string fitted(std::string_view text, double room_px, double letter_px) {
  if (width_of(text, letter_px) <= room_px) return std::string(text);
  double wide = letter_px;
  std::size_t at = 0, letters = 0;
  while (at < text.size()) {
    const Decoded one = decode(text, at);
    wide += one.point >= 0x1100 ? 2 * letter_px : letter_px;
    if (wide > room_px) break;
    at += one.bytes;
    ++letters;
  }
  return letters < 3 ? std::string() : std::string(text.substr(0, at)) + kEllipsis;
}

State drawn(State state) {
  return state == State::kReady ? State::kDue : state;
}
// When nobody named what is waited for, at least what it is.
std::string kind_of_wait(const Slice& slice) {
  using asyncio::WaitKind;
  switch (static_cast<WaitKind>(slice.detail)) {
    case WaitKind::kLock: return "waits for a lock";
    case WaitKind::kEvent: return "waits for an event";
    case WaitKind::kCondition: return "waits for a condition";
    case WaitKind::kSemaphore: return "waits for a semaphore";
    case WaitKind::kBarrier: return "waits for a barrier";
    case WaitKind::kQueueGet: return "waits for an item of a queue";
    case WaitKind::kQueuePut: return "waits for room in a queue";
    case WaitKind::kQueueJoin: return "waits for a queue's end";
    case WaitKind::kGroup: return "waits for its task group";
    case WaitKind::kExecutor: return "waits for a thread";
    default: return "waiting";
  }
}

bool solid(State state) {
  return state == State::kRunning || state == State::kBlocking;
}
std::string css(State state) {
  return std::string(word(drawn(state)));
}

class SvgWriter {
 public:
  SvgWriter(const Model& model, const SvgOptions& options) : model_(model), options_(options) {
    width_px_ = std::max(320.0, std::isfinite(options.width_px) ? options.width_px : 960.0);
    lanes_px_ = width_px_ - kGutter_px - kRight_px;
    end_ns_ = std::max(options.end_ns, model.end_ns());
    view_.width_px = lanes_px_;
    view_.fit(0, std::max<std::int64_t>(end_ns_, 1'000), 0);
    LayoutOptions wanted;
    wanted.track_px = kTrack_px;
    wanted.slice_px = kSlice_px;
    wanted.mark_px = kMark_px;
    wanted.now_ns = end_ns_;
    // The band is closed at both ends: half a lane less, or one too many would be in.
    wanted.bottom_px = (static_cast<double>(options.most_tracks) - 0.5) * kTrack_px;
    layout_ = layout(model, view_, wanted);
    left_out_ =
        static_cast<std::size_t>(std::lround(layout_.height_px / kTrack_px)) - layout_.rows.size();
  }

  std::string write() {
    const double rows_px = kTrack_px * static_cast<double>(layout_.rows.size());
    const double more_px = left_out_ > 0 ? 24 : 0;
    height_px_ = kRuler_px + rows_px + more_px + kLegend_px;
    bottom_px_ = kRuler_px + rows_px;
    head();
    ruler();
    for (const Row& row : layout_.rows) lane(row);
    for (const Box& box : layout_.boxes) this->box(box);
    for (const Row& row : layout_.rows) ending(row);
    for (const Box& box : layout_.boxes) label(box);
    if (layout_.rows.empty() || (layout_.rows.size() == 1 && layout_.boxes.empty()))
      text("dim", kGutter_px, kRuler_px + kTrack_px / 2, "Nothing ran.");
    if (left_out_ > 0)
      text("dim", 16, bottom_px_ + 13, "and " + std::to_string(left_out_) + " more tasks");
    if (options_.moment_ns) moment();
    legend();
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  void colours(const SvgColours& of) {
    const auto rule = [&](const std::string& name, const std::string& what) {
      out_ += "." + name + "{" + what + "}";
    };
    rule("canvas", "fill:" + hex(of.canvas));
    rule("line", "stroke:" + hex(of.line));
    rule("faint", "stroke:" + hex(of.faint_line));
    rule("text", "fill:" + hex(of.text));
    rule("dim", "fill:" + hex(of.dim_text));
    rule("now", "fill:" + hex(of.accent) + ";stroke:" + hex(of.accent));
    rule("on", "fill:" + hex(of.on_accent));
    for (State state : kAll) {
      const std::string colour = hex(of.states[static_cast<std::size_t>(state)]);
      rule("f-" + css(state), "fill:" + colour);
      rule("s-" + css(state), "stroke:" + colour);
    }
  }

  void head() {
    const std::string title = xml_text(options_.title.empty() ? "Timeline" : options_.title);
    out_ += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width_px_) +
            "\" height=\"" + number(height_px_) + "\" viewBox=\"0 0 " + number(width_px_) + " " +
            number(height_px_) + "\" role=\"img\" aria-label=\"" + title + "\">\n<title>" + title +
            "</title>\n<desc>" + xml_text(description()) + "</desc>\n<style>";
    out_ +=
        "text{font:500 11px Inter,system-ui,sans-serif;dominant-baseline:central}"
        ".name{font-size:12px;font-weight:600}.line,.faint{stroke-width:1;fill:none}";
    if (options_.scheme == SvgScheme::kAuto) {
      colours(options_.light);
      out_ += "@media (prefers-color-scheme:dark){";
      colours(options_.dark);
      out_ += "}";
    } else {
      colours(options_.scheme == SvgScheme::kDark ? options_.dark : options_.light);
    }
    out_ += "</style>\n<defs>";
    pattern("due",
            8,
            8,
            "<path class=\"s-due\" d=\"M-2 2l4-4M-1 9l10-10M6 10l4-4\" stroke-width=\"2.2\" "
            "stroke-opacity=\".8\"/>");
    pattern("sleeping",
            6,
            6,
            "<circle class=\"f-sleeping\" cx=\"3\" cy=\"3\" r=\".85\" fill-opacity=\".8\"/>");
    pattern("waiting",
            10,
            12,
            "<path class=\"s-waiting\" d=\"M0 3h6M5 9h5M0 9h1\" stroke-opacity=\".68\"/>");
    out_ +=
        "<pattern id=\"simul-blocking\" width=\"8.5\" height=\"8.5\" "
        "patternUnits=\"userSpaceOnUse\"><rect class=\"f-blocking\" width=\"8.5\" "
        "height=\"8.5\"/><path d=\"M0 0l8.5 8.5M8.5 0l-8.5 8.5\" stroke=\"#000\" "
        "stroke-width=\".8\" stroke-opacity=\".16\"/></pattern></defs>\n";
    out_ += "<rect class=\"canvas\" width=\"" + number(width_px_) + "\" height=\"" +
            number(height_px_) + "\"/>\n";
  }

  void pattern(const std::string& name, double width, double height, const char* ink) {
    out_ += "<pattern id=\"simul-" + name + "\" width=\"" + number(width) + "\" height=\"" +
            number(height) + "\" patternUnits=\"userSpaceOnUse\"><rect class=\"f-" + name +
            "\" width=\"" + number(width) + "\" height=\"" + number(height) +
            "\" fill-opacity=\".18\"/>" + ink + "</pattern>";
  }

  // The picture for who cannot see it.
  std::string description() const {
    std::string out = "From 0 to " + seconds(end_ns_) + " seconds.";
    std::size_t said = 0;
    for (const Row& row : layout_.rows) {
      const Track& track = model_.tracks()[row.track];
      if (track.task == 0 || ++said > 12) continue;
      out += " " + track.name + ": " + state_line(track) + ".";
    }
    return out;
  }

  // How a task stands at the end, with its time or without.
  std::string state_line(const Track& track, bool with_time = true) const {
    if (track.task == 0) return "";
    if (track.ended_ns > end_ns_) return std::string(word(Model::state_at(track, end_ns_)));
    const std::string end(word(track.end));
    return with_time ? end + " at " + seconds(track.ended_ns) : end;
  }

  double x_of(std::int64_t time_ns) const { return kGutter_px + view_.to_px(time_ns); }

  void line(const char* kind, double x1, double y1, double x2, double y2) {
    out_ += std::string("<path class=\"") + kind + "\" d=\"M" + number(x1) + " " + number(y1) +
            "L" + number(x2) + " " + number(y2) + "\"/>\n";
  }
  void text(const char* kind, double x, double y, std::string_view words, bool centred = false) {
    out_ += std::string("<text class=\"") + kind + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
            (centred ? "\" text-anchor=\"middle\">" : "\">") + xml_text(words) + "</text>\n";
  }

  void ruler() {
    for (const Tick& tick : ticks(view_, kTick_px)) {
      const double x = std::round(x_of(tick.time_ns)) + 0.5;
      if (x > width_px_ - kRight_px + 1) break;
      if (tick.major) line("faint", x, kRuler_px, x, bottom_px_);
      line("line", x, kRuler_px - (tick.major ? 8 : 4), x, kRuler_px);
      if (tick.major && x < width_px_ - 12) text("dim", x, 10, tick.label, true);
    }
    line("line", 0, kRuler_px - 0.5, width_px_, kRuler_px - 0.5);
  }

  void lane(const Row& row) {
    const Track& track = model_.tracks()[row.track];
    const double y = kRuler_px + row.y_px;
    const double x = 16 + kIndent_px * std::min(track.depth, 4);
    const double room = kGutter_px - 8 - x;
    std::string states = state_line(track);
    if (width_of(states, kDimLetter_px) > room) states = state_line(track, false);
    const double middle = y + kTrack_px / 2;
    text("text name",
         x,
         states.empty() ? middle : middle - 8,
         fitted(track.name.empty() ? "?" : track.name, room, kNameLetter_px));
    if (!states.empty()) text("dim", x, middle + 8, fitted(states, room, kDimLetter_px));
    line("faint", 0, y + kTrack_px - 0.5, width_px_, y + kTrack_px - 0.5);
  }

  void box(const Box& box) {
    const Track& track = model_.tracks()[layout_.rows[box.row].track];
    const double x = kGutter_px + box.x_px, y = kRuler_px + box.y_px;
    if (box.state == State::kIdle) {
      const double middle = std::round(y + box.height_px / 2) + 0.5;
      line("line", x, middle, x + box.width_px, middle);
      return;
    }
    if (box.state == State::kDone || box.state == State::kFailed || box.state == State::kCancelled)
      return;
    // What is thinner than can be told apart needs no word in the legend.
    if (box.mark || box.width_px >= 2) seen_[static_cast<std::size_t>(drawn(box.state))] = true;
    const std::string name = css(box.state);
    const bool plain = box.state == State::kRunning;
    out_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" +
            number(std::max(1.0, box.width_px)) + "\" height=\"" + number(box.height_px) +
            "\" rx=\"" +
            (box.mark           ? "1.5"
             : box.width_px < 6 ? "1"
                                : "3") +
            "\"";
    out_ += plain ? " class=\"f-running\">" : " fill=\"url(#simul-" + name + ")\">";
    out_ += "<title>" + xml_text(tooltip(track, box)) + "</title></rect>\n";
  }

  std::string tooltip(const Track& track, const Box& box) const {
    const Slice& slice = track.slices[box.slice];
    std::string out = track.name + " " + std::string(word(box.state)) + " " + seconds(box.start_ns);
    if (!box.mark && box.end_ns > box.start_ns) out += " to " + seconds(box.end_ns);
    if (box.merged > 1) return out + ", " + std::to_string(box.merged) + " slices";
    out += at_line(slice.line);
    if (slice.text != 0) out += ": " + with_names(model_, model_.trace().texts.at(slice.text));
    return out;
  }

  // How a task ended, where that is no good end.
  void ending(const Row& row) {
    const Track& track = model_.tracks()[row.track];
    const bool bad = track.end == State::kFailed || track.end == State::kCancelled;
    if (track.task == 0 || track.ended_ns > end_ns_ || !bad) return;
    seen_[static_cast<std::size_t>(track.end)] = true;
    const double x = std::min(x_of(track.ended_ns), width_px_ - 14);
    cap(x, kRuler_px + row.y_px + (kTrack_px - 12) / 2, track.end);
  }
  void cap(double x, double y, State end) {
    const bool failed = end == State::kFailed;
    out_ += "<rect class=\"f-" + css(end) + "\" x=\"" + number(x) + "\" y=\"" + number(y) +
            "\" width=\"12\" height=\"12\" rx=\"3\"/><path d=\"M" + number(x + 3) + " " +
            number(y + 9) + "l6-6" + (failed ? "m0 6l-6-6" : "") +
            "\" stroke=\"#fff\" stroke-width=\"1.8\" fill=\"none\"/>\n";
  }

  std::string words(const Track& track, const Box& box) const {
    const Slice& slice = track.slices[box.slice];
    if (box.merged > 1) return std::to_string(box.merged) + " slices";
    const std::string said(with_names(model_, model_.trace().texts.at(slice.text)));
    switch (box.state) {
      case State::kSleeping:
        return !said.empty()           ? said
               : slice.due_ns == kNone ? "sleeps"
                                       : "sleeps " + seconds(slice.due_ns - slice.start_ns) + " s";
      case State::kWaiting: return said.empty() ? kind_of_wait(slice) : "waits for " + said;
      case State::kBlocking:
        if (track.task == 0) return "blocked by " + name_of(model_, slice.object);
        return said.empty() ? "blocks the loop" : said + " \xc2\xb7 blocks the loop";
      case State::kDone:
      case State::kFailed:
      case State::kCancelled:
      case State::kIdle: return "";
      default: return std::string(word(box.state));
    }
  }

  void label(const Box& box) {
    const double room = box.width_px - 22;
    if (box.mark || room < 20) return;
    const Track& track = model_.tracks()[layout_.rows[box.row].track];
    const std::string said = fitted(words(track, box), room, kLetter_px);
    if (said.empty()) return;
    const double x = kGutter_px + box.x_px + kPad_px, y = kRuler_px + box.y_px + box.height_px / 2;
    const bool on_solid = solid(box.state);
    if (!on_solid) {
      out_ += "<rect class=\"canvas\" fill-opacity=\".78\" x=\"" + number(x) + "\" y=\"" +
              number(y - 8) + "\" width=\"" +
              number(std::min(width_of(said, kLetter_px) + 8, box.width_px - kPad_px)) +
              "\" height=\"16\" rx=\"3\"/>";
    }
    text(on_solid ? "on" : "text", x + 4, y + 0.5, said);
  }

  void moment() {
    const double x = x_of(std::clamp<std::int64_t>(*options_.moment_ns, 0, end_ns_));
    const std::string words = seconds(*options_.moment_ns);
    const double wide = width_of(words, kLetter_px) + 12;
    const double left = std::clamp(x - wide / 2, 0.0, width_px_ - wide);
    out_ += "<path class=\"now\" d=\"M" + number(x) + " 22V" + number(bottom_px_) +
            "\" stroke-width=\"1.5\"/><rect class=\"now\" x=\"" + number(left) +
            "\" y=\"2\" width=\"" + number(wide) + "\" height=\"18\" rx=\"4\"/>";
    text("on", left + wide / 2, 11.5, words, true);
  }

  // Only what the picture has.
  void legend() {
    const double y = height_px_ - kLegend_px / 2;
    line("line", 0, height_px_ - kLegend_px + 0.5, width_px_, height_px_ - kLegend_px + 0.5);
    double x = 16;
    for (State state : kAll) {
      if (!seen_[static_cast<std::size_t>(state)]) continue;
      const bool end = state == State::kFailed || state == State::kCancelled;
      const std::string words = state == State::kDue ? "due or ready" : std::string(word(state));
      if (end) {
        cap(x, y - 6, state);
      } else {
        out_ += "<rect x=\"" + number(x) + "\" y=\"" + number(y - 5) +
                "\" width=\"18\" height=\"10\" rx=\"3\" " +
                (state == State::kRunning ? "class=\"f-running\""
                                          : "fill=\"url(#simul-" + css(state) + ")\"") +
                "/>";
      }
      x += end ? 18 : 24;
      text("dim", x, y + 0.5, words);
      x += width_of(words, kLetter_px) + 20;
    }
  }

  static constexpr State kAll[] = {State::kRunning,
                                   State::kDue,
                                   State::kSleeping,
                                   State::kWaiting,
                                   State::kBlocking,
                                   State::kFailed,
                                   State::kCancelled};

  const Model& model_;
  const SvgOptions& options_;
  double width_px_ = 0, height_px_ = 0, lanes_px_ = 0, bottom_px_ = 0;
  std::int64_t end_ns_ = 0;
  Viewport view_;
  Layout layout_;
  std::size_t left_out_ = 0;
  std::array<bool, kStates> seen_{};
  std::string out_;
};

}  // namespace

std::string xml_text(std::string_view text) {
  constexpr const char* kReplacement = "\xef\xbf\xbd";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded one = decode(text, at);
    const bool allowed = one.good && one.point != 0xfffe && one.point != 0xffff &&
                         (one.point >= 0x20 || one.point == '\t' || one.point == '\n');
    if (!allowed)
      out += kReplacement;
    else if (one.point == '<')
      out += "&lt;";
    else if (one.point == '>')
      out += "&gt;";
    else if (one.point == '&')
      out += "&amp;";
    else if (one.point == '"')
      out += "&quot;";
    else
      out += text.substr(at, one.bytes);
    at += one.bytes;
  }
  return out;
}

std::string to_svg(const Model& model, const SvgOptions& options) {
  return SvgWriter(model, options).write();
}

}  // namespace simul::timeline

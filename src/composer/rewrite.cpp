#include "composer/rewrite.hpp"

#include <algorithm>
#include <optional>

#include "composer/classify.hpp"
#include "composer/gestures.hpp"
#include "composer/names.hpp"
#include "composer/palette.hpp"

namespace simul::composer {
namespace {

std::string at(const Place& place) {
  return std::to_string(place.owner) + "/" + std::to_string(place.body) + "/" +
         std::to_string(place.index);
}
std::string at(TextRange range) {
  return "[" + std::to_string(range.begin) + "," + std::to_string(range.end) + ")";
}

struct Writer {
  std::string operator()(const SetSeconds& g) const {
    return "SetSeconds " + at(g.range) + " " + delay_text(g.seconds, false);
  }
  std::string operator()(const SetStart& g) const {
    return "SetStart line " + std::to_string(g.line) + " " + delay_text(g.seconds, false);
  }
  std::string operator()(const SleepWithoutBlocking& g) const {
    return "SleepWithoutBlocking line " + std::to_string(g.line);
  }
  std::string operator()(const Insert& g) const {
    const std::string onto = g.onto < 0 ? " at " + at(g.place) : " onto " + std::to_string(g.onto);
    return "Insert " + std::string(entry(g.kind).id) + onto;
  }
  std::string operator()(const Move& g) const {
    return "Move " + std::to_string(g.block) + " to " + at(g.place);
  }
  std::string operator()(const Duplicate& g) const {
    return "Duplicate " + std::to_string(g.block);
  }
  std::string operator()(const Delete& g) const { return "Delete " + std::to_string(g.block); }
  std::string operator()(const EditSlot& g) const {
    return "EditSlot " + at(g.range) + " " + g.text;
  }
  std::string operator()(const NewCoroutine& g) const { return "NewCoroutine " + g.name; }
  std::string operator()(const StartTask& g) const {
    return "StartTask " + g.coroutine + " at " + at(g.place);
  }
  std::string operator()(const DrawWire& g) const {
    std::string out = "DrawWire";
    for (int id : g.from) out += " " + std::to_string(id);
    return out + " to " + (g.to < 0 ? at(g.place) : std::to_string(g.to));
  }
  std::string operator()(const CutWire& g) const {
    return "CutWire " + std::to_string(g.block) + "." + std::to_string(g.item);
  }
  std::string operator()(const Refactor& g) const {
    return "Refactor " + std::to_string(static_cast<int>(g.kind)) + " " + std::to_string(g.block);
  }
};

// Does some edit write the lines again, whatever their indentation is there?
bool written_again(const TextEdits& edits, const Broken& broken) {
  std::string_view rest = broken.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    while (!line.empty() && std::string_view(" \t\r").find(line.front()) != std::string_view::npos)
      line.remove_prefix(1);
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) != std::string_view::npos)
      line.remove_suffix(1);
    const bool found =
        std::any_of(edits.edits().begin(), edits.edits().end(), [&](const TextEdit& edit) {
          return edit.text.find(line) != std::string::npos;
        });
    if (!found) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

// A command that writes steps anew writes what it has read of them: a part of the text that nobody
// can read would be gone.
// joins: it may make one step of several.
std::optional<Error> lost_text(std::string_view source, const TextEdits& edits, bool joins) {
  const bool replaces = std::any_of(edits.edits().begin(),
                                    edits.edits().end(),
                                    [](const TextEdit& edit) { return !edit.range.empty(); });
  if (!replaces) return std::nullopt;
  const Program program(source);
  if (program.parses()) return std::nullopt;
  for (const Broken& broken : deal(program).broken) {
    const bool touched =
        std::any_of(edits.edits().begin(), edits.edits().end(), [&](const TextEdit& edit) {
          return edit.range.begin < broken.range.end && broken.range.begin < edit.range.end;
        });
    if (touched && !written_again(edits, broken))
      return Error{
          "the text that does not parse in line " + std::to_string(broken.line) + " would be lost",
          broken.range};
  }
  // A `pass` that held a body open may go; nothing else may be read no more.
  const Result<std::string> after = edits.apply(source);
  if (after.ok() && !joins && Program(after.value()).steps().size() + 1 < program.steps().size())
    return Error{"what does not parse is in the way: mend it first", {}};
  return std::nullopt;
}

std::size_t letters_of(const std::vector<Broken>& broken) {
  std::size_t count = 0;
  for (const Broken& each : broken) {
    count += static_cast<std::size_t>(
        std::count_if(each.text.begin(), each.text.end(), [](char c) { return c > ' ' || c < 0; }));
  }
  return count;
}

// A line that nobody can read may take the next one with it, where the gesture leaves the two alone
// in a body.
std::optional<Error> spreads(std::string_view source, const TextEdits& edits) {
  const Program program(source);
  if (program.parses()) return std::nullopt;
  const Result<std::string> after = edits.apply(source);
  if (!after.ok()) return std::nullopt;
  const Program now(after.value());
  const std::vector<Broken> before = deal(program).broken;
  if (now.parses() || letters_of(deal(now).broken) <= letters_of(before)) return std::nullopt;
  const std::string line = before.empty() ? "" : " in line " + std::to_string(before[0].line);
  return Error{"more than what does not parse" + line + " would be unreadable: mend it first", {}};
}

struct Rewriter {
  std::string_view source;

  Result<TextEdits> operator()(const SetSeconds& g) const {
    return set_seconds(Program(source), g);
  }
  Result<TextEdits> operator()(const SetStart& g) const { return with(set_start, g); }
  Result<TextEdits> operator()(const EditSlot& g) const { return edit_slot(Program(source), g); }
  Result<TextEdits> operator()(const SleepWithoutBlocking& g) const {
    return with(unblock_line, g.line);
  }
  Result<TextEdits> operator()(const Insert& g) const { return with(insert, g); }
  Result<TextEdits> operator()(const StartTask& g) const {
    Insert start;
    start.kind = PaletteKind::kTask;
    start.place = g.place;
    start.coroutine = g.coroutine;
    start.arguments = g.arguments;
    return with(insert, start);
  }
  Result<TextEdits> operator()(const NewCoroutine& g) const { return with(new_coroutine, g); }
  Result<TextEdits> operator()(const Move& g) const { return with(move, g); }
  Result<TextEdits> operator()(const Duplicate& g) const { return with(duplicate, g); }
  Result<TextEdits> operator()(const Delete& g) const { return with(remove, g); }
  Result<TextEdits> operator()(const DrawWire& g) const { return with(draw_wire, g); }
  Result<TextEdits> operator()(const CutWire& g) const { return with(cut_wire, g); }
  Result<TextEdits> operator()(const Refactor& g) const { return with(refactor, g); }

 private:
  template <typename Way, typename What>
  Result<TextEdits> with(Way way, const What& what) const {
    Draft draft(source);
    return way(draft, what);
  }
};

}  // namespace

std::string to_text(const Gesture& gesture) {
  return std::visit(Writer{}, gesture);
}

Result<TextEdits> rewrite(std::string_view source, const Gesture& gesture, std::uint32_t stamp) {
  if (stamp != 0 && stamp != stamp_of(source)) return Error{"the text has changed meanwhile", {}};
  Result<TextEdits> edits = std::visit(Rewriter{source}, gesture);
  if (edits.ok() && !edits.value().empty()) {
    if (std::optional<Error> more = spreads(source, edits.value())) return *std::move(more);
  }
  const bool takes_away =
      std::holds_alternative<Delete>(gesture) || std::holds_alternative<EditSlot>(gesture);
  if (edits.ok() && !edits.value().empty() && !takes_away) {
    const bool joins = std::holds_alternative<Refactor>(gesture) ||
                       std::holds_alternative<DrawWire>(gesture) ||
                       std::holds_alternative<CutWire>(gesture);
    if (std::optional<Error> lost = lost_text(source, edits.value(), joins))
      return *std::move(lost);
  }
  return edits;
}

}  // namespace simul::composer

#include "session/gesture_json.hpp"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/flat_json.hpp"
#include "base/json.hpp"
#include "base/text_edit.hpp"
#include "composer/palette.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"
#include "session/editor_json.hpp"
#include "session/step_words.hpp"

namespace simul::session {

namespace {

const composer::PaletteEntry* palette_entry(std::string_view id) {
  for (const composer::PaletteEntry& entry : composer::palette())
    if (entry.id == id) return &entry;
  return nullptr;
}

// What a gesture's JSON says, or a sentence why it says nothing.
Result<composer::Gesture> read_gesture(const FlatJson& json, const Units& units) {
  const std::string what = json.text("do");
  const int block = number_of(json, "block");
  if (what == "insert") {
    const composer::PaletteEntry* entry = palette_entry(json.text("entry"));
    if (entry == nullptr) return Error{"The palette has no “" + json.text("entry") + "”.", {}};
    composer::Insert insert;
    insert.kind = entry->kind;
    insert.place = place_of(json);
    insert.onto = number_of(json, "onto");
    insert.coroutine = json.text("coroutine");
    return composer::Gesture(std::move(insert));
  }
  if (what == "move") return composer::Gesture(composer::Move{block, place_of(json)});
  if (what == "duplicate") return composer::Gesture(composer::Duplicate{block});
  if (what == "delete") return composer::Gesture(composer::Delete{block});
  if (what == "slot")
    return composer::Gesture(composer::EditSlot{range_of(json, units), json.text("text")});
  if (what == "coroutine") return composer::Gesture(composer::NewCoroutine{json.text("name")});
  if (what == "task") {
    composer::StartTask start;
    start.coroutine = json.text("coroutine");
    start.place = place_of(json);
    return composer::Gesture(std::move(start));
  }
  if (what == "wire") {
    composer::DrawWire wire;
    const std::string blocks = json.text("blocks");
    for (const char* at = blocks.c_str(); *at != '\0';) {
      char* end = nullptr;
      wire.from.push_back(static_cast<int>(std::strtol(at, &end, 10)));
      if (end == at) return Error{"A wire begins at a step.", {}};
      at = end;
    }
    wire.to = number_of(json, "to");
    wire.place = place_of(json);
    if (json.text("join") == "gather") wire.join = composer::DrawWire::Join::kGather;
    if (json.text("join") == "group") wire.join = composer::DrawWire::Join::kGroup;
    return composer::Gesture(std::move(wire));
  }
  if (what == "cut") return composer::Gesture(composer::CutWire{block, number_of(json, "item")});
  if (what == "seconds") {
    composer::SetSeconds set;
    set.range = range_of(json, units);
    set.seconds = json.number("seconds");
    return composer::Gesture(set);
  }
  if (what == "start") {
    composer::SetStart start;
    start.line = static_cast<std::uint32_t>(number_of(json, "line", 0));
    start.column = static_cast<std::uint32_t>(number_of(json, "column", 0));
    start.tasks = number_of(json, "tasks", 1);
    start.seconds = json.number("seconds");
    return composer::Gesture(start);
  }
  if (what == "refactor") {
    for (const composer::Refactoring& one : composer::refactorings()) {
      if (one.id != json.text("kind")) continue;
      composer::Refactor refactor;
      refactor.kind = one.kind;
      refactor.block = block;
      refactor.last = number_of(json, "last");
      if (json.has("from")) refactor.name = range_of(json, units);
      refactor.text = json.text("text");
      refactor.number = json.number("number");
      return composer::Gesture(std::move(refactor));
    }
    return Error{"There is no refactoring “" + json.text("kind") + "”.", {}};
  }
  return Error{"There is no gesture “" + what + "”.", {}};
}

std::string refusal(const std::string& why) {
  JsonWriter json;
  json.begin_object().key("refused").value(sentence_of(why)).end_object();
  return json.take();
}

}  // namespace

std::string gesture_json(std::string_view source, std::string_view gesture) {
  const std::optional<FlatJson> asked = FlatJson::read(gesture);
  if (!asked) return refusal("That is no gesture.");
  const Units units(source);
  Result<composer::Gesture> read = read_gesture(*asked, units);
  if (!read.ok()) return refusal(read.error().message);
  const auto stamp = static_cast<std::uint32_t>(asked->number("stamp"));
  const Result<TextEdits> edits = composer::rewrite(source, read.value(), stamp);
  if (!edits.ok()) return refusal(edits.error().message);
  JsonWriter json;
  json.begin_object().key("edits").begin_array();
  for (const TextEdit& edit : edits.value().edits()) {
    json.begin_object().key("from").value(units.of(edit.range.begin));
    json.key("to").value(units.of(edit.range.end)).key("text").value(edit.text).end_object();
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace simul::session

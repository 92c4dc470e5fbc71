#include "session/compose_json.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/flat_json.hpp"
#include "base/json.hpp"
#include "composer/cards.hpp"
#include "composer/palette.hpp"
#include "composer/places.hpp"
#include "composer/refactor.hpp"
#include "composer/rewrite.hpp"
#include "session/editor_json.hpp"
#include "session/step_words.hpp"

namespace simul::session {

namespace {

using composer::Body;
using composer::Card;
using composer::Cards;
using composer::PaletteKind;
using composer::Place;

constexpr std::size_t kMostTargets = 120;

void write_offer(JsonWriter& json,
                 std::string_view source,
                 const composer::PaletteEntry& entry,
                 const composer::Insert& insert,
                 const std::string& word) {
  const Result<TextEdits> edits = composer::rewrite(source, insert);
  if (!edits.ok()) return;
  json.begin_object().key("entry").value(entry.id).key("coroutine").value(insert.coroutine);
  json.key("word").value(word).key("code").value(code_of(edits.value())).end_object();
}

}  // namespace

std::string offers_json(std::string_view source, std::string_view place) {
  JsonWriter json;
  json.begin_object().key("offers").begin_array();
  if (const std::optional<FlatJson> asked = FlatJson::read(place)) {
    const Cards cards = composer::cards(source);
    const Place at = place_of(*asked);
    const int onto = number_of(*asked, "onto");
    const Body* body = cards.body(at);
    for (const composer::PaletteEntry& entry : composer::palette()) {
      if (body == nullptr || entry.kind == PaletteKind::kCoroutine) continue;
      if (onto >= 0 && !entry.wraps) continue;
      composer::Insert insert;
      insert.kind = entry.kind;
      insert.place = at;
      insert.onto = onto;
      const bool calls = entry.kind == PaletteKind::kCall || entry.kind == PaletteKind::kTask;
      bool named = false;
      for (const Card& card : cards.cards) {
        // Whoever calls itself without an end is no help, and main is started by asyncio.run.
        const bool own = card.block >= 0 && card.block == body->function;
        const bool plain = card.name.find('.') == std::string::npos;
        if (!calls || !card.is_coroutine || card.is_entry || own || !plain) continue;
        insert.coroutine = card.name;
        named = true;
        write_offer(json,
                    source,
                    entry,
                    insert,
                    (entry.kind == PaletteKind::kCall ? "call " : "start a task of ") + card.name);
      }
      if (!named) write_offer(json, source, entry, insert, std::string(entry.word));
    }
  }
  json.end_array().end_object();
  return json.take();
}

std::string targets_json(std::string_view source, int block) {
  const Cards cards = composer::cards(source);
  JsonWriter json;
  json.begin_object().key("targets").begin_array();
  std::size_t count = 0;
  if (cards.block(block) != nullptr) {
    for (const Place& place : composer::places(cards, block)) {
      if (++count > kMostTargets) break;
      json.begin_object().key("owner").value(place.owner).key("body").value(place.body);
      json.key("index").value(place.index).key("words").value(place_words(cards, place));
      json.end_object();
    }
  }
  json.end_array().end_object();
  return json.take();
}

std::string refactorings_json(std::string_view source, std::string_view about) {
  static constexpr const char* kAbout[] = {
      "What it prints stays the same, at the same times.",
      "It prints the same lines, at other times and so perhaps in another order.",
      "It is there to change what happens.",
  };
  JsonWriter json;
  json.begin_object().key("refactorings").begin_array();
  if (const std::optional<FlatJson> asked = FlatJson::read(about)) {
    const Units units(source);
    const Cards cards = composer::cards(source);
    const int block = number_of(*asked, "block");
    std::vector<composer::RefactorKind> kinds;
    if (cards.block(block) != nullptr) kinds = composer::offered(cards, block);
    const auto rename = std::find(kinds.begin(), kinds.end(), composer::RefactorKind::kRename);
    // A name is renamed where it stands, whatever the step.
    if (asked->has("from") && rename == kinds.end())
      kinds.push_back(composer::RefactorKind::kRename);
    if (!asked->has("from") && rename != kinds.end()) kinds.erase(rename);
    for (const composer::RefactorKind kind : kinds) {
      const composer::Refactoring& one = composer::refactoring(kind);
      composer::Refactor refactor;
      refactor.kind = kind;
      refactor.block = block;
      if (asked->has("from")) refactor.name = range_of(*asked, units);
      // Whether it goes at all: a name that nobody has is as good as any.
      if (one.asks_name) refactor.text = "a_name_that_is_free";
      const Result<TextEdits> tried = composer::rewrite(source, refactor);
      json.begin_object().key("kind").value(one.id).key("title").value(one.title);
      json.key("about").value(kAbout[static_cast<std::size_t>(one.expectation)]);
      json.key("parameter");
      json.value(one.asks_name                                 ? "name"
                 : !one.asks_number                            ? "none"
                 : kind == composer::RefactorKind::kAddTimeout ? "seconds"
                                                               : "count");
      json.key("refused");
      tried.ok() ? json.null() : json.value(sentence_of(tried.error().message));
      json.end_object();
    }
  }
  json.end_array().end_object();
  return json.take();
}

}  // namespace simul::session

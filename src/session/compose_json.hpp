// Composing as the page sees it: the cards of a text as JSON, and a gesture as JSON turned into
// edits.
//
// All offsets that go out or come in are UTF-16 code units, as an editor in a browser counts; the
// composer's own are UTF-8 bytes, and the conversion is here. Pure: the same text and question give
// the same answer.
#pragma once

#include <string>
#include <string_view>

#include "base/text_edit.hpp"
#include "composer/cards.hpp"
#include "session/proof.hpp"

namespace simul::session {

// {"parses":bool,"stamp":n,"blocks":n,"cards":[{"name","parameters","coroutine","entry","line",
//  "block","body":BODY}]}
// BODY {"label","owner","body","first","coroutine","blocks":[BLOCK],"broken":[BROKEN]}: owner and
// body as a place wants them.
// BROKEN {"index","line","from","to","text","name"}: lines that do not parse, before the block with
// that index.
// BLOCK {"id","kind","title","name","line","from","to","slots":[SLOT],"items":[{"callee","from",
//  "to","slot":SLOT,"card"}],"bodies":[BODY],"card","fixed"}; name is for a screen reader: "sleep,
//  1.0 seconds, line 6 of worker".
// SLOT {"label","from","to","kind":"number|string|name|expression|arguments|statement","text"}
[[nodiscard]] std::string cards_json(std::string_view source);

// place: {"owner":n,"body":n,"index":n,"onto":n}; onto is a block for what is put around it, or
// less than 0. {"offers":[{"entry":"sleep","coroutine":"","word":"sleep","code":"..."}]}: what may
// stand there, with the code that it would write.
[[nodiscard]] std::string offers_json(std::string_view source, std::string_view place);

// {"targets":[{"owner":n,"body":n,"index":n,"words":"after print, line 4 of main"}]}: where the
// block may be moved to.
[[nodiscard]] std::string targets_json(std::string_view source, int block);

// about: {"block":n,"from":n,"to":n}; from and to: a name in the text, where there is one.
// {"refactorings":[{"kind":"add-timeout","title":"Add a timeout","about":"...",
//  "parameter":"none|seconds|count|name","refused":"why"|null}]}: what fits this kind of step.
[[nodiscard]] std::string refactorings_json(std::string_view source, std::string_view about);

// gesture: {"do":"insert|move|duplicate|delete|slot|coroutine|task|refactor|
//  seconds|start|wire|cut","stamp":n,...}
// with the fields of the gesture (see compose_json.cpp). {"edits":[{"from","to","text"}]} or
// {"refused":"why"}.
[[nodiscard]] std::string gesture_json(std::string_view source, std::string_view gesture);

// Where a block stands, "gather, line 11 of main", and where a place is, "after print, line 4 of
// main".
[[nodiscard]] std::string block_words(const composer::Cards& cards, int block);
[[nodiscard]] std::string place_words(const composer::Cards& cards, const composer::Place& place);
// All that is written, in the order of the text; what lies between is left out.
[[nodiscard]] std::string code_of(const TextEdits& edits);

// A reason as a sentence: the composer's begin small, as the end of a longer one.
[[nodiscard]] std::string sentence_of(std::string why);

// {"kind":"same|other order|other|unknown","sentence":"...","lines":n,"before_s":x,"after_s":x}
[[nodiscard]] std::string proof_json(const Proof& proof);

}  // namespace simul::session

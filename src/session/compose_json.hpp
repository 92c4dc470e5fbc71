// What the page's list of steps may do, as JSON: what may stand at a place, where a step may move,
// how it may be refactored. The steps themselves are in cards_json, the doing in gesture_json.
//
// All offsets that come in are UTF-16 code units, as an editor in a browser counts. Pure: the same
// text and question give the same answer.
#pragma once

#include <string>
#include <string_view>

namespace simul::session {

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

}  // namespace simul::session

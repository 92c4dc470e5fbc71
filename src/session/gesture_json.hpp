// A gesture as JSON turned into edits.
//
// All offsets that go out or come in are UTF-16 code units. Pure: the same text and gesture give
// the same answer, and a gesture that was meant for another text (its stamp says which) is refused.
#pragma once

#include <string>
#include <string_view>

namespace simul::session {

// gesture: {"do":"insert|move|duplicate|delete|slot|coroutine|task|refactor|
//  seconds|start|wire|cut","stamp":n,...}
// with the fields of the gesture (see gesture_json.cpp). {"edits":[{"from","to","text"}]} or
// {"refused":"why"}.
[[nodiscard]] std::string gesture_json(std::string_view source, std::string_view gesture);

}  // namespace simul::session

// The cards of a text as JSON, for the page's list of steps.
//
// All offsets are UTF-16 code units, as an editor in a browser counts; the composer's own are UTF-8
// bytes. Pure: the same text gives the same answer.
#pragma once

#include <string>
#include <string_view>

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

}  // namespace simul::session

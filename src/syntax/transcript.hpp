// src/syntax/transcript.hpp - a pasted session of Python's or IPython's prompt, as the program that
// was typed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace simul::syntax {

// The program text of a transcript: prompts and outputs removed, blank lines kept. A bare
// expression whose value the session showed becomes print(repr(...)), so that the program shows it
// too; a bare call is shown unless it returns None, as the prompt does. nullopt when `text` is not
// a transcript: its first line (behind a banner, a shell command or a Markdown fence) must begin
// with a prompt, so a docstring with examples is left alone.
[[nodiscard]] std::optional<std::string> read_transcript(std::string_view text);

}  // namespace simul::syntax

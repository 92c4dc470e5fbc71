// What the fuzz target of links (tests/fuzz/native/link_fuzz.cpp) does with bytes that nobody
// chose, and what the unit tests do again with those that are kept in tests/fuzz/corpus_links.
//
// Who opens a link hands Simul a text and a few numbers (web/share.ts decodes them, and tests/web
// feeds it broken ones). Both may be anything: the text is looked at as the page looks at it, run
// for a while as the numbers say, and its trace and its picture are made. Each gives an answer or
// ends the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "asyncio/clock.hpp"
#include "library/library.hpp"
#include "session/build.hpp"
#include "session/cards_json.hpp"
#include "session/handout.hpp"
#include "session/python_modules.hpp"
#include "session/run.hpp"
#include "support/hostile.hpp"
#include "trace/text.hpp"

namespace simul::testing {

// Four bytes, as far as they are there: the seed, that of the threads' switches, what an
// instruction costs, how long the run may be, where @ is 0; then the text.
inline void open_anything(std::string_view bytes) {
  const auto number = [&](std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) ^ 64u : 0u;
  };
  const std::string text(bytes.substr(bytes.size() < 4 ? bytes.size() : 4));
  must(!session::cards_json(text).empty());
  session::Build built = session::build_with_lints(text, "main.py");
  must((built.code == nullptr) == !built.diagnostics.empty());
  if (built.code == nullptr) return;
  static session::PythonModules modules;  // compiled once
  if (modules.state() != session::PythonModules::State::kHere) modules.arrived(library::embedded());
  session::Run run(built.code,
                   text,
                   "main.py",
                   {.seed = number(0),
                    .switch_seed = number(1),
                    .cost_ns = number(2) * 0.5,
                    .max_lines = 1000,
                    .max_events = 20'000,
                    .modules = &modules},
                   std::make_unique<asyncio::VirtualClock>(),
                   session::warnings_text(built.warnings, text, "main.py"));
  run.advance_virtual(2'000 * (1 + number(3)));
  if (!run.finished()) run.stop();
  must(run.finished());
  static_cast<void>(trace::to_text(run.trace()));
  must(!session::markdown(session::handout_of(run)).empty());
  run.retire();
}

}  // namespace simul::testing

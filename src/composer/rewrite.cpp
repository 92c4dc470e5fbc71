#include "composer/rewrite.hpp"

#include <cmath>

#include "base/float_text.hpp"
#include "composer/outline.hpp"
#include "syntax/parse.hpp"

namespace simul::composer {
namespace {

// A delay as a person writes it: whole numbers stay whole if they were, else at most three
// decimals.
std::string delay_text(double seconds, bool was_whole) {
  if (was_whole && seconds == std::floor(seconds))
    return std::to_string(static_cast<std::int64_t>(seconds));
  std::string text = shortest_text(std::round(seconds * 1000) / 1000);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

Result<TextEdits> set_seconds(std::string_view source,
                              const std::vector<Card>& cards,
                              const SetSeconds& gesture) {
  if (!std::isfinite(gesture.seconds) || gesture.seconds < 0 || gesture.seconds > 1e6) {
    return Error{"a delay is between 0 and 1,000,000 seconds", gesture.range};
  }
  for (const Card& card : cards) {
    for (const Step& step : card.steps) {
      if (!step.seconds.has_value() || !(step.seconds->range == gesture.range)) continue;
      std::string_view before = source.substr(gesture.range.begin, gesture.range.size());
      bool was_whole = before.find_first_not_of("0123456789_") == std::string_view::npos;
      return TextEdits::make({{gesture.range, delay_text(gesture.seconds, was_whole)}});
    }
  }
  return Error{"no delay is written there any more: the text has changed", gesture.range};
}

// The line that a missing `import asyncio` goes to: before the first import, else before the first
// statement.
std::uint32_t import_place(const Card& module) {
  return module.steps.empty() ? 0 : module.steps.front().range.begin;
}

bool imports_asyncio(const syntax::Module& module) {
  for (const syntax::Stmt* stmt : module.body) {
    auto* import = syntax::try_as<syntax::Import>(stmt);
    if (import == nullptr) continue;
    for (const syntax::Alias* alias : import->names) {
      if (alias->name == "asyncio" && !syntax::is_set(alias->asname)) return true;
    }
  }
  return false;
}

Result<TextEdits> sleep_without_blocking(const syntax::Module& module,
                                         const std::vector<Card>& cards,
                                         const SleepWithoutBlocking& gesture) {
  for (const Card& card : cards) {
    for (const Step& step : card.steps) {
      if (step.line != gesture.line || step.kind != StepKind::kBlockingSleep) continue;
      if (!card.is_coroutine) {
        return Error{"line " + std::to_string(gesture.line) +
                         " is not in an `async def`, where `await` is not allowed",
                     step.range};
      }
      constexpr std::uint32_t kCallee = sizeof("time.sleep") - 1;
      std::vector<TextEdit> edits = {
          {{step.call.begin, step.call.begin + kCallee}, "await asyncio.sleep"}};
      if (!imports_asyncio(module)) {
        std::uint32_t place = import_place(cards.front());
        edits.push_back({{place, place}, "import asyncio\n"});
      }
      return TextEdits::make(std::move(edits));
    }
  }
  return Error{"no time.sleep() stands on line " + std::to_string(gesture.line), {}};
}

}  // namespace

std::string to_text(const Gesture& gesture) {
  if (auto* set = std::get_if<SetSeconds>(&gesture)) {
    return "SetSeconds [" + std::to_string(set->range.begin) + "," +
           std::to_string(set->range.end) + ") " + delay_text(set->seconds, false);
  }
  return "SleepWithoutBlocking line " +
         std::to_string(std::get<SleepWithoutBlocking>(gesture).line);
}

Result<TextEdits> rewrite(std::string_view source, const Gesture& gesture) {
  syntax::ParseResult parsed = syntax::parse(source);
  if (!parsed.ok())
    return Error{"the program does not parse: " + parsed.diagnostics[0].message, {}};
  std::vector<Card> cards = outline(parsed.module, source);
  if (auto* set = std::get_if<SetSeconds>(&gesture)) return set_seconds(source, cards, *set);
  return sleep_without_blocking(parsed.module, cards, std::get<SleepWithoutBlocking>(gesture));
}

}  // namespace simul::composer

#include "lints/remarks.hpp"

#include <utility>

#include "base/sort.hpp"

namespace simul::lints {

std::optional<Fix> fix(std::string title, std::vector<TextEdit> edits) {
  Result<TextEdits> made = TextEdits::make(std::move(edits));
  if (!made.ok()) return std::nullopt;
  return Fix{std::move(title), made.value()};
}

void Remarks::say(std::string code,
                  Severity severity,
                  const syntax::Node& node,
                  std::string message,
                  std::string why,
                  std::optional<Fix> mend) {
  found_.push_back({std::move(code),
                    severity,
                    std::move(message),
                    std::move(why),
                    static_cast<std::uint32_t>(std::max(node.lineno, 1)),
                    at.range(node),
                    std::move(mend)});
}

std::vector<Lint> Remarks::take() {
  sort_stably(found_, [](const Lint& a, const Lint& b) {
    return std::pair(a.range.begin, a.code) < std::pair(b.range.begin, b.code);
  });
  return std::move(found_);
}

}  // namespace simul::lints

#include "session/proof.hpp"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "asyncio/clock.hpp"
#include "base/json.hpp"
#include "base/sort.hpp"
#include "session/build.hpp"

namespace simul::session {

namespace {

constexpr const char* kFile = "main.py";

std::unique_ptr<Run> ran(const std::string& text,
                         const Settings& settings,
                         std::int64_t instructions) {
  Build built = build(text, kFile);
  if (built.code == nullptr) return nullptr;
  auto run = std::make_unique<Run>(
      std::move(built.code), text, kFile, settings, std::make_unique<asyncio::VirtualClock>());
  static_cast<void>(run->advance_virtual(instructions));
  return run;
}

// A traceback names lines of the text, which the edit may have moved: its frames do not count.
std::vector<std::string> told(const Run& run) {
  std::vector<std::string> out;
  for (const OutputLine& line : run.lines()) {
    const bool frame = line.stream == 2 && (line.text.starts_with(" ") || line.text.empty());
    if (!frame) out.push_back(line.text);
  }
  return out;
}

bool whole(const Run& run) {
  return run.finished() && run.status() != Status::kLimit;
}

std::string lines_word(std::size_t count) {
  return count == 1 ? "line" : std::to_string(count) + " lines";
}

std::string quoted(const std::string& text) {
  constexpr std::size_t kMost = 40;
  if (text.size() <= kMost) return "“" + text + "”";
  std::size_t end = kMost;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return "“" + text.substr(0, end) + "…”";
}

std::string times(const Proof& proof) {
  const std::string before = short_seconds(proof.before_ns), after = short_seconds(proof.after_ns);
  return before == after ? "still " + before : before + " became " + after;
}

// How a program ends, in words that go after "it".
std::string ending(const Run& run) {
  switch (run.status()) {
    case Status::kError: return "ends with " + run.exception();
    case Status::kExit: return "leaves with exit code " + std::to_string(run.exit_code());
    case Status::kDeadlock: return "waits for ever";
    default: return "ends well";
  }
}

std::string first_difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto [at, bt] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const std::string where = "line " + std::to_string(at - a.begin() + 1) + " of the output ";
  if (at == a.end()) return where + "is new: " + quoted(*bt);
  if (bt == b.end()) return where + "is gone: " + quoted(*at);
  return where + "was " + quoted(*at) + " and is " + quoted(*bt) + " now";
}

}  // namespace

std::string short_seconds(std::int64_t ns) {
  const std::int64_t ms = (ns + 500'000) / 1'000'000;
  std::string digits = std::to_string(ms % 1000 + 1000).substr(1);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();
  return std::to_string(ms / 1000) + "." + digits + " s";
}

Proof prove(const std::string& before,
            const std::string& after,
            const Settings& settings,
            std::int64_t instructions) {
  Proof proof;
  const std::unique_ptr<Run> one = ran(before, settings, instructions);
  if (one == nullptr) {
    proof.sentence = "The program does not compile yet, so there is nothing to compare with.";
    return proof;
  }
  const std::unique_ptr<Run> two = ran(after, settings, instructions);
  if (two == nullptr) {
    proof.kind = Proof::Kind::kOther;
    proof.sentence = "The changed program does not compile.";
    return proof;
  }
  if (!whole(*one) || !whole(*two)) {
    const bool asks = one->asking() || two->asking();
    if (asks) {
      proof.sentence = "Not compared by running: the program asks with input().";
      return proof;
    }
    proof.sentence = std::string("Not compared by running: ") +
                     (whole(*one) ? "the changed program" : "the program") +
                     " does not come to its end in the time that a comparison has.";
    return proof;
  }
  const std::vector<std::string> a = told(*one), b = told(*two);
  proof.lines = a.size();
  proof.before_ns = one->end_ns();
  proof.after_ns = two->end_ns();
  if (one->status() != two->status() || one->exception() != two->exception()) {
    proof.kind = Proof::Kind::kOther;
    proof.sentence = "Not the same: it " + ending(*two) + " now; before, it " + ending(*one) + ".";
    return proof;
  }
  const std::string which =
      a.empty() ? "No output before and after" : "Same " + lines_word(a.size());
  if (a == b) {
    proof.kind = Proof::Kind::kSame;
    proof.sentence = which + "; " + times(proof) + ".";
    return proof;
  }
  std::vector<std::string> sorted_a = a, sorted_b = b;
  sort_stably(sorted_a);
  sort_stably(sorted_b);
  proof.kind = sorted_a == sorted_b ? Proof::Kind::kOtherOrder : Proof::Kind::kOther;
  proof.sentence = (proof.kind == Proof::Kind::kOtherOrder
                        ? "The same " + lines_word(a.size()) + " in another order: "
                        : std::string("Not the same: ")) +
                   first_difference(a, b) + "; " + times(proof) + ".";
  return proof;
}

std::string proof_json(const Proof& proof) {
  static constexpr const char* kKinds[] = {"same", "other order", "other", "unknown"};
  JsonWriter json;
  json.begin_object().key("kind").value(kKinds[static_cast<std::size_t>(proof.kind)]);
  json.key("sentence").value(proof.sentence);
  json.key("lines").value(static_cast<std::int64_t>(proof.lines));
  json.key("before_s").value(static_cast<double>(proof.before_ns) / 1e9);
  json.key("after_s").value(static_cast<double>(proof.after_ns) / 1e9).end_object();
  return json.take();
}

}  // namespace simul::session

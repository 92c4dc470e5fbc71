#include "session/overlap.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/sort.hpp"
#include "syntax/parse.hpp"
#include "timeline/why.hpp"

namespace simul::session {

using syntax::NodeKind;
using syntax::Stmt;

namespace {

class Reader {
 public:
  explicit Reader(std::string_view source) {
    while (!source.empty()) {
      const std::size_t end = std::min(source.find('\n'), source.size());
      lines_.push_back(source.substr(0, end));
      source.remove_prefix(std::min(end + 1, source.size()));
    }
  }

  std::vector<AwaitRun> read(const syntax::Module& module) {
    for (const Stmt* each : module.body)
      if (each->kind == NodeKind::kAsyncFunctionDef)
        async_.insert(std::string(syntax::as<syntax::AsyncFunctionDef>(each)->name));
    blocks_.push_back({module.body, {}, false});
    for (std::size_t i = 0; i < blocks_.size(); ++i) block(i);
    sort_stably(runs_, [](const AwaitRun& a, const AwaitRun& b) {
      return a.steps[0].line < b.steps[0].line;
    });
    return std::move(runs_);
  }

 private:
  struct Block {
    std::span<Stmt*> body;
    std::string function;
    bool async = false;
  };

  void block(std::size_t index) {
    const Block here = blocks_[index];
    AwaitRun run;
    run.function = here.function;
    const auto flush = [&] {
      if (run.steps.size() >= 2) runs_.push_back(run);
      run.steps.clear();
    };
    for (const Stmt* each : here.body) {
      inner(*each, here);
      AwaitRun::Step step;
      if (!here.async || !await_step(*each, step)) {
        flush();
        continue;
      }
      for (const AwaitRun::Step& before : run.steps) {
        if (!before.bound.empty() && mentions(step.call, before.bound)) {
          flush();
          break;
        }
      }
      run.steps.push_back(std::move(step));
    }
    flush();
  }

  void inner(const Stmt& each, const Block& here) {
    const auto add = [&](std::span<Stmt*> body) {
      if (!body.empty()) blocks_.push_back({body, here.function, here.async});
    };
    switch (each.kind) {
      case NodeKind::kFunctionDef: {
        const auto* def = syntax::as<syntax::FunctionDef>(&each);
        blocks_.push_back({def->body, std::string(def->name), false});
        break;
      }
      case NodeKind::kAsyncFunctionDef: {
        const auto* def = syntax::as<syntax::AsyncFunctionDef>(&each);
        blocks_.push_back({def->body, std::string(def->name), true});
        break;
      }
      case NodeKind::kClassDef: add(syntax::as<syntax::ClassDef>(&each)->body); break;
      case NodeKind::kIf:
        add(syntax::as<syntax::If>(&each)->body);
        add(syntax::as<syntax::If>(&each)->orelse);
        break;
      case NodeKind::kFor: add(syntax::as<syntax::For>(&each)->body); break;
      case NodeKind::kAsyncFor: add(syntax::as<syntax::AsyncFor>(&each)->body); break;
      case NodeKind::kWhile: add(syntax::as<syntax::While>(&each)->body); break;
      case NodeKind::kWith: add(syntax::as<syntax::With>(&each)->body); break;
      case NodeKind::kAsyncWith: add(syntax::as<syntax::AsyncWith>(&each)->body); break;
      case NodeKind::kTry: {
        const auto* attempt = syntax::as<syntax::Try>(&each);
        add(attempt->body);
        for (const syntax::ExceptHandler* handler : attempt->handlers) add(handler->body);
        add(attempt->orelse);
        add(attempt->finalbody);
        break;
      }
      default: break;
    }
  }

  // `await f(...)`, or `name = await f(...)`, f an async function of the program.
  bool await_step(const Stmt& each, AwaitRun::Step& step) const {
    const syntax::Expr* value = nullptr;
    if (each.kind == NodeKind::kExpr) {
      value = syntax::as<syntax::ExprStmt>(&each)->value;
    } else if (each.kind == NodeKind::kAssign) {
      const auto* assign = syntax::as<syntax::Assign>(&each);
      if (assign->targets.size() != 1 || assign->targets[0]->kind != NodeKind::kName) return false;
      step.bound = std::string(syntax::as<syntax::Name>(assign->targets[0])->id);
      value = assign->value;
    }
    if (value == nullptr || value->kind != NodeKind::kAwait) return false;
    const syntax::Expr* awaited = syntax::as<syntax::Await>(value)->value;
    if (awaited->kind != NodeKind::kCall) return false;
    const syntax::Expr* function = syntax::as<syntax::Call>(awaited)->func;
    if (function->kind != NodeKind::kName ||
        !async_.contains(std::string(syntax::as<syntax::Name>(function)->id)))
      return false;
    step.line = static_cast<std::uint32_t>(each.lineno);
    step.end_line = static_cast<std::uint32_t>(each.end_lineno);
    step.call = text(*awaited);
    return true;
  }

  std::string text(const syntax::Node& node) const {
    std::string out;
    for (int line = node.lineno; line <= node.end_lineno; ++line) {
      const auto index = static_cast<std::size_t>(line - 1);
      if (index >= lines_.size()) break;
      std::string_view part = lines_[index];
      if (line == node.end_lineno)
        part = part.substr(0, static_cast<std::size_t>(std::max(0, node.end_col_offset)));
      const auto from = static_cast<std::size_t>(line == node.lineno ? node.col_offset : 0);
      part.remove_prefix(std::min(from, part.size()));
      part.remove_prefix(
          line == node.lineno ? 0 : std::min(part.find_first_not_of(" \t"), part.size()));
      out += part;
    }
    return out;
  }

  static bool mentions(std::string_view text, std::string_view name) {
    const auto is_word = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
    };
    for (std::size_t at = text.find(name); at != std::string_view::npos;
         at = text.find(name, at + 1)) {
      const bool begins = at == 0 || !is_word(text[at - 1]);
      const bool ends = at + name.size() >= text.size() || !is_word(text[at + name.size()]);
      if (begins && ends) return true;
    }
    return false;
  }

  std::vector<std::string_view> lines_;
  std::set<std::string> async_;
  std::vector<Block> blocks_;
  std::vector<AwaitRun> runs_;
};

// How long a task's own coroutine stood in an await at each line, one visit after the other.
struct Visit {
  std::uint32_t line = 0;
  std::int64_t from_ns = 0, waited_ns = 0;
  std::size_t event = 0;
};

std::vector<Visit> visits_of(const timeline::Model& model,
                             timeline::LoopHistory& history,
                             timeline::Id task) {
  using Kind = asyncio::EventKind;
  std::vector<Visit> visits;
  const asyncio::Event* waits = nullptr;
  for (std::uint32_t at : history.about(task)) {
    const asyncio::Event& event = model.trace().events[at];
    if (event.kind == Kind::kTaskWaits) {
      waits = &event;
      const std::uint32_t line = event.cause != 0 ? event.cause : event.line;
      if (visits.empty() || visits.back().line != line)
        visits.push_back({line, event.time_ns, 0, at});
    } else if (event.kind == Kind::kHandleBegan && waits != nullptr) {
      visits.back().waited_ns += event.time_ns - waits->time_ns;
      waits = nullptr;
    }
  }
  return visits;
}

std::string span(std::int64_t ns) {
  return timeline::seconds(ns) + " s";
}

}  // namespace

std::vector<AwaitRun> await_runs(std::string_view source) {
  const syntax::ParseResult parsed = syntax::parse(source, "main.py");
  if (!parsed.ok()) return {};
  return Reader(source).read(parsed.module);
}

std::vector<timeline::Finding> could_overlap(const std::vector<AwaitRun>& runs,
                                             const timeline::Model& model,
                                             timeline::LoopHistory& history) {
  constexpr std::int64_t kWorth_ns = 100'000'000, kShort_ns = 50'000'000;
  std::vector<timeline::Finding> findings;
  if (runs.empty()) return findings;
  std::set<std::uint32_t> told;
  for (const timeline::Track& track : model.tracks()) {
    if (track.task == 0) continue;
    const std::vector<Visit> visits = visits_of(model, history, track.task);
    for (const AwaitRun& run : runs) {
      if (told.contains(run.steps[0].line)) continue;
      // Where the task went through these lines one after the other.
      for (std::size_t i = 0; i < visits.size(); ++i) {
        std::size_t step = 0, next = i;
        std::int64_t sum_ns = 0, most_ns = 0;
        std::vector<std::pair<const AwaitRun::Step*, const Visit*>> taken;
        for (; step < run.steps.size() && next < visits.size(); ++step) {
          const Visit& visit = visits[next];
          if (visit.line < run.steps[step].line || visit.line > run.steps[step].end_line) {
            if (taken.empty()) break;
            continue;  // this one did not wait
          }
          ++next;
          sum_ns += visit.waited_ns;
          most_ns = std::max(most_ns, visit.waited_ns);
          if (visit.waited_ns >= kShort_ns) taken.emplace_back(&run.steps[step], &visit);
        }
        if (taken.size() < 2 || sum_ns - most_ns < kWorth_ns) continue;
        told.insert(run.steps[0].line);
        timeline::Finding finding;
        finding.kind = timeline::FindingKind::kCouldOverlap;
        finding.severity = timeline::Severity::kHint;
        finding.line = run.steps[0].line;
        finding.start_ns = taken.front().second->from_ns;
        finding.end_ns = taken.back().second->from_ns + taken.back().second->waited_ns;
        finding.saved_ns = sum_ns - most_ns;
        finding.tasks.push_back(track.task);
        finding.title = track.name + " awaits " + std::to_string(taken.size()) +
                        " calls one after the other (lines " +
                        std::to_string(taken.front().first->line) + " to " +
                        std::to_string(taken.back().first->line) + "): together they would take " +
                        span(most_ns) + " instead of " + span(sum_ns) + ".";
        finding.explanation =
            "No later call uses what an earlier one gives. If none needs what "
            "another does either, they can wait at the same time.";
        std::string fix;
        for (const auto& [each, visit] : taken) {
          fix += (fix.empty() ? "" : ", ") + each->call;
          finding.evidence.push_back({visit->from_ns,
                                      visit->event,
                                      track.task,
                                      each->line,
                                      each->call + " waited " + span(visit->waited_ns)});
        }
        finding.fix = "Write `await asyncio.gather(" + fix + ")`.";
        findings.push_back(std::move(finding));
        break;
      }
    }
  }
  return findings;
}

}  // namespace simul::session

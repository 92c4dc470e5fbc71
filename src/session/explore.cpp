#include "session/explore.hpp"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/json.hpp"
#include "base/sort.hpp"

namespace simul::session {

namespace {

constexpr std::int64_t kRunAtMost = 20'000'000;  // instructions
constexpr std::size_t kShown = 20;               // endings
constexpr std::size_t kKeptAtMost = 16u << 20;   // bytes of their texts
constexpr std::size_t kLastLines = 20;           // beyond that

std::string how_it_ended(const Run& run) {
  switch (run.status()) {
    case Status::kError: return run.exception();
    case Status::kExit: return "leaves with exit code " + std::to_string(run.exit_code());
    case Status::kDeadlock: {
      std::string out = "stands still for ever";
      for (const std::string& who : run.blocked()) out += "; " + who;
      return out;
    }
    case Status::kLimit: return "is stopped by a limit (" + run.limit() + ")";
    case Status::kStopped: return "had not ended after " + std::to_string(kRunAtMost) + " steps";
    case Status::kOk:
    case Status::kRunning: break;
  }
  return "";
}

std::vector<std::string> sorted(std::vector<std::string> lines) {
  sort_stably(lines);
  return lines;
}

std::string in_words(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace

Explorer::Explorer(std::shared_ptr<const bytecode::CodeObject> code,
                   std::string source,
                   std::string filename,
                   Settings settings,
                   std::uint64_t seeds)
    : code_(std::move(code))
    , source_(std::move(source))
    , filename_(std::move(filename))
    , settings_(std::move(settings))
    , seeds_(std::max<std::uint64_t>(1, seeds)) {
  settings_.max_events = 0;
}

void Explorer::advance(std::int64_t instructions) {
  constexpr std::int64_t kSmallest = 2'000;  // what making a run costs, at least
  while (instructions > 0 && !finished()) {
    if (run_ == nullptr) {
      settings_.switch_seed = done_ + 1;
      run_ = std::make_unique<Run>(
          code_, source_, filename_, settings_, std::make_unique<asyncio::VirtualClock>());
      left_ = kRunAtMost;
      instructions -= kSmallest;
    }
    const std::int64_t piece = std::clamp<std::int64_t>(instructions, 1, 20'000);
    static_cast<void>(run_->advance_virtual(piece));
    instructions -= piece;
    left_ -= piece;
    if (!run_->finished() && left_ <= 0) run_->stop();
    if (!run_->finished()) continue;
    note(*run_);
    run_ = nullptr;
    ++done_;
    // One thread, one order.
    if (!threads_) seeds_ = done_;
  }
}

void Explorer::note(const Run& run) {
  threads_ = threads_ || run.had_threads();
  Ending ending{run.status(), how_it_ended(run), {}, done_ + 1, 1, 1};
  std::string whole = ending.how + "\n";
  for (const OutputLine& line : run.lines()) {
    ending.lines.push_back(line.text);
    whole += line.text + "\n";
  }
  // What prints a great deal is told apart by its end.
  if (kept_ + whole.size() > kKeptAtMost && ending.lines.size() > kLastLines) {
    ending.lines.erase(ending.lines.begin(),
                       ending.lines.end() - static_cast<std::ptrdiff_t>(kLastLines));
    whole.resize(std::min<std::size_t>(whole.size(), kLastLines));
    for (const std::string& line : ending.lines) whole += line + "\n";
  }
  const auto [at, fresh] = known_.try_emplace(whole, orders_.size());
  if (!fresh) {
    ++orders_[at->second].count;
    return;
  }
  kept_ += 2 * whole.size();
  orders_.push_back(std::move(ending));
}

std::vector<Ending> Explorer::endings() const {
  std::vector<Ending> out;
  std::unordered_map<std::string, std::size_t> known;
  for (const Ending& each : orders_) {
    std::string parts = each.how + "\n";
    for (const std::string& line : sorted(each.lines)) parts += line + "\n";
    const auto [at, fresh] = known.try_emplace(std::move(parts), out.size());
    if (fresh) {
      out.push_back(each);
      continue;
    }
    out[at->second].count += each.count;
    ++out[at->second].orders;
  }
  sort_stably(out, [](const Ending& a, const Ending& b) {
    return a.count != b.count ? a.count > b.count : a.first_seed < b.first_seed;
  });
  return out;
}

std::string Explorer::sentence() const {
  if (done_ == 0) return "No run has come to its end yet.";
  if (!threads_)
    return "This program starts no thread: one thread has one order, whatever the seed.";
  const std::string seeds = done_ == 1 ? "1 seed" : in_words(done_) + " seeds";
  const std::vector<Ending> all = endings();
  if (all.size() == 1) return "All of " + seeds + " end the same way.";
  std::uint64_t stuck = 0;
  for (const Ending& each : all)
    if (each.status == Status::kDeadlock) stuck += each.count;
  std::string out = seeds + ", " + in_words(all.size()) + " different endings";
  if (stuck != 0)
    out += "; " + in_words(stuck) + (stuck == 1 ? " stands" : " stand") + " still for ever";
  return out + ".";
}

std::string telling(const Ending& ending, const std::vector<Ending>& all) {
  std::string out = ending.how;
  for (const std::string& line : ending.lines) {
    const bool common =
        all.size() > 1 && std::all_of(all.begin(), all.end(), [&](const Ending& each) {
          return std::find(each.lines.begin(), each.lines.end(), line) != each.lines.end();
        });
    if (common || line.empty()) continue;
    if (!out.empty()) out += " | ";
    out += line;
  }
  if (out.empty()) out = all.size() > 1 ? "none of the others' lines" : "prints nothing";
  constexpr std::size_t kMost = 160;
  if (out.size() > kMost) {
    std::size_t end = kMost;
    while ((static_cast<unsigned char>(out[end]) & 0xC0) == 0x80) --end;
    out = out.substr(0, end) + "…";
  }
  return out;
}

std::string exploration_text(const Explorer& explorer) {
  const std::vector<Ending> all = explorer.endings();
  std::string out = explorer.sentence() + "\n";
  for (std::size_t i = 0; i < std::min(all.size(), kShown); ++i) {
    const std::string count = in_words(all[i].count);
    out += std::string(count.size() < 8 ? 8 - count.size() : 0, ' ') + count + "  seed " +
           std::to_string(all[i].first_seed) + ": " + telling(all[i], all);
    if (all[i].orders > 1) out += " (in " + in_words(all[i].orders) + " orders)";
    out += "\n";
  }
  if (all.size() > kShown) out += "     and " + in_words(all.size() - kShown) + " endings more\n";
  return out;
}

std::string exploration_json(const Explorer& explorer, bool each_order) {
  const std::vector<Ending> all = each_order ? explorer.orders() : explorer.endings();
  const std::size_t shown = each_order ? all.size() : std::min(all.size(), kShown);
  JsonWriter json;
  json.begin_object().key("done").value(static_cast<double>(explorer.done()));
  json.key("seeds").value(static_cast<double>(explorer.seeds()));
  json.key("finished").value(explorer.finished());
  json.key("sentence").value(explorer.sentence());
  json.key("more").value(static_cast<double>(all.size() - shown));
  json.key("endings").begin_array();
  for (std::size_t i = 0; i < shown; ++i) {
    const Ending& each = all[i];
    json.begin_object().key("count").value(static_cast<double>(each.count));
    json.key("seed").value(static_cast<double>(each.first_seed));
    json.key("status").value(word(each.status));
    json.key("text").value(telling(each, all));
    json.key("orders").value(static_cast<double>(each.orders));
    json.key("lines").begin_array();
    for (const std::string& line : each.lines) json.value(line);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return json.text();
}

}  // namespace simul::session

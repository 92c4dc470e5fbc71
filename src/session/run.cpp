#include "session/run.hpp"

#include <algorithm>

#include "models/one_by_one.hpp"
#include "session/overlap.hpp"

namespace simul::session {

namespace {
// A program that prints without end, or without a newline, is stopped by size too.
constexpr int kMarks = 3;  // the stream of marks, which no output shows
constexpr std::size_t kMaxOutputBytes = 16u << 20;
}  // namespace

std::string_view word(Status status) {
  switch (status) {
    case Status::kRunning: return "running";
    case Status::kOk: return "ok";
    case Status::kError: return "error";
    case Status::kExit: return "exit";
    case Status::kDeadlock: return "deadlock";
    case Status::kLimit: return "limit";
    case Status::kStopped: return "stopped";
  }
  return "";
}

Run::Run(std::shared_ptr<const bytecode::CodeObject> code,
         std::string source,
         std::string filename,
         const Settings& settings,
         std::unique_ptr<asyncio::Clock> clock,
         std::string_view warnings)
    : code_(std::move(code))
    , source_(std::move(source))
    , filename_(std::move(filename))
    , warnings_(warnings)
    , settings_(settings)
    , clock_(std::move(clock))
    , recorder_(settings.max_events)
    , model_(recorder_.trace())
    , watch_(recorder_, model_)
    , line_breaks_(*code_)
    , history_(model_)
    , typed_(settings.typed) {
  write(2, warnings);
  vm::ProgramOptions options;
  options.filename = filename_;
  options.source = source_;
  options.seed = settings_.seed;
  options.switch_seed = settings_.switch_seed;
  options.cost_ns = settings_.cost_ns;
  options.modules = settings_.modules;
  options.files = settings_.files;
  program_ = std::make_unique<vm::Program>(
      line_breaks_.code(), std::move(options), static_cast<vm::Host&>(*this), *clock_, &watch_);
  program_->vm().line_breaks = &line_breaks_;
  watch_.stop_now = [this] { program_->vm().stop_now(); };
}

Run::Run(std::shared_ptr<const bytecode::CodeObject> code,
         std::string source,
         std::string filename,
         const trace::Trace& recorded,
         std::string by)
    : code_(std::move(code))
    , source_(std::move(source))
    , filename_(std::move(filename))
    , recorded_by_(std::move(by))
    , clock_(std::make_unique<asyncio::VirtualClock>())
    , recorder_(recorded.events.size())
    , model_(recorder_.trace())
    , watch_(recorder_, model_)
    , line_breaks_(*code_)
    , history_(model_) {
  for (const asyncio::Event& event : recorded.events) {
    recorder_.on_event(event, recorded.text_of(event));
    if (event.kind == asyncio::EventKind::kOutput && event.detail != kMarks)
      keep({event.time_ns, event.detail, event.line, std::string(recorded.text_of(event))});
  }
  static_cast<void>(recorder_.trace());  // the model reads it
  model_.update();
  status_ = Status::kOk;
  end_ns_ = model_.end_ns();
}

Run::~Run() {
  retire();
}

// What dies with the program may still have something to say, to nobody.
void Run::retire() {
  deaf_ = true;
  program_ = nullptr;
}

vm::Progress Run::advance(std::int64_t instructions) {
  vm::Progress progress;
  if (finished()) {
    progress.kind = vm::Progress::Kind::kFinished;
    return progress;
  }
  progress = program_->advance(instructions);
  static_cast<void>(recorder_.trace());  // the model reads it
  model_.update();
  if (const std::uint32_t line = line_breaks_.take_hit(); line != 0) {
    watch_.line_hit(line, run_to_);
    if (run_to_.contains(line)) run_to_line(0);
  }
  using Kind = vm::Progress::Kind;
  if (!limit_.empty()) {
    finish(Status::kLimit);
  } else if (progress.kind == Kind::kFinished) {
    exit_code_ = program_->exit_code();
    exception_ = program_->exception();
    finish(exit_code_ == 0 ? Status::kOk : program_->exited() ? Status::kExit : Status::kError);
  } else if (progress.kind == Kind::kDeadlock) {
    blocked_tasks_ = progress.waiting;
    why_ = progress.why;
    if (progress.threads.empty() || progress.waiting.front() != "main thread")
      blocked_ = progress.waiting;
    blocked_.insert(blocked_.end(), progress.threads.begin(), progress.threads.end());
    finish(Status::kDeadlock);
  } else if (progress.kind == Kind::kLimit) {
    limit_ = "memory";
    finish(Status::kLimit);
  }
  if (finished()) progress.kind = Kind::kFinished;
  return progress;
}

bool Run::advance_virtual(std::int64_t instructions) {
  // Small enough that a stop is never far away, large enough that the cost of coming back does not
  // count.
  constexpr std::int64_t kPiece = 20'000;
  using Kind = vm::Progress::Kind;
  for (; instructions > 0 && !finished(); instructions -= kPiece) {
    vm::Progress progress = advance(std::min(instructions, kPiece));
    if (watch_.take_came_back() || hit() || asking()) break;
    if (progress.kind != Kind::kWaiting && progress.kind != Kind::kBlocked) continue;
    if (progress.due_ns > settings_.virtual_limit_ns) {
      clock_->wait_until(settings_.virtual_limit_ns, 0);
      limit_ = "virtual time";
      finish(Status::kLimit);
      break;
    }
    clock_->wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
  }
  return finished();
}

void Run::set_breakpoints(std::vector<Breakpoint> breakpoints) {
  for (Breakpoint& each : breakpoints) {
    if (each.kind != Breakpoint::Kind::kLine) continue;
    if (const std::uint32_t line = line_breaks_.nearest(each.line); line != 0) each.line = line;
  }
  watch_.set_breakpoints(std::move(breakpoints));
  mark_lines();
}

void Run::run_to_line(std::uint32_t line) {
  run_to_.clear();
  if (line != 0) run_to_.insert(std::max(line, line_breaks_.nearest(line)));
  mark_lines();
}

void Run::mark_lines() {
  std::set<std::uint32_t> lines = run_to_;
  for (const Breakpoint& each : watch_.breakpoints())
    if (each.kind == Breakpoint::Kind::kLine) lines.insert(each.line);
  line_breaks_.set(lines);
}

void Run::stop() {
  if (!finished()) finish(Status::kStopped);
}

void Run::finish(Status status) {
  static_cast<void>(recorder_.trace());  // the model reads it
  model_.update();
  status_ = status;
  end_ns_ = clock_->now_ns();
  if (status != Status::kOk || trace().dropped > 0) return;
  models::OneByOne sum = models::one_by_one(trace());
  if (!sum.cut_short) one_by_one_ns_ = sum.total_ns;
}

void Run::write(int stream, std::string_view text) {
  if (deaf_ || !limit_.empty() || text.empty()) return;
  bytes_ += text.size();
  if (program_ != nullptr) program_->vm().flush_charge();
  Written written{
      clock_->now_ns(), stream, program_ ? program_->running_line() : 0, std::string(text)};

  asyncio::Event event;
  event.kind = asyncio::EventKind::kOutput;
  event.time_ns = written.time_ns;
  // A thread's words are not those of the task whose step it interrupts.
  event.subject = program_ && program_->in_thread() ? 0 : recorder_.running();
  event.detail = static_cast<std::uint8_t>(stream);
  event.line = written.line;
  watch_.on_event(event, text);
  if (stream != kMarks) keep(std::move(written));
  if (out_lines_ > settings_.max_lines || bytes_ > kMaxOutputBytes) limit_ = "output";
}

Run::Read Run::read_line(std::string& line) {
  if (settings_.read_line) return settings_.read_line(line);
  if (!settings_.asks) return Read::kNone;
  asking_ = next_typed_ == typed_.size();
  // As often as it asked in the run that this one repeats.
  if (asking_ || asked_ < typed_[next_typed_].asked) {
    ++asked_;
    return Read::kLater;
  }
  asked_ = 0;
  const Typed& typed = typed_[next_typed_];
  if (typed.end) return Read::kEnd;
  line = typed.line;
  ++next_typed_;
  return Read::kLine;
}

std::string Run::question() const {
  return open_line_[0] == kNoLine ? "" : lines_[open_line_[0]].text;
}

void Run::answer(std::string line) {
  if (!asking()) return;
  line.resize(std::min(line.find_first_of("\r\n"), line.size()));
  // A terminal shows what is typed, and the next line begins below.
  put_in_lines({clock_->now_ns(), 1, program_->running_line(), line + "\n"});
  typed_.push_back({std::move(line), false, asked_});
}

void Run::end_input() {
  if (asking()) typed_.push_back({"", true, asked_});
}

void Run::keep(Written written) {
  put_in_lines(written);
  written_.push_back(std::move(written));
}

void Run::put_in_lines(const Written& written) {
  const int stream = written.stream;
  std::size_t& open = open_line_[stream == 2];
  for (std::string_view rest = written.text; !rest.empty();) {
    std::size_t newline = rest.find('\n');
    if (open == kNoLine) {
      open = lines_.size();
      lines_.push_back({written.time_ns, stream, written.line, true, ""});
    }
    OutputLine& line = lines_[open];
    line.text += rest.substr(0, newline);
    line.time_ns = written.time_ns;
    if (newline == std::string_view::npos) break;
    line.open = false;
    open = kNoLine;
    rest.remove_prefix(newline + 1);
    if (stream == 1) ++out_lines_;
  }
}

std::vector<timeline::Finding> Run::diagnose() const {
  const bool over = finished() && status_ != Status::kStopped && status_ != Status::kLimit;
  std::vector<timeline::Finding> findings =
      timeline::diagnose(model_, history_, {.finished = over});
  for (timeline::Finding& hint : could_overlap(await_runs(source_), model_, history_))
    findings.push_back(std::move(hint));
  return findings;
}

Lateness Run::lateness() const {
  using Kind = asyncio::EventKind;
  const std::vector<asyncio::Event>& events = trace().events;
  std::vector<std::int64_t>& late = late_.late_ns;
  const std::size_t known = late.size();
  for (; late_.read < events.size(); ++late_.read) {
    const asyncio::Event& event = events[late_.read];
    if (event.kind == Kind::kHandleEnded || event.kind == Kind::kBlockingEnded)
      late_.free_ns = event.time_ns;
    if (event.kind != Kind::kTimerFired || event.due_ns < late_.free_ns) continue;
    late.push_back(std::max<std::int64_t>(0, event.time_ns - event.due_ns));
  }
  if (late.size() == known) return late_.answer;
  const auto ms = [&](std::size_t percent) {
    const auto at = late.begin() + static_cast<std::ptrdiff_t>((late.size() - 1) * percent / 100);
    std::nth_element(late.begin(), at, late.end());
    return static_cast<double>(*at) / 1e6;
  };
  late_.answer = {static_cast<std::uint32_t>(late.size()), ms(50), ms(90), ms(100)};
  return late_.answer;
}

}  // namespace simul::session

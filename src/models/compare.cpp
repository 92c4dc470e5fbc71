#include "models/compare.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "models/loop_lanes.hpp"

namespace simul::models {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

std::string number(double value, const char* unit) {
  char text[48];
  // Three figures, and no zeros behind the point that say nothing.
  const int behind = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  std::snprintf(text, sizeof text, "%.*f", behind, value);
  std::string out = text;
  if (out.find('.') != std::string::npos) {
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
  }
  return out + " " + unit;
}

std::int64_t& sum(Schedule& schedule, Doing doing) {
  return schedule.sums_ns[static_cast<std::size_t>(doing)];
}

// So near to each other that a model's costs decide and not the program.
bool alike(std::int64_t a, std::int64_t b) {
  const auto larger = static_cast<double>(std::max(a, b));
  return std::abs(static_cast<double>(a - b)) <= std::max(2e6, 0.01 * larger);
}

Way best(const Comparison& result) {
  std::int64_t least = -1;
  for (const Outcome& each : result.outcomes)
    if (each.refused.empty() && (least < 0 || each.schedule.total_ns < least))
      least = each.schedule.total_ns;
  // Of those that are as fast as the fastest: the one that needs least.
  for (const Outcome& each : result.outcomes)
    if (each.refused.empty() && alike(each.schedule.total_ns, least)) return each.way;
  return Way::kLoop;
}

std::string reason(Comparison& result, const Options& options) {
  auto of = [&](Way way) -> Outcome& { return result.outcomes[static_cast<std::size_t>(way)]; };
  auto total = [&](Way way) { return of(way).schedule.total_ns; };
  Schedule& loop = of(Way::kLoop).schedule;
  const std::string computing = span_words(sum(loop, Doing::kComputing));
  const std::string tasks = std::to_string(result.tasks);
  switch (result.winner) {
    case Way::kOneByOne:
      if (sum(loop, Doing::kComputing) > sum(loop, Doing::kSleeping))
        return "Nothing is won here: the work is computing, and without a second core only one can "
               "compute at a time. The plain way is as fast as any.";
      return "Nothing is won here: no two waits of this program overlap, so the plain way, one "
             "after another, is as fast as any.";
    case Way::kLoop: {
      std::string words = "One loop wins here: " + span_words(total(Way::kOneByOne)) +
                          " of work one after another become " + span_words(total(Way::kLoop)) +
                          ", as everybody’s waiting overlaps.";
      if (of(Way::kThreads).refused.empty() && alike(total(Way::kThreads), total(Way::kLoop))) {
        // What a few threads take beside the loop's tasks is lost among the rest of the process.
        const std::string threads = bytes_words(of(Way::kThreads).memory_bytes);
        const std::string one_loop = bytes_words(of(Way::kLoop).memory_bytes);
        words +=
            " Threads would take as long" +
            (threads == one_loop ? "." : ", with " + threads + " instead of " + one_loop + ".");
      }
      return words;
    }
    case Way::kThreads:
      if (sum(loop, Doing::kBlocking) > 0)
        return "Threads win here: a blocking call gives up the GIL, so all can be in theirs at "
               "once; on one loop each of them holds up everybody (" +
               span_words(sum(loop, Doing::kBlocking)) + " in all).";
      return "Threads win here: what the others must do in turn overlaps.";
    case Way::kProcesses:
      if (sum(loop, Doing::kComputing) > sum(loop, Doing::kBlocking))
        return "Processes win here: " + computing + " of computing is shared by " +
               std::to_string(options.cores) + " cores. With one GIL, as on one loop, only one " +
               "task computes at a time.";
      return "Processes win here: their blocking calls and their computing overlap.";
  }
  return "";
}

void assume(Comparison& result, const Options& options) {
  auto rule = [&](std::string text) { result.assumptions.push_back({std::move(text), ""}); };
  auto value = [&](std::string text, std::string value) {
    result.assumptions.push_back({std::move(text), std::move(value)});
  };
  rule(
      "The loop’s lanes are the run itself. The other three are models: what each task computed, "
      "slept and blocked in this run, put under other rules.");
  rule(
      "One after another: whoever sleeps or blocks keeps everybody waiting. The total is the sum "
      "of all work: exact.");
  rule(
      "Every task becomes one thread or one process; what asyncio.run() runs is the main one’s. "
      "asyncio.sleep() becomes time.sleep(), awaiting a task becomes joining it.");
  rule(
      "A blocking call gives up the GIL and the core. Computing holds them; a comment "
      "“# computing” behind a blocking call says that it stands for computing.");
  rule(
      "A thread that wants the GIL gets it when its holder blocks, or after the switch interval. "
      "Who is next among several is drawn by the seed.");
  value("Switch interval of the GIL", span_words(options.switch_interval_ns));
  value("Seed of the switches", std::to_string(options.seed));
  value("The GIL goes to another thread", span_words(options.thread_switch_ns));
  value("A thread is started", span_words(options.thread_start_ns));
  value("Cores", std::to_string(options.cores));
  value("A process is started by fork, as on Linux (its parent waits)",
        span_words(options.process_start_ns));
  value("until it comes to its first line (by spawn, as on Windows and macOS, about 80 ms)",
        span_words(options.process_boot_ns));
  value("An item or a result goes to another process", span_words(options.transfer_ns));
  value("Time slice of the system, for processes that share a core",
        span_words(options.time_slice_ns));
  value("Memory of the interpreter", bytes_words(options.base_bytes));
  value("of a task, of a thread, of a process",
        bytes_words(options.task_bytes) + ", " + bytes_words(options.thread_bytes) + ", " +
            bytes_words(options.process_bytes));
}

void remark(Comparison& result, const Workload& work) {
  if (work.cut_short)
    result.notes.push_back(
        "A wait of " + work.first_cut +
        " was ended early, by a timeout, a cancellation or the end of the program. Nobody can do "
        "that to a thread or a process from outside: in the models it lasts as long as it did in "
        "the run, so they are no more than a hint here.");
  if (work.first_of)
    result.notes.push_back(
        "The program went on when the first of several was done. Who is first can be another under "
        "other rules; the models keep who it was.");
  if (work.shared)
    result.notes.push_back(
        "Tasks share locks, queues or signals. The models keep how often each task takes and gives "
        "and who gets which item; and between processes nothing is shared by itself.");
  if (work.from_outside)
    result.notes.push_back(
        "It waited for threads or for the network: these waits last as long as they did in the "
        "run.");
  if (work.stated > 0)
    result.notes.push_back(std::to_string(work.stated) +
                           (work.stated == 1 ? " blocking call stands" : " blocking calls stand") +
                           " for computing, as a comment says.");
  for (const Outcome& each : result.outcomes)
    if (each.schedule.coarse)
      result.notes.push_back(std::string("There are very many switches on ") + word(each.way) +
                             ": they are drawn together, their cost is counted in full.");
}

void refuse(Outcome& outcome) {
  const std::vector<std::string>& stuck = outcome.schedule.stuck;
  if (stuck.empty()) return;
  std::string who;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, stuck.size()); ++i)
    who += (who.empty() ? "" : ", ") + stuck[i];
  if (stuck.size() > 3) who += " and " + std::to_string(stuck.size() - 3) + " more";
  outcome.refused = "Under these rules nobody could go on: " + who + " would wait for ever.";
}

}  // namespace

const char* word(Way way) {
  switch (way) {
    case Way::kOneByOne: return "one after another";
    case Way::kLoop: return "one event loop";
    case Way::kThreads: return "threads, one GIL";
    case Way::kProcesses: return "processes";
  }
  return "";
}

const char* key(Way way) {
  switch (way) {
    case Way::kOneByOne: return "one_by_one";
    case Way::kLoop: return "loop";
    case Way::kThreads: return "threads";
    case Way::kProcesses: return "processes";
  }
  return "";
}

Rules rules_of(Way way, const Options& options) {
  Rules rules;
  rules.seed = options.seed;
  switch (way) {
    case Way::kOneByOne: rules.keeps_asleep = rules.keeps_blocking = rules.nested = true; break;
    case Way::kLoop: rules.keeps_blocking = true; break;
    case Way::kThreads:
      rules.seeded = true;
      rules.slice_ns = std::max<std::int64_t>(1'000, options.switch_interval_ns);
      rules.switch_ns = options.thread_switch_ns;
      rules.start_ns = options.thread_start_ns;
      break;
    case Way::kProcesses:
      rules.processors = std::clamp(options.cores, 1, 64);
      rules.slice_ns = std::max<std::int64_t>(100'000, options.time_slice_ns);
      rules.start_ns = options.process_start_ns;
      rules.boot_ns = options.process_boot_ns;
      rules.hand_over_ns = options.transfer_ns;
      break;
  }
  return rules;
}

std::int64_t memory_of(Way way, std::size_t alive, const Options& options) {
  const auto more = static_cast<std::int64_t>(alive > 0 ? alive - 1 : 0);
  switch (way) {
    case Way::kOneByOne: return options.base_bytes;
    case Way::kLoop: return options.base_bytes + more * options.task_bytes;
    case Way::kThreads: return options.base_bytes + more * options.thread_bytes;
    case Way::kProcesses: return options.base_bytes + more * options.process_bytes;
  }
  return 0;
}

Comparison compare(const trace::Trace& trace,
                   const std::set<std::uint32_t>& computing_lines,
                   const Options& options) {
  Comparison result;
  for (std::size_t i = 0; i < kWays; ++i) result.outcomes[i].way = static_cast<Way>(i);
  if (trace.dropped > 0) {
    result.refused = "This run is too long to be taken apart: not all of its events were kept.";
    return result;
  }
  const Workload work = read_workload(trace, computing_lines);
  for (const TaskWork& task : work.tasks)
    if (task.task != 0 && !task.inner) ++result.tasks;
  for (Outcome& each : result.outcomes) {
    each.model = each.way != Way::kLoop;
    each.schedule = each.model ? schedule(work, rules_of(each.way, options))
                               : loop_lanes(trace, work, computing_lines);
    each.memory_bytes = memory_of(each.way, each.schedule.alive_most, options);
    refuse(each);
  }
  result.loop_again_ns = schedule(work, rules_of(Way::kLoop, options)).total_ns;
  result.winner = best(result);
  result.sentence = reason(result, options);
  remark(result, work);
  const std::int64_t took_ns =
      result.outcomes[static_cast<std::size_t>(Way::kLoop)].schedule.total_ns;
  if (!alike(result.loop_again_ns, took_ns))
    result.notes.push_back("The loop’s own rules, put to this work as the others’ are, give " +
                           span_words(result.loop_again_ns) + " where the run took " +
                           span_words(took_ns) + ": so far the models may be off.");
  assume(result, options);
  return result;
}

Workload mixed_work(const Mix& mix, double computing) {
  Workload work;
  const int tasks = std::clamp(mix.tasks, 1, 200), rounds = std::clamp(mix.rounds, 1, 100);
  const auto compute = static_cast<std::int64_t>(
      std::llround(std::clamp(computing, 0.0, 1.0) * static_cast<double>(mix.each_ns)));
  const std::int64_t wait = mix.each_ns - compute;
  TaskWork main;
  main.name = "main";
  main.end_flag = work.flags++;
  work.tasks.push_back(std::move(main));
  work.waits.emplace_back();
  for (int i = 0; i < tasks; ++i) {
    TaskWork task;
    task.task = static_cast<trace::Id>(i + 1);
    task.name = "task " + std::to_string(i + 1);
    task.end_flag = work.flags++;
    // What is left over by the division is in the last round.
    for (int r = 0; r < rounds; ++r) {
      const std::int64_t c = compute / rounds + (r == rounds - 1 ? compute % rounds : 0);
      const std::int64_t w = wait / rounds + (r == rounds - 1 ? wait % rounds : 0);
      if (c > 0) task.parts.push_back({PartKind::kCompute, 0, 0, c});
      if (w > 0) task.parts.push_back({PartKind::kSleep, 0, 0, w});
    }
    work.waits[0].push_back({task.end_flag, 0});
    work.tasks.push_back(std::move(task));
    work.tasks[0].parts.push_back({PartKind::kSpawn, static_cast<std::uint32_t>(i + 1), 0, 0});
  }
  work.tasks[0].parts.push_back({PartKind::kAwait, 0, 0, 0});
  return work;
}

MixResult mix(const Mix& mix, int steps, const Options& options) {
  MixResult result;
  steps = std::clamp(steps, 1, 200);
  for (int i = 0; i <= steps; ++i) {
    MixPoint point;
    point.computing = static_cast<double>(i) / steps;
    const Workload work = mixed_work(mix, point.computing);
    for (std::size_t way = 0; way < kWays; ++way)
      point.total_ns[way] = schedule(work, rules_of(static_cast<Way>(way), options)).total_ns;
    result.points.push_back(point);
  }
  // Where two lines cross between two points: a straight line between them.
  for (std::size_t i = 1; i < result.points.size(); ++i) {
    const MixPoint& before = result.points[i - 1];
    const MixPoint& after = result.points[i];
    for (std::size_t a = 0; a < kWays; ++a) {
      for (std::size_t b = a + 1; b < kWays; ++b) {
        const auto was = static_cast<double>(before.total_ns[a] - before.total_ns[b]);
        const auto is = static_cast<double>(after.total_ns[a] - after.total_ns[b]);
        if ((was < 0) == (is < 0) || was == 0) continue;
        // Lines that lie on each other cross nowhere.
        if (alike(before.total_ns[a], before.total_ns[b]) &&
            alike(after.total_ns[a], after.total_ns[b]))
          continue;
        const double part = was / (was - is);
        result.crossings.push_back({before.computing + part * (after.computing - before.computing),
                                    static_cast<Way>(was < 0 ? b : a),
                                    static_cast<Way>(was < 0 ? a : b)});
      }
    }
  }
  return result;
}

std::string bytes_words(std::int64_t bytes) {
  const auto value = static_cast<double>(bytes);
  if (value >= 1e9) return number(value / 1e9, "GB");
  if (value >= 1e6) return number(value / 1e6, "MB");
  return number(value / 1e3, "KB");
}

std::string span_words(std::int64_t ns) {
  if (ns < 0) return "-" + span_words(-ns);
  const auto value = static_cast<double>(ns);
  if (ns < 1'000) return std::to_string(ns) + " ns";
  // What rounds to a thousand of a unit is one of the next.
  if (ns < 999'500) return number(value / 1e3, "µs");
  if (ns < 999'500'000) return number(value / 1e6, "ms");
  if (ns < 59'950'000'000) return number(value / 1e9, "s");
  std::int64_t s = (ns + kSecond / 2) / kSecond;
  std::string out;
  const auto add = [&](std::int64_t count, const char* unit) {
    if (count > 0) out += (out.empty() ? "" : " ") + std::to_string(count) + " " + unit;
  };
  add(s / 3600, "h");
  add(s / 60 % 60, "min");
  add(s % 60, "s");
  return out;
}

}  // namespace simul::models

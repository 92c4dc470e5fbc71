#include "session/run.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "session/build.hpp"
#include "session/host.hpp"
#include "session/hostile.hpp"
#include "support/hostile_patterns.hpp"
#include "support/hostile_scenario.hpp"
#include "trace/text.hpp"

namespace simul::session {
namespace {

std::unique_ptr<Run> start(const std::string& text, Settings settings = {.cost_ns = 0}) {
  Build built = build(text, "main.py");
  EXPECT_NE(built.code, nullptr) << (built.diagnostics.empty() ? "" : built.diagnostics[0].message);
  return std::make_unique<Run>(built.code,
                               text,
                               "main.py",
                               settings,
                               std::make_unique<asyncio::VirtualClock>(),
                               warnings_text(built.warnings, text, "main.py"));
}
std::unique_ptr<Run> run(const std::string& text, Settings settings = {.cost_ns = 0}) {
  auto run = start(text, settings);
  run->advance_virtual(50'000'000);
  return run;
}

TEST(Run, TwoRunsGiveOneTraceByteForByte) {
  EXPECT_EQ(trace::to_text(run(kThreeWorkers)->trace()),
            trace::to_text(run(kThreeWorkers)->trace()));
}

TEST(Run, ThePictureShowsWhoSleptAndNobodyIsEverShownRunningWhileWaiting) {
  auto done = run(kThreeWorkers);
  std::string names;
  for (const timeline::Track& track : done->model().tracks()) {
    names += track.name + " ";
    for (const timeline::Slice& slice : track.slices) {
      if (slice.state == timeline::State::kRunning) {
        EXPECT_EQ(slice.start_ns, slice.end_ns);
      }
    }
  }
  EXPECT_EQ(names, "Event loop main A B C ");
}

// Three calls on one line are three places, and a coroutine that the library called has none.
TEST(Run, ATaskKnowsWhichCallOfTheProgramMadeItsCoroutine) {
  auto made = [](const std::string& text) {
    auto done = run(text);
    std::string out;
    for (const timeline::Track& track : done->model().tracks()) {
      if (track.task == 0) continue;
      out += track.coroutine + " " + std::to_string(track.made_line) + ":" +
             std::to_string(track.made_column) + "\n";
    }
    return out;
  };
  EXPECT_EQ(made(kThreeWorkers), "main 11:13\nworker 9:26\nworker 9:44\nworker 9:62\n");
  EXPECT_EQ(made("import asyncio\n"
                 "async def f(x): pass\n"
                 "async def main():\n"
                 "    later = f(\n"
                 "        1)\n"
                 "    await asyncio.create_task(later)\n"
                 "    await asyncio.gather(*map(f, [1]))\n"
                 "asyncio.run(main())\n"),
            "main 8:13\nf 4:13\nf 0:0\n");
}

TEST(Run, ALineIsStampedWithTheWriteThatCompletedIt) {
  auto done =
      run("import time\nprint('a', end='')\ntime.sleep(1)\nprint('b')\nprint('open', end='')\n");
  EXPECT_EQ(output(*done), "1.000 ab\n1.000 open\n");
  EXPECT_FALSE(done->lines()[0].open);
  EXPECT_TRUE(done->lines()[1].open);
}

TEST(Run, AMarkOfTheProgramIsOnTheAxisAndNotInTheOutput) {
  auto done = run("import time, _simul\ntime.sleep(1)\n_simul.mark('half way')\nprint('b')\n");
  EXPECT_EQ(output(*done), "1.000 b\n");
  const auto& marks = done->model().marks();
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].kind, timeline::MarkKind::kProgram);
  EXPECT_EQ(marks[0].time_ns, 1'000'000'000);
  EXPECT_EQ(marks[0].line, 3u);
  EXPECT_EQ(done->trace().texts.at(marks[0].text), "half way");
  EXPECT_EQ(marks[1].kind, timeline::MarkKind::kOutput);
}

TEST(Run, AnUncaughtExceptionIsAnErrorWithItsTraceback) {
  auto done = run("def f():\n    return 1 / 0\nf()\n");
  EXPECT_EQ(done->status(), Status::kError);
  EXPECT_EQ(done->exception(), "ZeroDivisionError: division by zero");
  EXPECT_EQ(done->exit_code(), 1);
  EXPECT_EQ(output(*done),
            "0.000 ! Traceback (most recent call last):\n"
            "0.000 !   File \"main.py\", line 3, in <module>\n"
            "0.000 !     f()\n"
            "0.000 !     ~^^\n"
            "0.000 !   File \"main.py\", line 2, in f\n"
            "0.000 !     return 1 / 0\n"
            "0.000 !            ~~^~~\n"
            "0.000 ! ZeroDivisionError: division by zero\n");
}

TEST(Run, WarningsOfTheCompilerStandInStderrBeforeTheProgramsFirstLine) {
  auto done = run("x = 1\nprint(x is 1)\n");
  EXPECT_EQ(done->status(), Status::kOk);
  EXPECT_EQ(output(*done),
            "0.000 ! main.py:2: SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?\n"
            "0.000 !   print(x is 1)\n"
            "0.000 True\n");
}

TEST(Run, AnExitCodeOfTheProgramIsNotAnError) {
  auto done = run("import sys\nsys.exit(3)\n");
  EXPECT_EQ(done->status(), Status::kExit);
  EXPECT_EQ(done->exit_code(), 3);
}

TEST(Run, PrintingWithoutEndIsStoppedAndWhatWasPrintedIsKept) {
  auto done = run("while True:\n    print('x')\n", {.cost_ns = 0, .max_lines = 100});
  EXPECT_EQ(done->status(), Status::kLimit);
  EXPECT_EQ(done->limit(), "output");
  EXPECT_EQ(done->lines().size(), 101u);
}

TEST(Run, ADeadlockSaysWhoWaitsWhere) {
  auto done =
      run("import asyncio\n"
          "async def main():\n"
          "    f = asyncio.get_running_loop().create_future()\n"
          "    await f\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(done->status(), Status::kDeadlock);
  ASSERT_EQ(done->blocked().size(), 1u);
  EXPECT_EQ(done->blocked()[0], "Task-1 main at line 4");
  ASSERT_EQ(done->why().size(), 1u);
  EXPECT_EQ(done->why()[0].line, 4u);
  EXPECT_FALSE(done->why()[0].cycle);
}

TEST(Run, SaysHowLongTheSameWorkWouldTakeOneAfterAnother) {
  EXPECT_EQ(run(kThreeWorkers)->one_by_one_ns(), 3'750 * kMs);
  EXPECT_EQ(run("1 / 0\n")->one_by_one_ns(), -1);
}

TEST(Run, ATimerThatABlockedLoopCollectsLateIsNotTheClocksLateness) {
  auto done =
      run("import asyncio, time\n"
          "async def nap(): await asyncio.sleep(1)\n"
          "async def main():\n"
          "    t = asyncio.create_task(nap())\n"
          "    await asyncio.sleep(0.5)\n"
          "    time.sleep(3)\n"
          "    await t\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(done->lateness().count, 1u);
  EXPECT_EQ(done->lateness().max_ms, 0);
}

// What was read before is not read again: asked at every slice or once at the end, the answer is
// one.
TEST(Run, LatenessIsTheSameHoweverOftenItIsAsked) {
  const std::string program =
      "import asyncio\n"
      "async def nap(n): await asyncio.sleep(n / 100)\n"
      "async def main(): await asyncio.gather(*(nap(n) for n in range(50)))\n"
      "asyncio.run(main())\n";
  auto often = start(program);
  std::uint32_t asked = 0;
  while (!often->finished()) {
    often->advance_virtual(200);
    EXPECT_GE(often->lateness().count, asked);
    asked = often->lateness().count;
  }
  const Lateness at_once = run(program)->lateness(), in_parts = often->lateness();
  EXPECT_GT(at_once.count, 40u);
  EXPECT_EQ(in_parts.count, at_once.count);
  EXPECT_EQ(in_parts.p50_ms, at_once.p50_ms);
  EXPECT_EQ(in_parts.max_ms, at_once.max_ms);
}

TEST(Run, ASleepOfFourDaysEndsAtTheLimitOfVirtualTime) {
  auto done = run("import time\ntime.sleep(350000)\n");
  EXPECT_EQ(done->status(), Status::kLimit);
  EXPECT_EQ(done->limit(), "virtual time");
  EXPECT_EQ(done->end_ns(), 300'000'000'000'000);
}

TEST(Run, ComputingTakesTimeOnlyWhenInstructionsCost) {
  std::string text = "for i in range(1000):\n    pass\n";
  EXPECT_EQ(run(text)->end_ns(), 0);
  EXPECT_GT(run(text, {.cost_ns = 50})->end_ns(), 50'000);
}

// ---- four things that other pictures of event loops get wrong

timeline::State state_of(const Run& run, const std::string& name, std::int64_t time_ns) {
  for (const timeline::Track& track : run.model().tracks())
    if (track.name == name) return timeline::Model::state_at(track, time_ns);
  ADD_FAILURE() << "no task " << name;
  return timeline::State::kIdle;
}

constexpr const char* kBlocked =
    "import asyncio, time\n"
    "async def nap(name, s): await asyncio.sleep(s)\n"
    "async def report():\n"
    "    await asyncio.sleep(0.5)\n"
    "    time.sleep(1.0)\n"
    "async def main(): await asyncio.gather(nap('A', 1), nap('B', 0.5), report())\n"
    "asyncio.run(main())\n";

TEST(Lies, ATaskBehindABlockingCallIsDueOrReadyAndNotRunning) {
  auto done = run(kBlocked);
  EXPECT_EQ(state_of(*done, "A", 900'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "A", 1'250'000'000), timeline::State::kDue);
  // Its sleep ended in the same turn as report's, before it: it has run. What comes later waits.
  for (std::int64_t ms = 1'001; ms < 1'500; ms += 7)
    EXPECT_EQ(state_of(*done, "A", ms * 1'000'000), timeline::State::kDue) << ms;
}

TEST(Lies, ABlockingSleepStopsEverybody) {
  auto done = run(kBlocked);
  for (const timeline::Track& track : done->model().tracks()) {
    if (track.task == 0 || track.name == "report") continue;
    for (const timeline::Slice& slice : track.slices) {
      if (slice.state != timeline::State::kRunning) continue;
      EXPECT_FALSE(slice.start_ns > 510'000'000 && slice.start_ns < 1'490'000'000) << track.name;
    }
  }
  EXPECT_EQ(timeline::Model::state_at(done->model().tracks()[0], 1'000'000'000),
            timeline::State::kBlocking);
}

TEST(Lies, TheSiblingsOfAFailedGatherGoOn) {
  auto done =
      run("import asyncio\n"
          "async def fails(name):\n"
          "    await asyncio.sleep(0.5)\n"
          "    raise ValueError\n"
          "async def nap(name): await asyncio.sleep(2)\n"
          "async def main():\n"
          "    try:\n"
          "        await asyncio.gather(fails('F'), nap('N'))\n"
          "    except ValueError:\n"
          "        pass\n"
          "    await asyncio.sleep(2)\n"
          "asyncio.run(main())\n");
  EXPECT_EQ(state_of(*done, "F", 1'000'000'000), timeline::State::kFailed);
  EXPECT_EQ(state_of(*done, "N", 1'000'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "N", 2'400'000'000), timeline::State::kDone);
}

TEST(Lies, WhoRanWhenStaysVisibleAfterTheEnd) {
  auto done = run(kBlocked);
  ASSERT_TRUE(done->finished());
  std::string order;
  const auto last = done->history().at(done->end_ns());
  for (std::int64_t ms : {0, 250, 700, 1'200, 1'600})
    order += std::to_string(done->history().at(ms * 1'000'000).turn) + " ";
  EXPECT_FALSE(last.turns.empty());
  EXPECT_EQ(state_of(*done, "B", 250'000'000), timeline::State::kSleeping);
  EXPECT_EQ(state_of(*done, "report", 1'000'000'000), timeline::State::kBlocking);
  EXPECT_EQ(order.find("0 "), std::string::npos) << order;
}

TEST(RunOfTheHostile, WhatIsTooLargeIsAMemoryErrorBeforeItIsMade) {
  expect_outcomes({
      {"10**10**8", "MemoryError: an int may have up to 8388608 bits in Simul"},
      {"\"x\" * 10**10", "MemoryError"},
      {"[0] * 10**12", "MemoryError"},
      {"(0,) * 10**12", "MemoryError"},
      {"bytearray(10**10)", "MemoryError"},
      {"b\"x\" * 10**10", "MemoryError"},
      {"range(10**18)[-1]; list(range(10**18))", "MemoryError"},
      {"sorted(range(10**18))", "MemoryError"},
      {"{*range(10**18)}", nullptr},
      {"dict.fromkeys(range(10**18))", nullptr},
      {"print(*range(10**18))", "MemoryError"},
      {"len(range(10**19))", "OverflowError: Python int too large to convert to C ssize_t"},
      {"10**17 in range(10**18); range(10**18).index(5); hash(range(10**18)); range(10**18)[::-1]",
       ""},
      {"f\"{1:99999999999999999999}\"", "ValueError: Too many decimal digits in format string"},
      {"format(1, \"9\" * 10**5)", "ValueError: Too many decimal digits in format string"},
      {"\"a\".center(10**10)", "MemoryError"},
      {"\"a\".ljust(10**10)", "MemoryError"},
      {"\"a\".zfill(10**10)", "MemoryError"},
      {"(\"\\t\" * 10**4).expandtabs(10**6)", "MemoryError"},
      {"(\"a\" * 10**5).replace(\"a\", \"b\" * 10**4)", "MemoryError"},
      {"(\"a\" * 10**5).translate({97: \"b\" * 10**4})", "MemoryError"},
      {"(\"b\" * 10**4).join(\"a\" * 10**5)", "MemoryError"},
      {"repr(\"\\0\" * 5 * 10**7)", "MemoryError"},
      {"(\"ß\" * 10**7).upper() * 2", ""},
      {"memoryview(bytearray(3 * 10**7)).tolist()", "MemoryError"},
      {"(1).to_bytes(10**10, \"big\")", "MemoryError"},
      {"import random; random.sample(range(10**18), 10**9)", "MemoryError"},
      {"import random; random.sample(range(10**18), 10**19)",
       "ValueError: Sample larger than population or is negative"},
      {"import random; random.choices([1, 2], k=10**10)", "MemoryError"},
      {"import random; random.randbytes(10**12)",
       "MemoryError: an int may have up to 8388608 bits in Simul"},
      {"import itertools; itertools.product(range(10**9), repeat=2)", "MemoryError"},
      {"import itertools; itertools.permutations(range(10**9))", "MemoryError"},
      {"import itertools; next(itertools.permutations(range(5), 10**9), None)", ""},
      {"import json; json.dumps([1], indent=10**9)", "MemoryError"},
      {"import struct; struct.pack(\"999999999x\")", "MemoryError"},
      {"import collections; collections.deque([1] * 10) * 10**12", "MemoryError"},
      {"import io; io.BytesIO().write(b\"x\" * 10**9)", "MemoryError"},
  });
}

TEST(RunOfTheHostile, WhatNeverEndsFillsTheMemoryOrIsStopped) {
  expect_outcomes({
      {"import itertools; list(itertools.count())", nullptr},
      {"import itertools; sum(itertools.count())", nullptr},
      {"import itertools; sum(itertools.repeat(1))", nullptr},
      {"import itertools; sorted(itertools.count())", nullptr},
      {"import itertools; set(itertools.count())", nullptr},
      {"import itertools; max(itertools.repeat(1))", nullptr},
      {"import itertools; any(itertools.repeat(0))", nullptr},
      {"import itertools; -1 in itertools.count()", nullptr},
      {"import itertools; a, *b = itertools.count()", nullptr},
      {"import itertools; a, b = itertools.count()",
       "ValueError: too many values to unpack (expected 2)"},
      {"import itertools; print(*itertools.count())", nullptr},
      {"import itertools; bytes(itertools.repeat(1))", nullptr},
      {"import itertools; \",\".join(map(str, itertools.count()))", nullptr},
      {"import itertools; next(itertools.islice(itertools.count(), 10**18, None))", nullptr},
      {"import itertools; next(itertools.chain.from_iterable(itertools.repeat([])))", nullptr},
      {"import itertools; list(itertools.product(range(100), repeat=50))", nullptr},
      {"import itertools; list(itertools.combinations(range(100), 50))", nullptr},
      {"list(iter(int, 1))", nullptr},
      {"x = [1]\nfor i in x: x.append(i)", nullptr},
      {"next(filter(None, iter(int, 1)))", nullptr},
      {"for x in enumerate(iter(int, 1)): pass", nullptr},
      {"def g():\n    while True: yield 1\nsum(g())", nullptr},
      {"def g():\n    while True: yield 'a'\n''.join(g())", nullptr},
      {"def g():\n    n = 0\n    while True:\n        n += 1\n        yield n, n\ndict(g())",
       nullptr},
      {"import collections; collections.deque(iter(int, 1), maxlen=3)", nullptr},
      {"import functools; functools.reduce(lambda a, b: a + b, iter(int, 1))", nullptr},
      {"class A:\n    def __getitem__(self, i): return i\n5.5 in A()", nullptr},
      {"s = 'a'\nwhile True: s += s", "MemoryError"},
      {"s = ''\nwhile True: s += 'x' * 1000", nullptr},
      {"x = []\nwhile True: x = [x]", nullptr},
      {"while True: print('x' * 10**6)", nullptr},
      {"x = int\nwhile True: x = type('A', (x,), {})", nullptr},
      {"class A:\n    def __del__(self): kept.append(self)\nkept = []\nwhile True: A()", nullptr},
      {"class A:\n    def __del__(self):\n        while True: pass\nA()", nullptr},
      {"class A:\n    def __del__(self): A()\nA()", ""},
      {"import asyncio\nasync def f(): await asyncio.gather(f(), f())\nasyncio.run(f())", nullptr},
      {"while True: exec('x = 1')", nullptr},
  });
}

TEST(RunOfTheHostile, ATextIsSearchedInTimeThatGrowsWithItsLength) {
  expect_outcomes({
      {"(\"a\" * 10**5 + \"b\") in (\"a\" * 2 * 10**6) and 1 / 0", ""},
      {"(\"a\" * 10**6).find(\"a\" * 5 * 10**5 + \"b\")", ""},
      {"(\"ab\" * 10**6).rfind(\"b\" + \"ab\" * 5 * 10**5 + \"b\")", ""},
      {"(\"a\" * 10**6).count(\"a\" * 5 * 10**5 + \"b\")", ""},
      {"(\"a\" * 10**6).rpartition(\"a\" * 10**5 + \"ba\" + \"a\" * 10**5)", ""},
      {"(\"a\" * 10**6).replace(\"a\" * 10**5 + \"ba\", \"\")", ""},
      {"(\"a\" * 10**6).split(\"a\" * 1000 + \"b\")", ""},
      {"(b\"a\" * 10**6).rfind(b\"b\" + b\"a\" * 5 * 10**5)", ""},
      {"(\"x\" * 50 + \"y\" * 100).rfind(\"x\" * 40) == 10 or 1 / 0", ""},
      {"(\"x\" * 50 + \"y\" * 100).find(\"x\" * 40 + \"y\" * 5) == 10 or 1 / 0", ""},
      {"exec(\"f(\" + \",\".join(f\"a{i}=1\" for i in range(20000)) + \")\")",
       "NameError: name 'f' is not defined"},
      {"exec(\"f(a=1, b=2, \" + \"a=3, \" * 1000 + \")\")",
       "SyntaxError: keyword argument repeated: a"},
      {"exec(\"x = '\" + \"a\" * 10**6 + \"'\")", ""},
      {"exec(\"#\" + \"a\" * 10**6)", ""},
      {"exec(\"a\" * 10**6)",
       "NameError: name 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
      {"exec(\"\\\\\\n\" * 10**4)", "SyntaxError: unexpected EOF while parsing"},
      {"exec(\";\" * 10**5)", "SyntaxError: invalid syntax"},
      {"import string; string.Template(\"$a\" * 10**4).substitute(a=\"x\" * 10**4)", nullptr},
      {"import textwrap; textwrap.indent(\"a\\n\" * 10**5, \"x\" * 1000)", nullptr},
  });
}

TEST(RunOfTheHostile, PatternsThatExplodeAreStoppedAndHugeOnesCompile) {
  expect_outcomes({
      {"import re; re.match(r\"(a+)+$\", \"a\" * 60 + \"b\")", nullptr},
      {"import re; re.match(r\"(.*)*(.*)*(.*)*x\", \"a\" * 300)", nullptr},
      {"import re; re.sub(r\"(a|a)*b\", \"\", \"a\" * 3000)", nullptr},
      {"import re; re.search(r\"(\\w+\\s?)*!\", \"word \" * 300)", nullptr},
      {"import re; re.match(\"(?:a?){5000}a{5000}\", \"a\" * 5000)", nullptr},
      {"import re; re.compile(\"(?:\" * 5000 + \")\" * 5000)",
       "RecursionError: maximum recursion depth exceeded",
       kPiecesOfTheDeep},
      {"import re; re.compile(\"(\" * 5000)",
       "RecursionError: maximum recursion depth exceeded",
       kPiecesOfTheDeep},
      {"import re; re.compile(\"a\" * 10**4).match(\"a\" * 10**4).end() == 10**4 or 1 / 0",
       nullptr},
      {"import re; re.compile(\"a|\" * 10**4)", nullptr},
      {"import re; re.compile(\"a{99999999999999999999}\")",
       "OverflowError: the repetition number is too large"},
      {"import re; re.compile(\"(?:(?:(?:a{1000}){1000}){1000}){1000}\").match(\"a\" * 5000)", ""},
      {"import re; re.findall(\"\", \"x\" * 10**7)", nullptr},
      {"import re; re.sub(\"\", \"x\" * 1000, \"y\" * 10**5)", nullptr},
      {"import re; re.compile(\"[\" * 5000)", nullptr},
      {"import fnmatch; fnmatch.fnmatch(\"a\" * 100, \"*a\" * 50 + \"b\")", ""},
  });
}

TEST(RunOfTheHostile, WhatChangesWhileItIsLookedAtIsCPythonsError) {
  expect_outcomes({
      {"d = {1: 1}\nfor k in d: d[k + 1] = 1",
       "RuntimeError: dictionary changed size during iteration"},
      {"s = {1}\nfor k in s: s.add(k + 1)", "RuntimeError: Set changed size during iteration"},
      {"d = {1: 1, 2: 2}\nfor k in d: del d[k]; d[k + 2] = 1",
       "RuntimeError: dictionary keys changed during iteration"},
      {"import collections; d = collections.deque([1])\nfor k in d: d.append(1)",
       "RuntimeError: deque mutated during iteration"},
      {"x = [3, 1, 2]; x.sort(key=lambda v: x.append(v))",
       "TypeError: '<' not supported between instances of 'NoneType' and 'None"},
      {"class A:\n    def __eq__(self, o): raise ValueError('eq')\n    def __lt__(self, o): return "
       "self == o\nsorted([A(), A(), A()])",
       "ValueError: eq"},
      {"class A:\n    def __eq__(self, o): raise ValueError('eq')\n[A()].index(1)",
       "ValueError: eq"},
      {"class A:\n    def __lt__(self, o): x.clear(); return True\nx = [A() for _ in range(50)]; "
       "x.sort()",
       ""},
      {"class A:\n    def __eq__(self, o): d.clear(); return False\n    def __hash__(self): return "
       "1\nd = {}\nfor i in range(20): d[A()] = 1",
       ""},
      {"class A:\n    def __eq__(self, o): x.clear(); return False\nx = [A()] * 100; 1 in x; x == "
       "[A()] * 100; x.count(1)",
       ""},
      {"class A:\n    def __repr__(self): x.clear(); return 'A'\nx = [A()] * 100; repr(x); x = {i: "
       "A() for i in range(100)}; repr(x)",
       ""},
      {"class A:\n    def __index__(self): x.clear(); return 50\nx = [1] * 100; x[A()]",
       "IndexError: list index out of range"},
      {"class A:\n    def __index__(self): x.clear(); return 50\nx = bytearray(100); x[1] = A()",
       "IndexError: bytearray index out of range"},
      {"class A:\n    def __del__(self): global k; k = self\nfor i in range(100): A()\ndel k", ""},
      {"class A:\n    def __iter__(self): x.clear(); return iter([1, 2, 3])\nx = [1] * 100; "
       "x[10:50] = A(); len(x) == 3 or 1 / 0",
       ""},
  });
}

// What the fuzz targets were given to begin with, and what they found.
std::vector<std::string> kept_in(const char* folder) {
  std::vector<std::string> kept;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    kept.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return kept;
}

TEST(RunOfTheHostile, PatternsOfTheFuzzerAreAnsweredOrStopped) {
  using simul::testing::PatternMachine;
  PatternMachine machine;
  const std::vector<std::string> kept = kept_in("tests/fuzz/corpus_re");
  EXPECT_GE(kept.size(), 12u);
  for (const std::string& bytes : kept) {
    SCOPED_TRACE(bytes);
    std::size_t numbers = 0;
    const PatternMachine::End end = machine.match(bytes, [&](std::uint32_t) { ++numbers; });
    EXPECT_EQ(numbers == 0, end == PatternMachine::End::kStopped);
  }
}

TEST(RunOfTheHostile, ScenariosOfTheFuzzerEndOrAreStopped) {
  const std::vector<std::string> kept = kept_in("tests/fuzz/corpus_links");
  EXPECT_GE(kept.size(), 7u);
  for (const std::string& bytes : kept) {
    SCOPED_TRACE(bytes);
    simul::testing::open_anything(bytes);
  }
}

}  // namespace
}  // namespace simul::session

#include "vm/quicken.hpp"

#include "support/run_python.hpp"
#include "vm/line_breaks.hpp"

namespace simul::vm {
namespace {

using bytecode::CodeObject;
using bytecode::Instruction;
using testing::run_python;

std::shared_ptr<const CodeObject> compiled(const std::string& source) {
  const syntax::ParseResult parsed = syntax::parse(source, "main.py");
  return compiler::compile(parsed.module, "main.py").code;
}

const CodeObject& function_in(const CodeObject& module) {
  for (const bytecode::Constant& each : module.constants)
    if (const auto* code = std::get_if<std::shared_ptr<const CodeObject>>(&each.value))
      return **code;
  ADD_FAILURE() << "no function";
  return module;
}

const char* const kLoops = R"py(
def f(items, n):
    total = i = 0
    while i < n:
        i += 1
        if i % 3 == 0 or total > 1000:
            total += items[i % 5] * i
        items[i % 5] = i
    for j in range(n):
        total -= j
    return total
)py";

TEST(Quicken, ChangesOpcodesAtTheBeginningOfSequencesOnly) {
  const auto module = compiled(kLoops);
  const std::vector<Instruction>& code = function_in(*module).code;
  std::vector<Instruction> quick;
  quicken(code, quick);
  ASSERT_EQ(quick.size(), code.size());
  int changed = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    EXPECT_EQ(quick[i].arg(), code[i].arg()) << i;
    const bool other = quick[i].word != code[i].word;
    changed += other;
    if (other) {
      EXPECT_GE(quick[i].word & 0xff, kOpcodes) << i;
    }
    // Whoever asks for these finds them where they are.
    switch (code[i].op()) {
      case bytecode::Opcode::RESUME:
      case bytecode::Opcode::RERAISE:
      case bytecode::Opcode::CALL:
      case bytecode::Opcode::CALL_KW:
      case bytecode::Opcode::POP_TOP:
      case bytecode::Opcode::JUMP_BACKWARD:
      case bytecode::Opcode::POP_JUMP_IF_FALSE:
      case bytecode::Opcode::POP_JUMP_IF_TRUE: EXPECT_FALSE(other) << i; break;
      default: break;
    }
  }
  EXPECT_GT(changed, 6);
}

TEST(Quicken, HasNoSequenceWhereABreakpointStands) {
  const auto module = compiled(kLoops);
  std::vector<Instruction> code = function_in(*module).code, before, after;
  quicken(code, before);
  std::size_t at = 0;
  while (before[at].word == code[at].word) ++at;
  code[at + 1] = Instruction::make(bytecode::Opcode::NOP, 1);
  quicken(code, after);
  EXPECT_EQ(after[at].word, code[at].word);
  EXPECT_EQ(after[at + 1].word, code[at + 1].word);
}

// Floats take every instruction alone.
TEST(Quicken, CountsASequenceAsManyInstructionsAsItHas) {
  const auto spent = [](const std::string& zero) {
    testing::RunOptions options;
    options.cost_ns = 1000;
    return run_python(
               "def h(i): return i\n"
               "def g(i): return h(i - 1)\n"
               "def f(i, one, n):\n"
               "    j = i\n"
               "    while i < n:\n"
               "        i = i + one\n"
               "        i += 0\n"
               "        if i > 70: j = i - one\n"
               "    return g(i) * one + 0\n"
               "import time\n"
               "f(" +
                   zero + ", 1, 100)\nprint(time.monotonic_ns())\n",
               options)
        .out;
  };
  const std::string whole = spent("0");
  EXPECT_GT(std::stoll(whole), 0);
  EXPECT_EQ(whole, spent("0.0"));
}

// The function's name is bound to something else between two calls of the same place, and what it
// is called with is no small int: all that LOAD_GLOBAL and CALL would do is done.
const char* const kCalls = R"py(
import sys
class Class:
    def __init__(self, n): self.n = n
def other(n): return ("other", n)
def two(n, m=7): return (n, m)
def deep(n):
    if n == 0: return 0
    return deep(n - 1) + 1
def same(x): return x
def of(x): return f(x)
def less(x): return f(x - 1)
def both(x): return of(x), less(x)
f = same
out = [both(3), both(2**40), both(-2**30), both(1.5)]
for f in (other, two, Class(0).__init__, len, abs, same):
    for x in (4, 2.0):
        try:
            out.append(both(x))
        except TypeError as e:
            out.append((str(e), e.__traceback__.tb_next.tb_lineno))
del f
try:
    less(1)
except NameError as e:
    out.append(str(e))
len = same
f = len
def hidden(x): return len(x)
out.append(hidden(5))
del len
out.append(hidden([1, 2]))
kept = [object()]
before = sys.getrefcount(kept)
f = same
for i in range(10): of(kept)
out.append(sys.getrefcount(kept) - before)
def drops(x):
    global drops
    del drops
    return x
def last(x): return drops(x)
out.append(last(8))
def own(x):
    y = x + 1
    def inner(): return y
    return same(inner)()
out.append(own(1))
try:
    deep(3000)
except RecursionError as e:
    out.append(str(e))
out.append(deep(300))
def keeps(x):
    global frame
    frame = sys._getframe()
    return x
def asks(x): return keeps(x)
out.append((asks([6]), frame.f_locals))
def adds(x, y):
    global frame
    frame = sys._getframe()
    return x + y
out.append((adds(2, 3), frame.f_locals))
class Dies:
    def __init__(self, name): self.name = name
    def __del__(self): out.append(self.name)
def returns(a):
    b = Dies("local")
    return a
def passes(a): return returns(a)
passes(Dies("argument"))
out.append("behind")
it = passes(Dies("kept"))
out.append(it.name)
del it
)py";

TEST(Quicken, CallsWhatTheNameIsBoundToNow) {
  const std::string text = std::string(kCalls) + "for each in out: print(each)\n";
  const auto whole = run_python(text);
  EXPECT_EQ(whole.err, "");
  EXPECT_NE(whole.out.find("maximum recursion depth exceeded\n300\n([6], {'x': [6]})\n"),
            std::string::npos);
  for (const std::int64_t slice : {1, 2, 3, 5, 7, 50}) {
    testing::RunOptions options;
    options.slice = slice;
    EXPECT_EQ(run_python(text, options).out, whole.out) << slice;
  }
}

TEST(Quicken, GivesTheSameInSlicesOfAnyLength) {
  const std::string text = std::string(kLoops) + "print(f([1, 2, 3, 4, 5], 300))\n";
  const auto whole = run_python(text);
  EXPECT_NE(whole.out, "");
  for (const std::int64_t slice : {1, 2, 3, 5, 7, 50}) {
    testing::RunOptions options;
    options.slice = slice;
    EXPECT_EQ(run_python(text, options).out, whole.out) << slice;
  }
}

TEST(Quicken, BreakpointsMoveWhileTheProgramRuns) {
  const std::string source =
      "def f(n):\n"
      "    i = 0\n"
      "    while i < n:\n"
      "        i += 1\n"
      "        n = (n -\n"
      "             i + i)\n"
      "    return i\n"
      "print(f(6))\n";
  const auto module = compiled(source);
  LineBreaks breaks(*module);
  testing::PythonRun run;
  testing::CapturingHost host(run);
  asyncio::VirtualClock clock;
  Program program(breaks.code(), {.filename = "main.py", .source = source}, host, clock, nullptr);
  program.vm().line_breaks = &breaks;
  breaks.set({4});
  std::vector<std::uint32_t> hits;
  for (int i = 0; i < 100 && program.advance(1'000'000).kind != Progress::Kind::kFinished; ++i) {
    const std::uint32_t hit = breaks.take_hit();
    if (hit == 0) continue;
    hits.push_back(hit);
    if (hits.size() == 2) breaks.set({6});
    if (hits.size() == 4) breaks.set({});
  }
  EXPECT_EQ(hits, (std::vector<std::uint32_t>{4, 4, 6, 6}));
  EXPECT_EQ(run.out, "6\n");
}

}  // namespace
}  // namespace simul::vm

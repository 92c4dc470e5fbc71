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
               "def f(i, one, n):\n"
               "    j = i\n"
               "    while i < n:\n"
               "        i = i + one\n"
               "        i += 0\n"
               "        if i > 70: j = i - one\n"
               "    return i * one\n"
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

// Programs that mean no good: each ends with CPython's error, or is stopped where its budget ends,
// in bounded memory, and no piece of a run takes long however few instructions it has.
//
// The outcomes are CPython's where it has one in finite time and memory; MemoryError stands where
// the heap's limit comes first. The library's modules are here, so these are tests of the session's
// room, as a program that is pasted meets them.
#include <ctime>

#include <gtest/gtest.h>

#include "asyncio/clock.hpp"
#include "library/library.hpp"
#include "session/build.hpp"
#include "session/python_modules.hpp"
#include "vm/program.hpp"

#if defined(__SANITIZE_ADDRESS__)
#  define SIMUL_WITH_ADDRESS_SANITIZER
#elif defined(__has_feature)
#  if __has_feature(address_sanitizer)
#    define SIMUL_WITH_ADDRESS_SANITIZER
#  endif
#endif

namespace simul::session {
namespace {

constexpr std::int64_t kPiece = 50'000;  // instructions
constexpr int kPieces = 6;
constexpr std::int64_t kHeap = 64 << 20;
constexpr double kLongest_s = 20;  // a piece's processor time, on a busy machine with sanitizers

struct Hostile {
  const char* program;
  const char* ends;  // the last line of stderr begins so; "": without an error; null: it is stopped
};

struct Ear final : vm::Host {
  void write(int stream, std::string_view text) override {
    std::string& kept = stream == 1 ? out : err;
    if (kept.size() < 100'000) kept += text.substr(0, 100'000);
  }
  std::string out, err;
};

// What came of it, in the table's words; "stopped" for what was still running.
std::string outcome(const std::string& text) {
  const Build built = build(text, "main.py");
  if (built.code == nullptr) return "no code";
  PythonModules modules;
  modules.arrived(library::embedded());
  Ear ear;
  asyncio::VirtualClock clock;
  vm::Program program(built.code,
                      {.filename = "main.py",
                       .source = text,
                       .cost_ns = 0,
                       .heap_limit = kHeap,
                       .modules = &modules},
                      ear,
                      clock,
                      nullptr);
  for (int piece = 0; piece < kPieces; ++piece) {
    const std::clock_t began = std::clock();
    const vm::Progress progress = program.advance(kPiece);
    EXPECT_LT(static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC, kLongest_s);
    switch (progress.kind) {
      case vm::Progress::Kind::kFinished: return program.exception();
      case vm::Progress::Kind::kDeadlock: return "deadlock";
      case vm::Progress::Kind::kLimit: return "limit";
      case vm::Progress::Kind::kReady: break;
      case vm::Progress::Kind::kWaiting:
      case vm::Progress::Kind::kBlocked:
        clock.wait_until(progress.due_ns, static_cast<std::int32_t>(progress.generation));
    }
  }
  return "stopped";
}

void expect_outcomes(std::initializer_list<Hostile> programs) {
  for (const Hostile& each : programs) {
    SCOPED_TRACE(each.program);
    const std::string got = outcome(std::string(each.program) + "\n");
    if (each.ends == nullptr) {
      EXPECT_EQ(got, "stopped");
    } else if (*each.ends == 0) {
      EXPECT_EQ(got, "");
    } else {
      EXPECT_TRUE(got.starts_with(each.ends)) << got;
    }
  }
}

TEST(Hostile, WhatIsTooLargeIsAMemoryErrorBeforeItIsMade) {
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
      {"memoryview(bytearray(10**7)).tolist()", "MemoryError"},
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

TEST(Hostile, NumbersOfManyDigitsTakeNoLongerThanTheirDigits) {
  expect_outcomes({
      {"x = eval(\"0x\" + \"f\" * 10**5); print(x.bit_length() == 4 * 10**5 or 1 / 0, x == (1 << 4 "
       "* 10**5) - 1 or 1 / 0)",
       ""},
      {"x = eval(\"-0b\" + \"1\" * 10**5); x == 1 - (1 << 10**5) or 1 / 0", ""},
      {"x = eval(\"0o\" + \"7\" * 10**5); x == (1 << 3 * 10**5) - 1 or 1 / 0", ""},
      {"int(\"f\" * 10**5, 16)", ""},
      {"int(\"1\" * 10**6, 2)", ""},
      {"eval(\"1\" * 4301)",
       "SyntaxError: Exceeds the limit (4300 digits) for integer string conver"},
      {"eval(\"1\" * 4300)", ""},
      {"int(\"1\" * 4301)",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"int(\"z\" * 4301, 35)",
       "ValueError: invalid literal for int() with base 35: 'zzzzzzzzzzzzzzzzz"},
      {"str(10**4300)", "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"f\"{10**4300:,}\"",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"\"%d\" % 10**4300",
       "ValueError: Exceeds the limit (4300 digits) for integer string convers"},
      {"\"%x\" % (1 << 10**5)", ""},
      {"import json; json.loads(\"1\" * 10**5)", nullptr},
      {"float(\"1\" * 10**5)", ""},
      {"float(\"1e\" + \"9\" * 10**5)", ""},
      {"2.0**10**400", "OverflowError: int too large to convert to float"},
      {"10**400 / 3", "OverflowError: integer division result too large for a float"},
      {"x = (1 << 4 * 10**6) - 1\nwhile True: x * x", nullptr},
      {"x = (1 << 4 * 10**6) + 12345\nwhile True: (x << 4 * 10**6) // x", nullptr},
      {"x = 3\nwhile True: x = x * x + 1", nullptr},
      {"import math; math.factorial(10**6)", "MemoryError"},
      {"import math; math.comb(10**6, 5 * 10**5)", "MemoryError"},
      {"import math; math.isqrt((1 << 10**6) - 1) == (1 << 5 * 10**5) - 1 or 1 / 0", ""},
      {"import math; math.gcd((1 << 8 * 10**6) - 1, (1 << 8 * 10**6) - 3)",
       "MemoryError: a common divisor of ints of more than 1048576 bits is too"},
      {"import math; math.lcm(2, (1 << 10**6) - 1) == (1 << 10**6 + 1) - 2 or 1 / 0", ""},
      {"import math; math.prod(range(1, 10**6))", "MemoryError"},
      {"round(10**1000, -10**9)", ""},
  });
}

TEST(Hostile, WhatNeverEndsFillsTheMemoryOrIsStopped) {
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

TEST(Hostile, ATextIsSearchedInTimeThatGrowsWithItsLength) {
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

// Not under AddressSanitizer: each program that imports `re` leaves nine numbers (its flags, and
// sys.maxsize) behind when it is dropped, which is not mended yet.
#ifndef SIMUL_WITH_ADDRESS_SANITIZER
TEST(Hostile, PatternsThatExplodeAreStoppedAndHugeOnesCompile) {
  expect_outcomes({
      {"import re; re.match(r\"(a+)+$\", \"a\" * 60 + \"b\")", nullptr},
      {"import re; re.match(r\"(.*)*(.*)*(.*)*x\", \"a\" * 300)", nullptr},
      {"import re; re.sub(r\"(a|a)*b\", \"\", \"a\" * 3000)", nullptr},
      {"import re; re.search(r\"(\\w+\\s?)*!\", \"word \" * 300)", nullptr},
      {"import re; re.match(\"(?:a?){5000}a{5000}\", \"a\" * 5000)", nullptr},
      {"import re; re.compile(\"(?:\" * 5000 + \")\" * 5000)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import re; re.compile(\"(\" * 5000)", "RecursionError: maximum recursion depth exceeded"},
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
#endif

// Natively: under WebAssembly, with its smaller stack, nobody has measured it.
#ifndef __EMSCRIPTEN__
TEST(Hostile, WhatIsNestedTooDeeplyIsARecursionErrorOrAMistake) {
  expect_outcomes({
      {"a = []; a.append(a); print(a, a == a); b = []; b.append(b); a == b",
       "RecursionError: maximum recursion depth exceeded"},
      {"a = []; a.append(a); b = []; b.append(b); sorted([a, b])",
       "RecursionError: maximum recursion depth exceeded"},
      {"x = []\nfor i in range(10**4): x = [x]\nrepr(x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"x = ()\nfor i in range(10**4): x = (x,)\nhash(x)", ""},
      {"x = []\nfor i in range(10**4): x = [x]\nimport json; json.dumps(x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import json; json.loads(\"[\" * 10**5)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import json; x = []; x.append(x); json.dumps(x)",
       "ValueError: Circular reference detected"},
      {"x = [0]\nfor i in range(60): x = [x, x]\nrepr(x)", nullptr},
      {"x = (0,)\nfor i in range(60): x = (x, x)\nhash(x)", nullptr},
      {"class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __eq__(self, o): return self == o\nA() == A()",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __hash__(self): return hash(self)\n{A()}",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __str__(self): return f'{self}'\nstr(A())",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A:\n    def __getattr__(self, n): return getattr(self, n + 'x')\nA().y",
       "RecursionError: maximum recursion depth exceeded"},
      {"class A: pass\nA.__call__ = A(); A()()",
       "RecursionError: maximum recursion depth exceeded while calling a Pytho"},
      {"import types\nx = print\nfor i in range(5000): x = types.MethodType(x, 1)\nx(*range(3), "
       "sep='', end='')",
       ""},
      {"def k(x): return sorted([x], key=k)\nk(1)",
       "RecursionError: maximum recursion depth exceeded"},
      {"def k(x): return list(map(k, [x]))\nk(1)",
       "RecursionError: maximum recursion depth exceeded"},
      {"import sys; sys.setrecursionlimit(10**6)\ndef f(n): return f(n + 1)\nf(0)",
       "RuntimeError: Simul's recursion limit stays at 1000"},
      {"def g(): yield from g()\nlist(g())", "RecursionError: maximum recursion depth exceeded"},
      {"x = iter([])\nfor i in range(10**4): x = map(str, x)\nlist(x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"x = int\nfor i in range(10**4): x = (x,)\nisinstance('a', x)",
       "RecursionError: maximum recursion depth exceeded"},
      {"e = ValueError()\nfor i in range(10**4):\n    n = ValueError(); n.__cause__ = e; e = "
       "n\ndel e, n",
       ""},
      {"eval(\"(\" * 10**5 + \")\" * 10**5)", "SyntaxError: too many nested parentheses"},
      {"eval(\"[\" * 150 + \"]\" * 150)", ""},
      {"eval(\"-\" * 10**5 + \"1\")",
       "SyntaxError: Parser stack overflowed - Python source too complex to pa"},
      {"eval(\"1+\" * 10**5 + \"1\")", ""},
      {"eval(\"lambda:\" * 10**5 + \"1\")",
       "SyntaxError: Parser stack overflowed - Python source too complex to pa"},
      {"eval(\"a\" + \"()\" * 10**5)",
       "RecursionError: maximum recursion depth exceeded during compilation"},
      {"exec(\"\\n\".join(\" \" * i + \"if 1:\" for i in range(200)))",
       "IndentationError: too many levels of indentation"},
      {"exec(\"\\n\".join(\" \" * i + \"for x in []:\" for i in range(30)) + \"\\n\" + \" \" * 100 "
       "+ \"pass\")",
       "SyntaxError: too many statically nested blocks"},
      {"exec(\"if 1: pass\\n\" + \"elif 1: pass\\n\" * 3000)", ""},
      {"compile(\"f(\" * 150 + \"1\" + \")\" * 150, \"x\", \"eval\")", ""},
  });
}
#endif

TEST(Hostile, WhatChangesWhileItIsLookedAtIsCPythonsError) {
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

}  // namespace
}  // namespace simul::session

// What the fuzz target of `re` (tests/fuzz/native/re_fuzz.cpp) does with bytes that nobody chose,
// and what the unit tests do again with those that are kept in tests/fuzz/corpus_re.
//
// One program imports `re` and then asks for line after line with input(): each line is one pattern
// with its flags, a text and a replacement. What it finds must lie in the text and agree with
// itself, and what it refuses must be refused in re's own words; anything else ends the process. A
// pattern that goes back for ever is stopped with its program, and the next line meets a new one.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "asyncio/clock.hpp"
#include "library/library.hpp"
#include "session/build.hpp"
#include "session/python_modules.hpp"
#include "vm/program.hpp"

namespace simul::testing {

// A line: in hexadecimal a byte of flags, one that says what to do, and then pattern, text and
// replacement with byte 31 between them (@ is 0 here: so a file of them is a text). It prints what
// came of it as numbers: which instructions follow each other in the pattern's program, and what
// was wrong with it.
inline constexpr const char* kPatternProgram = R"(
import re

OPS = {op: number for number, op in enumerate(
    "one text save split jump run at zero loop ref look atomic if end".split())}
FLAGS = (re.A, re.I, re.L, re.M, re.S, re.U, re.X, re.NOFLAG)


def told(kind, what):
    number = kind
    for letter in what:
        if not letter.isdigit():
            number = (number * 31 + ord(letter)) % 8191
    print(number)


def must(holds):
    if not holds:
        raise SystemError("re does not agree with itself")


def look_at(found, text, groups):
    begin, end = found.span()
    must(0 <= begin <= end <= len(text))
    must(found.group() == text[begin:end])
    for number in range(1, groups + 1):
        first, last = found.span(number)
        must((first, last) == (-1, -1) or 0 <= first <= last <= len(text))
        must(found[number] == (None if last < 0 else text[first:last]))
    must(found.lastindex is None or 1 <= found.lastindex <= groups)
    must(len(found.groups()) == groups)
    found.lastgroup, found.groupdict(), repr(found)


def use(pattern, text, replacement, what):
    for one, after in zip(pattern._program.code, pattern._program.code[1:]):
        print(8192 + OPS[one[0]] * 16 + OPS[after[0]])
    repr(pattern)
    searched = pattern.search(text)
    matched = pattern.match(text)
    whole = pattern.fullmatch(text)
    told(1, "sm"[:(searched is not None) + (matched is not None)])
    if whole is not None:
        must(whole.span() == (0, len(text)))
        must(matched is not None)
    if matched is not None:
        look_at(matched, text, pattern.groups)
        must(searched is not None and searched.span() == matched.span())
    found = []
    for each in pattern.finditer(text):
        look_at(each, text, pattern.groups)
        must(not found or each.start() >= found[-1].end())
        found.append(each)
        if len(found) > 50:
            return
    must(bool(found) == (searched is not None))
    must(len(pattern.findall(text)) == len(found))
    must(len(pattern.split(text)) == len(found) * (pattern.groups + 1) + 1)
    must(pattern.subn(lambda each: each.group(), text) == (text, len(found)))
    if what & 2:
        begin, end = what >> 4, len(text) - (what >> 2 & 3)
        part = pattern.search(text, begin, end)
        if part is not None:
            look_at(part, text, pattern.groups)
            must(min(begin, len(text)) <= part.start() and part.end() <= max(end, 0))
    try:
        pattern.sub(replacement, text)
        if found:
            found[0].expand(replacement)
    except (re.PatternError, IndexError) as error:
        told(3, str(error))


def look(line):
    given = bytes.fromhex(line)
    flags, what = (given + b"@@")[:2]
    flags, what = flags ^ 64, what ^ 64
    source, _, rest = given[2:].partition(b"\x1f")
    text, _, replacement = rest.partition(b"\x1f")
    if not what & 1:
        source, text, replacement = (each.decode("utf-8", "replace") for each in (source, text, replacement))
    wanted = 0
    for bit, flag in enumerate(FLAGS):
        if flags >> bit & 1:
            wanted |= flag
    try:
        pattern = re.compile(source, wanted)
    except (re.PatternError, OverflowError, RecursionError, ValueError) as error:
        told(5, str(error))
        return
    try:
        use(pattern, text, replacement, what)
        must(re.fullmatch(re.escape(text), text))
    except (RecursionError, MemoryError) as error:
        told(7, type(error).__name__)


while True:
    try:
        look(input())
    finally:
        re.purge()
)";

class PatternMachine {
 public:
  enum class End : std::uint8_t { kAnswered, kStopped };
  // Told of each number that the program printed: a fuzzer looks for new ones.
  using Hook = std::function<void(std::uint32_t)>;

  End match(std::string_view bytes, const Hook& hook = {}) {
    if (program_ == nullptr) start();
    static constexpr char kHex[] = "0123456789abcdef";
    ear_.line.clear();
    for (const char byte : bytes) {
      ear_.line += kHex[static_cast<unsigned char>(byte) >> 4];
      ear_.line += kHex[static_cast<unsigned char>(byte) & 15];
    }
    ear_.out.clear();
    ear_.has_line = true;
    ear_.asks = false;
    // Enough for what a person waits for: some hundred thousand steps of the matcher.
    if (!advance(1'000'000)) {
      program_ = nullptr;
      return End::kStopped;
    }
    std::uint32_t number = 0;
    for (const char letter : ear_.out) {
      if (letter != '\n') {
        number = number * 10 + static_cast<std::uint32_t>(letter - '0');
      } else {
        if (hook) hook(number);
        number = 0;
      }
    }
    return End::kAnswered;
  }

 private:
  struct Ear final : vm::Host {
    void write(int stream, std::string_view text) override { (stream == 1 ? out : err) += text; }
    Read read_line(std::string& into) override {
      asks = !has_line;
      if (asks) return Read::kLater;
      has_line = false;
      into = line;
      return Read::kLine;
    }
    std::string out, err, line;
    bool has_line = false;
    bool asks = false;
  };

  void start() {
    if (modules_ == nullptr) {
      modules_ = std::make_unique<session::PythonModules>();
      modules_->arrived(library::embedded());
      built_ = session::build(kPatternProgram, "patterns.py");
    }
    if (built_.code == nullptr) std::abort();
    ear_ = {};
    program_ = std::make_unique<vm::Program>(built_.code,
                                             vm::ProgramOptions{.filename = "patterns.py",
                                                                .source = kPatternProgram,
                                                                .cost_ns = 0,
                                                                .heap_limit = 64 << 20,
                                                                .modules = modules_.get()},
                                             ear_,
                                             clock_,
                                             nullptr);
    if (!advance(10'000'000)) std::abort();
  }

  // Until it asks for a line; false: not within so many instructions.
  bool advance(std::int64_t instructions) {
    constexpr std::int64_t kPiece = 20'000;
    for (; instructions > 0; instructions -= kPiece) {
      switch (program_->advance(kPiece).kind) {
        case vm::Progress::Kind::kReady:
        case vm::Progress::Kind::kBlocked:
          if (ear_.asks) return true;
          break;
        case vm::Progress::Kind::kLimit: return false;
        default: std::fputs(ear_.err.c_str(), stderr); std::abort();
      }
      if (ear_.err.size() > 1'000'000) ear_.err.clear();  // warnings
    }
    return false;
  }

  std::unique_ptr<session::PythonModules> modules_;
  session::Build built_;
  Ear ear_;
  asyncio::VirtualClock clock_;
  std::unique_ptr<vm::Program> program_;
};

}  // namespace simul::testing

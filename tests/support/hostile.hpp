// What the fuzz targets (tests/fuzz/native) do with bytes that nobody chose, and what the unit
// tests do again with those that are kept in tests/fuzz/corpus. Each gives an answer or ends the
// process.
#pragma once

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "bytecode/disassemble.hpp"
#include "bytecode/verify.hpp"
#include "compiler/compile.hpp"
#include "syntax/dump.hpp"
#include "syntax/parse.hpp"
#include "syntax/tokenizer.hpp"

namespace simul::testing {

inline void must(bool holds) {
  if (!holds) std::abort();
}

// Any text has tokens that lie in it.
inline void tokenize_anything(std::string_view text) {
  const syntax::TokenStream stream = syntax::tokenize(text);
  must(!stream.tokens.empty());
  for (const syntax::Token& token : stream.tokens)
    must(token.begin <= token.end && token.end <= stream.text.size());
}

// And a tree or a mistake.
inline void parse_anything(std::string_view text) {
  tokenize_anything(text);
  const syntax::ParseResult parsed = syntax::parse(text, "hostile.py");
  if (parsed.ok()) {
    must(!syntax::dump(parsed.module, true).empty());
  } else {
    must(!syntax::format_syntax_error(parsed.diagnostics[0], text, "hostile.py").empty());
  }
}

// What parses has code or a mistake, and code that the compiler made is safe to run.
inline void compile_anything(std::string_view text) {
  const syntax::ParseResult parsed = syntax::parse(text, "hostile.py");
  if (!parsed.ok()) return;
  const compiler::CompileResult compiled = compiler::compile(parsed.module, "hostile.py");
  must(compiled.ok() == (compiled.code != nullptr));
  if (compiled.ok()) {
    must(bytecode::verify(*compiled.code).ok());
    must(!bytecode::disassemble(*compiled.code).empty());
  }
}

// Code that no compiler made: the verifier says yes or no of each change of three words that the
// bytes ask for, and what it lets pass can be shown.
inline void verify_anything(std::string_view bytes) {
  static const std::shared_ptr<const bytecode::CodeObject> kWhole = [] {
    const syntax::ParseResult parsed = syntax::parse(
        "def f(a, *b, c=1, **d):\n"
        "    try:\n"
        "        with a as e:\n"
        "            for x, *y in b: yield [x, *y, {c: e}]\n"
        "    except* ValueError as g:\n"
        "        a = lambda: (g, a)\n"
        "    match d:\n"
        "        case {'k': [1, *z], **r} if z: del r\n"
        "async def h(a):\n"
        "    async with a as b:\n"
        "        return [await x async for x in b if f'{x!r:>{a}}']\n"
        "class C[T](f): x: T = 1\n",
        "hostile.py");
    return compiler::compile(parsed.module, "hostile.py").code;
  }();
  must(kWhole != nullptr);
  bytecode::CodeObject changed = *kWhole;
  bytecode::CodeObject* code = &changed;
  const auto number = [&](std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0u;
  };
  // Which of the code objects inside: the first byte walks down.
  std::vector<std::shared_ptr<bytecode::CodeObject>> kept;
  for (unsigned step = number(0); step > 0; step /= 4) {
    std::vector<bytecode::Constant*> inner;
    for (bytecode::Constant& constant : code->constants)
      if (std::holds_alternative<std::shared_ptr<const bytecode::CodeObject>>(constant.value))
        inner.push_back(&constant);
    if (inner.empty()) break;
    auto& slot =
        std::get<std::shared_ptr<const bytecode::CodeObject>>(inner[step % inner.size()]->value);
    kept.push_back(std::make_shared<bytecode::CodeObject>(*slot));
    slot = kept.back();
    code = kept.back().get();
  }
  for (std::size_t at = 1; at + 4 < bytes.size() && at < 60; at += 5) {
    const unsigned what = number(at) % 8;
    const unsigned where = number(at + 1) | number(at + 2) << 8;
    const unsigned word = number(at + 3) | number(at + 4) << 8;
    if (what < 5 && !code->code.empty()) {
      code->code[where % code->code.size()].word =
          what == 4 ? word * 65537u
                    : (code->code[where % code->code.size()].word & 0xff) | word << 8;
      if (what == 3) code->code[where % code->code.size()].word = word;
    } else if (what == 5 && !code->exceptions.empty()) {
      bytecode::ExceptionEntry& entry = code->exceptions[where % code->exceptions.size()];
      entry.target = word;
      entry.end += word % 3;
    } else if (what == 6) {
      code->stack_size = word;
    } else if (!code->code.empty()) {
      code->code.resize(1 + where % code->code.size());
    }
  }
  if (bytecode::verify(changed).ok()) must(!bytecode::disassemble(changed).empty());
}

}  // namespace simul::testing

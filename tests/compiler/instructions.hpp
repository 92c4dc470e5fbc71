// The instructions of a text, as `dis` prints them, for tests that hold them against CPython's.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include <gtest/gtest.h>

#include "bytecode/disassemble.hpp"
#include "bytecode/verify.hpp"
#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace simul::compiler {

using bytecode::CodeObject;

inline const CodeObject* find(const CodeObject& code, const std::string& qualname) {
  if (code.qualname == qualname) return &code;
  for (const bytecode::Constant& constant : code.constants)
    if (const auto* nested = std::get_if<std::shared_ptr<const CodeObject>>(&constant.value))
      if (const CodeObject* found = find(**nested, qualname)) return found;
  return nullptr;
}

inline std::shared_ptr<const CodeObject> compiled(const std::string& source) {
  const syntax::ParseResult parsed = syntax::parse(source, "case.py");
  if (!parsed.ok()) return nullptr;
  const CompileResult result = compile(parsed.module, "case.py");
  EXPECT_TRUE(result.ok());
  return result.code;
}

inline std::string dis(const std::string& source, const std::string& qualname) {
  const auto module = compiled(source);
  if (module == nullptr) return "does not compile";
  const Result<void> verified = bytecode::verify(*module);
  if (!verified.ok()) return verified.error().message;
  const CodeObject* code = find(*module, qualname);
  return code == nullptr ? "no " + qualname : bytecode::disassemble(*code, {.nested = false});
}

}  // namespace simul::compiler

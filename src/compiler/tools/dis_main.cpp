// simul-dis FILE [--normal]: our disassembly of a program, for people; with --normal one record a
// line, for scripts/compare_dis.py.
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>

#include "bytecode/disassemble.hpp"
#include "bytecode/opcode_info.hpp"
#include "bytecode/verify.hpp"
#include "compiler/compile.hpp"
#include "syntax/parse.hpp"

namespace {

using namespace simul;

// Newlines inside a record would end it.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\t')
      out += "\\t";
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

void print_normal(const bytecode::CodeObject& code) {
  std::printf("CODE\t%s\t%u\t%u\t%u\t%u\t%u\t%u\n",
              escaped(code.qualname).c_str(),
              code.first_line,
              code.flags,
              code.arg_count,
              code.positional_only_count,
              code.keyword_only_count,
              code.stack_size);
  for (std::size_t i = 0; i < code.code.size(); ++i) {
    const bytecode::Position& at = code.positions[i];
    std::printf("I\t%s\t%u\t%s\t%d,%d,%d,%d\t%d,%d,%d,%d\n",
                std::string(bytecode::opcode_name(code.code[i].op())).c_str(),
                code.code[i].arg(),
                escaped(bytecode::operand_text(code, i)).c_str(),
                at.line,
                at.end_line,
                at.col,
                at.end_col,
                at.anchor_line,
                at.anchor_col,
                at.anchor_end_line,
                at.anchor_end_col);
  }
  for (const bytecode::ExceptionEntry& entry : code.exceptions)
    std::printf("E\t%u\t%u\t%u\t%u\t%d\n",
                entry.start,
                entry.end,
                entry.target,
                entry.depth,
                entry.lasti ? 1 : 0);
  for (const bytecode::Constant& constant : code.constants)
    if (const auto* nested =
            std::get_if<std::shared_ptr<const bytecode::CodeObject>>(&constant.value))
      print_normal(**nested);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: simul-dis FILE [--normal]\n");
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::fprintf(stderr, "simul-dis: cannot read %s\n", argv[1]);
    return 2;
  }
  const std::string source((std::istreambuf_iterator<char>(file)),
                           std::istreambuf_iterator<char>());
  const bool normal = argc > 2 && std::strcmp(argv[2], "--normal") == 0;
  const syntax::ParseResult parsed = syntax::parse(source, argv[1]);
  compiler::CompileResult result;
  if (parsed.ok())
    result = compiler::compile(parsed.module, argv[1]);
  else
    result.diagnostics = parsed.diagnostics;
  if (!result.ok()) {
    const syntax::Diagnostic& first = result.diagnostics.front();
    std::printf("ERROR\t%s\t%s\t%d\t%d\t%d\t%d\n",
                first.type.c_str(),
                escaped(first.message).c_str(),
                first.lineno,
                first.offset,
                first.end_lineno,
                first.end_offset);
    return 1;
  }
  const Result<void> verified = bytecode::verify(*result.code);
  if (!verified.ok()) {
    std::printf("UNVERIFIED\t%s\n", verified.error().message.c_str());
    if (!normal)
      std::printf("%s", bytecode::disassemble(*result.code, {.positions = true}).c_str());
    return 3;
  }
  if (normal)
    print_normal(*result.code);
  else
    std::printf("%s", bytecode::disassemble(*result.code, {.positions = true}).c_str());
  return 0;
}

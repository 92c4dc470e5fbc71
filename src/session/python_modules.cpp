#include "session/python_modules.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "compiler/compile.hpp"
#include "session/build.hpp"
#include "syntax/parse.hpp"

namespace simul::session {

void PythonModules::arrived(std::string packed) {
  auto library = std::make_unique<library::Library>(std::move(packed));
  if (library->empty() && !library::names().empty()) {
    failed("the file is not whole");
    return;
  }
  library_ = std::move(library);
  compiled_.clear();
  state_ = State::kHere;
}

void PythonModules::failed(std::string why) {
  if (state_ == State::kHere) return;
  why_ = std::move(why);
  state_ = State::kFailed;
}

void PythonModules::awaited_again() {
  if (state_ == State::kFailed) state_ = State::kAwaited;
}

bool PythonModules::has(std::string_view name) {
  return library::has(name);
}

std::vector<std::string> PythonModules::names() {
  const auto all = library::names();
  return std::vector<std::string>(all.begin(), all.end());
}

vm::SourcedModule PythonModules::find(std::string_view name) {
  vm::SourcedModule found;
  const library::Module* module = library_ == nullptr ? nullptr : library_->find(name);
  if (module == nullptr) {
    found.error = "Simul's library did not load (" +
                  (why_.empty() ? std::string("it is not here") : why_) + "), and the module '" +
                  std::string(name) + "' is in it: run again when you are online";
    return found;
  }
  const std::string file = library::file_name(name, *module);
  found.package = module->package;
  if (!module->twin) {
    found.file = file.starts_with('<') ? "/usr/lib/python3.13/" + std::string(name) + ".py" : file;
  }
  std::shared_ptr<const bytecode::CodeObject>& code = compiled_[std::string(name)];
  if (code == nullptr) {
    Build built = build(module->text, file);
    if (built.code == nullptr) {
      const syntax::Diagnostic& first = built.diagnostics.front();
      found.error = "Simul's own module '" + std::string(name) + "' does not compile: line " +
                    std::to_string(first.lineno) + ": " + first.message;
      return found;
    }
    code = std::move(built.code);
  }
  found.code = code;
  return found;
}

std::shared_ptr<const bytecode::CodeObject> PythonModules::compile(std::string_view text,
                                                                   const std::string& filename) {
  return build(text, filename).code;
}

namespace {

std::string_view line_at(std::string_view text, int line) {
  for (int n = 1; n < line; ++n) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  return text.substr(0, text.find('\n'));
}

vm::CompiledText failed_text(const syntax::Diagnostic& error) {
  vm::CompiledText out;
  out.type = error.type;
  out.message = error.message;
  out.line = error.lineno;
  out.offset = error.offset;
  out.end_line = error.end_lineno;
  out.end_offset = error.end_offset;
  return out;
}

// What the parser refuses, with the line as its tokenizer has it: a newline ends every line, except
// the last one of eval()'s text, those that the tokenizer itself refuses, and one of a bracket that
// is still open where other lines have been read.
vm::CompiledText refused_text(syntax::Diagnostic error, std::string_view text, bool expression) {
  const std::string_view line = line_at(text, error.lineno);
  const bool last = line.data() + line.size() == text.data() + text.size();
  if (expression && last && error.message == "invalid syntax" &&
      error.offset > static_cast<int>(line.size()))
    error.offset = error.end_offset = 0;
  vm::CompiledText out = failed_text(error);
  out.has_text = true;
  const auto behind = static_cast<std::size_t>(line.data() + line.size() - text.data());
  const bool read_on = error.message.ends_with(" was never closed") && behind + 1 < text.size();
  const bool bare = error.by_tokenizer || (expression && last) || read_on;
  out.text = std::string(line) + (bare ? "" : "\n");
  return out;
}

// Where CPython's parser stops that wants one expression: behind what could be one.
syntax::Diagnostic no_expression(const syntax::Module& module, std::string_view text) {
  syntax::Diagnostic error;
  error.message = "invalid syntax";
  error.lineno = error.offset = error.end_lineno = error.end_offset = 0;
  if (module.body.empty()) return error;
  const syntax::Node* at = module.body[0];
  bool behind = true;
  if (const auto* assign = syntax::try_as<syntax::Assign>(module.body[0])) {
    at = assign->targets[0];
  } else if (const auto* changed = syntax::try_as<syntax::AugAssign>(module.body[0])) {
    at = changed->target;
  } else if (const auto* noted = syntax::try_as<syntax::AnnAssign>(module.body[0])) {
    at = noted->target;
  } else if (syntax::try_as<syntax::ExprStmt>(module.body[0]) != nullptr) {
    if (module.body[1]->lineno != at->end_lineno) {
      at = module.body[1];
      behind = false;
    }
  } else {
    behind = false;
  }
  const int line = behind ? at->end_lineno : at->lineno;
  const std::string_view shown = line_at(text, line);
  const auto from = static_cast<std::size_t>(behind ? at->end_col_offset : at->col_offset);
  const std::size_t begin =
      std::min(behind ? shown.find_first_not_of(" \t)", from) : from, shown.size());
  std::size_t end = begin;
  if (behind) {
    end =
        std::max(begin + 1, std::min(shown.find_first_not_of("+-*/%@&|^<>=", begin), shown.size()));
  } else {
    const auto is_word = [](char c) {
      return c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0 || (c >= '0' && c <= '9') ||
             (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    while (end < shown.size() && is_word(shown[end])) ++end;
    end = std::max(end, begin + 1);
  }
  const auto characters = [&](std::size_t bytes) {
    return 1 + static_cast<int>(std::count_if(
                   shown.begin(),
                   shown.begin() + static_cast<std::ptrdiff_t>(std::min(bytes, shown.size())),
                   [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
  };
  error.lineno = error.end_lineno = line;
  error.offset = characters(begin);
  error.end_offset = error.offset + static_cast<int>(end - begin);
  return error;
}

}  // namespace

namespace {

// eval()'s text as CPython's grammar of one expression refuses it, where ours knows statements.
syntax::Diagnostic as_no_expression(syntax::Diagnostic error, std::string_view text) {
  static constexpr std::string_view kStatements[] = {"assert",
                                                     "async",
                                                     "break",
                                                     "class",
                                                     "continue",
                                                     "def",
                                                     "del",
                                                     "for",
                                                     "from",
                                                     "global",
                                                     "if",
                                                     "import",
                                                     "nonlocal",
                                                     "pass",
                                                     "raise",
                                                     "return",
                                                     "try",
                                                     "while",
                                                     "with"};
  const std::string_view word =
      text.substr(0, text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  if (std::find(std::begin(kStatements), std::end(kStatements), word) != std::end(kStatements)) {
    error = {};
    error.message = "invalid syntax";
    error.end_offset = 1 + static_cast<int>(word.size());
  } else if (error.message.starts_with("cannot assign to")) {
    const std::string_view line = line_at(text, error.end_lineno);
    const std::size_t begin =
        line.find_first_not_of(" \t", static_cast<std::size_t>(std::max(error.end_offset - 1, 0)));
    if (begin == std::string_view::npos) return error;
    error.message = "invalid syntax";
    error.lineno = error.end_lineno;
    error.offset = static_cast<int>(begin) + 1;
    error.end_offset = error.offset + 1;
  }
  return error;
}

bool is_compound(const syntax::Node* stmt) {
  switch (stmt->kind) {
    case syntax::NodeKind::kFunctionDef:
    case syntax::NodeKind::kAsyncFunctionDef:
    case syntax::NodeKind::kClassDef:
    case syntax::NodeKind::kFor:
    case syntax::NodeKind::kAsyncFor:
    case syntax::NodeKind::kWhile:
    case syntax::NodeKind::kIf:
    case syntax::NodeKind::kWith:
    case syntax::NodeKind::kAsyncWith:
    case syntax::NodeKind::kMatch:
    case syntax::NodeKind::kTry:
    case syntax::NodeKind::kTryStar: return true;
    default: return false;
  }
}

int letters(std::string_view text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  }));
}

// What the mode 'single' refuses beside the grammar: nothing at all, and more than one line of
// simple statements or one compound one. An empty message: nothing.
syntax::Diagnostic no_single(const syntax::Module& module, std::string_view text) {
  syntax::Diagnostic error;
  error.message.clear();
  const auto lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
  const bool ended = text.ends_with('\n');
  if (module.body.empty()) {
    error.message = "invalid syntax";
    error.lineno = error.end_lineno = text.empty() ? 0 : lines + (ended ? 0 : 1);
    error.offset = error.end_offset = 0;
    return error;
  }
  const syntax::Node* first = module.body[0];
  if (is_compound(first)) {
    const std::string_view last = line_at(text, first->end_lineno);
    if (module.body.size() > 1) {
      const syntax::Node* next = module.body[1];
      const std::string_view line = line_at(text, next->lineno);
      const std::size_t size =
          std::min(line.find_first_of(" \t([{.,:;=+-*/%@&|^~<>!)]}"), line.size());
      error.message = "invalid syntax";
      error.lineno = error.end_lineno = next->lineno;
      error.offset = 1;
      error.end_offset = 1 + letters(line.substr(0, std::max<std::size_t>(size, 1)));
    } else if (!ended && last.data() + last.size() == text.data() + text.size() && last[0] != ' ' &&
               last[0] != '\t') {
      error.message = "invalid syntax";
      error.lineno = error.end_lineno = first->end_lineno;
      error.offset = error.end_offset = 0;
    }
    return error;
  }
  for (std::size_t i = 1; i < module.body.size(); ++i) {
    const int line = module.body[i - 1]->end_lineno;
    if (module.body[i]->lineno == line) continue;
    error.message = "multiple statements found while compiling a single statement";
    error.lineno = error.end_lineno = line;
    error.offset = letters(line_at(text, line)) + 1;
    error.end_offset = error.offset + 1;
    break;
  }
  return error;
}

}  // namespace

vm::CompiledText PythonModules::compile_text(std::string_view text,
                                             const std::string& filename,
                                             vm::CompiledText::Mode mode) {
  const bool expression = mode == vm::CompiledText::Mode::kEval;
  const syntax::ParseResult parsed = syntax::parse(text, filename);
  if (!parsed.diagnostics.empty())
    return refused_text(expression ? as_no_expression(parsed.diagnostics.front(), text)
                                   : parsed.diagnostics.front(),
                        text,
                        mode != vm::CompiledText::Mode::kExec);
  if (expression && (parsed.module.body.size() != 1 ||
                     syntax::try_as<syntax::ExprStmt>(parsed.module.body[0]) == nullptr))
    return refused_text(no_expression(parsed.module, text), text, expression);
  const bool single = mode == vm::CompiledText::Mode::kSingle;
  if (single) {
    syntax::Diagnostic refused = no_single(parsed.module, text);
    if (!refused.message.empty()) return refused_text(std::move(refused), text, true);
  }
  compiler::CompileResult compiled =
      expression ? compiler::compile_expression(parsed.module, filename)
      : single   ? compiler::compile_interactive(parsed.module, filename)
                 : compiler::compile(parsed.module, filename);
  if (!compiled.ok()) return failed_text(compiled.diagnostics.front());
  vm::CompiledText out;
  out.code = std::move(compiled.code);
  out.warnings = warnings_text(parsed.warnings, text, filename) +
                 warnings_text(compiled.warnings, text, filename);
  return out;
}

bool may_import_library(const bytecode::CodeObject& code) {
  for (const bytecode::Instruction& each : code.code) {
    if (each.op() != bytecode::Opcode::IMPORT_NAME) continue;
    const std::string& name = code.names[each.arg()];
    if (name.empty() || library::has(name) || library::has(name.substr(0, name.find('.'))))
      return true;
  }
  const auto named = [&](std::string_view word) {
    return std::find(code.names.begin(), code.names.end(), word) != code.names.end();
  };
  if (named("__import__") || named("open") || named("eval") || named("exec")) return true;
  for (const bytecode::Constant& each : code.constants) {
    const auto* inner = std::get_if<std::shared_ptr<const bytecode::CodeObject>>(&each.value);
    if (inner != nullptr && may_import_library(**inner)) return true;
  }
  return false;
}

}  // namespace simul::session

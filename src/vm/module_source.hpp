// ModuleSource: where `import` finds the modules that are written in Python. The VM knows neither
// parser nor compiler, so whoever runs it hands the compiled modules in.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bytecode/code_object.hpp"

namespace simul::vm {

// What eval(), exec() and compile() make of a text: code, or the SyntaxError's parts.
struct CompiledText {
  enum class Mode : unsigned char { kExec, kEval, kSingle };
  std::shared_ptr<const bytecode::CodeObject> code;  // null: error
  std::string type;                                  // "SyntaxError", "IndentationError", ...
  std::string message;
  int line = 0, offset = 0, end_line = 0, end_offset = 0;  // as the attributes of CPython's error
  bool has_text = false;
  std::string text;      // the line
  std::string warnings;  // SyntaxWarnings as they are written to stderr
};

struct SourcedModule {
  std::shared_ptr<const bytecode::CodeObject> code;  // null: not there, or it failed
  bool package = false;
  std::string file;   // __file__; the code's own file name tells how its frames are shown
  std::string error;  // why a module that exists cannot be had (ImportError), or empty
};

class ModuleSource {
 public:
  virtual ~ModuleSource() = default;
  // Full names, "collections.abc". Never waits.
  virtual bool has(std::string_view name) = 0;
  virtual SourcedModule find(std::string_view name) = 0;
  virtual std::vector<std::string> names() = 0;
  // A text as a module's body; null: it does not compile.
  virtual std::shared_ptr<const bytecode::CodeObject> compile(std::string_view text,
                                                              const std::string& filename) = 0;
  virtual CompiledText compile_text(std::string_view text,
                                    const std::string& filename,
                                    CompiledText::Mode mode) = 0;
};

// How a frame of a code object with this file name is shown.
enum class FrameKind : unsigned char {
  kProgram,
  kLibrary,  // one line "[frames in NAME]" for a run of them, and never the line the program is at
  kHidden,   // not at all: CPython has this module in C
};
FrameKind frame_kind(std::string_view filename);
// "collections" of "/usr/lib/python3.13/collections/__init__.py".
std::string_view folded_name(std::string_view filename);

}  // namespace simul::vm

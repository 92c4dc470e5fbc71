// eval(), exec() and compile(): a text becomes code while the program runs. Mirrors
// Python/bltinmodule.c. The VM knows no compiler: whoever runs it hands one in (ModuleSource).
#include "vm/builtins.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/codecs.hpp"
#include "vm/frame_locals.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"
#include "vm/module_source.hpp"
#include "vm/text.hpp"

namespace simul::vm {
namespace {

using Mode = CompiledText::Mode;

Frame* caller(Vm& vm) {
  return Vm::Internals::visible_frame(vm, 0);
}

Type* error_type(Vm& vm, std::string_view name) {
  if (name == "IndentationError") return vm.exceptions().IndentationError;
  if (name == "TabError") return vm.exceptions().TabError;
  if (name == "RecursionError") return vm.exceptions().RecursionError;
  if (name == "SystemError") return vm.exceptions().SystemError;
  return vm.exceptions().SyntaxError;
}

Answer raise_syntax_error(Vm& vm, const CompiledText& failed, std::string_view filename) {
  Type* type = error_type(vm, failed.type);
  if (!type->is_subtype_of(vm.exceptions().SyntaxError)) return vm.raise(type, failed.message);
  const Value place = vm.tuple({vm.str(filename),
                                vm.integer(failed.line),
                                vm.integer(failed.offset),
                                failed.has_text ? vm.str(failed.text) : Value::none(),
                                vm.integer(failed.end_line),
                                vm.integer(failed.end_offset)});
  return vm.raise_exception(vm.make_exception_with(type, {vm.str(failed.message), place}));
}

// "FILE:LINE: CATEGORY: words" and the source line below it, one after the other, as the module
// warnings is told them: it knows which of them were said before, and that a text has no lines.
Native warn_in_python(
    Vm& vm, std::string filename, std::string warnings, Value code, Value globals) {
  const Value module = co_await vm.import_module(vm.name("warnings"));
  std::string_view rest = warnings;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (!line.starts_with(cat(filename, ":"))) continue;
    std::string_view words = line.substr(filename.size() + 1);
    std::int64_t number = 0;
    while (!words.empty() && words[0] >= '0' && words[0] <= '9') {
      number = 10 * number + (words[0] - '0');
      words.remove_prefix(1);
    }
    if (!words.starts_with(": ")) continue;
    words.remove_prefix(2);
    const std::size_t colon = std::min(words.find(": "), words.size());
    Type* category = words.substr(0, colon) == "DeprecationWarning"
                         ? vm.exceptions().DeprecationWarning
                         : vm.exceptions().SyntaxWarning;
    const Value message = vm.str(words.substr(std::min(colon + 2, words.size())));
    const Value warn = co_await vm.get_attr(module, vm.name("warn_explicit"));
    // The tokenizer remembers nothing; the compiler does in the names of whoever asks.
    const bool by_tokenizer = vm.text(message).starts_with("invalid ");
    const Value registry = by_tokenizer ? Value::none() : warning_registry(vm, globals);
    const Value* module_name = globals.as<DictObject>()->table.get(vm.name("__name__"));
    const Value given[] = {message,
                           vm.type_value(category),
                           vm.str(filename),
                           vm.integer(number),
                           by_tokenizer || module_name == nullptr ? Value::none() : *module_name,
                           registry};
    Attempt told = co_await vm.attempt(vm.call(warn, CallArgs(given, 6)));
    if (told.ok()) continue;
    if (!vm.matches(told.exception, category)) co_return vm.raise_exception(told.exception);
    const Value none = Value::none();
    const Value where = vm.tuple({vm.str(filename), vm.integer(number), none, none});
    told.exception.reset();
    co_return vm.raise_exception(
        vm.make_exception_with(vm.exceptions().SyntaxError, {message, where}));
  }
  co_return code;
}

// The code of a text, or raised.
Answer compiled(Vm& vm, std::string_view text, std::string_view filename, Mode mode) {
  ModuleSource* source = vm.options().modules;
  if (source == nullptr)
    return vm.raise(vm.exceptions().RuntimeError, "Simul has no compiler here");
  if (text.find('\0') != std::string_view::npos)
    return vm.raise(vm.exceptions().SyntaxError, "source code string cannot contain null bytes");
  CompiledText made = source->compile_text(text, std::string(filename), mode);
  if (made.code == nullptr) {
    vm.write(2, made.warnings);
    return raise_syntax_error(vm, made, filename);
  }
  const Value code = vm.make_code(std::move(made.code));
  if (made.warnings.empty()) return code;
  const Frame* const asks = caller(vm);
  Value globals = asks != nullptr ? Value::share(asks->globals) : vm.dict();
  return warn_in_python(
      vm, std::string(filename), std::move(made.warnings), code, std::move(globals));
}

bool source_text(Vm& vm, const Value& source, const char* function, std::string& text) {
  if (vm.is_str(source)) {
    text = std::string(vm.text(source));
    // The parser takes the mark away that files in UTF-8 may begin with: a str has no such thing.
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (text.starts_with(kMark)) text.insert(0, kMark);
    // It has no UTF-8, and the error says where.
    return text::find_surrogate(text) == std::string_view::npos ||
           !encode_text(vm, source, "utf-8", "strict").raised();
  }
  if (is_bytes_like(vm, source)) {
    std::size_t bad = 0;
    text = bytes_copy(vm, source);
    text::decode_utf8(text, false, &bad);
    if (bad == std::string_view::npos) return true;
    vm.raise(vm.exceptions().NotImplementedError,
             cat("Simul's ", function, "() takes no bytes but those of UTF-8"));
    return false;
  }
  vm.raise_type_error(cat(function,
                          "() arg 1 must be a string, bytes or ",
                          function == std::string_view("compile") ? "AST" : "code",
                          " object"));
  return false;
}

// Where the code runs: the caller's names as long as nobody says. False: raised.
bool spaces(
    Vm& vm, const char* function, const Value& globals, const Value& locals, Value (&out)[2]) {
  const bool given = globals && !globals.is_none();
  if (given && !vm.is_kind_of(globals, vm.types().dict)) {
    vm.raise_type_error(
        function == std::string_view("eval") && !vm.is_str(globals) && globals.is_object() &&
                vm.type_of(globals)->slots.get_item != nullptr
            ? std::string("globals must be a real dict; try eval(expr, {}, mapping)")
        : function == std::string_view("eval")
            ? std::string("globals must be a dict")
            : cat(function, "() globals must be a dict, not ", vm.type_name(globals)));
    return false;
  }
  Frame* frame = caller(vm);
  out[0] = given ? globals : frame == nullptr ? vm.dict() : Value::share(frame->globals);
  if (locals && !locals.is_none()) {
    if (vm.type_of(locals)->slots.get_item == nullptr && !vm.type_of(locals)->has(kUserClass)) {
      vm.raise_type_error(
          function == std::string_view("eval")
              ? std::string("locals must be a mapping")
              : cat("locals must be a mapping or None, not ", vm.type_name(locals)));
      return false;
    }
    out[1] = locals;
  } else {
    out[1] = given || frame == nullptr ? out[0] : locals_of(vm, frame);
  }
  Table& names = out[0].as<DictObject>()->table;
  StrObject* builtins = vm.name("__builtins__");
  if (names.get(builtins) == nullptr) names.set(builtins, Value::share(vm.builtins_dict()));
  return true;
}

Native run_text(Vm& vm, Value source, Value globals, Value locals, Mode mode) {
  const char* function = mode == Mode::kEval ? "eval" : "exec";
  Value where[2];
  if (!spaces(vm, function, globals, locals, where)) co_return Raised{};
  Value code;
  if (vm.is_exactly(source, vm.types().code)) {
    auto* given = source.as<CodeValue>();
    if (given->code->free_count() > 0)
      co_return vm.raise_type_error(
          cat("code object passed to ", function, "() may not contain free variables"));
    // Its own caches: another dict may stand where the last one stood.
    code = vm.make_code_again(*given);
  } else {
    std::string text;
    if (!source_text(vm, source, function, text)) co_return Raised{};
    std::string_view shown = text;
    if (mode == Mode::kEval)
      shown.remove_prefix(std::min(shown.find_first_not_of(" \t"), shown.size()));
    code = co_await compiled(vm, shown, "<string>", mode);
  }
  Value result = co_await Vm::Internals::run_code_in(vm, code, where[0], where[1]);
  co_return mode == Mode::kEval ? result : Value::none();
}

template <Mode kMode>
Answer run_builtin(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kEval{"eval", {"source", "globals", "locals"}, 3, 1, 1};
  static constexpr Parameters kExec{"exec", {"source", "globals", "locals"}, 3, 1, 1};
  Value slots[3];
  if (!vm.parse(args, kMode == Mode::kEval ? kEval : kExec, slots)) return Raised{};
  return run_text(vm, slots[0], slots[1], slots[2], kMode);
}

Answer builtin_compile(Vm& vm, const CallArgs& args) {
  static constexpr Parameters kParameters{
      "compile", {"source", "filename", "mode", "flags", "dont_inherit", "optimize"}, 6, 3};
  Value slots[6];
  if (!vm.parse(args, kParameters, slots)) return Raised{};
  if (is_bytes(vm, slots[1])) slots[1] = vm.str(bytes_text(vm, slots[1]));
  if (!vm.is_str(slots[1]))
    return vm.raise_type_error(
        cat("expected str, bytes or os.PathLike object, not ", vm.type_name(slots[1])));
  if (!vm.is_str(slots[2]))
    return vm.raise_type_error(
        cat("compile() argument 'mode' must be str, not ", vm.type_name(slots[2])));
  const std::string_view mode = vm.text(slots[2]);
  std::int64_t flags = 0, optimize = -1;
  for (const int i : {3, 5}) {
    if (!slots[i]) continue;
    if (!is_int(vm, slots[i]))
      return vm.raise_type_error(
          cat("'", vm.type_name(slots[i]), "' object cannot be interpreted as an integer"));
    if (!int_argument(vm, slots[i], i == 3 ? flags : optimize)) return Raised{};
  }
  // Futures that are long Python itself, and what only says how a prompt goes on.
  constexpr std::int64_t kNothing =
      0x10 | 0x200 | 0x1000 | 0x4000 | 0x20000 | 0x40000 | 0x80000 | 0x100000 | 0x200000 | 0x800000;
  constexpr std::int64_t kOnlyTree = 0x400, kTopLevelAwait = 0x2000, kOptimizedTree = 0x8400,
                         kOtherFutures = 0x1400000;
  if ((flags & ~(kNothing | kOnlyTree | kTopLevelAwait | kOptimizedTree | kOtherFutures)) != 0)
    return vm.raise_value_error("compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2)
    return vm.raise_value_error("compile(): invalid optimize value");
  if (mode != "exec" && mode != "eval" && mode != "single")
    return vm.raise_value_error("compile() mode must be 'exec', 'eval' or 'single'");
  if ((flags & ~kNothing) != 0)
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul's compile() makes code only, and knows futures from the text alone");
  if (optimize > 0)
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul's compile() leaves no assert and no docstring out");
  std::string text;
  if (!source_text(vm, slots[0], "compile", text)) return Raised{};
  return compiled(vm,
                  text,
                  vm.text(slots[1]),
                  mode == "eval"   ? Mode::kEval
                  : mode == "exec" ? Mode::kExec
                                   : Mode::kSingle);
}

}  // namespace

void install_code_builtins(Vm& vm) {
  vm.add_functions(vm.builtins(),
                   {{"eval", run_builtin<Mode::kEval>, 0, -1, kKeywords},
                    {"exec", run_builtin<Mode::kExec>, 0, -1, kKeywords},
                    {"compile", builtin_compile, 0, -1, kKeywords}});
}

}  // namespace simul::vm

// eval(), exec() and compile(): a text becomes code while the program runs. Mirrors
// Python/bltinmodule.c. The VM knows no compiler: whoever runs it hands one in (ModuleSource).
#include "vm/builtins.hpp"
#include "vm/bytes_like.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/module_source.hpp"

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

// The code of a text, or raised.
Answer compiled(Vm& vm, std::string_view text, std::string_view filename, Mode mode) {
  ModuleSource* source = vm.options().modules;
  if (source == nullptr)
    return vm.raise(vm.exceptions().RuntimeError, "Simul has no compiler here");
  if (text.find('\0') != std::string_view::npos)
    return vm.raise(vm.exceptions().SyntaxError, "source code string cannot contain null bytes");
  CompiledText made = source->compile_text(text, std::string(filename), mode);
  if (!made.warnings.empty()) vm.write(2, made.warnings);
  if (made.code == nullptr) return raise_syntax_error(vm, made, filename);
  return vm.make_code(std::move(made.code));
}

bool source_text(Vm& vm, const Value& source, const char* function, std::string& text) {
  if (vm.is_str(source)) {
    text = std::string(vm.text(source));
    return true;
  }
  if (is_bytes_like(vm, source)) {
    text = bytes_copy(vm, source);
    return true;
  }
  vm.raise_type_error(cat(function, "() arg 1 must be a string, bytes or code object"));
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
  const Value* own = names.get(builtins);
  if (own == nullptr) {
    names.set(builtins, Value::share(vm.builtins_dict()));
  } else if (!own->is(vm.builtins()) && own->object() != vm.builtins_dict()) {
    vm.raise(
        vm.exceptions().NotImplementedError,
        cat("Simul's ", function, "() cannot run with other builtins (leave __builtins__ out)"));
    return false;
  }
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
    code = vm.make_code(given->code);
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
  if (!vm.is_str(slots[1]) || !vm.is_str(slots[2]))
    return vm.raise_type_error(cat("compile() argument ",
                                   vm.is_str(slots[1]) ? "3" : "2",
                                   " must be str, not ",
                                   vm.type_name(vm.is_str(slots[1]) ? slots[2] : slots[1])));
  const std::string_view mode = vm.text(slots[2]);
  std::int64_t flags = 0;
  if (slots[3] && (!vm.to_int64(slots[3], flags) || flags != 0))
    return vm.raise(vm.exceptions().NotImplementedError, "Simul's compile() takes no flags");
  if (mode == "single")
    return vm.raise(vm.exceptions().NotImplementedError,
                    "Simul's compile() has no mode 'single' (nearest: 'exec')");
  if (mode != "exec" && mode != "eval")
    return vm.raise_value_error("compile() mode must be 'exec', 'eval' or 'single'");
  if (vm.is_exactly(slots[0], vm.types().code)) return slots[0];
  std::string text;
  if (!source_text(vm, slots[0], "compile", text)) return Raised{};
  return compiled(vm, text, vm.text(slots[1]), mode == "eval" ? Mode::kEval : Mode::kExec);
}

}  // namespace

void install_code_builtins(Vm& vm) {
  vm.add_functions(vm.builtins(),
                   {{"eval", run_builtin<Mode::kEval>, 0, -1, kKeywords},
                    {"exec", run_builtin<Mode::kExec>, 0, -1, kKeywords},
                    {"compile", builtin_compile, 0, -1, kKeywords}});
}

}  // namespace simul::vm

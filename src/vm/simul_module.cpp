// _simul: what the library's Python modules need from the machine and no program should ask for.
#include <utility>

#include "vm/alias_type.hpp"
#include "vm/bytes_like.hpp"
#include "vm/depth.hpp"
#include "vm/inspect.hpp"
#include "vm/internals.hpp"
#include "vm/module_source.hpp"
#include "vm/modules.hpp"
#include "vm/program.hpp"
#include "vm/traceback.hpp"

namespace simul::vm {
namespace {

// run(text, filename, globals): a module's body from a text. CPython's dataclasses and namedtuple
// make their methods so, and their frames say "<string>".
Native simul_run(Vm& vm, OwnedArgs args) {
  ModuleSource* source = vm.options().modules;
  if (source == nullptr || !vm.is_str(args[0]) || !vm.is_str(args[1]) ||
      !vm.is_kind_of(args[2], vm.types().dict))
    co_return vm.raise_type_error("run() takes a text, a file name and a dict");
  std::shared_ptr<const bytecode::CodeObject> compiled =
      source->compile(vm.text(args[0]), std::string(vm.text(args[1])));
  if (compiled == nullptr) co_return vm.raise(vm.exceptions().SyntaxError, "invalid syntax");
  const Value code = vm.make_code(std::move(compiled));
  const Value globals = args[2];
  Value result = co_await Vm::Internals::run_code(vm, code, globals);
  co_return result;
}

// frame(depth): the program's or a library's frame, twins not counted; None beyond the last.
Answer simul_frame(Vm& vm, const CallArgs& args) {
  std::int64_t depth = 0;
  if (!vm.to_int64(args[0], depth)) return vm.raise_type_error("an integer is required");
  Frame* frame = Vm::Internals::visible_frame(vm, depth);
  return frame == nullptr ? Value::none() : Value::share(frame);
}

// frames_left(): how many Python frames may still be entered. A twin counts none of its own, and
// must refuse what would be too deep for the Python code that CPython has in its place.
Answer simul_frames_left(Vm& vm, const CallArgs& args) {
  (void)args;
  return vm.integer(vm.options().recursion_limit - python_frames(*vm.running()));
}

// natives_left(): how deep C code in the place of the twin that asks may still go into itself.
Answer simul_natives_left(Vm& vm, const CallArgs& args) {
  (void)args;
  return vm.integer(kMostNatives - 1 - vm.running()->depth / kOneNative);
}

// source(filename): the program's text, None for every other file.
Answer simul_source(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[0]) || vm.text(args[0]) != vm.options().filename) return Value::none();
  return vm.str(vm.options().source);
}

// The folder that open() works on, known here so that it can be shown while the program runs and
// after it has ended.
struct FolderState final : Extension {
  Value files;  // a dict: absolute name to bytearray
};

// folder(): the dict of all files, with those that the program finds there.
Answer simul_folder(Vm& vm, const CallArgs&) {
  auto state = std::make_unique<FolderState>();
  state->files = vm.dict();
  for (const auto& [name, content] : vm.options().files)
    state->files.as<DictObject>()->table.set(vm.name(name), make_bytearray(vm, content));
  Value files = state->files;
  vm.extension(ExtensionId::kFolder) = std::move(state);
  return files;
}

// format_exception(exception): its whole traceback as a text.
Answer simul_format_exception(Vm& vm, const CallArgs& args) {
  if (!vm.type_of(args[0])->is_exception) return vm.raise_type_error("an exception is required");
  return format_exception_text(vm, args[0]);
}

// exception_only(exception, traceback): "Type: message", with the hint that this traceback shows.
Answer simul_exception_only(Vm& vm, const CallArgs& args) {
  if (!vm.type_of(args[0])->is_exception) return vm.raise_type_error("an exception is required");
  const bool is_traceback = vm.is_exactly(args[1], vm.types().traceback);
  return exception_only(vm, args[0], true, is_traceback ? args[1] : Value());
}

// format_traceback(traceback): the "  File ..." lines of its first frame.
Answer simul_format_traceback(Vm& vm, const CallArgs& args) {
  if (args[0].is_none()) return vm.str("");
  if (!vm.is_exactly(args[0], vm.types().traceback))
    return vm.raise_type_error("a traceback is required");
  const auto* link = args[0].as<TracebackObject>();
  auto* alone = vm.instantiate<TracebackObject>(vm.types().traceback);
  alone->frame = link->frame;
  alone->instruction = link->instruction;
  alone->line = link->line;
  return vm.str(format_frames(vm, Value::adopt(alone)));
}

// position(traceback or frame): where the code stands that raised in its first frame, or that the
// frame is at, as (end line, column, end column).
Answer simul_position(Vm& vm, const CallArgs& args) {
  const Frame* frame = nullptr;
  std::uint32_t instruction = 0;
  if (vm.is_exactly(args[0], vm.types().traceback)) {
    const auto* link = args[0].as<TracebackObject>();
    frame = link->frame.as<Frame>();
    instruction = link->instruction;
  } else if (vm.is_exactly(args[0], vm.types().frame)) {
    frame = args[0].as<Frame>();
    instruction = frame->instruction();
  } else {
    return vm.raise_type_error("a traceback or a frame is required");
  }
  const auto& positions = frame->code->code->positions;
  if (instruction >= positions.size())
    return vm.tuple({Value::none(), Value::none(), Value::none()});
  const bytecode::Position& place = positions[instruction];
  return vm.tuple({vm.integer(place.end_line), vm.integer(place.col), vm.integer(place.end_col)});
}

// names_loaded(code): the names that it takes from the globals, and those that it takes from
// objects, once for each instruction that does.
Answer simul_names_loaded(Vm& vm, const CallArgs& args) {
  if (!vm.is_exactly(args[0], vm.types().code)) return vm.raise_type_error("a code is required");
  const auto* code = args[0].as<CodeValue>();
  std::vector<Value> globals, attributes;
  for (const bytecode::Instruction& each : code->code->code)
    if (each.op() == bytecode::Opcode::LOAD_GLOBAL)
      globals.push_back(Value::share(code->names[each.arg() >> 1]));
    else if (each.op() == bytecode::Opcode::LOAD_ATTR)
      attributes.push_back(Value::share(code->names[each.arg() >> 1]));
  return vm.tuple({vm.tuple(std::move(globals)), vm.tuple(std::move(attributes))});
}

// And all that are derived from it, unless one of them has been told otherwise.
void take_pattern(Type* type, std::uint32_t pattern) {
  constexpr std::uint32_t kBoth = kSequencePattern | kMappingPattern;
  if (!type->has(kUserClass) || (type->flags & kBoth) == pattern) return;
  type->flags = (type->flags & ~kBoth) | pattern;
  for (Type* each : type->subclasses) take_pattern(each, pattern);
}

// match_as(cls, pattern): `case [...]` (1) or `case {...}` (2) takes its instances; 0: as
// `pattern`, a class, says.
Answer simul_match_as(Vm& vm, const CallArgs& args) {
  if (!vm.is_kind_of(args[0], vm.types().type)) return vm.raise_type_error("a class is required");
  auto* type = args[0].as<Type>();
  std::int64_t which = 0;
  if (vm.to_int64(args[1], which)) {
    type->flags |= which == 1 ? kSequencePattern : kMappingPattern;
  } else if (vm.is_kind_of(args[1], vm.types().type) && type->has(kUserClass)) {
    const std::uint32_t pattern = args[1].as<Type>()->flags & (kSequencePattern | kMappingPattern);
    if (pattern != 0) take_pattern(type, pattern);
  }
  return Value::none();
}

// What the messages of functions written in C call the value's type: with its module, for some.
Answer simul_type_name(Vm& vm, const CallArgs& args) {
  return vm.str(vm.type_name(args[0]));
}

// c_class(cls): CPython has it in C: its errors call it by its module too. Gives cls, so that it
// may decorate.
Answer simul_c_class(Vm& vm, const CallArgs& args) {
  if (!vm.is_kind_of(args[0], vm.types().type) || !args[0].as<Type>()->has(kUserClass))
    return vm.raise_type_error("a class is required");
  auto* type = args[0].as<Type>();
  if (!type->has(kDottedName) && vm.is_str(type->module))
    type->name = std::string(vm.text(type->module)) + "." + type->name;
  type->flags |= kDottedName;
  return args[0];
}

// made_in_python(cls): by a class statement, and not in the place of one that CPython has in C.
Answer simul_made_in_python(Vm& vm, const CallArgs& args) {
  if (!vm.is_kind_of(args[0], vm.types().type)) return vm.raise_type_error("a class is required");
  const auto* type = args[0].as<Type>();
  return Value::boolean(type->has(kUserClass) && !type->has(kDottedName));
}

// iterable_coroutine(function): its generators may be awaited, as types.coroutine() promises.
Answer simul_iterable_coroutine(Vm& vm, const CallArgs& args) {
  if (!vm.is_exactly(args[0], vm.types().function))
    return vm.raise_type_error("a function is required");
  auto* function = args[0].as<FunctionObject>();
  auto code = std::make_shared<bytecode::CodeObject>(*function->code->code);
  code->flags |= bytecode::kIterableCoroutine;
  Value made = vm.make_code_without_constants(std::move(code));
  made.as<CodeValue>()->constants = function->code->constants;
  Value old = Value::adopt(std::exchange(function->code, made.as<CodeValue>()));
  (void)made.leak();
  return args[0];
}

// union(a, b): a | b of what may be part of one, without asking whether they may.
Answer simul_union(Vm& vm, const CallArgs& args) {
  return union_of(vm, args[0], args[1]);
}

// collect(): circles of objects that nobody else holds die; how many objects that were.
Answer simul_collect(Vm& vm, const CallArgs& args) {
  (void)args;
  return vm.integer(vm.collect());
}

// mark(text): a mark of the program's own on the axis.
Answer simul_mark(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[0])) return vm.raise_type_error("mark() takes a text");
  vm.write(3, vm.text(args[0]));
  return Value::none();
}

void fill(Vm& vm, const Value& module) {
  vm.add_functions(module,
                   {{"run", simul_run, 3, 3},
                    {"collect", simul_collect, 0, 0},
                    {"frame", simul_frame, 1, 1},
                    {"frames_left", simul_frames_left, 0, 0},
                    {"natives_left", simul_natives_left, 0, 0},
                    {"mark", simul_mark, 1, 1},
                    {"union", simul_union, 2, 2},
                    {"match_as", simul_match_as, 2, 2},
                    {"c_class", simul_c_class, 1, 1},
                    {"made_in_python", simul_made_in_python, 1, 1},
                    {"type_name", simul_type_name, 1, 1},
                    {"source", simul_source, 1, 1},
                    {"folder", simul_folder, 0, 0},
                    {"format_exception", simul_format_exception, 1, 1},
                    {"exception_only", simul_exception_only, 2, 2},
                    {"format_traceback", simul_format_traceback, 1, 1},
                    {"position", simul_position, 1, 1},
                    {"names_loaded", simul_names_loaded, 1, 1},
                    {"iterable_coroutine", simul_iterable_coroutine, 1, 1}});
}

}  // namespace

Files files_of(Program& program) {
  Vm& vm = program.vm();
  const auto* state = static_cast<const FolderState*>(vm.extension(ExtensionId::kFolder).get());
  if (state == nullptr) return vm.options().files;
  Files files;
  for (const Table::Entry& entry : state->files.as<DictObject>()->table.entries())
    if (entry.key && vm.is_str(entry.key) && is_bytearray(vm, entry.value))
      files.emplace_back(vm.text(entry.key), entry.value.as<ByteArrayObject>()->content);
  return files;
}

void register_simul(Vm& vm) {
  vm.register_module("_simul", fill);
}

Frame* Vm::Internals::visible_frame(Vm& vm, std::int64_t depth) {
  if (vm.running() == nullptr || depth < 0) return nullptr;
  for (Activation* each = vm.running()->top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    auto* frame = static_cast<Frame*>(each);
    if (frame->code->kind != FrameKind::kHidden && depth-- == 0) return frame;
  }
  return nullptr;
}

}  // namespace simul::vm

// What runs, as a program sees it: cells, code and frames; and the three objects that are only
// themselves. Mirrors Objects/cellobject.c, codeobject.c, frameobject.c and object.c.
#include <algorithm>
#include <cstddef>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/frame_locals.hpp"
#include "vm/function.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"
#include "vm/slots.hpp"
#include "vm/warnings.hpp"

namespace simul::vm {
namespace {

void cell_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<CellObject*>(object)->content);
}
void cell_clear(Object* object) {
  static_cast<CellObject*>(object)->content.reset();
}
// cell(): empty; cell(content).
SIMUL_RARE Answer cell_create(Vm& vm, Type* cls, const CallArgs& args) {
  if (args.keywords() > 0) return vm.raise_type_error("cell() takes no keyword arguments");
  if (args.size() > 1)
    return vm.raise_type_error(cat("cell expected at most 1 argument, got ", args.size()));
  auto* made = vm.instantiate<CellObject>(cls);
  if (args.size() == 1) made->content = args[0];
  return Value::adopt(made);
}

Answer cell_contents(Vm& vm, const Value& self) {
  const Value& content = self.as<CellObject>()->content;
  if (!content) return vm.raise_value_error("Cell is empty");
  return content;
}
Answer set_cell_contents(Vm&, const Value& self, const Value& value) {
  self.as<CellObject>()->content = value;
  return Value::none();
}
SIMUL_RARE Answer cell_repr(Vm& vm, const Value& self) {
  const Value& content = self.as<CellObject>()->content;
  if (!content) return vm.str(cat("<cell at ", quoted_address(self.object()), ": empty>"));
  // A small int is nowhere in memory here.
  const Object* where = content.is_object() ? content.object() : self.object();
  return vm.str(cat("<cell at ",
                    quoted_address(self.object()),
                    ": ",
                    vm.type_name(content),
                    " object at ",
                    quoted_address(where),
                    ">"));
}
// By what is in them; an empty one comes before all others.
SIMUL_RARE Answer cell_compare(Vm& vm, const Value& a, const Value& b, CompareOp op) {
  if (!vm.is_exactly(a, vm.types().cell) || !vm.is_exactly(b, vm.types().cell))
    return Value::not_implemented();
  const Value left = a.as<CellObject>()->content, right = b.as<CellObject>()->content;
  if (left && right) return vm.compare(left, right, op);
  return vm.compare(
      Value::boolean(static_cast<bool>(left)), Value::boolean(static_cast<bool>(right)), op);
}
void code_traverse(Object* object, Visitor& visitor) {
  for (const Value& each : static_cast<CodeValue*>(object)->constants) visitor.visit(each);
}
SIMUL_RARE Answer code_repr(Vm& vm, const Value& self) {
  const bytecode::CodeObject& code = *self.as<CodeValue>()->code;
  return vm.str(cat("<code object ",
                    code.name,
                    " at ",
                    quoted_address(self.object()),
                    ", file \"",
                    code.filename,
                    "\", line ",
                    code.first_line,
                    ">"));
}
Answer code_name(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->name);
}
Answer code_filename(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->filename);
}
Answer code_line(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->first_line);
}
Answer code_flags(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->flags);
}
Answer code_keyword_only(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->keyword_only_count);
}
Answer code_positional_only(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->positional_only_count);
}
SIMUL_RARE Answer code_names(Vm& vm, const Value& self) {
  std::vector<Value> names;
  for (StrObject* each : self.as<CodeValue>()->names) names.push_back(Value::share(each));
  return vm.tuple(std::move(names));
}
Answer code_constants(Vm& vm, const Value& self) {
  return vm.tuple(std::vector<Value>(self.as<CodeValue>()->constants));
}
Answer code_local_count(Vm& vm, const Value& self) {
  const auto& kinds = self.as<CodeValue>()->code->local_kinds;
  return vm.integer(std::count_if(kinds.begin(), kinds.end(), [](std::uint8_t kind) {
    return (kind & bytecode::kLocal) != 0;
  }));
}
template <std::uint8_t kKind>
Answer code_names_of(Vm& vm, const Value& self) {
  std::vector<Value> names;
  const auto* code = self.as<CodeValue>();
  for (std::size_t i = 0; i < code->local_names.size(); ++i) {
    if ((code->code->local_kinds[i] & kKind) != 0)
      names.push_back(Value::share(code->local_names[i]));
  }
  return vm.tuple(std::move(names));
}
Answer code_qualname(Vm& vm, const Value& self) {
  return vm.str(self.as<CodeValue>()->code->qualname);
}
Answer code_args(Vm& vm, const Value& self) {
  return vm.integer(self.as<CodeValue>()->code->arg_count);
}
Answer code_varnames(Vm& vm, const Value& self) {
  std::vector<Value> names;
  const auto* code = self.as<CodeValue>();
  for (std::size_t i = 0; i < code->local_names.size(); ++i) {
    if ((code->code->local_kinds[i] & bytecode::kLocal) != 0)
      names.push_back(Value::share(code->local_names[i]));
  }
  return vm.tuple(std::move(names));
}

std::size_t frame_size(const Object* object) {
  return sizeof(Frame) + static_cast<const Frame*>(object)->code->frame_slots * sizeof(Value);
}
void frame_traverse(Object* object, Visitor& visitor) {
  auto* frame = static_cast<Frame*>(object);
  if (frame->function != nullptr) {
    visitor.visit_object(frame->function);
  } else {
    visitor.visit_object(frame->code);
    visitor.visit_object(frame->globals);
  }
  visitor.visit(frame->namespace_);
  if (frame->cleared) return;
  for (Value* slot = frame->slots(); slot < frame->sp; ++slot) visitor.visit(*slot);
}
void frame_clear(Object* object) {
  auto* frame = static_cast<Frame*>(object);
  if (frame->generator == nullptr && frame->below == nullptr) Vm::Internals::clear_frame(frame);
}
void frame_destroy(Object* object) {
  auto* frame = static_cast<Frame*>(object);
  Vm::Internals::clear_frame(frame);
  Value function, code, globals;
  if (frame->function != nullptr) {
    function = Value::adopt(frame->function);
  } else {
    code = Value::adopt(frame->code);
    globals = Value::adopt(frame->globals);
  }
  frame->~Frame();
}
Answer frame_line(Vm& vm, const Value& self) {
  const auto* frame = self.as<Frame>();
  // What the compiler adds of its own, where branches meet, stands nowhere.
  if (frame->code->code->positions[frame->instruction()].line <= 0) return Value::none();
  return vm.integer(self.as<Frame>()->line());
}
Answer frame_code(Vm&, const Value& self) {
  return Value::share(self.as<Frame>()->code);
}
Answer frame_globals(Vm&, const Value& self) {
  return Value::share(self.as<Frame>()->globals);
}
Answer frame_back(Vm& vm, const Value& self) {
  for (Activation* each = self.as<Frame>()->below; each != nullptr; each = each->below) {
    if (each->kind == Activation::Kind::kPython) return Value::share(static_cast<Frame*>(each));
  }
  if (auto* frame = self.as<Frame>();
      frame->keeps_caller && !frame->cleared && vm.is_exactly(frame->sp[-1], vm.types().frame))
    return frame->sp[-1];
  return Value::none();
}
Answer frame_names(Vm& vm, const Value& self) {
  return frame_locals(vm, self.as<Frame>());
}
Answer frame_builtins(Vm& vm, const Value&) {
  return Value::share(vm.builtins_dict());
}
Answer clear_frame(Vm& vm, const CallArgs& args) {
  auto* frame = args[0].as<Frame>();
  const auto refuse = [&vm](const char* what) {
    return vm.raise(vm.exceptions().RuntimeError, cat("cannot clear ", what, " frame"));
  };
  for (const Activation* each = vm.running()->top; each != nullptr; each = each->below)
    if (each == frame) return refuse("an executing");
  if (frame->below != nullptr) return refuse("an executing");
  if (GeneratorObject* const generator = frame->generator; generator != nullptr) {
    using State = GeneratorObject::State;
    if (generator->state == State::kRunning) return refuse("an executing");
    if (generator->state == State::kSuspended) return refuse("a suspended");
    if (generator->state == State::kCreated) {
      if (generator->flavour == GeneratorObject::Flavour::kCoroutine)
        warn_never_awaited(vm, generator);
      return close_generator(vm, Value::share(generator));
    }
  }
  Vm::Internals::clear_frame(frame);
  return Value::none();
}

Answer none_repr(Vm& vm, const Value&) {
  return vm.str("None");
}
Answer none_truth(Vm&, const Value&) {
  return Value::boolean(false);
}
Answer not_implemented_repr(Vm& vm, const Value&) {
  return vm.str("NotImplemented");
}
Answer not_implemented_truth(Vm& vm, const Value&) {
  if (!warn_or_raise(vm,
                     vm.exceptions().DeprecationWarning,
                     "NotImplemented should not be used in a boolean context"))
    return Raised{};
  return Value::boolean(true);
}
Answer ellipsis_repr(Vm& vm, const Value&) {
  return vm.str("Ellipsis");
}
Answer none_create(Vm& vm, Type* type, const CallArgs& args) {
  if (args.total() > 0) return vm.raise_type_error(cat(type->name, " takes no arguments"));
  return type == vm.types().none_type       ? Value::none()
         : type == vm.types().ellipsis_type ? Value::ellipsis()
                                            : Value::not_implemented();
}

}  // namespace

void install_frames(Vm& vm) {
  const Types& t = vm.types();
  vm.define(t.cell,
            {.name = "cell",
             .instance_size = sizeof(CellObject),
             .flags = kUnhashable,
             .slots = {.destroy = destroy_as<CellObject>,
                       .traverse = cell_traverse,
                       .clear = cell_clear,
                       .repr = cell_repr,
                       .compare = cell_compare,
                       .create = cell_create},
             .getters = {{"cell_contents", cell_contents, set_cell_contents}}});
  vm.define(
      t.code,
      {.name = "code",
       .instance_size = sizeof(CodeValue),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<CodeValue>, .traverse = code_traverse, .repr = code_repr},
       .getters = {{"co_name", code_name},
                   {"co_filename", code_filename},
                   {"co_firstlineno", code_line},
                   {"co_flags", code_flags},
                   {"co_argcount", code_args},
                   {"co_kwonlyargcount", code_keyword_only},
                   {"co_posonlyargcount", code_positional_only},
                   {"co_names", code_names},
                   {"co_consts", code_constants},
                   {"co_nlocals", code_local_count},
                   {"co_freevars", code_names_of<bytecode::kFree>},
                   {"co_cellvars", code_names_of<bytecode::kCell>},
                   {"co_qualname", code_qualname},
                   {"co_varnames", code_varnames}}});
  vm.define(t.frame,
            {.name = "frame",
             .instance_size = sizeof(Frame),
             .flags = kVariableSize | kAbstract,
             .slots = {.destroy = frame_destroy,
                       .size_of = frame_size,
                       .traverse = frame_traverse,
                       .clear = frame_clear},
             .methods = {{"clear", clear_frame, 0, 0}},
             .getters = {{"f_lineno", frame_line},
                         {"f_code", frame_code},
                         {"f_globals", frame_globals},
                         {"f_back", frame_back},
                         {"f_locals", frame_names},
                         {"f_builtins", frame_builtins}}});
  install_frame_locals(vm);
  vm.define(t.none_type,
            {.name = "NoneType",
             .slots = {.repr = none_repr, .truth = none_truth, .create = none_create}});
  vm.define(
      t.not_implemented_type,
      {.name = "NotImplementedType",
       .slots = {
           .repr = not_implemented_repr, .truth = not_implemented_truth, .create = none_create}});
  vm.define(t.ellipsis_type,
            {.name = "ellipsis", .slots = {.repr = ellipsis_repr, .create = none_create}});
}

}  // namespace simul::vm

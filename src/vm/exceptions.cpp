// The exception types' behaviour. Mirrors Objects/exceptions.c.
#include "vm/exceptions.hpp"

#include <algorithm>
#include <cstddef>

#include "base/rare.hpp"
#include "vm/bytes_like.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/exception_fields.hpp"
#include "vm/exception_groups.hpp"
#include "vm/internals.hpp"
#include "vm/os_errors.hpp"
#include "vm/slots.hpp"
#include "vm/suggestions.hpp"
#include "vm/syntax_errors.hpp"
#include "vm/unicode_errors.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

static constexpr char kMessage[] = "msg";  // of an ImportError, where the program has set it

static bool has_fields(Vm& vm, Type* type) {
  if (!type->has(kFieldsKnown)) {
    const ExceptionTypes& x = vm.exceptions();
    type->flags |= kFieldsKnown;
    for (const Type* each : type->mro) {
      if (each == x.SyntaxError || each == x.StopIteration || each == x.SystemExit ||
          each == x.OSError || each == x.BaseExceptionGroup || each == x.UnicodeError)
        type->flags |= kHasFields;
    }
  }
  return type->has(kHasFields);
}

static void fill_from_args(Vm& vm, ExceptionObject* object) {
  const ExceptionTypes& x = vm.exceptions();
  const Type* type = object->type;
  if (!has_fields(vm, object->type)) return;
  const auto* args = object->args.as<TupleObject>();
  if (type->is_subtype_of(x.SyntaxError)) {
    fill_syntax_error(vm, object);
  } else if (type->is_subtype_of(x.StopIteration)) {
    object->first = args->size > 0 ? args->items()[0] : Value::none();
  } else if (type->is_subtype_of(x.SystemExit)) {
    object->first = args->size == 0   ? Value::none()
                    : args->size == 1 ? args->items()[0]
                                      : object->args;
  } else if (type->is_subtype_of(x.OSError) && args->size >= 2 && args->size <= 5) {
    object->first = args->items()[0];
    object->second = args->items()[1];
  } else if (type->is_subtype_of(x.BaseExceptionGroup) && args->size == 2) {
    object->first = args->items()[0];
    object->second = args->items()[1];
    if (vm.is_kind_of(object->second, vm.types().list))
      object->second = vm.tuple(object->second.as<ListObject>()->items);
  }
}

// In the order of BaseException_clear(), before it what the type has besides.
void destroy_exception(Object* object) {
  auto* exception = static_cast<ExceptionObject*>(object);
  for (Value* each : {&exception->first,
                      &exception->second,
                      &exception->besides,
                      &exception->dict,
                      &exception->args,
                      &exception->traceback,
                      &exception->cause,
                      &exception->context}) {
    if (each->is_object()) each->reset();
  }
}

Value Internals::new_exception(Vm& vm, Type* type, Value args) {
  auto* object = vm.instantiate<ExceptionObject>(type);
  object->args = std::move(args);
  fill_from_args(vm, object);
  return Value::adopt(object);
}

// --- the objects
// --------------------------------------------------------------------------------------------------------------

namespace {

ExceptionObject* self_of(const Value& value) {
  return value.as<ExceptionObject>();
}

Answer exception_create(Vm& vm, Type* type, const CallArgs& args) {
  if (type == vm.exceptions().OSError) type = os_error_of(vm, args);
  if (has_fields(vm, type) && type->is_subtype_of(vm.exceptions().BaseExceptionGroup)) {
    Answer checked = check_group(vm, type, args);
    if (checked.raised()) return checked;
  }
  if ((type == vm.exceptions().UnicodeEncodeError || type == vm.exceptions().UnicodeDecodeError) &&
      args.size() != 5) {
    return vm.raise_type_error(cat("function takes exactly 5 arguments (", args.size(), " given)"));
  }
  if (type == vm.exceptions().UnicodeTranslateError && args.size() != 4)
    return vm.raise_type_error(cat("function takes exactly 4 arguments (", args.size(), " given)"));
  if (type == vm.exceptions().UnicodeDecodeError && !need_bytes_like(vm, args[1])) return Raised{};
  // Of the type itself __init__() is not called.
  if (has_fields(vm, type) && type->is_subtype_of(vm.exceptions().SyntaxError) &&
      !type->has(kUserClass) && !is_place_of_syntax_error(vm, args))
    return Raised{};
  const std::size_t taken = waits_for_init(vm, type) ? 0 : args.size();
  TupleObject* tuple = vm.make_tuple(taken);
  for (std::size_t i = 0; i < taken; ++i) tuple->items()[i] = args[i];
  Value made = Internals::new_exception(vm, type, Value::adopt(tuple));
  if (!take_file_names(vm, made.as<ExceptionObject>())) return Raised{};
  return made;
}

Answer exception_init(Vm& vm, const Value& self, const CallArgs& args);

}  // namespace

Value Internals::plain_exception(Vm& vm, Type* type, const CallArgs& args) {
  if (args.names != nullptr || type->slots.create != exception_create ||
      type->slots.init != exception_init || has_fields(vm, type))
    return {};
  TupleObject* tuple = nullptr;
  if (args.size() == 1) {  // as most have
    tuple = vm.heap_.make<TupleObject>(vm.types_.tuple, sizeof(Value));
    tuple->size = 1;
    new (tuple->items()) Value(args[0]);
  } else {
    tuple = vm.make_tuple(args.size());
    for (std::uint32_t i = 0; i < args.size(); ++i) tuple->items()[i] = args[i];
  }
  auto* object = !type->has(kUserClass) && type->instance_size == sizeof(ExceptionObject)
                     ? vm.heap_.make<ExceptionObject>(type)
                     : vm.instantiate<ExceptionObject>(type);
  new (&object->args) Value(Value::adopt(tuple));
  return Value::adopt(object);
}

namespace {

Answer exception_init(Vm& vm, const Value& self, const CallArgs& args) {
  auto* object = self_of(self);
  const ExceptionTypes& x = vm.exceptions();
  Type* type = object->type;
  if (type->is_subtype_of(x.AttributeError) || type->is_subtype_of(x.NameError) ||
      type->is_subtype_of(x.ImportError)) {
    object->first.reset();
    object->second.reset();
    if (besides(vm, object, kNameFrom)) set_besides(vm, object, kNameFrom, Value::none());
  }
  if (type->is_subtype_of(x.SyntaxError) && !is_place_of_syntax_error(vm, args)) return Raised{};
  for (std::size_t k = 0; k < args.keywords(); ++k) {
    const std::string_view key = args.keyword_name(k)->text();
    if (key == "name" && (type->is_subtype_of(x.AttributeError) ||
                          type->is_subtype_of(x.NameError) || type->is_subtype_of(x.ImportError))) {
      object->first = args.keyword_value(k);
    } else if (key == "obj" && type->is_subtype_of(x.AttributeError)) {
      object->second = args.keyword_value(k);
    } else if (key == "path" && type->is_subtype_of(x.ImportError)) {
      object->second = args.keyword_value(k);
    } else if (type->is_subtype_of(x.ImportError)) {
      if (key != kNameFrom)
        return vm.raise_type_error(
            cat("ImportError() got an unexpected keyword argument '", key, "'"));
      set_besides(vm, object, kNameFrom, args.keyword_value(k));
    } else {
      return vm.raise_type_error(cat(type->name, "() takes no keyword arguments"));
    }
  }
  if (!type->is_subtype_of(x.BaseExceptionGroup) && !is_made_by_new(vm, type)) {
    TupleObject* tuple = vm.make_tuple(args.size());
    for (std::size_t i = 0; i < args.size(); ++i) tuple->items()[i] = args[i];
    object->args = Value::adopt(tuple);
    fill_from_args(vm, object);
    if (!take_file_names(vm, object)) return Raised{};
  }
  return Value::none();
}

// ImportError.msg: what it was given alone, unless the program has set another.
Value message_of(Vm& vm, const ExceptionObject* object) {
  if (Value set = besides(vm, object, kMessage)) return set;
  const auto* args = object->args.as<TupleObject>();
  return args->size == 1 ? args->items()[0] : Value();
}

SIMUL_RARE Answer exception_str(Vm& vm, const Value& self) {
  const auto* object = self_of(self);
  const auto* args = object->args.as<TupleObject>();
  if (vm.is_kind_of(self, vm.exceptions().BaseExceptionGroup) && object->second) {
    const std::size_t count = object->second.as<TupleObject>()->size;
    return vm.str(
        cat(vm.text(object->first), " (", count, " sub-exception", count == 1 ? "" : "s", ")"));
  }
  if (object->second && vm.is_kind_of(self, vm.exceptions().SyntaxError))
    return syntax_error_str(vm, self);
  if (has_os_error_str(vm, object)) return os_error_str(vm, object);
  if (object->besides && vm.is_kind_of(self, vm.exceptions().ImportError)) {
    const Value message = message_of(vm, object);
    if (message && vm.is_exactly(message, vm.types().str)) return message;
  }
  if (args->size == 0)
    return vm.str(vm.is_kind_of(self, vm.exceptions().SyntaxError) ? "None" : "");
  if (args->size == 1) {
    const Value only = args->items()[0];
    if (vm.is_kind_of(self, vm.exceptions().KeyError)) return vm.repr(only);
    return vm.str_of(only);
  }
  if (args->size == 4 && vm.is_kind_of(self, vm.exceptions().UnicodeTranslateError))
    return unicode_error_text(vm, self);
  if (args->size == 5 && (vm.is_kind_of(self, vm.exceptions().UnicodeEncodeError) ||
                          vm.is_kind_of(self, vm.exceptions().UnicodeDecodeError)))
    return unicode_error_text(vm, self);
  return vm.repr(object->args);
}

SIMUL_RARE Native repr_slowly(Vm& vm, Value self) {
  const auto* object = self_of(self);
  const std::string name = vm.type_of(self)->name;
  const Value args = object->args;
  if (args.as<TupleObject>()->size == 1) {
    Value only = co_await vm.repr(args.as<TupleObject>()->items()[0]);
    co_return vm.str(cat(name, "(", vm.text(only), ")"));
  }
  Value all = co_await vm.repr(args);
  co_return vm.str(cat(name, vm.text(all)));
}
SIMUL_RARE Answer exception_repr(Vm& vm, const Value& self) {
  return repr_slowly(vm, self);
}

void exception_traverse(Object* object, Visitor& visitor) {
  auto* exception = static_cast<ExceptionObject*>(object);
  for (const Value* each : {&exception->args,
                            &exception->dict,
                            &exception->traceback,
                            &exception->context,
                            &exception->cause,
                            &exception->first,
                            &exception->second,
                            &exception->besides}) {
    visitor.visit(*each);
  }
}
void exception_clear(Object* object) {
  auto* exception = static_cast<ExceptionObject*>(object);
  for (Value* each : {&exception->dict,
                      &exception->traceback,
                      &exception->context,
                      &exception->cause,
                      &exception->first,
                      &exception->second,
                      &exception->besides}) {
    each->reset();
  }
}

Answer get_args(Vm&, const Value& self) {
  return self_of(self)->args;
}
SIMUL_RARE Native set_args_slowly(Vm& vm, Value self, Value value) {
  Value list = co_await vm.to_list(value);
  self_of(self)->args = vm.tuple(list.as<ListObject>()->items);
  co_return Value::none();
}
Answer set_args(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("args may not be deleted");
  return set_args_slowly(vm, self, value);
}
Answer get_cause(Vm&, const Value& self) {
  return or_none(self_of(self)->cause);
}
Answer set_cause(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("__cause__ may not be deleted");
  if (value && !value.is_none() && !vm.type_of(value)->is_exception) {
    return vm.raise_type_error("exception cause must be None or derive from BaseException");
  }
  self_of(self)->cause = value && !value.is_none() ? value : Value();
  self_of(self)->suppress_context = true;
  return Value::none();
}
Answer get_context(Vm&, const Value& self) {
  return or_none(self_of(self)->context);
}
Answer set_context_value(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("__context__ may not be deleted");
  if (value && !value.is_none() && !vm.type_of(value)->is_exception) {
    return vm.raise_type_error("exception context must be None or derive from BaseException");
  }
  self_of(self)->context = value && !value.is_none() ? value : Value();
  return Value::none();
}
Answer get_suppress(Vm&, const Value& self) {
  return Value::boolean(self_of(self)->suppress_context);
}
Answer set_suppress(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("can't delete numeric/char attribute");
  if (!vm.is_exactly(value, vm.types().bool_))
    return vm.raise_type_error("attribute value type must be bool");
  self_of(self)->suppress_context = value.is_true();
  return Value::none();
}
Answer get_traceback(Vm&, const Value& self) {
  return or_none(self_of(self)->traceback);
}
Answer set_traceback(Vm& vm, const Value& self, const Value& value) {
  if (!value) return vm.raise_type_error("__traceback__ may not be deleted");
  if (value && !value.is_none() && !vm.is_exactly(value, vm.types().traceback)) {
    return vm.raise_type_error("__traceback__ must be a traceback or None");
  }
  self_of(self)->traceback = value && !value.is_none() ? value : Value();
  return Value::none();
}
Answer with_traceback(Vm& vm, const CallArgs& args) {
  Answer set = set_traceback(vm, args[0], args[1]);
  if (set.raised()) return set;
  return args[0];
}
SIMUL_RARE Native set_state(Vm& vm, OwnedArgs args) {
  if (args[1].is_none()) co_return Value::none();
  if (!vm.is_kind_of(args[1], vm.types().dict))
    co_return vm.raise_type_error("state is not a dictionary");
  std::vector<std::pair<Value, Value>> all;
  for (const Table::Entry& entry : args[1].as<DictObject>()->table.entries())
    if (entry.key && vm.is_str(entry.key)) all.emplace_back(entry.key, entry.value);
  for (const auto& [name, value] : all)
    co_await vm.set_attr(args[0], vm.intern_object(name.as<StrObject>()), value);
  co_return Value::none();
}

SIMUL_RARE Answer add_note(Vm& vm, const CallArgs& args) {
  if (!vm.is_str(args[1]))
    return vm.raise_type_error(cat("note must be a str, not '", vm.type_name(args[1]), "'"));
  DictObject* dict = vm.instance_dict(args[0], true);
  StrObject* name = Vm::Internals::names_of(vm).__notes__;
  const Value* notes = dict->table.get(name);
  if (notes == nullptr) {
    dict->table.set(name, vm.list({}));
    notes = dict->table.get(name);
  }
  if (!vm.is_kind_of(*notes, vm.types().list))
    return vm.raise_type_error("Cannot add note: __notes__ is not a list");
  notes->as<ListObject>()->items.push_back(args[1]);
  return Value::none();
}
Answer get_message(Vm& vm, const Value& self) {
  return or_none(message_of(vm, self_of(self)));
}
Answer set_message(Vm& vm, const Value& self, const Value& value) {
  set_besides(vm, self_of(self), kMessage, or_none(value));
  return Value::none();
}

void traceback_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<TracebackObject*>(object)->frame);
  visitor.visit(static_cast<TracebackObject*>(object)->next);
  visitor.visit(static_cast<TracebackObject*>(object)->held);
}
void traceback_clear(Object* object) {
  static_cast<TracebackObject*>(object)->frame.reset();
  static_cast<TracebackObject*>(object)->next.reset();
  static_cast<TracebackObject*>(object)->held.reset();
}
Answer tb_frame(Vm&, const Value& self) {
  return or_none(self.as<TracebackObject>()->frame);
}
Answer tb_next(Vm&, const Value& self) {
  return or_none(self.as<TracebackObject>()->next);
}
Answer tb_line(Vm& vm, const Value& self) {
  return vm.integer(self.as<TracebackObject>()->line);
}

}  // namespace

namespace {

// A base by its name in the list; "object" is not an exception.
struct Bases {
  const ExceptionTypes& x;
  Type* root;
  Type* object() const { return root; }
#define SIMUL_BASE(name, base) \
  Type* name() const { return x.name; }
  SIMUL_EXCEPTIONS(SIMUL_BASE)
#undef SIMUL_BASE
};

}  // namespace

void install_exceptions(Vm& vm) {
  const ExceptionTypes& x = vm.exceptions();
  vm.define(x.BaseException,
            {.name = "BaseException",
             .instance_size = sizeof(ExceptionObject),
             .flags = kSubclassable | kHasDict,
             .slots = {.destroy = destroy_exception,
                       .traverse = exception_traverse,
                       .clear = exception_clear,
                       .repr = exception_repr,
                       .str = exception_str,
                       .create = exception_create,
                       .init = exception_init},
             .methods = {{"with_traceback", with_traceback, 1, 1},
                         {"add_note", add_note, 1, 1},
                         {"__setstate__", set_state, 1, 1}},
             .getters = {{"args", get_args, set_args},
                         {"__cause__", get_cause, set_cause},
                         {"__context__", get_context, set_context_value},
                         {"__suppress_context__", get_suppress, set_suppress},
                         {"__traceback__", get_traceback, set_traceback},
                         dict_getter()}});
  x.BaseException->dict_offset = offset_of(&ExceptionObject::dict);
  x.BaseException->is_exception = true;
  struct Row {
    Type* type;
    const char* name;
    Type* base;
  };
  Type* object = vm.types().object;
  const Row rows[] = {
#define SIMUL_EXCEPTION_ROW(name, base) {x.name, #name, Bases{x, object}.base()},
      SIMUL_EXCEPTIONS(SIMUL_EXCEPTION_ROW)
#undef SIMUL_EXCEPTION_ROW
  };
  for (const Row& row : rows) {
    if (row.type == x.BaseException) continue;
    TypeSpec spec{.name = row.name, .base = row.base, .flags = kSubclassable};
    const std::string_view name = row.name;
    if (name == "StopIteration")
      spec.getters = {
          {"value", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>}};
    if (name == "SystemExit")
      spec.getters = {
          {"code", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>}};
    if (name == "NameError")
      spec.getters = {
          {"name", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>}};
    if (name == "ImportError")
      spec.getters = {
          {"name", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>},
          {"path", get_field<&ExceptionObject::second>, set_field<&ExceptionObject::second>},
          {kNameFrom, get_besides<kNameFrom>, put_besides<kNameFrom>},
          {"msg", get_message, set_message}};
    if (name == "SyntaxError") spec.getters = syntax_error_getters();
    if (name == "AttributeError")
      spec.getters = {
          {"name", get_field<&ExceptionObject::first>, set_field<&ExceptionObject::first>},
          {"obj", get_field<&ExceptionObject::second>, set_field<&ExceptionObject::second>}};
    if (name == "OSError") spec.getters = os_error_getters();
    if (name.starts_with("Unicode")) spec.getters = unicode_error_getters(name);
    if (name == "BaseExceptionGroup") {
      spec.getters = {{"message", get_field<&ExceptionObject::first>},
                      {"exceptions", get_field<&ExceptionObject::second>}};
      spec.methods = group_methods();
    }
    vm.define(row.type, spec);
    if (name == "ExceptionGroup") {
      // Its second base: an ExceptionGroup is an Exception too.
      row.type->mro = {
          row.type, x.BaseExceptionGroup, x.Exception, x.BaseException, vm.types().object};
      row.type->bases = vm.tuple({Value::share(x.BaseExceptionGroup), Value::share(x.Exception)});
    }
  }
  vm.define(vm.types().traceback,
            {.name = "traceback",
             .instance_size = sizeof(TracebackObject),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<TracebackObject>,
                       .traverse = traceback_traverse,
                       .clear = traceback_clear},
             .getters = {{"tb_frame", tb_frame}, {"tb_next", tb_next}, {"tb_lineno", tb_line}}});
}

}  // namespace simul::vm

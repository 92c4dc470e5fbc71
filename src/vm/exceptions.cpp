// The exception types' behaviour, raising, chaining. Mirrors Objects/exceptions.c and
// Python/errors.c.
#include "vm/exceptions.hpp"

#include <algorithm>
#include <cstddef>

#include "vm/alias_type.hpp"
#include "vm/bytes_like.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/interpreter.hpp"
#include "vm/slots.hpp"
#include "vm/syntax_errors.hpp"
#include "vm/text.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

// --- raising
// ----------------------------------------------------------------------------------------------------------------

Value Vm::handled_exception() const {
  if (fiber_ == nullptr) return {};
  for (const HandledException* each = fiber_->handled; each != nullptr; each = each->previous) {
    if (each->exception && !each->exception.is_none()) return each->exception;
  }
  return {};
}

void Internals::set_context(Vm& vm, const Value& exception) {
  set_context(exception, vm.handled_exception());
}

void Internals::set_context(const Value& exception, const Value& handled) {
  if (!handled || handled.is_none() || handled.is(exception)) return;
  // A context that would lead back to the exception itself is cut.
  for (Value each = handled; each;) {
    auto* object = each.as<ExceptionObject>();
    if (!object->context) break;
    if (object->context.is(exception)) {
      object->context.reset();
      break;
    }
    each = object->context;
  }
  exception.as<ExceptionObject>()->context = handled;
}

// Have its exceptions fields that are taken from their arguments? Most have not. A class knows once
// it was asked: bits of Type::flags, beside those in internals.hpp.
static constexpr std::uint32_t kFieldsKnown = 1u << 27, kHasFields = 1u << 28;
static bool has_fields(Vm& vm, Type* type) {
  if (!type->has(kFieldsKnown)) {
    const ExceptionTypes& x = vm.exceptions();
    type->flags |= kFieldsKnown;
    for (const Type* each : type->mro) {
      if (each == x.SyntaxError || each == x.StopIteration || each == x.SystemExit ||
          each == x.OSError || each == x.BaseExceptionGroup)
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

Value Internals::new_exception(Vm& vm, Type* type, Value args) {
  auto* object = vm.instantiate<ExceptionObject>(type);
  object->args = std::move(args);
  fill_from_args(vm, object);
  return Value::adopt(object);
}

Value Vm::make_exception(Type* type, std::string_view message) {
  return Internals::new_exception(*this, type, tuple({str(message)}));
}
Value Vm::make_exception_with(Type* type, std::vector<Value> args) {
  return Internals::new_exception(*this, type, tuple(std::move(args)));
}
Raised Vm::raise(Type* type, std::string_view message) {
  return raise_exception(make_exception(type, message));
}
Raised Vm::raise(Type* type, Value argument) {
  return raise_exception(Internals::new_exception(*this, type, tuple({std::move(argument)})));
}
Raised Vm::raise(Type* type) {
  return raise_exception(Internals::new_exception(*this, type, tuple({})));
}
Raised Vm::raise_exception(Value exception) {
  Internals::set_context(*this, exception);
  internals_->reraising = false;
  raised_ = std::move(exception);
  return {};
}
Raised Vm::raise_stop_iteration(Value value) {
  std::vector<Value> args;
  if (value && !value.is_none()) args.push_back(std::move(value));
  return raise_exception(
      Internals::new_exception(*this, exceptions_.StopIteration, tuple(std::move(args))));
}
Raised Vm::raise_memory_error() {
  return raise(exceptions_.MemoryError);
}

void Internals::add_traceback(Vm& vm, Frame* frame) {
  if (!vm.raised_ || !vm.raised_.is_object() || !vm.raised_.object()->type->is_exception) return;
  if (frame->code->kind == FrameKind::kHidden) return;
  auto* exception = vm.raised_.as<ExceptionObject>();
  auto* link = vm.heap_.make<TracebackObject>(vm.types_.traceback);
  link->frame = Value::share(frame);
  link->instruction = frame->instruction();
  link->line = frame->line();
  link->next = std::move(exception->traceback);
  exception->traceback = Value::adopt(link);
}

void Internals::add_folded(Vm& vm, const Value* args, std::size_t count) {
  if (!vm.raised_) return;
  auto* exception = vm.raised_.as<ExceptionObject>();
  std::vector<Value> held;
  for (std::size_t index = 0; index < count; ++index)
    if (args[index] && args[index].is_object()) held.push_back(args[index]);
  if (exception->traceback && !exception->traceback.as<TracebackObject>()->frame) {
    // One line per run of frames.
    auto* link = exception->traceback.as<TracebackObject>();
    if (held.empty()) return;
    if (link->held) held.push_back(link->held);
    link->held = vm.tuple(std::move(held));
    return;
  }
  auto* link = vm.heap_.make<TracebackObject>(vm.types_.traceback);
  if (!held.empty()) link->held = vm.tuple(std::move(held));
  link->next = std::move(exception->traceback);
  exception->traceback = Value::adopt(link);
}

namespace {

Native raise_made(Vm& vm, Value what, Value cause, bool has_cause) {
  Value exception = what;
  if (vm.is_kind_of(what, vm.types().type) && what.as<Type>()->is_exception) {
    exception = co_await vm.call(what);
    if (!vm.type_of(exception)->is_exception) {
      co_return vm.raise_type_error(
          cat("calling <class '",
              what.as<Type>()->qualname,
              "'> should have returned an instance of BaseException, not <class '",
              vm.type_of(exception)->qualname,
              "'>"));
    }
  } else if (!vm.type_of(what)->is_exception) {
    co_return vm.raise_type_error("exceptions must derive from BaseException");
  }
  if (has_cause) {
    if (vm.is_kind_of(cause, vm.types().type) && cause.as<Type>()->is_exception) {
      cause = co_await vm.call(cause);
    } else if (!cause.is_none() && !vm.type_of(cause)->is_exception) {
      co_return vm.raise_type_error("exception causes must derive from BaseException");
    }
    auto* object = exception.as<ExceptionObject>();
    object->suppress_context = true;
    object->cause = cause.is_none() ? Value() : cause;
  }
  co_return vm.raise_exception(std::move(exception));
}

}  // namespace

Answer Internals::raise_from_opcode(Vm& vm, const Value& what, const Value& cause, bool has_cause) {
  if (!what) {
    Value handled = vm.handled_exception();
    if (!handled) return vm.raise(vm.exceptions().RuntimeError, "No active exception to reraise");
    vm.raised_ = std::move(handled);
    vm.internals_->reraising = true;
    return Raised{};
  }
  if (!has_cause && vm.type_of(what)->is_exception) return vm.raise_exception(what);
  return raise_made(vm, what, cause, has_cause);
}

// --- the objects
// --------------------------------------------------------------------------------------------------------------

namespace {

ExceptionObject* self_of(const Value& value) {
  return value.as<ExceptionObject>();
}

Answer check_group(Vm& vm, Type*& type, const CallArgs& args) {
  if (args.size() != 2) {
    return vm.raise_type_error(
        cat("BaseExceptionGroup.__new__() takes exactly 2 arguments (", args.size(), " given)"));
  }
  if (!vm.is_str(args[0]))
    return vm.raise_type_error(
        cat("BaseExceptionGroup.__new__() argument 1 must be str, not ", vm.type_name(args[0])));
  const bool list = vm.is_kind_of(args[1], vm.types().list);
  if (!list && !vm.is_kind_of(args[1], vm.types().tuple)) {
    return vm.raise_type_error("second argument (exceptions) must be a sequence");
  }
  std::vector<Value> items = list ? args[1].as<ListObject>()->items
                                  : std::vector<Value>(args[1].as<TupleObject>()->begin(),
                                                       args[1].as<TupleObject>()->end());
  if (items.empty())
    return vm.raise_value_error("second argument (exceptions) must be a non-empty sequence");
  bool base = false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!vm.type_of(items[i])->is_exception) {
      return vm.raise_value_error(
          cat("Item ", i, " of second argument (exceptions) is not an exception"));
    }
    if (!vm.is_kind_of(items[i], vm.exceptions().Exception)) base = true;
  }
  if (type == vm.exceptions().BaseExceptionGroup && !base) {
    type = vm.exceptions().ExceptionGroup;
  } else if (base && type == vm.exceptions().ExceptionGroup) {
    return vm.raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
  } else if (base && type->is_subtype_of(vm.exceptions().Exception)) {
    return vm.raise_type_error(cat("Cannot nest BaseExceptions in '", type->name, "'"));
  }
  return Value::none();
}

// OSError itself, given an errno that has a class of its own, is of that class (Linux's numbers).
static Type* os_error_of(Vm& vm, const CallArgs& args) {
  const ExceptionTypes& x = vm.exceptions();
  std::int64_t number = 0;
  if (args.size() < 2 || args.size() > 5 || !vm.to_int64(args[0], number)) return x.OSError;
  switch (number) {
    case 1:   // EPERM
    case 13:  // EACCES
      return x.PermissionError;
    case 2: return x.FileNotFoundError;   // ENOENT
    case 3: return x.ProcessLookupError;  // ESRCH
    case 4: return x.InterruptedError;    // EINTR
    case 10: return x.ChildProcessError;  // ECHILD
    case 11:                              // EAGAIN
    case 114:                             // EALREADY
    case 115:                             // EINPROGRESS
      return x.BlockingIOError;
    case 17: return x.FileExistsError;     // EEXIST
    case 20: return x.NotADirectoryError;  // ENOTDIR
    case 21: return x.IsADirectoryError;   // EISDIR
    case 32:                               // EPIPE
    case 108:                              // ESHUTDOWN
      return x.BrokenPipeError;
    case 103: return x.ConnectionAbortedError;  // ECONNABORTED
    case 104: return x.ConnectionResetError;    // ECONNRESET
    case 110: return x.TimeoutError;            // ETIMEDOUT
    case 111: return x.ConnectionRefusedError;  // ECONNREFUSED
    default: return x.OSError;
  }
}

// OSError(errno, strerror, filename, winerror, filename2): the names lie in the instance's dict,
// and `args` keeps the first two.
static void take_file_names(Vm& vm, ExceptionObject* object) {
  const auto* args = object->args.as<TupleObject>();
  if (args->size < 3 || args->size > 5 || !object->type->is_subtype_of(vm.exceptions().OSError))
    return;
  if (object->type->has(kUserClass)) {
    // A class with an __init__ of its own keeps its arguments as they are.
    const Value* own = vm.lookup(object->type, vm.name("__init__"));
    const Value* base = vm.lookup(vm.exceptions().OSError, vm.name("__init__"));
    if (own != base) return;
  }
  if (!object->dict) object->dict = vm.dict();
  Table& names = object->dict.as<DictObject>()->table;
  if (std::int64_t written = 0; object->type->is_subtype_of(vm.exceptions().BlockingIOError) &&
                                args->size == 3 && vm.to_int64(args->items()[2], written)) {
    names.set(vm.name("characters_written"), args->items()[2]);  // and `args` stays whole
    return;
  }
  names.set(vm.name("filename"), args->items()[2]);
  if (args->size == 5) names.set(vm.name("filename2"), args->items()[4]);
  object->args = vm.tuple({args->items()[0], args->items()[1]});
}

static Value file_name_of(Vm& vm, const Value& self, const char* which) {
  const Value& dict = self.as<ExceptionObject>()->dict;
  const Value* found = dict ? dict.as<DictObject>()->table.get(vm.name(which)) : nullptr;
  return found != nullptr ? *found : Value::none();
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
  TupleObject* tuple = vm.make_tuple(args.size());
  for (std::size_t i = 0; i < args.size(); ++i) tuple->items()[i] = args[i];
  Value made = Internals::new_exception(vm, type, Value::adopt(tuple));
  take_file_names(vm, made.as<ExceptionObject>());
  return made;
}

Answer exception_init(Vm& vm, const Value& self, const CallArgs& args) {
  auto* object = self_of(self);
  const ExceptionTypes& x = vm.exceptions();
  const Type* type = object->type;
  for (std::size_t k = 0; k < args.keywords(); ++k) {
    const std::string_view key = args.keyword_name(k)->text();
    if (key == "name" && (type->is_subtype_of(x.AttributeError) ||
                          type->is_subtype_of(x.NameError) || type->is_subtype_of(x.ImportError))) {
      object->first = args.keyword_value(k);
    } else if (key == "obj" && type->is_subtype_of(x.AttributeError)) {
      object->second = args.keyword_value(k);
    } else if (key == "path" && type->is_subtype_of(x.ImportError)) {
      object->second = args.keyword_value(k);
    } else {
      return vm.raise_type_error(cat(type->name, "() takes no keyword arguments"));
    }
  }
  if (!type->is_subtype_of(x.BaseExceptionGroup)) {
    TupleObject* tuple = vm.make_tuple(args.size());
    for (std::size_t i = 0; i < args.size(); ++i) tuple->items()[i] = args[i];
    object->args = Value::adopt(tuple);
    fill_from_args(vm, object);
    take_file_names(vm, object);
  }
  return Value::none();
}

// UnicodeEncodeError(encoding, object, start, end, reason) and its like for bytes.
Answer codec_error_text(Vm& vm, const Value& self) {
  const Value* args = self_of(self)->args.as<TupleObject>()->items();
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!vm.is_str(args[0]) || !vm.is_str(args[4]) || !vm.to_int64(args[2], start) ||
      !vm.to_int64(args[3], end))
    return vm.repr(self_of(self)->args);
  const bool encode = vm.is_kind_of(self, vm.exceptions().UnicodeEncodeError);
  std::string what = encode ? "characters" : "bytes";
  std::string place = cat(start, "-", end - 1);
  if (end == start + 1 && start >= 0) {
    std::uint32_t code = 0;
    bool found = false;
    if (encode && vm.is_str(args[1])) {
      const std::string_view text = vm.text(args[1]);
      std::size_t offset = 0;
      for (std::int64_t i = 0; offset < text.size(); ++i) {
        code = text::next_code_point(text, offset);
        if (i == start) {
          found = true;
          break;
        }
      }
    } else if (is_bytes_like(vm, args[1])) {
      const std::string bytes = bytes_copy(vm, args[1]);
      found = static_cast<std::size_t>(start) < bytes.size();
      if (found) code = static_cast<unsigned char>(bytes[static_cast<std::size_t>(start)]);
    }
    if (found) {
      const int digits = code <= 0xff ? 2 : (code <= 0xffff ? 4 : 8);
      std::string shown;
      for (int i = digits - 1; i >= 0; --i) shown += "0123456789abcdef"[code >> (4 * i) & 15];
      const char* prefix = code <= 0xff ? "\\x" : (code <= 0xffff ? "\\u" : "\\U");
      what = encode ? cat("character '", prefix, shown, "'") : cat("byte 0x", shown);
      place = cat(start);
    }
  }
  return vm.str(cat("'",
                    vm.text(args[0]),
                    "' codec can't ",
                    encode ? "encode " : "decode ",
                    what,
                    " in position ",
                    place,
                    ": ",
                    vm.text(args[4])));
}
// UnicodeTranslateError(object, start, end, reason).
Answer translate_error_text(Vm& vm, const Value& self) {
  const Value* args = self_of(self)->args.as<TupleObject>()->items();
  std::int64_t start = 0;
  std::int64_t end = 0;
  if (!vm.is_str(args[0]) || !vm.is_str(args[3]) || !vm.to_int64(args[1], start) ||
      !vm.to_int64(args[2], end))
    return vm.repr(self_of(self)->args);
  std::string what = "characters";
  std::string place = cat(start, "-", end - 1);
  std::size_t offset = 0;
  const std::string_view text = vm.text(args[0]);
  for (std::int64_t i = 0; end == start + 1 && offset < text.size(); ++i) {
    const std::uint32_t code = text::next_code_point(text, offset);
    if (i != start) continue;
    const int digits = code <= 0xff ? 2 : (code <= 0xffff ? 4 : 8);
    what = cat("character '", code <= 0xff ? "\\x" : (code <= 0xffff ? "\\u" : "\\U"));
    for (int digit = digits - 1; digit >= 0; --digit)
      what += "0123456789abcdef"[code >> (4 * digit) & 15];
    what += '\'';
    place = cat(start);
    break;
  }
  return vm.str(cat("can't translate ", what, " in position ", place, ": ", vm.text(args[3])));
}
template <std::size_t kIndex>
Answer codec_error_part(Vm&, const Value& self) {
  const auto* args = self_of(self)->args.as<TupleObject>();
  return kIndex < args->size ? args->items()[kIndex] : Value::none();
}

Answer exception_str(Vm& vm, const Value& self) {
  const auto* object = self_of(self);
  const auto* args = object->args.as<TupleObject>();
  if (vm.is_kind_of(self, vm.exceptions().BaseExceptionGroup) && object->second) {
    const std::size_t count = object->second.as<TupleObject>()->size;
    return vm.str(
        cat(vm.text(object->first), " (", count, " sub-exception", count == 1 ? "" : "s", ")"));
  }
  if (object->second && vm.is_kind_of(self, vm.exceptions().SyntaxError))
    return syntax_error_str(vm, self);
  if (args->size == 0)
    return vm.str(vm.is_kind_of(self, vm.exceptions().SyntaxError) ? "None" : "");
  if (args->size == 1) {
    const Value only = args->items()[0];
    if (vm.is_kind_of(self, vm.exceptions().KeyError)) return vm.repr(only);
    return vm.str_of(only);
  }
  if (args->size == 4 && vm.is_kind_of(self, vm.exceptions().UnicodeTranslateError))
    return translate_error_text(vm, self);
  if (args->size == 5 && (vm.is_kind_of(self, vm.exceptions().UnicodeEncodeError) ||
                          vm.is_kind_of(self, vm.exceptions().UnicodeDecodeError)))
    return codec_error_text(vm, self);
  if (vm.is_kind_of(self, vm.exceptions().OSError) && object->first && object->second) {
    struct Format {
      static Native run(Vm& machine, Value number, Value text, Value file, Value other) {
        Value shown = co_await machine.str_of(number);
        Value message = co_await machine.str_of(text);
        std::string whole = cat("[Errno ", machine.text(shown), "] ", machine.text(message));
        if (!file.is_none()) {
          Value name = co_await machine.repr(file);
          whole += cat(": ", machine.text(name));
        }
        if (!other.is_none()) {
          Value name = co_await machine.repr(other);
          whole += cat(" -> ", machine.text(name));
        }
        co_return machine.str(whole);
      }
    };
    return Format::run(vm,
                       object->first,
                       object->second,
                       file_name_of(vm, self, "filename"),
                       file_name_of(vm, self, "filename2"));
  }
  return vm.repr(object->args);
}

Native repr_slowly(Vm& vm, Value self) {
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
Answer exception_repr(Vm& vm, const Value& self) {
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
                            &exception->second}) {
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
                      &exception->second}) {
    each->reset();
  }
}

Value or_none(const Value& value) {
  return value ? value : Value::none();
}

Answer get_args(Vm&, const Value& self) {
  return self_of(self)->args;
}
Native set_args_slowly(Vm& vm, Value self, Value value) {
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
  if (value && !value.is_none() && !vm.type_of(value)->is_exception) {
    return vm.raise_type_error("exception context must be None or derive from BaseException");
  }
  self_of(self)->context = value && !value.is_none() ? value : Value();
  return Value::none();
}
Answer get_suppress(Vm&, const Value& self) {
  return Value::boolean(self_of(self)->suppress_context);
}
Answer set_suppress(Vm&, const Value& self, const Value& value) {
  self_of(self)->suppress_context = value.is_true();
  return Value::none();
}
Answer get_traceback(Vm&, const Value& self) {
  return or_none(self_of(self)->traceback);
}
Answer set_traceback(Vm& vm, const Value& self, const Value& value) {
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
Answer add_note(Vm& vm, const CallArgs& args) {
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
Answer get_first(Vm&, const Value& self) {
  return or_none(self_of(self)->first);
}
Answer get_second(Vm&, const Value& self) {
  return or_none(self_of(self)->second);
}
Answer set_first(Vm&, const Value& self, const Value& value) {
  self_of(self)->first = value;
  return Value::none();
}
Answer set_second(Vm&, const Value& self, const Value& value) {
  self_of(self)->second = value;
  return Value::none();
}
Answer get_file_name(Vm& vm, const Value& self) {
  return file_name_of(vm, self, "filename");
}
Answer get_other_file_name(Vm& vm, const Value& self) {
  return file_name_of(vm, self, "filename2");
}
Answer get_characters_written(Vm& vm, const Value& self) {
  const Value found = file_name_of(vm, self, "characters_written");
  if (found.is_none()) return vm.raise(vm.exceptions().AttributeError, "characters_written");
  return found;
}
Answer set_file_name(Vm& vm, const Value& self, const Value& value) {
  Value& dict = self_of(self)->dict;
  if (!dict) dict = vm.dict();
  dict.as<DictObject>()->table.set(vm.name("filename"), value ? value : Value::none());
  return Value::none();
}
Answer get_message(Vm&, const Value& self) {
  const auto* args = self_of(self)->args.as<TupleObject>();
  return args->size == 1 ? args->items()[0] : Value::none();
}

// --- groups
// -------------------------------------------------------------------------------------------------------------------

Native derive_like(Vm& vm, Value group, std::vector<Value> parts) {
  Value made = co_await call_method_with(vm, group, "derive", vm.list(std::move(parts)));
  if (!vm.is_kind_of(made, vm.exceptions().BaseExceptionGroup)) {
    co_return vm.raise_type_error("derive must return an instance of BaseExceptionGroup");
  }
  auto* to = self_of(made);
  const auto* from = self_of(group);
  to->traceback = from->traceback;
  to->context = from->context;
  to->cause = from->cause;
  to->suppress_context = true;  // as always when a cause is set, be it none
  DictObject* dict = vm.instance_dict(group, false);
  StrObject* name = Vm::Internals::names_of(vm).__notes__;
  if (dict != nullptr && dict->table.get(name) != nullptr) {
    Value notes = co_await vm.to_list(*dict->table.get(name));
    vm.instance_dict(made, true)->table.set(name, notes);
  }
  co_return made;
}

Native matches_condition(Vm& vm, Value exception, Value condition) {
  if (vm.is_kind_of(condition, vm.types().type) || vm.is_kind_of(condition, vm.types().tuple)) {
    co_return vm.is_instance(exception, condition);
  }
  Value answer = co_await call_with(vm, condition, exception);
  co_return vm.truth(answer);
}

}  // namespace

// (rest, match) of a group under a condition, with None for what is empty; without `with_rest` only
// the match is made.
static Native parts_of_group(Vm& vm, Value group, Value condition, bool with_rest) {
  Value whole = co_await matches_condition(vm, group, condition);
  if (whole.is_true()) co_return vm.tuple({Value::none(), group});
  std::vector<Value> rest, match;
  const Value items = self_of(group)->second;
  for (const Value& each : *items.as<TupleObject>()) {
    if (vm.is_kind_of(each, vm.exceptions().BaseExceptionGroup)) {
      Value pair = co_await parts_of_group(vm, each, condition, with_rest);
      const Value* parts = pair.as<TupleObject>()->items();
      if (!parts[0].is_none()) rest.push_back(parts[0]);
      if (!parts[1].is_none()) match.push_back(parts[1]);
    } else {
      Value fits = co_await matches_condition(vm, each, condition);
      (fits.is_true() ? match : rest).push_back(each);
    }
  }
  Value rest_group = Value::none(), match_group = Value::none();
  if (!match.empty()) match_group = co_await derive_like(vm, group, std::move(match));
  if (with_rest && !rest.empty()) rest_group = co_await derive_like(vm, group, std::move(rest));
  co_return vm.tuple({rest_group, match_group});
}
Native split_group(Vm& vm, Value group, Value condition) {
  return parts_of_group(vm, std::move(group), std::move(condition), true);
}

namespace {

void leaves_of(Vm& vm, const Value& exception, std::vector<Value>& out) {
  if (!vm.is_kind_of(exception, vm.exceptions().BaseExceptionGroup)) {
    out.push_back(exception);
    return;
  }
  for (const Value& each : *self_of(exception)->second.as<TupleObject>()) leaves_of(vm, each, out);
}

Native keep_leaves(Vm& vm, Value group, const std::vector<Value>* kept) {
  std::vector<Value> parts;
  const Value items = self_of(group)->second;
  for (const Value& each : *items.as<TupleObject>()) {
    if (vm.is_kind_of(each, vm.exceptions().BaseExceptionGroup)) {
      Value part = co_await keep_leaves(vm, each, kept);
      if (!part.is_none()) parts.push_back(part);
    } else if (std::any_of(
                   kept->begin(), kept->end(), [&](const Value& one) { return one.is(each); })) {
      parts.push_back(each);
    }
  }
  if (parts.empty()) co_return Value::none();
  co_return derive_like(vm, group, std::move(parts));
}

}  // namespace

// Of a group only the exceptions that are in one of `kept`, in the group's own order and nesting.
Native project_group(Vm& vm, Value group, std::vector<Value> kept) {
  std::vector<Value> leaves;
  for (const Value& each : kept) leaves_of(vm, each, leaves);
  Value part = co_await keep_leaves(vm, group, &leaves);
  co_return part;
}

namespace {

Native group_split(Vm& vm, OwnedArgs args) {
  Value pair = co_await split_group(vm, args[0], args[1]);
  const Value* parts = pair.as<TupleObject>()->items();
  co_return vm.tuple({parts[1], parts[0]});
}
Native group_subgroup(Vm& vm, OwnedArgs args) {
  Value pair = co_await parts_of_group(vm, args[0], args[1], false);
  co_return pair.as<TupleObject>()->items()[1];
}
Answer group_derive(Vm& vm, const CallArgs& args) {
  return vm.call(vm.type_value(vm.exceptions().BaseExceptionGroup),
                 {self_of(args[0])->first, args[1]});
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
             .slots = {.destroy = destroy_as<ExceptionObject>,
                       .traverse = exception_traverse,
                       .clear = exception_clear,
                       .repr = exception_repr,
                       .str = exception_str,
                       .create = exception_create,
                       .init = exception_init},
             .methods = {{"with_traceback", with_traceback, 1, 1}, {"add_note", add_note, 1, 1}},
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
    if (name == "StopIteration") spec.getters = {{"value", get_first, set_first}};
    if (name == "SystemExit") spec.getters = {{"code", get_first, set_first}};
    if (name == "NameError") spec.getters = {{"name", get_first, set_first}};
    if (name == "ImportError")
      spec.getters = {
          {"name", get_first, set_first}, {"path", get_second, set_second}, {"msg", get_message}};
    if (name == "SyntaxError") spec.getters = syntax_error_getters();
    if (name == "AttributeError")
      spec.getters = {{"name", get_first, set_first}, {"obj", get_second, set_second}};
    if (name == "OSError")
      spec.getters = {{"errno", get_first, set_first},
                      {"strerror", get_second, set_second},
                      {"filename", get_file_name, set_file_name},
                      {"filename2", get_other_file_name},
                      {"characters_written", get_characters_written}};
    if (name == "UnicodeTranslateError")
      spec.getters = {{"object", codec_error_part<0>},
                      {"start", codec_error_part<1>},
                      {"end", codec_error_part<2>},
                      {"reason", codec_error_part<3>}};
    if (name == "UnicodeEncodeError" || name == "UnicodeDecodeError") {
      spec.getters = {{"encoding", codec_error_part<0>},
                      {"object", codec_error_part<1>},
                      {"start", codec_error_part<2>},
                      {"end", codec_error_part<3>},
                      {"reason", codec_error_part<4>}};
    }
    if (name == "BaseExceptionGroup") {
      spec.getters = {{"message", get_first}, {"exceptions", get_second}};
      spec.methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                      {"split", group_split, 1, 1},
                      {"subgroup", group_subgroup, 1, 1},
                      {"derive", group_derive, 1, 1}};
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

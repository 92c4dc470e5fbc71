// Raising: what becomes of an exception on its way, its context and its traceback. Mirrors
// Python/errors.c, and RAISE_VARARGS of Python/ceval.c.
#include <cstddef>

#include "base/rare.hpp"
#include "vm/cat.hpp"
#include "vm/exceptions.hpp"
#include "vm/internals.hpp"
#include "vm/interpreter.hpp"

namespace simul::vm {

using Internals = Vm::Internals;

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
  Value slow = handled;  // half as fast: a program may have made a circle of its own
  bool step = false;
  for (Value each = handled; each;) {
    auto* object = each.as<ExceptionObject>();
    if (!object->context) break;
    if (object->context.is(exception)) {
      object->context.reset();
      break;
    }
    each = object->context;
    if (each.is(slow)) break;
    if (step) {
      const Value next = slow.as<ExceptionObject>()->context;
      slow = next;
    }
    step = !step;
  }
  exception.as<ExceptionObject>()->context = handled;
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
Raised Vm::raise(Type* type, const char* message) {
  return raise(type, std::string_view(message));
}
Raised Vm::raise(Type* type, const std::string& message) {
  return raise(type, std::string_view(message));
}
Raised Vm::raise_type_error(std::string_view message) {
  return raise(exceptions_.TypeError, message);
}
Raised Vm::raise_type_error(const char* message) {
  return raise(exceptions_.TypeError, std::string_view(message));
}
Raised Vm::raise_type_error(const std::string& message) {
  return raise(exceptions_.TypeError, std::string_view(message));
}
Raised Vm::raise_value_error(std::string_view message) {
  return raise(exceptions_.ValueError, message);
}
Raised Vm::raise_value_error(const char* message) {
  return raise(exceptions_.ValueError, std::string_view(message));
}
Raised Vm::raise_value_error(const std::string& message) {
  return raise(exceptions_.ValueError, std::string_view(message));
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
  ++frame->refcount;
  new (&link->frame) Value(Value::adopt(frame));
  link->instruction = frame->instruction();
  const std::int32_t line = frame->code->code->positions[link->instruction].line;
  link->line = line > 0 ? static_cast<std::uint32_t>(line) : frame->code->code->first_line;
  new (&link->next) Value(Value::adopt_bits(exception->traceback.leak()));
  new (&exception->traceback) Value(Value::adopt(link));
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

SIMUL_RARE Native made_no_exception(Vm& vm, Value type, Value made) {
  Value called = co_await vm.repr(type);
  Value kind = co_await vm.repr(vm.type_value(vm.type_of(made)));
  co_return vm.raise_type_error(cat("calling ",
                                    vm.text(called),
                                    " should have returned an instance of BaseException, not ",
                                    vm.text(kind)));
}

SIMUL_RARE Native raise_made(Vm& vm, Value what, Value cause, bool has_cause) {
  Value exception = what;
  if (vm.is_kind_of(what, vm.types().type) && what.as<Type>()->is_exception) {
    exception = co_await vm.call(what);
    if (!vm.type_of(exception)->is_exception) co_return made_no_exception(vm, what, exception);
  } else if (!vm.type_of(what)->is_exception) {
    co_return vm.raise_type_error("exceptions must derive from BaseException");
  }
  if (has_cause) {
    if (vm.is_kind_of(cause, vm.types().type) && cause.as<Type>()->is_exception) {
      const Value type = cause;
      cause = co_await vm.call(type);
      if (!vm.type_of(cause)->is_exception) co_return made_no_exception(vm, type, cause);
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

}  // namespace simul::vm

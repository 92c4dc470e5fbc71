// Generators, coroutines, async generators: see generator.hpp. The steps of an async generator
// follow Objects/genobject.c (async_gen_asend_send and its kin).
#include "vm/generator.hpp"

#include "base/rare.hpp"
#include "vm/alias_type.hpp"
#include "vm/call_with.hpp"
#include "vm/cat.hpp"
#include "vm/depth.hpp"
#include "vm/internals.hpp"
#include "vm/interpreter.hpp"
#include "vm/program_loop.hpp"
#include "vm/slots.hpp"
#include "vm/warnings.hpp"

namespace simul::vm {

using State = GeneratorObject::State;
using Flavour = GeneratorObject::Flavour;
using Internals = Vm::Internals;

Value delegate_of(const GeneratorObject* generator) {
  Value delegate = known_delegate_of(generator);
  if (delegate.bits() != kTurnGivenBits) [[likely]]
    return delegate;
  Vm& vm = *generator->type->vm;
  return generator->frame()->sp[-1] = Internals::make_turn_given_of(vm)(vm);
}

Value known_delegate_of(const GeneratorObject* generator) {
  if (generator->state != State::kSuspended || generator->body == nullptr) return {};
  if (generator->body->kind == Activation::Kind::kNative) {
    return static_cast<const NativeFrame*>(generator->body)->delegate;
  }
  const Frame* frame = generator->frame();
  if (frame->ip->op() != bytecode::Opcode::RESUME || (frame->ip->arg() & 3) < 2) return {};
  return frame->sp[-1];
}

namespace {

const char* noun(const GeneratorObject* generator) {
  switch (generator->flavour) {
    case Flavour::kGenerator: return "generator";
    case Flavour::kCoroutine: return "coroutine";
    case Flavour::kAsyncGenerator: return "async generator";
  }
  return "";
}

// Links the body on the fiber. False: raised. What passes an exception on to its delegate handles
// nothing meanwhile: only where it goes on itself does it have its place among those that handle.
bool enter(Vm& vm, GeneratorObject* generator, bool passes_on = false) {
  Fiber* fiber = vm.running();
  const Frame* frame = generator->frame();
  if (frame != nullptr ? too_deep_for(vm, frame)
                       : python_frames(*fiber) >= vm.options().recursion_limit) {
    vm.raise(vm.exceptions().RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  generator->awaited = true;
  generator->state = State::kRunning;
  if (!passes_on) {
    generator->handled.previous = fiber->handled;
    fiber->handled = &generator->handled;
  }
  Internals::push(vm, generator->body);
  ++generator->refcount;  // the chain's
  return true;
}

bool check_idle(Vm& vm, GeneratorObject* generator) {
  if (generator->state != State::kRunning) return true;
  const char* text = generator->flavour == Flavour::kGenerator ? "generator already executing"
                     : generator->flavour == Flavour::kCoroutine
                         ? "coroutine already executing"
                         : "async generator already executing";
  vm.raise(generator->flavour == Flavour::kCoroutine || generator->flavour == Flavour::kGenerator
               ? vm.exceptions().ValueError
               : vm.exceptions().ValueError,
           text);
  return false;
}

void discard_body(GeneratorObject* generator) {
  Activation* body = std::exchange(generator->body, nullptr);
  generator->state = State::kDone;
  if (body == nullptr) return;
  if (body->kind == Activation::Kind::kPython) {
    auto* frame = static_cast<Frame*>(body);
    frame->generator = nullptr;
    if (frame->refcount == 1) Internals::clear_frame(frame);
    Internals::drop_frame(frame);
  } else {
    static_cast<NativeFrame*>(body)->handle.destroy();
  }
}

}  // namespace

Answer resume_generator(Vm& vm, GeneratorObject* generator, Value value) {
  if (!check_idle(vm, generator)) return Raised{};
  if (generator->state == State::kDone) {
    if (generator->flavour == Flavour::kCoroutine) {
      return vm.raise(vm.exceptions().RuntimeError, "cannot reuse already awaited coroutine");
    }
    vm.stop_value() = Value::none();
    return Answer::stop();
  }
  if (generator->state == State::kCreated && !value.is_none()) {
    return vm.raise_type_error(
        cat("can't send non-None value to a just-started ", noun(generator)));
  }
  if (!enter(vm, generator)) return Raised{};
  if (Frame* frame = generator->frame()) {
    new (frame->sp++) Value(std::move(value));
  } else {
    static_cast<NativeFrame*>(generator->body)->value = std::move(value);
  }
  return Answer::pending();
}

Answer send_to_generator(Vm& vm, GeneratorObject* generator, const Value& value) {
  Answer answer = resume_generator(vm, generator, value);
  if (!answer.is_pending() || generator->body->kind != Activation::Kind::kNative) return answer;
  auto* native = static_cast<NativeFrame*>(generator->body);
  if (!native->direct) return answer;
  native->started = true;
  native->handle.resume();
  if (native->state == NativeFrame::State::kRaised) return answer;  // run() unwinds from its body
  const bool done = native->state == NativeFrame::State::kDone;
  Interpreter::leave_generator(vm, *vm.running(), generator, done);
  const Value owner = Value::adopt(generator);
  Value given = std::move(native->value);
  if (!done) {
    native->state = NativeFrame::State::kReady;
    return given;
  }
  generator->body = nullptr;
  native->handle.destroy();
  vm.stop_value() = std::move(given);
  return Answer::stop();
}

namespace {

SIMUL_RARE Native close_delegate_then_throw(Vm& vm,
                                            Value generator,
                                            Value delegate,
                                            Value exception) {
  auto* object = generator.as<GeneratorObject>();
  object->state = State::kRunning;
  Attempt closed;
  if (vm.is_exactly(delegate, vm.types().generator) ||
      vm.is_exactly(delegate, vm.types().coroutine)) {
    closed = co_await vm.attempt(close_generator(vm, delegate));
  } else {
    Value close = co_await vm.find_attr(delegate, Vm::Internals::names_of(vm).close);
    if (close) closed = co_await vm.attempt(vm.call(close));
  }
  object->state = State::kSuspended;
  co_return throw_here(vm, object, closed.ok() ? exception : closed.exception);
}

SIMUL_RARE Native throw_by_method(Vm& vm, Value generator, Value delegate, Value exception) {
  // The delegate is a stranger: its throw() decides, as if the generator had called it.
  auto* object = generator.as<GeneratorObject>();
  Value method = co_await vm.find_attr(delegate, vm.name("throw"));
  if (!method) co_return throw_here(vm, object, exception);
  object->state = State::kRunning;
  Attempt result = co_await vm.attempt(call_with(vm, method, exception));
  object->state = State::kSuspended;
  if (result.ok()) co_return result.value;
  co_return throw_here(vm, object, result.exception);
}

}  // namespace

Answer throw_here(Vm& vm, GeneratorObject* generator, Value exception) {
  if (generator->body != nullptr && generator->body->kind == Activation::Kind::kNative) {
    auto* native = static_cast<NativeFrame*>(generator->body);
    if (!native->started) {
      // Nothing in it can catch yet.
      native->catching = false;
    }
  }
  if (!enter(vm, generator)) return Raised{};
  Internals::set_context(exception, generator->handled.exception);
  vm.set_raised(std::move(exception));
  // The machine sees that an exception is on its way and unwinds from the body.
  return Answer::pending();
}

SIMUL_RARE Answer throw_into_generator(Vm& vm, const Value& self, Value exception) {
  auto* generator = self.as<GeneratorObject>();
  if (!check_idle(vm, generator)) return Raised{};
  if (generator->state == State::kDone || generator->body == nullptr) {
    if (generator->flavour == Flavour::kCoroutine) {
      return vm.raise(vm.exceptions().RuntimeError, "cannot reuse already awaited coroutine");
    }
    return vm.raise_exception(std::move(exception));
  }
  Value delegate = delegate_of(generator);
  if (delegate) {
    if (vm.matches(exception, vm.exceptions().GeneratorExit)) {
      return close_delegate_then_throw(vm, self, delegate, exception);
    }
    Value inner = delegate;
    if (vm.is_exactly(inner, vm.types().coroutine_wrapper))
      inner = inner.as<CoroutineWrapper>()->coroutine;
    if (vm.is_exactly(inner, vm.types().generator) || vm.is_exactly(inner, vm.types().coroutine)) {
      if (inner.as<GeneratorObject>()->state == State::kDone)
        return throw_here(vm, generator, std::move(exception));
      if (!enter(vm, generator, true)) return Raised{};
      generator->body->expect = Activation::Expect::kForward;
      Answer answer = throw_into_generator(vm, inner, std::move(exception));
      // Raised at once: run() unwinds from the top, which is this generator's body.
      (void)answer;
      return Answer::pending();
    }
    if (vm.is_exactly(inner, vm.types().async_generator_asend) ||
        vm.is_exactly(inner, vm.types().async_generator_athrow)) {
      if (!enter(vm, generator, true)) return Raised{};
      generator->body->expect = Activation::Expect::kForward;
      Answer answer = throw_into_step(vm, inner.as<AsyncGeneratorStep>(), std::move(exception));
      (void)answer;
      return Answer::pending();
    }
    return throw_by_method(vm, self, delegate, exception);
  }
  return throw_here(vm, generator, std::move(exception));
}

namespace {

SIMUL_RARE Native close_slowly(Vm& vm, Value self) {
  auto* generator = self.as<GeneratorObject>();
  Value exit = vm.make_exception_with(vm.exceptions().GeneratorExit, {});
  Internals::set_context(vm, exit);
  Attempt result = co_await vm.attempt(throw_into_generator(vm, self, exit));
  // An async generator's yield comes as StopIteration.
  if (result.ok() || generator->state == State::kSuspended) {
    co_return vm.raise(vm.exceptions().RuntimeError,
                       cat(noun(generator), " ignored GeneratorExit"));
  }
  if (vm.matches(result.exception, vm.exceptions().StopIteration)) {
    const Value& value = result.exception.as<ExceptionObject>()->first;
    co_return value ? value : Value::none();
  }
  if (vm.matches(result.exception, vm.exceptions().GeneratorExit)) co_return Value::none();
  vm.set_raised(std::move(result.exception));
  co_return Raised{};
}

}  // namespace

void warn_never_awaited(Vm& vm, GeneratorObject* coroutine) {
  if (std::exchange(coroutine->awaited, true)) return;
  std::string text = cat("coroutine '", vm.text(coroutine->qualname), "' was never awaited");
  // Once the names are gone there is no warnings module, and C code warns.
  if (coroutine->origin() && !Vm::Internals::inside(vm).names_gone)
    text += origin_text(vm, coroutine->origin());
  vm.warn(vm.exceptions().RuntimeWarning, text);
}

void warn_never_awaited(Vm& vm, AsyncGeneratorStep* step) {
  const char* method = step->kind == AsyncGeneratorStep::Kind::kSend    ? "asend"
                       : step->kind == AsyncGeneratorStep::Kind::kThrow ? "athrow"
                                                                        : "aclose";
  step->state = AsyncGeneratorStep::State::kClosed;
  vm.warn(vm.exceptions().RuntimeWarning,
          cat("coroutine method '",
              method,
              "' of '",
              vm.text(step->generator.as<GeneratorObject>()->qualname),
              "' was never awaited"));
}

Answer close_generator(Vm& vm, const Value& self) {
  auto* generator = self.as<GeneratorObject>();
  if (!check_idle(vm, generator)) return Raised{};
  if (generator->state == State::kCreated) {
    generator->awaited = true;
    discard_body(generator);
    return Value::none();
  }
  if (generator->state == State::kDone) return Value::none();
  return close_slowly(vm, self);
}

// --- the types
// --------------------------------------------------------------------------------------------------------------

namespace {

Answer itself(Vm&, const Value& self) {
  return self;
}

Answer generator_next(Vm& vm, const Value& self) {
  return resume_generator(vm, self.as<GeneratorObject>(), Value::none());
}
Answer generator_send(Vm& vm, const CallArgs& args) {
  Answer answer = resume_generator(vm, args[0].as<GeneratorObject>(), args[1]);
  if (answer.is_stop()) return vm.raise_stop_iteration(Value());
  return answer;
}

SIMUL_RARE bool warn_of_old_throw(Vm& vm, std::string_view name) {
  return warn_or_raise(vm,
                       vm.exceptions().DeprecationWarning,
                       cat("the (type, exc, tb) signature of ",
                           name,
                           "() is deprecated, use the single-arg signature instead."));
}

// throw(exception) or the old throw(type, value, traceback).
SIMUL_RARE Native throw_prepared(Vm& vm, Value self, OwnedArgs args, bool step) {
  Value exception = args[0];
  if (args.size() > 1 && !warn_of_old_throw(vm, "throw")) co_return Raised{};
  const Value traceback = args.size() > 2 && !args[2].is_none() ? args[2] : Value();
  if (traceback && !vm.is_exactly(traceback, vm.types().traceback))
    co_return vm.raise_type_error("throw() third argument must be a traceback object");
  if (vm.type_of(exception)->is_exception && args.size() > 1 && !args[1].is_none())
    co_return vm.raise_type_error("instance exception may not have a separate value");
  if (vm.is_kind_of(exception, vm.types().type) && exception.as<Type>()->is_exception) {
    const Value cls = exception;
    if (args.size() > 1 && !args[1].is_none()) {
      if (vm.is_kind_of(args[1], exception.as<Type>())) {
        exception = args[1];
      } else {
        const Value value = args[1];
        const bool several = vm.is_kind_of(value, vm.types().tuple);
        const CallArgs one(&value, 1);
        const Attempt made = co_await vm.attempt(vm.call(
            exception,
            several ? CallArgs(value.as<TupleObject>()->items(), value.as<TupleObject>()->size)
                    : one));
        exception = made.ok() ? made.value : made.exception;
      }
    } else {
      const Attempt made = co_await vm.attempt(vm.call(exception));
      exception = made.ok() ? made.value : made.exception;
    }
    // What fails while it is made is what the generator gets.
    if (!vm.type_of(exception)->is_exception) {
      const Value shown = co_await vm.repr(cls);
      exception = vm.make_exception(vm.exceptions().TypeError,
                                    cat("calling ",
                                        vm.text(shown),
                                        " should have returned an instance of BaseException, not ",
                                        vm.type_name(exception)));
    }
  }
  if (!vm.type_of(exception)->is_exception) {
    co_return vm.raise_type_error(
        cat("exceptions must be classes or instances deriving from BaseException, not ",
            vm.type_name(exception)));
  }
  if (traceback) exception.as<ExceptionObject>()->traceback = traceback;
  if (step) co_return throw_into_step(vm, self.as<AsyncGeneratorStep>(), exception);
  co_return throw_into_generator(vm, self, exception);
}
Answer generator_throw(Vm& vm, const CallArgs& args) {
  if (args.size() == 2 && vm.type_of(args[1])->is_exception)
    return throw_into_generator(vm, args[0], args[1]);
  return throw_prepared(vm, args[0], OwnedArgs(args.tail()), false);
}
Answer generator_close(Vm& vm, const CallArgs& args) {
  return close_generator(vm, args[0]);
}

SIMUL_RARE Answer generator_repr(Vm& vm, const Value& self) {
  const auto* generator = self.as<GeneratorObject>();
  const char* type =
      generator->flavour == Flavour::kAsyncGenerator ? "async_generator" : noun(generator);
  return vm.str(cat(
      "<", type, " object ", vm.text(generator->qualname), " at ", quoted_address(generator), ">"));
}

void generator_traverse(Object* object, Visitor& visitor) {
  auto* generator = static_cast<GeneratorObject*>(object);
  visitor.visit(generator->handled.exception);
  visitor.visit(generator->finalizer);
  if (Frame* frame = generator->frame(); frame != nullptr && generator->state != State::kRunning)
    visitor.visit_object(frame);
}

void generator_clear(Object* object) {
  auto* generator = static_cast<GeneratorObject*>(object);
  if (generator->state == State::kRunning) return;
  generator->awaited = true;
  discard_body(generator);
}

void generator_destroy(Object* object) {
  auto* generator = static_cast<GeneratorObject*>(object);
  Vm& vm = *generator->type->vm;
  if (generator->flavour == Flavour::kCoroutine && generator->state == State::kCreated)
    warn_never_awaited(vm, generator);
  discard_body(generator);
  generator->~GeneratorObject();
}

Answer get_name(Vm&, const Value& self) {
  return self.as<GeneratorObject>()->name;
}
Answer set_name(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.is_str(value))
    return vm.raise_type_error("__name__ must be set to a string object");
  self.as<GeneratorObject>()->name = value;
  return Value::none();
}
Answer get_qualname(Vm&, const Value& self) {
  return self.as<GeneratorObject>()->qualname;
}
Answer set_qualname(Vm& vm, const Value& self, const Value& value) {
  if (!value || !vm.is_str(value))
    return vm.raise_type_error("__qualname__ must be set to a string object");
  self.as<GeneratorObject>()->qualname = value;
  return Value::none();
}
Answer get_frame(Vm&, const Value& self) {
  Frame* frame = self.as<GeneratorObject>()->frame();
  return frame != nullptr ? Value::share(frame) : Value::none();
}
Answer get_running(Vm&, const Value& self) {
  return Value::boolean(self.as<GeneratorObject>()->state == State::kRunning);
}
Answer get_async_running(Vm&, const Value& self) {
  return Value::boolean(self.as<GeneratorObject>()->running_async);
}
Answer get_async_suspended(Vm&, const Value& self) {
  const auto* generator = self.as<GeneratorObject>();
  return Value::boolean(generator->state == State::kSuspended && !generator->running_async);
}
Answer get_suspended(Vm&, const Value& self) {
  return Value::boolean(self.as<GeneratorObject>()->state == State::kSuspended);
}
Answer get_code(Vm&, const Value& self) {
  Frame* frame = self.as<GeneratorObject>()->frame();
  return frame != nullptr ? Value::share(frame->code) : Value::none();
}
Answer get_delegate(Vm&, const Value& self) {
  Value delegate = delegate_of(self.as<GeneratorObject>());
  return delegate ? delegate : Value::none();
}
Answer get_origin(Vm&, const Value& self) {
  const Value& origin = self.as<GeneratorObject>()->origin();
  return origin ? origin : Value::none();
}

// --- coroutine.__await__()
// ----------------------------------------------------------------------------------------------

Answer coroutine_await(Vm& vm, const Value& self) {
  auto* wrapper = vm.heap().make<CoroutineWrapper>(vm.types().coroutine_wrapper);
  wrapper->coroutine = self;
  return Value::adopt(wrapper);
}
Answer wrapper_next(Vm& vm, const Value& self) {
  return generator_next(vm, self.as<CoroutineWrapper>()->coroutine);
}
Answer wrapper_send(Vm& vm, const CallArgs& args) {
  Answer answer = resume_generator(
      vm, args[0].as<CoroutineWrapper>()->coroutine.as<GeneratorObject>(), args[1]);
  if (answer.is_stop()) return vm.raise_stop_iteration(Value());
  return answer;
}
Answer wrapper_throw(Vm& vm, const CallArgs& args) {
  return throw_prepared(
      vm, args[0].as<CoroutineWrapper>()->coroutine, OwnedArgs(args.tail()), false);
}
Answer wrapper_close(Vm& vm, const CallArgs& args) {
  return close_generator(vm, args[0].as<CoroutineWrapper>()->coroutine);
}
void wrapper_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<CoroutineWrapper*>(object)->coroutine);
}

// --- async generators
// ---------------------------------------------------------------------------------------------------

Answer first_iteration(Vm& vm, GeneratorObject* generator) {
  if (generator->hooks_called) return Value::none();
  generator->hooks_called = true;
  const AsyncGeneratorHooks& hooks = vm.async_generator_hooks();
  generator->finalizer = hooks.finalizer;
  if (!hooks.first_iteration) return Value::none();
  const Value hook = hooks.first_iteration;
  return vm.call(hook, {Value::share(generator)});
}

Answer make_step(Vm& vm, const Value& generator, AsyncGeneratorStep::Kind kind, Value value) {
  Answer hook = first_iteration(vm, generator.as<GeneratorObject>());
  if (hook.raised()) return hook;
  SIMUL_CHECK(!hook.is_pending(), "the hook of async generators must be a plain native");
  auto* step = vm.heap().make<AsyncGeneratorStep>(kind == AsyncGeneratorStep::Kind::kSend
                                                      ? vm.types().async_generator_asend
                                                      : vm.types().async_generator_athrow);
  step->generator = generator;
  step->value = std::move(value);
  step->kind = kind;
  return Value::adopt(step);
}

Answer async_anext(Vm& vm, const Value& self) {
  return make_step(vm, self, AsyncGeneratorStep::Kind::kSend, Value::none());
}
Answer async_asend(Vm& vm, const CallArgs& args) {
  return make_step(vm, args[0], AsyncGeneratorStep::Kind::kSend, args[1]);
}
Answer async_aclose(Vm& vm, const CallArgs& args) {
  return make_step(vm, args[0], AsyncGeneratorStep::Kind::kClose, Value());
}
SIMUL_RARE Native async_athrow(Vm& vm, OwnedArgs args) {
  Value exception = args[1];
  if (args.size() > 2 && !warn_of_old_throw(vm, "athrow")) co_return Raised{};
  if (vm.is_kind_of(exception, vm.types().type) && exception.as<Type>()->is_exception) {
    exception = args.size() > 2 && !args[2].is_none() ? args[2] : co_await vm.call(exception);
  }
  co_return make_step(vm, args[0], AsyncGeneratorStep::Kind::kThrow, exception);
}

const char* step_name(const AsyncGeneratorStep* step) {
  return step->kind == AsyncGeneratorStep::Kind::kSend
             ? "cannot reuse already awaited __anext__()/asend()"
             : "cannot reuse already awaited aclose()/athrow()";
}
const char* running_text(const AsyncGeneratorStep* step) {
  switch (step->kind) {
    case AsyncGeneratorStep::Kind::kSend:
      return "anext(): asynchronous generator is already running";
    case AsyncGeneratorStep::Kind::kThrow:
      return "athrow(): asynchronous generator is already running";
    case AsyncGeneratorStep::Kind::kClose:
      return "aclose(): asynchronous generator is already running";
  }
  return "";
}

Answer step_send_value(Vm& vm, AsyncGeneratorStep* step, Value value) {
  using Step = AsyncGeneratorStep;
  auto* generator = step->generator.as<GeneratorObject>();
  if (step->state == Step::State::kClosed)
    return vm.raise(vm.exceptions().RuntimeError, step_name(step));
  const bool sends = step->kind == Step::Kind::kSend;
  // A generator that is over has nothing left to close or to throw into.
  if (!sends && generator->state == State::kDone) {
    step->state = Step::State::kClosed;
    vm.stop_value() = Value::none();
    return Answer::stop();
  }
  if (step->state == Step::State::kIterating)
    return resume_generator(vm, generator, std::move(value));
  if (generator->running_async) {
    step->state = Step::State::kClosed;
    return vm.raise(vm.exceptions().RuntimeError, running_text(step));
  }
  if (sends ? generator->state == State::kDone : generator->closed) {
    step->state = Step::State::kClosed;
    return vm.raise(vm.exceptions().StopAsyncIteration);
  }
  if (!sends && !value.is_none()) {
    return vm.raise(vm.exceptions().RuntimeError,
                    "can't send non-None value to a just-started coroutine");
  }
  if (step->kind == Step::Kind::kClose) {
    generator->closed = true;
    if (generator->state == State::kCreated) {
      discard_body(generator);
      step->state = Step::State::kClosed;
      vm.stop_value() = Value::none();
      return Answer::stop();
    }
  }
  step->state = Step::State::kIterating;
  generator->running_async = true;
  generator->step = step;
  if (sends) {
    if (value.is_none()) value = step->value;
    Answer answer = resume_generator(vm, generator, std::move(value));
    if (answer.raised()) {
      generator->running_async = false;
      generator->step = nullptr;
      step->state = Step::State::kClosed;
    }
    return answer;
  }
  Value exception = step->kind == Step::Kind::kClose
                        ? vm.make_exception_with(vm.exceptions().GeneratorExit, {})
                        : step->value;
  return throw_into_generator(vm, step->generator, std::move(exception));
}

Answer step_next(Vm& vm, const Value& self) {
  return step_send_value(vm, self.as<AsyncGeneratorStep>(), Value::none());
}
Answer step_send(Vm& vm, const CallArgs& args) {
  Answer answer = step_send_value(vm, args[0].as<AsyncGeneratorStep>(), args[1]);
  if (answer.is_stop()) return vm.raise_stop_iteration(Value());
  return answer;
}
Answer step_throw(Vm& vm, const CallArgs& args) {
  return throw_prepared(vm, args[0], OwnedArgs(args.tail()), true);
}
SIMUL_RARE Native step_close_slowly(Vm& vm, OwnedArgs args) {
  Value exit = vm.make_exception_with(vm.exceptions().GeneratorExit, {});
  Attempt result = co_await vm.attempt(throw_into_step(vm, args[0].as<AsyncGeneratorStep>(), exit));
  if (result.ok())
    co_return vm.raise(vm.exceptions().RuntimeError, "coroutine ignored GeneratorExit");
  if (vm.matches(result.exception, vm.exceptions().StopIteration) ||
      vm.matches(result.exception, vm.exceptions().StopAsyncIteration) ||
      vm.matches(result.exception, vm.exceptions().GeneratorExit)) {
    co_return Value::none();
  }
  vm.set_raised(std::move(result.exception));
  co_return Raised{};
}
Answer step_close(Vm& vm, const CallArgs& args) {
  // One that has not begun throws into the generator all the same.
  if (args[0].as<AsyncGeneratorStep>()->state == AsyncGeneratorStep::State::kClosed)
    return Value::none();
  return step_close_slowly(vm, OwnedArgs(args));
}
void step_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<AsyncGeneratorStep*>(object)->generator);
  visitor.visit(static_cast<AsyncGeneratorStep*>(object)->value);
}
void step_destroy(Object* object) {
  auto* step = static_cast<AsyncGeneratorStep*>(object);
  if (step->generator) {
    auto* generator = step->generator.as<GeneratorObject>();
    Vm& vm = *step->type->vm;
    if (generator->step == step) {
      generator->step = nullptr;
    }
    if (step->state == AsyncGeneratorStep::State::kInit) warn_never_awaited(vm, step);
  }
  step->~AsyncGeneratorStep();
}
void async_value_traverse(Object* object, Visitor& visitor) {
  visitor.visit(static_cast<AsyncGeneratorValue*>(object)->value);
}

}  // namespace

Answer throw_into_step(Vm& vm, AsyncGeneratorStep* step, Value exception) {
  if (step->state == AsyncGeneratorStep::State::kClosed)
    return vm.raise(vm.exceptions().RuntimeError, step_name(step));
  if (step->state == AsyncGeneratorStep::State::kInit) {
    auto* generator = step->generator.as<GeneratorObject>();
    if (generator->running_async) {
      step->state = AsyncGeneratorStep::State::kClosed;
      return vm.raise(vm.exceptions().RuntimeError, running_text(step));
    }
    step->state = AsyncGeneratorStep::State::kIterating;
    generator->running_async = true;
    generator->step = step;
  }
  return throw_into_generator(vm, step->generator, std::move(exception));
}

Value Vm::make_coroutine(Native body, std::string_view name, std::string_view qualname) {
  return make_coroutine(std::move(body), intern(name), intern(qualname));
}

Value Vm::make_coroutine(Native body, Value name, Value qualname) {
  return make_coroutine(body.release(), std::move(name), std::move(qualname));
}

Value Vm::make_coroutine(NativeFrame* frame, Value name, Value qualname) {
  auto* coroutine = heap_.make<GeneratorObject>(types_.coroutine);
  frame->owner = coroutine;
  coroutine->body = frame;
  coroutine->flavour = Flavour::kCoroutine;
  coroutine->name = std::move(name);
  coroutine->qualname = std::move(qualname);
  if (internals_->origin_depth > 0) [[unlikely]]
    coroutine->origin() = coroutine_origin(*this, internals_->origin_depth);
  return Value::adopt(coroutine);
}

void install_generators(Vm& vm) {
  const Types& t = vm.types();
  const std::vector<NativeDef> methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                                          {"send", generator_send, 1, 1},
                                          {"throw", generator_throw, 1, 3},
                                          {"close", generator_close, 0, 0}};
  vm.define(t.generator,
            {.name = "generator",
             .instance_size = sizeof(GeneratorObject),
             .flags = kAbstract,
             .slots = {.destroy = generator_destroy,
                       .traverse = generator_traverse,
                       .clear = generator_clear,
                       .repr = generator_repr,
                       .iter = itself,
                       .next = generator_next},
             .methods = methods,
             .getters = {{"__name__", get_name, set_name},
                         {"__qualname__", get_qualname, set_qualname},
                         {"gi_frame", get_frame},
                         {"gi_running", get_running},
                         {"gi_suspended", get_suspended},
                         {"gi_code", get_code},
                         {"gi_yieldfrom", get_delegate}}});
  vm.define(t.coroutine,
            {.name = "coroutine",
             .instance_size = sizeof(GeneratorObject),
             .flags = kAbstract,
             .slots = {.destroy = generator_destroy,
                       .traverse = generator_traverse,
                       .clear = generator_clear,
                       .repr = generator_repr,
                       .await = coroutine_await},
             .methods = methods,
             .getters = {{"__name__", get_name, set_name},
                         {"__qualname__", get_qualname, set_qualname},
                         {"cr_frame", get_frame},
                         {"cr_running", get_running},
                         {"cr_suspended", get_suspended},
                         {"cr_code", get_code},
                         {"cr_await", get_delegate},
                         {"cr_origin", get_origin}}});
  vm.define(t.coroutine_wrapper,
            {.name = "coroutine_wrapper",
             .instance_size = sizeof(CoroutineWrapper),
             .flags = kAbstract,
             .slots = {.destroy = destroy_as<CoroutineWrapper>,
                       .traverse = wrapper_traverse,
                       .iter = itself,
                       .next = wrapper_next},
             .methods = {{"send", wrapper_send, 1, 1},
                         {"throw", wrapper_throw, 1, 3},
                         {"close", wrapper_close, 0, 0}}});
  vm.define(t.async_generator,
            {.name = "async_generator",
             .instance_size = sizeof(GeneratorObject),
             .flags = kAbstract,
             .slots = {.destroy = generator_destroy,
                       .traverse = generator_traverse,
                       .clear = generator_clear,
                       .repr = generator_repr,
                       .aiter = itself,
                       .anext = async_anext},
             .methods = {{"__class_getitem__", class_get_item, 1, 1, kClassMethod},
                         {"asend", async_asend, 1, 1},
                         {"athrow", async_athrow, 1, 3},
                         {"aclose", async_aclose, 0, 0}},
             .getters = {{"__name__", get_name, set_name},
                         {"__qualname__", get_qualname, set_qualname},
                         {"ag_frame", get_frame},
                         {"ag_running", get_async_running},
                         {"ag_suspended", get_async_suspended},
                         {"ag_code", get_code},
                         {"ag_await", get_delegate}}});
  const Slots step_slots = {.destroy = step_destroy,
                            .traverse = step_traverse,
                            .iter = itself,
                            .next = step_next,
                            .await = itself};
  const std::vector<NativeDef> step_methods = {
      {"send", step_send, 1, 1}, {"throw", step_throw, 1, 3}, {"close", step_close, 0, 0}};
  vm.define(t.async_generator_asend,
            {.name = "async_generator_asend",
             .instance_size = sizeof(AsyncGeneratorStep),
             .flags = kAbstract,
             .slots = step_slots,
             .methods = step_methods});
  vm.define(t.async_generator_athrow,
            {.name = "async_generator_athrow",
             .instance_size = sizeof(AsyncGeneratorStep),
             .flags = kAbstract,
             .slots = step_slots,
             .methods = step_methods});
  Type* value = vm.make_type(
      {.name = "async_generator_wrapped_value",
       .instance_size = sizeof(AsyncGeneratorValue),
       .flags = kAbstract,
       .slots = {.destroy = destroy_as<AsyncGeneratorValue>, .traverse = async_value_traverse}});
  Vm::Internals::set_async_value_type(vm, value);
}

}  // namespace simul::vm

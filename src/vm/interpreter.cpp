// The dispatch loop and the trampoline. Mirrors Python/bytecodes.c and Python/ceval.c.
//
// Rules for correctness of the loop:
// 1. `frame` is fiber.top; `ip` is the next instruction; `sp` points behind the stack's last value;
// what lies from sp on is dead.
// 2. SAVE() before anything that can look at frames, call Python, raise or stop.
// 3. An instruction takes its operands off the stack before it asks for an Answer; a pending
// Answer's value is pushed
//    later by deliver(), so the instruction is over when it jumps to `pending`.
// 4. An instruction that may drop a last reference ends with CHECK_DEATHS, so that a __del__ runs
// before the next one.
// 5. The budget is looked at on back-edges and function entries only; every other path is bounded.
// 6. Raising: set vm.raised_, go to `error`. No instruction both raises and leaves something on the
// stack.
#include "vm/interpreter.hpp"

#include <cstring>

#include "vm/cat.hpp"
#include "vm/depth.hpp"
#include "vm/int_object.hpp"
#include "vm/line_breaks.hpp"
#include "vm/program_loop.hpp"
#include "vm/quicken.hpp"
#include "vm/slots.hpp"
#include "vm/threads.hpp"

namespace simul::vm {

using bytecode::Instruction;
using bytecode::Opcode;
using Internals = Vm::Internals;

// --- the trampoline
// -------------------------------------------------------------------------------------------------------

static GeneratorObject* generator_of(Activation* body) {
  return body->kind == Activation::Kind::kPython ? static_cast<Frame*>(body)->generator
                                                 : static_cast<NativeFrame*>(body)->owner;
}

void Interpreter::leave_generator(Vm&, Fiber& fiber, GeneratorObject* generator, bool done) {
  if (fiber.handled == &generator->handled) fiber.handled = generator->handled.previous;
  generator->handled.previous = nullptr;
  fiber.top = generator->body->below;
  fiber.depth -= depth_of(generator->body);
  generator->body->below = nullptr;
  generator->state = done ? GeneratorObject::State::kDone : GeneratorObject::State::kSuspended;
}

// The body that passed an exception on to its delegate goes on itself (see enter() of
// generator.cpp).
void Interpreter::goes_on(Activation* body) {
  GeneratorObject* generator = generator_of(body);
  if (generator == nullptr || fiber.handled == &generator->handled) return;
  generator->handled.previous = fiber.handled;
  fiber.handled = &generator->handled;
}

// Bit of a frame's Object::bits: CALL's shortcut made it, so it is a function's call, the frame
// below only pushes what this one returns, and this one is no generator's body.
static constexpr std::uint32_t kPlainFrame = 1u << 16;
// All of that, and nobody but the chain has it, or knows of it: one word tells.
[[gnu::always_inline]] static inline bool is_plain(const Frame* frame) {
  const Object* object = frame;
  return object->refcount == 1 && object->bits == kPlainFrame;
}
// See free_frame().
[[gnu::always_inline]] static inline bool dies_plainly(const Frame* frame) {
  return frame->refcount == 1 && frame->function != nullptr && !frame->cleared;
}
[[gnu::always_inline]] inline void Interpreter::pop_frame(Frame* frame) {
  fiber.top = frame->below;
  fiber.depth -= depth_of(frame);
  if (dies_plainly(frame)) [[likely]] {
    Internals::free_frame(vm.heap_, frame);
  } else {
    pop_frame_slowly(frame);
  }
}

[[gnu::noinline]] void Interpreter::pop_frame_slowly(Frame* frame) {
  frame->bits &= ~kPlainFrame;
  frame->below = nullptr;
  Internals::end_frame(vm, fiber, frame);
  Internals::drop_frame(frame);
}

// The step object that drives an async generator is over.
static void end_step(GeneratorObject* generator) {
  generator->running_async = false;
  if (generator->step != nullptr) {
    generator->step->state = AsyncGeneratorStep::State::kClosed;
    generator->step = nullptr;
  }
}

void Interpreter::yield_out(Activation* body, Value value) {
  GeneratorObject* generator = generator_of(body);
  if (generator == nullptr) {
    vm.raise(vm.exceptions().RuntimeError, "await wasn't used with future");
    return;
  }
  leave_generator(vm, fiber, generator, false);
  Value owner = Value::adopt(generator);
  if (generator->flavour == GeneratorObject::Flavour::kAsyncGenerator && value.is_object() &&
      value.object()->type == vm.internals_->async_value_type) {
    const bool closing =
        generator->step != nullptr && generator->step->kind == AsyncGeneratorStep::Kind::kClose;
    end_step(generator);
    if (closing) {
      vm.raise(vm.exceptions().RuntimeError, "async generator ignored GeneratorExit");
      return;
    }
    Value plain = value.as<AsyncGeneratorValue>()->value;
    deliver_stop(std::move(plain));
    return;
  }
  deliver(std::move(value), true);
}

void Interpreter::push_result(Frame* frame, Value value) {
  switch (std::exchange(frame->after, Frame::After::kNothing)) {
    case Frame::After::kNothing: break;
    case Frame::After::kNull:
      new (frame->sp++) Value(std::move(value));
      new (frame->sp++) Value();
      return;
    case Frame::After::kNot: value = Value::boolean(!value.is_true()); break;
    case Frame::After::kTruth: {
      if (value.is_bool()) break;
      Answer truth = vm.truth(value);
      if (!truth.has_value()) return;  // raised, or somebody else will bring it
      value = truth.take();
      break;
    }
    case Frame::After::kSpread:
      if (vm.is_exactly(value, vm.types_.list)) {
        for (Value& part : value.as<ListObject>()->items) new (frame->sp++) Value(std::move(part));
      } else {
        for (const Value& part : *value.as<TupleObject>()) new (frame->sp++) Value(part);
      }
      return;
    case Frame::After::kGroup: {
      const Value match = value.as<TupleObject>()->items()[1];
      new (frame->sp++) Value(value.as<TupleObject>()->items()[0]);
      if (!match.is_none()) fiber.handled->exception = match;
      new (frame->sp++) Value(match);
      return;
    }
  }
  new (frame->sp++) Value(std::move(value));
}

void Interpreter::deliver(Value value, bool yielded) {
  Activation* top = fiber.top;
  if (top == nullptr) {
    finished = true;
    outcome.kind = yielded ? Outcome::Kind::kYielded : Outcome::Kind::kReturned;
    outcome.value = std::move(value);
    return;
  }
  const Activation::Expect expect = top->expect;
  top->expect = Activation::Expect::kValue;
  if (expect == Activation::Expect::kForward) {
    yield_out(top, std::move(value));
    return;
  }
  if (top->kind == Activation::Kind::kPython) {
    auto* frame = static_cast<Frame*>(top);
    if (expect != Activation::Expect::kDiscard) push_result(frame, std::move(value));
    return;
  }
  auto* native = static_cast<NativeFrame*>(top);
  native->value = std::move(value);
  native->stopped = false;
  // A finished coroutine that waits here made a tail call.
  native->state = native->handle.done() ? NativeFrame::State::kDone : NativeFrame::State::kReady;
}

void Interpreter::deliver_stop(Value result) {
  Activation* top = fiber.top;
  if (top == nullptr) {
    finished = true;
    outcome.kind = Outcome::Kind::kReturned;
    outcome.value = std::move(result);
    return;
  }
  const Activation::Expect expect = top->expect;
  if (expect == Activation::Expect::kForward) goes_on(top);
  if (top->kind == Activation::Kind::kPython) {
    auto* frame = static_cast<Frame*>(top);
    if (expect == Activation::Expect::kNext) {
      top->expect = Activation::Expect::kValue;
      // Past END_FOR and the POP_TOP behind it; the iterator goes.
      Value iterator = std::move(*--frame->sp);
      frame->ip += frame->ip[-1].arg() + 2;
      return;
    }
    if (expect == Activation::Expect::kSend) {
      top->expect = Activation::Expect::kValue;
      new (frame->sp++) Value(std::move(result));
      frame->ip += frame->ip[-1].arg();
      return;
    }
  } else if (expect == Activation::Expect::kNext || expect == Activation::Expect::kSend) {
    auto* native = static_cast<NativeFrame*>(top);
    top->expect = Activation::Expect::kValue;
    native->value = std::move(result);
    native->stopped = true;
    native->state = native->handle.done() ? NativeFrame::State::kDone : NativeFrame::State::kReady;
    return;
  } else if (expect == Activation::Expect::kForward) {
    auto* native = static_cast<NativeFrame*>(top);
    top->expect = Activation::Expect::kValue;
    native->delegate.reset();
    native->value = std::move(result);
    native->stopped = false;
    native->state = NativeFrame::State::kReady;
    return;
  }
  top->expect = Activation::Expect::kValue;
  vm.raise_stop_iteration(std::move(result));
}

void Interpreter::body_returned(GeneratorObject* generator, Value result) {
  leave_generator(vm, fiber, generator, true);
  Activation* body = std::exchange(generator->body, nullptr);
  Value owner = Value::adopt(generator);
  if (body->kind == Activation::Kind::kPython) {
    auto* frame = static_cast<Frame*>(body);
    frame->generator = nullptr;
    if (dies_plainly(frame)) [[likely]] {
      Internals::free_frame(vm.heap_, frame);
    } else {
      Internals::end_frame(vm, fiber, frame);
      Internals::drop_frame(frame);
    }
  } else {
    static_cast<NativeFrame*>(body)->handle.destroy();
  }
  if (generator->flavour == GeneratorObject::Flavour::kAsyncGenerator) {
    const bool closing =
        generator->step != nullptr && generator->step->kind == AsyncGeneratorStep::Kind::kClose;
    end_step(generator);
    generator->closed = true;
    if (closing) {
      deliver_stop(Value::none());
    } else {
      vm.raise(vm.exceptions().StopAsyncIteration);
    }
    return;
  }
  deliver_stop(std::move(result));
}

void Interpreter::resume_native(NativeFrame* native) {
  if (native->delegate) {
    // await_on: the machine sends for it.
    Value sent = std::move(native->value);
    const Value delegate = native->delegate;
    native->expect = Activation::Expect::kForward;
    Answer answer = vm.send_raw(delegate, sent);
    if (answer.is_pending()) return;
    native->expect = Activation::Expect::kValue;
    if (answer.raised()) {
      if (Internals::is_stop_iteration(vm, vm.raised_)) {
        Value exception = vm.take_raised();
        native->value = exception.as<ExceptionObject>()->first;
        if (!native->value) native->value = Value::none();
        native->delegate.reset();
        native->stopped = false;
      }
      return;
    }
    if (answer.is_stop()) {
      native->value = std::move(vm.stop_value_);
      if (!native->value) native->value = Value::none();
      native->delegate.reset();
      native->stopped = false;
      return;
    }
    yield_out(native, answer.take());
    return;
  }
  if (native->state == NativeFrame::State::kReady || native->state == NativeFrame::State::kRaised) {
    native->started = true;
    native->handle.resume();
  }
  switch (native->state) {
    case NativeFrame::State::kDone: {
      Value value = std::move(native->value);
      const bool stopped = native->stopped;
      if (native->owner != nullptr) {
        body_returned(native->owner, std::move(value));
        return;
      }
      fiber.top = native->below;
      fiber.depth -= kOneNative;
      native->handle.destroy();
      if (stopped) {
        deliver_stop(std::move(vm.stop_value_));
      } else {
        deliver(std::move(value));
      }
      return;
    }
    case NativeFrame::State::kPending:
    case NativeFrame::State::kRaised:
    case NativeFrame::State::kReady: return;
    case NativeFrame::State::kBlocked:
      finished = true;
      outcome.kind = Outcome::Kind::kBlocked;
      outcome.due_ns = vm.blocked_until_ns;
      native->state = NativeFrame::State::kReady;
      native->value = Value::none();
      return;
    case NativeFrame::State::kParked:
      finished = true;
      outcome.kind = Outcome::Kind::kParked;
      return;
    case NativeFrame::State::kYielded: {
      Value value = std::move(native->value);
      native->state = NativeFrame::State::kReady;
      yield_out(native, std::move(value));
      return;
    }
  }
}

// The handler around a whole generator or coroutine, which makes a RuntimeError of a StopIteration:
// what is raised goes through its two instructions as if they were not there.
bool Interpreter::only_guards_stop(const Frame* frame,
                                   const bytecode::ExceptionEntry& entry) const {
  const Instruction* code = frame->first() + entry.target;
  constexpr std::uint32_t kStopIterationError = 3;
  return entry.depth == 0 && entry.lasti && code[0].op() == Opcode::CALL_INTRINSIC_1 &&
         code[0].arg() == kStopIterationError && code[1].op() == Opcode::RERAISE &&
         code[1].arg() == 1 && (frame->code->code->flags & bytecode::kAsyncGenerator) == 0 &&
         !Internals::is_stop_iteration(vm, vm.raised_);
}

void Interpreter::unwind() {
  for (;;) {
    Activation* top = fiber.top;
    if (top == nullptr) {
      finished = true;
      outcome.kind = Outcome::Kind::kRaised;
      outcome.value = vm.take_raised();
      return;
    }
    const Activation::Expect expect = top->expect;
    top->expect = Activation::Expect::kValue;
    if (expect == Activation::Expect::kForward) goes_on(top);
    const bool stop =
        (expect == Activation::Expect::kNext || expect == Activation::Expect::kSend ||
         (expect == Activation::Expect::kForward && top->kind == Activation::Kind::kNative)) &&
        Internals::is_stop_iteration(vm, vm.raised_);
    if (stop) {
      Value exception = vm.take_raised();
      Value result = exception.as<ExceptionObject>()->first;
      top->expect = expect;
      deliver_stop(result ? result : Value::none());
      if (!vm.has_raised()) return;
      continue;
    }
    if (top->kind == Activation::Kind::kNative) {
      auto* native = static_cast<NativeFrame*>(top);
      native->delegate.reset();
      if (native->folded) {  // also where it catches: a frame of asyncio's was there
        const bool takes = native->args != nullptr;
        Internals::add_folded(vm,
                              takes ? native->args->values.data() : nullptr,
                              takes ? native->args->values.size() : 0);
        // Its frame keeps its caller's, which is not in the traceback of what goes no further.
        if (native->catching || native->below == nullptr) {
          const Value caller = Internals::caller(vm, fiber);
          Internals::add_folded(vm, &caller, 1);
        }
      }
      if (native->catching && !native->handle.done()) {
        native->value = vm.take_raised();
        native->state = NativeFrame::State::kRaised;
        return;
      }
      if (native->owner != nullptr) {
        GeneratorObject* generator = native->owner;
        leave_generator(vm, fiber, generator, true);
        generator->body = nullptr;
        native->handle.destroy();
        Value owner = Value::adopt(generator);
        if (Internals::is_stop_iteration(vm, vm.raised_)) {
          Value cause = vm.take_raised();
          Value error =
              vm.make_exception(vm.exceptions_.RuntimeError, "coroutine raised StopIteration");
          error.as<ExceptionObject>()->cause = cause;
          error.as<ExceptionObject>()->context = cause;
          error.as<ExceptionObject>()->suppress_context = true;
          vm.raise_exception(std::move(error));
        }
        continue;
      }
      fiber.top = native->below;
      fiber.depth -= kOneNative;
      native->handle.destroy();
      continue;
    }
    auto* frame = static_cast<Frame*>(top);
    // What comes out of a throw() that went through this generator is thrown into it anew.
    if (expect == Activation::Expect::kForward && frame->generator != nullptr) [[unlikely]]
      Internals::set_context(vm.raised_, frame->generator->handled.exception);
    frame->after = Frame::After::kNothing;
    // An exception that is raised again has this frame's entry already.
    if (!std::exchange(vm.internals_->reraising, false)) Internals::add_traceback(vm, frame);
    const std::uint32_t at = frame->instruction();
    const bytecode::ExceptionEntry* handler = nullptr;
    for (const bytecode::ExceptionEntry& entry : frame->code->code->exceptions) {
      if (at >= entry.start && at < entry.end) {
        handler = &entry;
        break;
      }
    }
    // Raised again by a handler's end: whoever looks at the frame, what dies of its stack too,
    // finds it where it was raised.
    if (const bytecode::Instruction& last = frame->first()[at];
        last.op() == bytecode::Opcode::RERAISE && last.arg() > 0 &&
        frame->sp - last.arg() >= frame->stack_base() &&
        frame->sp[-static_cast<int>(last.arg())].is_small())
      frame->ip = frame->first() + frame->sp[-static_cast<int>(last.arg())].as_small() + 1;
    if (handler != nullptr) {
      Value* base = frame->stack_base() + handler->depth;
      while (frame->sp > base) {
        --frame->sp;
        frame->sp->reset();
      }
      if (vm.budget > 2 && !vm.finalizers_waiting_ && only_guards_stop(frame, *handler)) {
        vm.budget -= 2;
        handler = nullptr;
      }
    }
    if (handler != nullptr) {
      Value* base = frame->stack_base() + handler->depth;
      // A body that was thrown into while it waited lacks the value that send() would have pushed.
      while (frame->sp < base) new (frame->sp++) Value(Value::none());
      if (handler->lasti)
        new (frame->sp++) Value(Value::small(static_cast<std::intptr_t>(frame->instruction())));
      new (frame->sp++) Value(vm.take_raised());
      frame->ip = frame->first() + handler->target;
      return;
    }
    GeneratorObject* generator = frame->generator;
    if (generator == nullptr) {
      pop_frame(frame);
      continue;
    }
    leave_generator(vm, fiber, generator, true);
    generator->body = nullptr;
    frame->generator = nullptr;
    Value owner = Value::adopt(generator);
    Internals::end_frame(vm, fiber, frame);
    Internals::drop_frame(frame);
    if (generator->flavour == GeneratorObject::Flavour::kAsyncGenerator) {
      const bool closing =
          generator->step != nullptr && generator->step->kind == AsyncGeneratorStep::Kind::kClose;
      end_step(generator);
      generator->closed = true;
      if (closing && (vm.matches(vm.raised_, vm.exceptions_.GeneratorExit) ||
                      vm.matches(vm.raised_, vm.exceptions_.StopAsyncIteration))) {
        Value dropped = vm.take_raised();
        deliver_stop(Value::none());
        if (!vm.has_raised()) return;
      }
    }
  }
}

// SEND to what is not running and has a body in Python: as resume_generator() does, without a word
// about it. Null: ask that.
Frame* Interpreter::enter_body(const Value& receiver, Value& value) {
  if (!receiver.is_object()) return nullptr;
  const Type* type = receiver.object()->type;
  if (type != vm.types_.coroutine && type != vm.types_.generator) return nullptr;
  auto* generator = receiver.as<GeneratorObject>();
  using State = GeneratorObject::State;
  if (generator->state != State::kSuspended &&
      (generator->state != State::kCreated || !value.is_none()))
    return nullptr;
  Frame* frame = generator->frame();
  if (frame == nullptr || python_frames(fiber) >= vm.options_.recursion_limit) return nullptr;
  generator->awaited = true;
  generator->state = State::kRunning;
  generator->handled.previous = fiber.handled;
  fiber.handled = &generator->handled;
  frame->below = fiber.top;
  fiber.top = frame;
  fiber.depth += depth_of(frame);
  ++generator->refcount;  // the chain's
  new (frame->sp++) Value(Value::adopt_bits(value.bits()));
  return frame;
}

Outcome Interpreter::run() {
  if (fiber.has_outcome) {
    fiber.has_outcome = false;
    if (fiber.outcome_exception) {
      return {Outcome::Kind::kRaised, std::move(fiber.outcome_exception), 0};
    }
    return {Outcome::Kind::kReturned, std::move(fiber.outcome), 0};
  }
  while (!finished) {
    if (vm.has_raised()) {
      unwind();
      continue;
    }
    Activation* top = fiber.top;
    if (vm.budget <= 0) {
      outcome.kind = Outcome::Kind::kPreempted;
      break;
    }
    if (top->kind == Activation::Kind::kNative) {
      auto* native = static_cast<NativeFrame*>(top);
      if (native->state == NativeFrame::State::kParked) {
        outcome.kind = Outcome::Kind::kParked;
        break;
      }
      resume_native(native);
      if (!vm.has_raised() && native == fiber.top && native->state == NativeFrame::State::kRaised) {
        // attempt() gave the exception to the coroutine and it went on to raise nothing: nothing to
        // do.
        native->state = NativeFrame::State::kReady;
      }
      continue;
    }
    execute();
  }
  return std::move(outcome);
}

namespace {

// Only then does anybody want to stop behind a call; else the next function or jump will do.
bool switches_are_drawn(Vm& vm) {
  return vm.extension(ExtensionId::kAsyncio) != nullptr && threads_of(vm).switching().on();
}

}  // namespace

bool Interpreter::looks_at_breaker(const Frame* frame, Instruction instruction) const {
  // What CPython has in C runs there without a look.
  if (frame->code->kind == FrameKind::kHidden) return false;
  switch (instruction.op()) {
    case Opcode::RESUME: return (instruction.arg() & 3) < 2;  // not after yield from and await
    case Opcode::CALL: return !unwatched_call;
    case Opcode::JUMP_BACKWARD:
    case Opcode::CALL_KW: return true;
    default: return false;
  }
}

// What the class says about an attribute: see AttributeCache.
[[gnu::noinline]] static void ask_class(Vm& vm,
                                        AttributeCache& cache,
                                        Type* type,
                                        const StrObject* name) {
  cache = {};
  cache.type = type;
  cache.version = type->version;
  if (type == vm.types().module) cache.kind = AttributeCache::Kind::kModule;
  if (type->slots.get_attr != nullptr) return;
  const Value* found = vm.lookup(type, name);
  if (found == nullptr) {
    if (type->dict_offset <= 0) return;
    cache.kind = AttributeCache::Kind::kOwn;
    cache.stores = type->slots.set_attr == nullptr && type->has(kUserClass);
    return;
  }
  if (!found->is_object()) return;
  const Types& t = vm.types();
  const Type* descriptor = found->object()->type;
  if (descriptor == t.function ||
      (descriptor == t.method_descriptor &&
       (found->as<NativeFunction>()->def.flags & (kStaticMethod | kClassMethod)) == 0)) {
    if (type->dict_offset < 0) return;
    cache.kind = AttributeCache::Kind::kMethod;
    cache.found = found->object();
  } else if (descriptor == t.property) {
    const Value& getter = found->as<PropertyObject>()->get;
    if (!getter || !vm.is_exactly(getter, t.function)) return;
    cache.kind = AttributeCache::Kind::kProperty;
    cache.found = found->object();
  }
}

[[gnu::always_inline]] static inline AttributeCache& attribute_cache(Vm& vm,
                                                                     AttributeCache& cache,
                                                                     Type* type,
                                                                     const StrObject* name) {
  if (cache.type != type || cache.version != type->version ||
      cache.kind == AttributeCache::Kind::kSuper) [[unlikely]]
    ask_class(vm, cache, type, name);
  return cache;
}

[[gnu::always_inline]] static inline DictObject* plain_dict(const Object* object) {
  const auto* slot = reinterpret_cast<const Value*>(reinterpret_cast<const char*>(object) +
                                                    object->type->dict_offset);
  return *slot ? slot->as<DictObject>() : nullptr;
}

[[gnu::noinline]] static Table::Entry* own_entry_slowly(AttributeCache& cache,
                                                        Table& table,
                                                        const StrObject* name) {
  const std::int32_t index = table.find(name);
  if (index < 0) return nullptr;
  cache.index = index;
  return &table.entry(index);
}

// An instance's own attribute, found where it was last time; null: ask get_attr.
[[gnu::always_inline]] static inline Table::Entry* own_entry(AttributeCache& cache,
                                                             const Object* object,
                                                             const StrObject* name) {
  DictObject* dict = cache.kind == AttributeCache::Kind::kModule
                         ? static_cast<const ModuleObject*>(object)->dict.as<DictObject>()
                         : plain_dict(object);
  if (dict == nullptr) return nullptr;
  Table& table = dict->table;
  if (static_cast<std::size_t>(cache.index) < table.entries().size()) [[likely]] {
    Table::Entry& entry = table.entry(cache.index);
    if (entry.key.bits() == reinterpret_cast<Value::Bits>(name)) [[likely]]
      return &entry;
  }
  return own_entry_slowly(cache, table, name);
}

// kMethod: has the instance an attribute of its own that goes first?
[[gnu::always_inline]] static inline bool hides_method(const Object* object,
                                                       const StrObject* name) {
  if (object->type->dict_offset == 0) return false;
  const DictObject* dict = plain_dict(object);
  return dict != nullptr && !dict->table.empty() && dict->table.find(name) >= 0;
}

// For LOAD_SUPER_ATTR: the plain function behind `cls` in the MRO of self's class; null: make the
// super object and ask it.
static Object* super_method(
    Vm& vm, AttributeCache& cache, const Value& cls, const Value& self, const StrObject* name) {
  Type* type = self.object()->type;
  if (cache.type == type && cache.version == type->version && cache.after == cls.object() &&
      cache.kind == AttributeCache::Kind::kSuper) [[likely]]
    return cache.found;
  if (!vm.is_kind_of(cls, vm.types().type)) return nullptr;
  // Then self is a class itself, and it is its MRO that counts.
  if (vm.is_kind_of(self, vm.types().type)) return nullptr;
  bool passed = false;
  for (Type* each : type->mro) {
    if (!passed) {
      passed = each == cls.object();
      continue;
    }
    const Value* found = each->dict->table.get(name);
    if (found == nullptr) continue;
    if (!vm.is_exactly(*found, vm.types().function)) return nullptr;
    cache = {};
    cache.type = type;
    cache.version = type->version;
    cache.kind = AttributeCache::Kind::kSuper;
    cache.found = found->object();
    cache.after = cls.object();
    return cache.found;
  }
  return nullptr;
}

// A WebAssembly engine sees one function with a hundred uses of sp - 4, sp - 8 and so on, reckons
// each once where all paths meet, which is here, and keeps them on its stack for every instruction.
// A variable that is in memory at that point is another one in each instruction.
#if defined(__EMSCRIPTEN__)
#  define KEEP_IN_MEMORY(variable) asm volatile("" : "+m"(variable))
#else
#  define KEEP_IN_MEMORY(variable) static_cast<void>(0)
#endif
// The compiler is not to know what it is.
#define KEEP_UNKNOWN(variable) asm volatile("" : "+r"(variable))

// Two small ints as the bits of their Values (the number doubled, plus one), and the result as the
// bits of its Value; false: it does not fit, or is an error. In place it is the same.
[[gnu::always_inline]] static inline bool small_operation(std::uint32_t op,
                                                          std::intptr_t a,
                                                          std::intptr_t b,
                                                          std::intptr_t& result) {
  if (static_cast<BinaryOp>(op) == BinaryOp::kAdd)
    return !__builtin_add_overflow(a - 1, b, &result);
  KEEP_UNKNOWN(op);  // else the compiler puts them all into one switch
  if (static_cast<BinaryOp>(op) == BinaryOp::kSubtract)
    return !__builtin_sub_overflow(a, b - 1, &result);
  KEEP_UNKNOWN(op);
  switch (static_cast<BinaryOp>(op)) {
    case BinaryOp::kMultiply:
      if (__builtin_mul_overflow(a - 1, b >> 1, &result)) return false;
      result |= 1;
      return true;
    case BinaryOp::kAnd: result = a & b; return true;
    case BinaryOp::kOr: result = a | b; return true;
    case BinaryOp::kXor: result = (a ^ b) | 1; return true;
    case BinaryOp::kRshift:
      if (b < 0 || (b >> 1) > 30) return false;
      result = (a >> (b >> 1)) | 1;
      return true;
    case BinaryOp::kFloorDivide:
    case BinaryOp::kRemainder: {
      // Both positive, where C and Python agree, and no quotient overflows.
      if (a < 0 || b <= 1) return false;
      const std::intptr_t number = static_cast<BinaryOp>(op) == BinaryOp::kRemainder
                                       ? (a >> 1) % (b >> 1)
                                       : (a >> 1) / (b >> 1);
      result = (number << 1) | 1;
      return true;
    }
    default: return false;
  }
}

// The same for BINARY_OP's operand; false too where one is no small int.
[[gnu::always_inline]] static inline bool small_values(std::uint32_t arg,
                                                       const Value& left,
                                                       const Value& right,
                                                       std::intptr_t& result) {
  if ((left.bits() & right.bits() & 1) == 0) return false;
  const auto a = static_cast<std::intptr_t>(left.bits());
  const auto b = static_cast<std::intptr_t>(right.bits());
  return small_operation(arg >= 13 ? arg - 13 : arg, a, b, result);
}

// The same where a number is an object, see word_operation().
[[gnu::always_inline]] static inline bool in_place(
    Vm& vm, std::uint32_t arg, Value& left, const Value& right, std::uint32_t holders) {
  return word_operation(
      vm, static_cast<BinaryOp>(arg >= 13 ? arg - 13 : arg), left, right, holders);
}

// The low bits of COMPARE_OP's operand say which of less, greater and equal (2, 4, 8) it is true
// of.
[[gnu::always_inline]] static inline bool small_comparison(std::uint32_t arg,
                                                           std::intptr_t a,
                                                           std::intptr_t b) {
  return (arg >> (2 * static_cast<std::uint32_t>(a >= b) + static_cast<std::uint32_t>(a <= b)) &
          1) != 0;
}

// The function of the program that LOAD_GLOBAL found last time, where a call with one argument only
// puts that into its place; null: something else, or it has to be looked for.
[[gnu::always_inline]] static inline FunctionObject* known_function(const Vm& vm,
                                                                    const Frame* frame,
                                                                    std::uint32_t index) {
  const CodeValue* code = frame->code;
  const GlobalCache& cache = code->global_caches[index];
  const Table& globals = frame->globals->table;
  if (cache.globals != &globals || cache.in_builtins ||
      static_cast<std::size_t>(cache.index) >= globals.entries().size())
    return nullptr;
  const Table::Entry& entry = globals.entry(cache.index);
  if (entry.key.bits() != reinterpret_cast<Value::Bits>(code->names[index]) ||
      !entry.value.is_object() || entry.value.object()->type != vm.types().function)
    return nullptr;
  auto* function = entry.value.as<FunctionObject>();
  return function->code->quick_count == 1 ? function : nullptr;
}

// CALL of asyncio.sleep: is it `await asyncio.sleep(0)` in a coroutine, of which only the yield is
// to be seen? `ip` is behind the CALL; then come GET_AWAITABLE, LOAD_CONST, SEND and YIELD_VALUE.
constexpr std::ptrdiff_t kYieldBehindCall = 4;
[[gnu::noinline]] bool Interpreter::gives_turn(const Frame* frame,
                                               const Instruction* ip,
                                               const Value* base,
                                               const Value* sp) const {
  return sp - base == 1 && !base[-1] && base[0].is_small() && base[0].as_small() <= 0 &&
         frame->generator != nullptr && ip[0].op() == Opcode::GET_AWAITABLE &&
         ip[3].op() == Opcode::YIELD_VALUE && ip[kYieldBehindCall].op() == Opcode::RESUME &&
         vm.internals_->origin_depth == 0 && python_frames(fiber) < vm.options_.recursion_limit;
}

// Is it a frame that only pushes what it is given?
[[gnu::always_inline]] static inline bool takes_value(const Activation* below) {
  return below != nullptr && below->kind == Activation::Kind::kPython &&
         below->expect == Activation::Expect::kValue &&
         static_cast<const Frame*>(below)->after == Frame::After::kNothing;
}

// As Vm::raise_exception() does.
void Interpreter::set_context(const Value& exception) const {
  for (const HandledException* each = fiber.handled; each != nullptr; each = each->previous) {
    if (!each->exception || each->exception.is_none()) continue;
    Internals::set_context(exception, each->exception);
    return;
  }
}

// --- the loop
// ---------------------------------------------------------------------------------------------------------------

#define SAVE() (frame->ip = ip, frame->sp = sp)
#define PUSH(value) (static_cast<void>(new (sp) Value(value)), static_cast<void>(++sp))
#define POP() (Value::adopt_bits((--sp)->bits()))
#define TOP() (sp[-1])
#define LOCALS (frame->slots())
#define NEXT break
// Straight to the next instruction's code, where the compiler has label addresses and nothing in
// scope is to be destroyed: the branch predictor sees which instruction follows which.
#if defined(__GNUC__) && !defined(__EMSCRIPTEN__)
#  define SIMUL_THREADED 1
#  define CASE(name) \
    case static_cast<std::uint8_t>(Opcode::name): at_##name:
#  define QUICK(name) \
    case static_cast<std::uint8_t>(Quick::name): at_##name:
#  define HOP                                 \
    do {                                      \
      instruction = *ip++;                    \
      arg = instruction.arg();                \
      goto* kLabels[instruction.word & 0xff]; \
    } while (false)
#else
#  define SIMUL_THREADED 0
#  define CASE(name) case static_cast<std::uint8_t>(Opcode::name):
#  define QUICK(name) case static_cast<std::uint8_t>(Quick::name):
#  define HOP break
#endif
#define CHECK_DEATHS                       \
  if (vm.finalizers_waiting_) [[unlikely]] \
    goto after_death;                      \
  break
#define PUSH_ANSWER(expression)           \
  {                                       \
    Answer answer_ = (expression);        \
    if (answer_.has_value()) [[likely]] { \
      PUSH(answer_.take());               \
      CHECK_DEATHS;                       \
    }                                     \
    if (answer_.raised()) goto error;     \
    goto pending;                         \
  }
#define DROP_ANSWER(expression)                   \
  {                                               \
    Answer answer_ = (expression);                \
    if (answer_.has_value()) [[likely]] {         \
      CHECK_DEATHS;                               \
    }                                             \
    if (answer_.raised()) goto error;             \
    frame->expect = Activation::Expect::kDiscard; \
    goto pending;                                 \
  }

// For the sequences: what they do when they do all, and when they do only their first instruction.
#if defined(__EMSCRIPTEN__)
// Read each time: ip + 2, ip + 3 … of all sequences would else be reckoned at the dispatch, too.
static volatile std::uint8_t rest_bytes[] = {0, 4, 8, 12, 16};
static_assert(sizeof(Instruction) == 4);
#  define REST(count)                                                              \
    (ip = reinterpret_cast<const Instruction*>(reinterpret_cast<const char*>(ip) + \
                                               rest_bytes[count]))
#else
#  define REST(count) (ip += (count))
#endif
#define NUMBER(value) static_cast<std::intptr_t>((value).bits())
#define PUSH_NUMBER(bits) PUSH(Value::adopt_bits(static_cast<Value::Bits>(bits)))
#define ALONE_FAST     \
  {                    \
    PUSH(LOCALS[arg]); \
    HOP;               \
  }
#define ALONE_FAST_FAST        \
  {                            \
    PUSH(LOCALS[arg >> 12]);   \
    PUSH(LOCALS[arg & 0xfff]); \
    HOP;                       \
  }
// What the class of the object in a local says about a name, for the sequences that begin so.
#define ASK_CLASS(index)                    \
  const Value& object = LOCALS[arg];        \
  if (!object.is_object()) [[unlikely]]     \
    ALONE_FAST;                             \
  const std::uint32_t at = (index);         \
  StrObject* name = frame->code->names[at]; \
  AttributeCache& cache =                   \
      attribute_cache(vm, frame->code->attribute_caches[at], object.object()->type, name)
#define ALONE_CONST                    \
  {                                    \
    PUSH(frame->code->constants[arg]); \
    HOP;                               \
  }

void Interpreter::execute() {
  auto* frame = static_cast<Frame*>(fiber.top);
  const Instruction* ip = frame->ip;
  Value* sp = frame->sp;
  std::uintptr_t origin = reinterpret_cast<std::uintptr_t>(ip);

// How many instructions were done that the budget does not know of yet is not counted: it is how
// far ip is from origin, which jumps when ip does. (No budget is as large as 2**29.)
#define EXECUTED()           \
  static_cast<std::int64_t>( \
      static_cast<std::intptr_t>(reinterpret_cast<std::uintptr_t>(ip) - origin) >> 2)
#define SPEND() (vm.budget -= EXECUTED(), origin = reinterpret_cast<std::uintptr_t>(ip))
#define JUMP(offset)                                                    \
  do {                                                                  \
    const auto jump_ = static_cast<std::ptrdiff_t>(offset);             \
    ip += jump_;                                                        \
    origin += static_cast<std::uintptr_t>(jump_) * sizeof(Instruction); \
  } while (false)
#define LOAD_FRAME_AT(which, its_ip, its_sp)                                    \
  do {                                                                          \
    const std::uintptr_t done_ = reinterpret_cast<std::uintptr_t>(ip) - origin; \
    frame = (which);                                                            \
    ip = (its_ip);                                                              \
    sp = (its_sp);                                                              \
    origin = reinterpret_cast<std::uintptr_t>(ip) - done_;                      \
  } while (false)
#define LOAD_FRAME(which) LOAD_FRAME_AT(which, frame->ip, frame->sp)
#define LOAD_TOP() LOAD_FRAME(static_cast<Frame*>(fiber.top))
// Goes on with the first instruction of a frame that was put on top, or with the one after RESUME
// where that has nothing to do.
#define ENTER(callee)   \
  {                     \
    LOAD_FRAME(callee); \
    BEGIN(frame->code); \
  }
#define BEGIN(its_code)                                                                            \
  {                                                                                                \
    if ((its_code)->begins_with_resume && vm.budget - EXECUTED() > 1 && !vm.finalizers_waiting_ && \
        !vm.heap_.over_limit()) [[likely]]                                                         \
      ++ip;                                                                                        \
    HOP;                                                                                           \
  }

#if SIMUL_THREADED
  static const void* const kLabels[] = {
#  define SIMUL_OPCODE(name, operand) &&at_##name,
#  include "bytecode/opcodes.def"
#  define SIMUL_QUICK_LABEL(name) &&at_##name,
      SIMUL_QUICK(SIMUL_QUICK_LABEL)
#  undef SIMUL_QUICK_LABEL
  };
#endif
  // The next instruction is fetched behind the switch, so that a breakpoint, which comes with
  // another one, goes round the same loop; what is fetched first is a NOP that nobody counts.
  Instruction instruction = Instruction::make(Opcode::NOP);
  std::uint32_t arg = 0;
  // What goes with a jump to `leave`: the result, and where the frame's values end.
  Value::Bits returned = 0;
  Value* last = nullptr;
  // The same for `call_known`.
  FunctionObject* known = nullptr;
  Value::Bits argument = 0;
  if (vm.finalizers_waiting_) goto after_death;
  for (;;) {
    arg = instruction.arg();
    switch (static_cast<std::uint8_t>(instruction.word)) {
      CASE(NOP)
      if (arg != 0) [[unlikely]]
        goto breakpoint;
      HOP;
      CASE(RESUME)
      if (vm.heap_.over_limit()) [[unlikely]]
        goto out_of_memory;
      if (vm.budget - EXECUTED() <= 0 || vm.finalizers_waiting_) [[unlikely]]
        goto checkpoint;
      HOP;
      CASE(POP_TOP) {
        frame->ip = ip;  // a death may warn, and says the line
        {
          Value dropped = POP();
        }
        CHECK_DEATHS;
      }
      CASE(PUSH_NULL) PUSH(Value());
      HOP;
      CASE(COPY) PUSH(sp[-static_cast<std::ptrdiff_t>(arg)]);
      HOP;
      CASE(SWAP) sp[-1].swap(sp[-static_cast<std::ptrdiff_t>(arg)]);
      NEXT;
      CASE(LOAD_CONST) PUSH(frame->code->constants[arg]);
      HOP;
      CASE(RETURN_CONST) PUSH(frame->code->constants[arg]);
      [[fallthrough]];
      CASE(RETURN_VALUE)
    return_value: {
      if (is_plain(frame)) [[likely]] {
        last = sp - 1;
        returned = last->bits();
      leave:
        // In variables of its own: the loop's are read from memory each time.
        Frame* const ended = frame;
        Activation* const below = ended->below;
        fiber.top = below;
        --fiber.depth;
        // Most have one value left: a loop would begin with a look at the stack's limit.
        Value* slot = ended->slots();
        if (slot < last) {
          if (slot->is_object()) slot->reset();
          for (++slot; slot < last; ++slot) {
            if (slot->is_object()) slot->reset();
            KEEP_LOOP();
          }
        }
        FunctionObject* function = ended->function;
        vm.heap_.deallocate(ended, ended->code->frame_size);
        auto& caller = static_cast<Frame&>(*below);
        Value* const place = caller.sp;
        new (place) Value(Value::adopt_bits(returned));
        LOAD_FRAME_AT(&caller, caller.ip, place + 1);
        if (--function->refcount == 0) [[unlikely]]
          release_last(function);
        if (vm.finalizers_waiting_) [[unlikely]]
          goto after_death;
        HOP;
      }
      Activation* const below = frame->below;
      if (frame->generator == nullptr && takes_value(below)) [[likely]] {
        returned = (--sp)->bits();
        SAVE();
        pop_frame(frame);
        LOAD_FRAME(static_cast<Frame*>(below));
        PUSH(Value::adopt_bits(returned));
        if (vm.finalizers_waiting_) [[unlikely]]
          goto after_death;
        HOP;
      }
      Value value = POP();
      SAVE();
      SPEND();
      if (frame->generator != nullptr) {
        body_returned(frame->generator, std::move(value));
        goto delivered;
      }
      pop_frame(frame);
      deliver(std::move(value));
      return;
    }

      CASE(LOAD_FAST) PUSH(LOCALS[arg]);
      HOP;
      CASE(LOAD_FAST_CHECK)
      if (!LOCALS[arg]) [[unlikely]] {
        SAVE();
        raise_unbound_local(vm, frame, arg);
        goto error;
      }
      PUSH(LOCALS[arg]);
      NEXT;
      CASE(LOAD_FAST_AND_CLEAR) PUSH(std::move(LOCALS[arg]));
      NEXT;
      CASE(LOAD_FAST_LOAD_FAST)
      PUSH(LOCALS[arg >> 12]);
      PUSH(LOCALS[arg & 0xfff]);
      HOP;
      CASE(STORE_FAST) {
        frame->ip = ip;
        {
          Value old = std::exchange(LOCALS[arg], POP());
        }
        CHECK_DEATHS;
      }
      CASE(STORE_FAST_LOAD_FAST) {
        frame->ip = ip;
        {
          Value old = std::exchange(LOCALS[arg >> 12], POP());
        }
        PUSH(LOCALS[arg & 0xfff]);
        CHECK_DEATHS;
      }
      CASE(STORE_FAST_STORE_FAST) {
        frame->ip = ip;
        {
          Value old = std::exchange(LOCALS[arg >> 12], POP());
        }
        {
          Value old = std::exchange(LOCALS[arg & 0xfff], POP());
        }
        CHECK_DEATHS;
      }
      CASE(DELETE_FAST) {
        frame->ip = ip;
        if (!LOCALS[arg]) {
          SAVE();
          raise_unbound_local(vm, frame, arg);
          goto error;
        }
        LOCALS[arg].reset();
        CHECK_DEATHS;
      }
      CASE(MAKE_CELL) {
        Value content = std::move(LOCALS[arg]);
        LOCALS[arg] = vm.cell(std::move(content));
        NEXT;
      }
      CASE(COPY_FREE_VARS) {
        const auto* closure = frame->function->closure.as<TupleObject>();
        Value* to = LOCALS + frame->code->local_count - arg;
        for (std::uint32_t i = 0; i < arg; ++i) to[i] = closure->items()[i];
        NEXT;
      }
      CASE(LOAD_DEREF) {
        const Value& content = LOCALS[arg].as<CellObject>()->content;
        if (!content) [[unlikely]] {
          SAVE();
          raise_unbound_local(vm, frame, arg);
          goto error;
        }
        PUSH(content);
        NEXT;
      }
      CASE(STORE_DEREF) {
        frame->ip = ip;
        {
          Value old = std::exchange(LOCALS[arg].as<CellObject>()->content, POP());
        }
        CHECK_DEATHS;
      }
      CASE(DELETE_DEREF) {
        frame->ip = ip;
        Value& content = LOCALS[arg].as<CellObject>()->content;
        if (!content) {
          SAVE();
          raise_unbound_local(vm, frame, arg);
          goto error;
        }
        content.reset();
        CHECK_DEATHS;
      }
      CASE(LOAD_FROM_DICT_OR_DEREF) {
        Value dict = POP();
        if (vm.is_kind_of(dict, vm.types_.dict)) {
          if (const Value* found =
                  dict.as<DictObject>()->table.get(frame->code->local_names[arg])) {
            PUSH(*found);
            NEXT;
          }
        }
        const Value& content = LOCALS[arg].as<CellObject>()->content;
        if (!content) {
          SAVE();
          raise_unbound_local(vm, frame, arg);
          goto error;
        }
        PUSH(content);
        NEXT;
      }
      CASE(LOAD_FROM_DICT_OR_GLOBALS) {
        Value dict = POP();
        SAVE();
        if (vm.is_kind_of(dict, vm.types_.dict)) {
          if (const Value* found = dict.as<DictObject>()->table.get(frame->code->names[arg])) {
            PUSH(*found);
            NEXT;
          }
        }
        PUSH_ANSWER(load_global(vm, frame, frame->code->names[arg]));
      }
      CASE(LOAD_LOCALS)
      if (!frame->namespace_) {
        SAVE();
        vm.raise(vm.exceptions_.SystemError, "no locals");
        goto error;
      }
      PUSH(frame->namespace_);
      NEXT;
      CASE(LOAD_NAME) {
        SAVE();
        PUSH_ANSWER(load_name(vm, frame, frame->code->names[arg]));
      }
      CASE(STORE_NAME) {
        Value value = POP();
        SAVE();
        if (vm.is_exactly(frame->namespace_, vm.types_.dict)) {
          frame->namespace_.as<DictObject>()->table.set(frame->code->names[arg], std::move(value));
          CHECK_DEATHS;
        }
        DROP_ANSWER(vm.set_item(frame->namespace_, Value::share(frame->code->names[arg]), value));
      }
      CASE(DELETE_NAME) {
        SAVE();
        if (!vm.is_exactly(frame->namespace_, vm.types_.dict))
          DROP_ANSWER(delete_name(vm, frame, frame->code->names[arg]));
        if (!frame->namespace_.as<DictObject>()->table.erase(frame->code->names[arg])) {
          raise_name_error(vm, frame->code->names[arg]);
          goto error;
        }
        CHECK_DEATHS;
      }
      CASE(LOAD_GLOBAL)
    load_global: {
      const std::uint32_t index = arg >> 1;
      GlobalCache& cache = frame->code->global_caches[index];
      StrObject* name = frame->code->names[index];
      const Table& globals = frame->globals->table;
      const Value* found = nullptr;
      if (cache.globals == &globals) {
        const Table& table = cache.in_builtins ? vm.builtins_dict_->table : globals;
        if (static_cast<std::size_t>(cache.index) < table.entries().size() &&
            (!cache.in_builtins || cache.shape == globals.shape())) {
          const Table::Entry& entry = table.entry(cache.index);
          if (entry.key.bits() == reinterpret_cast<Value::Bits>(name)) found = &entry.value;
        }
      }
      if (found == nullptr) {
        std::int32_t at = globals.find(name);
        const bool global = at >= 0;
        if (!global) {
          if (const Value* own = other_builtins(vm, frame)) [[unlikely]] {
            SAVE();
            Value other = builtin_of(vm, *own, name);
            if (!other) goto error;
            PUSH(std::move(other));
            if ((arg & 1) != 0) PUSH(Value());
            NEXT;
          }
          at = vm.builtins_dict_->table.find(name);
        }
        if (at < 0) {
          SAVE();
          raise_name_error(vm, name);
          goto error;
        }
        cache = {&globals, at, globals.shape(), !global};
        found = global ? &globals.entry(at).value : &vm.builtins_dict_->table.entry(at).value;
      }
      Value* place = sp;
      new (place++) Value(*found);
      if ((arg & 1) != 0) new (place++) Value();
      sp = place;
      HOP;
    }
      CASE(STORE_GLOBAL)
      frame->ip = ip;
      frame->globals->table.set(frame->code->names[arg], POP());
      CHECK_DEATHS;
      CASE(DELETE_GLOBAL)
      if (!frame->globals->table.erase(frame->code->names[arg])) {
        SAVE();
        raise_name_error(vm, frame->code->names[arg]);
        goto error;
      }
      CHECK_DEATHS;

      CASE(LOAD_ATTR) {
        StrObject* name = frame->code->names[arg >> 1];
        if (sp[-1].is_object()) [[likely]] {
          using Kind = AttributeCache::Kind;
          Object* owner = sp[-1].object();
          AttributeCache& cache =
              attribute_cache(vm, frame->code->attribute_caches[arg >> 1], owner->type, name);
          if ((arg & 1) != 0) {
            if (cache.kind == Kind::kMethod && !hides_method(owner, name)) [[likely]] {
              // The object goes up one place, as the first argument.
              new (sp) Value(Value::adopt_bits(sp[-1].bits()));
              new (sp - 1) Value(Value::share(cache.found));
              ++sp;
              HOP;
            }
            if (cache.kind == Kind::kOwn || cache.kind == Kind::kModule) {
              if (const Table::Entry* own = own_entry(cache, owner, name)) {
                frame->ip = ip;
                {
                  Value object = POP();
                  PUSH(own->value);
                }
                PUSH(Value());
                CHECK_DEATHS;
              }
            }
          } else if (cache.kind == Kind::kOwn || cache.kind == Kind::kModule) {
            if (const Table::Entry* own = own_entry(cache, owner, name)) [[likely]] {
              frame->ip = ip;
              {
                Value object = POP();
                PUSH(own->value);
              }
              CHECK_DEATHS;
            }
          } else if (cache.kind == Kind::kProperty) {
            Value& getter = static_cast<PropertyObject*>(cache.found)->get;
            if (getter.is_object() && getter.object()->type == vm.types_.function &&
                getter.as<FunctionObject>()->code->quick_count == 1 &&
                python_frames(fiber) < vm.options_.recursion_limit) {
              auto* function = getter.as<FunctionObject>();
              ++function->refcount;
              Frame* callee =
                  Internals::bare_frame(vm, function->code, function->globals, function);
              callee->bits = kPlainFrame;
              Value* to = callee->slots();
              new (to) Value(POP());
              for (++to; to < callee->sp; ++to) {
                new (to) Value();
                KEEP_LOOP();
              }
              SAVE();
              callee->below = frame;
              fiber.top = callee;
              ++fiber.depth;
              ENTER(callee);
            }
          }
        }
        Value object = POP();
        SAVE();
        if ((arg & 1) == 0) PUSH_ANSWER(vm.get_attr(object, name));
        bool method = false;
        Answer answer = get_method(vm, object, name, method);
        if (answer.has_value()) [[likely]] {
          PUSH(answer.take());
          if (method) {
            PUSH(std::move(object));
          } else {
            PUSH(Value());
          }
          NEXT;
        }
        if (answer.raised()) goto error;
        // The attribute comes later: then the NULL goes on top of it.
        frame->after = Frame::After::kNull;
        goto pending;
      }
      CASE(STORE_ATTR) {
        StrObject* name = frame->code->names[arg];
        if (sp[-1].is_object()) [[likely]] {
          Object* owner = sp[-1].object();
          AttributeCache& cache =
              attribute_cache(vm, frame->code->attribute_caches[arg], owner->type, name);
          if (cache.stores) {
            if (Table::Entry* own = own_entry(cache, owner, name)) [[likely]] {
              plain_dict(owner)->table.touch();
              own->value.swap(sp[-2]);
              sp -= 2;
              SAVE();
              if (sp->is_object()) sp->reset();
              {
                Value object = Value::adopt_bits(sp[1].bits());
              }
              CHECK_DEATHS;
            }
          }
        }
        Value object = POP();
        Value value = POP();
        SAVE();
        DROP_ANSWER(vm.set_attr(object, name, value));
      }
      CASE(DELETE_ATTR) {
        Value object = POP();
        SAVE();
        DROP_ANSWER(vm.set_attr(object, frame->code->names[arg], Value()));
      }
      CASE(LOAD_SUPER_ATTR) {
        Value self = POP();
        Value cls = POP();
        Value super = POP();
        SAVE();
        if ((arg & 1) != 0 && super.object() == vm.types_.super && self.is_object()) {
          if (Object* found = super_method(vm,
                                           frame->code->attribute_caches[arg >> 2],
                                           cls,
                                           self,
                                           frame->code->names[arg >> 2])) {
            PUSH(Value::share(found));
            PUSH(std::move(self));
            CHECK_DEATHS;
          }
        }
        Answer answer =
            load_super_attr(vm, super, cls, self, frame->code->names[arg >> 2], (arg & 2) != 0);
        if (answer.has_value()) {
          PUSH(answer.take());
          if ((arg & 1) != 0) PUSH(Value());
          NEXT;
        }
        if (answer.raised()) goto error;
        if ((arg & 1) != 0) frame->after = Frame::After::kNull;
        goto pending;
      }

      CASE(BINARY_SUBSCR) {
        Value key = POP();
        Value container = POP();
        if (key.is_small() && container.is_object()) {
          Object* object = container.object();
          std::intptr_t index = key.as_small();
          if (object->type == vm.types_.list) {
            const auto& items = static_cast<ListObject*>(object)->items;
            if (index < 0) index += static_cast<std::intptr_t>(items.size());
            if (static_cast<std::size_t>(index) < items.size()) {
              PUSH(items[static_cast<std::size_t>(index)]);
              NEXT;
            }
          } else if (object->type == vm.types_.tuple) {
            const auto* tuple = static_cast<TupleObject*>(object);
            if (index < 0) index += static_cast<std::intptr_t>(tuple->size);
            if (static_cast<std::size_t>(index) < tuple->size) {
              PUSH(tuple->items()[index]);
              NEXT;
            }
          }
        }
        SAVE();
        PUSH_ANSWER(vm.get_item(container, key));
      }
      CASE(STORE_SUBSCR) {
        Value key = POP();
        Value container = POP();
        Value value = POP();
        SAVE();
        if (key.is_small() && vm.is_exactly(container, vm.types_.list)) {
          auto& items = container.as<ListObject>()->items;
          std::intptr_t index = key.as_small();
          if (index < 0) index += static_cast<std::intptr_t>(items.size());
          if (static_cast<std::size_t>(index) < items.size()) {
            items[static_cast<std::size_t>(index)].swap(value);
            value.reset();
            CHECK_DEATHS;
          }
        }
        DROP_ANSWER(vm.set_item(container, key, value));
      }
      CASE(DELETE_SUBSCR) {
        Value key = POP();
        Value container = POP();
        SAVE();
        DROP_ANSWER(vm.delete_item(container, key));
      }
      CASE(BINARY_SLICE) {
        Value stop = POP();
        Value start = POP();
        Value container = POP();
        SAVE();
        Value key = vm.slice(std::move(start), std::move(stop), Value::none());
        PUSH_ANSWER(vm.get_item(container, key));
      }
      CASE(STORE_SLICE) {
        Value stop = POP();
        Value start = POP();
        Value container = POP();
        Value value = POP();
        SAVE();
        Value key = vm.slice(std::move(start), std::move(stop), Value::none());
        DROP_ANSWER(vm.set_item(container, key, value));
      }
      CASE(BUILD_SLICE) {
        Value step = arg == 3 ? POP() : Value::none();
        Value stop = POP();
        Value start = POP();
        PUSH(vm.slice(std::move(start), std::move(stop), std::move(step)));
        NEXT;
      }

      CASE(BINARY_OP)
    binary_op: {
      const Value& left = sp[-2];
      const Value& right = sp[-1];
      if ((left.bits() & right.bits() & 1) != 0) {
        std::intptr_t result = 0;
        const auto a = static_cast<std::intptr_t>(left.bits());
        const auto b = static_cast<std::intptr_t>(right.bits());
        if (small_operation(arg >= 13 ? arg - 13 : arg, a, b, result)) {
          --sp;
          new (sp - 1) Value(Value::adopt_bits(static_cast<Value::Bits>(result)));
          HOP;
        }
      }
      if (in_place(vm, arg, sp[-2], sp[-1], 1)) {
        --sp;
        if (sp->is_object()) sp->reset();
        HOP;
      }
      Value b = POP();
      Value a = POP();
      SAVE();
      if (arg >= 13) PUSH_ANSWER(vm.inplace(static_cast<BinaryOp>(arg - 13), a, b));
      PUSH_ANSWER(vm.binary(static_cast<BinaryOp>(arg), a, b));
    }
      CASE(UNARY_NEGATIVE) {
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.unary(UnaryOp::kNegative, value));
      }
      CASE(UNARY_INVERT) {
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.unary(UnaryOp::kInvert, value));
      }
      CASE(UNARY_NOT) {
        Value value = POP();
        PUSH(Value::boolean(!value.is_true()));
        NEXT;
      }
      CASE(TO_BOOL) {
        if (TOP().is_bool()) NEXT;
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.truth(value));
      }
      CASE(COMPARE_OP) {
        const auto op = static_cast<CompareOp>(arg >> 5);
        if ((sp[-2].bits() & sp[-1].bits() & 1) != 0) [[likely]] {
          const auto x = static_cast<std::intptr_t>(sp[-2].bits());
          const auto y = static_cast<std::intptr_t>(sp[-1].bits());
          const bool result = small_comparison(arg, x, y);
          // Most comparisons decide a jump: the bool between them is never made.
          const Instruction next = *ip;
          if (next.op() == Opcode::POP_JUMP_IF_FALSE || next.op() == Opcode::POP_JUMP_IF_TRUE) {
            REST(1);
            sp -= 2;
            if (result == (next.op() == Opcode::POP_JUMP_IF_TRUE)) JUMP(next.arg());
            HOP;
          }
          --sp;
          new (sp - 1) Value(Value::boolean(result));
          HOP;
        }
        Value b = POP();
        Value a = POP();
        SAVE();
        Answer answer = vm.compare(a, b, op);
        if (answer.has_value()) [[likely]] {
          if ((arg & 16) == 0 || answer.peek().is_bool()) {
            PUSH(answer.take());
            CHECK_DEATHS;
          }
          Value value = answer.take();
          PUSH_ANSWER(vm.truth(value));
        }
        if (answer.raised()) goto error;
        if ((arg & 16) != 0) frame->after = Frame::After::kTruth;
        goto pending;
      }
      CASE(CONTAINS_OP) {
        Value container = POP();
        Value item = POP();
        SAVE();
        Answer answer = vm.contains(container, item);
        if (answer.has_value()) [[likely]] {
          PUSH(Value::boolean(answer.peek().is_true() != (arg == 1)));
          CHECK_DEATHS;
        }
        if (answer.raised()) goto error;
        if (arg == 1) frame->after = Frame::After::kNot;
        goto pending;
      }
      CASE(IS_OP) {
        Value b = POP();
        Value a = POP();
        PUSH(Value::boolean(a.is(b) != (arg == 1)));
        CHECK_DEATHS;
      }

      CASE(BUILD_TUPLE) {
        TupleObject* tuple = vm.make_tuple(arg);
        sp -= arg;
        for (std::uint32_t i = 0; i < arg; ++i) tuple->items()[i] = std::move(sp[i]);
        PUSH(Value::adopt(tuple));
        NEXT;
      }
      CASE(BUILD_LIST) {
        std::vector<Value> items;
        items.reserve(arg);
        sp -= arg;
        for (std::uint32_t i = 0; i < arg; ++i) items.push_back(std::move(sp[i]));
        PUSH(vm.list(std::move(items)));
        NEXT;
      }
      CASE(BUILD_SET) {
        OwnedArgs items;
        sp -= arg;
        for (std::uint32_t i = 0; i < arg; ++i) items.values.push_back(std::move(sp[i]));
        items.count = arg;
        SAVE();
        PUSH_ANSWER(build_set(vm, std::move(items)));
      }
      CASE(BUILD_MAP) {
        OwnedArgs items;
        items.values.reserve(arg * 2);
        sp -= arg * 2;
        for (std::uint32_t i = 0; i < arg * 2; ++i) items.values.push_back(std::move(sp[i]));
        items.count = arg * 2;
        SAVE();
        PUSH_ANSWER(build_map(vm, std::move(items)));
      }
      CASE(BUILD_CONST_KEY_MAP) {
        Value keys = POP();
        OwnedArgs items;
        sp -= arg;
        for (std::uint32_t i = 0; i < arg; ++i) {
          items.values.push_back(keys.as<TupleObject>()->items()[i]);
          items.values.push_back(std::move(sp[i]));
        }
        items.count = arg * 2;
        SAVE();
        PUSH_ANSWER(build_map(vm, std::move(items)));
      }
      CASE(BUILD_STRING) {
        sp -= arg;
        std::size_t size = 0, length = 0;
        for (std::uint32_t i = 0; i < arg; ++i) {
          size += sp[i].as<StrObject>()->size;
          length += sp[i].as<StrObject>()->length;
        }
        StrObject* string = vm.make_str(size, length);
        char* to = string->data();
        for (std::uint32_t i = 0; i < arg; ++i) {
          const std::string_view part = sp[i].as<StrObject>()->text();
          std::memcpy(to, part.data(), part.size());
          to += part.size();
          sp[i].reset();
        }
        PUSH(Value::adopt(string));
        NEXT;
      }
      CASE(LIST_APPEND) {
        Value item = POP();
        auto* list = sp[-static_cast<std::ptrdiff_t>(arg)].as<ListObject>();
        list->items.push_back(std::move(item));
        list->recharge(vm.heap_);
        if (vm.heap_.over_limit()) goto out_of_memory;
        NEXT;
      }
      CASE(LIST_EXTEND) {
        Value iterable = POP();
        SAVE();
        DROP_ANSWER(extend_list(vm, sp[-static_cast<std::ptrdiff_t>(arg)], iterable));
      }
      CASE(SET_ADD) {
        Value item = POP();
        SAVE();
        DROP_ANSWER(add_to_set(vm, sp[-static_cast<std::ptrdiff_t>(arg)], item));
      }
      CASE(SET_UPDATE) {
        Value iterable = POP();
        SAVE();
        DROP_ANSWER(update_set(vm, sp[-static_cast<std::ptrdiff_t>(arg)], iterable));
      }
      CASE(MAP_ADD) {
        Value value = POP();
        Value key = POP();
        SAVE();
        DROP_ANSWER(set_dict_item(vm, sp[-static_cast<std::ptrdiff_t>(arg)], key, value));
      }
      CASE(DICT_UPDATE) {
        Value mapping = POP();
        SAVE();
        DROP_ANSWER(merge_dict(vm, sp[-static_cast<std::ptrdiff_t>(arg)], mapping, Value(), false));
      }
      CASE(DICT_MERGE) {
        // The callable, for messages, lies below: callable, NULL, args, dict.
        Value mapping = POP();
        SAVE();
        DROP_ANSWER(merge_dict(vm,
                               sp[-static_cast<std::ptrdiff_t>(arg)],
                               mapping,
                               sp[-static_cast<std::ptrdiff_t>(arg) - 3],
                               true));
      }
      CASE(UNPACK_SEQUENCE) {
        Value sequence = POP();
        if (vm.is_exactly(sequence, vm.types_.tuple) && sequence.as<TupleObject>()->size == arg) {
          const auto* tuple = sequence.as<TupleObject>();
          for (std::uint32_t i = arg; i-- > 0;) PUSH(tuple->items()[i]);
          CHECK_DEATHS;
        }
        SAVE();
        Answer answer = unpack_slowly(vm, sequence, arg, -1);
        if (answer.has_value()) {
          Value parts = answer.take();
          for (Value& part : parts.as<ListObject>()->items) PUSH(std::move(part));
          CHECK_DEATHS;
        }
        if (answer.raised()) goto error;
        frame->after = Frame::After::kSpread;
        goto pending;
      }
      CASE(UNPACK_EX) {
        Value sequence = POP();
        SAVE();
        Answer answer =
            unpack_slowly(vm, sequence, arg & 0xff, static_cast<std::int32_t>(arg >> 8));
        if (answer.has_value()) {
          Value parts = answer.take();
          for (Value& part : parts.as<ListObject>()->items) PUSH(std::move(part));
          CHECK_DEATHS;
        }
        if (answer.raised()) goto error;
        frame->after = Frame::After::kSpread;
        goto pending;
      }
      CASE(FORMAT_SIMPLE) {
        if (vm.is_exactly(TOP(), vm.types_.str)) NEXT;
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.format(value, vm.internals_->empty_str));
      }
      CASE(FORMAT_WITH_SPEC) {
        Value spec = POP();
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.format(value, spec));
      }
      CASE(CONVERT_VALUE) {
        Value value = POP();
        SAVE();
        if (arg == 1) PUSH_ANSWER(vm.str_of(value));
        if (arg == 2) PUSH_ANSWER(vm.repr(value));
        PUSH_ANSWER(vm.ascii(value));
      }

      CASE(JUMP_FORWARD) JUMP(arg);
      NEXT;
      CASE(JUMP_BACKWARD)
      if (vm.heap_.over_limit()) [[unlikely]] {
        // Before the jump, so that the error is raised inside the loop and its try.
        SAVE();
        vm.collect();
        if (vm.heap_.over_limit()) {
          vm.raise_memory_error();
          goto error;
        }
      }
      JUMP(-static_cast<std::ptrdiff_t>(arg));
      if (vm.budget - EXECUTED() <= 0 || vm.finalizers_waiting_) [[unlikely]]
        goto checkpoint;
      NEXT;
      CASE(JUMP_BACKWARD_NO_INTERRUPT) JUMP(-static_cast<std::ptrdiff_t>(arg));
      NEXT;
      CASE(POP_JUMP_IF_FALSE)
      // Always a bool, which nobody counts.
      --sp;
      if (sp->bits() == Value::kFalseBits) JUMP(arg);
      HOP;
      CASE(POP_JUMP_IF_TRUE)
      // Always a bool, which nobody counts.
      --sp;
      if (sp->bits() == Value::kTrueBits) JUMP(arg);
      HOP;
      CASE(POP_JUMP_IF_NONE) {
        {
          Value value = POP();
          if (value.is_none()) JUMP(arg);
        }
        CHECK_DEATHS;
      }
      CASE(POP_JUMP_IF_NOT_NONE) {
        {
          Value value = POP();
          if (!value.is_none()) JUMP(arg);
        }
        CHECK_DEATHS;
      }

      CASE(GET_ITER) {
        Value iterable = POP();
        SAVE();
        PUSH_ANSWER(vm.iter(iterable));
      }
      CASE(FOR_ITER)
    for_iter: {
      Object* iterator = TOP().object();
      Type* type = vm.type_of(TOP());
      if (type == vm.types_.range_iterator) {
        auto* range = static_cast<RangeIterator*>(iterator);
        if (range->left > 0) {
          --range->left;
          const std::int64_t number = range->next;
          range->next = static_cast<std::int64_t>(static_cast<std::uint64_t>(number) +
                                                  static_cast<std::uint64_t>(range->step));
          PUSH(Value::fits_small(number) ? Value::small(static_cast<std::intptr_t>(number))
                                         : vm.integer(number));
          HOP;
        }
      } else if (type == vm.types_.list_iterator) {
        auto* walk = static_cast<ListIterator*>(iterator);
        if (walk->list) {
          const auto& items = walk->list.as<ListObject>()->items;
          if (walk->index < items.size()) {
            PUSH(items[walk->index++]);
            NEXT;
          }
          frame->ip = ip;  // a coroutine that nobody awaited dies with it, and warns where it does
          walk->list.reset();
        }
      } else if (type == vm.types_.tuple_iterator) {
        auto* walk = static_cast<TupleIterator*>(iterator);
        if (walk->tuple) {
          const auto* tuple = walk->tuple.as<TupleObject>();
          if (walk->index < tuple->size) {
            PUSH(tuple->items()[walk->index++]);
            NEXT;
          }
          frame->ip = ip;
          walk->tuple.reset();
        }
      } else {
        Value sent = Value::none();
        if (Frame* body = enter_body(TOP(), sent)) [[likely]] {
          SAVE();
          frame->expect = Activation::Expect::kNext;
          LOAD_FRAME(body);
          NEXT;
        }
        SAVE();
        const Value kept = TOP();
        Answer answer = vm.next_raw(kept);
        if (answer.has_value()) {
          PUSH(answer.take());
          CHECK_DEATHS;
        }
        if (answer.is_pending()) {
          frame->expect = Activation::Expect::kNext;
          goto pending;
        }
        if (answer.raised()) {
          if (!Internals::is_stop_iteration(vm, vm.raised_)) goto error;
          Value dropped = vm.take_raised();
        }
      }
      frame->ip = ip;
      {
        Value done = POP();
      }
      JUMP(arg + 2);
      CHECK_DEATHS;
    }
      CASE(END_FOR) {
        frame->ip = ip;
        {
          Value dropped = POP();
        }
        CHECK_DEATHS;
      }

      CASE(CALL)
    call: {
      Value* base = sp - arg;  // the arguments; below them self or NULL, below that the callable
      Value& callable = base[-2];
      if (callable.is_object() && callable.object()->type == vm.types_.function) [[likely]] {
        auto* function = callable.as<FunctionObject>();
        CodeValue* code = function->code;
        Value* first = base[-1] ? base - 1 : base;
        Value* const behind = sp;
        if (static_cast<std::uint32_t>(behind - first) == code->quick_count &&
            python_frames(fiber) < vm.options_.recursion_limit) [[likely]] {
          Frame* const caller = frame;
          caller->ip = ip;
          caller->sp = base - 2;
          // What the stack held is the new frame's: the function and the arguments.
          Frame* callee = Internals::bare_frame(vm, code, function->globals, function);
          callee->bits = kPlainFrame;
          Value* to = callee->slots();
          Value* const end = to + code->local_count;
          for (; first < behind; ++first, ++to) {
            new (to) Value(Value::adopt_bits(first->bits()));
            KEEP_LOOP();
          }
          for (; to < end; ++to) {
            new (to) Value();
            KEEP_LOOP();
          }
          callee->below = &static_cast<Activation&>(*caller);
          fiber.top = callee;
          ++fiber.depth;
          LOAD_FRAME_AT(callee, code->start, end);
          BEGIN(code);
        }
      }
      if (callable.object() == vm.internals_->sleep_function && gives_turn(frame, ip, base, sp) &&
          vm.budget - EXECUTED() > 8 && !vm.finalizers_waiting_) {
        // `await asyncio.sleep(0)`: what it waits for is known, see kTurnGivenBits.
        sp = base - 2;
        sp->reset();
        PUSH(Value::adopt_bits(kTurnGivenBits));
        ip += kYieldBehindCall;
        SAVE();
        SPEND();
        yield_out(frame, Value::none());
        goto delivered;
      }
      if (vm.is_exactly(callable, vm.types_.method) && !base[-1]) {
        const auto* bound = callable.as<MethodObject>();
        base[-1] = bound->self;
        Value function = bound->function;
        callable.swap(function);
      }
      const bool has_self = static_cast<bool>(base[-1]);
      Value* first = has_self ? base - 1 : base;
      const std::uint32_t count = arg + (has_self ? 1 : 0);
      if (vm.is_exactly(callable, vm.types_.function)) {
        auto* function = callable.as<FunctionObject>();
        SAVE();
        const bool counts = function->code->kind != FrameKind::kHidden;
        if (counts ? python_frames(fiber) >= vm.options_.recursion_limit : too_many_natives(vm)) {
          vm.raise(vm.exceptions_.RecursionError, "maximum recursion depth exceeded");
          goto error;
        }
        Frame* callee = Internals::bind(vm, function, CallArgs(first, count));
        if (callee == nullptr) goto error;
        while (sp > base - 2) {
          Value dropped = POP();
        }
        frame->sp = sp;
        callee->below = frame;
        fiber.top = callee;
        fiber.depth += counts ? 1 : kOneNative;
        ENTER(callee);
      }
      SAVE();
      SPEND();
      Answer answer = [&] {
        Type* type = vm.type_of(callable);
        if ((type == vm.types_.method_descriptor || type == vm.types_.builtin_function) &&
            !callable.as<NativeFunction>()->self) {
          return call_native(vm, *callable.as<NativeFunction>(), CallArgs(first, count));
        }
        if (type == vm.types_.type) return type_call(vm, callable, CallArgs(first, count));
        return vm.call(callable, CallArgs(first, count));
      }();
      if (vm.budget <= 0) [[unlikely]]
        unwatched_call = is_unwatched_call(vm, callable, count, *ip);
      while (sp > base - 2) {
        Value dropped = POP();
      }
      if (answer.has_value()) [[likely]] {
        PUSH(answer.take());
        if (vm.budget <= 0 && switches_are_drawn(vm)) [[unlikely]]
          goto checkpoint;
        CHECK_DEATHS;
      }
      frame->sp = sp;
      if (answer.raised()) goto error;
      if (answer.is_stop()) {
        vm.raise_stop_iteration(std::move(vm.stop_value_));
        goto error;
      }
      goto pending;
    }
      CASE(CALL_KW) {
        Value keywords = POP();
        Value* base = sp - arg;
        if (vm.is_exactly(base[-2], vm.types_.method) && !base[-1]) {
          const auto* bound = base[-2].as<MethodObject>();
          base[-1] = bound->self;
          Value function = bound->function;
          base[-2].swap(function);
        }
        const bool has_self = static_cast<bool>(base[-1]);
        Value* first = has_self ? base - 1 : base;
        const std::size_t named = keywords.as<TupleObject>()->size;
        const std::size_t count = arg + (has_self ? 1u : 0u) - named;
        SAVE();
        SPEND();
        Answer answer = vm.call(base[-2], CallArgs(first, count, keywords.as<TupleObject>()));
        while (sp > base - 2) {
          Value dropped = POP();
        }
        if (answer.has_value()) {
          PUSH(answer.take());
          if (vm.budget <= 0 && switches_are_drawn(vm)) [[unlikely]]
            goto checkpoint;
          CHECK_DEATHS;
        }
        frame->sp = sp;
        if (answer.raised()) goto error;
        goto pending;
      }
      CASE(CALL_FUNCTION_EX) {
        Value keywords = (arg & 1) != 0 ? POP() : Value();
        Value args = POP();
        {
          Value null = POP();
        }
        Value callable = POP();
        SAVE();
        SPEND();
        PUSH_ANSWER(call_ex(vm, callable, args, keywords));
      }
      CASE(CALL_INTRINSIC_1) {
        Value value = POP();
        SAVE();
        PUSH_ANSWER(call_intrinsic_1(vm, frame, arg, value));
      }
      CASE(CALL_INTRINSIC_2) {
        Value b = POP();
        Value a = POP();
        SAVE();
        PUSH_ANSWER(call_intrinsic_2(vm, frame, arg, a, b));
      }
      CASE(MAKE_FUNCTION) {
        Value code = POP();
        auto* function = vm.heap_.make<FunctionObject>(vm.types_.function);
        function->code = static_cast<CodeValue*>(code.object());
        code.leak();
        function->globals = frame->globals;
        ++frame->globals->refcount;
        const bytecode::CodeObject& object = *function->code->code;
        function->name = vm.intern(object.name);
        function->qualname = vm.intern(object.qualname);
        function->doc = object.has_docstring ? function->code->constants[0] : Value::none();
        const Value* module = frame->globals->table.get(vm.internals_->names.__name__);
        function->module = module != nullptr ? *module : Value::none();
        PUSH(Value::adopt(function));
        NEXT;
      }
      CASE(SET_FUNCTION_ATTRIBUTE) {
        Value function = POP();
        Value value = POP();
        auto* target = function.as<FunctionObject>();
        if (arg == 1)
          target->defaults = std::move(value);
        else if (arg == 2)
          target->kwdefaults = std::move(value);
        else if (arg == 4)
          target->annotations = std::move(value);
        else if (arg == 8)
          target->closure = std::move(value);
        PUSH(std::move(function));
        NEXT;
      }
      CASE(LOAD_BUILD_CLASS) {
        const Value* found = vm.builtins_dict_->table.get(vm.internals_->names.__build_class__);
        if (const Value* own = other_builtins(vm, frame)) [[unlikely]]
          found = in_builtins(vm, *own, vm.internals_->names.__build_class__);
        if (found == nullptr) {
          SAVE();
          vm.raise(vm.exceptions_.NameError, "__build_class__ not found");
          goto error;
        }
        PUSH(*found);
        NEXT;
      }
      CASE(LOAD_ASSERTION_ERROR) PUSH(Value::share(vm.exceptions_.AssertionError));
      NEXT;
      CASE(SETUP_ANNOTATIONS) {
        if (!vm.is_exactly(frame->namespace_, vm.types_.dict)) {
          SAVE();
          DROP_ANSWER(setup_annotations(vm, frame->namespace_));
        }
        Table& table = frame->namespace_.as<DictObject>()->table;
        if (table.get(vm.internals_->names.__annotations__) == nullptr)
          table.set(vm.internals_->names.__annotations__, vm.dict());
        NEXT;
      }
      CASE(IMPORT_NAME) {
        Value from_list = POP();
        Value level = POP();
        SAVE();
        PUSH_ANSWER(import_name(vm, frame, frame->code->names[arg], from_list, level));
      }
      CASE(IMPORT_FROM) {
        SAVE();
        const Value module = TOP();
        PUSH_ANSWER(import_from(vm, module, frame->code->names[arg]));
      }

      CASE(RAISE_VARARGS) {
        if (arg == 1 && sp[-1].is_object() && sp[-1].object()->type->is_exception) [[likely]] {
          Value exception = POP();
          set_context(exception);
          vm.internals_->reraising = false;
          vm.raised_.swap(exception);
          goto error;
        }
        Value cause = arg == 2 ? POP() : Value();
        Value exception = arg >= 1 ? POP() : Value();
        SAVE();
        Answer answer = Internals::raise_from_opcode(vm, exception, cause, arg == 2);
        if (answer.is_pending()) {
          frame->expect = Activation::Expect::kDiscard;
          goto pending;
        }
        goto error;
      }
      CASE(RERAISE) {
        Value exception = POP();
        SAVE();
        vm.raised_ = std::move(exception);
        vm.internals_->reraising = true;
        goto error;
      }
      CASE(PUSH_EXC_INFO) {
        Value exception = POP();
        PUSH(fiber.handled->exception ? fiber.handled->exception : Value::none());
        fiber.handled->exception = exception;
        PUSH(std::move(exception));
        NEXT;
      }
      CASE(POP_EXCEPT) {
        frame->ip = ip;
        {
          Value previous = POP();
          if (previous.is_none()) previous = Value();
          fiber.handled->exception.swap(previous);
        }
        CHECK_DEATHS;
      }
      CASE(CHECK_EXC_MATCH) {
        Value pattern = POP();
        SAVE();
        if (vm.is_exactly(pattern, vm.types_.type) && pattern.as<Type>()->is_exception) [[likely]] {
          PUSH(Value::boolean(vm.is_kind_of(TOP(), pattern.as<Type>())));
          CHECK_DEATHS;
        }
        const Value exception = TOP();
        PUSH_ANSWER(exception_matches(vm, exception, pattern));
      }
      CASE(CHECK_EG_MATCH) {
        Value pattern = POP();
        Value exception = POP();
        SAVE();
        Answer answer = group_matches(vm, exception, pattern);
        if (answer.has_value()) {
          Value pair = answer.take();
          PUSH(pair.as<TupleObject>()->items()[0]);
          const Value match = pair.as<TupleObject>()->items()[1];
          if (!match.is_none()) fiber.handled->exception = match;
          PUSH(match);
          NEXT;
        }
        if (answer.raised()) goto error;
        frame->after = Frame::After::kGroup;
        goto pending;
      }
      CASE(BEFORE_WITH)
      CASE(BEFORE_ASYNC_WITH) {
        Value manager = POP();
        SAVE();
        Answer answer = begin_with(vm, manager, instruction.op() == Opcode::BEFORE_ASYNC_WITH);
        if (answer.raised()) goto error;
        // (exit, result), both on the stack.
        if (answer.has_value()) {
          Value pair = answer.take();
          PUSH(pair.as<TupleObject>()->items()[0]);
          PUSH(pair.as<TupleObject>()->items()[1]);
          NEXT;
        }
        frame->after = Frame::After::kSpread;
        goto pending;
      }
      CASE(WITH_EXCEPT_START) {
        SAVE();
        const Value exception = sp[-1];
        const Value exit = sp[-4];
        PUSH_ANSWER(with_except_start(vm, exit, exception));
      }

      CASE(RETURN_GENERATOR) {
        SAVE();
        const std::uint32_t flags = frame->code->code->flags;
        const Types& t = vm.types_;
        Type* type = (flags & bytecode::kCoroutine) != 0        ? t.coroutine
                     : (flags & bytecode::kAsyncGenerator) != 0 ? t.async_generator
                                                                : t.generator;
        frame->bits &= ~kPlainFrame;
        Internals::list_frame(vm, frame);
        auto* generator = vm.heap_.make<GeneratorObject>(type);
        generator->body = frame;
        generator->flavour = type == t.coroutine         ? GeneratorObject::Flavour::kCoroutine
                             : type == t.async_generator ? GeneratorObject::Flavour::kAsyncGenerator
                                                         : GeneratorObject::Flavour::kGenerator;
        generator->name = frame->function->name;
        generator->qualname = frame->function->qualname;
        frame->generator = generator;
        Activation* below = frame->below;
        fiber.top = below;
        frame->below = nullptr;
        fiber.depth -= depth_of(frame);
        if (type == t.coroutine) {
          generator->made_at = call_place(fiber.top);
          if (vm.internals_->origin_depth > 0) [[unlikely]]
            generator->origin() = coroutine_origin(vm, vm.internals_->origin_depth);
        }
        if (takes_value(below) && vm.budget - EXECUTED() > 0) [[likely]] {
          LOAD_FRAME(static_cast<Frame*>(below));
          PUSH(Value::adopt(generator));
          CHECK_DEATHS;
        }
        SPEND();
        deliver(Value::adopt(generator));
        goto delivered;
      }
      CASE(YIELD_VALUE) {
        Value value = POP();
        SAVE();
        SPEND();
        yield_out(frame, std::move(value));
        goto delivered;
      }
      CASE(SEND) {
        if (Frame* body = enter_body(sp[-2], sp[-1])) [[likely]] {
          // What was sent lies on the body's stack now.
          --sp;
          SAVE();
          frame->expect = Activation::Expect::kSend;
          LOAD_FRAME(body);
          HOP;
        }
        if (sp[-2].bits() == kTurnGivenBits) [[likely]] {
          // A sleep(0) that comes back with None, and what follows it.
          frame->ip = ip;
          {
            Value sent = POP();
          }
          new (sp - 1) Value(Value::none());
          JUMP(arg);
          ip += 1;  // END_SEND
          CHECK_DEATHS;
        }
        Value value = POP();
        SAVE();
        SPEND();  // a native may look at the clock
        const Value receiver = TOP();
        Answer answer = vm.send_raw(receiver, value);
        if (answer.has_value()) {
          PUSH(answer.take());
          NEXT;
        }
        if (answer.is_pending()) {
          frame->expect = Activation::Expect::kSend;
          goto pending;
        }
        Value result;
        if (answer.raised()) {
          if (!Internals::is_stop_iteration(vm, vm.raised_)) goto error;
          Value exception = vm.take_raised();
          result = exception.as<ExceptionObject>()->first;
        } else {
          result = std::move(vm.stop_value_);
        }
        PUSH(result ? std::move(result) : Value::none());
        JUMP(arg);
        NEXT;
      }
      CASE(END_SEND) {
        frame->ip = ip;
        {
          Value result = POP();
          Value receiver = std::exchange(TOP(), std::move(result));
          if (receiver.is_object() && receiver.object()->type == vm.types_.coroutine &&
              receiver.object()->refcount == 1 &&
              Internals::end_coroutine(vm.heap_, receiver.as<GeneratorObject>()))
            receiver.leak();
        }
        CHECK_DEATHS;
      }
      CASE(CLEANUP_THROW) {
        // [sub-iterator, value sent last, exception] -> [None, result], or the exception goes on.
        Value exception = POP();
        if (!vm.matches(exception, vm.exceptions_.StopIteration)) {
          SAVE();
          vm.raised_ = std::move(exception);
          vm.internals_->reraising = true;
          goto error;
        }
        {
          Value last = POP();
        }
        {
          Value iterator = POP();
        }
        PUSH(Value::none());
        const Value& result = exception.as<ExceptionObject>()->first;
        PUSH(result ? result : Value::none());
        NEXT;
      }
      CASE(GET_AWAITABLE) {
        if (sp[-1].is_object() && sp[-1].object()->type == vm.types_.coroutine &&
            sp[-1].as<GeneratorObject>()->state == GeneratorObject::State::kCreated) [[likely]]
          HOP;
        Value value = POP();
        SAVE();
        Answer answer = vm.get_awaitable(value);
        if (answer.has_value()) {
          if (vm.is_exactly(answer.peek(), vm.types_.coroutine)) {
            auto* coroutine = answer.peek().as<GeneratorObject>();
            if (coroutine->state == GeneratorObject::State::kSuspended && delegate_of(coroutine)) {
              vm.raise(vm.exceptions_.RuntimeError, "coroutine is being awaited already");
              goto error;
            }
          }
          PUSH(answer.take());
          NEXT;
        }
        if (answer.raised()) {
          if (arg != 0) explain_async_with(vm, value, arg);
          goto error;
        }
        goto pending;
      }
      CASE(GET_AITER) {
        Value value = POP();
        SAVE();
        PUSH_ANSWER(vm.get_aiter(value));
      }
      CASE(GET_ANEXT) {
        SAVE();
        const Value iterator = TOP();
        PUSH_ANSWER(vm.get_anext(iterator));
      }
      CASE(END_ASYNC_FOR) {
        Value exception = POP();
        if (vm.matches(exception, vm.exceptions_.StopAsyncIteration)) {
          {
            Value iterator = POP();
          }
          exception.reset();
          CHECK_DEATHS;
        }
        SAVE();
        vm.raised_ = std::move(exception);
        vm.internals_->reraising = true;
        goto error;
      }
      CASE(GET_YIELD_FROM_ITER) {
        Value iterable = POP();
        SAVE();
        if (vm.is_exactly(iterable, vm.types_.generator)) {
          PUSH(std::move(iterable));
          NEXT;
        }
        if (vm.is_exactly(iterable, vm.types_.coroutine)) {
          if ((frame->code->code->flags & (bytecode::kCoroutine | bytecode::kIterableCoroutine)) ==
              0) {
            vm.raise_type_error(
                "cannot 'yield from' a coroutine object in a non-coroutine generator");
            goto error;
          }
          PUSH(std::move(iterable));
          NEXT;
        }
        PUSH_ANSWER(vm.iter(iterable));
      }

      CASE(GET_LEN) {
        SAVE();
        const Value subject = TOP();
        PUSH_ANSWER(vm.length(subject));
      }
      CASE(MATCH_SEQUENCE) {
        const Type* type = vm.type_of(TOP());
        PUSH(Value::boolean(type->has(kSequencePattern) || type->is_subtype_of(vm.types_.list) ||
                            type->is_subtype_of(vm.types_.tuple) ||
                            type->is_subtype_of(vm.types_.range)));
        NEXT;
      }
      CASE(MATCH_MAPPING)
      PUSH(Value::boolean(vm.type_of(TOP())->has(kMappingPattern) ||
                          vm.is_kind_of(TOP(), vm.types_.dict) ||
                          vm.is_kind_of(TOP(), vm.types_.mapping_proxy)));
      NEXT;
      CASE(MATCH_KEYS) {
        SAVE();
        const Value keys = sp[-1];
        const Value subject = sp[-2];
        PUSH_ANSWER(match_keys(vm, subject, keys));
      }
      CASE(MATCH_CLASS) {
        Value keyword_names = POP();
        Value cls = POP();
        Value subject = POP();
        SAVE();
        PUSH_ANSWER(match_class(vm, subject, cls, keyword_names, arg));
      }

      // The sequences of quicken.hpp: where something is not as usual, ALONE does the first
      // instruction, and what follows is done one by one.
      QUICK(FAST_CONST_COMPARE_JUMP) {
        const Value& left = LOCALS[arg];
        const Value& right = frame->code->constants[ip[0].arg()];
        if ((left.bits() & right.bits() & 1) == 0) [[unlikely]]
          ALONE_FAST;
        const bool truth = small_comparison(ip[1].arg(), NUMBER(left), NUMBER(right));
        const Instruction jump = ip[2];
        REST(3);
        if (truth == (jump.op() == Opcode::POP_JUMP_IF_TRUE)) JUMP(jump.arg());
        HOP;
      }
      QUICK(FAST_FAST_COMPARE_JUMP) {
        const Value& left = LOCALS[arg >> 12];
        const Value& right = LOCALS[arg & 0xfff];
        if ((left.bits() & right.bits() & 1) == 0) [[unlikely]]
          ALONE_FAST_FAST;
        const bool truth = small_comparison(ip[0].arg(), NUMBER(left), NUMBER(right));
        const Instruction jump = ip[1];
        REST(2);
        if (truth == (jump.op() == Opcode::POP_JUMP_IF_TRUE)) JUMP(jump.arg());
        HOP;
      }
      QUICK(CONST_COMPARE_JUMP) {
        const Value& right = frame->code->constants[arg];
        if ((sp[-1].bits() & right.bits() & 1) == 0) [[unlikely]]
          ALONE_CONST;
        const bool truth = small_comparison(ip[0].arg(), NUMBER(sp[-1]), NUMBER(right));
        const Instruction jump = ip[1];
        REST(2);
        --sp;
        if (truth == (jump.op() == Opcode::POP_JUMP_IF_TRUE)) JUMP(jump.arg());
        HOP;
      }
      QUICK(FAST_CONST_BINARY) {
        std::intptr_t result = 0;
        if (!small_values(ip[1].arg(), LOCALS[arg], frame->code->constants[ip[0].arg()], result))
            [[unlikely]]
          ALONE_FAST;
        REST(2);
        PUSH_NUMBER(result);
        HOP;
      }
      QUICK(FAST_CONST_BINARY_CALL) {
        std::intptr_t result = 0;
        if (!small_values(ip[1].arg(), LOCALS[arg], frame->code->constants[ip[0].arg()], result))
            [[unlikely]]
          ALONE_FAST;
        instruction = ip[2];
        arg = instruction.arg();
        REST(3);
        PUSH_NUMBER(result);
        goto call;
      }
      QUICK(GLOBAL_FAST_CONST_BINARY_CALL) {
        std::intptr_t number = 0;
        known = known_function(vm, frame, arg >> 1);
        if (known == nullptr || python_frames(fiber) >= vm.options_.recursion_limit ||
            !small_values(
                ip[2].arg(), LOCALS[ip[0].arg()], frame->code->constants[ip[1].arg()], number))
            [[unlikely]]
          goto load_global;
        argument = static_cast<Value::Bits>(number);
        REST(4);
      }
    call_known: {
      Frame* const caller = frame;
      caller->ip = ip;
      caller->sp = sp;
      CodeValue* code = known->code;
      ++known->refcount;
      Frame* callee = Internals::bare_frame(vm, code, known->globals, known);
      callee->bits = kPlainFrame;
      Value* to = callee->slots();
      Value* const end = to + code->local_count;
      new (to) Value(Value::adopt_bits(argument));
      for (++to; to < end; ++to) {
        new (to) Value();
        KEEP_LOOP();
      }
      callee->below = &static_cast<Activation&>(*caller);
      fiber.top = callee;
      ++fiber.depth;
      LOAD_FRAME_AT(callee, code->start, end);
      BEGIN(code);
    }
      QUICK(GLOBAL_FAST_CALL) {
        known = known_function(vm, frame, arg >> 1);
        if (known == nullptr || python_frames(fiber) >= vm.options_.recursion_limit) [[unlikely]]
          goto load_global;
        const Value& value = LOCALS[ip[0].arg()];
        if (value.is_object()) ++value.object()->refcount;
        argument = value.bits();
        REST(2);
        goto call_known;
      }
      QUICK(FAST_CONST_BINARY_STORE) {
        std::intptr_t result = 0;
        Value& to = LOCALS[ip[2].arg()];
        if (to.is_object() ||
            !small_values(ip[1].arg(), LOCALS[arg], frame->code->constants[ip[0].arg()], result))
            [[unlikely]] {
          if (&to != &LOCALS[arg] ||
              !in_place(vm, ip[1].arg(), to, frame->code->constants[ip[0].arg()], 1))
            ALONE_FAST;
          REST(3);
          HOP;
        }
        REST(3);
        new (&to) Value(Value::adopt_bits(static_cast<Value::Bits>(result)));
        HOP;
      }
      QUICK(FAST_FAST_BINARY) {
        std::intptr_t result = 0;
        if (!small_values(ip[0].arg(), LOCALS[arg >> 12], LOCALS[arg & 0xfff], result)) [[unlikely]]
          ALONE_FAST_FAST;
        REST(1);
        PUSH_NUMBER(result);
        HOP;
      }
      QUICK(FAST_FAST_BINARY_STORE) {
        std::intptr_t result = 0;
        Value& to = LOCALS[ip[1].arg()];
        if (to.is_object() ||
            !small_values(ip[0].arg(), LOCALS[arg >> 12], LOCALS[arg & 0xfff], result))
            [[unlikely]] {
          if (&to != &LOCALS[arg >> 12] || !in_place(vm, ip[0].arg(), to, LOCALS[arg & 0xfff], 1))
            ALONE_FAST_FAST;
          REST(2);
          HOP;
        }
        REST(2);
        new (&to) Value(Value::adopt_bits(static_cast<Value::Bits>(result)));
        HOP;
      }
      QUICK(FAST_BINARY) {
        std::intptr_t result = 0;
        if (!small_values(ip[0].arg(), sp[-1], LOCALS[arg], result)) [[unlikely]]
          ALONE_FAST;
        REST(1);
        --sp;
        PUSH_NUMBER(result);
        HOP;
      }
      QUICK(CONST_BINARY) {
        std::intptr_t result = 0;
        if (!small_values(ip[0].arg(), sp[-1], frame->code->constants[arg], result)) [[unlikely]]
          ALONE_CONST;
        REST(1);
        --sp;
        PUSH_NUMBER(result);
        HOP;
      }
      QUICK(BINARY_STORE) {
        std::intptr_t result = 0;
        Value& to = LOCALS[ip[0].arg()];
        if (to.is_object() || !small_values(arg, sp[-2], sp[-1], result)) [[unlikely]] {
          // `total += n`: total and the stack have the object, and get the new one.
          if (!to.is(sp[-2]) || !in_place(vm, arg, sp[-2], sp[-1], 2)) goto binary_op;
          REST(1);
          sp -= 2;
          to.swap(sp[0]);
          if (sp[0].is_object()) sp[0].reset();
          if (sp[1].is_object()) sp[1].reset();
          HOP;
        }
        REST(1);
        sp -= 2;
        new (&to) Value(Value::adopt_bits(static_cast<Value::Bits>(result)));
        HOP;
      }
      QUICK(BINARY_RETURN) {
        std::intptr_t number = 0;
        if (!small_values(arg, sp[-2], sp[-1], number)) [[unlikely]]
          goto binary_op;
        REST(1);
        if (is_plain(frame)) [[likely]] {
          last = sp - 2;
          returned = static_cast<Value::Bits>(number);
          goto leave;
        }
        --sp;
        new (sp - 1) Value(Value::adopt_bits(static_cast<Value::Bits>(number)));
        goto return_value;
      }
      QUICK(FAST_RETURN)
      REST(1);
      if (is_plain(frame)) [[likely]] {
        // The local's own reference: nobody will look at it any more.
        last = sp;
        returned = LOCALS[arg].bits();
        new (&LOCALS[arg]) Value();
        goto leave;
      }
      PUSH(LOCALS[arg]);
      goto return_value;
      QUICK(FAST_FAST_SUBSCR) {
        const Value& container = LOCALS[arg >> 12];
        const Value& key = LOCALS[arg & 0xfff];
        if (!key.is_small() || !container.is_object() || container.object()->type != vm.types_.list)
          ALONE_FAST_FAST;
        const auto& items = container.as<ListObject>()->items;
        const auto index = static_cast<std::size_t>(key.as_small());
        if (index >= items.size()) ALONE_FAST_FAST;
        REST(1);
        PUSH(items[index]);
        HOP;
      }
      QUICK(FAST_FAST_STORE_SUBSCR) {
        const Value& container = LOCALS[arg >> 12];
        const Value& key = LOCALS[arg & 0xfff];
        if (!key.is_small() || !container.is_object() || container.object()->type != vm.types_.list)
          ALONE_FAST_FAST;
        auto& items = container.as<ListObject>()->items;
        const auto index = static_cast<std::size_t>(key.as_small());
        if (index >= items.size() || items[index].is_object()) ALONE_FAST_FAST;
        REST(1);
        --sp;
        new (&items[index]) Value(Value::adopt_bits(sp->bits()));
        HOP;
      }
      QUICK(FAST_ATTR) {
        ASK_CLASS(ip[0].arg() >> 1);
        if (cache.kind != AttributeCache::Kind::kOwn) ALONE_FAST;
        const Table::Entry* own = own_entry(cache, object.object(), name);
        if (own == nullptr) [[unlikely]]
          ALONE_FAST;
        REST(1);
        PUSH(own->value);
        HOP;
      }
      QUICK(FAST_METHOD) {
        ASK_CLASS(ip[0].arg() >> 1);
        if (cache.kind != AttributeCache::Kind::kMethod || hides_method(object.object(), name))
          ALONE_FAST;
        REST(1);
        PUSH(Value::share(cache.found));
        PUSH(object);
        HOP;
      }
      QUICK(FAST_STORE_ATTR) {
        ASK_CLASS(ip[0].arg());
        if (!cache.stores) ALONE_FAST;
        Table::Entry* own = own_entry(cache, object.object(), name);
        if (own == nullptr || own->value.is_object()) ALONE_FAST;
        REST(1);
        plain_dict(object.object())->table.touch();
        --sp;
        new (&own->value) Value(Value::adopt_bits(sp->bits()));
        HOP;
      }
      QUICK(STORE_JUMP_BACKWARD) {
        frame->ip = ip;
        {
          Value old = std::exchange(LOCALS[arg], POP());
        }
        if (vm.finalizers_waiting_ || vm.heap_.over_limit() || vm.budget - EXECUTED() <= 1)
            [[unlikely]] {
          CHECK_DEATHS;
        }
        const Instruction jump = *ip;
        REST(1);
        JUMP(-static_cast<std::ptrdiff_t>(jump.arg()));
        HOP;
      }
      QUICK(FOR_ITER_STORE) {
        Value& to = LOCALS[ip[0].arg()];
        if (sp[-1].object()->type != vm.types_.range_iterator || to.is_object()) goto for_iter;
        auto* range = sp[-1].as<RangeIterator>();
        if (range->left <= 0 || !Value::fits_small(range->next)) goto for_iter;
        --range->left;
        const std::int64_t number = range->next;
        range->next = static_cast<std::int64_t>(static_cast<std::uint64_t>(number) +
                                                static_cast<std::uint64_t>(range->step));
        REST(1);
        new (&to) Value(Value::small(static_cast<std::intptr_t>(number)));
        HOP;
      }
    }
  next:
    KEEP_IN_MEMORY(sp);
    KEEP_IN_MEMORY(frame);
    KEEP_IN_MEMORY(origin);
    instruction = *ip++;
    continue;

  pending:
    // Something was put on top of this frame (or, for a coroutine's own stop, the frame stays).
    frame->ip = ip;
    frame->sp = sp;
    // With an exception on its way (throw()), the trampoline unwinds from the new top.
    if (fiber.top->kind == Activation::Kind::kPython && !vm.has_raised()) {
      LOAD_TOP();
      goto next;
    }
    SPEND();
    return;

  delivered:
    // Somebody below has got the value; what run() would look at before it came back here.
    if (finished || vm.has_raised() || vm.budget <= 0 ||
        fiber.top->kind != Activation::Kind::kPython)
      return;
    LOAD_TOP();
    if (vm.finalizers_waiting_) goto after_death;
    goto next;

  breakpoint:
    instruction = vm.line_breaks->original(arg);
    if (!vm.line_breaks->stops(
            frame,
            ip - 1,
            static_cast<std::uint32_t>(
                frame->code->code->positions[static_cast<std::size_t>(ip - 1 - frame->first())]
                    .line))) {
#if !SIMUL_THREADED
      KEEP_UNKNOWN(ip);  // else the compiler makes a second loop of this way back
#endif
      continue;
    }
    // The instruction has not run: it is the next one, whenever somebody goes on.
    --ip;
    SAVE();
    SPEND();
    vm.stop_now();
    return;

  checkpoint:
    SPEND();
    if (vm.finalizers_waiting_) goto after_death;
    SAVE();
    if (switches_are_drawn(vm))
      threads_of(vm).switching().at_breaker = looks_at_breaker(frame, instruction);
    return;  // run() sees that the budget is used up

  after_death:
    SAVE();
    SPEND();
    frame->expect = Activation::Expect::kDiscard;
    Internals::push(vm, vm.run_finalizers().release());
    return;

  out_of_memory:
    SAVE();
    vm.collect();
    if (!vm.heap_.over_limit()) goto next;
    vm.raise_memory_error();

  error:
    SPEND();
    frame->ip = ip;
    frame->sp = sp;
    unwind();
    if (finished || vm.has_raised() || fiber.top->kind != Activation::Kind::kPython) return;
    LOAD_TOP();
    if (vm.finalizers_waiting_) goto after_death;
    goto next;
  }
}

}  // namespace simul::vm

// The machine's side of native coroutines: what co_await leaves behind for the trampoline, and
// keyword parsing.
#include "vm/native.hpp"

#include "vm/cat.hpp"
#include "vm/depth.hpp"
#include "vm/internals.hpp"
#include "vm/suggestions.hpp"
#include "vm/vm.hpp"

namespace simul::vm {

namespace {

// The heap's address lies in front of the coroutine's memory: operator delete is not told the Vm.
struct FrameHeader {
  Heap* heap;
  std::size_t size;
};
static_assert(sizeof(FrameHeader) == Heap::kStep);

}  // namespace

void* Native::promise_type::allocate(std::size_t size, Vm& machine) {
  char* memory = static_cast<char*>(machine.heap().allocate(size + sizeof(FrameHeader)));
  *reinterpret_cast<FrameHeader*>(memory) = {&machine.heap(), size + sizeof(FrameHeader)};
  return memory + sizeof(FrameHeader);
}

void Native::promise_type::operator delete(void* memory) {
  char* start = static_cast<char*>(memory) - sizeof(FrameHeader);
  const FrameHeader header = *reinterpret_cast<FrameHeader*>(start);
  header.heap->deallocate(start, header.size);
}

NativeFrame::NativeFrame(Vm& machine, OwnedArgs* parameters)
    : vm(&machine)
    , handle(std::coroutine_handle<Native::promise_type>::from_promise(
          static_cast<Native::promise_type&>(*this)))
    , args(parameters) {
  kind = Kind::kNative;
}

Native::promise_type::~promise_type() = default;

OwnedArgs::OwnedArgs() = default;
OwnedArgs::OwnedArgs(const CallArgs& args)
    : values(args.values, args.values + args.total())
    , count(args.count)
    , names(args.names == nullptr ? Value() : Value::share(args.names)) {}
OwnedArgs::OwnedArgs(std::initializer_list<Value> list)
    : values(list), count(static_cast<std::uint32_t>(list.size())) {}
OwnedArgs::OwnedArgs(const OwnedArgs& other) = default;
OwnedArgs::OwnedArgs(OwnedArgs&& other) noexcept = default;
OwnedArgs& OwnedArgs::operator=(OwnedArgs&& other) noexcept = default;
OwnedArgs::~OwnedArgs() = default;

NativeFrame* Native::release() {
  return std::exchange(promise_, nullptr);
}

void Native::discard() {
  release()->handle.destroy();
}

Answer Native::begin(promise_type* promise) {
  Vm& vm = *promise->vm;
  if (vm.running() != nullptr && too_many_natives(vm)) {
    promise->handle.destroy();
    return vm.raise(vm.exceptions().RecursionError, "maximum recursion depth exceeded");
  }
  Vm::Internals::push(vm, promise);
  return Answer::pending();
}

void Native::promise_type::return_value(Answer answer) {
  if (answer.is_pending()) {
    state = State::kPending;
    expect = Expect::kValue;
  } else if (answer.raised()) {
    state = State::kRaised;
  } else {
    state = State::kDone;
    stopped = answer.is_stop();
    value = stopped ? Value() : answer.take();
  }
}

namespace {

// Common to all kinds: puts the value into the frame, and is true if the budget allows to go on at
// once. An iteration that ended is `stopped` with its result, if anybody wants that.
bool ready(NativeFrame& frame, Answer answer, Activation::Expect expect) {
  --frame.vm->budget;
  frame.stopped = false;
  if (answer.is_pending()) {
    frame.state = NativeFrame::State::kPending;
    frame.expect = expect;
    return false;
  }
  if (answer.raised()) {
    frame.state = NativeFrame::State::kRaised;
    return false;
  }
  frame.stopped = answer.is_stop();
  const bool goes_on = frame.vm->budget > 0;
  // Out of budget: the value waits in the frame while the fiber is away.
  if (!goes_on) frame.state = NativeFrame::State::kReady;
  if (!frame.stopped)
    frame.value = answer.take();
  else if (!goes_on)
    frame.value = frame.vm->stop_value();
  else if (expect == Activation::Expect::kSend)
    frame.value = std::move(frame.vm->stop_value());
  return goes_on;
}

bool raised_stop_iteration(Vm& vm, const Answer& answer) {
  return answer.raised() && vm.has_raised() &&
         vm.matches(vm.raised_exception(), vm.exceptions().StopIteration);
}

}  // namespace

bool Native::promise_type::settle(Answer answer) {
  return ready(*this, std::move(answer), Expect::kValue);
}
bool Native::promise_type::settle_native(Native native) {
  return ready(*this, std::move(native), Expect::kValue);
}
template <>
Value AnswerAwaiter::await_resume() {
  auto* frame = static_cast<Native::promise_type*>(this);
  if (frame->stopped) return {};
  return std::move(frame->value);
}

bool Native::promise_type::settle_next(Answer answer) {
  if (raised_stop_iteration(*vm, answer)) {
    Value dropped = vm->take_raised();
    answer = Answer::stop();
  }
  return ready(*this, std::move(answer), Expect::kNext);
}
template <>
Value NextAwaiter::await_resume() {
  auto* frame = static_cast<Native::promise_type*>(this);
  if (frame->stopped) frame->value.reset();
  return std::move(frame->value);
}

bool Native::promise_type::settle_send(Answer answer) {
  if (raised_stop_iteration(*vm, answer)) {
    Value exception = vm->take_raised();
    vm->stop_value() = exception.as<ExceptionObject>()->first;
    if (!vm->stop_value()) vm->stop_value() = Value::none();
    answer = Answer::stop();
  }
  return ready(*this, std::move(answer), Expect::kSend);
}

bool Native::promise_type::settle_attempt(Answer answer) {
  if (answer.raised()) {
    value = vm->take_raised();
    state = State::kRaised;
    return true;
  }
  catching = true;
  return ready(*this, std::move(answer), Expect::kValue);
}
bool Native::promise_type::settle_attempt_next(Answer answer) {
  if (answer.raised()) {
    value = vm->take_raised();
    stopped = vm->matches(value, vm->exceptions().StopIteration);
    if (!stopped) state = State::kRaised;
    return true;
  }
  catching = true;
  return ready(*this, std::move(answer), Expect::kNext);
}
template <>
Attempt AttemptAwaiter::await_resume() {
  auto* frame = static_cast<Native::promise_type*>(this);
  frame->catching = false;
  if (frame->state == NativeFrame::State::kRaised) {
    frame->state = NativeFrame::State::kReady;
    return {{}, std::move(frame->value)};
  }
  if (frame->stopped) {
    frame->value.reset();
    return {};
  }
  return {std::move(frame->value), {}};
}

Awaited<HandedAwaiter> Native::promise_type::await_transform(BlockRequest request) {
  state = State::kBlocked;
  vm->blocked_until_ns = request.due_ns;
  settled = false;
  return {*this};
}
Awaited<HandedAwaiter> Native::promise_type::await_transform(ParkRequest) {
  state = State::kParked;
  settled = false;
  return {*this};
}
Awaited<HandedAwaiter> Native::promise_type::await_transform(YieldRequest request) {
  state = State::kYielded;
  value = std::move(request.value);
  settled = false;
  return {*this};
}
Awaited<HandedAwaiter> Native::promise_type::await_transform(AwaitRequest request) {
  // The trampoline sends into the delegate and passes on what it yields.
  state = State::kReady;
  delegate = std::move(request.iterator);
  value = Value::none();
  settled = false;
  return {*this};
}
Awaited<AttemptAwaiter> Native::promise_type::await_transform(AttemptAnswer<ParkRequest>) {
  state = State::kParked;
  catching = true;
  stopped = false;
  settled = false;
  return {*this};
}
Awaited<AttemptAwaiter> Native::promise_type::await_transform(AttemptAnswer<YieldRequest> request) {
  state = State::kYielded;
  catching = true;
  stopped = false;
  value = std::move(request.inner.value);
  settled = false;
  return {*this};
}
Awaited<AttemptAwaiter> Native::promise_type::await_transform(AttemptAnswer<AwaitRequest> request) {
  state = State::kReady;
  catching = true;
  stopped = false;
  delegate = std::move(request.inner.iterator);
  value = Value::none();
  settled = false;
  return {*this};
}

AttemptAnswer<Answer> Vm::attempt(Native native) {
  return {std::move(native)};
}

bool Vm::parse(const CallArgs& args, const Parameters& parameters, Value* slots) {
  const std::size_t total = parameters.names.size();
  const char* const* parameter = parameters.names.begin();
  if (args.size() > parameters.positional_max) {
    if (parameters.positional_max == 0) {
      raise_type_error(cat(parameters.function, "() takes no positional arguments"));
      return false;
    }
    // Too many for all there is, or for what may be given by position.
    const std::size_t most = args.size() > total ? total : parameters.positional_max;
    raise_type_error(cat(parameters.function,
                         parameters.required == most ? "() takes exactly " : "() takes at most ",
                         most,
                         most == total ? " argument" : " positional argument",
                         most == 1 ? "" : "s",
                         " (",
                         args.size(),
                         " given)"));
    return false;
  }
  for (std::size_t i = 0; i < total; ++i) slots[i].reset();
  for (std::size_t i = 0; i < args.size(); ++i) slots[i] = args[i];
  for (std::size_t k = 0; k < args.keywords(); ++k) {
    const std::string_view key = args.keyword_name(k)->text();
    std::size_t at = parameters.positional_only;
    while (at < total && key != parameter[at]) ++at;
    if (at == total) {
      const std::vector<std::string> names(parameters.names.begin(), parameters.names.end());
      const std::string hint = closest_name(key, names, parameters.positional_only, total);
      raise_type_error(cat(parameters.function,
                           "() got an unexpected keyword argument '",
                           key,
                           "'",
                           hint.empty() ? "" : ". Did you mean '" + hint + "'?"));
      return false;
    }
    if (slots[at]) {
      raise_type_error(cat("argument for ",
                           parameters.function,
                           "() given by name ('",
                           key,
                           "') and position (",
                           at + 1,
                           ")"));
      return false;
    }
    slots[at] = args.keyword_value(k);
  }
  for (std::size_t i = 0; i < parameters.required; ++i) {
    if (slots[i]) continue;
    if (parameters.positional_only > i && parameters.names.size() > parameters.positional_only) {
      // CPython's own parser of functions that also take keywords.
      raise_type_error(cat(parameters.function,
                           "() takes at least ",
                           parameters.required,
                           " positional argument",
                           parameters.required == 1 ? "" : "s",
                           " (",
                           args.size(),
                           " given)"));
    } else if (parameters.positional_only > i) {
      raise_type_error(cat(parameters.function,
                           " expected at least ",
                           parameters.required,
                           parameters.required == 1 ? " argument" : " arguments",
                           ", got ",
                           args.size()));
    } else {
      raise_type_error(cat(parameters.function,
                           "() missing required argument '",
                           parameter[i],
                           "' (pos ",
                           i + 1,
                           ")"));
    }
    return false;
  }
  return true;
}

}  // namespace simul::vm

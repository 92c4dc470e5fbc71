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

void Native::promise_type::operator delete(void* memory, std::size_t) {
  char* start = static_cast<char*>(memory) - sizeof(FrameHeader);
  const FrameHeader header = *reinterpret_cast<FrameHeader*>(start);
  header.heap->deallocate(start, header.size);
}

Native::~Native() {
  if (promise_ != nullptr) promise_->handle.destroy();
}

NativeFrame* Native::release() {
  return std::exchange(promise_, nullptr);
}

Native::operator Answer() && {
  Vm& vm = *promise_->vm;
  if (vm.running() != nullptr && too_many_natives(vm)) {
    return vm.raise(vm.exceptions().RecursionError, "maximum recursion depth exceeded");
  }
  NativeFrame* frame = release();
  Vm::Internals::push(*frame->vm, frame);
  return Answer::pending();
}

Native::operator Answer() & {
  return std::move(*this).operator Answer();
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

// Common to all kinds: true if the value is there and the budget allows to go on at once.
bool ready(NativeFrame& frame, Answer& answer, Activation::Expect expect) {
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
  if (frame.vm->budget > 0) return true;
  // Out of budget: the value waits in the frame while the fiber is away.
  frame.state = NativeFrame::State::kReady;
  frame.stopped = answer.is_stop();
  frame.value = frame.stopped ? frame.vm->stop_value() : answer.take();
  answer = Answer::pending();
  return false;
}

}  // namespace

bool Native::promise_type::AnswerAwaiter::await_ready() {
  return ready(frame, answer, Expect::kValue);
}
Value Native::promise_type::AnswerAwaiter::await_resume() {
  if (answer.has_value()) return answer.take();
  if (answer.is_stop() || frame.stopped) return {};
  return std::move(frame.value);
}

bool Native::promise_type::NextAwaiter::await_ready() {
  if (answer.raised() && frame.vm->has_raised() &&
      frame.vm->matches(frame.vm->raised_exception(), frame.vm->exceptions().StopIteration)) {
    Value dropped = frame.vm->take_raised();
    answer = Answer::stop();
  }
  return ready(frame, answer, Expect::kNext);
}
Value Native::promise_type::NextAwaiter::await_resume() {
  if (answer.has_value()) return answer.take();
  if (answer.is_stop() || frame.stopped) {
    frame.value.reset();
    return {};
  }
  return std::move(frame.value);
}

bool Native::promise_type::SendAwaiter::await_ready() {
  if (answer.raised() && frame.vm->has_raised() &&
      frame.vm->matches(frame.vm->raised_exception(), frame.vm->exceptions().StopIteration)) {
    Value exception = frame.vm->take_raised();
    frame.vm->stop_value() = exception.as<ExceptionObject>()->first;
    if (!frame.vm->stop_value()) frame.vm->stop_value() = Value::none();
    answer = Answer::stop();
  }
  return ready(frame, answer, Expect::kSend);
}
Sent Native::promise_type::SendAwaiter::await_resume() {
  if (answer.has_value()) return {answer.take(), false};
  if (answer.is_stop()) return {std::move(frame.vm->stop_value()), true};
  return {std::move(frame.value), frame.stopped};
}

bool Native::promise_type::AttemptAwaiter::await_ready() {
  if (answer.raised()) {
    exception = frame.vm->take_raised();
    if (iteration && frame.vm->matches(exception, frame.vm->exceptions().StopIteration)) {
      exception.reset();
      answer = Answer::stop();
      return true;
    }
    return true;
  }
  frame.catching = true;
  const bool now = ready(frame, answer, iteration ? Expect::kNext : Expect::kValue);
  if (now) frame.catching = false;
  return now;
}
Attempt Native::promise_type::AttemptAwaiter::await_resume() {
  frame.catching = false;
  if (exception) return {{}, std::move(exception)};
  if (answer.has_value()) return {answer.take(), {}};
  if (answer.is_stop()) return {};
  if (frame.state == State::kRaised) {
    frame.state = State::kReady;
    return {{}, std::move(frame.value)};
  }
  if (frame.stopped) {
    frame.value.reset();
    return {};
  }
  return {std::move(frame.value), {}};
}

Attempt Native::promise_type::AttemptValueAwaiter::await_resume() {
  frame.catching = false;
  if (frame.state == State::kRaised) {
    frame.state = State::kReady;
    return {{}, std::move(frame.value)};
  }
  return {std::move(frame.value), {}};
}

Native::promise_type::ValueAwaiter Native::promise_type::await_transform(BlockRequest request) {
  state = State::kBlocked;
  vm->blocked_until_ns = request.due_ns;
  return {*this};
}
Native::promise_type::ValueAwaiter Native::promise_type::await_transform(ParkRequest) {
  state = State::kParked;
  return {*this};
}
Native::promise_type::ValueAwaiter Native::promise_type::await_transform(YieldRequest request) {
  state = State::kYielded;
  value = std::move(request.value);
  return {*this};
}
Native::promise_type::ValueAwaiter Native::promise_type::await_transform(AwaitRequest request) {
  // The trampoline sends into the delegate and passes on what it yields.
  state = State::kReady;
  delegate = std::move(request.iterator);
  value = Value::none();
  return {*this};
}
Native::promise_type::AttemptValueAwaiter Native::promise_type::await_transform(
    AttemptAnswer<ParkRequest>) {
  state = State::kParked;
  catching = true;
  return {*this};
}
Native::promise_type::AttemptValueAwaiter Native::promise_type::await_transform(
    AttemptAnswer<YieldRequest> request) {
  state = State::kYielded;
  catching = true;
  value = std::move(request.inner.value);
  return {*this};
}
Native::promise_type::AttemptValueAwaiter Native::promise_type::await_transform(
    AttemptAnswer<AwaitRequest> request) {
  state = State::kReady;
  catching = true;
  delegate = std::move(request.inner.iterator);
  value = Value::none();
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

// The signatures and docstrings of asyncio's public names: what help() and the editor's hover show,
// and how the functions that CPython writes in Python bind their arguments. The signatures are
// inspect.signature()'s of CPython 3.13; docs/asyncio-api.md compares them.
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/function.hpp"

namespace simul::vm {

namespace {

// kBound: the arguments are bound by the signature. kTold: the native looks at them itself, as a C
// function does.
enum class How : std::uint8_t { kBound, kTold };

struct Row {
  const char* name;  // "sleep", "Lock", "Lock.acquire"; a loop's methods are under BaseEventLoop
  const char* signature;
  How how;
  const char* doc;
};

// clang-format off
constexpr Row kRows[] = {
  // ---- runners
  {"run", "(main, *, debug=None, loop_factory=None)", How::kBound, "Makes an event loop, runs the coroutine until it ends and gives back its result; then cancels what is left, waits for it, and closes the loop. Only where no loop runs."},
  {"Runner", "(*, debug=None, loop_factory=None)", How::kTold, "A loop for several runs, as a context manager: each run() uses the same loop and context, leaving the block cancels what is left and closes the loop."},
  {"Runner.run", "(self, coro, *, context=None)", How::kBound, "Runs a coroutine in the runner's loop until it ends, and gives back its result."},
  {"Runner.close", "(self)", How::kBound, "Cancels what is left, waits for it, and closes the loop."},
  {"Runner.get_loop", "(self)", How::kBound, "The runner's loop; makes it if there was no run so far."},
  // ---- tasks and waiting
  {"create_task", "(coro, *, name=None, context=None)", How::kBound, "Makes a task of a coroutine. It starts in the next turn of the running loop, not now. Keep a reference to the task: the loop holds it only weakly."},
  {"ensure_future", "(coro_or_future, *, loop=None)", How::kBound, "A task for a coroutine or another awaitable; a future or task is given back as it is."},
  {"sleep", "(delay, result=None)", How::kBound, "Waits for that many seconds while others run, then gives `result`. sleep(0) lets every other ready task run once."},
  {"gather", "(*coros_or_futures, return_exceptions=False)", How::kTold, "Waits for all of them at once and gives their results in the order of the arguments. The first failure is raised at once, and the others go on; with return_exceptions=True, failures come as results."},
  {"wait", "(fs, *, timeout=None, return_when='ALL_COMPLETED')", How::kBound, "Waits for tasks until all, the first, or the first failed one is done, or the timeout is over, and gives two sets: done and pending. It raises nothing and cancels nothing."},
  {"wait_for", "(fut, timeout)", How::kBound, "Waits for one awaitable, at most that many seconds; then it is cancelled and TimeoutError is raised. None: without a limit."},
  {"as_completed", "(fs, *, timeout=None)", How::kBound, "Goes through awaitables in the order in which they end: `async for` gives the futures themselves, `for` gives coroutines to await."},
  {"shield", "(arg)", How::kBound, "Keeps an awaitable going when whoever waits for it is cancelled: only the waiting is."},
  {"timeout", "(delay)", How::kBound, "An asynchronous context manager that cancels its block after that many seconds and makes a TimeoutError of it. None: no limit, until reschedule()."},
  {"timeout_at", "(when)", How::kBound, "As timeout(), with a deadline of the loop's clock, loop.time()."},
  {"current_task", "(loop=None)", How::kTold, "The task that runs now, or None in a callback."},
  {"all_tasks", "(loop=None)", How::kBound, "A set of the tasks of the loop that are not done."},
  {"iscoroutine", "(obj)", How::kBound, "True for a coroutine object: what calling an `async def` gives."},
  {"iscoroutinefunction", "(func)", How::kBound, "True for a function made by `async def`."},
  {"isfuture", "(obj)", How::kBound, "True for a Future, a Task, or what passes for one."},
  {"wrap_future", "(future, *, loop=None)", How::kBound, "An asyncio future for a concurrent.futures one. An asyncio future is given back as it is."},
  {"create_eager_task_factory", "(custom_task_constructor)", How::kBound, "A task factory whose tasks run their first step at once, inside create_task(); the argument makes the tasks."},
  {"eager_task_factory", "(loop, coro, *, name=None, context=None)", How::kBound, "A task factory: a new task runs up to its first suspension at once, and one that never suspends needs no turn of the loop."},
  {"_enter_task", "(loop, task)", How::kTold, "Says that a task begins a step."},
  {"_leave_task", "(loop, task)", How::kTold, "Says that a task's step is over."},
  {"_register_task", "(task)", How::kTold, "Adds a task to those that all_tasks() knows."},
  {"_unregister_task", "(task)", How::kTold, "Takes a task from those that all_tasks() knows."},
  // ---- loops
  {"get_running_loop", "()", How::kTold, "The loop that runs now; RuntimeError if none does."},
  {"_get_running_loop", "()", How::kTold, "The loop that runs now, or None."},
  {"_set_running_loop", "(loop, /)", How::kTold, "Says which loop runs."},
  {"get_event_loop", "()", How::kTold, "The running loop, or else the one that was set."},
  {"new_event_loop", "()", How::kBound, "A new event loop, which is not set."},
  {"set_event_loop", "(loop)", How::kBound, "Makes a loop the one that get_event_loop() gives where none runs."},
  {"get_event_loop_policy", "()", How::kBound, "The policy that makes and keeps the loops."},
  {"set_event_loop_policy", "(policy)", How::kBound, "Sets the policy that makes and keeps the loops; None: the usual one."},
  // ---- Task, Future
  {"Future", "(*, loop=None)", How::kTold, "A result that will be there later. Awaiting it waits for set_result(), set_exception() or cancel()."},
  {"Future.result", "(self, /)", How::kTold, "The result; raises the exception, CancelledError, or InvalidStateError if there is none yet."},
  {"Future.exception", "(self, /)", How::kTold, "The exception or None; InvalidStateError if it is not done."},
  {"Future.set_result", "(self, result, /)", How::kTold, "Makes the future done with a result; its callbacks run in the next turn."},
  {"Future.set_exception", "(self, exception, /)", How::kTold, "Makes the future done with an exception."},
  {"Future.add_done_callback", "(self, fn, /, *, context=<unrepresentable>)", How::kTold, "Calls fn(future) in the turn after the future is done."},
  {"Future.remove_done_callback", "(self, fn, /)", How::kTold, "Takes out every callback that equals fn; how many there were."},
  {"Future.cancel", "(self, /, msg=None)", How::kTold, "Cancels the future: whoever awaits it gets a CancelledError. False if it was done."},
  {"Future.cancelled", "(self, /)", How::kTold, "True if it was cancelled."},
  {"Future.done", "(self, /)", How::kTold, "True if it has a result or an exception, or was cancelled."},
  {"Future.get_loop", "(self, /)", How::kTold, "The loop it belongs to."},
  {"Task", "(coro, *, loop=None, name=None, context=None, eager_start=False)", How::kTold, "A coroutine that the loop runs, step by step, beside others. Made by create_task() or a TaskGroup."},
  {"Task.cancel", "(self, /, msg=None)", How::kTold, "Asks the task to end: a CancelledError is raised where it waits. It may catch it. False if it is done."},
  {"Task.cancelling", "(self, /)", How::kTold, "How many cancel() were not taken back by uncancel()."},
  {"Task.uncancel", "(self, /)", How::kTold, "Takes one cancel() back; how many remain."},
  {"Task.get_name", "(self, /)", How::kTold, "The task's name, such as Task-1."},
  {"Task.set_name", "(self, value, /)", How::kTold, "Gives the task a name: str() of the value."},
  {"Task.get_coro", "(self, /)", How::kTold, "The coroutine it runs; None if it ended in an eager first step."},
  {"Task.get_context", "(self, /)", How::kTold, "The contextvars.Context it runs in."},
  {"Task.get_stack", "(self, /, *, limit=None)", How::kTold, "The frames where it is suspended, or those of the exception that ended it."},
  {"Task.print_stack", "(self, /, *, limit=None, file=None)", How::kTold, "Prints what get_stack() gives, as a traceback."},
  {"Task.set_result", "(self, result, /)", How::kTold, "Not for tasks: RuntimeError."},
  {"Task.set_exception", "(self, exception, /)", How::kTold, "Not for tasks: RuntimeError."},
  {"Task.result", "(self, /)", How::kTold, "What the coroutine returned; raises what it raised."},
  {"Task.exception", "(self, /)", How::kTold, "What the coroutine raised, or None; InvalidStateError if it is not done."},
  // ---- TaskGroup, Timeout
  {"TaskGroup", "()", How::kTold, "A block that waits for its tasks: `async with TaskGroup() as group`. The first failure cancels the others; the failures come out as an ExceptionGroup."},
  {"TaskGroup.create_task", "(self, coro, *, name=None, context=None)", How::kBound, "Makes a task that the block will wait for."},
  {"Timeout", "(when)", How::kTold, "What timeout() gives: a block with a deadline."},
  {"Timeout.when", "(self)", How::kBound, "The deadline in the loop's time, or None."},
  {"Timeout.reschedule", "(self, when)", How::kBound, "Sets another deadline, in the loop's time; None: none."},
  {"Timeout.expired", "(self)", How::kBound, "True once the deadline has passed inside the block."},
  // ---- locks
  {"Lock", "()", How::kTold, "A lock that one task has at a time; others wait in the order in which they came."},
  {"Lock.acquire", "(self)", How::kBound, "Waits until the lock is free and takes it."},
  {"Lock.release", "(self)", How::kBound, "Lets go of the lock and wakes the next that waits. Any task may do it."},
  {"Lock.locked", "(self)", How::kBound, "True if some task has it."},
  {"Event", "()", How::kTold, "A flag to wait for: set() wakes all that wait."},
  {"Event.wait", "(self)", How::kBound, "Waits until the flag is set."},
  {"Event.set", "(self)", How::kBound, "Sets the flag and wakes all that wait."},
  {"Event.clear", "(self)", How::kBound, "Takes the flag back."},
  {"Event.is_set", "(self)", How::kBound, "True if the flag is set."},
  {"Condition", "(lock=None)", How::kTold, "A lock with a way to wait for news from those that had it."},
  {"Condition.acquire", "(self)", How::kTold, "Waits for the condition's lock and takes it."},
  {"Condition.release", "(self)", How::kTold, "Lets go of the condition's lock."},
  {"Condition.locked", "(self)", How::kTold, "True if some task has the lock."},
  {"Condition.wait", "(self)", How::kBound, "Lets go of the lock, waits for notify(), and takes the lock again."},
  {"Condition.wait_for", "(self, predicate)", How::kBound, "Waits, again and again, until predicate() is true; gives what it gave."},
  {"Condition.notify", "(self, n=1)", How::kBound, "Wakes at most n that wait; they go on when the lock is theirs."},
  {"Condition.notify_all", "(self)", How::kBound, "Wakes all that wait."},
  {"Semaphore", "(value=1)", How::kTold, "A counter of permits: acquire() takes one and waits at none, release() gives one back."},
  {"Semaphore.acquire", "(self)", How::kBound, "Takes a permit, or waits for one."},
  {"Semaphore.release", "(self)", How::kBound, "Gives a permit back and wakes the next that waits."},
  {"Semaphore.locked", "(self)", How::kBound, "True if acquire() would have to wait."},
  {"BoundedSemaphore", "(value=1)", How::kTold, "A Semaphore that does not take back more permits than it began with."},
  {"BoundedSemaphore.release", "(self)", How::kBound, "Gives a permit back; ValueError if none was taken."},
  {"Barrier", "(parties)", How::kTold, "Holds tasks until so many of them have come, then lets all go at once; and again."},
  {"Barrier.wait", "(self)", How::kBound, "Waits until all parties are here; gives each a number of its own, from 0."},
  {"Barrier.reset", "(self)", How::kBound, "Empties the barrier: those that wait get a BrokenBarrierError."},
  {"Barrier.abort", "(self)", How::kBound, "Breaks the barrier: all that wait or come get a BrokenBarrierError."},
  // ---- queues
  {"Queue", "(maxsize=0)", How::kTold, "Items from tasks to tasks, first in first out. put() waits while it is full (0: never), get() while it is empty."},
  {"PriorityQueue", "(maxsize=0)", How::kTold, "A Queue that gives the smallest item first."},
  {"LifoQueue", "(maxsize=0)", How::kTold, "A Queue that gives the newest item first."},
  {"Queue.put", "(self, item)", How::kBound, "Puts an item in; waits while the queue is full."},
  {"Queue.put_nowait", "(self, item)", How::kBound, "Puts an item in, or raises QueueFull."},
  {"Queue.get", "(self)", How::kBound, "Takes an item out; waits while there is none."},
  {"Queue.get_nowait", "(self)", How::kBound, "Takes an item out, or raises QueueEmpty."},
  {"Queue.task_done", "(self)", How::kBound, "Says that an item that was taken out is finished; see join()."},
  {"Queue.join", "(self)", How::kBound, "Waits until every item that was put in is finished."},
  {"Queue.shutdown", "(self, immediate=False)", How::kBound, "No more items: put() raises QueueShutDown, and get() too once the queue is empty; at once, with immediate=True."},
  {"Queue.qsize", "(self)", How::kBound, "How many items are inside."},
  {"Queue.empty", "(self)", How::kBound, "True if there is no item."},
  {"Queue.full", "(self)", How::kBound, "True if there are maxsize items."},
  // ---- the loop's methods
  {"SelectorEventLoop", "(selector=None)", How::kTold, "The usual event loop."},
  {"AbstractEventLoop", "()", How::kTold, "What an event loop must be able to do."},
  {"BaseEventLoop", "()", How::kTold, "What every event loop can do, without a network."},
  {"BaseEventLoop.run_until_complete", "(self, future)", How::kBound, "Runs until the future or coroutine is done, and gives its result."},
  {"BaseEventLoop.run_forever", "(self)", How::kBound, "Runs until stop()."},
  {"BaseEventLoop.stop", "(self)", How::kBound, "The turn that is running is the last."},
  {"BaseEventLoop.close", "(self)", How::kBound, "Drops all that is queued; a closed loop is not used again."},
  {"BaseEventLoop.is_running", "(self)", How::kBound, "True while it runs."},
  {"BaseEventLoop.is_closed", "(self)", How::kBound, "True once it was closed."},
  {"BaseEventLoop.call_soon", "(self, callback, *args, context=None)", How::kBound, "Calls callback(*args) in the next turn; gives a Handle to cancel it."},
  {"BaseEventLoop.call_soon_threadsafe", "(self, callback, *args, context=None)", How::kBound, "As call_soon(), from another thread."},
  {"BaseEventLoop.call_later", "(self, delay, callback, *args, context=None)", How::kBound, "Calls callback(*args) after that many seconds; gives a TimerHandle to cancel it."},
  {"BaseEventLoop.call_at", "(self, when, callback, *args, context=None)", How::kBound, "Calls callback(*args) at a time of this loop's clock; gives a TimerHandle to cancel it."},
  {"BaseEventLoop.time", "(self)", How::kBound, "The loop's clock, in seconds."},
  {"BaseEventLoop.create_future", "(self)", How::kBound, "A Future of this loop."},
  {"BaseEventLoop.create_task", "(self, coro, *, name=None, context=None, **kwargs)", How::kBound, "Makes a task of a coroutine, by the task factory if one is set."},
  {"BaseEventLoop.set_task_factory", "(self, factory)", How::kBound, "Sets what create_task() calls: factory(loop, coro, **kwargs). None: Task."},
  {"BaseEventLoop.get_task_factory", "(self)", How::kBound, "The task factory, or None."},
  {"BaseEventLoop.set_exception_handler", "(self, handler)", How::kBound, "Sets what is called with failures that nobody else sees: handler(loop, context). None: they go to stderr."},
  {"BaseEventLoop.get_exception_handler", "(self)", How::kBound, "The exception handler, or None."},
  {"BaseEventLoop.call_exception_handler", "(self, context)", How::kBound, "Reports a failure: a dict with 'message' and perhaps 'exception', 'task', 'future', 'handle'."},
  {"BaseEventLoop.default_exception_handler", "(self, context)", How::kBound, "Writes a failure to stderr."},
  {"BaseEventLoop.get_debug", "(self)", How::kBound, "True in debug mode."},
  {"BaseEventLoop.set_debug", "(self, enabled)", How::kBound, "Debug mode on or off: slow callbacks are reported, and more is checked."},
  {"BaseEventLoop.shutdown_asyncgens", "(self)", How::kBound, "Closes all async generators that are still open."},
  // ---- what Simul's loop has not
  {"BaseEventLoop.add_reader", "(self, fd, callback, *args)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.add_signal_handler", "(self, sig, callback, *args)", How::kTold, "Calls callback(*args) in the loop when that signal is raised, by signal.raise_signal() or os.kill(): none comes from outside."},
  {"BaseEventLoop.add_writer", "(self, fd, callback, *args)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.connect_accepted_socket", "(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.connect_read_pipe", "(self, protocol_factory, pipe)", How::kTold, "Not in Simul: it needs pipes."},
  {"BaseEventLoop.connect_write_pipe", "(self, protocol_factory, pipe)", How::kTold, "Not in Simul: it needs pipes."},
  {"BaseEventLoop.create_datagram_endpoint", "(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.getnameinfo", "(self, sockaddr, flags=0)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.remove_reader", "(self, fd)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.remove_signal_handler", "(self, sig)", How::kTold, "The signal does again what it did at first; False if the loop had no handler for it."},
  {"BaseEventLoop.remove_writer", "(self, fd)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sendfile", "(self, transport, file, offset=0, count=None, *, fallback=True)", How::kTold, "Not in Simul: it needs files and a network."},
  {"BaseEventLoop.sock_accept", "(self, sock)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_connect", "(self, sock, address)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_recv", "(self, sock, nbytes)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_recv_into", "(self, sock, buf)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_recvfrom", "(self, sock, bufsize)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_recvfrom_into", "(self, sock, buf, nbytes=0)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_sendall", "(self, sock, data)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.sock_sendfile", "(self, sock, file, offset=0, count=None, *, fallback=True)", How::kTold, "Not in Simul: it needs files and a network."},
  {"BaseEventLoop.sock_sendto", "(self, sock, data, address)", How::kTold, "Not in Simul: it needs a network."},
  {"BaseEventLoop.start_tls", "(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None)", How::kTold, "Not in Simul: it needs TLS."},
  {"BaseEventLoop.subprocess_exec", "(self, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False, shell=False, bufsize=0, encoding=None, errors=None, text=None, **kwargs)", How::kTold, "Not in Simul: it needs processes."},
  {"BaseEventLoop.subprocess_shell", "(self, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, universal_newlines=False, shell=True, bufsize=0, encoding=None, errors=None, text=None, **kwargs)", How::kTold, "Not in Simul: it needs processes."},
  {"AbstractEventLoopPolicy.get_child_watcher", "(self)", How::kBound, "The watcher of processes; gone in Python 3.14."},
  {"DefaultEventLoopPolicy.get_child_watcher", "(self)", How::kTold, "Not in Simul: it needs processes."},
  {"AbstractEventLoopPolicy.set_child_watcher", "(self, watcher)", How::kBound, "Sets the watcher of processes; gone in Python 3.14."},
  {"DefaultEventLoopPolicy.set_child_watcher", "(self, watcher)", How::kTold, "Not in Simul: it needs processes."},
  {"Handle", "(callback, args, loop, context=None)", How::kTold, "What call_soon() gives."},
  {"Handle.cancel", "(self)", How::kBound, "The callback will not be called."},
  {"Handle.cancelled", "(self)", How::kBound, "True if it was cancelled."},
  {"Handle.get_context", "(self)", How::kBound, "The contextvars.Context the callback runs in."},
  {"TimerHandle", "(when, callback, args, loop, context=None)", How::kTold, "What call_later() and call_at() give."},
  {"TimerHandle.when", "(self)", How::kBound, "When it is due, by the loop's clock."},
  // ---- policies
  {"AbstractEventLoopPolicy", "()", How::kTold, "What a policy must be able to do."},
  {"AbstractEventLoopPolicy.get_event_loop", "(self)", How::kBound, "The loop of the current context."},
  {"AbstractEventLoopPolicy.set_event_loop", "(self, loop)", How::kBound, "Sets the loop of the current context."},
  {"AbstractEventLoopPolicy.new_event_loop", "(self)", How::kBound, "Makes a loop."},
  {"DefaultEventLoopPolicy", "()", How::kTold, "The usual policy: one loop for each thread."},
  {"DefaultEventLoopPolicy.get_event_loop", "(self)", How::kBound, "The loop that was set."},
  {"DefaultEventLoopPolicy.set_event_loop", "(self, loop)", How::kBound, "Sets the loop."},
  {"DefaultEventLoopPolicy.new_event_loop", "(self)", How::kBound, "Makes a loop."},
  // ---- errors
  {"CancelledError", "", How::kTold, "Raised where a task waits when it is cancelled. Catch it only to clean up, and raise it again."},
  {"InvalidStateError", "", How::kTold, "A future was asked for what it does not have (yet), or was made done twice."},
  {"BrokenBarrierError", "", How::kTold, "The barrier was reset or aborted while tasks waited."},
  {"QueueEmpty", "", How::kTold, "get_nowait() of an empty queue."},
  {"QueueFull", "", How::kTold, "put_nowait() into a full queue."},
  {"QueueShutDown", "", How::kTold, "put() or get() of a queue that was shut down."},
};
// clang-format on

}  // namespace

void describe_module(AsyncioState& state, const Value& module) {
  Vm& vm = state.vm;
  const Table& names = vm.instance_dict(module, false)->table;
  for (const Row& row : kRows) {
    const std::string_view name = row.name;
    const std::size_t dot = name.find('.');
    const Value* found = names.get(vm.name(name.substr(0, dot)));
    if (found == nullptr) continue;
    std::string qualname(name);
    if (vm.is_kind_of(*found, vm.types().type)) {
      Type* type = found->as<Type>();
      if (dot == std::string_view::npos) {
        vm.set_type_attr(type, "__doc__", vm.str(row.doc));
        const std::string_view text = row.signature;
        if (text.empty()) continue;
        vm.set_type_attr(type, "__text_signature__", vm.str(text));
        const std::string with_self = cat("(self", text == "()" ? "" : ", ", text.substr(1));
        state.init_signatures.try_emplace(
            qualname, cat(qualname, ".__init__"), with_self, "", true);
        continue;
      }
      qualname = cat(type->qualname, name.substr(dot));
      found = type->dict->table.get(vm.name(name.substr(dot + 1)));
      if (found == nullptr) continue;
    }
    if (!vm.is_exactly(*found, vm.types().builtin_function) &&
        !vm.is_exactly(*found, vm.types().method_descriptor))
      continue;
    state.signatures.emplace_back(qualname, row.signature, row.doc, row.how == How::kBound);
    found->as<NativeFunction>()->signature = &state.signatures.back();
  }
}

bool bind_init(AsyncioState& state,
               std::string_view name,
               const Value& self,
               const CallArgs& args,
               std::vector<Value>& slots) {
  std::vector<Value> values{self};
  values.insert(values.end(), args.values, args.values + args.total());
  return state.init_signatures.find(name)->second.bind(
      state.vm, CallArgs(values.data(), args.size() + 1, args.names), slots);
}

}  // namespace simul::vm

# A Future of threads, set by hand: states, callbacks and what is refused.
import threading
import time
from concurrent.futures import CancelledError, Future, InvalidStateError


def attempt(function, *args):
    try:
        print("gave", function(*args))
    except BaseException as error:
        print(type(error).__module__, type(error).__name__, str(error).split(" at ")[0])


future = Future()
future.add_done_callback(lambda done: print("first callback", done is future))
future.add_done_callback(lambda done: print("second callback", threading.current_thread().name))
print(future.done(), future.running(), future.cancelled())
attempt(future.result, 0)
attempt(future.exception, 0.5)
print(time.monotonic())


def setter():
    print("running", future.set_running_or_notify_cancel(), future.running(), future.cancel())
    time.sleep(1)
    future.set_result("done")


threading.Thread(target=setter, name="setter").start()
print(future.result(), time.monotonic())
attempt(future.set_result, 1)
attempt(future.set_exception, ValueError())
print(future.cancel())
future.add_done_callback(lambda done: print("at once", done.result()))

future = Future()
print(future.cancel(), future.cancel(), future.set_running_or_notify_cancel())
attempt(future.result)
attempt(future.exception)
attempt(future.set_result, 1)
print(issubclass(CancelledError, Exception), InvalidStateError.__mro__[1].__name__)
failed = Future()
failed.set_exception(KeyError("k"))
attempt(failed.result)
print(repr(failed.exception()))

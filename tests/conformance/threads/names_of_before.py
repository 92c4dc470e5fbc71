# threading: the names that warn, properties, what a class that forgot Thread.__init__() is told, semaphores and conditions without time.
import inspect
import threading
import warnings


def attempt(function, *args):
    try:
        print("gave", function(*args))
    except BaseException as error:
        print(type(error).__name__, error)


class Careless(threading.Thread):
    def __init__(self):
        pass


careless = Careless()
for name in ("name", "ident", "native_id", "daemon"):
    attempt(getattr, careless, name)
    attempt(setattr, careless, name, True)
for function in (repr, Careless.is_alive, Careless.start, Careless.join):
    attempt(function, careless)

thread = threading.Thread(name="worker", daemon=True)
for name in ("ident", "native_id"):
    attempt(setattr, thread, name, 1)
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    event, condition = threading.Event(), threading.Condition()
    print(event.isSet(), thread.isDaemon(), thread.getName(), thread.setDaemon(False), thread.setName("w"), thread.daemon, thread.name, threading.currentThread().name, threading.activeCount())
    with condition:
        condition.notifyAll()
    for each in told:
        print(each.category.__name__, each.message, each.lineno)
for function in (threading.Thread, threading.Timer, threading.Condition.wait_for, threading.Semaphore.acquire, threading.Semaphore.release, threading.BoundedSemaphore.release, threading.Barrier, threading.Barrier.wait, threading.Event.wait, threading.Thread.join, threading.Thread.setName):
    print(function.__qualname__, inspect.signature(function))
print([name for name, value in vars(threading.Thread).items() if isinstance(value, property)] == ["name", "ident", "daemon", "native_id"] or sorted(name for name, value in vars(threading.Thread).items() if isinstance(value, property)))

# Semaphores and conditions with and without time.
semaphore = threading.Semaphore(2)
print(semaphore.acquire(), semaphore.acquire(timeout=0), semaphore.acquire(False), semaphore.acquire(True, 0), semaphore.acquire(timeout=-1))
semaphore.release(2)
with semaphore as taken:
    print(taken, semaphore._value)
attempt(threading.BoundedSemaphore(2).release, 0)
bounded = threading.BoundedSemaphore(2)
bounded.acquire()
attempt(bounded.release, 2)
bounded.release()
attempt(bounded.release)
asked = []
with condition:
    for seconds in (0, -1):
        print(condition.wait(seconds), condition.wait_for(lambda: asked.append(seconds), seconds), len(asked) > 1)
        asked.clear()
    print(condition.wait_for(lambda: "at once", 0))


class Own:
    def __init__(self):
        self.lock = threading.Lock()

    def acquire(self, *args):
        print("acquire", *args)
        return self.lock.acquire(*args)

    def release(self):
        print("release")
        self.lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()


own = threading.Condition(Own())
with own:
    print(own.wait(0))
    own.notify(2)
attempt(own.notify_all)
timer = threading.Timer(0, print, ["called"], {"end": "!\n"})
timer.start()
timer.join()
early = threading.Timer(5, print)
print(early.args, early.kwargs, early.interval, early.function is print, early.finished.is_set())
early.start()
early.cancel()
early.join()

# queue: the same methods on a queue that is first in first out, last in first out, or by least first; and one without task_done().
import queue
import threading
from queue import Empty, Full, LifoQueue, PriorityQueue, Queue, SimpleQueue

for kind in (Queue, LifoQueue, PriorityQueue):
    numbers = kind(maxsize=3)
    for number in (2, 3, 1):
        numbers.put_nowait(number)
    print(kind.__name__, numbers.qsize(), numbers.full(), numbers.empty(), end=" ")
    for attempt in (lambda: numbers.put_nowait(4), lambda: numbers.put(4, timeout=0.5), lambda: numbers.put(4, block=False)):
        try:
            attempt()
        except Full as error:
            print(repr(error), end=" ")
    print([numbers.get_nowait(), numbers.get(), numbers.get(timeout=1)], numbers.empty())
    for attempt in (lambda: numbers.get_nowait(), lambda: numbers.get(timeout=0.5), lambda: numbers.get(False), lambda: numbers.get(timeout=-1)):
        try:
            attempt()
        except (Empty, ValueError) as error:
            print(repr(error), end=" ")
    for _ in range(3):
        numbers.task_done()
    numbers.join()
    try:
        numbers.task_done()
    except ValueError as error:
        print(error)

    # After shutdown() nothing goes in; what is in comes out, unless it is to be at once.
    numbers.put(5)
    numbers.shutdown()
    for attempt in (lambda: numbers.put(6), lambda: numbers.get(), lambda: numbers.get()):
        try:
            print(attempt(), end=" ")
        except queue.ShutDown as error:
            print(repr(error), end=" ")
    numbers.task_done()
    hurried = kind()
    hurried.put(1)
    hurried.shutdown(immediate=True)
    print(hurried.qsize(), hurried.join())

simple = SimpleQueue()
simple.put_nowait("a")
simple.put("b", block=False, timeout=-5)
print(simple.qsize(), simple.empty(), simple.get_nowait(), simple.get(timeout=1), simple.empty())
for attempt in (lambda: simple.get_nowait(), lambda: simple.get(block=False), lambda: simple.get(timeout=0.25), lambda: simple.get(timeout=-1)):
    try:
        attempt()
    except (Empty, ValueError) as error:
        print(type(error).__name__, error)

# Equal priorities compare what stands beside them; a counter or a class with order keeps that from happening.
jobs = PriorityQueue()
jobs.put((1, {"job": "a"}))
try:
    jobs.put((1, {"job": "b"}))
except TypeError as error:
    print(error)
found = LifoQueue(1)


def worker():
    while (item := found.get()) is not None:
        print("worker got", item)
        found.task_done()
    found.task_done()


thread = threading.Thread(target=worker)
thread.start()
for item in ("x", "y", None):
    found.put(item)
found.join()
thread.join()
print("all done", found.unfinished_tasks)

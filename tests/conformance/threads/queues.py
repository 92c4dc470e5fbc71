# Queues between threads: bounded, by priority, last in first out; timeouts, join and shutdown.
import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def producer():
    for number in range(5):
        jobs.put(number)
        print("put", number, time.monotonic())
    jobs.shutdown()


def consumer(name):
    try:
        while True:
            number = jobs.get()
            time.sleep(1)
            print(name, "did", number, time.monotonic())
            jobs.task_done()
    except queue.ShutDown:
        print(name, "sees the end", time.monotonic())


threads = [threading.Thread(target=consumer, args=(name,)) for name in ("x", "y")] + [threading.Thread(target=producer)]
for thread in threads:
    thread.start()
jobs.join()
print("all done", time.monotonic(), jobs.qsize(), jobs.empty(), jobs.full())
for thread in threads:
    thread.join()

ordered = queue.PriorityQueue()
stacked = queue.LifoQueue()
simple = queue.SimpleQueue()
for item in (3, 1, 2):
    for each in (ordered, stacked, simple):
        each.put(item)
print([ordered.get() for _ in range(3)], [stacked.get() for _ in range(3)], [simple.get() for _ in range(3)])
for attempt in (lambda: ordered.get(timeout=0.5), lambda: ordered.get(block=False), lambda: simple.get_nowait(),
                lambda: queue.Queue(1).get(timeout=-1), lambda: jobs.put(1), lambda: queue.Queue().task_done()):
    try:
        attempt()
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error, time.monotonic())
full = queue.Queue(1)
full.put(1)
try:
    full.put(2, timeout=1.5)
except queue.Full as error:
    print(repr(error), time.monotonic())

# queue: a kind of queue is four methods, and here is when each of them is called; who is refused, and with which words.
import queue
import threading
import time


class Spoken(queue.Queue):
    def _init(self, maxsize):
        print("init", maxsize, end="; ")
        self.items = {}

    def _qsize(self):
        print("size", end="; ")
        return len(self.items)

    def _put(self, item):
        print("put", item, end="; ")
        self.items[item] = None

    def _get(self):
        print("get", end="; ")
        return self.items.popitem()[0]


def attempt(what, *args, **kwargs):
    try:
        print("->", what(*args, **kwargs))
    except Exception as error:
        print("->", repr(error))


for size in (0, 2, -1):
    spoken = Spoken(size)
    print(spoken.maxsize)
    for item in (1, 2, 2):
        attempt(spoken.put, item, timeout=1)
    attempt(spoken.put, 3, False)
    attempt(spoken.put, 4, block=False, timeout=-1)
    attempt(spoken.put, 5, timeout=-1)
    attempt(spoken.put, 6, timeout=0)
    attempt(spoken.put_nowait, 7)
    for question in (spoken.qsize, spoken.empty, spoken.full):
        attempt(question)
    attempt(spoken.get, timeout=-1)
    attempt(spoken.get, False, -1)
    attempt(spoken.get, True, 0.5)
    attempt(spoken.get_nowait)
    attempt(spoken.shutdown)
    attempt(spoken.put, 8, timeout=-1)
    attempt(spoken.get, timeout=-1)
    attempt(spoken.shutdown, True)
    attempt(spoken.get, timeout=-1)
    print(spoken.unfinished_tasks, spoken.is_shutdown)
    attempt(spoken.task_done)

# Whoever waits when the queue is shut down is told so, join() included where it is at once.
for immediate in (False, True):
    jobs = queue.Queue(1)
    jobs.put("first")
    threads = [threading.Thread(target=attempt, args=(jobs.put, "second")), threading.Thread(target=attempt, args=(jobs.join,)),
               threading.Thread(target=attempt, args=(jobs.put, "third"), kwargs={"timeout": 9})]
    for thread in threads:
        thread.start()
    time.sleep(1)
    jobs.shutdown(immediate)
    time.sleep(1)
    print(immediate, [thread.is_alive() for thread in threads], jobs.qsize(), jobs.unfinished_tasks, time.monotonic())
    if not immediate:
        attempt(jobs.get)
        attempt(jobs.get)
        attempt(jobs.task_done)
    for thread in threads:
        thread.join()

idle = queue.LifoQueue()
threads = [threading.Thread(target=attempt, args=(idle.get,), kwargs=more) for more in ({}, {"timeout": 5}, {"timeout": 0.5})]
for thread in threads:
    thread.start()
time.sleep(1)
idle.shutdown()
for thread in threads:
    thread.join()
print(time.monotonic())

simple = queue.SimpleQueue()
for args in ((False,), (True, 0), (True, -1), (True, 0.25)):
    attempt(simple.get, *args)
attempt(simple.put, 1, True, -1)
attempt(simple.put_nowait, 2)
print(simple.qsize(), simple.empty(), simple.get(False), simple.get(timeout=1), simple.empty(), time.monotonic())
print(queue.Queue[int], queue.Queue.put_nowait.__qualname__, queue.PriorityQueue.__mro__)
print(queue.Full.__mro__, queue.Empty, queue.ShutDown, queue.__all__)

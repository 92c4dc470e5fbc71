# An event wakes all who wait; a semaphore as many as were released. Both give False after a timeout.
import threading
import time

ready = threading.Event()
print(ready.is_set(), ready.wait(0.5), time.monotonic())


def waits(name):
    print(name, ready.wait(), time.monotonic())


threads = [threading.Thread(target=waits, args=(name,)) for name in "xyz"]
for thread in threads:
    thread.start()
time.sleep(1)
ready.set()
print("set")
for thread in threads:
    thread.join()
ready.clear()
print(ready.is_set())

slots = threading.BoundedSemaphore(2)


def uses(name, duration):
    with slots:
        print(name, "in at", time.monotonic())
        time.sleep(duration)
    print(name, "out at", time.monotonic())


threads = [threading.Thread(target=uses, args=each) for each in [("p", 3), ("q", 1), ("r", 1), ("s", 1)]]
for thread in threads:
    thread.start()
print(slots.acquire(timeout=0.25), slots.acquire(blocking=False), time.monotonic())
for thread in threads:
    thread.join()
print(slots.acquire(), slots.acquire(), slots.acquire(blocking=False))

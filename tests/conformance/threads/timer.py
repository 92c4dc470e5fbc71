# A Timer is a thread that waits first; cancelled in time it does nothing.
import threading
import time


def ring(what, loud=False):
    print(what, loud, time.monotonic(), isinstance(threading.current_thread(), threading.Timer))


first = threading.Timer(2, ring, ["first"])
second = threading.Timer(1, ring, args=("second",), kwargs={"loud": True})
third = threading.Timer(3, ring, ["third"])
for timer in (first, second, third):
    timer.start()
time.sleep(1.5)
third.cancel()
print(third.is_alive(), second.is_alive(), first.is_alive())
third.join()
print("third ended at", time.monotonic())
first.join()

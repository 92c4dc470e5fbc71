# A new thread runs at once, up to where it first blocks; start() comes back after that.
import threading
import time


def worker(name):
    print(name, "begins at", time.monotonic())
    time.sleep(1)
    print(name, "goes on at", time.monotonic())


first = threading.Thread(target=worker, args=("first",))
print("before start:", first.is_alive())
first.start()
print("after start:", first.is_alive())
second = threading.Thread(target=worker, args=("second",))
second.start()
print("both started")
first.join()
second.join()
print("after join:", first.is_alive(), time.monotonic())

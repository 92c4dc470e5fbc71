# A lock goes to who waited longest; acquire with a timeout gives False and takes nothing; an RLock counts.
import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.5), time.monotonic())


def wants(name, hold):
    with lock:
        print(name, "has it at", time.monotonic())
        time.sleep(hold)


threads = [threading.Thread(target=wants, args=(name, hold)) for name, hold in [("a", 1), ("b", 2), ("c", 0.5)]]
for thread in threads:
    thread.start()
print("nobody has it yet")
lock.release()
print("released; taken again before anybody else can?", lock.acquire(False))
for thread in threads:
    thread.join()
print(lock.locked(), time.monotonic())

again = threading.RLock()
with again:
    with again:
        print("twice")
    print("still", not threading.Thread(target=lambda: None).is_alive())


def tries():
    print("other thread gets it:", again.acquire(timeout=1), time.monotonic())


again.acquire()
again.acquire()
thread = threading.Thread(target=tries)
thread.start()
time.sleep(0.25)
again.release()
thread.join()
again.release()
thread = threading.Thread(target=tries)
thread.start()
thread.join()

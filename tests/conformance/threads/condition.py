# notify() wakes those that waited longest; they go on only when the lock is free again. wait_for with a timeout.
import threading
import time

condition = threading.Condition()
items = []


def consumer(name):
    with condition:
        while not items:
            condition.wait()
        print(name, "takes", items.pop(0), time.monotonic())


threads = [threading.Thread(target=consumer, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
with condition:
    items += [1, 2]
    condition.notify(2)
    print("told two, and still have the lock")
    time.sleep(1)
print("let go")
time.sleep(1)
with condition:
    items.append(3)
    condition.notify_all()
for thread in threads:
    thread.join()
with condition:
    print(condition.wait(0.5), time.monotonic())
    print(condition.wait_for(lambda: time.monotonic() > 100, timeout=2), time.monotonic())
    print(condition.wait_for(lambda: "yes"))

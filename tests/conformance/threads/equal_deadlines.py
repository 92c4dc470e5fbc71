# Threads whose sleeps end at one instant go on in the order in which they began to sleep, also when one of them got there in two
# steps.
import threading
import time


def sleeper(name, *naps):
    for nap in naps:
        time.sleep(nap)
    print(name, time.monotonic())


threads = [threading.Thread(target=sleeper, args=each)
           for each in [("a", 3), ("b", 1, 2), ("c", 2, 1), ("d", 3), ("e", 1, 1, 1)]]
for thread in threads:
    thread.start()
time.sleep(3)
print("main", time.monotonic())
for thread in threads:
    thread.join()

# title: Threads and a queue, without asyncio
# group: Threads
# look for: No loop at all. A thread runs until it blocks: put() blocks while the queue is full, get()
#   while it is empty, and None says that there is no more.
# from: Simul

import queue
import threading
import time

orders = queue.Queue(maxsize=2)


def kitchen():
    for dish in ("soup", "salad", "pasta", "cake"):
        time.sleep(0.2)
        orders.put(dish)
        print(f"kitchen: {dish} is ready")
    orders.put(None)


def waiter():
    while (dish := orders.get()) is not None:
        print(f"waiter: takes {dish}")
        time.sleep(0.5)
    print("waiter: done")


threads = [threading.Thread(target=kitchen), threading.Thread(target=waiter)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("closed")

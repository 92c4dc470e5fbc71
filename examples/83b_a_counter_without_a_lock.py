# title: A counter without a lock
# group: Threads
# look for: 40 here, as by rule a thread gives way only where it blocks. Real threads may lose the GIL at every
#   call: open Compare and explore 1,000 seeds to see how many additions get lost, and how often.
# from: Simul

import threading

EACH = 10
counter = 0
plain = 0


def one():
    return 1


def work():
    global counter, plain
    for _ in range(EACH):
        counter += one()  # read, call, write: between the first and the last another thread may come
        plain += 1  # read, write: CPython 3.13 hands the GIL over nowhere in between


threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("counter", counter, "of", len(threads) * EACH)
print("plain  ", plain)

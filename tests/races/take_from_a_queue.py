# A queue.Queue gives every item to exactly one taker; which taker, nobody promises.
import queue
import threading

jobs = queue.Queue()
for number in (1, 2):
    jobs.put(number)
taken = {"A": [], "B": []}


def work(name):
    while True:
        try:
            taken[name].append(jobs.get_nowait())
        except queue.Empty:
            return


threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(taken["A"]), len(taken["B"]))

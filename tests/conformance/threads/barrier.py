# The last to arrive runs the action and goes on first; a barrier can be used again, broken and reset.
import threading
import time

barrier = threading.Barrier(3, action=lambda: print("action at", time.monotonic()))


def party(name, nap):
    for turn in range(2):
        time.sleep(nap)
        print(name, "arrives", barrier.n_waiting, barrier.parties)
        number = barrier.wait()
        print(name, "leaves with", number, time.monotonic())


threads = [threading.Thread(target=party, args=each) for each in [("a", 1), ("b", 2), ("c", 3)]]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


def waits():
    try:
        barrier.wait(timeout=1)
    except threading.BrokenBarrierError as error:
        print("broken", repr(error), time.monotonic(), barrier.broken)


threads = [threading.Thread(target=waits) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
waits()
barrier.reset()
print(barrier.broken, barrier.n_waiting)
threading.Thread(target=waits).start()
barrier.abort()

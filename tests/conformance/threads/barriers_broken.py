# threading.Barrier: reset while some wait, too late, aborted, and with an action that fails.
import threading
import time


def party(barrier, seconds=None):
    try:
        print("number", barrier.wait(seconds) >= 0)
    except Exception as error:
        print(type(error).__name__, str(error), barrier.broken, barrier.n_waiting)


def together(barrier, count, middle=lambda: None, seconds=None):
    threads = [threading.Thread(target=party, args=(barrier, seconds)) for _ in range(count)]
    for each in threads:
        each.start()
    time.sleep(0.125)
    middle()
    for each in threads:
        each.join()
    print(barrier.parties, barrier.n_waiting, barrier.broken)


barrier = threading.Barrier(3, timeout=0.25)
together(barrier, 3)
together(barrier, 2, barrier.reset)
together(barrier, 2, barrier.abort)
together(barrier, 1)
barrier.reset()
together(barrier, 1, seconds=0.0625)
barrier.reset()
together(barrier, 3)


def fail():
    raise ValueError("the action failed")


together(threading.Barrier(2, fail), 2)
together(threading.Barrier(1, lambda: print("alone")), 1)

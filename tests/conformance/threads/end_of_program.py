# The program ends when its threads have ended, daemons aside; also after an exception in the main thread.
import threading
import time


def worker(name, nap):
    time.sleep(nap)
    print(name, "ends at", time.monotonic())
    if name == "a":
        threading.Thread(target=worker, args=("late", 1)).start()


threading.Thread(target=worker, args=("a", 2)).start()
threading.Thread(target=worker, args=("b", 1)).start()
threading.Thread(target=worker, args=("daemon", 10), daemon=True).start()
print([thread.daemon for thread in threading.enumerate()])
raise ValueError("main ends here")

# Two threads that each hold the lock that the other one wants: nobody can go on, and the run ends there.
import threading
import time

left, right = threading.Lock(), threading.Lock()


def takes(first, second, name):
    with first:
        print(name, "has one")
        time.sleep(1)
        with second:
            print("never")


threading.Thread(target=takes, args=(left, right, "one")).start()
threading.Thread(target=takes, args=(right, left, "two")).start()
print("main is done")

# A thread that starts threads: each new one runs at once, its parent when it blocks.
import threading
import time


def node(name, depth):
    print(" " * depth + name, "begins", threading.active_count())
    if depth < 2:
        children = [threading.Thread(target=node, args=(name + str(n), depth + 1)) for n in range(2)]
        for child in children:
            child.start()
        for child in children:
            child.join()
    time.sleep(1)
    print(" " * depth + name, "ends", time.monotonic())


root = threading.Thread(target=node, args=("root", 0))
root.start()
print("started")
root.join()
print(threading.active_count())

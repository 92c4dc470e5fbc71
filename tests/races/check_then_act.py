# Between "is it there?" and "put it there" a function is called: both threads may find nothing and load it.
import threading

cache = {}
loads = []


def load(key):
    loads.append(key)
    return key.upper()


def get(key):
    if key not in cache:
        cache[key] = load(key)
    return cache[key]


threads = [threading.Thread(target=get, args=("a",)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("loaded", len(loads), "times")

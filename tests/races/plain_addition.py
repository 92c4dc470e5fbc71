# counter += 1 has no check of the eval breaker between its reading and its writing, so CPython 3.13 loses nothing here.
import threading

counter = 0


def work():
    global counter
    for _ in range(3):
        counter += 1


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)

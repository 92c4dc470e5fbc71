# After a call of a class written in C the eval breaker is looked at; after len() in a warm loop it is not.
import threading

counter = 0
sizes = 0


def work():
    global counter, sizes
    for _ in range(40):
        sizes += len("a")
    counter += int("1")


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, sizes)

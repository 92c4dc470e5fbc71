# The lock makes reading and writing one thing: nothing is lost, whoever is interrupted where.
import threading

counter = 0
lock = threading.Lock()


def one():
    return 1


def work():
    global counter
    for _ in range(3):
        with lock:
            counter += one()


threads = [threading.Thread(target=work) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)

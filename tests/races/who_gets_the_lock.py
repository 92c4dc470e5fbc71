# A released lock is free for whoever comes first: the thread that gave it back may take it again before the one that waits.
import threading

lock = threading.Lock()
order = []


def one():
    return 1


def work(name):
    for _ in range(2):
        with lock:
            one()
            order.append(name)


threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("twice in a row" if order[0] == order[1] else "in turn")

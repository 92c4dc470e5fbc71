# The addition's left side is read, one() is called, the sum is written: at the call's entry another thread may get the GIL.
import threading

counter = 0


def one():
    return 1


def work():
    global counter
    counter += one()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter)

# Each thread sees its own attributes of a threading.local, and calls its __init__ once.
import threading


class Counter(threading.local):
    step = 10

    def __init__(self, start):
        print("init", start, threading.current_thread().name)
        self.value = start


counter = Counter(5)
plain = threading.local()
plain.name = "main"


def work():
    print(hasattr(plain, "name"), counter.value, counter.step)
    counter.value += counter.step
    plain.name = "other"
    print(plain.name, counter.value, plain.__dict__)


thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
print(plain.name, counter.value, plain.__dict__)
try:
    threading.local(1)
except TypeError as error:
    print(error)
del plain.name
try:
    plain.name
except AttributeError as error:
    print(error)

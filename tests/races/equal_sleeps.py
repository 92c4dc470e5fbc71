# Two sleeps of the same length end in either order.
import threading
import time


def work(name):
    time.sleep(0.002)
    print(name)


threads = [threading.Thread(target=work, args=(name,)) for name in "AB"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

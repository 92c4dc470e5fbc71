# What one thread writes in some order, another sees in that order: whoever sees the flag sees the value.
import threading

value = 0
ready = False


def write():
    global value, ready
    value = 42
    ready = True


def read():
    if ready:
        print("ready", value)
    else:
        print("not ready")


threads = [threading.Thread(target=write), threading.Thread(target=read)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

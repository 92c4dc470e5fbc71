# Two threads take the same two locks in opposite order, and call something in between: each may wait for the other's for ever.
import threading

a = threading.Lock()
b = threading.Lock()


def think():
    pass


def forth():
    with a:
        think()
        with b:
            think()


def back():
    with b:
        think()
        with a:
            think()


threads = [threading.Thread(target=forth, daemon=True), threading.Thread(target=back, daemon=True)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both")

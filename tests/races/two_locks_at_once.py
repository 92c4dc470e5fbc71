# Two locks in opposite order, one right after the other: no check of the eval breaker stands between, so CPython 3.13 never stops here.
import threading

a = threading.Lock()
b = threading.Lock()
done = []


def forth():
    with a:
        with b:
            done.append("forth")


def back():
    with b:
        with a:
            done.append("back")


threads = [threading.Thread(target=forth, daemon=True), threading.Thread(target=back, daemon=True)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("both")

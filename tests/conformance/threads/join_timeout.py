# join(timeout) comes back when the thread ends or the time is over; only is_alive() tells which.
import threading
import time

thread = threading.Thread(target=time.sleep, args=(3,))
thread.start()
for timeout in (1, 0, -1, 1.5, None):
    print(thread.join(timeout), thread.is_alive(), time.monotonic())
print(thread.join(), thread.join(1))

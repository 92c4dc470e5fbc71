# A pool of threads: a new thread begins at once, an idle one when the submitter blocks; results, failures, cancelling, timeouts.
import threading
import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait


def work(number):
    print("work", number, threading.current_thread().name, time.monotonic())
    time.sleep(number)
    return number * number


with ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(work, number) for number in (3, 1, 2)]
    print("submitted")
    for future in as_completed(futures):
        print(future.result(), time.monotonic())
    print(list(pool.map(work, [1, 2])), time.monotonic())
    failed = pool.submit(lambda: 1 / 0)
    print(repr(failed.exception()))
    try:
        failed.result()
    except ZeroDivisionError as error:
        print("raised", error)
    first, second, third = (pool.submit(work, number) for number in (1, 2, 3))
    print(third.cancel(), third.cancelled(), first.cancel(), first.running(), second.running())
    done, not_done = wait([first, second], return_when=FIRST_COMPLETED)
    print(len(done), len(not_done), time.monotonic())
    try:
        second.result(timeout=0.5)
    except TimeoutError as error:
        print("timeout", repr(error), time.monotonic())
    print(second)
    print(third)
    print(failed)
try:
    pool.submit(work, 1)
except RuntimeError as error:
    print(error)


def ended(future):
    print("callback in", threading.current_thread().name, future.result())


named = ThreadPoolExecutor(max_workers=1, thread_name_prefix="me", initializer=print, initargs=("initialized",))
future = named.submit(work, 5)
future.add_done_callback(ended)
future.add_done_callback(lambda future: 1 / 0)
late = named.submit(work, 1)
late.cancel()
print("the program's end waits for the pool")

# concurrent.futures.wait and as_completed: in the order of ending, with timeouts, and what is left over.
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, as_completed, wait


def work(seconds):
    time.sleep(seconds)
    if seconds == 2:
        raise ValueError("two")
    return seconds


def names(futures):
    return sorted(numbers[future] for future in futures)


pool = ThreadPoolExecutor(10)
for condition in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
    began = time.monotonic()
    numbers = {pool.submit(work, seconds): seconds for seconds in (3, 1, 2, 4)}
    done, not_done = wait(numbers, return_when=condition)
    print(condition, names(done), names(not_done), time.monotonic() - began)
    wait(numbers)
began = time.monotonic()
numbers = {pool.submit(work, seconds): seconds for seconds in (3, 1, 2, 4)}
result = wait(numbers, timeout=2.5)
print(names(result.done), names(result.not_done), len(result))
try:
    for future in as_completed(result.not_done, timeout=1):
        print(numbers[future], future.exception(), time.monotonic() - began)
except TimeoutError as error:
    print(error)
try:
    print(list(pool.map(work, (1, 5), timeout=2)))
except TimeoutError as error:
    print(repr(error))
try:
    print(list(pool.map(work, (0.5, 2, 1))))
except ValueError as error:
    print(repr(error))
try:
    wait(numbers, return_when="some day")
except ValueError as error:
    print(error)
print(wait([]), list(as_completed([])))
pool.shutdown(wait=False, cancel_futures=True)
print("end", time.monotonic())

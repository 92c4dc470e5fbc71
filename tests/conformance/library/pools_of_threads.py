"""multiprocessing.pool.ThreadPool: maps, single calls with callbacks, and the end of a pool."""
import time
from multiprocessing import TimeoutError
from multiprocessing.pool import ThreadPool


def square(x):
    time.sleep(x / 10)
    return x * x


def add(a, b=0):
    return a + b


def picky(x):
    if x == 2:
        raise ValueError(f"no {x}")
    return x


def tried(work, *args, **named):
    try:
        print(work(*args, **named))
    except Exception as error:
        print(type(error).__name__, error)


with ThreadPool(3) as pool:
    print(pool.map(square, [3, 1, 2]), pool.apply(add, (1,), {"b": 2}), pool.starmap(add, [(1, 2), (3,)]))
    print(list(pool.imap(square, [3, 1, 2])), list(pool.imap_unordered(square, [3, 1, 2])))
    result = pool.apply_async(square, (5,), callback=lambda value: print("callback", value))
    print(result.ready())
    tried(result.get, timeout=0.1)
    tried(result.successful)
    print(result.get(), result.ready(), result.successful(), isinstance(TimeoutError(), Exception))
    failed = pool.map_async(picky, range(4), error_callback=lambda error: print("error callback", error))
    failed.wait()
    tried(failed.get)
    print(failed.successful(), pool.starmap_async(add, [(5, 5)]).get(), pool.map_async(square, []).get())
    tried(pool.map, picky, range(4))
    tried(lambda: list(pool.imap(picky, range(4))))
    steps = pool.imap(picky, range(4))
    print(next(steps), steps.next(timeout=1))
    tried(next, steps)
    print(next(steps))
    tried(next, steps)
    tried(pool.map, square, 5)
    tried(pool.join)
tried(pool.map, square, [1])
tried(ThreadPool, 0)
pool = ThreadPool(2, initializer=print, initargs=("starts",))
later = pool.apply_async(square, (2,))
pool.close()
tried(pool.apply, square, (1,))
pool.join()
print(later.get(), pool._state)
other = ThreadPool(1)
other.terminate()
other.join()
print("end")

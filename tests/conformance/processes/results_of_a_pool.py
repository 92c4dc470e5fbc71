# multiprocessing.Pool: what its results answer before and after the end, whom they call back, how work is cut into chunks.
import multiprocessing.pool
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool


def half(x):
    return x // 2 if x != 7 else 1 / 0


def seen(chunk):
    return chunk


def told(name):
    return lambda value: print(" ", name, repr(value))


def attempt(what, *args, **kwargs):
    try:
        print(what(*args, **kwargs))
    except Exception as error:
        print(repr(error))


if __name__ == "__main__":
    for kind in (Pool, ThreadPool):
        with kind(2) as pool:
            for call in (lambda **more: pool.apply_async(half, (6,), **more), lambda **more: pool.apply_async(half, (7,), **more),
                         lambda **more: pool.map_async(half, range(5), **more), lambda **more: pool.map_async(half, [6, 7, 8], 1, **more),
                         lambda **more: pool.starmap_async(half, [(1,), (2,)], **more), lambda **more: pool.starmap_async(half, [(1, 2)], **more),
                         lambda **more: pool.map_async(half, [], **more)):
                for more in ({}, {"callback": told("callback")}, {"error_callback": told("error")}):
                    result = call(**more)
                    result.wait()
                    print(type(result).__name__, result.ready(), result.successful(), end=" ")
                    attempt(result.get, timeout=1)
            lengths = []
            for size, chunksize in ((0, None), (1, None), (8, None), (9, None), (17, None), (5, 2), (5, 50), (5, 0), (0, 3)):
                result = pool.map_async(seen, range(size), chunksize)
                lengths.append((result._chunksize, result.get()))
            print(lengths)
            attempt(pool.map, half, (x for x in range(5)))
            attempt(pool.map, half, 5)
            attempt(pool.starmap, half, [5])
            attempt(pool.imap, half, [1], 0)
            attempt(pool.apply_async, 5)
        attempt(pool.apply_async, half, (1,))
        attempt(pool.map_async, half, (1,))
        attempt(kind, 0)
        attempt(kind, 1, 5)
    for wrong in (0, -1, "two", 1.5):
        attempt(Pool, 1, maxtasksperchild=wrong)
    error = multiprocessing.pool.MaybeEncodingError(ValueError("no"), [1])
    print(error, repr(error), error.args, error.exc, error.value)

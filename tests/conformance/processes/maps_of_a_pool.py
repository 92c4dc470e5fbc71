# multiprocessing.Pool: maps, single calls, what fails there, and what cannot be sent.
from multiprocessing import Pool


def square(x):
    return x * x


def add(a, b=0):
    return a + b


def picky(x):
    if x == 3:
        raise ValueError(f"no {x}")
    return x


def make():
    def inner(x):
        return x
    return inner


def numbers(x):
    return (i for i in range(x))


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool)
        print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, range(5), chunksize=3))
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, [1, 2, 3])), sorted(pool.imap_unordered(square, [1, 2, 3], chunksize=2)))
        result = pool.apply_async(add, (1,), {"b": 5})
        print(result.get(timeout=20), result.ready(), result.successful())
        try:
            pool.map(picky, range(5))
        except ValueError as error:
            cause = error.__cause__
            print(error, type(cause).__module__, type(cause).__qualname__, str(cause).splitlines()[-2:])
        for what in (lambda x: x, make()):
            try:
                pool.apply(what, (1,))
            except Exception as error:
                print(type(error).__name__, str(error).split(" at 0x")[0])
        try:
            pool.apply(numbers, (3,))
        except Exception as error:
            print(type(error).__module__, type(error).__name__, str(error).split("Reason: ")[1])
        each = pool.imap(picky, [2, 3, 4])
        print(next(each))
        try:
            next(each)
        except ValueError as error:
            print(error)
        print(next(each), next(each, "the end"))
        try:
            pool.join()
        except ValueError as error:
            print(error)
    try:
        pool.map(square, [1])
    except ValueError as error:
        print(error)
    print(pool)
    for wrong in (0, -1):
        try:
            Pool(wrong)
        except ValueError as error:
            print(error)

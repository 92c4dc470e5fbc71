# Executors that a program writes, and those of processes.
import concurrent.futures as cf


class Now(cf.Executor):
    """Does everything at once."""

    def submit(self, fn, /, *args, **kwargs):
        future = cf.Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def square(number):
    return number * number


def main():
    with Now() as now:
        print(now.submit(square, 3).result(), list(now.map(square, [1, 2])), type(now.submit(square, "x").exception()).__name__)
    print(now.shutdown())
    for call in (lambda: cf.Executor().submit(square), cf.Executor().shutdown):
        try:
            print(call())
        except NotImplementedError as error:
            print(type(error).__name__, error)
    with cf.ProcessPoolExecutor(2) as pool:
        print(pool.submit(square, 4).result(), list(pool.map(square, range(4), chunksize=2)))
    pool.shutdown()
    print(issubclass(cf.BrokenExecutor, RuntimeError))
    try:
        pool.submit(square, 1)
    except RuntimeError as error:
        print(error)


if __name__ == "__main__":
    main()

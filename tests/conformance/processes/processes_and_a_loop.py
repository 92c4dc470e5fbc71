# A pool of processes behind a loop: run_in_executor(), failures from there, what cannot be sent.
import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import partial

calls = []


def slow_square(n):
    calls.append(n)
    time.sleep(0.01 * n)
    return n * n, len(calls)


def fail(n):
    raise KeyError(n)


def power(a, b):
    return a ** b


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(loop.run_in_executor(pool, slow_square, 2)), calls)
        try:
            await loop.run_in_executor(pool, fail, 3)
        except KeyError as error:
            print(repr(error), type(error.__cause__).__name__, str(error.__cause__).splitlines()[1:3])
        try:
            await loop.run_in_executor(pool, lambda: 1)
        except Exception as error:
            print(type(error).__name__, str(error).split(" at 0x")[0])
        print(await loop.run_in_executor(pool, partial(power, 2), 5))
        print(list(pool.map(power, [1, 2], [3, 4])), list(pool.map(partial(power, 2), range(5), chunksize=2)))


if __name__ == "__main__":
    asyncio.run(main())
    with ProcessPoolExecutor(1) as pool:
        print(repr(pool.submit(fail, 1).exception()))
        print(sorted(each.result() for each in as_completed([pool.submit(power, 2, n) for n in range(3)])))

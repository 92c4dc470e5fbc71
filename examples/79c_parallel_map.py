# title: A map in parallel, with a limit
# group: Small programs
# look for: Never more than three at a time; the answers come in the order of the questions, though they end in another.
# from: Simul

import asyncio
import random
import time
from collections import deque
from typing import AsyncIterator, Awaitable, Callable, Iterable, TypeVar

T = TypeVar("T")
R = TypeVar("R")


async def parallel_map(func: Callable[[T], Awaitable[R]], items: Iterable[T], *, limit: int) -> AsyncIterator[R]:
    """Like map(), with up to `limit` calls at once; ends the others when one fails or when nobody listens any more."""
    pending: deque[asyncio.Task[R]] = deque()
    source = iter(items)
    try:
        while True:
            while len(pending) < limit:
                try:
                    item = next(source)
                except StopIteration:
                    break
                pending.append(asyncio.ensure_future(func(item)))
            if not pending:
                return
            yield await pending.popleft()
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


class Meter:
    """How many are inside at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    def __enter__(self):
        self.now += 1
        self.most = max(self.most, self.now)
        return self

    def __exit__(self, *exc_info):
        self.now -= 1


meter = Meter()


async def download(url: str) -> tuple[str, int]:
    with meter:
        await asyncio.sleep(size := random.randint(1, 9) / 10)
        if "broken" in url:
            raise ValueError(url)
        return url.rpartition("/")[2], int(size * 1000)


async def main() -> None:
    random.seed("parallel")
    urls = [f"https://example.org/files/{letter}.bin" for letter in "abcdefgh"]
    start = time.perf_counter()
    total = 0
    async for name, size in parallel_map(download, urls, limit=3):
        total += size
        print(f"{time.perf_counter() - start:.1f}s {name:<6}{'#' * (size // 100):<9} {size:>4} kB")
    print(f"{total = :_} kB, at most {meter.most} at once")

    urls[2] += "?broken"
    try:
        async for name, _ in parallel_map(download, urls, limit=4):
            print("again", name)
    except ValueError as error:
        print("failed:", *error.args)
    print([name async for name, _ in parallel_map(download, urls[:2], limit=9)], meter.now)


asyncio.run(main())

# title: A token bucket
# group: Small programs
# look for: The first five go at once, on saved tokens; from then on one goes every half second, as fast as tokens come.
# from: Simul

import asyncio
import time
from types import TracebackType
from typing import Self


class TokenBucket:
    """`rate` tokens a second, at most `capacity` of them saved."""

    def __init__(self, rate: float, capacity: int) -> None:
        if rate <= 0:
            raise ValueError("rate must be positive")
        self.rate, self.capacity = rate, capacity
        self._tokens = float(capacity)
        self._updated = time.monotonic()
        self._lock = asyncio.Lock()

    def __repr__(self) -> str:
        return f"{type(self).__name__}(rate={self.rate}, capacity={self.capacity}, tokens={self._tokens:.2f})"

    def _refill(self) -> None:
        now = time.monotonic()
        self._tokens = min(self.capacity, self._tokens + (now - self._updated) * self.rate)
        self._updated = now

    async def take(self, amount: int = 1) -> float:
        """Waits until there are `amount` tokens, takes them, says how long it took."""
        started = time.monotonic()
        async with self._lock:
            while True:
                self._refill()
                if self._tokens + 1e-9 >= amount:
                    self._tokens -= amount
                    return time.monotonic() - started
                await asyncio.sleep((amount - self._tokens) / self.rate)

    async def __aenter__(self) -> Self:
        await self.take()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        return None


async def call_api(number: int, bucket: TokenBucket) -> None:
    waited = await bucket.take()
    print(f"{time.monotonic():5.2f}s request {number:2d} sent (waited {waited:.2f}s)")
    await asyncio.sleep(0.3)


async def main() -> None:
    bucket = TokenBucket(rate=2, capacity=5)
    print(bucket)
    async with asyncio.TaskGroup() as group:
        for number in range(1, 11):
            group.create_task(call_api(number, bucket))
    print(bucket)
    await asyncio.sleep(1)
    async with bucket as same:
        print(same is bucket, bucket)
    try:
        TokenBucket(0, 1)
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())

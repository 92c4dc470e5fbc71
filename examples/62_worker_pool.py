# title: A pool of workers with results
# group: Small programs
# look for: Three workers share one queue of jobs; results come in the order in which they end, failures among them,
#   and the table at the end has them by number.
# from: Simul

import asyncio
import logging
import random
import time
from dataclasses import dataclass, field
from typing import Optional

logging.basicConfig(level=logging.INFO, format="%(levelname)-7s %(name)s: %(message)s")
log = logging.getLogger("pool")


@dataclass(order=True)
class Result:
    number: int
    worker: str = field(compare=False)
    seconds: float = field(compare=False)
    value: Optional[int] = field(default=None, compare=False)
    error: Optional[Exception] = field(default=None, compare=False, repr=False)

    @property
    def ok(self) -> bool:
        return self.error is None


class WorkerPool:
    def __init__(self, size: int) -> None:
        self.size = size
        self.jobs: asyncio.Queue[int] = asyncio.Queue()
        self.results: list[Result] = []
        self._workers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> "WorkerPool":
        self._workers = [asyncio.create_task(self._work(), name=f"worker-{i}") for i in range(1, self.size + 1)]
        return self

    async def __aexit__(self, exc_type, exc, tb) -> None:
        await self.jobs.join()
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def _work(self) -> None:
        name = asyncio.current_task().get_name()
        while True:
            number = await self.jobs.get()
            started = time.perf_counter()
            try:
                value = await compute(number)
                result = Result(number, name, time.perf_counter() - started, value)
                log.info("%s: job %d -> %d", name, number, value)
            except ValueError as error:
                result = Result(number, name, time.perf_counter() - started, error=error)
                log.warning("%s: job %d failed: %s", name, number, error)
            finally:
                self.jobs.task_done()
            self.results.append(result)


async def compute(number: int) -> int:
    await asyncio.sleep(random.uniform(0.2, 1.0))
    if number % 4 == 0:
        raise ValueError(f"{number} is divisible by four")
    return number**2


async def main() -> None:
    random.seed(7)
    async with WorkerPool(3) as pool:
        for number in range(1, 11):
            pool.jobs.put_nowait(number)

    print(f"{'job':>4} {'worker':<10} {'time':>6}  result")
    for result in sorted(pool.results):
        text = f"{result.value:,}" if result.ok else f"{type(result.error).__name__}: {result.error}"
        print(f"{result.number:>4} {result.worker:<10} {result.seconds:>5.2f}s  {text}")
    good = sum(result.ok for result in pool.results)
    print(f"{good} of {len(pool.results)} succeeded")


if __name__ == "__main__":
    asyncio.run(main())

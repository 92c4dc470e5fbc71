# title: A scheduler with priorities
# group: Small programs
# look for: Two workers take the most urgent job that is ready; a job that failed comes back with less priority and later.
# from: Simul

import asyncio
import heapq
import itertools
import time
from dataclasses import dataclass, field, replace
from enum import IntEnum
from typing import Any, Callable, Coroutine


class Priority(IntEnum):
    URGENT = 0
    NORMAL = 5
    LOW = 9


@dataclass(order=True)
class Job:
    priority: Priority
    number: int
    name: str = field(compare=False)
    action: Callable[[], Coroutine[Any, Any, str]] = field(compare=False, repr=False)
    attempt: int = field(default=1, compare=False)


class Scheduler:
    def __init__(self) -> None:
        self._heap: list[Job] = []
        self._changed = asyncio.Condition()
        self._numbers = itertools.count(1)
        self._open = 0
        self._waiting: set[asyncio.Task[None]] = set()

    async def add(self, name: str, action, priority: Priority = Priority.NORMAL) -> None:
        async with self._changed:
            self._open += 1
            heapq.heappush(self._heap, Job(priority, next(self._numbers), name, action))
            self._changed.notify()

    async def _next(self) -> Job | None:
        async with self._changed:
            await self._changed.wait_for(lambda: self._heap or not self._open)
            return heapq.heappop(self._heap) if self._heap else None

    async def _later(self, job: Job, delay: float) -> None:
        await asyncio.sleep(delay)
        async with self._changed:
            heapq.heappush(self._heap, job)
            self._changed.notify()

    async def _finish(self) -> None:
        async with self._changed:
            self._open -= 1
            if not self._open:
                self._changed.notify_all()

    async def worker(self, name: str) -> int:
        count = 0
        while job := await self._next():
            print(f"{time.monotonic():4.1f} {name} takes {job.name} ({job.priority.name.lower()}, attempt {job.attempt})")
            try:
                result = await asyncio.wait_for(job.action(), timeout=1.0)
            except (TimeoutError, OSError) as error:
                print(f"{time.monotonic():4.1f} {name}: {job.name}: {type(error).__name__}{f': {error}' if str(error) else ''}")
                if job.attempt < 3:
                    again = replace(job, priority=Priority.LOW, attempt=job.attempt + 1)
                    waiting = asyncio.create_task(self._later(again, delay=0.5 * job.attempt))
                    self._waiting.add(waiting)
                    waiting.add_done_callback(self._waiting.discard)
                    continue
                print(f"{time.monotonic():4.1f} {name}: {job.name} given up")
            else:
                print(f"{time.monotonic():4.1f} {name}: {job.name} -> {result}")
                count += 1
            await self._finish()
        return count


def work(seconds: float, result: str, fail: int = 0):
    left = fail

    async def action() -> str:
        nonlocal left
        await asyncio.sleep(seconds)
        if left > 0:
            left -= 1
            raise OSError(5, "device is busy")
        return result

    return action


async def main() -> None:
    scheduler = Scheduler()
    await scheduler.add("report", work(0.8, "12 pages"), Priority.LOW)
    await scheduler.add("invoice", work(0.4, "sent"))
    await scheduler.add("backup", work(0.3, "3 GB", fail=2))
    await scheduler.add("alarm", work(0.1, "acknowledged"), Priority.URGENT)
    await scheduler.add("export", work(5, "never"), Priority.NORMAL)
    counts = await asyncio.gather(*(scheduler.worker(f"w{n}") for n in (1, 2)))
    print(f"done: {counts}, at {time.monotonic():.1f}s, {Priority(9)!r} {Priority.LOW:d} {max(Priority)}")


asyncio.run(main())

# title: Events, collected and written in batches
# group: Small programs
# look for: A batch goes out when five events wait or when one second has passed, whichever is first; the rest goes out at the end.
# from: Simul

import asyncio
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta, timezone

EPOCH = datetime(2024, 1, 1, 9, 30, tzinfo=timezone.utc)


@dataclass(kw_only=True)
class LogEvent:
    kind: str
    user: str | None = None
    tags: list[str] = field(default_factory=list)
    at: str = ""


class Batcher:
    def __init__(self, write: Callable[[list[LogEvent]], None], *, size: int, seconds: float):
        self.write, self.size, self.seconds = write, size, seconds
        self.queue: asyncio.Queue = asyncio.Queue()

    async def __aenter__(self):
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *_):
        self.queue.shutdown()
        await self._task

    def emit(self, kind: str, **fields) -> None:
        now = EPOCH + timedelta(seconds=asyncio.get_running_loop().time())
        self.queue.put_nowait(LogEvent(kind=kind, at=now.isoformat(timespec="milliseconds"), **fields))

    async def _collect(self, batch: list) -> None:
        while len(batch) < self.size:
            batch.append(await self.queue.get())

    async def _run(self) -> None:
        while True:
            batch: list[LogEvent] = []
            try:
                batch.append(await self.queue.get())
                async with asyncio.timeout(self.seconds):
                    await self._collect(batch)
            except TimeoutError:
                pass
            except asyncio.QueueShutDown:
                if not batch:
                    break
            self.write(batch)


def write(batch: list[LogEvent]) -> None:
    print(f"--- {len(batch)} event(s) at {asyncio.get_running_loop().time():.2f}")
    for event in batch:
        print(json.dumps({key: value for key, value in asdict(event).items() if value}, sort_keys=True))


async def main() -> None:
    async with Batcher(write, size=5, seconds=1.0) as log:
        log.emit("start", tags=["boot", "déjà vu"])
        for number in range(7):
            await asyncio.sleep(0.125)
            log.emit("click", user=f"user-{number % 3}")
        await asyncio.sleep(2)
        log.emit("stop")
    try:
        log.emit("late")
    except asyncio.QueueShutDown as error:
        print(repr(error))


if __name__ == "__main__":
    asyncio.run(main())

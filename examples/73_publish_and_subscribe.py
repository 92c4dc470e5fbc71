# title: Publish and subscribe
# group: Small programs
# look for: Each subscriber has a queue of its own and its own pace; the slow one drops what it cannot take.
# from: Simul

import asyncio
import contextlib
import fnmatch
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import count

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Message:
    topic: str
    body: dict
    number: int = field(default_factory=lambda: next(_numbers))


class Broker:
    def __init__(self, backlog: int = 2) -> None:
        self._queues: dict[str, set[asyncio.Queue]] = defaultdict(set)
        self.backlog = backlog
        self.dropped = 0

    @contextlib.asynccontextmanager
    async def subscribe(self, pattern: str) -> AsyncIterator[asyncio.Queue]:
        queue: asyncio.Queue = asyncio.Queue(self.backlog)
        self._queues[pattern].add(queue)
        print(f"+ {pattern}")
        try:
            yield queue
        finally:
            self._queues[pattern].discard(queue)
            print(f"- {pattern}")

    async def publish(self, topic: str, **body) -> int:
        message, reached = Message(topic, body), 0
        for pattern, queues in self._queues.items():
            if not fnmatch.fnmatch(topic, pattern):
                continue
            for queue in queues:
                try:
                    queue.put_nowait(message)
                    reached += 1
                except asyncio.QueueFull:
                    self.dropped += 1
        await asyncio.sleep(0)
        return reached


async def listen(broker: Broker, pattern: str, pace: float, limit: int) -> list[int]:
    seen = []
    async with broker.subscribe(pattern) as inbox:
        while len(seen) < limit:
            message = await inbox.get()
            print(f"  {pattern:<9} #{message.number} {message.topic} {message.body}")
            seen.append(message.number)
            await asyncio.sleep(pace)
    return seen


async def main() -> None:
    broker = Broker()
    listeners = {
        pattern: asyncio.create_task(listen(broker, pattern, pace, limit))
        for pattern, pace, limit in [("order.*", 0.05, 4), ("*.paid", 0.0, 2), ("*", 0.45, 3)]
    }
    await asyncio.sleep(0)
    for topic, body in [
        ("order.new", {"id": 1, "items": 3}),
        ("order.paid", {"id": 1, "amount": 49.9}),
        ("user.new", {"name": "Ada"}),
        ("order.new", {"id": 2, "items": 1}),
        ("order.paid", {"id": 2, "amount": 12.0}),
    ]:
        reached = await broker.publish(topic, **body)
        print(f"{topic}: {reached} subscriber{'s' * (reached != 1)}")
        await asyncio.sleep(0.1)
    seen = dict(zip(listeners, await asyncio.gather(*listeners.values())))
    print(f"{seen = }")
    print(f"{broker.dropped = }")


asyncio.run(main())

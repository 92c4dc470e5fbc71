# title: A heartbeat and its watchdog
# group: Small programs
# look for: Each beat moves the watchdog's deadline; when the device falls silent, nobody moves it any more.
# from: Simul

import asyncio
import random
import time
from typing import Awaitable, Callable


class Watchdog:
    """Calls back if it has not been fed for `limit` seconds."""

    def __init__(self, limit: float, on_silence: Callable[[float], Awaitable[None]]) -> None:
        self.limit = limit
        self._on_silence = on_silence
        self._last = time.monotonic()
        self._task: asyncio.Task | None = None

    def feed(self) -> None:
        self._last = time.monotonic()

    def start(self) -> None:
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        if self._task and not self._task.done():
            self._task.cancel()
            try:
                await self._task
            except asyncio.CancelledError:
                print("watchdog: called off")

    async def _watch(self) -> None:
        while True:
            left = self._last + self.limit - time.monotonic()
            if left <= 0:
                await self._on_silence(self.limit - left)
                return
            await asyncio.sleep(left)


class Device:
    def __init__(self, name: str, beats: int, rng: random.Random) -> None:
        self.name, self.beats, self.rng = name, beats, rng

    async def run(self, watchdog: Watchdog) -> None:
        for beat in range(1, self.beats + 1):
            await asyncio.sleep(self.rng.triangular(0.3, 0.9, 0.5))
            watchdog.feed()
            print(f"[{time.monotonic():5.2f}] {self.name}: beat {beat}")
        await asyncio.sleep(1.5)
        print(f"[{time.monotonic():5.2f}] {self.name}: stopped")


async def supervise(device: Device) -> str:
    alarm = asyncio.Event()

    async def on_silence(seconds: float) -> None:
        print(f"[{time.monotonic():5.2f}] !! {device.name} silent for {seconds:.2f} s")
        alarm.set()

    watchdog = Watchdog(1.0, on_silence)
    watchdog.start()
    runner = asyncio.create_task(device.run(watchdog))
    waiter = asyncio.create_task(alarm.wait())
    done, pending = await asyncio.wait({runner, waiter}, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await watchdog.stop()
    return "restart" if waiter in done else "ok"


async def main() -> None:
    rng = random.Random(42)
    for name, beats in (("sensor", 4), ("pump", 2)):
        verdict = await supervise(Device(name, beats, rng))
        print(f"{name}: {verdict!r}")


asyncio.run(main())

# title: A graceful shutdown
# group: Small programs
# look for: At 2.0 s the order to stop arrives: nothing new begins, what runs may end, and who takes too long is cancelled.
# from: Simul

import asyncio
import logging
import sys
from contextlib import AsyncExitStack, asynccontextmanager, suppress

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="{relativeCreated:6.0f} {levelname[0]} {name}: {message}", style="{")
logging.getLogger("asyncio").setLevel(logging.WARNING)
log = logging.getLogger("app")


class Server:
    def __init__(self, grace: float) -> None:
        self.grace = grace
        self.stopping = asyncio.Event()
        self.requests: set[asyncio.Task] = set()

    def handle(self, name: str, seconds: float) -> None:
        if self.stopping.is_set():
            log.warning("refused %s", name)
            return
        task = asyncio.create_task(self._request(name, seconds), name=name)
        self.requests.add(task)
        task.add_done_callback(self.requests.discard)

    async def _request(self, name: str, seconds: float) -> None:
        log.debug("%s begins", name)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            log.error("%s cut off", name)
            raise
        else:
            log.debug("%s ends", name)

    async def drain(self) -> None:
        self.stopping.set()
        log.info("draining %d request(s): %s", len(self.requests), sorted(task.get_name() for task in self.requests))
        if self.requests:
            _, late = await asyncio.wait(self.requests, timeout=self.grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


@asynccontextmanager
async def resource(name: str):
    log.info("open %s", name)
    yield name.upper()
    await asyncio.sleep(0.1)
    log.info("close %s", name)


async def clients(server: Server) -> None:
    for number, seconds in enumerate([0.5, 2.5, 1.5, 9.0, 0.7], start=1):
        server.handle(f"request-{number}", seconds)
        await asyncio.sleep(0.6)


async def ticker() -> None:
    while True:
        await asyncio.sleep(1)
        log.debug("tick")


async def main() -> None:
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(name)) for name in ("database", "cache")]
        log.info("ready with %s", " and ".join(names))
        server = Server(grace=1.5)
        stack.push_async_callback(server.drain)
        background = asyncio.create_task(ticker())
        traffic = asyncio.create_task(clients(server))

        asyncio.get_running_loop().call_later(2.0, server.stopping.set)
        await server.stopping.wait()
        log.info("told to stop")
        background.cancel()
        with suppress(asyncio.CancelledError):
            await background
        await traffic
    log.info("good-bye")


asyncio.run(main())

# title: A cache with one flight for all
# group: Small programs
# look for: Three ask for the same user at once, one query goes out and all three get its answer; a failure is not kept.
# from: Simul

import asyncio
import time
from collections import Counter
from functools import wraps
from typing import Any, Awaitable, Callable, Generic, NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")


class Entry(NamedTuple):
    value: Any
    expires: float

    @property
    def fresh(self) -> bool:
        return time.monotonic() < self.expires


class SingleFlight(Generic[V]):
    def __init__(self, ttl: float) -> None:
        self.ttl = ttl
        self.stats: Counter[str] = Counter()
        self._entries: dict[Any, Entry] = {}
        self._flights: dict[Any, asyncio.Future[V]] = {}

    async def get(self, key: Any, load: Callable[[], Awaitable[V]]) -> V:
        entry = self._entries.get(key)
        if entry is not None and entry.fresh:
            self.stats["hit"] += 1
            return entry.value
        if (flight := self._flights.get(key)) is not None:
            self.stats["joined"] += 1
            return await asyncio.shield(flight)
        self.stats["miss"] += 1
        flight = asyncio.ensure_future(load())
        self._flights[key] = flight
        flight.add_done_callback(lambda _: self._flights.pop(key, None))
        value = await asyncio.shield(flight)
        self._entries[key] = Entry(value, time.monotonic() + self.ttl)
        return value


def cached(ttl: float) -> Callable[[Callable[P, Awaitable[R]]], Callable[P, Awaitable[R]]]:
    def decorate(func: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        cache: SingleFlight[R] = SingleFlight(ttl)

        @wraps(func)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            key = (args, tuple(sorted(kwargs.items())))
            return await cache.get(key, lambda: func(*args, **kwargs))

        wrapper.stats = cache.stats
        return wrapper

    return decorate


@cached(ttl=2.0)
async def load_user(user_id: int, *, deep: bool = False) -> dict[str, Any]:
    print(f"  {time.monotonic():.1f}s query for user {user_id}{' (deep)' if deep else ''}")
    await asyncio.sleep(0.5)
    if user_id == 13:
        raise LookupError(f"no user {user_id}")
    return {"id": user_id, "name": "Ada Bob Cleo".split()[user_id - 1], "loaded": time.monotonic()}


async def main() -> None:
    print(await asyncio.gather(*(load_user(1) for _ in range(3))))
    print(await load_user(1), await load_user(2, deep=True))
    await asyncio.sleep(2)
    print(await load_user(1))
    print(await asyncio.gather(load_user(13), load_user(13), return_exceptions=True))
    try:
        await load_user(13)
    except LookupError as error:
        print(f"{error!r}")
    print(load_user.__name__, dict(load_user.stats), load_user.stats.most_common(1))


asyncio.run(main())

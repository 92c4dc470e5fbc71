import asyncio
import functools
import inspect
import logging
import random
from typing import Awaitable, Callable, ParamSpec, TypeVar, overload

P = ParamSpec("P")
R = TypeVar("R")

logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s %(name)s:%(funcName)s:%(lineno)d %(message)s")
log = logging.getLogger(__name__)


class RetryError(Exception):
    """All attempts failed."""

    def __init__(self, attempts: int, last: BaseException):
        super().__init__(f"gave up after {attempts} attempts")
        self.attempts = attempts
        self.last = last


def retry(
    *exceptions: type[BaseException],
    tries: int = 3,
    delay: float = 0.1,
    backoff: float = 2.0,
    jitter: float = 0.0,
    on_retry: Callable[[int, BaseException], None] | None = None,
):
    exceptions = exceptions or (Exception,)

    def decorator(fn: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        if not inspect.iscoroutinefunction(fn):
            raise TypeError(f"{fn.__qualname__} must be a coroutine function")

        @functools.wraps(fn)
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            wait = delay
            for attempt in range(1, tries + 1):
                try:
                    return await fn(*args, **kwargs)
                except exceptions as exc:
                    if attempt == tries:
                        log.error("%s failed for good: %r", fn.__name__, exc)
                        raise RetryError(attempt, exc) from exc
                    log.warning("%s attempt %d/%d: %s", fn.__name__, attempt, tries, exc)
                    if on_retry:
                        on_retry(attempt, exc)
                    await asyncio.sleep(wait + random.uniform(0, jitter))
                    wait *= backoff
            assert False, "unreachable"
        wrapper.retries = tries
        return wrapper
    return decorator


calls = 0


@retry(ConnectionError, TimeoutError, tries=4, on_retry=lambda n, e: print("retry", n, type(e).__name__))
async def flaky(x: int, *, until: int = 3) -> str:
    """Fails a few times."""
    global calls
    calls += 1
    if calls < until:
        raise ConnectionError(f"call {calls}")
    return f"{x}!"


@retry(tries=2, delay=0.05)
async def never() -> None:
    async with asyncio.timeout(0.01):
        await asyncio.sleep(1)


async def main():
    print(await flaky(7, until=4))
    print(flaky.__name__, flaky.__doc__, flaky.retries, inspect.signature(flaky), flaky.__wrapped__.__qualname__)
    try:
        await never()
    except RetryError as e:
        print(repr(e), e.attempts, repr(e.last), repr(e.__cause__))
        log.exception("never()")
    try:
        @retry()
        def sync():
            pass
    except TypeError as e:
        print(e)
    log.debug("done %s", {"calls": calls})

asyncio.run(main())

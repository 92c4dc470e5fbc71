# title: A circuit breaker
# group: Small programs
# look for: After three failures in a row no call goes out for two seconds; then one is let through to try.
# from: Simul

import asyncio
import functools
import time
from enum import Enum, auto


class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    HALF_OPEN = auto()


class CircuitOpen(Exception):
    def __init__(self, name: str, seconds: float) -> None:
        super().__init__(f"{name} is resting for another {seconds:.1f} s")
        self.seconds = seconds


class CircuitBreaker:
    def __init__(self, *, failures: int = 3, reset_after: float = 2.0) -> None:
        self.max_failures = failures
        self.reset_after = reset_after
        self.failures = 0
        self.opened_at: float | None = None

    @property
    def state(self) -> State:
        if self.opened_at is None:
            return State.CLOSED
        if time.monotonic() - self.opened_at >= self.reset_after:
            return State.HALF_OPEN
        return State.OPEN

    def __call__(self, func):
        @functools.wraps(func)
        async def guarded(*args, **kwargs):
            if self.state is State.OPEN:
                raise CircuitOpen(func.__name__, self.opened_at + self.reset_after - time.monotonic())
            try:
                result = await func(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.max_failures:
                    self.opened_at = time.monotonic()
                raise
            else:
                self.failures, self.opened_at = 0, None
                return result

        return guarded


breaker = CircuitBreaker()


@breaker
async def fetch_price(symbol: str) -> float:
    """Asks a service that is down between 1 s and 5 s."""
    await asyncio.sleep(0.2)
    if 1.0 <= time.monotonic() < 5.0:
        raise ConnectionError(f"no route to {symbol.lower()}.example")
    return 100 + time.monotonic()


async def main() -> None:
    print(f"{fetch_price.__name__}: {fetch_price.__doc__}")
    for attempt in range(1, 15):
        try:
            price = await fetch_price("ACME")
        except CircuitOpen as error:
            outcome = f"refused: {error}"
        except ConnectionError as error:
            outcome = f"failed: {error}"
        else:
            outcome = f"{price:.2f}"
        print(f"{time.monotonic():4.1f}s #{attempt:<2} {breaker.state.name:<9} {outcome}")
        await asyncio.sleep(0.3)


if __name__ == "__main__":
    asyncio.run(main())

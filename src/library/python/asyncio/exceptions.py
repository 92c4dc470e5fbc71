"""What asyncio raises. Mirrors CPython's Lib/asyncio/exceptions.py; the first names are made with the loop."""
import asyncio
from asyncio import CancelledError, InvalidStateError

__all__ = ("BrokenBarrierError", "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError",
           "SendfileNotAvailableError")

TimeoutError = TimeoutError     # since 3.11 the built-in one


class SendfileNotAvailableError(RuntimeError):
    """There is no sendfile for this."""


class IncompleteReadError(EOFError):
    """The stream ended before what was asked for: `partial` is what there was, `expected` how much it should have been."""

    def __init__(self, partial, expected):
        total = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {total} expected bytes")
        self.partial, self.expected = partial, expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """The buffer's limit was met while looking for a separator: `consumed` bytes can be read."""

    def __init__(self, message, consumed):
        self.consumed = consumed
        super().__init__(message)

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


def __getattr__(name):
    return getattr(asyncio, name)

"""The states of a future by name; isfuture() is the loop's own. Mirrors CPython's Lib/asyncio/base_futures.py."""
from asyncio import isfuture

__all__ = ()

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"

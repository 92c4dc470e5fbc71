"""The loop's own; see asyncio."""
from asyncio import iscoroutinefunction, iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")

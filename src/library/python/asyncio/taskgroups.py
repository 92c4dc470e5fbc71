"""The loop's own; see asyncio."""
from asyncio import TaskGroup

__all__ = ("TaskGroup",)

"""The loop's own; see asyncio."""
from asyncio import Runner, run

__all__ = ("Runner", "run")

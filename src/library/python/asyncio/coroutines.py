"""The loop's own; see asyncio."""
import os
import sys
from asyncio import iscoroutinefunction, iscoroutine

__all__ = ("iscoroutinefunction", "iscoroutine")


def _is_debug_mode():
    flags = sys.flags
    return flags.dev_mode or not flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG"))

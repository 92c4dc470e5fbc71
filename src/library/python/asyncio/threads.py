"""Functions in threads. Mirrors CPython's Lib/asyncio/threads.py."""
import asyncio
import contextvars
from _simul_call import Call

__all__ = ("to_thread",)


async def to_thread(func, /, *args, **kwargs):
    """Runs func(*args, **kwargs) in a thread of the loop's pool, with a copy of this task's context; its result."""
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()
    return await loop.run_in_executor(None, Call(context, func, args, kwargs))

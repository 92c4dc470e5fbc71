"""A small model of aiofiles.ospath: calls of os.path that are awaited, each on a thread."""
import asyncio
import os.path as _path
from functools import partial, wraps

__all__ = ["exists", "getsize", "isdir", "isfile"]


def _awaited(func):
    @wraps(func)
    async def run(*args, loop=None, executor=None, **kwargs):
        return await (loop or asyncio.get_running_loop()).run_in_executor(executor, partial(func, *args, **kwargs))
    return run


exists, getsize, isdir, isfile = (_awaited(getattr(_path, name)) for name in __all__)

"""A small model of aiofiles.os: calls of os that are awaited, each on a thread."""
import asyncio
import os as _os
from functools import partial, wraps

from . import ospath as path

__all__ = ["path"]


def wrap(func):
    @wraps(func)
    async def run(*args, loop=None, executor=None, **kwargs):
        return await (loop or asyncio.get_running_loop()).run_in_executor(executor, partial(func, *args, **kwargs))
    return run


for _name in ("access", "getcwd", "listdir", "makedirs", "mkdir", "remove", "removedirs", "rename", "renames", "replace", "rmdir", "scandir",
              "stat", "unlink"):
    try:
        globals()[_name] = wrap(getattr(_os, _name))
        __all__.append(_name)
    except AttributeError:    # Simul's folder in memory has no such thing
        pass


def __getattr__(name):
    raise AttributeError(f"Simul's aiofiles.os has no {name!r}: it is a model, over a folder in memory")

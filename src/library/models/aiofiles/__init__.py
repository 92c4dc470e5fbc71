"""A small model of the library aiofiles: open() and its files, whose calls are awaited and take turns with other tasks.

Each call goes to a thread and back, as aiofiles does it; the folder is the one of the built-in open().
"""
import asyncio
from functools import partial

__all__ = ["open"]
_real = open

_INSTANT = ("closed", "name", "mode", "encoding", "errors", "newlines", "buffer", "line_buffering")
_AWAITED = ("close", "flush", "isatty", "read", "read1", "readall", "readable", "readinto", "readline", "readlines", "seek", "seekable",
            "tell", "truncate", "writable", "write", "writelines", "peek")


class _AsyncFile:
    def __init__(self, file, loop, executor):
        self._file = file
        self._loop = loop
        self._executor = executor

    def __getattr__(self, name):
        if name in _AWAITED:
            call = getattr(self._file, name)

            async def method(*args, **kwargs):
                return await self._loop.run_in_executor(self._executor, partial(call, *args, **kwargs))
            return method
        if name in _INSTANT:
            return getattr(self._file, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class _Opening:
    """What open() gives: to be awaited, or the target of `async with`."""

    def __init__(self, call, loop, executor):
        self._call = call
        self._loop = loop
        self._executor = executor
        self._file = None

    async def _open(self):
        loop = self._loop or asyncio.get_running_loop()
        return _AsyncFile(await loop.run_in_executor(self._executor, self._call), loop, self._executor)

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._file = await self._open()
        return self._file

    async def __aexit__(self, *exc):
        await self._file.close()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None):
    return _Opening(partial(_real, file, mode, buffering, encoding, errors, newline, closefd, opener), loop, executor)

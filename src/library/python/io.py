"""Streams in memory. Mirrors what programs use of CPython's Lib/io.py: StringIO and BytesIO; the rest needs files."""
import abc
from _io import BytesIO, StringIO, UnsupportedOperation

__all__ = ["StringIO", "BytesIO", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "TextIOBase",
           "RawIOBase", "BufferedIOBase"]

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class IOBase(metaclass=abc.ABCMeta):
    pass


class TextIOBase(IOBase):
    pass


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


TextIOBase.register(StringIO)
BufferedIOBase.register(BytesIO)


def __getattr__(name):
    if name in ("TextIOWrapper", "FileIO", "BufferedReader", "BufferedWriter", "open"):
        raise AttributeError(f"Simul's io has no {name}: it needs files (io.StringIO and io.BytesIO are here)")
    raise AttributeError(f"module 'io' has no attribute {name!r}")

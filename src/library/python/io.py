"""Streams in memory, and files in a folder in memory. Mirrors what programs use of CPython's Lib/io.py."""
import abc
from _io import BytesIO, StringIO, UnsupportedOperation
from _simul_files import BufferedRandom, BufferedReader, BufferedWriter, TextIOWrapper
from builtins import open

__all__ = ["StringIO", "BytesIO", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "TextIOBase",
           "RawIOBase", "BufferedIOBase", "TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "open"]

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


for _each in (StringIO, TextIOWrapper):
    TextIOBase.register(_each)
for _each in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom):
    BufferedIOBase.register(_each)


def __getattr__(name):
    if name in ("FileIO", "BufferedRWPair", "open_code", "text_encoding"):
        raise AttributeError(f"Simul's io has no {name} (nearest: open(), io.StringIO, io.BytesIO)")
    raise AttributeError(f"module 'io' has no attribute {name!r}")

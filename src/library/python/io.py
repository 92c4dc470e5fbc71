"""Streams in memory, and files in a folder in memory. Mirrors what programs use of CPython's Lib/io.py."""
import abc
import sys
import _io
from _io import BytesIO, StringIO, UnsupportedOperation
from _simul_files import BufferedRandom, BufferedReader, BufferedRWPair, BufferedWriter, FileIO, TextIOWrapper
from builtins import open

__all__ = ["StringIO", "BytesIO", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "IOBase", "TextIOBase",
           "RawIOBase", "BufferedIOBase", "TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "BufferedRWPair", "FileIO",
           "open", "open_code", "text_encoding"]

BlockingIOError = BlockingIOError
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class IOBase(_io._IOBase, metaclass=abc.ABCMeta):
    pass


class RawIOBase(_io._RawIOBase, IOBase):
    pass


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    pass


class TextIOBase(_io._TextIOBase, IOBase):
    pass


RawIOBase.register(FileIO)
for _each in (StringIO, TextIOWrapper, type(sys.__stdout__)):
    TextIOBase.register(_each)
for _each in (BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair):
    BufferedIOBase.register(_each)


def text_encoding(encoding, stacklevel=2, /):
    return "locale" if encoding is None else encoding


open_code = lambda path: open(path, "rb")


def __getattr__(name):
    if name == "IncrementalNewlineDecoder":
        raise AttributeError(f"Simul's io has no {name} (nearest: io.TextIOWrapper, or str.splitlines())")
    raise AttributeError(f"module 'io' has no attribute {name!r}")

"""CPython's Modules/zlibmodule.c for its checksums. What its compressors write depends on zlib's own choices, bit by bit."""
from binascii import crc32, _octets


class error(Exception):
    pass


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16 & 0xFFFF
    for each in _octets(data):
        low = (low + each) % 65521
        high = (high + low) % 65521
    return high << 16 | low


def __getattr__(name):
    if name in ("compress", "decompress", "compressobj", "decompressobj"):
        raise AttributeError(f"Simul's zlib has no {name}(): it knows checksums only (instead: leave the bytes as they are)")
    raise AttributeError(f"module 'zlib' has no attribute {name!r}")

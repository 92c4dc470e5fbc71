"""CPython's Modules/binascii.c: bytes as digits and letters, and two checksums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def __getattr__(name):
    if name in ("a2b_qp", "b2a_qp", "a2b_uu", "b2a_uu", "rlecode_hqx"):
        raise AttributeError(f"Simul's binascii has no {name}: it knows hex and base64 only (instead: b2a_base64, a2b_base64)")
    raise AttributeError(f"module 'binascii' has no attribute {name!r}")


def _octets(data):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}") from None


def _letters(data):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode()
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("argument should be bytes, buffer or ASCII string, not " + repr(type(data).__name__)) from None


def b2a_hex(data, sep="", bytes_per_sep=1):
    if isinstance(sep, str) and len(sep) == 1 and "\x7f" < sep < "\u0100":    # which bytes.hex() refuses
        return _octets(data).hex("-", bytes_per_sep).encode().replace(b"-", sep.encode("latin-1"))
    return (_octets(data).hex(sep, bytes_per_sep) if sep else _octets(data).hex()).encode()


def a2b_hex(hexstr, /):
    text = _letters(hexstr)
    if len(text) % 2:
        raise Error("Odd-length string")
    for each in text:
        if each not in b"0123456789abcdefABCDEF":
            raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text.decode())


hexlify, unhexlify = b2a_hex, a2b_hex


def b2a_base64(data, /, *, newline=True):
    import base64
    return base64.b64encode(_octets(data)) + (b"\n" if newline else b"")


def a2b_base64(data, /, *, strict_mode=False):
    import base64
    return base64.b64decode(_letters(data), validate=strict_mode)


_TABLE = []


def crc32(data, crc=0, /):
    if not _TABLE:
        for n in range(256):
            for _ in range(8):
                n = n >> 1 ^ 0xEDB88320 if n & 1 else n >> 1
            _TABLE.append(n)
    crc = ~crc & 0xFFFFFFFF
    for each in _octets(data):
        crc = crc >> 8 ^ _TABLE[(crc ^ each) & 255]
    return crc ^ 0xFFFFFFFF


def crc_hqx(data, crc, /):
    crc &= 0xFFFF
    for each in _octets(data):
        crc ^= each << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc

"""CPython's Modules/_struct.c: numbers and strings as bytes. The machine is little-endian with 64 bits, as the pages of
CPython's answers are."""
import math as _math

_NATIVE = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "e": 2, "i": 4, "I": 4, "f": 4, "l": 8, "L": 8, "q": 8, "Q": 8,
           "d": 8, "n": 8, "N": 8, "P": 8, "s": 1, "p": 1}
_STANDARD = {**_NATIVE, "l": 4, "L": 4}
del _STANDARD["n"], _STANDARD["N"], _STANDARD["P"]
# Bits of exponent and of fraction.
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


class error(Exception):
    pass


error.__module__ = "struct"


def _float_bits(value, code, native):
    exponent_bits, fraction_bits = _FLOATS[code]
    bias = (1 << exponent_bits - 1) - 1
    sign = 1 << exponent_bits + fraction_bits if _math.copysign(1.0, value) < 0 else 0
    infinity = ((1 << exponent_bits) - 1) << fraction_bits
    if value != value:
        return sign | infinity | 1 << fraction_bits - 1
    value = abs(value)
    if value == _math.inf:
        return sign | infinity
    if value == 0:
        return sign
    fraction, exponent = _math.frexp(value)
    exponent = max(exponent - 1, 1 - bias)
    bits = round(_math.ldexp(value, fraction_bits - exponent))
    # A fraction that was rounded up to the next power of two carries into the exponent by itself.
    bits += (exponent + bias - 1) << fraction_bits
    if bits >= infinity:
        if native and code == "f":
            return sign | infinity
        raise OverflowError(f"float too large to pack with {code} format")
    return sign | bits


def _float_from(bits, code):
    exponent_bits, fraction_bits = _FLOATS[code]
    fraction = bits & (1 << fraction_bits) - 1
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    sign = -1.0 if bits >> exponent_bits + fraction_bits else 1.0
    if exponent == (1 << exponent_bits) - 1:
        return sign * (_math.nan if fraction else _math.inf)
    if exponent:
        fraction |= 1 << fraction_bits
    else:
        exponent = 1
    return sign * _math.ldexp(float(fraction), exponent - (1 << exponent_bits - 1) + 1 - fraction_bits)


def _parse(format):
    """(size, byte order, native?, [(code, offset, size)...])"""
    order, native, sizes, at = "little", True, _NATIVE, 0
    if format[:1] in ("@", "=", "<", ">", "!"):
        at, native = 1, format[0] == "@"
        order = "big" if format[0] in ">!" else "little"
        sizes = _NATIVE if native else _STANDARD
    items, offset = [], 0
    while at < len(format):
        if format[at].isspace():
            at += 1
            continue
        begin = at
        while at < len(format) and "0" <= format[at] <= "9":
            at += 1
        repeat = int(format[begin:at]) if at > begin else 1
        if at == len(format):
            raise error("repeat count given without format specifier")
        code = format[at]
        at += 1
        if code not in sizes:
            raise error("bad char in struct format")
        size = sizes[code]
        if repeat * size >= 1 << 63:
            raise error("total struct size too long")
        if native:
            offset += -offset % size
        if code in "sp":
            items.append((code, offset, repeat))
        elif code != "x":
            for i in range(repeat):
                items.append((code, offset + i * size, size))
        offset += repeat * size
    return offset, order, native, items


def _pack_one(code, size, order, native, value):
    if code in _FLOATS:
        try:
            value = float(value) if not isinstance(value, (str, bytes, bytearray)) else None
        except TypeError:
            value = None
        if value is None:
            raise error("required argument is not a float")
        return _float_bits(value, code, native).to_bytes(size, order)
    if code == "?":
        return b"\1" if value else b"\0"
    if code == "c":
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return bytes(value)
    if code in "sp":
        if not isinstance(value, (bytes, bytearray)):
            raise error(f"argument for '{code}' must be a bytes object")
        if code == "s":
            return bytes(value[:size]).ljust(size, b"\0")
        if not size:
            return b""
        kept = bytes(value[:size - 1])
        return (bytes([min(len(kept), 255)]) + kept).ljust(size, b"\0")
    if not isinstance(value, int):
        try:
            value = value.__index__()
        except AttributeError:
            raise error("required argument is not an integer") from None
    signed = code in "bhilqn"
    least = -(1 << 8 * size - 1) if signed else 0
    if not least <= value < least + (1 << 8 * size):
        raise error(f"'{code}' format requires {least} <= number <= {least + (1 << 8 * size) - 1}")
    return value.to_bytes(size, order, signed=signed)


def _unpack_one(code, data, order):
    if code in _FLOATS:
        return _float_from(int.from_bytes(data, order), code)
    if code == "?":
        return data != b"\0"
    if code in "cs":
        return data
    if code == "p":
        return data[1:1 + data[0]] if data else b""
    return int.from_bytes(data, order, signed=code in "bhilqn")


def _bytes(buffer):
    if isinstance(buffer, bytes):
        return buffer
    if not isinstance(buffer, (bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
    return bytes(buffer)


class Struct:
    __module__ = "_struct"
    __slots__ = ("_format", "_size", "_order", "_native", "_items", "__weakref__")

    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode("latin-1")
        elif not isinstance(format, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self._format = format
        self._size, self._order, self._native, self._items = _parse(format)

    def __repr__(self):
        return f"{type(self).__name__}({self._format!r})"

    @property
    def format(self):
        return self._format

    @property
    def size(self):
        return self._size

    def _pack(self, what, values):
        items = self._items
        if len(values) != len(items):
            raise error(f"{what} expected {len(items)} items for packing (got {len(values)})")
        out, at = [], 0
        for (code, offset, size), value in zip(items, values):
            out.append(bytes(offset - at))
            out.append(_pack_one(code, size, self._order, self._native, value))
            at = offset + size
        out.append(bytes(self._size - at))
        return b"".join(out)

    def _unpack(self, data, base):
        order = self._order
        return tuple([_unpack_one(code, data[base + offset:base + offset + size], order) for code, offset, size in self._items])

    def pack(self, *values):
        return self._pack("pack", values)

    def pack_into(self, buffer, offset, /, *values):
        if not isinstance(buffer, (bytearray, memoryview)):
            raise TypeError(f"argument must be read-write bytes-like object, not {type(buffer).__name__}")
        data = self._pack("pack_into", values)
        have, size = len(buffer), self._size
        if offset < 0:
            if offset + size > 0:
                raise error(f"no space to pack {size} bytes at offset {offset}")
            if offset + have < 0:
                raise error(f"offset {offset} out of range for {have}-byte buffer")
            offset += have
        if have - offset < size:
            raise error(f"pack_into requires a buffer of at least {size + offset} bytes for packing {size} bytes at offset {offset} "
                        f"(actual buffer size is {have})")
        buffer[offset:offset + size] = data

    def unpack(self, buffer, /):
        data = _bytes(buffer)
        if len(data) != self._size:
            raise error(f"unpack requires a buffer of {self._size} bytes")
        return self._unpack(data, 0)

    def unpack_from(self, /, buffer, offset=0):
        data = _bytes(buffer)
        have, size = len(data), self._size
        if offset < 0:
            if offset + size > 0:
                raise error(f"not enough data to unpack {size} bytes at offset {offset}")
            if offset + have < 0:
                raise error(f"offset {offset} out of range for {have}-byte buffer")
            offset += have
        if have - offset < size:
            raise error(f"unpack_from requires a buffer of at least {size + offset} bytes for unpacking {size} bytes at offset "
                        f"{offset} (actual buffer size is {have})")
        return self._unpack(data, offset)

    def iter_unpack(self, buffer, /):
        data = _bytes(buffer)
        if not self._size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self._size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self._size} bytes")
        return unpack_iterator(self, data)


class unpack_iterator:
    __module__ = "_struct"
    __slots__ = ("_struct", "_data", "_at")

    def __init__(self, struct, data):
        self._struct, self._data, self._at = struct, data, 0

    def __iter__(self):
        return self

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._struct._size

    def __next__(self):
        if self._at >= len(self._data):
            raise StopIteration
        found = self._struct._unpack(self._data, self._at)
        self._at += self._struct._size
        return found


_made = {}


def _struct(format):
    try:
        return _made[format]
    except (KeyError, TypeError):
        made = Struct(format)
        if len(_made) > 100:
            _made.clear()
        _made[format] = made
        return made


def pack(format, /, *values):
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)


def calcsize(format, /):
    return _struct(format).size


def _clearcache():
    _made.clear()

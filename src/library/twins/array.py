"""CPython's Modules/arraymodule.c: numbers of one kind, kept as their bytes would be."""
import struct as _struct
from _operator import index as _index
from _collections_abc import MutableSequence as _MutableSequence
from _simul import c_class

typecodes = "bBuwhHiIlLqQfd"
_SIZES = {"b": 1, "B": 1, "u": 4, "w": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
_NAMES = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer", "H": "unsigned short", "i": "signed integer",
          "I": "unsigned int"}


def _checked(code, value):
    """The value as an array of that kind keeps it."""
    if code in "uw":
        if not isinstance(value, str):
            raise TypeError("array item must be unicode character")
        if len(value) != 1:
            raise TypeError("array item must be unicode character")
        return value
    if code in "fd":
        if isinstance(value, (str, bytes, complex)) or not (hasattr(type(value), "__float__") or hasattr(type(value), "__index__")):
            raise TypeError(f"must be real number, not {type(value).__name__}")
        value = float(value)
        return _struct.unpack("f", _struct.pack("f", value))[0] if code == "f" else value
    value = _index(value)
    bits = _SIZES[code] * 8
    low, high = (0, (1 << bits) - 1) if code.isupper() else (-1 << bits - 1, (1 << bits - 1) - 1)
    if low <= value <= high:
        return value
    if code in "lq":
        raise OverflowError("Python int too large to convert to C long" if code == "l" else "int too big to convert")
    if code in "LQ" or code == "I" and value < 0:
        raise OverflowError("can't convert negative value to unsigned int" if value < 0 else
                            "Python int too large to convert to C unsigned long" if code == "L" else "int too big to convert")
    side = "greater than maximum" if value > high else "less than minimum"
    raise OverflowError(f"{_NAMES[code]} is {side}")


@c_class
class array:
    __module__ = "array"
    __slots__ = ("typecode", "_items", "__weakref__")
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError("array.array() takes no keyword arguments")
        if not args:
            raise TypeError("array() takes at least 1 argument (0 given)")
        if len(args) > 2:
            raise TypeError(f"array() takes at most 2 arguments ({len(args)} given)")
        code, initial = args[0], args[1] if len(args) > 1 else ()
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError(f"array() argument 1 must be a unicode character, not {type(code).__name__}")
        if isinstance(initial, str) and code not in "uw":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
        if isinstance(initial, array) and initial.typecode in "uw" and code not in "uw":
            raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
        if code not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)")
        if code == "u":
            import warnings
            warnings.warn("The 'u' type code is deprecated and will be removed in Python 3.16", DeprecationWarning, 1)
        self = object.__new__(cls)
        self.typecode, self._items = code, []
        if isinstance(initial, (bytes, bytearray)):
            self.frombytes(initial)
        else:
            for each in initial:
                self.append(each)
        return self

    itemsize = property(lambda self: _SIZES[self.typecode])

    def _like(self, items):
        made = object.__new__(array)
        made.typecode, made._items = self.typecode, items
        return made

    def append(self, v, /):
        self._items.append(_checked(self.typecode, v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items += bb._items
            return
        for each in bb:
            self._items.append(_checked(self.typecode, each))

    def insert(self, i, v, /):
        self._items.insert(i, _checked(self.typecode, v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def clear(self):
        self._items.clear()

    def _format(self):
        return f"={len(self._items)}{self.typecode}"

    def tobytes(self):
        if self.typecode in "uw":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack(self._format(), *self._items)

    def frombytes(self, buffer, /):
        if isinstance(buffer, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        buffer = bytes(memoryview(buffer))
        count, rest = divmod(len(buffer), self.itemsize)
        if rest:
            raise ValueError("bytes length not a multiple of item size")
        self._items += buffer.decode("utf-32-le") if self.typecode in "uw" else _struct.unpack(f"={count}{self.typecode}", buffer)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        if n < 0:
            raise ValueError("negative count")
        said = f.read(n * self.itemsize)
        if not isinstance(said, bytes):
            raise TypeError("read() didn't return bytes")
        self.frombytes(said)
        if len(said) != n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tolist(self):
        return list(self._items)

    def fromlist(self, list, /):
        if type(list) is not type([]):
            raise TypeError("arg must be list")
        before = len(self._items)
        try:
            for each in list:
                self._items.append(_checked(self.typecode, each))
        except (TypeError, OverflowError):
            del self._items[before:]
            raise

    def tounicode(self):
        if self.typecode not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._items)

    def fromunicode(self, ustr, /):
        if self.typecode not in "uw":
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        if not isinstance(ustr, str):
            raise TypeError(f"fromunicode() argument must be str, not {type(ustr).__name__}")
        self._items += ustr

    def byteswap(self):
        turned = self.tobytes()
        size = self.itemsize
        self._items.clear()
        self.frombytes(b"".join([turned[at:at + size][::-1] for at in range(0, len(turned), size)]))

    def buffer_info(self):
        return id(self), len(self._items)

    def __bytes__(self):
        return self.tobytes()

    def __len__(self):
        return len(self._items)

    def _place(self, i, doing):
        if not -len(self._items) <= i < len(self._items):
            raise IndexError(f"array {doing}index out of range")
        return i

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._like(self._items[i])
        if not hasattr(type(i), "__index__"):
            raise TypeError("array indices must be integers")
        return self._items[self._place(_index(i), "")]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            if value.typecode != self.typecode:
                raise TypeError("bad argument type for built-in operation")
            self._items[i] = value._items
            return
        if not hasattr(type(i), "__index__"):
            raise TypeError("array indices must be integers")
        self._items[self._place(_index(i), "assignment ")] = _checked(self.typecode, value)

    def __delitem__(self, i):
        if not isinstance(i, slice):
            self._place(_index(i), "assignment ")
        del self._items[i]

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, v):
        return v in self._items

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._like(self._items * _index(n)) if hasattr(type(n), "__index__") else NotImplemented

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= _index(n)
        return self

    def _compared(self, other, compare):
        return compare(self._items, other._items) if isinstance(other, array) else NotImplemented

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce_ex__(self, protocol):
        return type(self), (self.typecode, self.tolist()), getattr(self, "__dict__", None)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)

    def __repr__(self):
        items = "" if not self._items else f", {self.tounicode() if self.typecode in 'uw' else self._items!r}"
        return f"{type(self).__name__}('{self.typecode}'{items})"


ArrayType = array
_MutableSequence.register(array)

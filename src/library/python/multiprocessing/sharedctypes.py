"""Numbers that all processes share. Mirrors what a program sees of CPython's Lib/multiprocessing/sharedctypes.py."""
from multiprocessing.process import _Shared
from multiprocessing.synchronize import RLock

_BITS = {"b": 8, "h": 16, "i": 32, "l": 64, "q": 64}


def _fitting(typecode):
    """A function that makes of a value what such a place holds."""
    kind = typecode if isinstance(typecode, str) else getattr(typecode, "__name__", str(typecode))
    if kind in ("d", "f"):
        def fit(value):
            if not isinstance(value, (int, float)):
                raise TypeError(f"must be real number, not {type(value).__name__}")
            value = float(value)
            if kind == "d":
                return value
            import struct
            return struct.unpack("f", struct.pack("f", value))[0]
        return fit, 0.0
    if kind == "c":
        def fit(value):
            if not isinstance(value, bytes) or len(value) != 1:
                raise TypeError("one character bytes, bytearray, or an integer in range(256) expected")
            return value
        return fit, b"\0"
    bits = _BITS.get(kind.lower())
    if bits is None:
        raise TypeError(f"Simul has no shared {kind!r}; it has b, h, i, l, q, their unsigned ones, f, d and c")

    def fit(value):
        if not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})")
        value = int(value) & (1 << bits) - 1
        return value - (1 << bits) if kind.islower() and value >> bits - 1 else value
    return fit, 0


class _Number(_Shared):
    def __init__(self, typecode, value=0, *more):
        self._fit, nothing = _fitting(typecode)
        self._value = self._fit(value) if value or value == b"" else nothing

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = self._fit(value)


class _Numbers(_Shared):
    def __init__(self, typecode, size_or_initializer):
        self._fit, nothing = _fitting(typecode)
        if isinstance(size_or_initializer, int):
            self._items = [nothing] * size_or_initializer
        else:
            self._items = [self._fit(each) for each in size_or_initializer]

    def __len__(self):
        return len(self._items)

    def __getitem__(self, place):
        if not isinstance(place, slice) and not -len(self._items) <= place < len(self._items):
            raise IndexError("invalid index")
        return self._items[place]

    def __setitem__(self, place, value):
        if isinstance(place, slice):
            values = [self._fit(each) for each in value]
            if len(values) != len(self._items[place]):
                raise ValueError("Can only assign sequence of same size")
            self._items[place] = values
            return
        if not -len(self._items) <= place < len(self._items):
            raise IndexError("invalid index")
        self._items[place] = self._fit(value)

    def __iter__(self):
        return iter(list(self._items))


class _Locked:
    def __init__(self, *args, lock):
        super().__init__(*args)
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class Synchronized(_Locked, _Number):
    pass


class SynchronizedArray(_Locked, _Numbers):
    pass


def RawValue(typecode_or_type, *args):
    return _Number(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):
    return _Numbers(typecode_or_type, size_or_initializer)


def _lock_of(lock):
    if lock is True or lock is None:
        return RLock()
    if not hasattr(lock, "acquire"):
        raise AttributeError("%r has no method 'acquire'" % lock)
    return lock


def Value(typecode_or_type, *args, lock=True):
    if lock is False:
        return RawValue(typecode_or_type, *args)
    return Synchronized(typecode_or_type, *args, lock=_lock_of(lock))


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    if lock is False:
        return RawArray(typecode_or_type, size_or_initializer)
    return SynchronizedArray(typecode_or_type, size_or_initializer, lock=_lock_of(lock))

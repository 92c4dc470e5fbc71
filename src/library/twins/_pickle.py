"""CPython's Modules/_pickle.c: objects as bytes, by the protocols 0 to 5, and back."""
from _simul_pickle_names import _NOTHING, PickleError, PicklingError, UnpicklingError
from _simul_pickle_reading import _Memory, Unpickler
from _simul_pickle_writing import Pickler


def dumps(obj=_NOTHING, protocol=None, *, fix_imports=True, buffer_callback=None):
    if obj is _NOTHING:
        raise TypeError("dumps() missing required argument 'obj' (pos 1)")
    pickler = Pickler.__new__(Pickler)
    pickler._prepare(protocol, fix_imports, buffer_callback)
    pickler._dump(obj)
    return bytes(pickler._out)


def dump(obj=_NOTHING, file=_NOTHING, protocol=None, *, fix_imports=True, buffer_callback=None):
    for place, name, given in ((1, "obj", obj), (2, "file", file)):
        if given is _NOTHING:
            raise TypeError(f"dump() missing required argument '{name}' (pos {place})")
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._prepare(fix_imports, encoding, errors)
    unpickler._file = _Memory(bytes(data))
    return unpickler.load()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()

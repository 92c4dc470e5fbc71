"""How pickle and copy make objects that cannot make themselves. Mirrors CPython's Lib/copyreg.py."""
from _simul import made_in_python as _made_in_python

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}


def _must_be_callable(value, what):
    if not callable(value):
        raise TypeError(f"{what} must be callable")


def pickle(ob_type, pickle_function, constructor_ob=None):
    _must_be_callable(pickle_function, "reduction functions")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    _must_be_callable(object, "constructors")


def pickle_complex(c):
    return complex, (c.real, c.imag)


def pickle_union(obj):
    import functools
    import operator
    return functools.reduce, (operator.or_, obj.__args__)


dispatch_table |= {complex: pickle_complex, type(int | str): pickle_union}


# Protocols 0 and 1: an object is what its first native base makes of a state, and its attributes.


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    assert proto < 2
    cls = self.__class__
    native = next(each for each in cls.__mro__ if not _made_in_python(each))
    if native is cls and cls is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    made_of = cls, native, None if native is object else native(self)
    if type(self).__getstate__ is not object.__getstate__:
        attributes = self.__getstate__()
    elif getattr(self, "__slots__", None):
        raise TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled")
    else:
        attributes = getattr(self, "__dict__", None)
    return (_reconstructor, made_of, attributes) if attributes else (_reconstructor, made_of)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slotnames(cls):
    """The slots of a class and its bases, by the names under which they are found."""
    known = cls.__dict__.get("__slotnames__")
    if known is not None:
        return known
    names = []
    for base in filter(_made_in_python, cls.__mro__):
        slots = vars(base).get("__slots__", ())
        for name in [slots] if isinstance(slots, str) else slots:
            if name[:2] == "__" != name[-2:] and (owner := base.__name__.lstrip("_")):
                name = f"_{owner}{name}"    # a private one
            if name not in ("__dict__", "__weakref__"):
                names.append(name)
    if _made_in_python(cls):
        try:
            cls.__slotnames__ = names
        except Exception:
            pass
    return names


# Numbers that stand for a module's name in a pickle: by (module, name), by number, and what was found by number.
_extension_registry, _inverted_registry, _extension_cache = {}, {}, {}


def _registered(key, code):
    return _extension_registry.get(key), _inverted_registry.get(code)


def add_extension(module, name, code):
    key, code = (module, name), int(code)
    if code < 1 or code > 0x7fffffff:
        raise ValueError("code out of range")
    old_code, old_key = known = _registered(key, code)
    if known == (code, key):
        return
    if old_code is not None:
        raise ValueError(f"key {key} is already registered with code {old_code}")
    if old_key is not None:
        raise ValueError(f"code {code} is already in use for key {old_key}")
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    key = (module, name)
    if _registered(key, code) != (code, key):
        raise ValueError(f"key {key} is not registered with code {code}")
    for table, known in (_extension_registry, key), (_inverted_registry, code), (_extension_cache, code):
        table.pop(known, None)


def clear_extension_cache():
    _extension_cache.clear()

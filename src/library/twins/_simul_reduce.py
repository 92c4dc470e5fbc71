"""How an object comes apart for pickle and copy: object.__reduce_ex__, __reduce__ and __getstate__ of CPython's
Objects/typeobject.c, and the __reduce__ of the built-in types, which are asked here by their type.

A built-in type that is not listed here does not come apart, as in CPython; one that does there and not yet here says so.
"""
import types
from _simul import made_in_python

_KEPT = (bool, int, float, complex, str, bytes, tuple)       # made anew from what __getnewargs__ gives
_SINGLE = (types.NoneType, types.EllipsisType, types.NotImplementedType)
_LATER = frozenset("""Random StringIO BytesIO Lock Event Condition Semaphore BoundedSemaphore Queue
    PriorityQueue LifoQueue count cycle repeat chain accumulate islice""".split())

_OPEN = ("TextIOWrapper", "BufferedReader", "BufferedWriter", "BufferedRandom", "FileIO")


def _native(cls):
    """The nearest base that CPython has in C."""
    for base in cls.__mro__:
        if not made_in_python(base):
            return base


def _slots(cls):
    import copyreg
    return copyreg._slotnames(cls)


def getstate(self):
    return _state(self, False)


def _dotted(cls):
    if made_in_python(cls) or cls.__module__ == "builtins":
        return cls.__name__
    return f"{cls.__module__}.{cls.__name__}"


def _later(cls):
    raise TypeError(f"Simul cannot pickle or copy '{_dotted(cls)}' object yet")


def _state(self, required):
    cls = type(self)
    native = _native(cls)
    if required and native is not object:
        if issubclass(native, memoryview):
            raise TypeError("cannot pickle memoryview objects")
        if not issubclass(native, (list, dict, BaseException, types.SimpleNamespace) + _SINGLE):
            raise TypeError(f"cannot pickle '{_dotted(cls)}' object")
    state = getattr(self, "__dict__", None) or None
    names = _slots(cls)
    if names:
        slots = {}
        for name in names:
            try:
                slots[name] = getattr(self, name)
            except AttributeError:
                pass
        if slots:
            return state, slots
    return state


def _new_arguments(self, cls):
    """(args, kwargs or None), None where the class has no say."""
    if hasattr(cls, "__getnewargs_ex__"):
        given = self.__getnewargs_ex__()
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        if len(given) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(given)}")
        args, kwargs = given
        if not isinstance(args, tuple):
            raise TypeError(f"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{type(args).__name__}'")
        if not isinstance(kwargs, dict):
            raise TypeError(f"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{type(kwargs).__name__}'")
        return args, kwargs
    if hasattr(cls, "__getnewargs__"):
        args = self.__getnewargs__()
        if not isinstance(args, tuple):
            raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        return args, None
    for kept in _KEPT:
        if isinstance(self, kept):
            return ((self.real, self.imag) if kept is complex else (kept(self),)), None
    return None


def _by_type(self, protocol):
    """What the C types' own __reduce__ gives, None where it is object's."""
    cls = type(self)
    if isinstance(self, (set, frozenset)):
        return cls, (list(self),), self.__getstate__()
    if isinstance(self, bytearray):
        data = (bytes(self),) if protocol > 2 else (self.decode("latin-1"), "latin-1") if self else ()
        return cls, data, self.__getstate__()
    if isinstance(self, BaseException):
        return _exception(self, cls)
    if cls is range:
        return range, (self.start, self.stop, self.step)
    if cls is slice:
        return slice, (self.start, self.stop, self.step)
    if cls is types.MethodType:
        return getattr, (self.__self__, self.__func__.__name__)
    if cls is types.BuiltinFunctionType:
        owner = self.__self__
        if owner is None or isinstance(owner, types.ModuleType):
            return self.__name__
        return getattr, (owner, self.__name__)
    if cls in (types.MethodDescriptorType, types.WrapperDescriptorType, types.ClassMethodDescriptorType):
        return getattr, (_owner(self), self.__name__)
    if cls is types.MethodWrapperType:
        return getattr, (self.__self__, self.__name__)
    if self is NotImplemented:
        return "NotImplemented"
    if self is ...:
        return "Ellipsis"
    if isinstance(self, types.SimpleNamespace):
        return cls, (), self.__dict__
    if isinstance(self, types.GenericAlias):
        return types.GenericAlias, (self.__origin__, self.__args__)
    return None


def _owner(method):
    import builtins
    owner = getattr(builtins, method.__qualname__.partition(".")[0], None)
    if owner is None:
        raise TypeError(f"Simul cannot pickle the method {method.__qualname__} yet")
    return owner


def _exception(self, cls):
    args, state = self.args, self.__dict__ or None
    if isinstance(self, OSError) and self.filename is not None and len(args) == 2:
        args = (*args, self.filename) if self.filename2 is None else (*args, self.filename, None, self.filename2)
    elif isinstance(self, ImportError):
        named = {name: getattr(self, name) for name in ("name", "path", "name_from") if getattr(self, name, None) is not None}
        if named:
            state = {**(state or {}), **named}
    elif isinstance(self, AttributeError):
        state = dict(state or {})
        if self.name is not None:
            state["name"] = self.name
        state["args"] = args
    return (cls, args) if state is None else (cls, args, state)


def reduce(self):
    return _reduce(self, 0)


def reduce_ex(self, protocol):
    own = type(self).__reduce__
    if own is not object.__reduce__:
        return self.__reduce__()
    return _reduce(self, protocol.__index__())


def _reduce(self, protocol):
    import copyreg
    parts = _by_type(self, protocol)
    if parts is not None:
        return parts
    if _native(type(self)).__name__ in _OPEN:
        raise TypeError(f"cannot pickle '{type(self).__name__}' instances")
    if _native(type(self)).__name__ in _LATER:
        _later(type(self))
    if protocol < 2:
        return copyreg._reduce_ex(self, protocol)
    cls = self.__class__
    given = _new_arguments(self, cls)
    if given is None:
        args, kwargs = (), None
    else:
        args, kwargs = given
    if type(self).__getstate__ is object.__getstate__:
        state = _state(self, given is None)
    else:
        state = self.__getstate__()
    if kwargs:
        return copyreg.__newobj_ex__, (cls, args, kwargs), state, *_items(self)
    return copyreg.__newobj__, (cls, *args), state, *_items(self)


def _items(self):
    return (iter(self) if isinstance(self, list) else None), (iter(self.items()) if isinstance(self, dict) else None)

"""References that keep nothing alive. Mirrors CPython's Lib/weakref.py."""
import itertools
from _collections_abc import Mapping, MutableMapping, MutableSet
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]


def proxy(object, callback=None, /):
    """Not an object that forwards everything, but one that forwards attributes and the usual operators."""
    made = (CallableProxyType if callable(object) else ProxyType).__new__(
        CallableProxyType if callable(object) else ProxyType)
    _set(made, "_ref", ref(object, callback) if callback is None else ref(object, lambda _: callback(made)))
    return made


_set = object.__setattr__


def _of(proxy):
    found = object.__getattribute__(proxy, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    __slots__ = ("_ref",)
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_of(self), name)

    def __setattr__(self, name, value):
        setattr(_of(self), name, value)

    def __delattr__(self, name):
        delattr(_of(self), name)

    def __str__(self):
        return str(_of(self))

    def __repr__(self):
        target = object.__getattribute__(self, "_ref")()
        return f"<weakproxy at {id(self):#014x} to {type(target).__name__} at {id(target):#014x}>"

    def __bool__(self):
        return bool(_of(self))

    def __len__(self):
        return len(_of(self))

    def __iter__(self):
        return iter(_of(self))

    def __next__(self):
        return next(_of(self))

    def __contains__(self, item):
        return item in _of(self)

    def __getitem__(self, key):
        return _of(self)[key]

    def __setitem__(self, key, value):
        _of(self)[key] = value

    def __delitem__(self, key):
        del _of(self)[key]

    def __eq__(self, other):
        return _of(self) == other

    def __add__(self, other):
        return _of(self) + other


ProxyType.__name__ = ProxyType.__qualname__ = "weakproxy"


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _of(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            func = meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def _cb(arg):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, obj, _cb)
        self._func_ref = ref(func, _cb)
        self._meth_type = type(meth)
        self._alive = True
        return self

    def __call__(self):
        obj = super().__call__()
        func = self._func_ref()
        if obj is None or func is None:
            return None
        return self._meth_type(func, obj)

    def __eq__(self, other):
        if isinstance(other, WeakMethod):
            if not self._alive or not other._alive:
                return self is other
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return NotImplemented

    __hash__ = ref.__hash__


class WeakSet(MutableSet):
    def __init__(self, data=None):
        self.data = set()

        def _remove(item, selfref=ref(self)):
            self = selfref()
            if self is not None:
                self.data.discard(item)
        self._remove = _remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for itemref in list(self.data):
            item = itemref()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for itemref in self.data if itemref() is not None)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def update(self, other):
        for element in other:
            self.add(element)

    def __repr__(self):
        return repr(self.data)


class KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _or(self, other):
    if not isinstance(other, Mapping):
        return NotImplemented
    made = self.copy()
    made.update(other)
    return made


def _ror(self, other):
    if not isinstance(other, Mapping):
        return NotImplemented
    made = self.__class__(other)
    made.update(self)
    return made


def _ior(self, other):
    self.update(other)
    return self


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}

        def remove(wr, selfref=ref(self)):
            self = selfref()
            if self is not None and self.data.get(wr.key) is wr:
                del self.data[wr.key]
        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        found = self.data.get(key)
        return found is not None and found() is not None

    def __iter__(self):
        for key, wr in list(self.data.items()):
            if wr() is not None:
                yield key

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def get(self, key, default=None):
        found = self.data.get(key)
        value = None if found is None else found()
        return default if value is None else value

    def keys(self):
        return iter(self)

    def values(self):
        for wr in list(self.data.values()):
            obj = wr()
            if obj is not None:
                yield obj

    def items(self):
        for key, wr in list(self.data.items()):
            value = wr()
            if value is not None:
                yield key, value

    def itervaluerefs(self):
        yield from self.valuerefs()

    def valuerefs(self):
        return list(self.data.values())

    def pop(self, key, *args):
        found = self.data.pop(key, None)
        value = None if found is None else found()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        while True:
            key, wr = self.data.popitem()
            if (value := wr()) is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy
    __or__, __ror__, __ior__ = _or, _ror, _ior


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data = {}

        def remove(k, selfref=ref(self)):
            self = selfref()
            if self is not None:
                self.data.pop(k, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            wrkey = ref(key)
        except TypeError:
            return False
        return wrkey in self.data

    def __iter__(self):
        for wr in list(self.data):
            obj = wr()
            if obj is not None:
                yield obj

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def popitem(self):
        while True:
            wr, value = self.data.popitem()
            if (key := wr()) is not None:
                return key, value

    def keys(self):
        return iter(self)

    def values(self):
        for wr, value in list(self.data.items()):
            if wr() is not None:
                yield value

    def items(self):
        for wr, value in list(self.data.items()):
            key = wr()
            if key is not None:
                yield key, value

    def keyrefs(self):
        return list(self.data)

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self.items():
            new[key] = value
        return new

    __copy__ = copy
    __or__, __ror__, __ior__ = _or, _ror, _ior


class finalize:
    _registry = {}
    _index = itertools.count()
    _shutdown = _registered_with_atexit = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        info.index = next(self._index)
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info and not self._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    @classmethod
    def _exitfunc(cls):
        """Calls what is left at the program's end, the newest first; what they add comes before the older ones."""
        import sys
        try:
            while pending := [each for each, info in cls._registry.items() if info.atexit]:
                each = max(pending, key=lambda each: cls._registry[each].index)
                try:
                    each()
                except Exception as error:
                    from _simul import format_exception
                    sys.stderr.write(format_exception(error))
        finally:
            finalize._shutdown = True

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f'<{type(self).__name__} object at {id(self):#x}; dead>'
        return f'<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

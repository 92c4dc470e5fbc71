"""References that keep nothing alive. Mirrors CPython's Lib/weakref.py."""
from _collections_abc import GenericAlias, Mapping, MutableMapping, MutableSet
from _simul_weakproxy import CallableProxyType, ProxyType, proxy
from _weakref import ReferenceType, getweakrefcount, getweakrefs, ref

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

ProxyTypes = (ProxyType, CallableProxyType)


class WeakMethod(ref):
    """A reference to a bound method, which is made anew at each call and so is nobody's; it lives as long as its object and its
    function do."""
    __slots__ = "_func_ref", "_meth_type", "_alive", "__weakref__"

    def __new__(cls, meth, callback=None):
        try:
            target, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None

        def gone(_):
            self = me()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        made = ref.__new__(cls, target, gone)
        me = ref(made)
        made._func_ref, made._meth_type, made._alive = ref(function, gone), type(meth), True
        return made

    def __call__(self):
        target, function = ref.__call__(self), self._func_ref()
        if target is not None and function is not None:
            return self._meth_type(function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return self._func_ref == other._func_ref and ref.__eq__(self, other)
        return self is other

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = ref.__hash__


# ---- collections that forget: self.data is one of references, whose callbacks take out what is gone

def _forgetting(collection, forget):
    """A callback for references: forget(data, reference), as long as the collection itself is there."""
    whose = ref(collection)

    def gone(reference):
        if (found := whose()) is not None:
            forget(found.data, reference)
    return gone


def _there(references):
    for each in list(references):
        found = each()
        if found is not None:
            yield found


class WeakSet:
    __module__ = '_weakrefset'

    def __init__(self, data=None):
        self.data, self._remove = set(), _forgetting(self, set.discard)
        if data is not None:
            self.update(data)

    def __repr__(self):
        return repr(self.data)

    def __iter__(self):
        return _there(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __reduce__(self):
        return self.__class__, ([*self],), self.__getstate__()

    __class_getitem__ = classmethod(GenericAlias)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def update(self, other):
        for each in other:
            self.add(each)

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def copy(self):
        return self.__class__(self)

    def clear(self):
        self.data.clear()

    def pop(self):
        while self.data:
            if (found := self.data.pop()()) is not None:
                return found
        raise KeyError('pop from empty WeakSet')

    # As a set of references: what a plain set answers about two of them, it answers about their objects.

    def union(self, other):
        return self.__class__([*self, *other])

    def intersection(self, other):
        return self.__class__([each for each in other if each in self])

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def intersection_update(self, other):
        self.data &= set(map(ref, other))

    def difference_update(self, other):
        self.data -= set(map(ref, other))

    def symmetric_difference_update(self, other):
        self.data ^= {ref(each, self._remove) for each in other}

    def issubset(self, other):
        return self.data <= set(map(ref, other))

    def issuperset(self, other):
        return self.data >= set(map(ref, other))

    def isdisjoint(self, other):
        return not self.intersection(other)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == other.data

    def _changed(change):
        def operator(self, other):
            change(self, other)
            return self
        return operator

    __ior__, __iand__, __isub__, __ixor__ = map(_changed, (update, intersection_update, difference_update,
                                                           symmetric_difference_update))
    del _changed


MutableSet.register(WeakSet)


def _with(made, *others):
    for each in others:
        made.update(each)
    return made


def _or(self, other):
    return _with(self.copy(), other) if isinstance(other, Mapping) else NotImplemented


def _ror(self, other):
    return _with(self.__class__(), other, self) if isinstance(other, Mapping) else NotImplemented


def _ior(self, other):
    return _with(self, other)


def _repr(self):
    return f"<{type(self).__name__} at {id(self):#x}>"


class KeyedRef(ref):
    """A reference to a value that knows its key."""
    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        made = ref.__new__(type, ob, callback)
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        ref.__init__(self, ob, callback)


def _forget_value(data, reference):
    # The key may have another value by now.
    if data.get(reference.key) is reference:
        del data[reference.key]


class WeakValueDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data, self._remove = {}, _forgetting(self, _forget_value)
        self.update(other, **kw)

    __repr__ = _repr

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return self.get(key) is not None

    def get(self, key, default=None):
        found = self.data.get(key)
        value = found and found()
        return default if value is None else value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def pop(self, key, *args):
        value = self.get(key)
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        del self.data[key]
        return value

    def popitem(self):
        while True:
            key, reference = self.data.popitem()
            if (value := reference()) is not None:
                return key, value

    def items(self):
        for key, reference in list(self.data.items()):
            if (value := reference()) is not None:
                yield key, value

    def keys(self):
        for key, _ in self.items():
            yield key

    __iter__ = keys

    def values(self):
        return _there(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from self.valuerefs()

    def copy(self):
        return _with(WeakValueDictionary(), self)

    __copy__ = copy
    __or__, __ror__, __ior__ = _or, _ror, _ior


class WeakKeyDictionary(MutableMapping):
    def __init__(self, dict=None):
        self.data, self._remove = {}, _forgetting(self, lambda data, reference: data.pop(reference, None))
        if dict is not None:
            self.update(dict)

    __repr__ = _repr

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def popitem(self):
        while True:
            reference, value = self.data.popitem()
            if (key := reference()) is not None:
                return key, value

    def items(self):
        for reference, value in list(self.data.items()):
            if (key := reference()) is not None:
                yield key, value

    def values(self):
        for _, value in self.items():
            yield value

    def keys(self):
        return _there(self.data)

    __iter__ = keys

    def keyrefs(self):
        return list(self.data)

    def copy(self):
        return _with(WeakKeyDictionary(), self)

    __copy__ = copy
    __or__, __ror__, __ior__ = _or, _ror, _ior


# ---- the last thing that happens to an object

class finalize:
    """Calls a function once: when its object goes, when it is called itself, or at the end of the program."""
    __slots__ = ()
    _registry = {}      # those that are alive, in the order they were made: [reference, (func, args, kwargs), at exit too?]
    _shutdown = _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._registered_with_atexit:
            import atexit
            atexit.register(self._exitfunc)
            finalize._registered_with_atexit = True
        self._registry[self] = [ref(obj, self), (func, args, kwargs), True]

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry and not self._shutdown:
            func, args, kwargs = entry[1]
            return func(*args, **kwargs)

    def __repr__(self):
        found = self.peek()
        state = "dead" if found is None else f"for {type(found[0]).__name__!r} at {id(found[0]):#x}"
        return f"<{type(self).__name__} object at {id(self):#x}; {state}>"

    def peek(self):
        """(obj, func, args, kwargs) as long as it is alive."""
        reference, call, _ = self._registry.get(self, _DEAD)
        found = reference()
        if found is not None:
            return found, *call

    def detach(self):
        """The same, and the end of it: nothing will be called."""
        found = self.peek()
        if found is not None and self._registry.pop(self, None):
            return found

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        return self._registry.get(self, _DEAD)[2]

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self][2] = bool(value)

    @classmethod
    def _exitfunc(cls):
        """Calls what is left at the program's end, the newest first; what they add comes before the older ones."""
        import sys
        try:
            while pending := [each for each, entry in cls._registry.items() if entry[2]]:
                try:
                    pending[-1]()
                except Exception as error:
                    from _simul import format_exception
                    sys.stderr.write(format_exception(error))
        finally:
            finalize._shutdown = True


_DEAD = (lambda: None), (), False

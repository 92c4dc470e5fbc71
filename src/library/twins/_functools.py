"""CPython's Modules/_functoolsmodule.c."""
from _simul import c_class

_NOTHING = object()


def reduce(function, sequence, initial=_NOTHING, /):
    try:
        iterator = iter(sequence)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _NOTHING:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


@c_class
class partial:
    __module__ = "functools"
    __doc__ = "Create a new function with partial application of the given arguments\nand keywords."
    __slots__ = ("func", "args", "keywords", "__dict__", "_shown")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial) and type(func) is partial and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        import warnings
        warnings.warn("functools.partial will be a method descriptor in future Python versions; "
                      "wrap it in staticmethod() if you want to preserve the old behavior", FutureWarning, 2)
        return self

    def __repr__(self):
        cls = type(self)
        name = cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
        if getattr(self, "_shown", False):
            return "..."
        self._shown = True
        try:
            parts = [repr(self.func), *map(repr, self.args)]
            parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
        finally:
            self._shown = False
        return f"{name}({', '.join(parts)})"

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, own = state
        if not (callable(func) and isinstance(args, tuple) and (keywords is None or isinstance(keywords, dict))):
            raise TypeError("invalid partial state")
        self.func = func
        self.args = args if type(args) is tuple else tuple(args)
        self.keywords = {} if keywords is None else keywords if type(keywords) is dict else dict(keywords)
        self.__dict__ = {} if own is None else own

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _KeyWrapper:
    __module__ = "functools"
    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __call__(self, obj):
        key = _KeyWrapper()
        key._compare = self._compare
        key.obj = obj
        return key

    def _with(self, other, test):
        if not isinstance(other, _KeyWrapper):
            raise TypeError("other argument must be K instance")
        return test(self._compare(self.obj, other.obj))

    def __lt__(self, other):
        return self._with(other, lambda order: order < 0)

    def __gt__(self, other):
        return self._with(other, lambda order: order > 0)

    def __eq__(self, other):
        return self._with(other, lambda order: order == 0)

    def __le__(self, other):
        return self._with(other, lambda order: order <= 0)

    def __ge__(self, other):
        return self._with(other, lambda order: order >= 0)


_KeyWrapper.__name__ = _KeyWrapper.__qualname__ = "KeyWrapper"
c_class(_KeyWrapper)


def cmp_to_key(mycmp):
    key = _KeyWrapper()
    key._compare = mycmp
    return key


class _HashedKey(list):
    """A call's arguments, whose hash is taken once."""
    __slots__ = ("_hash",)

    def __init__(self, parts):
        self[:] = parts
        self._hash = hash(parts)

    def __hash__(self):
        return self._hash


_PLAIN = {int, str}


def _make_key(args, kwds, typed):
    if not kwds and not typed:
        if len(args) == 1 and type(args[0]) in _PLAIN:
            return args[0]
        return _HashedKey(args)
    parts = args
    if kwds:
        parts += (_NOTHING,)
        for item in kwds.items():
            parts += item
    if typed:
        parts += tuple([type(value) for value in args])
        if kwds:
            parts += tuple([type(value) for value in kwds.values()])
    return _HashedKey(parts)


@c_class
class _lru_cache_wrapper:
    __module__ = "functools"
    __slots__ = ("_lru", "__dict__", "__weakref__")

    def __new__(cls, user_function, maxsize, typed, cache_info_type):
        if maxsize is not None and not isinstance(maxsize, int):
            raise TypeError("maxsize should be integer or None")
        if not callable(user_function):
            raise TypeError("the first argument must be callable")
        return super().__new__(cls)

    def __init__(self, user_function, maxsize, typed, cache_info_type):
        self._lru = [user_function, None if maxsize is None else max(int(maxsize), 0), typed,
                                 cache_info_type, {}, 0, 0, {}, 0]

    def __call__(self, /, *args, **kwds):
        lru = self._lru
        function, size, cache = lru[0], lru[1], lru[4]
        if size == 0:
            lru[6] += 1
            return function(*args, **kwds)
        key = _make_key(args, kwds, lru[2])
        found = cache.get(key, _NOTHING)
        if size is None:
            if found is not _NOTHING:
                lru[5] += 1
                return found
            lru[6] += 1
            result = cache[key] = function(*args, **kwds)
            return result
        # The keys by when they were last used: what is in the cache stays where it is when it is used
        # again, since a key's own __eq__ may be looking through it at that time.
        used = lru[7]
        if found is not _NOTHING:
            lru[5] += 1
            if used.pop(found[0], _NOTHING) is not _NOTHING:
                found[0] = lru[8] = lru[8] + 1
                used[found[0]] = key
            return found[1]
        lru[6] += 1
        result = function(*args, **kwds)
        if key not in cache:
            if len(cache) >= size:
                for when in used:
                    cache.pop(used.pop(when), None)
                    break
                else:
                    return result
            lru[8] += 1
            cache[key] = [lru[8], result]
            used[lru[8]] = key
        return result

    def cache_info(self):
        """Report cache statistics"""
        lru = self._lru
        return lru[3](lru[5], lru[6], lru[1], len(lru[4]))

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        lru = self._lru
        lru[5] = lru[6] = 0
        lru[7].clear()
        lru[4].clear()

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _method(self, instance)

    def __reduce__(self):
        return self.__qualname__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#014x}>"


_method = type(_lru_cache_wrapper.__call__.__get__(1))

"""Shallow and deep copies. Mirrors CPython's Lib/copy.py; how an object comes apart is decided here, as Simul has no
__reduce_ex__ of its own."""
import types

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {types.NoneType, int, float, bool, complex, str, type, range, slice, types.FunctionType,
           types.BuiltinFunctionType, types.EllipsisType, types.NotImplementedType, bytes, property, types.CodeType,
           types.ModuleType}
_FLAT = _ATOMIC | {tuple, frozenset}


def _state_of(x):
    """(__dict__ or None, {slot: value})."""
    slots = {}
    for cls in type(x).__mro__:
        names = cls.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{cls.__name__.lstrip('_')}{name}"
            try:
                slots[name] = getattr(x, name)
            except AttributeError:
                pass
    return getattr(x, "__dict__", None), slots


def _taken_apart(x):
    """What __reduce_ex__(4) gives: (make, args, state, list items, dict items)."""
    cls = type(x)
    for name in ("__reduce_ex__", "__reduce__"):
        reduce = getattr(cls, name, None)
        if reduce is not None and reduce is not getattr(object, name, None):
            parts = x.__reduce_ex__(4) if name == "__reduce_ex__" else x.__reduce__()
            if isinstance(parts, str):
                return parts
            return tuple(parts) + (None,) * (5 - len(parts))
    if cls in (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.FrameType, types.TracebackType):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if isinstance(x, BaseException):
        return cls, x.args, x.__dict__ or None, None, None
    newargs = getattr(cls, "__getnewargs_ex__", None)
    args, kwargs = (), {}
    if newargs is not None:
        args, kwargs = newargs(x)
    elif hasattr(cls, "__getnewargs__"):
        args = cls.__getnewargs__(x)
    elif isinstance(x, (int, float, str, bytes, tuple, complex, frozenset)):
        for base in (bool, int, float, str, bytes, tuple, complex, frozenset):
            if isinstance(x, base):
                args = (list(x) if base is frozenset else base(x),)
                break

    def make(*args):
        return cls.__new__(cls, *args, **kwargs)
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        state = getstate(x)
    else:
        own, slots = _state_of(x)
        state = (own or None, slots) if slots else own or None
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    if isinstance(x, set):
        args = (list(x),)

        def make(values):
            made = cls.__new__(cls)
            set.update(made, values)
            return made
    return make, args, state, items, pairs


def _put_together(x, memo, parts):
    deep = memo is not None
    make, args, state, items, pairs = parts
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__') and not isinstance(y, BaseException):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


def copy(x):
    cls = type(x)
    if cls in _FLAT:
        return x
    if cls in (list, dict, set, bytearray):
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    parts = _taken_apart(x)
    if isinstance(parts, str):
        return x
    return _put_together(x, None, parts)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    d = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(d, _nil)
        if y is not _nil:
            return y
    if cls is list:
        y = memo[d] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is dict:
        y = memo[d] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = [deepcopy(item, memo) for item in x]
        if d in memo:
            return memo[d]
        y = x if all(a is b for a, b in zip(x, y)) else tuple(y)
        if y is x:
            return x
        memo[d] = y
    elif cls is types.MethodType:
        y = cls(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            parts = _taken_apart(x)
            if isinstance(parts, str):
                return x
            y = _put_together(x, memo, parts)
    if y is not x:
        memo[d] = y
        # What was copied stays alive, so that no other object gets its id.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)

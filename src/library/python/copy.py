"""Shallow and deep copies. Mirrors CPython's Lib/copy.py."""
import copyreg
import types
from _weakref import ref

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {types.NoneType, int, float, bool, complex, str, type, range, types.FunctionType,
           types.BuiltinFunctionType, types.EllipsisType, types.NotImplementedType, bytes, property, types.CodeType,
           ref}
_FLAT = _ATOMIC | {tuple, frozenset, slice}


def _taken_apart(x, cls, how):
    """What the object's own way gives: a name, or a tuple of two to six."""
    reductor = copyreg.dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un({how})copyable object of type {cls}")


def _put_together(x, memo, make, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = make(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        elif isinstance(y, BaseException):
            for key, value in state.items():
                setattr(y, key, value)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    for item in () if items is None else items:
        y.append(deepcopy(item, memo) if deep else item)
    for key, value in () if pairs is None else pairs:
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
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
    parts = _taken_apart(x, cls, "shallow")
    if isinstance(parts, str):
        return x
    return _put_together(x, None, *parts)


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
            parts = _taken_apart(x, cls, "deep")
            y = x if isinstance(parts, str) else _put_together(x, memo, *parts)
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
    if (own := getattr(cls, "__replace__", None)) is not None:
        return own(obj, **changes)
    raise TypeError(f"replace() does not support {cls.__name__} objects")

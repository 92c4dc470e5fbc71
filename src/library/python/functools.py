"""Functions of functions. Mirrors CPython's Lib/functools.py; what CPython has in C is in _functools."""
from _functools import _lru_cache_wrapper, _make_key, cmp_to_key, partial, reduce
from abc import get_cache_token
from collections import namedtuple
from types import GenericAlias

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache',
           'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch',
           'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that a __wrapped__ copied with __dict__ is not what stays.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def _not(name, also_equal):
    """`a op b` from the opposite comparison of that name."""
    def compare(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        if also_equal is None:
            return not result
        if also_equal:
            return not result or self == other
        return not result and self != other
    return compare


def _same(name, also_equal):
    """`a <= b` from `a < b`, or `a < b` from `a <= b`."""
    def compare(self, other):
        result = getattr(type(self), name)(self, other)
        if result is NotImplemented:
            return result
        return (result or self == other) if also_equal else (result and self != other)
    return compare


_MISSING_COMPARISONS = {
    '__lt__': (('__gt__', _not, False), ('__le__', _same, True), ('__ge__', _not, None)),
    '__le__': (('__ge__', _not, True), ('__lt__', _same, False), ('__gt__', _not, None)),
    '__gt__': (('__lt__', _not, False), ('__ge__', _same, True), ('__le__', _not, None)),
    '__ge__': (('__le__', _not, True), ('__gt__', _same, False), ('__lt__', _not, None)),
}


def total_ordering(cls):
    roots = {name for name in _MISSING_COMPARISONS if getattr(cls, name, None) is not getattr(object, name, None)}
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, make, also_equal in _MISSING_COMPARISONS[root]:
        if name not in roots:
            function = make(root, also_equal)
            function.__name__ = name
            function.__qualname__ = f"_{name.strip('_')}_from_{root}"
            setattr(cls, name, function)
    return cls


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        elif callable(func) or hasattr(func, "__get__"):
            self.func = func
            self.args = args
            self.keywords = keywords
        else:
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            new_func = get(obj, cls)
            if new_func is not self.func:
                result = partial(new_func, *self.args, **self.keywords)
                try:
                    result.__self__ = new_func.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        # @lru_cache without parentheses
        function, maxsize = maxsize, 128
        wrapper = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, function)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        wrapper = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return update_wrapper(wrapper, user_function)

    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


def _find_impl(cls, registry):
    """The implementation of the nearest class: by MRO first, then by abstract classes that cls satisfies."""
    for base in cls.__mro__[:-1]:
        if base in registry:
            nearest = base
            break
    else:
        nearest = None
    virtual = [each for each in registry if each not in cls.__mro__ and _is_virtual_base(cls, each)]
    # An abstract class stands in the MRO right behind the last class that satisfies it.
    if virtual:
        def depth(each):
            return max(at for at, base in enumerate(cls.__mro__) if issubclass(base, each))
        deepest = [each for each in virtual if not any(other is not each and issubclass(other, each) for other in virtual)]
        if nearest is not None:
            place = cls.__mro__.index(nearest)
            deepest = [each for each in deepest if depth(each) < place or issubclass(each, nearest)]
        if deepest:
            least = min(depth(each) for each in deepest)
            rivals = [each for each in deepest if depth(each) == least]
            if len(rivals) > 1:
                raise RuntimeError(f"Ambiguous dispatch: {rivals[0]} or {rivals[1]}")
            return registry[rivals[0]]
    return registry.get(nearest if nearest is not None else object)


def _is_virtual_base(cls, base):
    try:
        return base is not object and isinstance(base, type) and issubclass(cls, base)
    except TypeError:
        return False


def singledispatch(func):
    import types
    registry = {}
    dispatch_cache = {}
    token = None

    def dispatch(cls):
        nonlocal token
        current = get_cache_token()
        if token != current:
            dispatch_cache.clear()
            token = current
        try:
            return dispatch_cache[cls]
        except KeyError:
            try:
                found = registry[cls]
            except KeyError:
                found = _find_impl(cls, registry)
            dispatch_cache[cls] = found
            return found

    def classes_of(cls):
        import typing
        if isinstance(cls, type):
            return (cls,)
        if typing.get_origin(cls) in {typing.Union, types.UnionType}:
            args = typing.get_args(cls)
            if all(isinstance(arg, type) for arg in args):
                return args
        return ()

    def register(cls, func=None):
        if classes_of(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                f"Use either `@register(some_class)` or plain `@register` on an annotated function.")
            func = cls
            from typing import get_type_hints
            argname, cls = next(iter(get_type_hints(func).items()))
            if not classes_of(cls):
                raise TypeError(f"Invalid annotation for {argname!r}. {cls!r} is not a class.")
        for each in classes_of(cls):
            registry[each] = func
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = dispatch_cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


_NOT_FOUND = object()


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {self.attrname!r} property.") from None
        value = cache.get(self.attrname, _NOT_FOUND)
        if value is _NOT_FOUND:
            value = self.func(instance)
            cache[self.attrname] = value
        return value

    __class_getitem__ = classmethod(GenericAlias)

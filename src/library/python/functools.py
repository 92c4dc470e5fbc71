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
    """Let WRAPPER look like WRAPPED: these attributes are set, those brought up to date; and give it back."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        more = getattr(wrapped, name, {})
        getattr(wrapper, name).update(more)
    wrapper.__wrapped__ = wrapped    # after __dict__, which may bring another
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorator: update_wrapper() with all but the wrapper."""
    return partial(update_wrapper, assigned=assigned, updated=updated, wrapped=wrapped)


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
    """partial() for the body of a class: the object comes before the arguments that are given here."""
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        if isinstance(func, partialmethod):    # one of both
            func, args, keywords = func.func, func.args + args, {**func.keywords, **keywords}
        elif not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args), *(f"{k}={v!r}" for k, v in self.keywords.items())]
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__partialmethod__, _method.__isabstractmethod__ = self, self.__isabstractmethod__
        return _method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        bound = self.func if bind is None else bind(obj, cls)
        if bound is self.func:
            return self._make_unbound_method().__get__(obj, cls)
        made = partial(bound, *self.args, **self.keywords)
        if hasattr(bound, '__self__'):
            made.__self__ = bound.__self__
        return made


_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(maxsize=128, typed=False):
    """Decorator: the MAXSIZE answers asked for last are kept; with None, all."""
    bare = None
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):    # @lru_cache without parentheses
        bare, maxsize = maxsize, 128
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(user_function):
        made = _lru_cache_wrapper(user_function, maxsize, typed, _CacheInfo)
        made.cache_parameters = lambda: dict(maxsize=maxsize, typed=typed)
        return update_wrapper(made, user_function)

    return decorating_function if bare is None else decorating_function(bare)


def cache(user_function, /):
    """Decorator: every answer is kept."""
    return lru_cache(maxsize=None)(user_function)


def _merged(lists):
    """One order that keeps that of each list, as an MRO does."""
    order = []
    while lists := [rest for rest in lists if rest]:
        for rest in lists:
            if not any(rest[0] in other[1:] for other in lists):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        chosen = rest[0]
        order.append(chosen)
        lists = [rest[1:] if rest[0] is chosen else rest for rest in lists]
    return order


def _c3_mro(cls, abcs=None):
    """The MRO as if cls and its bases had named those of ABCS as bases that each of them is the first to satisfy."""
    bases, abcs = cls.__bases__, list(abcs or ())
    # Behind the last base that is abstract itself; others, object among them, come last.
    split = max([at for at, base in enumerate(bases, 1) if hasattr(base, '__abstractmethods__')], default=0)
    own = [each for each in abcs if issubclass(cls, each) and not any(issubclass(base, each) for base in bases)]
    rest = [each for each in abcs if each not in own]
    groups = list(bases[:split]), own, list(bases[split:])
    return _merged([[cls], *[_c3_mro(base, rest) for group in groups for base in group], *groups])


def _compose_mro(cls, types):
    """The MRO with those of TYPES in it that cls satisfies without naming them."""
    from types import GenericAlias
    known = set(cls.__mro__)
    virtual = [each for each in types if each not in known and hasattr(each, '__mro__')
               and not isinstance(each, GenericAlias) and issubclass(cls, each)]
    virtual = [each for each in virtual if not any(each != other and each in other.__mro__ for other in virtual)]
    order = []
    for each in virtual:
        chains = [[base for base in sub.__mro__ if base in virtual] for sub in each.__subclasses__()
                  if sub not in known and issubclass(cls, sub)]
        for base in [base for chain in sorted(chains, key=len, reverse=True) for base in chain] if chains else [each]:
            if base not in order:
                order.append(base)
    return _c3_mro(cls, abcs=order)


def _find_impl(cls, registry):
    """The implementation of the nearest class, where an abstract class that cls satisfies is one of its bases."""
    order = iter(_compose_mro(cls, registry.keys()))
    match = next((each for each in order if each in registry), None)
    after = next(order, None)
    if after in registry and after not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, after):
        raise RuntimeError(f'Ambiguous dispatch: {match} or {after}')
    return registry.get(match)


def singledispatch(func):
    """Decorator: which function runs is decided by the class of the first argument."""
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
        classes = classes_of(cls)
        if classes and func is None:
            return lambda f: register(cls, f)
        if not classes:    # then it is the function, which says itself what it is for
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            if not getattr(cls, '__annotations__', {}):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. "
                                "Use either `@register(some_class)` or plain `@register` on an annotated function.")
            import typing
            func = cls
            for name, wanted in typing.get_type_hints(func).items():
                classes = classes_of(wanted)
                if not classes:
                    union = typing.get_origin(wanted) in {typing.Union, types.UnionType}
                    why = 'not all arguments are classes' if union else 'is not a class'
                    raise TypeError(f"Invalid annotation for {name!r}. {wanted!r} {why}.")
                break
        registry.update(dict.fromkeys(classes, func))
        dispatch_cache.clear()
        return func

    def wrapper(*args, **kw):
        if args:
            return dispatch(args[0].__class__)(*args, **kw)
        raise TypeError(f'{shown} requires at least 1 positional argument')

    shown = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.dispatch, wrapper.register = dispatch, register
    wrapper.registry, wrapper._clear_cache = types.MappingProxyType(registry), dispatch_cache.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch() for methods of all kinds: the object or class is not the argument that counts."""

    def __init__(self, func):
        if not hasattr(func, "__get__") and not callable(func):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        shown, choose = getattr(self.func, '__name__', 'singledispatchmethod method'), self.dispatcher.dispatch

        def _method(*args, **kwargs):
            if args:
                return choose(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
            raise TypeError(f'{shown} requires at least 1 positional argument')
        _method.register, _method.__isabstractmethod__ = self.register, self.__isabstractmethod__
        return update_wrapper(_method, self.func)


class cached_property:
    """Computed once for an object and then its own attribute, which hides this one."""
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.func, self.attrname = func, None
        self.__doc__, self.__module__ = func.__doc__, func.__module__

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")
        self.attrname = name

    def __get__(self, instance, owner=None):
        name = self.attrname
        if instance is None:
            return self
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        if name in kept:
            return kept[name]
        value = self.func(instance)
        try:
            kept[name] = value
        except TypeError:
            raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"does not support item assignment for caching {name!r} property.") from None
        return value

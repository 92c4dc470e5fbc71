"""Abstract base classes. Mirrors CPython's Lib/abc.py, and its _abc.c in Python."""

import _simul

_counter = 0


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


# Before 3.3 two decorators did not go together, so each pair had a class.


class abstractproperty(property):
    __isabstractmethod__ = True


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = [set(), {}, _counter]    # registered classes; answers of issubclass, and when they were given
        return cls

    def register(cls, subclass):
        global _counter
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl[0].add(subclass)
        _simul.match_as(subclass, cls)
        _counter += 1
        return subclass

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl[0].clear()

    def _abc_caches_clear(cls):
        cls._abc_impl[1].clear()

    def __instancecheck__(cls, instance):
        own, shown = type(instance), instance.__class__
        if own is shown:
            return cls.__subclasscheck__(own)
        return any(cls.__subclasscheck__(each) for each in (shown, own))

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        registry, answers, when = impl = cls._abc_impl
        if when != _counter:
            answers.clear()
            impl[2] = _counter
        known = answers.get(subclass)
        if known is not None:
            return known
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = (cls in subclass.__mro__ or any(issubclass(subclass, each) for each in registry)
                      or any(issubclass(subclass, each) for each in cls.__subclasses__()))
        answers[subclass] = answer
        return answer


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def get_cache_token():
    return _counter

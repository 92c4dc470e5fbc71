"""Names of built-in types. Mirrors CPython's Lib/types.py."""
import sys
import _simul
from _simul_types import SimpleNamespace

FunctionType = LambdaType = type(lambda: None)
CodeType = type((lambda: None).__code__)
MappingProxyType = type(type.__dict__)
GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GeneratorType = type((lambda: (yield))())
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
GetSetDescriptorType = type(type(lambda: None).__code__) if hasattr(type(lambda: None), "__code__") else None
ModuleType = type(sys)


async def _coroutine():
    pass


async def _async_generator():
    yield


_made = _coroutine()
CoroutineType = type(_made)
_made.close()
del _made
AsyncGeneratorType = type(_async_generator())


class _Method:
    def method(self):
        pass


MethodType = type(_Method().method)


def _cell():
    inside = 1

    def get():
        return inside
    return get.__closure__[0]


CellType = type(_cell())

try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)
    FrameType = type(_error.__traceback__.tb_frame)


class _Slots:
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slots.slot)
ClassMethodDescriptorType = type(type.__dict__["mro"]) if "mro" in type.__dict__ else None
del _Method, _Slots, _cell, _coroutine, _async_generator


def new_class(name, bases=(), kwds=None, exec_body=None):
    """What a class statement does with these bases and keywords, exec_body(namespace) being its body."""
    real_bases = resolve_bases(bases)
    meta, names, kwds = prepare_class(name, real_bases, kwds)
    if exec_body is not None:
        exec_body(names)
    if real_bases is not bases:
        names['__orig_bases__'] = bases
    return meta(name, real_bases, names, **kwds)


def resolve_bases(bases):
    found = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            found.append(base)
            continue
        changed = True
        entries = entries(bases)
        if not isinstance(entries, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        found.extend(entries)
    return tuple(found) if changed else bases


def get_original_bases(cls, /):
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace for the body, and the keywords without metaclass."""
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    if isinstance(meta, type):
        for other in map(type, bases):
            if issubclass(other, meta):
                meta = other
            elif not issubclass(meta, other):
                raise TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the"
                                " metaclasses of all its bases")
    prepare = getattr(meta, '__prepare__', None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds


class DynamicClassAttribute:
    """A property that on the class itself goes to the metaclass's __getattr__."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.overwrite_doc = doc is None
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return _existing(self.fget, "unreadable attribute")(instance)
        if not self.__isabstractmethod__:
            raise AttributeError()
        return self

    def __set__(self, instance, value):
        _existing(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        _existing(self.fdel, "can't delete attribute")(instance)

    def getter(self, fget):
        return self._with(fget, self.fset, self.fdel, self.overwrite_doc and fget.__doc__)

    def setter(self, fset):
        return self._with(self.fget, fset, self.fdel)

    def deleter(self, fdel):
        return self._with(self.fget, self.fset, fdel)

    def _with(self, fget, fset, fdel, doc=None):
        made = type(self)(fget, fset, fdel, doc or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


def _existing(function, complaint):
    if function is None:
        raise AttributeError(complaint)
    return function


def coroutine(func):
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if isinstance(func, FunctionType):
        flags = func.__code__.co_flags
        if flags & 0x180:
            return func
        if flags & 0x20:
            return _simul.iterable_coroutine(func)
    raise NotImplementedError("Simul's types.coroutine() takes generator functions only")


__all__ = [name for name in globals() if name[:1] != '_' and name != 'sys']

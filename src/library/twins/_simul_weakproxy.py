"""CPython's Objects/weakrefobject.c, as far as proxies go: whatever is done to one is done to its object."""
import operator
from _simul import c_class
from _weakref import ref

_set, _get = object.__setattr__, object.__getattribute__


def proxy(object, callback=None, /):
    made = _new(CallableProxyType if callable(object) else ProxyType)
    _set(made, "_ref", ref(object) if callback is None else ref(object, lambda _: callback(made)))
    return made


def _of(proxy):
    found = _get(proxy, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


def _bare(given):
    return _of(given) if type(given) is ProxyType or type(given) is CallableProxyType else given


def _one(operation):
    return lambda self: operation(_of(self))


def _two(operation):
    return lambda self, other: operation(_of(self), _bare(other))


def _swapped(operation):
    return lambda self, other: operation(_bare(other), _of(self))


def _with_operators(space):
    for name in "add sub mul matmul truediv floordiv mod lshift rshift and xor or".split():
        operation = getattr(operator, f"__{name}__")
        space[f"__{name}__"], space[f"__r{name}__"] = _two(operation), _swapped(operation)
        space[f"__i{name}__"] = _two(getattr(operator, f"__i{name}__"))
    for name in "eq ne lt le gt ge".split():
        space[f"__{name}__"] = _two(getattr(operator, name))
    for name, operation in {"neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "abs": abs, "int": int,
                            "float": float, "index": operator.index, "bool": bool, "str": str, "len": len,
                            "iter": iter}.items():
        space[f"__{name}__"] = _one(operation)


class _Forwarding:
    @property
    def __class__(self):
        return _of(self).__class__

    def __getattribute__(self, name):
        return getattr(_of(self), name)

    def __setattr__(self, name, value):
        setattr(_of(self), name, value)

    def __delattr__(self, name):
        delattr(_of(self), name)

    def __repr__(self):
        target = _get(self, "_ref")()
        return f"<weakproxy at {id(self):#014x} to {type(target).__name__} at {id(target):#014x}>"

    def __divmod__(self, other):
        return divmod(_of(self), _bare(other))

    def __rdivmod__(self, other):
        return divmod(_bare(other), _of(self))

    def __pow__(self, other, modulo=None):
        return pow(_of(self), _bare(other), _bare(modulo))

    def __rpow__(self, other):
        return pow(_bare(other), _of(self))

    def __ipow__(self, other):
        return operator.ipow(_of(self), _bare(other))

    def __next__(self):
        try:
            step = type(_of(self)).__next__
        except AttributeError:
            raise TypeError("Weakref proxy referenced a non-iterator {!r} object".format(type(_of(self)).__name__)) from None
        return step(_of(self))

    def __contains__(self, item):
        return _bare(item) in _of(self)

    def __getitem__(self, key):
        return _of(self)[_bare(key)]

    def __setitem__(self, key, value):
        _of(self)[_bare(key)] = _bare(value)

    def __delitem__(self, key):
        del _of(self)[_bare(key)]


def _forwards(space):
    space.update((name, each) for name, each in vars(_Forwarding).items() if callable(each) or name == "__class__")
    _with_operators(space)
    space.update(__module__="weakref", __slots__=("_ref",), __hash__=None, __reversed__=None)


@c_class
class ProxyType:
    _forwards(locals())

    def __bytes__(self):
        return bytes(_of(self))


@c_class
class CallableProxyType:
    _forwards(locals())

    def __call__(self, /, *args, **kwargs):
        return _of(self)(*args, **kwargs)


_new = object.__new__

"""functools' rarer half: singledispatch, cached_property, partialmethod, wraps; descriptors and metaclasses."""
import functools
import types
import inspect
from collections.abc import Sequence, Mapping
from decimal import Decimal
A1 = B1 = int
from functools import singledispatch, singledispatchmethod, cached_property, partialmethod, partial, wraps, update_wrapper, reduce, total_ordering


@singledispatch
def show(x, indent=0):
    return f"{' ' * indent}object {x!r}"

@show.register
def _(x: int | float, indent=0): return f"number {x}"

@show.register(list)
@show.register(tuple)
def _seq(x, indent=0): return "seq " + ", ".join(show(e) for e in x)

@show.register
def _(x: Mapping, indent=0): return "map " + str(len(x))

show.register(type(None), lambda x, indent=0: "nothing")
print(show(3), show(2.5), show([1, None, (2, "s")]), show({1: 2}), show(Decimal(1), indent=2), show(True))
print(show.dispatch(bool) is show.dispatch(int), sorted(c.__name__ for c in show.registry.keys() - {object}), show.dispatch(dict).__name__)
for fn in (lambda: show(), lambda: show.register(3), lambda: show.register(lambda x: 1), lambda: show.register("x", lambda x: 1)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)


class Neg:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError(f"cannot negate {type(arg).__name__}")
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register
    @classmethod
    def _(cls, arg: str): return arg[::-1], cls.__name__
print(Neg().neg(3), Neg().neg("abc"))
try: Neg().neg([])
except NotImplementedError as e: print(e)


class Data:
    def __init__(self, xs): self.xs = xs; self.n = 0
    @cached_property
    def total(self):
        """Sum of them."""
        self.n += 1
        return sum(self.xs)
    def scale(self, k, *, add=0): return [x * k + add for x in self.xs]
    double = partialmethod(scale, 2)
    plus = partialmethod(scale, 1, add=10)
d = Data([1, 2, 3])
print(d.total, d.total, d.n, d.__dict__, Data.total.__doc__, d.double(), d.double(add=1), d.plus(), Data.__dict__["double"])
del d.total; print(d.total, d.n)
class Slotted:
    __slots__ = ("a",)
    @cached_property
    def v(self): return 1
try: Slotted().v
except TypeError as e: print(e)


class Typed:
    def __set_name__(self, owner, name): self.name = "_" + name; print("set_name", owner.__name__, name)
    def __init__(self, kind): self.kind = kind
    def __get__(self, obj, owner=None): return self if obj is None else getattr(obj, self.name)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind): raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)

class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", cls.__name__); return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw): return {"prepared": True}
    def __contains__(cls, x): return x in cls.__dict__
    def __len__(cls): return 42
    def __iter__(cls): return iter("meta")
    def __repr__(cls): return f"<M {cls.__name__}>"

class Acc(metaclass=Meta, flag=1):
    n = Typed(int); s = Typed(str)
    def __init__(self, n, s): self.n, self.s = n, s
a = Acc(1, "x"); print(a.n, "prepared" in Acc, len(Acc), list(Acc), Acc, type(a))
for fn in (lambda: setattr(a, "n", "x"), lambda: Acc(1), lambda: delattr(a, "n"), lambda: a.n, lambda: a.zzz, lambda: Acc.zzz, lambda: type("X", (int, str), {}), lambda: type("X", (bool,), {}), lambda: type("X", (A1, B1), {}) , lambda: object.__new__(3), lambda: super().x, lambda: Acc(1, 2)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
class A1(metaclass=Meta): pass
class OtherMeta(type): pass
try:
    class C(A1, metaclass=OtherMeta): pass
except TypeError as e: print(e)
try:
    class X(object, A1): pass
except TypeError as e: print(e)
def deco(f=None, /, *, tag="t"):
    if f is None: return partial(deco, tag=tag)
    @wraps(f)
    def w(*a, **k): return (tag, f(*a, **k))
    return w
@deco
def one(x: int, /, y=2, *args, z: "str" = "q", **kw) -> list: "Doc."; return [x, y]
@deco(tag="z")
def two(): return 2
print(one(1), two(), one.__name__, one.__doc__, inspect.signature(one), inspect.unwrap(one) is one.__wrapped__, inspect.getfullargspec(one.__wrapped__))
print(partial(one, 1), partial(partial(int, base=2), "1")(), functools.partial(print).keywords, partial(one).__doc__[:10])
sig = inspect.signature(one); b = sig.bind(1, 2, 3, z=4, k=5); b.apply_defaults(); print(b, b.args, b.kwargs, list(sig.parameters.values())[0].kind, sig.return_annotation)
for args, kw in (((), {}), ((1,), {"y": 1, "x": 2}), ((1, 2), {"y": 3})):
    try: print(sig.bind(*args, **kw))
    except TypeError as e: print(e)
print(types.MethodType(lambda self: self, 5)(), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1), types.new_class("N", (Neg,), {}, lambda ns: ns.update(q=1)).q, types.MappingProxyType({1: 2}) | {3: 4}, types.FunctionType((lambda: 7).__code__, {})(), [n for n in dir(types) if n.endswith("Type")][:5])
class V:
    def __init__(self, *c): self.c = c
    def __iter__(self): return iter(self.c)
    def __add__(self, o): return V(*map(sum, zip(self, o)))
    __radd__ = lambda self, o: self if o == 0 else NotImplemented
    def __matmul__(self, o): return sum(a * b for a, b in zip(self, o))
    def __neg__(self): return V(*(-a for a in self))
    def __bool__(self): return any(self.c)
    def __format__(self, spec): return "(" + ", ".join(format(x, spec) for x in self) + ")"
    def __getitem__(self, i): return self.c[i]
    def __eq__(self, o): return tuple(self) == tuple(o)
    def __class_getitem__(cls, k): return f"V[{k}]"
    def __missing__(self): ...
    def __index__(self): return len(self.c)
    def __getattr__(self, n):
        if n in "xyz": return self.c["xyz".index(n)]
        raise AttributeError(f"no {n}", name=n, obj=self)
v = V(1, 2, 3); print(f"{sum([v, v]):.1f}", v @ v, bool(V()), V[int], [10, 20, 30, 40][v], v.y, v[1:], -v == (-1, -2, -3), hex(v), range(5)[v])
try: hash(v)
except TypeError as e: print(e)
print(getattr(v, "w", "dflt")); "s" + v

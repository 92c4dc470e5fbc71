// Classes: attributes, inheritance, operators, descriptors, metaclasses.
#include "support/run_python.hpp"

namespace simul::vm {
namespace {

using testing::expect_program;

TEST(Classes, BindArgumentsPropertiesAndMethods) {
  expect_program(R"py(
class A:
    x = 1
    def __init__(self, a, b=2, *args, c=3, **kw):
        self.a, self.b, self.args, self.c, self.kw = a, b, args, c, kw
    def __repr__(self): return f"A({self.a!r}, {self.b}, {self.args}, {self.c}, {self.kw})"
    def m(self): return "A.m"
    @property
    def p(self): return self.a * 2
    @p.setter
    def p(self, v): self.a = v
    @classmethod
    def cm(cls): return cls.__name__
    @staticmethod
    def sm(z): return z + 1
class B(A):
    def m(self): return "B." + super().m()
class C(A):
    def m(self): return "C." + super().m()
class D(B, C):
    def m(self): return "D." + super().m()
a = A(1, 5, 6, 7, c=8, d=9)
print(a, a.p, A.cm(), B.cm(), A.sm(3))
a.p = 10
print(a.a, D(0).m(), [k.__name__ for k in D.__mro__])
try: A()
except TypeError as e: print(e)
try: a.nope
except AttributeError as e: print(e)
)py",
                 R"out(
A(1, 5, (6, 7), 8, {'d': 9}) 2 A B 4
10 D.B.C.A.m ['D', 'B', 'C', 'A', 'object']
A.__init__() missing 1 required positional argument: 'a'
'A' object has no attribute 'nope'
)out");
}

TEST(Classes, DispatchOperatorsToDunderMethods) {
  expect_program(R"py(
class V:
    def __init__(s, v): s.v = v
    def __add__(s, o): return V(s.v + (o.v if isinstance(o, V) else o))
    __radd__ = __add__
    def __iadd__(s, o): s.v += 100; return s
    def __eq__(s, o): return isinstance(o, V) and s.v == o.v
    def __lt__(s, o): return s.v < o.v
    def __hash__(s): return hash(s.v)
    def __len__(s): return s.v
    def __getitem__(s, i):
        if i >= s.v: raise IndexError(i)
        return i * 10
    def __contains__(s, x): return x == s.v
    def __call__(s, *a): return a
    def __bool__(s): return s.v > 2
    def __neg__(s): return V(-s.v)
    def __str__(s): return f"V<{s.v}>"
    def __format__(s, spec): return f"fmt[{spec}]{s.v}"
v = V(3)
print(str(v + V(4)), str(1 + v), str(v + 1), v == V(3), v != V(3), v < V(9), len(v), list(v), 3 in v, v(1, 2), bool(V(1)), str(-v), f"{v:abc}")
v += 1
print(v.v, {V(1): 'x'}[V(1)], sorted([V(3), V(1), V(2)])[0].v, max(V(1), V(5)).v)
)py",
                 R"out(
V<7> V<4> V<4> True False True 3 [0, 10, 20] True (1, 2) False V<-3> fmt[abc]3
103 x 1 5
)out");
}

TEST(Classes, FallBackToGetattrAndKeepSlots) {
  expect_program(R"py(
class N:
    def __getattr__(self, n): return n.upper()
    def __setattr__(self, n, val): super().__setattr__(n, val * 2)
n = N(); n.q = 4
print(n.foo, n.q)
class S:
    __slots__ = ('x', 'y')
s = S(); s.x = 1
print(s.x, hasattr(s, 'y'))
try: s.z = 1
except AttributeError as e: print(e)
)py",
                 R"out(
FOO 8
1 False
'S' object has no attribute 'z' and no __dict__ for setting new attributes
)out");
}

TEST(Classes, ObeyMetaclassesAndHooks) {
  expect_program(R"py(
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns); c.tag = kw.get('tag'); return c
    def __call__(cls, *a): print('meta call'); return super().__call__(*a)
class M(metaclass=Meta, tag='T'): pass
print(M().tag, type(M))
class P:
    def __init_subclass__(cls, **kw): print('sub', cls.__name__, kw)
class Q(P, k=1): pass
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return (self.n, i is None)
    def __set__(self, i, v): print('set', v)
class UD: d = Desc()
print(UD.d, UD().d); UD().d = 5
)py",
                 R"out(
meta call
T <class '__main__.Meta'>
sub Q {'k': 1}
('d', True) ('d', False)
set 5
)out");
}

TEST(Classes, DeriveFromBuiltinTypes) {
  expect_program(R"py(
class L(list):
    def sum(self): return sum(self)
l = L([1,2,3]); l.extra = 5; l.append(4); print(l, l.sum(), l.extra, type(l).__name__, isinstance(l, list))
class DD(dict):
    def __missing__(self, k): return k * 2
print(DD()['ab'], DD(a=1))
class E(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise E(5)
except E as e: print(repr(e), str(e), e.code, e.args)
)py",
                 R"out(
[1, 2, 3, 4] 10 5 L True
abab {'a': 1}
E('code 5') code 5 5 ('code 5',)
)out");
}

TEST(Classes, RefuseInconsistentBases) {
  expect_program(R"py(
class A: pass
class B(A): pass
try:
    class Y(A, B): pass
except TypeError as e: print(e)
try:
    class Z(bool): pass
except TypeError as e: print(e)
class P: pass
class Q: pass
class R(P, Q): pass
print(R.__mro__, R.__bases__)
)py",
                 R"out(
Cannot create a consistent method resolution order (MRO) for bases A, B
type 'bool' is not an acceptable base type
(<class '__main__.R'>, <class '__main__.P'>, <class '__main__.Q'>, <class 'object'>) (<class '__main__.P'>, <class '__main__.Q'>)
)out");
}

TEST(Classes, RefuseAnOrderOfBasesThatIsNotTypes) {
  const testing::PythonRun ran = testing::run_python(
      "class Order(type):\n    def mro(cls):\n        return [cls, object]\n"
      "class Base: pass\n"
      "class Same(metaclass=Order): pass\n"
      "try:\n    class Other(Base, metaclass=Order): pass\n"
      "except NotImplementedError as error:\n    print(Same.__mro__[0].__name__, error)\n");
  EXPECT_EQ(ran.out,
            "Same Simul orders the bases of a class as type.mro() does: it cannot follow a "
            "metaclass's mro() that gives another order\n");
}

TEST(Classes, IterateByTheirOwnProtocols) {
  expect_program(R"py(
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 3: raise StopIteration
        return s.i
print(list(It()), sum(It()), [x for x in It()], tuple(It()), dict(zip('abc', It())), *It())
)py",
                 R"out(
[1, 2, 3] 6 [1, 2, 3] (1, 2, 3) {'a': 1, 'b': 2, 'c': 3} 1 2 3
)out");
}

}  // namespace
}  // namespace simul::vm

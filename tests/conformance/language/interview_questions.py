"""Interview questions: tricky Python."""
import asyncio, sys, operator, math, copy
from functools import reduce
from itertools import zip_longest, groupby, chain
def f(x, acc=[]): acc.append(x); return acc
print(f(1), f(2), f.__defaults__)
fs = [lambda: i for i in range(3)]; print([g() for g in fs], [(lambda i=i: i)() for i in range(3)])
a = b = [1]; a += [2]; print(b, a is b); a = a + [3]; print(b)
t = ([1],)
try: t[0] += [2]
except TypeError as e: print(e, t)
print([[0] * 2] * 2 == [[0, 0], [0, 0]], (lambda m: m[0].__setitem__(0, 1) or m)([[0] * 2] * 2))
print(0.1 + 0.2, round(2.5), round(3.5), round(-2.5), round(2.675, 2), int(-3.7), -7 // 2, -7 % 3, 7 % -3, divmod(-7, 2), 2 ** -1, 10 ** 20 % 7, pow(3, -1, 7), True + True, True == 1, {True: "a", 1: "b", 1.0: "c"})
print("a" < "b" < "c", 1 < 2 > 1, not 1 == 2, [] == False, bool([]), None is None, () is (), "x" * 0 == "", 1 if [] else 2, [] or "d", 0 and 1, "ab" "cd")
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, **k: (a, k))(*[1], **{"z": 2}), [x for x in range(10) if x % 2 if x % 3], {k: v for k, v in zip("ab", range(2))}, {x % 3 for x in range(9)})
x = 10
def outer():
    x = 20
    def inner():
        nonlocal x; x += 1; return x
    return inner(), x
print(outer(), x)
try:
    def bad(): print(x); x = 1
    bad()
except UnboundLocalError as e: print(e)
class A:
    n = 0; items = []
    def __init__(self): A.n += 1; self.items.append(self.n)
    def __eq__(self, o): return True
    def __bool__(self): return False
    def __len__(self): return 3
    def __contains__(self, x): return x == 5
    def __call__(self, *a): return a
    def __getattr__(self, k): return k
    def __iter__(self): yield from "it"
    def __reversed__(self): return "rev"
    def __hash__(self): return 1
p, q = A(), A(); print(p.items, q.n, p == 3, p != 3, bool(p), len(p), 5 in p, p(1), p.zzz, list(p), reversed(p), {p: 1}[q], hash(p))
class B(A):
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
class C(B, tag=1): pass
class M1:
    def hi(self): return "M1>" + (super().hi() if hasattr(super(), "hi") else "end")
class M2(M1):
    def hi(self): return "M2>" + super().hi()
class M3(M1):
    def hi(self): return "M3>" + super().hi()
class M4(M2, M3):
    def hi(self): return "M4>" + super().hi()
print(M4().hi(), [k.__name__ for k in M4.__mro__], M4.mro()[1])
def gen():
    try: r = yield 1; print("r", r); yield 2; return 3
    finally: print("fin")
def deleg(): v = yield from gen(); print("v", v); yield v
print(list(deleg())); g = gen(); print(next(g), g.send("s")); g.close()
try: g.send(1)
except StopIteration as e: print("stop", e.value)
g = gen(); next(g)
try: g.throw(ValueError("x"))
except ValueError as e: print("thrown", e)
try: gen().send(1)
except TypeError as e: print(e)
def tryret():
    try: return "try"
    finally: print("cleanup")
def tryfin():
    for i in range(2):
        try: continue
        finally: print(i)
    else: return "else"
print(tryret(), tryfin())
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit", a[0].__name__ if a[0] else None); return True
with Ctx() as c, Ctx(): raise KeyError("swallowed")
print("after", "%s" % (1,), "%r %5.2f %-4s|%+d" % ("a", 3.14159, "x", 5), "{0[1]} {1.real} {x!r:>5}".format([1, 2], 3, x="y"), f"{'nested ' + f'{1 + 1}'}", f"{3.14159:.{2}f} {1000000:,} {255:#x} {5:08b} {.5:%}", "abc"[::-1], "hello world".title(), "a,b,,c".split(","), " x ".strip(), "abc".translate(str.maketrans("ab", "xy", "c")), "ß".upper(), "İ".lower().encode(), "x".join("abc"), "aXbX".rsplit("X", 1), "tEsT".swapcase(), "abc".find("z"), "1²".isdigit(), "½".isnumeric())
def fib(n, memo={}):
    if n in memo: return memo[n]
    if n < 2: return n
    memo[n] = fib(n - 1) + fib(n - 2); return memo[n]
print(fib(90), reduce(lambda a, b: a * b, range(1, 20)), sum(i * i for i in range(100)), max("apple fig banana".split(), key=len), sorted({"b": 2, "a": 1}.items(), key=lambda kv: -kv[1]), list(map(lambda *z: sum(z), [1, 2], [3, 4])), [list(g) for k, g in groupby([1, 1, 2, 1])], list(zip(*[(1, 2), (3, 4)])), all([]), any([]), sorted([3, -1, 2], key=abs, reverse=True), list(enumerate("ab", 1)))
d = {}; d.setdefault("a", []).append(1); d |= {"b": 2}; print(d, d.pop("zz", None), list(d), {**d} == d, dict.fromkeys("ab", 0), d.get("q"), next(iter(d)), d | {"c": 3}, {1: 2} == {1.0: 2.0}, list({3: 1, 1: 2}), d.keys() & {"a"}, min(d, key=lambda k: str(d[k])))
try:
    for k in d: d[k * 2] = 1
except RuntimeError as e: print(e)
l = [1, 2, 3, 4]
for v in l: l.remove(v)
print(l); l[1:1] = [9, 8]; l[::2] = [0, 0]; del l[-1]; print(l, l.index(0), l.count(0), l[10:], l[-100:2])
try: l[::2] = [1, 2, 3]
except ValueError as e: print(e)
s = {1, 2, 3}; s ^= {3, 4}; print(s, s - {1}, s <= {1, 2, 4, 5}, s.isdisjoint({7}), frozenset(s) == s, {frozenset({1}): 1})
print((lambda: (yield))().__class__.__name__, type(lambda: 0), (x := 5) + x, [y := 1, y ** 2], *[1, 2], sep="|")
i = 257; j = 257; print(i is j, "a" is "a" if 0 else "", id(i) == id(j), sys.getrefcount(i) > 1, copy.deepcopy([[1]])[0][0], copy.copy(l) is l)
first, *rest = "abcd"; (m, (n, *o)), z = [1, [2, 3, 4]], 5; print(first, rest, m, n, o, z)
for bad in ("a, b = [1]", "a, *b, c = [1]", "a, b = 1, 2, 3", "a, b = 5", "int('x')", "[][0]", "{}['a']", "None.x", "1 + 'a'", "'a' + 1", "len(5)", "5()", "undefined", "(1).x = 2", "[1, 2][1.0]", "'abc'[5]", "int([])", "float('x')", "sorted([1, 'a'])", "max([])", "next(iter([]))", "''.join([1])", "range(1.5)", "{[]: 1}", "hash({})", "chr(-1)", "ord('ab')", "bytes([256])", "1 / 0", "1 % 0", "0 ** -1", "2.0 ** 10000", "int('1' * 5000)", "'%d' % 'a'", "'{} {}'.format(1)", "'{a}'.format()", "open('nope')", "assert 0, 'msg'", "raise 5", "raise ValueError from 5", "del zz", "sum(['a'])", "[].pop()", "{}.popitem()", "set().pop()", "[1].remove(2)", "'a'.index('b')", "(1,)[2]", "list(5)", "dict([1])", "dict([(1, 2, 3)])", "zip(1)", "abs('a')", "round('a')", "iter(5)", "isinstance(1, 1)", "issubclass(1, int)", "super().x", "object().x", "type('A', (), {}).x", "print(1, sep=3)", "input(1, 2)", "eval('1 +')", "exec('x y')", "getattr(1, 2)", "setattr(1, 'a', 2)", "str(b'a', 'nope')", "b'\\xff'.decode()", "'é'.encode('ascii')", "'a' * 'b'", "[1] * 1.5", "-'a'", "~1.5", "1 << -1", "1 @ 2", "1 < 'a'", "[] < {}", "complex('x')", "1j < 2j", "math.sqrt(-1)", "math.factorial(-1)", "lambda: 0 + 1 ()"):
    try: exec(bad, {"math": math}); print(bad, "ok")
    except Exception as e: print(f"{bad}: {type(e).__name__}: {e}")

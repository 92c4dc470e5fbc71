import collections, collections.abc, copy, types, weakref, operator, sys, abc, numbers, itertools
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple, ChainMap, UserDict, UserList
c = Counter("mississippi"); c.update("miss"); c.subtract({"p": 5}); print(c, c.most_common(2), +c, -c, c & Counter("ms"), c | Counter("zzz"), c.total(), c["none"], list(Counter(a=2, b=0).elements()), Counter(a=1) <= Counter(a=2))
dd = defaultdict(lambda: defaultdict(int)); dd["a"]["b"] += 1; print(dd["a"], list(dd), dd.default_factory.__name__, defaultdict(list, {1: [2]}))
od = OrderedDict.fromkeys("abc"); od.move_to_end("a"); od.move_to_end("c", last=False); print(od, od.popitem(last=False), OrderedDict(a=1) == {"a": 1}, [*reversed(od)], od | {"z": 0})
q = deque(range(5), maxlen=4); q.rotate(1); q.appendleft(9); q.extend("ab"); print(q, q.maxlen, q.index("a"), q[1], deque([1]) + deque([2]), q.count(9)); 
try: q.remove("zz")
except ValueError as e: print(e)
try:
    for x in q: q.append(1)
except RuntimeError as e: print(e)
P = namedtuple("P", "x y", defaults=[0]); p = P(1); print(p, p._replace(y=5), P._make([3, 4]), p._asdict(), P._fields, P.__doc__, *p, p == (1, 0), P._field_defaults)
for bad in ("x x", "class y", "_a", "1a"):
    try: namedtuple("B", bad)
    except ValueError as e: print(e)
print(namedtuple("R", "def x", rename=True)._fields)
try: P()
except TypeError as e: print(e)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); ch = cm.new_child({"c": 4}); ch["b"] = 0; print(cm["a"], ch, dict(ch), ch.parents, list(ch), len(ch), cm.maps[1]["b"])
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return f"no {k}"
print(Lower({"A": 1}, B=2), Lower()["q"], "a" in Lower(A=1), Lower(A=1) | {"C": 3})
class Seq(collections.abc.Sequence):
    def __init__(self, *a): self.a = a
    def __len__(self): return len(self.a)
    def __getitem__(self, i): return self.a[i]
s = Seq(3, 1, 2); print(list(reversed(s)), s.index(2), s.count(1), 3 in s, isinstance(s, collections.abc.Iterable), sorted(s))
try: collections.abc.Mapping()
except TypeError as e: print(e)
class Stack(abc.ABC):
    @property
    @abc.abstractmethod
    def top(self): ...
    @abc.abstractmethod
    def push(self, x): ...
    @classmethod
    def __subclasshook__(cls, C): return any("push" in B.__dict__ for B in C.__mro__) if cls is Stack else NotImplemented
try: Stack()
except TypeError as e: print(e)
print(issubclass(type("D", (), {"push": 1}), Stack), isinstance(3, numbers.Integral), issubclass(bool, int), isinstance([], collections.abc.MutableSequence))
class Node:
    def __init__(self, v): self.v = v; self.kids = []
    def __repr__(self): return f"Node({self.v})"
    def __copy__(self): print("copying"); n = Node(self.v); n.kids = self.kids; return n
n = Node(1); n.kids.append(Node(2)); n.kids.append(n); m = copy.deepcopy(n); print(m.kids[1] is m, m.kids[0] is n.kids[0], copy.copy(n).kids is n.kids)
r = weakref.ref(n); f = weakref.finalize(m, print, "gone"); wv = weakref.WeakValueDictionary(k=n); print(r() is n, len(wv)); 
ns = types.SimpleNamespace(a=1, b=[2]); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3), vars(ns)); mp = types.MappingProxyType({"a": 1}); print(mp, mp | {"b": 2})
try: mp["z"] = 1
except TypeError as e: print(e)
d = {"b": 1, "a": 2}; print(dict(sorted(d.items(), key=operator.itemgetter(1), reverse=True)), d | {"c": 3}, d.setdefault("z", []), d.pop("q", None), [*d], {v: k for k, v in d.items() if k != "z"}, max(d, key=str), list(reversed(d)), d.keys() & {"a"}, d.items() >= {("b", 1)}, d.items() <= {("b", 1)}, d.items() == d.items(), dict(zip("ab", range(2)), c=1), dict.fromkeys("ab", 0))
try: d.popitem(); {}.popitem()
except KeyError as e: print(e)
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
a, (b, *c2), *rest = 1, "xyz", 4, 5; print(a, b, c2, rest, [*range(3), *"ab"], (*[1],), {**{"a": 1}, "b": 2}, [[0] * 2 for _ in range(2)], list(map(list, zip(*[[1, 2], [3, 4]]))), sum([[1], [2]], []), any(x > 1 for x in [1, 2]), [y for x in [[1], [2, 3]] for y in x], sorted("bca", reverse=True), list(zip("ab", [1, 2, 3])), list(enumerate("ab", 1)))
try: list(zip("ab", [1], strict=True))
except ValueError as e: print(e)
x = [3, 1, 2]; x.sort(key=lambda v: -v); x[1:2] = [7, 8, 9]; del x[::2]; print(x, x * 2, x.copy() is x, x[-1:], x.insert(0, "q"), sys.getsizeof([]) > 0, [1, 2] < [1, 3], (1,) + (2,), "a" * 3, slice(1, 9, 2).indices(5))
print({1, 2} ^ {2, 3}, {1} < {1, 2}, frozenset("a") | {"b"} == {"a", "b"}, set().union([1], (2,)), {1, 2}.isdisjoint({3}), {(1, 2): "t"}[1, 2])

"""heapq, bisect, itertools, operator: merges, windows, schedules."""
import bisect
import heapq
import itertools as it
import operator as op
from collections import Counter, deque, defaultdict, OrderedDict, namedtuple, ChainMap, UserDict, UserList, UserString
from functools import reduce, cmp_to_key, total_ordering, partial


@total_ordering
class Task:
    def __init__(self, p, name): self.p, self.name = p, name
    def __eq__(self, o): return self.p == o.p if isinstance(o, Task) else NotImplemented
    def __lt__(self, o): return self.p < o.p if isinstance(o, Task) else NotImplemented
    def __repr__(self): return f"{self.name}@{self.p}"

h = []
for p, n in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]: heapq.heappush(h, Task(p, n))
print(h, heapq.heappop(h), heapq.heapreplace(h, Task(9, "q")), heapq.heappushpop(h, Task(0, "low")), heapq.nsmallest(2, h), heapq.nlargest(2, h, key=lambda t: t.name), list(heapq.merge([1, 4], [2, 3], reverse=False)), list(heapq.merge("ca", "db", key=ord, reverse=True)))
for fn in (lambda: heapq.heappop([]), lambda: heapq.heappush([Task(1, "x")], 3), lambda: heapq.heapify((1, 2)), lambda: Task(1, "a") < 3, lambda: Task(1, "a") >= "x"):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
grades = lambda s: "FDCBA"[bisect.bisect([60, 70, 80, 90], s)]
print([grades(s) for s in (33, 99, 77, 70, 89)], bisect.bisect_left([1, 2, 2, 3], 2), bisect.bisect_right([1, 2, 2, 3], 2), bisect.insort(l := [1, 3], 2), l, bisect.bisect([(1, "a"), (3, "b")], 2, key=lambda r: r[0]))
print(list(it.accumulate([1, 2, 3], op.mul, initial=10)), list(it.batched("ABCDEFG", 3)), list(it.chain.from_iterable(["ab", "c"])), list(it.combinations("abc", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.compress("abcd", [1, 0, 1])), list(it.islice(it.count(5, 2.5), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.dropwhile(str.islower, "abC")), list(it.filterfalse(None, [0, 1])), [(k, list(g)) for k, g in it.groupby("aabc")], list(it.islice("abcdef", 1, None, 2)), list(it.pairwise("abc")), len(list(it.permutations(range(4)))), list(it.product("ab", repeat=2)), list(it.repeat(1, 2)), list(it.starmap(pow, [(2, 3)])), list(it.takewhile(lambda x: x < 3, it.count())), [list(x) for x in it.tee("ab")], list(it.zip_longest("ab", "c", fillvalue="-")))
for fn in (lambda: list(it.batched("abc", 2, strict=True)), lambda: it.batched("a", 0), lambda: it.islice([], -1), lambda: it.repeat(), lambda: it.combinations("a", -1), lambda: it.count("x"), lambda: list(zip([1], [1, 2], strict=True)), lambda: it.groupby(), lambda: it.product("a", repeat=-1), lambda: next(it.chain()), lambda: it.permutations(3), lambda: list(it.starmap(pow, [3])), lambda: it.zip_longest("a", fill=1), lambda: it.tee([], -1)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print(it.count(3), it.repeat("x", 3), it.count(1, 2), it.repeat(None), repr(it.chain([1]))[:23], it.count(2.0, .5))
print(op.itemgetter(1, "a")({1: 2, "a": 3}), op.attrgetter("real", "imag")(3 + 4j), op.methodcaller("split", "-", maxsplit=1)("a-b-c"), op.itemgetter(slice(1, 3))("abcd"), op.attrgetter("__class__.__name__")(3), op.index(True), op.concat([1], [2]), op.countOf("aab", "a"), op.truth([]), op.length_hint(iter([1, 2])), op.itemgetter(0), op.matmul.__name__, op.not_(1), op.indexOf("abc", "c"), op.call(len, "ab"))
c = Counter("abracadabra"); c.update(a=-3); c.subtract("bz")
print(c, c.most_common(2), +c, -c, c & Counter(a=1, b=5), c | Counter(q=1), c.total(), list(c.elements()), c["nope"], Counter(a=1) < Counter(a=2), Counter(a=1) == Counter(a=1, b=0), c - Counter("a"))
d = deque(range(5), maxlen=5); d.append(9); d.appendleft(-1); d.rotate(2); print(d, d.index(9), d.count(1), d[-1], list(reversed(d)), d.copy() == d, deque([1, 2]) < deque([1, 3]), deque([1]) + deque([2]), deque([1, 2]) * 2)
for fn in (lambda: deque().pop(), lambda: d.remove(77), lambda: d.insert(2, 1), lambda: d[9], lambda: deque(maxlen=-1), lambda: d[0:1], lambda: deque([1]) + [2], lambda: hash(d), lambda: [d.append(1) for x in d], lambda: d.index(77)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
dd = defaultdict(lambda: defaultdict(int)); dd["a"]["b"] += 1; print({k: dict(v) for k, v in dd.items()}, defaultdict(list, {1: [2]}), defaultdict(None), repr(defaultdict(int, a=1) | {"b": 2}))
try: defaultdict(3)
except TypeError as e: print(e)
od = OrderedDict.fromkeys("abc", 0); od.move_to_end("a"); od.move_to_end("c", last=False); print(od, od.popitem(False), list(reversed(od)), od == {"a": 0, "b": 0}, od | {"q": 1})
Pt = namedtuple("Pt", "x y z", defaults=[0]); p = Pt(1, 2); print(p, p._replace(x=5), p._asdict(), Pt._fields, Pt._field_defaults, Pt._make("abc"), p.index(2), p + (1,), Pt.__doc__, Pt.x.__doc__, p == (1, 2, 0))
for fn in (lambda: Pt(1), lambda: Pt(1, 2, 3, 4), lambda: p._replace(q=1), lambda: namedtuple("B", "a a"), lambda: namedtuple("B", "def"), lambda: namedtuple("B", "_x"), lambda: namedtuple("B", "a b def a", rename=True)._fields, lambda: Pt._make([1]), lambda: setattr(p, "x", 1), lambda: namedtuple("3", "a"), lambda: p.w):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3}); cm["c"] = 4; print(cm, cm["b"], cm.new_child({"z": 0}), cm.parents, list(cm), len(cm), cm.maps[1], "b" in cm)
try: del cm["b"]
except KeyError as e: print(e)
class Low(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
print(Low(ABC=1), Low({"X": 1}) | {"Q": 2}, UserList([1, 2]) + [3], UserString("abc").upper() + "d", UserString("x") * 2, type(UserList([1])[0:1]))
print(sorted("bca", key=cmp_to_key(lambda a, b: (a < b) - (a > b))), reduce(op.or_, [{1}, {2}]), sorted([3, "a"], key=str), min("abc", key=lambda c: -ord(c)), max([], default="none"), partial(int, base=2)("101"), partial(pow, 2).func.__name__)
sorted([3, "a"])

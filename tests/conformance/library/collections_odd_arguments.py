"""Counters, chained maps, named tuples and the three User classes where they could differ: orders, odd arguments, errors."""
import copy
import pickle
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, deque, namedtuple


def attempt(what, action):
    try:
        result = action()
        print(what, "->", type(result).__name__, result if not isinstance(result, tuple) else list(result))
    except Exception as exc:
        print(what, "raised", repr(exc), "from", repr(exc.__context__))


class Shown:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        print("str of", self.text)
        return self.text


attempt("spaces", lambda: namedtuple("P", "a, b c")._fields)
attempt("objects", lambda: namedtuple(Shown("P"), [Shown("a"), Shown("b")])._fields)
attempt("keyword type", lambda: namedtuple("class", "a"))
attempt("keyword", lambda: namedtuple("P", "a def"))
attempt("underscore, then keyword", lambda: namedtuple("P", "_a def"))
attempt("no identifier", lambda: namedtuple("P", ["a", "1b"]))
attempt("underscore", lambda: namedtuple("P", "_a"))
attempt("duplicate", lambda: namedtuple("P", "a b a"))
attempt("renamed", lambda: namedtuple("P", "a def _x a 1 b b", rename=True)._fields)
attempt("renamed type", lambda: namedtuple("1", "a", rename=True))
attempt("numbers", lambda: namedtuple("P", [1, 2], rename=True)._fields)
attempt("not iterable", lambda: namedtuple("P", 5))
attempt("many defaults", lambda: namedtuple("P", "a", defaults=(1, 2)))
attempt("odd defaults", lambda: namedtuple("P", "a", defaults=5))
attempt("defaults", lambda: namedtuple("P", "a b c", defaults=iter([1, 2]))._field_defaults)
attempt("no defaults", lambda: namedtuple("P", "a b c", defaults=())._field_defaults)
attempt("module", lambda: namedtuple("P", "a", module="there").__module__)
attempt("positional", lambda: namedtuple("P", "a", True))
for fields in ("", "x", "x y"):
    P = namedtuple("P", fields, defaults=[0] * len(fields.split()))
    print(P, P.__doc__, P.__new__.__doc__, P.__new__.__defaults__, P(), P.__module__, P.__qualname__, P._make, P.__match_args__)
    print([k for k in vars(P) if k not in ("__module__", "__weakref__", "__firstlineno__", "__static_attributes__")])
P = namedtuple("P", "x y")
p = P(1, y=2)
attempt("few", lambda: P(1))
attempt("many", lambda: P(1, 2, 3))
attempt("wrong name", lambda: P(1, z=2))
attempt("make", lambda: P._make("ab"))
attempt("make wrong", lambda: P._make("abc"))
attempt("replace", lambda: p._replace(y=9))
attempt("replace wrong", lambda: p._replace(z=9, y=1))
attempt("copy.replace", lambda: copy.replace(p, x=5))
attempt("asdict", p._asdict)
attempt("newargs", p.__getnewargs__)
attempt("set", lambda: setattr(p, "x", 1))
attempt("pickled", lambda: pickle.loads(pickle.dumps(p)))
print(P.x.__doc__, P._replace.__qualname__, P._make.__func__.__qualname__, P.__repr__.__qualname__, P.__new__.__qualname__)


class Kid(P):
    __slots__ = ()

    def __iter__(self):
        return iter("kid")


print(Kid(1, 2), Kid(1, 2)._replace, list(Kid(1, 2)))
match p:
    case P(x, y=2):
        print("matched", x)

# Counter
c, d = Counter("aabbc"), Counter(a=1, b=5, d=-2, e=0)
for what, action in {
    "add": lambda: c + d, "sub": lambda: c - d, "or": lambda: c | d, "and": lambda: c & d, "pos": lambda: +d, "neg": lambda: -d,
    "sub reversed": lambda: d - c, "or reversed": lambda: d | c, "add a dict": lambda: c + {"a": 1}, "le": lambda: c <= d, "lt": lambda: Counter(a=1) < c,
    "ge": lambda: c >= Counter("ab"), "gt": lambda: c > c, "eq zero": lambda: Counter(a=0) == Counter(), "ne": lambda: Counter(a=1) != {"a": 1},
    "eq a dict": lambda: Counter(a=1) == {"a": 1}, "le a dict": lambda: Counter(a=1) <= {"a": 1}, "and equal": lambda: Counter(a=1) & Counter(a=1.0),
    "or equal": lambda: Counter(a=1) | Counter(a=1.0), "most": lambda: c.most_common(), "most 1": lambda: c.most_common(1), "most 0": lambda: c.most_common(0),
    "most -1": lambda: c.most_common(-1), "elements": lambda: list(d.elements()), "total": d.total, "missing": lambda: c["z"], "del": lambda: c.__delitem__("z"),
    "fromkeys": lambda: Counter.fromkeys("ab"), "of a number": lambda: Counter(5), "subtract a number": lambda: Counter().subtract(5),
    "of None": lambda: Counter(None), "of two": lambda: Counter("a", "b"), "kwds": lambda: Counter("ab", a=5, self=1, iterable=2),
    "of a mapping": lambda: Counter({"x": 1.5, "y": "z"}), "odd counts": lambda: repr(Counter({"x": 1, "y": "z"})), "empty": lambda: Counter(),
    "copy": c.copy, "copied": lambda: copy.copy(c), "deep": lambda: copy.deepcopy(c), "pickled": lambda: pickle.loads(pickle.dumps(c)),
    "dict or": lambda: dict(a=1) | c, "hash": lambda: hash(c),
}.items():
    attempt(what, action)
for op in "iadd isub ior iand".split():
    import operator
    x = Counter("aabbc")
    attempt(op, lambda: getattr(operator, op)(x, d))
    attempt(op + " a dict", lambda: getattr(operator, op)(Counter(a=3, b=1), {"a": 2, "b": 2}))
    print(x)
x = Counter(a=1)
x.update(a=2, b=1)
x.update([("a", 1), "a"])
x.update(Counter("ab"))
x.subtract("ab", a=10)
x.subtract({"q": 1})
print(x, dict(x))


class Kept(Counter):
    def __missing__(self, key):
        return 100

    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


k = Kept("aab")
print(k, k["zz"], type(k + k), k.copy(), type(k.copy()))
k.update("ab")
k.subtract(a=1)
k += Counter("z")
print(k)

# ChainMap
a, b = {"x": 1, "y": 2}, {"y": 20, "z": 30}
m = ChainMap(a, b)
for what, action in {
    "repr": lambda: m, "list": lambda: list(m), "len": lambda: len(m), "get": lambda: m["z"], "missing": lambda: m["q"], "get default": lambda: m.get("q", 7),
    "in": lambda: ("z" in m, "q" in m), "pop": lambda: m.pop("z"), "pop own": lambda: m.pop("x"), "pop default": lambda: m.pop("z", 0), "del": lambda: m.__delitem__("z"),
    "popitem": m.popitem, "popitem none": m.popitem, "child": lambda: m.new_child(), "child of": lambda: m.new_child({"c": 1}, d=2), "child kw": lambda: m.new_child(e=5),
    "parents": lambda: m.parents, "bool": lambda: bool(ChainMap({}, {})), "empty": ChainMap, "or": lambda: m | {"n": 1}, "ror": lambda: {"n": 1, "z": 0} | m,
    "or wrong": lambda: m | 5, "ror wrong": lambda: 5 | m, "copy": m.copy, "fromkeys": lambda: ChainMap.fromkeys("ab", 1), "fromkeys None": lambda: ChainMap.fromkeys("a"),
    "eq": lambda: m == {"y": 20, "z": 30}, "items": lambda: sorted(m.items()), "clear": m.clear, "setdefault": lambda: m.setdefault("s", 1), "copied": lambda: copy.copy(m),
    "no maps": lambda: ChainMap().parents, "ior": lambda: operator.ior(m, {"i": 1}), "ior pairs": lambda: operator.ior(m, [("j", 2)]),
}.items():
    attempt(what, action)
m.maps.append(m)
print(m)
m.maps.pop()


class Deep(ChainMap):
    def __missing__(self, key):
        return f"no {key}"

    def __ior__(self, other):
        print("own ior")
        return super().__ior__(other)


e = Deep({"a": 1})
print(e["b"], e.get("b"), "b" in e, e | {"k": 1}, type(e.new_child()), type(e.parents))

# UserDict, UserList, UserString


class Lower(UserDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key.lower(), value)


u = Lower({"A": 1}, B=2)
for what, action in {
    "repr": lambda: u, "get": lambda: u["a"], "missing": lambda: u["A"], "get default": lambda: u.get("A", 5), "or": lambda: u | {"C": 3}, "ror": lambda: {"C": 3} | u,
    "or own": lambda: u | UserDict(Z=1), "or wrong": lambda: u | [("a", 1)], "ior": lambda: operator.ior(u, {"Q": 1}), "ior own": lambda: operator.ior(u, UserDict(w=1)),
    "ior pairs": lambda: operator.ior(u, [("v", 2)]), "copy": u.copy, "copied": lambda: copy.copy(u), "deep": lambda: copy.deepcopy(u), "fromkeys": lambda: Lower.fromkeys("AB", 0),
    "pop": lambda: u.pop("a"), "pop none": lambda: u.pop("zz"), "eq": lambda: u == dict(u), "len": lambda: len(u), "del": lambda: u.__delitem__("zz"), "plain copy": UserDict(a=1).copy,
    "None": lambda: UserDict(None), "dict kw": lambda: UserDict(dict=1), "popitem": u.popitem, "clear": u.clear, "keys": lambda: list(UserDict(a=1).keys()), "of 5": lambda: UserDict(5),
}.items():
    attempt(what, action)


class Miss(UserDict):
    def __missing__(self, key):
        return key * 2


w = Miss()
w.mark = "kept"
print(w["ab"], w.get("ab"), "ab" in w, copy.copy(w).mark, w.copy().mark, copy.copy(w).data is w.data)


class Mine(UserList):
    pass


u = Mine([3, 1, 2])
u.mark = "kept"
for what, action in {
    "repr": lambda: u, "slice": lambda: u[1:], "item": lambda: u[0], "add": lambda: u + [1], "add tuple": lambda: u + (1,), "add own": lambda: u + UserList("ab"), "add str": lambda: u + "xy",
    "add 5": lambda: u + 5, "radd": lambda: [0] + u, "radd tuple": lambda: (0,) + u, "radd own": lambda: UserList("q") + u, "iadd": lambda: operator.iadd(u, "z"), "iadd own": lambda: operator.iadd(u, UserList([7])),
    "mul": lambda: u * 2, "rmul": lambda: 0 * u, "imul": lambda: operator.imul(u, 2), "lt": lambda: u < [9], "gt": lambda: u > UserList([0]), "eq": lambda: u == list(u), "lt wrong": lambda: u < 5, "le": lambda: u <= u, "ge": lambda: [1] >= u,
    "in": lambda: 3 in u, "index": lambda: u.index(1), "index from": lambda: u.index(3, 1), "index none": lambda: u.index(99), "count": lambda: u.count(3), "pop": u.pop, "pop 0": lambda: u.pop(0), "remove": lambda: u.remove(99), "copy": u.copy,
    "copied": lambda: (copy.copy(u).mark, copy.copy(u).data is u.data, copy.copy(u)), "sort": lambda: u.sort(key=str, reverse=True), "reverse": u.reverse, "extend": lambda: u.extend(UserList([1])), "extend it": lambda: u.extend(x for x in "ab"),
    "insert": lambda: u.insert(1, "i"), "append": lambda: u.append(0), "set": lambda: u.__setitem__(0, 5), "set slice": lambda: u.__setitem__(slice(0, 1), "pq"), "del": lambda: u.__delitem__(slice(0, 2)), "hash": lambda: hash(u),
    "shown": lambda: u, "clear": u.clear, "pop none": u.pop, "of None": lambda: UserList(None), "of own": lambda: UserList(UserList("ab")), "of 5": lambda: UserList(5), "reversed": lambda: list(reversed(UserList("ab"))),
}.items():
    attempt(what, action)
t = UserString("a bC")
for what, action in {
    "repr": lambda: repr(t), "str": lambda: t, "add": lambda: t + "x", "add own": lambda: t + UserString("y"), "add 5": lambda: t + 5, "radd": lambda: "x" + t, "radd 5": lambda: 5 + t, "mul": lambda: t * 2, "rmul": lambda: 2 * t,
    "mod": lambda: UserString("%s-%s") % (1, 2), "rmod": lambda: "%s!" % t, "int": lambda: int(UserString("7")), "float": lambda: float(UserString("1.5")), "complex": lambda: complex(UserString("2j")), "upper": t.upper, "split": t.split,
    "join": lambda: UserString("-").join(["a", "b"]), "in": lambda: "b" in t, "in own": lambda: UserString("bC") in t, "in 5": lambda: 5 in t, "slice": lambda: t[1:], "item": lambda: t[0], "eq": lambda: t == "a bC", "lt": lambda: t < "b", "ge": lambda: t >= UserString("a"), "lt 5": lambda: t < 5,
    "hash": lambda: hash(t) == hash("a bC"), "count": lambda: t.count(UserString("b")), "replace": lambda: t.replace("a", UserString("z")), "center": lambda: t.center(8, "*"), "find": lambda: t.find("b"), "encode": t.encode, "of 5": lambda: UserString(5), "of own": lambda: UserString(t), "newargs": t.__getnewargs__,
    "dict": lambda: {"a bC": 1}[t], "isupper": t.isupper, "startswith": lambda: t.startswith("a"), "partition": lambda: t.partition(" "), "len": lambda: len(t), "pickled": lambda: pickle.loads(pickle.dumps(t)), "rindex none": lambda: t.rindex("q"), "format": lambda: UserString("{}").format(3), "list": lambda: list(t),
}.items():
    attempt(what, action)

"""What the abstract containers ask of the class below them: every call into the program's own methods, in order."""
import collections.abc as C

log = []


def said():
    out = " ".join(log)
    log.clear()
    return out


def attempt(what, action):
    try:
        result = action()
        if isinstance(result, C.Set) and not isinstance(result, (set, frozenset)):
            result = list(result)
        print(what, "->", result, "|", said())
    except BaseException as exc:
        print(what, "raised", repr(exc), repr(exc.__context__), exc.__suppress_context__, "|", said())


class S(C.MutableSet):
    def __init__(self, items=()):
        log.append(f"S({type(items).__name__})")
        self.items = list(dict.fromkeys(items))

    def __contains__(self, x):
        log.append(f"in:{x}")
        return x in self.items

    def __iter__(self):
        log.append("iter")
        try:
            for item in list(self.items):
                yield item
        finally:
            log.append("iterated")

    def __len__(self):
        log.append("len")
        return len(self.items)

    def add(self, x):
        log.append(f"add:{x}")
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        log.append(f"discard:{x}")
        if x in self.items:
            self.items.remove(x)


import operator as o
for name in "lt le gt ge eq ne and_ or_ sub xor".split():
    for make in (lambda: S([2, 1]), lambda: S([1, 2, 3]), lambda: S([1]), lambda: S(), lambda: {1, 2}, lambda: [2, 5], lambda: 7,
                 lambda: {1: 2}.keys()):
        left, right = S([1, 2]), make()
        log.clear()
        attempt(f"{name} {type(right).__name__}", lambda: getattr(o, name)(left, right))
        if not isinstance(right, S):
            attempt(f"r{name} {type(right).__name__}", lambda: getattr(o, name)(right, left))
for name in "ior iand isub ixor".split():
    for make in (lambda left: left, lambda left: S([2, 3]), lambda left: [2, 3, 3], lambda left: 5):
        left = S([1, 2])
        right = make(left)
        log.clear()
        attempt(f"{name} {type(right).__name__}", lambda: getattr(o, name)(left, right))
        print(left.items)
s = S("ab")
log.clear()
attempt("pop", s.pop)
attempt("remove", lambda: s.remove("z"))
attempt("remove", lambda: s.remove("b"))
attempt("pop", s.pop)
s |= "xyz"
attempt("clear", s.clear)
attempt("hash", lambda: S([1, 2])._hash() == S([2, 1])._hash())
attempt("isdisjoint", lambda: S([1, 2]).isdisjoint([3, 2, 1]))
attempt("__hash__", lambda: hash(S()))
print(C.Set.__rand__ is C.Set.__and__, C.Set.__ror__ is C.Set.__or__, C.Set.__rxor__ is C.Set.__xor__)


class M(C.MutableMapping):
    def __init__(self, items=()):
        self.items_ = dict(items)

    def __getitem__(self, k):
        log.append(f"get:{k}")
        return self.items_[k]

    def __setitem__(self, k, v):
        log.append(f"set:{k}={v}")
        self.items_[k] = v

    def __delitem__(self, k):
        log.append(f"del:{k}")
        del self.items_[k]

    def __iter__(self):
        log.append("iter")
        try:
            for k in list(self.items_):
                yield k
        finally:
            log.append("iterated")

    def __len__(self):
        log.append("len")
        return len(self.items_)


class Keyed:
    def keys(self):
        log.append("keys")
        return iter("pq")

    def __getitem__(self, k):
        log.append(f"own:{k}")
        return k * 2


m = M({1: 2, 3: 4})
for what, action in {
    "get": lambda: m.get(1), "get none": lambda: m.get(9, "d"), "in": lambda: 3 in m, "not in": lambda: 5 in m,
    "pop": lambda: m.pop(1), "pop default": lambda: m.pop(1, None), "pop none": lambda: m.pop(1),
    "setdefault": lambda: m.setdefault(3, 0), "setdefault new": lambda: m.setdefault(8, 9), "setdefault None": lambda: m.setdefault(7),
    "update pairs": lambda: m.update([("a", 1), "bc"], z=5), "update mapping": lambda: m.update(M({6: 6})),
    "update dict": lambda: m.update({5: 5}), "update keyed": lambda: m.update(Keyed(), self=1, other=2),
    "update nothing": lambda: m.update(), "update wrong": lambda: m.update(5), "update wrong pair": lambda: m.update([1]),
    "eq": lambda: m == dict(m.items_), "ne": lambda: m == 5, "keys": lambda: list(m.keys()), "items": lambda: list(m.items()),
    "values": lambda: list(m.values()), "in keys": lambda: 3 in m.keys(), "in items": lambda: (3, 4) in m.items(),
    "not in items": lambda: (30, 4) in m.items(), "odd in items": lambda: 3 in m.items(), "in values": lambda: 5 in m.values(),
    "not in values": lambda: 55 in m.values(), "len keys": lambda: len(m.keys()), "keys and": lambda: sorted(M({1: 2, 3: 4}).keys() & {3}),
    "items or": lambda: len(M({1: 2}).items() | {(5, 6)}), "keys minus": lambda: M({1: 2, 3: 4}).keys() - [1],
    "reversed": lambda: reversed(m), "popitem": m.popitem, "clear": m.clear, "popitem none": m.popitem, "repr": lambda: repr(M().keys())[:12],
}.items():
    attempt(what, action)
nan = float("nan")
print(nan in M({1: nan}).values(), (1, nan) in M({1: nan}).items())


class Q(C.MutableSequence):
    def __init__(self, items=()):
        self.items = list(items)

    def __getitem__(self, i):
        log.append(f"get:{i}")
        return self.items[i]

    def __setitem__(self, i, v):
        log.append(f"set:{i}={v}")
        self.items[i] = v

    def __delitem__(self, i):
        log.append(f"del:{i}")
        del self.items[i]

    def __len__(self):
        log.append("len")
        return len(self.items)

    def insert(self, i, v):
        log.append(f"insert:{i}={v}")
        self.items.insert(i, v)


q = Q("abcab")
for what, action in {
    "list": lambda: list(iter(q)), "reversed": lambda: list(reversed(q)), "in": lambda: "c" in q, "not in": lambda: "z" in q,
    "count": lambda: q.count("a"), "index": lambda: q.index("b"), "index from": lambda: q.index("a", 1), "index neg": lambda: q.index("b", -2),
    "index far": lambda: q.index("a", -99, -1), "index stop": lambda: q.index("c", 0, 2), "index none": lambda: q.index("z"),
    "index None": lambda: q.index("a", None), "index None stop": lambda: q.index("a", 0, None), "append": lambda: q.append("x"),
    "extend": lambda: q.extend("yz"), "extend itself": lambda: q.extend(q), "pop": q.pop, "pop 0": lambda: q.pop(0),
    "remove": lambda: q.remove("c"), "remove none": lambda: q.remove("!"), "reverse": q.reverse, "iadd": lambda: o.iadd(q, [1]).items,
    "clear": q.clear, "pop none": q.pop, "reverse none": q.reverse, "reverse odd": Q([1, 2, 3]).reverse,
}.items():
    attempt(what, action)
print(q.items)


class Gen(C.Generator):
    def __init__(self, end=None):
        self.end = end

    def send(self, value):
        return ("sent", value)

    def throw(self, typ, val=None, tb=None):
        log.append("throw")
        if self.end is not None:
            return self.end
        super().throw(typ, val, tb)


class Coro(C.Coroutine):
    def __await__(self):
        yield

    send = Gen.send
    __init__ = Gen.__init__

    def throw(self, typ, val=None, tb=None):
        if self.end:
            raise self.end
        return C.Coroutine.throw(self, typ, val, tb)


class AGen(C.AsyncGenerator):
    __init__ = Gen.__init__

    async def asend(self, value):
        return ("asent", value)

    async def athrow(self, typ, val=None, tb=None):
        if self.end:
            return self.end
        await super().athrow(typ, val, tb)


def finish(coro):
    try:
        coro.send(None)
    except StopIteration as end:
        return end.value
    return "suspended"


try:
    raise OSError
except OSError as e:
    tb = e.__traceback__
for make in (Gen, Coro):
    attempt("next", lambda: make().send(3))
    attempt("close", make().close)
    attempt("throw class", lambda: make().throw(ValueError))
    attempt("throw value", lambda: make().throw(ValueError, ValueError(1)))
    attempt("throw tb", lambda: make().throw(ValueError, None, tb))
    attempt("throw instance", lambda: make().throw(KeyError(2)))
attempt("next", lambda: next(Gen()))
attempt("iter", lambda: iter(Gen()) is not None)
attempt("close ignored", Gen(1).close)
attempt("close stops", Coro(StopIteration()).close)
attempt("close fails", Coro(OSError()).close)
attempt("anext", lambda: finish(AGen().__anext__()))
attempt("aclose", lambda: finish(AGen().aclose()))
attempt("aclose ignored", lambda: finish(AGen(1).aclose()))
attempt("athrow", lambda: finish(AGen().athrow(ValueError, None, tb)))
attempt("base send", lambda: C.Generator.send(Gen(), 1))
attempt("base anext", lambda: finish(C.AsyncIterator.__anext__(AGen())))
print(list(C.Iterable.__iter__(q)), list(C.Reversible.__reversed__(q)), C.Hashable.__hash__(1), C.Sized.__len__(1),
      C.Container.__contains__(1, 2), C.Callable.__call__(1))


class NoHash:
    __hash__ = None


class Kid(NoHash):
    pass


class HashAgain(Kid):
    def __hash__(self):
        return 1


class IterOnly:
    def __iter__(self):
        return iter(())


for cls in (int, list, dict, set, tuple, str, bytes, range, frozenset, NoHash, Kid, HashAgain, IterOnly, S, M, Q, Gen, Coro, AGen, type(x for x in ()),
            type({}.keys()), type({}.items()), type({}.values()), memoryview, bytearray, type(len), type):
    print(cls.__name__, [n for n in C.__all__ if n != "ByteString" and issubclass(cls, getattr(C, n))])


class MyIterable(C.Iterable):
    pass


print(issubclass(list, MyIterable), MyIterable.__subclasshook__(list), C.Iterable.__subclasshook__(list), C.Iterable.__subclasshook__(int))
print(C.Iterable.__subclasshook__.__func__.__qualname__, C.Iterable.__subclasshook__.__func__.__module__, C.Iterable[int], C.Callable[[int], str])
for cls in (MyIterable, C.Set, C.MutableMapping, C.MutableSequence, C.AsyncGenerator, C.Coroutine):
    attempt(cls.__name__, cls)
match memoryview(b"ab"):
    case [a, b]:
        print(a, b)

# Each loop does the same again and again until something of it changes: the numbers grow, the class
# gets another method, the instance an attribute of its own, the name another value.
import sys


def add(a, b):
    c = a + b
    return c


def steps(n):
    out = []
    i = n
    while i < n + 3:
        i += 1
        out.append(i - 1)
        if i % 2 == 0:
            out.append(i * i)
    return out


print([add(a, b) for a, b in [(1, 2), (1.5, 2), ("a", "b"), ([1], [2]), (2**62, 2**62), (-(2**62), -1)]])
for start in [0, 2**29 - 2, 2**30 - 2, 2**31 - 2, 2**61 - 2, 2**62 - 2, 2**63 - 2, -1.5, -(2**30) - 2, -(2**62) - 2]:
    print(steps(start))
for value in [0, 1, 2.5, "x", [], None, 2**70]:
    try:
        print(value == 1, value < 2, value != 3, value > 2, value >= 2, value <= 2)
        print("less" if value < 2 else "not less", "less" if 2 > value else "not less")
    except TypeError as error:
        print("TypeError:", error)
    try:
        print(add(value, 1))
    except TypeError as error:
        print("TypeError:", error)


def items(sequence, at):
    return sequence[at]


def put(sequence, at, what):
    sequence[at] = what
    return sequence


for sequence in [[1, 2, 3], (1, 2, 3), "abc", {0: "zero", -1: "less"}, b"xyz", range(5)]:
    for at in [0, -1, 2, 7, "k", slice(1, 3)]:
        try:
            print(items(sequence, at), end=" ")
        except (LookupError, TypeError) as error:
            print(type(error).__name__, error, end=" ")
    print()
for sequence in [[1, 2, 3], (1, 2), {0: 1}, bytearray(b"ab")]:
    for at in [0, -1, 9]:
        try:
            print(put(sequence, at, 5), end=" ")
        except (LookupError, TypeError) as error:
            print(type(error).__name__, error, end=" ")
    print()


class Base:
    kind = "class"

    def __init__(self):
        self.own = 0

    def name(self):
        return "Base.name"

    @property
    def half(self):
        return self.own // 2


class Child(Base):
    def name(self):
        return "Child of " + super().name()


class Other:
    def name(self):
        return "Other.name"

    half = "plain"
    own = 7
    kind = "other"


def look(thing):
    return thing.name(), thing.half, thing.own, thing.kind


def store(thing, value):
    thing.own = value
    thing.own += 1
    return thing.own


base, child, other = Base(), Child(), Other()
for round in range(11):
    for thing in (base, child, other):
        try:
            print(round, store(thing, round), look(thing))
        except Exception as error:
            print(round, type(error).__name__, error)
    if round == 1:
        child.name = lambda: "child's own"
    if round == 2:
        del child.name
        Base.name = lambda self: "Base.name, the second"
    if round == 3:
        Base.half = property(lambda self: -self.own)
    if round == 4:
        Base.half = 5
        base.half = "own half"
    if round == 5:
        Base.own = property(lambda self: "property", lambda self, value: print("set", value))
    if round == 6:
        del Base.own
        del Base.name
    if round == 7:
        Base.name = staticmethod(lambda: "static")
    if round == 8:
        Base.__getattr__ = lambda self, attribute: "for " + attribute
        del Base.half
        del base.half
    if round == 9:
        Base.__setattr__ = lambda self, attribute, value: print("no", attribute)


class Slotted:
    __slots__ = ("own", "__dict__")
    half = 1
    kind = 2

    def name(self):
        return "slotted"


for thing in (Slotted(), Other()):
    print(store(thing, 1), look(thing))
thing = Other()
thing.__class__ = Base
print(look(thing))


class Shouts:
    def __get__(self, instance, owner):
        return f"got by {type(instance).__name__}"


Other.kind = Shouts()
print(look(other))
Shouts.__set__ = lambda self, instance, value: print("kept", value)
Other.own = Shouts()
try:
    print(store(other, 3))
except TypeError as error:
    print(error)


class Loud:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("bye", self.n, end=" ")


def replace(n):
    kept = Loud("kept")
    for i in range(n):
        kept = Loud(i)
        print("made", i, end=" ")
    i = Loud("last")
    for i in range(2):
        print("round", i, end=" ")
    print()


replace(3)
print()


def overshadow():
    total = 0
    for i in range(3):
        total += i
        i = "text"
    for i in iter([1, 2]):
        total = total + i
    for i in (x * x for x in range(4)):
        total -= i
    return total


print(overshadow())


def depth(n):
    return n if n <= 0 else depth(n - 1)


class Deep:
    @property
    def down(self):
        return self.down

    def method(self):
        return self.method()


print(depth(50))
for call in (lambda: depth(10**6), lambda: Deep().down, lambda: Deep().method()):
    try:
        call()
    except RecursionError as error:
        print("RecursionError", str(error)[:32])


def frames():
    kept = sys._getframe()
    local = "still here"
    return kept


frame = frames()
print(frame.f_code.co_name, frame.f_locals["local"], frame.f_back is None)


def fails(n):
    local = [n]
    return n / (n - n)


try:
    fails(3)
except ZeroDivisionError as error:
    inner = error.__traceback__.tb_next.tb_frame
    print(inner.f_locals, inner.f_back.f_code.co_name)


async def child(n):
    if n > 2:
        raise ValueError(n)
    return n


async def parent(n):
    coroutine = child(n)
    return await coroutine + await child(n - 1)


for n in range(5):
    try:
        parent(n).send(None)
    except StopIteration as stop:
        print("result", stop.value)
    except ValueError as error:
        print("ValueError", error)
coroutine = child(1)
for _ in range(2):
    try:
        coroutine.send(None)
    except (StopIteration, RuntimeError) as error:
        print(type(error).__name__, error)


async def twice(coroutine):
    print(await coroutine)
    await coroutine


try:
    twice(child(2)).send(None)
except RuntimeError as error:
    print(error)


def generator(n):
    try:
        for i in range(n):
            got = yield i
            if got:
                print("got", got)
    finally:
        print("closed")
    return "end"


def through():
    print((yield from generator(2)))


print(list(through()))
for i in generator(3):
    if i == 1:
        break
try:
    for i in generator(1):
        raise KeyError(i)
except KeyError as error:
    print("KeyError", error)

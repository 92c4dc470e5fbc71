# Parameters of every kind, defaults made once, closures that share a cell, arguments unpacked.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw

print(f(1, c=3))
print(f(1, 5, 6, 7, c=8, e=9, z=0))
print(f(*[1, 2, 3], **{"c": 4, "x": 5}))

def collect(x, into=[]):
    into.append(x)
    return into

print(collect(1), collect(2), collect(3, []))

def counter():
    n = 0
    def up(by=1):
        nonlocal n
        n += by
        return n
    def read():
        return n
    return up, read

up, read = counter()
up(); up(5)
print(read())

adders = [lambda x, i=i: x + i for i in range(3)]
late = [lambda: i for i in range(3)]
print([a(10) for a in adders], [g() for g in late])

def positional(a, /, b, *, c):
    return a + b + c

print(positional(1, b=2, c=3))
for call in (lambda: positional(a=1, b=2, c=3), lambda: f(), lambda: f(1), lambda: f(1, a=2, c=3),
             lambda: positional(1, 2, 3), lambda: positional(1, 2, c=3, d=4), lambda: counter(1),
             lambda: collect(), lambda: f(**{1: 2}), lambda: f(*3)):
    try:
        print(call())
    except TypeError as e:
        print("TypeError:", e)

x = "global"
def scopes():
    global y
    y = x
    def inner():
        return x, y
    return inner()
print(scopes(), y)

def swap(a, b):
    a, b = b, a
    return a, b
print(swap(1, 2))
first, *middle, last = range(6)
print(first, middle, last)
(a, b), [c, *d] = (1, 2), "xyz"
print(a, b, c, d)
try:
    a, b = 1, 2, 3
except ValueError as e:
    print(e)
try:
    a, b, c = [1]
except ValueError as e:
    print(e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)

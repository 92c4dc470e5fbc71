# Generators: laziness, send, throw, close, return value, yield from, generator expressions.
def countdown(n):
    print("start")
    while n:
        yield n
        n -= 1
    print("end")
    return "done"

g = countdown(2)
print(next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)

def echo():
    got = None
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = f"caught {e}"
        except GeneratorExit:
            print("closing")
            raise

e = echo()
print(next(e), e.send(1), e.throw(ValueError("x")), e.send("y"))
e.close()
try:
    e.send(1)
except StopIteration:
    print("stopped")
try:
    echo().send(1)
except TypeError as err:
    print(err)

def inner():
    x = yield 1
    print("inner got", x)
    return x * 2
def outer():
    r = yield from inner()
    print("outer got", r)
    yield from [r, r + 1]
    yield from "ab"
o = outer()
print(next(o), o.send(21), list(o))

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
gen = fib()
print([next(gen) for _ in range(15)])
squares = (x * x for x in range(10) if x % 2)
print(sum(squares), list(squares))
def broken():
    yield 1
    raise KeyError("in generator")
try:
    list(broken())
except KeyError as err:
    print("KeyError", err)
def stops():
    yield 1
    raise StopIteration
try:
    list(stops())
except RuntimeError as err:
    print(err)
def gen_finally():
    try:
        yield 1
    finally:
        print("finally")
for x in gen_finally():
    break
print("after break")
h = gen_finally()
next(h)
del h
print("after del")
class Tree:
    def __init__(self, v, l=None, r=None): self.v, self.l, self.r = v, l, r
    def __iter__(self):
        if self.l: yield from self.l
        yield self.v
        if self.r: yield from self.r
print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6))))
print(type(g).__name__, g.gi_frame is None)

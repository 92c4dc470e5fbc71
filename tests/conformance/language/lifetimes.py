# Objects die when the last reference goes: __del__ at that very moment, locals at the end of the call.
class Noisy:
    def __init__(self, name): self.name = name; print("make", name)
    def __del__(self): print("del", self.name)
def f():
    a = Noisy("local")
    print("in f")
f()
print("after f")
x = Noisy("first")
x = Noisy("second")
y = x
del x
print("still")
y = None
items = [Noisy("i0"), Noisy("i1")]
items.pop(0)
print("popped")
items.clear()
d = {"k": Noisy("value")}
d["k"] = 1
Noisy("temporary")
print("after temporary")
def gen():
    n = Noisy("in generator")
    yield 1
g = gen()
next(g)
del g
print("after generator")
try:
    n = Noisy("during")
    raise ValueError
except ValueError:
    n = None
    print("handled")
z = Noisy("at exit")

# Which classes an object may change to, and what is said of the others.
class A: pass
class B: pass
class S: __slots__ = ("a",)
class L(list): pass
for x, c in ((A(), int), (3, A), (A(), 3), (A(), S), (L(), A), (A, B), (A(), object), (ValueError(), TypeError)):
    try:
        x.__class__ = c; print("ok", type(x).__name__, c.__name__)
    except TypeError as e:
        print(e)
try:
    del A().__class__
except TypeError as e:
    print(e)

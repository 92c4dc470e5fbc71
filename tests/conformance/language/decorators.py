# Decorators: order, arguments, wrapping coroutines, classes as decorators, methods.
def trace(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("result", result)
        return result
    return wrapper
def times(n):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        return wrapper
    return decorate
@trace
def add(a, b=1): return a + b
add(1, b=2)
@trace
@times(2)
def hello(name): return f"hi {name}"
hello("x")
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def square(x): return x * x
print(square(3), square(4), square.n)
class Thing:
    @trace
    def method(self, x): return x
    @staticmethod
    def s(): return "static"
    @classmethod
    def c(cls): return cls.__name__
Thing.__repr__ = lambda self: "<Thing>"
Thing().method(5)
print(Thing.s(), Thing().c())
def register(cls):
    cls.registered = True
    return cls
@register
class R: pass
print(R.registered)

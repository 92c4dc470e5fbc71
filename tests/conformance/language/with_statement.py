# Context managers: enter, exit, swallowing, nesting, exits in reverse order, what __exit__ is told.
class Manager:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value, traceback is not None)
        return self.swallow
with Manager("a") as a, Manager("b") as b:
    print(a, b)
with Manager("swallows", True):
    raise ValueError("gone")
try:
    with Manager("passes"):
        with Manager("inner"):
            raise KeyError("kept")
except KeyError as e:
    print("caught", e)
def returns():
    with Manager("r"):
        return "value"
print(returns())
for i in range(2):
    with Manager(f"loop{i}"):
        if i == 0: continue
        break
with (Manager("p1") as x,
      Manager("p2") as y):
    print(x + y)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e:
    print(e)
class ExitRaises:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with ExitRaises():
        raise ValueError("first")
except RuntimeError as e:
    print(e, repr(e.__context__))

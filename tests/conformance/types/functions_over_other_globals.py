"""One code object over one dict of globals after another: each finds its own names, also where it lies in memory where another lay."""
import types

code = compile("def f(): return len([1, 2])\nr = f()", "c", "exec")


def executed(**names):
    exec(code, names)
    return names["r"]


def measured():
    return len([1, 2])


def over(names):
    return types.FunctionType(measured.__code__, names)()


for _ in range(3):
    print(executed(x=1), executed(len=lambda value: "mine"), end=" ")
    print(over({"x": 1}), over({"len": lambda value: "mine"}), over({}), over({"y": 1}))
names = {"x": 1}
f = types.FunctionType(measured.__code__, names)
print(f(), end=" ")
names["len"] = lambda value: "added"
print(f(), end=" ")
del names["len"]
print(f(), end=" ")
names.clear()
names |= {"len": lambda value: "again"}
print(f())

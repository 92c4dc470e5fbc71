# eval() gives the value of one expression, exec() runs statements; both see the names that they are given, else those around them.
import traceback

x = 5
print(eval("x + 1"), eval("  x * 2", {"x": 21}), eval(b"1, 2"))


def inside(y):
    print(eval("x + y"))
    exec("y = 100; z = 3")    # writes into a copy of the function's names
    print(y, "z" in locals(), sorted(eval("locals()")))


inside(6)
exec("made = [n * x for n in range(3)]")
print(made)

names = {}
exec("def double(n):\n    return n * 2\nresult = double(21)", names)
print(sorted(names), names["result"], names["double"](4))

locals_ = {}
exec("a = 1\nclass C:\n    b = 2", {}, locals_)
print(sorted(locals_), locals_["C"].b)


class Upper(dict):
    def __missing__(self, key):
        return key.upper()


print(eval("a + b", {}, Upper()))

code = compile("a * b", "<mine>", "eval")
print(type(code), code.co_filename, [eval(code, {"a": n, "b": n}) for n in range(4)])
counter = compile("n += 1", "<count>", "exec")
names = {"n": 0}
for _ in range(3):
    exec(counter, names)
print(names["n"], eval(compile("1 + 1", "f", "eval")), exec(counter, names))

for bad in (lambda: eval(1), lambda: exec(None), lambda: eval("1", []), lambda: exec("1", 3), lambda: eval("1", {}, 3),
            lambda: compile("1", "f", "other"), lambda: eval("1\0"), lambda: eval("missing"), lambda: eval("1 / 0")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)

try:
    exec("def f():\n    return undefined\n\nf()")
except NameError:
    traceback.print_exc()    # the lines of a text are not shown

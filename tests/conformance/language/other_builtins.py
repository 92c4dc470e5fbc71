"""exec() and eval() whose names have a __builtins__ of their own, as a "safe" calculator has it."""
import builtins
import math

for source in ("len('abc')", "print(1)", "[x * x for x in range(3)]", "__import__('math')", "1 + 2", "(lambda: len)()"):
    for given in ({}, {"len": lambda of: "my own", "range": range}, builtins, None):
        try:
            print(source, "->", eval(source, {"__builtins__": given}))
        except (NameError, TypeError) as error:
            print(source, "->", type(error).__name__, error)


def run(source, names):
    try:
        exec(source, names)
    except Exception as error:
        print(type(error).__name__, error)


run("class A: pass", {"__builtins__": {}})
run("import math", {"__builtins__": {}})
run("import math\nprint(math.pi)", {"__builtins__": {"__import__": __import__, "print": print}})
run("import math, sys as s\nfrom os import path\nprint(math, s, path)",
    {"__builtins__": {"__import__": lambda name, *rest: math if name != "os" else type("M", (), {"path": (name, rest[2:])}),
                      "print": print}, "__name__": "boxed"})
names = {"__builtins__": {"max": max}}
exec("def biggest(*of): return max(of)\ndef length(of): return len(of)", names)
print(names["biggest"](1, 3, 2))
try:
    names["length"]("abc")
except NameError as error:
    print(error)
allowed = {name: getattr(math, name) for name in ("sqrt", "pi")}
print(eval("sqrt(16) + pi", {"__builtins__": {}}, allowed))
usual = builtins.__import__


def tells(name, globals=None, locals=None, fromlist=(), level=0):
    print("import", name, fromlist, level)
    return usual(name, globals, locals, fromlist, level)


builtins.__import__ = tells
import string
from textwrap import dedent, indent
builtins.__import__ = usual
print(string.digits, __import__("os.path", fromlist=["join"]).__name__, __import__("os.path").__name__)
for bad in ((), (5,), ("",)):
    try:
        __import__(*bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

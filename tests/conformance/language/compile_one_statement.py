"""compile(text, name, 'single'): what an expression of its own line gives is shown; flags and other arguments of compile()."""
import builtins
import sys


def run(text, mode="single", **options):
    try:
        exec(compile(text, "n", mode, **options))
        print("ran", repr(text))
    except SyntaxError as error:
        print(repr(text), type(error).__name__, error.args)
    except Exception as error:
        print(repr(text), type(error).__name__, error)


for text in ["", "\n", "1", "1\n", "1;2", "1;2\n", "1\n2", "1\n\n\n# hi\n", "1\n\n2", "a=1", "a=1\na", "None", "'x'", "\"doc\"\n",
             "if 1: 2\n", "if 1:\n  2\n  3\n", "if 1:\n  2", "if 1:\n  2\n4", "def f():\n  5\nf()", "def f(): 5\n", "x = (1,\n2)\n", "x;",
             "for i in (1,2):\n    i\n    print(-i)\n", "class A:\n  7\n", "while 0: pass", "@f", "try:\n 1\nexcept: pass\n",
             "[1,2]; _", "_", "match 1:\n case 1: 2\n", "async def f(): pass\n", "return 1", "1;\n2",
             "'''a\nb'''", "'''a\nb'''\nc"]:
    run(text)
for flags in (0x10, 0x200, 0x20000, 0x40000, 0x80000, 0x100000, 0x200000, 0x800000, 1, 2, 1 << 26, -1):
    run("1", "exec", flags=flags)
for optimize in (-1, 0, -2, 3):
    run("1", "exec", optimize=optimize)
for mode in ("", "x", "EXEC"):
    run("1", mode)


def made(*arguments):
    try:
        print(type(compile(*arguments)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


made(compile("1", "n", "eval"), "n", "eval")
made(1, "n", "eval")
made("1", 1, "eval")
made("1", b"n", "eval")
made("1", "n", 3)
made("1", "n")
made("1", "n", "eval", "x")
old = sys.displayhook
sys.displayhook = lambda value: print("hook", value)
run("1;2;None")
sys.displayhook = sys.__displayhook__
run("42")
run("_ + 1")
print(sys.displayhook, old is sys.__displayhook__)
sys.displayhook(None)
sys.displayhook("é")
print(builtins._)
del sys.displayhook
run("5")
for quitter in (quit, exit):
    try:
        quitter()
    except SystemExit as error:
        print(error, error.args, error.code)
    try:
        quitter("bye")
    except SystemExit as error:
        print(error.args)
print(quit, [exit], type(quit).__name__)
sys.breakpointhook = lambda *given, **named: print("breakpoint", given, named)
breakpoint(1, two=2)

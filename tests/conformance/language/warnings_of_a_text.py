"""What the compiler warns of in a text that is run: once for each line of its name."""
for s in ("x = lambda: 0 + 1 ()", "lambda: 1 ()", "5 ()\n", "if 0: 5()", "'a' is 1", "assert (1, 2)", "'\\d'", "[1,2]['a']", "1 in 2 is 3", "def f():\n  1()", "def f():\n  lambda: 1()"):
    try: exec(s)
    except TypeError as e: print(s, e)
try: eval("1 is 1 and 2()")
except TypeError as e: print(e)

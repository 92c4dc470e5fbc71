# A line of many thousand letters, a name of many, a thousand arguments, and an expression of a thousand terms.
line = "x = '" + "a" * 100_000 + "'"
space = {}
exec(line, space)
print(len(space["x"]))
name = "n" * 5000
exec(f"{name} = 5\nprint({name})")
try:
    eval(name)
except NameError as error:
    print(len(str(error)), str(error)[:20])
print(eval("+".join(["1"] * 1000)), eval("max(" + ",".join(map(str, range(300))) + ")"), eval("[" + "0," * 5000 + "]").count(0))
print(eval("(" * 50 + "7" + ")" * 50), eval("not " * 49 + "1"), eval("-" * 50 + "1"))
for text in ("(" * 250 + ")" * 250, "[" * 300, "x" * 10 + "(" * 201):
    try:
        compile(text, "text", "eval")
        print("compiled")
    except SyntaxError as error:
        print(error.msg)
    except (RecursionError, MemoryError) as error:
        print(type(error).__name__)
nested = "".join("    " * n + f"if {n + 1}:\n" for n in range(19)) + "    " * 19 + "print('deep')\n"
exec(nested)
exec("for a in 'x':\n" + "".join(" " * n + f"for b{n} in 'y':\n" for n in range(1, 15)) + " " * 15 + "print('loops')")
try:
    compile("".join("    " * n + "while 1:\n" for n in range(25)) + "    " * 25 + "pass", "text", "exec")
    print("compiled")
except SyntaxError as error:
    print(error.msg)
try:
    compile("".join(" " * n + "if 1:\n" for n in range(101)) + " " * 101 + "pass", "text", "exec")
    print("compiled")
except IndentationError as error:
    print(error.msg)
print(len("".join(chr(n) for n in range(0x250)).upper()), eval("'\\u00e9' * 3"), eval('"""' + "\n" * 1000 + '"""').count("\n"))

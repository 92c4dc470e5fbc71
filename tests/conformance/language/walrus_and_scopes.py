# := binds in the function around a comprehension, its loop variable stays inside; conditions short-circuit and give an operand.
if (n := len("four")) > 3:
    print("n is", n)
data = [last := x * 2 for x in range(4)]
print(data, last, [y := 5, y + 1], (z := 1, z + 1), {(k := "key"): k.upper()})
while (chunk := data[:2]):
    data = data[2:]
    print(chunk, end=" ")
print()
print(0 or "" or "last", 1 and "" and 2, not [], None or 0, "a" if [] else "b", 1 < 2 < 3 > 2, 1 < 3 < 2 > (1 / 0 if False else 0), 3 in [1, 2] == False)


def any_long(words):
    if any((found := word) and len(word) > 3 for word in words):
        return found
    return None


print(any_long(["a", "long", "longer"]), any_long([]))
x = "outer"
print([x for x in "ab"], x, [(x, y) for x in range(2) for y in range(x + 1)], {x: x for x in "a"}, x)


def scopes():
    global made
    made = "global"
    x = "local"

    def inner():
        nonlocal x
        x = "changed"
        return [x for _ in range(1)]
    return inner(), x


print(scopes(), made, x)
for text in ("(x := 1) = 2", "x := 1", "f(x := 1, y=2)", "[i := 0 for i in range(3)]", "lambda: (x := 1)", "(a.b := 1)", "f'{x:=5}'", "class C:\n  [y := 1 for _ in 'a']", "def f(x=(y := 1)): pass", "nonlocal q", "def f():\n  x = 1\n  global x", "[x for x in (y := [1])]"):
    try:
        compile(text, "text", "exec")
        print(repr(text), "compiles")
    except SyntaxError as error:
        print(repr(text), error.msg, error.offset)

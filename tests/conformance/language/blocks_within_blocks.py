"""How deep statements may stand in each other."""


def nested(opening, count, closing=""):
    lines = [" " * depth + opening for depth in range(count)]
    lines.append(" " * count + "pass")
    if closing:
        lines += [" " * depth + closing for depth in reversed(range(count))]
    return "\n".join(lines) + "\n"


for name, make in (
    ("with", lambda count: nested("with a:", count)),
    ("for", lambda count: nested("for a in b:", count)),
    ("while", lambda count: nested("while a:", count)),
    ("try", lambda count: nested("try:", count, "finally: pass")),
    ("one with", lambda count: "with " + ", ".join(["a"] * count) + ": pass\n"),
    ("async with", lambda count: "async def f():\n with " + ", ".join(["a"] * count) + ": pass\n"),
    ("if", lambda count: nested("if a:", count)),
):
    most = 0
    for count in range(15, 25):
        try:
            compile(make(count), "text", "exec")
            most = count
        except SyntaxError as error:
            print(name, most, error.msg, error.lineno, error.offset)
            break
    else:
        print(name, "any")

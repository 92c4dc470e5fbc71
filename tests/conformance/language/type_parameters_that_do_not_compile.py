# What the scopes of type parameters refuse, each with the place of the mistake.
for text in (
    "def f[T, T](): pass",
    "def f[T: (yield)](): pass",
    "def f[T: (x := 1)](): pass",
    "type A = (x := 1)",
    "type A = (await x)",
    "class A[T]((yield)): pass",
    "def f[T](x: (y := 1)): pass",
    "def f[T=(y := 1)](): pass",
    "def f[*T=(y := 1)](): pass",
    "def f[**T=(yield 1)](): pass",
    "def f[T: (x := 1, 2)](): pass",
    "def f[T=int, U](): pass",
    "class A[T=int, *U]: pass",
    "def f[T]():\n    nonlocal T",
    "def f[T]():\n    def g():\n        nonlocal T",
    "type A = [(x := 1) for _ in y]",
    "def f[T: [(x := 1) for _ in y]](): pass",
    "class A[T]([(x := 1) for _ in y]): pass",
    "def f[](): pass",
    "type X[] = 1",
    "def f[*T: int](): pass",
    "def f[**T: int](): pass",
    "type X.y = 1",
    "def f[__debug__](): pass",
    "async def f():\n  type X = await y",
):
    try:
        compile(text, "program", "exec")
        print(repr(text), "compiles")
    except SyntaxError as error:
        print(repr(text), "->", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)

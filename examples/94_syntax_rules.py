# title: Four functions, two mistakes
# group: Does not compile, and why
# look for: CPython names the first: yield from is not allowed inside an async function.
# from: “Asyncio”, the notes with the chess exhibition

async def f(x):
    y = await z(x)  # OK - `await` and `return` allowed in coroutines
    return y

async def g(x):
    yield x  # OK - this is an async generator

async def m(x):
    yield from gen(x)  # No - SyntaxError

def m(x):
    y = await z(x)  # Still no - SyntaxError (no `async def` here)
    return y

# title: await outside async def
# group: Does not compile, and why
# look for: await needs a coroutine around it: a plain function cannot be paused.
# from: “Asyncio”, the notes with the chess exhibition

def m(x):
    y = await z(x)  # Still no - SyntaxError (no `async def` here)
    return y

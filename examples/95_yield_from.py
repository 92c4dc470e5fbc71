# title: yield from in a coroutine
# group: Does not compile, and why
# look for: An async function may yield, which makes an async generator, but never yield from.
# from: “Asyncio”, the notes with the chess exhibition

async def m(x):
    yield from gen(x)  # No - SyntaxError

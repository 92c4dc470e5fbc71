# title: g awaits f (a definition only)
# group: Coroutines and the loop
# look for: Nothing runs: a definition makes a function, and f is never looked up.
# from: “Asyncio”, the notes with the chess exhibition

async def g():
    # Pause here and come back to g() when f() is ready
    r = await f()
    return r

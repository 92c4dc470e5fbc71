# title: What async def may hold
# group: Coroutines and the loop
# look for: It compiles and prints nothing: await and return make a coroutine, yield makes an
#   asynchronous generator.
# from: “Asyncio”, the notes with the chess exhibition

async def f(x):
    y = await z(x)  # OK - `await` and `return` allowed in coroutines
    return y

async def g(x):
    yield x  # OK - this is an async generator

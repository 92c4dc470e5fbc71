# title: An async function, not called
# group: Coroutines and the loop
# look for: Nothing runs: async def makes a function, and nobody calls it.
# from: “Python Asyncio (Asynchronous Programming Library)”

import asyncio

async def sleep():
    await asyncio.sleep(1)

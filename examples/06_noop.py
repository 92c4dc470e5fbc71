# title: The smallest coroutine
# group: Coroutines and the loop
# look for: noop never gives way: the loop takes a few turns at time zero, and run returns None.
# from: “Asyncio”, the notes with the chess exhibition

import asyncio

async def noop(): pass

print(asyncio.run(noop()))

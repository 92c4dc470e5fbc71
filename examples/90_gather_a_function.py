# title: gather wants coroutines, not functions
# group: Small surprises
# look for: TypeError: func is the function; func() would be the coroutine.
# truth: The text offers this as a way to run tasks concurrently. gather(func) is an error before
#   anything runs.
# from: “asyncio”, the notes with the two design patterns

import asyncio

async def func():
  await asyncio.sleep(1)

async def main():
  asyncio.gather(func)

asyncio.run(main())

# title: A gather that nobody awaits
# group: Small surprises
# look for: main returns at once; asyncio.run cancels func, and the gather complains that nobody
#   looked at its exception.
# truth: The text offers this as a way to run tasks concurrently. Without await the program ends at
#   time zero.
# from: “asyncio”, the notes with the two design patterns

import asyncio

async def func():
  await asyncio.sleep(1)

async def main():
  asyncio.gather(func())

asyncio.run(main())

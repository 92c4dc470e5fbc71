# title: One, One, One, Two, Two, Two
# group: Start here
# look for: Three coroutines of the same function sleep side by side: every One comes before any Two.
# from: “asyncio”, the notes with the two design patterns

import asyncio

async def worker():
  print("One")
  await asyncio.sleep(1)
  print("Two")

async def main():
  await asyncio.gather(worker(), worker(), worker())

asyncio.run(main())

# title: Two tasks (design pattern 2, repaired)
# group: Tasks that overlap
# look for: Two sleeps of a second overlap, so it takes 1 s.
# truth: The text says that a task runs at once when it is created. It is scheduled: it starts when
#   main awaits. The pattern as printed does not compile.
# from: “asyncio”, the notes with the two design patterns

import asyncio

async def func():
  await asyncio.sleep(1)

async def main():
  task1 = asyncio.create_task(func())
  task2 = asyncio.create_task(func())
  await task1
  await task2

asyncio.run(main())

# title: Design pattern 2, as printed
# group: Does not compile, and why
# look for: expected ':' after func(); the repaired one is “Two tasks (design pattern 2, repaired)”.
# truth: The text offers it as a pattern to copy.
# from: “asyncio”, the notes with the two design patterns

async def func()
  await

async def main():
  task1 = asyncio.create_task(func())
  task2 = asyncio.create_task(func())
  await task1
  await task2

asyncio.run(main())

# title: Design pattern 1, as printed
# group: Does not compile, and why
# look for: expected ':' after func(); “gather wants coroutines, not functions” shows what is wrong
#   next.
# truth: The text offers it as a pattern to copy.
# from: “asyncio”, the notes with the two design patterns

async def func()
  await

async def main():
  asyncio.gather(func)

asyncio.run(main())

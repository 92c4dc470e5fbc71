# title: gather wants arguments, not a list
# group: Small surprises
# look for: TypeError: unhashable type: 'list'; it takes gather(*coroutines).
# truth: The text says that gather takes a list. It takes each awaitable as its own argument.
# from: “Asyncio”, the notes with the chess exhibition

import asyncio

async def c(n):
    return n

async def main():
    c1, c2, c3 = c(1), c(2), c(3)
    try:
        print(await asyncio.gather([c1,c2,c3]))
    finally:
        for x in (c1, c2, c3):
            x.close()

asyncio.run(main())

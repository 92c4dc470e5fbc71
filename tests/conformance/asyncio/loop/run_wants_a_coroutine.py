# asyncio.run() takes a coroutine: a function, a future or None is an error before any loop is made.
import asyncio


async def main():
    pass


for thing in (main, None, 5, "main"):
    try:
        asyncio.run(thing)
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", str(error).split(" at 0x")[0])
print(asyncio.run(main()))

# Default names are numbered by one counter for the whole program, which a second asyncio.run() goes on with.
import asyncio


async def child():
    return asyncio.current_task().get_name()


async def main():
    print("main is", asyncio.current_task().get_name())
    first = asyncio.create_task(child())
    named = asyncio.create_task(child(), name="reader")  # a name of its own takes no number
    second = asyncio.create_task(child())
    print(await first, await named, await second)


asyncio.run(main())
asyncio.run(main())

# create_task() takes coroutines only: a function, a future or a number is a TypeError.
import asyncio


async def child():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for thing in (child, 5, None, loop.create_future(), [child]):
        try:
            asyncio.create_task(thing)
        except TypeError as error:
            print("TypeError:", str(error).split(" at 0x")[0])
    print(len(asyncio.all_tasks()))


asyncio.run(main())

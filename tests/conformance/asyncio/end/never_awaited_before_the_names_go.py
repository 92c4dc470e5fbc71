# A coroutine that nobody awaited, in a circle of a future and a gather that wait for each other's end, says so while the program's
# own way of showing a warning is still there.
import asyncio
import warnings


async def never():
    pass


def shows(message, category, *place):
    print(f"{category.__name__}: {message}")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.circle = asyncio.gather(future), never()


warnings.showwarning = shows
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")

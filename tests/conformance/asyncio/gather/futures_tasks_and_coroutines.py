# gather() takes futures, tasks and coroutines side by side; a coroutine given twice becomes one task.
import asyncio


async def child(n):
    print("runs", n)
    return n


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "future")
    again = child(2)
    print(await asyncio.gather(future, asyncio.create_task(child(1)), again, again, child(3)))
    try:
        await asyncio.gather(future, 5)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())

# The repr of a future shows its state, result or exception, and one, two or many callbacks.
import asyncio


def first(future):
    pass


def second(future):
    pass


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future)
    for callback in (first, second, first):
        future.add_done_callback(callback)
        print(future)
    future.set_result("x" * 20)
    print(future)
    print(asyncio.isfuture(future), asyncio.isfuture(5), future.get_loop() is loop)


asyncio.run(main())

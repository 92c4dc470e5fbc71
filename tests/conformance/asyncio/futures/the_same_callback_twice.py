# A callback may be added twice and then runs twice; remove_done_callback() removes all of it and says how many.
import asyncio


def hello(future):
    print("hello", future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for callback in (hello, print, hello):
        future.add_done_callback(callback)
    print(future.remove_done_callback(print), future.remove_done_callback(print))
    future.set_result("once each")
    await asyncio.sleep(0)
    future = loop.create_future()
    for _ in range(3):
        future.add_done_callback(hello)
    print(future.remove_done_callback(hello))
    future.set_result("never")
    await asyncio.sleep(0)
    future.add_done_callback(hello)
    print("added to a future that is done")
    await asyncio.sleep(0)


asyncio.run(main())

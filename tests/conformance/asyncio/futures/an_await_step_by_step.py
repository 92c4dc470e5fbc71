# What `await` does, by hand: a coroutine yields the future it waits for and is sent None when that is done.
import asyncio


async def child(future):
    print("child waits")
    print("child got", await future)
    return "end"


async def main():
    future = asyncio.get_running_loop().create_future()
    coroutine = child(future)
    yielded = coroutine.send(None)
    print("yielded the future itself:", yielded is future)
    future.set_result(7)
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print("StopIteration:", stop.value)
    coroutine = child(asyncio.get_running_loop().create_future())
    coroutine.send(None)
    try:
        coroutine.send(None)  # too early
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine = child(None)
    coroutine.close()


asyncio.run(main())

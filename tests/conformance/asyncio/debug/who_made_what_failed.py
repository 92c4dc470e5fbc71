# In debug mode every task, future and handle knows where it was made, and the reports of failures nobody saw say so.
import asyncio


async def fails():
    raise ValueError("nobody looks")


def broken(what):
    raise LookupError(what)


def schedule(loop):
    loop.call_soon(broken, "soon")
    handle = loop.call_later(1, broken, "later")
    print(str(handle).split(" created")[0], "created" in str(handle))
    handle.cancel()
    print(str(handle).split(" created")[0], "created" in str(handle))


async def main():
    loop = asyncio.get_running_loop()
    schedule(loop)
    task = asyncio.create_task(fails(), name="broken")
    await asyncio.sleep(1)
    del task
    future = loop.create_future()
    future.set_exception(KeyError("nobody asks"))
    del future
    group = asyncio.gather(asyncio.sleep(1), asyncio.sleep(2))
    print(group)
    await group


asyncio.run(main(), debug=True)

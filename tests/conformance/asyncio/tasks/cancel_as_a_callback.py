# task.cancel can be given to the loop as any other callback: it runs in its turn, and is called Task.cancel.
import asyncio


async def waits():
    await asyncio.Event().wait()


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print(loop.call_soon(task.cancel))
    print(loop.call_later(1, loop.create_future().cancel).cancelled())
    print("cancelled yet?", task.cancelling())
    await asyncio.wait([task])
    print(task.cancelled())
    work = asyncio.create_task(asyncio.to_thread(len, "abc"))
    await asyncio.sleep(0)
    print(work)


asyncio.run(main())

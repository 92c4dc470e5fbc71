# Who waits for a future is shown as its callback, by the class of the task: of several in the order in which they began to wait, not
# in which they were made.
import asyncio


class OwnTask(asyncio.Task):
    pass


async def waits(future, gates):
    await gates
    await future


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    gates = [loop.create_future() for _ in range(3)]
    makers = (OwnTask, asyncio.Task, OwnTask)
    tasks = [make(waits(future, gate), loop=loop) for make, gate in zip(makers, gates)]
    await asyncio.sleep(0)
    for which in (1, 2, 0):
        gates[which].set_result(None)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(future)
    future.set_result(None)
    await asyncio.gather(*tasks)


asyncio.run(main())

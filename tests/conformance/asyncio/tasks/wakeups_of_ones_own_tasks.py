# A future that tasks wait for shows the class of each of them.
import asyncio


class OwnTask(asyncio.Task):
    pass


async def main():
    future = asyncio.get_running_loop().create_future()

    async def waits():
        await future

    tasks = []
    for kind in (asyncio.Task, OwnTask, OwnTask, asyncio.Task, OwnTask):
        tasks.append(kind(waits()))
        await asyncio.sleep(0)
        print(future)
    future.set_result(None)
    await tasks[-1]


asyncio.run(main())

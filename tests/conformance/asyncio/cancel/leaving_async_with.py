# A cancellation inside `async with` goes through __aexit__, which may await, before it leaves.
import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        print("closing", self.name, "because of", kind.__name__)
        await asyncio.sleep(1)
        print("closed", self.name)


async def child():
    async with Connection("outer"), Connection("inner"):
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), asyncio.get_running_loop().time())


asyncio.run(main())

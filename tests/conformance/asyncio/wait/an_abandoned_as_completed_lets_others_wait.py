# The deadline of an as_completed() that nobody iterates any more still comes; it takes back only its own callbacks.
import asyncio


async def iterates(tasks):
    async for earliest in asyncio.as_completed(tasks, timeout=1):
        print("next", await earliest)


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay)) for delay in (1.5, 0.1, 0)]
    worker = asyncio.create_task(iterates(tasks))
    await asyncio.sleep(0.2)
    worker.cancel()
    done, pending = await asyncio.wait(tasks, timeout=5)
    print(len(done), len(pending), "at", asyncio.get_running_loop().time())


asyncio.run(main())

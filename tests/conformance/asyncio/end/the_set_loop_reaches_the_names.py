# A runner that nobody closes leaves its loop set, and that one lives to the very end with all it reaches. Here it still has to tell a
# gather that its child was cancelled: the cancellation's frames lead to the module's frame, and that one to all its names. So the
# task that waits is never finalised, and nobody reports it.
import asyncio

queue = asyncio.Queue()


async def main():
    asyncio.gather(asyncio.sleep(0)).cancel()
    asyncio.create_task(queue.get(), name="waits")


runner = asyncio.Runner()
runner.run(main())

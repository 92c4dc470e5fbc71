# A cleanup that waits for something that never comes keeps asyncio.run() from ending.
import asyncio


async def worker(event):
    try:
        await asyncio.sleep(10)
    finally:
        print("waits for the event that main would have set")
        await event.wait()


async def main():
    event = asyncio.Event()
    asyncio.create_task(worker(event))
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())

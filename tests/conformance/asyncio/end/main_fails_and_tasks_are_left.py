# When main raises, what is left is cancelled and cleaned up first; then the exception comes out of asyncio.run().
import asyncio


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(1)
        print("worker is clean")


async def main():
    asyncio.create_task(worker())
    await asyncio.sleep(1)
    raise ValueError("main failed")


try:
    asyncio.run(main())
except ValueError as error:
    print("caught", error)

# A task that is created while the others are being cancelled at the end is not awaited: it is destroyed while pending.
import asyncio


async def late():
    await asyncio.sleep(10)
    print("this is never printed")


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        asyncio.create_task(late(), name="late")


async def main():
    asyncio.create_task(worker())
    await asyncio.sleep(1)


asyncio.run(main())
print("end")

# Without asyncio.run() nobody cancels what is left: a pending task that dies with its loop says so.
import asyncio


async def worker():
    try:
        await asyncio.sleep(10)
    finally:
        print("GeneratorExit runs the finally")


async def main():
    asyncio.create_task(worker(), name="worker")
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")

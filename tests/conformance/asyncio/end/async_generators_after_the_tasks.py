# At the end tasks are cancelled first; then the async generators that are still open are closed, together.
import asyncio

kept = []


async def source(name, seconds):
    try:
        yield name
    finally:
        await asyncio.sleep(seconds)
        print("closed", name, "at", asyncio.get_running_loop().time())


async def worker():
    generator = source("in the task", 1)
    kept.append(generator)
    try:
        async for _ in generator:
            await asyncio.sleep(100)
    finally:
        print("task is cancelled, its generator stays open")


async def main():
    kept.append(source("in main", 2))
    await anext(kept[0])
    asyncio.create_task(worker())
    await asyncio.sleep(1)


asyncio.run(main())

# When main ends, asyncio.run() cancels what is left and waits for it, however long its cleanup takes.
import asyncio


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleanup begins at", asyncio.get_running_loop().time())
        await asyncio.sleep(5)
        print("cleanup ends at", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(worker())
    await asyncio.sleep(1)
    return "main's result"


print(asyncio.run(main()))

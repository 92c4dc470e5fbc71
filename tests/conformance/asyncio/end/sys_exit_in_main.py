# sys.exit() in main still cancels and awaits what is left, then leaves with its code; nothing after run() is executed.
import asyncio
import sys


async def worker():
    try:
        await asyncio.sleep(100)
    finally:
        await asyncio.sleep(1)
        print("worker is clean at", asyncio.get_running_loop().time())


async def main():
    asyncio.create_task(worker())
    await asyncio.sleep(1)
    try:
        sys.exit(4)
    finally:
        print("main's finally")


asyncio.run(main())
print("this is never printed")

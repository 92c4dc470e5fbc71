# SystemExit in a child is not wrapped in a group: the siblings are cancelled and it comes out by itself.
import asyncio
import sys


async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print("child is cancelled")


async def leaves():
    await asyncio.sleep(1)
    sys.exit(3)


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            group.create_task(leaves())
    finally:
        print("main leaves")


asyncio.run(main())

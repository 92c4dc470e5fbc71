# SystemExit in a task leaves the loop at once; what is left is cancelled on the way out.
import asyncio
import sys


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other cleans up")


async def main():
    asyncio.create_task(other())
    await asyncio.sleep(1)
    print("leaving")
    sys.exit(3)


asyncio.run(main())

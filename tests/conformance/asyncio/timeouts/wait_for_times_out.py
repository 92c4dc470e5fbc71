# wait_for cancels what takes too long and waits until that is over, which may take longer than the timeout.
import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(2)
        print("slow is clean at", asyncio.get_running_loop().time())


async def quick():
    await asyncio.sleep(0.5)
    return "quick"


async def main():
    try:
        await asyncio.wait_for(slow(), timeout=1)
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    print("at", asyncio.get_running_loop().time())
    print(await asyncio.wait_for(quick(), 1), await asyncio.wait_for(quick(), None))
    try:
        await asyncio.wait_for(quick(), 0)
    except asyncio.TimeoutError:
        print("zero is at once, at", asyncio.get_running_loop().time())


asyncio.run(main())

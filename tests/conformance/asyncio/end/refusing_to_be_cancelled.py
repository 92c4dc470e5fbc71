# A task that swallows its cancellation at the end is waited for; asyncio.run() asks once and does not insist.
import asyncio


async def stubborn():
    for _ in range(3):
        try:
            await asyncio.sleep(10)
            print("slept until", asyncio.get_running_loop().time())
        except asyncio.CancelledError:
            print("no thanks")


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
print("the program ends")

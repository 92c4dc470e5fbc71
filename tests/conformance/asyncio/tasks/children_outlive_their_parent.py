# A task is nobody's child: it goes on after the task that created it has ended, until the loop ends.
import asyncio


async def grandchild():
    for n in range(3):
        await asyncio.sleep(1)
        print("grandchild", n)


async def child():
    asyncio.create_task(grandchild())
    print("child ends")


async def main():
    await asyncio.create_task(child())
    print("child is done")
    await asyncio.sleep(2.5)
    print("main ends, and the grandchild with it")


asyncio.run(main())

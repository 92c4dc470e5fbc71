# shield() takes the cancellation on itself: the inner task goes on and can be awaited later.
import asyncio


async def important():
    await asyncio.sleep(2)
    print("saved at", asyncio.get_running_loop().time())
    return "saved"


async def main():
    inner = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(inner), 1)
    except TimeoutError:
        print("gave up waiting; cancelled:", inner.cancelled())
    print(await inner)


asyncio.run(main())

# A lock binds to a loop only when somebody has to wait; used in another loop after that, waiting is a RuntimeError.
import asyncio

lock = asyncio.Lock()


async def hold():
    async with lock:
        await asyncio.sleep(1)


async def alone():
    await hold()
    print("without contention any loop may use it")


async def contended():
    await asyncio.gather(hold(), hold())


asyncio.run(alone())
asyncio.run(contended())
asyncio.run(alone())
try:
    asyncio.run(contended())
except RuntimeError as error:
    print("is bound to a different event loop" in str(error))

# sleep(delay, result) returns its result, and a coroutine object made early starts counting only when awaited.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(1, "one"), await asyncio.sleep(0, result=["zero"]), await asyncio.sleep(-1, 7))
    later = asyncio.sleep(1, "made at", )
    await asyncio.sleep(2)
    print(await later, loop.time())
    for delay in ("1", None):
        try:
            await asyncio.sleep(delay)
        except TypeError as error:
            print("TypeError:", error)
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())

# sleep() gives back its result; zero and less still give up one turn.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.sleep(1, "result"), loop.time())
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-5, "less"), loop.time())
    print(await asyncio.sleep(delay=0.25, result=[1]), loop.time())
    coroutine = asyncio.sleep(1)
    print(type(coroutine).__name__, coroutine.__name__, asyncio.iscoroutine(coroutine))
    coroutine.close()
    try:
        await asyncio.sleep(float("nan"))
    except ValueError as error:
        print(error)
    print(await asyncio.sleep(True), loop.time())


asyncio.run(main())

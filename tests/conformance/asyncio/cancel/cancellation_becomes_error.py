# A coroutine may turn its cancellation into another error; cancelling gather() cancels every child.
import asyncio
async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("changed")
async def main():
    t = asyncio.create_task(inner())
    await asyncio.sleep(0)
    t.cancel()
    try: await t
    except ValueError as e: print(repr(e), repr(e.__context__))
    g = asyncio.gather(inner(), asyncio.sleep(3))
    await asyncio.sleep(0)
    print(g.cancel())
    try: await g
    except BaseException as e: print(repr(e))
    print(g)
asyncio.run(main())

# Two nested timeouts due at one instant: both expire, and the TimeoutError leaves the outer block only.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(1) as inner:
                    await asyncio.sleep(5)
            except TimeoutError:
                print("inner raises")
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print("only cancelled so far")
                raise
    except TimeoutError:
        print("outer raises")
    print(inner.expired(), outer.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

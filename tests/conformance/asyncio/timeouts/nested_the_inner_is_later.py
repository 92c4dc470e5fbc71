# Of nested timeouts the one that is due first ends its own block; the inner block sees only a cancellation.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(5) as inner:
                    await asyncio.sleep(10)
            except TimeoutError:
                print("this is never printed")
            finally:
                print("inner expired:", inner.expired())
    except TimeoutError:
        print(loop.time(), "outer expired:", outer.expired())
    try:
        async with asyncio.timeout(5):
            try:
                async with asyncio.timeout(2):
                    await asyncio.sleep(10)
            except TimeoutError:
                print(loop.time(), "inner; the outer block goes on")
            await asyncio.sleep(1)
        print(loop.time(), "no more")
    finally:
        print(asyncio.current_task().cancelling())


asyncio.run(main())

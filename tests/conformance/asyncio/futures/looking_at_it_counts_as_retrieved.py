# An exception is "never retrieved" only if nobody called result(), exception() or awaited before the future went away.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    for look in (None, "exception", "result", "await", "repr"):
        future = loop.create_future()
        future.set_exception(ValueError(f"looked at by {look}"))
        try:
            if look == "exception":
                future.exception()
            elif look == "result":
                future.result()
            elif look == "await":
                await future
            elif look == "repr":
                print(future)
        except ValueError as error:
            print(error)
            del error
        del future
        await asyncio.sleep(1)
        print("after", look)


asyncio.run(main())

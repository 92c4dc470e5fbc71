# An error raised while a timeout cancels its body is not replaced; TimeoutError is found in its context.
import asyncio


async def main():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(10)
            finally:
                raise OSError("cleanup failed")
    except OSError as error:
        print(repr(error))
        while error.__context__ is not None:
            error = error.__context__
            print("context:", repr(error))
    print(asyncio.current_task().cancelling())


asyncio.run(main())

# result(), exception() and await of a cancelled future all raise CancelledError with the message given to cancel().
import asyncio


async def main():
    future = asyncio.get_running_loop().create_future()
    print(future.cancel(msg="not needed"), future)
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            print(ask.__name__, repr(error))
    try:
        await future
    except asyncio.CancelledError as error:
        print("await", repr(error))


asyncio.run(main())

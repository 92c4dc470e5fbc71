# Ctrl-C in asyncio.run(): the main task is cancelled and may clean up; what comes out is KeyboardInterrupt, not CancelledError.
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled at", loop.time() > 0, repr(error), asyncio.current_task().cancelling())
        raise
    finally:
        await asyncio.sleep(0.25)
        print("cleaned up")


async def swallows():
    try:
        signal.raise_signal(signal.SIGINT)
        print("goes on until it waits")
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "swallowed"


async def is_cancelled_by_another_too():
    asyncio.current_task().cancel()
    signal.raise_signal(signal.SIGINT)
    await asyncio.sleep(1)


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print(repr(error), repr(error.__context__))
print(asyncio.run(swallows()))
try:
    asyncio.run(is_cancelled_by_another_too())
except BaseException as error:
    print(repr(error))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
asyncio.run(main())

# Futures that callbacks fill, with every way to ask them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(error)
    loop.call_later(1, future.set_result, "value")
    print(future.done(), await future, future.done(), future.result(), future.exception())
    failed = loop.create_future()
    loop.call_soon(failed.set_exception, LookupError("lost"))
    try:
        await failed
    except LookupError as error:
        print(repr(error), failed.exception() is error)
    stopped = asyncio.Future()
    print(stopped.cancel("reason"), stopped.cancel(), stopped.cancelled())
    try:
        await stopped
    except asyncio.CancelledError as error:
        print(repr(error))
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print(error)
    print(stopped, failed)


asyncio.run(main())

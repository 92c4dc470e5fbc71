# set_exception() takes an instance or a class; StopIteration is turned into a RuntimeError, anything else is refused.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_exception(KeyError)
    print(repr(future.exception()))
    future = loop.create_future()
    future.set_exception(StopIteration(5))
    print(repr(future.exception()), "from", repr(future.exception().__cause__))
    future = loop.create_future()
    for thing in ("text", int):
        try:
            future.set_exception(thing)
        except TypeError as error:
            print("TypeError:", error)
    print(future.done())


asyncio.run(main())

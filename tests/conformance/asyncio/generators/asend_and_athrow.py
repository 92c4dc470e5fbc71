# asend() gives a value to the waiting yield, athrow() an exception; both return what is yielded next.
import asyncio


async def echo():
    received = None
    while True:
        try:
            received = yield received
            await asyncio.sleep(1)
        except ValueError as error:
            received = f"caught {error}"


async def main():
    generator = echo()
    print(await generator.asend(None))
    print(await generator.asend("a"), asyncio.get_running_loop().time())
    print(await generator.athrow(ValueError("b")))
    print(await generator.asend("c"))
    try:
        await generator.athrow(KeyError("d"))
    except KeyError as error:
        print("KeyError", error)
    try:
        await generator.asend("e")
    except StopAsyncIteration:
        print("it is over")
    fresh = echo()
    try:
        await fresh.asend("too early")
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
